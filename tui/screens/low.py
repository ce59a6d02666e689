"""Windows of few lines: a split of tmux, a phone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from textual.screen import Screen

_LOW = 15  # lines; a window of fewer has no room for what can be done without


def mark_low(screen: Screen[Any], height: int) -> None:
    """Let the sheets know whether the window is a low one."""
    if screen.has_class("-low") != (height < _LOW):
        screen.set_class(height < _LOW, "-low")
