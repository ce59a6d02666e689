"""The screen under all dialogs."""

from __future__ import annotations

from textual.reactive import Reactive
from textual.screen import Screen
from textual.widget import Widget


class MainScreen(Screen[None]):
    """Holds the search, the panes and the keys."""

    # A new focus shows in the two widgets that it concerns: Textual would paint the whole screen.
    focused: Reactive[Widget | None] = Reactive(None, repaint=False)
