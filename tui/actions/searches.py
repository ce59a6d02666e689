"""The commands on whole searches: saved ones, quick filters, and what is new in them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

from msgspec.structs import replace
from textual import on, work

from briefs.errors import BriefsError, NotFoundError
from search_index.results import FacetCount, FacetName, Request, Results
from tui.actions.dialogs import Dialogs
from tui.searching.queries import after, counted, in_words, queries_in, query_of, text_of
from tui.searching.visits import Visit, visited, visits_in
from tui.searching.visits import text_of as text_of_visits
from tui.workers.messages import Failed, QueriesRead, SavedCount, SavedRead, Written

if TYPE_CHECKING:
    from tui.screens.saved import Picked

_NAMES = 3_000  # people, and as many organisations, that are completed


class Searches(Dialogs, room=True):
    """The application with its saved searches."""

    _everything: Mapping[FacetName, Sequence[FacetCount]] = {}  # the facets of all briefs

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
                    counts.append(
                        SavedCount(saved.name, saved.query, *counted(self.index.search, saved), seen=saved.seen)
                    )
                except BriefsError:  # a query that an older version could read; it is shown, and explained when picked
                    counts.append(SavedCount(saved.name, saved.query, 0, 0))
            for visit in visits_in(self.library.state.get("visits")):
                asked = Request(companies=(visit.key,), limit=1, snippets=False)
                total, new = (self.index.search(replace(asked, since=since)).total for since in (0, visit.seen))
                counts.append(SavedCount(visit.name, "", total, new, visit.key, visit.seen))
        except BriefsError as error:
            self.post_message(Failed(error))
        else:
            self.post_message(SavedRead(counts))

    # What helps to type a query.

    def action_search(self) -> None:
        """Type a query, with the names of the briefs and the queries of before at hand."""
        super().action_search()
        self.read_queries(self._everything)

    def show_results(self, request: Request, results: Results, *, read: bool = True, place: int | None = None) -> None:
        """Put an answer on the screen; the names in all briefs are what can be completed."""
        super().show_results(request, results, read=read, place=place)
        if results.facets and query_of(request) == "" and not request.since:
            self._everything = results.facets

    @work(thread=True, exclusive=True, exit_on_error=False, group="queries")
    def read_queries(self, facets: Mapping[FacetName, Sequence[FacetCount]]) -> None:
        """Read what can be completed and the queries of before."""
        try:
            saved = [search.name for search in self.library.saved.all()]
            history = queries_in(self.library.state.get("queries"))
        except BriefsError as error:
            self.post_message(Failed(error))
        else:
            from tui.searching.completion import Names

            names = [(facet, [count.label for count in counts]) for facet, counts in facets.items() if facet != "month"]
            self.post_message(QueriesRead(Names([*names, *self._named()], saved), history))

    def _named(self) -> list[tuple[str, list[str]]]:
        """Return the people and organisations of the briefs, by the fields that find them."""
        from tui.searching.completion import with_last_names

        if not self.indexed:
            return []
        people = with_last_names(self.index.names("person", _NAMES))
        organisations = self.index.names("organisation", _NAMES)
        return [("person", people), ("org", organisations), ("source", [*people, *organisations])]

    @on(QueriesRead)
    def _queries_read(self, event: QueriesRead) -> None:
        self.bar.input.completing.names = event.names
        self.bar.input.history = event.history

    def submit_query(self) -> None:
        """Search for what was typed, and remember it; a saved search that was named counts as looked at."""
        text = self.bar.text
        history = after(self.bar.input.history, text.strip())
        self.bar.input.history = history
        self.remember("queries", text_of(history))
        if text.lstrip().startswith("@"):
            self.write(lambda: self._looked_at(text))
        super().submit_query()

    def _looked_at(self, text: str) -> None:
        with suppress(NotFoundError):  # which the search itself says
            name = in_words(self.library, text).saved
            if name:
                self.library.saved.seen(name, self.library.sequence())

    @on(SavedRead)
    def _saved_read(self, event: SavedRead) -> None:
        from tui.screens.saved import SavedDialog

        def picked(pick: Picked | None) -> None:
            if pick is None:
                return
            if pick.forget:
                self.write(
                    lambda: self._forget_visit(pick) if pick.company else self._forget(pick.name),
                    f"{pick.name} forgotten",
                )
                return
            if pick.company:
                self.visit(pick.company, pick.name)
            elif pick.name:
                self.write(lambda: self.library.saved.seen(pick.name, self.library.sequence()))
            companies = (pick.company,) if pick.company else ()
            asked, kept = self.request, Request(companies=companies, since=pick.since)  # the filters of before go
            self.request = replace(kept, sort=asked.sort, grouped=asked.grouped)
            self.search_for(pick.query)

        self.push_screen(SavedDialog(event.saved), picked)

    def visit(self, key: str, name: str) -> None:
        """Remember that the briefs of a company were looked at now."""

        def job() -> None:
            state = self.library.state
            state.set(
                "visits",
                text_of_visits(visited(visits_in(state.get("visits")), Visit(key, name, self.library.sequence()))),
            )

        self.write(job)

    def toggle(self, facet: FacetName, value: str) -> None:
        """Choose a value of a facet, or let go of it; a company chosen counts as looked at."""
        super().toggle(facet, value)
        if facet == "company" and value in self.request.companies:
            counts = self.results.facets.get("company", ()) if self.results else ()
            name = next((count.label for count in counts if count.value == value), value.removeprefix("company:"))
            self.visit(value, name)

    def _forget_visit(self, pick: Picked) -> Written:
        state = self.library.state
        before = state.get("visits")
        state.set("visits", text_of_visits([each for each in visits_in(before) if each.key != pick.company]))
        self.can_undo(f"the visits to {pick.name} forgotten", lambda: state.set("visits", before))
        return Written(said=f"Forgot the visits to {pick.name}. {self.key('undo')} takes it back.")

    def _forget(self, name: str) -> Written:
        saved = self.library.saved
        forgotten = saved.get(name)
        saved.remove(name)

        def put_back() -> None:
            saved.save(forgotten.name, forgotten.query)
            saved.seen(forgotten.name, forgotten.seen)

        self.can_undo(f"the search {name} forgotten", put_back)
        return Written(said=f"Forgot the search {name}. {self.key('undo')} takes it back.")

    def action_save_search(self) -> None:
        """Save what is being looked for, filters included, under a name."""
        from tui.screens.ask import Ask

        request = self.request
        query = query_of(request)
        if not query:
            self.say("Search for something or choose a filter first; then it can be saved.")
            return

        def answered(name: str | None) -> None:
            if name is not None:
                self.write(lambda: self._save(name, request), f"the search {name}")

        self.push_screen(Ask("Save this search", query, placeholder="its name"), answered)

    def _save(self, name: str, request: Request) -> Written:
        saved = self.library.saved.save(name, query_of(self.in_words(request)))
        self.library.saved.seen(saved.name, self.library.sequence())
        return Written(said=f"Saved as {saved.name}; {self.key('saved')} shows the saved searches.")
