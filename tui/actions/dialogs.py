"""The commands that ask something first: add, remove; and those that reach outside: the browser."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from textual import on

from briefs.model import Entity, Source
from briefs.text import squash
from tui.actions.exporting import Exporting
from tui.layout.pages import Entry
from tui.searching.queries import term_of
from tui.widgets.brief_pane import BriefPane
from tui.workers.messages import AddedAll, ToAdd

if TYPE_CHECKING:
    from tui.widgets.article_view import ArticleView


class Dialogs(Exporting, room=True):
    """The application with its dialogs."""

    def action_help(self) -> None:
        """Show every key."""
        from tui.screens.help import HelpScreen

        self.push_screen(HelpScreen(self.keymap))

    def action_add(self) -> None:
        """Ask for a path or a text, and add it."""
        from tui.screens.add import AddDialog

        self.push_screen(AddDialog(), lambda wanted: self._add(wanted) if wanted else None)

    def _add(self, wanted: ToAdd) -> None:
        self.bar.set_status("adding…")
        self.add_articles(wanted)

    def tell_added(self, event: AddedAll) -> None:
        """Say what became of what was added; what failed is listed."""
        said = f"Added {event.added:,}"
        said += f", {event.known:,} known already" if event.known else ""
        if event.failed:
            from tui.screens.listing import ListScreen

            self.push_screen(ListScreen(f"{said}, {len(event.failed):,} failed", event.failed))
        else:
            self.say(f"{said}: {squash(event.title)}" if event.title else f"{said}.")

    def action_remove(self) -> None:
        """Remove the targets, after a question."""
        ids = self.targets()
        if not ids:
            return
        from tui.screens.ask import Confirm

        row = self._rows(ids[:1])
        what = f"“{squash(row[0].title)}”" if len(ids) == 1 and row else f"{len(ids):,} briefs"

        def answered(yes: bool | None) -> None:
            if yes:
                self.briefs.mark_these(())
                if self.open_brief is not None and self.open_brief.brief.id in ids:
                    self.open_brief = None
                self.remove_briefs(ids)

        all_of, them = ("The briefs, their originals", "them") if len(ids) > 1 else ("The brief, its original", "it")
        note = f"{all_of}, marks and corrections go; {self.key('undo')} brings {them} back until you leave."
        self.push_screen(Confirm(f"Remove {what} from the library?", note), answered)

    def action_open(self) -> None:
        """Open the address of the source under the cursor, else that of the brief itself."""
        url = self.address_here()
        if url:
            self.browse(url)
        else:
            self.say("No address is known of it.")

    def browse(self, url: str) -> None:
        """Open an address in the browser, if it is http or https; anything else is only said."""
        scheme = urlsplit(url).scheme.casefold() if url.isprintable() else ""
        if scheme in ("http", "https"):
            self.open_url(url)
            self.say(f"Opening {url}")
        else:
            self.say(f"Not opened, for it is no web address: {url}")

    def on_article_view_link_clicked(self, event: ArticleView.LinkClicked) -> None:
        """Open the link."""
        self.browse(event.link.url)

    @on(BriefPane.Jumped)
    def _jumped(self, event: BriefPane.Jumped) -> None:
        if not event.shown:
            self.open_or_say(event.entry)

    def open_or_say(self, entry: Entry) -> None:
        """Follow an entry that the article does not show: a source with an address, else say why not."""
        if isinstance(entry.subject, Source) and entry.subject.url:
            self.browse(entry.subject.url)
        else:
            self.say("The article has no place for this; it was found in the page's data.")

    def action_filter_entity(self) -> None:
        """Filter the list by the country or company under the cursor."""
        entity = self.entity_here()
        if entity is not None:
            self.filter_by(entity)

    def filter_by(self, entity: Entity) -> None:
        """Filter the list by a country or company, or search for another name."""
        if entity.kind == "country" and entity.code:
            self.toggle("country", entity.code)
        elif entity.kind == "company":
            self.toggle("company", entity.key)
        else:
            self.search_for_name(entity)

    def action_search_entity(self) -> None:
        """Search for the name under the cursor."""
        entity = self.entity_here()
        if entity is not None:
            self.search_for_name(entity)

    def search_for_name(self, entity: Entity) -> None:
        """Search for a name in its field."""
        self.search_for(term_of(entity.kind, entity.name))

    def entity_here(self) -> Entity | None:
        """Return the name under the cursor; where there is none, say so."""
        entry = self.pane.entry
        if entry is not None and isinstance(entry.subject, Entity):
            return entry.subject
        self.say("Put the cursor on a name under Entities first.")
        return None
