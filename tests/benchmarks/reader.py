"""How fast the reader is for a person: in a real terminal (a pty), against an empty Textual application and newsboat.

    python -m tests.benchmarks.reader [--briefs N]... [--runs N] [--folder DIR] [--only paint|use]

Measured per size of the library, runs of all programs taking turns so that a busy machine troubles all alike: process
start to first paint, which is the list and a brief, ready to read (median; ratio to the empty application), of the
largest library also for somebody who left the reader at 99 hundredths of the list, where it begins again; of a person's
waiting, p95: keypress to first byte while moving in the list; keypress to the line of the next brief while
the key is held; last letter typed, at ten letters a second, to hits painted; opening an article of 100 KB; and memory:
its own, and all that is resident, pages of mapped files too. Libraries are made once and kept in DIR, by default a
temporary folder. newsboat (Debian's) is measured where it is installed: first paint of its list of feeds, moving,
opening; it searches no letter by letter.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

from briefs.library import Library
from search_index import Index, Request
from tests.benchmarks import newsboat
from tests.benchmarks.measuring import percentile
from tests.benchmarks.pseudo_terminal import Memory, Terminal
from tests.benchmarks.reader_library import LONG, OPENING, library_of, queries_of
from tests.benchmarks.search_corpus import Corpus

EMPTY = """
from textual.app import App
from textual.widgets import Static
class Empty(App):
    pressed = 0
    def compose(self):
        yield Static("first paint", markup=False)
    def on_key(self):
        self.pressed += 1
        self.query_one(Static).update(f"pressed {self.pressed}")
Empty().run()
"""
READER = "import sys; from tui.cli import main; sys.exit(main())"  # what the installed program does
NO_SUMMARY = "The article has no sentence"  # what the newest brief shows in place of a summary
SUMMARY = "\N{PILCROW SIGN}1"  # what a sentence of the summary ends with
LETTER = 0.1  # seconds between two letters of a quick typist
REPEAT = 1 / 30  # seconds between two keypresses of a key held down
Command = tuple[str, ...]


class Program(NamedTuple):
    """A program, what it must have painted before a person can begin, and what a person did before."""

    command: Command
    painted: tuple[str, ...]
    environment: Mapping[str, str] | None = None
    before: Callable[[], None] | None = None

    def start(self) -> Terminal:
        """Start it in a terminal."""
        if self.before is not None:
            self.before()
        return Terminal(*self.command, environment=self.environment)


def reader_on(place: Path, *, used: bool = False, left_at: int = 0) -> Program:
    """Return the reader on a library: ready once its list shows two briefs, and the pane the first of them, read.

    As it is installed, without a configuration; where it is `used`, no brief that is passed counts as read. It was left
    on the brief at a place of the list, counted from 0.
    """
    environment = {"BRIEFS_LIBRARY": str(place), "XDG_CONFIG_HOME": str(place / "no configuration")}
    if used:
        config = place / "config.toml"
        config.write_text("read_after = 0\n")  # what is measured changes nothing
        environment["BRIEFS_CONFIG"] = str(config)
    with Library.open(place) as library:
        left, following = library.latest(2, left_at)

    def leave() -> None:
        with Library.open(place) as library:
            library.state.set("last", left.id)

    painted = (left.title[:16], following.title[:16], left.title, SUMMARY if left_at else NO_SUMMARY)
    return Program((sys.executable, "-c", READER), painted, environment, leave)


def first_paints(programs: dict[str, Program], runs: int) -> dict[str, list[tuple[float, float]]]:
    """Return the seconds to first paint of each program, by the clock and of the processor, the programs in turns."""
    times: dict[str, list[tuple[float, float]]] = {name: [] for name in programs}
    for run in range(runs + 1):
        for name, program in programs.items():
            terminal = program.start()
            taken = terminal.wait_for(*program.painted) - terminal.started, terminal.processor()
            terminal.end()
            if run:  # the first round fills the disk's cache
                times[name].append(taken)
    return times


def moves(terminal: Terminal, count: int) -> list[float]:
    """Return keypress to first byte, up and down in the list."""
    times = []
    for step in range(count):
        at = terminal.send("j" if step % 16 < 8 else "k")
        times.append(terminal.first_byte() - at)
        terminal.rest(0.05 + step % 7 * 0.05)  # sometimes before the brief is painted, sometimes after
        terminal.quiet(0.02)
    return times


def to_top(terminal: Terminal) -> None:
    """Put the cursor on the first brief."""
    terminal.send("j")
    terminal.quiet()
    terminal.send("g")
    terminal.wait_for(LONG[:12])
    terminal.quiet(0.5)


def moves_of_empty(count: int) -> list[float]:
    """Return keypress to first byte of the empty application: what Textual and the machine cost by themselves."""
    terminal = Terminal(sys.executable, "-c", EMPTY)
    terminal.wait_for("first paint")
    terminal.quiet()
    times = moves(terminal, count)
    terminal.end()
    return times


def held(terminal: Terminal, titles: list[str]) -> list[float]:
    """Return keypress to the next brief's line, with the key held down."""
    times = []
    for title in titles:
        at = terminal.send("j")
        times.append(terminal.wait_for(title[:16]) - at)
        terminal.rest(REPEAT - (time.perf_counter() - at))
    return times


