"""How fast the reader is for a person: in a real terminal (a pty), against an empty Textual application.

    python tests/benchmarks/reader.py [--briefs N]... [--runs N] [--folder DIR]

Measured per size of the library, runs of both programs taking turns so that a busy machine troubles both alike:
process start to first paint (median and ratio), keypress to first byte while moving in the list (p95), last letter
typed to hits painted (p95), opening an article of 100 KB, and resident memory. Libraries are made once and kept in
DIR, by default a temporary folder.
"""

from __future__ import annotations

import argparse
import fcntl
import os
import pty
import random
import re
import select
import signal
import statistics
import struct
import sys
import tempfile
import termios
import time
from pathlib import Path

from briefs.library import Library
from briefs.model import (
    Article,
    Block,
    Brief,
    Entity,
    Evidence,
    Grounds,
    KeyFigure,
    MadeBy,
    Mention,
    Original,
    SummarySentence,
)
from search_index import Index

EMPTY = """
from textual.app import App
from textual.widgets import Static
class Empty(App):
    def compose(self):
        yield Static("first paint", markup=False)
Empty().run()
"""
READER = """
import sys
from pathlib import Path
from tui.app import run_app
from tui.settings import Settings
run_app(Path(sys.argv[1]), Settings(read_after=0))
"""
_ESCAPES = re.compile(rb"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[P_^X][^\x1b]*\x1b\\|.)")
WORDS = [
    "harbour",
    "freight",
    "winter",
    "mill",
    "signal",
    "copper",
    "orchard",
    "voltage",
    "ledger",
    "canal",
    "turbine",
    "quarry",
    "glacier",
    "tariff",
]


class Terminal:
    """A program in a pseudo-terminal of 120 by 36, with what it wrote so far."""

    def __init__(self, *command: str) -> None:
        self.started = time.perf_counter()
        self.pid, self.file = pty.fork()
        if self.pid == 0:
            os.environ |= {"TERM": "xterm-256color", "COLORTERM": "truecolor", "LINES": "36", "COLUMNS": "120"}
            os.execv(sys.executable, [sys.executable, *command])
        fcntl.ioctl(self.file, termios.TIOCSWINSZ, struct.pack("HHHH", 36, 120, 0, 0))
        self.seen = b""

    def wait_for(self, text: str, seconds: float = 30) -> float:
        """Read until `text` is painted; return when, by the clock of this process."""
        wanted = text.encode()
        ends = time.perf_counter() + seconds
        while wanted not in _ESCAPES.sub(b"", self.seen):
            if not self._read(ends - time.perf_counter()):
                raise TimeoutError(f"{text!r} was never painted; the last bytes: {self.seen[-300:]!r}")
        return time.perf_counter()

    def first_byte(self, seconds: float = 5) -> float:
        """Return when the next byte comes."""
        if not select.select([self.file], [], [], seconds)[0]:
            raise TimeoutError("nothing was painted")
        return time.perf_counter()

    def _read(self, seconds: float) -> bool:
        if seconds <= 0 or not select.select([self.file], [], [], seconds)[0]:
            return False
        try:
            self.seen += os.read(self.file, 1 << 16)
        except OSError:  # the program ended
            return False
        return True

    def quiet(self, seconds: float = 0.25) -> None:
        """Read until nothing came for a while, and forget it."""
        while self._read(seconds):
            pass
        self.seen = b""

    def send(self, keys: str) -> float:
        """Type keys; return when."""
        at = time.perf_counter()
        os.write(self.file, keys.encode())
        return at

    def processor(self) -> float:
        """Return the seconds of processor time used so far: on a busy machine steadier than the clock."""
        fields = Path(f"/proc/{self.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def memory(self) -> float:
        """Return the resident memory in megabytes."""
        status = Path(f"/proc/{self.pid}/status").read_text()
        return int(re.findall(r"VmRSS:\s+(\d+)", status)[0]) / 1024

    def end(self) -> None:
        """End the program."""
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self.file)


def make_brief(number: int, count: int, chance: random.Random) -> Brief:
    """Return a made-up brief; number 0 is the newest and 100 KB long."""
    sentences = [
        f"The {chance.choice(WORDS)} of {chance.choice(WORDS)} grew by {chance.randint(2, 90)}% in week {n} of it."
        for n in range(1600 if number == 0 else 12)
    ]
    paragraphs = ["Opening line of the article. " + sentences[0], *sentences[1:]]
    body = "\n\n".join(paragraphs)
    blocks, offset = [], 0
    for text in paragraphs:
        blocks.append(Block("paragraph", offset, offset + len(text)))
        offset += len(text) + 2
    evidence = [Evidence("body", b.start, b.end, body[b.start : b.end]) for b in blocks[:5]]
    percent = re.search(r"\d+%", body)
    figure = Evidence("body", percent.start(), percent.end(), percent.group()) if percent else evidence[0]
    name = chance.choice(WORDS).title() + " Works"
    day = f"20{24 - number * 20 // count:02}-{number % 12 + 1:02}-{number % 28 + 1:02}"
    mention = Mention("title", 0, 5, "Brief", "title")
    return Brief(
        id=f"{number:016x}",
        title=f"Brief {number:06} of unusual{number:06} things",
        published=day if number else "2025-12-31",
        publisher=f"The {chance.choice(WORDS).title()} Post",
        authors=(),
        language="en",
        address=None,
        gist=paragraphs[0][:120],
        summary=tuple(SummarySentence(e.text, e) for e in evidence),
        key_figures=(KeyFigure(figure.text, 5.0, "percent", figure, evidence[0].text, 0),),
        companies=(Entity(f"company:{name.lower()}", "company", name, main=True, mentions=(mention,)),),
        people=(),
        organisations=(),
        countries=(),
        places=(),
        sources=(),
        quotations=(),
        subjects=(),
        other_figures=(),
        body=body,
        blocks=tuple(blocks),
        links=(),
        source="",
        metadata="",
        grounds=Grounds(),
        made_by=MadeBy(1, "made up"),
    )


