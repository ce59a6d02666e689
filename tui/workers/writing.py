"""What the reader writes: marks, notes, corrections, removals and what is added, in the order it was asked for.

All of it goes through one thread, and what undoes it stays with that thread.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from threading import Lock
from typing import TYPE_CHECKING

from msgspec import Struct
from textual import work

from briefs.errors import BriefsError, UsageError
from briefs.library import Library, Row
from tui.commands import BY_ID, display_of
from tui.settings import Settings, tables_folder, tables_in_force, worker_count
from tui.workers.asking import Work
from tui.workers.messages import AddedAll, Adding, Broken, Edited, Failed, NotCorrected, Report, ToAdd, Written
from tui.workers.searcher import Searcher

if TYPE_CHECKING:
    from concurrent.futures import Future, ThreadPoolExecutor

    from briefs.ingest import Progress
    from briefs.library import Correction, TakenOut, Undo
    from briefs.tables import Tables


_SOON = 1.0  # seconds that one waits for the last writing without being told why
_PATIENCE = 30.0  # and at most for all of it


class _Undoable(Struct, frozen=True):
    what: str
    undo: Callable[[], object]
    ids: Sequence[str]
    edited: str = ""  # the brief whose own words changed
    again: bool = False  # the list is another one then


class Writing(Work, room=True):
    """The application with its writing."""

    keymap: Mapping[str, str] = {}  # the keys of one's own, by command

    def __init__(self, library: Library, index: Searcher, settings: Settings) -> None:
        super().__init__(library, index, settings)
        self._executor: ThreadPoolExecutor | None = None
        self._last_asked: Future[Report | None] | None = None
        self._beginning = Lock()
        self._undoable: list[_Undoable] = []  # touched by the writing thread only
        self._unwritten: dict[str, list[str]] = {}  # what was not once the screen was gone, by why not

    def set_mark(
        self,
        what: str,
        setter: Callable[[], Undo],
        listed: Sequence[str],
        *,
        say: bool = True,
        before: Sequence[Row] = (),
    ) -> None:
        """Set a mark, remember how to undo it, and report the rows of those that are listed.

        `before` are the rows as they were where the mark is shown already.
        """

        def job() -> Written:
            try:
                token = setter()
            except BriefsError:  # which is told; what was shown is not so
                self.post_message(Written(before))
                raise
            self._undoable.append(_Undoable(what, lambda: self.library.marks.restore(token), listed))
            return Written(self.library.rows(listed), self._back(what) if say else "")

        self.write(job, what)

    def write_note(self, identifier: str, text: str) -> None:
        """Keep a note to a brief, and show it."""

        def job() -> Edited:
            token = self.library.marks.set_note(identifier, text)
            self._undoable.append(_Undoable("the note", lambda: self.library.marks.restore(token), (), identifier))
            return Edited(identifier, self._back("The note is kept"))

        self.write(job, "the note")

    def correct(self, identifier: str, correction: Correction) -> None:
        """Correct a brief, and let the index follow."""

        def job() -> Report:
            try:
                before = self.library.corrections.correct(identifier, correction, self._tables)
            except UsageError as error:
                return NotCorrected(identifier, correction, error)
            self.index.catch_up()
            self._undoable.append(_Undoable("the correction", lambda: self._put(identifier, before), (), identifier))
            return Edited(identifier, self._back("Corrected"), again=True)

        self.write(job, "the correction")

    def _tables(self) -> Tables:
        return tables_in_force(self.settings)

    def _put(self, identifier: str, correction: Correction) -> None:
        self.library.corrections.put(identifier, correction, self._tables)
        self.index.catch_up()

    def remove_briefs(self, ids: Sequence[str]) -> None:
        """Take briefs out of the library; as long as the reader is open they can be put back."""

        def job() -> Written:
            taken = self.library.take_out(ids)
            self._follow_library()
            what = f"Removed {len(ids):,}"
            self._undoable.append(_Undoable(what, lambda: self._put_back(taken), (), again=True))
            return Written(said=self._back(what), again=True)

        self.write(job, f"removed {len(ids):,}")

    def _put_back(self, taken: TakenOut) -> None:
        self.library.put_back(taken)
        self._follow_library()

    def key(self, command: str) -> str:
        """Return the first key of a command as people write it."""
        return display_of(BY_ID[command], self.keymap, most=1)

    def _back(self, what: str) -> str:
        return f"{what}. {self.key('undo')} takes it back."

    def undo_last(self) -> None:
        """Take back the last thing that was marked or corrected."""

        def job() -> Report:
            if not self._undoable:
                return Written(said="There is nothing to take back.")
            last = self._undoable.pop()
            last.undo()
            if last.edited:
                return Edited(last.edited, f"Taken back: {last.what}.", again=True)
            return Written(self.library.rows(last.ids), f"Taken back: {last.what}.", again=last.again)

        self.write(job, "what was taken back")

    def remember(self, key: str, value: str | None) -> None:
        """Keep a small thing about the reader itself."""

        def job() -> None:
            self.library.state.set(key, value)

        self.write(job)

    def can_undo(self, what: str, undo: Callable[[], object]) -> None:
        """Remember how to take back something that is no mark; called by a job that writes."""
        self._undoable.append(_Undoable(what, undo, ()))

    def write(self, job: Callable[[], Report | None], what: str = "") -> None:
        """Run a job that writes, after those before it, and post what it reports; `what` names what it keeps."""
        self._last_asked = self._writer.submit(job)
        self._last_asked.add_done_callback(lambda future: self._wrote(future, what))

    @property
    def _writer(self) -> ThreadPoolExecutor:
        """The one thread that writes; it is loaded and begun with the first job."""
        with self._beginning:
            if self._executor is None:
                from concurrent.futures import ThreadPoolExecutor

                self._executor = ThreadPoolExecutor(max_workers=1, thread_name_prefix="briefs-writer")
            return self._executor

    def _wrote(self, future: Future[Report | None], what: str) -> None:
        error = future.exception()
        if isinstance(error, BriefsError):
            if not self.is_running:
                self._unwritten.setdefault(str(error), []).append(what)
            self.post_message(Failed(error))
        elif error is not None:
            self.post_message(Broken(error))
        else:
            report = future.result()
            if report is not None:
                self.post_message(report)

    @work(thread=True, exit_on_error=False, group="add")
    def add_articles(self, wanted: ToAdd) -> None:
        """Convert and keep articles, and tell how far it is; converting happens in processes of its own."""
        from tui.workers.adding import add_sources, add_text  # the converter; only who adds pays for it

        folder = tables_folder(self.settings)
        try:
            if wanted.text:
                report = add_text(self.library, wanted.text, tables_folder=folder)
            else:
                report = add_sources(
                    self.library,
                    wanted.sources,
                    workers=worker_count(self.settings),
                    tables_folder=folder,
                    progress=self._tell_progress,
                )
            self._follow_library()
        except BriefsError as error:
            self.post_message(Failed(error))
            return
        ids = [added.id for added in report.added]
        if ids:
            self.write(lambda: self._can_take_out(ids))
        failures = [failure.message for failure in report.failed]
        titles = [each.title for each in (*report.added, *report.known)]
        title = titles[0] if len(titles) == 1 else ""
        self.post_message(AddedAll(len(report.added), len(report.known), failures, title))

    def _can_take_out(self, ids: Sequence[str]) -> None:
        def take_out() -> None:
            self.library.remove(ids)
            self._follow_library()

        self._undoable.append(_Undoable(f"Added {len(ids):,}", take_out, (), again=True))

    def _tell_progress(self, progress: Progress) -> None:
        self.post_message(Adding(progress.done, progress.total, progress.source))

    def finish_writing(self, waiting: Callable[[], None] = lambda: None) -> dict[str, list[str]]:
        """Wait until what was asked for is written; return what was not since the reader closed, by why not.

        Where that takes long, for another program is writing, `waiting` is called. One wait is for all of it, and
        Ctrl+C ends it; what is not written then is not.
        """
        if self._executor is not None and self._last_asked is not None:
            from concurrent.futures import wait

            with suppress(KeyboardInterrupt):
                if wait([self._last_asked], _SOON).not_done:
                    waiting()
                    wait([self._last_asked], _PATIENCE)
            self.library.stop_waiting()
            self._executor.shutdown(wait=True)
        return self._unwritten