def searches(terminal: Terminal, queries: list[tuple[str, str]]) -> list[float]:
    """Return last letter to the first hit's line, of queries typed by a quick typist."""
    times = []
    for text, title in queries:
        terminal.send("/")
        terminal.quiet()
        for letter in text[:-1]:
            terminal.send(letter)
            terminal.rest(LETTER)
        at = terminal.send(text[-1])
        times.append(terminal.wait_for(title) - at)
        terminal.quiet()
        terminal.send("\r")
        terminal.quiet()
        terminal.send("x")
        terminal.quiet(0.5)
    return times


def articles(terminal: Terminal, count: int) -> list[float]:
    """Return keypress to the first line of the longest article."""
    times = []
    for _ in range(count):
        terminal.send("\x1b")
        terminal.quiet()
        to_top(terminal)
        at = terminal.send("5")
        times.append(terminal.wait_for(OPENING.split()[0]) - at)
        terminal.quiet()
        terminal.send("1")
        terminal.quiet()
    return times


def use(place: Path, count: int, runs: int) -> tuple[dict[str, list[float]], Memory]:
    """Return what a person waits for, in seconds, and the memory."""
    with Library.open(place) as library:
        index = Index.open(library)
        titles = [hit.row.title for hit in index.search(Request(sort="date", limit=60)).hits]
        index.close()
    queries = queries_of(place, count, runs * 2)
    terminal = reader_on(place, used=True).start()
    terminal.wait_for(LONG)
    terminal.wait_for("Companies")  # the facets come with the index
    terminal.quiet(1.0)
    times = {"move": moves(terminal, runs * 6), "held": [], "search": [], "article": []}
    to_top(terminal)
    times["held"] = held(terminal, titles[1:])
    times["article"] = articles(terminal, max(runs // 2, 3))
    times["search"] = searches(terminal, queries)
    memory = terminal.memory()
    terminal.end()
    return times, memory


NAMES = {
    "move": "keypress to first byte",
    "held": "held key to next line",
    "search": "last letter to hits",
    "article": "opening 100 KB",
}


def report(name: str, times: dict[str, list[float]], memory: Memory | None) -> None:
    """Print the figures of one program on one library."""
    for key, what in NAMES.items():
        if times.get(key):
            p50, p95 = (percentile(times[key], share) * 1000 for share in (0.5, 0.95))
            print(f"{name:<26} {what:<24} p50 {p50:7.1f} ms   p95 {p95:7.1f} ms   of {len(times[key])}")
    if memory is not None:
        print(f"{name:<26} {'memory':<24} own {memory.own:7.1f} MB   resident {memory.resident:.1f} MB", flush=True)


def main() -> None:
    """Measure and print a table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--briefs", type=int, action="append", help="size of a library; may be given several times")
    parser.add_argument("--runs", type=int, default=9)
    parser.add_argument("--folder", type=Path, help="where the made-up libraries are kept")
    parser.add_argument("--only", choices=("paint", "use"), help="measure one half only")
    options = parser.parse_args()
    folder = options.folder or Path(tempfile.mkdtemp(prefix="briefs-benchmark-"))
    sizes: list[int] = options.briefs or [10, 10_000, 100_000]
    corpus = Corpus()
    places = {count: library_of(count, folder, corpus) for count in sizes}
    programs = {
        "empty application": Program((sys.executable, "-c", EMPTY), ("first paint",)),
        **{f"briefs, {count:,}": reader_on(place) for count, place in places.items()},
    }
    far = f"briefs, {max(sizes):,}, far down"
    programs[far] = reader_on(places[max(sizes)], left_at=max(sizes) * 99 // 100)
    if newsboat.program():
        for count, place in places.items():
            programs[f"newsboat, {count:,}"] = Program(newsboat.filled(place), (newsboat.FIRST_PAINT,))
    else:
        print("newsboat is not installed (apt-get install newsboat): left out", file=sys.stderr)

    if options.only != "use":
        times = first_paints(programs, options.runs)
        base = [statistics.median(values) for values in zip(*times["empty application"], strict=True)]
        for name, pairs in times.items():
            clock, processor = (statistics.median(values) for values in zip(*pairs, strict=True))
            print(
                f"{name:<26} first paint {clock * 1000:6.0f} ms, {clock / base[0]:.2f} of the empty application's;"
                f" processor {processor * 1000:6.0f} ms, {processor / base[1]:.2f}",
                flush=True,
            )
    if options.only != "paint":
        for count, place in places.items():
            report("empty application", {"move": moves_of_empty(options.runs * 6)}, None)
            report(f"briefs, {count:,}", *use(place, count, options.runs))
            if newsboat.program():
                report(
                    f"newsboat, {count:,}",
                    *newsboat.interaction(programs[f"newsboat, {count:,}"].command, options.runs),
                )


if __name__ == "__main__":
    main()
