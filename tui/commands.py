"""The one registry of commands. Bindings, footer, help, palette and the README's table all derive from it.

Importing this costs nothing: the Textual bindings are made where they are asked for. Keys are Textual's names for
them. None of them is a prefix of tmux or screen (ctrl+b, ctrl+a), and printable keys never act while text is typed.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Literal

from msgspec import Struct

from tui.keys import display, named

if TYPE_CHECKING:
    from textual.binding import BindingType

Where = Literal["reader", "query", "lists", "article", "dialogs"]

TITLES: dict[Where, str] = {
    "reader": "Everywhere",
    "query": "While a query is typed",
    "lists": "In lists and tables",
    "article": "In the article",
    "dialogs": "In dialogs",
}


class Command(Struct, frozen=True):
    """Something the reader can do. `id` names it in the configuration's [keys], `action` is what Textual calls."""

    id: str
    title: str
    keys: str
    help: str
    where: Where = "reader"
    label: str = ""  # the footer's word for it; empty: not in the footer
    action: str = ""
    palette: bool = True
    first: bool = False  # runs before the widget in front sees the key, so that what is typed right after is not lost

    @property
    def place(self) -> str:
        """Where its keys must be its own: every dialog is a place by itself, named by the beginning of the id."""
        return self.id.partition("-")[0] if self.where == "dialogs" else self.where

    @property
    def call(self) -> str:
        """The action that Textual runs."""
        return self.action or self.id.replace("-", "_")


