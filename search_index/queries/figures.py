"""Figures as numbers: how a query writes them (`usd:>1bn`, `percent:[30 TO 40]`) and how they stand in the index.

A figure is a term of its unit and its value, written so that terms sort as the numbers do: a range of numbers is then
a range of terms. A figure that is itself a range ("25 to 35 percent") stands under both of its ends, and once more as a
whole, for questions that lie between them.
"""

from __future__ import annotations

import math
import re
import struct
from collections.abc import Sequence, Set
from typing import TYPE_CHECKING, NamedTuple

from briefs.model import KeyFigure
from briefs.text import fold

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

FORMS = ">1bn, <=250m, 30, 30..40 or [30 TO 40]"

# ISO 4217: the currencies in use.
_CURRENCIES = """
aed afn all amd ang aoa ars aud awg azn bam bbd bdt bgn bhd bif bmd bnd bob brl bsd btn bwp byn bzd cad cdf chf clp
cny cop crc cup cve czk djf dkk dop dzd egp ern etb eur fjd fkp gbp gel ghs gip gmd gnf gtq gyd hkd hnl htg huf idr
ils inr iqd irr isk jmd jod jpy kes kgs khr kmf kpw krw kwd kyd kzt lak lbp lkr lrd lsl lyd mad mdl mga mkd mmk mnt
mop mru mur mvr mwk mxn myr mzn nad ngn nio nok npr nzd omr pab pen pgk php pkr pln pyg qar ron rsd rub rwf sar sbd
scr sdg sek sgd shp sle sos srd ssp stn svc syp szl thb tjs tmt tnd top try ttd twd tzs uah ugx usd uyu uzs ves vnd
vuv wst xaf xcd xcg xof xpf yer zar zmw zwg
"""
CURRENCIES = frozenset(_CURRENCIES.split())

_SCALES = {
    "": 1.0,
    **dict.fromkeys(("k", "thousand"), 1e3),
    **dict.fromkeys(("m", "mn", "mln", "mio", "million", "millions"), 1e6),
    **dict.fromkeys(("b", "bn", "bln", "billion", "billions"), 1e9),
    **dict.fromkeys(("t", "tn", "trn", "trillion", "trillions"), 1e12),
}
_NUMBER = re.compile(r"([-+−]?)[$€£¥₩₹]?(\d{1,30}(?:\.\d{0,30})?|\.\d{1,30})\s*([a-z]{0,9})%?")
# What tells money apart where it is written before the number; "$" is the dollar's and the peso's of many countries.
_SIGNS: dict[str, Set[str]] = {
    "€": {"eur"},
    "£": {"gbp", "egp", "fkp", "gip", "lbp", "sdg", "shp", "ssp", "syp"},
    "¥": {"cny", "jpy"},
    "₩": {"kpw", "krw"},
    "₹": {"inr"},
    "%": {"percent"},
}
_SIGNS["$"] = CURRENCIES.difference(*_SIGNS.values())
_COMPARISON = re.compile(r"(>=|<=|>|<|=|~|)(.*)", re.DOTALL)
_BITS = 16  # hexadecimal digits of a number in a term
_MEASURE = 40  # code points of what a figure measures that its term holds
_CLOSE = 1e-9  # relative: two ways of computing the same figure differ by less, two figures by more


class Interval(NamedTuple):
    """Numbers from `low` to `high`, both within."""

    low: float
    high: float


def parse_figure(text: str) -> Interval | None:
    """Return the numbers that `text` means, also a comparison or a range with two full stops; None if it is none."""
    operator, rest = _COMPARISON.fullmatch(text.strip()).groups()  # type: ignore[union-attr]  # it matches any text
    if not operator and ".." in rest:
        start, _, end = rest.partition("..")
        return parse_range(start, end)
    number = _number(rest)
    if number is None:
        return None
    below, above = _around(number)
    if operator == ">":
        return Interval(above, math.inf)
    if operator == ">=":
        return Interval(below, math.inf)
    if operator == "<":
        return Interval(-math.inf, below)
    if operator == "<=":
        return Interval(-math.inf, above)
    if operator == "~":
        return Interval(min(number * 0.95, number * 1.05), max(number * 0.95, number * 1.05))
    return Interval(below, above)


def foreign_signs(text: str, unit: str) -> list[str]:
    """Return the signs in what a query writes for figures of a unit that are those of others."""
    return [sign for sign, units in _SIGNS.items() if sign in text and unit not in units]


def parse_range(start: str, end: str, open_start: bool = False, open_end: bool = False) -> Interval | None:
    """Return the numbers from `start` to `end`, without an end that is open; "" or * is any number."""
    low, high = -math.inf, math.inf
    if start.strip() not in ("", "*"):
        number = _number(start)
        if number is None:
            return None
        low = _around(number)[1 if open_start else 0]
    if end.strip() not in ("", "*"):
        number = _number(end)
        if number is None:
            return None
        high = _around(number)[0 if open_end else 1]
    return Interval(low, high)


def _number(text: str) -> float | None:
    match = _NUMBER.fullmatch(text.strip().lower().replace(",", "").replace("_", ""))
    if match is None or match[3] not in _SCALES:
        return None
    return float(match[2]) * _SCALES[match[3]] * (-1 if match[1] in ("-", "−") else 1)


def _around(number: float) -> tuple[float, float]:
    """Return the numbers just below and just above: the difference is of no figure, only of floating point."""
    margin = abs(number) * _CLOSE
    return number - margin, number + margin


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


def is_within(figure: KeyFigure, unit: str, interval: Interval) -> bool:
    """Tell whether a figure is in that unit, as fields are called, and its value or some of its range in `interval`."""
    values = figure.value if isinstance(figure.value, tuple) else (figure.value,)
    return unit_term(figure.unit) == unit and min(values) <= interval.high and max(values) >= interval.low


def figure_terms(figure: KeyFigure) -> set[str]:
    """Return the terms under which a figure is found: its value, or both ends of its range."""
    values = figure.value if isinstance(figure.value, tuple) else (figure.value,)
    return {figure_term(figure.unit, value) for value in values if math.isfinite(value)}
