"""The search: what is typed, sent on once the typing pauses, and what came of it at the right end."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.strip import Strip
from textual.suggester import Suggester
from textual.timer import Timer
from textual.widgets import Input
from textual.widgets.input import Selection

from tui.commands import bindings
from tui.flow import Line, line, padded
from tui.widgets.lines import Lines
from tui.widgets.plain import PlainInput, content

if TYPE_CHECKING:
    from tui.completion import Names


_STATUS_SHARE, _ERROR_SHARE = 0.45, 0.7  # of the bar's width, as the sheet says


class Status(Lines, can_focus=False):
    """What came of a search, at the right end of a fixed width: one of its own would cost a layout for each answer."""

    def __init__(self) -> None:
        super().__init__(id="search-status")
        self._text = Line()

    def show(self, text: Line, *, error: bool) -> None:
        """Show a text; what is wrong gets more room."""
        self._text = text
        if self.has_class("error") != error:
            self.set_class(error, "error")
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Return the line."""
        style = "error" if self.has_class("error") else "muted"
        width = self.size.width
        return self.paint(padded(self._text.styled(style), width, right=True), width, self.ground)


class _Completing(Suggester):
    """Proposes how the last word may go on, once the key that typed it was handled."""

    def __init__(self) -> None:
        super().__init__(use_cache=False, case_sensitive=True)
        self.names: Names | None = None

    async def get_suggestion(self, value: str) -> str | None:
        """Return the whole query with its last word completed."""
        return (self.names.completed(value) if self.names else None) or None


class QueryInput(PlainInput):
    """The input of queries: it proposes how a word goes on, and remembers the queries before."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("query")

    def __init__(self) -> None:
        self.completing = _Completing()
        super().__init__(
            placeholder='search: words, "phrases", company:, country:, date:…',
            id="search",
            compact=True,
            suggester=self.completing,
        )
        self.history: Sequence[str] = ()  # queries of before, the last one first
        self._place = 0  # among them; 0 is what was being typed
        self._typed = ""

    def complete(self) -> bool:
        """Take over what is proposed; False where nothing is."""
        before = self.value
        if self._suggestion and self.cursor_at_end:
            self.action_cursor_right()
        return self.value != before

    def action_history(self, step: int) -> None:
        """Put an older query into the input, or a newer one; after the newest comes what was being typed."""
        if self._place == 0:
            self._typed = self.value
        place = max(0, min(self._place + step, len(self.history)))
        if place != self._place:
            self._place = place
            self.value = self.history[place - 1] if place else self._typed
            self.cursor_position = len(self.value)

    def forget_place(self) -> None:
        """Begin with the last query again."""
        self._place = 0


class SearchBar(Horizontal):
    """An input with a status beside it."""

    class Changed(Message):
        """The typing paused; `text` is what is to be searched."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    class Submitted(Message):
        """Enter was pressed."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    def __init__(self, *, debounce: float, id: str | None = None) -> None:  # noqa: A002, Textual's name
        super().__init__(id=id)
        self._debounce = max(debounce, 0.001)  # a timer cannot wait for nothing
        self._timer: Timer | None = None

    def compose(self) -> ComposeResult:
        """Put the status beside the input."""
        yield QueryInput()
        yield Status()

    def render(self) -> Content:
        """Return the sign before the input."""
        return content("/", "bold $text-accent")

    @property
    def input(self) -> QueryInput:
        """The input."""
        return self.query_one(QueryInput)

    @property
    def text(self) -> str:
        """What stands in the input."""
        return self.input.value

    def set_text(self, text: str) -> None:
        """Write a query into the input without searching for it."""
        with self.input.prevent(Input.Changed):
            self.input.value = text
        self._stop()

    def set_status(self, status: Line | str, *, error: bool = False) -> bool:
        """Show what came of the search, or what is wrong with it; False where there is no room for all of it."""
        said = status if isinstance(status, Line) else line(status)
        self.query_one(Status).show(said, error=error)
        return said.cells <= self.size.width * (_ERROR_SHARE if error else _STATUS_SHARE)

    def show_place(self, start: int, end: int) -> None:
        """Have a part of the query selected, ready to be typed anew."""
        self.screen.set_focus(self.input)
        # The focus itself, which comes later, selects all of the query.
        self.call_after_refresh(setattr, self.input, "selection", Selection(start, max(end, start)))

    @on(Input.Changed)
    def _wait(self, event: Input.Changed) -> None:
        event.stop()
        self._stop()
        self._timer = self.set_timer(self._debounce, self._send)

    @on(Input.Submitted)
    def _send_now(self, event: Input.Submitted) -> None:
        event.stop()
        self.input.forget_place()
        if self._timer is not None:
            self._send()
        self.post_message(self.Submitted(event.value))

    def _stop(self) -> None:
        if self._timer is not None:
            self._timer.stop()
            self._timer = None

    def _send(self) -> None:
        self._stop()
        self.post_message(self.Changed(self.text))
