"""Saved searches, and the small state that the reader keeps between two starts."""

from __future__ import annotations

from msgspec import Struct

from briefs.errors import NotFoundError, UsageError
from briefs.library.database import Database
from briefs.text import displayable, sanitise, squash

_LONGEST = 100  # characters of a name


class SavedSearch(Struct, frozen=True):
    """A query under a name; `seen` is the library's sequence when its hits were last looked at."""

    name: str
    query: str
    seen: int


class SavedSearches:
    """Queries under names, each knowing what was new when it was last looked at."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def save(self, name: str, query: str) -> SavedSearch:
        """Keep `query` under `name`, in the place of an older one. Raises UsageError for an empty or endless name."""
        kept = squash(sanitise(name)).lstrip("@")
        if not kept:
            raise UsageError("A saved search needs a name of at least one letter.")
        if len(kept) > _LONGEST:
            raise UsageError(f"The name of a saved search has at most {_LONGEST} characters; this one has {len(kept)}.")
        with self._database.write() as connection:
            connection.execute(
                "INSERT INTO saved (name, query) VALUES (?, ?) ON CONFLICT DO UPDATE SET query = excluded.query",
                (kept, sanitise(query)),
            )
        return self.get(kept)

    def get(self, name: str) -> SavedSearch:
        """Return the search of this name, "@" before it or not; raises NotFoundError, with the names there are."""
        wanted = squash(sanitise(name)).lstrip("@")
        row = self._database.one("SELECT name, query, seen FROM saved WHERE name = ?", (wanted,))
        if row is None:
            names = ", ".join(displayable(s.name) for s in self.all()[:10])
            there = f"there are {names}" if names else "none is saved yet"
            raise NotFoundError(f"No search is saved as {displayable(wanted)[:60]}; {there}.")
        return SavedSearch(*row)

    def all(self) -> list[SavedSearch]:
        """Return all saved searches by name."""
        return [SavedSearch(*row) for row in self._database.all("SELECT name, query, seen FROM saved ORDER BY name")]

    def remove(self, name: str) -> None:
        """Forget a saved search; raises NotFoundError where there is none of this name."""
        found = self.get(name)
        with self._database.write() as connection:
            connection.execute("DELETE FROM saved WHERE name = ?", (found.name,))

    def seen(self, name: str, sequence: int) -> None:
        """Remember that the hits of this search were looked at when the library was at `sequence`."""
        found = self.get(name)
        with self._database.write() as connection:
            connection.execute("UPDATE saved SET seen = max(seen, ?) WHERE name = ?", (sequence, found.name))


class State:
    """Values under keys."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self, key: str) -> str | None:
        """Return what was kept under `key`, or None."""
        row = self._database.one("SELECT value FROM state WHERE key = ?", (key,))
        return str(row[0]) if row else None

    def set(self, key: str, value: str | None) -> None:
        """Keep `value` under `key`; None forgets it."""
        with self._database.write() as connection:
            if value is None:
                connection.execute("DELETE FROM state WHERE key = ?", (key,))
            else:
                connection.execute(
                    "INSERT INTO state VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value", (key, value)
                )
