"""Text that would drive a terminal, break markup or hide: through every view, with notices and tooltips on."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest
from textual.events import MouseMove

from briefs.library import Library
from briefs.model import Brief, Link
from tests.tui.conftest import fill, make_brief
from tui.commands import BY_ID

Open = Callable[..., Any]

CONTROLS = "\x1b]52;c;ZXZpbA==\x07\x1b[2J\x1b[31mred\x9b5m\x90q\x9c\x00\x08"
MARKUP = "[/] x [up 4%] [EU] [bold]b[/bold] [@click=app.quit]q[/] [link=smb://x]l[/link] $primary {x} <b>&amp;"
BIDI = "‮evil‬ ⁦isolate⁩ \U000e0041tag ​﻿end"
SCRIPTS = "\U0001f469‍\U0001f469‍\U0001f467 \U0001f1f0\U0001f1f7 العربية، نص طويل 漢字、かな。 é̂̃ ﷽"
LONG = "w" * 10_000
UNSAFE = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f‎‏‪-‮⁦-⁩﻿​\U000e0000-\U000e007f]")
SOME_OF_ALL = "\x1b[2J\x9bm\x07[/] [EU]\u202eev\u2066il\u200b漢"  # in the cells of the narrowest column
CASES = {
    "controls": (f"{CONTROLS} {BIDI}", (120, 36)),
    "markup": (MARKUP, (120, 36)),
    "scripts": (SCRIPTS, (120, 36)),
    "long": (LONG, (120, 36)),
    "narrow": (SOME_OF_ALL, (44, 13)),
    "long and narrow": (LONG, (44, 13)),
}


def hostile_brief(text: str) -> Brief:
    """A brief with `text` wherever an article could put it."""
    paragraphs = (f"First {text} sentence.", f"Then {text} again, 40% of it.", f"“Said {text} so”, X told us.")
    brief = make_brief(
        5,
        f"Title {text}",
        paragraphs,
        publisher=f"Post {text}",
        companies=(text,),
        people=((f"{text} again", f"role {text}"),),
        countries=(("XX", text),),
        figures=(("40%", 40.0, "percent"),),
        said=(("X", f"Said {text} so"),),
        address=f"https://example.org/{text}",
    )
    links = (Link(0, 10, f"javascript:{text}"), Link(3, 400, "smb://x"))
    return msgspec.structs.replace(brief, links=links, source=text, metadata=text)


def check(shown: str) -> None:
    assert not UNSAFE.search(shown), repr(UNSAFE.search(shown))


@pytest.mark.parametrize(("text", "size"), CASES.values(), ids=CASES)
async def test_every_view_shows_it_as_plain_text(
    reader: Open, tmp_path: Path, text: str, size: tuple[int, int]
) -> None:
    with Library.open(tmp_path / "hostile") as hostile:
        brief = hostile_brief(text)
        fill(hostile, [brief])
        hostile.marks.add_tag([brief.id], "[/] [red]")
        async with reader(size, on=hostile, export_folder=str(tmp_path / "out")) as r:
            check(r.text())
            for keys in (
                ["1"], ["enter"], ["escape"], ["2"], ["enter"], ["n"], ["3"], ["enter"], ["n"], ["n"], ["escape"],
                ["down", "enter"], ["4"], ["down", "enter"], ["5"], ["pagedown"], ["G"], ["g"], ["escape", "escape"],
                ["s"], ["m"], ["space", "s", "U"], ["t"], ["escape"], ["D"], ["escape"], ["e"], ["enter"], ["f"],
                ["down", "enter"], ["escape"], ["x"], ["o"], ["a"], ["escape"], ["question_mark"], ["escape"],
                ["3", "I"], ["x"], ["3", "i"], ["x"], ["S"], ["A"], ["6"], ["b"], ["x"], ["v"], ["escape"],
                ["f3"], ["enter"], ["S"], ["f4"], ["enter"], ["f5"], ["ctrl+f", "x"], ["escape", "f2"],
            ):  # fmt: skip
                await r.press(*keys)
                check(r.text())
            for y in range(0, size[1], 3):
                for x in range(2, size[0], 25):
                    r.app.post_message(MouseMove(None, x, y, 0, 0, 0, False, False, False, x, y))
            await r.settle()
            check(r.text())


async def test_what_is_cut_off_is_told_under_the_mouse(reader: Open, tmp_path: Path) -> None:
    with Library.open(tmp_path / "hostile") as hostile:
        fill(hostile, [hostile_brief(f"{MARKUP} {CONTROLS} {'long ' * 40}")])
        async with reader((80, 24), on=hostile) as r:
            await r.pilot.hover("#briefs", offset=(8, 1))
            told = str(r.app.briefs.tooltip)
            check(told.replace("\n", " "))
            assert "[up 4%]" in told
            assert told.count("long") >= 40
            await r.pilot.hover("KeyBar", offset=(2, 0))
            assert str(r.app.footer.tooltip) == BY_ID["search"].help
            assert r.app.briefs.hover is None


async def test_no_preview_of_an_export_obeys_the_text(reader: Open, tmp_path: Path) -> None:
    with Library.open(tmp_path / "hostile") as hostile:
        fill(hostile, [hostile_brief(f"{MARKUP} {CONTROLS} {BIDI} {SCRIPTS}")])
        async with reader(on=hostile, export_folder=str(tmp_path / "out")) as r:
            for keys in (["e", "tab"], ["j"], ["j"], ["j"], ["tab", "j"]):
                await r.press(*keys)
                check(r.text())
                assert "up 4%" in r.text("#preview")


async def test_brackets_are_shown_as_they_are(reader: Open, tmp_path: Path) -> None:
    with Library.open(tmp_path / "hostile") as hostile:
        fill(hostile, [hostile_brief("[/] x [up 4%] [EU]")])
        async with reader((160, 40), on=hostile) as r:
            for key in "1345":
                await r.press(key)
                assert "[/] x [up 4%] [EU]" in r.text("BriefPane Heading")
                assert "[up 4%] [EU]" in r.text("#article" if key == "5" else "#entries")
            assert "[/] x [up 4%] [EU]" in r.text("#briefs")
            assert "[/] x [up 4%]" in r.text("#facet-values")


async def test_whatever_is_typed_is_survived(reader: Open) -> None:
    async with reader() as r:
        for typed in ("[/] x", "(((", '"', "date:", "\\", "AND", "-", "usd:>", "*", "~", "country:"):
            await r.press("slash")
            r.app.bar.input.value = typed
            await r.settle()
            await r.press("enter")
            check(r.text())
            await r.press("escape", "x")
            assert len(r.titles) == 3, typed
