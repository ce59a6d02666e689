"""Going about: from pane to pane, from tab to tab, from brief to brief, and to other queries."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec.structs import replace

from briefs.errors import BriefsError, QueryError
from search_index.results import Request, Sort
from tui.actions.telling import Telling
from tui.layout.flow import line
from tui.layout.pages import TABS, Tab
from tui.layout.panes import PANES, Pane
from tui.widgets.plain import tell

if TYPE_CHECKING:
    from tui.widgets.article_view import ArticleView

_NEXT_SORT: dict[Sort, Sort] = {"relevance": "date", "date": "title", "title": "relevance"}


_MARKS = r"\bis:|^\s*@"  # in a query that asks for marks, or may: one that was saved


class Going(Telling, room=True):
    """The application with its ways."""

    @property
    def at(self) -> Pane:
        """The pane that has the focus, or is the only one in sight."""
        return self.panes.front

    def go_to(self, pane: Pane) -> None:
        """Bring a pane to the front and put the focus into it."""
        self.panes.bring(pane)
        if pane == "list":
            self._main.set_focus(self.briefs)  # at once: the next key may be there already
        elif pane == "facets":
            self.facets.focus_narrow()
        else:
            self.pane.focus_content()
            self.read_soon()

    def submit_query(self) -> None:
        """Search for what was typed as a whole, or for what was meant where nothing answers to it."""
        results = self.results
        if results is not None and not results.total and results.suggestions:
            self.bar.set_text(results.suggestions[0])
            self.look_for(replace(self.request, text=results.suggestions[0], partial=False))
            self.go_to("list")
            return
        self._typed = bool(results and results.total)
        self.look_for(replace(self.request, text=self.bar.text, partial=False))
        self.go_to("list")

    def search_for(self, text: str) -> None:
        """Search for a text as if it had been typed and entered."""
        self.bar.set_text(text)
        self.look_for(replace(self.request, text=text, partial=False))
        self.go_to("list")

    def show_refusal(self, error: BriefsError) -> None:
        """Say why a query cannot be carried out; of one that was entered the place is shown, to be typed anew."""
        told = self.bar.set_status(str(error), error=True)
        if self.request.partial:
            return
        if not told:
            tell(self, str(error), error=True)
        if isinstance(error, QueryError) and self.request.text == self.bar.text:
            self.bar.show_place(error.start, error.end)

    def action_search(self) -> None:
        """Type a query."""
        self._main.set_focus(self.bar.input)

    def action_filters(self) -> None:
        """Choose filters, or return from them."""
        self.go_to("list" if self.at == "facets" else "facets")

    def action_clear_filters(self) -> None:
        """Forget query and filters."""
        self.bar.set_text("")
        self.look_for(replace(Request(), sort=self.request.sort, grouped=self.request.grouped), stay=True)

    def action_sort(self) -> None:
        """Sort differently than what is seen."""
        order = self.request.sort if self.results is None else self.order_of(self.results)
        self.look_for(replace(self.request, sort=_NEXT_SORT[order]))

    def action_quick(self, term: str) -> None:
        """Add a term to the query, or take it out of it; the focus stays."""
        words = self.bar.text.split()
        text = " ".join(word for word in words if word != term) if term in words else f"{self.bar.text.strip()} {term}"
        self.bar.set_text(text.strip())
        self.look_for(replace(self.request, text=text.strip(), partial=False))

    def action_story(self) -> None:
        """List every brief of a story."""
        if self.open_brief is not None:
            self.search_for(f"story:{self.open_brief.brief.id}")

    def action_stories(self) -> None:
        """List stories, or every brief."""
        self.look_for(replace(self.request, grouped=not self.request.grouped))
        self.say("Each story is listed once." if self.request.grouped else "Every brief is listed.")

    def action_refresh(self) -> None:
        """Search again for the same; the cursor stays on its brief."""
        self.look_for(self.request, stay=True)

    def refresh_unasked(self) -> None:
        """Show what others changed, unless what was just read would go out of view; then say that there is news."""
        if self.results is None or not re.search(_MARKS, self.request.text):
            self.action_refresh()
        else:
            news = (f" · {self.key('refresh')} shows what changed", "warning")
            self.bar.set_status(line(self.status_of(self.results), news))

    def action_next_brief(self) -> None:
        """Go to the next brief, whatever pane is in front."""
        self.briefs.action_cursor(1)

    def action_previous_brief(self) -> None:
        """Go to the brief before."""
        self.briefs.action_cursor(-1)

    def action_step_pane(self, step: int) -> None:
        """Go to the pane beside, and round again; from the search to the list, once what is proposed is taken over."""
        if self.bar.input.has_focus:
            if step < 0 or not self.bar.input.complete():
                self.go_to("list")
        else:
            self.go_to(PANES[(PANES.index(self.at) + step) % len(PANES)])

    def action_resize_pane(self, by: int) -> None:
        """Make the pane in front wider or narrower, or all of them as they were; it is kept."""
        if self.panes.grow(by):
            self.remember("panes", self.panes.widths.text)

    def on_article_view_wrapped(self, event: ArticleView.Wrapped) -> None:
        """Keep how wide the lines of articles are."""
        self.remember("wrap", str(event.wrap))

    def action_enlarge_pane(self) -> None:
        """Give the pane in front the whole window, or put the others beside it again."""
        self.panes.enlarge()

    def action_tab(self, tab: Tab) -> None:
        """Show a tab of the brief."""
        self.pane.show_tab(tab)
        self.go_to("brief")

    def action_step_tab(self, step: int) -> None:
        """Show the tab beside; at the left end go back to the list."""
        if self.at != "brief":
            self.go_to("brief" if step > 0 else "facets")
            return
        index = TABS.index(self.pane.tab) + step
        if index < 0:
            self.go_to("list")
        elif index < len(TABS):
            self.action_tab(TABS[index])

    def action_find(self) -> None:
        """Find words in the article."""
        self.go_to("brief")
        self.pane.find()

    async def action_leave(self) -> None:
        """Go back a step: out of the article, the brief, the filters, the search; then let go of the marks."""
        if self.at == "brief" and self.pane.has_focus_within and (self.pane.end_find() or self.pane.back()):
            return
        if self.briefs.has_focus:
            self.briefs.mark_these(())
        self.go_to("list")
        self.open_current(at_once=True)  # a brief that was opened from another one makes way
