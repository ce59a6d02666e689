"""Where the disk says no: it is told, what can be done still is, and nothing is shown that was not kept."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from threading import Event
from typing import Any, NoReturn

import pytest

from briefs.errors import LibraryError
from briefs.library import Library
from briefs.library.marks import Marks
from search_index import Index
from tui.process.leaving import leave_in_order
from tui.workers import writing
from tui.workers.messages import Failed

Open = Callable[..., Any]


def _refuse(*_: object, **__: object) -> NoReturn:
    raise LibraryError("The disk is full.")


async def test_a_mark_that_could_not_be_kept_is_not_shown(
    reader: Open, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Marks, "set_starred", _refuse)
    async with reader() as r:
        await r.press("s")
        await r.until(lambda: "The disk is full." in r.notices)
        assert "★" not in r.text("#briefs")
        assert not r.app.briefs.current.starred
        await r.press("U")
        assert "There is nothing to take back." in r.notices


async def test_an_index_that_cannot_be_written_is_searched_as_it_is(
    reader: Open, library: Library, late_brief: Callable[[Library], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    written = Index.open(library)
    written.catch_up()
    written.close()
    late_brief(library)
    monkeypatch.setattr(Index, "catch_up", _refuse)
    async with reader() as r:
        assert "The disk is full." in r.notices
        await r.press("slash")
        await r.write("mill")
        assert r.titles == ["Oriole Foods buys a mill in Kenya"]


async def test_an_index_that_could_not_be_made_is_tried_again_by_refreshing(
    reader: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as full:
        full.setattr(Index, "catch_up", _refuse)
        full.setattr(Index, "search", _refuse)
        async with reader(ready=False) as r:
            await r.settle()
            assert len(r.titles) == 3
            await r.press("slash")
            await r.write("mill")
            assert "no index to search" in r.text("#search-status")
            await r.press("enter", "r")
            assert r.notices == ["The disk is full."], "once, however often it happens"
            full.undo()
            await r.press("r")
            await r.until(lambda: r.titles == ["Oriole Foods buys a mill in Kenya"])


async def test_a_library_that_is_taken_away_is_told_once_and_not_made_anew(
    reader: Open, library: Library, tmp_path: Path
) -> None:
    async with reader(watch=0.01) as r:
        library.folder.rename(tmp_path / "elsewhere")
        await r.until(lambda: r.notices)
        await r.pilot.press("s", "j", "enter", "s")
        await r.until(lambda: len(r.posted(Failed)) > 2)
        (told,) = r.notices
        assert "moved, removed or replaced" in told
        assert "★" not in r.text("#briefs")
    assert not library.folder.exists()


async def test_what_is_not_kept_once_the_screen_is_gone_is_said_in_the_shell(
    reader: Open, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(writing, "_SOON", 0.001)
    left = Event()

    def refuse_late(*_: object) -> NoReturn:
        left.wait(60)
        _refuse()

    def finish(say_why: Callable[[], None]) -> dict[str, list[str]]:
        def then_go_on() -> None:
            say_why()
            left.set()

        return r.app.finish_writing(then_go_on)  # type: ignore[no-any-return]

    monkeypatch.setattr(Marks, "set_starred", refuse_late)
    async with reader() as r:
        await r.pilot.press("s", "q")
        await r.until(lambda: not r.app.is_running)
        leave_in_order(finish)
    waiting, failed = capsys.readouterr().err.splitlines()
    assert "still being written" in waiting
    assert failed == "briefs: Not kept: starred the brief. The disk is full."


async def test_who_does_not_wait_for_another_program_is_told_all_that_was_not_kept(
    reader: Open, library: Library, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(writing, "_SOON", 0.001)
    with closing(sqlite3.connect(library.folder / "library.sqlite", isolation_level=None)) as other:
        async with reader() as r:
            other.execute("BEGIN IMMEDIATE")
            await r.pilot.press("s", "j", "s", "m", "q")
            await r.until(lambda: not r.app.is_running)

            def finish(waiting: Callable[[], None]) -> dict[str, list[str]]:
                def interrupted() -> NoReturn:
                    waiting()
                    raise KeyboardInterrupt  # as Ctrl+C does at any place of the wait

                unwritten: dict[str, list[str]] = r.app.finish_writing(interrupted)
                return unwritten

            leave_in_order(finish)
    _, failed = capsys.readouterr().err.splitlines()
    assert failed.startswith("briefs: Not kept: starred the brief (2 times); marked the brief as read. Another program")
    assert not any(row.starred or row.read for row in library.rows(library.ids()))
