"""Briefs out: one entrance, one file a format."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain, islice
from typing import Literal, get_args

from briefs.model import Brief

Format = Literal["md", "json", "html", "csv"]
FORMATS: tuple[Format, ...] = get_args(Format)


def export_one(brief: Brief, format: Format, *, article: bool = False) -> str:  # noqa: A002 (the option's name)
    """Return one brief: a document, its record, or the table of its figures.

    `article` adds the whole article to what people read; the record always holds it.
    """
    if format == "json":
        from briefs.export.json import record_of

        return record_of(brief)
    if format == "html":
        from briefs.export.html import to_html

        return to_html(brief, article=article)
    if format == "csv":
        from briefs.export.csv import figures_csv

        return "".join(figures_csv([brief]))
    from briefs.export.markdown import to_markdown

    return to_markdown(brief, article=article)


def export_pieces(
    briefs: Iterable[Brief],
    format: Format,  # noqa: A002 (the option's name)
    *,
    article: bool = False,
    title: str = "",
) -> Iterator[str]:
    """Yield briefs as one text, in pieces: a briefing book, a JSON array of records, or one table of figures.

    A book of one brief would be more frame than picture: that brief is the document. `title` is the book's own.
    """
    if format == "json":
        from briefs.export.json import array_of

        yield from array_of(briefs)
        return
    if format == "csv":
        from briefs.export.csv import figures_csv

        yield from figures_csv(briefs)
        return
    rest = iter(briefs)
    first = list(islice(rest, 2))
    if len(first) == 1:
        yield export_one(first[0], format, article=article)
        return
    if format == "html":
        from briefs.export.html import book_html as book
    else:
        from briefs.export.book import book_markdown as book
    yield from book(chain(first, rest), title=title, article=article)


def export_text(briefs: Iterable[Brief], format: Format, *, article: bool = False) -> str:  # noqa: A002
    """Return `export_pieces` as one text."""
    return "".join(export_pieces(briefs, format, article=article))
