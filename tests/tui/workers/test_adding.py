"""What a line in the dialog for adding names."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from textual.events import Paste
from textual.widgets import Input, TextArea

from tui.workers.adding import sources_in

Open = Callable[..., Any]


@pytest.fixture
def news(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with files of awkward names, which is the home of the person too."""
    for name in ("a b.txt", "it's.txt", "plain.txt", "back\\slash.txt"):
        (tmp_path / name).write_text("words")
    monkeypatch.setenv("HOME", str(tmp_path))
    return tmp_path


@pytest.mark.parametrize(
    ("typed", "named"),
    [
        ("{0}/a b.txt", ["{0}/a b.txt"]),
        ("  '{0}/a b.txt' ", ["{0}/a b.txt"]),
        ('"{0}/a b.txt"', ["{0}/a b.txt"]),
        ("{0}/a\\ b.txt", ["{0}/a b.txt"]),
        ("file://{0}/a%20b.txt", ["{0}/a b.txt"]),
        ("{0}/it's.txt", ["{0}/it's.txt"]),
        ("'{0}/it'\\''s.txt'", ["{0}/it's.txt"]),
        ("{0}/back\\slash.txt", ["{0}/back\\slash.txt"]),
        ("'{0}/a b.txt' '{0}/plain.txt'", ["{0}/a b.txt", "{0}/plain.txt"]),
        ("{0}/plain.txt {0}/it's.txt", ["{0}/plain.txt {0}/it's.txt"]),
        ("{0}/plain.txt {0}/plain.txt", ["{0}/plain.txt", "{0}/plain.txt"]),
        ("{0}/not here.txt", ["{0}/not here.txt"]),
        ("~/plain.txt", ["~/plain.txt"]),
        ("{0}/*.txt", ["{0}/*.txt"]),
        ("-", ["./-"]),
        ("'-'", ["./-"]),
        ("~nobody-of-this-name/x", ["~nobody-of-this-name/x"]),
        ("a" * 9000, ["a" * 9000]),
        ("a\0b", ["a\0b"]),
    ],
)
def test_files_as_they_are_typed_and_dropped(news: Path, typed: str, named: list[str]) -> None:
    assert sources_in(typed.format(news)) == [each.format(news) for each in named]


async def test_a_text_pasted_for_a_path_is_an_article(reader: Open) -> None:
    async with reader() as r:
        await r.press("a")
        screen = r.app.screen
        path = screen.query_one("#path", Input)
        path.post_message(Paste("'/tmp/one file.txt'"))
        await r.settle()
        assert path.value == "'/tmp/one file.txt'"
        path.post_message(Paste("A headline\x1b]52;c;eA==\x07\n\nAnd its story."))
        await r.settle()
        assert path.value == "'/tmp/one file.txt'"
        area = screen.query_one(TextArea)
        assert area.has_focus
        assert area.text.endswith("And its story.")
        assert "\x1b" not in area.text
