"""The list of briefs: three lines each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar

from msgspec import Struct
from msgspec.structs import replace

from briefs.library import Row
from briefs.text import Span, squash
from briefs.wording import date_text
from tui.layout.flow import Line, fit, line, spread, wrapped
from tui.widgets.paged_list import PagedList


class Listed(Struct, frozen=True):
    """A row of the list with the words that were found in it."""

    row: Row
    snippet: str = ""
    marks: tuple[Span, ...] = ()
    also: int = 0  # how many other briefs tell the same story


class BriefList(PagedList[Listed]):
    """Shows what was found, and which of it is marked."""

    item_height: ClassVar[int] = 3

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002, Textual's name
        super().__init__(id=id, classes=classes)
        self.marked: set[str] = set()
        self.empty: Sequence[Line] = ()

    def show(self, total: int, listed: Sequence[Listed], *, offset: int = 0, cursor: int = 0) -> None:
        """Show a new result, of which a page is known, with the cursor at a place.

        With an `offset`, the page continues the result that is shown.
        """
        if self.put(total, listed, offset):
            self.refill(cursor=cursor, top=cursor == 0)

    def update_rows(self, rows: Iterable[Row]) -> None:
        """Show these rows as they are now, wherever they stand in the list."""
        new = {row.id: row for row in rows}
        changed = [index for index, item in self.listed.items() if new.get(item.row.id, item.row) != item.row]
        for index in changed:
            self.listed[index] = replace(self.listed[index], row=new[self.listed[index].row.id])
        if changed:
            self.repaint(changed)

    def mark_these(self, ids: Iterable[str]) -> None:
        """Have exactly these briefs marked, and say how many under the list."""
        self.marked = set(ids)
        subtitle = f"{len(self.marked):,} marked" if self.marked else None
        if subtitle != self.border_subtitle:
            self.border_subtitle = subtitle
        self.repaint()

    @property
    def current(self) -> Row | None:
        """The row under the cursor, where it is known."""
        item = self.listed.get(self.cursor)
        return item.row if item else None

    def index_of(self, identifier: str) -> int | None:
        """Return where a brief stands among the rows that are known."""
        return next((index for index, item in self.listed.items() if item.row.id == identifier), None)

    def lay_out(self, index: int, width: int) -> list[Line]:
        """Return the title, a line of its text, and where and when it is from."""
        item = self.known(index)
        if item is None:
            return [line(("  …", "muted")), Line(), Line()]
        row = item.row
        marked = ("✓", "marked") if row.id in self.marked else " "
        dot = " " if row.read else ("●", "unread")
        title = squash(row.title)
        star = line((f" +{item.also}", "bar") if item.also else "", (" ★", "star") if row.starred else "")
        unsure = _doubt("title", row)
        room = width - 3 - len(unsure[0]) - (star.cells + 1 if star.text else 0)  # what is cut off is never the doubt
        left = line(marked, dot, " ", fit(line(title if row.read else (title, "title")), room), unsure)
        head = spread(left, star, width)
        return [head, line("   ", fit(_extract(item, width - 3), width - 3)), line("   ", _facts(row, width - 3))]

    def empty_lines(self, width: int) -> list[Line]:
        """Say why the list is empty and what to do."""
        return [line(" ", out) for text in self.empty for out in wrapped(text, width - 1)]

    def action_choose(self) -> None:
        """Open the brief; where none was found, what is proposed instead."""
        self.post_message(self.Chosen(self, self.cursor))


def _extract(item: Listed, width: int) -> Line:
    """Return the words around the first match, or the gist, cut to `width`."""
    if not item.snippet:
        return line((squash(item.row.gist), "muted"))
    text = line((item.snippet, "muted"))
    for start, end in item.marks:
        text = text.styled("match", start, end)
    first = item.marks[0].start if item.marks else 0
    if first > width * 2 // 3:
        return line(("…", "muted"), text.cut(first - width // 3, len(text.text)))
    return text


def _facts(row: Row, width: int) -> Line:
    facts = [(_short_date(row.published), "published"), (" ".join(row.countries[:6]), "")]
    facts += [(f"#{squash(tag)}", "") for tag in row.tags]
    facts += [(squash(row.publisher), "publisher")] if row.publisher else []
    parts: list[tuple[str, str]] = []
    for fact, field in facts:
        if fact:
            parts += [(f"{' · ' if parts else ''}{fact}", "muted"), _doubt(field, row)]
    return fit(line(*parts), width)


def _doubt(field: str, row: Row) -> tuple[str, str]:
    """Return the sign of what the program is unsure of; elsewhere there is room for the word."""
    return ("?" if field in row.unsure else "", "warning")


def _short_date(published: str | None) -> str:
    day, _, rest = date_text(published).partition(" ")
    month, _, year = rest.partition(" ")
    return f"{day} {month[:3]} {year}" if rest else day
