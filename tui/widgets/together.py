"""The panes of the pages over all briefs found: names or units, and beside them what is known of one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.widgets import Input

from briefs.text import fold, squash
from search_index.results import Axis, NameCount, UnitCount
from tui.layout.flow import Line, line, wrapped
from tui.layout.overview import FoundFigure, Leads, NameDetail, detail_entries, figure_lines, name_lines, unit_lines
from tui.widgets.entry_list import EntryList
from tui.widgets.frame import Frame
from tui.widgets.item_list import ItemList
from tui.widgets.paged_list import PagedList
from tui.widgets.plain import content
from tui.widgets.plain_input import PlainInput


class _Pane(Frame):
    """A pane like those beside it. Its rules are here: a start need not parse them."""

    DEFAULT_CSS = """
    _Pane {
        height: 1fr;
        border: round $pane-border;
        border-title-color: $foreground-muted;
        border-subtitle-color: $text-accent;
        padding: 0 0 0 1;
        background: $background;
        &:focus-within { border: round $accent; border-title-color: $text-accent; }
        NameList, FigureTable { height: 1fr; }
        #narrow-names { height: 1; margin-top: 1; }
    }
    """


class NameList(ItemList):
    """One row for each company, country or unit; of any number of them only those in sight are laid out."""

    item_height: ClassVar[int] = 1

    def __init__(self) -> None:
        super().__init__(id="names")
        self.rows: Sequence[NameCount | UnitCount] = ()
        self.empty = ""

    def count(self) -> int:
        """Return the number of rows."""
        return len(self.rows)

    def lay_out(self, index: int, width: int) -> list[Line]:
        """Return a row."""
        row = self.rows[index]
        return name_lines(row, width) if isinstance(row, NameCount) else unit_lines(row, width)

    def empty_lines(self, width: int) -> list[Line]:
        """Say why there is nothing."""
        return wrapped(line((self.empty, "muted")), width)


class NamePane(_Pane):
    """The names or units, which typing narrows; the cursor stays on its own while they change."""

    def __init__(self) -> None:
        super().__init__(id="name-pane")
        self._all: Sequence[NameCount | UnitCount] = ()
        self.wanted: str | None = None  # the key of the row that the cursor goes to once it is there

    def compose(self) -> ComposeResult:
        """Begin with the list alone."""
        yield NameList()

    @property
    def names(self) -> NameList:
        """The list."""
        return self.query_one(NameList)

    @property
    def current(self) -> NameCount | UnitCount | None:
        """The row under the cursor."""
        return self.names.rows[self.names.cursor] if self.names.rows else None

    def show(self, title: str, rows: Sequence[NameCount | UnitCount], *, empty: str, order: str | None) -> None:
        """Show these rows; the cursor stays on its name or unit where it is still there."""
        self.border_title = title
        self.border_subtitle = order
        self._all = rows
        self.names.empty = empty
        self._fill()

    def _fill(self) -> None:
        current = self.current
        typed = self.query("#narrow-names")
        wanted = fold(self.query_one("#narrow-names", Input).value) if typed else ""
        rows = [row for row in self._all if wanted in fold(row.label)] if wanted else self._all
        keys = [row.key for row in rows]
        if self.wanted in keys:
            kept, self.wanted = keys.index(self.wanted), None
        else:
            kept = keys.index(current.key) if current is not None and current.key in keys else 0
        self.names.rows = rows
        self.names.refill(cursor=kept, top=kept == 0)
        self.names.post_message(ItemList.Highlighted(self.names, kept))

    def go_to(self, key: str) -> None:
        """Put the cursor on a row, now or when it is shown."""
        self.wanted = key
        if not self.end_find():
            self._fill()

    def find(self) -> None:
        """Ask for a part of a name."""
        if not self.query("#narrow-names"):
            self.mount(PlainInput(placeholder="type to narrow", id="narrow-names", compact=True))
        self.query_one("#narrow-names").focus()

    def end_find(self) -> bool:
        """Close the input and show all names again; False where it was not open."""
        if not self.query("#narrow-names"):
            return False
        with self.prevent(Input.Changed):
            self.query_one("#narrow-names", Input).value = ""
        self.query("#narrow-names").remove()
        self._fill()
        self.screen.set_focus(self.names)
        return True

    @on(Input.Changed, "#narrow-names")
    def _narrow(self, event: Input.Changed) -> None:
        event.stop()
        self._fill()

    @on(Input.Submitted, "#narrow-names")
    def _narrowed(self, event: Input.Submitted) -> None:
        event.stop()
        self.screen.set_focus(self.names)


class FigureTable(PagedList[FoundFigure]):
    """The figures of a unit, each in two rows."""

    item_height: ClassVar[int] = 2

    def __init__(self) -> None:
        super().__init__(id="figures")
        self.top = 1.0  # the greatest of them, whatever its sign: the longest bar

    def lay_out(self, index: int, width: int) -> list[Line]:
        """Return a figure with its bar, and its brief."""
        found = self.known(index)
        return figure_lines(found, self.top, width) if found else [line(("  …", "muted")), Line()]


class DetailPane(_Pane):
    """What is known of the name under the cursor, or the figures of the unit."""

    def __init__(self) -> None:
        super().__init__(id="detail-pane")
        self._opens: Sequence[Leads] = ()
        self.looked_at = 0  # briefs of the name that are listed

    def compose(self) -> ComposeResult:
        """Hold both; one is shown."""
        yield EntryList(id="details")
        yield FigureTable()

    @property
    def details(self) -> EntryList:
        """What is known of a name."""
        return self.query_one("#details", EntryList)

    @property
    def figures(self) -> FigureTable:
        """The figures of a unit."""
        return self.query_one(FigureTable)

    def show_nothing(self) -> None:
        """Forget what was shown."""
        self.border_title = self.border_subtitle = None
        self.details.show([])
        self.figures.put(0, [])
        self.figures.refill()

    def show_detail(self, detail: NameDetail, axis: Axis, *, keep: bool) -> None:
        """Show what is known of a name; with `keep` the cursor stays."""
        rows = detail_entries(detail, axis)
        self._opens = [leads for _, leads in rows]
        self.looked_at = len(detail.briefs)
        self.border_title = content(squash(detail.name.label))
        self.border_subtitle = None
        self.details.show([entry for entry, _ in rows], cursor=self.details.cursor if keep else 0)

    def show_figures(self, title: str, order: str, total: int, top: float, figures: Sequence[FoundFigure]) -> None:
        """Show the first figures of a unit."""
        self.border_title, self.border_subtitle = content(title), order
        self.figures.top = top
        self.figures.put(total, figures)
        self.figures.refill(cursor=0, top=True)

    def turn_to(self, *, figures: bool) -> None:
        """Have one of the two in sight."""
        self.details.display, self.figures.display = not figures, figures

    def leads_to(self, index: int) -> Leads:
        """Return what the item there opens: a brief, another name, or None where it opens neither."""
        if self.figures.display:
            found = self.figures.listed.get(index)
            return found.brief if found else None
        return self._opens[index] if index < len(self._opens) else None

    @property
    def other_name(self) -> NameCount | None:
        """The name under the cursor with which this one is named."""
        leads = self.leads_to(self.details.cursor) if self.details.display else None
        return leads if isinstance(leads, NameCount) else None

    def focus_content(self) -> None:
        """Put the focus into what is in sight."""
        self.screen.set_focus(self.figures if self.figures.display else self.details)
