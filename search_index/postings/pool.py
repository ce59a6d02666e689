"""The pool: postings on their way into a segment, gathered from documents and from segments that are merged."""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from typing import Protocol

import numpy as np

from search_index.arrays import order_of
from search_index.postings.runs import Run, bounds_of, rearranged


class Gathered(Protocol):
    """The postings of a field as documents bring them."""

    def run(self) -> Run:
        """Return them sorted."""


class _Postings:
    """The postings of a field as Whoosh brings them."""

    def __init__(self) -> None:
        self.numbers: dict[bytes, int] = {}
        self.terms = array("I")
        self.docs = array("I")
        self.weights = array("f")
        self.counts = array("I")
        self.positions = bytearray()

    def run(self) -> Run:
        """Return them sorted."""
        terms = sorted(self.numbers)
        ranks = np.empty(len(terms), np.int64)
        ranks[[self.numbers[term] for term in terms]] = np.arange(len(terms))
        of_postings = ranks[np.frombuffer(self.terms, np.uint32)]
        order = order_of(of_postings)  # documents came in order, and stay so within a term
        counts = np.frombuffer(self.counts, np.uint32)
        positions = np.frombuffer(bytes(self.positions), "<u4").astype(np.uint32, copy=False)
        sorted_counts = counts[order]
        starts = bounds_of(np.bincount(of_postings, minlength=len(terms)))
        return Run(
            terms,
            starts,
            np.frombuffer(self.docs, np.uint32)[order],
            np.frombuffer(self.weights, np.float32)[order],
            sorted_counts,
            rearranged(positions, counts, order),
            bounds_of(sorted_counts)[starts],
        )


class ArrayPool:
    """Takes the place of Whoosh's sorted pool of tuples: the same way in, arrays on the way out."""

    def __init__(self) -> None:
        self._gathered: dict[str, Gathered] = {}
        self._postings: dict[str, _Postings] = {}  # those of them that Whoosh brings
        self._runs: dict[str, list[Run]] = {}
        self.size = 0

    def add(self, item: tuple[str, bytes, int, float, bytes | None]) -> None:
        """Take one posting: field, term, document, weight, positions as little-endian 32-bit numbers."""
        field, term, doc, weight, positions = item
        gathered = self._postings.get(field)
        if gathered is None:
            gathered = self._gathered[field] = self._postings[field] = _Postings()
        numbers = gathered.numbers
        number = numbers.get(term)
        if number is None:
            number = numbers[term] = len(numbers)
        gathered.terms.append(number)
        gathered.docs.append(doc)
        gathered.weights.append(weight)
        if positions:
            gathered.counts.append(len(positions) >> 2)
            gathered.positions += positions
        else:
            gathered.counts.append(0)
        self.size += 1

    def add_all(self, items: Iterable[tuple[str, bytes, int, float, bytes | None]]) -> None:
        """Take postings from any of Whoosh's sources."""
        for item in items:
            self.add(item)

    def gather(self, field: str, gathered: Gathered) -> None:
        """Take all postings of a field from `gathered` in the end."""
        self._gathered[field] = gathered

    def add_run(self, field: str, run: Run) -> None:
        """Take the postings of a segment that is merged."""
        self._runs.setdefault(field, []).append(run)

    def iter_postings(self) -> ArrayPool:
        """Return the pool itself: the codec's field writer takes it whole."""
        return self

    def fields(self) -> list[str]:
        """Return the fields that have postings, in order."""
        return sorted(self._gathered.keys() | self._runs.keys())

    def runs(self, field: str) -> list[Run]:
        """Return the runs of a field, in the order of their documents."""
        fresh = [self._gathered[field].run()] if field in self._gathered else []
        return fresh + self._runs.get(field, [])

    def cleanup(self) -> None:
        """Let go of everything."""
        self._gathered.clear()
        self._postings.clear()
        self._runs.clear()
