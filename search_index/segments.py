"""A segment of the index as arrays: the only place that knows how postings are read.

Documents are numbered from 0 within the segment. Everything is read when it is asked for, and columns are kept.
"""

from __future__ import annotations

import sys
import weakref
from collections.abc import Iterable
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from search_index.whoosh_quietly import byte_to_length, reading

Ints = NDArray[np.int64]
Identifiers = NDArray[np.uint64]
Floats = NDArray[np.float64]


class Postings(NamedTuple):
    """The postings of one term or several: documents in order within each term, and their weights."""

    docs: Ints
    weights: Floats


class TermRange(NamedTuple):
    """Successive terms of a field with all their postings: those of term i are [starts[i], starts[i + 1])."""

    terms: list[bytes]
    postings: Postings
    starts: Ints


NO_POSTINGS = Postings(np.empty(0, np.int64), np.empty(0, np.float64))
_LENGTHS = np.array([byte_to_length(b) for b in range(256)], np.float64)


class Segment:
    """One segment, read through Whoosh's own reader."""

    def __init__(self, reader: Any) -> None:
        self._reader = reader
        weakref.finalize(self, reader.close)  # Whoosh leaves its files open
        self.identifier: str = reader.segment().segment_id()
        self.count: int = reader.doc_count_all()
        self._columns: dict[str, NDArray[Any]] = {}
        self._lengths: dict[str, Floats] = {}

    def live(self, deleted: Iterable[int]) -> NDArray[np.bool_]:
        """Return which documents are not `deleted`."""
        live = np.ones(self.count, np.bool_)
        live[np.fromiter(deleted, np.int64)] = False
        return live

    def column(self, name: str) -> NDArray[Any]:
        """Return the numbers of a column, one for each document."""
        if name not in self._columns:
            if self._reader.has_column(name):
                column = self._reader.column_reader(name)
                values = np.array([column[doc] for doc in range(self.count)], np.uint64 if name == "id" else np.int64)
            else:
                values = np.zeros(self.count, np.uint64 if name == "id" else np.int64)
            self._columns[name] = values
        return self._columns[name]

    def lengths(self, field: str) -> Floats:
        """Return the lengths of a field in words, as the scores use them: to within a few percent."""
        if field not in self._lengths:
            found = (self._reader.doc_field_length(doc, field, 0) or 0 for doc in range(self.count))
            self._lengths[field] = np.fromiter(found, np.float64, self.count)
        return self._lengths[field]

    def postings(self, field: str, term: bytes) -> Postings:
        """Return the postings of a term, empty where the segment has none."""
        try:
            matcher = self._reader._terms.matcher(field, term, self._reader.schema[field].format)
        except reading.TermNotFound:
            return NO_POSTINGS
        docs: list[int] = []
        weights: list[float] = []
        while matcher.is_active():
            docs.append(matcher.id())
            weights.append(matcher.weight())
            matcher.next()
        return Postings(np.array(docs, np.int64), np.array(weights, np.float64))

    def positions(self, field: str, term: bytes, docs: Ints) -> tuple[Ints, Ints]:
        """Return where a term stands in `docs`, in order, all of which have it: indexes into `docs`, and positions."""
        format_ = self._reader.schema[field].format
        matcher = self._reader._terms.matcher(field, term, format_)
        wanted = {int(doc): number for number, doc in enumerate(docs)}
        owners: list[int] = []
        places: list[int] = []
        while matcher.is_active():
            number = wanted.get(matcher.id())
            if number is not None:
                found = format_.decode_positions(matcher.value())
                owners.extend([number] * len(found))
                places.extend(found)
            matcher.next()
        return np.array(owners, np.int64), np.array(places, np.int64)

    def terms(self, field: str, first: bytes, last: bytes | None, most: int = sys.maxsize) -> list[bytes]:
        """Return the first `most` terms of a field from `first` until before `last` (None: to the end), in order."""
        found: list[bytes] = []
        if (field not in self._reader.indexed_field_names()) or (last is not None and last <= first):
            return found
        for name, term in self._reader._terms.terms_from(field, first):
            if len(found) == most or name != field or (last is not None and term >= last):
                break
            found.append(term)
        return found

    def term_range(self, field: str, first: bytes = b"", last: bytes | None = None) -> TermRange:
        """Return the terms of a field from `first` until before `last` (None: to the end) with their postings."""
        terms = self.terms(field, first, last)
        found = [self.postings(field, term) for term in terms]
        starts = np.zeros(len(terms) + 1, np.int64)
        np.cumsum([len(p.docs) for p in found], out=starts[1:])
        docs = np.concatenate([p.docs for p in found]) if found else NO_POSTINGS.docs
        weights = np.concatenate([p.weights for p in found]) if found else NO_POSTINGS.weights
        return TermRange(terms, Postings(docs, weights), starts)

    def cursor(self, field: str) -> Any:
        """Return a Whoosh cursor over the terms of a field."""
        return self._reader._terms.cursor(field, self._reader.schema[field])