COMMANDS: tuple[Command, ...] = (
    Command(
        "search",
        "Search",
        "slash",
        "Type a query; every word so far is searched as you type.",
        label="search",
        first=True,
    ),
    Command(
        "filters",
        "Filters",
        "f",
        "Narrow the list by country, company, publisher, month or tag.",
        label="filters",
        first=True,
    ),
    Command("clear-filters", "Clear the filters", "x", "Forget the chosen filters and the query."),
    Command("sort", "Sort", "S", "Sort the list by relevance, by date or by title."),
    Command(
        "only-unread", "Only unread", "comma", "List only what is not read, or all again.", action="quick('is:unread')"
    ),
    Command(
        "only-today", "Only today", "T", "List only what is from today, or all again.", action="quick('date:today')"
    ),
    Command(
        "only-week", "Only seven days", "W", "List only the last seven days, or all again.", action="quick('date:7d')"
    ),
    Command("story", "This story", "b", "List every brief that tells the story of this one."),
    Command("stories", "Stories or briefs", "B", "List each story once, or every brief that tells it."),
    Command("saved", "Saved searches", "v", "Choose a saved search, with what is new in it, or a quick filter."),
    Command("save-search", "Save this search", "V", "Save the query and the filters under a name."),
    Command("all-briefs", "The briefs", "f2", "Go back to the briefs found.", action="overview('briefs')"),
    Command(
        "all-figures",
        "All figures",
        "f3,F",
        "Compare the figures of all briefs found, by unit, with bars.",
        action="overview('figures')",
    ),
    Command(
        "all-companies",
        "All companies",
        "f4,C",
        "See the companies of all briefs found over time.",
        action="overview('companies')",
    ),
    Command(
        "all-countries",
        "All countries",
        "f5,L",
        "See the countries of all briefs found over time.",
        action="overview('countries')",
    ),
    Command("mark", "Mark", "space", "Mark the brief, to act on several at once.", label="mark"),
    Command("mark-all", "Mark all found", "asterisk", "Mark every brief that was found, or unmark them all."),
    Command("star", "Star", "s", "Star the brief or the marked ones, or take the star away.", label="star"),
    Command("read", "Read or unread", "m", "Mark the brief or the marked ones as read, or as unread again."),
    Command(
        "read-all", "Mark all found as read", "A", "Mark every brief that was found as read; it can be taken back."
    ),
    Command("tag", "Tags", "t", "Give the brief or the marked ones a tag, or take one away."),
    Command("next-unread", "Next unread", "u", "Go to the next brief that is not read yet."),
    Command("undo", "Undo", "U", "Take back the last mark, star, tag, note, correction, removal or adding."),
    Command("next-brief", "Next brief", "J,right_square_bracket", "Go to the next brief and stay in this pane."),
    Command("previous-brief", "Previous brief", "K,left_square_bracket", "Go to the brief before, in this pane."),
    Command("summary", "Summary", "1", "Show the brief's summary.", action="tab('summary')"),
    Command("figures", "Figures", "2", "Show the brief's figures.", action="tab('figures')"),
    Command(
        "entities", "Entities", "3", "Show the companies, people and countries it names.", action="tab('entities')"
    ),
    Command("sources", "Sources", "4", "Show whom it relies on and what each said.", action="tab('sources')"),
    Command("article", "Article", "5", "Show the whole article.", action="tab('article')"),
    Command(
        "related",
        "Related",
        "6",
        "Show the briefs that tell the same story, and related ones.",
        action="tab('related')",
    ),
    Command("next-tab", "Next tab", "l,right", "Show the next tab of the brief.", action="step_tab(1)"),
    Command("previous-tab", "Previous tab", "h,left", "Show the tab before.", action="step_tab(-1)"),
    Command("filter-entity", "Filter by it", "i", "Filter the list by the country or company under the cursor."),
    Command("search-entity", "Search for it", "I", "Search for the name under the cursor."),
    Command(
        "find",
        "Find in the article",
        "ctrl+f",
        "Find words in the article; n and N go from place to place.",
        first=True,
    ),
    Command("copy", "Copy", "y", "Copy the sentence, figure, name or source under the cursor."),
    Command("copy-brief", "Copy the brief", "Y", "Copy the whole brief as Markdown."),
    Command("copy-address", "Copy the address", "ctrl+y", "Copy the address of the source or of the brief."),
    Command("note", "Note", "w", "Write a note to the brief."),
    Command("correct", "Correct", "c", "Correct the title, date, publisher or names; it stays through a reconversion."),
    Command("export", "Export", "e", "Write the brief, the marked ones or all found to a file.", label="export"),
    Command("add", "Add", "a", "Add articles: a path, a folder, or pasted text.", label="add"),
    Command("open", "Open in the browser", "o", "Open the source's or the brief's own address (http and https only)."),
    Command("original", "Show the original", "O", "Show what came in, as text."),
    Command("remove", "Remove", "D", "Remove the brief or the marked ones from the library, after a question."),
    Command("refresh", "Refresh", "r", "Search again, and show what other programs added."),
    Command("next-pane", "Next pane", "tab", "Go to the next pane.", action="step_pane(1)", first=True),
    Command(
        "previous-pane", "Previous pane", "shift+tab", "Go to the pane before.", action="step_pane(-1)", first=True
    ),
    Command("wider-pane", "Wider pane", "plus", "Make this pane wider; it stays so.", action="resize_pane(4)"),
    Command("narrower-pane", "Narrower pane", "minus", "Make this pane narrower.", action="resize_pane(-4)"),
    Command("reset-panes", "Usual panes", "equals_sign", "Make the panes as wide as usual.", action="resize_pane(0)"),
    Command("enlarge-pane", "Enlarge the pane", "z", "Give this pane the whole window, or put the others back."),
    Command("back", "Back", "escape", "Go back: from the article to where you were, then to the list.", action="leave"),
    Command("theme", "Theme", "f9", "Choose the colours; one theme has high contrast.", action="change_theme"),
    Command("palette", "Command palette", "ctrl+p", "Find any command by its name.", action="command_palette"),
    Command("help", "Help", "question_mark,f1", "Show every key and what it does.", label="help"),
    Command(
        "suspend",
        "Suspend",
        "ctrl+z",
        "Go to the shell and leave the reader as it is; fg returns.",
        action="suspend_process",
    ),
    Command("quit", "Quit", "q,ctrl+q", "Leave the reader.", label="quit"),
    Command("query-older", "Query before", "up", "Put the query before.", "query", action="history(1)", palette=False),
    Command("query-newer", "Query after", "down", "Put the query after.", "query", action="history(-1)", palette=False),
    Command("down", "Down", "j,down", "One line down.", "lists", action="cursor(1)", palette=False),
    Command("up", "Up", "k,up", "One line up.", "lists", action="cursor(-1)", palette=False),
    Command("page-down", "Page down", "pagedown,ctrl+d", "One page down.", "lists", action="page(1)", palette=False),
    Command("page-up", "Page up", "pageup,ctrl+u", "One page up.", "lists", action="page(-1)", palette=False),
    Command("first", "First", "g,home", "Go to the first line.", "lists", action="first", palette=False),
    Command("last", "Last", "G,end", "Go to the last line.", "lists", action="last", palette=False),
    Command("choose", "Open", "enter", "Open what is under the cursor.", "lists", action="choose", palette=False),
    Command("article-down", "Down", "j,down", "One line down.", "article", action="scroll_down", palette=False),
    Command("article-up", "Up", "k,up", "One line up.", "article", action="scroll_up", palette=False),
    Command(
        "article-page-down",
        "Page down",
        "space,pagedown,ctrl+d",
        "One page down.",
        "article",
        action="page_down",
        palette=False,
    ),
    Command("article-page-up", "Page up", "pageup,ctrl+u", "One page up.", "article", action="page_up", palette=False),
    Command("article-start", "Start", "g,home", "Go to the start.", "article", action="scroll_home", palette=False),
    Command("article-end", "End", "G,end", "Go to the end.", "article", action="scroll_end", palette=False),
    Command("wider", "Wider lines", "greater_than_sign", "Wrap at wider lines.", "article", action="widen(4)"),
    Command("narrower", "Narrower lines", "less_than_sign", "Wrap at narrower lines.", "article", action="widen(-4)"),
    Command("next-place", "Next place", "n", "Go to the next place found or named.", "article", action="place(1)"),
    Command("previous-place", "Place before", "N", "Go to the place before.", "article", action="place(-1)"),
    *(
        Command(id_, title, keys, text, "dialogs", action=action, palette=False)
        for id_, title, keys, text, action in (
            ("dialog-leave", "Leave", "escape", "Leave a dialog without doing anything.", "leave"),
            ("dialog-keep", "Keep", "ctrl+s", "Keep the note or the correction, or add the pasted text.", "keep"),
            ("saved-new", "The new ones", "n", "List only what is new since it was last looked at.", "new"),
            ("saved-forget", "Forget", "d", "Forget the saved search or the company under the cursor.", "forget"),
            ("export-next", "Next field", "right,l", "Go to the next choice of an export.", "app.focus_next"),
            ("export-previous", "Field before", "left,h", "Go to the choice before.", "app.focus_previous"),
            ("help-leave", "Leave", "question_mark,q", "Leave this list of keys.", "leave"),
            ("confirm-yes", "Yes", "y", "Answer a question with yes.", "yes"),
            ("confirm-no", "No", "n,enter", "Answer a question with no.", "leave"),
        )
    ),
    Command(
        "export-write",
        "Write",
        "enter,ctrl+s",
        "Write the files of an export.",
        "dialogs",
        action="write",
        palette=False,
        first=True,
    ),
)

