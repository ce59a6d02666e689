"""Lines that look all the same are painted once: those inside a border, and those below the end of a list."""

from __future__ import annotations

from collections.abc import Callable

from textual.containers import Vertical
from textual.geometry import Region
from textual.strip import Strip


def painted(render: Callable[[Region], list[Strip]], crop: Region, alike: range) -> list[Strip]:
    """Return the lines of `crop` as `render` gives them; it is asked for one of those in `alike` only."""
    alike = range(max(alike.start, crop.y), min(alike.stop, crop.bottom))
    if len(alike) < 2:
        return render(crop)
    strips = render(Region(crop.x, crop.y, crop.width, alike.start + 1 - crop.y))
    strips += strips[-1:] * (len(alike) - 1)
    if alike.stop < crop.bottom:
        strips += render(Region(crop.x, alike.stop, crop.width, crop.bottom - alike.stop))
    return strips


class Frame(Vertical):
    """A border with a title around widgets, which cover what is inside."""

    def render_lines(self, crop: Region) -> list[Strip]:
        """Return the lines of the border, with nothing between."""
        return painted(super().render_lines, crop, range(1, self.outer_size.height - 1))
