"""The article: a line view that wraps, highlights, remembers its place and finds words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.geometry import Size
from textual.message import Message
from textual.strip import Strip

from briefs.model import Brief, Evidence, Link
from tui.commands import bindings
from tui.layout.article import Layout, Place, places_of, sentence_around
from tui.widgets.lines import Lines


class ArticleView(Lines):
    """Shows one article. `places` are what was jumped to or found, `matches` what was searched for in all briefs.

    `n` and `N` go through the places, and where there are none through the matches.
    """

    BINDINGS: ClassVar[list[BindingType]] = bindings("article")

    class Placed(Message):
        """The view went to one of several places."""

        def __init__(self, view: ArticleView, index: int, total: int) -> None:
            super().__init__()
            self.view = view
            self.index = index
            self.total = total

    class Wrapped(Message):
        """The lines were made wider or narrower."""

        def __init__(self, wrap: int) -> None:
            super().__init__()
            self.wrap = wrap

    class LinkClicked(Message):
        """A link of the article was clicked. Its address is untrusted."""

        def __init__(self, view: ArticleView, link: Link) -> None:
            super().__init__()
            self.view = view
            self.link = link

    def __init__(self, *, wrap: int = 80, id: str | None = None) -> None:  # noqa: A002, Textual's name
        super().__init__(id=id)
        self.brief: Brief | None = None
        self.wrap = wrap
        self.places: Sequence[Place] = ()
        self.matches: Sequence[Place] = ()
        self.current = 0  # of the places
        self.sentence: Place | None = None
        self._layout: Layout | None = None
        self._laid_out_for = (0, 0)  # the width and the wrap of the layout
        self._wanted: Place | None = None  # what to show as soon as there is a width

    def show(self, brief: Brief | None, offset: int = 0) -> None:
        """Show an article from an offset of its body on."""
        self.brief = brief
        self.places, self.matches, self.sentence, self.current = (), (), None, 0
        self._layout = None
        self._wanted = Place("body", offset, offset) if offset else Place("title", 0, 0)
        self._lay_out()

    @property
    def offset_shown(self) -> int:
        """The offset in the body of the first line in sight; 0 at the very top."""
        if self._layout is None:
            return self._wanted.start if self._wanted and self._wanted.part == "body" else 0
        top = round(self.scroll_offset.y)
        return self._layout.offset_of(top) if top else 0

    def set_wrap(self, wrap: int) -> None:
        """Wrap lines at so many cells; 0 means the whole width."""
        self.wrap = wrap
        self._lay_out()

    def jump(self, evidence: Sequence[Evidence]) -> bool:
        """Go to the first evidence that the article shows, its sentence highlighted; False where it shows none."""
        shown = [e for e in evidence if e.part in ("title", "body", "source")]
        if self.brief is None or not shown:
            return False
        self.places = [Place(e.part, e.start, e.end) for e in shown]
        self._go(0)
        return True

    def show_matches(self, matches: Sequence[Evidence]) -> None:
        """Highlight the places that match what was searched for."""
        self.matches = [Place(match.part, match.start, match.end) for match in matches]
        self.refresh()

    def find(self, words: str) -> int:
        """Highlight every place of these words, go to the first from here on, and return how many there are."""
        if self.brief is None:
            return 0
        self.places = places_of(self.brief, words)
        self.sentence = None
        if self.places:
            self.matches = ()
            self._go(self._first_from_here(), sentence=False)
        self.refresh()
        return len(self.places)

    def action_widen(self, step: int) -> None:
        """Wrap at wider or narrower lines, from those in sight on."""
        width = self.scrollable_content_region.width
        self.set_wrap(max(20, min(self.wrap or width, width) + step))
        self.post_message(self.Wrapped(self.wrap))

    @property
    def words_shown(self) -> str:
        """The sentence that was jumped to or that holds the words found, else nothing."""
        if self.brief is None or not self.places:
            return ""
        place = self.sentence or self._sentence_of(self.brief, self.places[self.current])
        return self.brief.part(place.part)[place.start : place.end]

    def action_place(self, step: int) -> None:
        """Go to the next or the previous of the places."""
        if self.places:
            self._go((self.current + step) % len(self.places), sentence=self.sentence is not None)
        elif self.matches:
            self.places = self.matches
            first = self._first_from_here()
            self._go(first if step > 0 else (first + step) % len(self.places), sentence=False)

    def _first_from_here(self) -> int:
        here = self.offset_shown
        later = (i for i, place in enumerate(self.places) if place.part == "body" and place.start >= here)
        return next(later, 0) if here else 0

    def _go(self, index: int, *, sentence: bool = True) -> None:
        if self.brief is None:
            return
        self.current = index
        place = self.places[index]
        if sentence:
            self.sentence = self._sentence_of(self.brief, place)
        self._wanted = place
        self._lay_out()
        self.refresh()
        self.post_message(self.Placed(self, index, len(self.places)))

    def _sentence_of(self, brief: Brief, place: Place) -> Place:
        text = brief.part(place.part)[place.start : place.end]
        return sentence_around(brief, Evidence(place.part, place.start, place.end, text))

    def _lay_out(self) -> None:
        """Make the lines where the width or the article is new, then show what is wanted."""
        width = self.scrollable_content_region.width
        if self.brief is None or width <= 0:
            self.virtual_size = Size(width, 0)
            self.refresh()
            return
        if self._layout is None or self._laid_out_for != (width, self.wrap):
            if self._layout is not None and self._wanted is None:  # the same words stay at the top
                self._wanted = Place("body", self.offset_shown, self.offset_shown)
            self._laid_out_for = (width, self.wrap)
            room = max(width - 1, 1)  # a cell before the scroll bar
            self._layout = Layout(self.brief, min(room, self.wrap or room))
            self.virtual_size = Size(width, len(self._layout.rows))
        if self._wanted is not None:
            self._scroll_to_wanted(self._layout, self._wanted)
            self._wanted = None
        self.refresh()

    def _scroll_to_wanted(self, layout: Layout, wanted: Place) -> None:
        row = layout.row_of(wanted.part, wanted.start) or 0
        top, height = round(self.scroll_offset.y), self.size.height
        if wanted.start == wanted.end:
            self.scroll_to(y=row if wanted.start else 0, animate=False)
        elif not top <= row < top + height - 1:
            self.scroll_to(y=max(row - height // 3, 0), animate=False)

    def on_resize(self) -> None:
        """Wrap anew."""
        self._lay_out()

    def on_click(self, event: events.Click) -> None:
        """Tell which link was clicked."""
        if self._layout is None or self.brief is None:
            return
        row = round(self.scroll_offset.y) + event.y
        for segment_start, segment_end, link in self._layout.links_in(row):
            if segment_start <= event.x < segment_end:
                event.stop()
                self.post_message(self.LinkClicked(self, link))
                return

    def render_line(self, y: int) -> Strip:
        """Return a line of what is in sight."""
        width, base = self.size.width, self.ground
        row = round(self.scroll_offset.y) + y
        if self._layout is None or row >= len(self._layout.rows):
            return Strip.blank(width, base)
        marks: list[tuple[Place, str]] = [(self.sentence, "sentence")] if self.sentence else []
        part, start, end = self._layout.rows[row][:3]
        marked = (*self.matches, *self.places)
        marks += [(p, "match") for p in marked if p.part == part and p.start < end and p.end > start]
        if self.places:
            marks.append((self.places[self.current], "place"))
        return self.paint(self._layout.line(row, marks), width, base)
