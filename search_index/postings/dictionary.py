"""The terms of a field in one segment: where each is, and what they are made of."""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property
from itertools import pairwise
from typing import Any

from search_index.postings.container import Container
from search_index.postings.mapping import DamagedIndexError
from search_index.postings.signatures import Signatures

STREAMS = ("docs", "weights", "ends", "positions")  # the files in which its postings lie

_FEW = 1000  # terms that are all kept in memory
_STEP = 64  # of more only every so manyth


class Dictionary:
    """The terms of a field in one segment, and where their postings lie."""

    def __init__(self, container: Container, field: str, about: dict[str, Any]) -> None:
        self.count: int = about["terms"]
        self.full: bool = about["full"]
        self.weighted: bool = about["weighted"]
        self.wide: bool = about["wide"]
        self.begins: dict[str, int] = about["begins"]
        self._text = container.array(f"text {field}").data
        self._ends = container.array(f"ends {field}").data
        self.starts = container.array(f"starts {field}")
        self.places = container.array(f"places {field}")
        self.checks = container.array(f"checks {field}")
        self.proofs = container.array(f"proofs {field}")
        # Of each term, whether its postings have been found to fit their check, and its positions their proof. Once is
        # enough, for what is written stays as it is.
        self.postings_fit = bytearray(self.count)
        self.positions_fit = bytearray(self.count)
        bounds = (self._ends, self.starts, self.places)
        counts = {len(self.checks), len(self.proofs), *(len(each) - 1 for each in bounds)}
        if counts != {self.count} or self._ends[-1] != len(self._text):
            raise DamagedIndexError(f"the dictionary of {field} does not fit together")

    def __len__(self) -> int:
        return self.count

    def __getitem__(self, number: int) -> bytes:
        return bytes(self._text[self._ends[number] : self._ends[number + 1]])

    @cached_property
    def _steps(self) -> list[bytes]:
        return self.slice(0, self.count) if self.count < _FEW else [self[n] for n in range(0, self.count, _STEP)]

    def at_or_after(self, term: bytes) -> int:
        """Return the number of the first term that is not before `term`."""
        if self.count < _FEW:
            return bisect_left(self._steps, term)
        step = bisect_left(self._steps, term) * _STEP
        return bisect_left(self, term, max(0, step - _STEP), min(step, self.count))

    def find(self, term: bytes) -> int:
        """Return the number of a term, -1 where it is not there."""
        number = self.at_or_after(term)
        return number if number < self.count and self[number] == term else -1

    @cached_property
    def signatures(self) -> Signatures:
        """The signatures of all terms."""
        return Signatures(self.words)

    @cached_property
    def words(self) -> list[str]:
        """All terms as text."""
        return [term.decode() for term in self.slice(0, self.count)]

    def slice(self, first: int, last: int) -> list[bytes]:
        """Return the terms from number `first` until before `last`."""
        ends = self._ends[first : last + 1].tolist()
        if not ends:
            return []
        text = bytes(self._text[ends[0] : ends[-1]])
        begin = ends[0]
        return [text[a - begin : b - begin] for a, b in pairwise(ends)]


def after_prefix(prefix: bytes) -> bytes | None:
    """Return the first term after all that begin with `prefix`; None where there is none."""
    for end in range(len(prefix) - 1, -1, -1):
        if prefix[end] < 255:
            return prefix[:end] + bytes([prefix[end] + 1])
    return None
