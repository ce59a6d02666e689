"""Write the postings of a segment: four streams of numbers, and the dictionary that says what lies where in them."""

from __future__ import annotations

import zlib
from collections.abc import Iterable
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

import numpy as np
from numpy.typing import NDArray

from search_index.postings.container import write_container
from search_index.postings.dictionary import STREAMS
from search_index.postings.pairs import pair_field, pairs_of
from search_index.postings.pool import ArrayPool
from search_index.postings.runs import Chunk, Run, bounds_of, merged, merged_terms
from search_index.schema import Words
from search_index.whoosh_quietly import base


class _Kind(NamedTuple):
    """What the postings of a field have (codec.py): positions where they are `full`, of 32 bits where `wide`."""

    full: bool
    weighted: bool
    wide: bool = False


class _PerTerm:
    """What the dictionary is to say of each term of a field, gathered while the postings are written."""

    def __init__(self, count: int) -> None:
        self.postings = np.zeros(count, np.int64)  # how many
        self.positions = np.zeros(count, np.int64)  # how many
        self.checks = np.zeros(count, np.uint32)
        self.proofs = np.zeros(count, np.uint32)


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
            if not runs or field not in schema:
                continue
            terms = merged_terms(runs)
            chunks: Iterable[Chunk] = merged(runs, terms)
            kind = _kind_of(schema[field], runs)
            if isinstance(schema[field], Words) and schema[field].paired:
                chunks = list(chunks)
                self._add_field(field, terms, chunks, kind)
                self._add_pairs(field, terms, chunks)
            else:
                self._add_field(field, terms, chunks, kind)

    def _add_pairs(self, field: str, terms: list[bytes], chunks: list[Chunk]) -> None:
        pairs = pairs_of(terms, chunks) if chunks else None
        if pairs and pairs.terms:
            kind = _Kind(full=False, weighted=True)
            self._add_field(pair_field(field), pairs.terms, merged([pairs], pairs.terms), kind)

    def _add_field(self, field: str, terms: list[bytes], chunks: Iterable[Chunk], kind: _Kind) -> None:
        """Write the postings of a field, given its terms in order; those that have none are left out."""
        begins = {name: stream.align() for name, stream in self._streams.items()}
        per_term = _PerTerm(len(terms))
        for chunk in chunks:
            self._write(chunk, kind, per_term)
        alive = np.flatnonzero(per_term.postings)
        kept = terms if len(alive) == len(terms) else [terms[n] for n in alive.tolist()]
        self._about[field] = {"terms": len(kept), **kind._asdict(), "begins": begins}
        self._arrays |= {
            f"text {field}": np.frombuffer(b"".join(kept), np.uint8),
            f"ends {field}": bounds_of([len(term) for term in kept]).astype("<u4"),
            f"starts {field}": bounds_of(per_term.postings[alive]).astype("<u8"),
            f"places {field}": bounds_of(per_term.positions[alive]).astype("<u8"),
            f"checks {field}": per_term.checks[alive],
            f"proofs {field}": per_term.proofs[alive],
        }

    def _write(self, chunk: Chunk, kind: _Kind, per_term: _PerTerm) -> None:
        """Write the postings of some terms, and take down what the dictionary says of these."""
        firsts = np.flatnonzero(np.diff(chunk.terms, prepend=-1))  # the first posting of each term
        numbers = chunk.terms[firsts]
        per_term.postings[numbers] = np.diff(firsts, append=len(chunk.terms))
        checked = chunk.docs.copy()
        self._streams["docs"].write(chunk.docs.astype("<u4", copy=False))
        if kind.weighted:
            checked += chunk.weights.view(np.uint32)
            self._streams["weights"].write(chunk.weights.astype("<f4", copy=False))
        per_term.checks[numbers] = np.add.reduceat(checked, firsts, dtype=np.uint32)
        if kind.full:
            ends = np.cumsum(chunk.counts, dtype=np.int64)
            before = ends[firsts] - chunk.counts[firsts]  # the positions of the terms before
            per_term.positions[numbers] = np.diff(before, append=ends[-1])
            of_terms = (ends - np.repeat(before, per_term.postings[numbers])).astype(np.uint32)
            proofs = np.add.reduceat(of_terms, firsts, dtype=np.uint32)
            proofs += np.add.reduceat(chunk.positions, before, dtype=np.uint32)
            per_term.proofs[numbers] = proofs
            self._streams["ends"].write(of_terms.astype("<u4", copy=False))
            self._streams["positions"].write(chunk.positions.astype("<u4" if kind.wide else "<u2"))

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


def _kind_of(field: Any, runs: list[Run]) -> _Kind:
    """Return what the postings of a field of the schema have: positions go with weights."""
    if not field.format.supports("positions"):
        return _Kind(full=False, weighted=False)
    wide = any(run.positions.dtype.itemsize > 2 and int(run.positions.max(initial=0)) > 0xFFFF for run in runs)
    return _Kind(full=True, weighted=True, wide=wide)
