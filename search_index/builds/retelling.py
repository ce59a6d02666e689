"""Stories: the briefs that retell an earlier one, each with the first that tells its story.

Briefs are taken in the order of their dates, the undated last, equals by identifier. Each joins the earliest of those
before it that begins a story and that it retells; where there is none, it begins a story itself. So a story has one
beginning, which all others of it retell, and no chain of small changes leads from one story to another.

Whom a brief may retell is seen from their sketches (terms/shingles.py): from those terms of them that at most 200
stories have. What more have (a publisher's notices, the frame of its daily tables) leads to none, for it would lead to
all that the publisher ever wrote; it counts like the rest where something else has led there. So a brief is found again
by what it has of its own, and one that has nothing of its own is a story by itself.

The outcome depends on the briefs alone: `told_anew` takes all in order, `told_after` only those on which a change can
tell, and both come to the same.
"""

from __future__ import annotations

import heapq
from array import array
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from search_index.arrays import Ints, distinct, is_among, joined
from search_index.postings.segments import NO_POSTINGS
from search_index.snapshot import Snapshot, Stories
from search_index.terms.shingles import LEAST_SHARED, Shingles, is_retold, may_be_retold, shingles, sketch

Bodies = Callable[[Collection[str]], Iterable[tuple[str, str]]]  # identifiers -> (identifier, body) of those there are

_FEW = 200  # changed briefs that are looked at one by one, however small the library
_MOST = 200  # stories that have a passage: one that more have is the publisher's, and makes nobody look
_REMEMBERED = 500  # texts whose shingles are kept at hand


