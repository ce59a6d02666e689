"""Write the index: follow the library's changes, or build it anew."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import suppress
from itertools import islice
from typing import TYPE_CHECKING, Any, TypeVar

import msgspec

from search_index.builds.files import Contents, Files
from search_index.builds.store import State, Store
from search_index.postings.mapping import DamagedIndexError
from search_index.schema import document_of, make_schema

if TYPE_CHECKING:
    from briefs.library import Library
    from search_index.builds.committing import Merge

Progress = Callable[[int, int], None]  # briefs done, briefs in all

_BATCH = 5000  # changes in a commit
_TOLD_EVERY = 500  # briefs: a commit of many takes a while

_Each = TypeVar("_Each")


class _Body(msgspec.Struct, frozen=True):
    id: str
    body: str


class Follower:
    """Writes the index of a library."""

    def __init__(self, library: Library, store: Store) -> None:
        self._library = library
        self._store = store
        self._schema = make_schema()
        self._files: Files | None = None

    def files(self, state: State) -> Files:
        """Return the files of a build."""
        if self._files is None or self._files.build != state.build:
            self._files = Files(self._store.path_of(state))
        return self._files

    def catch_up(self, progress: Progress | None = None) -> int:
        """Take in what the library has changed since, and return the number of changes."""
        last = self._library.sequence()
        held = self._held()
        if held is not None and held.sequence == held.told == last:
            return 0
        with self._store.writing():
            last = self._library.sequence()  # another may have gone on, and its index with it, while this one waited
            state, held = self._store.state(), self._held(anew=True)
            # else it is lost, or has seen a newer library than this
            if state is not None and held is not None and held.sequence <= last:
                self._store.tidy(state)
                with suppress(DamagedIndexError):  # else it is built anew
                    files = self.files(state)
                    done = self._follow(files, held.sequence, progress)
                    self._tell(files)
                    return done
            self._build(progress)
            return last

    def _held(self, anew: bool = False) -> Contents | None:
        """Return what the index holds; None where there is no index that can be read."""
        state = self._store.state()
        if state is None:
            return None
        try:
            return self.files(state).read_anew() if anew else self.files(state).contents()
        except DamagedIndexError:
            return None

    def rebuild(self, progress: Progress | None = None) -> int:
        """Build the index anew, and return the number of briefs."""
        with self._store.writing():
            self._build(progress)
            return self._library.count()

    def _build(self, progress: Progress | None) -> None:
        with self._store.new_build() as state:
            files = Files(self._store.path_of(state))
            files.put(Contents())
            self._follow(files, 0, progress, building=True)
            if len(files.contents().segments) > 1:
                self._commit(files, files.contents().sequence, (), (), "all")
            self._tell(files)

    def _follow(self, files: Files, sequence: int, progress: Progress | None, building: bool = False) -> int:
        """Bring a build up to date, in batches each of which is kept; while `building`, nothing is merged yet."""
        last = self._library.sequence()
        total = self._library.count() if sequence == 0 else last - sequence
        done = 0
        changes = self._library.changes(sequence)
        while batch := list(islice(changes, _BATCH)):
            _, snapshot = files.snapshot()
            stale = snapshot.numbered([change.id for change in batch]).tolist()
            present = [change.id for change in batch if not change.removed]
            briefs = _telling(self._library.briefs(present), progress, done, total)
            added = (document_of(brief, revision) for revision, brief in briefs)
            self._commit(files, batch[-1].sequence, stale, added, "none" if building else "where it pays")
            done += len(batch)
            if progress:
                progress(done, max(total, done))
        if files.contents().sequence < last:  # its last changes were themselves changed while we read them
            held = files.contents()
            files.put(msgspec.structs.replace(held, commit=held.commit + 1, sequence=last))
        return done

    def _commit(
        self, files: Files, sequence: int, removed: Iterable[int], added: Iterable[dict[str, Any]], merge: Merge
    ) -> None:
        from search_index.builds.committing import commit  # Whoosh's writer comes with it, which no search needs

        commit(files, self._schema, sequence, removed, added, merge)

    def _tell(self, files: Files) -> None:
        """Bring the stories up to what the segments hold. Whoever searches meanwhile has those before."""
        contents, snapshot = files.snapshot()
        if contents.told == contents.sequence:
            return
        from search_index.builds.retelling import told_after, told_anew  # no search needs them

        if contents.told == 0:
            stories = told_anew(snapshot, self._bodies)
        else:
            changes = self._library.changes(contents.told)
            changed = [change.id for change in changes if change.sequence <= contents.sequence]
            stories = told_after(snapshot, snapshot.stories, changed, self._bodies)
        files.put_stories(stories, contents.sequence)

    def _bodies(self, ids: Collection[str]) -> Iterator[tuple[str, str]]:
        return ((one.id, one.body) for _, one in self._library.parts(ids, _Body))


def _telling(briefs: Iterable[_Each], progress: Progress | None, done: int, total: int) -> Iterator[_Each]:
    """Yield briefs, and tell the progress from `done` on while they are taken."""
    for number, brief in enumerate(briefs, done):
        if progress and (number - done) % _TOLD_EVERY == 0:
            progress(number, max(total, number))
        yield brief
