"""The corrections: what the brief says wrongly of title, date, publisher and names."""

from __future__ import annotations

from typing import Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import Input, Label, Static

from briefs.library import Correction
from briefs.model import Brief
from briefs.text import squash
from briefs.wording import doubt_of
from tui.commands import bindings_of
from tui.screens.dialog import Dialog
from tui.widgets.plain import content
from tui.widgets.plain_input import PlainInput

_LISTS = {
    "add_company": "Add companies",
    "remove_company": "Remove companies",
    "add_person": "Add people",
    "remove_person": "Remove people",
    "add_country": "Add countries",
    "remove_country": "Remove countries",
}


class CorrectDialog(Dialog[Correction]):
    """Gives a correction of what was changed; names are parted by semicolons.

    `said` is what was said before and could not be; `problem` tells why.
    """

    BINDINGS: ClassVar[list[BindingType]] = bindings_of("dialog-keep")

    def __init__(self, brief: Brief, said: Correction | None = None, problem: str = "") -> None:
        super().__init__()
        self._brief = brief
        self._said = said or Correction()
        self._problem = problem

    @property
    def _values(self) -> dict[str, str]:
        brief = self._brief
        return {
            "title": squash(brief.title or ""),
            "published": brief.published or "",
            "publisher": squash(brief.publisher or ""),
        }

    def compose(self) -> ComposeResult:
        """Show what the brief says, and room for names."""
        with VerticalScroll(classes="dialog", can_focus=False) as box:
            box.border_title = "Correct"
            box.border_subtitle = self.hint(("dialog-keep", "keeps"))
            for name, value in self._values.items():
                label = name.capitalize() + (doubt_of(getattr(self._brief.grounds, name)) if value else "")
                said = getattr(self._said, name)
                shown = value if said is None else said
                yield from self._field(name, label, shown, "2025-02-14" if name == "published" else "")
            for name, label in _LISTS.items():
                yield from self._field(name, label, "; ".join(getattr(self._said, name)), "names, parted by ;")
            note = "It stays through a reconversion. An empty title, date or publisher says that there is none."
            yield Static(content(self._problem or note), classes="error" if self._problem else "note", markup=False)

    def _field(self, name: str, label: str, value: str, placeholder: str) -> ComposeResult:
        with Horizontal(classes="field"):
            yield Label(label, markup=False)
            yield PlainInput(value, placeholder=placeholder, id=f"correct-{name}", compact=True)

    def on_mount(self) -> None:
        """Begin with the title; the box itself, which scrolls, takes no key."""
        self.query_one(Input).focus()

    def _value(self, name: str) -> str:
        return squash(self.query_one(f"#correct-{name}", Input).value)

    @on(Input.Submitted)
    def action_keep(self) -> None:
        """Give what was changed; nothing where nothing was."""
        said: dict[str, Any] = {n: self._value(n) for n, before in self._values.items() if self._value(n) != before}
        for name in _LISTS:
            said[name] = tuple(part.strip() for part in self._value(name).split(";") if part.strip())
        correction = Correction(**said)
        self.dismiss(correction if correction != Correction() else None)
