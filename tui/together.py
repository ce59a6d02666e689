"""The pages over all briefs found: figures, companies and countries, in the places of the list and the brief."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal, TypeVar, cast

from textual import on, work
from textual.timer import Timer

from briefs.errors import BriefsError
from briefs.model import Entity
from search_index.results import FigureOrder, NameCount, NameKind, NameOrder, Request, Results, UnitCount
from tui.commands import BY_ID, display_of
from tui.messages import Failed, FiguresRead, NameRead, TogetherRead
from tui.panes import LIST_SHARE, Pane
from tui.searches import Searches
from tui.widgets.item_list import ItemList
from tui.widgets.paged_list import PAGE, PagedList
from tui.widgets.tab_bar import TabBar

if TYPE_CHECKING:
    from search_index.together import Together as Found
    from tui.overview import BriefRef, Page
    from tui.widgets.together import DetailPane, NamePane

_UNITS_SHARE = 0.3  # units are short, figures are not
_KINDS: dict[str, NameKind] = {"companies": "company", "countries": "country"}
_LABELS: dict[Page, str] = {
    "briefs": "Briefs",
    "figures": "Figures",
    "companies": "Companies",
    "countries": "Countries",
}


class Together(Searches):
    """The application with its pages. Query and filters are the same on all of them."""

    page: Page = "briefs"
    _said_together: Found | None = None  # what the briefs found say together
    _counts: dict[Page, int] | None = None
    _name_order: NameOrder = "briefs"
    _figure_order: FigureOrder = "largest"
    _count_timer: Timer | None = None
    _detail_timer: Timer | None = None
    _came_from: tuple[Page, str] | None = None  # the page that the open brief was opened from, and which brief that is

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
            await self._turn_to(page)
        self.go_to("list")

    async def _turn_to(self, page: Page) -> None:
        self.page = page
        if page == "briefs":
            self.panes.put(self.briefs, self.pane)
            self.open_current(at_once=True)
        else:
            from tui.widgets.together import DetailPane, NamePane

            if not self._main.query(NamePane):
                await self.panes.mount(NamePane(), DetailPane())
            self.detail_pane.turn_to(figures=page == "figures")
            self.detail_pane.show_nothing()
            self.panes.put(self.name_pane, self.detail_pane, _UNITS_SHARE if page == "figures" else LIST_SHARE)
            self._look_together()
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

    def show_results(self, request: Request, results: Results, *, read: bool = True) -> None:
        """Put an answer on the screen, and look at it as a whole once nothing else is asked for."""
        super().show_results(request, results, read=read)
        if not request.offset:
            self._counts = {"briefs": results.total}
            self.show_pages()
            if self._count_timer is not None:
                self._count_timer.stop()
            if self.indexed:
                self._count_timer = self.set_timer(
                    self.rest * 4 if self.page == "briefs" else 0.001, self._look_together
                )

    def _look_together(self) -> None:
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
            rows = found.names(_KINDS[page], self._name_order)
        elif page == "figures":
            rows = found.units()
        self.post_message(TogetherRead(number, found, counts, page, rows))

    @on(TogetherRead)
    def _together_read(self, event: TogetherRead) -> None:
        if event.number != self.number or event.page != self.page:
            return
        self._said_together, self._counts = event.together, dict(event.counts)
        self.show_pages()
        if self.page != "briefs":
            from tui.overview import NAME_ORDERS

            order = NAME_ORDERS[self._name_order] if self.page in _KINDS else None
            empty = f"The briefs found {'name no' if self.page in _KINDS else 'hold no'} {self.page}."
            self.name_pane.show(
                _LABELS[self.page] if self.page in _KINDS else "Units", event.rows, empty=empty, order=order
            )

    @on(ItemList.Highlighted, "#names")
    def _name_highlighted(self) -> None:
        if self._detail_timer is not None:
            self._detail_timer.stop()
        if self.name_pane.current is None:
            self.detail_pane.show_nothing()
        else:
            self._detail_timer = self.set_timer(self.rest, self._read_current_name)

    def _read_current_name(self) -> None:
        row = self.name_pane.current if self.page != "briefs" else None
        if self._said_together is None or row is None:
            return
        if isinstance(row, UnitCount):
            self.read_figures(self._said_together, row, self._figure_order, 0)
        else:
            self.read_name(self._said_together, row, 0)

    @work(thread=True, exclusive=True, exit_on_error=False, group="name")
    def read_name(self, found: Found, name: NameCount, known: int) -> None:
        """Read what is known of a company or country, from more of its briefs than the newest `known`."""
        from tui.overview import AT_ONCE, detail_of

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
        if event.together is self._said_together and event.detail.name == self.name_pane.current:
            self.detail_pane.show_detail(event.detail, event.together.axis, keep=event.more)

    @work(thread=True, exit_on_error=False, group="figures")
    def read_figures(self, found: Found, unit: UnitCount, order: FigureOrder, offset: int) -> None:
        """Read a page of the figures of a unit."""
        from tui.overview import figures_at

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
        from tui.overview import FIGURE_ORDERS, span_text

        unit, pane = event.unit, self.detail_pane
        if (
            event.together is not self._said_together
            or unit != self.name_pane.current
            or event.order != self._figure_order
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
        if self._said_together is not None and isinstance(unit, UnitCount):
            self.read_figures(self._said_together, unit, self._figure_order, event.offset)

    # What opening leads to.

    @on(ItemList.Chosen, "#names")
    def _name_chosen(self, event: ItemList.Chosen) -> None:
        event.stop()
        self.go_to("brief")

    @on(ItemList.Chosen, "#details,#figures")
    async def _detail_chosen(self, event: ItemList.Chosen) -> None:
        event.stop()
        leads = self.detail_pane.leads_to(event.index)
        row = self.name_pane.current
        if leads is not None:
            await self._open(leads)
        elif self._said_together is not None and isinstance(row, NameCount):
            self.read_name(self._said_together, row, self.detail_pane.looked_at)

    async def _open(self, ref: BriefRef) -> None:
        came_from = self.page
        await self._turn_to("briefs")
        self._came_from = (came_from, ref.id)
        self.open_at(ref.id, ref.evidence)
        self.go_to("brief")

    async def action_leave(self) -> None:
        """Go back a step: from a brief to the page that it was opened from, from a page to the briefs."""
        opened = self.open_brief
        if self.page == "briefs":
            came_from, self._came_from = self._came_from, None
            if came_from and opened and opened.brief.id == came_from[1] and self.at == "brief":
                if not self.pane.end_find():
                    await self._turn_to(came_from[0])
                    self.go_to("brief")
            else:
                await super().action_leave()
        elif self.at != "list" or self.bar.input.has_focus:
            self.go_to("list")
        elif not self.name_pane.end_find():
            await self.action_overview("briefs")

    # Commands that mean something else here.

    def open_current(self, *, at_once: bool = False) -> None:
        """Show the brief under the cursor, where the briefs are in view."""
        if self.page == "briefs":
            super().open_current(at_once=at_once)

    def action_sort(self) -> None:
        """Sort what is in view differently."""
        if self.page == "briefs":
            super().action_sort()
        elif self.page == "figures":
            self._figure_order = _after(self._figure_order, ("largest", "smallest", "newest", "measure"))
            self._read_current_name()
        else:
            self._name_order = _after(self._name_order, ("briefs", "latest", "name"))
            self._look_together()

    def action_find(self) -> None:
        """Find words in the article, or names in a page."""
        if self.page == "briefs":
            super().action_find()
        else:
            self.panes.bring("list")
            self.name_pane.find()

    def action_next_brief(self) -> None:
        """Go to the next brief or name, whatever pane is in front."""
        self._step(1)

    def action_previous_brief(self) -> None:
        """Go to the brief or name before."""
        self._step(-1)

    def _step(self, step: Literal[1, -1]) -> None:
        (self.briefs if self.page == "briefs" else self.name_pane.names).action_cursor(step)

    def action_step_tab(self, step: int) -> None:
        """Show the tab beside; on a page, go to the pane beside."""
        if self.page == "briefs":
            super().action_step_tab(step)
        elif step > 0:
            self.go_to("list" if self.at == "facets" else "brief")
        else:
            self.go_to("list" if self.at == "brief" else "facets")

    def entity_here(self) -> Entity | None:
        """Return the company or country under the cursor."""
        if self.page == "briefs":
            return super().entity_here()
        row = self.name_pane.current
        if not isinstance(row, NameCount):
            self.say("Put the cursor on a company or a country first.")
            return None
        code = row.value if row.kind == "country" else None
        return Entity(f"country:{code}" if code else row.value, row.kind, row.label, main=True, code=code)

    def filter_by(self, entity: Entity) -> None:
        """Filter the list by a name, and show the list."""
        super().filter_by(entity)
        self._to_briefs()

    def search_for_name(self, entity: Entity) -> None:
        """Search for a name, and show what is found."""
        super().search_for_name(entity)
        self._to_briefs()

    def _to_briefs(self) -> None:
        if self.page != "briefs":
            self.call_later(self.action_overview, "briefs")


_Order = TypeVar("_Order")


def _after(order: _Order, orders: Sequence[_Order]) -> _Order:
    return orders[(orders.index(order) + 1) % len(orders)]
