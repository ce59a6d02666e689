"""The dialog for adding: a path on one line, or the text of an article pasted below."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.events import Paste
from textual.message import Message
from textual.widgets import Input, Label, Static, TextArea

from briefs.text import sanitise
from tui.commands import bindings_of
from tui.screens.area import PlainArea
from tui.screens.dialog import Dialog
from tui.widgets.plain import content
from tui.widgets.plain_input import PlainInput
from tui.workers.messages import ToAdd


class _PathInput(PlainInput):
    """The input of a path. A text of several lines is an article, which is handed on whole."""

    class TextPasted(Message):
        """An article was pasted where a path is asked for."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    def on_paste(self, event: Paste) -> None:
        """Take a line as a path, and hand on what is more."""
        if len(event.text.strip().splitlines()) > 1:
            event.stop()
            event.prevent_default()
            self.post_message(self.TextPasted(event.text))


class AddDialog(Dialog[ToAdd]):
    """Gives what is to be added."""

    BINDINGS: ClassVar[list[BindingType]] = bindings_of("dialog-keep")

    def compose(self) -> ComposeResult:
        """Put the path over the text."""
        with Vertical(classes="dialog") as box:
            box.border_title = "Add articles"
            box.border_subtitle = self.hint(("dialog-keep", "adds the text"), first="Enter adds the path")
            yield Static("A file, a folder, or a pattern such as ~/news/*.html", classes="label", markup=False)
            yield _PathInput(placeholder="path, or drop files here", id="path", compact=True)
            yield Static("", classes="note", markup=False)
            yield Label("Or the text of an article", markup=False)
            yield PlainArea(id="text", tab_behavior="focus")

    def on_mount(self) -> None:
        """Begin with the path."""
        self.query_one(Input).focus()

    @on(_PathInput.TextPasted)
    def _take_text(self, event: _PathInput.TextPasted) -> None:
        area = self.query_one(TextArea)
        area.text = sanitise(event.text)
        area.focus()

    @on(Input.Submitted)
    def _add_path(self, event: Input.Submitted) -> None:
        event.stop()
        if event.value.strip():
            self.dismiss(ToAdd(sources=(event.value.strip(),)))
        elif self.query_one(TextArea).text.strip():
            self.action_keep()
        else:
            note = self.query_one(".note", Static)
            note.update(content("Type a path, or paste a text below."))

    def action_keep(self) -> None:
        """Add what was pasted."""
        text = self.query_one(TextArea).text
        if text.strip():
            self.dismiss(ToAdd(text=text))
