"""Signatures of words: bits that tell at once which of many words may be like one."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

_KINDS = 28  # of letters
# What the sizes of words add to their signatures, in turn: each has one bit more or one less than the one before.
_SIZES = np.array([0b0000, 0b0001, 0b0011, 0b0111, 0b1111, 0b1110, 0b1100, 0b1000], np.uint32) << np.uint32(_KINDS)


def _signature_of(word: str) -> np.uint32:
    """Return the signature of a word, in which an edit changes two bits at most.

    The lower 28 bits say which kinds of letters are in it, a code point modulo 28; the upper four tell sizes apart that
    differ by four at most.
    """
    kinds = 0
    for letter in word:
        kinds |= 1 << ord(letter) % _KINDS
    return np.uint32(kinds | int(_SIZES[len(word) % len(_SIZES)]))


class Signatures:
    """The signatures of a dictionary's words, none of which is empty; those of words of one size lie together."""

    def __init__(self, words: Sequence[str]) -> None:
        sizes = np.fromiter(map(len, words), np.int64, len(words))
        by_size = np.argsort(sizes, kind="stable")
        self._numbers = by_size.astype(np.uint32)
        self._starts: list[int] = [0, *np.bincount(sizes).cumsum().tolist()]  # where the words of each size begin
        self._signatures: NDArray[np.uint32] = np.empty(0, np.uint32)
        if words:
            points = np.frombuffer("".join(words).encode("utf-32-le"), "<u4")
            kinds = np.bitwise_or.reduceat(np.uint32(1) << points % np.uint32(_KINDS), np.cumsum(sizes) - sizes)
            self._signatures = (kinds | _SIZES[sizes % len(_SIZES)])[by_size]

    def near(self, word: str, distance: int) -> list[int]:
        """Return in order the numbers of all words at most `distance` edits from `word`, with few others among them."""
        smallest, largest = max(len(word) - distance, 0), len(word) + distance
        first, last = (self._starts[min(size, len(self._starts) - 1)] for size in (smallest, largest + 1))
        near = np.bitwise_count(self._signatures[first:last] ^ _signature_of(word)) <= 2 * distance
        return sorted(self._numbers[first:last][near.nonzero()].tolist())
