"""What the briefs found say together, against a count by hand over the briefs themselves."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import pairwise
from math import inf

import msgspec
import pytest

from briefs.library import Library
from briefs.model import Brief
from briefs.text import fold
from search_index import Index, Request
from search_index.answers.together import Together
from search_index.results import FigureOrder
from search_index.terms.figures import size_of
from tests.search_index.conftest import MakeIndex
from tests.search_index.corpus import brief


@pytest.fixture
def found(shared_index: tuple[Library, Index]) -> tuple[Together, dict[str, Brief]]:
    """What is found of some words, and the same briefs from the library."""
    library, index = shared_index
    request = Request("chips OR bank OR harbour")
    ids = index.search(request).ids()
    assert 5 < len(ids) < library.count()
    return index.together(request), {each.id: each for _, each in library.briefs(ids)}


def test_names_are_counted_in_all_and_by_period(found: tuple[Together, dict[str, Brief]]) -> None:
    together, briefs = found
    counts: Counter[str] = Counter()
    months: dict[str, Counter[str]] = defaultdict(Counter)
    for each in briefs.values():
        for company in each.companies:
            counts[company.key] += company.main
            months[company.key][(each.published or "")[:7]] += company.main
    names = together.names("company", "briefs")
    assert together.briefs == len(briefs)
    assert {name.value: name.briefs for name in names} == +counts
    assert together.count("company") == len(names)
    assert [name.briefs for name in names] == sorted((name.briefs for name in names), reverse=True)
    span, periods = together.axis
    assert span == "month"
    for name in names:
        assert name.series == tuple(months[name.value][period] for period in periods)
    assert [n.label for n in together.names("company", "name")] == sorted((n.label for n in names), key=fold)
    newest = max((each for each in briefs.values() if each.companies), key=lambda each: each.published or "")
    assert together.names("company", "latest")[0].value in {company.key for company in newest.companies}


def test_a_name_has_its_briefs_and_whom_it_is_named_with(found: tuple[Together, dict[str, Brief]]) -> None:
    together, briefs = found
    name = together.names("country", "briefs")[0]
    about = [b for b in briefs.values() if any(c.code == name.value and c.main for c in b.countries)]
    ids = together.briefs_about("country", name.value, 100)
    assert len(ids) == name.briefs
    assert sorted(ids) == sorted(each.id for each in about)
    dates = [briefs[identifier].published or "" for identifier in ids]
    assert dates == sorted(dates, reverse=True)
    assert together.briefs_about("country", name.value, 2, 1) == ids[1:3]
    beside = Counter(c.key for b in about for c in b.companies if c.main)
    counted = {
        each.value: each.briefs for each in together.beside("country", name.value, 100) if each.kind == "company"
    }
    assert counted == beside
    assert name.value not in [each.value for each in together.beside("country", name.value, 100)]


@pytest.mark.parametrize("order", ["largest", "smallest", "newest"])
def test_figures_stand_in_order(found: tuple[Together, dict[str, Brief]], order: FigureOrder) -> None:
    together, briefs = found
    figures = [(b, f) for b in briefs.values() for f in b.key_figures]
    assert together.figure_count == len(figures)
    units = together.units()
    assert Counter({unit.unit: unit.figures for unit in units}) == Counter(fold(f.unit) for _, f in figures)
    unit = units[0]
    places = together.figures(unit.unit, order, 1000)
    assert len(set(places)) == unit.figures
    assert together.figures(unit.unit, order, 2, 1) == places[1:3]
    shown = [(briefs[place.brief], briefs[place.brief].key_figures[place.number]) for place in places]
    assert all(fold(figure.unit) == unit.unit for _, figure in shown)
    sizes = [size_of(figure) for _, figure in shown]
    assert together.span(unit.unit) == (min(sizes), max(sizes))
    for (one, figure), (other, after) in pairwise(shown):
        if order == "newest":
            assert (one.published or "") >= (other.published or "")
        else:
            assert (size_of(figure) >= size_of(after)) is (order == "largest") or size_of(figure) == size_of(after)


def test_negative_figures_and_ranges_are_in_their_place(make_index: MakeIndex) -> None:
    amounts = (("percent", -4.0), ("percent", (2.0, 30.0)), ("percent", 0.0), ("percent", 12.5), ("percent", -0.5))
    _, index, ids = make_index(brief("One", "It moved.", figures=amounts))
    together = index.together(Request())
    assert [place.number for place in together.figures("percent", "smallest", 9)] == [0, 4, 2, 3, 1]
    assert together.figures("percent", "largest", 1) == [(ids[0], 1)]
    assert together.span("percent") == (-4.0, 30.0)


def test_figures_stand_by_what_they_measure(make_index: MakeIndex) -> None:
    one = brief("One", "It moved.", figures=(("percent", 1.0), ("percent", 2.0), ("percent", 3.0)))
    measures = ("turnover", "Écarts", None)
    figures = tuple(
        msgspec.structs.replace(figure, measures=said, sentence="Output fell.")
        for figure, said in zip(one.key_figures, measures, strict=True)
    )
    _, index, _ = make_index(msgspec.structs.replace(one, key_figures=figures))
    places = index.together(Request()).figures("percent", "measure", 9)
    assert [measures[place.number] for place in places] == ["Écarts", None, "turnover"]


def test_long_times_are_told_in_longer_periods(make_index: MakeIndex) -> None:
    dates = ("2016-05-01", "2024-12-31", "2025-01-01", None)
    briefs = (brief(str(date), f"Of {date}.", published=date, companies=("Ostra",)) for date in dates)
    _, index, _ = make_index(*briefs)
    together = index.together(Request())
    assert together.axis.span == "quarter"
    assert (together.axis.periods[0], together.axis.periods[-1]) == ("2016-q2", "2025-q1")
    (name,) = together.names("company", "briefs")
    assert (name.briefs, sum(name.series), name.series[0], name.series[-2:]) == (4, 3, 1, (1, 1))
    recent = index.together(Request(months=("2025-01",)))
    assert recent.axis == ("month", ("2025-01",))


def test_nothing_found_says_nothing(make_index: MakeIndex) -> None:
    _, empty, _ = make_index()
    assert empty.together(Request()).span("usd") == (inf, -inf)
    _, index, _ = make_index(brief("One", "Undated.", published=None, companies=("Ostra",)))
    nothing = index.together(Request("unheard"))
    assert (nothing.briefs, nothing.figure_count, nothing.units(), nothing.names("company", "briefs")) == (0, 0, [], [])
    assert (nothing.figures("usd", "largest", 9), nothing.span("usd")) == ([], (inf, -inf))
    (undated,) = index.together(Request()).names("company", "briefs")
    assert (undated.briefs, undated.series) == (1, ())
