"""Dates as a query writes them: `2025-02`, `>2025-01-15`, `[2025-01 TO 2025-03]`, `last-week`.

Whoosh's own date parser reads several of these wrongly, so none of it is used. A period is a pair of day ordinals
(`datetime.date.toordinal`), both ends within.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from functools import partial
from typing import NamedTuple

from search_index.queries import comparisons
from search_index.queries.comparisons import Bounds

FIRST, LAST = date.min.toordinal(), date.max.toordinal()

FORMS = "2025, 2025-02, 2025-02-14, 2025-q1, today, yesterday, this-week, last-month or 7d"


class Period(NamedTuple):
    """Days from `first` to `last`, both within; empty where `first` is after `last`."""

    first: int
    last: int


_YEAR = re.compile(r"(\d{4})")
_QUARTER = re.compile(r"(\d{4})-?q([1-4])|q([1-4])-?(\d{4})")
_WEEK = re.compile(r"(\d{4})-?w(\d{1,2})")
_MONTH = re.compile(r"(\d{4})[-/.](\d{1,2})")
_DAY = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")
_AGO = re.compile(r"(?:last-?)?(\d{1,4})-?(d|days?|w|weeks?|m|months?|y|years?)")
_DAY_FIRST = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")  # with slashes it may be the month that comes first
_NAMED = re.compile(r"(?:(\d{1,2})-)?([a-z]{3,9})-(\d{4})|([a-z]{3,9})-(\d{1,2})-(\d{4})")
_RELATIVE = re.compile(r"(this|last)-?(week|month|quarter|year)")
_NAMES = "january february march april may june july august september october november december"
MONTHS = tuple(_NAMES.split())
_SPACE = re.compile(r"[\s_,]+|(?<=[a-z])\.\s*")  # "Feb. 14, 2025"


def parse_date(text: str, today: date) -> Period | None:
    """Return the days that `text` means, also a comparison or a range with two full stops; None if it is no date."""
    found = comparisons.parse(text, partial(_bounds, today=today), FIRST, LAST)
    return found and Period(*found)


def parse_range(start: str, end: str, today: date, open_start: bool = False, open_end: bool = False) -> Period | None:
    """Return the days from `start` to `end`, each a period whose days count unless that end is open; "" or * is any."""
    read = partial(_bounds, today=today)
    found = comparisons.parse_range(start, end, read, FIRST, LAST, open_start, open_end)
    return found and Period(*found)


def _bounds(text: str, today: date) -> Bounds[int] | None:
    period = _named_period(_SPACE.sub("-", text.strip().lower()), today)
    return period and Bounds(period.first - 1, period.first, period.last, period.last + 1)


def _named_period(text: str, today: date) -> Period | None:
    try:
        return _absolute(text) or _relative(text, today)
    except (ValueError, OverflowError):  # the 31st of February, the year 0, a thousand years ago
        return None


def _absolute(text: str) -> Period | None:
    if match := _YEAR.fullmatch(text):
        return _months(int(match[1]), 1, 12)
    if match := _QUARTER.fullmatch(text):
        return _months(int(match[1] or match[4]), 3 * int(match[2] or match[3]) - 2, 3)
    if match := _WEEK.fullmatch(text):
        first = date.fromisocalendar(int(match[1]), int(match[2]), 1).toordinal()
        return Period(first, first + 6)
    if match := _MONTH.fullmatch(text):
        return _months(int(match[1]), int(match[2]), 1)
    if match := _DAY.fullmatch(text):
        day = date(int(match[1]), int(match[2]), int(match[3])).toordinal()
        return Period(day, day)
    if match := _DAY_FIRST.fullmatch(text):
        day = date(int(match[3]), int(match[2]), int(match[1])).toordinal()
        return Period(day, day)
    if match := _NAMED.fullmatch(text):
        numbers = [n for n, name in enumerate(MONTHS, start=1) if name.startswith(match[2] or match[4])]
        if len(numbers) != 1:
            return None
        of_month, year = match[1] or match[5], int(match[3] or match[6])
        if of_month:
            day = date(year, numbers[0], int(of_month)).toordinal()
            return Period(day, day)
        return _months(year, numbers[0], 1)
    return None


def _relative(text: str, today: date) -> Period | None:
    now = today.toordinal()
    if text == "today":
        return Period(now, now)
    if text == "yesterday":
        return Period(now - 1, now - 1)
    if match := _RELATIVE.fullmatch(text):
        back = 1 if match[1] == "last" else 0
        if match[2] == "week":
            monday = now - today.weekday() - 7 * back
            return Period(monday, monday + 6)
        span = {"month": 1, "quarter": 3, "year": 12}[match[2]]
        month = (today.month - 1) // span * span - span * back  # counted from this January
        return _months(today.year + month // 12, month % 12 + 1, span)
    if match := _AGO.fullmatch(text):
        number, unit = int(match[1]), match[2][0]
        if unit in "dw":
            return Period((today - timedelta(days=number * (7 if unit == "w" else 1) - 1)).toordinal(), now)
        months = today.year * 12 + today.month - 1 - number * (12 if unit == "y" else 1)
        year, month = months // 12, months % 12 + 1
        first = date(year, month, min(today.day, monthrange(year, month)[1]))
        return Period(first.toordinal() + 1, now)
    return None


def _months(year: int, month: int, count: int) -> Period:
    """Return `count` months that do not leave their year."""
    last = month + count - 1
    return Period(date(year, month, 1).toordinal(), date(year, last, monthrange(year, last)[1]).toordinal())
