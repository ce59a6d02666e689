"""A list of which only the rows around what is in sight are held, however many there are."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Generic, TypeVar

from textual.message import Message

from tui.widgets.item_list import ItemList

PAGE = 40  # rows fetched at once: more than a large window shows
_MOST = 5 * PAGE  # rows held at once

T = TypeVar("T")


class PagedList(ItemList, Generic[T]):
    """Shows `total` rows of one height, of which those near the cursor are known; asks for more with `Wanted`."""

    class Wanted(Message):
        """Rows from `offset` on are coming into sight and are not known yet."""

        def __init__(self, items: PagedList[Any], offset: int, limit: int) -> None:
            super().__init__()
            self.items = items
            self.offset = offset
            self.limit = limit

        @property
        def control(self) -> PagedList[Any]:
            """The list that wants them."""
            return self.items

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002, Textual's name
        super().__init__(id=id, classes=classes)
        self.total = 0
        self.listed: dict[int, T] = {}
        self._asked: set[int] = set()

    def put(self, total: int, rows: Sequence[T], offset: int = 0) -> bool:
        """Take a page in; True where it begins another result than the one that is shown, which is to be refilled."""
        if not offset or total != self.total:
            self.listed.clear()
            self._asked.clear()
        self.total = total
        self.listed.update(enumerate(rows, offset))
        self._asked.discard(offset)
        if offset:
            self._forget_far()
            self.repaint()
        return not offset

    def count(self) -> int:
        """Return how many rows there are."""
        return self.total

    def known(self, index: int) -> T | None:
        """Return a row; one that is not known is asked for."""
        row = self.listed.get(index)
        if row is None:
            self._ask(index)
        return row

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Ask in time for what comes into sight."""
        super().watch_scroll_y(old_value, new_value)
        last = round(new_value) // self.item_height + self.size.height // self.item_height + PAGE // 2
        self._ask(min(last, self.total - 1))

    def _ask(self, index: int) -> None:
        offset = index // PAGE * PAGE
        if 0 <= index < self.total and index not in self.listed and offset not in self._asked:
            self._asked.add(offset)
            # While the screen is painted it would be the sender, beyond which Textual lets no message go.
            self.post_message(self.Wanted(self, offset, PAGE).set_sender(self))

    def _forget_far(self) -> None:
        far = sorted(self.listed, key=lambda index: -abs(index - self.cursor))[: max(0, len(self.listed) - _MOST)]
        for index in far:
            del self.listed[index]
