"""The export dialog: what, in which form, whole or in parts, and where to."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import Checkbox, Input, Label, RadioButton, RadioSet, Static

from briefs.export import FORMATS
from tui.exports import LABELS, Wish
from tui.screens.dialog import Dialog
from tui.widgets.plain import PlainInput, content


class ExportDialog(Dialog[Wish]):
    """Gives a wish. `choices` are what can be exported, a label and the identifiers; the first is chosen.

    The last choice is everything that was found, `total` briefs; the wish then names none.
    """

    def __init__(
        self,
        choices: Sequence[tuple[str, tuple[str, ...]]],
        total: int,
        folder: Path,
        name: str,
        template: str,
    ) -> None:
        super().__init__()
        self._choices: list[tuple[str, tuple[str, ...]]] = [*choices, (f"all {total:,} found", ())]
        self._total = total
        self._folder = folder
        self._file_name = name  # of the one brief
        self._template = template
        self._proposed = ""

    def compose(self) -> ComposeResult:
        """Put the choices over the path."""
        with Vertical(classes="dialog") as box:
            box.border_title = "Export"
            box.border_subtitle = "Enter in the path writes · Esc leaves"
            with Horizontal(classes="row"):
                with Vertical(classes="row"):
                    yield Label("What", markup=False)
                    with RadioSet(id="what", compact=True):
                        for number, (label, _) in enumerate(self._choices):
                            yield RadioButton(label, number == 0)  # words of ours
                with Vertical(classes="row"):
                    yield Label("Format", markup=False)
                    with RadioSet(id="format", compact=True):
                        for number, name in enumerate(FORMATS):
                            yield RadioButton(LABELS[name], number == 0)
            yield Checkbox("with the whole article", id="with-article", compact=True)
            yield Checkbox("one file for each brief", id="each", compact=True)
            yield Label("To", markup=False)
            yield PlainInput(id="path", compact=True)
            yield Static("", classes="note", markup=False, id="export-note")

    def on_mount(self) -> None:
        """Propose a path and wait for Enter."""
        self._propose()
        self.query_one("#path", Input).focus()

    @property
    def _ids(self) -> tuple[str, ...]:
        return self._choices[max(self.query_one("#what", RadioSet).pressed_index, 0)][1]

    @property
    def _format(self) -> int:
        return max(self.query_one("#format", RadioSet).pressed_index, 0)

    @on(RadioSet.Changed)
    @on(Checkbox.Changed)
    def _propose(self) -> None:
        """Propose a path for what is chosen, unless somebody typed one."""
        each = self.query_one("#each", Checkbox).value
        count = len(self._ids) or self._total
        name = self._file_name if count == 1 else "briefs"
        folder = self._folder / "briefs" if each else self._folder
        proposed = str(folder) if each else str(folder / f"{name}.{FORMATS[self._format]}")
        path = self.query_one("#path", Input)
        if path.value == self._proposed:
            path.value = proposed
            path.cursor_position = len(proposed)
        self._proposed = proposed
        files = f"{count:,} files like {self._file_name}.{FORMATS[self._format]}" if each else "one file"
        self.query_one("#export-note", Static).update(content(f"{count:,} brief{'s' if count != 1 else ''}, {files}."))

    @on(Input.Submitted)
    def _wish(self, event: Input.Submitted) -> None:
        event.stop()
        if not event.value.strip():
            note = self.query_one("#export-note", Static)
            note.update(content("A path is needed."))
            note.add_class("error")
            return
        self.dismiss(
            Wish(
                self._ids,
                FORMATS[self._format],
                Path(event.value.strip()).expanduser(),
                article=self.query_one("#with-article", Checkbox).value,
                each=self.query_one("#each", Checkbox).value,
                template=self._template,
            )
        )
