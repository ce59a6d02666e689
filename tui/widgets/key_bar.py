"""The footer: the commands of the registry that belong there, with the keys that are in force."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from textual import events
from textual.message import Message
from textual.strip import Strip

from tui.commands import COMMANDS, ON_PAGES, Command, display_of
from tui.flow import cells, line
from tui.widgets.lines import Lines
from tui.widgets.plain import content


class _Cell(NamedTuple):
    start: int
    key: str
    label: str
    command: Command


class KeyBar(Lines, can_focus=False):
    """One line of keys. A click runs the command."""

    class Clicked(Message):
        """A command was clicked."""

        def __init__(self, command: Command) -> None:
            super().__init__()
            self.command = command

    def __init__(self, keymap: Mapping[str, str], *, id: str | None = None) -> None:  # noqa: A002, Textual's name
        super().__init__(id=id)
        self._keymap = keymap
        self._page = "briefs"

    def show(self, page: str) -> None:
        """Show the commands for the briefs, or for another page over all of them."""
        self._page = page
        self.refresh()

    def _label(self, command: Command) -> str:
        if self._page == "briefs":
            return command.label
        of_a_name = command.id == "filter-entity" and self._page == "figures"
        return "" if of_a_name else ON_PAGES.get(command.id, "")

    def _cells(self) -> Iterator[_Cell]:
        start = 1
        for command in COMMANDS:
            label = self._label(command)
            if label:
                key = display_of(command, self._keymap, most=1)
                width = cells(f"{key} {label}  ")
                if start + width - 2 > self.size.width:
                    return
                yield _Cell(start, key, label, command)
                start += width

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Tell what the command under the mouse does."""
        hit = [cell for cell in self._cells() if cell.start <= event.x]
        told = content(hit[-1].command.help) if hit else None
        if str(told) != str(self.tooltip):
            self.tooltip = told

    def on_click(self, event: events.Click) -> None:
        """Run the command under the mouse."""
        hit = [cell for cell in self._cells() if cell.start <= event.x]
        if hit:
            event.stop()
            self.post_message(self.Clicked(hit[-1].command))

    def render_line(self, y: int) -> Strip:
        """Return the line."""
        parts: list[str | tuple[str, str]] = [" "]
        for cell in self._cells():
            parts += [(cell.key, "heading"), (f" {cell.label}  ", "muted")]
        return self.paint(line(*parts), self.size.width, self.ground)
