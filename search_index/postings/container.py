r"""A file of named arrays that knows when it is not what was written.

    offset  bytes  content
    0       8      b"BRIEFS\x1a\n"
    8       4      version of the format, little endian, as every number here
    12      4      length of the directory
    16      4      CRC-32 of the directory
    20      4      reserved, 0
    24      8      length of the file
    32             directory: JSON, {"about": ..., "arrays": {name: [offset, bytes, dtype, CRC-32]}}
                   arrays, each at a multiple of 8

Offsets count from the start of the file, dtypes are NumPy's ("<u4"). Opening checks all of the head and the length of
the file; the CRC of an array is checked when it is first read where it is small, and by `verify` always.
"""

from __future__ import annotations

import struct
import zlib
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
from numpy.typing import NDArray

from search_index.postings.mapping import DamagedIndexError, FileBytes

VERSION = 1

_MAGIC = b"BRIEFS\x1a\n"
_HEAD = struct.Struct("<8sIIIIQ")

_SMALL = 1 << 24  # bytes: up to here the CRC of an array is checked whenever it is first read


class _Directory(msgspec.Struct, frozen=True):
    about: dict[str, Any]
    arrays: dict[str, tuple[int, int, str, int]]


def write_container(path: Path, about: dict[str, Any], arrays: dict[str, NDArray[Any]]) -> None:
    """Write `arrays` and what is to be known about them."""
    raw = {name: np.ascontiguousarray(array, array.dtype.newbyteorder("<")) for name, array in arrays.items()}
    crcs = {name: zlib.crc32(array.data) for name, array in raw.items()}
    room = len(_encoded(about, {n: (1 << 60, a.nbytes, a.dtype.str, crcs[n]) for n, a in raw.items()}))
    places: dict[str, tuple[int, int, str, int]] = {}
    end = _aligned(_HEAD.size + room)
    for name, array in raw.items():
        places[name] = (end, array.nbytes, array.dtype.str, crcs[name])
        end = _aligned(end + array.nbytes)
    directory = _encoded(about, places)
    with path.open("wb") as file:
        file.write(_HEAD.pack(_MAGIC, VERSION, len(directory), zlib.crc32(directory), 0, end))
        file.write(directory)
        for name, array in raw.items():
            file.write(b"\0" * (places[name][0] - file.tell()))
            file.write(array.data.cast("B") if array.size else b"")
        file.write(b"\0" * (end - file.tell()))


def _encoded(about: dict[str, Any], arrays: dict[str, tuple[int, int, str, int]]) -> bytes:
    return msgspec.json.encode(_Directory(about, arrays))


def _aligned(offset: int) -> int:
    return (offset + 7) // 8 * 8


class Container:
    """The arrays of a file that `write_container` wrote."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.file = FileBytes(path)
        self._data = self.file.data
        self._checked: set[str] = set()
        if len(self._data) < _HEAD.size:
            raise self._damaged("is cut short")
        magic, version, length, crc, _, size = _HEAD.unpack_from(self._data)
        if magic != _MAGIC:
            raise self._damaged("is no file of this index")
        if version != VERSION:
            raise self._damaged(f"is of version {version}, this program reads version {VERSION}")
        directory = self._data[_HEAD.size : _HEAD.size + length]
        if size != len(self._data) or zlib.crc32(directory) != crc:
            raise self._damaged("is not as long or not as it was written")
        try:
            self._directory = msgspec.json.decode(directory, type=_Directory)
        except msgspec.DecodeError as error:
            raise self._damaged("has an unreadable directory") from error
        self.about = self._directory.about

    def names(self) -> list[str]:
        """Return the names of all arrays."""
        return list(self._directory.arrays)

    def array(self, name: str) -> NDArray[Any]:
        """Return an array, read only and not copied. Raises DamagedIndexError where it is not as it was written."""
        place = self._directory.arrays.get(name)
        if place is None:
            raise self._damaged(f"has no array {name}")
        offset, length, dtype, crc = place
        if not 0 <= offset <= offset + length <= len(self._data):
            raise self._damaged(f"lacks some of {name}")
        data = self._data[offset : offset + length]
        if length <= _SMALL and name not in self._checked:
            self._check(name, data, crc)
        return np.frombuffer(data, dtype)

    def verify(self) -> None:
        """Check all arrays. Raises DamagedIndexError."""
        for name, (offset, length, _, crc) in self._directory.arrays.items():
            self._check(name, self._data[offset : offset + length], crc)

    def _check(self, name: str, data: memoryview, crc: int) -> None:
        if zlib.crc32(data) != crc:
            raise self._damaged(f"has other bytes than were written in {name}")
        self._checked.add(name)

    def _damaged(self, what: str) -> DamagedIndexError:
        return DamagedIndexError(f"{self._path.name} {what}")
