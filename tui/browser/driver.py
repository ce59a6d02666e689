"""What stands in a session for the terminal."""

from __future__ import annotations

import asyncio
import signal
import sys

from textual.drivers.web_driver import WebDriver
from textual.messages import ExitApp

from tui.process.signals import ToldToEnd


class SessionDriver(WebDriver):
    """Textual's driver for browsers, which ends with its server, even with one that was killed."""

    def start_application_mode(self) -> None:
        """Begin; told to end, the reader keeps where the person is."""
        super().start_application_mode()
        if sys.platform != "win32":
            asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, self.send_message, ToldToEnd())

    def run_input_thread(self) -> None:
        """Read what the browser sends; where nothing can follow, leave."""
        super().run_input_thread()
        self._app.post_message(ExitApp())
