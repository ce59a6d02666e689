"""What the tabs of a brief show, as entries laid out for a width. Pure: knows no Textual and no library.

An entry is one thing the cursor can stand on: a sentence, a figure, a name, a source. `places` is where the article
says it, `subject` the record behind it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from typing import Literal, get_args

from msgspec import Struct

from briefs.library import Row
from briefs.model import Brief, Entity, Evidence, KeyFigure, Quotation, Source, SummarySentence
from briefs.text import squash
from briefs.wording import (
    date_text,
    doubt,
    doubt_of,
    entity_text,
    figure_text,
    language_text,
    minutes_to_read,
    place_text,
    value_text,
)
from tui.layout.flow import Line, fit, line, padded, spread, wrapped

Tab = Literal["summary", "figures", "entities", "sources", "article", "related"]
TABS: tuple[Tab, ...] = get_args(Tab)
Subject = SummarySentence | KeyFigure | Entity | Source | Quotation | Evidence | Row | None


class Entry(Struct, frozen=True):
    """One item of a tab. `lines` lays it out; the cursor passes over headings and notes."""

    lines: Callable[[int], list[Line]]
    places: tuple[Evidence, ...] = ()
    subject: Subject = None
    heading: bool = False

    @property
    def text(self) -> str:
        """What copying it gives: a sentence, a figure with what it measures, a name, a source."""
        subject = self.subject
        if isinstance(subject, (SummarySentence, Quotation, Evidence)):
            return squash(subject.text)
        if isinstance(subject, KeyFigure):
            return squash(f"{figure_text(subject)} — {subject.sentence}")
        if isinstance(subject, Row):
            return squash(subject.title)
        if isinstance(subject, Entity):
            return squash(entity_text(subject))
        return squash(f"{subject.name} {subject.url or ''}") if subject else ""


def heading_lines(brief: Brief, facts: Line, width: int, *, most: int = 2) -> list[Line]:
    """Return the title in at most so many lines, then its facts on one."""
    unsure = doubt_of(brief.grounds.title) if brief.title else ""
    room = width - len(unsure)  # what is left out of a long title is never its doubt
    lines = wrapped(line((squash(brief.label), "title")), room, most=most)
    return [*lines[:-1], line(lines[-1], (unsure, "warning")), fit(facts, width)]


def facts_of(brief: Brief) -> Line:
    """Return date, publisher, minutes to read, authors and language, each marked where it is unsure."""
    grounds = brief.grounds
    known = [(date_text(brief.published), doubt_of(grounds.published) if brief.published else "")]
    if brief.publisher:
        known.append((squash(brief.publisher), doubt_of(grounds.publisher)))
    known.append((f"{minutes_to_read(brief)} min", ""))
    known += [(squash(author.name), doubt(author.confidence)) for author in brief.authors[:2]]
    if language := language_text(brief):
        known.append((language.removesuffix(doubt_of(grounds.language)), doubt_of(grounds.language)))
    parts = [((" · " if number else "") + text, unsure) for number, (text, unsure) in enumerate(known)]
    return line(*((text, style) for part in parts for text, style in zip(part, ("muted", "warning"), strict=True)))


def tab_label(brief: Brief | None, tab: Tab) -> str:
    """Return a tab's name with how many things it holds."""
    if brief is None:
        return tab.capitalize()
    counts = {
        "figures": len(brief.key_figures) + len(brief.other_figures),
        "entities": len(brief.entities),
        "sources": len(brief.sources),
    }
    return f"{tab.capitalize()} {counts[tab]}" if counts.get(tab) else tab.capitalize()


def entries(brief: Brief, tab: Tab, kept: str = "") -> list[Entry]:
    """Return what a tab shows of `brief`, whose note is `kept`; the article and what is related give none here."""
    makers = {"summary": _summary, "figures": _figures, "entities": _entities, "sources": _sources}
    shown = list(makers[tab](brief)) if tab in makers else []
    if tab == "summary" and kept:
        shown += [*_heading("Note"), *(note(text, "quote") for text in kept.split("\n"))]
    return shown


def note(text: str, style: str = "muted") -> Entry:
    """Return words of ours between the entries."""
    return Entry(lambda width: wrapped(line((text, style)), width), heading=True)


def _heading(text: str) -> Iterator[Entry]:
    yield Entry(lambda _: [Line()], heading=True)
    yield Entry(lambda width: [fit(line((text, "heading")), width)], heading=True)


def _bullet(text: Line, place: str, *, indent: str = "• ") -> Callable[[int], list[Line]]:
    """Lay out a text with its place in the article at the right end of the first line."""

    def lay_out(width: int) -> list[Line]:
        room = max(width - len(place) - 1, 8) if place else width
        lines = wrapped(line((indent, "muted"), text), room, indent=len(indent))
        return [spread(lines[0], line((place, "muted")), width), *lines[1:]] if place else lines

    return lay_out


def _summary(brief: Brief) -> Iterator[Entry]:
    if not brief.summary:
        yield note("The article has no sentence that stands for it; the article itself is whole.")
    for sentence in brief.summary:
        text = line(squash(sentence.text))
        yield Entry(_bullet(text, place_text(brief, sentence.evidence)), (sentence.evidence,), sentence)
    about = {
        "Countries": [entity.name for entity in brief.countries if entity.main],
        "Companies": [entity.name for entity in brief.companies if entity.main],
        "Subjects": [subject.text for subject in brief.subjects],
    }
    if any(about.values()):
        yield Entry(lambda _: [Line()], heading=True)
    for name, values in about.items():
        if values:
            yield Entry(_about(name, values), heading=True)
    for notice in brief.notices:
        yield note(notice)