# The footer's words on the pages over all briefs found, and what means nothing there, for it is done to a brief.
ON_PAGES: dict[str, str] = {
    "search": "search",
    "filters": "filters",
    "sort": "sort",
    "all-briefs": "briefs",
    "filter-entity": "its briefs",
    "help": "help",
    "quit": "quit",
}
_OF_A_BRIEF = """
story mark mark-all star read read-all tag next-unread summary figures entities sources article related copy copy-brief
copy-address note correct open original remove
"""
OF_A_BRIEF: frozenset[str] = frozenset(_OF_A_BRIEF.split())

BY_ID: dict[str, Command] = {command.id: command for command in COMMANDS}


def bindings(where: Where) -> list[BindingType]:
    """Return the Textual bindings of the commands that belong there, each with its id and tooltip."""
    return bindings_of(*(command.id for command in COMMANDS if command.where == where))


def bindings_of(*ids: str) -> list[BindingType]:
    """Return the Textual bindings of these commands."""
    from textual.binding import Binding

    return [
        Binding(
            command.keys,
            command.call,
            command.title,
            show=False,
            priority=command.first,
            tooltip=command.help,
            id=command.id,
        )
        for command in map(BY_ID.__getitem__, ids)
    ]


def keys_of(command: Command, keymap: Mapping[str, str]) -> list[str]:
    """Return the keys that run `command` under `keymap`, as Textual names them."""
    return [named(key) for key in keymap.get(command.id, command.keys).split(",")]


def display_of(command: Command, keymap: Mapping[str, str], *, most: int = 3) -> str:
    """Return the keys of `command` as people write them, at most so many."""
    return " ".join(display(key) for key in keys_of(command, keymap)[:most])


def hint(keymap: Mapping[str, str], *commands: tuple[str, str]) -> str:
    """Return what some commands do, each with its first key: "Ctrl+S keeps · Esc leaves"."""
    return " · ".join(f"{display_of(BY_ID[id_], keymap, most=1)} {does}" for id_, does in commands)


def table() -> str:
    """Return the commands as a Markdown table, for the README."""
    rows = ["| key | command | what it does |", "|---|---|---|"]
    for command in COMMANDS:
        if command.palette:
            keys = " ".join(f"`{display(key)}`" for key in keys_of(command, {}))
            rows.append(f"| {keys} | {command.title} | {command.help} |")
    return "\n".join(rows) + "\n"
