"""Write the postings of a segment: four streams of numbers, and the dictionary that says what lies where in them."""

from __future__ import annotations

import zlib
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np
from numpy.typing import NDArray

from search_index.postings.container import write_container
from search_index.postings.pairs import pair_field, pairs_of
from search_index.postings.pool import ArrayPool, Chunk, Run, merged, merged_terms
from search_index.schema import Words
from search_index.whoosh_quietly import base

STREAMS = ("docs", "weights", "ends", "positions")


class PostingWriter(base.FieldWriter):  # type: ignore[misc]  # Whoosh ships no types
    """Writes the postings of all fields, and their dictionary."""

    def __init__(self, folder: Path, segment: Any) -> None:
        self._folder = folder
        self._segment = segment
        self._about: dict[str, dict[str, Any]] = {}
        self._arrays: dict[str, NDArray[Any]] = {}
        self._streams: dict[str, _Stream] = {name: _Stream(self._path(name)) for name in STREAMS}
        self.is_closed = False

    def _path(self, extension: str) -> Path:
        return self._folder / str(self._segment.make_filename(f".{extension}"))

    def add_postings(self, schema: Any, lengths: Any, items: Any) -> None:
        """Write all postings: those of an ArrayPool, or of any of Whoosh's sources."""
        pool = items
        if not isinstance(pool, ArrayPool):
            pool = ArrayPool()
            pool.add_all(items)
        for field in pool.fields():
            runs = [run for run in pool.runs(field) if run.terms]
            if runs and field in schema:
                kind = schema[field]
                full = kind.format.supports("positions")
                self._add_field(field, runs, full, weighted=full, paired=isinstance(kind, Words) and kind.paired)

    def _add_field(self, field: str, runs: list[Run], full: bool, weighted: bool, paired: bool) -> None:
        terms = merged_terms(runs)
        wide = full and any(
            run.positions.dtype.itemsize > 2 and int(run.positions.max(initial=0)) > 0xFFFF for run in runs
        )
        sizes = np.zeros(len(terms), np.int64)
        places = np.zeros(len(terms), np.int64)
        checks = np.zeros(len(terms), np.uint32)
        proofs = np.zeros(len(terms), np.uint32)
        begins = {name: stream.align() for name, stream in self._streams.items()}
        chunks: list[Chunk] = []
        for chunk in merged(runs, terms):
            if not len(chunk.terms):
                continue
            if paired:
                chunks.append(chunk)
            firsts = np.flatnonzero(np.diff(chunk.terms, prepend=-1))
            numbers = chunk.terms[firsts]
            sizes[numbers] = np.diff(firsts, append=len(chunk.terms))
            checked = chunk.docs.copy()
            self._streams["docs"].write(chunk.docs.astype("<u4", copy=False))
            if weighted:
                checked += chunk.weights.view(np.uint32)
                self._streams["weights"].write(chunk.weights.astype("<f4", copy=False))
            if full:
                ends = np.cumsum(chunk.counts, dtype=np.int64)
                before = ends[firsts] - chunk.counts[firsts]  # the positions of the terms before
                places[numbers] = np.diff(before, append=ends[-1])
                of_terms = (ends - np.repeat(before, sizes[numbers])).astype(np.uint32)
                proofs[numbers] = np.add.reduceat(of_terms, firsts, dtype=np.uint32)
                proofs[numbers] += np.add.reduceat(chunk.positions, before, dtype=np.uint32)
                self._streams["ends"].write(of_terms.astype("<u4", copy=False))
                self._streams["positions"].write(chunk.positions.astype("<u4" if wide else "<u2"))
            checks[numbers] = np.add.reduceat(checked, firsts, dtype=np.uint32)
        alive = np.flatnonzero(sizes)
        kept = terms if len(alive) == len(terms) else [terms[n] for n in alive.tolist()]
        self._about[field] = {
            "terms": len(kept),
            "full": full,
            "weighted": weighted,
            "wide": wide,
            "begins": begins,
        }
        self._arrays |= {
            f"text {field}": np.frombuffer(b"".join(kept), np.uint8),
            f"ends {field}": _sums([len(t) for t in kept], "<u4"),
            f"starts {field}": _sums(sizes[alive], "<u8"),
            f"places {field}": _sums(places[alive], "<u8"),
            f"checks {field}": checks[alive],
            f"proofs {field}": proofs[alive],
        }
        if chunks:
            pairs = pairs_of(terms, chunks)
            if pairs.terms:
                self._add_field(pair_field(field), [pairs], full=False, weighted=True, paired=False)

    def close(self) -> None:
        """Finish the files."""
        streams = {name: stream.close() for name, stream in self._streams.items()}
        write_container(self._path("terms"), {"fields": self._about, "streams": streams}, self._arrays)
        self.is_closed = True


class _Stream:
    """A file of numbers that is written from its beginning to its end."""

    def __init__(self, path: Path) -> None:
        self._file: BinaryIO = path.open("wb")
        self._length = 0
        self._crc = 0

    def align(self) -> int:
        """Return where the next numbers begin, after filling up to a multiple of 8 bytes."""
        self._put(bytes(-self._length % 8))
        return self._length

    def write(self, numbers: NDArray[Any]) -> None:
        """Write numbers."""
        if len(numbers):
            self._put(np.ascontiguousarray(numbers).data.cast("B"))

    def _put(self, data: bytes | memoryview) -> None:
        self._file.write(data)
        self._crc = zlib.crc32(data, self._crc)
        self._length += len(data)

    def close(self) -> tuple[int, int]:
        """Finish the file, and return its length and CRC."""
        self._file.close()
        return self._length, self._crc


def _sums(sizes: Any, dtype: str) -> NDArray[Any]:
    sums = np.zeros(len(sizes) + 1, dtype)
    np.cumsum(sizes, out=sums[1:])
    return sums
