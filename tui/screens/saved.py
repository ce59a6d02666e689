"""Saved searches with what is new in each, under the quick filters."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import ClassVar, NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical

from briefs.text import squash
from tui.commands import bindings_of, hint
from tui.layout.flow import Line, fit, line, spread
from tui.layout.pages import Entry, note
from tui.screens.dialog import Dialog
from tui.searching.queries import QUICK
from tui.widgets.entry_list import EntryList
from tui.widgets.item_list import ItemList
from tui.workers.messages import SavedCount


class Picked(NamedTuple):
    """What to do with a query: search for it, or forget the saved search of this name."""

    query: str
    name: str = ""
    forget: bool = False
    company: str = ""  # its key
    since: int = 0  # the change of the library from which on it is looked at, for what is new


class SavedDialog(Dialog[Picked]):
    """Gives the query that was picked."""

    BINDINGS: ClassVar[list[BindingType]] = bindings_of("saved-new", "saved-forget")

    def __init__(self, saved: Sequence[SavedCount]) -> None:
        super().__init__()
        self._saved = [kept for kept in saved if not kept.company]
        self._companies = [kept for kept in saved if kept.company]
        self._picks: list[Picked | None] = []

    def compose(self) -> ComposeResult:
        """Put the list into the box."""
        with Vertical(classes="dialog") as box:
            box.border_title = "Searches"
            box.border_subtitle = self.hint(
                ("choose", "searches"), ("saved-new", "the new ones"), ("saved-forget", "forgets")
            )
            yield EntryList(id="saved")

    def on_mount(self) -> None:
        """Fill it."""
        pairs = list(self._entries())
        self._picks = [pick for _, pick in pairs]
        listing = self.query_one(EntryList)
        listing.show([entry for entry, _ in pairs])
        listing.focus()

    def _entries(self) -> Iterator[tuple[Entry, Picked | None]]:
        yield note("Quick filters", "heading"), None
        for name, query in QUICK:
            yield Entry(partial(_row, name, query, "")), Picked(query)
        yield note(" "), None
        yield note("Saved searches", "heading"), None
        for kept in self._saved:
            new = f"{kept.new:,} new of {kept.total:,}" if kept.new else f"{kept.total:,}"
            yield Entry(partial(_row, kept.name, kept.query, new)), Picked(kept.query, kept.name, since=kept.seen)
        if not self._saved:
            save = hint(getattr(self.app, "keymap", {}), ("save-search", "in the list saves it"))
            yield note(f"None yet: search for something, then {save}."), None
        if self._companies:
            yield note(" "), None
            yield note("Companies that you looked at", "heading"), None
        for kept in self._companies:
            new = f"{kept.new:,} new of {kept.total:,}" if kept.new else f"{kept.total:,}"
            yield Entry(partial(_row, kept.name, "", new)), Picked("", kept.name, company=kept.company, since=kept.seen)

    @on(ItemList.Chosen)
    def _pick(self, event: ItemList.Chosen) -> None:
        event.stop()
        pick = self._picks[event.index]
        self.dismiss(pick and pick._replace(since=0))

    @property
    def _named(self) -> Picked | None:
        """What is saved, or the company, under the cursor."""
        pick = self._picks[self.query_one(EntryList).cursor]
        return pick if pick is not None and pick.name else None

    def action_new(self) -> None:
        """Show only what is new in the saved search or of the company under the cursor."""
        if self._named is not None:
            self.dismiss(self._named)

    def action_forget(self) -> None:
        """Forget the saved search or the company under the cursor."""
        if self._named is not None:
            self.dismiss(self._named._replace(forget=True))


def _row(name: str, query: str, counted: str, width: int) -> list[Line]:
    left = line(squash(name), (f"  {squash(query)}", "muted"))
    return [spread(fit(left, width), line((counted, "figure" if "new" in counted else "muted")), width)]
