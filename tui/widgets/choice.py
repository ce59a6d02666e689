"""One of a few: a list whose cursor is the choice, so that moving chooses and nothing need be pressed."""

from __future__ import annotations

from collections.abc import Sequence

from textual.message import Message

from tui.layout.flow import Line, fit, line
from tui.widgets.item_list import ItemList


class Choice(ItemList):
    """Shows labels of ours, one chosen; as high as they are many."""

    item_height = 1

    class Made(Message):
        """Another one was chosen."""

        def __init__(self, choice: Choice, index: int) -> None:
            super().__init__()
            self.choice = choice
            self.index = index

        @property
        def control(self) -> Choice:
            """Where it was chosen."""
            return self.choice

    def __init__(self, labels: Sequence[str], *, chosen: int = 0, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._labels = labels
        self._first = chosen

    def on_mount(self) -> None:
        """Take the height of the labels, and the first choice."""
        self.styles.height = len(self._labels)
        self.refill(cursor=self._first)

    def count(self) -> int:
        """Return the number of labels."""
        return len(self._labels)

    def lay_out(self, index: int, width: int) -> list[Line]:
        """Return a label with its sign."""
        chosen = index == self.cursor
        return [fit(line(("● " if chosen else "○ ", "marked" if chosen else "muted"), self._labels[index]), width)]

    def watch_cursor(self, old: int, new: int) -> None:
        """Draw both signs again, and tell."""
        self.repaint((old, new))
        super().watch_cursor(old, new)
        if old != new:
            self.post_message(self.Made(self, new))
