"""The export dialog: what, in which form, in one file or several, where to; and a look at what it will be."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from msgspec.structs import replace
from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.widgets import Input, Label, Static
from textual.worker import Worker, WorkerState

from briefs.errors import BriefsError
from briefs.export import FORMATS, Format
from tui.commands import bindings_of
from tui.exports.preview import Preview
from tui.exports.wish import LABELS, Wish, check, format_of
from tui.screens.dialog import Dialog
from tui.widgets.choice import Choice
from tui.widgets.entry_list import EntryList
from tui.widgets.plain import content
from tui.widgets.plain_input import PlainInput
from tui.workers.messages import Broken


@dataclass(frozen=True)
class Which:
    """Briefs that can be exported, `total` of them; `alone` is a brief by itself, and no selection that has one.

    `title` is that of a book of them.
    `ids` may read the library and the index: it is called off the screen.
    """

    label: str
    total: int
    ids: Callable[[], tuple[str, ...]]
    alone: bool = False
    title: str = ""


class ExportDialog(Dialog[tuple[Wish, Which]]):
    """Gives a wish, without identifiers, and for which briefs it is.

    `wish` is what it begins with; its path is a folder. `names` are those of one file, without suffix: of this brief,
    and of several.
    """

    BINDINGS: ClassVar[list[BindingType]] = bindings_of("export-write", "export-next", "export-previous")

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (72, "-normal")]  # noqa: RUF012, Textual's own

    class Previewed(Message):
        """A preview is ready; only the last one asked for is wanted."""

        def __init__(self, number: int, preview: Preview) -> None:
            super().__init__()
            self.number = number
            self.preview = preview

    def __init__(
        self,
        choices: Sequence[Which],
        wish: Wish,
        names: tuple[str, str],
        previewed: Callable[[Wish, tuple[str, ...]], Preview],
    ) -> None:
        super().__init__()
        self._choices = choices
        self._first = wish
        self._names = names
        self._preview_of = previewed
        self._proposed = ""
        self._number = 0  # of the last preview

    def compose(self) -> ComposeResult:
        """Put the choices over the paths, and the preview under them."""
        with Vertical(classes="dialog export") as box:
            box.border_title = "Export"
            box.border_subtitle = self.hint(("export-write", "writes"), ("export-next", "moves on"), first="↑ ↓ choose")
            with Horizontal(classes="choices"):
                yield from self._choice("what", "What", [which.label for which in self._choices])
                yield from self._choice("format", "Format", list(LABELS.values()), FORMATS.index(self._first.format))
                yield from self._choice("files", "Files", ["one file", "one each"])
                yield from self._choice("text", "Text", ["the brief", "and the article"], int(self._first.article))
            with Horizontal(classes="field"):
                yield Label("File", markup=False, id="to")
                yield PlainInput(id="path", compact=True, select_on_focus=False)
            with Horizontal(classes="field"):
                yield Label("Names", markup=False)
                yield PlainInput(self._first.template, id="template", compact=True, select_on_focus=False)
            yield Static("", markup=False, id="export-note")
            yield EntryList(id="preview")

    def _choice(self, name: str, title: str, labels: Sequence[str], chosen: int = 0) -> ComposeResult:
        with Vertical(id=f"column-{name}"):
            yield Label(title, markup=False)
            yield Choice(labels, chosen=chosen, id=name)

    def on_mount(self) -> None:
        """Begin with what is to be exported, and a path proposed for it."""
        self._changed()
        self.query_one("#what", Choice).focus()

    # What is chosen.

    @property
    def which(self) -> Which:
        """The briefs that are chosen."""
        return self._choices[self._chosen("what")]

    def _chosen(self, name: str) -> int:
        return self.query_one(f"#{name}", Choice).cursor

    @property
    def _format(self) -> Format:
        return FORMATS[self._chosen("format")]

    @property
    def _each(self) -> bool:
        return self._chosen("files") == 1

    @property
    def wish(self) -> Wish:
        """What is wished for as the dialog stands."""
        path = self.query_one("#path", Input).value.strip()
        return replace(
            self._first,
            format=self._format,
            path=Path(path).expanduser(),
            article=self._chosen("text") == 1,
            each=self._each,
            template=self.query_one("#template", Input).value,
            title=self.which.title,
            record=self.which.alone,
        )

    # What comes of a choice.

    @on(Choice.Made)
    def _changed(self) -> None:
        """Propose a path for what is chosen, show what matters, and look at what it will be."""
        self._propose()
        self.query_one("#template", Input).disabled = not self._each
        self.query_one("#text", Choice).disabled = self._format in ("json", "csv")
        self.query_one("#to", Label).update("Folder" if self._each else "File")
        self._look()

    def _propose(self) -> None:
        """Put a path for what is chosen in the place of the one proposed before; of one that was typed, the suffix."""
        name = self._names[not self.which.alone]
        folder = self._first.path
        proposed = str(folder / "briefs") if self._each else str(folder / f"{name}.{self._format}")
        path = self.query_one("#path", Input)
        shown = path.value
        if shown == self._proposed:
            shown = proposed
        elif not self._each and format_of(shown):
            shown = str(Path(shown).with_suffix(f".{self._format}"))
        if shown != path.value:
            with self.prevent(Input.Changed):
                path.value = shown
            path.cursor_position = len(shown)
        self._proposed = proposed

    @on(Input.Changed)
    def _look(self) -> None:
        self._number += 1
        self._preview(self._number, self.wish, self.which)

    @work(thread=True, exclusive=True, exit_on_error=False, group="preview")
    def _preview(self, number: int, wish: Wish, which: Which) -> None:
        self.post_message(self.Previewed(number, self._preview_of(wish, which.ids())))

    @on(Previewed)
    def _previewed(self, event: Previewed) -> None:
        if event.number != self._number:
            return
        preview = event.preview
        self._tell(preview.problem or preview.told, error=bool(preview.problem))
        self.query_one("#preview", EntryList).show(preview.entries)

    def _tell(self, text: str, *, error: bool = False) -> None:
        note = self.query_one("#export-note", Static)
        note.update(content(text))
        note.set_class(error, "error")

    def action_write(self) -> None:
        """Give the wish, if it can be carried out."""
        wish = self.wish
        try:
            check(wish)
        except BriefsError as error:
            self._tell(str(error), error=True)
        else:
            self.dismiss((wish, self.which))

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Report what went wrong while previewing; a fault of the program must not hide."""
        if event.state == WorkerState.ERROR and event.worker.error is not None:
            self.app.post_message(Broken(event.worker.error))
