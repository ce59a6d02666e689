"""The record of whom and what a text names, and where: what the other extractors ask."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from briefs.model import Entity, Mention, Part


@dataclass(frozen=True)
class Names:
    """The entities of a document, main ones first within each kind, then by number of mentions."""

    companies: tuple[Entity, ...] = ()
    people: tuple[Entity, ...] = ()
    organisations: tuple[Entity, ...] = ()
    countries: tuple[Entity, ...] = ()
    places: tuple[Entity, ...] = ()

    @property
    def entities(self) -> tuple[Entity, ...]:
        """All of them, companies first."""
        return self.companies + self.people + self.organisations + self.countries + self.places

    @cached_property
    def _mentions(self) -> dict[Part, list[tuple[int, int, Mention, Entity]]]:
        found: dict[Part, list[tuple[int, int, Mention, Entity]]] = {}
        for entity in self.entities:
            for mention in entity.mentions:
                found.setdefault(mention.part, []).append((mention.start, mention.end, mention, entity))
        return {part: sorted(rows, key=lambda row: row[:2]) for part, rows in found.items()}

    @cached_property
    def _starts(self) -> dict[Part, list[int]]:
        return {part: [row[0] for row in rows] for part, rows in self._mentions.items()}

    def within(self, part: Part, start: int, end: int) -> Iterator[tuple[Mention, Entity]]:
        """Yield the mentions that begin and end within `[start, end)` of `part`, in order, with their entities."""
        starts, rows = self._starts.get(part, ()), self._mentions.get(part, ())
        first = bisect_left(starts, start)
        for row in rows[first : bisect_left(starts, end, first)]:
            if row[1] <= end:
                yield row[2], row[3]
