"""Postings on their way into a segment: gathered from documents and from segments that are merged, sorted by arrays.

A run is one field's postings sorted by term and document. New documents make one run; each merged segment is one more.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple, Protocol

import numpy as np
from numpy.typing import NDArray

from search_index.arrays import order_of

_CHUNK = 2_000_000  # postings that are merged at a time, which bounds the memory of a merge


class Run(NamedTuple):
    """The postings of a field, term after term; term i has those in [starts[i], starts[i + 1]).

    `positions` holds those of all postings one after the other, `counts` how many each has. `renumbered` gives the new
    number of each document, -1 for one that is gone; None leaves numbers as they are.
    """

    terms: list[bytes]
    starts: NDArray[np.int64]
    docs: NDArray[np.uint32]
    weights: NDArray[np.float32]
    counts: NDArray[np.uint32]
    positions: NDArray[np.uint32] | NDArray[np.uint16]
    position_starts: NDArray[np.int64]  # where the positions of each term's first posting begin, and the end of all
    renumbered: NDArray[np.int64] | None = None


class Chunk(NamedTuple):
    """Some of the merged postings: the numbers of their terms in `merged_terms`, in order, and their parts."""

    terms: NDArray[np.int64]
    docs: NDArray[np.uint32]
    weights: NDArray[np.float32]
    counts: NDArray[np.uint32]
    positions: NDArray[np.uint32]


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
            _pieces(positions, counts, order),
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


def merged_terms(runs: list[Run]) -> list[bytes]:
    """Return the terms of all runs, in order."""
    return runs[0].terms if len(runs) == 1 else sorted(set().union(*(run.terms for run in runs)))


def merged(runs: list[Run], terms: list[bytes]) -> Iterator[Chunk]:
    """Yield the postings of all runs, sorted by term and document, in chunks that end with a term, none empty."""
    numbers = {term: number for number, term in enumerate(terms)} if len(runs) > 1 else {}
    ranks = [
        np.array([numbers[t] for t in run.terms], np.int64) if numbers else np.arange(len(run.terms)) for run in runs
    ]
    sizes = np.zeros(len(terms) + 1, np.int64)
    for run, rank in zip(runs, ranks, strict=True):
        sizes[rank + 1] += np.diff(run.starts)
    ends = np.cumsum(sizes)
    low = 0
    while low < len(terms):
        high = max(low + 1, int(np.searchsorted(ends, ends[low] + _CHUNK, side="right")) - 1)
        parts = [
            _part(run, rank, int(np.searchsorted(rank, low)), int(np.searchsorted(rank, high)))
            for run, rank in zip(runs, ranks, strict=True)
        ]
        chunk = _joined(parts)
        if len(chunk.terms):
            yield chunk
        low = high


def _part(run: Run, ranks: NDArray[np.int64], first: int, last: int) -> Chunk:
    """Return the postings of some terms of a run, under the new numbers of terms and documents."""
    start, end = int(run.starts[first]), int(run.starts[last])
    terms = np.repeat(ranks[first:last], np.diff(run.starts[first : last + 1]))
    docs, weights, counts = run.docs[start:end], run.weights[start:end], run.counts[start:end].astype(np.uint32)
    positions = run.positions[int(run.position_starts[first]) : int(run.position_starts[last])].astype(np.uint32)
    if run.renumbered is None:
        return Chunk(terms, docs, weights, counts, positions)
    renumbered = run.renumbered[docs]
    alive = renumbered >= 0
    if alive.all():
        return Chunk(terms, renumbered.astype(np.uint32), weights, counts, positions)
    positions = positions[np.repeat(alive, counts)]
    return Chunk(terms[alive], renumbered[alive].astype(np.uint32), weights[alive], counts[alive], positions)


def _joined(parts: list[Chunk]) -> Chunk:
    if len(parts) == 1:
        return parts[0]
    terms = np.concatenate([p.terms for p in parts])
    counts = np.concatenate([p.counts for p in parts])
    order = order_of(terms)  # runs come in the order of their documents
    return Chunk(
        terms[order],
        np.concatenate([p.docs for p in parts])[order],
        np.concatenate([p.weights for p in parts])[order],
        counts[order],
        _pieces(np.concatenate([p.positions for p in parts]), counts, order),
    )


def bounds_of(counts: NDArray[np.integer[Any]] | Sequence[int]) -> NDArray[np.int64]:
    """Return where each piece begins, and where the last one ends."""
    bounds = np.zeros(len(counts) + 1, np.int64)
    np.cumsum(counts, out=bounds[1:])
    return bounds


def _pieces(values: NDArray[np.uint32], counts: NDArray[np.uint32], order: NDArray[np.int64]) -> NDArray[np.uint32]:
    """Return the pieces of `values`, which are `counts` long, in another order."""
    if not len(values):
        return values
    moved = counts[order].astype(np.int64)
    ends = np.cumsum(moved)
    places = np.arange(len(values), dtype=np.int64)
    places += np.repeat(bounds_of(counts)[:-1][order] - (ends - moved), moved)
    return values[places]
