"""The one door through which plain text reaches a widget of Textual: made safe, and never read as markup."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.geometry import Size
from textual.reactive import Reactive
from textual.widgets import Input

from briefs.text import displayable
from tui.flow import Line, plain

if TYPE_CHECKING:
    from textual.app import App


def content(text: str | Line, style: str = "") -> Content:
    """Return `text` for a Static, a title or a label. It may come from outside; newlines stay."""
    if isinstance(text, Line):
        return Content(text.text)
    safe = Content("\n".join(displayable(part) for part in text.split("\n")))
    return safe.stylize(style) if style else safe


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


def tell(app: App[None], message: str, *, title: str = "", error: bool = False, seconds: float | None = None) -> None:
    """Show a message for some seconds; it may quote text from outside."""
    app.notify(
        content(message).plain,
        title=content(title).plain,
        severity="error" if error else "information",
        timeout=seconds,
        markup=False,
    )
