"""The search: what is typed, sent on once the typing pauses, and what came of it at the right end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.strip import Strip
from textual.widgets import Input
from textual.widgets.input import Selection

from tui.layout.flow import Line, line, padded
from tui.process.later import Later
from tui.widgets.lines import Lines
from tui.widgets.plain import content

if TYPE_CHECKING:
    from tui.widgets.query_input import QueryInput


_HINT = 'search: words, "phrases", company:, country:, date:…'
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
        self._debounce = debounce
        self._timer: Later | None = None
        self._input: QueryInput | None = None

    def compose(self) -> ComposeResult:
        """Begin with the status: the first paint does not wait for the input."""
        yield Status()

    def complete(self) -> None:
        """Put the input in as well."""
        if self._input is None:
            self._put_in()

    def _put_in(self) -> QueryInput:
        from tui.widgets.query_input import QueryInput

        self._input = QueryInput(_HINT)
        self.mount(self._input)
        self.refresh()
        return self._input

    def render(self) -> Content:
        """Return the sign before the input, and what the input says as long as that is not there."""
        sign = content("/", "bold $text-accent")
        return sign if self._input else sign + " " + content(_HINT, "$text-disabled")

    @property
    def input(self) -> QueryInput:
        """The input."""
        return self._input or self._put_in()

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
        self._timer = Later(self, self._debounce, self._send)

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
