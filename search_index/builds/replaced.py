"""A small file that is replaced in one step: who reads it has the old one or the new one, whole."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Generic, TypeVar

_T = TypeVar("_T")


class ReplacedFile(Generic[_T]):
    """Such a file, decoded anew only where it was replaced. Several threads may read it at once."""

    def __init__(self, path: Path, decode: Callable[[bytes], _T]) -> None:
        self._path = path
        self._decode = decode
        self._held: tuple[tuple[int, int, int], _T] | None = None  # what it was when it was last read

    def read(self) -> _T:
        """Return what the file says. Raises OSError, and what `decode` raises."""
        held = self._held
        stat = self._path.stat()
        stamp = stat.st_mtime_ns, stat.st_size, stat.st_ino
        if held is None or held[0] != stamp:
            held = self._held = stamp, self._decode(self._path.read_bytes())
        return held[1]

    def forget(self) -> None:
        """Read the file anew the next time: two that are written within a tick of the clock may look the same."""
        self._held = None

    def replace(self, data: bytes) -> None:
        """Make `data` the file, in one step. Raises OSError."""
        temporary = self._path.with_suffix(f".{os.getpid()}.tmp")
        temporary.write_bytes(data)
        temporary.replace(self._path)
