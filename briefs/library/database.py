"""The SQLite file of a library: opening it, one connection a thread, transactions, and faults as clear sentences.

What is committed is on the disk: the journal is a write-ahead log, synchronised at every commit (`synchronous=EXTRA`,
which is FULL where the log can be used, and safe too where a network disk forbids it; NORMAL would lose the last
commits when the power fails). On macOS `fullfsync` makes the disk empty its cache as well.
"""

from __future__ import annotations

import os
import sqlite3
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from shlex import quote
from typing import Any

from briefs.errors import LibraryError
from briefs.library.schema import APPLICATION, MIGRATIONS, VERSION

FILE_NAME = "library.sqlite"
_PATIENCE = 30.0  # seconds that a writer waits for another one
_CHUNK = 250  # rows read at once: no read stays open while its rows are worked on
_SETTINGS = (
    "foreign_keys = ON",
    "synchronous = EXTRA",
    "fullfsync = ON",
    "trusted_schema = OFF",
    "temp_store = MEMORY",
)

_GONE = "The library in {} was moved, removed or replaced while it was open; bring it back, or start again without it."

_Values = Sequence[Any]


class Database:
    """The one file behind a library. Safe to use from several threads and beside other processes."""

    def __init__(self, folder: Path, *, create: bool = True) -> None:
        self.path = folder / FILE_NAME
        self._local = threading.local()
        self._lock = threading.Lock()
        self._connections: list[tuple[threading.Thread, sqlite3.Connection]] = []
        self._closed = False
        self._hurried = threading.Event()  # whether writers have stopped waiting for other processes
        _check_place(folder, self.path, create)
        self._address = _address(self.path)
        with self.faults():
            try:
                self._prepare()
            except BaseException:
                self.close()
                raise
        self._address += f"{'&' if '?' in self._address else '?'}mode=rw"  # no later connection makes another one

    def _prepare(self) -> None:
        connection = self.connection
        version = self._version(connection)
        self._file = _file_at(self.path)
        if version < VERSION:
            _patiently(connection, "PRAGMA journal_mode = WAL", self._hurried)
            with self.write():
                for step in MIGRATIONS[self._version(connection) :]:  # another process may have been faster
                    for statement in step.split(";\n"):
                        connection.execute(statement)
                connection.execute(f"PRAGMA application_id = {APPLICATION}")
                connection.execute(f"PRAGMA user_version = {VERSION}")

    def _version(self, connection: sqlite3.Connection) -> int:
        version: int = connection.execute("PRAGMA user_version").fetchone()[0]
        (application,) = connection.execute("PRAGMA application_id").fetchone()
        (tables,) = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        if tables and application != APPLICATION:
            raise LibraryError(
                f"{self.path} is the database of another program; choose another folder for the library."
            )
        if version > VERSION:
            raise LibraryError(
                f"The library in {self.path.parent} was written by a newer version of Briefs "
                f"(its form is {version}, this program knows {VERSION}); update Briefs to open it."
            )
        return version

    @property
    def connection(self) -> sqlite3.Connection:
        """The connection of this thread, opened when it is first asked for."""
        connection: sqlite3.Connection | None = getattr(self._local, "connection", None)
        if connection is None:
            if self._closed:
                raise LibraryError(f"The library in {self.path.parent} has been closed.")
            connection = sqlite3.connect(
                self._address, timeout=_PATIENCE, isolation_level=None, check_same_thread=False, uri=True
            )
            with self._lock:
                for thread, other in self._connections:
                    if not thread.is_alive():
                        other.close()
                self._connections = [c for c in self._connections if c[0].is_alive()]
                self._connections.append((threading.current_thread(), connection))
            for setting in _SETTINGS:
                connection.execute(f"PRAGMA {setting}")
            self._local.connection = connection
        return connection

    def check_there(self) -> None:
        """Raise LibraryError where the file is not in its place any more: what is written to it then would be lost."""
        if _file_at(self.path) != self._file:
            raise LibraryError(_GONE.format(self.path.parent))

    def stop_waiting(self) -> None:
        """From now on wait for no other process that writes: who would have to raises LibraryError at once."""
        self._hurried.set()

    def close(self) -> None:
        """Close the connections of all threads."""
        with self._lock:
            self._closed = True
            self._local = threading.local()
            for _, connection in self._connections:
                connection.close()
            self._connections.clear()

    def all(self, statement: str, values: _Values = ()) -> list[tuple[Any, ...]]:
        """Return all rows that `statement` gives."""
        with self.faults():
            return self.connection.execute(statement, values).fetchall()

    def one(self, statement: str, values: _Values = ()) -> tuple[Any, ...] | None:
        """Return the first row that `statement` gives, or None."""
        with self.faults():
            row: tuple[Any, ...] | None = self.connection.execute(statement, values).fetchone()
            return row

    def number(self, statement: str, values: _Values = ()) -> int:
        """Return the one number that `statement` gives; 0 where it gives none."""
        row = self.one(statement, values)
        return int(row[0]) if row and row[0] is not None else 0

    @contextmanager
    def write(self) -> Iterator[sqlite3.Connection]:
        """Hold the one right to write: all of the block is kept, or nothing of it."""
        self.check_there()
        with self.faults():
            connection = self.connection
            self._begin(connection)
            try:
                yield connection
                connection.execute("COMMIT")
            except BaseException:
                if connection.in_transaction:  # a full disk may have ended it already
                    with suppress(sqlite3.Error):
                        connection.execute("ROLLBACK")
                raise

    def _begin(self, connection: sqlite3.Connection) -> None:
        connection.execute("PRAGMA busy_timeout = 0")  # SQLite itself could not be told to stop waiting
        try:
            _patiently(connection, "BEGIN IMMEDIATE", self._hurried)
        finally:
            connection.execute(f"PRAGMA busy_timeout = {_PATIENCE * 1000:.0f}")

    @contextmanager
    def faults(self) -> Iterator[None]:
        """Turn what SQLite raises into a LibraryError of one sentence."""
        try:
            yield
        except sqlite3.Error as error:
            raise LibraryError(_sentence(error, self.path)) from error


