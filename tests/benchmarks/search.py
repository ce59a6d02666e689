"""How fast search is, beside stock Whoosh, SQLite FTS5 and tantivy: the same texts, the same questions, in one run.

    python -m tests.benchmarks.search [--documents 1000,10000,100000] [--json] [--engines briefs,fts5] [--folder DIR]

tantivy is no dependency of the project: install it beside (`pip install "tantivy>=0.22,<1"`), or it is left out.
Each question is asked by all engines in turn, so that a slow moment of the machine strikes all. What is measured: p50
and p95 of each row in milliseconds, documents per second and per CPU second while building, adding one brief until it
is found, process start to first hit, size on disk, and the memory that a process has after all questions.
The libraries that are made are kept in DIR, by default a temporary folder.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from briefs.model import Brief
from tests.benchmarks.search_corpus import Asked, Corpus, MadeLibrary, questions
from tests.benchmarks.search_engines import ENGINES, Engine

ROOT = Path(__file__).parents[2]
ROUNDS = 5
ADDED = 20
NOT_THERE = {("fts5", "fuzzy")}

Figures = dict[str, Any]


def percentile(values: list[float], share: float) -> float:
    """Return the value that `share` of `values` do not exceed."""
    return sorted(values)[min(len(values) - 1, int(share * len(values)))]


def measured(count: int, folder: Path, names: list[str], corpus: Corpus) -> Figures:
    """Return all figures for one size."""
    library = MadeLibrary(folder / f"library-{count}", corpus, count)
    engines: list[Engine] = [ENGINES[name](folder / f"{name}-{count}", library) for name in names]
    figures: Figures = {"documents": count, "engines": {engine.name: {} for engine in engines}}
    for engine in engines:
        narrate(f"{count:,}: building {engine.name}")
        figures["engines"][engine.name]["build"] = built(engine, library, count)
    asked = questions(corpus, count)
    times: dict[tuple[str, str], list[float]] = {}
    for row, all_of_row in asked.items():
        narrate(f"{count:,}: {row}")
        for number in range(ROUNDS + 1):
            for one in all_of_row:
                for engine in engines:
                    if (engine.name, row) not in NOT_THERE:
                        started = time.perf_counter()
                        engine.ask(row, one)
                        taken = (time.perf_counter() - started) * 1000
                        if number:  # the first round warms
                            times.setdefault((engine.name, row), []).append(taken)
    for (name, row), values in times.items():
        rows = figures["engines"][name].setdefault("ms", {})
        rows[row] = {"p50": round(percentile(values, 0.5), 3), "p95": round(percentile(values, 0.95), 3)}
    for engine in engines:
        narrate(f"{count:,}: {engine.name}: start, memory, adding")
        alone = subprocess.run(
            [sys.executable, "-m", "tests.benchmarks.search", "--alone", engine.name, str(count), str(folder)],
            cwd=ROOT,
            check=True,
            input=json.dumps(asked),
            stdout=subprocess.PIPE,
            text=True,
        )
        figures["engines"][engine.name] |= json.loads(alone.stdout) | {"bytes": engine.size()}
    added: dict[str, list[float]] = {}
    for _ in range(ADDED):
        brief = library.add()
        for engine in engines:
            started = time.perf_counter()
            engine.add(brief)
            if not engine.ask("company:", brief.companies[0].name):
                raise SystemExit(f"{engine.name} does not find what was added")
            added.setdefault(engine.name, []).append((time.perf_counter() - started) * 1000)
    for name, values in added.items():
        figures["engines"][name]["add_until_found_ms"] = {
            "p50": round(percentile(values, 0.5), 1),
            "p95": round(percentile(values, 0.95), 1),
        }
    library.close()
    return figures


def built(engine: Engine, library: MadeLibrary, count: int) -> Figures:
    """Build an index, and return documents per second. Reading the briefs from the library is timed apart."""

    def briefs() -> Iterator[Brief]:
        return (brief for _, brief in library.briefs(library.ids()[:count]))

    started, cpu = time.perf_counter(), time.process_time()
    for _ in briefs():
        pass
    reading, reading_cpu = time.perf_counter() - started, time.process_time() - cpu
    started, cpu = time.perf_counter(), time.process_time()
    engine.build(briefs())
    taken, taken_cpu = time.perf_counter() - started - reading, time.process_time() - cpu - reading_cpu
    return {"per_second": round(count / taken), "per_cpu_second": round(count / taken_cpu)}


def alone(name: str, count: int, folder: Path, asked: Asked) -> Figures:
    """In a process of its own: time from the start of another to its first hit, and memory after all questions."""
    starts: list[float] = []
    for word in asked["common"][:5]:
        command = [sys.executable, "-m", "tests.benchmarks.search_engines", name, str(count), str(folder), word]
        started = time.perf_counter()
        subprocess.run(command, cwd=ROOT, check=True)
        starts.append(time.perf_counter() - started)
    library = MadeLibrary(folder / f"library-{count}")
    engine = ENGINES[name](folder / f"{name}-{count}", library)
    engine.open()
    for row, all_of_row in asked.items():
        for one in all_of_row:
            if (name, row) not in NOT_THERE:
                engine.ask(row, one)
    library.close()
    return {"start_to_first_hit_s": round(percentile(starts, 0.5), 3), "memory_mb": round(peak_memory(), 1)}


def peak_memory() -> float:
    """Return the most memory that this process ever had, in MB. Linux counts a parent's peak in getrusage."""
    status = Path("/proc/self/status")
    if status.exists():
        peak = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM:"))
        return int(peak.split()[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def table(figures: Figures) -> str:
    """Return the figures of one size as a table, p50 / p95."""
    engines = figures["engines"]
    rows = list(next(iter(engines.values()))["ms"])
    lines = [f"{figures['documents']:,} briefs, ms p50 / p95" + "".join(f"{name:>20}" for name in engines)]
    for row in rows:
        cells = [engine["ms"].get(row) for engine in engines.values()]
        lines.append(
            f"{row:<31}" + "".join(f"{c['p50']:>11.2f} /{c['p95']:7.2f}" if c else f"{'-':>20}" for c in cells)
        )
    others: dict[str, Callable[[Figures], str]] = {
        "building, documents/s (CPU s)": lambda e: f"{e['build']['per_second']} ({e['build']['per_cpu_second']})",
        "adding one until found, ms": lambda e: " / ".join(str(e["add_until_found_ms"][p]) for p in ("p50", "p95")),
        "start to first hit, s": lambda e: f"{e['start_to_first_hit_s']}",
        "on disk, MB": lambda e: f"{e['bytes'] / 1e6:.1f}",
        "memory after all questions, MB": lambda e: f"{e['memory_mb']}",
    }
    for label, pick in others.items():
        lines.append(f"{label:<31}" + "".join(f"{pick(engine):>20}" for engine in engines.values()))
    return "\n".join(lines)


def narrate(text: str) -> None:
    """Say on stderr what is being done."""
    print(text, file=sys.stderr, flush=True)


def main() -> None:
    """Measure, and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--documents", default="1000,10000,100000", help="sizes, separated by commas")
    parser.add_argument("--engines", default=",".join(ENGINES), help="engines, separated by commas")
    parser.add_argument("--folder", type=Path, help="where libraries and indexes are kept")
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.add_argument("--alone", nargs=3, metavar=("ENGINE", "COUNT", "FOLDER"), help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.alone:
        name, count, folder = given.alone
        print(json.dumps(alone(name, int(count), Path(folder), json.load(sys.stdin))))
        return
    names = [n for n in given.engines.split(",") if n != "tantivy" or importlib.util.find_spec("tantivy")]
    corpus = Corpus()
    with tempfile.TemporaryDirectory() as temporary:
        folder = given.folder or Path(temporary)
        results = [measured(int(count), folder, names, corpus) for count in given.documents.split(",")]
    print(json.dumps(results, indent=1) if given.json else "\n\n".join(map(table, results)))


if __name__ == "__main__":
    main()
