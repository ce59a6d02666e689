"""The files of one build of the index: its segments, the table of contents, and the stories.

    MAIN_*.docs, .weights, .ends, .positions, .terms, .columns    a segment (codec.py)
    MAIN_*.stories   which briefs retell which: a container (postings/container.py) of two arrays of uint64, the
                     identifiers "retelling", ascending, and for each "begun by", the one that began its story
    contents.json    {"check": the CRC-32 of the bytes of `contents`, "contents": {
                        "commit": how many commits there were, "sequence": the last change of the library taken in,
                        "segments": [{"name": "MAIN_...", "documents": how many, "deleted": [their numbers]}],
                        "stories": the name of their file, "" for none, "told": the last change they know of}}

A commit writes files of new names and then replaces contents.json in one step. What it does not list is removed.
Whoosh's own table of contents is a pickle; this one is never anything but JSON.
"""

from __future__ import annotations

import secrets
import zlib
from pathlib import Path

import msgspec
import numpy as np
from msgspec import Struct

from search_index.builds.replaced import ReplacedFile
from search_index.codec import ArraySegment
from search_index.postings.container import Container, write_container
from search_index.postings.document_columns import DocumentReader
from search_index.postings.mapping import DamagedIndexError
from search_index.postings.reader import PostingReader
from search_index.postings.segments import Segment
from search_index.snapshot import NO_STORIES, Snapshot, Stories

NAME = "MAIN"  # Whoosh's own name for an index


class Listed(Struct, frozen=True):
    """A segment, and which of its documents are deleted."""

    name: str
    documents: int
    deleted: list[int]


class Contents(Struct, frozen=True):
    """What a build holds: commits so far, the last change of the library taken in, the segments, and the stories."""

    commit: int = 0
    sequence: int = 0
    segments: tuple[Listed, ...] = ()
    stories: str = ""
    told: int = 0


class _Sealed(Struct, frozen=True):
    check: int  # the CRC-32 of the bytes of `contents`
    contents: msgspec.Raw


def _unsealed(data: bytes) -> Contents:
    sealed = msgspec.json.decode(data, type=_Sealed)
    if zlib.crc32(sealed.contents) != sealed.check:
        raise DamagedIndexError("the table of contents is not as it was written")
    return msgspec.json.decode(sealed.contents, type=Contents)


class Files:
    """The files of one build."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.build = folder.name
        self._contents = ReplacedFile(folder / "contents.json", _unsealed)
        self._segments: dict[str, Segment] = {}  # those of the last snapshot

    def contents(self) -> Contents:
        """Return the table of contents as it is now. Raises DamagedIndexError."""
        try:
            return self._contents.read()
        except (OSError, msgspec.DecodeError, UnicodeDecodeError) as error:
            raise DamagedIndexError(f"the table of contents cannot be read: {error}") from error

    def read_anew(self) -> Contents:
        """Return the table of contents as it is now, however little time has passed. Raises DamagedIndexError."""
        self._contents.forget()
        return self.contents()

    def put(self, contents: Contents) -> None:
        """Replace the table of contents in one step, and remove what it does not list."""
        encoded = msgspec.json.encode(contents)
        self._contents.replace(msgspec.json.encode(_Sealed(zlib.crc32(encoded), msgspec.Raw(encoded))))
        self.tidy(contents)

    def tidy(self, contents: Contents) -> None:
        """Remove the files of segments and stories that `contents` does not list: replaced or half-written ones."""
        listed = {segment.name for segment in contents.segments} | {contents.stories}
        for other in self.folder.iterdir():
            name, _, kind = other.name.partition(".")
            if name.startswith(f"{NAME}_") and kind and name not in listed:
                other.unlink(missing_ok=True)

    def snapshot(self) -> tuple[Contents, Snapshot]:
        """Return the index as it was last committed; segments of the last snapshot are not opened again.

        Raises DamagedIndexError.
        """
        while True:
            contents = self.contents()
            try:
                return contents, self._opened(contents)
            except DamagedIndexError:
                if self.contents().commit == contents.commit:  # else a merge has just removed what was listed
                    raise

    def _opened(self, contents: Contents) -> Snapshot:
        segments: list[Segment] = []
        live = []
        for listed in contents.segments:
            segment = self._segments.get(listed.name)
            if segment is not None:
                segment.check()
            else:
                found = segment_of(listed)
                documents = DocumentReader(self.folder / found.make_filename(".columns"), found)
                segment = Segment(listed.name, documents, PostingReader(self.folder, found))
            alive = np.ones(listed.documents, np.bool_)
            if listed.deleted:
                if not 0 <= min(listed.deleted) <= max(listed.deleted) < listed.documents:
                    raise DamagedIndexError("the table of contents deletes documents that there are not")
                alive[listed.deleted] = False
            segments.append(segment)
            live.append(alive)
        self._segments = {segment.name: segment for segment in segments}
        return Snapshot(segments, live, self._stories(contents))

    def _stories(self, contents: Contents) -> Stories:
        if not contents.stories:
            return NO_STORIES
        file = Container(self.folder / f"{_checked(contents.stories)}.stories")
        stories = Stories(file.array("retelling").copy(), file.array("begun by").copy())
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
        name = f"{NAME}_{secrets.token_hex(8)}" if len(stories.retelling) else ""
        if name:
            arrays = {"retelling": stories.retelling, "begun by": stories.begun_by}
            write_container(self.folder / f"{name}.stories", {}, arrays)
        self.put(msgspec.structs.replace(held, commit=held.commit + 1, stories=name, told=told))


def segment_of(listed: Listed) -> ArraySegment:
    """Return what Whoosh knows of a segment. Raises DamagedIndexError where it cannot be one of the index."""
    return ArraySegment(NAME, _checked(listed.name)[len(NAME) + 1 :], listed.documents, listed.deleted)


def _checked(name: str) -> str:
    if not name.startswith(f"{NAME}_") or not name[len(NAME) + 1 :].isalnum():
        raise DamagedIndexError("the table of contents names a file that is none of the index")
    return name
