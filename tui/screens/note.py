"""The note to a brief."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical

from tui.commands import bindings_of
from tui.screens.area import PlainArea
from tui.screens.dialog import Dialog


class NoteDialog(Dialog[str]):
    """Gives the note as it is then; Escape leaves it as it was."""

    BINDINGS: ClassVar[list[BindingType]] = bindings_of("dialog-keep")

    def __init__(self, note: str) -> None:
        super().__init__()
        self._note = note

    def compose(self) -> ComposeResult:
        """Show the note for editing."""
        with Vertical(classes="dialog") as box:
            box.border_title = "Note"
            box.border_subtitle = self.hint(("dialog-keep", "keeps"))
            yield PlainArea(self._note, tab_behavior="focus")

    def action_keep(self) -> None:
        """Give the note."""
        self.dismiss(self.query_one(PlainArea).text)
