"""Stories in what was found: one hit for each, the earliest of those that are found."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from search_index.answers.found import Found
from search_index.arrays import Ints
from search_index.snapshot import Snapshot


class Groups:
    """The documents of stories that several briefs tell, story after story, the earliest of each first."""

    def __init__(self, snapshot: Snapshot) -> None:
        retelling = snapshot.places(snapshot.stories.retelling)
        begun_by = snapshot.places(snapshot.stories.begun_by)
        known = (retelling >= 0) & (begun_by >= 0)
        beginnings = np.unique(begun_by[known])
        docs = np.concatenate([retelling[known], beginnings])
        stories = np.concatenate([begun_by[known], beginnings])
        order = np.lexsort((snapshot.ids[docs], snapshot.ordering_dates[docs], stories))
        self._docs: Ints = docs[order]
        self._stories: Ints = np.searchsorted(beginnings, stories[order])
        self._places = np.full(snapshot.count, -1, np.int64)  # of each document in the two above, -1 where it is alone
        self._places[self._docs] = np.arange(len(docs))

    def earliest(self, found: Found) -> Found:
        """Return of `found` only the earliest of each story."""
        places = self._places[found.docs]
        among = np.zeros(len(self._docs), np.bool_)
        among[places[places >= 0]] = True
        chosen = np.flatnonzero(among)
        first = np.zeros(len(self._docs), np.bool_)
        first[chosen[np.diff(self._stories[chosen], prepend=-1) != 0]] = True
        kept = places < 0
        kept[~kept] = first[places[~kept]]
        return found.only(kept)

    def new(self, found: Found, arrived: NDArray[np.bool_]) -> Found:
        """Return of `found` those stories all of whose documents have `arrived`."""
        old = ~arrived[found.docs]
        stories = self.stories(found.docs)
        kept = ~old & ((stories < 0) | ~np.isin(stories, stories[old]))
        return found.only(kept)

    def of(self, doc: int) -> Ints:
        """Return the documents of the story that `doc` is in, the earliest first; itself where it is alone."""
        place = int(self._places[doc])
        if place < 0:
            return np.array([doc], np.int64)
        first, last = np.searchsorted(self._stories, (self._stories[place], self._stories[place] + 1))
        return self._docs[first:last]

    def stories(self, docs: Ints) -> NDArray[np.int64]:
        """Return the number of the story that each of `docs` is in; -1 for those that are alone."""
        places = self._places[docs]
        stories = np.full(len(docs), -1, np.int64)
        stories[places >= 0] = self._stories[places[places >= 0]]
        return stories
