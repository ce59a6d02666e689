"""People whom the news calls by one name: the full name that stands for it."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from briefs.tables.files import table_lines


class WellKnown(NamedTuple):
    """A person of the list: the full name, and all forms of it."""

    name: str
    forms: tuple[str, ...]


@lru_cache(maxsize=1)
def well_known() -> tuple[WellKnown, ...]:
    """Return the people of `briefs/tables/people.txt`, in its order."""
    rows = [line.split("|") for line in table_lines("people.txt")]
    return tuple(WellKnown(row[0].strip(), tuple(form.strip() for form in row)) for row in rows)
