"""What is to come later comes once, unless it is stopped."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tui.process.later import Later

Open = Callable[..., Any]


async def test_what_is_stopped_does_not_come_and_the_rest_comes_in_its_order(reader: Open) -> None:
    async with reader() as r:
        came: list[str] = []
        stopped = Later(r.app, 0, lambda: came.append("stopped"))
        first = Later(r.app, 0.001, lambda: came.append("first"))
        after = Later(r.app, 0.01, lambda: came.append("after"))
        stopped.stop()
        assert not stopped.waiting
        assert first.waiting
        await r.until(lambda: not after.waiting)
        assert came == ["first", "after"]
        assert not first.waiting
