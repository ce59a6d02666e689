"""What sites set into a story or around its head: forms with their offers, standfirsts, pull quotes."""

from __future__ import annotations

import re

from briefs.extract.page.credits import speaks
from briefs.extract.page.furniture import Role, reports
from briefs.extract.page.lines import Line
from briefs.text import fold

_OFFER = re.compile(
    r"\b(?:every|each) (?:\w+ )?(?:week|weekday|day|morning|month|evening)\b|\b(?:daily|weekly|inbox|newsletter|"
    r"must[ -]reads?|curated|delivered|sign up|subscrib\w+|our (?:\w+ )?(?:reporting|coverage|journalists|editors))\b|"
    r"\bstories\b",
    re.IGNORECASE,
)


# What a site would sell or give, and what it asks for in return.
_GOODS = re.compile(
    r"\bfree (?:\w+ )?(?:samples?|trials?|readers?|members?|copy|reports?|accounts?|demos?|guides?|e-?books?)\b|"
    r"\bdownload\b|\b(?:sign|log) (?:in|up)\b|\bsubscri\w+|\bregister\b|\bmembers?(?:hip)?\b|"
    r"\b(?:this|the|below) form\b",
    re.IGNORECASE,
)
_URGES = re.compile(
    r"(?:access|become|get|download|join|discover|start|unlock|explore|buy|try|book|order|request|claim|choose|enjoy|"
    r"once you|want to|ready to|not ready to|are you|do you|have you|how well do you|why not)\b",
    re.IGNORECASE,
)
_READER = re.compile(r"\byou(?:r|['’](?:re|ll|ve))?\b", re.IGNORECASE)
_MOST_PITCH, _LEAST_PITCHES = 60, 2  # words of a line, lines
_BESIDE = 3  # lines behind the last
_SIDE = 4  # words of a line that may stand between them: "Thank you!"


def drop_pitches(lines: list[Line], kept: list[int], roles: dict[int, Role]) -> None:
    """Take from `kept` the box that sells to a story's reader: lines in a row that urge or address him.

    They report nothing; one of them at least names what is on offer. A story that speaks to its reader all along keeps
    its words.
    """
    pitching = {i for i in kept if _is_pitch(lines[i])}
    if sum(_READER.search(lines[i].text) is not None for i in kept if i not in pitching) > len(kept) // 5:
        return
    run: list[int] = []
    for index in [*kept, -1]:
        between = index >= 0 and run and lines[index].words <= _SIDE
        if index in pitching or between:
            run.append(index)
            continue
        pitches = [i for i in run if i in pitching]
        if len(pitches) >= _LEAST_PITCHES and _names_goods(lines, pitches, roles):
            roles.update(dict.fromkeys(range(pitches[0], pitches[-1] + 1), "advert"))
        run = []
    kept[:] = [i for i in kept if roles.get(i) != "advert"]


def _names_goods(lines: list[Line], pitches: list[int], roles: dict[int, Role]) -> bool:
    """Whether a row of pitches says what is on offer, or a line among or beside them that went before does."""
    if any(_GOODS.search(lines[i].text) for i in pitches):
        return True
    around = range(max(0, pitches[0] - 1), min(len(lines), pitches[-1] + _BESIDE))
    return any(roles.get(i) in ("newsletter", "advert") for i in around)


def _is_pitch(line: Line) -> bool:
    addressed = _READER.search(line.text) or _URGES.match(line.text) or (not line.ended and _GOODS.search(line.text))
    return bool(addressed) and line.words <= _MOST_PITCH and not reports(line.text) and not speaks(line.text)


_QUESTIONS = 3
_FORMS = (["newsletter", "newsletter"], ["newsletter", "navigation"])  # an address and a button below it


def drop_offers(lines: list[Line], kept: list[int], roles: dict[int, Role]) -> None:
    """Take from `kept` what heads a form: a name and a sentence that offers, with the form's own lines below them."""
    for index in list(kept):
        line = lines[index]
        form = [lines[i].role for i in range(index + 1, min(index + 3, len(lines)))]
        if line.words <= 25 and form in _FORMS and _OFFER.search(line.text):
            roles[index] = "newsletter"
            kept.remove(index)
            above = index - 1
            if above in kept and lines[above].words <= 8 and not lines[above].ended:
                roles[above] = "newsletter"
                kept.remove(above)


def drop_standfirst(lines: list[Line], first: int, kept: list[int], roles: dict[int, Role]) -> None:
    """Take from `kept` the one or two sentences between headline and byline that only announce the story.

    Those over an interview stay: often they alone say who answers.
    """
    if sum(lines[i].text.rstrip().endswith("?") for i in kept) >= _QUESTIONS:
        return
    for place, index in enumerate(kept[:4]):
        before = kept[:place]
        if any(lines[i].role in {"byline", "date"} for i in range(max(0, first - 6), kept[0])):
            return  # signed above: what follows is the story
        between = range(kept[place - 1] if place else first, index)
        if before and any(lines[i].role in {"byline", "date"} for i in between):
            told = sum(lines[i].words for i in before)
            if told <= 60 and sum(lines[i].words for i in kept[place:]) >= max(100, 3 * told):
                roles.update(dict.fromkeys(before, "standfirst"))
                del kept[:place]
            return


def drop_pull_quotes(lines: list[Line], kept: list[int], roles: dict[int, Role]) -> None:
    """Take from `kept` the sentences that are set apart once more from the paragraph that they stand in."""
    if len(kept) > 600:
        return  # no single story; and the comparison is quadratic
    texts = [fold(lines[i].text).strip("\"'“”‘’«» .,!?") for i in kept]
    whole = "\n".join(texts)
    for index, text in zip(list(kept), texts, strict=True):
        if (
            30 < len(text) <= 300
            and whole.count(text) > 1
            and any(text in o and len(o) > len(text) + 20 for o in texts)
        ):
            roles[index] = "quote"
            kept.remove(index)
