"""The start of the reader, made quick: what is here may load nothing that the first paint does without."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from tui.settings import Settings


def open_reader(folder: Path | None = None, settings: Settings | None = None, *, create: bool = True) -> None:
    """Open the reader on the library in `folder`; without one, on the library and with the settings in force.

    Where there is no library yet, an empty one is made, which welcomes; without `create`, LibraryError is raised.
    Raises UsageError for a configuration and LibraryError for a library that cannot be used.

    A start makes a great many objects and hardly any garbage. Python would look through all of them again and again,
    a fifth of the whole time: it begins to look when the first paint is done (`started`).
    """
    gc.disable()
    try:
        from tui.settings import library_folder, load_settings

        if settings is None:
            settings = load_settings()
            for problem in settings.problems:
                from tui.shell.output import complain

                complain(problem)
        from tui.app import run_app

        run_app(folder or library_folder(settings=settings), settings, create=create)
    finally:
        gc.enable()


def started() -> None:
    """Do what `open_reader` has put off until the first paint: keep the memory small."""
    if gc.isenabled():
        return
    gc.freeze()  # what a start has made stays to the end
    gc.enable()
    from tui.process.heap import share_heap

    share_heap()


def settled() -> None:
    """Put by what the index and its first answers have made as well; to look through it takes 20 ms each time.

    Only where a start was put by before: elsewhere it is not for us to say what stays to the end.
    """
    if gc.get_freeze_count():
        gc.collect()
        gc.freeze()
