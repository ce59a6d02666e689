"""What one does to a single brief: find, copy, note, correct, see the original; and adding from inside."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from textual.widgets import Input, TextArea

from briefs.library import Library
from tui.screens.correct import CorrectDialog
from tui.screens.listing import ListScreen
from tui.screens.note import NoteDialog

Open = Callable[..., Any]


async def test_find_highlights_as_one_types_and_n_goes_on(reader: Open) -> None:
    async with reader() as r:
        await r.press("ctrl+f")
        assert r.app.pane.tab == "article"
        await r.write("kestrel")
        article = r.app.pane.article
        assert len(article.places) == 3
        assert "1 of 3" in str(r.app.pane.border_subtitle)
        await r.press("enter", "n")
        assert article.has_focus
        assert not r.app.pane.query("#find")
        assert article.current == 1
        await r.press("N", "N")
        assert article.current == 2
        await r.press("ctrl+f")
        await r.write("zzz")
        assert article.places == []
        assert r.app.pane.border_subtitle == "nothing found"
        await r.press("escape")
        assert article.has_focus
        await r.press("escape")
        assert r.app.briefs.has_focus


async def test_what_was_searched_for_is_marked_in_the_article(reader: Open) -> None:
    async with reader() as r:
        await r.press("slash")
        await r.write("kestrel docks")
        await r.press("enter", "5")
        article = r.app.pane.article
        words = [article.brief.part(match.part)[match.start : match.end] for match in article.matches]
        assert {word.casefold() for word in words} == {"kestrel", "dock"}
        assert not article.places
        await r.press("n", "n")
        assert f"2 of {len(words)}" in str(r.app.pane.border_subtitle)
        await r.press("N", "N")
        assert f"{len(words)} of {len(words)}" in str(r.app.pane.border_subtitle)
        await r.press("2", "enter")  # the place of a figure comes first, what was searched for stays marked
        assert len(article.places) == 1
        assert len(article.matches) == len(words)
        await r.press("escape", "x")
        assert not article.matches


async def test_what_is_under_the_cursor_is_copied(reader: Open) -> None:
    async with reader() as r:
        for keys, copied in (
            (["1", "y"], "Kestrel Marine stopped work on its second dock in Norway on Friday, a month before"),
            (["2", "y"], "$4.2 billion — The harbour had counted"),
            (["3", "y"], "Kestrel Marine"),
            (["4", "y"], "The Harbour Post https://harbourpost.example/kestrel"),
            (["2", "enter", "y"], "The harbour had counted on $4.2 billion of freight a year, and 1,300 jobs."),
            (["escape", "5", "ctrl+f", *"freight", "enter", "y"], "The harbour had counted on $4.2 billion of freight"),
            (["ctrl+y"], "https://harbourpost.example/kestrel"),
            (["Y"], "---\nid:"),
        ):
            await r.press(*keys)
            assert r.app.clipboard.startswith(copied), keys
        assert "Copied the brief as Markdown" in r.notices
        r.app.copy("https://a.example/\x1b]0;x\x07\r", "")
        assert r.app.clipboard.isprintable()


async def test_a_note_is_kept_shown_and_taken_back(reader: Open, library: Library) -> None:
    async with reader() as r:
        identifier = r.app.open_brief.brief.id
        await r.press("w")
        assert isinstance(r.app.screen, NoteDialog)
        r.app.screen.query_one(TextArea).text = "ask [Ada]\nabout the dock"
        await r.press("ctrl+s")
        assert library.marks.note(identifier) == "ask [Ada]\nabout the dock"
        assert "ask [Ada]" in r.text("#entries")
        await r.press("U")
        assert library.marks.note(identifier) == ""
        assert "ask [Ada]" not in r.text("#entries")
        await r.press("w")
        r.app.screen.query_one(TextArea).text = "not this"
        await r.press("escape")
        assert library.marks.note(identifier) == ""


async def test_a_correction_is_kept_found_and_taken_back(reader: Open, library: Library) -> None:
    async with reader() as r:
        identifier = r.app.open_brief.brief.id
        await r.press("c")
        assert isinstance(r.app.screen, CorrectDialog)
        assert r.app.screen.query_one("#correct-title", Input).has_focus
        r.app.screen.query_one("#correct-title", Input).value = "Cranes at rest"
        r.app.screen.query_one("#correct-remove_company", Input).value = "Kestrel Marine"
        r.app.screen.query_one("#correct-add_person", Input).value = "Bo Ek; Li Na"
        await r.press("ctrl+s")
        await r.until(lambda: r.titles[0] == "Cranes at rest")
        brief = library.brief(identifier)
        assert brief.companies == ()
        assert {"Bo Ek", "Li Na"} <= {person.name for person in brief.people}
        await r.until(lambda: "Cranes at rest" in r.text("BriefPane Heading"))
        await r.press("U")
        await r.until(lambda: r.titles[0].startswith("Arvenport"))
        assert [c.name for c in library.brief(identifier).companies] == ["Kestrel Marine"]


async def test_a_correction_that_cannot_be_is_explained(reader: Open) -> None:
    async with reader() as r:
        await r.press("c")
        r.app.screen.query_one("#correct-published", Input).value = "the day before"
        r.app.screen.query_one("#correct-add_person", Input).value = "Bo Ek; Li Na"
        await r.press("ctrl+s")
        assert isinstance(r.app.screen, CorrectDialog)  # what was typed is there still
        assert "the day before is no date" in r.text()
        assert r.app.screen.query_one("#correct-published", Input).value == "the day before"
        assert r.app.screen.query_one("#correct-add_person", Input).value == "Bo Ek; Li Na"
        r.app.screen.query_one("#correct-published", Input).value = "2025-02-15"
        await r.press("ctrl+s")
        assert r.app.open_brief.brief.published == "2025-02-15"
        assert len(r.notices) == 1
        await r.press("c", "ctrl+s")
        assert len(r.notices) == 1


async def test_a_correction_knows_the_names_of_ones_own_tables(reader: Open, library: Library, tmp_path: Path) -> None:
    row = ("fjell-kraft", "Fjell Kraft", "FK Gruppen", "", "NO", "industry")
    (tmp_path / "companies.tsv").write_text("\t".join(row) + "\n")
    async with reader(tables=str(tmp_path)) as r:
        identifier = r.app.open_brief.brief.id
        await r.press("c")
        r.app.screen.query_one("#correct-add_company", Input).value = "fk gruppen"
        await r.press("ctrl+s")
        await r.until(lambda: "company:fjell-kraft" in {company.key for company in library.brief(identifier).companies})


async def test_the_original_is_shown(reader: Open) -> None:
    async with reader() as r:
        await r.press("O")
        assert isinstance(r.app.screen, ListScreen)
        assert "text/plain" in r.text()
        assert "Kestrel Marine stopped work" in r.text()


async def test_lines_are_made_wider_and_stay_so(reader: Open, library: Library) -> None:
    async with reader((160, 40)) as r:
        await r.press("5", "less_than_sign")
        wrap = r.app.pane.article.wrap
        await r.press("less_than_sign")
        assert r.app.pane.article.wrap == wrap - 4
        await r.press("greater_than_sign")
        assert r.app.pane.article.wrap == wrap
    async with reader((160, 40)) as r:
        assert r.app.pane.article.wrap == wrap


async def test_a_path_is_added_and_what_fails_is_listed(reader: Open, library: Library, tmp_path: Path) -> None:
    folder = tmp_path / "news"
    folder.mkdir()
    text = "Ferry line opens\n\nNORDHAVN, 3 March 2025 - The town of Nordhavn opened a ferry line on Monday.\n"
    (folder / "ferry.txt").write_text(text + "\nIt carries 400 people a day, the mayor, Ida Holm, said.\n")
    (folder / "empty.txt").write_text("")
    async with reader() as r:
        await r.press("a")
        r.app.screen.query_one(Input).value = str(folder)
        await r.pilot.press("enter")
        await r.until(lambda: isinstance(r.app.screen, ListScreen))
        await r.settle()
        assert "empty.txt" in r.text()
        await r.press("escape")
        await r.until(lambda: len(r.titles) == 4)
        assert library.count() == 4


async def test_a_pasted_text_is_added_once(reader: Open, library: Library) -> None:
    async with reader() as r:
        for said in ("Added 1: Bridge closes for repairs", "Added 0, 1 known already: Bridge closes for repairs"):
            await r.press("a")
            r.app.screen.query_one(TextArea).text = (
                "Bridge closes for repairs\n\nThe old bridge of Tarn closes on Friday for nine weeks.\n\n"
                "“We had no choice,” said Mayor Lena Roth. Repairs cost 3.1 million euros.\n"
            )
            await r.pilot.press("ctrl+s")
            await r.until(lambda said=said: said in r.notices)
        assert library.count() == 4
        await r.until(lambda: len(r.titles) == 4)
        await r.press("U")
        await r.until(lambda: len(r.titles) == 3)


async def test_a_path_that_is_not_there_is_said(reader: Open, tmp_path: Path) -> None:
    async with reader() as r:
        await r.press("a")
        r.app.screen.query_one(Input).value = str(tmp_path / "nowhere.txt")
        await r.pilot.press("enter")
        await r.until(lambda: isinstance(r.app.screen, ListScreen))
        await r.settle()
        assert "nowhere.txt" in r.text()
