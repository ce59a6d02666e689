"""Which lines of a story's range are the story's: boxes, notices, related posts and repetitions are taken out of it."""

from __future__ import annotations

import re

from briefs.extract.page import phrases
from briefs.extract.page.credits import is_sentence
from briefs.extract.page.furniture import Role, is_offer, is_references_head
from briefs.extract.page.insertions import drop_offers, drop_pull_quotes, drop_standfirst
from briefs.extract.page.lines import Line, story_indent
from briefs.extract.page.subheadings import without_orphans
from briefs.text import fold


def cleaned(
    lines: list[Line], first: int, last: int, titles: set[str], *, known: bool
) -> tuple[set[int], dict[int, Role]]:
    """Return the numbers of the lines that are the story's, and the roles that the neighbours give to others."""
    roles: dict[int, Role] = {}
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
        elif index and lines[index - 1].role == "newsletter" and _pitches(lines[index - 1], line):
            roles[index] = "newsletter"
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
        drop_standfirst(lines, first, kept, roles)
    drop_offers(lines, kept, roles)
    drop_pull_quotes(lines, kept, roles)
    kept = without_orphans(lines, kept, roles, known)
    return set(kept), roles


def _pitches(heading: Line, line: Line) -> bool:
    """Whether a line right below the heading of a newsletter's box goes on with what is offered."""
    return not heading.ended and line.kind == "paragraph" and line.words <= _PITCH and is_offer(line.text)


def _in_notice(line: Line, before: bool, kept: int) -> bool:
    """Whether a line is of a company's notices and contacts below its news: from such a heading to the next one."""
    if kept >= 3 and line.words <= 12 and not line.ended and phrases.NOTICE_HEAD.fullmatch(line.text):
        return True
    headed = line.kind == "heading" or (line.words <= 8 and re.match(r"About [A-Z]", line.text) and not line.ended)
    return before and not headed


_PITCH = 30  # words
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


def _trim_column(lines: list[Line], kept: list[int], roles: dict[int, Role], column: int) -> None:
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
