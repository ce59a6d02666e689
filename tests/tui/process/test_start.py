"""What the start of the reader does for speed and memory, in a process of its own, for it changes the process."""

from __future__ import annotations

import subprocess
import sys

import pytest

OPENED = """
import gc
import tui.app
from pathlib import Path
from tui.settings import Settings
from tui.process.start import open_reader, started

def app(folder, settings, create):
    seen.append(gc.isenabled())
    started()
    seen.append(gc.isenabled())

seen = []
tui.app.run_app = app
open_reader(Path('library'), Settings())
print(seen, gc.isenabled(), gc.get_freeze_count() > 1000)
"""
SETTLED = """
import gc
from tui.process.start import settled, started

settled()
before = gc.get_freeze_count()
gc.disable()
started()
frozen = gc.get_freeze_count()
more = [[] for _ in range(1000)]
settled()
print(before, gc.get_freeze_count() >= frozen + 1000)
"""
THREADS = """
import re, sys
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from tui.process.heap import share_heap

def own():
    with open("/proc/self/status") as status:
        return int(re.search(r"RssAnon:\\s+(\\d+)", status.read())[1]) // 1024

def work(_):
    for _ in range(3):
        together.wait()
        held = b"x" * (12 << 20)
        together.wait()
        del held

share_heap()
together = Barrier(8)
before = own()
with ThreadPoolExecutor(8) as pool:
    list(pool.map(work, range(8)))
    held = [b"x" * (12 << 20) for _ in range(8)]
    print(own() - before)
"""


def ran(script: str) -> str:
    return subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout.strip()


def test_garbage_is_looked_for_after_the_first_paint_only() -> None:
    assert ran(OPENED) == "[False, True] True True"


def test_what_the_index_has_made_is_put_by_where_a_start_was() -> None:
    assert ran(SETTLED) == "0 True"


@pytest.mark.skipif(sys.platform != "linux", reason="the heap is glibc's")
def test_what_one_thread_lets_go_of_another_takes() -> None:
    assert int(ran(THREADS)) < 144, "megabytes: 96 that others let go, and as much that this one took"
