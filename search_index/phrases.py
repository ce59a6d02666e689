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
    room = np.max([places[np.cumsum(sizes) - 1] for sizes, places in words], axis=0).astype(np.int64) + len(words)
    ends = np.cumsum(room)
    rows = [
        np.repeat(ends - room + (len(words) - 1 - number), sizes) + places
        for number, (sizes, places) in enumerate(words)
    ]
    rarest = min(range(len(words)), key=lambda number: len(rows[number]))
    end = int(ends[-1])
    meeting = np.logical_and.reduce([is_among(rows[rarest], r, end) for n, r in enumerate(rows) if n != rarest])
    sizes = words[rarest].sizes
    return np.logical_or.reduceat(meeting, np.cumsum(sizes) - sizes)
