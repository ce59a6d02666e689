"""The order of hits: by relevance, date or title, the first page without sorting all of them.

Equals are in the order of their dates, newest first and the undated last, then of their identifiers: the order is the
same however the index is cut into segments.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import numpy as np
from numpy.typing import NDArray

from search_index.evaluate import Found
from search_index.results import Sort
from search_index.segments import Ints
from search_index.snapshot import Snapshot

_Key = Callable[[Ints], NDArray[Any]]  # from indexes into the found documents to what they sort by, smallest first


def first(found: Found, snapshot: Snapshot, sort: Sort, wanted: int) -> Ints:
    """Return the indexes of the first `wanted` of `found`, in order."""
    keys: list[_Key] = [
        lambda chosen: -snapshot.dates[found.docs[chosen]],
        lambda chosen: snapshot.ids[found.docs[chosen]],
    ]
    if sort == "relevance":
        keys.insert(0, lambda chosen: -found.scores[chosen])
    elif sort == "title":
        keys.insert(0, lambda chosen: snapshot.title_ranks[found.docs[chosen]])
    return _smallest(np.arange(len(found.docs)), keys, wanted)


def _smallest(chosen: Ints, keys: list[_Key], wanted: int) -> Ints:
    """Return the `wanted` smallest of `chosen` by the first key, equals by the next, in order."""
    if not keys or not len(chosen) or wanted <= 0:
        return chosen[: max(wanted, 0)]
    values = keys[0](chosen)
    if wanted >= len(chosen):
        every = [key(chosen) for key in keys]
        return chosen[np.lexsort(every[::-1])]
    bound = np.partition(values, wanted - 1)[wanted - 1]
    smaller = chosen[values < bound]
    every = [key(smaller) for key in keys]
    ordered = smaller[np.lexsort(every[::-1])] if len(smaller) else smaller
    return np.concatenate([ordered, _smallest(chosen[values == bound], keys[1:], wanted - len(smaller))])


def all_of(found: Found, snapshot: Snapshot, sort: Sort) -> Callable[[], list[str]]:
    """Return what gives the identifiers of all of `found` in their order, when it is called."""
    return partial(_all_ids, found, snapshot, sort)


def _all_ids(found: Found, snapshot: Snapshot, sort: Sort) -> list[str]:
    return snapshot.identifiers(found.docs[first(found, snapshot, sort, len(found.docs))])
