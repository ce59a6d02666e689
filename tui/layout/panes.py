"""How wide the three panes are: by the window, and by what a person made of it. Pure."""

from __future__ import annotations

from typing import Literal, NamedTuple

Pane = Literal["facets", "list", "brief"]
PANES: tuple[Pane, ...] = ("facets", "list", "brief")

NARROW = 104  # a window of fewer cells shows one pane at a time
_WIDE = 150  # one of as many or more has room for wider facets
_LEAST = {"facets": 16, "list": 28, "brief": 36}
LIST_SHARE = 0.4  # of what the facets leave


class Widths(NamedTuple):
    """What a person chose, in cells; None: as wide as the window says."""

    facets: int | None = None
    list: int | None = None

    @classmethod
    def from_text(cls, text: str) -> Widths:
        """Read what `text` gave; anything else says nothing."""
        parts = [int(part) if part.isdecimal() and len(part) < 5 else None for part in text.split(",")]
        return cls(*parts) if len(parts) == 2 else cls()

    @property
    def text(self) -> str:
        """The widths as a text, to be kept."""
        return ",".join("" if width is None else str(width) for width in self)

    def within(self, total: int, share: float = LIST_SHARE) -> tuple[int, int, int]:
        """Return the widths of facets, list and brief in a window of `total` cells; none is squeezed out of sight.

        `share` is the list's own of what the facets leave, where nobody has chosen its width.
        """
        facets = self.facets or (32 if total >= _WIDE else 24)
        facets = max(_LEAST["facets"], min(facets, total - _LEAST["list"] - _LEAST["brief"]))
        rest = total - facets
        listed = self.list or round(rest * share)
        listed = max(_LEAST["list"], min(listed, rest - _LEAST["brief"]))
        return facets, listed, rest - listed

    def ended(self, border: int, end: int, total: int, share: float = LIST_SHARE) -> Widths:
        """Return the widths where the facets (border 0) or the list (border 1) end before the cell `end`."""
        facets, _, _ = self.within(total, share)
        wanted = Widths(end, self.list) if border == 0 else Widths(self.facets, end - facets)
        facets, listed, _ = wanted.within(total, share)
        return Widths(facets, self.list) if border == 0 else Widths(self.facets, listed)

    def grown(self, pane: Pane, by: int, total: int, share: float = LIST_SHARE) -> Widths:
        """Return the widths after `pane` grew by so many cells; the brief grows at the cost of the list."""
        facets, listed, _ = self.within(total, share)
        wanted = Widths(facets + by, self.list) if pane == "facets" else Widths(self.facets, listed + by)
        if pane == "brief":
            wanted = Widths(self.facets, listed - by)
        facets, listed, _ = wanted.within(total, share)
        return Widths(facets, self.list) if pane == "facets" else Widths(self.facets, listed)
