"""The reader in a real terminal, and what its start loads."""

from __future__ import annotations

import os
import shlex
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest

from briefs.library import Library
from tests.tui.conftest import fill, three_briefs

RUN = """
import sys
from pathlib import Path
from tui.app import run_app
from tui.settings import Settings
run_app(Path(sys.argv[1]), Settings(read_after=0))
"""
FIRST_PAINT = """
import asyncio, sys
from pathlib import Path
from briefs.library import Library
from search_index import Index
from tui.app import BriefsApp
from tui.settings import Settings

class FirstPaint(BriefsApp):
    def _begin(self):
        shown = self.screen._compositor.render_strips()
        assert any("Arvenport" in strip.text for strip in shown)
        self.heavy = [name for name in HEAVY if name in sys.modules]
        self.exit()

HEAVY = [
    *("whoosh", "numpy", "trafilatura", "lxml", "nupunkt", "babel", "markdown_it", "hashlib", "click"),
    *("briefs.convert", "briefs.ingest", "briefs.tables", "briefs.export", "briefs.sentences"),
    *("briefs.library.adding", "briefs.library.corrections", "briefs.library.removal"),
    *("tui.screens.export", "tui.screens.overview", "tui.screens.help", "tui.layout.overview"),
    *("tui.exports.wish", "tui.workers.adding"),
]
with Library.open(Path(sys.argv[1])) as library:
    app = FirstPaint(library, Index.open(library), Settings())
    app.run(headless=True, size=(120, 36))
    app.finish_writing()
print(app.heavy)
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    with Library.open(tmp_path / "library") as library:
        fill(library, three_briefs())
    return tmp_path / "library"


def test_the_first_paint_shows_a_brief_and_loads_no_index_and_no_converter(folder: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", FIRST_PAINT, str(folder)], capture_output=True, text=True, check=False, timeout=120
    )
    assert done.stdout.strip() == "[]", done.stderr


@pytest.fixture
def tmux(tmp_path: Path) -> Iterator[Callable[..., str]]:
    """Run a command of tmux on a server of this test's own."""
    if not shutil.which("tmux"):
        pytest.skip("tmux is not installed")
    environment = {**os.environ, "TMUX_TMPDIR": str(tmp_path), "HOME": str(tmp_path), "LC_ALL": "C.UTF-8"}
    environment.pop("TMUX", None)

    def run(*arguments: str) -> str:
        command = ["tmux", "-f", os.devnull, "-L", "reader", *arguments]
        return subprocess.run(command, capture_output=True, text=True, check=False, env=environment).stdout

    yield run
    run("kill-server")


def screen_of(tmux: Callable[..., str], text: str, *, there: bool = True) -> str:
    """What the terminal shows once this text is part of it, or is not any more."""
    ends = time.monotonic() + 60
    while (text in (shown := tmux("capture-pane", "-p"))) != there:
        assert time.monotonic() < ends, shown
        time.sleep(0.1)
    return shown


def reader_in_a_shell(tmux: Callable[..., str], folder: Path) -> Callable[[str], str]:
    """Start the reader from a shell with jobs, and return `screen_of` that terminal."""
    tmux("new-session", "-d", "-x", "110", "-y", "32", "PS1='shell> ' bash --norc -i")
    screen = partial(screen_of, tmux)
    screen("shell>")
    tmux("send-keys", f'{shlex.join([sys.executable, "-c", RUN, str(folder)])}; echo "left with $?"', "Enter")
    screen("Publishers")
    return screen


def in_its_modes(tmux: Callable[..., str]) -> bool:
    """Return whether a terminal shows its own lines and its cursor, and reports no mouse."""
    modes = tmux("display-message", "-p", "#{alternate_on} #{mouse_any_flag} #{cursor_flag}")
    return modes.split() == ["0", "0", "1"]


def test_it_goes_to_the_shell_and_comes_back(tmux: Callable[..., str], folder: Path) -> None:
    screen = reader_in_a_shell(tmux, folder)
    tmux("send-keys", "C-z")
    assert "Publishers" not in screen("Stopped")
    tmux("send-keys", "bg", "Enter")  # where it may not paint
    tmux("send-keys", 'clear; jobs; fg; echo "ended with $?"', "Enter")
    screen("Publishers")
    screen("q quit")  # all of it is there again, not only what has changed
    tmux("send-keys", "q")
    screen("ended with 0")


def test_told_to_end_it_leaves_the_terminal_as_it_was(tmux: Callable[..., str], folder: Path) -> None:
    screen = reader_in_a_shell(tmux, folder)
    shell = tmux("display-message", "-p", "#{pane_pid}").strip()
    os.kill(int(Path(f"/proc/{shell}/task/{shell}/children").read_text(encoding="ascii")), signal.SIGTERM)
    assert "Publishers" not in screen("left with 143")
    assert in_its_modes(tmux)


def test_told_to_end_while_it_is_stopped_it_does_not_come_back_first(tmux: Callable[..., str], folder: Path) -> None:
    screen = reader_in_a_shell(tmux, folder)
    tmux("send-keys", "C-z")
    screen("Stopped")
    tmux("send-keys", "P=$(jobs -p); kill -TERM %1; while kill -0 $P 2>/dev/null; do sleep .1; done", "Enter")
    assert "Publishers" not in screen("Exit 143")
    assert in_its_modes(tmux)


def test_it_is_used_in_a_terminal(tmux: Callable[..., str], folder: Path) -> None:
    # A shell says how it ended: tmux's own "Pane is dead" is not always drawn on a busy machine.
    command = [sys.executable, "-c", RUN, str(folder)]
    tmux("new-session", "-d", "-x", "110", "-y", "32", f'{shlex.join(command)}; echo "left with $?"; sleep 600')
    screen = partial(screen_of, tmux)
    shown = screen("Publishers")
    assert "Arvenport cranes" in shown
    assert "q quit" in shown
    tmux("send-keys", "/", "mill", "Enter")
    screen("1 of 3 · by relevance")
    screen("Arvenport", there=False)
    tmux("send-keys", "2")
    screen("what 310 million")
    tmux("send-keys", "Enter")
    screen("Oriole Foods has bought a flour mill")
    tmux("send-keys", "?")
    screen("Type a query")
    tmux("send-keys", "Escape")
    screen("Type a query", there=False)
    tmux("send-keys", "q")
    screen("left with 0")
    with Library.open(folder) as library:
        assert library.state.get("last") == f"{2:016x}"
