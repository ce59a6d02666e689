"""The reader: puts the screen together and routes what happens on it. Everything it does is in the rooms beside."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import ClassVar

from msgspec.structs import replace
from textual import constants, on
from textual.app import ComposeResult, SystemCommand
from textual.binding import BindingType
from textual.driver import Driver
from textual.events import DescendantFocus
from textual.screen import Screen

from briefs.library import Library
from tui.actions.turning import Turning
from tui.commands import COMMANDS, OF_A_BRIEF, bindings
from tui.layout.panes import Widths
from tui.process.leaving import leave_in_order
from tui.process.signals import ENDED, ToldToEnd
from tui.process.start import started
from tui.screens.main import MainScreen
from tui.settings import Settings, tables_in_force
from tui.themes import HIGH_CONTRAST, VARIABLES, problem_of
from tui.widgets.brief_list import BriefList
from tui.widgets.brief_pane import BriefPane
from tui.widgets.facets import Facets
from tui.widgets.item_list import ItemList
from tui.widgets.key_bar import KeyBar
from tui.widgets.paged_list import PagedList
from tui.widgets.panes import Panes
from tui.widgets.plain import tell
from tui.widgets.search_bar import SearchBar
from tui.widgets.tab_bar import TabBar
from tui.workers.messages import (
    AddedAll,
    AllFound,
    BesideRead,
    BriefReady,
    Found,
    IndexReady,
    LibraryChanged,
    MatchesFound,
    Refused,
    Taken,
    Written,
)
from tui.workers.searcher import Searcher


class BriefsApp(Turning):
    """The application. Keys come from the registry; each action is a method of that name, here or in a base."""

    TITLE = "Briefs"
    CSS_PATH = Path(__file__).with_name("app.tcss")
    ENABLE_COMMAND_PALETTE = True
    ALLOW_SELECT = False  # nothing but notices could be: a click on one that is just going would end the reader
    COMMAND_PALETTE_BINDING = "ctrl+p"
    BINDINGS: ClassVar[list[BindingType]] = bindings("reader")

    def __init__(self, library: Library, index: Searcher, settings: Settings) -> None:
        super().__init__(library, index, settings)
        problems: list[str] = []
        if settings.keys:
            from tui.keymap import keymap_of

            self.keymap, problems = keymap_of(settings.keys)
        self.register_theme(HIGH_CONTRAST)
        if settings.theme and (problem := problem_of(settings.theme)):
            problems.append(problem)
        self.problems = (*settings.problems, *(f"{settings.file}: {problem}" for problem in problems))
        for theme in (settings.theme, library.state.get("theme")):
            if theme in self.available_themes:
                self.theme = theme
                break

    def get_driver_class(self) -> type[Driver]:
        """Stand in a terminal with a driver of our own."""
        if sys.platform == "win32" or constants.DRIVER:  # a browser's session names its own
            return super().get_driver_class()
        from tui.process.terminal import Terminal

        return Terminal

    def get_default_screen(self) -> Screen[None]:
        """Begin with a screen of our own."""
        return MainScreen(id="_default")

    def compose(self) -> ComposeResult:
        """Put the search over the three panes, and the keys under them."""
        yield SearchBar(debounce=self.settings.debounce)
        yield TabBar(id="pages")
        wrap = self.library.state.get("wrap") or ""
        pane = BriefPane(wrap=int(wrap) if wrap.isdecimal() else self.settings.wrap)
        yield Panes(Facets(), BriefList(id="briefs"), pane)
        yield KeyBar(self.keymap)

    def on_mount(self) -> None:
        """Show the list and a brief before the first paint; the index follows in a worker."""
        self.panes.widths = Widths.from_text(self.library.state.get("panes") or "")
        self.set_keymap(self.keymap)
        self.facets.border_title, self.briefs.border_title, self.pane.border_title = "Filters", "Briefs", "Brief"
        request = self.asked()
        self._keep = self.library.state.get("last")
        first, place = self.first_page_with(self._keep or "", request)
        self.show_results(request, first, read=False, place=place)
        if self.briefs.current is not None:
            self.show_brief(self.opened(self.briefs.current.id))
        self.go_to("list")
        self.call_after_refresh(self._begin)

    def _begin(self) -> None:
        """Do what the first paint does not wait for; somebody may have left at once."""
        if not self.is_running:
            return
        from tui.screens.dialog import SHEET

        started()
        self.app_resume_signal.subscribe(self, lambda _: self.refresh(layout=True))  # the terminal has forgotten it all
        for part in (self.bar, self.facets, self.pane):
            part.complete()
        self.stylesheet.read(SHEET)  # or the first dialog would wait until everything was styled anew
        self.stylesheet.parse()
        self.theme_changed_signal.subscribe(self, lambda theme: self.remember("theme", theme.name))
        for problem in self.problems:
            tell(self, problem, title="Configuration", error=True, seconds=15)
        self.open_index(self.number, self.asked(), self._keep)
        if self.settings.watch:
            self.briefs.set_interval(self.settings.watch, lambda: self.look(self._shown_ids()))

    # What the workers report.

    @on(IndexReady)
    def _index_ready(self) -> None:
        self.indexed = True
        self.look_for(replace(self.request, text=self.bar.text), stay=not self.bar.text.strip())

    @on(Found)
    def _found(self, event: Found) -> None:
        if event.number == self.number and not self.was_only_a_beginning(event.request, event.results):
            self.show_results(event.request, event.results, place=event.place)

    @on(Refused)
    def _refused(self, event: Refused) -> None:
        if event.number == self.number:
            self.show_refusal(event.error)

    @on(BriefReady)
    def _brief_ready(self, event: BriefReady) -> None:
        if event.number == self._brief_number:
            self.show_brief(event.opened)

    @on(MatchesFound)
    def _matches_found(self, event: MatchesFound) -> None:
        self.pane.show_matches(event.identifier, event.matches)

    @on(Written)
    def _written(self, event: Written) -> None:
        self.show_rows(event.rows)
        if event.said:
            self.say(event.said)
        if event.again:
            self.action_refresh()

    @on(AllFound)
    def _all_found(self, event: AllFound) -> None:
        self.briefs.mark_these(event.ids)

    @on(AddedAll)
    def _added(self, event: AddedAll) -> None:
        self.action_refresh()
        self.tell_added(event)

    @on(Taken)
    def _taken(self, event: Taken) -> None:
        self.ask_to_write_over(event)

    @on(LibraryChanged)
    def _library_changed(self) -> None:
        self.refresh_unasked()

    # What happens on the screen.

    @on(SearchBar.Changed)
    def _query_changed(self, event: SearchBar.Changed) -> None:
        self.look_for(replace(self.request, text=event.text, partial=True))

    @on(SearchBar.Submitted)
    def _query_submitted(self) -> None:
        self.submit_query()

    @on(Facets.Toggled)
    def _facet_toggled(self, event: Facets.Toggled) -> None:
        if event.facet == "quick":
            self.action_quick(event.value)
        else:
            self.toggle(event.facet, event.value)

    @on(PagedList.Wanted, "#briefs")
    def _rows_wanted(self, event: PagedList.Wanted) -> None:
        self.more(event.offset)

    @on(ItemList.Highlighted, "#briefs")
    def _brief_highlighted(self) -> None:
        self.open_current()

    @on(ItemList.Chosen, "#briefs")
    def _brief_chosen(self) -> None:
        if not self.briefs.total:
            self.submit_query()
            return
        self.open_current(at_once=True)
        self.go_to("brief")
        self.read_now()

    @on(BriefPane.BesideWanted)
    def _beside_wanted(self, event: BriefPane.BesideWanted) -> None:
        self.read_beside(event.identifier)

    @on(BesideRead)
    def _beside_read(self, event: BesideRead) -> None:
        from tui.layout.beside import beside_entries

        self.pane.show_beside(event.identifier, beside_entries(event.identifier, event.story, event.related))

    @on(BriefPane.Followed)
    def _followed(self, event: BriefPane.Followed) -> None:
        self.open_at(event.identifier, ())

    @on(Panes.Resized)
    def _resized(self) -> None:
        self.remember("panes", self.panes.widths.text)

    @on(KeyBar.Clicked)
    async def _key_clicked(self, event: KeyBar.Clicked) -> None:
        await self.run_action(event.command.call)

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """Note which pane has the focus, for the keys and for narrow windows."""
        pane = self.panes.pane_of(event.widget)
        if pane is not None and event.widget is self._main.focused:  # else a key has led further meanwhile
            self.panes.bring(pane)

    @on(ToldToEnd)
    def _told_to_end(self) -> None:
        self.leave(ENDED)

    # The frame.

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Keep the keys that run first from reaching under a dialog, and those for a brief from the other pages."""
        commands = [c for c in COMMANDS if c.where == "reader" and c.call.partition("(")[0] == action]
        if self.page != "briefs" and any(c.id in OF_A_BRIEF for c in commands):
            return False
        return not (any(c.first for c in commands) and len(self.screen_stack) > 1)

    async def action_quit(self) -> None:
        """Leave; what was asked for is written first."""
        self.leave()

    def leave(self, code: int = 0) -> None:
        """Keep where the person is, and end with an exit code."""
        self.keep_position()
        row = self.briefs.current
        self.remember("last", row.id if row else None)
        self.exit(return_code=code)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Give the variables of our own sheet."""
        return VARIABLES

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Give every command of the registry to the palette."""
        for command in COMMANDS:
            if command.palette:
                place = self.pane.article if command.where == "article" else None
                yield SystemCommand(command.title, command.help, lambda c=command, p=place: self.run_action(c.call, p))


def run_app(folder: Path, settings: Settings, *, create: bool = True) -> None:
    """Open the reader on the library in `folder`; LibraryError says why it cannot be used, or made.

    Raises SystemExit where the reader was ended by a signal or a fault of its own.
    """
    from search_index import Index

    with Library.open(folder, create=create) as library:
        index = Index.open(library, tables=lambda: tables_in_force(settings))
        app = BriefsApp(library, index, settings)
        try:
            app.run()
        finally:
            leave_in_order(app.finish_writing)
            index.close()
    if app.return_code:
        raise SystemExit(app.return_code)
