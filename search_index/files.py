"""Open and write the files of a build through Whoosh."""

from __future__ import annotations

import pickle
import struct
import zlib
from collections.abc import Collection, Iterable
from pathlib import Path
from typing import Any

from search_index.segments import Segment
from search_index.snapshot import Snapshot
from search_index.whoosh_quietly import filestore, index, reading


class DamagedIndexError(Exception):
    """The files of an index are not what was written: it is rebuilt from the library."""


# What reading damaged files raises in Whoosh and below it.
_DAMAGE = (
    OSError, EOFError, ValueError, LookupError, AttributeError, ImportError, TypeError, AssertionError, OverflowError,
    struct.error, zlib.error, pickle.PickleError, index.IndexError, reading.TermNotFound, RecursionError, MemoryError,
)  # fmt: skip


class _Storage(filestore.FileStorage):  # type: ignore[misc]  # Whoosh ships no types
    """Whoosh's storage, which can close what damage left open."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self._opened: list[Any] = []

    def open_file(self, name: str, **arguments: Any) -> Any:
        """Open a file and remember it."""
        opened = super().open_file(name, **arguments)
        self._opened.append(opened)
        return opened

    def close_all(self) -> None:
        """Close every file that is still open."""
        for opened in self._opened:
            if not opened.is_closed:
                opened.close()
        self._opened.clear()


class Files:
    """The files of one build."""

    def __init__(self, folder: Path, schema: Any) -> None:
        self._schema = schema
        self._storage = _Storage(str(folder))

    def create(self) -> None:
        """Write an empty index."""
        self._storage.create_index(self._schema)

    def generation(self) -> int:
        """Return the number of the last commit."""
        return int(index.TOC._latest_generation(self._storage, "MAIN"))

    def snapshot(self, known: dict[str, Segment]) -> Snapshot:
        """Return the index as it was last committed; segments that `known` has by identifier are not read again.

        Raises DamagedIndexError.
        """
        try:
            segments: list[Segment] = []
            live = []
            for found in self._segments():
                name = found.segment_id()
                segment = known.get(name) or Segment(reading.SegmentReader(self._storage, self._schema, found))
                segments.append(segment)
                live.append(segment.live(found.deleted_docs()))
            return Snapshot(segments, live)
        except _DAMAGE as error:
            self._storage.close_all()
            raise DamagedIndexError(str(error)) from error

    def _segments(self) -> list[Any]:
        for _ in range(10):  # another process may commit, and remove what we are about to open
            try:
                return list(index.TOC.read(self._storage, "MAIN", schema=self._schema).segments)
            except FileNotFoundError:
                continue
        return list(index.TOC.read(self._storage, "MAIN", schema=self._schema).segments)

    def commit(self, removed: Iterable[int], added: Collection[dict[str, Any]]) -> None:
        """Remove documents by their numbers and add others, in one commit."""
        writer = index.FileIndex(self._storage, self._schema).writer(compound=False)
        try:
            for number in removed:
                writer.delete_document(number)
            for document in added:
                writer.add_document(**document)
        except BaseException:
            writer.cancel()
            raise
        writer.commit()
