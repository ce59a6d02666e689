"""What the pages over all briefs found show: names with their briefs over time, units, and figures. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial
from typing import Literal, NamedTuple

from briefs.model import Brief, Entity, Evidence, KeyFigure
from briefs.text import squash
from briefs.wording import date_text, doubt, figure_text, number_text, value_text
from search_index.results import Axis, FigurePlace, NameCount, UnitCount
from tui.layout.flow import Line, bar, fit, line, padded, sparkline, spread, wrapped
from tui.layout.pages import Entry, note

Page = Literal["briefs", "figures", "companies", "countries"]
AT_ONCE = 40  # briefs of a name that are looked at for its figures, and as many more each time

NAME_ORDERS = {"briefs": "most briefs first", "latest": "newest first", "name": "by name"}
FIGURE_ORDERS = {
    "largest": "largest first",
    "smallest": "smallest first",
    "newest": "newest first",
    "measure": "by what they measure",
}


class BriefRef(NamedTuple):
    """A brief that can be opened at a place."""

    id: str
    title: str
    published: str | None
    evidence: tuple[Evidence, ...] = ()

    @classmethod
    def of(cls, brief: Brief, evidence: tuple[Evidence, ...] = ()) -> BriefRef:
        """Return the reference to a brief, and to a place of it."""
        return cls(brief.id, squash(brief.label), brief.published, evidence)


Leads = BriefRef | NameCount | None  # what opening an entry of a page leads to


class FoundFigure(NamedTuple):
    """A key figure with its brief."""

    brief: BriefRef
    figure: KeyFigure


class NameDetail(NamedTuple):
    """A company or country: its name, whom it is named with, its briefs, and the figures said of it in them.

    `briefs` are the newest of `name.briefs`; only they were looked at for figures.
    """

    name: NameCount
    beside: Sequence[NameCount]
    briefs: Sequence[BriefRef]
    figures: Sequence[FoundFigure]


def figures_at(places: Sequence[FigurePlace], briefs: Iterable[Brief]) -> list[FoundFigure]:
    """Return the figures at `places`; what has changed since the index saw it is left out."""
    known = {brief.id: brief for brief in briefs}
    return [
        FoundFigure(BriefRef.of(known[id_], (figure.evidence,)), figure)
        for id_, number in places
        if id_ in known and number < len(known[id_].key_figures)
        for figure in (known[id_].key_figures[number],)
    ]


def detail_of(name: NameCount, beside: Sequence[NameCount], briefs: Iterable[Brief]) -> NameDetail:
    """Return what `briefs`, the newest about a name, say of it."""
    listed: list[BriefRef] = []
    figures: list[FoundFigure] = []
    for brief in briefs:
        listed.append(BriefRef.of(brief))
        about = [e for e in (*brief.companies, *brief.countries) if name.value in (e.key, e.code)]
        figures += [
            FoundFigure(BriefRef.of(brief, (figure.evidence,)), figure)
            for figure in brief.key_figures
            if any(_speaks_of(figure, entity) for entity in about)
        ]
    return NameDetail(name, beside, listed, figures)


def _speaks_of(figure: KeyFigure, entity: Entity) -> bool:
    """Whether the sentence of a figure names the entity."""
    part, start = figure.evidence.part, figure.sentence_start
    end = start + len(figure.sentence)
    return any(m.part == part and start <= m.start < end for m in entity.mentions)


# Rows


def name_lines(name: NameCount, width: int) -> list[Line]:
    """Return the row of a company or country: its name, its briefs over time, and how many they are."""
    right = line((sparkline(_squeezed(name.series, max(width // 3, 1))), "bar"), f" {name.briefs:>5,}")
    return [spread(line(squash(name.label)), right, width)]


def _squeezed(series: Sequence[int], most: int) -> list[int]:
    """Return a series in at most so many values: each of as many periods as need be, the newest ones together."""
    size = max(-(-len(series) // most), 1)
    first = len(series) % size
    return [
        sum(series[max(start, 0) : start + size]) for start in range(first - size if first else 0, len(series), size)
    ]


def unit_lines(unit: UnitCount, width: int) -> list[Line]:
    """Return the row of a unit, with how many figures have it."""
    return [spread(line(squash(unit.label)), line((f"{unit.figures:,}", "muted")), width)]


def figure_lines(found: FoundFigure, top: float, width: int) -> list[Line]:
    """Return the two rows of a figure: its value against the largest of its unit, and where it was said."""
    figure = found.figure
    size = max(map(abs, figure.value)) if isinstance(figure.value, tuple) else abs(figure.value)
    value = padded(line((value_text(figure), "figure")), min(20, width // 3), right=True)
    long = max(min(width // 8, 16), 1)
    head = line(value, " ", padded(line((bar(size / top if top else 0, long), "bar")), long), " ")
    text = line(squash(figure_text(figure)), (doubt(figure.confidence), "warning"))
    said = line(text, f" — {squash(figure.measures or figure.sentence)}")
    when = line((date_text(found.brief.published), "muted"))
    return [
        fit(line(head, said), width),
        spread(line("  ", (found.brief.title, "muted")), when, width),
    ]


def span_text(span: tuple[float, float], unit: str) -> str:
    """Return the least and the greatest figure of a unit: "4 to 31 percent"."""
    low, high = span
    both = number_text(low) if low == high else f"{number_text(low)} to {number_text(high)}"
    return f"{both} {squash(unit)}"


# Details


def detail_entries(detail: NameDetail, axis: Axis) -> list[tuple[Entry, Leads]]:
    """Return what is known of a name, each entry with what opening it leads to."""
    name = detail.name
    rows: list[tuple[Entry, Leads]] = []
    if name.series:
        rows.append((Entry(partial(_series_lines, name.series, axis), heading=True), None))
    if detail.beside:
        rows += _heading("Named with", rows)
        rows += [(Entry(partial(_other_name, each)), each) for each in detail.beside]
    left = name.briefs - len(detail.briefs)
    if detail.figures:
        among = f" of the newest {len(detail.briefs):,} briefs" if left > 0 else ""
        rows += _heading(f"Figures{among}", rows)
        rows += [(Entry(partial(_figure_of_name, each)), each.brief) for each in detail.figures]
    rows += _heading(f"Briefs {name.briefs:,}", rows)
    rows += [(Entry(partial(_brief_lines, each)), each) for each in detail.briefs]
    if left > 0:
        rows.append((Entry(lambda width: [fit(line((f"{left:,} older ones…", "muted")), width)]), None))
    return rows


def _heading(text: str, before: Sequence[object]) -> list[tuple[Entry, None]]:
    return [*([(note(" "), None)] if before else []), (note(text, "heading"), None)]


def _other_name(name: NameCount, width: int) -> list[Line]:
    return [spread(line(squash(name.label)), line((f"{name.briefs:,}", "muted")), width)]


def _series_lines(series: Sequence[int], axis: Axis, width: int) -> list[Line]:
    periods = " to ".join(dict.fromkeys((axis.periods[0], axis.periods[-1])))
    top = f", at most {max(series):,} a {axis.span}" if max(series) > 1 else ""
    return [line((sparkline(_squeezed(series, width)), "bar")), fit(line((periods + top, "muted")), width)]


def _figure_of_name(found: FoundFigure, width: int) -> list[Line]:
    said = found.figure.measures or found.figure.sentence
    unsure = (doubt(found.figure.confidence), "warning")
    text = line((squash(figure_text(found.figure)), "figure"), unsure, f" {squash(said)}")
    return wrapped(text, width, indent=2, most=2)


def _brief_lines(found: BriefRef, width: int) -> list[Line]:
    return [spread(line(found.title), line((date_text(found.published), "muted")), width)]
