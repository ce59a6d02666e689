"""The inputs for plain text. The first paint does without any: they are loaded when they are put on the screen."""

from __future__ import annotations

from textual.geometry import Size
from textual.reactive import Reactive
from textual.widgets import Input

from tui.layout.flow import plain


class PlainInput(Input):
    """An input that holds nothing a terminal would obey, whatever is pasted or put into it."""

    virtual_size = Reactive(Size(0, 0))  # Textual would lay out the whole screen at each letter

    def update_node_styles(self, animate: bool = True) -> None:
        """Style it when it is on a screen: Textual would once more while it is being made."""
        if self.is_attached:
            super().update_node_styles(animate)

    def validate_value(self, value: str) -> str:
        """Make a value safe; its length stays, and so does the cursor."""
        return plain(value)
