"""Figures as terms of the index.

A figure is a term of its unit and its value, written so that terms sort as the numbers do: a range of numbers is then
a range of terms. A figure that is itself a range ("25 to 35 percent") stands under both of its ends, and once more as a
whole, for questions that lie between them.
"""

from __future__ import annotations

import math
import struct
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from briefs.model import KeyFigure
from briefs.text import fold

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_BITS = 16  # hexadecimal digits of a number in a term
_MEASURE = 40  # code points of what a figure measures that its term holds


def unit_term(unit: str) -> str:
    """Return how a unit begins its terms, and what it is called as a field."""
    return fold(unit).replace(" ", "-")[:32]


def figure_term(unit: str, number: float) -> str:
    """Return the term of a figure; within one unit, terms sort as their numbers do."""
    bits = struct.unpack(">Q", struct.pack(">d", number + 0.0))[0]  # + 0.0 makes of -0.0 the other zero
    bits = bits ^ 0xFFFF_FFFF_FFFF_FFFF if bits >> 63 else bits | 1 << 63
    return f"{unit_term(unit)}\x00{bits:016x}"


def amount_terms(figures: Sequence[KeyFigure]) -> list[str]:
    """Return a term for each key figure of a brief: its unit, its value, which one of them it is, what it measures.

    So those of one unit stand in the order of their values, a range at its higher end, and each can be found again.
    """
    return [
        f"{figure_term(figure.unit, size)}{number:03}{fold(figure.measures or figure.sentence)[:_MEASURE]}"
        for number, figure in enumerate(figures)
        if math.isfinite(size := size_of(figure))
    ]


def size_of(figure: KeyFigure) -> float:
    """Return what figures of one unit are compared by: the value, or the higher end of a range."""
    return max(figure.value) if isinstance(figure.value, tuple) else figure.value


def numbers_in(terms: Sequence[bytes]) -> NDArray[np.float64]:
    """Return the numbers of terms of one unit."""
    import numpy as np  # the shell reads figures of a query without it

    begin = terms[0].index(b"\x00") + 1 if terms else 0
    bits = np.array([int(term[begin : begin + _BITS], 16) for term in terms], np.uint64)
    top = np.uint64(1 << 63)
    return np.where(bits & top, bits ^ top, ~bits).view(np.float64)


class Amount(NamedTuple):
    """Which of a brief's key figures a term stands for, and the beginning of what it measures."""

    number: int
    measures: str


def amount_in(term: bytes) -> Amount:
    """Return what a term of `amount_terms` says beside its unit and its value."""
    rest = term[term.index(b"\x00") + 1 + _BITS :].decode()
    return Amount(int(rest[:3]), rest[3:])


def span_terms(figure: KeyFigure) -> set[str]:
    """Return the term of a figure that is a range: its unit, its lower and its higher end; nothing for another."""
    if not isinstance(figure.value, tuple) or not all(math.isfinite(value) for value in figure.value):
        return set()
    return {figure_term(figure.unit, min(figure.value)) + figure_term("", max(figure.value))[1:]}


def figure_terms(figure: KeyFigure) -> set[str]:
    """Return the terms under which a figure is found: its value, or both ends of its range."""
    values = figure.value if isinstance(figure.value, tuple) else (figure.value,)
    return {figure_term(figure.unit, value) for value in values if math.isfinite(value)}
