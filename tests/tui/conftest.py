"""Briefs made by hand in a library of its own, and the reader on them: no network, no home folder, no animation."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from briefs.library import Library
from briefs.model import (
    Article,
    Author,
    Block,
    Brief,
    Entity,
    Evidence,
    Ground,
    Grounds,
    KeyFigure,
    Link,
    MadeBy,
    Mention,
    Original,
    Quotation,
    Source,
    Subject,
    SummarySentence,
)
from briefs.parts import false_evidence
from tui.settings import Settings


def evidence(body: str, text: str, occurrence: int = 0) -> Evidence:
    """The place of `text` in `body`; it must be there."""
    start = [m.start() for m in re.finditer(re.escape(text), body)][occurrence]
    return Evidence("body", start, start + len(text), text)


def mentions(body: str, name: str) -> tuple[Mention, ...]:
    return tuple(Mention("body", m.start(), m.end(), m.group()) for m in re.finditer(re.escape(name), body))


def sentence_of(body: str, text: str) -> tuple[int, str]:
    """The paragraph that holds `text`, as the sentence."""
    at = body.index(text)
    start = body.rfind("\n", 0, at) + 1
    end = body.find("\n", at)
    return start, body[start : len(body) if end < 0 else end]


def make_brief(
    number: int,
    title: str,
    paragraphs: Sequence[str],
    *,
    published: str | None = "2025-02-14",
    publisher: str | None = "The Harbour Post",
    companies: Sequence[str] = (),
    people: Sequence[tuple[str, str | None]] = (),
    countries: Sequence[tuple[str, str]] = (),
    figures: Sequence[tuple[str, float, str]] = (),
    said: Sequence[tuple[str, str]] = (),
    address: str | None = None,
    linked: Sequence[tuple[str, str]] = (),
) -> Brief:
    """A brief whose evidence is true: everything named is looked up in the paragraphs."""
    body = "\n\n".join(paragraphs)
    blocks, offset = [], 0
    for text in paragraphs:
        blocks.append(Block("paragraph", offset, offset + len(text)))
        offset += len(text) + 2
    summary = tuple(SummarySentence(p, evidence(body, p), ("opens the article",)) for p in paragraphs[:3])
    key_figures = []
    for text, value, unit in figures:
        start, sentence = sentence_of(body, text)
        key_figures.append(
            KeyFigure(text, value, unit, evidence(body, text), sentence, start, measures=f"what {text} is about")
        )
    quotations, sources = [], []
    for speaker, words in said:
        quotations.append(Quotation(words, True, evidence(body, words), speaker=speaker))
        start, sentence = sentence_of(body, words)
        statement = Evidence("body", start, start + len(sentence), sentence)
        sources.append(Source(speaker, "person", (evidence(body, speaker),), statements=(statement,)))
    brief = Brief(
        id=f"{number:016x}",
        title=title,
        published=published,
        publisher=publisher,
        authors=(Author("Ines Calder"),),
        language="en",
        address=address,
        gist=paragraphs[0][:140],
        summary=summary,
        key_figures=tuple(key_figures),
        companies=tuple(
            Entity(f"company:{n.lower()}", "company", n, main=True, mentions=mentions(body, n)) for n in companies
        ),
        people=tuple(Entity(f"person:{n.lower()}", "person", n, role=r, mentions=mentions(body, n)) for n, r in people),
        organisations=(),
        countries=tuple(
            Entity(f"country:{c}", "country", n, main=True, code=c, mentions=mentions(body, n)) for c, n in countries
        ),
        places=(),
        sources=tuple(sources),
        quotations=tuple(quotations),
        subjects=(Subject("harbour", evidence(body, "harbour")),) if "harbour" in body else (),
        other_figures=(),
        body=body,
        blocks=tuple(blocks),
        links=tuple(Link(e.start, e.end, url) for text, url in linked for e in [evidence(body, text)]),
        source="",
        metadata="",
        grounds=Grounds(Ground((), 0.9), Ground((), 0.9), Ground((), 0.9), Ground((), 0.9)),
        made_by=MadeBy(1, "tables"),
    )
    assert false_evidence(brief) == []
    return brief


def three_briefs() -> list[Brief]:
    """Three articles of our own."""
    return [
        make_brief(
            1,
            "Arvenport cranes go quiet as Kestrel Marine halts its second dock",
            (
                "Kestrel Marine stopped work on its second dock in Norway on Friday, a month before it was to open.",
                "The harbour had counted on $4.2 billion of freight a year, and 1,300 jobs.",
                "“We build when the sea lets us,” said Ada Lindqvist, who runs the yard. Kestrel Marine named no date.",
                "Norway will decide in spring whether the state steps in.",
            ),
            companies=("Kestrel Marine",),
            people=(("Ada Lindqvist", "head of the yard"),),
            countries=(("NO", "Norway"),),
            figures=(("$4.2 billion", 4.2e9, "USD"), ("1,300 jobs", 1300.0, "jobs")),
            said=(("Ada Lindqvist", "We build when the sea lets us"),),
            address="https://harbourpost.example/kestrel",
            linked=(("second dock", "https://harbourpost.example/dock"),),
        ),
        make_brief(
            2,
            "Oriole Foods buys a mill in Kenya",
            (
                "Oriole Foods has bought a flour mill near Nakuru in Kenya for 310 million shillings.",
                "Output is to grow by 12% within two years.",
            ),
            published="2025-02-12",
            publisher="Millers Weekly",
            companies=("Oriole Foods",),
            countries=(("KE", "Kenya"),),
            figures=(("310 million shillings", 3.1e8, "KES"), ("12%", 12.0, "percent")),
        ),
        make_brief(
            3,
            "A long winter for the salt ponds of Brittany",
            ("Salt makers in France harvested 40% less than usual.", "Rain fell on 71 days of the season."),
            published=None,
            publisher=None,
            countries=(("FR", "France"),),
            figures=(("40%", 40.0, "percent"),),
        ),
    ]


def fill(library: Library, briefs: Sequence[Brief]) -> None:
    """Add briefs as an ingest would, without converting anything."""
    for brief in briefs:
        original = Original(f"{brief.id} {brief.body}".encode(errors="replace"), "text/plain")
        article = Article(brief.body, brief.blocks)
        library.add(original, article, brief, f"{brief.id}.txt")


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "library") as opened:
        fill(opened, three_briefs())
        yield opened


@pytest.fixture
def settings() -> Settings:
    return Settings(read_after=0, debounce=0, watch=0, theme="textual-dark")
