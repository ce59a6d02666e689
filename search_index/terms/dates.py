"""Dates of publication as numbers of the index, which sort as they do.

Undated is 0. A day has 1,441 numbers: the first for a date without a time of day, which comes before those with one,
the others for its minutes. The clock is that of the place, as the brief writes it.
"""

from __future__ import annotations

from datetime import date

DAY = 1441  # so many numbers a day: number // DAY is its ordinal (`datetime.date.toordinal`)


def day_of(published: str | None) -> int:
    """Return the day ordinal of a brief's `published`, or 0 where it has none that is a date."""
    try:
        return date.fromisoformat((published or "")[:10]).toordinal()
    except ValueError:
        return 0


def date_key(published: str | None) -> int:
    """Return the number of a brief's `published`, to the minute."""
    day = day_of(published)
    clock = (published or "")[10:16]
    if not day or len(clock) != 6 or clock[0] not in "T " or clock[3] != ":":
        return day * DAY
    hours, minutes = clock[1:3], clock[4:6]
    if not (hours + minutes).isdecimal() or int(hours) > 23 or int(minutes) > 59:
        return day * DAY
    return day * DAY + 1 + 60 * int(hours) + int(minutes)
