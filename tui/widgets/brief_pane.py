"""One brief: its title, its tabs, and under them either entries or the article."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.geometry import Size
from textual.message import Message
from textual.strip import Strip
from textual.widgets import Input

from briefs.library import Row
from briefs.model import Brief, Evidence
from tui.layout.flow import Line
from tui.layout.pages import TABS, Entry, Tab, entries, facts_of, heading_lines, note, tab_label
from tui.widgets.entry_list import EntryList
from tui.widgets.frame import Frame
from tui.widgets.item_list import ItemList
from tui.widgets.lines import Lines
from tui.widgets.tab_bar import TabBar

if TYPE_CHECKING:
    from tui.widgets.article_view import ArticleView


class Heading(Lines, can_focus=False):
    """Title, date, publisher and minutes, in three lines: a height of its own would cost a layout for each brief."""

    def __init__(self) -> None:
        super().__init__(id="heading")
        self.brief: Brief | None = None
        self._facts = Line()
        self._lines: list[Line] = []
        self._laid_out_for = Size()

    def show(self, brief: Brief | None) -> None:
        """Show the heading of a brief."""
        self.brief = brief
        self._facts = facts_of(brief) if brief else Line()
        self._laid_out_for = Size()
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Return a line of it."""
        width = self.size.width
        if self.size != self._laid_out_for:
            self._laid_out_for = self.size
            most = min(2, self.size.height)  # in a low window the title has the one line that there is
            self._lines = (
                heading_lines(self.brief, self._facts, width - 1, most=most) if self.brief and width > 1 else []
            )
        return self.paint(self._lines[y] if y < len(self._lines) else Line(), width, self.ground)


