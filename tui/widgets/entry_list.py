"""A list of entries that were laid out beforehand: the tabs of a brief, and other pages of the reader."""

from __future__ import annotations

from collections.abc import Sequence

from tui.layout.flow import Line, line, wrapped
from tui.layout.pages import Entry
from tui.widgets.item_list import ItemList


class EntryList(ItemList):
    """Shows entries; the cursor passes over their headings."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002, Textual's name
        super().__init__(id=id, classes=classes)
        self.entries: Sequence[Entry] = ()
        self.empty = ""

    def show(self, entries: Sequence[Entry], *, cursor: int = 0, empty: str = "") -> None:
        """Show these entries, with the cursor on one of them; `empty` is said where there are none."""
        self.entries = entries
        self.empty = empty
        self.refill(cursor=cursor, top=True)

    @property
    def current(self) -> Entry | None:
        """The entry under the cursor."""
        if not self.entries or not self.selectable(self.cursor):
            return None
        return self.entries[self.cursor]

    def count(self) -> int:
        """Return the number of entries."""
        return len(self.entries)

    def lay_out(self, index: int, width: int) -> list[Line]:
        """Return the lines of an entry."""
        return self.entries[index].lines(width)

    def selectable(self, index: int) -> bool:
        """Whether an entry is more than a heading."""
        return 0 <= index < len(self.entries) and not self.entries[index].heading

    def empty_lines(self, width: int) -> list[Line]:
        """Say why there is nothing."""
        return wrapped(line((self.empty, "muted")), width) if self.empty else []
