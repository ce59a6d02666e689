"""The reader through its keys: what is posted, what is shown, what is kept."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest
from textual.command import CommandList
from textual.events import DescendantFocus, Key
from textual.widgets import Input

from briefs.library import Library
from briefs.model import Ground, Grounds
from tui.screens.ask import Confirm
from tui.screens.help import HelpScreen
from tui.widgets.brief_list import BriefList
from tui.widgets.brief_pane import BriefPane
from tui.widgets.facets import Facets
from tui.workers.messages import BriefReady, Found, IndexReady, Refused

Open = Callable[..., Any]  # the fixture `reader`

CRANES = "Arvenport cranes go quiet as Kestrel Marine halts its second dock"
MILL = "Oriole Foods buys a mill in Kenya"
SALT = "A long winter for the salt ponds of Brittany"


async def test_the_first_paint_shows_the_list_and_the_first_brief_without_the_index(reader: Open) -> None:
    async with reader(ready=False) as r:
        assert not r.posted(IndexReady)
        assert r.titles == [CRANES, MILL, SALT]
        assert "Arvenport cranes" in r.text()
        await r.until(lambda: r.app.open_brief is not None)
        assert r.app.open_brief.brief.title == CRANES


async def test_facets_come_with_the_index(reader: Open) -> None:
    async with reader() as r:
        shown = r.text("#facet-values")
        assert "Countries" in shown
        assert "Norway" in shown
        assert "Kestrel Marine" in shown
        assert shown.index("Countries") < shown.index("Companies") < shown.index("Publishers")


async def test_the_index_rests_once_nothing_is_asked(reader: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    rested: list[str] = []
    async with reader() as r:
        monkeypatch.setattr(r.app.index, "rest", lambda: rested.append(r.app.request.text))
        await r.press("slash")
        await r.write("shil")
        await r.until(lambda: "shil" in rested)
        assert r.titles == [MILL]


async def test_typing_searches_and_enter_goes_to_the_list(reader: Open) -> None:
    async with reader() as r:
        await r.press("slash")
        assert r.app.bar.input.has_focus
        await r.write("shil")
        assert r.titles == [MILL]
        assert "1 of 3 · by relevance" in r.text()
        assert r.posted(Found)[-1].request.partial
        await r.press("enter")
        assert r.app.briefs.has_focus
        assert "shillings" in r.text("#briefs")


async def test_letters_typed_right_after_the_key_are_not_lost(reader: Open) -> None:
    async with reader() as r:
        for key, character in (("slash", "/"), ("m", "m"), ("i", "i"), ("l", "l"), ("l", "l"), ("enter", "\r")):
            r.app.post_message(Key(key, character))
        await r.until(lambda: r.titles == [MILL])
        assert r.app.bar.text == "mill"


async def test_a_pane_that_had_the_focus_before_stays_behind(reader: Open) -> None:
    async with reader() as r:
        await r.press("5")
        assert r.app.at == "brief"
        await r.press("escape")
        r.app.post_message(DescendantFocus(r.app.pane.article))  # it comes late, on a busy machine
        await r.settle()
        assert r.app.at == "list"


async def test_the_keys_that_run_first_stay_out_of_dialogs(reader: Open) -> None:
    async with reader() as r:
        await r.press("question_mark", "slash", "f", "ctrl+f", "escape")
        assert r.app.briefs.has_focus
        await r.press("e", "tab", "tab", "tab", "tab")
        await r.write("/f")
        assert r.app.screen.query_one("#path", Input).value.endswith("/f")


async def test_old_answers_are_dropped(reader: Open) -> None:
    async with reader() as r:
        answer = r.posted(Found)[-1]
        await r.press("slash", "s", "a", "l", "t")
        assert r.titles == [SALT]
        r.app.post_message(Found(answer.number, answer.request, answer.results))
        await r.settle()
        assert r.titles == [SALT]


async def test_a_broken_query_is_explained_and_the_last_hits_stay(reader: Open) -> None:
    async with reader() as r:
        await r.press("slash")
        await r.write("mill")
        assert r.titles == [MILL]
        await r.write(" date:never")
        await r.press("enter")
        assert r.posted(Refused)
        assert r.titles == [MILL]
        assert str(r.posted(Refused)[-1].error)[:20] in r.text()
        assert r.app.bar.input.has_focus  # where the fault is, ready to be typed anew
        assert r.app.bar.input.selected_text == "never"
        await r.write("today")
        await r.press("enter")
        assert r.app.bar.text == "mill date:today"
        assert r.app.briefs.total == 0


async def test_nothing_found_says_so_and_x_brings_everything_back(reader: Open) -> None:
    async with reader() as r:
        await r.press("slash")
        await r.write("zeppelins")
        await r.press("enter")
        assert "Nothing was found." in r.text("#briefs")
        assert r.app.pane.brief is None
        await r.press("x")
        assert len(r.titles) == 3
        assert r.app.bar.text == ""


async def test_did_you_mean_is_searched_by_enter(reader: Open) -> None:
    async with reader() as r:
        await r.press("slash")
        await r.write("shilings")
        await r.press("enter")
        assert r.titles == [MILL]
        assert r.app.bar.text == "shillings"
        assert r.app.briefs.has_focus


async def test_did_you_mean_is_offered_in_the_empty_list_too(reader: Open) -> None:
    async with reader() as r:
        r.app.search_for("shilings")
        await r.settle()
        assert "Did you mean shillings?" in r.text("#briefs")
        await r.press("enter")
        assert r.titles == [MILL]


async def test_facets_are_narrowed_by_typing_and_chosen_by_enter(reader: Open) -> None:
    async with reader() as r:
        await r.press("f")
        assert r.app.facets.query_one(Input).has_focus
        await r.write("ken")
        assert "Kenya" in r.text("#facet-values")
        assert "Norway" not in r.text("#facet-values")
        await r.press("enter")
        assert r.posted(Facets.Toggled)[-1].value == "KE"
        assert r.titles == [MILL]
        assert "▣ Kenya" in r.text("#facet-values")
        assert "1 filter" in r.text()
        await r.press("escape", "x")
        assert len(r.titles) == 3


async def test_the_cursor_moves_by_vim_keys_and_arrows_and_the_brief_follows(reader: Open) -> None:
    async with reader() as r:
        await r.press("j")
        assert r.app.pane.brief.title == MILL
        await r.press("down")
        assert r.app.pane.brief.title == SALT
        await r.press("k", "up")
        assert r.app.pane.brief.title == CRANES
        await r.press("G")
        assert r.app.pane.brief.title == SALT
        await r.press("g")
        assert r.app.pane.brief.title == CRANES


async def test_a_brief_that_comes_late_is_dropped(reader: Open) -> None:
    async with reader() as r:
        first = r.app.open_brief
        await r.press("j")
        r.app.post_message(BriefReady(0, first))
        await r.settle()
        assert r.app.pane.brief.title == MILL


@pytest.mark.parametrize(
    ("key", "seen"),
    [
        ("1", "Kestrel Marine stopped work"),
        ("2", "4.2 billion USD"),
        ("3", "Ada Lindqvist, head of the yard"),
        ("4", "We build when the sea lets us"),
        ("5", "Norway will decide in spring"),
    ],
)
async def test_each_tab_shows_its_part(reader: Open, key: str, seen: str) -> None:
    async with reader() as r:
        await r.press(key)
        assert seen in r.text()


async def test_arrows_go_through_the_tabs_and_back_to_the_list(reader: Open) -> None:
    async with reader() as r:
        await r.press("right")
        assert r.app.at == "brief"
        await r.press("l", "right")
        assert r.app.pane.tab == "entities"
        await r.press("left", "h", "left")
        assert r.app.at == "list"
        assert r.app.briefs.has_focus


@pytest.mark.parametrize(
    ("tab", "downs", "sentence", "words"),
    [
        ("1", 1, "The harbour had counted on $4.2 billion of freight a year, and 1,300 jobs.", None),
        ("2", 1, "The harbour had counted on $4.2 billion of freight a year, and 1,300 jobs.", "1,300 jobs"),
        ("3", 1, "“We build when the sea lets us,” said Ada Lindqvist", "Ada Lindqvist"),
        ("4", 2, "“We build when the sea lets us,” said Ada Lindqvist", "We build when the sea lets us"),
    ],
)
async def test_enter_opens_the_article_at_the_sentence_and_escape_returns(
    reader: Open, tab: str, downs: int, sentence: str, words: str | None
) -> None:
    async with reader() as r:
        await r.press(tab, *["down"] * downs)
        before = r.app.pane.tab, r.app.pane.entry_list.cursor
        await r.press("enter")
        article = r.app.pane.article
        body = article.brief.body
        assert r.app.pane.tab == "article"
        assert article.has_focus
        assert body[article.sentence.start : article.sentence.end].startswith(sentence)
        place = article.places[0]
        assert body[place.start : place.end] == (words or sentence)
        assert sentence[:30] in r.text("#article")
        await r.press("escape")
        assert (r.app.pane.tab, r.app.pane.entry_list.cursor) == before
        await r.press("escape")
        assert r.app.briefs.has_focus


async def test_n_goes_through_the_places_where_a_name_stands(reader: Open) -> None:
    async with reader() as r:
        await r.press("3", "enter")
        article = r.app.pane.article
        assert len(article.places) == 2
        assert article.current == 0
        await r.press("n")
        assert article.current == 1
        assert "2 of 2" in str(r.app.pane.border_subtitle)
        await r.press("N")
        assert article.current == 0


async def test_star_read_and_undo_are_written_and_shown(reader: Open, library: Library) -> None:
    async with reader() as r:
        await r.press("s", "m")
        (row, *_) = library.latest(1)
        assert (row.starred, row.read) == (True, True)
        assert "★" in r.text("#briefs")
        await r.press("U")
        assert library.latest(1)[0].read is False
        await r.press("U")
        assert library.latest(1)[0].starred is False
        assert "★" not in r.text("#briefs")
        assert "Taken back: Starred the brief." in r.notices
        await r.press("U")
        assert "There is nothing to take back." in r.notices


async def test_marked_briefs_out_of_sight_are_starred_not_unstarred(reader: Open, library: Library) -> None:
    async with reader() as r:
        await r.press("asterisk", "slash")
        await r.write("qqqq")
        await r.press("enter", "s")
        assert not r.titles
        assert all(row.starred for row in library.rows(library.ids()))


async def test_marks_act_on_several(reader: Open, library: Library) -> None:
    async with reader() as r:
        await r.press("space", "space", "s")
        assert [row.starred for row in library.latest(3)] == [True, True, False]
        assert "2 marked" in str(r.app.briefs.border_subtitle)
        await r.press("escape")
        assert not r.app.briefs.marked
        await r.press("asterisk")
        assert len(r.app.briefs.marked) == 3


async def test_all_found_are_marked_read_and_stay_in_view(reader: Open, library: Library) -> None:
    async with reader() as r:
        await r.press("slash")
        await r.write("is:unread")
        await r.press("enter", "A")
        assert library.marks.ids("unread") == set()
        assert len(r.titles) == 3
        await r.press("U")
        assert len(library.marks.ids("unread")) == 3


async def test_opening_a_brief_marks_it_read_and_u_goes_to_the_next(reader: Open, library: Library) -> None:
    async with reader() as r:
        await r.press("enter")
        assert library.latest(1)[0].read
        await r.press("escape", "u")
        assert r.app.pane.brief.title == MILL


async def test_a_brief_in_view_counts_as_read_after_a_while(reader: Open, library: Library) -> None:
    async with reader(read_after=0.5) as r:  # longer than the index takes to come, and with it the list anew
        await r.until(lambda: library.latest(1)[0].read)
        assert r.titles[0] == CRANES


async def test_a_brief_behind_the_list_is_not_read(reader: Open, library: Library) -> None:
    async with reader((80, 24), read_after=0.05) as r:
        looked = asyncio.Event()
        r.app.set_timer(0.3, looked.set)  # long after: if it counted as read, it would have by then
        await looked.wait()
        assert len(library.marks.ids("unread")) == 3
        await r.press("tab")
        await r.until(lambda: library.latest(1)[0].read)
        assert len(library.marks.ids("unread")) == 2


async def test_tags_are_given_and_taken_away(reader: Open, library: Library) -> None:
    async with reader((160, 40)) as r:
        await r.press("t")
        await r.write("port strike")
        await r.press("enter")
        assert library.latest(1)[0].tags == ("port strike",)
        assert "#port strike" in r.text("#briefs")
        await r.press("t")
        assert "Has: port strike" in r.text()
        await r.write("-port strike")
        await r.press("enter")
        assert library.latest(1)[0].tags == ()


async def test_the_list_marks_what_is_unsure(reader: Open, library: Library) -> None:
    brief = library.brief(library.ids()[0])
    ground = Ground((), 0.3)
    doubted = msgspec.structs.replace(brief, grounds=Grounds(title=ground, published=ground, publisher=ground))
    library.replace(brief.id, doubted)
    library.marks.set_starred([brief.id], True)
    async with reader((160, 40)) as r:
        title, _, facts = r.text("#briefs").splitlines()[:3]
        assert re.search(r"…\? +★", title)
        assert "14 Feb 2025? · NO · The Harbour Post?" in facts
        assert "?" not in "".join(r.text("#briefs").splitlines()[3:9])


async def test_sorting_goes_round(reader: Open) -> None:
    async with reader() as r:
        orders = []
        for _ in range(3):
            await r.press("S")
            orders.append(r.posted(Found)[-1].request.sort)
        assert orders == ["title", "date", "title"], "each time another than is seen"
        assert len(r.titles) == 3


async def test_a_query_that_says_nothing_of_relevance_lists_the_newest_first(reader: Open) -> None:
    async with reader() as r:
        await r.press("comma")
        assert "3 of 3 · newest first" in r.text("#search-status")
        await r.press("S")
        assert r.titles == [SALT, CRANES, MILL]
        assert "3 of 3 · by title" in r.text("#search-status")


async def test_a_low_window_leaves_room_for_the_brief(reader: Open) -> None:
    async with reader((40, 10)) as r:
        await r.press("enter", "2")
        assert "Arvenport cranes" in r.text("#heading")
        assert "what $4.2" in r.text("#entries")
        await r.press("D")
        assert "y yes · n no" in r.text(), "what can be answered is in sight"
        await r.press("escape")
        await r.pilot.resize_terminal(100, 30)
        assert "14 February 2025" in r.text("#heading")


async def test_ctrl_c_says_how_to_leave(reader: Open) -> None:
    async with reader(keys={"quit": "Z"}) as r:
        await r.press("ctrl+c")
        assert r.notices == ["Z leaves the reader."]


async def test_the_keys_of_the_help_are_those_of_the_registry(reader: Open) -> None:
    async with reader((120, 60), keys={"star": "z"}) as r:
        await r.press("question_mark")
        assert isinstance(r.app.screen, HelpScreen)
        assert "Star the brief or the marked ones" in r.text()
        line = next(text for text in r.text("#help").splitlines() if "Star the brief" in text)
        assert line.split()[0] == "z"
        await r.press("G")
        assert "The program is unsure of this title" in r.text("#help")
        await r.press("escape")
        await r.press("z")
        assert r.app.briefs.current.starred
        await r.press("s")
        assert r.app.briefs.current.starred


async def test_a_wrong_configuration_is_said_once_the_reader_is_open(reader: Open) -> None:
    async with reader(keys={"strar": "z"}, problems=("config.toml: unknown key 'warp'",)) as r:
        assert [n for n in r.notices if "'strar'" in n]
        assert "config.toml: unknown key 'warp'" in r.notices


async def test_the_palette_holds_the_commands(reader: Open) -> None:
    async with reader() as r:
        await r.press("ctrl+p")
        await r.write("next unread")
        await r.until(lambda: r.app.screen.query_one(CommandList).option_count == 1)
        await r.press("enter")
        await r.until(lambda: r.app.pane.brief is not None and r.app.pane.brief.title == MILL)


async def test_removing_asks_first(reader: Open, library: Library) -> None:
    async with reader() as r:
        await r.press("D")
        assert isinstance(r.app.screen, Confirm)
        assert "Remove “Arvenport" in r.text()
        await r.press("enter")
        assert library.count() == 3
        await r.press("D", "y")
        await r.until(lambda: r.titles == [MILL, SALT])
        assert library.count() == 2


async def test_only_web_addresses_are_opened(reader: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    async with reader() as r:
        opened: list[str] = []
        monkeypatch.setattr(r.app, "open_url", lambda url, **_: opened.append(url))
        await r.press("o")
        assert opened == ["https://harbourpost.example/kestrel"]
        for url in ("smb://host/share", "ftp://host/file", "file:///etc/passwd", "javascript:alert(1)", "http://a\x1b"):
            r.app.browse(url)
        await r.settle()
        assert len(opened) == 1
        assert len([n for n in r.notices if n.startswith("Not opened")]) == 5


async def test_a_name_filters_the_list_and_is_searched_for(reader: Open) -> None:
    async with reader() as r:
        await r.press("3", "i")
        assert r.app.request.companies == ("company:kestrel marine",)
        assert r.titles == [CRANES]
        await r.press("x", "3", "I")
        assert r.app.bar.text == 'company:"Kestrel Marine"'
        assert r.titles == [CRANES]


async def test_briefs_added_by_another_process_appear(reader: Open, library: Library, late_brief: Any) -> None:
    async with reader(watch=0.05) as r:
        with Library.open(library.folder) as other:
            late_brief(other)
        await r.until(lambda: len(r.titles) == 4)
        assert r.app.pane.brief.title == CRANES


async def test_the_place_in_an_article_is_kept(reader: Open, library: Library, long_brief: str) -> None:
    async with reader((100, 24)) as r:
        await r.press("G", "k")
        assert r.app.pane.brief.id == long_brief
        await r.press("5", "pagedown", "pagedown")
        offset = r.app.pane.article.offset_shown
        assert offset > 0
        await r.press("escape", "g", "G", "k")
        assert library.marks.position(long_brief) == offset
        assert r.app.pane.article.offset_shown == offset
        await r.press("q")


async def test_the_last_brief_and_the_theme_are_kept(reader: Open, library: Library) -> None:
    async with reader(theme=None) as r:
        r.app.theme = "high-contrast"
        await r.press("j", "q")
    assert library.state.get("theme") == "high-contrast"
    async with reader(theme=None) as r:
        assert r.app.theme == "high-contrast"
        assert r.app.pane.brief.title == MILL


async def test_an_empty_library_welcomes(reader: Open, tmp_path: Path) -> None:
    with Library.open(tmp_path / "empty") as empty:
        async with reader(on=empty) as r:
            shown = r.text()
            assert "Welcome." in shown
            assert "briefs add FOLDER" in shown
            for key in ("enter", "1", "2", "3", "4", "5", "s", "m", "t", "u", "A", "asterisk", "space", "e", "o", "D"):
                await r.press(key)
            assert r.app.screen.id == "_default"


@pytest.mark.parametrize("size", [(80, 24), (60, 15)])
async def test_a_narrow_window_shows_one_pane_at_a_time(reader: Open, size: tuple[int, int]) -> None:
    async with reader(size) as r:
        panes = {"list": BriefList, "brief": BriefPane, "facets": Facets}

        def shown() -> list[str]:
            return [name for name, kind in panes.items() if r.app.screen.query_one(kind).display]

        assert shown() == ["list"]
        await r.press("enter")
        assert shown() == ["brief"]
        await r.press("escape")
        assert shown() == ["list"]
        await r.press("f")
        assert shown() == ["facets"]
        await r.press("escape")
        assert shown() == ["list"]


async def test_a_window_that_grows_shows_all_three(reader: Open) -> None:
    async with reader((80, 24)) as r:
        await r.press("enter")
        await r.pilot.resize_terminal(160, 50)
        await r.settle()
        assert r.app.briefs.display
        assert r.app.facets.display
        assert r.app.pane.display


async def test_the_mouse_works(reader: Open) -> None:
    async with reader() as r:
        await r.pilot.click("#briefs", offset=(10, 4))
        await r.settle()
        assert r.app.pane.brief.title == MILL
        await r.pilot.click("#tabs", offset=(12, 0))
        await r.settle()
        assert r.app.pane.tab == "figures"
        await r.pilot.click("KeyBar", offset=(3, 0))
        await r.settle()
        assert r.app.bar.input.has_focus
