"""Words of a dictionary that are like a word: at most so many insertions, deletions or changes of a letter away.

A word is cut into one piece more than it may have edits. Where a term is that near, one piece stands in it untouched:
the first at its beginning, the last at its end, or, of three, the middle one moved by at most one letter. All terms
that have such a piece are found by a look at the whole dictionary at once; only these are compared letter by letter.
"""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from search_index.posting_reader import Dictionary, TermCursor
from search_index.whoosh_quietly import base


def similar_terms(dictionary: Dictionary, word: str, distance: int) -> set[str]:
    """Return the terms at most `distance` (1 or 2) edits from `word`, itself included where it is one."""
    pieces = _pieces(word, distance + 1)
    if len(word) <= distance or not word.isascii():
        return set(base.Automata().terms_within(TermCursor(dictionary), word, distance))
    text, starts, ends = dictionary.spans()
    first, last = dictionary.at_or_after(pieces[0]), dictionary.at_or_after(pieces[0][:-1] + bytes([pieces[0][-1] + 1]))
    numbers = [np.arange(first, last), _having(text, ends - len(pieces[-1]), starts, ends, pieces[-1])]
    if distance == 2:
        middles = (starts + len(pieces[0]) + shift for shift in (-1, 0, 1))
        numbers += [_having(text, places, starts, ends, pieces[1]) for places in middles]
    candidates = np.unique(np.concatenate(numbers))
    sizes = ends[candidates] - starts[candidates]
    # a letter of another script has up to four bytes
    near = candidates[(sizes >= len(word) - distance) & (sizes <= len(word) + 4 * distance)]
    terms = (dictionary[number].decode() for number in near.tolist())
    return {term for term in terms if is_within(word, term, distance)}


def _pieces(word: str, count: int) -> list[bytes]:
    bounds = [len(word) * n // count for n in range(count + 1)]
    return [word[a:b].encode("ascii", "ignore") for a, b in pairwise(bounds)]


def _having(
    text: NDArray[np.uint8],
    places: NDArray[np.int64],
    starts: NDArray[np.int64],
    ends: NDArray[np.int64],
    piece: bytes,
) -> NDArray[np.int64]:
    """Return the numbers of the terms in which `piece` stands at `places`."""
    numbers = np.flatnonzero((places >= starts) & (places + len(piece) <= ends))
    for offset, byte in enumerate(piece):
        numbers = numbers[text[places[numbers] + offset] == byte]
    return numbers


def is_within(one: str, other: str, distance: int) -> bool:
    """Tell whether two words are at most `distance` insertions, deletions or changes of a letter apart."""
    start = 0
    while start < len(one) and start < len(other) and one[start] == other[start]:
        start += 1
    end = 0
    while end < len(one) - start and end < len(other) - start and one[-1 - end] == other[-1 - end]:
        end += 1
    one, other = one[start : len(one) - end], other[start : len(other) - end]
    if max(len(one), len(other)) <= distance:
        return True
    if distance == 0 or abs(len(one) - len(other)) > distance:
        return False
    return (
        is_within(one[1:], other, distance - 1)
        or is_within(one, other[1:], distance - 1)
        or is_within(one[1:], other[1:], distance - 1)
    )
