"""The dialog for adding: a path on one line, or the text of an article pasted below."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.widgets import Input, Label, Static, TextArea

from tui.commands import bindings_of
from tui.messages import ToAdd
from tui.screens.area import PlainArea
from tui.screens.dialog import Dialog
from tui.widgets.plain import PlainInput, content


class AddDialog(Dialog[ToAdd]):
    """Gives what is to be added."""

    BINDINGS: ClassVar[list[BindingType]] = bindings_of("dialog-keep")

    def compose(self) -> ComposeResult:
        """Put the path over the text."""
        with Vertical(classes="dialog") as box:
            box.border_title = "Add articles"
            box.border_subtitle = self.hint(("dialog-keep", "adds the text"), first="Enter adds the path")
            yield Label("A file, a folder, or a pattern such as ~/news/*.html", markup=False)
            yield PlainInput(placeholder="path", id="path", compact=True)
            yield Static("", classes="note", markup=False)
            yield Label("Or the text of an article", markup=False)
            yield PlainArea(id="text", tab_behavior="focus")

    def on_mount(self) -> None:
        """Begin with the path."""
        self.query_one(Input).focus()

    @on(Input.Submitted)
    def _add_path(self, event: Input.Submitted) -> None:
        event.stop()
        if event.value.strip():
            self.dismiss(ToAdd(sources=(event.value.strip(),)))
        elif self.query_one(TextArea).text.strip():
            self.action_keep()
        else:
            note = self.query_one(Static)
            note.update(content("Type a path, or paste a text below."))

    def action_keep(self) -> None:
        """Add what was pasted."""
        text = self.query_one(TextArea).text
        if text.strip():
            self.dismiss(ToAdd(text=text))
