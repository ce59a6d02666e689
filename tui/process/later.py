"""A call that comes after a while, however busy the machine is."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from textual.message_pump import MessagePump


class Later:
    """A call of a function once some seconds have passed, unless it is stopped before.

    Textual's `set_timer` never calls where the process is held up for those seconds just as the timer begins.
    """

    def __init__(self, owner: MessagePump, seconds: float, call: Callable[[], object]) -> None:
        self.seconds = seconds
        self._call: Callable[[], object] | None = call
        self._handle = asyncio.get_running_loop().call_later(seconds, owner.call_later, self._come)

    @property
    def waiting(self) -> bool:
        """Whether the call is still to come."""
        return self._call is not None

    def stop(self) -> None:
        """Let it not come any more."""
        self._handle.cancel()
        self._call = None

    def _come(self) -> None:
        call, self._call = self._call, None
        if call is not None:
            call()
