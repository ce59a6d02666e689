"""The body: all of the article and nothing else, with the roles of the lines that were left out.

Where the reader knows the body, it is only cleaned; else the run of lines that reads most like a story is cut out of
the page, and what sites print into the middle of their stories is taken out of it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from briefs.errors import SourceError
from briefs.extract.page import phrases
from briefs.extract.page.credits import is_sentence
from briefs.extract.page.furniture import is_bio, is_references_head, is_tail
from briefs.extract.page.lines import Line, lines_of, story_indent, story_span
from briefs.model import Article, Block, BlockKind, Link
from briefs.text import fold


@dataclass(frozen=True)
class Outside:
    """A line of the article's source that is not of its body, and what it is instead."""

    block: Block
    role: str  # "byline", "date", "credit", "reference", "caption", "title", "related", "navigation", "junk", ...


@dataclass(frozen=True)
class Body:
    """The article's text. `blocks` and `links` are spans of it; `pieces` say where in the source each part stood."""

    text: str
    blocks: tuple[Block, ...]
    links: tuple[Link, ...]
    outside: tuple[Outside, ...]
    pieces: tuple[tuple[int, int, int], ...] = ()  # start and end in the source, start in the text; in order

    @cached_property
    def _starts(self) -> list[int]:
        return [start for start, _, _ in self.pieces]

    def from_source(self, offset: int) -> int | None:
        """Return where a character of the source stands in the text, or None where it was left out."""
        index = bisect_right(self._starts, offset) - 1
        if index < 0:
            return None
        start, end, new = self.pieces[index]
        return new + offset - start if offset < end else None


def choose_body(article: Article, title: str | None) -> Body:
    """Return the body of `article`. Raises SourceError where no text of an article is left."""
    lines = lines_of(article)
    keys = _title_keys(title)
    if article.body_known:
        first = next((i for i, line in enumerate(lines) if line.body), 0)
        last = max((i for i, line in enumerate(lines) if line.body), default=len(lines) - 1) + 1
    else:
        first, last = story_span(lines)
        if first > 0 and lines[first - 1].kind == "heading" and lines[first - 1].block.level > 1:
            first -= 1  # it may head the first part of the story
    kept, roles = _cleaned(lines, first, last, keys, known=article.body_known)
    if not kept and not article.body_known:
        kept = {i for i, line in enumerate(lines) if not line.role and fold(line.text) not in keys}
    chosen = [lines[i] for i in kept]
    if sum(line.words for line in chosen) < _WALL and sum(map(_asks, lines)) > 1 and all(map(_asks, chosen)):
        raise SourceError("The page only asks its reader to sign in or subscribe: there is no article to read.")
    listed = all(not line.ended and line.words < 15 and (line.linked > 0.5 or line.kind == "list") for line in chosen)
    listed = listed or all(map(_menu, chosen))
    if listed or not any(any(c.isalpha() for c in line.text) for line in chosen):
        raise SourceError("Nothing but navigation and notices is in it: there is no article to read.")
    return _assembled(article, lines, sorted(kept), roles, keys)


_WALL = 80  # words; a longer text tells something besides
_ASKS = re.compile(
    r"^\W{0,3}(?:please )?(?:sign[ -]?(?:in|up)|log[ -]?(?:in|on)|subscribe|register|create an account|password|"
    r"e-?mail|forgot|already an? (?:subscriber|member))\b|\b(?:you|your|please)\b.{0,80}\b(?:limit|subscri\w+|"
    r"free articles|sign(?:ed)? in|log(?:ged)? in|account|register(?:ed)?|continue reading)\b",
    re.IGNORECASE,
)


def _asks(line: Line) -> bool:
    """Whether a line asks its reader to sign in or pay."""
    return line.words <= 40 and bool(_ASKS.search(line.text))


def _menu(line: Line) -> bool:
    """Whether a line is the menu of a site in one row."""
    parts = line.text.split()
    sections = sum(bool(phrases.NAVIGATION.fullmatch(part)) for part in parts)
    return not line.ended and 3 <= len(parts) <= 40 and 2 * sections >= len(parts)


def _title_keys(title: str | None) -> set[str]:
    return {fold(title)} if title else set()


