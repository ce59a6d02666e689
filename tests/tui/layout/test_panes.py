"""The widths of the panes: by the window, by a person, and kept."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefs.library import Library
from tui.layout.panes import NARROW, PANES, Pane, Widths

Open = Callable[..., Any]
CELLS = st.none() | st.integers(0, 400)


@given(CELLS, CELLS, st.integers(NARROW, 400))
def test_panes_fill_the_window_and_none_is_squeezed_out(facets: int | None, listed: int | None, total: int) -> None:
    widths = Widths(facets, listed).within(total)
    assert sum(widths) == total
    assert min(widths) >= 16
    assert Widths.from_text(Widths(facets, listed).text) == Widths(facets, listed)


@pytest.mark.parametrize("pane", PANES)
def test_a_pane_grows_and_shrinks_back(pane: Pane) -> None:
    at = PANES.index(pane)
    before = Widths().within(160)
    wider = Widths().grown(pane, 4, 160)
    assert wider.within(160)[at] == before[at] + 4
    assert wider.grown(pane, -4, 160).within(160)[at] == before[at]


@pytest.mark.parametrize("text", ["", "a,b", "1", "1,2,3", "-5,٣", "99999,1"])
def test_whatever_was_kept_gives_widths(text: str) -> None:
    assert sum(Widths.from_text(text).within(120)) == 120


async def test_a_pane_is_made_wider_by_key_and_stays_so(reader: Open, library: Library) -> None:
    async with reader() as r:
        before = r.app.briefs.size.width
        await r.press("plus", "plus")
        assert r.app.briefs.size.width == before + 8
        await r.press("q")
    async with reader() as r:
        assert r.app.briefs.size.width == before + 8
        await r.press("equals_sign")
        assert r.app.briefs.size.width == before
    assert library.state.get("panes") == ","


async def test_a_pane_is_enlarged_and_put_back(reader: Open) -> None:
    async with reader() as r:
        await r.press("5", "z")
        assert r.app.pane.size.width > 100
        assert not r.app.briefs.display
        await r.press("escape")
        assert r.app.briefs.size.width > 100
        await r.press("z")
        assert r.app.pane.display
        assert r.app.facets.display


async def test_tab_goes_round_the_panes_in_a_narrow_window_too(reader: Open) -> None:
    for size in ((120, 36), (80, 24)):
        async with reader(size) as r:
            seen = []
            for _ in range(3):
                await r.press("tab")
                seen.append(r.app.at)
            assert seen == ["brief", "facets", "list"]
            await r.press("shift+tab")
            assert r.app.at == "facets"


async def test_a_border_follows_the_mouse_and_stays_there(reader: Open, library: Library) -> None:
    async with reader() as r:
        facets = r.app.facets.region.width
        for border, by in ((facets, 6), (r.app.briefs.region.right + 6, -3)):
            await r.pilot.mouse_down(offset=(border - 1, 12))
            await r.pilot.hover(offset=(border - 1 + by, 12))
            await r.pilot.mouse_up(offset=(border - 1 + by, 12))
            await r.settle()
        assert r.app.facets.region.width == facets + 6
        assert library.state.get("panes") == r.app.panes.widths.text
        assert Widths.from_text(library.state.get("panes") or "").facets == facets + 6
        before = r.app.briefs.region
        await r.pilot.hover(offset=(60, 12))  # the mouse holds nothing any more
        assert r.app.briefs.region == before
