"""The facets: what the briefs found are about, to narrow the list by. Typing narrows the facets themselves."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Literal

from textual import events, on
from textual.message import Message
from textual.widgets import Input

from briefs.text import fold, squash
from search_index.results import FacetCount, FacetName
from tui.layout.flow import Line, fit, line, spread
from tui.layout.pages import Entry
from tui.searching.queries import QUICK
from tui.widgets.entry_list import EntryList
from tui.widgets.frame import Frame
from tui.widgets.item_list import ItemList

NAMES: dict[FacetName, str] = {
    "country": "Countries",
    "company": "Companies",
    "publisher": "Publishers",
    "month": "Months",
    "tag": "Tags",
}
Quick = Literal["quick"]  # the quick filters, which are terms of the query
_FEW = {"country": 8, "company": 8, "publisher": 5, "month": 5, "tag": 5}
_MANY = 200


class Facets(Frame):
    """The values of all facets with their counts; Enter or a click chooses one, and once more lets go of it."""

    class Toggled(Message):
        """A value was chosen or let go of."""

        def __init__(self, facet: FacetName | Quick, value: str) -> None:
            super().__init__()
            self.facet = facet
            self.value = value

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002, Textual's name
        super().__init__(id=id)
        self._counts: Mapping[FacetName, Sequence[FacetCount]] = {}
        self._terms: frozenset[str] = frozenset()  # of the query
        self._values: list[
            tuple[FacetName | Quick, str | None] | None
        ] = []  # of each entry; no value: show more of the facet
        self._open: set[FacetName] = set()

    def complete(self) -> None:
        """Put the input over the values, neither of which the first paint waits for: there is no count yet."""
        if not self.children:
            from tui.widgets.plain_input import PlainInput

            self.mount(
                PlainInput(placeholder="type to narrow", id="narrow", compact=True), EntryList(id="facet-values")
            )
            self._fill()

    @property
    def values(self) -> EntryList:
        """The list of values."""
        return self.query_one(EntryList)

    def focus_narrow(self) -> None:
        """Begin to type."""
        self.complete()
        self.screen.set_focus(self.query_one(Input))

    def show(self, counts: Mapping[FacetName, Sequence[FacetCount]], query: str = "") -> None:
        """Show new counts, and which quick filters are in the query; the cursor stays on its value."""
        self._counts = counts
        self._terms = frozenset(query.split())
        if self.children:
            self._fill()

    def _fill(self, *, top: bool = False) -> None:
        values = self.values
        held = self._values[values.cursor] if values.cursor < len(self._values) else None
        wanted = fold(self.query_one(Input).value)
        entries: list[Entry] = []
        self._values = []
        for facet, name in NAMES.items():
            shown, more = self._chosen_first(facet, wanted)
            if shown:
                head = [*([_said("")] if entries else []), _said(name, "heading")]
                entries += head
                self._values += [None] * len(head)
            entries += [Entry(partial(_value, count)) for count in shown]
            self._values += [(facet, count.value) for count in shown]
            if more:
                entries.append(_said(f"  {more:,} more…", heading=False))
                self._values.append((facet, None))
        if entries and not wanted:
            entries += [_said(""), _said("Only", "heading"), *(self._quick(name, term) for name, term in QUICK)]
            self._values += [None, None, *(("quick", term) for _, term in QUICK)]
        cursor = self._values.index(held) if held in self._values and held and not top else 0
        empty = "" if self._counts == {} else "Nothing of that name." if wanted else "Nothing to narrow by."
        values.show(entries, cursor=cursor, empty=empty)

    def _quick(self, name: str, term: str) -> Entry:
        box = ("▣", "marked") if term in self._terms else ("▢", "muted")
        return Entry(lambda width: [fit(line(box, " ", name), width)])

    def _chosen_first(self, facet: FacetName, wanted: str) -> tuple[list[FacetCount], int]:
        counts = self._counts.get(facet, ())
        if wanted:
            return [c for c in counts if wanted in fold(c.label)][:_MANY], 0
        few = _MANY if facet in self._open else _FEW[facet]
        ordered = sorted(counts, key=lambda count: not count.chosen)
        return ordered[:few], max(len(ordered) - few, 0)

    @on(Input.Changed)
    def _narrow(self, event: Input.Changed) -> None:
        event.stop()
        self._fill(top=True)

    @on(Input.Submitted)
    def _choose_from_input(self, event: Input.Submitted) -> None:
        event.stop()
        self.values.action_choose()

    def on_key(self, event: events.Key) -> None:
        """While someone types, the arrows move in the list below."""
        if not self.query_one(Input).has_focus:
            return
        steps = {"down": 1, "up": -1, "ctrl+n": 1, "ctrl+j": 1, "ctrl+k": -1}
        if event.key in steps:
            event.stop()
            event.prevent_default()
            self.values.action_cursor(steps[event.key])
        elif event.key == "escape" and self.query_one(Input).value:
            event.stop()
            self.query_one(Input).value = ""

    @on(ItemList.Chosen)
    def _toggle(self, event: ItemList.Chosen) -> None:
        event.stop()
        chosen = self._values[event.index]
        if chosen is None:
            return
        facet, value = chosen
        if value is None and facet != "quick":
            self._open.add(facet)
            self._fill()
            return
        if value is None:
            return
        with self.prevent(Input.Changed):
            self.query_one(Input).value = ""
        self.post_message(self.Toggled(facet, value))

    @on(ItemList.Highlighted)
    def _keep(self, event: ItemList.Highlighted) -> None:
        event.stop()


def _said(text: str, style: str = "muted", *, heading: bool = True) -> Entry:
    return Entry(lambda width: [fit(line((text, style)), width)], heading=heading)


def _value(count: FacetCount, width: int) -> list[Line]:
    box = ("▣", "marked") if count.chosen else ("▢", "muted")
    return [spread(line(box, " ", squash(count.label)), line((f"{count.count:,}", "muted")), width)]
