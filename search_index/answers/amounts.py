"""The key figures of all briefs, unit by unit in the order of their values: what comparing them reads."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from search_index.arrays import Floats, Ints, joined
from search_index.postings.dictionary import after_prefix
from search_index.snapshot import Snapshot, all_postings
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
        of_units = [all_postings(snapshot.with_prefix(FIELD, f"{unit}\x00")).docs for unit in self.units]
        self.docs: Ints = joined(of_units)
        sizes = [len(docs) for docs in of_units]
        self.ordinals: NDArray[np.int32] = np.repeat(np.arange(len(sizes), dtype=np.int32), sizes)
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
        found = self._snapshot.term_ranges(FIELD, first, after_prefix(first))
        return OfUnit(
            joined([each.docs for each in found]),
            joined([np.zeros(0), *(each.spread(numbers_in(each.terms)) for each in found)]),
            joined([each.spread(np.array(each.terms, np.object_)) for each in found]),
        )


def numbers_of(terms: NDArray[np.object_]) -> list[int]:
    """Return which of its brief's key figures each term stands for."""
    return [amount_in(term).number for term in terms]


def by_measure(terms: NDArray[np.object_]) -> Ints:
    """Return the order of terms by what they measure."""
    measures = [amount_in(term).measures for term in terms]
    return np.array(sorted(range(len(measures)), key=measures.__getitem__), np.int64)