def _about(name: str, values: Sequence[str]) -> Callable[[int], list[Line]]:
    content = line((f"{name:<11}", "heading"), squash(" · ".join(values)))
    return lambda width: wrapped(content, width, indent=11, most=3)


def _figures(brief: Brief) -> Iterator[Entry]:
    if not brief.key_figures and not brief.other_figures:
        yield note("No figures are known of this article.")
    if brief.key_figures:
        yield Entry(_row(line(("figure", "muted")), "what it measures", "value", "muted"), heading=True)
    for figure in brief.key_figures:
        yield _figure(figure)
    if brief.other_figures:
        yield from _heading("Other figures")
    for figure in brief.other_figures:
        yield _figure(figure)


def _figure(figure: KeyFigure) -> Entry:
    arrow = {"up": "↑ ", "down": "↓ "}.get(figure.direction or "", "")
    measures = " · ".join(part for part in (figure.measures, figure.period) if part)
    text = line((squash(arrow + figure_text(figure)), "figure"), (doubt(figure.confidence), "warning"))
    lay_out = _row(text, squash(measures or figure.sentence), value_text(figure))
    return Entry(lay_out, (figure.evidence,), figure)


def _row(text: Line, measures: str, value: str, style: str = "") -> Callable[[int], list[Line]]:
    """Lay out a row of the figures: three columns, the first two in as many lines as they need, up to three."""

    def lay_out(width: int) -> list[Line]:
        first = max(min(24, width * 3 // 10), 6)
        last = max(min(24, width * 3 // 10), 6)
        middle = max(width - first - last - 2, 4)
        columns = (
            wrapped(text, first, most=3),
            wrapped(line((measures, style)), middle, most=3),
            wrapped(line((value, "muted")), last, most=3),
        )
        rows: list[Line] = []
        for index in range(max(map(len, columns))):
            cells = [column[index] if index < len(column) else Line() for column in columns]
            row = line(padded(cells[0], first), " ", padded(cells[1], middle), " ", padded(cells[2], last, right=True))
            rows.append(fit(row, width))
        return rows

    return lay_out


def _entities(brief: Brief) -> Iterator[Entry]:
    groups: dict[str, tuple[Entity, ...]] = {
        "Companies": brief.companies,
        "People": brief.people,
        "Organisations": brief.organisations,
        "Countries": brief.countries,
        "Places": brief.places,
    }
    if not any(groups.values()):
        yield note("No company, person, organisation or country is known of this article.")
    first = True
    for name, entities in groups.items():
        if entities:
            heading = list(_heading(name))
            yield from heading[1:] if first else heading
            first = False
        for entity in entities:
            yield Entry(_entity(entity), entity.mentions, entity)


def _entity(entity: Entity) -> Callable[[int], list[Line]]:
    name = squash(entity.name)
    known = squash(entity_text(entity))
    text = line((name, "title") if entity.main else name, (known.removeprefix(name), "muted"))
    text = line(text, (doubt(entity.confidence), "warning"))
    times = f"×{len(entity.mentions)}" if len(entity.mentions) > 1 else ""
    return _bullet(text, times, indent="● " if entity.main else "○ ")


def _sources(brief: Brief) -> Iterator[Entry]:
    if brief.address:
        evidence = Evidence("address", 0, len(brief.address), brief.address)
        article = Source(brief.publisher or "The article itself", "address", (evidence,), url=brief.address)
        yield Entry(_source(article, "where it was published"), (), article)
    if not brief.sources:
        yield note("The article names nothing and nobody that it relies on.")
    for source in brief.sources:
        yield Entry(_source(source, source.kind), source.evidence + source.statements, source)
        yield from _said(brief, source)
    spoken = {quotation.speaker for quotation in brief.quotations} - {source.name for source in brief.sources}
    others = [q for q in brief.quotations if q.speaker in spoken]
    for speaker, quotations in groupby(others, key=lambda q: q.speaker):
        yield from _heading(squash(speaker or "Somebody unnamed"))
        yield from _quotations(brief, quotations)


def _source(source: Source, kind: str) -> Callable[[int], list[Line]]:
    role = f", {squash(source.role)}" if source.role and source.role.casefold() not in source.name.casefold() else ""
    text = line((squash(source.name), "title"), (role, "muted"), (doubt(source.confidence), "warning"))

    def lay_out(width: int) -> list[Line]:
        lines = wrapped(text, max(width - len(kind) - 1, 8), most=2)
        lines[0] = spread(lines[0], line((kind, "muted")), width)
        if source.url:
            lines.append(fit(line("  ", (squash(source.url), "link")), width))
        return lines

    return lay_out


def _said(brief: Brief, source: Source) -> Iterator[Entry]:
    """Yield what a source said: its quotations first, then the sentences that rest on it and quote nothing of them."""
    quoted = [q for q in brief.quotations if q.speaker == source.name or (source.key and q.speaker_key == source.key)]
    yield from _quotations(brief, sorted(quoted, key=lambda q: not q.direct))
    spans = [(q.evidence.part, q.evidence.start, q.evidence.end) for q in quoted]
    for statement in source.statements:
        if any(p == statement.part and s < statement.end and statement.start < e for p, s, e in spans):
            continue
        text = line(squash(statement.text))
        yield Entry(_bullet(text, place_text(brief, statement), indent="  – "), (statement,), statement)


def _quotations(brief: Brief, quotations: Iterable[Quotation]) -> Iterator[Entry]:
    for quotation in quotations:
        words = squash(quotation.text)
        text = line((f"“{words}”" if quotation.direct else words, "quote"), (doubt(quotation.confidence), "warning"))
        place = place_text(brief, quotation.evidence)
        yield Entry(_bullet(text, place, indent="  – "), (quotation.evidence,), quotation)
