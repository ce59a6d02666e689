"""The base of the dialogs: a box in the middle that Escape leaves without doing anything."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import ClassVar, TypeVar

from textual import events
from textual.binding import BindingType
from textual.screen import ModalScreen

from tui.commands import bindings_of, hint
from tui.screens.low import mark_low

Answer = TypeVar("Answer")
SHEET = Path(__file__).with_name("dialogs.tcss")


class Dialog(ModalScreen[Answer]):
    """A modal screen whose answer is None where it was left."""

    CSS_PATH = SHEET
    BINDINGS: ClassVar[list[BindingType]] = bindings_of("dialog-leave")

    def hint(self, *commands: tuple[str, str], first: str = "") -> str:
        """Return what the keys of a dialog do, as they are in force; those that cannot be changed come `first`."""
        keymap: Mapping[str, str] = getattr(self.app, "keymap", {})
        said = hint(keymap, *commands, ("dialog-leave", "leaves"))
        return f"{first} · {said}" if first else said

    def on_resize(self, event: events.Resize) -> None:
        """In a low window leave out what can be done without."""
        mark_low(self, event.size.height)

    def action_leave(self) -> None:
        """Leave without an answer."""
        self.dismiss(None)
