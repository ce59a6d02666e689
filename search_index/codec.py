"""A codec for Whoosh whose postings are arrays: read without a copy, scored and combined by NumPy whole.

A segment is six files. All numbers are little endian.

    NAME.docs       uint32 per posting     document numbers, ascending within a term
    NAME.weights    float32 per posting    weights: the sum of the weights of the term's places in the document
    NAME.ends       uint32 per posting     where its positions end, counted from the first of its term
    NAME.positions  uint16 or uint32       the positions of all postings, one after the other
    NAME.terms      container              the dictionary of each field, and where its postings lie in those four
    NAME.columns    container              per document: identifier, revision, date, and the lengths of fields

Fields follow one another in the four streams, terms in the order of their bytes within a field, so that all terms with
a common beginning, or all of a field, are one stretch of each stream. Fields whose format has no positions have
neither weights (each is 1) nor ends. The fields of names have a further one each, "FIELD pairs", of the words that
stand one after the other in them: their phrases of two words (postings/pairs.py). It has weights, and no ends.
Per field the dictionary has

    text      uint8     the terms, one after the other
    ends      uint32    where each term ends in `text`, after a first 0
    starts    uint64    where each term's postings begin in the field's docs, and where the last one's end
    places    uint64    the same for its positions
    checks    uint32    the sum of a term's docs and weights, as 32-bit numbers, modulo 2 to the 32nd
    proofs    uint32    the same of its ends and positions

and the head of its file says of each field how many terms it has, whether it has positions (`full`), whether these take
32 bits (`wide`), whether it has weights (`weighted`), and at which byte of each stream it begins (`begins`, multiples
of 8); of each stream it says the length and the CRC-32.

A term is found by bisection of `text`, which stays in the mapped file; of every 64th term memory has a copy. Its
postings are slices of the streams: for the n-th term docs and weights from starts[n] until before starts[n + 1],
positions from places[n] until before places[n + 1]. The positions of a posting begin where those of the one before
end, so a phrase reads those of the documents that have all its words, and passes over the others; one of two words in
a field of names is a term of its pairs. There are no blocks to decode and nothing to skip by: a posting has 12 bytes,
and 2 for each position, and NumPy passes over a hundred thousand of them in the time that Python takes for a few
hundred calls.

Nothing of a score is stored, for the number of documents and their average length change with every commit: BM25F is
computed from weights and lengths for those that a query is about to show (answers/evaluate.py). Sets are combined as
whole arrays, a few looked up in many by bisection, many in many through a row of all documents (arrays.py), and the
first page is found by the largest score of each stretch of them (answers/order.py).

The first reading of a term's postings proves its check, of its positions its proof; the length of each stream is
proved on opening, its CRC-32 by `verify`. What does not fit raises DamagedIndexError, which leads to a rebuild. Nothing
in these files is ever unpickled or executed.

Whoosh's own searcher works on such segments too, through matchers of the same postings: that is how the tests hold
this codec against Whoosh's.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from search_index.postings.document_columns import DocumentReader, DocumentWriter
from search_index.postings.reader import TermsReader
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
