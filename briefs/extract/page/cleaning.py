"""Which lines of a story's range are the story's: boxes, notices, related posts and repetitions are taken out of it."""

from __future__ import annotations

import re
from typing import Literal

from briefs.extract.page import phrases
from briefs.extract.page.credits import is_sentence
from briefs.extract.page.furniture import Role, is_offer, is_references_head
from briefs.extract.page.insertions import drop_offers, drop_pitches, drop_pull_quotes, drop_standfirst
from briefs.extract.page.lines import Line, story_indent
from briefs.extract.page.subheadings import without_orphans
from briefs.text import fold


def cleaned(
    lines: list[Line], first: int, last: int, titles: set[str], *, known: bool
) -> tuple[set[int], dict[int, Role]]:
    """Return the numbers of the lines that are the story's, and the roles that the neighbours give to others."""
    column = None if known else story_indent(lines)
    sweep = _Sweep(lines, titles, known=known)
    boxed = _boxed(lines[first:last], column)
    for index in range(first, last):
        if lines[index].body or not known:
            sweep.take(index, inset=boxed[index - first])
    kept, roles = sweep.kept, sweep.roles
    if column is not None:
        _trim_column(lines, kept, roles, column)
    if not known:
        drop_standfirst(lines, first, kept, roles)
    drop_offers(lines, kept, roles)
    drop_pitches(lines, kept, roles)
    drop_pull_quotes(lines, kept, roles)
    kept = without_orphans(lines, kept, roles, known)
    return set(kept), roles


class _Sweep:
    """Goes through the lines of a story's range and keeps those that are the story's."""

    def __init__(self, lines: list[Line], titles: set[str], *, known: bool) -> None:
        self._lines = lines
        self._titles = titles
        self._known = known
        self.kept: list[int] = []
        self.roles: dict[int, Role] = {}
        self._seen: set[str] = set()
        # In a box of links or offers, after its heading: "column" until prose comes, "inset" within the box.
        self._skipping: Literal["", "column", "inset"] = ""
        self._references = self._notice = False

    def take(self, index: int, *, inset: bool) -> None:
        """Keep the line at `index`, or say what else it is; `inset` says that it stands in a box."""
        line = self._lines[index]
        key = fold(line.text)
        if self._skipping == "inset" and not inset:
            self._skipping = ""
        self._references = self._references or is_references_head(line.text)
        self._notice = _in_notice(line, self._notice, len(self.kept))
        role = self._by_itself(line, key, inset=inset) or self._by_place(index, line, inset=inset)
        if role is None:
            self.kept.append(index)
            self._skipping = ""
        else:
            self.roles[index] = role
        self._seen.add(key)

    def _by_itself(self, line: Line, key: str, *, inset: bool) -> Role | None:
        """Return what a line is by its own words, and note where it heads a box."""
        if self._notice:
            return "legal"
        if key in self._titles:
            return "title"
        if line.times > 3 and line.words < 12:
            return line.role or "junk"
        if not line.role and not (len(key) > 20 and key in self._seen):
            return None
        if inset and line.role in _OPENS_INSET:
            self._skipping = "inset"
        elif line.barrier:
            self._skipping = "column"
        return line.role or "junk"

    def _by_place(self, index: int, line: Line, *, inset: bool) -> Role | None:
        """Return what a line is by what stands before it or around it, or None where it is the story's."""
        before = self._lines[index - 1] if index else None
        if before and line.words <= 3 and before.role in {"newsletter", "navigation"} and not self._known:
            return "newsletter"  # "Thank you!" below a form
        if before and before.role == "newsletter" and _pitches(before, line):
            return "newsletter"
        if self._skipping and (inset or not (line.prose or _finished(line)) or _teaser(line)):
            return "reference" if self._references else "related"
        if line.linked > 0.8 or line.truncated:
            return "related"
        if inset and not line.prose and line.kind == "paragraph":
            self._skipping = "inset"  # what follows in the box is under this headline
            return "caption" if not line.ended else "junk"
        return None


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
