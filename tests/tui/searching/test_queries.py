"""Typing a query: what it may go on with, and the queries of before."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from briefs.library import Library
from search_index import Index, Request
from tui.cli import main
from tui.searching.completion import _FIELDS, Names, with_last_names
from tui.searching.queries import after, queries_in, text_of

Open = Callable[..., Any]

NAMES = Names(
    [
        ("company", ["Kestrel Marine", "Kestrel Bank", "Örsted", "Kest\x1b[2J", 'A"B']),
        ("person", with_last_names(["ada lindqvist", "li na", "linus berg"])),
        ("tag", ["long-read"]),
    ],
    ["ports", "ports of old"],
)


@pytest.mark.parametrize(
    ("typed", "completed"),
    [
        ("comp", "company:"),
        ("harbour -comp", "harbour -company:"),
        ("(coun", "(country:"),
        ("c", ""),  # anything may begin so
        ("company:", ""),
        ("company:kes", "company:kestrel"),  # the words of a name one by one
        ("company:kestrel", ""),
        ('company:"kes', 'company:"kestrel Marine"'),
        ('company:"kestrel b', 'company:"kestrel bank"'),
        ('company:"kestrel ', 'company:"kestrel Marine"'),
        ("company:ör", "company:örsted"),
        ("company:or", "company:orsted"),
        ("company:a", ""),
        ("person:li", "person:lindqvist"),  # whom most briefs name, by whichever name
        ("person:lin berg", ""),
        ("person:be", "person:berg"),
        ('person:"ada', 'person:"ada lindqvist"'),
        ("tag:lo", "tag:long-read"),
        ("date:last", "date:last-month"),
        ("is:un", "is:unread"),
        ("title:kes", ""),
        ("@po", "@ports"),
        ("@ports ", "@ports of old"),
        ("word", ""),
        ("", ""),
    ],
)
def test_a_query_goes_on_with_what_is_known(typed: str, completed: str) -> None:
    assert NAMES.completed(typed) == completed


def test_every_field_that_is_proposed_can_be_searched(library: Library) -> None:
    index = Index.open(library)
    index.catch_up()
    for field in _FIELDS:
        value = {
            "lang": "en",
            "is": "read",
            "has": "figures",
            "date": "today",
            "story": library.ids()[0],
            "usd": ">1",
            "percent": ">1",
        }
        index.search(Request(f"{field}:{value.get(field, 'norway')}"))
    index.close()


def test_queries_are_remembered_once_the_last_first() -> None:
    assert after(after(after([], "one"), "two"), "one") == ["one", "two"]
    assert after(["one"], "") == ["one"]
    assert len(after([str(number) for number in range(500)], "new")) == 100
    assert queries_in(text_of(["a", "b"])) == ["a", "b"]
    assert queries_in("{}") == queries_in(None) == []


async def test_tab_takes_over_what_is_proposed(reader: Open) -> None:
    async with reader() as r:
        await r.press("slash")
        await r.write("comp")
        assert "company:" in r.text("#search")
        await r.press("tab")
        assert r.app.bar.text == "company:"
        await r.write("kes")
        await r.press("right")
        assert r.app.bar.text == "company:kestrel"
        assert len(r.titles) == 1
        await r.press("tab")
        assert r.app.briefs.has_focus
        r.app.search_for("")
        await r.press("slash")
        await r.write("person:lind")
        assert "person:lindqvist" in r.text("#search")
        await r.press("tab", "enter")
        assert [row.title[:10] for row in (r.app.briefs.current,)] == ["Arvenport "]


async def test_queries_of_before_come_back(reader: Open, library: Library) -> None:
    async with reader() as r:
        for query in ("harbour", "kenya"):
            r.app.search_for("")
            await r.press("slash")
            await r.write(query)
            await r.press("enter")
        assert queries_in(library.state.get("queries")) == ["kenya", "harbour"]
        r.app.search_for("")
        await r.press("slash")
        await r.write("salt")
        await r.press("up", "up", "up")
        assert r.app.bar.text == "harbour"
        assert r.titles[0].startswith("Arvenport")
        await r.press("down", "down", "down")
        assert r.app.bar.text == "salt"


async def test_the_shell_finds_what_the_screen_shows(
    reader: Open, library: Library, capsys: pytest.CaptureFixture[str]
) -> None:
    library.marks.set_read(library.ids()[:1])
    shown: dict[str, list[str]] = {}
    async with reader() as r:
        for query in (
            "harbour OR norway",
            "the -kenya",
            "company:kestrel OR kenya",
            "is:unread date:2025",
            "kest",
            "no",
        ):
            r.app.search_for("")
            await r.press("slash")
            await r.write(query)
            await r.press("enter")
            await r.settle()
            shown[r.app.bar.text] = [item.row.id for _, item in sorted(r.app.briefs.listed.items())]
    assert "kest*" in shown  # no brief has the word itself
    for text, ids in shown.items():
        assert main(["--library", str(library.folder), "search", "--json", text]) == 0
        assert [hit["id"] for hit in json.loads(capsys.readouterr().out)] == ids
