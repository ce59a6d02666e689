"""Words of a dictionary that are like a word: at most so many insertions, deletions or changes of a letter away.

All terms of about the word's length and letters are compared with it at once, letter by letter of the word:
Levenshtein's table, of which only the cells near its diagonal can be small enough, with a row of all terms in each
cell. Terms that are already too far away are dropped after every letter.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from search_index.posting_reader import Dictionary


def similar_terms(dictionary: Dictionary, word: str, distance: int) -> set[str]:
    """Return the terms at most `distance` edits from `word`, itself included where it is one."""
    letters, starts, sizes, kinds = dictionary.letters
    numbers = np.flatnonzero(np.abs(sizes - len(word)) <= distance)
    kinds_of_word = np.bitwise_or.reduce(np.uint32(1) << np.array([ord(c) & 31 for c in word], np.uint32))
    # an edit takes at most one kind of letter away
    numbers = numbers[np.bitwise_count(kinds_of_word & ~kinds[numbers]) <= distance]
    starts, sizes = starts[numbers], sizes[numbers]
    band = range(2 * distance + 1)
    # costs[k]: from the first letters of the word, `done` of them, to the first `done + k - distance` of each term
    costs = [np.full(len(numbers), k - distance if k >= distance else distance + 1, np.int16) for k in band]
    columns = [letters[:0]] * (distance + 1)  # the letters of the terms that the band is at: none before the first
    columns += [letters[np.minimum(starts + place, len(letters) - 1)] for place in range(distance)]
    for done, letter in enumerate(word, start=1):
        columns = [*columns[1:], letters[np.minimum(starts + (done + distance - 1), len(letters) - 1)]]
        after: list[NDArray[np.int16]] = []
        for k in band:
            taken = done + k - distance
            if taken <= 0:
                after.append(np.full(len(numbers), done if taken == 0 else distance + 1, np.int16))
                continue
            cost = costs[k] + (columns[k] != ord(letter))
            if k + 1 < len(band):
                np.minimum(cost, costs[k + 1] + 1, out=cost)
            if k:
                np.minimum(cost, after[k - 1] + 1, out=cost)
            after.append(cost)
        near = np.flatnonzero(np.minimum.reduce(after) <= distance)
        if len(near) < len(numbers):
            numbers, starts, sizes = numbers[near], starts[near], sizes[near]
            columns = [column[near] if len(column) else column for column in columns]
            after = [cost[near] for cost in after]
        costs = after
    costs_of = np.array(costs)
    whole = costs_of[sizes - len(word) + distance, np.arange(len(numbers))]
    return {dictionary[number].decode() for number in numbers[whole <= distance].tolist()}
