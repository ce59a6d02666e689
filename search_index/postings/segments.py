"""A segment of the index as arrays: what searching reads, without a copy where it can be.

Documents are numbered from 0 within the segment.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from functools import cached_property
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from search_index.arrays import Floats, Identifiers, Ints, shared_by_all
from search_index.postings.dictionary import Dictionary
from search_index.postings.document_columns import DocumentReader
from search_index.postings.pairs import pair_field, pair_term
from search_index.postings.phrases import stands_in
from search_index.postings.reader import PostingReader


class Stored(NamedTuple):
    """The postings of one term or several in a segment: documents in order within each term, and their weights."""

    docs: NDArray[np.uint32]
    weights: NDArray[np.float32]


class Postings(NamedTuple):
    """The same with documents that are numbered through all segments."""

    docs: Ints
    weights: NDArray[np.floating[Any]]


class TermRange(NamedTuple):
    """Successive terms of a field with all their documents: those of term i are [starts[i], starts[i + 1])."""

    terms: list[bytes]
    docs: Ints
    starts: Ints

    @property
    def counts(self) -> Ints:
        """How many documents each term has."""
        return np.diff(self.starts)

    def spread(self, values: NDArray[Any]) -> NDArray[Any]:
        """Return for each of the documents the value of its term, given one for each term."""
        return np.repeat(values, self.counts)


class Phrase(NamedTuple):
    """Where words stand one after the other: the documents in order, and the weights of each word in these.

    `frequencies` says of each word how many documents have it, whatever stands before or after it.
    """

    docs: Ints
    weights: list[NDArray[np.floating[Any]]]
    frequencies: list[int]


_PART = 8  # words of a phrase that are looked for at once

NO_POSTINGS = Postings(np.empty(0, np.int64), np.empty(0, np.float64))
_NOTHING = Stored(np.empty(0, np.uint32), np.empty(0, np.float32))


class Segment:
    """One segment. Every reading may raise DamagedIndexError."""

    def __init__(self, name: str, documents: DocumentReader, terms: PostingReader) -> None:
        self.name = name
        self.count = documents.doc_count_all()
        self._documents = documents
        self._terms = terms
        self._mapped = [file for file in (*documents.files(), *terms.files()) if file.is_mapped]

    def check(self) -> None:
        """Raise DamagedIndexError where a file that is mapped was written to since."""
        for file in self._mapped:
            file.check()

    def column(self, name: str) -> NDArray[Any]:
        """Return the numbers of a column, one for each document."""
        if not self._documents.has_numbers(name):
            return np.zeros(self.count, np.uint64 if name == "id" else np.int64)
        return self._documents.numbers(name)

    @cached_property
    def _by_id(self) -> tuple[Identifiers, Ints]:
        """The identifiers in order, and the document of each."""
        ids = self.column("id")
        order = np.argsort(ids, kind="stable")
        return ids[order], order

    def numbered(self, ids: Identifiers) -> tuple[Ints, Ints]:
        """Return which of `ids` have a document here, by their places, and these documents, the deleted too."""
        ordered, docs = self._by_id
        places = np.searchsorted(ordered, ids)
        places[places == len(ordered)] = 0
        having = np.flatnonzero(ordered[places] == ids)
        return having, docs[places[having]]

    def lengths(self, field: str) -> Floats:
        """Return the lengths of a field in words, as the scores use them: to within a few percent."""
        return self._documents.lengths(field)

    def exact_lengths(self, field: str) -> NDArray[Any]:
        """Return the lengths of a field in words."""
        return self._documents.exact_lengths(field)

    def postings(self, field: str, term: bytes) -> Stored:
        """Return the postings of a term, empty where the segment has none."""
        dictionary = self._terms.dictionary(field)
        number = dictionary.find(term) if dictionary else -1
        return self._read(field, number, number + 1) if number >= 0 else _NOTHING

    def postings_of(self, field: str, numbers: Sequence[int]) -> Stored:
        """Return the postings of terms by their numbers, term after term."""
        if not numbers:
            return _NOTHING
        return _weighted(*self._terms.postings_of(field, numbers))

    def term(self, field: str, number: int) -> str:
        """Return a term by its number."""
        dictionary = self._terms.dictionary(field)
        return dictionary[number].decode() if dictionary else ""

    def postings_between(self, field: str, first: bytes, last: bytes | None) -> Stored:
        """Return the postings of all terms from `first` until before `last` (None: to the end), term after term."""
        low, high = self._bounds(self._terms.dictionary(field), first, last)
        return self._read(field, low, high)

    def _read(self, field: str, low: int, high: int) -> Stored:
        return _weighted(*self._terms.postings(field, low, high))

    def phrase(self, field: str, words: Sequence[bytes], live: NDArray[np.bool_] | None = None) -> Phrase:
        """Return where several words stand one after the other; where `live` is given, it says what counts."""
        dictionary = self._terms.dictionary(field)
        numbers = [dictionary.find(word) if dictionary else -1 for word in words]
        frequencies = [self._frequency(field, number, live) for number in numbers]
        if dictionary is None or min(numbers) < 0:
            return Phrase(NO_POSTINGS.docs, [], frequencies)
        pairs = self._terms.dictionary(pair_field(field)) if len(words) == 2 else None
        found = self._pair(field, pairs.find(pair_term(*words))) if pairs else self._in_a_row(field, numbers)
        return Phrase(*found, frequencies)

    def _frequency(self, field: str, number: int, live: NDArray[np.bool_] | None) -> int:
        """Return how many documents have a term; where `live` is given, it says which count."""
        dictionary = self._terms.dictionary(field)
        if dictionary is None or number < 0:
            return 0
        if live is None:
            return int(dictionary.starts[number + 1]) - int(dictionary.starts[number])
        return int(np.count_nonzero(live[self._read(field, number, number + 1)[0]]))

    def _pair(self, field: str, number: int) -> tuple[Ints, list[NDArray[np.float32]]]:
        """Return the documents that have a pair of words, -1 for none, and the weights of both."""
        if number < 0:
            return NO_POSTINGS.docs, []
        docs, weights = self._read(pair_field(field), number, number + 2)
        half = len(docs) // 2
        return docs[:half].astype(np.int64), [weights[:half], weights[half:]]

    def _in_a_row(self, field: str, numbers: list[int]) -> tuple[Ints, list[NDArray[np.float32]]]:
        """Return the documents in which terms stand one after the other, by their positions, and their weights."""
        lists = [self._read(field, number, number + 1) for number in numbers]
        docs, places = shared_by_all([docs for docs, _ in lists], self.count)
        if not len(docs):
            return docs, []
        kept = self._standing(field, numbers, places)
        return docs[kept], [weights[p[kept]] for (_, weights), p in zip(lists, places, strict=True)]

    def _standing(self, field: str, numbers: list[int], places: list[Ints]) -> Ints:
        """Return which of the documents at `places` have the words in a row.

        Of many words a few are looked for at a time: what has these in a row is little, however frequent they are.
        """
        parts = [slice(n, n + _PART) for n in range(0, len(numbers), _PART)] if len(numbers) > _PART else []
        kept = np.arange(len(places[0]))
        for part in (*parts, slice(None)):
            if len(kept):
                of_words = zip(numbers[part], places[part], strict=True)
                kept = kept[stands_in([self._terms.positions_at(field, n, p[kept]) for n, p in of_words])]
        return kept

    def terms(self, field: str, first: bytes, last: bytes | None, most: int = sys.maxsize) -> list[bytes]:
        """Return the first `most` terms of a field from `first` until before `last` (None: to the end), in order."""
        dictionary = self._terms.dictionary(field)
        low, high = self._bounds(dictionary, first, last)
        return dictionary.slice(low, min(high, low + most)) if dictionary else []

    def term_range(self, field: str, first: bytes = b"", last: bytes | None = None) -> TermRange:
        """Return the terms of a field from `first` until before `last` (None: to the end) with their documents."""
        dictionary = self._terms.dictionary(field)
        low, high = self._bounds(dictionary, first, last)
        if dictionary is None or low >= high:
            return TermRange([], NO_POSTINGS.docs, np.zeros(1, np.int64))
        docs, _ = self._terms.postings(field, low, high)
        starts = dictionary.starts[low : high + 1].astype(np.int64)
        return TermRange(dictionary.slice(low, high), docs.astype(np.int64), starts - starts[0])

    def _bounds(self, dictionary: Dictionary | None, first: bytes, last: bytes | None) -> tuple[int, int]:
        if dictionary is None:
            return 0, 0
        low = dictionary.at_or_after(first) if first else 0
        high = dictionary.count if last is None else dictionary.at_or_after(last)
        return low, max(low, high)

    def dictionary(self, field: str) -> Dictionary | None:
        """Return the terms of a field; None where the segment has none."""
        return self._terms.dictionary(field)

    def verify(self) -> None:
        """Check every byte of the segment."""
        self._documents.verify()
        self._terms.verify()


def _weighted(docs: NDArray[np.uint32], weights: NDArray[np.float32] | None) -> Stored:
    """Return postings of which each weighs 1 where no weights are given."""
    return Stored(docs, np.ones(len(docs), np.float32) if weights is None else weights)
