"""The bytes of files that stay as they were written: small ones are read, large ones mapped into memory.

A map shows what is done to its file later, and the system ends a process that reads where a file no longer reaches. So
who goes on using a map asks first whether its file is still as it was when it was opened.
"""

from __future__ import annotations

import mmap
import os
import threading
import weakref
from contextlib import suppress
from pathlib import Path

from briefs.errors import LibraryError

_MAPPED = 1 << 20  # bytes: from here on a file is mapped
_guard = threading.Lock()
_maps: weakref.WeakSet[mmap.mmap] = weakref.WeakSet()  # those in use


class DamagedIndexError(LibraryError):
    """The files of an index are not what was written, or are of another version: it is rebuilt from the library.

    Where that is of no use, for another program takes them away again, a person reads the sentence.
    """

    def __init__(self, what: str) -> None:
        super().__init__(f"The search index is damaged ({what}); search again, and it is built anew.")
        self.what = what


class FileBytes:
    """The bytes of a file."""

    def __init__(self, path: Path) -> None:
        """Read or map a file. Raises DamagedIndexError where it cannot be read."""
        self._name = path.name
        self._file: int | None = None
        try:
            with path.open("rb") as file:
                self._stamp = _stamp(file.fileno())
                if self._stamp[0] < _MAPPED:
                    self.data = memoryview(file.read())
                    return
                self.data = memoryview(_mapped(file.fileno()))
                self._file = os.dup(file.fileno())
        except OSError as error:
            raise DamagedIndexError(f"{path.name} cannot be read: {error.strerror}") from error
        weakref.finalize(self, os.close, self._file)

    @property
    def is_mapped(self) -> bool:
        """Whether the bytes are those of the file as it is now."""
        return self._file is not None

    def check(self) -> None:
        """Raise DamagedIndexError where the file is mapped and was written to since."""
        if self._file is not None and _stamp(self._file) != self._stamp:
            raise DamagedIndexError(f"{self._name} was changed while it was in use")


def _stamp(file: int) -> tuple[int, int]:
    found = os.fstat(file)
    return found.st_size, found.st_mtime_ns


def _mapped(file: int) -> mmap.mmap:
    data = mmap.mmap(file, 0, access=mmap.ACCESS_READ)
    if hasattr(mmap, "MADV_NOHUGEPAGE"):
        # Else Linux maps 2 MB of a file that was just written wherever one page of it is read.
        with suppress(OSError):  # a kernel that has no huge pages
            data.madvise(mmap.MADV_NOHUGEPAGE)
    with _guard:
        _maps.add(data)
    return data


def let_pages_go() -> None:
    """Give back the pages of all mapped files; what is read next comes from the system's cache, a page in under 1 µs.

    Else they count as memory of this process until the system is short of it: 180 MB at 100,000 briefs. Where there is
    no way to say so (Windows), nothing happens.
    """
    if not hasattr(mmap, "MADV_DONTNEED"):
        return
    with _guard:
        maps = list(_maps)
    for data in maps:
        data.madvise(mmap.MADV_DONTNEED)
