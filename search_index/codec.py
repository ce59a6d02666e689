r"""A posting codec for Whoosh whose postings are arrays: mapped from the disk, scored and combined by NumPy whole.

This is the file format of a segment. The folder of the index around it is described in builds/store.py, the list of
segments and the stories in builds/files.py, the container, a file of named arrays, in postings/container.py.

A segment is six files, which are written once and never changed; NAME is "MAIN_" and 16 letters and digits. All numbers
are little endian, floats are IEEE 754. Documents are numbered from 0 in each segment.

    NAME.docs       uint32 per posting     document numbers, ascending within a term
    NAME.weights    float32 per posting    the sum of the weights of the term's occurrences in the document
    NAME.ends       uint32 per posting     where its positions end, counted from the first position of its term
    NAME.positions  uint16 or uint32       the positions of all postings, ascending within a posting
    NAME.terms      container              the term dictionary of each field
    NAME.columns    container              numbers of each document

Postings. The first four files are streams: bare numbers one after the other, without blocks, compression or skip
lists. Fields follow one another in a stream, each from a multiple of 8 bytes on; within a field terms are in the order
of their bytes (UTF-8), so that all terms with a prefix, and all of a field, are one slice of each stream. An occurrence
weighs what its section of the text weighs (schema.py), a position is the number of the word within the field, with gaps
between sections. A field has one of three kinds of postings:

    kind      full   weighted  streams                         fields
    words     true   true      docs, weights, ends, positions  text and the fields of names
    keys      false  false     docs; each weight is 1          codes, units, facets
    pairs     false  true      docs, weights                   "FIELD pairs", of names but titles (postings/pairs.py)

The term "a\0b" of pairs has the documents in which b stands right after a, with the weights of a; the next term,
"a\0b\0", has the same documents with the weights of b. They answer phrases of two words without positions.

Term dictionary. For each FIELD the container NAME.terms has these arrays, for n terms:

    text FIELD    uint8, all bytes   the terms, one after the other, without separators
    ends FIELD    uint32, n + 1      term i is text[ends[i]:ends[i + 1]]
    starts FIELD  uint64, n + 1      its postings are those from starts[i] until before starts[i + 1] of the field
    places FIELD  uint64, n + 1      its positions are those from places[i] until before places[i + 1]
    checks FIELD  uint32, n          the sum of its docs and of its weights, read as uint32, modulo 2 to the 32nd
    proofs FIELD  uint32, n          the same of its ends and its positions

`starts` and `places` count postings and positions, not bytes, from where the field begins in the stream. In fields
without positions `places` and `proofs` are all 0. The JSON beside the arrays is

    {"fields": {FIELD: {"terms": n, "full": ..., "weighted": ..., "wide": whether positions are uint32,
                        "begins": {STREAM: the byte at which the field begins}}},
     "streams": {STREAM: [length in bytes, CRC-32]}}

Columns. NAME.columns has an array of each of these, with a number for each document, deleted ones included; the JSON
beside them is {"documents": how many}.

    id            uint64    the identifier of the brief: its 16 hexadecimal digits
    revision      int64     the change of the library that the document was made from
    date          int64     the day and minute of publication (terms/dates.py); 0 for none
    shingles      uint32    how many shingles its text has (terms/shingles.py)
    length FIELD  uint32    how many positions a field of words has; left out where no document of the segment has any

Reading. Small files are read, large ones mapped into memory (postings/mapping.py). A term is found by bisection of
`text`, after one of a copy of every 64th term. Its postings are slices of the streams, not copied. A posting takes 12
bytes and 2 (4) for each position; NumPy passes over a hundred thousand of them in the time that Python takes for a few
hundred calls, so that skipping would save nothing. A phrase reads the positions of only those documents that have all
its words. No score is stored, for the number of documents and their average length change with every commit: BM25F is
computed from weights and lengths, for the documents that a query is about to show (bm25.py).

Checks. Opening a segment proves the head and the directory of both containers and the length of each stream; the
first reading of a term's postings proves its check, that of its positions its proof, that of a small array its CRC-32.
`verify` proves the CRC-32 of everything. What does not fit raises DamagedIndexError, which leads to a rebuild. Nothing
in these files is unpickled or executed.

Versions. A change of this format counts VERSION up. The format of the index, which state.json names, is made of this
version and those of the container, the schema and the analysis (builds/store.py): an index of another format counts as
none, and is built anew.

Whoosh's own searcher works on such segments too, through matchers of the same postings: that is how the tests hold
this codec against Whoosh's.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from search_index.postings.document_columns import DocumentReader, DocumentWriter
from search_index.postings.whoosh_terms import TermsReader
from search_index.postings.writer import PostingWriter
from search_index.whoosh_quietly import base

VERSION = 5


class ArrayCodec(base.Codec):  # type: ignore[misc]  # Whoosh ships no types
    """The codec, for `SegmentWriter(codec=ArrayCodec())`."""

    def per_document_writer(self, storage: Any, segment: Any) -> DocumentWriter:
        """Return what writes the columns of a segment."""
        return DocumentWriter(_file(storage, segment, "columns"))

    def field_writer(self, storage: Any, segment: Any) -> PostingWriter:
        """Return what writes the postings of a segment."""
        return PostingWriter(Path(storage.folder), segment)

    def terms_reader(self, storage: Any, segment: Any) -> TermsReader:
        """Return what reads the postings of a segment. Raises DamagedIndexError."""
        return TermsReader(Path(storage.folder), segment, self.per_document_reader(storage, segment))

    def per_document_reader(self, storage: Any, segment: Any) -> DocumentReader:
        """Return what reads the columns of a segment. Raises DamagedIndexError."""
        return DocumentReader(_file(storage, segment, "columns"), segment)

    def new_segment(self, storage: Any, indexname: str) -> ArraySegment:
        """Return a segment without documents."""
        return ArraySegment(indexname)


class ArraySegment(base.Segment):  # type: ignore[misc]  # Whoosh ships no types
    """A segment's name, number of documents, and which of them are deleted."""

    def __init__(self, indexname: str, segid: str | None = None, count: int = 0, deleted: Iterable[int] = ()) -> None:
        super().__init__(indexname)
        if segid:
            self.segid = segid
        self._count = count
        self._deleted = set(deleted)

    def codec(self) -> ArrayCodec:
        """Return the codec that reads it."""
        return ArrayCodec()

    def should_assemble(self) -> bool:
        """Keep the files apart: one large file would be copied to be written."""
        return False

    def set_doc_count(self, doccount: int) -> None:
        """Set the number of documents, deleted ones included."""
        self._count = doccount

    def doc_count_all(self) -> int:
        """Return the number of documents, deleted ones included."""
        return self._count

    def deleted_count(self) -> int:
        """Return the number of deleted documents."""
        return len(self._deleted)

    def deleted_docs(self) -> set[int]:
        """Return the deleted documents."""
        return self._deleted

    def delete_document(self, docnum: int, delete: bool = True) -> None:
        """Delete a document, or take that back."""
        if not 0 <= docnum < self._count:
            raise IndexError(f"The segment has no document {docnum}.")
        (self._deleted.add if delete else self._deleted.discard)(docnum)

    def is_deleted(self, docnum: int) -> bool:
        """Tell whether a document is deleted."""
        return docnum in self._deleted


def _file(storage: Any, segment: Any, extension: str) -> Path:
    return Path(storage.folder, segment.make_filename(f".{extension}"))
