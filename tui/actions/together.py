"""The pages over all briefs found: figures, companies and countries, in the places of the list and the brief."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from textual import on, work

from briefs.errors import BriefsError
from search_index.results import FigureOrder, NameCount, NameKind, NameOrder, Request, Results, UnitCount
from tui.actions.searches import Searches
from tui.commands import BY_ID, display_of
from tui.layout.panes import LIST_SHARE, Pane
from tui.process.later import Later
from tui.widgets.item_list import ItemList
from tui.widgets.paged_list import PAGE, PagedList
from tui.widgets.tab_bar import TabBar
from tui.workers.messages import Failed, FiguresRead, NameRead, TogetherRead

if TYPE_CHECKING:
    from search_index.answers.together import Together as Found
    from tui.layout.overview import Page
    from tui.widgets.together import DetailPane, NamePane

_UNITS_SHARE = 0.3  # units are short, figures are not
_KINDS: dict[str, NameKind] = {"companies": "company", "countries": "country"}
_LABELS: dict[Page, str] = {
    "briefs": "Briefs",
    "figures": "Figures",
    "companies": "Companies",
    "countries": "Countries",
}


def _title(page: Page) -> str:
    return _LABELS[page] if page in _KINDS else "Units"


class Together(Searches, room=True):
    """The application with its pages. Query and filters are the same on all of them."""

    said_together: Found | None = None  # what the briefs found say together
    _counts: dict[Page, int] | None = None
    name_order: NameOrder = "briefs"
    figure_order: FigureOrder = "largest"
    _in_panes: tuple[Page, int] | None = None  # the page that is in the panes, and the search that it is of
    _count_timer: Later | None = None
    _detail_timer: Later | None = None

    # The widgets; they are made when a page is first asked for.

    @property
    def name_pane(self) -> NamePane:
        """The names or units."""
        from tui.widgets.together import NamePane

        return self._main.query_one(NamePane)

    @property
    def detail_pane(self) -> DetailPane:
        """What is known of the one under the cursor."""
        from tui.widgets.together import DetailPane

        return self._main.query_one(DetailPane)

    def show_pages(self) -> None:
        """Show the names of the pages, each with how many it holds."""
        counts = self._counts or {}
        labels = [(page, f"{label} {counts[page]:,}" if page in counts else label) for page, label in _LABELS.items()]
        first, *_, last = ("all-briefs", "all-figures", "all-companies", "all-countries")
        keys = " to ".join(display_of(BY_ID[name], self.keymap, most=1) for name in (first, last))
        self._main.query_one("#pages", TabBar).show(labels, self.page, hint=keys)

    # From page to page.

    async def action_overview(self, page: Page) -> None:
        """Show the briefs found, or their figures, companies or countries."""
        if page != self.page:
            await self.turn_to(page)
        self.go_to("list")

    async def turn_to(self, page: Page) -> None:
        """Put the panes of a page into the window; the focus stays where it is."""
        self.page = page
        if page == "briefs":
            self.panes.put(self.briefs, self.pane)
            self.open_current(at_once=True)
        else:
            from tui.widgets.together import DetailPane, NamePane

            if not self._main.query(NamePane):
                await self.panes.mount(NamePane(), DetailPane())
            self.detail_pane.turn_to(figures=page == "figures")
            if self._in_panes != (page, self.number):
                self._in_panes = None
                waiting = "" if self.indexed else "The index is not ready yet."
                self.name_pane.show(_title(page), [], empty=waiting, order=None)
                self.detail_pane.show_nothing()
                self.look_together()
            self.panes.put(self.name_pane, self.detail_pane, _UNITS_SHARE if page == "figures" else LIST_SHARE)
        self.show_pages()
        self.footer.show(page)

    @on(TabBar.Picked, "#pages")
    async def _page_picked(self, event: TabBar.Picked) -> None:
        event.stop()
        await self.action_overview(cast("Page", event.tab))

    def go_to(self, pane: Pane) -> None:
        """Bring a pane to the front and put the focus into it."""
        if self.page == "briefs" or pane == "facets":
            super().go_to(pane)
            return
        self.panes.bring(pane)
        if pane == "list":
            self._main.set_focus(self.name_pane.names)
        else:
            self.detail_pane.focus_content()

    # What the briefs found say.

    def show_results(self, request: Request, results: Results, *, read: bool = True, place: int | None = None) -> None:
        """Put an answer on the screen, and look at it as a whole once nothing else is asked for."""
        super().show_results(request, results, read=read, place=place)
        if not request.offset:
            self._counts = {"briefs": results.total}
            self.show_pages()
            if self._count_timer is not None:
                self._count_timer.stop()
            if self.indexed:
                seconds = self.rest * 4 if self.page == "briefs" else 0
                self._count_timer = Later(self, seconds, self.look_together)

    def look_together(self) -> None:
        """Look at the briefs found as a whole, for the page in view."""
        if self.indexed:
            self.read_together(self.number, self.request, self.page)

    @work(thread=True, exclusive=True, exit_on_error=False, group="together")
    def read_together(self, number: int, request: Request, page: Page) -> None:
        """Find out what all briefs found say together."""
        try:
            found = self.index.together(self.in_words(request))
        except BriefsError:  # the search itself has said so
            return
        counts: dict[Page, int] = {
            "briefs": found.briefs,
            "figures": found.figure_count,
            "companies": found.count("company"),
            "countries": found.count("country"),
        }
        rows: list[NameCount] | list[UnitCount] = []
        if page in _KINDS:
            rows = found.names(_KINDS[page], self.name_order)
        elif page == "figures":
            rows = found.units()
        self.post_message(TogetherRead(number, found, counts, page, rows))

    @on(TogetherRead)
    def _together_read(self, event: TogetherRead) -> None:
        if event.number != self.number or event.page != self.page:
            return
        self.said_together, self._counts = event.together, dict(event.counts)
        self.show_pages()
        if self.page != "briefs":
            from tui.layout.overview import NAME_ORDERS

            order = NAME_ORDERS[self.name_order] if self.page in _KINDS else None
            empty = f"The briefs found {'name no' if self.page in _KINDS else 'hold no'} {self.page}."
            self._in_panes = (self.page, self.number)
            self.name_pane.show(_title(self.page), event.rows, empty=empty, order=order)

    @on(ItemList.Highlighted, "#names")
    def _name_highlighted(self) -> None:
        if self._detail_timer is not None:
            self._detail_timer.stop()
        if self.name_pane.current is None:
            self.detail_pane.show_nothing()
        else:
            self._detail_timer = Later(self, self.rest, self.read_current_name)

    def read_current_name(self) -> None:
        """Read what is known of the row under the cursor."""
        row = self.name_pane.current if self.page != "briefs" else None
        if self.said_together is None or row is None:
            return
        if isinstance(row, UnitCount):
            self.read_figures(self.said_together, row, self.figure_order, 0)
        else:
            self.read_name(self.said_together, row, 0)

    @work(thread=True, exclusive=True, exit_on_error=False, group="name")
    def read_name(self, found: Found, name: NameCount, known: int) -> None:
        """Read what is known of a company or country, from more of its briefs than the newest `known`."""
        from tui.layout.overview import AT_ONCE, detail_of

        try:
            ids = found.briefs_about(name.kind, name.value, known + AT_ONCE)
            briefs = (brief for _, brief in self.library.briefs(ids))
            detail = detail_of(name, found.beside(name.kind, name.value, 12), briefs)
        except BriefsError as error:
            self.post_message(Failed(error))
        else:
            self.post_message(NameRead(found, detail, more=bool(known)))

    @on(NameRead)
    def _name_read(self, event: NameRead) -> None:
        if event.together is self.said_together and event.detail.name == self.name_pane.current:
            self.detail_pane.show_detail(event.detail, event.together.axis, keep=event.more)

    @work(thread=True, exit_on_error=False, group="figures")
    def read_figures(self, found: Found, unit: UnitCount, order: FigureOrder, offset: int) -> None:
        """Read a page of the figures of a unit."""
        from tui.layout.overview import figures_at

        try:
            places = found.figures(unit.unit, order, PAGE, offset)
            briefs = (brief for _, brief in self.library.briefs(dict.fromkeys(place.brief for place in places)))
            figures = figures_at(places, briefs)
        except BriefsError as error:
            self.post_message(Failed(error))
        else:
            self.post_message(FiguresRead(found, unit, order, figures, offset, found.span(unit.unit)))

    @on(FiguresRead)
    def _figures_read(self, event: FiguresRead) -> None:
        from tui.layout.overview import FIGURE_ORDERS, span_text

        unit, pane = event.unit, self.detail_pane
        if (
            event.together is not self.said_together
            or unit != self.name_pane.current
            or event.order != self.figure_order
        ):
            return
        if event.offset:
            pane.figures.put(unit.figures, event.figures, event.offset)
        else:
            top = max(map(abs, event.span))
            title = span_text(event.span, unit.label)
            pane.show_figures(title, FIGURE_ORDERS[event.order], unit.figures, top, event.figures)

    @on(PagedList.Wanted, "#figures")
    def _figures_wanted(self, event: PagedList.Wanted) -> None:
        unit = self.name_pane.current
        if self.said_together is not None and isinstance(unit, UnitCount):
            self.read_figures(self.said_together, unit, self.figure_order, event.offset)
