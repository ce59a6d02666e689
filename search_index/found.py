"""Documents that a query found, and how such sets are combined: by steps over whole arrays.

Documents are in order, and are scored only where a score is asked for: what a conjunction drops, or what is sorted by
date, costs none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from search_index.segments import Floats, Ints, is_dense, places_of

Chosen = Ints | slice  # indexes into the documents found
_ALL = slice(None)


class Found:
    """Documents in order, and what scores those of them that are chosen by their indexes."""

    def __init__(self, docs: Ints, score: Callable[[Chosen], Floats] | None = None) -> None:
        self.docs = docs
        self._score = score
        self._scores: Floats | None = None

    def __len__(self) -> int:
        return len(self.docs)

    def scores_of(self, chosen: Chosen) -> Floats:
        """Return the scores of some of the documents: 0 where nothing scores them."""
        if self._score is None:
            return np.zeros(len(self.docs))[chosen]
        return self._score(chosen) if self._scores is None else self._scores[chosen]

    @property
    def scores(self) -> Floats:
        """The scores of all documents."""
        if self._scores is None:
            self._scores = self.scores_of(_ALL)
        return self._scores

    def only(self, kept: NDArray[np.bool_]) -> Found:
        """Return what is kept of the documents."""
        places = np.flatnonzero(kept)
        return self if len(places) == len(self.docs) else self.at(places)

    def at(self, places: Ints) -> Found:
        """Return the documents at `places`, which are in order."""
        return Found(self.docs[places], None if self._score is None else lambda chosen: self.scores_of(places[chosen]))


NOTHING = Found(np.empty(0, np.int64))


def all_of(parts: Sequence[Found], count: int) -> Found:
    """Return what every part has, with their scores added in the order of the parts; `count` is that of the index."""
    if len(parts) == 1:
        return parts[0]
    ordered = sorted(range(len(parts)), key=lambda n: len(parts[n]))
    docs = parts[ordered[0]].docs
    places: dict[int, Ints] = {ordered[0]: np.arange(len(docs))}
    for number in ordered[1:]:
        where = places_of(docs, parts[number].docs, count)
        having = np.flatnonzero(where >= 0)
        if len(having) < len(docs):
            docs, where = docs[having], where[having]
            places = {n: p[having] for n, p in places.items()}
        places[number] = where

    def score(chosen: Chosen) -> Floats:
        scores = parts[0].scores_of(places[0][chosen])
        for number in range(1, len(parts)):
            scores = scores + parts[number].scores_of(places[number][chosen])
        return scores

    return Found(docs, score)


def any_of(parts: Sequence[Found], combine: Any, count: int) -> Found:
    """Return what any part has; `combine`, np.add or np.maximum, makes one score of several."""
    parts = [part for part in parts if len(part)]
    if len(parts) < 2:
        return parts[0] if parts else NOTHING
    if is_dense(sum(map(len, parts)), count):
        row = np.zeros(count, np.bool_)
        for part in parts:
            row[part.docs] = True
        docs = np.flatnonzero(row)
    else:
        docs = np.unique(np.concatenate([part.docs for part in parts]))

    def score(chosen: Chosen) -> Floats:
        scores = np.zeros(len(docs))  # no score is less than 0
        for part in parts:
            places = places_of(part.docs, docs, count)
            scores[places] = combine(scores[places], part.scores)
        return scores[chosen]

    return Found(docs, score)


def without(found: Found, unwanted: Found, count: int) -> Found:
    """Return what of `found` is not unwanted."""
    return found.only(places_of(found.docs, unwanted.docs, count) < 0) if len(found) else found


def is_among(some: Ints, others: Ints, end: int) -> NDArray[np.bool_]:
    """Return which of `some` are among `others`: ordered numbers below `end`, each at most once."""
    if (len(some) + len(others)) * 64 < end:
        places = np.searchsorted(others, some)
        places[places == len(others)] = 0
        return others[places] == some if len(others) else np.zeros(len(some), np.bool_)
    among = np.empty(len(some), np.bool_)
    lows = np.arange(0, end, _STRETCH)
    for low, (first, last), (begin, stop) in zip(lows, _cuts(some, lows), _cuts(others, lows), strict=True):
        row = np.zeros(_STRETCH, np.bool_)
        row[others[begin:stop] - low] = True
        among[first:last] = row[some[first:last] - low]
    return among


_STRETCH = 1 << 20  # so many are marked at a time, that the row of marks stays in the processor's cache


def _cuts(numbers: Ints, lows: Ints) -> Iterator[tuple[int, int]]:
    """Yield where the numbers from each of `lows` until before the next begin and end."""
    return pairwise([*np.searchsorted(numbers, lows).tolist(), len(numbers)])
