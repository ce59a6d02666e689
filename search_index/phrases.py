"""Where words stand one after the other, by steps over whole arrays.

All texts are laid out in one row, each with room for its last position and the phrase after it. Each word's places are
moved to where the phrase would end: it stands where those of all words meet.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from search_index.arrays import Ints, is_among


class Positions(NamedTuple):
    """The places of a word in some texts: how many in each, at least one, and all of them one after the other."""

    sizes: Ints
    places: NDArray[np.unsignedinteger[Any]]


def stands_in(words: Sequence[Positions]) -> NDArray[np.bool_]:
    """Return in which texts the words, each of which stands in all of them, stand one after the other."""
    room = np.zeros(len(words[0].sizes), np.int64)
    for sizes, places in words:
        np.maximum(room, places[np.cumsum(sizes) - 1], out=room)
    ends = np.cumsum(room + len(words))
    rows = [np.repeat(ends - (room + (number + 1)), sizes) + places for number, (sizes, places) in enumerate(words)]
    rarest = min(range(len(words)), key=lambda number: len(rows[number]))
    meeting = np.ones(len(rows[rarest]), np.bool_)
    for number, row in enumerate(rows):
        if number != rarest:
            meeting &= is_among(rows[rarest], row, int(ends[-1]))
    sizes = words[rarest].sizes
    return np.logical_or.reduceat(meeting, np.cumsum(sizes) - sizes)
