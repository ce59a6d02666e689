"""Every key and what it does, from the registry."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical

from search_index.queries.syntax import FORMS
from tui.commands import COMMANDS, TITLES, Command, bindings_of, display_of
from tui.layout.flow import Line, fit, line, padded, wrapped
from tui.layout.pages import Entry, note
from tui.screens.dialog import Dialog
from tui.widgets.entry_list import EntryList

_KEYS = 16  # cells
_SIGNS = (
    (("●", "unread"), "Not read yet."),
    (("✓", "marked"), "Marked, to act on several at once."),
    (("★", "star"), "Starred."),
    (("?", "warning"), "The program is unsure of this title, date or publisher."),
    (("+2", "bar"), "As many other briefs tell the same story."),
)


class HelpScreen(Dialog[None]):
    """The commands by where they work, with the keys that are in force; Enter runs nothing, Escape leaves."""

    BINDINGS: ClassVar[list[BindingType]] = bindings_of("help-leave")

    def __init__(self, keymap: Mapping[str, str]) -> None:
        super().__init__()
        self._keymap = keymap

    def compose(self) -> ComposeResult:
        """Put the list into the box."""
        with Vertical(classes="dialog page") as box:
            box.border_title = "Keys"
            box.border_subtitle = self.hint()
            yield EntryList(id="help")

    def on_mount(self) -> None:
        """Fill it."""
        entries = list(self._entries())
        self.query_one(EntryList).show(entries)
        self.query_one(EntryList).focus()

    def _entries(self) -> Iterator[Entry]:
        for where, title in TITLES.items():
            yield Entry(lambda _, title=title: [line((title, "heading"))], heading=True)  # type: ignore[misc]
            for command in COMMANDS:
                if command.where == where:
                    yield Entry(partial(self._command, command))
            yield note(" ")
        yield note("Signs in the list of briefs", "heading")
        for sign, meaning in _SIGNS:
            yield Entry(partial(_sign, *sign, meaning))
        yield note(" ")
        yield note("What can be searched", "heading")
        for form in FORMS:
            yield Entry(partial(_example, *form))

    def _command(self, command: Command, width: int) -> list[Line]:
        keys = padded(line((display_of(command, self._keymap), "figure")), _KEYS)
        first, *rest = wrapped(line(command.help, (f"  {command.id}", "muted")), max(width - _KEYS - 1, 8))
        return [line(keys, " ", first), *(line(" " * (_KEYS + 1), more) for more in rest)]


def _sign(sign: str, style: str, meaning: str, width: int) -> list[Line]:
    return [fit(line(padded(line((sign, style)), _KEYS), " ", meaning), width)]


def _example(example: str, finds: str, width: int) -> list[Line]:
    indented = wrapped(line(finds), max(width - 4, 8))
    return [*wrapped(line((example, "figure")), width), *(line("    ", more) for more in indented)]
