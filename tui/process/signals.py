"""What the system tells the reader."""

from __future__ import annotations

import signal

from textual.message import Message

ENDED = 128 + signal.SIGTERM  # as shells write it


class ToldToEnd(Message):
    """SIGTERM has come."""
