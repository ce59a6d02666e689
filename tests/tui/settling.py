"""Waiting until the reader has done all that was asked of it: for what is under way, never for a time."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable

from textual.dom import DOMNode
from textual.events import Key
from textual.keys import REPLACED_KEYS, key_to_character

from tui.app import BriefsApp
from tui.process.later import Later

_PATIENCE = 60  # seconds after which something will never be so
_SOON = 0.2  # seconds; what comes later than that is not waited for: a notice that goes, an index that rests
_UNASKED = {"watch", "rest"}  # workers that begin by themselves, again and again


class Deadline:
    """Turns of a loop that waits, up to a time when something must be wrong."""

    def __init__(self) -> None:
        self._ends = time.monotonic() + _PATIENCE

    async def turn(self, waiting_for: Callable[[], object]) -> None:
        """Let the others work; `waiting_for` says what for, should it never come."""
        assert time.monotonic() < self._ends, f"this never came to an end: {waiting_for()}"
        await asyncio.sleep(0.001)


async def settle(app: BriefsApp) -> None:
    """Wait until keys and messages are handled, workers done, all is written, and the screen shows it."""
    deadline = Deadline()
    quiet = 0
    while quiet < 2 and _goes_on(app):  # twice: what is handled may ask for more, once the handler is through
        await _handled(app, deadline)
        if app._last_asked is not None:
            await asyncio.wrap_future(app._writer.submit(lambda: None))
        app.screen._on_timer_update()
        quiet = 0 if _under_way(app) else quiet + 1
        await deadline.turn(lambda: _under_way(app))


async def press(app: BriefsApp, key: str) -> None:
    """Press a key, and wait for what comes of it."""
    assert app._driver is not None
    event = Key(key, key_to_character(REPLACED_KEYS.get(key, key)))
    event.set_sender(app)
    app._driver.send_message(event)
    await settle(app)


async def _handled(app: BriefsApp, deadline: Deadline) -> None:
    """Wait until every message that waits now is handled, with all that its handler waits for."""
    waiting: set[DOMNode] = set()

    def came_to_it(node: DOMNode) -> None:
        waiting.discard(node)

    for node in _nodes(app):
        if node.is_running and node.call_later(came_to_it, node):
            waiting.add(node)
    while waiting and _goes_on(app):
        await deadline.turn(lambda: waiting)
        waiting.intersection_update([node for node in waiting if node.is_running])


def _goes_on(app: BriefsApp) -> bool:
    return app.is_running and app._exception is None


def _nodes(app: BriefsApp) -> list[DOMNode]:
    return [app, *app._registry]


def _under_way(app: BriefsApp) -> list[object]:
    """Return what is being done, and what is about to be."""
    doing: list[object] = [w for w in app.workers if not w.is_finished and w.group not in _UNASKED]
    doing += app.animator._animations
    for node in _nodes(app):
        if node.message_queue_size or node._next_callbacks or not node._is_mounted:
            doing.append(node)
        doing += [
            each for each in vars(node).values() if isinstance(each, Later) and each.waiting and each.seconds < _SOON
        ]
    screen = app.screen
    if screen._layout_required or screen._dirty_widgets or screen._callbacks:
        doing.append(screen)
    return doing
