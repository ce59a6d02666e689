"""The screen under all dialogs."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.geometry import Region
from textual.reactive import Reactive
from textual.screen import Screen
from textual.strip import Strip
from textual.widget import Widget

from tui.screens.low import mark_low
from tui.widgets.lines import STYLES


class MainScreen(Screen[None]):
    """Holds the search, the panes and the keys, which cover all of it, and the styles of the names for all views."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"lines--{name}" for name in STYLES}
    AUTO_FOCUS: ClassVar[str | None] = "#briefs"

    # A new focus shows in the two widgets that it concerns: Textual would paint the whole screen.
    focused: Reactive[Widget | None] = Reactive(None, repaint=False)

    def on_screen_resume(self, event: events.ScreenResume) -> None:
        """Leave the styles as they are when the screen is first shown: everything on it was just styled."""
        if not self.stack_updates:
            event.refresh_styles = False

    def on_resize(self, event: events.Resize) -> None:
        """In a low window leave out what can be done without."""
        mark_low(self, event.size.height)

    def render_lines(self, crop: Region) -> list[Strip]:
        """Return blank lines."""
        return [Strip.blank(crop.width)] * crop.height
