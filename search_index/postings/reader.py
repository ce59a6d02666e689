"""Read the postings of a segment, as slices of the mapped streams."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from search_index.postings.container import Container
from search_index.postings.dictionary import STREAMS, Dictionary
from search_index.postings.mapping import DamagedIndexError, FileBytes
from search_index.postings.phrases import Positions
from search_index.postings.runs import Run


class PostingReader:
    """Reads the postings of a segment. Terms go by their numbers in the dictionary of their field."""

    def __init__(self, folder: Path, segment: Any) -> None:
        """Open the files of one of the codec's segments in `folder`. Raises DamagedIndexError."""
        self._name = segment.segment_id()
        self._count: int = segment.doc_count_all()
        self._container = Container(folder / segment.make_filename(".terms"))
        self.fields: dict[str, dict[str, Any]] = self._container.about.get("fields", {})
        self._dictionaries: dict[str, Dictionary] = {}
        self._files: dict[str, FileBytes] = {}
        self._crcs: dict[str, int] = {}
        self._views: dict[tuple[str, str, str], NDArray[Any]] = {}
        for name in STREAMS:
            length, crc = self._container.about.get("streams", {}).get(name, (-1, 0))
            self._files[name] = FileBytes(folder / segment.make_filename(f".{name}"))
            self._crcs[name] = crc
            if len(self._files[name].data) != length:
                raise DamagedIndexError(f"the {name} of segment {self._name} are not as long as they were")

    def dictionary(self, field: str) -> Dictionary | None:
        """Return the terms of a field; None where the segment has none."""
        if field not in self._dictionaries:
            if field not in self.fields:
                return None
            self._dictionaries[field] = Dictionary(self._container, field, self.fields[field])
        return self._dictionaries[field]

    def _view(self, dictionary: Dictionary, field: str, name: str, dtype: str) -> NDArray[Any]:
        """Return a stream from where the field's part begins."""
        view = self._views.get((field, name, dtype))
        if view is None:
            data = self._files[name].data[dictionary.begins[name] :]
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
        if 0 in dictionary.postings_fit[first:last]:
            size = int(dictionary.starts[last]) - int(dictionary.starts[first])
            self._check(field, docs, weights, size, _sum_of(dictionary.checks[first:last]))
            dictionary.postings_fit[first:last] = b"\1" * (last - first)
        return docs, weights

    def postings_of(self, field: str, numbers: Sequence[int]) -> tuple[NDArray[Any], NDArray[Any] | None]:
        """Return the same of the terms with these numbers, at least one, term after term."""
        dictionary = self._dictionaries[field]
        parts = [self._stored(dictionary, field, number, number + 1) for number in numbers]
        docs = np.concatenate([docs for docs, _ in parts])
        weights = np.concatenate([w for _, w in parts if w is not None]) if dictionary.weighted else None
        if not all(map(dictionary.postings_fit.__getitem__, numbers)):
            size = sum(int(dictionary.starts[number + 1]) - int(dictionary.starts[number]) for number in numbers)
            check = sum(int(dictionary.checks[number]) for number in numbers) & 0xFFFFFFFF
            self._check(field, docs, weights, size, check)
            for number in numbers:
                dictionary.postings_fit[number] = 1
        return docs, weights

    def _stored(
        self, dictionary: Dictionary, field: str, first: int, last: int
    ) -> tuple[NDArray[Any], NDArray[Any] | None]:
        start, end = int(dictionary.starts[first]), int(dictionary.starts[last])
        docs = self._view(dictionary, field, "docs", "<u4")[start:end]
        return docs, self._view(dictionary, field, "weights", "<f4")[start:end] if dictionary.weighted else None

    def _check(self, field: str, docs: NDArray[Any], weights: NDArray[Any] | None, size: int, check: int) -> None:
        """Raise DamagedIndexError where these are not `size` postings with this check."""
        found = _sum_of(docs) if weights is None else _sum_of(docs, weights.view("<u4"))
        if len(docs) != size or found != check or docs.max(initial=0) >= self._count:
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
        if 0 in dictionary.positions_fit[first:last]:
            fit = len(ends) == end - start and len(places) == stop - begin
            if not fit or _sum_of(ends, places) != _sum_of(dictionary.proofs[first:last]):
                raise self.damaged(field)
            dictionary.positions_fit[first:last] = b"\1" * (last - first)
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

    def files(self) -> list[FileBytes]:
        """Return what is read from."""
        return [self._container.file, *self._files.values()]

    def verify(self) -> None:
        """Check every byte. Raises DamagedIndexError."""
        self._container.verify()
        for name, file in self._files.items():
            if zlib.crc32(file.data) != self._crcs[name]:
                raise DamagedIndexError(f"the {name} have other bytes than were written")


def _sum_of(*streams: NDArray[Any]) -> int:
    """Return the sum of whole numbers modulo 2 to the 32nd: another where one is changed, or several are cleared."""
    return sum(int(np.add.reduce(numbers, dtype=np.uint32)) for numbers in streams) & 0xFFFFFFFF
