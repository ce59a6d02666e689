"""Two small questions: for a line of text, and for yes or no."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.widgets import Input, Static

from tui.commands import bindings_of
from tui.screens.dialog import Dialog
from tui.widgets.plain import content
from tui.widgets.plain_input import PlainInput


class Ask(Dialog[str]):
    """Asks for a line of text; Enter gives it, Escape gives None."""

    def __init__(self, title: str, note: str = "", *, value: str = "", placeholder: str = "") -> None:
        super().__init__()
        self._title, self._note = title, note
        self._value, self._placeholder = value, placeholder

    def compose(self) -> ComposeResult:
        """Put the question over the input."""
        with Vertical(classes="dialog") as box:
            box.border_title = self._title  # words of ours
            box.border_subtitle = self.hint(first="Enter keeps")
            yield PlainInput(self._value, placeholder=self._placeholder, compact=True)
            yield Static(content(self._note), classes="note", markup=False)

    @on(Input.Submitted)
    def _answer(self, event: Input.Submitted) -> None:
        event.stop()
        self.dismiss(event.value)


class Confirm(Dialog[bool]):
    """Asks for yes or no; only `y` means yes."""

    BINDINGS: ClassVar[list[BindingType]] = bindings_of("confirm-yes", "confirm-no")

    def __init__(self, question: str, note: str = "") -> None:
        super().__init__()
        self._question, self._note = question, note

    def compose(self) -> ComposeResult:
        """Show the question, and the keys under it."""
        with Vertical(classes="dialog") as box:
            box.border_subtitle = self.hint(("confirm-yes", "yes"), ("confirm-no", "no"))
            yield Static(content(self._question), markup=False)
            yield Static(content(self._note), classes="note", markup=False)

    def action_yes(self) -> None:
        """Answer yes."""
        self.dismiss(True)
