"""The numbers of each document of a segment: identifier, revision, date, and the lengths of the fields."""

from __future__ import annotations

from array import array
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from search_index.postings.container import Container, write_container
from search_index.postings.mapping import DamagedIndexError, FileBytes
from search_index.whoosh_quietly import base, byte_to_length, columns

# Whoosh keeps a length in a byte; these are the lengths that its bytes stand for.
_LENGTHS = np.array([byte_to_length(b) for b in range(256)], np.float64)
_LONGEST = int(_LENGTHS[-1])


class DocumentWriter(base.PerDocumentWriter):  # type: ignore[misc]  # Whoosh ships no types
    """Writes the numbers of each document: columns, and the lengths of the fields that are scored."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._columns: dict[str, array[int]] = {}
        self._doc = -1
        self.is_closed = False

    def start_doc(self, docnum: int) -> None:
        """Begin the next document."""
        self._doc = docnum

    def add_field(self, fieldname: str, fieldobj: Any, value: Any, length: int) -> None:
        """Take the length of a field. Fields are not stored: their text is the library's."""
        if value is not None:
            raise ValueError(f"The field {fieldname} cannot be stored; the library has its text.")
        if length:
            self._put(f"length {fieldname}", "I", length)

    def add_column_value(self, fieldname: str, columnobj: Any, value: int) -> None:
        """Take a number of a column."""
        self._put(fieldname, columnobj._typecode, value)

    def _put(self, name: str, typecode: str, value: int) -> None:
        column = self._columns.get(name)
        if column is None:
            column = self._columns[name] = array(typecode)
        column.frombytes(bytes((self._doc - len(column)) * column.itemsize))
        column.append(value)

    def add_documents(self, reader: DocumentReader, kept: NDArray[np.int64]) -> None:
        """Take documents from a segment that is merged."""
        for name in reader.names():
            values = reader.numbers(name)
            column = self._columns.setdefault(name, array(values.dtype.char.replace("l", "q").replace("L", "Q")))
            column.frombytes(bytes((self._doc + 1 - len(column)) * column.itemsize))
            column.frombytes(np.ascontiguousarray(values[kept]).tobytes())
        self._doc += len(kept)

    def close(self) -> None:
        """Write the file."""
        count = self._doc + 1
        arrays: dict[str, NDArray[Any]] = {}
        for name, column in self._columns.items():
            column.frombytes(bytes((count - len(column)) * column.itemsize))
            arrays[name] = np.frombuffer(column, column.typecode)
        write_container(self._path, {"documents": count}, arrays)
        self.is_closed = True


class DocumentReader(base.PerDocumentReader):  # type: ignore[misc]  # Whoosh ships no types
    """Reads the numbers of each document."""

    def __init__(self, path: Path, segment: Any) -> None:
        self._segment = segment
        self._container = Container(path)
        self._lengths: dict[str, NDArray[np.float64]] = {}
        if self._container.about.get("documents") != segment.doc_count_all():
            raise DamagedIndexError(f"{path.name} is not of this segment")

    def names(self) -> list[str]:
        """Return the names of all columns; the length of a field is "length FIELD"."""
        return self._container.names()

    def numbers(self, name: str) -> NDArray[Any]:
        """Return a column."""
        values = self._container.array(name)
        if len(values) != self._segment.doc_count_all():
            raise DamagedIndexError(f"the column {name} lacks some documents")
        return values

    def has_numbers(self, name: str) -> bool:
        """Tell whether there is such a column."""
        return name in self._container.names()

    def exact_lengths(self, field: str) -> NDArray[Any]:
        """Return the length of a field in each document, in words."""
        if not self.has_numbers(f"length {field}"):
            return np.zeros(self.doc_count_all(), np.uint32)
        return self.numbers(f"length {field}")

    def lengths(self, field: str) -> NDArray[np.float64]:
        """Return the lengths of a field as scores use them: rounded as Whoosh does, which keeps a byte of each."""
        if field not in self._lengths:
            exact = np.minimum(self.exact_lengths(field), _LONGEST)
            self._lengths[field] = _LENGTHS[np.searchsorted(_LENGTHS, exact)]
        return self._lengths[field]

    def files(self) -> list[FileBytes]:
        """Return what is read from."""
        return [self._container.file]

    def verify(self) -> None:
        """Check every byte. Raises DamagedIndexError."""
        self._container.verify()

    # For Whoosh's own searcher

    def doc_count(self) -> int:
        """Return the number of documents that are not deleted."""
        return int(self._segment.doc_count())

    def doc_count_all(self) -> int:
        """Return the number of documents."""
        return int(self._segment.doc_count_all())

    def has_deletions(self) -> bool:
        """Tell whether documents are deleted."""
        return bool(self._segment.has_deletions())

    def is_deleted(self, docnum: int) -> bool:
        """Tell whether a document is deleted."""
        return bool(self._segment.is_deleted(docnum))

    def deleted_docs(self) -> set[int]:
        """Return the deleted documents."""
        return set(self._segment.deleted_docs())

    def supports_columns(self) -> bool:
        """Columns are all there is."""
        return True

    def has_column(self, fieldname: str) -> bool:
        """Tell whether there is such a column."""
        return self.has_numbers(fieldname)

    def column_reader(self, fieldname: str, column: Any) -> ColumnReader:
        """Return a reader of a column."""
        return ColumnReader(self.numbers(fieldname))

    def doc_field_length(self, docnum: int, fieldname: str, default: int = 0) -> int:
        """Return the length of a field in a document, as scores use it."""
        return int(self.lengths(fieldname)[docnum]) or default

    def field_length(self, fieldname: str) -> int:
        """Return the number of words of a field in all documents, deleted ones included."""
        return int(self.exact_lengths(fieldname).sum())

    def min_field_length(self, fieldname: str) -> int:
        """Return the least length of a field."""
        return int(self.lengths(fieldname).min(initial=_LONGEST))

    def max_field_length(self, fieldname: str) -> int:
        """Return the greatest length of a field."""
        return int(self.lengths(fieldname).max(initial=0))

    def stored_fields(self, docnum: int) -> dict[str, Any]:
        """Return nothing: texts are the library's."""
        return {}


class ColumnReader(columns.ColumnReader):  # type: ignore[misc]  # Whoosh ships no types
    """A column for Whoosh's sorting."""

    def __init__(self, values: NDArray[Any]) -> None:
        self._values = values

    def __len__(self) -> int:
        return len(self._values)

    def __getitem__(self, docnum: int) -> int:
        return int(self._values[docnum])
