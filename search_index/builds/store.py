"""The index on disk: which build of it is in force, and who may write.

    index/            for its owner only (0700)
      state.json      {"format": "CODEC.CONTAINER.SCHEMA.ANALYSIS", their versions, "build": the folder in force}
      lock            held by the process that writes
      b-1a2b3c4d/     a build (files.py)

A rebuild fills a folder of its own and then replaces state.json in one step: until then, and while they finish, readers
have the old one. An index is private to its library and never taken from anywhere else.
"""

from __future__ import annotations

import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import msgspec
from msgspec import Struct

from briefs.errors import LibraryError
from search_index import codec, schema
from search_index.builds.replaced import ReplacedFile
from search_index.postings import container
from search_index.terms import analysis
from search_index.whoosh_quietly import filelock

FORMAT = f"{codec.VERSION}.{container.VERSION}.{schema.VERSION}.{analysis.VERSION}"
_PATIENCE = 600.0  # seconds to wait for another process that writes


class State(Struct, frozen=True):
    """What is in force: the format, and the build's folder."""

    format: str
    build: str


class Store:
    """The folder of an index."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._state = ReplacedFile(folder / "state.json", self._readable)

    def state(self) -> State | None:
        """Return what is in force; None where there is no index, or one that this program cannot read."""
        try:
            return self._state.read()
        except OSError:
            return None

    def _readable(self, data: bytes) -> State | None:
        try:
            state = msgspec.json.decode(data, type=State)
        except (msgspec.DecodeError, UnicodeDecodeError):
            return None
        named = state.build.startswith("b-") and state.build[2:].isalnum()
        return state if state.format == FORMAT and named and self.path_of(state).is_dir() else None

    def path_of(self, state: State) -> Path:
        """Return the folder of a build."""
        return self.folder / state.build

    def put_in_force(self, state: State) -> None:
        """Make `state` the one in force, in one step, and remove what no state names any more."""
        self._state.replace(msgspec.json.encode(state))
        self.tidy(state)

    def tidy(self, state: State) -> None:
        """Remove the builds that are not in force: older ones, and those whose writer was killed.

        Only who has the right to write may: else it would take the build of another who does.
        """
        for other in self.folder.glob("b-*"):
            if other.name != state.build:
                shutil.rmtree(other, ignore_errors=True)

    @contextmanager
    def new_build(self) -> Iterator[State]:
        """Give an empty build to be filled, then put it in force; remove it where it cannot be filled."""
        state = State(FORMAT, f"b-{secrets.token_hex(4)}")
        self.path_of(state).mkdir(mode=0o700)
        try:
            yield state
            self.put_in_force(state)
        except BaseException:
            shutil.rmtree(self.path_of(state), ignore_errors=True)
            raise

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Hold the right to write: one process, and one thread of it, at a time.

        Raises LibraryError where the folder cannot be written or another process does not let go.
        """
        try:
            self.folder.mkdir(mode=0o700, exist_ok=True)  # of a library that is gone it makes nothing anew
            self.folder.chmod(0o700)
            lock = filelock.FileLock(str(self.folder / "lock"))
            held = filelock.try_for(lock.acquire, timeout=_PATIENCE, delay=0.02)
        except FileExistsError as error:
            raise LibraryError(
                f"{self.folder} is a file, where the folder of the index is wanted; move it away."
            ) from error
        except OSError as error:
            raise LibraryError(
                f"The index in {self.folder} cannot be written ({error.strerror}); make the folder writable."
            ) from error
        if not held:
            raise LibraryError(f"Another process has been writing the index in {self.folder} for ten minutes; end it.")
        self._state.forget()
        try:
            yield
        except OSError as error:
            raise LibraryError(
                f"The index in {self.folder} cannot be written ({error.strerror}); free some space or make it writable."
            ) from error
        finally:
            with suppress(OSError):
                lock.release()