def _cleaned(
    lines: list[Line], first: int, last: int, titles: set[str], *, known: bool
) -> tuple[set[int], dict[int, str]]:
    """Return the numbers of the lines that are the story's, and the roles that the neighbours give to others."""
    roles: dict[int, str] = {}
    seen: set[str] = set()
    kept: list[int] = []
    column = None if known else story_indent(lines)
    skipping = ""  # in a box of links or offers, after its heading: "column" until prose comes, "inset" within the box
    references = notice = False
    boxed = _boxed(lines[first:last], column)
    for index in range(first, last):
        line = lines[index]
        key = fold(line.text)
        if known and not line.body:
            continue
        inset = boxed[index - first]
        if skipping == "inset" and not inset:
            skipping = ""
        references = references or is_references_head(line.text)
        notice = _in_notice(line, notice, len(kept))
        if notice:
            roles[index] = "legal"
        elif key in titles:
            roles[index] = "title"
        elif line.times > 3 and line.words < 12:
            roles[index] = line.role or "junk"
        elif line.role or (len(key) > 20 and key in seen):
            roles[index] = line.role or "junk"
            if inset and line.role in _OPENS_INSET:
                skipping = "inset"
            elif line.barrier:
                skipping = "column"
        elif index and line.words <= 3 and lines[index - 1].role in {"newsletter", "navigation"} and not known:
            roles[index] = "newsletter"  # "Thank you!" below a form
        elif skipping and (inset or not (line.prose or _finished(line)) or _teaser(line)):
            roles[index] = "reference" if references else "related"
        elif line.linked > 0.8 or line.truncated:
            roles[index] = "related"
        elif inset and not line.prose and line.kind == "paragraph":
            roles[index] = "caption" if not line.ended else "junk"
            skipping = "inset"  # what follows in the box is under this headline
        else:
            kept.append(index)
            skipping = ""
        seen.add(key)
    if column is not None:
        _trim_column(lines, kept, roles, column)
    if not known:
        _drop_standfirst(lines, first, kept, roles)
    _drop_offers(lines, kept, roles)
    _drop_pull_quotes(lines, kept, roles)
    kept = _without_orphans(lines, kept, roles, known)
    return set(kept), roles


def _in_notice(line: Line, before: bool, kept: int) -> bool:
    """Whether a line is of a company's notices and contacts below its news: from such a heading to the next one."""
    if kept >= 3 and line.words <= 12 and not line.ended and phrases.NOTICE_HEAD.fullmatch(line.text):
        return True
    headed = line.kind == "heading" or (line.words <= 8 and re.match(r"About [A-Z]", line.text) and not line.ended)
    return before and not headed


_OFFER = re.compile(
    r"\b(?:every|each) (?:\w+ )?(?:week|weekday|day|morning|month|evening)\b|\b(?:daily|weekly|inbox|newsletter|"
    r"must[ -]reads?|curated|delivered|sign up|subscrib\w+|our (?:\w+ )?(?:reporting|coverage|journalists|editors))\b|"
    r"\bstories\b",
    re.IGNORECASE,
)


_FORMS = (["newsletter", "newsletter"], ["newsletter", "navigation"])  # an address and a button below it


def _drop_offers(lines: list[Line], kept: list[int], roles: dict[int, str]) -> None:
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


def _drop_standfirst(lines: list[Line], first: int, kept: list[int], roles: dict[int, str]) -> None:
    """Take from `kept` the one or two sentences between headline and byline that only announce the story."""
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


def _drop_pull_quotes(lines: list[Line], kept: list[int], roles: dict[int, str]) -> None:
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


_BOX = 120  # words of prose beyond which a part set deeper is the story's own


def _boxed(lines: list[Line], column: int | None) -> list[bool]:
    """Return for each line whether it stands in a box set deeper than the story's column."""
    result = [False] * len(lines)
    start = 0
    while column is not None and start < len(lines):
        end = start
        while end < len(lines) and lines[end].indent > column + 1:
            end += 1
        if sum(line.words for line in lines[start:end] if line.prose) <= _BOX:
            result[start:end] = [True] * (end - start)
        start = max(end, start + 1)
    return result


def _trim_column(lines: list[Line], kept: list[int], roles: dict[int, str], column: int) -> None:
    """Take from both ends of `kept` what stands in another column than the story."""
    for end in (0, -1):
        while kept and abs(lines[kept[end]].indent - column) > 1 and lines[kept[end]].words < 40:
            roles[kept.pop(end)] = "junk"


_OPENS_INSET = frozenset({"newsletter", "related", "advert", "legal", "share", "comments"})


def _finished(line: Line) -> bool:
    """Whether a short line is a sentence of its own, as headlines are not."""
    return (
        line.kind == "paragraph"
        and line.words >= 5
        and is_sentence(line.text)
        and line.text.rstrip("\"'”’»")[-1:] == "."
    )


def _teaser(line: Line) -> bool:
    """Whether a line that reads like prose is a headline or teaser in a box of links."""
    return line.linked > 0.5 or (line.kind in {"list", "heading"} and line.words < 25)


