"""A segment of the index as arrays: what searching reads, without a copy where it can be.

Documents are numbered from 0 within the segment.
"""

from __future__ import annotations

import sys
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from search_index.document_columns import DocumentReader
from search_index.posting_reader import Dictionary, TermsReader
from search_index.similar import similar_terms

Ints = NDArray[np.int64]
Identifiers = NDArray[np.uint64]
Floats = NDArray[np.float64]


class Postings(NamedTuple):
    """The postings of one term or several: documents in order within each term, and their weights."""

    docs: Ints
    weights: NDArray[np.floating[Any]]


class Positions(NamedTuple):
    """The places of a term in some documents: how many in each, at least one, and all of them one after the other."""

    sizes: Ints
    places: NDArray[np.unsignedinteger[Any]]


class TermRange(NamedTuple):
    """Successive terms of a field with all their documents: those of term i are [starts[i], starts[i + 1])."""

    terms: list[bytes]
    docs: Ints
    starts: Ints


_DENSE = 16


def is_dense(documents: int, count: int) -> bool:
    """Tell whether so many of `count` documents are better marked in a row of all than looked up one by one."""
    return documents * _DENSE > count


def places_of(docs: Ints, within: Ints, count: int) -> Ints:
    """Return the index in `within` of each of `docs`, -1 where it is not there: both in order, all below `count`."""
    if is_dense(len(docs), len(within)) and is_dense(len(within), count):
        row = np.zeros(count, np.int32)  # half the memory of our other numbers, which is what takes the time
        row[within] = np.arange(1, len(within) + 1, dtype=np.int32)
        return row[docs].astype(np.int64) - 1
    if not len(within):
        return np.full(len(docs), -1)
    places = np.searchsorted(within, docs)
    places[places == len(within)] = 0
    places[within[places] != docs] = -1
    return places


NO_POSTINGS = Postings(np.empty(0, np.int64), np.empty(0, np.float64))


class Segment:
    """One segment. Every reading may raise DamagedIndexError."""

    def __init__(self, name: str, documents: DocumentReader, terms: TermsReader) -> None:
        self.name = name
        self.count = documents.doc_count_all()
        self._documents = documents
        self._terms = terms

    def column(self, name: str) -> NDArray[Any]:
        """Return the numbers of a column, one for each document."""
        if not self._documents.has_numbers(name):
            return np.zeros(self.count, np.uint64 if name == "id" else np.int64)
        return self._documents.numbers(name)

    def lengths(self, field: str) -> Floats:
        """Return the lengths of a field in words, as the scores use them: to within a few percent."""
        return self._documents.lengths(field)

    def exact_lengths(self, field: str) -> NDArray[Any]:
        """Return the lengths of a field in words."""
        return self._documents.exact_lengths(field)

    def postings(self, field: str, term: bytes) -> Postings:
        """Return the postings of a term, empty where the segment has none."""
        dictionary = self._terms.dictionary(field)
        number = dictionary.find(term) if dictionary else -1
        return self._postings(field, number, number + 1) if number >= 0 else NO_POSTINGS

    def opened_by(self, field: str, first: bytes, last: bytes | None) -> Postings:
        """Return the postings of all terms from `first` until before `last` (None: to the end), term after term."""
        low, high = self._bounds(self._terms.dictionary(field), first, last)
        return self._postings(field, low, high)

    def _postings(self, field: str, low: int, high: int) -> Postings:
        docs, weights = self._terms.postings(field, low, high)
        if len(docs) and int(docs.max()) >= self.count:
            raise self._terms.damaged(field)
        return Postings(docs.astype(np.int64), np.ones(len(docs), np.float32) if weights is None else weights)

    def positions(self, field: str, term: bytes, docs: Ints) -> Positions:
        """Return where a term stands in `docs`, which are in order, and all of which have it."""
        dictionary = self._terms.dictionary(field)
        number = dictionary.find(term) if dictionary else -1
        if number < 0:
            raise self._terms.damaged(field)
        having = self._postings(field, number, number + 1).docs
        bounds, places = self._terms.positions(field, number)
        if len(docs) == len(having):
            return Positions(np.diff(bounds), places)
        chosen = places_of(docs, having, self.count)
        starts = bounds[chosen]
        sizes = bounds[chosen + 1] - starts
        ends = np.cumsum(sizes)
        return Positions(sizes, places[np.arange(ends[-1]) + np.repeat(starts - (ends - sizes), sizes)])

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

    def similar(self, field: str, word: str, distance: int) -> set[str]:
        """Return the terms of a field that are at most `distance` edits from `word`."""
        dictionary = self._terms.dictionary(field)
        return similar_terms(dictionary, word, distance) if dictionary else set()

    def verify(self) -> None:
        """Check every byte of the segment."""
        self._documents.verify()
        self._terms.verify()
