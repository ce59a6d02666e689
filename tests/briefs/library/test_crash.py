"""Real processes: killed at any moment, and several at once."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from briefs.library import Library

ROOT = Path(__file__).parents[3]

PROGRAM = """
import sys
from pathlib import Path
from briefs.identity import identifier_of
from briefs.library import Correction, Library
from briefs.model import Article, MadeBy, Original
from tests.made import made_brief

def made(text, converter=1):
    original = Original(text.encode() * 50, "text/plain")
    brief = made_brief(text * 50, id=identifier_of(original), title=text, made_by=MadeBy(converter, ""))
    return original, Article(text, ()), brief

def say(*words):
    print(*words, flush=True)

library = Library.open(Path(sys.argv[1]))
job, first, last = sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
say("ready")
"""

ADD = """
for number in range(first, last):
    added = library.add(*made(f"Story number {number} of the day. "))
    say(added.id, number, added.new)
"""

CHANGE = """
ids = sorted(library.ids())
for number in range(first, last):
    identifier = ids[number % len(ids)]
    text = library.uncorrected(identifier).title
    library.marks.add_tag([identifier], f"tag {number}")
    say("tag", identifier, number)
    library.corrections.correct(identifier, Correction(publisher=f"Paper {number}"))
    say("publisher", identifier, number)
    library.replace(identifier, made(text, number)[2])
    library.saved.save("last", f"{number}")
    say("saved", identifier, number)
    added = library.add(*made(f"Passing {number}. "))
    library.remove([added.id])
    say("removed", added.id, number)
"""


@pytest.fixture
def start(tmp_path: Path) -> Callable[..., subprocess.Popen[str]]:
    def run(program: str, first: int, last: int) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [sys.executable, "-c", PROGRAM + program, str(tmp_path / "library"), "", str(first), str(last)],
            stdout=subprocess.PIPE,
            text=True,
            env=os.environ | {"PYTHONPATH": str(ROOT)},
        )

    return run


def killed(process: subprocess.Popen[str], after: float) -> list[list[str]]:
    """Let the process acknowledge two things and work for `after` more seconds, kill it, and return what it said."""
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    first = [process.stdout.readline() for _ in range(2)]
    time.sleep(after)
    process.kill()
    text, _ = process.communicate()
    return [line.split() for line in [*first, *text.splitlines()] if line.count(" ") == 2]


Start = Callable[..., subprocess.Popen[str]]


def test_what_was_acknowledged_outlives_a_kill(start: Start, tmp_path: Path) -> None:
    chance = random.Random(7)
    kept: set[str] = set()
    number = 0
    for _ in range(6):
        said = killed(start(ADD, number, 10**6), chance.uniform(0, 0.2))
        kept |= {identifier for identifier, _, _ in said}
        number += len(said)
        with Library.open(tmp_path / "library", create=False) as library:
            assert kept <= set(library.ids())
            assert library.count() <= len(kept) + 1, "at most the one whose acknowledgement was cut off"
            kept = set(library.ids())
            assert library.check() == []
            assert [c.sequence for c in library.changes()] == list(range(1, len(kept) + 1))
    assert len(kept) >= 12


def test_changes_are_whole_or_not_at_all(start: Start, tmp_path: Path) -> None:
    adding = start(ADD, 0, 5)
    adding.communicate()
    chance = random.Random(11)
    number = 0
    for left_over in range(1, 6):
        said = killed(start(CHANGE, number, 10**6), chance.uniform(0, 0.3))
        with Library.open(tmp_path / "library", create=False) as library:
            last: dict[tuple[str, str], int] = {}
            for what, identifier, n in said:
                last[what, identifier] = int(n)
            for (what, identifier), latest in last.items():
                if what == "tag":
                    assert identifier in library.marks.tagged(f"tag {latest}")
                if what == "publisher":
                    publisher = library.brief(identifier).publisher or ""
                    assert int(publisher.removeprefix("Paper ")) >= latest
                if what == "removed":
                    assert identifier not in library.ids()
            saved = [int(n) for what, _, n in said if what == "saved"]
            if saved:
                assert int(library.saved.get("last").query) >= saved[-1]
            assert 5 <= library.count() <= 5 + left_over
            assert library.check() == []
        number += len(said)
    assert number, "no change was acknowledged"


def test_processes_that_add_the_same_articles_make_each_once(start: Start, tmp_path: Path) -> None:
    # All of them make the library, too: none exists when they start.
    running = [start(ADD, first, first + 60) for first in (0, 20, 40, 0)]
    lines = [line.split() for process in running for line in process.communicate(timeout=120)[0].splitlines()]
    said = [line for line in lines if len(line) == 3]
    assert [process.returncode for process in running] == [0] * 4
    assert len(said) == 240
    new = [(identifier, number) for identifier, number, is_new in said if is_new == "True"]
    assert sorted(int(number) for _, number in new) == list(range(100))
    with Library.open(tmp_path / "library") as library:
        assert set(library.ids()) == {identifier for identifier, _ in new}
        assert library.sequence() == 100
        assert library.check() == []


def test_a_reader_sees_what_another_process_adds(start: Start, tmp_path: Path) -> None:
    with Library.open(tmp_path / "library") as library:
        sequence = library.sequence()
        start(ADD, 0, 3).communicate(timeout=60)
        assert [row.title for row in library.rows(change.id for change in library.changes(sequence))] == [
            f"Story number {n} of the day. " for n in range(3)
        ]
