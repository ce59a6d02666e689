"""Words of a dictionary that are like a word: at most so many insertions, deletions or changes of a letter away.

Terms of about the word's length are looked at by the kinds of letters that they have: an edit adds at most one kind and
takes at most one away, so few are left. Those are compared with the word at once, letter by letter of the word:
Levenshtein's table, of which only the cells near its diagonal can be small enough, with all terms in each cell.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from search_index.dictionary import Dictionary


def similar_terms(dictionary: Dictionary, word: str, distance: int) -> set[str]:
    """Return the terms at most `distance` edits from `word`, itself included where it is one."""
    letters = dictionary.letters
    low, high = np.searchsorted(letters.sizes, (len(word) - distance, len(word) + distance + 1))
    of_word = np.bitwise_or.reduce(np.uint32(1) << (_points(word) & 31))
    near = np.bitwise_count(letters.kinds[low:high] ^ of_word) <= 2 * distance
    places = np.flatnonzero(near) + low
    costs = _costs(letters.padded(places, len(word) + distance), word, distance)
    whole = costs[letters.sizes[places] - len(word) + distance, np.arange(len(places))]
    return {dictionary[number].decode() for number in letters.numbers[places[whole <= distance]].tolist()}


def _costs(terms: NDArray[np.uint32], word: str, distance: int) -> NDArray[np.int8]:
    """Return what `word` costs to become the first `len(word) + k - distance` letters of each term, in row k.

    `terms` has a row for each letter. Costs above `distance` are too high, but not exact.
    """
    width, count = 2 * distance + 1, terms.shape[1]
    # Before the terms come letters that no word has, so that the band can begin before them.
    rows = np.concatenate([np.zeros((distance, count), np.uint32), terms])
    steps = np.arange(width, dtype=np.int8)[:, None]
    band = rows[np.arange(len(word))[:, None] + np.arange(width)]  # of each letter of the word, each row and each term
    other = (band != _points(word)[:, None, None]).view(np.int8)
    # Kept less the number of their row, so that the step from one row to the next costs nothing.
    costs = np.repeat(np.abs(steps - distance) - steps, count, axis=1)
    for differs in other:
        after = costs + differs
        np.minimum(after[:-1], costs[1:] + 2, out=after[:-1])
        costs = np.minimum.accumulate(after, axis=0)
    return costs + steps


def _points(word: str) -> NDArray[np.uint32]:
    return np.array([ord(letter) for letter in word], np.uint32)
