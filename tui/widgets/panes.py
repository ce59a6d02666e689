"""The three panes side by side, or one at a time where the window is narrow or a pane was enlarged."""

from __future__ import annotations

from textual import events
from textual.geometry import Offset, Region, Size, Spacing
from textual.layout import ArrangeResult, Layout, WidgetPlacement
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from tui.layout.panes import LIST_SHARE, NARROW, PANES, Pane, Widths


class _SideBySide(Layout):
    """Gives each child its width. The sheet's classes would style the whole screen anew at each change."""

    name = "panes"

    def __init__(self, panes: Panes) -> None:
        self._panes = panes

    def arrange(self, parent: Widget, children: list[Widget], size: Size, greedy: bool = True) -> ArrangeResult:
        """Place the children that are shown; one alone has all the room."""
        widths = self._panes.widths.within(size.width, self._panes.share) if len(children) > 1 else (size.width,)
        placements: ArrangeResult = []
        x = 0
        for child, width in zip(children, widths, strict=False):  # fewer while the screen is taken down
            placements.append(WidgetPlacement(Region(x, 0, width, size.height), Offset(), Spacing(), child))
            x += width
        return placements


class Panes(Widget):
    """Holds the facets, the list and the brief. One of them is in front: it has the focus, or had it last."""

    DEFAULT_CSS = "Panes { height: 1fr; }"

    class Resized(Message):
        """Somebody gave the panes other widths with the mouse."""

    def __init__(self, facets: Widget, briefs: Widget, brief: Widget) -> None:
        super().__init__(facets, briefs, brief, id="panes")
        self._of: dict[Pane, Widget] = dict(zip(PANES, (facets, briefs, brief), strict=True))
        self._layout_of_panes = _SideBySide(self)
        self.front: Pane = "list"
        self.widths = Widths()
        self.share = LIST_SHARE
        self.enlarged = False
        self._held: int | None = None  # the border that the mouse holds: after the facets, or after the list

    @property
    def layout(self) -> Layout:
        """The layout of the panes."""
        return self._layout_of_panes

    def render_lines(self, crop: Region) -> list[Strip]:
        """Return blank lines, for the panes cover them all."""
        return [Strip.blank(crop.width)] * crop.height

    def on_mount(self) -> None:
        """Show what there is room for, before the first layout."""
        self._show(self.app.size.width)

    def on_resize(self) -> None:
        """Show what there is room for now."""
        self._show(self.size.width)

    # A border between two panes follows the mouse.

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Take hold of the border under the mouse."""
        if self._alone(self.size.width):
            return
        facets, listed, _ = self.widths.within(self.size.width, self.share)
        x = event.screen_x - self.region.x
        held = [number for number, border in enumerate((facets, facets + listed)) if x in (border - 1, border)]
        if held:
            self._held = held[0]
            self.capture_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Make the pane before the border that is held end under the mouse."""
        if self._held is None:
            return
        event.stop()
        end = event.screen_x - self.region.x + 1
        self._put_widths(self.widths.ended(self._held, end, self.size.width, self.share))

    def on_mouse_up(self) -> None:
        """Let go of the border, and tell."""
        if self._held is not None:
            self._held = None
            self.release_mouse()
            self.post_message(self.Resized())

    def _put_widths(self, widths: Widths) -> None:
        if widths != self.widths:
            self.widths = widths
            # Of a child: an arrangement is remembered until one asks for a new one.
            self._of[self.front].refresh(layout=True)

    def bring(self, pane: Pane) -> None:
        """Note which pane is in front; where only one is shown, it is that one."""
        self.front = pane
        self._show(self.size.width or self.app.size.width)

    def put(self, middle: Widget, right: Widget, share: float = LIST_SHARE) -> None:
        """Show two widgets in the places of the list and the brief; those that were there keep what they show.

        `share` is how much of the room of both the one in the middle has.
        """
        self.share = share
        places: dict[Pane, Widget] = {"list": middle, "brief": right}
        for pane, widget in places.items():
            self._of[pane].display = False
            self._of[pane] = widget
        self._show(self.size.width)

    def pane_of(self, widget: Widget) -> Pane | None:
        """Return the pane that a widget is in."""
        return next((name for name, pane in self._of.items() if pane in widget.ancestors_with_self), None)

    def enlarge(self) -> None:
        """Give the pane in front the whole window, or put the others beside it again."""
        self.enlarged = not self.enlarged
        self._show(self.size.width)

    def grow(self, by: int) -> bool:
        """Make the pane in front wider, or narrower by a negative number; False where it stands alone."""
        if self._alone(self.size.width):
            return False
        self._put_widths(self.widths.grown(self.front, by, self.size.width, self.share) if by else Widths())
        return True

    def _alone(self, width: int) -> bool:
        return self.enlarged or width < NARROW

    def _show(self, width: int) -> None:
        alone = self._alone(width)
        for name, pane in self._of.items():
            shown = not alone or name == self.front
            if pane.display != shown:
                pane.display = shown
