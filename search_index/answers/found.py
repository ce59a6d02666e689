"""Documents that a query found, and how such sets are combined: by steps over whole arrays.

Documents are in order, and are scored only where a score is asked for: what a conjunction drops, or what is sorted by
date, costs none.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from search_index.arrays import Floats, Ints, distinct, is_among, is_dense, shared, shared_by_all

Chosen = Ints | slice  # indexes into the documents found
_ALL = slice(None)


class Found:
    """Documents in order, and what scores those of them that are chosen by their indexes: by default all `alike`."""

    def __init__(self, docs: Ints, score: Callable[[Chosen], Floats] | None = None, alike: float = 0.0) -> None:
        self.docs = docs
        self.alike = alike
        self._score = score
        self._scores: Floats | None = None

    def __len__(self) -> int:
        return len(self.docs)

    @property
    def is_scored(self) -> bool:
        """Whether documents may differ in their scores."""
        return self._score is not None

    def scores_of(self, chosen: Chosen) -> Floats:
        """Return the scores of some of the documents."""
        if self._score is None:
            return np.full(len(self.docs[chosen]), self.alike)
        return self._score(chosen) if self._scores is None else self._scores[chosen]

    @property
    def scores(self) -> Floats:
        """The scores of all documents."""
        if self._scores is None:
            self._scores = self.scores_of(_ALL)
        return self._scores

    def only(self, kept: NDArray[np.bool_]) -> Found:
        """Return those of the documents that `kept` says, which has a value for each."""
        places = kept.nonzero()[0]
        return self if len(places) == len(self.docs) else self.at(places)

    def within(self, mask: NDArray[np.bool_] | None) -> Found:
        """Return those of the documents that `mask` marks among all of the index; None marks all."""
        return self if mask is None else self.only(mask[self.docs])

    def at(self, places: Ints) -> Found:
        """Return the documents at `places`, which are in order."""
        if self._score is None:
            return Found(self.docs[places], alike=self.alike)
        return Found(self.docs[places], lambda chosen: self.scores_of(places[chosen]))


NOTHING = Found(np.empty(0, np.int64))


def all_of(parts: Sequence[Found], count: int) -> Found:
    """Return what every part has, with their scores added; `count` is that of the index.

    Parts without scores of their own, as those of fields and marks are, only sieve what the others have in common.
    """
    if len(parts) == 1:
        return parts[0]
    scored = [part for part in parts if part.is_scored]
    sieves = [part for part in parts if not part.is_scored]
    if not scored:
        docs, _ = shared_by_all([part.docs for part in sieves], count)
        return Found(docs, alike=sum(part.alike for part in sieves))
    found = scored[0] if len(scored) == 1 else _shared_by_all(scored, count)
    for sieve in sieves:
        found = found.only(is_among(found.docs, sieve.docs, count))
    added = sum(sieve.alike for sieve in sieves)
    return Found(found.docs, lambda chosen: found.scores_of(chosen) + added) if added else found


def _shared_by_all(parts: Sequence[Found], count: int) -> Found:
    """Return what all of several parts have, with their scores added in the order of the parts."""
    docs, places = shared_by_all([part.docs for part in parts], count)

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
        docs = row.nonzero()[0]
    else:
        docs = distinct(np.concatenate([part.docs for part in parts]))

    def score(chosen: Chosen) -> Floats:
        scores = np.zeros(len(docs))  # no score is less than 0
        for part in parts:
            _, places = shared(part.docs, docs, count)
            scores[places] = combine(scores[places], part.scores)
        return scores[chosen]

    return Found(docs, score)


def without(found: Found, unwanted: Found, count: int) -> Found:
    """Return what of `found` is not unwanted."""
    return found.only(~is_among(found.docs, unwanted.docs, count))
