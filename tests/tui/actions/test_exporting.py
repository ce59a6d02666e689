"""The export dialog: what is chosen is what is previewed and what is written, and no file is lost by it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from textual.widgets import Input

from briefs.library import Library
from tests.tui.conftest import fill, make_brief
from tui.exports.preview import Preview
from tui.screens.ask import Confirm
from tui.screens.export import ExportDialog

Open = Callable[..., Any]

CRANES = "Arvenport cranes go quiet"


async def test_it_writes_this_brief_and_asks_before_writing_over(reader: Open, tmp_path: Path) -> None:
    async with reader(export_folder=str(tmp_path)) as r:
        for _ in range(2):
            await r.press("e")
            assert isinstance(r.app.screen, ExportDialog)
            await r.press("enter")
        (file,) = tmp_path.glob("*.md")
        assert CRANES in file.read_text()
        assert isinstance(r.app.screen, Confirm)
        assert "exists already" in r.text()
        file.write_text("mine")
        await r.press("enter")
        assert file.read_text() == "mine"
        await r.press("e")
        assert "is there already; you will be asked" in r.text("#preview")
        await r.press("enter", "y")
        assert CRANES in file.read_text()


async def test_all_found_in_one_file_of_a_format_that_is_remembered(reader: Open, tmp_path: Path) -> None:
    async with reader(export_folder=str(tmp_path)) as r:
        await r.press("e", "j", "tab", "j")
        assert r.app.screen.query_one("#path", Input).value == str(tmp_path / "briefs.json")
        await r.press("enter")
        assert (tmp_path / "briefs.json").read_text().count('"title"') >= 3
        assert [n for n in r.notices if n.startswith("Wrote ")]
        await r.press("e")
        assert r.app.screen.query_one("#path", Input).value.endswith(".json")


async def test_the_preview_follows_every_choice(reader: Open, tmp_path: Path) -> None:
    async with reader((120, 50), export_folder=str(tmp_path)) as r:
        await r.press("e")
        assert f"# {CRANES}" in r.text("#preview")
        await r.press("j")
        assert "3 briefs, one file, a briefing book" in r.text()
        assert "# Briefing book" in r.text("#preview")
        assert "1. [Arvenport cranes" in r.text("#preview")
        await r.press("tab", "j")
        assert '"id": "0000000000000001"' in r.text("#preview")
        await r.press("j")
        assert "• Arvenport cranes" in r.text("#preview")
        assert "<" not in r.text("#preview")
        await r.press("j")
        assert "id,title,date,publisher,figure" in r.text("#preview")
        await r.press("g", "tab", "j")
        assert "3 briefs, 3 files" in r.text()
        assert "2025-02-12-oriole-foods-buys-a-mill-in-kenya.md" in r.text("#preview")
        await r.press("tab", "j")
        assert r.app.screen.wish.article
        await r.press("tab", "tab")
        r.app.screen.query_one("#template", Input).value = "{id}"
        await r.settle()
        assert "00000000-0000000000000003.md" in r.text("#preview"), "the same beginning of an identifier"
        r.app.screen.query_one("#template", Input).value = "{titel}"
        await r.settle()
        assert "did you mean {title}?" in r.text()
        await r.press("enter")
        assert isinstance(r.app.screen, ExportDialog), "what cannot be carried out is not written"
        r.app.screen.query_one("#template", Input).value = "{title}"
        await r.press("enter")
        assert len(list((tmp_path / "briefs").glob("*.md"))) == 3


async def test_the_marked_ones_come_in_the_order_of_the_list(reader: Open, tmp_path: Path) -> None:
    async with reader(export_folder=str(tmp_path)) as r:
        await r.press("j", "j", "space", "k", "k", "space", "e")
        assert "2 marked" in r.text("#what")
        await r.press("enter")
        book = (tmp_path / "briefs.md").read_text()
        assert book.index("1. Arvenport") < book.index("2. A long winter")
        assert "Oriole" not in book


async def test_a_path_that_was_typed_stays_but_for_its_suffix(reader: Open, tmp_path: Path) -> None:
    async with reader() as r:
        await r.press("e")
        path = r.app.screen.query_one("#path", Input)
        path.value = str(tmp_path / "mine.md")
        await r.settle()
        await r.press("j", "tab", "G")
        assert path.value == str(tmp_path / "mine.csv")
        await r.press("h", "k", "l", "k", "enter")
        assert "<h1" in (tmp_path / "mine.html").read_text()


async def test_a_path_is_needed_and_a_folder_gets_a_file(reader: Open, tmp_path: Path) -> None:
    async with reader() as r:
        await r.press("e")
        path = r.app.screen.query_one("#path", Input)
        path.value = " "
        await r.press("enter")
        assert "A path is needed" in r.text()
        path.value = str(tmp_path)
        await r.press("ctrl+s")
        assert len(list(tmp_path.glob("2025-02-14-arvenport-*.md"))) == 1


async def test_an_old_preview_is_dropped_and_none_holds_a_key_up(reader: Open, library: Library) -> None:
    async with reader() as r:
        await r.press("e")
        screen = r.app.screen
        assert isinstance(screen, ExportDialog)
        waiting = asyncio.Event()
        loop = asyncio.get_running_loop()

        def slow(*_: object) -> Preview:
            asyncio.run_coroutine_threadsafe(waiting.wait(), loop).result()
            return Preview((), "old news")

        quick, screen._preview_of = screen._preview_of, slow
        await r.pilot.press("j")
        screen._preview_of = quick
        await r.pilot.press("k")
        await r.until(lambda: "1 brief, one file" in r.text())
        waiting.set()
        await r.settle()
        assert "old news" not in r.text()


@pytest.mark.parametrize("size", [(80, 24), (50, 18)])
async def test_every_choice_is_in_sight(reader: Open, library: Library, size: tuple[int, int]) -> None:
    fill(library, [make_brief(n, f"Brief {n}", (f"Number {n} says little.",)) for n in range(100, 112)])
    async with reader(size) as r:
        await r.press("asterisk", "e")
        shown = r.text()
        for words in (
            "15 marked",
            "this brief",
            "all 15 found",
            "JSON",
            "CSV of figures",
            "one each",
            "and the article",
        ):
            assert words in shown
        assert "first 10" in shown
        assert "Esc leaves" in shown or size[0] < 60