class BriefPane(Frame):
    """Shows a brief. Opening an entry goes to its place in the article; back returns to the entry."""

    BORDER_TITLE: ClassVar[str] = "Brief"

    class Jumped(Message):
        """An entry was opened; `shown` is False where the article does not show its evidence."""

        def __init__(self, entry: Entry, shown: bool) -> None:
            super().__init__()
            self.entry = entry
            self.shown = shown

    class BesideWanted(Message):
        """The tab of related briefs came to the front, and they are not known yet."""

        def __init__(self, identifier: str) -> None:
            super().__init__()
            self.identifier = identifier

    class Followed(Message):
        """Another brief was opened from this one."""

        def __init__(self, identifier: str) -> None:
            super().__init__()
            self.identifier = identifier

    class TabShown(Message):
        """Another tab came to the front."""

        def __init__(self, tab: Tab) -> None:
            super().__init__()
            self.tab = tab

    def __init__(self, *, wrap: int = 80, id: str | None = None) -> None:  # noqa: A002, Textual's name
        super().__init__(id=id)
        self.brief: Brief | None = None
        self.note = ""
        self.tab: Tab = "summary"
        self._wrap = wrap
        self._offset = 0  # of the body, from which on the article is shown
        self._matches: Sequence[Evidence] = ()  # with what is searched for
        self._article: ArticleView | None = None
        self._cursors: dict[Tab, int] = {}
        self._came_from: Tab | None = None
        self._beside: list[Entry] | None = None

    def compose(self) -> ComposeResult:
        """Put the parts under each other."""
        yield Heading()
        yield TabBar(id="tabs")
        yield EntryList(id="entries")

    def complete(self) -> None:
        """Put the article in as well, which the first paint does not show."""
        if not self.article.is_attached:
            self.mount(self.article)

    @property
    def article(self) -> ArticleView:
        """The article, out of sight until its tab is in front; made when it is first asked for."""
        if self._article is None:
            from tui.widgets.article_view import ArticleView

            self._article = ArticleView(wrap=self._wrap, id="article")
            self._article.display = self.tab == "article"
            self._article.show(self.brief, self._offset)
            self._article.show_matches(self._matches)
        return self._article

    @property
    def entry_list(self) -> EntryList:
        """The entries of the active tab."""
        return self.query_one(EntryList)

    @property
    def entry(self) -> Entry | None:
        """The entry under the cursor; None in the article."""
        return None if self.tab == "article" else self.entry_list.current

    def show(self, brief: Brief | None, *, offset: int = 0, kept: str = "") -> None:
        """Show a brief and the note kept with it, in the active tab; the article from an offset of its body on."""
        self.note = kept
        same = brief is not None and self.brief is not None and brief.id == self.brief.id
        self.brief = brief
        if not same:
            self._beside = None
            self._cursors.clear()
            self._came_from = None
        self.query_one(Heading).show(brief)
        self._offset = offset
        self._matches = ()
        if self._article is not None:
            self._article.show(brief, offset)
        self._say(None)
        self._show_tab(self.tab)

    def show_tab(self, tab: Tab) -> None:
        """Bring a tab to the front, with the cursor where it was."""
        if tab == self.tab:
            return
        self._cursors[self.tab] = self.entry_list.cursor
        self._came_from = None
        self._show_tab(tab)
        self.post_message(self.TabShown(tab))

    def _show_tab(self, tab: Tab) -> None:
        focused = self.has_focus_within
        self.tab = tab
        self.query_one(TabBar).show([(each, tab_label(self.brief, each)) for each in TABS], tab)
        in_article = tab == "article"
        if in_article:
            self.complete()
        if not in_article and self.query("#find"):
            self.query("#find").remove()
        if self._article is not None:
            self._article.display = in_article
        self.entry_list.display = not in_article
        if not in_article:
            shown = self._entries(self.brief, tab) if self.brief else []
            self.entry_list.show(shown, cursor=self._cursors.get(tab, 0))
        if focused:
            self.focus_content()

    def _entries(self, brief: Brief, tab: Tab) -> list[Entry]:
        if tab != "related":
            return entries(brief, tab, self.note)
        if self._beside is None:
            self.post_message(self.BesideWanted(brief.id))
            return [note("looking for related briefs…")]
        return self._beside

    def show_beside(self, identifier: str, beside: list[Entry]) -> None:
        """Show what stands beside the brief of that identifier, if it is still the one in view."""
        if self.brief is not None and self.brief.id == identifier:
            self._beside = beside
            if self.tab == "related":
                self.entry_list.show(beside, cursor=self._cursors.get("related", 0))

    def show_matches(self, identifier: str, matches: Sequence[Evidence]) -> None:
        """Mark the places of the brief of that identifier that match a query, if it is still the one in view."""
        if self.brief is not None and self.brief.id == identifier and matches != self._matches:
            self._matches = matches
            if self._article is not None:
                self._article.show_matches(matches)

    def focus_content(self) -> None:
        """Put the focus into the entries or the article, whichever is in front."""
        self.screen.set_focus(self.article if self.tab == "article" else self.entry_list)

    def jump(self, evidence: tuple[Evidence, ...]) -> bool:
        """Open the article at the first place of `evidence`; False, and nothing changes, where it shows none."""
        if not any(e.part in ("title", "body", "source") for e in evidence):
            return False
        came_from = self.tab
        self.show_tab("article")
        self._came_from = came_from if came_from != "article" else self._came_from
        return self.article.jump(evidence)

    def back(self) -> bool:
        """Return to the entry that the article was opened from; False where it was not."""
        if self.tab != "article" or self._came_from is None:
            return False
        self.show_tab(self._came_from)
        return True

    def find(self) -> None:
        """Ask for words to find in the article."""
        self.show_tab("article")
        if not self.query("#find"):
            from tui.widgets.plain_input import PlainInput

            self.mount(PlainInput(placeholder="find in the article", id="find", compact=True))
        self.query_one("#find").focus()

    def end_find(self) -> bool:
        """Close the input, and keep what was found; False where it was not open."""
        if not self.query("#find"):
            return False
        self.query("#find").remove()
        self.screen.set_focus(self.article)
        return True

    def on_article_view_placed(self, event: ArticleView.Placed) -> None:
        """Say which of several places is in sight."""
        told = event.total > 1 or self.query("#find")
        self._say(f"{event.index + 1} of {event.total}" if told else None)

    def _say(self, subtitle: str | None) -> None:
        if subtitle != self.border_subtitle:  # setting it paints the whole pane
            self.border_subtitle = subtitle

    @on(Input.Changed, "#find")
    def _find_typed(self, event: Input.Changed) -> None:
        event.stop()
        count = self.article.find(event.value)
        if not count:  # where it stands among several says the article view itself
            self._say("nothing found" if event.value.strip() else None)

    @on(Input.Submitted, "#find")
    def _find_entered(self, event: Input.Submitted) -> None:
        event.stop()
        self.end_find()

    def on_item_list_chosen(self, event: ItemList.Chosen) -> None:
        """Go to the place of the entry."""
        event.stop()
        entry = self.entry_list.current
        if entry is not None and isinstance(entry.subject, Row):
            self.post_message(self.Followed(entry.subject.id))
        elif entry is not None:
            self.post_message(self.Jumped(entry, self.jump(entry.places)))

    def on_tab_bar_picked(self, event: TabBar.Picked) -> None:
        """Show the tab."""
        event.stop()
        self.show_tab(next(tab for tab in TABS if tab == event.tab))
