"""Words of dictionaries that are like a word: at most so many insertions, deletions or changes of a letter away.

Terms of about the word's length are looked at by their marks, of which an edit changes at most two, so that few are
left. Those are compared with the word at once, along the diagonals of Levenshtein's table. A step down a diagonal is a
letter that both have; how far down each diagonal a number of edits leads at most follows from how far one edit less
leads on it and on the two beside (Ukkonen 1985).
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from search_index.arrays import Ints
from search_index.postings.dictionary import Dictionary, Letters, marks_of


def similar_terms(dictionaries: Sequence[Dictionary], word: str, distance: int) -> list[list[int]]:
    """Return of each dictionary the numbers of its terms at most `distance` edits from `word`."""
    marks = marks_of(word)
    alike = [_alike(dictionary.letters, marks, len(word), distance) for dictionary in dictionaries]
    having = [(number, dictionaries[number].letters, places) for number, places in enumerate(alike) if len(places)]
    found: list[list[int]] = [[] for _ in dictionaries]
    if not having:
        return found
    terms = np.concatenate([letters.padded(places, len(word) + distance) for _, letters, places in having], axis=1)
    sizes = np.concatenate([letters.sizes[places] for _, letters, places in having])
    near = _near(terms, sizes, word, distance)
    start = 0
    for number, letters, places in having:
        found[number] = letters.numbers[places[near[start : start + len(places)]]].tolist()
        start += len(places)
    return found


def _alike(letters: Letters, marks: np.uint64, size: int, distance: int) -> Ints:
    """Return the places of terms that have marks enough in common with a word of `size` letters."""
    low, high = letters.sizes.searchsorted((size - distance, size + distance + 1)).tolist()
    changed = np.bitwise_count(letters.marks[low:high] ^ marks)
    places: Ints = np.flatnonzero(changed <= 2 * distance)
    places += low
    return places


def _near(terms: NDArray[np.uint32], sizes: Ints, word: str, distance: int) -> NDArray[np.bool_]:
    """Return which terms are at most `distance` edits from `word`; `terms` has a row for each letter."""
    size, width, count = len(word), 2 * distance + 1, terms.shape[1]
    # Before the terms come letters that no word has, so that diagonals can begin before them.
    rows = np.concatenate([np.zeros((distance, count), np.uint32), terms])
    band = rows[np.arange(size)[:, None] + np.arange(width)]  # of each letter of the word, each diagonal and each term
    same = band == np.frombuffer(word.encode("utf-32-le"), "<u4")[:, None, None]
    runs = np.zeros((size + 1, width, count), np.int8)  # how many letters from there on are the same
    for row in range(size - 1, -1, -1):
        np.add(runs[row + 1], 1, out=runs[row])
        runs[row] *= same[row]
    each = np.arange(count)
    reached = runs[0, distance : distance + 1]  # how many letters of the word lie behind, without an edit
    for edits in range(1, distance + 1):
        after = np.zeros((2 * edits + 1, count), np.int8)  # a diagonal more on either side
        np.minimum(reached + 1, size, out=after[:-2])  # a letter of the word left out,
        np.maximum(after[1:-1], after[:-2], out=after[1:-1])  # or another in its place,
        np.maximum(after[2:], reached, out=after[2:])  # or one put before it
        diagonals = np.arange(distance - edits, distance + edits + 1)[:, None]
        reached = after + runs[after, diagonals, each]
    return np.asarray(reached[sizes - size + distance, each] == size)
