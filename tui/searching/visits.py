"""The companies that somebody looked at, and when: for what is new about each since then. Pure."""

from __future__ import annotations

import msgspec

_MOST = 30  # companies remembered: those looked at last


class Visit(msgspec.Struct, frozen=True, array_like=True):
    """A company by its key and name; `seen` is the library's sequence when its briefs were last looked at."""

    key: str
    name: str
    seen: int


def visits_in(text: str | None) -> list[Visit]:
    """Read what `text_of` gave, the last visit first; anything else is no visit."""
    try:
        return msgspec.json.decode(text or "[]", type=list[Visit])
    except msgspec.MsgspecError:
        return []


def text_of(visits: list[Visit]) -> str:
    """Return visits as a text, to be kept."""
    return msgspec.json.encode(visits).decode()


def visited(visits: list[Visit], visit: Visit) -> list[Visit]:
    """Return the visits after one more."""
    return [visit, *(other for other in visits if other.key != visit.key)][:_MOST]
