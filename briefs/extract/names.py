"""The record of whom and what a text names, and where: what the other extractors ask."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
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

    def at(self, part: Part, offset: int) -> tuple[Mention, Entity] | None:
        """Return the mention that holds `offset`, with its entity: the surname there resolved to its person."""
        rows = self._mentions.get(part, [])
        place = bisect_right(self._starts.get(part, ()), offset) - 1
        for row in reversed(rows[max(0, place - 3) : place + 1]):
            if row[0] <= offset < row[1]:
                return row[2], row[3]
        return None

    def named(self, name: str) -> Entity | None:
        """Return the entity that `name` stands for in this document, by its canonical name or any of its mentions."""
        return self._by_name.get(name.casefold())

    @cached_property
    def _by_name(self) -> dict[str, Entity]:
        found = {m.text.casefold(): e for e in reversed(self.entities) for m in e.mentions}
        return found | {e.name.casefold(): e for e in reversed(self.entities)}
