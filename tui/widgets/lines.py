"""The base of every view of text: lines with named styles, painted as strips, only where they are in sight."""

from __future__ import annotations

from itertools import pairwise

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region, Size
from textual.reactive import Reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui.layout.flow import Line, fit

STYLES = (
    "title",  # what a thing is called
    "muted",  # dates, counts, whatever steps back
    "heading",  # a group's name
    "active",  # the one of several that is in view
    "unread",  # the dot of a brief not read
    "star",
    "marked",
    "figure",  # an amount
    "link",
    "quote",  # words that somebody said
    "match",  # what a search found
    "sentence",  # the sentence that was jumped to
    "place",  # the words in it that were jumped to
    "warning",
    "error",
    "bar",
)


class Lines(ScrollView, can_focus=True):
    """A scrolled view of lines. Subclasses give the lines; this paints them in the styles of the sheet."""

    ALLOW_SELECT = False

    # The size of a view does not depend on what is in it: Textual would lay out the whole screen for each new text.
    virtual_size = Reactive(Size(0, 0))

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002, Textual's name
        super().__init__(id=id, classes=classes)
        self._style_of: dict[str, Style] = {}
        self._ground: Style | None = None

    def watch_virtual_size(self, size: Size) -> None:
        """Fit the scroll bar to the new number of lines; only one that comes or goes costs a layout."""
        if self.styles.overflow_y != "auto":
            return
        # Before the first layout: what is longer than the whole window will not fit, and is spared a second layout.
        height = self.container_size.height or self.app.size.height
        self.show_vertical_scrollbar = size.height > height
        if self.show_vertical_scrollbar:
            self.vertical_scrollbar.window_virtual_size = size.height
            self.vertical_scrollbar.window_size = height
        self.scroll_y = self.validate_scroll_y(self.scroll_y)

    def notify_style_update(self) -> None:
        """Forget the styles: the theme or the focus changed."""
        self._style_of.clear()
        super().notify_style_update()

    def render_lines(self, crop: Region) -> list[Strip]:
        """Return the lines of a part of the view, all on the same ground, which is dear to look up."""
        self._ground = self.rich_style
        try:
            return super().render_lines(crop)
        finally:
            self._ground = None

    @property
    def ground(self) -> Style:
        """The style under everything."""
        return self._ground or self.rich_style

    def style_of(self, name: str) -> Style:
        """Return the style of a name; it has a background only where the sheet gives it one."""
        style = self._style_of.get(name)
        if style is None:
            component = f"lines--{name}"
            # The main screen holds those of all views, so that the sheet is applied to them only once.
            holder = self if component in self.COMPONENT_CLASSES else self.app.screen_stack[0]
            style = holder.get_component_rich_style(component)
            if not holder.get_component_styles(component).has_rule("background"):
                style = style.without_color + Style(color=style.color)
            self._style_of[name] = style
        return style

    def paint(self, line: Line, width: int, base: Style, *, colours: bool = True) -> Strip:
        """Return `line` as a strip of `width` cells over `base`; without colours only weight and slant are kept."""
        line = fit(line, width)
        text = line.text
        if not line.runs:
            return Strip([Segment(text, base)]).extend_cell_length(width, base)
        edges = sorted({0, len(text)} | {edge for run in line.runs for edge in run[:2]})
        segments: list[Segment] = []
        for start, end in pairwise(edges):
            style = base
            for run in line.runs:
                if run.start <= start and run.end >= end:
                    own = self.style_of(run.style)
                    style += own if colours else own.without_color
            segments.append(Segment(text[start:end], style))
        return Strip(segments).extend_cell_length(width, base)
