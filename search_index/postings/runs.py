"""Runs: one field's postings sorted by term and document, and how several are merged.

New documents make one run of each field (pool.py); each segment that is merged is one more.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

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
        rearranged(np.concatenate([p.positions for p in parts]), counts, order),
    )


def bounds_of(counts: NDArray[np.integer[Any]] | Sequence[int]) -> NDArray[np.int64]:
    """Return where each piece begins, and where the last one ends."""
    bounds = np.zeros(len(counts) + 1, np.int64)
    np.cumsum(counts, out=bounds[1:])
    return bounds


def rearranged(values: NDArray[np.uint32], counts: NDArray[np.uint32], order: NDArray[np.int64]) -> NDArray[np.uint32]:
    """Return `values`, of which each piece is `counts` long, with the pieces in another order."""
    if not len(values):
        return values
    moved = counts[order].astype(np.int64)
    ends = np.cumsum(moved)
    places = np.arange(len(values), dtype=np.int64)
    places += np.repeat(bounds_of(counts)[:-1][order] - (ends - moved), moved)
    return values[places]
