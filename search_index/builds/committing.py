"""Write a build of the index through Whoosh: add, delete, and merge segments where it pays."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import suppress
from typing import Any, Literal

import numpy as np

from search_index.builds.files import NAME, Contents, Files, Listed, segment_of
from search_index.codec import ArrayCodec, ArraySegment
from search_index.postings.gathering import GatheredWords, Vocabulary
from search_index.postings.pool import ArrayPool
from search_index.schema import Words
from search_index.whoosh_quietly import filestore, quietly

with quietly():
    from whoosh import index, reading, writing

Merge = Literal["where it pays", "all", "none"]

_FAN = 8  # so many segments of about one size are merged into one
_SMALL = 64  # documents: a segment of fewer is written anew with every commit, at less than its searches would cost
_WASTE = 0.3  # a segment of which so much is deleted is written anew


def commit(
    files: Files,
    schema: Any,
    sequence: int,
    removed: Iterable[int],
    added: Iterable[dict[str, Any]],
    merge: Merge = "where it pays",
) -> None:
    """Remove documents by their numbers and add others, in one commit that holds the library up to `sequence`.

    `merge` says which segments become one with what is added.
    """
    writer = _Writer(WhooshIndex(files, schema), sequence)
    try:
        for number in removed:
            writer.delete_document(number)
        for document in added:
            writer.add_document(**document)
        writer.commit(mergetype=_POLICIES[merge])
    except BaseException:
        if not writer.is_closed:
            writer.cancel()
        files.tidy(files.contents())  # where the disk is full, what is half-written makes room
        raise


class WhooshIndex(index.FileIndex):  # type: ignore[misc]  # Whoosh ships no types
    """Whoosh's index with our table of contents."""

    def __init__(self, files: Files, schema: Any) -> None:
        self.files = files
        self.storage = filestore.FileStorage(str(files.folder))
        self._schema = schema
        self.indexname = NAME

    def _read_toc(self) -> Any:
        contents = self.files.contents()
        return index.TOC(self._schema, [segment_of(s) for s in contents.segments], contents.commit)


class _Writer(writing.SegmentWriter):  # type: ignore[misc]  # Whoosh ships no types
    """Whoosh's writer, which gathers postings as arrays and merges segments by arrays."""

    pool: Any

    def __init__(self, of: WhooshIndex, sequence: int) -> None:
        super().__init__(of, codec=ArrayCodec(), compound=False, timeout=60.0, delay=0.02)
        self._files = of.files
        self._sequence = sequence
        self.pool.cleanup()
        self.pool = ArrayPool()  # Whoosh ignores the class of pool that it is given
        self._vocabulary = Vocabulary()
        self._words: dict[str, GatheredWords] = {}

    def add_document(self, **fields: Any) -> None:
        """Add a document. Its words go straight to the pool, past Whoosh's loop over postings."""
        words = {name: value for name, value in fields.items() if isinstance(self.schema[name], Words)}
        doc = self.docnum
        super().add_document(**{name: value for name, value in fields.items() if name not in words})
        for name, value in words.items():
            if name not in self._words:
                self._words[name] = GatheredWords(self._vocabulary)
                self.pool.gather(name, self._words[name])
            self.perdocwriter.add_field(name, self.schema[name], None, self._words[name].add(doc, value))

    def add_reader(self, reader: Any) -> None:
        """Take all living documents of a segment that is merged."""
        segment = reader.segment()
        kept = np.ones(segment.doc_count_all(), np.bool_)
        kept[list(segment.deleted_docs())] = False
        numbers = np.flatnonzero(kept)
        renumbered = np.full(len(kept), -1, np.int64)
        renumbered[numbers] = np.arange(self.docnum, self.docnum + len(numbers))
        self.perdocwriter.add_documents(reader._perdoc, numbers)
        for field in reader.indexed_field_names():
            self.pool.add_run(field, reader._terms.run(field, renumbered))
        self.docnum += len(numbers)
        self._added = True

    def cancel(self) -> None:
        """Give up, also where nothing can be written any more: the lock and the temporary files go in any case."""
        with suppress(OSError):
            self._close_segment()
        self._finish()

    def _commit_toc(self, segments: list[ArraySegment]) -> None:
        listed = tuple(
            Listed(segment.segment_id(), segment.doc_count_all(), sorted(segment.deleted_docs()))
            for segment in segments
            if segment.doc_count()
        )
        held = self._files.contents()
        self._files.put(Contents(self.generation, self._sequence, listed, held.stories, held.told))


def _all(writer: _Writer, segments: list[ArraySegment]) -> list[ArraySegment]:
    """Merge all segments into the one that is written."""
    return _merged(writer, segments, lambda segment: True)


def _tiers(writer: _Writer, segments: list[ArraySegment]) -> list[ArraySegment]:
    """Merge where many segments are of about one size, and write anew what is small or mostly deleted.

    A document is so written a number of times that grows with the logarithm of the library.
    """
    tiers: dict[int, int] = {}
    for segment in segments:
        tier = _tier(segment.doc_count())
        tiers[tier] = tiers.get(tier, 0) + 1
    crowded = {tier for tier, count in tiers.items() if count >= _FAN - 1}  # with the one that is written
    return _merged(
        writer,
        segments,
        lambda segment: (
            segment.doc_count() < _SMALL
            or _tier(segment.doc_count()) in crowded
            or segment.deleted_count() > _WASTE * segment.doc_count_all()
        ),
    )


def _none(writer: _Writer, segments: list[ArraySegment]) -> list[ArraySegment]:
    """Merge nothing, for more is to come."""
    return segments


_POLICIES: dict[Merge, Any] = {"where it pays": _tiers, "all": _all, "none": _none}


def _tier(documents: int) -> int:
    return (max(documents, 1).bit_length() - 1) // 3


def _merged(
    writer: _Writer, segments: list[ArraySegment], wanted: Callable[[ArraySegment], bool]
) -> list[ArraySegment]:
    left: list[ArraySegment] = []
    for segment in segments:
        if wanted(segment):
            if segment.doc_count():
                writer.add_reader(reading.SegmentReader(writer.storage, writer.schema, segment))
        else:
            left.append(segment)
    return left
