"""Who and what the text names: one type per surface, decided over the whole document."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from briefs.extract.document import Document
from briefs.model import Author, Entity, Mention, Part
from briefs.tables import Tables


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

    def within(self, part: Part, start: int, end: int) -> Iterator[tuple[Mention, Entity]]:
        """Yield the mentions that begin and end within `[start, end)` of `part`, in order, with their entities."""
        rows = self._mentions.get(part, [])
        for index in range(bisect_left(rows, start, key=lambda row: row[0]), len(rows)):
            if rows[index][0] >= end:
                break
            if rows[index][1] <= end:
                yield rows[index][2], rows[index][3]


def find_names(document: Document, tables: Tables, authors: tuple[Author, ...]) -> Names:
    """Return the companies, people, organisations, countries and places that `document` names."""
    raise NotImplementedError
