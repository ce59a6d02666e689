"""Synthetic briefs of our own sentences, and libraries of them."""

from __future__ import annotations

import random
from collections.abc import Sequence
from pathlib import Path

import msgspec

from briefs.identity import identifier_of
from briefs.library import Library
from briefs.model import (
    Article,
    Author,
    Brief,
    Entity,
    Evidence,
    KeyFigure,
    Mention,
    Original,
    Source,
    SummarySentence,
)  # fmt: skip
from tests.made import made_brief

COUNTRY_NAMES = {
    "KR": "South Korea",
    "CN": "China",
    "US": "United States",
    "JP": "Japan",
    "DE": "Germany",
    "TW": "Taiwan",
}


def brief(
    title: str = "A title",
    body: str = "A body.",
    *,
    identifier: str = "0" * 16,
    published: str | None = "2025-02-14",
    publisher: str | None = "The Harbour Post",
    language: str | None = "en",
    companies: Sequence[str] = (),
    mentioned_companies: Sequence[str] = (),
    countries: Sequence[str] = (),
    mentioned_countries: Sequence[str] = (),
    people: Sequence[str] = (),
    organisations: Sequence[str] = (),
    sources: Sequence[str] = (),
    figures: Sequence[tuple[str, float | tuple[float, float]]] = (),
    authors: Sequence[str] = (),
    summary: Sequence[str] = (),
) -> Brief:
    """Return a brief; `figures` are (unit, value), countries are codes, and `summary` holds sentences of the body."""
    entities = {
        "companies": _entities("company", companies, True) + _entities("company", mentioned_companies, False),
        "people": _entities("person", people, True),
        "organisations": _entities("organisation", organisations, True),
        "countries": tuple(
            Entity(f"country:{c}", "country", COUNTRY_NAMES.get(c, c), main=main, code=c)
            for main, codes in ((True, countries), (False, mentioned_countries))
            for c in codes
        ),
    }
    return made_brief(
        body,
        id=identifier,
        title=title or None,
        published=published,
        publisher=publisher,
        authors=tuple(Author(name) for name in authors),
        language=language,
        gist=body[:100],
        summary=tuple(SummarySentence(s, Evidence("body", body.index(s), body.index(s) + len(s), s)) for s in summary),
        key_figures=tuple(KeyFigure("", value, unit, Evidence("body", 0, 0, ""), "", 0) for unit, value in figures),
        sources=tuple(Source(name, "person", ()) for name in sources),
        **entities,
    )


def _entities(kind: str, names: Sequence[str], main: bool) -> tuple[Entity, ...]:
    return tuple(
        Entity(f"{kind}:{name.lower().replace(' ', '-')}", kind, name, main=main, mentions=(Mention("body", 0, 0, ""),))  # type: ignore[arg-type]
        for name in names
    )


def add(library: Library, *briefs: Brief) -> list[str]:
    """Add briefs to a library, each from an original of its own, and return their identifiers."""
    ids = []
    for one in briefs:
        text = f"{one.title}\n\n{one.body}\n\n{one.published}"
        original = Original(text.encode(), "text/plain")
        one = msgspec.structs.replace(one, id=identifier_of(original))
        ids.append(library.add(original, Article(text, ()), one).id)
    return ids


_TEXT = """
the a of and to in for on with by at from chips models talent factory exports tariffs battery solar shipping port
ministry market shares growth loan bond bank court ruling workers union strike wages energy gas wind nuclear
researcher laboratory campus student engineer founder investor fund round valuation revenue profit loss quarter
harbour ferry bridge railway tunnel drought flood harvest wheat rice coffee copper lithium cobalt rare earth
"""
_WORDS = tuple(_TEXT.split())
_COMPANIES = ("Northwind Robotics", "Halla Motors", "01.AI", "Blue Kiln", "Sable Energy", "Kestrel Bank", "Ostra")
_PUBLISHERS = ("The Harbour Post", "Valley Courier", "Daily Meridian", None)
_PEOPLE = ("Mina Seo", "Jonas Falk", "Adaeze Obi", "Lucía Prado")


def generated(count: int, seed: int = 7) -> list[Brief]:
    """Return `count` different briefs of random words, names, dates and figures; the same for the same seed."""
    chance = random.Random(seed)
    weights = [1 / (n + 1) for n in range(len(_WORDS))]
    briefs = []
    for number in range(count):
        companies = chance.sample(_COMPANIES, chance.randint(0, 3))
        countries = chance.sample(sorted(COUNTRY_NAMES), chance.randint(0, 3))
        sentences = []
        for _ in range(chance.randint(3, 12)):
            words = chance.choices(_WORDS, weights, k=chance.randint(5, 18))
            if companies and chance.random() < 0.4:
                words.insert(chance.randrange(len(words)), chance.choice(companies))
            sentences.append(" ".join(words).capitalize() + ".")
        body = " ".join(sentences) + f" Serial {number}."
        day = chance.randint(0, 400)
        briefs.append(
            brief(
                " ".join(chance.choices(_WORDS, weights, k=6)).capitalize() + f" {number}",
                body,
                published=None if day > 380 else f"2025-{day % 12 + 1:02d}-{day % 28 + 1:02d}",
                publisher=chance.choice(_PUBLISHERS),
                companies=companies[:1],
                mentioned_companies=companies[1:],
                countries=countries[:2],
                mentioned_countries=countries[2:],
                people=chance.sample(_PEOPLE, chance.randint(0, 2)),
                figures=[("USD", chance.randint(1, 5000) * 1e6)] if chance.random() < 0.5 else [],
                summary=sentences[:1],
            )
        )
    return briefs


def library_of(folder: Path, briefs: Sequence[Brief]) -> Library:
    """Return a new library in `folder` that holds `briefs`."""
    library = Library.open(folder)
    add(library, *briefs)
    return library
