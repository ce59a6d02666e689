"""What the briefs found say together: their figures side by side, and each company and country over time. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Literal, NamedTuple

from briefs.model import Brief, Entity, KeyFigure
from briefs.text import squash
from briefs.wording import date_text, figure_text, value_text
from tui.flow import Line, bar, fit, line, padded, sparkline, spread, wrapped
from tui.pages import Entry, note

Page = Literal["figures", "companies", "countries"]
Order = Literal["value", "date", "title"]
PAGES: tuple[Page, ...] = ("figures", "companies", "countries")
ORDERS: tuple[Order, ...] = ("value", "date", "title")
MOST = 2_000  # briefs looked at: the first of those found
_MONTHS = 24  # of a sparkline


class Found(NamedTuple):
    """A brief that was looked at."""

    id: str
    title: str
    published: str | None


class FoundFigure(NamedTuple):
    """A key figure with its brief."""

    brief: Found
    figure: KeyFigure

    @property
    def size(self) -> float:
        """What figures of one unit are sorted by: the value, or the upper end of a range."""
        value = self.figure.value
        return max(value) if isinstance(value, tuple) else value


@dataclass
class Named:
    """A company or country: where it is a main one, the figures said of it, and whom it is named with."""

    entity: Entity
    briefs: list[Found] = field(default_factory=list)
    months: Counter[str] = field(default_factory=Counter)
    figures: list[FoundFigure] = field(default_factory=list)
    beside: Counter[str] = field(default_factory=Counter)  # names


@dataclass
class Overview:
    """All that the pages show. `months` is the axis of the sparklines, oldest first."""

    looked_at: int = 0
    total: int = 0
    figures: list[FoundFigure] = field(default_factory=list)
    names: dict[str, Named] = field(default_factory=dict)
    months: list[str] = field(default_factory=list)


def overview_of(briefs: Iterable[Brief], total: int) -> Overview:
    """Return what `briefs`, the first of `total`, say together."""
    overview = Overview(total=total)
    for brief in briefs:
        overview.looked_at += 1
        found = Found(brief.id, squash(brief.label), brief.published)
        figures = [FoundFigure(found, figure) for figure in brief.key_figures]
        overview.figures += figures
        main = [entity for entity in (*brief.companies, *brief.countries) if entity.main]
        for entity in main:
            named = overview.names.setdefault(entity.key, Named(entity))
            named.briefs.append(found)
            if brief.published:
                named.months[brief.published[:7]] += 1
            named.figures += [each for each in figures if _speaks_of(each.figure, entity)]
            named.beside.update(squash(other.name) for other in main if other.key != entity.key)
    months = {month for named in overview.names.values() for month in named.months}
    overview.months = _months_to(max(months), min(months)) if months else []
    return overview


def _speaks_of(figure: KeyFigure, entity: Entity) -> bool:
    """Whether the sentence of a figure names the entity."""
    part, start = figure.evidence.part, figure.sentence_start
    end = start + len(figure.sentence)
    return any(m.part == part and start <= m.start < end for m in entity.mentions)


def _months_to(last: str, first: str) -> list[str]:
    year, month = int(last[:4]), int(last[5:7])
    months: list[str] = []
    while len(months) < _MONTHS and (not months or months[-1] > first):
        months.append(f"{year:04}-{month:02}")
        year, month = (year, month - 1) if month > 1 else (year - 1, 12)
    return months[::-1]


def figure_entries(figures: Sequence[FoundFigure], order: Order) -> list[tuple[Entry, FoundFigure | None]]:
    """Return figures under their units, the commonest unit first, each with a bar against the largest of its unit."""
    groups: dict[str, list[FoundFigure]] = {}
    for figure in figures:
        groups.setdefault(figure.figure.unit, []).append(figure)
    rows: list[tuple[Entry, FoundFigure | None]] = []
    for unit, group in sorted(groups.items(), key=lambda item: (-len(item[1]), item[0])):
        if rows:
            rows.append((note(" "), None))
        rows.append((note(f"{_unit_name(unit)}  {len(group):,}", "heading"), None))
        top = max(abs(figure.size) for figure in group) or 1.0
        for figure in sorted(group, key=_KEYS[order]):
            lay_out = partial(_figure_lines, figure, abs(figure.size) / top)
            rows.append((Entry(lay_out, (figure.figure.evidence,), figure.figure), figure))
    return rows


_KEYS: dict[Order, Callable[[FoundFigure], tuple[object, ...]]] = {
    "value": lambda f: (-f.size, f.brief.id),
    "date": lambda f: (f.brief.published is None, [-ord(c) for c in f.brief.published or ""], f.brief.id),
    "title": lambda f: (f.brief.title.casefold(), f.brief.id),
}


def _unit_name(unit: str) -> str:
    return {"percent": "Percent", "ratio": "Ratios", "times": "Times"}.get(unit, unit)


def _figure_lines(found: FoundFigure, share: float, width: int) -> list[Line]:
    figure = found.figure
    value = padded(line((value_text(figure), "figure")), min(22, width // 3), right=True)
    scale = padded(line((bar(share, 12), "bar")), 12)
    said = squash(f"{figure_text(figure)} — {figure.measures or figure.sentence}")
    head = line(value, " ", scale, " ")
    first = line(head, fit(line(said), max(width - head.cells, 4)))
    facts = f"{found.brief.title} · {date_text(found.brief.published)}"
    return [first, line(" " * head.cells, fit(line((facts, "muted")), max(width - head.cells, 4)))]


def name_entries(overview: Overview, page: Page) -> list[tuple[Entry, Named]]:
    """Return the companies or the countries, those with most briefs first."""
    kind = "company" if page == "companies" else "country"
    named = [each for each in overview.names.values() if each.entity.kind == kind]
    named.sort(key=lambda each: (-len(each.briefs), each.entity.name, each.entity.key))
    return [(Entry(partial(_name_lines, each, overview.months)), each) for each in named]


def _spark(named: Named, months: Sequence[str]) -> str:
    return sparkline([named.months[month] for month in months])


def _name_lines(named: Named, months: Sequence[str], width: int) -> list[Line]:
    shown = months[-max(min(len(months), width // 3), 1) :]
    right = line((_spark(named, shown), "bar"), f" {len(named.briefs):>4,}")
    return [spread(line((squash(named.entity.name), "title")), right, width)]


def detail_entries(named: Named, months: Sequence[str]) -> list[tuple[Entry, Found | FoundFigure | None]]:
    """Return what is known of one company or country: its briefs over time, its figures, and whom it is named with."""
    rows: list[tuple[Entry, Found | FoundFigure | None]] = [(note(squash(named.entity.name), "title"), None)]
    if months:
        axis = f"{months[0]} to {months[-1]}"
        rows.append(
            (Entry(lambda _: [line((_spark(named, months), "bar"), (f"  {axis}", "muted"))], heading=True), None)
        )
    if named.beside:
        beside = ", ".join(f"{name} {count}" for name, count in named.beside.most_common(12))
        rows += [(note(" "), None), (note("Named with", "heading"), None), (note(beside, ""), None)]
    if named.figures:
        rows += [(note(" "), None), (note("Figures", "heading"), None)]
        ordered = sorted(named.figures, key=_KEYS["date"])
        rows += [(Entry(partial(_figure_of_name, each)), each) for each in ordered]
    rows += [(note(" "), None), (note("Briefs", "heading"), None)]
    rows += [(Entry(partial(_brief_lines, each)), each) for each in named.briefs]
    return rows


def _figure_of_name(found: FoundFigure, width: int) -> list[Line]:
    said = found.figure.measures or found.figure.sentence
    return wrapped(line((squash(figure_text(found.figure)), "figure"), f" {squash(said)}"), width, indent=2, most=2)


def _brief_lines(found: Found, width: int) -> list[Line]:
    return [spread(line(found.title), line((date_text(found.published), "muted")), width)]
