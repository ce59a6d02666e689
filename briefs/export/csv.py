"""The key figures of briefs as CSV: a row each, for spreadsheets and statistics.

RFC 4180 in UTF-8: commas, quotation marks where they are needed, lines that end in CR LF, a header.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator

from briefs.model import Brief, KeyFigure
from briefs.text import squash
from briefs.wording import figure_text, is_unsure, place_text, sources_of

COLUMNS = (
    "id", "title", "date", "publisher", "figure", "value", "low", "high", "unit", "qualifier", "rate", "direction",
    "period", "measures", "sentence", "place", "source", "address", "unsure",
)  # fmt: skip

# A spreadsheet computes a cell that begins so; East Asian ones take the wide signs too (OWASP, CSV injection).
_FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]")


def figures_csv(briefs: Iterable[Brief]) -> Iterator[str]:
    """Yield the header and the rows of the key figures, a piece for each brief.

    `value` is full scale; a range has `low` and `high` instead. `place` is where the article says it ("¶3"), `source`
    whom it gives for it; `unsure` says so where the program is unsure of the figure. A text that a spreadsheet would
    compute has an apostrophe before it; numbers never have.
    """
    yield _lines([COLUMNS])
    for brief in briefs:
        if brief.key_figures:
            yield _lines(_row(brief, figure) for figure in brief.key_figures)


def _lines(rows: Iterable[Iterable[str]]) -> str:
    text = io.StringIO()
    csv.writer(text, lineterminator="\r\n").writerows(rows)
    return text.getvalue()


def _row(brief: Brief, figure: KeyFigure) -> tuple[str, ...]:
    return (
        brief.id,
        _text(brief.label),
        (brief.published or "")[:10],
        _text(brief.publisher),
        _text(figure_text(figure)),
        *_values(figure.value),
        _text(figure.unit),
        _text(figure.qualifier),
        _text(figure.rate),
        figure.direction or "",
        _text(figure.period),
        _text(figure.measures),
        _text(figure.sentence),
        place_text(brief, figure.evidence),
        _text("; ".join(source.name for source in sources_of(brief, figure))),
        _text(brief.address),
        "unsure" if is_unsure(figure.confidence) else "",
    )


def _text(text: str | None) -> str:
    text = squash(text or "")
    return f"'{text}" if _FORMULA.match(text) else text


def _values(value: float | tuple[float, float]) -> tuple[str, str, str]:
    """Return value, low and high."""
    return ("", _number(value[0]), _number(value[1])) if isinstance(value, tuple) else (_number(value), "", "")


def _number(value: float) -> str:
    """Return a number as every program reads it, without an exponent where it is whole."""
    return str(int(value)) if value.is_integer() and abs(value) < 1e18 else repr(value)
