"""What changes in the library while somebody reads: it is shown, and takes nobody away from where they are."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event
from typing import Any

import pytest

from briefs.library import Library
from tests.tui.conftest import fill, make_brief
from tui.workers.asking import pages_around
from tui.workers.messages import LibraryChanged

Open = Callable[..., Any]


def _brief(number: int, published: str = "2025-02-14") -> Any:
    return make_brief(number, f"Kiln {number:03}", (f"Kiln {number} was lit by the harbour.",), published=published)


@pytest.fixture
def many(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "many") as library:
        fill(library, [_brief(number) for number in range(1, 101)])
        yield library


async def test_the_cursor_stays_on_its_brief_however_far_down_it_is(reader: Open, many: Library) -> None:
    async with reader(on=many, watch=0.05, read_after=0) as r:
        await r.press("G", "k", "k")
        here = r.app.briefs.current
        assert r.app.briefs.cursor == 97
        line = r.text("#briefs").index(here.title)
        fill(many, [_brief(500, "2025-03-01")])
        await r.until(lambda: r.app.briefs.total == 101)
        await r.until(lambda: r.app.briefs.current == here)
        assert r.app.briefs.cursor == 98
        assert r.app.pane.brief.id == here.id
        assert r.text("#briefs").index(here.title) == line, "it stays on its line of the window"


async def test_after_a_removal_the_cursor_is_on_the_next_one(reader: Open, many: Library) -> None:
    async with reader(on=many) as r:
        await r.press(*"jjjjj")
        following = r.app.briefs.listed[6].row.title
        await r.press("D", "y")
        await r.until(lambda: r.app.briefs.total == 99)
        assert r.app.briefs.current.title == r.app.pane.brief.title == following
        await r.press("D", "y")
        await r.until(lambda: r.app.briefs.total == 98)
        await r.press("U", "U")
        await r.until(lambda: r.app.briefs.total == 100)


async def test_what_was_just_read_stays_in_view_though_others_add(reader: Open, many: Library) -> None:
    async with reader(on=many, watch=0.05) as r:
        await r.press("comma")
        read = r.app.briefs.current.title
        await r.press("enter")
        assert r.app.briefs.current.read
        fill(many, [_brief(500, "2025-03-01")])
        await r.until(lambda: r.posted(LibraryChanged))
        await r.until(lambda: "r shows what changed" in r.text("#search-status"))
        assert r.titles[0] == r.app.pane.brief.title == read
        await r.press("r")
        assert r.titles[0] == "Kiln 500"
        assert read not in r.titles


async def test_a_look_for_changes_that_takes_long_is_not_followed_by_others_beside_it(
    reader: Open, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    looks: list[Library] = []
    done = Event()
    unchanged = library.sequence()

    def long(library: Library) -> int:
        looks.append(library)
        done.wait(60)
        return unchanged

    async with reader() as r:
        monkeypatch.setattr(Library, "sequence", long)
        r.app.look([])
        await r.until(lambda: looks)
        r.app.look([])
        done.set()
        await r.settle()
        assert len(looks) == 1
        r.app.look([])
        await r.settle()
        assert len(looks) == 2


async def test_a_brief_opened_from_another_one_stays_open(reader: Open, many: Library) -> None:
    async with reader(on=many, watch=0.05) as r:
        r.app.search_for('title:"kiln 001"')
        await r.settle()
        r.app.open_at(f"{60:016x}", ())
        await r.settle()
        opened = r.app.pane.brief.title
        assert opened != r.app.briefs.current.title
        fill(many, [_brief(500, "2025-03-01")])
        await r.until(lambda: r.posted(LibraryChanged))
        await r.settle()
        assert r.app.pane.brief.title == opened


async def test_the_last_brief_is_there_again_at_once_wherever_it_stands(reader: Open, many: Library) -> None:
    async with reader(on=many) as r:
        await r.press("G", *"kkkkk")
        last = r.app.briefs.current.title
        await r.press("q")
    async with reader(on=many, ready=False) as r:
        assert r.app.briefs.current.title == r.app.pane.brief.title == last, "before the index is opened"
        shown = r.text("#briefs")
        assert all(f"Kiln 09{number}" in shown for number in (2, 5, 8)), "with what stands above and below"
        await r.until(lambda: r.app.indexed)
        await r.settle()
        assert r.app.briefs.total == 100
        assert r.app.briefs.cursor == 94
        assert r.app.briefs.current.title == r.app.pane.brief.title == last
        assert r.text("#briefs") == shown
        await r.press("q")
    many.remove([many.ids()[94]])
    async with reader(on=many, ready=False) as r:
        assert r.titles[0] == r.app.pane.brief.title == "Kiln 001", "what is gone is no place to begin"


async def test_who_goes_on_while_the_list_is_read_anew_is_not_called_back(
    reader: Open, many: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with reader(on=many) as r:
        await r.press(*"jjj")
        asked: list[tuple[Any, ...]] = []
        with monkeypatch.context() as slow:
            slow.setattr(r.app, "search", lambda *asking: asked.append(asking))
            fill(many, [_brief(500, "2025-03-01")])
            r.app.index.catch_up()
            await r.press("r", "j", "j")
        r.app.search(*asked[0])
        await r.until(lambda: r.app.briefs.total == 101)
        assert r.app.briefs.cursor == 6, "two after the brief that was the fourth and is the fifth now"


def test_the_pages_around_a_place_hold_all_that_a_window_shows_there() -> None:
    total, size = 205, 40
    for place in range(total):
        pages = pages_around(place, size, total)
        held = {row for page in (0, *pages) for row in range(page, page + size)}
        assert held >= set(range(max(0, place - size // 2), min(total, place + size // 2)))
        assert 0 not in pages
        assert len(pages) <= 2
