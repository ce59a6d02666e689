"""A list with a cursor whose items are laid out when they come into sight, however many there are."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from itertools import chain
from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.content import Content
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from briefs.text import squash
from tui.commands import bindings
from tui.layout.flow import Line
from tui.widgets.frame import painted
from tui.widgets.lines import Lines
from tui.widgets.plain import content

_CUT = "…"  # where something is left out of a line
_WIDE = 400  # cells in which hardly anything is left out


class ItemList(Lines):
    """Items of one or more lines each, of which the cursor is on one. Subclasses say how many and what they look like.

    `item_height` is the height of every item where all are equal, so that a list of any length costs nothing; where
    it is 0 each item is laid out once per width.
    """

    BINDINGS: ClassVar[list[BindingType]] = bindings("lists")
    COMPONENT_CLASSES: ClassVar[set[str]] = {"lines--cursor", "lines--hover"}
    item_height: ClassVar[int] = 0

    cursor: reactive[int] = reactive(0, init=False, repaint=False)
    hover: reactive[int | None] = reactive(None, init=False, repaint=False)

    class Highlighted(Message):
        """The cursor stands on another item."""

        def __init__(self, items: ItemList, index: int) -> None:
            super().__init__()
            self.items = items
            self.index = index

        @property
        def control(self) -> ItemList:
            """The list that it happened in."""
            return self.items

    class Chosen(Message):
        """An item was opened, by Enter or a click."""

        def __init__(self, items: ItemList, index: int) -> None:
            super().__init__()
            self.items = items
            self.index = index

        @property
        def control(self) -> ItemList:
            """The list that it happened in."""
            return self.items

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002, Textual's name
        super().__init__(id=id, classes=classes)
        self._tops: list[int] = []  # the first line of each item, and the line after the last
        self._laid_out: dict[int, list[Line]] = {}
        self._width = 0
        self._seen = False  # whether the cursor was ever brought into sight

    # What subclasses give.

    def count(self) -> int:
        """Return the number of items."""
        raise NotImplementedError

    def lay_out(self, index: int, width: int) -> list[Line]:
        """Return the lines of an item, each at most `width` cells wide."""
        raise NotImplementedError

    def selectable(self, index: int) -> bool:
        """Whether the cursor can stand on an item; headings say no."""
        return True

    def empty_lines(self, width: int) -> list[Line]:
        """Return what is shown where there are no items."""
        return []

    # Size and places.

    def refill(self, *, cursor: int | None = None, top: bool = False) -> None:
        """Show the items anew, after they changed; the cursor stays where it was unless a place is given.

        What is under the cursor stays on its line of the view, however many items there are above it now.
        """
        before = self._tops[self.cursor] if self.cursor < len(self._tops) else self.cursor * self.item_height
        line = before - round(self.scroll_y)
        self._measure()
        wanted = self.cursor if cursor is None else cursor
        self.set_reactive(ItemList.cursor, self._nearest(wanted))
        if top:
            self.scroll_to(y=0, animate=False)
        elif cursor is not None and self._shown():
            self.scroll_to(y=self._rows_of(self.cursor)[0] - line, animate=False, force=True, immediate=True)
        self.show_cursor()
        self.refresh()

    def repaint(self, indices: Iterable[int] | None = None) -> None:
        """Draw items again whose look changed but not their height."""
        if indices is None:
            self._laid_out.clear()
        else:
            for index in indices:
                self._laid_out.pop(index, None)
        self.refresh()

    def _measure(self) -> None:
        width = self.scrollable_content_region.width
        self._width = width
        self._laid_out.clear()
        if self.item_height:
            height = self.count() * self.item_height
        else:
            self._tops = [0]
            for index in range(self.count()):
                self._tops.append(self._tops[-1] + len(self._lines_of(index)))
            height = self._tops[-1]
        self.virtual_size = Size(width, height)

    def _lines_of(self, index: int) -> list[Line]:
        lines = self._laid_out.get(index)
        if lines is None:
            if len(self._laid_out) > 1000:
                self._laid_out.clear()
            lines = self._laid_out[index] = self.lay_out(index, max(self._width - 1, 4))  # a cell before the scroll bar
        return lines

    def _rows_of(self, index: int) -> tuple[int, int]:
        if self.item_height:
            return index * self.item_height, (index + 1) * self.item_height
        return self._tops[index], self._tops[index + 1]

    def item_at(self, row: int) -> int | None:
        """Return the item that a line of the whole list belongs to."""
        index = row // self.item_height if self.item_height else bisect_right(self._tops, row) - 1
        return index if 0 <= index < self.count() else None

    def _shown(self) -> bool:
        return bool(self.count() and self.size)

    def show_cursor(self) -> None:
        """Scroll so far that the item under the cursor is in sight, with the headings right above it.

        At first, and from more than a window away, it comes into the middle, so that what is around it is in sight too.
        """
        if not self._shown():
            return
        top, bottom = self._rows_of(self.cursor)
        index = self.cursor
        while index > 0 and not self.selectable(index - 1) and bottom - self._rows_of(index - 1)[0] <= self.size.height:
            index -= 1
            top = self._rows_of(index)[0]
        height, view = self.size.height, round(self.scroll_y)
        far = not (view - height <= top <= view + 2 * height)
        if top < view or bottom > view + height:
            region = Region(0, top, max(self._width, 1), bottom - top)
            first = not self._seen  # there is nothing to scroll away from then
            self.scroll_to_region(region, animate=False, force=True, center=far or first, immediate=first)
        self._seen = True

    def _nearest(self, index: int) -> int:
        count = self.count()
        index = max(0, min(index, count - 1))
        places = chain(range(index, count), range(index - 1, -1, -1))
        return next((place for place in places if self.selectable(place)), 0)

    # Movement.

    def move_to(self, index: int) -> None:
        """Put the cursor on the item there, or on the nearest one that it can stand on."""
        self.cursor = self._nearest(index)

    def watch_cursor(self, old: int, new: int) -> None:
        """Draw the two items again and tell."""
        if old != new and self.count():
            self.show_cursor()
            self._redraw(old, new)
            self.post_message(self.Highlighted(self, new))

    def watch_hover(self, old: int | None, new: int | None) -> None:
        """Draw the two items again; what is cut off of the one under the mouse is told beside it."""
        self.tooltip = None if new is None else self._cut_off(new)
        self._redraw(*(index for index in (old, new) if index is not None))

    def _cut_off(self, index: int) -> Content | None:
        """Return the whole text of an item of which something is left out."""
        if not any(_CUT in line.text for line in self._lines_of(index)):
            return None
        whole = "\n".join(squash(line.text) for line in self.lay_out(index, _WIDE))
        return content(whole[: _WIDE * 2])

    def _redraw(self, *indices: int) -> None:
        for index in indices:
            if 0 <= index < self.count():
                top, bottom = self._rows_of(index)
                self.refresh_lines(top, bottom - top)

    def action_cursor(self, step: int) -> None:
        """Move to the next item that the cursor can stand on; at the ends show what is beyond."""
        index = self.cursor + step
        while 0 <= index < self.count() and not self.selectable(index):
            index += step
        if 0 <= index < self.count():
            self.cursor = index
        else:
            self.scroll_relative(y=step, animate=False)

    def action_page(self, step: int) -> None:
        """Move the cursor by what is in sight."""
        if not self.count():
            return
        top = self._rows_of(self.cursor)[0]
        last = self._rows_of(self.count() - 1)[1] - 1
        index = self.item_at(max(0, min(top + step * max(self.size.height - 1, 1), last)))
        self.move_to(self.cursor if index is None else index)

    def action_first(self) -> None:
        """Move to the first item."""
        self.move_to(0)
        self.scroll_to(y=0, animate=False)

    def action_last(self) -> None:
        """Move to the last item."""
        self.move_to(self.count() - 1)

    def action_choose(self) -> None:
        """Open the item under the cursor."""
        if self.count() and self.selectable(self.cursor):
            self.post_message(self.Chosen(self, self.cursor))

    def on_click(self, event: events.Click) -> None:
        """Put the cursor where the mouse is; on an item that has it already, open it."""
        index = self.item_at(round(self.scroll_offset.y) + event.y)
        if index is not None and self.selectable(index):
            event.stop()
            if index == self.cursor:
                self.action_choose()
            else:
                self.cursor = index

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Show which item the mouse is on."""
        index = self.item_at(round(self.scroll_offset.y) + event.y)
        self.hover = index if index is not None and self.selectable(index) else None

    def on_leave(self) -> None:
        """Forget the mouse."""
        self.hover = None

    def on_show(self) -> None:
        """Have the cursor in sight, for it may have moved while the list was hidden."""
        self.show_cursor()

    def _size_updated(self, size: Size, virtual_size: Size, container_size: Size, layout: bool = True) -> bool:
        """Have the cursor in sight at the first paint already: scrolling after it would cost a second one."""
        changed = super()._size_updated(size, virtual_size, container_size, layout)
        if self.item_height and not self._seen:
            self.show_cursor()
        return changed

    def on_resize(self) -> None:
        """Lay everything out for the new width."""
        if self.scrollable_content_region.width != self._width:
            self.refill()

    # Painting.

    def render_lines(self, crop: Region) -> list[Strip]:
        """Return the lines of a part of the list; those below its end are all blank."""
        if self.scrollable_content_region.width != self._width:
            self._measure()
        gutter = self.styles.gutter
        end = self.virtual_size.height if self.count() else len(self.empty_lines(self.size.width - 1))
        end += gutter.top - round(self.scroll_offset.y)
        return painted(super().render_lines, crop, range(end, self.outer_size.height - gutter.bottom))

    def render_line(self, y: int) -> Strip:
        """Return a line of what is in sight."""
        width = self.size.width
        row = round(self.scroll_offset.y) + y
        base = self.ground
        if not self.count():
            lines = self.empty_lines(width - 1)
            return self.paint(lines[row], width, base) if row < len(lines) else Strip.blank(width, base)
        index = self.item_at(row)
        if index is None:
            return Strip.blank(width, base)
        lines = self._lines_of(index)
        line_number = row - self._rows_of(index)[0]
        content = lines[line_number] if line_number < len(lines) else Line()
        if index == self.cursor and self.selectable(index):
            cursor = self.style_of("cursor")
            return self.paint(content, width, cursor, colours=not self.has_focus)
        if index == self.hover:
            base = self.style_of("hover")
        return self.paint(content, width, base)
