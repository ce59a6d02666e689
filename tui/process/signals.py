"""What the system tells the reader: to end, and that it has been stopped and goes on."""

from __future__ import annotations

import asyncio
import signal
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.app import App

_ENDED = 128 + signal.SIGTERM  # as shells write it


def mind_signals(app: App[None], leave: Callable[[int], None]) -> None:
    """Leave in order when told to end, so that the terminal is as it was; paint everything when going on again."""
    app.app_resume_signal.subscribe(app, lambda _: app.refresh(layout=True))  # the terminal has forgotten all of it
    if sys.platform != "win32":
        asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, leave, _ENDED)
