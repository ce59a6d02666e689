"""What of a brief goes into the index: the fields, how each makes its terms, and a brief as a document of them.

    Words, which have weights and positions and are scored:
    text                       title, body and names, the summary's words among them heavier: what free words search
    title company person       names, searched by their words; those of entities as the text has them, too
    org source publisher

    Keys, which a document has or has not:
    country entity lang        codes and keys, of what is only mentioned too
    has                        "figures", "quotes", "sources", "summary"
    figure span amount         figures, so that terms sort as numbers do (terms/figures.py)
    order                      the title as titles are sorted
    shingle                    the sketch of the body (terms/shingles.py)
    in_country in_company      what the facets count: of countries and companies the main ones
    in_publisher in_month
    with_company               all companies, for the facet that counts those mentioned too

    Columns, a number for each document:
    id revision date shingles  the identifier, the revision, when it was published, how many shingles its body has

Nothing else is stored: texts are the library's.
"""

from __future__ import annotations

import re
import sys
from array import array
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from briefs.model import Brief, Entity
from briefs.text import Span, fold
from search_index.terms import analysis
from search_index.terms.dates import date_key, day_of
from search_index.terms.figures import amount_terms, figure_terms, span_terms
from search_index.terms.shingles import shingles, sketch
from search_index.whoosh_quietly import columns, fields, formats

VERSION = 6  # an index of another schema is rebuilt

TITLE_WEIGHT = 5.0
SUMMARY_WEIGHT = 2.0  # of the words of the body that are in its summary; the others weigh 1
NAME_WEIGHT = 1.0
GAP = 64  # positions between sections, so that no phrase reaches from one into the next
_MARKS_BEFORE = re.compile(r"^[\W_]+")
_SEPARATOR = "\x1f"  # between the key and the name of a company or publisher in its facet

# The fields of names, which a query searches by words.
NAME_FIELDS = ("title", "company", "person", "org", "source", "publisher")


class Section(NamedTuple):
    """A stretch of text under one weight; the words within `stressed` (in order, apart) weigh `stress` instead."""

    text: str
    weight: float = 1.0
    stressed: tuple[Span, ...] = ()
    stress: float = 1.0


class FieldText(NamedTuple):
    """What a field of text is given: its sections, which words of them are names, and whether it is English."""

    sections: tuple[Section, ...]
    names: frozenset[str] = frozenset()
    english: bool = True


class PackedPositions(formats.Positions):  # type: ignore[misc]  # Whoosh ships no types
    """Positions as little-endian 32-bit numbers. Whoosh's own format pickles them, and unpickles what it reads."""

    def encode(self, poslist: Sequence[int]) -> bytes:
        """Return the bytes of a posting's positions, which are in order."""
        packed = array("I", poslist)
        if sys.byteorder == "big":
            packed.byteswap()
        return packed.tobytes()

    def decode_positions(self, valuestring: bytes) -> list[int]:
        """Return the positions of a posting."""
        packed = array("I")
        packed.frombytes(valuestring)
        if sys.byteorder == "big":
            packed.byteswap()
        return packed.tolist()

    def decode_frequency(self, valuestring: bytes) -> int:
        """Return how often the term stands in the document."""
        return len(valuestring) // 4

    def combine(self, vs: Iterable[bytes]) -> bytes:
        """Return the bytes of several postings as one."""
        return self.encode(sorted({p for v in vs for p in self.decode_positions(v)}))


class Words(fields.FieldType):  # type: ignore[misc]  # Whoosh ships no types
    """A field of text; its terms are weighted, know their positions, and are scored.

    Where it is `paired`, the codec keeps for each word which others stand after it (postings/pairs.py).
    """

    def __init__(self, paired: bool = False) -> None:
        super().__init__(PackedPositions(), analyzer=None, scorable=True)
        self.paired = paired

    def index(self, value: FieldText, **_: Any) -> Iterator[tuple[bytes, int, float, bytes]]:
        """Yield (term, frequency, weight, positions); further terms of a position have no frequency of their own."""
        found: dict[str, list[Any]] = {}  # of each term: frequency, weight, positions
        position = 0
        index_rows = analysis.index_rows
        for section in value.sections:
            for text, weight in stretches(section):
                for surface in analysis.surfaces(text):
                    for terms in index_rows(surface, value.english and surface not in value.names):
                        frequency = 1
                        for term in terms:
                            entry = found.get(term)
                            if entry is None:
                                found[term] = [frequency, weight, [position]]
                            else:
                                entry[0] += frequency
                                entry[1] += weight
                                entry[2].append(position)
                            frequency = 0
                        position += 1
            position += GAP
        encode = self.format.encode
        for term, (frequency, weight, places) in found.items():
            yield term.encode(), frequency, weight, encode(places)


def stretches(section: Section) -> Iterator[tuple[str, float]]:
    """Yield the text of a section in pieces of one weight."""
    start = 0
    for stressed in section.stressed:
        if stressed.start >= start:
            yield section.text[start : stressed.start], section.weight
            yield section.text[stressed.start : stressed.end], section.stress
            start = stressed.end
    yield section.text[start:], section.weight


