"""The end of the reader: what is still being written is waited for, and the shell says what was not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence


def leave_in_order(finish: Callable[[Callable[[], None]], Mapping[str, Sequence[str]]]) -> None:
    """Have everything written by `finish`, which is told what to do where that takes long.

    It returns what was not written, by why not; what has no name is where the person was.
    """
    for why, unwritten in finish(_say_why).items():
        named = [
            f"{what[:1].lower()}{what[1:]}{f' ({times} times)' if times > 1 else ''}"
            for what, times in Counter(unwritten).items()
            if what
        ]
        _say(f"Not kept: {'; '.join(named) or 'where you were'}. {why}")


def _say_why() -> None:
    _say(
        "The last of what you did is still being written; another program may be writing to the library. "
        "Ctrl+C leaves without what waits for it."
    )


def _say(sentence: str) -> None:
    from tui.shell.output import complain  # who leaves without trouble does not wait for it

    complain(sentence)
