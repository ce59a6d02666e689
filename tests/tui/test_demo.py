"""The picture in the README is the reader on the bundled samples, as it is today."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from textual.widgets import Input

from briefs.library import Library
from search_index import Index
from tests.tui.conftest import ready
from tui.app import BriefsApp
from tui.settings import Settings


def test_the_reader_on_the_bundled_samples(
    library_folder: Path, snap_compare: Callable[..., bool], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TEXTUAL_ANIMATIONS", "none")
    monkeypatch.setattr(Input, "cursor_blink", False)
    with Library.open(library_folder) as library:
        index = Index.open(library)
        app = BriefsApp(library, index, Settings(theme="textual-dark", read_after=0, debounce=0, watch=0))
        app.rest = 0.001
        assert snap_compare(app, run_before=ready("j"), terminal_size=(120, 32))
        app.finish_writing()
        index.close()