class Keys(fields.FieldType):  # type: ignore[misc]  # Whoosh ships no types
    """A field of whole terms without order or weight: codes, units, what a facet counts."""

    def __init__(self) -> None:
        super().__init__(formats.Existence(), analyzer=None, scorable=False)

    def index(self, value: Iterable[str], **_: Any) -> Iterator[tuple[bytes, int, float, bytes]]:
        """Yield each key once."""
        for key in sorted(set(value)):
            yield key.encode(), 1, 1.0, b""


class Number(fields.FieldType):  # type: ignore[misc]  # Whoosh ships no types
    """A column of whole numbers, one for each document: not searched by terms."""

    indexed = False

    def __init__(self, typecode: str) -> None:
        super().__init__(None, analyzer=None, sortable=columns.NumericColumn(typecode, default=0))

    def to_column_value(self, value: int) -> int:
        """Return the number as the column keeps it."""
        return value

    def from_column_value(self, value: int) -> int:
        """Return the number that the column keeps."""
        return value


def make_schema() -> Any:
    """Return the Whoosh schema of an index."""
    words = {name: Words(paired=name not in ("text", "title")) for name in ("text", *NAME_FIELDS)}
    keys = {
        name: Keys() for name in ("country", "entity", "lang", "has", "figure", "span", "amount", "order", "shingle")
    }
    facets = {name: Keys() for name in ("in_country", "in_company", "in_publisher", "in_month", "with_company")}
    numbers = {"id": Number("Q"), "revision": Number("q"), "date": Number("q"), "shingles": Number("I")}
    return fields.Schema(**words, **keys, **facets, **numbers)


def document_of(brief: Brief, revision: int) -> dict[str, Any]:
    """Return `brief` as the fields of a document."""
    entities = brief.entities
    names = frozenset(
        match.group()
        for text in sorted({text for e in entities for text in (e.name, *(m.text for m in e.mentions))})
        for match in analysis.words(text)
    )
    title = brief.title or ""
    summary = sorted(Span(s.evidence.start, s.evidence.end) for s in brief.summary if s.evidence.part == "body")
    sources = {s.name for s in brief.sources} | {q.speaker for q in brief.quotations if q.speaker}
    about = sorted({e.name for e in entities} | {a.name for a in brief.authors} | sources)
    if brief.publisher:
        about.append(brief.publisher)
    catch_all = FieldText(
        (
            Section(title, TITLE_WEIGHT),
            Section(brief.body, 1.0, tuple(summary), SUMMARY_WEIGHT),
            *(Section(name, NAME_WEIGHT) for name in about),
        ),
        names,
        brief.language in (None, "en"),
    )
    found = shingles(brief.body)
    figures = (*brief.key_figures, *brief.other_figures)
    has = {"figures": brief.key_figures, "quotes": brief.quotations, "sources": brief.sources, "summary": brief.summary}
    return {
        "id": int(brief.id, 16),
        "revision": revision,
        "date": date_key(brief.published),
        "order": [_order_of(brief.label)],
        "text": catch_all,
        "title": FieldText((Section(title),), names, catch_all.english),
        "company": _names_of(brief.companies),
        "person": _names_of(brief.people),
        "org": _names_of(brief.organisations),
        "source": _each(sorted(sources)),
        "publisher": _each([brief.publisher or ""]),
        "country": [c.code for c in brief.countries if c.code],
        "entity": [e.key for e in entities],
        "lang": [brief.language] if brief.language else [],
        "has": [name for name, held in has.items() if held],
        "shingles": len(found),
        "shingle": sketch(found),
        "figure": [term for figure in figures for term in figure_terms(figure)],
        "amount": amount_terms(brief.key_figures),
        "span": [term for figure in figures for term in span_terms(figure)],
        "in_country": [c.code for c in brief.countries if c.code and c.main],
        "in_company": [f"{c.key}{_SEPARATOR}{c.name}" for c in brief.companies if c.main],
        "with_company": [f"{c.key}{_SEPARATOR}{c.name}" for c in brief.companies],
        "in_publisher": [f"{fold(brief.publisher)}{_SEPARATOR}{brief.publisher}"] if brief.publisher else [],
        "in_month": [(brief.published or "")[:7]] if day_of(brief.published) else [],
    }


def _order_of(label: str) -> str:
    """Return what titles sort by: quotation marks and the like before the first word are no part of it."""
    folded = fold(label)
    return (_MARKS_BEFORE.sub("", folded) or folded)[:80]


def facet_value(term: str) -> tuple[str, str]:
    """Return the value and the label that a term of a facet's field stands for."""
    value, _, label = term.partition(_SEPARATOR)
    return value, label or value


def _names_of(entities: Sequence[Entity]) -> FieldText:
    """Return the names of entities as the text has them, and their canonical ones."""
    return _each(sorted({text for e in entities for text in (e.name, *(m.text for m in e.mentions))}))


def _each(texts: Iterable[str]) -> FieldText:
    """Return texts as a section each."""
    return FieldText(tuple(Section(text) for text in texts))
