"""People whom the news calls by one name: the full name that stands for it."""

from __future__ import annotations

from functools import lru_cache
from importlib import resources
from typing import NamedTuple


class WellKnown(NamedTuple):
    """A person of the list: the full name, and all forms of it."""

    name: str
    forms: tuple[str, ...]


@lru_cache(maxsize=1)
def well_known() -> tuple[WellKnown, ...]:
    """Return the people of `briefs/tables/people.txt`, in its order."""
    text = resources.files("briefs.tables").joinpath("people.txt").read_text(encoding="utf-8")
    rows = [line.split("|") for line in text.splitlines() if line.strip() and not line.startswith("#")]
    return tuple(WellKnown(row[0].strip(), tuple(form.strip() for form in row)) for row in rows)
