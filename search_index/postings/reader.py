"""Read the postings of a segment: as arrays, and as Whoosh's matchers."""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from search_index.arrays import check_of
from search_index.postings.container import Container, DamagedIndexError, mapped
from search_index.postings.dictionary import Dictionary
from search_index.postings.document_columns import DocumentReader
from search_index.postings.pairs import is_pair_field
from search_index.postings.phrases import Positions
from search_index.postings.pool import Run
from search_index.postings.writer import STREAMS
from search_index.whoosh_quietly import ListMatcher, base, reading


class TermsReader(base.TermsReader):  # type: ignore[misc]  # Whoosh ships no types
    """Reads the postings of a segment, as arrays or as Whoosh's matchers."""

    def __init__(self, folder: Path, segment: Any, documents: DocumentReader) -> None:
        self._name = segment.segment_id()
        self._documents = documents
        self._container = Container(folder / segment.make_filename(".terms"))
        self._about: dict[str, dict[str, Any]] = self._container.about.get("fields", {})
        self._dictionaries: dict[str, Dictionary] = {}
        self._data: dict[str, memoryview] = {}
        self._crcs: dict[str, int] = {}
        self._views: dict[tuple[str, str, str], NDArray[Any]] = {}
        for name in STREAMS:
            length, crc = self._container.about.get("streams", {}).get(name, (-1, 0))
            self._data[name] = mapped(folder / segment.make_filename(f".{name}"))
            self._crcs[name] = crc
            if len(self._data[name]) != length:
                raise DamagedIndexError(f"the {name} of segment {segment.segment_id()} are not as long as they were")

    def dictionary(self, field: str) -> Dictionary | None:
        """Return the terms of a field; None where the segment has none."""
        if field not in self._dictionaries:
            if field not in self._about:
                return None
            self._dictionaries[field] = Dictionary(self._container, field, self._about[field])
        return self._dictionaries[field]

    def _view(self, dictionary: Dictionary, field: str, name: str, dtype: str) -> NDArray[Any]:
        """Return a stream from where the field's part begins."""
        view = self._views.get((field, name, dtype))
        if view is None:
            data = self._data[name][dictionary.begins[name] :]
            size = np.dtype(dtype).itemsize
            view = np.frombuffer(data[: len(data) // size * size], dtype)
            self._views[field, name, dtype] = view
        return view

    def postings(self, field: str, first: int, last: int) -> tuple[NDArray[Any], NDArray[Any] | None]:
        """Return the documents and weights of the terms from number `first` until before `last`, as they are stored.

        Weights are None where each is 1. Raises DamagedIndexError where the terms' checks are not theirs.
        """
        dictionary = self.dictionary(field)
        if dictionary is None or first >= last:
            return np.empty(0, np.uint32), None
        docs, weights = self._stored(dictionary, field, first, last)
        if 0 in dictionary.proved[first:last]:
            size = int(dictionary.starts[last]) - int(dictionary.starts[first])
            self._prove(field, docs, weights, size, check_of(dictionary.checks[first:last]))
            dictionary.proved[first:last] = b"\1" * (last - first)
        return docs, weights

    def postings_of(self, field: str, numbers: Sequence[int]) -> tuple[NDArray[Any], NDArray[Any] | None]:
        """Return the same of the terms with these numbers, at least one, term after term."""
        dictionary = self._dictionaries[field]
        parts = [self._stored(dictionary, field, number, number + 1) for number in numbers]
        docs = np.concatenate([docs for docs, _ in parts])
        weights = np.concatenate([w for _, w in parts if w is not None]) if dictionary.weighted else None
        if not all(map(dictionary.proved.__getitem__, numbers)):
            size = sum(int(dictionary.starts[number + 1]) - int(dictionary.starts[number]) for number in numbers)
            check = sum(int(dictionary.checks[number]) for number in numbers) & 0xFFFFFFFF
            self._prove(field, docs, weights, size, check)
            for number in numbers:
                dictionary.proved[number] = 1
        return docs, weights

    def _stored(
        self, dictionary: Dictionary, field: str, first: int, last: int
    ) -> tuple[NDArray[Any], NDArray[Any] | None]:
        start, end = int(dictionary.starts[first]), int(dictionary.starts[last])
        docs = self._view(dictionary, field, "docs", "<u4")[start:end]
        return docs, self._view(dictionary, field, "weights", "<f4")[start:end] if dictionary.weighted else None

    def _prove(self, field: str, docs: NDArray[Any], weights: NDArray[Any] | None, size: int, check: int) -> None:
        """Raise DamagedIndexError where these are not `size` postings with this check."""
        found = check_of(docs) if weights is None else check_of(docs, weights.view("<u4"))
        if len(docs) != size or found != check or docs.max(initial=0) >= self._documents.doc_count_all():
            raise self.damaged(field)

    def damaged(self, field: str) -> DamagedIndexError:
        """Return the error for postings that are not as they were written."""
        return DamagedIndexError(f"the postings of {field} in {self._name} are not as they were written")

    def positions(self, field: str, number: int) -> tuple[NDArray[np.uint32], NDArray[Any]]:
        """Return where the positions of each posting of a term end, and all positions. Raises DamagedIndexError."""
        ends, places = self._positions(self._dictionaries[field], field, number, number + 1)
        if ends[-1] != len(places):
            raise self.damaged(field)
        return ends, places

    def _positions(
        self, dictionary: Dictionary, field: str, first: int, last: int
    ) -> tuple[NDArray[np.uint32], NDArray[Any]]:
        """Return the same of the terms from number `first` until before `last`, the ends counted within each term."""
        start, end = int(dictionary.starts[first]), int(dictionary.starts[last])
        begin, stop = int(dictionary.places[first]), int(dictionary.places[last])
        ends = self._view(dictionary, field, "ends", "<u4")[start:end]
        places = self._view(dictionary, field, "positions", "<u4" if dictionary.wide else "<u2")[begin:stop]
        if 0 in dictionary.placed[first:last]:
            fit = len(ends) == end - start and len(places) == stop - begin
            if not fit or check_of(ends, places) != check_of(dictionary.proofs[first:last]):
                raise self.damaged(field)
            dictionary.placed[first:last] = b"\1" * (last - first)
        return ends, places

    def positions_at(self, field: str, number: int, chosen: NDArray[np.int64]) -> Positions:
        """Return the positions of some postings of a term, given by their places in order among those of the term.

        Raises DamagedIndexError where they cannot be.
        """
        ends, places = self.positions(field, number)
        if len(places) == len(ends):  # one of each
            return Positions(np.ones(len(chosen), np.int64), places[chosen])
        lasts, firsts = ends[chosen], ends[chosen - 1]
        if chosen[0] == 0:
            firsts[0] = 0
        sizes = (lasts - firsts).astype(np.int64)
        total = int(sizes.sum())
        if total > len(places):
            raise self.damaged(field)
        return Positions(sizes, places[np.arange(total) + np.repeat(lasts - np.cumsum(sizes), sizes)])

    def run(self, field: str, renumbered: NDArray[np.int64] | None) -> Run:
        """Return all postings of a field, to be merged."""
        dictionary = self.dictionary(field)
        if dictionary is None:
            raise DamagedIndexError(f"the field {field} is gone")
        docs, weights = self.postings(field, 0, dictionary.count)
        starts = dictionary.starts.astype(np.int64)
        places = dictionary.places.astype(np.int64)
        terms = dictionary.slice(0, dictionary.count)
        if weights is None:
            nothing = np.zeros(len(docs), np.uint32)
            return Run(terms, starts, docs, np.ones(len(docs), np.float32), nothing, nothing[:0], places, renumbered)
        ends, positions = self._positions(dictionary, field, 0, dictionary.count)
        counts = np.diff(ends, prepend=np.uint32(0))
        counts[starts[:-1]] = ends[starts[:-1]]  # those of a term's first
        return Run(terms, starts, docs, weights, counts, positions, places, renumbered)

    def verify(self) -> None:
        """Check every byte. Raises DamagedIndexError."""
        self._container.verify()
        for name, data in self._data.items():
            if zlib.crc32(data) != self._crcs[name]:
                raise DamagedIndexError(f"the {name} have other bytes than were written")

    # For Whoosh's own searcher

    def _number(self, field: str, term: bytes) -> int:
        dictionary = self.dictionary(field)
        return dictionary.find(term) if dictionary else -1

    def __contains__(self, term: tuple[str, bytes]) -> bool:
        return self._number(*term) >= 0

    def indexed_field_names(self) -> list[str]:
        """Return the fields that have terms; their pairs are no field of Whoosh's, and no merge takes them along."""
        return [field for field in self._about if not is_pair_field(field)]

    def terms(self) -> Iterator[tuple[str, bytes]]:
        """Yield all fields and terms in order."""
        for field in sorted(self.indexed_field_names()):
            yield from self.terms_from(field, b"")

    def terms_from(self, fieldname: str, prefix: bytes) -> Iterator[tuple[str, bytes]]:
        """Yield the terms of a field that are not before `prefix`, in order."""
        dictionary = self.dictionary(fieldname)
        if dictionary:
            for number in range(dictionary.at_or_after(prefix), dictionary.count):
                yield fieldname, dictionary[number]

    def items(self) -> Iterator[tuple[tuple[str, bytes], Any]]:
        """Yield all terms with what is known about them."""
        return ((term, self.term_info(*term)) for term in self.terms())

    def items_from(self, fieldname: str, prefix: bytes) -> Iterator[tuple[tuple[str, bytes], Any]]:
        """Yield the terms of a field that are not before `prefix` with what is known about them."""
        return ((term, self.term_info(*term)) for term in self.terms_from(fieldname, prefix))

    def cursor(self, fieldname: str, fieldobj: Any) -> TermCursor:
        """Return a cursor over the terms of a field."""
        return TermCursor(self.dictionary(fieldname))

    def _postings_of(self, field: str, term: bytes) -> tuple[int, NDArray[Any], NDArray[Any]]:
        number = self._number(field, term)
        if number < 0:
            raise reading.TermNotFound(f"No term {field}:{term!r}")
        docs, weights = self.postings(field, number, number + 1)
        return number, docs, np.ones(len(docs), np.float32) if weights is None else weights

    def term_info(self, fieldname: str, text: bytes) -> Any:
        """Return what Whoosh wants to know about a term. Raises TermNotFound."""
        _, docs, weights = self._postings_of(fieldname, text)
        lengths = self._documents.lengths(fieldname)[docs]
        return reading.TermInfo(
            weight=float(weights.sum(dtype=np.float64)),
            df=len(docs),
            minlength=int(lengths.min()),
            maxlength=int(lengths.max()),
            maxweight=float(weights.max()),
            minid=int(docs[0]),
            maxid=int(docs[-1]),
        )

    def frequency(self, fieldname: str, text: bytes) -> float:
        """Return the weight of a term in all documents, 0 without it."""
        if self._number(fieldname, text) < 0:
            return 0.0
        return float(self._postings_of(fieldname, text)[2].sum(dtype=np.float64))

    def doc_frequency(self, fieldname: str, text: bytes) -> int:
        """Return the number of documents that have a term."""
        return len(self._postings_of(fieldname, text)[1]) if self._number(fieldname, text) >= 0 else 0

    def matcher(self, fieldname: str, text: bytes, format_: Any, scorer: Any = None) -> Any:
        """Return one of Whoosh's matchers over the postings of a term. Raises TermNotFound."""
        number, docs, weights = self._postings_of(fieldname, text)
        values = [b""] * len(docs)
        if self._dictionaries[fieldname].full:
            ends, places = self.positions(fieldname, number)
            raw = places.astype("<u4").tobytes()
            values = [raw[4 * a : 4 * b] for a, b in pairwise([0, *ends.tolist()])]
        info = self.term_info(fieldname, text)
        return ListMatcher(
            docs.tolist(), weights.tolist(), values, format_, scorer=scorer, term=(fieldname, text), terminfo=info
        )

    def close(self) -> None:
        """Let go of the files, which the last array of them closes."""
        self._views.clear()


class TermCursor(base.FieldCursor):  # type: ignore[misc]  # Whoosh ships no types
    """Moves over the terms of a field."""

    def __init__(self, dictionary: Dictionary | None) -> None:
        self._dictionary = dictionary
        self._number = 0
        self._count = dictionary.count if dictionary else 0

    def first(self) -> str | None:
        """Go to the first term."""
        self._number = 0
        return self.text()

    def find(self, string: str | bytes) -> str | None:
        """Go to the first term that is not before `string`."""
        if self._dictionary:
            term = string.encode("utf-8", "surrogatepass") if isinstance(string, str) else string
            self._number = self._dictionary.at_or_after(term)
        return self.text()

    def next(self) -> str | None:
        """Go to the next term."""
        self._number += 1
        return self.text()

    def text(self) -> str | None:
        """Return the term; None at the end."""
        if self._dictionary is None or self._number >= self._count:
            return None
        return self._dictionary[self._number].decode()

    def term(self) -> str | None:
        """Return the term; None at the end."""
        return self.text()

    def is_valid(self) -> bool:
        """Tell whether there is a term."""
        return self._dictionary is not None and self._number < self._count
