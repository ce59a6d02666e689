"""Figures as a query writes them, as numbers: `usd:>1bn`, `percent:[30 TO 40]`."""

from __future__ import annotations

import math
import re
import sys
from collections.abc import Set
from typing import NamedTuple

from briefs.model import KeyFigure
from search_index.queries import comparisons
from search_index.queries.comparisons import Bounds
from search_index.terms.figures import unit_term

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
_CLOSE = 1e-9  # relative: two ways of computing the same figure differ by less, two figures by more


class Interval(NamedTuple):
    """Numbers from `low` to `high`, both within."""

    low: float
    high: float


def parse_figure(text: str) -> Interval | None:
    """Return the numbers that `text` means, also a comparison or a range with two full stops; None if it is none."""
    if text.lstrip().startswith("~"):
        number = _number(text.lstrip()[1:])
        return None if number is None else Interval(*sorted((number * 0.95, number * 1.05)))
    found = comparisons.parse(text, _bounds, -math.inf, math.inf)
    return found and Interval(*found)


def foreign_signs(text: str, unit: str) -> list[str]:
    """Return the signs in what a query writes for figures of a unit that are those of others."""
    return [sign for sign, units in _SIGNS.items() if sign in text and unit not in units]


def parse_range(start: str, end: str, open_start: bool = False, open_end: bool = False) -> Interval | None:
    """Return the numbers from `start` to `end`, without an end that is open; "" or * is any number."""
    found = comparisons.parse_range(start, end, _bounds, -math.inf, math.inf, open_start, open_end)
    return found and Interval(*found)


def _number(text: str) -> float | None:
    match = _NUMBER.fullmatch(text.strip().lower().replace(",", "").replace("_", ""))
    if match is None or match[3] not in _SCALES:
        return None
    return float(match[2]) * _SCALES[match[3]] * (-1 if match[1] in ("-", "−") else 1)


def _bounds(text: str) -> Bounds[float] | None:
    """Return a number with those just below and just above it, which differ by floating point alone: it covers both."""
    number = _number(text)
    if number is None:
        return None
    margin = abs(number) * _CLOSE or sys.float_info.min  # "more than 0" is not 0
    return Bounds(number - margin, number - margin, number + margin, number + margin)


def is_within(figure: KeyFigure, unit: str, interval: Interval) -> bool:
    """Tell whether a figure is in that unit, as fields are called, and its value or some of its range in `interval`."""
    values = figure.value if isinstance(figure.value, tuple) else (figure.value,)
    return unit_term(figure.unit) == unit and min(values) <= interval.high and max(values) >= interval.low
