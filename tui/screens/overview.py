"""The pages over the whole library: figures, companies, countries of the briefs found."""

from __future__ import annotations

from typing import ClassVar, NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical

from briefs.model import Entity, Evidence
from tui.commands import bindings
from tui.overview import (
    ORDERS,
    PAGES,
    Found,
    FoundFigure,
    Named,
    Order,
    Overview,
    Page,
    detail_entries,
    figure_entries,
    name_entries,
)
from tui.screens.dialog import Dialog
from tui.widgets.entry_list import EntryList
from tui.widgets.item_list import ItemList
from tui.widgets.tab_bar import TabBar


class Wanted(NamedTuple):
    """What to go to: a brief, at a place of it, or the briefs about a company or country."""

    brief: str = ""
    evidence: tuple[Evidence, ...] = ()
    entity: Entity | None = None


class OverviewScreen(Dialog[Wanted]):
    """Shows one page at a time; a name's details stand beside the names, or take their place in a narrow window."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("overview")

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (104, "-normal")]  # noqa: RUF012, Textual's own

    def __init__(self, overview: Overview, page: Page) -> None:
        super().__init__()
        self._overview = overview
        self._page: Page = page
        self._order: Order = "value"
        self._figures: list[FoundFigure | None] = []
        self._named: list[Named] = []
        self._details: list[Found | FoundFigure | None] = []

    def compose(self) -> ComposeResult:
        """Put the pages under their names."""
        with Vertical(classes="dialog full") as box:
            box.border_title = "The briefs found, together"
            box.border_subtitle = "S sorts · Enter opens · i filters the list · Esc leaves"
            yield TabBar(id="pages")
            with Horizontal():
                yield EntryList(id="overview")
                yield EntryList(id="details")

    def on_mount(self) -> None:
        """Show the page asked for."""
        self._show()
        self.names.focus()

    @property
    def names(self) -> EntryList:
        """The figures, companies or countries."""
        return self.query_one("#overview", EntryList)

    @property
    def details(self) -> EntryList:
        """What is known of the name under the cursor."""
        return self.query_one("#details", EntryList)

    def _show(self) -> None:
        view, page = self._overview, self._page
        labels = [
            ("figures", f"Figures {len(view.figures):,}"),
            *((p, f"{p.capitalize()} {len(name_entries(view, p)):,}") for p in PAGES[1:]),
        ]
        self.query_one(TabBar).show(labels, page)
        self.set_class(page == "figures", "-figures")
        if page == "figures":
            rows = figure_entries(view.figures, self._order)
            self._figures = [figure for _, figure in rows]
            self.names.show([entry for entry, _ in rows], empty="The briefs found hold no figures.")
        else:
            named = name_entries(view, page)
            self._named = [each for _, each in named]
            self.names.show([entry for entry, _ in named], empty=f"The briefs found name no {page}.")
            self._show_details()
        if view.looked_at < view.total:
            self.query_one(".dialog").border_title = f"The first {view.looked_at:,} of {view.total:,} briefs, together"

    def _show_details(self) -> None:
        named = self._current
        rows = detail_entries(named, self._overview.months) if named else []
        self._details = [what for _, what in rows]
        self.details.show([entry for entry, _ in rows])

    @property
    def _current(self) -> Named | None:
        return self._named[self.names.cursor] if self._page != "figures" and self._named else None

    @on(ItemList.Highlighted, "#overview")
    def _moved(self, event: ItemList.Highlighted) -> None:
        event.stop()
        if self._page != "figures":
            self._show_details()

    @on(ItemList.Chosen, "#overview")
    def _chosen(self, event: ItemList.Chosen) -> None:
        event.stop()
        if self._page == "figures":
            self._go_to(self._figures[event.index])
        else:
            self.add_class("-details")
            self.details.focus()

    @on(ItemList.Chosen, "#details")
    def _detail_chosen(self, event: ItemList.Chosen) -> None:
        event.stop()
        self._go_to(self._details[event.index])

    def _go_to(self, what: Found | FoundFigure | None) -> None:
        if isinstance(what, FoundFigure):
            self.dismiss(Wanted(what.brief.id, (what.figure.evidence,)))
        elif what is not None:
            self.dismiss(Wanted(what.id))

    @on(TabBar.Picked)
    def _picked(self, event: TabBar.Picked) -> None:
        event.stop()
        self._turn_to(next(page for page in PAGES if page == event.tab))

    def _turn_to(self, page: Page) -> None:
        self._page = page
        self.remove_class("-details")
        self._show()
        self.names.focus()

    def action_step(self, step: int) -> None:
        """Turn to the next page or the one before."""
        self._turn_to(PAGES[(PAGES.index(self._page) + step) % len(PAGES)])

    def action_sort(self) -> None:
        """Sort the figures by value, by date or by title."""
        self._order = ORDERS[(ORDERS.index(self._order) + 1) % len(ORDERS)]
        self._show()

    def action_filter(self) -> None:
        """Filter the list by the name under the cursor."""
        if self._current is not None:
            self.dismiss(Wanted(entity=self._current.entity))

    def action_leave(self) -> None:
        """Go back from the details to the names, or from the names to the briefs."""
        if self.details.has_focus:
            self.remove_class("-details")
            self.names.focus()
        else:
            self.dismiss(None)
