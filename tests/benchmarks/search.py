"""How fast search is, beside stock Whoosh, SQLite FTS5 and tantivy: the same texts, the same questions, in one run.

    make benchmark-search            # makes .venv-bench with tantivy, then runs this file

Every engine answers a question in the same way: how many briefs there are, and the identifiers of the first 20. Where
one finds another number of them than the first engine, that is said on stderr, and counted in the JSON. The engines are
asked in turn, so that a slow moment of the machine strikes all; the first round warms and is not counted. Each round
asks anew, so that no engine gains by remembering answers.
Times are p50 and p95 in milliseconds by the clock; with --cpu questions are timed by the processor, which is the same
on a quiet machine, while on a busy one what takes longer than its turn seems to take many times as long. The figure to
quote is the ratio of the p50 to a peer's, in the last columns, with what is wanted of it. Building is documents per
second of the processor, what reading the briefs takes left out. Memory is the most that a process had that asks one
round of each row, mapped files included.
The libraries that are made are kept in the folder that `--folder` names, by default a temporary one.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median
from typing import Any

from briefs.model import Brief
from tests.benchmarks.measuring import peak_memory
from tests.benchmarks.search_corpus import Corpus, MadeLibrary, in_rounds, questions
from tests.benchmarks.search_engines import NAMES, Engine, engine
from tests.benchmarks.search_table import Figures, percentiles, table

ROOT = Path(__file__).parents[2]
ADDED = 40
STARTS = 5
_ENOUGH = 20.0  # seconds of one engine in one row, after which it is asked no more
_NO_SUCH_ROW = {("fts5", "fuzzy")}


def measured(
    count: int, folder: Path, names: list[str], corpus: Corpus, reuse: bool, clock: Callable[[], float]
) -> Figures:
    """Return all figures for one size."""
    library = MadeLibrary(folder / f"library-{count}", corpus, count)
    figures: Figures = {"documents": count, "rows": {}, "engines": {name: {} for name in names}}
    engines: list[Engine] = []
    for name in names:
        if not reuse or not (folder / f"{name}-{count}").is_dir():
            narrate(f"{count:,}: building {name}")
            figures["engines"][name]["per_cpu_second"] = int(_child("--build-of", name, count, folder))
        engines.append(engine(name, folder / f"{name}-{count}", library))
        engines[-1].open()
    asked = questions(corpus, count)
    for row, of_row in asked.items():
        narrate(f"{count:,}: {row}")
        figures["rows"][row] = answered(engines, row, in_rounds(of_row), clock)
    for one in engines:
        narrate(f"{count:,}: {one.name}: start and memory")
        figures["engines"][one.name] |= {
            "start_s": start(one.name, count, folder, asked["common"]),
            "memory_mb": memory(one.name, count, folder, asked),
            "disk_mb": round(one.size() / 1e6, 1),
        }
    narrate(f"{count:,}: adding")
    added: dict[str, list[float]] = {}
    for _ in range(ADDED):
        brief = library.add()
        for one in engines:
            started = time.perf_counter()
            one.add(brief)
            if not one.ask("company:", brief.companies[0].name).total:
                raise SystemExit(f"{one.name} does not find what was added")
            added.setdefault(one.name, []).append((time.perf_counter() - started) * 1000)
    for name, values in added.items():
        figures["engines"][name]["add_ms"] = percentiles(values)
    library.close()
    return figures


def print_built(name: str, count: int, folder: Path) -> None:
    """Build an index, and print documents per CPU second. Nobody asks in a process that built: it is one of its own."""
    library = MadeLibrary(folder / f"library-{count}")
    one = engine(name, folder / f"{name}-{count}", library)

    def briefs() -> Iterator[Brief]:
        return (brief for _, brief in library.briefs(library.ids()[:count]))

    started = time.process_time()
    for _ in briefs():
        pass
    reading = time.process_time() - started
    started = time.process_time()
    one.build(briefs())
    print(round(count / (time.process_time() - started - reading)))


def answered(engines: list[Engine], row: str, rounds: list[list[Any]], clock: Callable[[], float]) -> Figures:
    """Return for one row the times of each engine, the middle number of hits of the first, and who finds others."""
    times: dict[str, list[float]] = {e.name: [] for e in engines if (e.name, row) not in _NO_SUCH_ROW}
    spent = dict.fromkeys(times, 0.0)
    totals: list[int] = []
    unlike = dict.fromkeys(times, 0)
    for number, questions_of_round in enumerate(rounds):
        asked = [e for e in engines if e.name in times and (spent[e.name] < _ENOUGH or number < 2)]
        for question in questions_of_round:
            total: int | None = None
            for one in asked:
                started = clock()
                answer = one.ask(row, question)
                taken = clock() - started
                spent[one.name] += taken
                total = answer.total if total is None else total
                if number:
                    times[one.name].append(taken * 1000)
                    unlike[one.name] += answer.total != total
            if number and total is not None:
                totals.append(total)
    for name, count in unlike.items():
        if count:
            narrate(f"{name} finds another number of briefs than {engines[0].name} in {count} of {len(times[name])}")
    return {
        "hits": round(median(totals)),
        "ms": {name: percentiles(values) for name, values in times.items()},
        "unlike": unlike,
    }


def start(name: str, count: int, folder: Path, words: list[str]) -> float:
    """Return the seconds from the start of a process to its first hit, its modules compiled as those of a package are.

    The answer of the first process is not counted: it compiles.
    """
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    environment["PYTHONPYCACHEPREFIX"] = str(folder / "compiled")
    taken: list[float] = []
    for word in words[: STARTS + 1]:
        command = [sys.executable, "-m", "tests.benchmarks.search_engines", name, str(count), str(folder), word]
        started = time.perf_counter()
        subprocess.run(command, cwd=ROOT, check=True, env=environment)
        taken.append(time.perf_counter() - started)
    return round(median(taken[1:]), 3)


def memory(name: str, count: int, folder: Path, asked: dict[str, list[Any]]) -> float:
    """Return the most memory, in MB, of a process that asks an engine one round of questions of each row."""
    return float(_child("--memory-of", name, count, folder, told=json.dumps(asked)))


def _child(what: str, name: str, count: int, folder: Path, told: str = "") -> str:
    """Return what this module prints of one engine when it is asked for `what` in a process of its own."""
    command = [sys.executable, "-m", "tests.benchmarks.search", what, name, str(count), str(folder)]
    return subprocess.run(command, cwd=ROOT, check=True, input=told, stdout=subprocess.PIPE, text=True).stdout


def print_memory(name: str, count: int, folder: Path) -> None:
    """Ask an engine the first round of what stands on stdin, and print the most memory that this process ever had."""
    one = engine(name, folder / f"{name}-{count}", MadeLibrary(folder / f"library-{count}"))
    one.open()
    for row, asked in json.load(sys.stdin).items():
        for question in in_rounds(asked)[0]:
            if (name, row) not in _NO_SUCH_ROW:
                one.ask(row, question)
    print(round(peak_memory(), 1))


def narrate(text: str) -> None:
    """Say on stderr what is being done."""
    print(text, file=sys.stderr, flush=True)


def main() -> None:
    """Measure, and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--documents", default="1000,10000,100000", help="sizes, separated by commas")
    parser.add_argument("--engines", default=",".join(NAMES), help="engines, separated by commas")
    parser.add_argument("--folder", type=Path, help="where libraries and indexes are kept")
    parser.add_argument("--reuse", action="store_true", help="ask the indexes that the folder has, without building")
    parser.add_argument("--cpu", action="store_true", help="time by the processor's clock")
    parser.add_argument("--json", action="store_true", help="print JSON")
    children = {"memory_of": print_memory, "build_of": print_built}
    for name in children:
        parser.add_argument(f"--{name.replace('_', '-')}", nargs=3, help=argparse.SUPPRESS)
    given = parser.parse_args()
    for name, prints in children.items():
        if of := getattr(given, name):
            prints(of[0], int(of[1]), Path(of[2]))
            return
    corpus = Corpus()
    names = given.engines.split(",")
    clock = time.process_time if given.cpu else time.perf_counter
    with tempfile.TemporaryDirectory() as temporary:
        folder = given.folder or Path(temporary)
        sizes = [measured(int(n), folder, names, corpus, given.reuse, clock) for n in given.documents.split(",")]
    print(json.dumps(sizes, indent=1) if given.json else table(sizes))


if __name__ == "__main__":
    main()