def chunks(ids: Sequence[str]) -> Iterator[Sequence[str]]:
    """Yield `ids` in pieces of the size that one statement reads."""
    for start in range(0, len(ids), _CHUNK):
        yield ids[start : start + _CHUNK]


def _check_place(folder: Path, path: Path, create: bool) -> None:
    try:
        if path.is_file():
            return
        if path.exists():
            raise LibraryError(f"{path} is not a file; move it away, or choose another folder for the library.")
        if folder.exists() and not folder.is_dir():
            raise LibraryError(f"{folder} is a file, and a library is a folder; choose another place for it.")
        if not create:
            raise LibraryError(
                f"There is no library in {folder}; see whether the folder is the right one, or make a library there: "
                f"`briefs add --library {quote(str(folder))} FILE...`."
            )
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise LibraryError(
            f"The folder {folder} cannot be used for the library ({error.strerror}); choose another one."
        ) from error


def _file_at(path: Path) -> tuple[int, int]:
    """Return which file it is that the system has under a path; zeros where there is none."""
    try:
        found = path.stat()
    except OSError:
        return 0, 0
    return found.st_dev, found.st_ino


def _address(path: Path) -> str:
    """Return how SQLite is to open `path`: on a disk that nobody can write, without the log that it could not make."""
    log = path.with_name(f"{path.name}-wal")
    fixed = hasattr(os, "statvfs") and os.statvfs(path.parent).f_flag & os.ST_RDONLY and not log.exists()
    return path.absolute().as_uri() + ("?immutable=1" if fixed else "")


def _patiently(connection: sqlite3.Connection, statement: str, hurried: threading.Event) -> None:
    """Execute what another process may be in the way of, as soon as it is not; once `hurried`, now or never."""
    deadline = time.monotonic() + _PATIENCE
    while True:
        try:
            connection.execute(statement)
        except sqlite3.OperationalError as error:
            busy = error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_BUSY
            if not busy or time.monotonic() > deadline or hurried.is_set():
                raise
            hurried.wait(0.01)
        else:
            return


def _sentence(error: sqlite3.Error, path: Path) -> str:
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code == sqlite3.SQLITE_CANTOPEN and not path.exists():
        return _GONE.format(path.parent)
    return {
        sqlite3.SQLITE_FULL: f"The disk of the library {path} is full; make room on it and try again.",
        sqlite3.SQLITE_READONLY: f"The library {path} cannot be written: it or its disk is read-only; "
        "make it and its folder writable, or use a copy of them.",
        sqlite3.SQLITE_CANTOPEN: f"The library {path} cannot be opened: its folder is read-only or not yours.",
        sqlite3.SQLITE_PERM: f"The library {path} cannot be opened: its permissions forbid it.",
        sqlite3.SQLITE_NOTADB: f"{path} is not a library: the file is damaged or something else; move it away.",
        sqlite3.SQLITE_CORRUPT: f"The library {path} is damaged; restore it from a copy.",
        sqlite3.SQLITE_BUSY: f"Another program is writing to the library {path}; try again when it has ended.",
        sqlite3.SQLITE_IOERR: f"The disk of the library {path} does not read or write as it should ({error}); "
        "see whether it is full or failing.",
    }.get(code, f"The library {path} cannot be used ({error}).")
