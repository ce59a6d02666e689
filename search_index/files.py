"""The files of one build of the index, opened and written through Whoosh, with a table of contents of our own.

Whoosh pickles its table of contents; ours is JSON, replaced in one step:

    contents.json   the number of the commit, the last change of the library that is in it, and the segments,
                    each with its name, its number of documents, and which of them are deleted; then the file of the
                    stories, and the last change that they know of
    MAIN_*.stories  which briefs retell which
"""

from __future__ import annotations

import os
import secrets
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, Literal

import msgspec
import numpy as np
from msgspec import Struct

from search_index.codec import ArrayCodec, ArraySegment
from search_index.container import Container, DamagedIndexError, stamp, write_container
from search_index.pool import ArrayPool
from search_index.segments import Segment
from search_index.snapshot import NO_STORIES, Snapshot, Stories
from search_index.whoosh_quietly import filestore, index, writing

_NAME = "MAIN"  # Whoosh's own name for an index
_FAN = 8  # so many segments of about one size are merged into one
_WASTE = 0.3  # a segment of which so much is deleted is written anew


class _Listed(Struct, frozen=True):
    name: str
    documents: int
    deleted: list[int]


class Contents(Struct, frozen=True):
    """What a build holds: commits so far, the last change of the library taken in, the segments, and the stories."""

    commit: int = 0
    sequence: int = 0
    segments: tuple[_Listed, ...] = ()
    stories: str = ""
    told: int = 0


class Files:
    """The files of one build."""

    def __init__(self, folder: Path, schema: Any) -> None:
        self.folder = folder
        self._path = folder / "contents.json"
        self._schema = schema
        self._read: tuple[tuple[int, int, int], Contents] | None = None

    def contents(self) -> Contents:
        """Return the table of contents as it is now. Raises DamagedIndexError."""
        try:
            version = stamp(self._path)
            if self._read is None or self._read[0] != version:
                self._read = version, msgspec.json.decode(self._path.read_bytes(), type=Contents)
        except (OSError, msgspec.DecodeError) as error:
            raise DamagedIndexError(f"the table of contents cannot be read: {error}") from error
        return self._read[1]

    def put(self, contents: Contents) -> None:
        """Replace the table of contents in one step, and remove the files of segments that it does not list."""
        temporary = self._path.with_suffix(f".{os.getpid()}.tmp")
        temporary.write_bytes(msgspec.json.encode(contents))
        temporary.replace(self._path)
        listed = {segment.name for segment in contents.segments} | {contents.stories}
        for other in self.folder.iterdir():
            name, _, kind = other.name.partition(".")
            if name.startswith(f"{_NAME}_") and kind and name not in listed:
                other.unlink(missing_ok=True)

    def snapshot(self, known: dict[str, Segment]) -> tuple[Contents, Snapshot]:
        """Return the index as it was last committed; segments that `known` has by name are not opened again.

        Raises DamagedIndexError.
        """
        while True:
            contents = self.contents()
            try:
                return contents, self._opened(contents, known)
            except DamagedIndexError:
                if self.contents().commit == contents.commit:  # else a merge has just removed what was listed
                    raise

    def _opened(self, contents: Contents, known: dict[str, Segment]) -> Snapshot:
        storage = filestore.FileStorage(str(self.folder))
        segments: list[Segment] = []
        live = []
        for listed in contents.segments:
            segment = known.get(listed.name)
            if segment is None:
                found = _segment(listed)
                codec = found.codec()
                documents = codec.per_document_reader(storage, found)
                segment = Segment(listed.name, documents, codec.terms_reader(storage, found))
            alive = np.ones(listed.documents, np.bool_)
            if listed.deleted:
                if not 0 <= min(listed.deleted) <= max(listed.deleted) < listed.documents:
                    raise DamagedIndexError("the table of contents deletes documents that there are not")
                alive[listed.deleted] = False
            segments.append(segment)
            live.append(alive)
        return Snapshot(segments, live, self._stories(contents))

    def _stories(self, contents: Contents) -> Stories:
        if not contents.stories:
            return NO_STORIES
        file = Container(self.folder / f"{_checked(contents.stories)}.stories")
        stories = Stories(file.array("retelling"), file.array("begun by"))
        if len(stories.retelling) != len(stories.begun_by):
            raise DamagedIndexError("the stories lack some briefs")
        return stories

    def put_stories(self, stories: Stories, told: int) -> None:
        """Keep `stories`, which know of the library's changes up to `told`; the segments stay as they are."""
        held = self.contents()
        before = self._stories(held)
        if all(np.array_equal(new, old) for new, old in zip(stories, before, strict=True)):
            self.put(msgspec.structs.replace(held, told=told))
            return
        name = f"{_NAME}_{secrets.token_hex(8)}" if len(stories.retelling) else ""
        if name:
            arrays = {"retelling": stories.retelling, "begun by": stories.begun_by}
            write_container(self.folder / f"{name}.stories", {}, arrays)
        self.put(msgspec.structs.replace(held, commit=held.commit + 1, stories=name, told=told))

    def commit(
        self,
        sequence: int,
        removed: Iterable[int],
        added: Iterable[dict[str, Any]],
        merge: Literal["where it pays", "all", "none"] = "where it pays",
    ) -> None:
        """Remove documents by their numbers and add others, in one commit that holds the library up to `sequence`.

        `merge` says which segments become one with what is added.
        """
        writer = _Writer(_Index(self, self._schema), sequence)
        try:
            for number in removed:
                writer.delete_document(number)
            for document in added:
                writer.add_document(**document)
            writer.commit(mergetype=_POLICIES[merge])
        except BaseException:
            if not writer.is_closed:
                writer.cancel()
            raise


