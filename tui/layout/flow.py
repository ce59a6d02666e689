"""Text laid out in terminal cells: lines with named styles, wrapping, cutting, columns. Knows no Textual.

A line is plain text with runs of style names over code points. What comes from outside is made safe on its way in, by
`plain`; nothing here or later reads it as markup. Work is linear in the length of the text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from rich.cells import cell_len, split_graphemes

from briefs.text import Span, displayable

# Characters of one cell each: Latin, Greek, Cyrillic, the punctuation and signs that news is full of, and those that we
# draw with. They make up nearly all text, and measuring it one by one would cost a long article 0.1 s.
_SINGLE = re.compile(
    "[ -~\xa0-\xac\xae-\u02ff\u0370-\u0482\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2500-\u25fc\u2605\u2713]*"
)


def cells(text: str) -> int:
    """Return the width of `text` on the screen, in terminal cells."""
    return len(text) if _SINGLE.fullmatch(text) else cell_len(text)


class Run(NamedTuple):
    """The name of a style over a half-open range of code points."""

    start: int
    end: int
    style: str


class Line(NamedTuple):
    """Text with its runs; later runs lie over earlier ones."""

    text: str = ""
    runs: tuple[Run, ...] = ()

    @property
    def cells(self) -> int:
        """The width on the screen, in terminal cells."""
        return cells(self.text)

    def cut(self, start: int, end: int) -> Line:
        """Return the part between two code points, with the runs that reach into it."""
        runs = (Run(max(r.start, start) - start, min(r.end, end) - start, r.style) for r in self.runs)
        return Line(self.text[start:end], tuple(r for r in runs if r.start < r.end))

    def styled(self, style: str, start: int = 0, end: int | None = None) -> Line:
        """Return the same line with one more style over a part of it."""
        end = len(self.text) if end is None else end
        return Line(self.text, (*self.runs, Run(start, end, style))) if start < end else self


def plain(text: str) -> str:
    """Return text from outside as it may stand on one line of the screen: same length, nothing a terminal obeys."""
    return displayable(text.replace("\n", " "))


def line(*parts: str | tuple[str, str] | Line) -> Line:
    """Return parts as one line: a text, a text with its style, or a line. Texts may come from outside."""
    texts: list[str] = []
    runs: list[Run] = []
    length = 0
    for part in parts:
        if isinstance(part, Line):
            text, part_runs = part.text, [Run(length + r.start, length + r.end, r.style) for r in part.runs]
        elif isinstance(part, tuple):
            text = plain(part[0])
            part_runs = [Run(length, length + len(text), part[1])] if text and part[1] else []
        else:
            text, part_runs = plain(part), []
        texts.append(text)
        runs += part_runs
        length += len(text)
    return Line("".join(texts), tuple(runs))


# No line begins with these: closing marks of CJK text, where a line may otherwise break between any two characters.
_NOT_FIRST = frozenset("、。，．！？；：」』）】》〉〕｝…‥・ー々ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ%％")


def wrap(text: str, width: int) -> list[Span]:
    """Return the lines of `text` within `width` cells as spans.

    They break at spaces or between CJK characters, and anywhere where a word is longer than a line. Spaces at a break
    belong to no line. An empty text is one empty line.
    """
    width = max(width, 1)
    if _SINGLE.fullmatch(text):
        return _wrap_single(text, width) if len(text) > width else [Span(0, len(text))]
    return _wrap_graphemes(text, width)


def _wrap_single(text: str, width: int) -> list[Span]:
    spans: list[Span] = []
    start, length = 0, len(text)
    while length - start > width:
        # A space just after the last cell is as good a place as one before it.
        space = text.rfind(" ", start, start + width + 1)
        if space <= start:
            end = after = start + width
        else:
            end, after = space, space + 1
        while after < length and text[after] == " ":
            after += 1
        while end > start and text[end - 1] == " ":
            end -= 1
        spans.append(Span(start, end))
        start = after
    if start < length or not spans:
        spans.append(Span(start, length))
    return spans


def _wrap_graphemes(text: str, width: int) -> list[Span]:
    spans: list[Span] = []
    graphemes = split_graphemes(text)[0]
    first = 0  # the grapheme that begins the line
    while first < len(graphemes):
        start = graphemes[first][0]
        if spans and text[start] == " ":  # spaces at a break belong to no line
            first += 1
            continue
        stop, first = _end_of_line(text, graphemes, first, width)
        end = graphemes[stop - 1][1]
        while end > start and text[end - 1] == " ":
            end -= 1
        spans.append(Span(start, end))
    return spans


def _end_of_line(text: str, graphemes: list[tuple[int, int, int]], first: int, width: int) -> tuple[int, int]:
    """Return the grapheme after the line that begins at `first`, and the one that begins the next line."""
    used = 0
    place = 0  # the last grapheme at which the line may break
    previous = 1
    for index in range(first, len(graphemes)):
        left, _, size = graphemes[index]
        character = text[left]
        if index > first and (
            character == " " or text[left - 1] == " " or (max(size, previous) == 2 and character not in _NOT_FIRST)
        ):
            place = index
        used += size
        if used > width and index > first and character != " ":
            stop = place or index
            return stop, stop
        previous = size
    return len(graphemes), len(graphemes)


def wrapped(content: Line, width: int, *, indent: int = 0, most: int | None = None) -> list[Line]:
    """Return `content` as lines within `width` cells; lines after the first are indented.

    With `most`, at most so many lines: the last one then ends in "…" where something is left out.
    """
    width = max(width, 2)
    indent = min(indent, width // 2)
    spans = wrap(content.text, width)
    if indent and len(spans) > 1:
        rest = spans[1].start
        tail = [Span(rest + s.start, rest + s.end) for s in wrap(content.text[rest:], width - indent)]
        spans = [spans[0], *tail]
    left_out = most is not None and len(spans) > most
    if left_out:
        spans = spans[:most]
        spans[-1] = Span(spans[-1].start, len(content.text))
    lines = [content.cut(s.start, s.end) for s in spans]
    if left_out:
        lines[-1] = fit(lines[-1], width - (indent if len(lines) > 1 else 0))
    space = Line(" " * indent)
    return [lines[0], *(line(space, rest_of_it) for rest_of_it in lines[1:])] if indent else lines


def fit(content: Line, width: int) -> Line:
    """Return `content` cut to `width` cells, with "…" where something is left out."""
    if content.cells <= width:
        return content
    if width <= 0:
        return Line()
    if _SINGLE.fullmatch(content.text):
        return line(content.cut(0, width - 1), "…")
    used = 0
    for left, _, size in split_graphemes(content.text[: width * 8 + 64])[0]:
        if used + size > width - 1:
            return line(content.cut(0, left), "…")
        used += size
    return line(content.cut(0, width * 8 + 64), "…")  # nothing but joined characters


def spread(left: Line, right: Line, width: int) -> Line:
    """Return one line of `width` cells: `left` at its start, cut where it must be, `right` at its end."""
    right = fit(right, max(width - 1, 0))
    room = width - right.cells - (1 if right.text else 0)
    left = fit(left, max(room, 0))
    return line(left, Line(" " * (width - left.cells - right.cells)), right)


def padded(content: Line, width: int, *, right: bool = False) -> Line:
    """Return `content` in exactly `width` cells, at the left or the right of them."""
    content = fit(content, width)
    space = Line(" " * (width - content.cells))
    return line(space, content) if right else line(content, space)


_BARS = " ▏▎▍▌▋▊▉█"


def bar(share: float, width: int) -> str:
    """Return a bar of `width` cells at most for a share between 0 and 1, exact to an eighth of a cell."""
    eighths = round(min(max(share, 0.0), 1.0) * width * 8)
    eighths = max(eighths, 1) if share > 0 else 0
    full, part = divmod(eighths, 8)
    return "█" * full + (_BARS[part] if part else "")


def sparkline(values: Sequence[int]) -> str:
    """Return one bar of eight heights per value, a dot where there is nothing."""
    top = max(values, default=0)
    return "".join("▁▂▃▄▅▆▇█"[min(7, value * 8 // (top + 1))] if value else "·" for value in values)
