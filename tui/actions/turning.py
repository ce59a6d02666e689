"""The commands on the pages over all briefs found: opening, going back, and what means something else there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal, TypeVar

from msgspec.structs import replace
from textual import on

from briefs.model import Entity
from search_index.results import NameCount
from tui.actions.together import Together
from tui.searching.queries import term_of
from tui.widgets.item_list import ItemList

if TYPE_CHECKING:
    from tui.layout.overview import BriefRef, Page


class Turning(Together, room=True):
    """The application with its ways between the pages and the briefs."""

    _came_from: tuple[Page, str] | None = None  # the page that the open brief was opened from, and which brief that is
    _names_before: Sequence[tuple[Page, str, str]] = ()  # from which page and name to which one, the last one last

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
        if isinstance(leads, NameCount):
            to: Page = "companies" if leads.kind == "company" else "countries"
            if row is not None:
                self._names_before = (*self._names_before, (self.page, row.key, leads.key))
            await self._go_to_name(to, leads.key)
        elif leads is not None:
            await self._open(leads)
        elif self.said_together is not None and isinstance(row, NameCount):
            self.read_name(self.said_together, row, self.detail_pane.looked_at)

    async def _go_to_name(self, page: Page, key: str) -> None:
        await self.action_overview(page)
        self.name_pane.go_to(key)

    async def turn_to(self, page: Page) -> None:
        """Put the panes of a page into the window; with the briefs in it, no way back is left to go."""
        if page == "briefs":
            self._names_before = ()
        await super().turn_to(page)

    async def _open(self, ref: BriefRef) -> None:
        came_from = self.page
        await self.turn_to("briefs")
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
                    await self.turn_to(came_from[0])
                    self.go_to("brief")
            else:
                await super().action_leave()
        elif self.at != "list" or self.bar.input.has_focus:
            self.go_to("list")
        elif not self.name_pane.end_find():
            row = self.name_pane.current
            before, self._names_before = self._names_before[-1:], self._names_before[:-1]
            if before and row is not None and row.key == before[0][2]:
                await self._go_to_name(*before[0][:2])
            else:
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
            self.figure_order = _after(self.figure_order, ("largest", "smallest", "newest", "measure"))
            self.read_current_name()
        else:
            self.name_order = _after(self.name_order, ("briefs", "latest", "name"))
            self.look_together()

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
        row = self._other_name() or self.name_pane.current
        if not isinstance(row, NameCount):
            self.say("Put the cursor on a company or a country first.")
            return None
        return _entity_of(row)

    def _other_name(self) -> NameCount | None:
        """Return the name under the cursor with which the one in the list is named."""
        return self.detail_pane.other_name if self.page in ("companies", "countries") and self.at == "brief" else None

    def action_filter_entity(self) -> None:
        """Filter the list by the name under the cursor; by both where one is named with another."""
        row, other = self.name_pane.current if self.page != "briefs" else None, self._other_name()
        if not isinstance(row, NameCount) or other is None:
            super().action_filter_entity()
            return
        for name in (row, other) if row.kind != other.kind else (row,):
            self.choose(name.kind, name.value)
        if row.kind == other.kind:  # of one facet any value will do, and both are wanted
            self._also(other)
        self._to_briefs()

    def _also(self, name: NameCount) -> None:
        text = f"{self.bar.text} {term_of(name.kind, name.label)}".strip()
        self.bar.set_text(text)
        self.look_for(replace(self.request, text=text, partial=False))

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


def _entity_of(name: NameCount) -> Entity:
    code = name.value if name.kind == "country" else None
    return Entity(f"country:{code}" if code else name.value, name.kind, name.label, main=True, code=code)


_Order = TypeVar("_Order")


def _after(order: _Order, orders: Sequence[_Order]) -> _Order:
    return orders[(orders.index(order) + 1) % len(orders)]
