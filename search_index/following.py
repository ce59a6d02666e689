"""Write the index: follow the library's changes, or build it anew."""

from __future__ import annotations

from collections.abc import Callable
from itertools import islice
from typing import TYPE_CHECKING

from search_index.files import DamagedIndexError, Files
from search_index.schema import document_of, make_schema
from search_index.store import State, Store

if TYPE_CHECKING:
    from briefs.library import Library

Progress = Callable[[int, int], None]

_BATCH = 2000  # changes in a commit


class Follower:
    """Writes the index of a library."""

    def __init__(self, library: Library, store: Store) -> None:
        self._library = library
        self._store = store
        self._schema = make_schema()

    def files(self, state: State) -> Files:
        """Return the files of a build."""
        return Files(self._store.path_of(state), self._schema)

    def catch_up(self, progress: Progress | None = None) -> int:
        """Take in what the library has changed since, and return the number of changes."""
        state = self._store.state()
        last = self._library.sequence()
        if state is not None and state.sequence == last:
            return 0
        with self._store.writing():
            state = self._store.state()
            if state is not None and state.sequence <= last:  # else it is lost, or has seen a newer library than this
                try:
                    return self._follow(state, progress)
                except DamagedIndexError:
                    pass  # it is built anew
            self._build(progress)
            return last

    def rebuild(self, progress: Progress | None = None) -> int:
        """Build the index anew, and return the number of briefs."""
        with self._store.writing():
            self._build(progress)
            return self._library.count()

    def _build(self, progress: Progress | None) -> None:
        state = self._store.new_build()
        self.files(state).create()
        self._follow(state, progress)

    def _follow(self, state: State, progress: Progress | None) -> int:
        """Bring a build up to date and put it in force. Done in batches, each of them kept."""
        in_force = self._store.state() == state
        files = self.files(state)
        last = self._library.sequence()
        changes = self._library.changes(state.sequence)
        total = self._library.count() if state.sequence == 0 else last - state.sequence
        done = 0
        while batch := list(islice(changes, _BATCH)):
            ids = [change.id for change in batch]
            stale = files.snapshot({}).numbered(ids).tolist()
            present = [change.id for change in batch if not change.removed]
            added = [document_of(brief, revision) for revision, brief in self._library.briefs(present)]
            files.commit(stale, added)
            state = State(state.format, state.build, batch[-1].sequence)
            if in_force:
                self._store.put_in_force(state)
            done += len(batch)
            if progress:
                progress(done, max(total, done))
        self._store.put_in_force(State(state.format, state.build, max(state.sequence, last)))
        return done
