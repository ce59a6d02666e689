"""What stands in a session for the terminal."""

from __future__ import annotations

from textual.drivers.web_driver import WebDriver
from textual.messages import ExitApp


class SessionDriver(WebDriver):
    """Textual's driver for browsers, which ends with its server, even with one that was killed."""

    def run_input_thread(self) -> None:
        """Read what the browser sends; where nothing can follow, leave."""
        super().run_input_thread()
        self._app.post_message(ExitApp())
