"""Comparisons and ranges as a query writes them, of dates and of figures: `>A`, `<=A`, `A..B`, from A to B."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Generic, NamedTuple, TypeVar

_T = TypeVar("_T", int, float)


class Bounds(NamedTuple, Generic[_T]):
    """What a single date or figure covers, from `low` to `high`, and the nearest values `below` and `above` that."""

    below: _T
    low: _T
    high: _T
    above: _T


Read = Callable[[str], Bounds[_T] | None]  # what a single date or figure covers; None for a text that is none

_COMPARISON = re.compile(r"(>=|<=|>|<|=|)(.*)", re.DOTALL)


def parse(text: str, read: Read[_T], least: _T, most: _T) -> tuple[_T, _T] | None:
    """Return the first and the last value that `text` means: one alone, a comparison, or a range with two full stops.

    `least` and `most` are the ends of what has no end. None where `read` does not know a value.
    """
    operator, rest = _COMPARISON.fullmatch(text.strip()).groups()  # type: ignore[union-attr]  # it matches any text
    if not operator and ".." in rest:
        start, _, end = rest.partition("..")
        return parse_range(start, end, read, least, most)
    value = read(rest)
    if value is None:
        return None
    meanings = {
        ">": (value.above, most),
        ">=": (value.low, most),
        "<": (least, value.below),
        "<=": (least, value.high),
    }
    return meanings.get(operator, (value.low, value.high))


def parse_range(
    start: str, end: str, read: Read[_T], least: _T, most: _T, open_start: bool = False, open_end: bool = False
) -> tuple[_T, _T] | None:
    """Return the first and the last value from `start` to `end`, an end that is open left out; "" or * is any value."""
    low, high = least, most
    if start.strip() not in ("", "*"):
        value = read(start)
        if value is None:
            return None
        low = value.above if open_start else value.low
    if end.strip() not in ("", "*"):
        value = read(end)
        if value is None:
            return None
        high = value.below if open_end else value.high
    return low, high
