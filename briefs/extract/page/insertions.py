"""What sites set into a story or around its head: forms with their offers, standfirsts, pull quotes."""

from __future__ import annotations

import re

from briefs.extract.page.furniture import Role
from briefs.extract.page.lines import Line
from briefs.text import fold

_OFFER = re.compile(
    r"\b(?:every|each) (?:\w+ )?(?:week|weekday|day|morning|month|evening)\b|\b(?:daily|weekly|inbox|newsletter|"
    r"must[ -]reads?|curated|delivered|sign up|subscrib\w+|our (?:\w+ )?(?:reporting|coverage|journalists|editors))\b|"
    r"\bstories\b",
    re.IGNORECASE,
)


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
