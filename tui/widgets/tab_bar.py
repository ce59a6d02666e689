"""The names of tabs on one line, the active one underlined; a click picks one."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events
from textual.message import Message
from textual.strip import Strip

from tui.layout.flow import cells, line, spread
from tui.widgets.lines import Lines
from tui.widgets.plain import content


class TabBar(Lines, can_focus=False):
    """Tabs with labels of ours, which may end in a count. They are shortened where there is no room."""

    class Picked(Message):
        """A tab was clicked."""

        def __init__(self, bar: TabBar, tab: str) -> None:
            super().__init__()
            self.bar = bar
            self.tab = tab

        @property
        def control(self) -> TabBar:
            """The bar that it happened in."""
            return self.bar

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002, Textual's name
        super().__init__(id=id)
        self.labels: Sequence[tuple[str, str]] = ()
        self.active = ""
        self.hint = ""

    def show(self, labels: Sequence[tuple[str, str]], active: str, *, hint: str = "") -> None:
        """Show these tabs, each a key and its label, and a hint at the right end where there is room."""
        if (labels, active, hint) != (self.labels, self.active, self.hint):
            self.labels, self.active, self.hint = labels, active, hint
            self.refresh()

    def _shown(self) -> Sequence[tuple[str, str]]:
        short = [(key, label.split(" ")[0]) for key, label in self.labels]
        for known in range(len(short), -1, -1):  # the counts are left out one after the other
            labels = [*self.labels[:known], *short[known:]]
            if sum(cells(label) + 2 for _, label in labels) - 2 <= self.size.width:
                return labels
        return [(key, label if key == self.active else label[:4]) for key, label in short]

    def _at(self, x: int) -> tuple[str, str] | None:
        """Return the key and the whole label of the tab at a cell."""
        start = 0
        for (key, shown), (_, label) in zip(self._shown(), self.labels, strict=True):
            if start <= x < start + cells(shown) + 2:
                return key, label
            start += cells(shown) + 2
        return None

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Tell the whole name of a tab whose name is cut."""
        hit = self._at(event.x)
        told = hit[1] if hit and hit not in self._shown() else None
        if told != (str(self.tooltip) if self.tooltip else None):
            self.tooltip = content(told) if told else None

    def on_click(self, event: events.Click) -> None:
        """Tell which tab was clicked."""
        hit = self._at(event.x)
        if hit:
            event.stop()
            self.post_message(self.Picked(self, hit[0]))

    def render_line(self, y: int) -> Strip:
        """Return the names, or the rule under them; where there is no rule the active name itself is underlined."""
        parts: list[str | tuple[str, str]] = []
        for key, label in self._shown():
            active = key == self.active
            text = label if y == 0 else ("━" if active else "─") * cells(label)
            style = ("heading" if self.size.height > 1 else "active") if active else "muted"
            parts += [(text, style), ("  " if y == 0 else "──", "muted")]
        shown = line(*parts[:-1])
        if y:
            shown = line(shown, ("─" * (self.size.width - shown.cells), "muted"))
        elif shown.cells + cells(self.hint) + 2 <= self.size.width:
            shown = spread(shown, line((self.hint, "muted")), self.size.width)
        return self.paint(shown, self.size.width, self.ground)
