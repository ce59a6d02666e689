"""Where words stand one after the other, by steps over whole arrays.

All texts are laid out in one row. Each word's places are moved to where the phrase would end: it stands where those of
all words meet.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from search_index.arrays import Ints, is_among

_FEW = 4096  # places
_ROOM = 33  # bits: a position has 32, and a phrase fewer words


class Positions(NamedTuple):
    """The places of a word in some texts: how many in each, at least one, and all of them one after the other."""

    sizes: Ints
    places: NDArray[np.unsignedinteger[Any]]


def stands_in(words: Sequence[Positions]) -> NDArray[np.bool_]:
    """Return in which texts the words, each of which stands in all of them, stand one after the other."""
    begins, end = _laid_out(words)
    rows = [_spread(begins + (len(words) - 1 - number), *of_word) for number, of_word in enumerate(words)]
    rarest = min(range(len(words)), key=lambda number: len(rows[number]))
    meeting = np.ones(len(rows[rarest]), np.bool_)
    for number, row in enumerate(rows):
        if number != rarest:
            meeting &= is_among(rows[rarest], row, end)
    sizes = words[rarest].sizes
    return meeting if len(meeting) == len(sizes) else np.logical_or.reduceat(meeting, np.cumsum(sizes) - sizes)


def _laid_out(words: Sequence[Positions]) -> tuple[Ints, int]:
    """Return where each text begins in the row of all, and where that ends.

    Many have only room for their last position and the phrase after it, so that the row can be marked; the places of
    few are looked up in any case.
    """
    count = len(words[0].sizes)
    if sum(len(places) for _, places in words) <= _FEW:
        return np.arange(count) << _ROOM, count << _ROOM
    room = np.zeros(count, np.int64)
    for sizes, places in words:
        np.maximum(room, places[np.cumsum(sizes) - 1], out=room)
    room += len(words)
    ends = np.cumsum(room)
    return ends - room, int(ends[-1])


def _spread(begins: Ints, sizes: Ints, places: NDArray[np.unsignedinteger[Any]]) -> Ints:
    """Return the places of a word in the row of all texts."""
    return (begins if len(begins) == len(places) else np.repeat(begins, sizes)) + places
