"""Arrays of numbers in order, such as those of documents: their types, and what is common to several of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Identifiers = NDArray[np.uint64]
Floats = NDArray[np.float64]
Ordered = NDArray[np.integer[Any]]  # each number at most once

_DENSE = 16
_STRETCH = 1 << 20  # so many are marked at a time, that the row of marks stays in the processor's cache


def is_dense(documents: int, count: int) -> bool:
    """Tell whether so many of `count` documents are better marked in a row of all than looked up one by one."""
    return documents * _DENSE > count


def shared(some: Ordered, others: Ordered, count: int) -> tuple[Ints, Ints]:
    """Return where the numbers that both have stand in `some`, and where in `others`; all are below `count`."""
    if is_dense(len(some), len(others)) and is_dense(len(others), count):
        row = np.zeros(count, np.int32)  # half the memory of our other numbers, which is what takes the time
        row[others.astype(np.int64, copy=False)] = np.arange(1, len(others) + 1, dtype=np.int32)
        found = row[some]
        having = (found > 0).nonzero()[0]
        places = found[having].astype(np.int64)
        places -= 1
        return having, places
    if not len(others):
        return np.empty(0, np.int64), np.empty(0, np.int64)
    places = others.searchsorted(some.astype(others.dtype, copy=False))
    np.minimum(places, len(others) - 1, out=places)
    having = (others[places] == some).nonzero()[0]
    return having, places if len(having) == len(places) else places[having]


def shared_by_all(sets: Sequence[Ordered], count: int) -> tuple[Ints, list[Ints]]:
    """Return the numbers that all of `sets` have, and where they stand in each; all are below `count`."""
    first, *others = sorted(range(len(sets)), key=lambda number: len(sets[number]))
    found = sets[first].astype(np.int64, copy=False)
    places: list[Ints] = [found] * len(sets)  # each is replaced
    places[first] = np.arange(len(found))
    done = [first]
    for number in others:
        having, places[number] = shared(found, sets[number], count)
        if len(having) < len(found):
            found = found[having]
            for before in done:
                places[before] = places[before][having]
        done.append(number)
    return found, places


def joined(parts: Sequence[NDArray[Any]]) -> NDArray[Any]:
    """Return arrays one after the other as one; an empty one of none."""
    return np.concatenate(parts) if parts else np.empty(0, np.int64)


def renumbered(parts: Sequence[tuple[int, NDArray[np.integer[Any]]]]) -> Ints:
    """Return documents of segments, each given with its base, one after the other as numbers of the whole."""
    if not parts:
        return np.empty(0, np.int64)
    found = np.concatenate([docs for _, docs in parts], dtype=np.int64)
    end = 0
    for base, docs in parts:
        if base:
            found[end : end + len(docs)] += base
        end += len(docs)
    return found


def distinct(numbers: NDArray[Any]) -> NDArray[Any]:
    """Return each of some numbers once, in order. NumPy's own `unique` is several times slower for whole numbers."""
    ordered = np.sort(numbers)
    return ordered[beginnings(ordered)]


def beginnings(ordered: NDArray[Any]) -> Ints:
    """Return where each of some numbers in order stands first."""
    new = np.ones(len(ordered), np.bool_)
    np.not_equal(ordered[1:], ordered[:-1], out=new[1:])
    return new.nonzero()[0]


def order_of(ranks: Ints) -> Ints:
    """Return the places of numbers below 2 to the 32nd in their order, equal ones as they come.

    Sorted as one number with their places: NumPy's quickest sort is not stable, and its stable one ten times slower.
    """
    keys = ranks.astype(np.uint64) << np.uint64(32)
    keys |= np.arange(len(ranks), dtype=np.uint64)
    keys.sort()
    keys &= np.uint64(0xFFFFFFFF)
    return keys.astype(np.int64)


def summed(numbers: Ints, weights: NDArray[np.float32]) -> tuple[Ints, Floats]:
    """Return each of some numbers below 2 to the 31st once, in order, and the sum of its weights.

    Sorted as one number with their weights, which NumPy does faster than to find the order and to follow it.
    """
    keys = numbers.astype(np.uint64) << np.uint64(32)
    keys |= weights.view(np.uint32)
    keys.sort()
    numbers = (keys >> np.uint64(32)).view(np.int64)
    weights = keys.astype(np.uint32).view(np.float32)
    firsts = beginnings(numbers)
    return numbers[firsts], np.add.reduceat(weights, firsts, dtype=np.float64)


def is_among(some: Ints, others: Ints, end: int) -> NDArray[np.bool_]:
    """Return which of `some` are among `others`: ordered numbers below `end`, each at most once."""
    if len(some) * 256 < end or (len(some) + len(others)) * 64 < end:
        places = others.searchsorted(some)
        return others.take(places, mode="clip") == some if len(others) else np.zeros(len(some), np.bool_)
    among = np.empty(len(some), np.bool_)
    lows = np.arange(0, end, _STRETCH)
    for low, (first, last), (begin, stop) in zip(lows, _cuts(some, lows), _cuts(others, lows), strict=True):
        row = np.zeros(min(_STRETCH, end - int(low)), np.bool_)
        row[others[begin:stop] - low] = True
        among[first:last] = row[some[first:last] - low]
    return among


def _cuts(numbers: Ints, lows: Ints) -> Iterator[tuple[int, int]]:
    """Yield where the numbers from each of `lows` until before the next begin and end."""
    return pairwise([*np.searchsorted(numbers, lows).tolist(), len(numbers)])
