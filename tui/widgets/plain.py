"""The one door through which plain text reaches a widget of Textual: made safe, and never read as markup."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from briefs.text import displayable
from tui.layout.flow import Line

if TYPE_CHECKING:
    from textual.app import App


def content(text: str | Line, style: str = "") -> Content:
    """Return `text` for a Static, a title or a label. It may come from outside; newlines stay."""
    if isinstance(text, Line):
        return Content(text.text)
    safe = Content("\n".join(displayable(part) for part in text.split("\n")))
    return safe.stylize(style) if style else safe


def tell(app: App[None], message: str, *, title: str = "", error: bool = False, seconds: float | None = None) -> None:
    """Show a message for some seconds; it may quote text from outside."""
    app.notify(
        content(message).plain,
        title=content(title).plain,
        severity="error" if error else "information",
        timeout=seconds,
        markup=False,
    )
