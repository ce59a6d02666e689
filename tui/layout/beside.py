"""What stands beside a brief: those that tell the same story, and those that are related. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from briefs.library import Row
from briefs.text import squash
from briefs.wording import date_text
from tui.layout.flow import Line, fit, line, spread, wrapped
from tui.layout.pages import Entry, note


def beside_entries(identifier: str, story: Sequence[Row], related: Sequence[Row]) -> list[Entry]:
    """Return the tab of a brief: the others of its story, earliest first, then related ones, most alike first."""
    others = [row for row in story if row.id != identifier]
    shown: list[Entry] = []
    if others:
        publishers = len({row.publisher for row in story if row.publisher})
        by = f", told by {publishers} publishers" if publishers > 1 else ""
        shown += [note(f"The same story{by}", "heading"), *_rows(others)]
    if related:
        shown += [*([note(" ")] if shown else []), note("Related", "heading"), *_rows(related)]
    return shown or [note("No other brief tells the same story or is related.")]


def _rows(rows: Sequence[Row]) -> Iterator[Entry]:
    for row in rows:
        yield Entry(partial(_lay_out, row), subject=row)


def _lay_out(row: Row, width: int) -> list[Line]:
    title = line((squash(row.title), "") if row.read else (squash(row.title), "title"))
    facts = " · ".join(part for part in (squash(row.publisher or ""), " ".join(row.countries[:6])) if part)
    lines = wrapped(line("• ", title), width, indent=2, most=2)
    return [*lines, spread(fit(line("  ", (facts, "muted")), width), line((date_text(row.published), "muted")), width)]
