"""The reader in a terminal that a shell may take back and give again, and that may be told to end meanwhile."""

from __future__ import annotations

import os
import signal
from typing import Any

from textual.drivers.linux_driver import LinuxDriver

from tui.process.signals import ToldToEnd

_LOOK = 0.1  # seconds from one look at who has the terminal to the next


class Terminal(LinuxDriver):
    """Textual's driver for terminals, which leaves alone what is the shell's.

    From Ctrl+Z on nothing is written and no mode is set until the reader is in the foreground again. Woken in the
    background (`bg`, `kill %1`) it goes on without a screen: told to end, it ends. Textual's own stops again there
    by a signal to itself, which loses a `fg` or a SIGTERM that comes just before.
    """

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self._away = False
        self._ending = False
        signal.signal(signal.SIGTERM, self._told_to_end)

    def _told_to_end(self, *_: object) -> None:
        self._ending = True
        self.send_message(ToldToEnd())

    def write(self, data: str) -> None:
        """Write to the terminal while it is the reader's."""
        if not self._away:
            super().write(data)

    def suspend_application_mode(self) -> None:
        """Give the terminal back as it was."""
        if not self._away:
            super().suspend_application_mode()
            self._away = True

    def resume_application_mode(self) -> None:
        """Take the terminal again as soon as the reader is in the foreground."""
        if not self._away or self._ending:
            return
        if self._in_front():
            self._away = False
            super().resume_application_mode()
        else:  # a handler of signals may be here, at any place of the loop's
            self._loop.call_soon_threadsafe(self._loop.call_later, _LOOK, self.resume_application_mode)

    def _in_front(self) -> bool:
        try:
            return os.tcgetpgrp(self.fileno) == os.getpgrp()
        except OSError:  # no terminal, and nobody who would take it away
            return True

    def disable_input(self) -> None:
        """Read no more keys."""
        if not self._away:
            super().disable_input()

    def stop_application_mode(self) -> None:
        """Leave the terminal as it was."""
        if not self._away:
            super().stop_application_mode()
