"""Read, starred, tagged, marked for several at once: what the reader keeps about briefs, each with its way back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Literal

from msgspec.structs import replace
from textual import on

from briefs.library import Row
from briefs.text import squash
from tui.actions.going import Going
from tui.workers.messages import UnreadFound

if TYPE_CHECKING:
    from briefs.library import Undo


class Marking(Going, room=True):
    """The application with its marks."""

    def targets(self) -> list[str]:
        """Return the briefs that a command acts on: the marked ones, else the one under the cursor."""
        if self.briefs.marked:
            return sorted(self.briefs.marked)
        if self.at == "brief" and self.open_brief is not None:  # it may have been opened from another one
            return [self.open_brief.brief.id]
        row = self.briefs.current
        return [row.id] if row else []

    def _rows(self, ids: Sequence[str]) -> list[Row]:
        wanted = set(ids)
        rows = {item.row.id: item.row for item in self.briefs.listed.values() if item.row.id in wanted}
        opened = self.open_brief.row if self.open_brief else None
        if opened is not None and opened.id in wanted:
            rows.setdefault(opened.id, opened)
        return list(rows.values())

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show rows as they are now."""
        self.briefs.update_rows(rows)
        opened = self.open_brief
        for row in rows:
            if opened is not None and row.id == opened.brief.id:
                self.open_brief = replace(opened, row=row)

    def _several(self, ids: Sequence[str]) -> str:
        return f"{len(ids):,} briefs" if len(ids) != 1 else "the brief"

    def _shown_ids(self) -> list[str]:
        return [item.row.id for item in self.briefs.listed.values()]

    def action_mark(self) -> None:
        """Mark the brief, or take the mark away, and go on to the next."""
        row = self.briefs.current
        if row is None:
            return
        self.briefs.mark_these(self.briefs.marked ^ {row.id})
        if self.at == "list":
            self.briefs.action_cursor(1)

    def action_mark_all(self) -> None:
        """Mark everything that was found, or unmark it all."""
        if self.briefs.marked:
            self.briefs.mark_these(())
        elif self.results is not None:
            self.find_all(self.results)

    def action_star(self) -> None:
        """Star the targets, or take the star away where all of them have one."""
        self._turn("starred", ("Starred {}", "Took the star from {}"), self.library.marks.set_starred)

    def action_read(self) -> None:
        """Mark the targets as read, or as unread where all of them are read."""
        self._turn("read", ("Marked {} as read", "Marked {} as unread"), self.library.marks.set_read)

    def _turn(
        self, mark: Literal["starred", "read"], said: tuple[str, str], setter: Callable[[Sequence[str], bool], Undo]
    ) -> None:
        """Set a mark of the targets, or take it away where all that are known have it: shown at once, and written."""
        ids = self.targets()
        if not ids:
            return
        rows = self._rows(ids)
        on = not rows or not all(getattr(row, mark) for row in rows)
        self.show_rows([replace(row, **{mark: on}) for row in rows])
        what = said[0 if on else 1].format(self._several(ids))
        self.set_mark(what, lambda: setter(ids, on), [row.id for row in rows], say=len(ids) > 1, before=rows)

    def action_read_all(self) -> None:
        """Mark everything that was found as read; it stays in view until the view changes."""
        if self.results is None or not self.results.total:
            return
        results = self.results
        self.set_mark(
            f"Marked {results.total:,} as read",
            lambda: self.library.marks.set_read(results.ids(), True),
            self._shown_ids(),
        )

    def action_tag(self) -> None:
        """Ask for a tag; a minus before it takes it away."""
        from tui.screens.ask import Ask  # dialogs are loaded when they are asked for

        ids = self.targets()
        if not ids:
            return
        tags = sorted({tag for row in self._rows(ids) for tag in row.tags})
        had = f"Has: {', '.join(squash(tag) for tag in tags)}. " if tags else ""
        note = f"{had}A minus before a tag takes it away."
        self.push_screen(Ask(f"Tag {self._several(ids)}", note, placeholder="tag, or -tag"), self._tagger(ids))

    def _tagger(self, ids: Sequence[str]) -> Callable[[str | None], None]:
        def tag(answer: str | None) -> None:
            words = squash(answer or "")
            if not words.strip("- "):
                return
            marks = self.library.marks
            name = words.removeprefix("-").strip()
            listed = [row.id for row in self._rows(ids)]
            if words.startswith("-"):
                self.set_mark(f"Took the tag {name} away", lambda: marks.remove_tag(ids, name), listed)
            else:
                self.set_mark(f"Tagged {self._several(ids)} {name}", lambda: marks.add_tag(ids, name), listed)

        return tag

    def action_undo(self) -> None:
        """Take back the last mark, star, tag, note or correction."""
        self.undo_last()

    def action_next_unread(self) -> None:
        """Go to the next brief that is not read, from the one under the cursor on and round again."""
        if self.results is not None:
            self.find_unread(self.number, self.results, self.briefs.cursor)

    @on(UnreadFound)
    def _unread_found(self, event: UnreadFound) -> None:
        if event.number != self.number:
            return
        if event.index is None:
            self.say("Everything here is read.")
        elif event.index == self.briefs.cursor:
            self.say("This is the only one that is not read.")
        else:
            self.briefs.move_to(event.index)
