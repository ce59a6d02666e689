from __future__ import annotations

from briefs.library import Library
from tests.tui.conftest import Open
from tui.keymap import keymap_of
from tui.screens.ask import Confirm
from tui.screens.help import HelpScreen


def test_a_keymap_is_checked() -> None:
    usable, problems = keymap_of({"star": "Z", "strar": "y", "sort": "", "undo": "q"})
    assert usable == {"star": "Z", "undo": "q"}
    assert [p for p in problems if "'strar'" in p and "'star'" in p]
    assert [p for p in problems if "'sort' has no key" in p]
    assert [p for p in problems if "'q' means both 'undo' and 'quit'" in p and "runs 'undo'" in p]
    assert len(problems) == 3


def test_a_key_that_does_not_exist_is_named_and_the_default_stays() -> None:
    usable, problems = keymap_of({"star": "ctlr+x, F12", "mark": "foo"})
    assert usable == {"star": "f12"}
    assert len(problems) == 3
    assert "'star' cannot have 'ctlr+x'" in problems[0]
    assert "'mark' cannot have 'foo'" in problems[1]


def test_a_key_that_another_place_takes_first_is_named() -> None:
    usable, problems = keymap_of({"star": "j", "choose": "x"})
    assert usable == {"star": "j", "choose": "x"}
    assert [p for p in problems if "'j' runs 'down' in lists and tables, and 'star' elsewhere" in p]
    assert [p for p in problems if "'x' runs 'choose' in lists and tables, and 'clear-filters' elsewhere" in p]
    assert keymap_of({})[1] == [], "what is so by design is no clash"


async def test_a_key_of_a_dialog_can_be_changed(reader: Open) -> None:
    async with reader(keys={"dialog-leave": "F12", "confirm-yes": "J"}) as r:
        assert r.app.problems == ()
        await r.press("question_mark", "escape")
        assert isinstance(r.app.screen, HelpScreen)
        await r.press("f12")
        assert not isinstance(r.app.screen, HelpScreen)
        await r.press("D", "y")
        assert isinstance(r.app.screen, Confirm)
        await r.press("J")
        await r.until(lambda: len(r.titles) == 2)


async def test_every_hint_names_the_keys_in_force(reader: Open, library: Library) -> None:
    keys = {"dialog-keep": "f7", "dialog-leave": "f8", "undo": "f6", "help": "f12", "add": "f10", "confirm-yes": "j"}
    async with reader(keys=keys) as r:
        for key in ("f10", "w", "c"):
            await r.press(key)
            assert "F8 leaves" in r.text()
            assert "F7 " in r.text()
            assert "Ctrl+S" not in r.text()
            await r.press("f8")
        await r.press("D")
        assert "j yes" in r.text()
        assert "F6 brings" in r.text()
        await r.press("j")
        assert "Removed 1. F6 takes it back." in r.notices
    with Library.open(library.folder.with_name("empty")) as empty:
        async with reader(on=empty, keys=keys) as r:
            assert "Press F10 to add articles" in r.text()
            assert "F12 shows every key" in r.text()
