"""The base of the dialogs: a box in the middle that Escape leaves without doing anything."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar, TypeVar

from textual.binding import BindingType
from textual.screen import ModalScreen

from tui.commands import bindings_of

Answer = TypeVar("Answer")
SHEET = Path(__file__).with_name("dialogs.tcss")


class Dialog(ModalScreen[Answer]):
    """A modal screen whose answer is None where it was left."""

    CSS_PATH = SHEET
    BINDINGS: ClassVar[list[BindingType]] = bindings_of("dialog-leave")

    def action_leave(self) -> None:
        """Leave without an answer."""
        self.dismiss(None)
