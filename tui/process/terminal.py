"""The reader in a terminal that a shell may take back and give again, and that may be told to end meanwhile."""

from __future__ import annotations

import errno
import signal
import termios
from typing import Any

from textual.drivers.linux_driver import LinuxDriver

from tui.process.signals import ToldToEnd


class Terminal(LinuxDriver):
    """Textual's driver for terminals, which leaves alone what is the shell's.

    While the reader is stopped (Ctrl+Z) nothing is written and no mode is set; told to end, it ends without being
    brought to the front first. Woken in the background it is the kernel that stops it again (SIGTTOU): a program
    that does so by itself may do it just after `fg` has woken it, and stays stopped.
    """

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self._away = False
        self._coming = False
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
        super().suspend_application_mode()
        self._away = True

    def resume_application_mode(self) -> None:
        """Take the terminal again, as soon as the reader is in the foreground."""
        if not self._away or self._coming or self._ending:
            return
        self._coming = True
        try:
            there = self._in_front()
        finally:
            self._coming = False
        if there and not self._ending:
            self._away = False
            super().resume_application_mode()

    def _in_front(self) -> bool:
        """Stay stopped until the terminal may be changed; it never may where nothing is left to wait for."""
        while not self._ending:
            try:
                termios.tcsetattr(self.fileno, termios.TCSANOW, termios.tcgetattr(self.fileno))  # changes nothing
            except termios.error as error:
                if error.args[0] != errno.EINTR:
                    return False
            else:
                return True
        return False

    def disable_input(self) -> None:
        """Read no more keys."""
        if not self._away:
            super().disable_input()

    def stop_application_mode(self) -> None:
        """Leave the terminal as it was."""
        if not self._away:
            super().stop_application_mode()
