"""Where the disk says no: it is told, what can be done still is, and nothing is shown that was not kept."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NoReturn

import pytest

from briefs.errors import LibraryError
from briefs.library import Library
from briefs.library.marks import Marks
from search_index import Index

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
