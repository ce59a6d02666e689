"""What is shown and why: the query with its filters, the page of briefs, the brief under the cursor.

The state of the main screen lives here, in one place; its handlers are in `app.py`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace
from textual.screen import Screen

from briefs.model import Brief, Evidence
from search_index.results import FACETS, FacetName, Request, Results, Sort
from tui.commands import hint
from tui.layout.flow import Line, line
from tui.process.later import Later
from tui.widgets.brief_list import BriefList, Listed
from tui.widgets.brief_pane import BriefPane
from tui.widgets.facets import Facets
from tui.widgets.key_bar import KeyBar
from tui.widgets.paged_list import PAGE
from tui.widgets.panes import Panes
from tui.widgets.search_bar import SearchBar
from tui.workers.messages import Opened
from tui.workers.writing import Writing

if TYPE_CHECKING:
    from tui.layout.overview import Page

_CHOSEN: dict[FacetName, str] = {
    "country": "countries",
    "company": "companies",
    "publisher": "publishers",
    "month": "months",
    "tag": "tags",
}


class Reading(Writing, room=True):
    """The application with its state: what was asked, what is listed, which brief is open."""

    rest = 0.03  # seconds until the brief under a moving cursor is read: holding a key down reads none of those passed
    page: Page = "briefs"  # what is in view: the briefs found, or what they say together
    request: Request = Request()
    results: Results | None = None
    open_brief: Opened | None = None
    _jump: tuple[Evidence, ...] | None = None  # where to go in the brief that is being read
    _typed = False  # whether what was being typed found something
    _keep: str | None = None  # the brief that the cursor stays on when its answer comes
    _kept_at = 0  # where it stood when that was asked
    _brief_number = 0  # of the last brief asked for
    _brief_timer: Later | None = None
    _read_timer: Later | None = None

    # The widgets, by name.

    @property
    def bar(self) -> SearchBar:
        """The search."""
        return self._main.query_one(SearchBar)

    @property
    def briefs(self) -> BriefList:
        """The list."""
        return self._main.query_one(BriefList)

    @property
    def pane(self) -> BriefPane:
        """The brief."""
        return self._main.query_one(BriefPane)

    @property
    def facets(self) -> Facets:
        """The facets."""
        return self._main.query_one(Facets)

    @property
    def panes(self) -> Panes:
        """The three of them."""
        return self._main.query_one(Panes)

    @property
    def footer(self) -> KeyBar:
        """The keys."""
        return self._main.query_one(KeyBar)

    @property
    def _main(self) -> Screen[object]:
        return self.screen_stack[0]  # dialogs lie over it

    # Searching.

    def asked(self, *, offset: int = 0) -> Request:
        """Return the request for a page of what is being looked for."""
        sort: Sort = "date" if self.request.sort == "relevance" and not self.request.text.strip() else self.request.sort
        facets = FACETS if offset == 0 else ()
        return replace(self.request, sort=sort, offset=offset, limit=PAGE, facets=facets)

    def look_for(self, request: Request, *, stay: bool = False) -> None:
        """Search for something else, or for the same again; the cursor goes to the top, or stays on its brief."""
        self.request = request
        if not stay:
            self._keep = None
        elif self.briefs.current is not None:  # else its row is still being read, and the brief known from before
            self._keep, self._kept_at = self.briefs.current.id, self.briefs.cursor
        self.number += 1
        if self.indexed:
            self.search(self.number, self.asked(), self._keep)
        elif self.opening:
            self.bar.set_status("the index is being opened…")
        else:
            self.bar.set_status("there is no index to search", error=True)
            if not request.partial:
                self.open_index(self.number, self.asked(), self._keep)

    def was_only_a_beginning(self, request: Request, results: Results) -> bool:
        """Where the whole word finds nothing but its beginning did, search for the beginning, and say so."""
        text = self.request.text.rstrip()
        if results.total or request.partial or not self._typed or not text[-1:].isalnum():
            return False
        self._typed = False
        self.bar.set_text(f"{text}*")
        self.look_for(replace(self.request, text=f"{text}*"))
        return True

    def more(self, offset: int) -> None:
        """Ask for a further page of the list."""
        self.fetch(self.number, self.asked(offset=offset))

    def toggle(self, facet: FacetName, value: str) -> None:
        """Choose a value of a facet, or let go of it."""
        field = _CHOSEN[facet]
        chosen: tuple[str, ...] = getattr(self.request, field)
        chosen = tuple(v for v in chosen if v != value) if value in chosen else (*chosen, value)
        changed: dict[str, Any] = {field: chosen}
        self.look_for(replace(self.request, **changed))

    def choose(self, facet: FacetName, value: str) -> None:
        """Choose a value of a facet, unless it is chosen."""
        if value not in getattr(self.request, _CHOSEN[facet]):
            self.toggle(facet, value)

    def show_results(self, request: Request, results: Results, *, read: bool = True, place: int | None = None) -> None:
        """Put an answer on the screen, and read the brief that the cursor is on then.

        `place` is where the brief to keep stands now; who has gone on from it meanwhile stays as far from it. Where it
        is gone the cursor stays where it was, and a brief that was opened from another one stays open.
        """
        kept = self._keep if not request.offset else None
        beside = kept is not None and self.open_brief is not None and self.open_brief.brief.id != kept
        listed = [
            Listed(hit.row, *((hit.snippet.text, hit.snippet.marks) if hit.snippet else ("", ())), len(hit.also))
            for hit in results.hits
        ]
        if not request.offset:
            self.results = results
            self.facets.show(results.facets, self.request.text)
            self.briefs.empty = self._nothing(results)
            self.bar.set_status(self.status_of(results))
        cursor = self.briefs.cursor if kept else 0
        if kept and place is not None:
            cursor, self._kept_at = cursor + place - self._kept_at, place
        self.briefs.show(results.total, listed, offset=request.offset, cursor=cursor)
        if (
            read
            and not beside
            and (not request.offset or request.offset <= self.briefs.cursor < request.offset + len(listed))
        ):
            self.open_current(at_once=True)

    def order_of(self, results: Results) -> Sort:
        """Return the order that hits are seen in: where a query says nothing of relevance, they come newest first."""
        sort = self.asked().sort
        alike = results.total > 1 and len({hit.score for hit in results.hits}) == 1
        return "date" if sort == "relevance" and alike else sort

    def status_of(self, results: Results) -> Line:
        """Return how many were found, by which filters and in which order."""
        asked = self.asked()
        order = {"relevance": "by relevance", "date": "newest first", "title": "by title"}[self.order_of(results)]
        chosen = sum(len(getattr(asked, field)) for field in _CHOSEN.values())
        new = " · only new ones" if asked.since else ""
        filters = f" · {chosen} filter{'s' if chosen > 1 else ''}" if chosen else ""
        narrowed = asked.text.strip() or chosen or new
        of = f" of {self.in_library:,}" if narrowed and self.in_library else ""
        told = f" ({results.briefs:,} briefs)" if results.briefs > results.total else ""
        return line(f"{results.total:,}{told}{of}{filters}{new} · {order}")

    def _nothing(self, results: Results) -> Sequence[Line]:
        if results.total:
            return ()
        if not self.request.text.strip() and not any(
            getattr(self.request, field) for field in (*_CHOSEN.values(), "since")
        ):
            return self._welcome()
        lines = [line("Nothing was found."), line()]
        if results.suggestions:
            lines += [line("Did you mean ", (results.suggestions[0], "heading"), "? Enter searches for it."), line()]
        return [*lines, line("Press ", (self.key("clear-filters"), "heading"), " to clear the query and the filters.")]

    def _welcome(self) -> Sequence[Line]:
        return (
            line(("Welcome.", "title")),
            line(),
            line("This library has no briefs yet."),
            line(),
            line("Press ", (self.key("add"), "heading"), " to add articles: a file, a folder, or pasted text."),
            line("Or in a shell: ", ("briefs add FOLDER", "heading")),
            line("To look around first: ", ("briefs demo", "heading")),
            line(),
            line((hint(self.keymap, ("help", "shows every key"), ("quit", "leaves")), "muted")),
        )

    # The brief under the cursor.

    def open_current(self, *, at_once: bool = False) -> None:
        """Show the brief under the cursor, as soon as the cursor rests."""
        if self._brief_timer is not None:
            self._brief_timer.stop()
        row = self.briefs.current
        if row is None:
            if not self.briefs.total:
                self.show_brief(None)
            return
        if at_once:
            self._read_current()
        else:
            self._brief_timer = Later(self, self.rest, self._read_current)

    def _read_current(self) -> None:
        row = self.briefs.current
        if row is None:
            return
        shown = self.open_brief
        if shown is None or shown.brief.id != row.id:
            self._brief_number += 1
            self.read_brief(self._brief_number, row.id)
        else:
            self._mark_matches(shown.brief)

    def _mark_matches(self, brief: Brief) -> None:
        """Mark in the open brief what is being looked for."""
        if self.request.text.strip():
            self.find_matches(self.request, brief)
        else:
            self.pane.show_matches(brief.id, ())

    def read_again(self, identifier: str) -> None:
        """Read the open brief once more, for it changed."""
        self._brief_number += 1
        self.read_brief(self._brief_number, identifier)

    def open_at(self, identifier: str, evidence: tuple[Evidence, ...]) -> None:
        """Open a brief of those found at a place of its article; the cursor goes to it where it is listed."""
        index = self.briefs.index_of(identifier)
        if index is not None:
            self.briefs.move_to(index)
        self._jump = evidence
        self.read_again(identifier)

    def show_brief(self, opened: Opened | None) -> None:
        """Show a brief, after the place in the one before was kept."""
        self.keep_position()
        self.open_brief = opened
        if opened is not None and opened.row is not None:
            self.briefs.update_rows([opened.row])
        if opened is None:
            self.pane.show(None)
        else:
            self.pane.show(opened.brief, offset=opened.position, kept=opened.note)
            if self._jump is not None:
                self.pane.jump(self._jump)
                self.pane.focus_content()
            self._mark_matches(opened.brief)
        self._jump = None
        self.read_soon()

    def read_soon(self) -> None:
        """Let the open brief count as read after a while, where it is in view then and not behind the list."""
        if self._read_timer is not None:
            self._read_timer.stop()
        if self.open_brief is not None and self.settings.read_after:
            self._read_timer = Later(self, self.settings.read_after, self._read_in_view)

    def keep_position(self) -> None:
        """Keep how far the open article was read."""
        opened = self.open_brief
        if opened is not None and self.pane.article.offset_shown != opened.position:
            identifier, offset = opened.brief.id, self.pane.article.offset_shown
            self.write(lambda: self.library.marks.set_position(identifier, offset) and None)

    def _read_in_view(self) -> None:
        if self.pane.display:
            self.read_now()

    def read_now(self) -> None:
        """Mark the open brief as read; it stays in view until the view changes."""
        opened = self.open_brief
        row = self.briefs.current
        if opened is not None and row is not None and row.id == opened.brief.id and not row.read:
            self.set_mark("Marked as read", lambda: self.library.marks.set_read([row.id], True), [row.id], say=False)
