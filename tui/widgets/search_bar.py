"""The search: what is typed, sent on once the typing pauses, and what came of it at the right end."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.message import Message
from textual.strip import Strip
from textual.timer import Timer
from textual.widgets import Input, Static

from tui.flow import Line, line, padded
from tui.widgets.lines import Lines
from tui.widgets.plain import PlainInput


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
        """Put the input between its sign and its status."""
        yield Static("/", id="search-sign", markup=False)
        yield PlainInput(placeholder='search: words, "phrases", company:, country:, date:…', id="search", compact=True)
        yield Status()

    @property
    def input(self) -> Input:
        """The input."""
        return self.query_one(Input)

    @property
    def text(self) -> str:
        """What stands in the input."""
        return self.input.value

    def set_text(self, text: str) -> None:
        """Write a query into the input without searching for it."""
        with self.input.prevent(Input.Changed):
            self.input.value = text
        self._stop()

    def set_status(self, status: Line | str, *, error: bool = False) -> None:
        """Show what came of the search, or what is wrong with it."""
        self.query_one(Status).show(status if isinstance(status, Line) else line(status), error=error)

    @on(Input.Changed)
    def _wait(self, event: Input.Changed) -> None:
        event.stop()
        self._stop()
        self._timer = self.set_timer(self._debounce, self._send)

    @on(Input.Submitted)
    def _send_now(self, event: Input.Submitted) -> None:
        event.stop()
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
