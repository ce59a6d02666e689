"""What the briefs found say together."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from briefs.library import Library
from tests.tui.conftest import make_brief, three_briefs
from tui.overview import detail_entries, figure_entries, name_entries, overview_of
from tui.screens.overview import OverviewScreen

Open = Callable[..., Any]


def test_figures_stand_under_their_units_largest_first() -> None:
    overview = overview_of(three_briefs(), 3)
    rows = figure_entries(overview.figures, "value")
    shown = [entry.lines(100)[0].text.strip() for entry, _ in rows]
    assert shown[0] == "Percent  2"
    assert shown[1].startswith("40 % ████████████ 40% — what 40% is about")
    assert shown[2].startswith("12 % ███▋")
    assert [found.size for _, found in rows if found][:2] == [40.0, 12.0]


def test_figures_are_sorted_by_date_newest_first_and_undated_last() -> None:
    overview = overview_of(three_briefs(), 3)
    rows = figure_entries(overview.figures, "date")
    percent = [found for _, found in rows if found and found.figure.unit == "percent"]
    assert [found.brief.published for found in percent] == ["2025-02-12", None]


def test_a_name_knows_its_briefs_months_figures_and_company() -> None:
    briefs = [
        make_brief(n, f"Dock {n}", ("Kestrel Marine of Norway spent 5%.",), published=f"2025-0{n}-01",
                   companies=("Kestrel Marine",), countries=(("NO", "Norway"),), figures=(("5%", 5.0, "percent"),))
        for n in (1, 3)
    ]  # fmt: skip
    overview = overview_of([*briefs, *three_briefs()], 5)
    assert overview.months == ["2025-01", "2025-02", "2025-03"]
    entry, named = name_entries(overview, "companies")[0]
    assert named.entity.name == "Kestrel Marine"
    assert len(named.briefs) == 3
    assert len(named.figures) == 2
    assert named.beside == {"Norway": 3}
    assert "▅▅▅" in entry.lines(40)[0].text
    assert [e.entity.code for _, e in name_entries(overview, "countries")] == ["NO", "FR", "KE"]
    details = [each.text for entry, _ in detail_entries(named, overview.months) for each in entry.lines(60)]
    assert "Named with" in details
    assert "Norway 3" in details


async def test_figures_open_their_brief_at_the_sentence(reader: Open) -> None:
    async with reader() as r:
        await r.press("f3")
        assert isinstance(r.app.screen, OverviewScreen)
        assert "Percent  2" in r.text("#overview")
        await r.press("S", "j", "enter")
        await r.until(lambda: r.app.pane.tab == "article")
        article = r.app.pane.article
        place = article.places[0]
        assert article.brief.body[place.start : place.end] in ("12%", "40%")
        assert article.has_focus
        assert r.app.briefs.current.id == article.brief.id


async def test_companies_show_their_details_and_filter_the_list(reader: Open) -> None:
    async with reader() as r:
        await r.press("f4")
        assert "Kestrel Marine" in r.text("#overview")
        assert "Named with" in r.text("#details")
        await r.press("i")
        assert r.app.request.companies == ("company:kestrel marine",)
        await r.press("x", "f5")
        assert "Norway" in r.text()
        await r.press("h", "h")
        assert "Percent" in r.text("#overview")
        await r.press("q")
        assert r.app.briefs.has_focus


async def test_a_detail_opens_its_brief(reader: Open) -> None:
    async with reader() as r:
        await r.press("f5", "j", "enter")
        assert r.app.screen.details.has_focus
        await r.press("escape")
        assert r.app.screen.names.has_focus
        await r.press("enter", "G", "enter")
        await r.until(lambda: r.app.pane.brief.title != r.titles[0])


async def test_narrow_windows_show_the_details_instead(reader: Open) -> None:
    async with reader((70, 20)) as r:
        await r.press("f4")
        assert not r.app.screen.details.display
        await r.press("enter")
        assert r.app.screen.details.display
        assert not r.app.screen.names.display
        await r.press("escape", "escape")
        assert r.app.briefs.has_focus


async def test_an_empty_library_has_nothing_to_put_together(reader: Open, tmp_path: Any) -> None:
    with Library.open(tmp_path / "empty") as empty:
        async with reader(on=empty) as r:
            for key in ("f3", "f4", "f5", "v"):
                await r.press(key)
            assert "There are no briefs to look at together." in r.notices
