"""The text area of the dialogs. Apart from the other widgets, for it is slow to load and seldom needed."""

from __future__ import annotations

from textual.events import Paste
from textual.widgets import TextArea

from briefs.text import sanitise


class PlainArea(TextArea):
    """A text area that takes pasted text in only after it was made safe."""

    def on_paste(self, event: Paste) -> None:
        """Make pasted text safe before the area sees it."""
        event.text = sanitise(event.text)
