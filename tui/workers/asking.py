"""What the reader does off the screen: threads that ask the library and the index, and post what they found.

Nothing here touches a widget. A search and the reading of a brief carry numbers, for a thread that is no longer wanted
still runs to its end; the handlers drop what is old.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress

from msgspec.structs import replace
from textual import work
from textual.app import App
from textual.message import Message
from textual.worker import Worker, WorkerState

from briefs.errors import BriefsError, NotFoundError
from briefs.library import Library, Row
from briefs.model import Brief, Evidence
from search_index.results import Hit, Request, Results
from tui.process.later import Later
from tui.process.start import settled
from tui.searching.queries import in_place, in_words
from tui.settings import Settings
from tui.workers.messages import (
    AllFound,
    BesideRead,
    BriefReady,
    Broken,
    Copied,
    Failed,
    Found,
    Indexing,
    IndexReady,
    LibraryChanged,
    MatchesFound,
    Opened,
    OriginalRead,
    Refused,
    Report,
    UnreadFound,
    Written,
)
from tui.workers.searcher import Searcher

_ASKING = frozenset({"index", "search", "page", "matches", "beside", "together", "name", "figures", "saved"})  # workers
_PAUSE = 0.3  # seconds without a question after which the index rests


class Work(App[None]):
    """The application with its workers; the screen is put on top of it."""

    number = 0  # of the last search; an answer with another number is old news
    in_library = 0  # how many briefs there are; 0 while that is not known
    _rest_timer: Later | None = None
    _settled = False
    _looked_in_vain = False  # whether the last look for changes failed
    opening = False  # whether the index is being opened and brought up to date
    indexed = False  # whether the index holds the whole library, so that it can be asked

    def __init_subclass__(cls, *, room: bool = False) -> None:
        """Let a room between this and the application do without what Textual works out for every class."""
        if not room:
            super().__init_subclass__()

    def __init__(self, library: Library, index: Searcher, settings: Settings) -> None:
        super().__init__()
        self.library = library
        self.index = index
        self.settings = settings
        self._seen = (library.sequence(), library.marks.sequence())

    async def _dispatch_message(self, message: Message) -> None:
        """Drop the reports that arrive while the screen is being taken down."""
        if self.is_running or not isinstance(message, Report):
            await super()._dispatch_message(message)

    @work(thread=True, exclusive=True, exit_on_error=False, group="index")
    def open_index(self, number: int, request: Request, keep: str | None) -> None:
        """Count the briefs, then bring the index up to date; it is opened, and Whoosh loaded, on the way."""
        self.opening = True
        self._answer(number, request, keep)
        try:
            self.index.catch_up(self._tell_indexing)
        except BriefsError as error:
            self.post_message(Failed(error))
            self._do_with_old_index()
        else:
            self.post_message(IndexReady())
        finally:
            self.opening = False

    def _do_with_old_index(self) -> None:
        """Search what the index holds where it cannot be written; without any the list of the library remains."""
        with suppress(BriefsError):
            self.index.search(Request(limit=1, snippets=False))
            self.post_message(IndexReady())

    def _tell_indexing(self, done: int, total: int) -> None:
        self.post_message(Indexing(done, total))

    @work(thread=True, exclusive=True, exit_on_error=False, group="search")
    def search(self, number: int, request: Request, keep: str | None = None) -> None:
        """Answer a request, and find the place of the brief to keep."""
        self._answer(number, request, keep)

    @work(thread=True, exit_on_error=False, group="page")
    def fetch(self, number: int, request: Request) -> None:
        """Answer a request for one more page; pages do not replace each other as searches do."""
        self._answer(number, request)

    def _answer(self, number: int, request: Request, keep: str | None = None) -> None:
        """Report the page asked for, with those around the brief to keep, which would be blank for a moment else."""
        try:
            asked = self.in_words(request)
            with in_place(request.text, asked.text):
                results = self._page(number, asked)
                place = self._place(keep, results) if keep else None
                offsets = pages_around(place, asked.limit, results.total) if place is not None else []
                pages = [(each, self._page(number, replace(asked, offset=each, facets=()))) for each in offsets]
        except BriefsError as error:
            self.post_message(Refused(number, error))
            return
        if not results.abandoned:
            self.post_message(Found(number, request, results, place))
        for offset, page in pages:
            if not page.abandoned:
                self.post_message(Found(number, replace(request, offset=offset), page))

    def _page(self, number: int, asked: Request) -> Results:
        results = self.index.search(asked) if self.indexed else self.latest(asked)
        while results.abandoned and number == self.number:  # two pages of one search do not replace each other
            results = self.index.search(asked)
        return results

    def _place(self, identifier: str, results: Results) -> int | None:
        return place_of(identifier, results) if self.indexed else self.library.place(identifier)

    def in_words(self, request: Request) -> Request:
        """Return a request with the words of a saved search in the place of its name. Raises NotFoundError."""
        return replace(request, text=in_words(self.library, request.text).text)

    @work(thread=True, exclusive=True, exit_on_error=False, group="all")
    def find_all(self, results: Results) -> None:
        """Find out the identifiers of all hits."""
        try:
            self.post_message(AllFound(results.ids()))
        except BriefsError as error:
            self.post_message(Failed(error))

    def latest(self, request: Request) -> Results:
        """Answer a request for everything without the index, from the library alone."""
        self.in_library = self.library.count()
        return replace(self.first_page(request), total=self.in_library)

    def first_page_with(self, identifier: str, request: Request) -> tuple[Results, int | None]:
        """Return the first page, or the one around a brief that is not on it, and where on that the brief stands."""
        first = self.first_page(request)
        place = place_of(identifier, first, whole=False)
        if place is None and (rows := self.library.page_with(identifier, request.limit, request.limit // 2)):
            first = self._page_of(rows)
            place = place_of(identifier, first, whole=False)
        return first, place

    def first_page(self, request: Request) -> Results:
        """Answer so far as the first paint needs it: the page stands for the whole, for counting reads the disk."""
        return self._page_of(self.library.latest(request.limit, request.offset))

    def _page_of(self, rows: Sequence[Row]) -> Results:
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
        row = next(iter(self.library.rows([identifier])), None)
        return Opened(self.library.brief(identifier), marks.position(identifier), marks.note(identifier), row)

    @work(thread=True, exclusive=True, exit_on_error=False, group="matches")
    def find_matches(self, request: Request, brief: Brief) -> None:
        """Find the places of a brief that have what a request asks for. What is wrong with a query its search says."""
        matches: Sequence[Evidence] = ()
        if self.indexed:
            with suppress(BriefsError):
                matches = self.index.matches(self.in_words(request).text, brief)
        self.post_message(MatchesFound(brief.id, matches))

    @work(thread=True, exclusive=True, exit_on_error=False, group="beside")
    def read_beside(self, identifier: str) -> None:
        """Find what tells the same story as a brief, and what is related to it."""
        try:
            related = [hit.row for hit in self.index.related(identifier).hits]
            self.post_message(BesideRead(identifier, self.index.story(identifier), related))
        except BriefsError as error:
            self.post_message(Failed(error))

    @work(thread=True, exclusive=True, exit_on_error=False, group="unread")
    def find_unread(self, number: int, results: Results, after: int) -> None:
        """Find the next unread brief after a place of what was found, and round again."""
        try:
            unread = self.library.marks.ids("unread")
            places = [place for place, identifier in enumerate(results.ids()) if identifier in unread]
        except BriefsError as error:
            self.post_message(Failed(error))
        else:
            self.post_message(UnreadFound(number, next((p for p in places if p > after), next(iter(places), None))))

    def look(self, listed: Sequence[str]) -> None:
        """See whether the library changed, unless an earlier look still is at work: many briefs take long to follow."""
        if all(worker.is_finished for worker in self.workers if worker.group == "watch"):
            self._look(listed)

    @work(thread=True, exit_on_error=False, group="watch")
    def _look(self, listed: Sequence[str]) -> None:
        """Let the index follow the library's briefs, and the listed rows their marks."""
        try:
            seen = (self.library.sequence(), self.library.marks.sequence())
            before, self._seen = self._seen, seen
            if seen[0] != before[0]:
                self._follow_library()
                self.post_message(LibraryChanged())
            elif seen[1] != before[1]:
                self.post_message(Written(self.library.rows(listed)))
        except BriefsError as error:
            if not self._looked_in_vain:  # or it would be said at every look
                self.post_message(Failed(error))
            self._looked_in_vain = True
        else:
            self._looked_in_vain = False

    @work(thread=True, exclusive=True, exit_on_error=False, group="original")
    def read_original(self, identifier: str) -> None:
        """Read what came in, as text."""
        from briefs.readers import written

        try:
            original = self.library.original(identifier)
            text = written(original)
        except BriefsError as error:
            self.post_message(Failed(error))
        else:
            source = f"{original.address or self.library.source(identifier)} · {original.media_type}"
            self.post_message(OriginalRead(source, text))

    @work(thread=True, exclusive=True, exit_on_error=False, group="copy")
    def copy_markdown(self, brief: Brief) -> None:
        """Make a brief into Markdown for the clipboard."""
        from briefs.export import export_text

        self.post_message(Copied(export_text([brief], "md"), "the brief as Markdown"))

    def _follow_library(self) -> None:
        """Let index and count follow the library."""
        self.index.catch_up()
        self.in_library = self.library.count()

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Report what went wrong in a worker; a fault of the program must not hide."""
        if event.state == WorkerState.ERROR and event.worker.error is not None:
            self.post_message(Broken(event.worker.error))
        if event.state == WorkerState.SUCCESS and event.worker.group in _ASKING:
            if self._rest_timer is not None:
                self._rest_timer.stop()
            self._rest_timer = Later(self, _PAUSE, self.rest_index)

    @work(thread=True, exclusive=True, exit_on_error=False, group="rest")
    def rest_index(self) -> None:
        """Give back what memory the next answer does not need."""
        from tui.process.heap import trim_heap

        if not self._settled:
            self._settled = True
            settled()
        self.index.rest()
        trim_heap()


def place_of(identifier: str | None, results: Results, *, whole: bool = True) -> int | None:
    """Return where a brief stands on the page, or, where that is wanted, among all that was found."""
    page = [hit.row.id for hit in results.hits]
    found = page if not whole or identifier in page else results.ids()
    return found.index(identifier) if identifier is not None and identifier in found else None


def pages_around(place: int, size: int, total: int) -> list[int]:
    """Return where the pages begin that a window shows with the brief at a place in it, but for the first page."""
    ends = place - size // 2, min(place + size // 2, total - 1)
    return sorted({at // size * size for at in ends if at >= size})
