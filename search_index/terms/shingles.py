"""What two texts have in common: their shingles, the runs of four words.

After Broder, "On the resemblance and containment of documents" (1997). Whether one text retells another is counted on
all their shingles. Which texts are worth the counting is seen from sketches: of its shingles a text keeps those whose
hash ends in so many zero bits that some fifty are left. A longer text asks for more zeros, so what two texts both keep
at the longer one's number of zeros is a fair sample of both.
"""

from __future__ import annotations

import re
import zlib
from array import array
from functools import cache

import numpy as np
from numpy.typing import NDArray

from search_index.arrays import distinct
from search_index.terms.analysis import UNSPACED, has_unspaced

WIDTH = 4  # words in a shingle
_UNSPACED_WIDTH = 8  # characters, where a word has about two and none are parted
FEWEST = 16  # shingles: a shorter text tells too little to be known again
OF_SHORTER, OF_LONGER = 0.5, 0.2  # what two texts of one story have in common, of the shingles of each

_SKETCH = 64  # at most about so many shingles are kept
LEAST_SHARED = 3  # terms of two sketches: fewer are shared by chance
_BUCKETS = 18  # bits of a shingle that stand in the index: three characters of 64

Shingles = NDArray[np.uint64]

_WORD = re.compile(r"[^\W_]+")
_FACTOR = np.uint64(0x9E3779B97F4A7C15)
_MIXERS = (np.uint64(0xBF58476D1CE4E5B9), np.uint64(0x94D049BB133111EB))
_MAX_CACHED = 200_000


class _Numbers(dict[str, int]):
    """The CRC-32 of words; a hundred times faster to look up than to make."""

    def __missing__(self, word: str) -> int:
        if len(self) >= _MAX_CACHED:
            self.clear()
        number = self[word] = zlib.crc32(word.encode("utf-8", "surrogatepass"))
        return number


_numbers = _Numbers()


@cache  # takes long to compile, and many a library has no such text
def _unspaced_words() -> re.Pattern[str]:
    return re.compile(rf"[{UNSPACED}]|[^\W_{UNSPACED}]+")


def shingles(text: str) -> Shingles:
    """Return the hashes of the shingles of `text`, each once and in order: 64 bits, the same on every machine."""
    text, width = text.casefold(), WIDTH
    if has_unspaced(text):
        words = _unspaced_words().findall(text)
        if 2 * sum(1 for word in words if has_unspaced(word)) > len(words):
            width = _UNSPACED_WIDTH
    else:
        words = _WORD.findall(text)
    count = len(words) - width + 1
    if count < 1:
        return np.zeros(0, np.uint64)
    numbers = np.frombuffer(array("I", map(_numbers.__getitem__, words)), np.uint32).astype(np.uint64)
    hashes = np.zeros(count, np.uint64)
    for offset in range(width):  # a polynomial over the words, modulo 2 to the 64th
        hashes *= _FACTOR
        hashes += numbers[offset : offset + count]
    for shift, mixer in zip((30, 27), _MIXERS, strict=True):  # the finish of SplitMix64, for bits that look random
        hashes ^= hashes >> np.uint64(shift)
        hashes *= mixer
    hashes ^= hashes >> np.uint64(31)
    once: Shingles = distinct(hashes)
    return once


def is_retold(one: Shingles, other: Shingles) -> bool:
    """Tell whether two texts tell one story: half of the shorter stands in the longer, and a fifth of the longer in it.

    Without the second condition a round-up of many stories would be one story with each of them.
    """
    shorter, longer = sorted((len(one), len(other)))
    if shorter < FEWEST:
        return False
    common = len(np.intersect1d(one, other, assume_unique=True))
    return common >= OF_SHORTER * shorter and common >= OF_LONGER * longer


def zeros(count: int) -> int:
    """Return how many zero bits a shingle of a text with `count` shingles must end in to be in its sketch."""
    return max(0, ((count - 1) // _SKETCH).bit_length())


def sketch(of: Shingles) -> list[str]:
    """Return the sketch of a text as terms of the index; empty for one that is too short."""
    if len(of) < FEWEST:
        return []
    mask = np.uint64((1 << zeros(len(of))) - 1)
    kept = distinct(of[of & mask == 0] >> np.uint64(64 - _BUCKETS))
    return [f"{chr(48 + (n >> 12))}{chr(48 + (n >> 6 & 63))}{chr(48 + (n & 63))}" for n in kept.tolist()]


def may_be_retold(one: int, other: int, shared: int) -> bool:
    """Tell from the numbers of two texts' shingles, and of the terms their sketches share, whether to count exactly.

    Half of what is wanted of the shorter text is enough here: samples err.
    """
    shorter, longer = sorted((one, other))
    if shorter < OF_LONGER * longer:
        return False
    expected = shorter / (1 << zeros(longer))
    return shared >= max(LEAST_SHARED, OF_SHORTER / 2 * expected)
