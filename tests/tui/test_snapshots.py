"""The screens as pictures: fixed data, fixed sizes, no animation, no blinking cursor.

After a wanted change: `pytest tests/tui/test_snapshots.py --snapshot-update`, and look at every picture that changed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from textual.widgets import Input

from briefs.library import Library
from search_index import Index
from tests.tui.conftest import fill, ready, three_briefs
from tui.app import BriefsApp
from tui.settings import Settings

Compare = Callable[..., bool]

SCREENS: dict[str, tuple[str, ...]] = {
    "list": (),
    "search": ("slash", *"harbour", "enter"),
    "figures": ("2",),
    "entities": ("3",),
    "sources": ("4",),
    "article": ("2", "enter"),
    "help": ("question_mark",),
    "export": ("e",),
    "together": ("f4",),
    "compared": ("f3", "enter"),
    "find": ("ctrl+f", *"dock", "enter"),
}
SIZES = {"80x24": (80, 24), "120x36": (120, 36)}


@pytest.fixture
def library_folder(tmp_path: Path) -> Path:
    with Library.open(tmp_path / "library") as library:
        fill(library, three_briefs())
    return tmp_path / "library"


@pytest.fixture
def make_app(library_folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., BriefsApp]]:
    monkeypatch.setenv("TEXTUAL_ANIMATIONS", "none")
    monkeypatch.setattr(Input, "cursor_blink", False)
    apps: list[BriefsApp] = []

    def make(folder: Path = library_folder, **changed: Any) -> BriefsApp:
        library = Library.open(folder)
        settings = Settings(read_after=0, debounce=0, watch=0, export_folder="exports", **changed)
        app = BriefsApp(library, Index.open(library), settings)
        app.rest = 0.001
        monkeypatch.setattr(BriefsApp, "NOTIFICATION_TIMEOUT", 600)  # the picture may take its time
        apps.append(app)
        return app

    yield make
    for app in apps:
        app.finish_writing()
        app.library.close()


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("screen", SCREENS)
def test_dark(snap_compare: Compare, make_app: Callable[..., BriefsApp], screen: str, size: str) -> None:
    app = make_app(theme="textual-dark")
    assert snap_compare(app, terminal_size=SIZES[size], run_before=ready(*SCREENS[screen]))


@pytest.mark.parametrize("theme", ["textual-light", "high-contrast"])
def test_other_themes(snap_compare: Compare, make_app: Callable[..., BriefsApp], theme: str) -> None:
    assert snap_compare(make_app(theme=theme), terminal_size=(120, 36), run_before=ready("space", "j", "s", "2"))


def test_large(snap_compare: Compare, make_app: Callable[..., BriefsApp]) -> None:
    assert snap_compare(make_app(theme="textual-dark"), terminal_size=(200, 60), run_before=ready("5"))


def test_empty(snap_compare: Compare, make_app: Callable[..., BriefsApp], tmp_path: Path) -> None:
    app = make_app(tmp_path / "empty", theme="textual-dark")
    assert snap_compare(app, terminal_size=(80, 24), run_before=ready())


def test_without_colours(
    snap_compare: Compare, make_app: Callable[..., BriefsApp], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    assert snap_compare(make_app(theme="textual-dark"), terminal_size=(120, 36), run_before=ready("2"))
