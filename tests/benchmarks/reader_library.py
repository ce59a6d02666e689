"""The libraries of the reader's benchmark: the corpus of the search benchmark, and on top an article of 100 KB."""

from __future__ import annotations

import random
import sys
from pathlib import Path

import msgspec

from briefs.library import Library, adding
from briefs.model import Article, Block, Brief, Original
from search_index import Index, Request
from tests.benchmarks.search_corpus import Corpus, questions

LONG = "Fenwick Observer prints its longest article"  # the title of the newest brief
OPENING = "Openingline of that article."
AT_ONCE = 2_000  # briefs of a transaction


def long_brief(corpus: Corpus) -> Brief:
    """Return the newest brief of a library: an article of 100 KB in paragraphs."""
    made = [corpus.brief(1_000_000 + number).body for number in range(36)]
    paragraphs = [OPENING, *(". ".join(text.split(". ")[:12]) for text in made for _ in (0, 1))]
    body = "\n\n".join(paragraphs)[:100_000]
    blocks, offset = [], 0
    for text in body.split("\n\n"):
        blocks.append(Block("paragraph", offset, offset + len(text)))
        offset += len(text) + 2
    newest = corpus.brief(0)
    return msgspec.structs.replace(
        newest, id="f" * 16, title=LONG, published="2026-01-01", body=body, blocks=tuple(blocks), summary=(), gist=""
    )


def library_of(count: int, folder: Path, corpus: Corpus) -> Path:
    """Make a library of so many briefs with its index, where it is not there yet; return its folder."""
    place = folder / f"reader-{count}"
    if not (place / "complete").exists():
        with Library.open(place) as library:
            for start in range(library.count(), count, AT_ONCE):
                print(f"\rmaking {count:,} briefs: {start:,}", end="", file=sys.stderr)
                briefs = [
                    corpus.brief(n) if n else long_brief(corpus) for n in range(start, min(start + AT_ONCE, count))
                ]
                with library._database.write() as connection:  # one transaction for many: 50 times as fast
                    for brief in briefs:
                        original = Original(brief.body.encode(), "text/plain")
                        adding.add(connection, original, Article(brief.body, brief.blocks), brief, "", 0, 1)
            print(f"\rmaking the index of {count:,} briefs", file=sys.stderr)
            index = Index.open(library)
            index.catch_up()
            index.close()
        (place / "complete").touch()
    return place


def queries_of(place: Path, count: int, wanted: int) -> list[tuple[str, str]]:
    """Return queries of several kinds, each with the title that its last letter brings to the top."""
    asked = questions(Corpus(), count)
    kinds = [
        asked["rare"],
        asked["common"],
        [" ".join(pair) for pair in asked["AND"]],
        [f'"{" ".join(pair)}"' for pair in asked["phrase"]],
        [f"{prefix} {word}" for prefix, word in zip(asked["common"], asked["rare"], strict=True)],
    ]
    texts = [text for several in zip(*kinds, strict=False) for text in several]
    random.Random(7).shuffle(texts)
    found: list[tuple[str, str]] = []
    with Library.open(place) as library:
        index = Index.open(library)
        for text in texts:
            tops = []
            for typed in (text[:-1], text):
                hits = index.search(Request(typed, limit=1, partial=True, snippets=False)).hits
                tops.append(hits[0].row.title if hits else "")
            if tops[1] and tops[0][:20] != tops[1][:20] and len(found) < wanted:
                found.append((text, tops[1][:20]))
        index.close()
    return found
