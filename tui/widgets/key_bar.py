"""The footer: the commands of the registry that belong there, with the keys that are in force."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct
from textual import events
from textual.message import Message
from textual.strip import Strip

from tui.commands import COMMANDS, ON_PAGES, Command, display_of
from tui.layout.flow import cells, line
from tui.widgets.lines import Lines
from tui.widgets.plain import content

_KEPT = 2


class _Cell(Struct, frozen=True):
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
        """Yield what there is room for; the last two, help and quit, are never left out for another."""
        shown = [
            (command, display_of(command, self._keymap, most=1), label)
            for command in COMMANDS
            if (label := self._label(command))
        ]
        while (
            len(shown) > _KEPT and 1 + sum(cells(f"{key} {label}  ") for _, key, label in shown) - 2 > self.size.width
        ):
            del shown[-_KEPT - 1]
        start = 1
        for command, key, label in shown:
            yield _Cell(start, key, label, command)
            start += cells(f"{key} {label}  ")

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