def _without_orphans(lines: list[Line], kept: list[int], roles: dict[int, str], known: bool) -> list[int]:
    """Return `kept` without short lines that head nothing: before the first paragraph, after the last, in runs."""
    prose = [i for i in kept if lines[i].prose]
    if not prose:
        return kept
    while len(prose) > 2 and (is_tail(lines[prose[-1]].text) or is_bio(lines[prose[-1]].text)):
        roles[prose.pop()] = "junk"
    last = prose[-1]
    result: list[int] = []
    for place, index in enumerate(kept):
        line = lines[index]
        if roles.get(index):
            continue
        if line.prose or line.ended:
            if index <= last or (line.ended and not (len(prose) > 2 and is_tail(line.text))):
                result.append(index)
            else:
                roles[index] = "junk"
        elif _first_section(lines, kept, place, prose):
            result.append(index)
        elif index > last or index < prose[0]:
            if line.kind == "list" and index > last and result and lines[result[-1]].kind == "list":
                result.append(index)
            else:
                roles[index] = "junk" if index > last else "navigation"
        elif line.kind == "table" or known:
            result.append(index)
        elif line.kind == "list":
            if _in_prose_list(lines, kept, place):
                result.append(index)
            else:
                roles[index] = "related"
        elif _heads(lines, kept, place):
            result.append(index)
        else:
            roles[index] = "caption" if line.indent > lines[prose[0]].indent else "junk"
    return result


def _in_prose_list(lines: list[Line], kept: list[int], place: int) -> bool:
    """Whether a list item belongs to a list of the story: a line that ends in a colon before it, or prose beside it."""
    before = place
    while before > 0 and lines[kept[before - 1]].kind == "list":
        before -= 1
    after = place
    while after + 1 < len(kept) and lines[kept[after + 1]].kind == "list":
        after += 1
    items = [lines[i] for i in kept[before : after + 1]]
    introduced = (before > 0 and lines[kept[before - 1]].text.rstrip().endswith((":", "："))) or (
        before > 0 and lines[kept[before - 1]].kind == "heading"
    )
    return introduced or sum(item.prose for item in items) * 3 >= len(items)


def _first_section(lines: list[Line], kept: list[int], place: int, prose: list[int]) -> bool:
    """Whether a heading right above the first paragraph is one of a row that parts the story."""
    line = lines[kept[place]]
    if line.kind != "heading" or line.block.level < 2 or place + 1 >= len(kept) or kept[place + 1] != prose[0]:
        return False
    later = [lines[i] for i in kept[place + 1 :] if i < prose[-1]]
    return any(other.kind == "heading" and other.block.level == line.block.level for other in later)


_BOXES = frozenset({"newsletter", "share", "related", "comments", "navigation"})


def _heads(lines: list[Line], kept: list[int], place: int) -> bool:
    """Whether a short line is a subheading: prose follows, in the column of the story, and it stands alone."""
    line = lines[kept[place]]
    if line.words > 20 or place + 1 >= len(kept):
        return False
    following = lines[kept[place + 1]]
    if kept[place] + 1 < len(lines) and lines[kept[place] + 1].role in _BOXES:
        return False  # it heads the box below it
    if line.kind == "heading":
        return following.prose or following.ended or following.kind in {"heading", "list"}
    alone = following.prose or following.ended
    return alone and abs(following.indent - line.indent) <= 1 and line.times == 1 and line.linked < 0.5


def _assembled(article: Article, lines: list[Line], kept: list[int], roles: dict[int, str], titles: set[str]) -> Body:
    """Return the body made of the kept lines: items of a list on following lines, else with empty lines between."""
    parts: list[str] = []
    blocks: list[Block] = []
    pieces: list[tuple[int, int, int]] = []
    length = 0
    previous: BlockKind | None = None
    for index in kept:
        line = lines[index]
        kind: BlockKind = line.kind
        if kind == "paragraph" and not line.ended and line.words <= 20 and not line.prose and len(kept) > 3:
            kind = "heading"
        if parts:
            gap = "\n" if kind == previous and kind in {"list", "table"} else "\n\n"
            parts.append(gap)
            length += len(gap)
        level = line.block.level or (2 if kind == "heading" else 0)
        blocks.append(Block(kind, length, length + len(line.text), level))
        pieces.append((line.block.start, line.block.end, length))
        parts.append(line.text)
        length += len(line.text)
        previous = kind
    chosen = set(kept)
    outside = tuple(
        Outside(line.block, roles.get(i) or _outer_role(line, titles))
        for i, line in enumerate(lines)
        if i not in chosen
    )
    body = Body("".join(parts), tuple(blocks), (), outside, tuple(pieces))
    return Body(body.text, body.blocks, tuple(_moved(article.links, body)), outside, body.pieces)


def _outer_role(line: Line, titles: set[str]) -> str:
    return "title" if fold(line.text) in titles else line.role or ("junk" if line.prose else "navigation")


def _moved(links: tuple[Link, ...], body: Body) -> Iterator[Link]:
    for link in links:
        start = body.from_source(link.start)
        end = body.from_source(link.end - 1)
        if start is not None and end is not None and re.match(r"https?://", link.url):
            yield Link(start, end + 1, link.url)
