"""The index at one moment: all its segments as one numbered row of documents, with their columns.

Immutable: who searches holds a snapshot, and a newer one takes its place for the next search.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from functools import cached_property
from itertools import pairwise
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from search_index import bm25
from search_index.arrays import Floats, Identifiers, Ints, distinct, joined, renumbered
from search_index.postings.dictionary import Dictionary, after_prefix
from search_index.postings.segments import NO_POSTINGS, Phrase, Postings, Segment, Stored, TermRange


class Stories(NamedTuple):
    """The briefs that retell another, in the order of their identifiers, and for each the one that began its story."""

    retelling: Identifiers
    begun_by: Identifiers


NO_STORIES = Stories(np.zeros(0, np.uint64), np.zeros(0, np.uint64))


class Snapshot:
    """Segments one after the other; a document's number is its number in its segment plus the segment's base."""

    def __init__(self, segments: list[Segment], live: list[NDArray[np.bool_]], stories: Stories = NO_STORIES) -> None:
        self.segments = segments
        self.stories = stories
        self.bases = [0]
        for segment in segments:
            self.bases.append(self.bases[-1] + segment.count)
        self.parts = list(zip(self.bases, segments, strict=False))  # each segment with its base
        self.count = self.bases[-1]
        self.live: NDArray[np.bool_] = np.concatenate(live) if live else np.zeros(0, np.bool_)
        self.live_count = int(self.live.sum())
        self.whole = self.live_count == self.count  # nothing is deleted
        self._norms: dict[str, Floats] = {}

    @cached_property
    def ids(self) -> Identifiers:
        """The identifiers as numbers."""
        return self._column("id")

    @cached_property
    def revisions(self) -> Ints:
        """The revision of the brief that each document was made from."""
        return self._column("revision")

    @cached_property
    def dates(self) -> Ints:
        """What dates sort by; 0 is undated, and divided by 1,441 it is the day's ordinal."""
        return self._column("date")

    @cached_property
    def ordering_dates(self) -> Ints:
        """What puts the documents of a story in order: their dates, or a number after all dates."""
        return np.where(self.dates == 0, np.int64(1 << 62), self.dates)

    @cached_property
    def sizes(self) -> Ints:
        """The number of shingles of each document's text."""
        return self._column("shingles")

    def _column(self, name: str) -> NDArray[Any]:
        return np.concatenate(
            [s.column(name) for s in self.segments] or [np.zeros(0, np.uint64 if name == "id" else np.int64)]
        )

    def numbered(self, ids: Collection[str]) -> Ints:
        """Return the living documents of the briefs with these identifiers, in order; others are passed over.

        An identifier has 16 hexadecimal digits.
        """
        numbers = np.frombuffer(bytes.fromhex("".join(ids)), ">u8").astype(np.uint64)
        numbers.sort()  # so they are found faster
        docs = self.places(numbers)
        return np.sort(docs[docs >= 0])

    def places(self, ids: Identifiers) -> Ints:
        """Return for each of `ids` the living document of that brief, -1 where there is none."""
        found = np.full(len(ids), -1, np.int64)
        for base, segment in self.parts:
            having, docs = segment.numbered(ids)
            docs += base
            alive = self.live[docs]
            found[having[alive]] = docs[alive]
        return found

    @cached_property
    def title_ranks(self) -> Ints:
        """The place of each document among the titles in order; equal titles have equal places."""
        ranges = self.term_ranges("order")
        places = {title: place for place, title in enumerate(sorted({t for r in ranges for t in r.terms}))}
        ranks = np.zeros(self.count, np.int64)
        for found in ranges:
            ranks[found.docs] = found.spread(np.array([places[t] for t in found.terms], np.int64))
        return ranks

    def identifiers(self, docs: Ints) -> list[str]:
        """Return the identifiers of documents."""
        return [f"{number:016x}" for number in self.ids[docs].tolist()]

    def norms(self, field: str) -> Floats:
        """Return the norm of each document in a field.

        Only living documents count for the average, so that the answers are those of an index built anew.
        """
        if field not in self._norms:
            lengths = [s.lengths(field) for s in self.segments]
            joined = np.concatenate(lengths) if lengths else np.zeros(0)
            exact = sum(
                int(s.exact_lengths(field)[self.live[base : base + s.count]].sum(dtype=np.int64))
                for base, s in self.parts
            )
            average = (exact / self.live_count if self.live_count else 0) or 1
            self._norms[field] = bm25.norms(joined, average)
        return self._norms[field]

    def postings(self, field: str, term: str) -> Postings:
        """Return the postings of a term in living documents."""
        encoded = term.encode()
        return self._joined([(base, segment.postings(field, encoded)) for base, segment in self.parts])

    def phrase(self, field: str, words: Sequence[str]) -> Phrase:
        """Return where several words stand one after the other, in living documents."""
        encoded = [word.encode() for word in words]
        live = [None if self.whole else self.live[low:high] for low, high in pairwise(self.bases)]
        every = [s.phrase(field, encoded, alive) for s, alive in zip(self.segments, live, strict=True)]
        frequencies = [sum(of_word) for of_word in zip(*(phrase.frequencies for phrase in every), strict=True)]
        found = [(base, phrase) for base, phrase in zip(self.bases, every, strict=False) if len(phrase.docs)]
        if not found:
            return Phrase(NO_POSTINGS.docs, [], frequencies)
        docs = renumbered([(base, phrase.docs) for base, phrase in found])
        weights = [np.concatenate(of_word) for of_word in zip(*(phrase.weights for _, phrase in found), strict=True)]
        if self.whole:
            return Phrase(docs, weights, frequencies)
        alive = np.flatnonzero(self.live[docs])
        return Phrase(docs[alive], [of_word[alive] for of_word in weights], frequencies)

    def with_prefix(self, field: str, prefix: str) -> list[tuple[int, Stored]]:
        """Return for each segment its base and the postings of the terms that begin with `prefix`, the deleted too."""
        first, last = prefix.encode(), after_prefix(prefix.encode())
        return [(base, segment.postings_between(field, first, last)) for base, segment in self.parts]

    def term_ranges(self, field: str, first: bytes = b"", last: bytes | None = None) -> list[TermRange]:
        """Return for each segment the terms of a field from `first` until before `last` (None: to the end).

        Their documents are numbered as those of the snapshot, the deleted too.
        """
        ranges = [(base, segment.term_range(field, first, last)) for base, segment in self.parts]
        return [found._replace(docs=renumbered([(base, found.docs)])) for base, found in ranges]

    def numbers_of(self, field: str, among: Callable[[Sequence[Dictionary]], Sequence[list[int]]]) -> list[list[int]]:
        """Return of each segment the numbers of those terms of a field that `among` finds in the dictionaries."""
        dictionaries = [segment.dictionary(field) for segment in self.segments]
        found = iter(among([d for d in dictionaries if d]))
        return [next(found) if d else [] for d in dictionaries]

    def heads(self, field: str, separator: str) -> set[str]:
        """Return what stands before `separator` in the terms of a field."""
        found: set[str] = set()
        for segment in self.segments:
            first = b""
            while terms := segment.terms(field, first, None, 1):
                head = terms[0].decode().partition(separator)[0]
                found.add(head)
                first = (head + chr(ord(separator) + 1)).encode()
        return found

    def between(self, field: str, first: str, last: str) -> Ints:
        """Return the living documents that have a term from `first` to `last`, in order."""
        low, high = first.encode(), last.encode() + b"\0"
        between = [(base, segment.postings_between(field, low, high)) for base, segment in self.parts]
        return distinct(self._joined(between).docs)

    def enclosing(self, field: str, first: str, last: str) -> Ints:
        """Return the living documents with a range, in order, that begins before `first` and ends after `last`.

        A term of a range is its first end and, after that, the second one without the unit.
        """
        head, _, low = first.partition("\x00")
        high = last.partition("\x00")[2].encode()
        parts = [NO_POSTINGS.docs]
        for found in self.term_ranges(field, f"{head}\x00".encode(), f"{head}\x00{low}".encode()):
            for number, term in enumerate(found.terms):
                if term[-len(high) :] > high:
                    parts.append(found.docs[found.starts[number] : found.starts[number + 1]])
        docs: Ints = distinct(np.concatenate(parts))
        return docs[self.live[docs]]

    def _joined(self, parts: list[tuple[int, Stored]]) -> Postings:
        """Return postings of segments, each given with its base, as one, in living documents."""
        found = all_postings(parts)
        if self.whole:
            return found
        alive = self.live[found.docs].nonzero()[0]
        return Postings(found.docs[alive], found.weights[alive])


def all_postings(parts: list[tuple[int, Stored]]) -> Postings:
    """Return postings of segments, each given with its base, as one, those of deleted documents too."""
    having = [(base, found) for base, found in parts if len(found.docs)]
    if not having:
        return NO_POSTINGS
    docs = renumbered([(base, found.docs) for base, found in having])
    return Postings(docs, joined([found.weights for _, found in having]))
