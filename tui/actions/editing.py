"""The commands on the words of one brief: copy, note, correct, see the original."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on

from briefs.model import Brief, Source
from tui.actions.marking import Marking
from tui.widgets.plain import content, tell
from tui.workers.messages import Copied, Edited, NotCorrected, OriginalRead

if TYPE_CHECKING:
    from briefs.library import Correction


class Editing(Marking, room=True):
    """The application with what one does to a single brief."""

    def action_copy(self) -> None:
        """Copy what is under the cursor."""
        if self.at == "brief":
            entry = self.pane.entry
            text = entry.text if entry else self.pane.article.words_shown if self.pane.tab == "article" else ""
        else:
            text = self.briefs.current.title if self.briefs.current else ""
        if text:
            self.copy(text, "")
        elif self.at == "brief" and self.pane.tab == "article":
            self.say(
                f"Find words with {self.key('find')}, or open an entry of another tab: its sentence is copied then."
            )
        else:
            self.say("There is nothing under the cursor to copy.")

    def action_copy_brief(self) -> None:
        """Copy the brief as Markdown."""
        if self.pane.brief:
            self.copy_markdown(self.pane.brief)

    def action_copy_address(self) -> None:
        """Copy the address of the source under the cursor, else of the brief."""
        url = self.address_here()
        if url:
            self.copy(url, "")
        else:
            self.say("No address is known of it.")

    def address_here(self) -> str | None:
        """Return the address of the source under the cursor, else of the brief; it is untrusted."""
        entry = self.pane.entry if self.at == "brief" else None
        url = entry.subject.url if entry and isinstance(entry.subject, Source) else None
        return url or (self.pane.brief.address if self.pane.brief else None)

    def copy(self, text: str, what: str) -> None:
        """Put a text into the clipboard, and say so."""
        self.copy_to_clipboard(content(text).plain)  # into a shell, perhaps
        shown = what or (text if len(text) < 60 else f"{text[:59]}…")
        self.say(f"Copied {shown}")

    @on(Copied)
    def _copied(self, event: Copied) -> None:
        self.copy(event.text, event.what)

    def action_note(self) -> None:
        """Write a note."""
        from tui.screens.note import NoteDialog

        opened = self.open_brief
        if opened is None:
            return

        def answered(text: str | None) -> None:
            if text is not None and text.strip() != opened.note:
                self.write_note(opened.brief.id, text)

        self.push_screen(NoteDialog(opened.note), answered)

    def action_correct(self) -> None:
        """Correct what is wrong."""
        opened = self.open_brief
        if opened is not None:
            self._ask_correction(opened.brief)

    def _ask_correction(self, brief: Brief, said: Correction | None = None, problem: str = "") -> None:
        from tui.screens.correct import CorrectDialog

        dialog = CorrectDialog(brief, said, problem)
        self.push_screen(dialog, lambda answer: self.correct(brief.id, answer) if answer else None)

    @on(NotCorrected)
    def _not_corrected(self, event: NotCorrected) -> None:
        opened = self.open_brief
        if opened is not None and opened.brief.id == event.identifier and len(self.screen_stack) == 1:
            self._ask_correction(opened.brief, event.correction, str(event.error))
        else:
            tell(self, str(event.error), error=True)

    def action_original(self) -> None:
        """Show what came in."""
        if self.pane.brief:
            self.read_original(self.pane.brief.id)

    @on(OriginalRead)
    def _original_read(self, event: OriginalRead) -> None:
        from tui.screens.listing import ListScreen

        self.push_screen(ListScreen("Original", [event.source, "", *event.text.splitlines()[:5000]]))

    @on(Edited)
    def _edited(self, event: Edited) -> None:
        self.say(event.said)
        if self.open_brief is not None and self.open_brief.brief.id == event.identifier:
            self.read_again(event.identifier)
        if event.again:
            self.refresh_unasked()
