"""What the reader does off the screen: threads that ask the library and the index, and post what they found.

Nothing here touches a widget. A search and the reading of a brief carry numbers, for a thread that is no longer wanted
still runs to its end; the handlers drop what is old. Writes go through one thread, in the order in which they were
asked for, and what undoes them stays with it.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple, Protocol

from textual import work
from textual.app import App
from textual.message import Message
from textual.worker import Worker, WorkerState

from briefs.errors import BriefsError, NotFoundError
from briefs.library import Correction, Library, Undo
from briefs.model import Brief
from search_index.results import Hit, Request, Results
from tui.messages import (
    AddedAll,
    Adding,
    AllFound,
    BriefReady,
    Broken,
    Copied,
    Edited,
    Failed,
    Found,
    Indexing,
    IndexReady,
    LibraryChanged,
    Opened,
    OriginalRead,
    Refused,
    Report,
    ToAdd,
    Written,
)
from tui.settings import Settings, tables_folder

if TYPE_CHECKING:
    from briefs.ingest import Progress


class Searcher(Protocol):
    """What the reader needs of a search index."""

    def catch_up(self, progress: Callable[[int, int], None] | None = None) -> int:
        """Take in what changed in the library; return how many briefs. `progress` is told how many of how many."""
        ...

    def search(self, request: Request) -> Results:
        """Answer a request; raises QueryError."""
        ...

    def close(self) -> None:
        """Let go of the files."""
        ...


class _Undoable(NamedTuple):
    what: str
    undo: Callable[[], object]
    ids: Sequence[str]
    edited: str = ""  # the brief whose own words changed


class Work(App[None]):
    """The application with its workers; the screen is put on top of it."""

    number = 0  # of the last search; an answer with another number is old news
    indexed = False  # whether the index holds the whole library, so that it can be asked

    def __init__(self, library: Library, index: Searcher, settings: Settings) -> None:
        super().__init__()
        self.library = library
        self.index = index
        self.settings = settings
        self._writer = ThreadPoolExecutor(max_workers=1, thread_name_prefix="briefs-writer")
        self._undoable: list[_Undoable] = []  # touched by the writing thread only
        self._seen = (library.sequence(), library.marks.sequence())

    async def _dispatch_message(self, message: Message) -> None:
        """Drop the reports that arrive while the screen is being taken down."""
        if self.is_running or not isinstance(message, Report):
            await super()._dispatch_message(message)

    # Reading.

    @work(thread=True, exclusive=True, exit_on_error=False, group="index")
    def open_index(self, number: int, request: Request) -> None:
        """Count the briefs, then bring the index up to date; it is opened, and Whoosh loaded, on the way."""
        try:
            self.post_message(Found(number, request, self.latest(request)))
            self.index.catch_up(self._tell_indexing)
        except BriefsError as error:
            self.post_message(Failed(error))
        else:
            self.post_message(IndexReady())

    def _tell_indexing(self, done: int, total: int) -> None:
        self.post_message(Indexing(done, total))

    @work(thread=True, exclusive=True, exit_on_error=False, group="search")
    def search(self, number: int, request: Request) -> None:
        """Answer a request."""
        self._answer(number, request)

    @work(thread=True, exit_on_error=False, group="page")
    def fetch(self, number: int, request: Request) -> None:
        """Answer a request for one more page; pages do not replace each other as searches do."""
        self._answer(number, request)

    def _answer(self, number: int, request: Request) -> None:
        try:
            results = self.index.search(request) if self.indexed else self.latest(request)
            while results.abandoned and number == self.number:  # two pages of one search do not replace each other
                results = self.index.search(request)
        except BriefsError as error:
            self.post_message(Refused(number, error))
        else:
            if not results.abandoned:
                self.post_message(Found(number, request, results))

    @work(thread=True, exclusive=True, exit_on_error=False, group="all")
    def find_all(self, results: Results) -> None:
        """Find out the identifiers of all hits."""
        try:
            self.post_message(AllFound(results.ids()))
        except BriefsError as error:
            self.post_message(Failed(error))

    def latest(self, request: Request) -> Results:
        """Answer a request for everything without the index, from the library alone."""
        return replace(self.first_page(request), total=self.library.count())

    def first_page(self, request: Request) -> Results:
        """Answer so far as the first paint needs it: the page stands for the whole, for counting reads the disk."""
        rows = self.library.latest(request.limit, request.offset)
        return Results(len(rows), tuple(Hit(row, 0.0) for row in rows), all_ids=self.library.ids)

    @work(thread=True, exclusive=True, exit_on_error=False, group="brief")
    def read_brief(self, number: int, identifier: str) -> None:
        """Read a brief with its note and its position."""
        try:
            self.post_message(BriefReady(number, self.opened(identifier)))
        except NotFoundError:
            self.post_message(BriefReady(number, None))
        except BriefsError as error:
            self.post_message(Failed(error))

    def opened(self, identifier: str) -> Opened:
        """Return a brief with its note and its position."""
        marks = self.library.marks
        return Opened(self.library.brief(identifier), marks.position(identifier), marks.note(identifier))

    @work(thread=True, exclusive=True, exit_on_error=False, group="watch")
    def look(self, listed: Sequence[str]) -> None:
        """See whether the library changed: the index follows its briefs, the listed rows their marks."""
        try:
            seen = (self.library.sequence(), self.library.marks.sequence())
            before, self._seen = self._seen, seen
            if seen[0] != before[0]:
                self.index.catch_up()
                self.post_message(LibraryChanged())
            elif seen[1] != before[1]:
                self.post_message(Written(self.library.rows(listed)))
        except BriefsError as error:
            self.post_message(Failed(error))

    # Writing.

    def set_mark(self, what: str, setter: Callable[[], Undo], listed: Sequence[str], *, say: bool = True) -> None:
        """Set a mark, remember how to undo it, and report the rows of those that are listed."""

        def job() -> Written:
            token = setter()
            self._undoable.append(_Undoable(what, lambda: self.library.marks.restore(token), listed))
            return Written(self.library.rows(listed), f"{what}. U takes it back." if say else "")

        self.write(job)

    def write_note(self, identifier: str, text: str) -> None:
        """Keep a note to a brief, and show it."""

        def job() -> Edited:
            token = self.library.marks.set_note(identifier, text)
            self._undoable.append(_Undoable("the note", lambda: self.library.marks.restore(token), (), identifier))
            return Edited(identifier, "The note is kept. U takes it back.")

        self.write(job)

    def correct(self, identifier: str, correction: Correction) -> None:
        """Correct a brief, and let the index follow."""

        def job() -> Edited:
            before = self.library.corrections.correct(identifier, correction)
            self.index.catch_up()
            self._undoable.append(_Undoable("the correction", lambda: self._put(identifier, before), (), identifier))
            return Edited(identifier, "Corrected. U takes it back.", again=True)

        self.write(job)

    def _put(self, identifier: str, correction: Correction) -> None:
        self.library.corrections.put(identifier, correction)
        self.index.catch_up()

    @work(thread=True, exclusive=True, exit_on_error=False, group="original")
    def read_original(self, identifier: str) -> None:
        """Read what came in, as text."""
        try:
            original = self.library.original(identifier)
        except BriefsError as error:
            self.post_message(Failed(error))
        else:
            source = f"{original.address or self.library.source(identifier)} · {original.media_type}"
            self.post_message(OriginalRead(source, original.data.decode(errors="replace")))

    @work(thread=True, exclusive=True, exit_on_error=False, group="copy")
    def copy_markdown(self, brief: Brief) -> None:
        """Make a brief into Markdown for the clipboard."""
        from briefs.export import export_text

        self.post_message(Copied(export_text([brief], "md"), "the brief as Markdown"))

    def undo_last(self) -> None:
        """Take back the last thing that was marked or corrected."""

        def job() -> Report:
            if not self._undoable:
                return Written(said="There is nothing to take back.")
            last = self._undoable.pop()
            last.undo()
            if last.edited:
                return Edited(last.edited, f"Taken back: {last.what}.", again=True)
            return Written(self.library.rows(last.ids), f"Taken back: {last.what}.")

        self.write(job)

    def remember(self, key: str, value: str | None) -> None:
        """Keep a small thing about the reader itself."""

        def job() -> None:
            self.library.state.set(key, value)

        self.write(job)

    def write(self, job: Callable[[], Report | None]) -> None:
        """Run a job that writes, after those before it, and post what it reports."""
        self._writer.submit(job).add_done_callback(self._wrote)

    def _wrote(self, future: Future[Report | None]) -> None:
        error = future.exception()
        if isinstance(error, BriefsError):
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
        from tui.adding import add_sources, add_text  # the converter; only who adds pays for it

        folder = tables_folder(self.settings)
        try:
            if wanted.text:
                report = add_text(self.library, wanted.text, tables_folder=folder)
            else:
                report = add_sources(
                    self.library,
                    wanted.sources,
                    workers=self.settings.workers or os.cpu_count() or 1,
                    tables_folder=folder,
                    progress=self._tell_progress,
                )
            self.index.catch_up()
        except BriefsError as error:
            self.post_message(Failed(error))
            return
        failures = [failure.message for failure in report.failed]
        self.post_message(AddedAll(len(report.added), len(report.known), failures))

    def _tell_progress(self, progress: Progress) -> None:
        self.post_message(Adding(progress.done, progress.total, progress.source))

    def finish_writing(self) -> None:
        """Wait until everything that was asked for is written."""
        self._writer.shutdown(wait=True)

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Report what went wrong in a worker; a fault of the program must not hide."""
        if event.state == WorkerState.ERROR and event.worker.error is not None:
            self.post_message(Broken(event.worker.error))
