"""Saved searches, quick filters, and what is new in them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from briefs.library import Library
from search_index import Index, Request
from tui.screens.saved import SavedDialog
from tui.searching.queries import in_words, query_of

Open = Callable[..., Any]
CRANES = "Arvenport cranes go quiet as Kestrel Marine halts its second dock"


async def test_a_search_is_saved_with_its_filters_and_picked_again(reader: Open, library: Library) -> None:
    async with reader() as r:
        await r.press("slash")
        await r.write("harbour")
        await r.press("enter", "f")
        await r.write("norway")
        await r.press("enter", "escape", "V")
        await r.write("ports")
        await r.press("enter")
        assert library.saved.get("ports").query == "harbour country:=NO"
        await r.press("x")
        assert len(r.titles) == 3
        await r.press("v")
        assert isinstance(r.app.screen, SavedDialog)
        await r.press("G", "enter")
        assert r.titles == [CRANES]
        assert r.app.bar.text == "harbour country:=NO"


async def test_what_is_new_is_counted_until_it_is_looked_at(
    reader: Open, library: Library, late_brief: Callable[[Library], None]
) -> None:
    library.saved.save("ports", "harbour")
    library.saved.seen("ports", library.sequence())
    late_brief(library)
    async with reader() as r:
        await r.press("v")
        assert "1 new of 2" in r.text("#saved")
        await r.press("G", "n")
        assert r.titles == ["A fourth one arrives"]
        assert "1 of 4 · only new ones" in r.text("#search-status")
        await r.press("x")
        assert len(r.titles) == 4
        await r.press("v")
        assert "new of" not in r.text("#saved")
        await r.press("G", "d")
        assert library.saved.all() == []
        await r.press("U")
        (back,) = library.saved.all()
        assert (back.query, back.seen) == ("harbour", library.sequence())


async def test_quick_filters(reader: Open, library: Library) -> None:
    library.marks.set_starred([library.ids()[1]])
    async with reader() as r:
        await r.press("v", "j", "enter")
        assert r.titles == ["Oriole Foods buys a mill in Kenya"]


async def test_nothing_cannot_be_saved(reader: Open, library: Library) -> None:
    async with reader() as r:
        await r.press("V")
        assert [n for n in r.notices if n.startswith("Search for something")]
        assert library.saved.all() == []


async def test_a_saved_query_that_is_none_any_more_is_explained_when_picked(reader: Open, library: Library) -> None:
    library.saved.save("old", "date:never")
    async with reader() as r:
        await r.press("v", "G", "enter")
        assert r.app.bar.query_one("#search-status").has_class("error")
        assert len(r.titles) == 3


@pytest.mark.parametrize(
    "request_",
    [
        Request("harbour"),
        Request("", countries=("NO", "KE")),
        Request("mill OR harbour", companies=("company:kestrel marine",)),
        Request("", publishers=("Millers Weekly",), months=("2025-02",)),
        Request("mill | harbour", countries=("Norway",), mentioned=True),
    ],
)
def test_a_request_and_its_query_find_the_same(library: Library, request_: Request) -> None:
    index = Index.open(library)
    index.catch_up()
    assert index.search(Request(query_of(request_))).ids() == index.search(request_).ids() != []
    index.close()


async def test_the_name_of_a_saved_search_is_a_query(reader: Open, library: Library) -> None:
    library.saved.save("ports", "harbour OR mill")
    library.saved.save("ports of old", "salt")
    assert in_words(library, "@ports").saved == "ports"
    assert in_words(library, "@ports kestrel") == ("(harbour OR mill) kestrel", "")
    assert in_words(library, "@ports of old") == ("salt", "ports of old")
    async with reader() as r:
        await r.press("slash", "at")
        await r.write("ports kestrel")
        await r.press("enter")
        assert r.titles == [CRANES]
        assert library.saved.get("ports").seen == 0
        r.app.search_for("@ports")
        await r.press("slash", "enter")
        assert len(r.titles) == 2
        assert library.saved.get("ports").seen == library.sequence()
        await r.press("V")
        await r.write("both")
        await r.press("enter")
        assert library.saved.get("both").query == "harbour OR mill"
        r.app.search_for("@nothing")
        await r.settle()
        assert "No search is saved as nothing; there are both" in r.text("#search-status")
