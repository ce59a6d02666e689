"""What stands beside a brief: its story, related ones; quick filters; companies that were looked at."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from briefs.library import Library
from tests.tui.conftest import fill, make_brief
from tui.searching.visits import Visit, text_of, visited, visits_in
from tui.workers.messages import BesideRead, UnreadFound

Open = Callable[..., Any]
CRANES = "Arvenport cranes go quiet as Kestrel Marine halts its second dock"
MILL = "Oriole Foods buys a mill in Kenya"
SALT = "A long winter for the salt ponds of Brittany"
AGAIN = "Kestrel Marine stops at Arvenport"


@pytest.fixture
def retold(library: Library) -> str:
    """The story of the cranes told once more, by another publisher and a day later; its identifier."""
    (cranes,) = [brief for _, brief in library.briefs(library.ids()) if brief.title == CRANES]
    paragraphs = [*cranes.body.split("\n\n"), "More was not to be learned at the yard."]
    brief = make_brief(
        8,
        AGAIN,
        paragraphs,
        published="2025-02-15",
        publisher="The Dock Mirror",
        companies=("Kestrel Marine",),
        countries=(("NO", "Norway"),),
    )
    fill(library, [brief])
    return brief.id


async def test_a_story_is_listed_once_and_opened(reader: Open, retold: str) -> None:
    async with reader() as r:
        assert sorted(r.titles) == sorted([CRANES, MILL, SALT])
        assert "+1" in r.text("#briefs")
        assert "3 (4 briefs)" in r.text()
        await r.press("B")
        assert AGAIN in r.titles
        await r.press("B", "g", "b")
        assert sorted(r.titles) == sorted([CRANES, AGAIN])


async def test_related_briefs_are_shown_and_followed(reader: Open, library: Library, retold: str) -> None:
    async with reader() as r:
        assert r.app.briefs.current.title == CRANES
        await r.press("6")
        await r.until(lambda: r.posted(BesideRead))
        shown = r.text("#entries")
        assert "The same story, told by 2 publishers" in shown
        assert AGAIN in shown
        await r.press("enter")
        assert r.app.pane.brief.id == retold
        await r.press("s")
        assert library.marks.ids("starred") == {retold}
        await r.press("s")
        assert library.marks.ids("starred") == set()
        await r.press("escape")
        assert r.app.pane.brief.title == CRANES


async def test_a_brief_without_others_says_so(reader: Open, tmp_path: Path) -> None:
    with Library.open(tmp_path / "one") as library:
        fill(library, [make_brief(1, "Alone", ("Nothing else is here.",))])
        async with reader(on=library) as r:
            await r.press("6")
            await r.until(lambda: "No other brief" in r.text("#entries"))


async def test_quick_filters_go_in_and_out(reader: Open, library: Library) -> None:
    library.marks.set_read(library.ids()[:2])
    async with reader() as r:
        await r.press("comma")
        assert r.app.bar.text == "is:unread"
        assert r.titles == [SALT]
        assert "1 of 3" in r.text()
        assert "▣ Unread" in r.text("#facet-values")
        await r.press("comma")
        assert len(r.titles) == 3
        await r.press("f")
        r.app.facets.values.move_to(r.app.facets.values.count() - 4)
        r.app.facets.values.action_choose()
        await r.settle()
        assert r.app.bar.text == "is:unread"
        await r.press("escape", "x", "T")
        assert r.app.bar.text == "date:today"
        await r.press("T", "W")
        assert r.app.bar.text == "date:7d"


async def test_the_next_unread_is_found_beyond_what_is_listed(reader: Open, library: Library) -> None:
    fill(
        library,
        [
            make_brief(100 + n, f"Number {n}", (" ".join(f"a{n}b{m}" for m in range(9)),), published="2020-01-01")
            for n in range(60)
        ],
    )
    far = f"{150:016x}"
    library.marks.set_read([identifier for identifier in library.ids() if identifier != far])
    async with reader() as r:
        await r.press("B")
        assert r.app.briefs.index_of(far) is None
        await r.press("u")
        assert r.posted(UnreadFound)[-1].index == 52
        assert r.app.pane.brief.id == far
        await r.press("u")
        assert "This is the only one that is not read." in r.notices


async def test_what_was_removed_comes_back(reader: Open, library: Library) -> None:
    library.marks.set_starred([library.ids()[0]])
    async with reader() as r:
        await r.press("D", "y")
        await r.until(lambda: r.titles == [MILL, SALT])
        await r.press("U")
        await r.until(lambda: len(r.titles) == 3)
        assert library.latest(1)[0].starred


async def test_what_is_new_of_a_company_is_counted_since_it_was_looked_at(reader: Open, library: Library) -> None:
    async with reader() as r:
        await r.press("f", *"kestrel", "enter")
        assert r.titles == [CRANES]
        fill(library, [make_brief(9, "A third dock", ("Kestrel Marine plans it now.",), companies=("Kestrel Marine",))])
        r.app.index.catch_up()
        await r.press("escape", "x", "v")
        assert "Companies that you looked at" in r.text()
        assert "1 new of 2" in r.text("#saved")
        await r.press("G", "enter")
        assert len(r.titles) == 2
        await r.press("v")
        assert "new of" not in r.text("#saved")
        await r.press("G", "d", "v")
        assert "Companies that you looked at" not in r.text()
        await r.press("escape", "U", "v")
        assert "Companies that you looked at" in r.text()


def test_visits_are_kept_last_first_and_never_too_many() -> None:
    visits: list[Visit] = []
    for number in range(50):
        visits = visited(visits, Visit(f"company:{number % 40}", f"{number % 40}", number))
    assert visits[0] == Visit("company:9", "9", 49)
    assert len(visits) == 30
    assert visits_in(text_of(visits)) == visits
    assert visits_in("{broken") == visits_in(None) == []
