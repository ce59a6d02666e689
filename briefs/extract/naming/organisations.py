"""Bodies that the news names by a short name, and what kind of body a name says it is."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from briefs.extract.naming.lexicon.bodies import ORGANISATION_CUES, STRONG_ORGANISATION_CUES
from briefs.tables.files import table_lines


class Body(NamedTuple):
    """An organisation of the list: its name, all forms of it, and its kind ("government", "index", "think tank")."""

    name: str
    forms: tuple[str, ...]
    kind: str


@lru_cache(maxsize=1)
def bodies() -> tuple[Body, ...]:
    """Return the organisations of `briefs/tables/organisations.txt`, in its order."""
    rows = [line.split("|") for line in table_lines("organisations.txt")]
    return tuple(Body(r[0].strip(), tuple(f.strip() for f in r[:-1]), r[-1].strip(" =")) for r in rows)


def category_of(words: tuple[str, ...]) -> str | None:
    """Return what kind of organisation a name says it is: the last strong cue in it decides, else the last weak one."""
    lower = [w.lower() for w in words]
    if "institute" in lower and "technology" in lower:
        return "university"
    cues = [w for w in lower if w in ORGANISATION_CUES]
    strong = [w for w in cues if w in STRONG_ORGANISATION_CUES]
    return ORGANISATION_CUES[(strong or cues)[-1]] if cues else None