def _segment(listed: _Listed) -> ArraySegment:
    return ArraySegment(_NAME, _checked(listed.name)[len(_NAME) + 1 :], listed.documents, listed.deleted)


def _checked(name: str) -> str:
    if not name.startswith(f"{_NAME}_") or not name[len(_NAME) + 1 :].isalnum():
        raise DamagedIndexError("the table of contents names a file that is none of the index")
    return name


class _Index(index.FileIndex):  # type: ignore[misc]  # Whoosh ships no types
    """Whoosh's index with our table of contents."""

    def __init__(self, files: Files, schema: Any) -> None:
        self.files = files
        self.storage = filestore.FileStorage(str(files.folder))
        self._schema = schema
        self.indexname = _NAME

    def _read_toc(self) -> Any:
        contents = self.files.contents()
        return index.TOC(self._schema, [_segment(s) for s in contents.segments], contents.commit)


class _Writer(writing.SegmentWriter):  # type: ignore[misc]  # Whoosh ships no types
    """Whoosh's writer, which gathers postings as arrays and merges segments by arrays."""

    pool: Any

    def __init__(self, of: _Index, sequence: int) -> None:
        super().__init__(of, codec=ArrayCodec(), compound=False, timeout=60.0, delay=0.02)
        self._files = of.files
        self._sequence = sequence
        self.pool.cleanup()
        self.pool = ArrayPool()  # Whoosh ignores the class of pool that it is given

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

    def _commit_toc(self, segments: list[ArraySegment]) -> None:
        listed = tuple(
            _Listed(segment.segment_id(), segment.doc_count_all(), sorted(segment.deleted_docs()))
            for segment in segments
            if segment.doc_count()
        )
        held = self._files.contents()
        self._files.put(Contents(self.generation, self._sequence, listed, held.stories, held.told))


def _all(writer: _Writer, segments: list[ArraySegment]) -> list[ArraySegment]:
    """Merge all segments into the one that is written."""
    return _merged(writer, segments, lambda segment: True)


def _tiers(writer: _Writer, segments: list[ArraySegment]) -> list[ArraySegment]:
    """Merge where many segments are of about one size, and write anew what is mostly deleted.

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
            _tier(segment.doc_count()) in crowded or segment.deleted_count() > _WASTE * segment.doc_count_all()
        ),
    )


def _none(writer: _Writer, segments: list[ArraySegment]) -> list[ArraySegment]:
    """Merge nothing, for more is to come."""
    return segments


_POLICIES = {"where it pays": _tiers, "all": _all, "none": _none}


def _tier(documents: int) -> int:
    return (max(documents, 1).bit_length() - 1) // 3


def _merged(
    writer: _Writer, segments: list[ArraySegment], wanted: Callable[[ArraySegment], bool]
) -> list[ArraySegment]:
    from search_index.whoosh_quietly import reading

    left: list[ArraySegment] = []
    for segment in segments:
        if wanted(segment):
            if segment.doc_count():
                writer.add_reader(reading.SegmentReader(writer.storage, writer.schema, segment))
        else:
            left.append(segment)
    return left
