"""The commands on whole searches: saved ones, quick filters, and what is new in them."""

from __future__ import annotations

from collections.abc import Iterable

from textual import on, work

from briefs.errors import BriefsError
from search_index.results import Request
from tui.dialogs import Dialogs
from tui.messages import Failed, SavedCount, SavedRead, Written


class Searches(Dialogs):
    """The application with its saved searches."""

    def action_saved(self) -> None:
        """Choose a saved search or a quick filter."""
        self.read_saved()

    @work(thread=True, exclusive=True, exit_on_error=False, group="saved")
    def read_saved(self) -> None:
        """Count what each saved search finds, and what of it is new since it was last looked at."""
        counts: list[SavedCount] = []
        try:
            for saved in self.library.saved.all():
                try:
                    found = self.index.search(Request(saved.query, limit=1, snippets=False))
                except BriefsError:  # a query that an older version could read; it is shown, and explained when picked
                    counts.append(SavedCount(saved.name, saved.query, 0, 0))
                    continue
                changed = {change.id for change in self.library.changes(saved.seen) if not change.removed}
                new = len(changed.intersection(found.ids())) if changed else 0
                counts.append(SavedCount(saved.name, saved.query, found.total, new))
        except BriefsError as error:
            self.post_message(Failed(error))
        else:
            self.post_message(SavedRead(counts))

    @on(SavedRead)
    def _saved_read(self, event: SavedRead) -> None:
        from tui.screens.saved import Picked, SavedDialog

        def picked(pick: Picked | None) -> None:
            if pick is None:
                return
            if pick.forget:
                self.write(lambda: self._forget(pick.name))
                return
            if pick.name:
                self.write(lambda: self.library.saved.seen(pick.name, self.library.sequence()))
            self.search_for(pick.query)

        self.push_screen(SavedDialog(event.saved), picked)

    def _forget(self, name: str) -> Written:
        self.library.saved.remove(name)
        return Written(said=f"Forgot the search {name}.")

    def action_save_search(self) -> None:
        """Save what is being looked for, filters included, under a name."""
        from tui.screens.ask import Ask

        query = query_of(self.request)
        if not query:
            self.say("Search for something or choose a filter first; then it can be saved.")
            return

        def answered(name: str | None) -> None:
            if name is not None:
                self.write(lambda: self._save(name, query))

        self.push_screen(Ask("Save this search", query, placeholder="its name"), answered)

    def _save(self, name: str, query: str) -> Written:
        saved = self.library.saved.save(name, query)
        self.library.saved.seen(saved.name, self.library.sequence())
        return Written(said=f"Saved as {saved.name}; v shows the saved searches.")


def query_of(request: Request) -> str:
    """Return the words and the chosen filters of a request as one query."""
    text = request.text.strip()
    filters = [
        _any("country", request.countries),
        _any("company", (company.removeprefix("company:") for company in request.companies)),
        _any("publisher", request.publishers),
        _any("date", request.months),
        _any("tag", request.tags),
    ]
    parts = [part for part in filters if part]
    if text and parts and (" OR " in text or " or " in text):
        text = f"({text})"
    return " ".join(([text] if text else []) + parts)


def _any(field: str, values: Iterable[str]) -> str:
    terms = [f"{field}:{value}" if value.isalnum() or field == "date" else f'{field}:"{value}"' for value in values]
    return f"({' OR '.join(terms)})" if len(terms) > 1 else "".join(terms)
