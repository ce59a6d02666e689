"""How the time of a computation grows with its input, on a machine that may be busy with other things."""

from __future__ import annotations

import time
from collections.abc import Callable

_ROUNDS = 10  # of which a busy machine disturbs some; what is not linear is slow in all of them
_LEAST = 0.002  # seconds, below which a clock says little


def is_linear(prepared: Callable[[int], Callable[[], object]], short: int) -> bool:
    """Return whether four times the length takes about four times as long; it is sixteen times where it is quadratic.

    `prepared` makes an input of some length, and returns what is to be measured, in processor time.
    """
    works = prepared(short), prepared(4 * short)
    works[0]()  # loads what is loaded once
    least = [float("inf"), float("inf")]
    for turn in range(_ROUNDS):
        for number, work in enumerate(works):
            began = time.process_time()
            work()
            least[number] = min(least[number], time.process_time() - began)
        if turn and least[1] < 8 * max(least[0], _LEAST):
            return True
    return False
