"""An article laid out in lines that know their place in the brief, so that every evidence finds its line. Pure."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from briefs.model import Brief, Evidence, Link, Part
from briefs.text import Span
from tui.layout.flow import Line, cells, line, wrap


class Place(NamedTuple):
    """A span of a part of the brief."""

    part: Part
    start: int
    end: int


class Row(NamedTuple):
    """A line on the screen: a span of a part, with what stands before it and how it looks. Blank: start equals end."""

    part: Part
    start: int
    end: int
    prefix: str = ""
    style: str = ""


class Layout:
    """All lines of an article for one width: title, body, then the lines beside it that evidence points into."""

    def __init__(self, brief: Brief, width: int) -> None:
        self.brief = brief
        self.rows: list[Row] = []
        width = max(width, 4)
        if brief.title:
            self._add("title", brief.title, 0, width, style="title")
            self.rows.append(Row("title", len(brief.title), len(brief.title)))
        starts = [block.start for block in brief.blocks]
        offset = 0
        for text in brief.body.split("\n"):
            index = bisect_right(starts, offset) - 1
            block = brief.blocks[index] if index >= 0 and offset < brief.blocks[index].end else None
            kind = block.kind if block else "paragraph"
            first = block is not None and block.start == offset
            prefix = "• " if kind == "list" and first else "  " if kind == "list" else ""
            style = {"heading": "heading", "caption": "muted"}.get(kind, "")
            self._add("body", text, offset, width, prefix, style)
            offset += len(text) + 1
        if brief.source:
            self.rows += [Row("body", len(brief.body), len(brief.body), "── beside the article ──", "muted")]
            offset = 0
            for text in brief.source.split("\n"):
                self._add("source", text, offset, width, style="muted")
                offset += len(text) + 1
        self._of_part: dict[Part, list[int]] = {}  # the rows of each part, in order
        for number, row in enumerate(self.rows):
            self._of_part.setdefault(row.part, []).append(number)
        self._links = sorted(brief.links, key=lambda link: link.start)
        self._link_starts = [link.start for link in self._links]

    def _add(self, part: Part, text: str, offset: int, width: int, prefix: str = "", style: str = "") -> None:
        for number, (start, end) in enumerate(wrap(text, width - len(prefix))):
            before = prefix if number == 0 else " " * len(prefix)
            self.rows.append(Row(part, offset + start, offset + end, before, style))

    def row_of(self, part: Part, offset: int) -> int | None:
        """Return the number of the row that shows this offset of a part; None where the part is not shown."""
        rows = self._of_part.get(part)
        if not rows:
            return None
        index = bisect_right(rows, offset, key=lambda number: self.rows[number].start) - 1
        return rows[max(index, 0)]

    def offset_of(self, row: int) -> int:
        """Return the offset in the body of what stands in a row, or after it: where a reader is."""
        for candidate in self.rows[max(row, 0) :]:
            if candidate.part == "body":
                return candidate.start
        return len(self.brief.body) if row > 0 else 0

    def line(self, number: int, marks: Sequence[tuple[Place, str]] = ()) -> Line:
        """Return a row as it is shown, with the named styles of `marks` over their places."""
        row = self.rows[number]
        text = line(self.brief.part(row.part)[row.start : row.end])
        if row.style:
            text = text.styled(row.style)
        if row.part == "body":
            for link in self._links[: bisect_left(self._link_starts, row.end)][-50:]:
                text = _over(text, row, link.start, link.end, "link")
        for place, style in marks:
            if place.part == row.part:
                text = _over(text, row, place.start, place.end, style)
        return line((row.prefix, row.style or "muted"), text) if row.prefix else text

    def links_in(self, number: int) -> list[tuple[int, int, Link]]:
        """Return the links of a row, each with the cells that it fills."""
        if not 0 <= number < len(self.rows):
            return []
        row = self.rows[number]
        found: list[tuple[int, int, Link]] = []
        for link in self._links if row.part == "body" else ():
            start, end = max(link.start, row.start), min(link.end, row.end)
            if start < end:
                before = cells(row.prefix + self.brief.body[row.start : start])
                found.append((before, before + cells(self.brief.body[start:end]), link))
        return found


def _over(text: Line, row: Row, start: int, end: int, style: str) -> Line:
    return text.styled(style, max(start, row.start) - row.start, max(min(end, row.end) - row.start, 0))


def places_of(brief: Brief, words: str) -> list[Place]:
    """Return where `words` stand in the title and the body, whatever their case, accents, dashes and line ends."""
    if not words.strip():
        return []
    pattern = re.compile(r"\s+".join(map(re.escape, _plain(words).split())))
    parts: tuple[Part, ...] = ("title", "body", "source")
    return [Place(part, *match.span()) for part in parts for match in pattern.finditer(_plain(brief.part(part)))]


_TYPED = str.maketrans("’‘“”„«»–—‑", '\'\'"""""---')  # how signs of print are typed


def _plain(text: str) -> str:
    """Return `text` of the same length without case and accents."""
    return text.translate({ord(character): _plain_character(character) for character in set(text)})


@cache
def _plain_character(character: str) -> str:
    """Return a letter small and without its accents, which are those of European scripts; a sign as it is typed."""
    parts = unicodedata.normalize("NFD", character)
    kept = parts[0] if all("\u0300" <= mark <= "\u036f" for mark in parts[1:]) else character
    small = kept.lower().translate(_TYPED)
    return small if len(small) == 1 else kept


@cache  # asked for only when somebody jumps to a place that no sentence is known for
def _sentence_end() -> re.Pattern[str]:
    return re.compile(r"[.!?…][\"'”’)\]]*\s+|[。！？؟।]+[”’」』）]*|\n")


def sentence_around(brief: Brief, evidence: Evidence) -> Place:
    """Return the sentence that holds `evidence`: one that the brief knows, else what its punctuation says.

    The conversion's own cutting is exact but slow to load; for showing where to look this is enough.
    """
    known = [s.evidence for s in brief.summary]
    known += [e for source in brief.sources for e in source.statements]
    spans = [Span(e.start, e.end) for e in known if e.part == evidence.part]
    spans += [
        Span(f.sentence_start, f.sentence_start + len(f.sentence))
        for f in (*brief.key_figures, *brief.other_figures)
        if f.evidence.part == evidence.part
    ]
    around = [s for s in spans if s.start <= evidence.start and evidence.end <= s.end]
    if around:
        shortest = min(around, key=lambda s: s.end - s.start)
        return Place(evidence.part, *shortest)
    text = brief.part(evidence.part)
    start = text.rfind("\n", 0, evidence.start) + 1
    for match in _sentence_end().finditer(text, start, evidence.start):
        if match.end() <= evidence.start and not _abbreviated(text, match.start()):
            start = match.end()
    for match in _sentence_end().finditer(text, evidence.end):
        if not _abbreviated(text, match.start()):
            return Place(evidence.part, start, start + len(text[start : match.end()].rstrip()))
    return Place(evidence.part, start, len(text))


def _abbreviated(text: str, stop: int) -> bool:
    """Whether the full stop there follows an initial or "Mr" and the like, or goes before a small letter: no end."""
    after = text[stop + 1 : stop + 12].lstrip("\"'”’)] ")
    if text[stop] == "." and after[:1].islower():
        return True
    word = re.search(r"\w*$", text[max(0, stop - 6) : stop])
    last = word.group() if word else ""
    return text[stop] == "." and ((len(last) == 1 and last.isupper()) or last in {"Mr", "Mrs", "Ms", "Dr", "St", "No"})
