"""Words of a dictionary that are like a word: at most so many insertions, deletions or changes of a letter away.

Terms of about the word's length are looked at by the kinds of letters that they have: an edit adds at most one kind and
takes at most one away, so few are left. Those are compared with the word at once, letter by letter of the word:
Levenshtein's table, of which only the cells near its diagonal can be small enough, with all terms in each cell.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from search_index.posting_reader import Dictionary


def similar_terms(dictionary: Dictionary, word: str, distance: int) -> set[str]:
    """Return the terms at most `distance` edits from `word`, itself included where it is one."""
    letters = dictionary.letters
    low, high = np.searchsorted(letters.sizes, (len(word) - distance, len(word) + distance + 1))
    kinds = letters.kinds[low:high]
    of_word = np.bitwise_or.reduce(np.uint32(1) << (_points(word) & 31))
    near = np.bitwise_count(kinds & ~of_word) <= distance
    near &= np.bitwise_count(of_word & ~kinds) <= distance
    places = np.flatnonzero(near) + low
    costs = _costs(letters.padded(places, len(word) + distance), word, distance)
    whole = costs[letters.sizes[places] - len(word) + distance, np.arange(len(places))]
    return {dictionary[number].decode() for number in letters.numbers[places[whole <= distance]].tolist()}


def _costs(terms: NDArray[np.uint32], word: str, distance: int) -> NDArray[np.int16]:
    """Return what `word` costs to become the first `len(word) + k - distance` letters of each term, in row k.

    `terms` has a row for each letter. Costs above `distance` are too high, but not exact.
    """
    width = 2 * distance + 1
    band = np.arange(width, dtype=np.int16)[:, None]
    # Before the terms come letters that no word has, so that the band can begin before them.
    rows = np.concatenate([np.full((distance, terms.shape[1]), -1, np.int64), terms])
    costs = np.repeat(np.abs(band - distance), terms.shape[1], axis=1)
    for done, letter in enumerate(_points(word).tolist()):
        after = costs + (rows[done : done + width] != letter)
        np.minimum(after[:-1], costs[1:] + 1, out=after[:-1])
        # what is left of a cell costs one more for each step to it
        costs = np.minimum.accumulate(after - band, axis=0) + band
    return costs


def _points(word: str) -> NDArray[np.uint32]:
    return np.array([ord(letter) for letter in word], np.uint32)
