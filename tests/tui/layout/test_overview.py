"""The pages over all briefs found: figures, companies and countries."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from msgspec.structs import replace

from briefs.library import Library
from briefs.model import Brief
from briefs.text import squash
from search_index.results import Axis, FigurePlace, NameCount
from tests.tui.conftest import fill, make_brief, three_briefs
from tui.layout.flow import sparkline
from tui.layout.overview import (
    BriefRef,
    FoundFigure,
    NameDetail,
    detail_entries,
    detail_of,
    figure_lines,
    figures_at,
    name_lines,
    span_text,
)

Open = Callable[..., Any]
KESTREL = NameCount("company", "company:kestrel marine", "Kestrel Marine", 1, (0, 1, 3))


def test_a_figure_has_a_bar_against_the_largest_and_its_brief() -> None:
    brief = three_briefs()[1]
    found = FoundFigure(BriefRef.of(brief), brief.key_figures[1])
    first, second = (each.text for each in figure_lines(found, 40.0, 60))
    assert "12 % ██▏" in first
    assert "12% — what 12% is about" in first
    assert second.startswith("  Oriole Foods buys a mill in Kenya")
    assert second.endswith("12 February 2025")
    assert all(each.cells <= width for width in (5, 20, 200) for each in figure_lines(found, 0.0, width))


def test_what_changed_since_the_index_saw_it_is_left_out() -> None:
    briefs = three_briefs()[:2]
    places = [FigurePlace(briefs[1].id, 1), FigurePlace(briefs[1].id, 7), FigurePlace("f" * 16, 0)]
    (found,) = figures_at(places, briefs)
    assert found.brief.evidence == (briefs[1].key_figures[1].evidence,)


def test_a_name_has_its_briefs_over_time_squeezed_where_there_is_no_room() -> None:
    assert "Kestrel Marine" in name_lines(KESTREL, 60)[0].text
    assert "·▃▇     1" in name_lines(KESTREL, 60)[0].text
    long = replace(KESTREL, series=(1, 1, 0, 0, 2))
    assert f" {sparkline((1, 1, 2))} " in name_lines(long, 11)[0].text
    assert span_text((2.5e9, 2.5e9), "USD") == "2.5 billion USD"


def test_details_tell_periods_company_figures_and_briefs() -> None:
    detail = detail_of(KESTREL, [NameCount("country", "NO", "Norway", 1)], three_briefs()[:1])
    assert [each.figure.unit for each in detail.figures] == []  # its figures stand in sentences without the name
    rows = detail_entries(detail, Axis("month", ("2025-01", "2025-02", "2025-03")))
    shown = [each.text.strip() for entry, _ in rows for each in entry.lines(60)]
    assert shown[:2] == ["·▃▇", "2025-01 to 2025-03, at most 3 a month"]
    assert "Norway 1" in map(squash, shown)
    assert shown[-1].startswith("Arvenport cranes go quiet")
    older = NameDetail(replace(KESTREL, briefs=9, series=()), [], detail.briefs, [])
    assert "8 older ones…" in [
        each.text for entry, _ in detail_entries(older, Axis("", ())) for each in entry.lines(60)
    ]


async def test_the_pages_count_what_is_found(reader: Open) -> None:
    async with reader() as r:
        await r.until(lambda: "Figures 5" in r.text("#pages"))
        assert "Briefs 3  Figures 5  Companies 2  Countries 3" in r.text("#pages")
        assert r.text("#pages").rstrip().endswith("F2 to F5")
        r.app.search_for("company:kestrel")
        await r.settle()
        assert "Briefs 1  Figures 2  Companies 1  Countries 1" in r.text("#pages")


async def test_figures_are_compared_by_unit_and_open_their_brief_at_the_sentence(reader: Open) -> None:
    async with reader() as r:
        await r.press("f3")
        assert r.text("#names").split()[:2] == ["percent", "2"]
        shown = r.text("#figures").splitlines()
        assert "40 % " in shown[0]
        assert "12 % " in shown[2]
        await r.press("S")
        assert "12 % " in r.text("#figures").splitlines()[0]
        await r.press("enter", "j", "enter")
        await r.until(lambda: r.app.pane.tab == "article")
        article = r.app.pane.article
        place = article.places[0]
        assert article.brief.body[place.start : place.end] == "40%"
        assert article.has_focus
        assert r.app.page == "briefs"
        assert r.app.briefs.current.id == article.brief.id
        await r.press("escape")  # back to where it was opened
        assert r.app.page == "figures"
        assert r.app.detail_pane.figures.has_focus
        assert r.app.detail_pane.figures.cursor == 1
        await r.press("escape", "escape")
        assert r.app.page == "briefs"
        assert r.app.briefs.has_focus


async def test_query_and_filters_hold_on_every_page(reader: Open) -> None:
    async with reader() as r:
        await r.press("f4")
        assert "Oriole Foods" in r.text("#names")
        await r.press("f")
        await r.write("norway")
        await r.press("enter")
        assert r.app.page == "companies"
        assert "Oriole Foods" not in r.text("#names")
        assert "Kestrel Marine" in r.text("#names")
        await r.press("slash")
        await r.write("unheard")
        assert "The briefs found name no companies." in squash(r.text("#names"))
        await r.press("escape", "x", "f5")
        assert "Norway" in r.text("#names")


async def test_a_company_has_its_details_and_leads_to_its_briefs(reader: Open) -> None:
    async with reader() as r:
        await r.press("f4")
        assert "Named with" in r.text("#details")
        assert "Norway 1" in squash(r.text("#details"))
        await r.press("s", "D", "space")  # what is done to a brief means nothing here
        assert r.app.library.marks.ids("starred") == set()
        assert len(r.app.screen_stack) == 1
        await r.press("ctrl+f")
        await r.write("oriole")
        assert "Kestrel" not in r.text("#names")
        await r.press("enter", "i")
        assert r.app.page == "briefs"
        assert r.app.request.companies == ("company:oriole foods",)
        assert r.titles == ["Oriole Foods buys a mill in Kenya"]


async def test_a_detail_opens_its_brief(reader: Open) -> None:
    async with reader() as r:
        await r.press("f5", "j", "l")
        assert r.app.detail_pane.details.has_focus
        await r.press("h")
        assert r.app.name_pane.names.has_focus
        await r.press("J", "enter", "G", "enter")
        await r.until(
            lambda: r.app.pane.brief.title == "Arvenport cranes go quiet as Kestrel Marine halts its second dock"
        )
        assert r.app.at == "brief"


async def test_whom_a_name_is_named_with_can_be_followed_and_filtered_by(reader: Open, tmp_path: Any) -> None:
    def told(number: int, *companies: str) -> Brief:
        text = f"{' and '.join(companies)} met in Norway on day {number}."
        return make_brief(number, f"Day {number}", (text,), companies=companies, countries=(("NO", "Norway"),))

    with Library.open(tmp_path / "pairs") as pairs:
        fill(pairs, [told(1, "Oriole Foods", "Tessel Glass"), told(2, "Oriole Foods"), told(3, "Tessel Glass")])
        async with reader(on=pairs) as r:
            await r.press("f4", "enter")
            assert r.app.detail_pane.other_name.label == "Norway"  # with which it is named most often
            await r.press("j", "i")
            assert r.app.page == "briefs"
            assert r.titles == ["Day 1"]
            await r.press("x", "f4", "enter", "enter")
            assert r.app.page == "countries"
            assert r.app.name_pane.current.label == "Norway"
            await r.press("l", "i")
            assert (r.app.request.countries, r.app.request.companies) == (("NO",), ("company:oriole foods",))
            await r.press("x", "f5", "enter", "j", "enter")
            assert r.app.page == "companies"
            assert r.app.name_pane.current.label == "Tessel Glass"
            await r.press("escape")  # back to where it was followed from
            assert r.app.name_pane.current.label == "Norway"
            await r.press("escape")
            assert r.app.page == "briefs"


async def test_pages_are_turned_with_the_mouse(reader: Open) -> None:
    async with reader() as r:
        await r.until(lambda: "Figures 5" in r.text("#pages"))
        await r.pilot.click("#pages", offset=(r.text("#pages").index("Countries") + 2, 0))
        await r.settle()
        assert r.app.page == "countries"
        await r.press("f2")
        assert r.app.page == "briefs"


async def test_many_figures_come_page_by_page(reader: Open, tmp_path: Any) -> None:
    with Library.open(tmp_path / "many") as many:
        briefs = [
            make_brief(n, f"Kiln {n}", (f"Kiln {n} of Norway rose by {n}%.",), countries=(("NO", "Norway"),),
                       figures=((f"{n}%", float(n), "percent"),))
            for n in range(1, 101)
        ]  # fmt: skip
        fill(many, briefs)
        async with reader(on=many) as r:
            await r.press("f3", "enter", "G")
            await r.until(lambda: "1 % " in r.text("#figures"))
            assert "2 % " in r.text("#figures")
            await r.press("f5")
            assert "at most" in r.text("#details")
            assert "of the newest 40 briefs" in r.text("#details")
            await r.press("l", "G", "enter")
            await r.until(lambda: r.app.detail_pane.looked_at == 80)


async def test_a_brief_far_down_is_in_sight_when_it_is_opened(reader: Open, tmp_path: Any) -> None:
    with Library.open(tmp_path / "many") as many:
        briefs = [
            make_brief(n, f"Kiln {n}", (f"Kiln {n} rose by {n}%.",), figures=((f"{n}%", float(n), "percent"),))
            for n in range(1, 36)
        ]
        fill(many, briefs)
        async with reader(on=many) as r:
            await r.press("f3", "enter", "enter")
            assert r.app.open_brief.brief.title == "Kiln 35"
            assert "Kiln 35" in r.text("#briefs")


async def test_what_is_exported_from_a_page_is_all_found(reader: Open, tmp_path: Any) -> None:
    async with reader(export_folder=str(tmp_path)) as r:
        await r.press("f3", "e", "enter")
        rows = (tmp_path / "briefs.csv").read_text().splitlines()
        assert len(rows) == 1 + 5


async def test_narrow_windows_show_one_pane_at_a_time(reader: Open) -> None:
    async with reader((70, 20)) as r:
        await r.press("f4")
        assert not r.app.detail_pane.display
        await r.press("enter")
        assert r.app.detail_pane.display
        assert not r.app.name_pane.display
        await r.press("escape", "escape")
        assert r.app.briefs.has_focus
        assert r.app.briefs.display


async def test_an_empty_library_says_so_on_every_page(reader: Open, tmp_path: Any) -> None:
    with Library.open(tmp_path / "empty") as empty:
        async with reader(on=empty) as r:
            for key, said in (("f3", "hold no figures"), ("f4", "name no companies"), ("f5", "name no countries")):
                await r.press(key)
                assert f"The briefs found {said}." in squash(r.text("#names"))
