"""The terms of a field in one segment: where each is, and what they are made of."""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property
from itertools import pairwise
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from search_index.postings.container import Container, DamagedIndexError

_FEW = 1000  # terms that are all kept in memory
_STEP = 64  # of more only every so manyth


class Letters(NamedTuple):
    """The terms of a dictionary by their letters, the shortest first: their numbers, sizes and marks."""

    numbers: NDArray[np.int64]
    sizes: NDArray[np.int64]  # in code points
    marks: NDArray[np.uint64]  # as `marks_of` gives them
    starts: NDArray[np.int64]  # in `points`, which has the code points of all terms one after the other
    points: NDArray[np.uint32]

    def padded(self, places: NDArray[np.int64], size: int) -> NDArray[np.uint32]:
        """Return the first `size` letters of the terms at `places`, a row for each letter, 0 where there is none."""
        offsets = np.arange(size)[:, None]
        found: NDArray[np.uint32] = self.points[np.minimum(self.starts[places] + offsets, len(self.points) - 1)]
        found[offsets >= self.sizes[places]] = 0
        return found


# The upper half of the marks of a term of each size.
_SIZES = np.array([((1 << size) - 1) << 32 for size in range(33)], np.uint64)


def marks_of(word: str) -> np.uint64:
    """Return the marks of a word, in which an edit changes two bits at most.

    The lower half has a bit for each kind of letter in it, the last five bits of a code point; the upper half has as
    many bits as the word has letters, up to 32.
    """
    kinds = 0
    for letter in word:
        kinds |= 1 << (ord(letter) & 31)
    return np.uint64(kinds | int(_SIZES[min(len(word), 32)]))


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
        checks = {len(self.checks), len(self.proofs)}
        # Of each term, whether its postings have proved their check, and its positions their proof. Once is enough, for
        # what is written stays as it is.
        self.proved = bytearray(self.count)
        self.placed = bytearray(self.count)
        sizes = {len(self._ends) - 1, len(self.starts) - 1, len(self.places) - 1, *checks}
        if sizes != {self.count} or self._ends[-1] != len(self._text):
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
    def letters(self) -> Letters:
        """The letters of all terms."""
        begins = np.zeros(len(self._text) + 1, np.int64)  # how many code points begin before each byte
        np.cumsum((np.frombuffer(self._text, np.uint8) & 0xC0) != 0x80, out=begins[1:])
        bounds = begins[np.frombuffer(self._ends, "<u4")]
        points = np.frombuffer(bytes(self._text).decode().encode("utf-32-le"), "<u4")
        sizes = np.diff(bounds)
        kinds = np.bitwise_or.reduceat(np.uint32(1) << (points & 31), bounds[:-1]) if self.count else points
        marks = kinds | _SIZES[np.minimum(sizes, 32)]
        order = np.argsort(sizes, kind="stable")
        return Letters(order, sizes[order], marks[order], bounds[:-1][order], points)

    def slice(self, first: int, last: int) -> list[bytes]:
        """Return the terms from number `first` until before `last`."""
        ends = self._ends[first : last + 1].tolist()
        if not ends:
            return []
        text = bytes(self._text[ends[0] : ends[-1]])
        begin = ends[0]
        return [text[a - begin : b - begin] for a, b in pairwise(ends)]
