"""A page of sentences to read and leave: what failed, for instance."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Vertical

from briefs.text import squash
from tui.layout.flow import line, wrapped
from tui.layout.pages import Entry
from tui.screens.dialog import Dialog
from tui.widgets.entry_list import EntryList


class ListScreen(Dialog[None]):
    """Shows sentences that may quote what came from outside; the title is ours."""

    def __init__(self, title: str, sentences: Sequence[str]) -> None:
        super().__init__()
        self._title = title
        self._sentences = sentences

    def compose(self) -> ComposeResult:
        """Put the list into the box."""
        with Vertical(classes="dialog page") as box:
            box.border_title = self._title
            box.border_subtitle = self.hint()
            yield EntryList(id="listing")

    def on_mount(self) -> None:
        """Fill it."""
        listing = self.query_one(EntryList)
        texts = [line(squash(sentence)) for sentence in self._sentences]
        listing.show([Entry(lambda width, text=text: wrapped(text, width, indent=2)) for text in texts])  # type: ignore[misc]
        listing.focus()
