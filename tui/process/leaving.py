"""The end of the reader: what is still being written is waited for, and the shell says what was not."""

from __future__ import annotations

from collections.abc import Callable


def leave_in_order(finish: Callable[[Callable[[], None]], list[str]]) -> None:
    """Have everything written by `finish`, which is told what to do where that takes long, and returns what failed."""
    for sentence in finish(_say_why):
        _say(f"The last of what you did was not kept. {sentence}")


def _say_why() -> None:
    _say("Another program is writing to the library; the last of what you did is kept as soon as it has ended.")


def _say(sentence: str) -> None:
    from tui.shell.output import complain  # who leaves without trouble does not wait for it

    complain(sentence)
