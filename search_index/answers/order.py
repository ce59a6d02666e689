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

from search_index.answers.found import Found
from search_index.arrays import Ints
from search_index.results import Sort
from search_index.snapshot import Snapshot

_FEW = 250  # so many are sorted as fast as the first of them are found
_GROUPS = 8  # of values for each hit that is wanted, to find a bound, where there are more than
_GROUP = 4  # values for each group

_Key = Callable[[Ints | slice], NDArray[Any]]  # from indexes into the found documents to what sorts, largest first


def first(found: Found, snapshot: Snapshot, sort: Sort, wanted: int) -> Ints:
    """Return the indexes of the first `wanted` of `found`, in order."""
    keys: list[_Key] = [
        lambda chosen: snapshot.dates[found.docs[chosen]],
        lambda chosen: ~snapshot.ids[found.docs[chosen]],  # the smallest first
    ]
    if sort == "relevance":
        keys.insert(0, lambda chosen: found.scores[chosen])
    elif sort == "title":
        keys.insert(0, lambda chosen: -snapshot.title_ranks[found.docs[chosen]])
    if wanted <= 0 or not len(found):
        return np.empty(0, np.int64)
    near = np.arange(len(found))
    if len(found) > wanted:
        values = keys[0](slice(None))
        near = (values >= _bound(values, wanted)).nonzero()[0]
    return _largest(near, keys, wanted)


def _bound(values: NDArray[Any], wanted: int) -> Any:
    """Return a value that at least `wanted` of `values` reach, which are more, and hardly more than these.

    Of many values it is one that as many groups of them have a largest of or more: a look at the groups costs a tenth
    of a partition of all. A group is every so manyth value, so that NumPy compares rows with rows.
    """
    groups = _GROUPS * wanted
    if len(values) > _GROUP * groups:
        values = values[: len(values) // groups * groups].reshape(-1, groups).max(axis=0)
    return np.partition(values, -wanted)[-wanted]


def _largest(chosen: Ints, keys: list[_Key], wanted: int) -> Ints:
    """Return the `wanted` largest of `chosen` by the first key, equals by the next, in order."""
    if len(chosen) <= max(_FEW, wanted) or len(keys) == 1:
        every = [key(chosen) for key in keys]
        return chosen[np.lexsort(every[::-1])[::-1]][:wanted]
    values = keys[0](chosen)
    bound = np.partition(values, -wanted)[-wanted]
    larger = chosen[values > bound]
    every = [key(larger) for key in keys]
    ordered = larger[np.lexsort(every[::-1])[::-1]]
    return np.concatenate([ordered, _largest(chosen[values == bound], keys[1:], wanted - len(larger))])


def all_of(found: Found, snapshot: Snapshot, sort: Sort) -> Callable[[], list[str]]:
    """Return what gives the identifiers of all of `found` in their order, when it is called."""
    return partial(_all_ids, found, snapshot, sort)


def _all_ids(found: Found, snapshot: Snapshot, sort: Sort) -> list[str]:
    return snapshot.identifiers(found.docs[first(found, snapshot, sort, len(found.docs))])
