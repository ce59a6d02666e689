"""The start of the reader, made quick: what is here may load nothing that the first paint does without."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from tui.settings import Settings


def open_reader(folder: Path, settings: Settings) -> None:
    """Open the reader on the library in `folder`; LibraryError says why it cannot be used.

    A start makes a great many objects and hardly any garbage. Python would look through all of them again and again,
    a fifth of the whole time: it begins to look when the first paint is done (`begin_collecting`).
    """
    gc.disable()
    try:
        from tui.app import run_app

        run_app(folder, settings)
    finally:
        gc.enable()


def begin_collecting() -> None:
    """Let Python look for garbage from now on, but not among what a start has made: that stays to the end."""
    if not gc.isenabled():
        gc.freeze()
        gc.enable()
