"""A briefing book: what several briefs need beside themselves, so that they can be read, checked and looked up as one.

Contents, one table of all key figures with their sources, and an index of companies and countries, each as Markdown.
The formats that people read put them around their chapters.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from briefs.export.markdown import facts, headed, sections
from briefs.export.markup import anchor, front_matter, link, plain, table
from briefs.model import Brief, Entity
from briefs.text import fold
from briefs.version import GENERATOR
from briefs.wording import date_text, doubt, entity_text, figure_text, sources_of, value_text

TITLE = "Briefing book"
INDEXES = {"companies": "Companies", "countries": "Countries"}


class Part(NamedTuple):
    """A part of a book after its chapters. `name` is its anchor's, `kind` "figures" or "index", `text` Markdown."""

    name: str
    kind: str
    title: str
    text: str
    note: str = ""


class Place(NamedTuple):
    """Where the index finds a name: the number of a brief, and whether that brief is about it."""

    chapter: int
    main: bool


@dataclass
class Named:
    """A name of the index."""

    text: str
    places: list[Place] = field(default_factory=list)


class Book:
    """The parts of a book that are gathered brief by brief. Holds no brief."""

    def __init__(self) -> None:
        self._count = 0
        self._contents: list[str] = []
        self._figures: list[tuple[str, ...]] = []
        self._days: list[str] = []
        self._names: dict[str, dict[str, Named]] = {kind: {} for kind in INDEXES}

    def add(self, brief: Brief) -> int:
        """Take in the next brief, and return the number of its chapter, from 1."""
        self._count = number = self._count + 1
        about = ", ".join(plain(x) for x in (brief.publisher or "", date_text(brief.published)) if x)
        self._contents.append(f"{number}. {_to(number, plain(brief.label))}\\\n   {about}")
        if brief.published:
            self._days.append(brief.published[:10])
        self._figures += self._rows(brief, number, about)
        self._note("companies", brief.companies, number)
        self._note("countries", brief.countries, number)
        return number

    @staticmethod
    def _rows(brief: Brief, number: int, about: str) -> Iterator[tuple[str, ...]]:
        for figure in brief.key_figures:
            said_by = [
                link(source.name, source.url) if source.url else plain(source.name)
                for source in sources_of(brief, figure)
            ]
            yield (
                plain(figure_text(figure)) + doubt(figure.confidence),
                plain(figure.measures or ""),
                plain(value_text(figure)),
                plain(figure.period or ""),
                ", ".join(said_by),
                f"{_to(number, str(number))} {about}",
            )

    def _note(self, kind: str, entities: Iterable[Entity], number: int) -> None:
        for entity in entities:
            named = self._names[kind].setdefault(entity.key, Named(entity_text(entity)))
            named.places.append(Place(number, entity.main))

    @property
    def subtitle(self) -> str:
        """How many briefs, and of which days: "5 briefs, 11 December 2024 to 17 February 2025"."""
        count = self._count
        told = f"{count:,} brief{'' if count == 1 else 's'}"
        if not self._days:
            return told
        first, last = date_text(min(self._days)), date_text(max(self._days))
        return f"{told}, {first}" + (f" to {last}" if last != first else "")

    def contents(self) -> str:
        """Return the list of the chapters."""
        return "\n".join(self._contents)

    def figures(self) -> str:
        """Return the table of all key figures."""
        head = ("Figure", "What it measures", "Value", "When", "According to", "Brief")
        return "\n".join(table(head, self._figures))

    def index(self, kind: str) -> str:
        """Return the companies or countries by name, with the numbers of their briefs."""
        lines: list[str] = []
        for named in sorted(self._names[kind].values(), key=lambda named: (fold(named.text), named.text)):
            numbers = (_to(n, f"**{n}**" if main else str(n)) for n, main in named.places)
            lines.append(f"- {plain(named.text)}: {', '.join(numbers)}")
        return "\n".join(lines)

    def back(self) -> Iterator[Part]:
        """Yield the parts after the chapters that hold something."""
        # The names differ from those that renderers make of the titles, for none may stand twice.
        if self._figures:
            yield Part("book-figures", "figures", "All key figures", self.figures())
        for kind, title in INDEXES.items():
            if self._names[kind]:
                yield Part(f"book-{kind}", "index", title, self.index(kind), _BOLD)


_BOLD = "A number in bold: the brief is about it."


def anchor_of(number: int) -> str:
    """Return the name of the anchor of a chapter."""
    return f"brief-{number}"


def _to(number: int, text: str) -> str:
    return f"[{text}](#{anchor_of(number)})"


def book_markdown(briefs: Iterable[Brief], *, title: str = "", article: bool = False) -> Iterator[str]:
    """Yield a briefing book in pieces of Markdown; with `article` each brief is followed by its article."""
    book = Book()
    chapters: list[str] = []
    for brief in briefs:
        number = book.add(brief)
        heading = f"## {anchor(anchor_of(number))}{number}. {plain(brief.label)}"
        parts = headed(sections(brief, article=article, level=3), 3)
        chapters.append("\n\n".join([heading, facts(brief), *parts]))
    back = list(book.back())
    title = title or TITLE
    yield "\n".join(front_matter({"title": title, "subtitle": book.subtitle, "lang": "en", "generator": GENERATOR}))
    yield f"\n\n# {plain(title)}\n\n{plain(book.subtitle)}\n\n## Contents\n\n{book.contents()}\n"
    if back:
        yield "\n" + " · ".join(f"[{part.title}](#{part.name})" for part in back) + "\n"
    for chapter in chapters:
        yield f"\n{chapter}\n"
    for part in back:
        yield "\n" + "\n\n".join(filter(None, (f"## {anchor(part.name)}{part.title}", part.note, part.text))) + "\n"
