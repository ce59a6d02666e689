"""The command that exports: asks what, in which form and where to, and writes it."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from briefs.text import squash
from tui.actions.editing import Editing
from tui.workers.messages import Report, Taken, Written

if TYPE_CHECKING:
    from briefs.export import Format
    from tui.exports.wish import Wish

_MANY = 100  # briefs whose writing takes long enough to say so


class Exporting(Editing, room=True):
    """The application with its exports."""

    _exported: Wish | None = None  # the last one; the dialog begins with its format and folder

    def action_export(self) -> None:
        """Ask what to export, in which form and where to."""
        from tui.exports.preview import preview_of
        from tui.exports.wish import Wish, default_name
        from tui.screens.export import ExportDialog, Which

        opened, results = self.open_brief, self.results
        if opened is None or results is None:
            self.say("There is no brief to export.")
            return
        marked = tuple(self.briefs.marked)

        @cache
        def found() -> tuple[str, ...]:
            return tuple(results.ids())

        @cache
        def in_order() -> tuple[str, ...]:
            place = {identifier: number for number, identifier in enumerate(found())}
            return tuple(sorted(marked, key=lambda one: (place.get(one, len(place)), one)))

        this = Which("this brief", 1, lambda: (opened.brief.id,), alone=True)
        query = squash(self.request.text)
        title = f"Briefing book: {query}" if query else ""
        choices = [this, Which(f"all {results.total:,} found", results.total, found, title=title)]
        if marked:
            choices.insert(0, Which(f"{len(marked):,} marked", len(marked), in_order))
        if self.page != "briefs":  # where all found are looked at together, they are what is meant
            choices.reverse()
        settings, last = self.settings, self._exported
        usual: Format = "csv" if self.page == "figures" else "md"
        wish = Wish(
            (),
            last.format if last else usual,
            last.path.parent if last else Path(settings.export_folder or ".").expanduser(),
            article=last.article if last else False,
            template=settings.export_name,
        )
        names = (default_name(wish.template, opened.brief), default_name(wish.template, None))
        dialog = ExportDialog(choices, wish, names, lambda wanted, ids: preview_of(wanted, ids, self.library))

        def answered(answer: tuple[Wish, Which] | None) -> None:
            if answer is not None:
                wanted, which = answer
                self._exported = wanted
                if which.total > _MANY:
                    self.say(f"Writing {which.total:,} briefs…")
                self.write(lambda: self._export(replace(wanted, ids=which.ids())), "the export")

        self.push_screen(dialog, answered)

    def _export(self, wish: Wish) -> Report:
        from tui.exports.wish import carry_out

        paths, written = carry_out(wish, self.library)
        if not written:
            return Taken(wish, paths)
        where = str(paths[0]) if len(paths) == 1 else f"{len(paths):,} files in {wish.path}"
        return Written(said=f"Wrote {where}")

    def ask_to_write_over(self, event: Taken) -> None:
        """Ask before an export writes over files that are there."""
        from tui.screens.ask import Confirm

        count = len(event.paths)
        question = f"{event.paths[0]} exists already." if count == 1 else f"{count:,} of the files exist already."

        def answered(yes: bool | None) -> None:
            if yes:
                self.write(lambda: self._export(replace(event.wish, force=True)), "the export")

        self.push_screen(Confirm(question, "Write over?"), answered)
