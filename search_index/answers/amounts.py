"""The key figures of all briefs, unit by unit in the order of their values: what comparing them reads."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from search_index.answers.snapshot import Snapshot, after_prefix
from search_index.arrays import Floats, Ints
from search_index.terms.figures import amount_in, numbers_in

FIELD = "amount"
_HELD = 4  # units whose values are kept at once


class OfUnit(NamedTuple):
    """The key figures of one unit: the document of each, its value, and the term that says the rest."""

    docs: Ints
    sizes: Floats
    terms: NDArray[np.object_]


class Amounts:
    """The units of a snapshot's key figures, and for each figure its document and the ordinal of its unit."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot
        self.units = sorted(snapshot.heads(FIELD, "\x00"))
        docs: list[Ints] = []
        ordinals: list[Ints] = []
        for number, unit in enumerate(self.units):
            for base, postings in snapshot.opened_by(FIELD, f"{unit}\x00"):
                docs.append(postings.docs + base)
                ordinals.append(np.full(len(postings.docs), number, np.int32))
        empty = np.zeros(0, np.int64)
        self.docs: Ints = np.concatenate(docs) if docs else empty
        self.ordinals: NDArray[np.int32] = np.concatenate(ordinals) if ordinals else empty.astype(np.int32)
        self._of: dict[str, OfUnit] = {}

    def of(self, unit: str) -> OfUnit:
        """Return the figures of a unit, those of deleted documents too."""
        held = self._of.get(unit)
        if held is None:
            while len(self._of) >= _HELD:
                self._of.pop(next(iter(self._of)))
            held = self._of[unit] = self._read(unit)
        return held

    def _read(self, unit: str) -> OfUnit:
        first = f"{unit}\x00".encode()
        docs: list[Ints] = [np.zeros(0, np.int64)]
        sizes: list[Floats] = [np.zeros(0)]
        terms: list[NDArray[np.object_]] = [np.zeros(0, np.object_)]
        for base, segment in zip(self._snapshot.bases, self._snapshot.segments, strict=False):
            found = segment.term_range(FIELD, first, after_prefix(first))
            times = np.diff(found.starts)
            docs.append(found.docs + base)
            sizes.append(np.repeat(numbers_in(found.terms), times))
            terms.append(np.repeat(np.array(found.terms, np.object_), times))
        return OfUnit(np.concatenate(docs), np.concatenate(sizes), np.concatenate(terms))


def numbers_of(terms: NDArray[np.object_]) -> list[int]:
    """Return which of its brief's key figures each term stands for."""
    return [amount_in(term).number for term in terms]


def by_measure(terms: NDArray[np.object_]) -> Ints:
    """Return the order of terms by what they measure."""
    measures = [amount_in(term).measures for term in terms]
    return np.array(sorted(range(len(measures)), key=measures.__getitem__), np.int64)