def library_of(count: int, folder: Path) -> Path:
    """Make a library of so many briefs with its index, where it is not there yet; return its folder."""
    place = folder / f"library-{count}"
    if not (place / "complete").exists():
        chance = random.Random(count)
        with Library.open(place) as library:
            for number in range(library.count(), count):
                brief = make_brief(number, count, chance)
                library.add(Original(brief.body.encode(), "text/plain"), Article(brief.body, brief.blocks), brief)
            index = Index.open(library)
            index.catch_up()
            index.close()
        (place / "complete").touch()
    return place


def first_paints(commands: dict[str, tuple[tuple[str, ...], str]], runs: int) -> dict[str, list[tuple[float, float]]]:
    """Return the seconds to first paint of each program, by the clock and of the processor, the programs in turns."""
    times: dict[str, list[tuple[float, float]]] = {name: [] for name in commands}
    for run in range(runs + 1):
        for name, (command, text) in commands.items():
            terminal = Terminal(*command)
            taken = terminal.wait_for(text) - terminal.started, terminal.processor()
            terminal.end()
            if run:  # the first round fills the disk's cache
                times[name].append(taken)
    return times


def percentile(values: list[float], share: float) -> float:
    """Return the value that `share` of the values do not exceed."""
    return sorted(values)[min(int(len(values) * share), len(values) - 1)]


def interaction(place: Path, count: int, runs: int) -> dict[str, float]:
    """Return what a person waits for, in milliseconds, and the memory in megabytes."""
    terminal = Terminal("-c", READER, str(place))
    terminal.wait_for("Brief 000000")
    terminal.wait_for("Companies")  # the facets come with the index
    terminal.quiet(1.0)
    moves, searches = [], []
    for step in range(runs * 5):
        at = terminal.send("j" if step % 16 < 8 else "k")
        moves.append(terminal.first_byte() - at)
        terminal.quiet(0.15)
    for run in range(runs):
        number = (run * 7919 + 1) % count
        terminal.send("/")
        terminal.quiet()
        terminal.send(f"unusual{number:06}"[:-1])
        terminal.quiet(0.5)
        at = terminal.send(f"{number:06}"[-1])
        searches.append(terminal.wait_for(f"unusual{number:06} things") - at)
        terminal.send("\r")
        terminal.quiet()
        terminal.send("x")
        terminal.quiet(0.5)
    articles = []
    for _ in range(max(runs // 2, 3)):
        terminal.send("\x1b")
        terminal.quiet()
        terminal.send("g")
        terminal.quiet(0.4)
        at = terminal.send("5")
        articles.append(terminal.wait_for("Opening line of the article.") - at)
        terminal.send("1")
        terminal.quiet()
    memory = terminal.memory()
    terminal.end()
    return {
        "key to first byte, p95 ms": percentile(moves, 0.95) * 1000,
        "last letter to hits, p95 ms": percentile(searches, 0.95) * 1000,
        "100 KB article, p95 ms": percentile(articles, 0.95) * 1000,
        "memory, MB": memory,
    }


def main() -> None:
    """Measure and print a table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--briefs", type=int, action="append", help="size of a library; may be given several times")
    parser.add_argument("--runs", type=int, default=9)
    parser.add_argument("--folder", type=Path, help="where the made-up libraries are kept")
    parser.add_argument("--paint-only", action="store_true", help="measure the first paint only")
    options = parser.parse_args()
    folder = options.folder or Path(tempfile.mkdtemp(prefix="briefs-benchmark-"))
    sizes: list[int] = options.briefs or [10, 10_000]
    places = {count: library_of(count, folder) for count in sizes}
    commands: dict[str, tuple[tuple[str, ...], str]] = {"empty application": (("-c", EMPTY), "first paint")}
    for count, place in places.items():
        commands[f"{count:,} briefs"] = (("-c", READER, str(place)), "Brief 000000")
    times = first_paints(commands, options.runs)
    base = [statistics.median(values) for values in zip(*times["empty application"], strict=True)]
    for name, pairs in times.items():
        clock, processor = (statistics.median(values) for values in zip(*pairs, strict=True))
        print(
            f"{name:<20} first paint {clock * 1000:6.0f} ms, ratio {clock / base[0]:.2f};"
            f" processor {processor * 1000:6.0f} ms, ratio {processor / base[1]:.2f}"
        )
    if options.paint_only:
        return
    for count, place in places.items():
        for what, value in interaction(place, count, options.runs).items():
            print(f"{count:>9,} briefs  {what:<30} {value:8.1f}")


if __name__ == "__main__":
    main()
