"""The index at one moment together with the library: what a query may ask of both."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from briefs.tables import Tables
from search_index.answers.amounts import Amounts
from search_index.answers.facets import Facet, facet_of_tags, read_facet
from search_index.answers.grouping import Groups
from search_index.arrays import Ints
from search_index.results import FacetName
from search_index.snapshot import Snapshot

if TYPE_CHECKING:
    from briefs.library import Library

_Mask = NDArray[np.bool_]


class Moment:
    """A snapshot, up to which change of the library it goes, and the library's marks as they are now."""

    def __init__(
        self,
        snapshot: Snapshot,
        version: tuple[str, int],
        sequence: int,
        library: Library,
        tables: Callable[[], Tables],
        today: Callable[[], date],
    ) -> None:
        self.snapshot = snapshot
        self.version = version  # the build, and which commit of it
        self.sequence = sequence  # the last change of the library that is in the index
        self.tables = tables
        self.today = today
        self._library = library
        self._facets: dict[tuple[FacetName, bool], Facet] = {}
        self._units: set[str] | None = None
        self._fresh: tuple[int, _Mask | None] = (-1, None)

    @cached_property
    def groups(self) -> Groups | None:
        """The stories that several briefs tell; None where there are none."""
        return Groups(self.snapshot) if len(self.snapshot.stories.retelling) else None

    @cached_property
    def amounts(self) -> Amounts:
        """The key figures of all briefs."""
        return Amounts(self.snapshot)

    def stories(self, ids: list[str], docs: Ints) -> dict[str, list[str]]:
        """Return for each brief that does not tell its story alone those that tell it, the earliest first."""
        if self.groups is None:
            return {}
        told = np.flatnonzero(self.groups.stories(docs) >= 0)
        return {ids[place]: self.story(int(docs[place])) for place in told.tolist()}

    def story(self, doc: int) -> list[str]:
        """Return the identifiers of the briefs that tell the story of a document, the earliest first."""
        docs = self.groups.of(doc) if self.groups else np.array([doc], np.int64)
        fresh = self.fresh()
        return self.snapshot.identifiers(docs if fresh is None else docs[fresh[docs]])

    def story_of(self, identifier: str) -> list[str]:
        """Return the identifiers of the briefs that tell the story of a brief, the earliest first, itself among them.

        `identifier` is any unique beginning of one. Raises NotFoundError or AmbiguousError.
        """
        whole = self._library.resolve(identifier)
        docs = self.snapshot.numbered([whole]).tolist()
        told = self.story(docs[0]) if docs else []
        return told if whole in told else [whole]  # it has changed, and the index has yet to catch up

    def arrived(self, since: int) -> _Mask:
        """Return which documents are of briefs that the library was given after its change number `since`."""
        mask = np.zeros(self.snapshot.count, np.bool_)
        mask[self.snapshot.numbered(self._library.arrived(since))] = True
        return mask

    def marked(self, state: str) -> set[str]:
        """Return the identifiers of the briefs that are "unread", "read", "starred" or "noted"."""
        return self._library.marks.ids(state)  # type: ignore[arg-type]  # a query names no other

    def tagged(self, tag: str) -> set[str]:
        """Return the identifiers of the briefs with this tag."""
        return self._library.marks.tagged(tag)

    def tags(self) -> Iterable[str]:
        """Return all tags."""
        return sorted(self._library.marks.tags())

    def units(self) -> set[str]:
        """Return the units of the figures in the index, as fields are called."""
        if self._units is None:
            self._units = self.snapshot.heads("figure", "\x00")
        return self._units

    def languages(self) -> set[str]:
        """Return the languages of the briefs in the index."""
        return self.snapshot.heads("lang", "\x00")

    def facet(self, name: FacetName, mentioned: bool = False) -> Facet:
        """Return a facet with its values, with `mentioned` also of what briefs only mention.

        That of the tags is as the marks are now.
        """
        if name == "tag":
            return facet_of_tags(self.snapshot, {tag: self.tagged(tag) for tag in self.tags()})
        if (name, mentioned) not in self._facets:
            self._facets[name, mentioned] = read_facet(self.snapshot, name, self.tables(), mentioned)
        return self._facets[name, mentioned]

    def chosen(self, facet: FacetName, values: tuple[str, ...]) -> Ints:
        """Return the living documents that have one of some values of a facet, given by value or by label."""
        of = self.facet(facet)
        return (of.mask(of.chosen(values), self.snapshot.count) & self.snapshot.live).nonzero()[0]

    def fresh(self) -> _Mask | None:
        """Return which documents are of briefs as the library has them now; None where all are."""
        last = self._library.sequence()
        if last <= self.sequence:
            return None
        if self._fresh[0] != last:
            current = {c.id: -1 if c.removed else c.sequence for c in self._library.changes(self.sequence)}
            docs = self.snapshot.numbered(list(current))
            revisions = np.array([current[i] for i in self.snapshot.identifiers(docs)], np.int64)
            mask = np.ones(self.snapshot.count, np.bool_)
            mask[docs[self.snapshot.revisions[docs] != revisions]] = False
            self._fresh = (last, mask)
        return self._fresh[1]
