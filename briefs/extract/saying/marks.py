"""Quotation marks in pairs: what stands between them, in any script, nested, and running over paragraphs."""

from __future__ import annotations

import re
from typing import NamedTuple

from briefs.extract.document import Passage

_CLOSES = {
    "“": '”"',  # a straight mark closes a curly one and the other way round: keyboards and editors mix them
    "„": "“”",
    "‟": "”",
    "”": '”"',  # Swedish and Finnish; and where an editor turned the wrong mark
    "«": "»",
    "»": "«",
    "‹": "›",
    "「": "」",
    "『": "』",
    "‘": "’",
    "‚": "‘’",
    '"': '"”',
    "'": "'",
}
_ANY = re.compile("[“”„‟«»‹›「」『』‘’‚\"']")
_SPACE_ONLY_OPENS = frozenset("\"'‘‚")  # marks that are apostrophes or closers as well
_SINGLE_CLOSE = re.compile(r"(?<=[^\s])['’](?!\w)")
_NEAREST_CLOSE = 400  # characters
_LONGEST_RUN_ON = 2000  # of a quotation that its paragraph never closes


class Quoted(NamedTuple):
    """What stands between two marks: `[start, end)` without them; `closed` is False where the paragraph ended first."""

    start: int
    end: int
    mark: str
    closed: bool
    again: bool  # opens a paragraph after one whose quotation was not closed: the same speaker goes on


def quoted(passage: Passage) -> list[Quoted]:
    """Return the outermost quoted spans of `passage` in order. Linear in its length."""
    found: list[Quoted] = []
    running = ""  # the mark of a quotation that the paragraph before left open
    text = passage.text
    position = 0
    while position < len(text):
        stop = text.find("\n", position)
        stop = len(text) if stop < 0 else stop
        if stop > position:
            spans, left_open = _in_line(text, position, stop)
            first = position + len(text[position:stop]) - len(text[position:stop].lstrip())
            again = bool(running) and text[first : first + 1] == running
            if spans and again and spans[0].start == first + 1:
                spans[0] = spans[0]._replace(again=True)
            found.extend(spans)
            running = left_open
        position = stop + 1
    return _confirmed(found, text)


def _in_line(text: str, start: int, stop: int) -> tuple[list[Quoted], str]:
    """Return the quoted spans of one paragraph, and the mark that stays open at its end, if any."""
    spans: list[Quoted] = []
    open_marks: list[tuple[int, str]] = []
    for match in _ANY.finditer(text, start, stop):
        place, mark = match.start(), match.group()
        before = text[place - 1] if place > start else " "
        after = text[place + 1] if place + 1 < stop else " "
        level = _closing_level(open_marks, mark, before, after, text, place, stop)
        if level is not None:
            opened, kind = open_marks[level]
            del open_marks[level:]
            if not open_marks:
                inside = text[opened + 1 : place]
                first = opened + 1 + len(inside) - len(inside.lstrip())  # « French spaces »
                spans.append(Quoted(min(first, place), opened + 1 + len(inside.rstrip()), kind, True, False))
        elif len(open_marks) < 4 and _may_open(mark, before, after):
            open_marks.append((place, mark))
    if open_marks and open_marks[0][1] not in "'‘‚":
        opened, kind = open_marks[0]
        end = stop - (len(text[opened:stop]) - len(text[opened:stop].rstrip()))
        if 0 < end - opened - 1 <= _LONGEST_RUN_ON:
            spans.append(Quoted(opened + 1, end, kind, False, False))
            return spans, kind
    return spans, ""


def _closing_level(
    open_marks: list[tuple[int, str]], mark: str, before: str, after: str, text: str, place: int, stop: int
) -> int | None:
    """Return which of the open quotations `mark` closes, if it closes one."""
    for level in range(len(open_marks) - 1, -1, -1):
        kind = open_marks[level][1]
        if mark not in _CLOSES[kind]:
            continue
        if mark in "'’":
            if after.isalnum() or before.isspace():
                return None  # an apostrophe: don’t, ’90s
            if before in "sS" and after == " " and text[place + 2 : place + 3].islower():
                stop = min(stop, place + _NEAREST_CLOSE)
                if _SINGLE_CLOSE.search(text, place + 1, stop):
                    return None  # the workers’ demands, in a quotation that closes later
        if mark in "\"'" and before.isspace() and not after.isspace() and after.isalnum():
            return None
        return level
    return None


def _may_open(mark: str, before: str, after: str) -> bool:
    if mark not in _CLOSES or (after.isspace() and mark not in "«‹"):
        return False
    if mark == "”":
        return (before.isspace() or before in "(:") and after.isalnum()
    if mark in _SPACE_ONLY_OPENS:
        return not before.isalnum() and before not in ".,!?%)" and (mark == '"' or after.isalnum() or after in '“"…')
    return not (mark == "»" and before.isalnum())


def _confirmed(found: list[Quoted], text: str) -> list[Quoted]:
    """Drop what was left open by mistake: kept are paragraphs that are one quotation, or that the next goes on with."""
    kept = []
    for index, span in enumerate(found):
        if not span.closed:
            following = found[index + 1] if index + 1 < len(found) else None
            goes_on = following is not None and following.again
            line = text.rfind("\n", 0, span.start) + 1
            whole = not text[line : span.start - 1].strip()
            if not goes_on and not whole:
                continue
        if span.end > span.start:
            kept.append(span)
    return kept