def told_after(snapshot: Snapshot, before: Stories, changed: Collection[str], bodies: Bodies) -> Stories:
    """Return the stories of `snapshot`, given those there were before the briefs `changed` came, changed or went."""
    teller = _Teller(snapshot, bodies)
    pending = teller.begin_with(before, changed)
    if len(pending) > max(_FEW, snapshot.live_count // 64):
        teller.tell_anew()
    else:
        teller.tell(pending)
    return teller.stories()


def told_anew(snapshot: Snapshot, bodies: Bodies) -> Stories:
    """Return the stories of `snapshot`, from its documents alone."""
    teller = _Teller(snapshot, bodies)
    teller.tell_anew()
    return teller.stories()


class _Teller:
    """Finds for each document the one that began its story. Documents are numbers of the snapshot."""

    def __init__(self, snapshot: Snapshot, bodies: Bodies) -> None:
        self._snapshot = snapshot
        self._bodies = bodies
        self._dates = snapshot.ordering_dates
        self._begun_by: dict[int, int] = {}  # of documents that retell another
        self._retelling = np.zeros(snapshot.count, np.bool_)  # the same documents marked
        self._known: set[tuple[int, int]] = set()  # pairs that were counted before, and have not changed
        self._shingles: dict[int, Shingles] = {}

    def begin_with(self, before: Stories, changed: Collection[str]) -> set[int]:
        """Take over what still holds of the stories before; return the documents that must be looked at again."""
        new = set(self._snapshot.numbered(changed).tolist())
        pending = set(new)
        pairs = zip(
            self._snapshot.places(before.retelling).tolist(),
            self._snapshot.places(before.begun_by).tolist(),
            strict=True,
        )
        for doc, first in pairs:
            if doc < 0 or doc in new:
                continue
            if first < 0 or first in new:
                pending.add(doc)
            else:
                self._join(doc, first)
                self._known.add((doc, first))
        return pending

    def stories(self) -> Stories:
        """Return what was found."""
        docs = np.array(sorted(self._begun_by), np.int64)
        ids = self._snapshot.ids
        retelling = ids[docs]
        begun_by = ids[np.array([self._begun_by[doc] for doc in docs.tolist()], np.int64)]
        order = np.argsort(retelling)
        return Stories(retelling[order], begun_by[order])

    # All of them

    def tell_anew(self) -> None:
        """Go through all documents in order."""
        self._begun_by = {}
        firsts: list[int] = []  # the beginnings of the stories so far; a story is its number here
        having: dict[int, array[int]] = defaultdict(lambda: array("I"))  # of each term of sketches the stories with it
        for doc, terms in _sketches(self._snapshot):
            lists = [having[term] for term in terms]
            common = [stories for stories in lists if len(stories) > _MOST]
            telling = b"".join(stories for stories in lists if len(stories) <= _MOST)
            numbers, counts = _frequent(np.frombuffer(telling, np.uint32))
            for number, alike in zip(numbers.tolist(), counts.tolist(), strict=True):
                shared = alike + sum(1 for stories in common if _has(stories, number))
                if self._is_likely(doc, firsts[number], shared) and self._retells(doc, firsts[number]):
                    self._begun_by[doc] = firsts[number]
                    break
            else:
                for stories in lists:
                    stories.append(len(firsts))
                firsts.append(doc)

    # Those on which a change can tell

    def tell(self, pending: set[int]) -> None:
        """Look at `pending` in order, and at those later ones on which the outcome for each can tell."""
        retold_by: dict[int, set[int]] = defaultdict(set)
        for doc, first in self._begun_by.items():
            retold_by[first].add(doc)
        queue = sorted((*self._place(doc), doc) for doc in pending)
        queued = set(pending)
        while queue:
            *_, doc = heapq.heappop(queue)
            began_before = doc not in self._begun_by and doc not in pending
            earlier, later = self._likely(doc)
            firsts = (other for other in earlier if other not in self._begun_by)
            first = next((other for other in firsts if self._retells(doc, other)), -1)
            again: Iterable[int] = ()
            if first >= 0:
                self._join(doc, first)
                retold_by[first].add(doc)
                again = retold_by.pop(doc, set())  # they retold what begins no story any more
            else:
                self._begin(doc)
                if not began_before:  # what comes later may retell this one rather than what it does now
                    again = [z for z in later if self._place(self._begun_by.get(z, z)) > self._place(doc)]
            for other in again:
                if other not in queued:
                    queued.add(other)
                    heapq.heappush(queue, (*self._place(other), other))

    def _join(self, doc: int, first: int) -> None:
        self._begun_by[doc] = first
        self._retelling[doc] = True

    def _begin(self, doc: int) -> None:
        self._begun_by.pop(doc, None)
        self._retelling[doc] = False

    def _likely(self, doc: int) -> tuple[list[int], list[int]]:
        """Return the documents before `doc` that it may retell, and those after it that may retell it, in order."""
        date, number = self._place(doc)
        telling: list[Ints] = [NO_POSTINGS.docs]
        common: list[Ints] = []
        for term in sketch(self._of(doc)):
            docs = self._snapshot.postings("shingle", term).docs
            if len(docs) > _MOST:
                dates = self._dates[docs]
                before = (dates < date) | ((dates == date) & (self._snapshot.ids[docs] < np.uint64(number)))
                earlier = docs[before]
                if np.count_nonzero(~self._retelling[earlier]) > _MOST:
                    common.append(earlier)
                    docs = docs[~before]
            telling.append(docs)
        numbers, counts = _frequent(np.concatenate(telling))
        for docs in common:
            counts += is_among(numbers, docs, self._snapshot.count)
        pairs = zip(numbers.tolist(), counts.tolist(), strict=True)
        likely = [other for other, shared in pairs if other != doc and self._is_likely(doc, other, shared)]
        likely.sort(key=self._place)
        bound = bisect_left(likely, (date, number), key=self._place)
        return likely[:bound], likely[bound:]

    def _place(self, doc: int) -> tuple[int, int]:
        """Return what puts documents into order."""
        return int(self._dates[doc]), int(self._snapshot.ids[doc])

    # Two of them

    def _is_likely(self, one: int, other: int, shared: int) -> bool:
        sizes = self._snapshot.sizes
        return may_be_retold(int(sizes[one]), int(sizes[other]), shared)

    def _retells(self, one: int, other: int) -> bool:
        return (one, other) in self._known or is_retold(self._of(one), self._of(other))

    def _of(self, doc: int) -> Shingles:
        """Return the shingles of a document's text as the library has it now."""
        if doc not in self._shingles:
            if len(self._shingles) >= _REMEMBERED:
                self._shingles.clear()
            ids = self._snapshot.identifiers(np.array([doc]))
            body = next((body for _, body in self._bodies(ids)), "")
            self._shingles[doc] = shingles(body)
        return self._shingles[doc]


def _has(numbers: Sequence[int], wanted: int) -> bool:
    """Tell whether a number is among others that are in order."""
    place = bisect_left(numbers, wanted)
    return place < len(numbers) and numbers[place] == wanted


def _frequent(numbers: NDArray[Any]) -> tuple[NDArray[Any], Ints]:
    """Return, in order, what stands in `numbers` as often as likely copies need it, and how often."""
    numbers = np.sort(numbers)
    repeated = numbers[LEAST_SHARED - 1 :] == numbers[: max(0, len(numbers) - LEAST_SHARED + 1)]
    found = distinct(numbers[LEAST_SHARED - 1 :][repeated])
    return found, np.searchsorted(numbers, found, "right") - np.searchsorted(numbers, found)


def _sketches(snapshot: Snapshot) -> Iterable[tuple[int, Sequence[int]]]:
    """Yield the documents that have a sketch in the order of their dates, with the terms of it as numbers."""
    numbers: dict[bytes, int] = {}
    terms: list[Ints] = []
    docs: list[Ints] = []
    for found in snapshot.term_ranges("shingle"):
        of_terms = np.array([numbers.setdefault(term, len(numbers)) for term in found.terms], np.int64)
        terms.append(found.spread(of_terms))
        docs.append(found.docs)
    every = joined(docs)
    order = np.argsort(every, kind="stable")
    of_docs = joined(terms)[order]
    bounds = np.searchsorted(every[order], np.arange(snapshot.count + 1))
    for doc in np.lexsort((snapshot.ids, snapshot.ordering_dates)).tolist():
        if snapshot.live[doc] and bounds[doc] < bounds[doc + 1]:
            yield doc, of_docs[bounds[doc] : bounds[doc + 1]].tolist()
