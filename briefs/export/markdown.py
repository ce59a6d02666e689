"""A brief as Markdown: YAML front matter, summary, figures, quotations, entities, sources, the article.

Readable as it is, and in the form that pandoc, GitHub and note takers expect. Several briefs make a book (`book.py`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from briefs.export.markup import anchor, front_matter, link, plain, table
from briefs.model import Block, Brief, Entity, Evidence
from briefs.version import GENERATOR
from briefs.wording import (
    date_text,
    doubt,
    doubt_of,
    entity_text,
    figure_text,
    language_text,
    minutes_to_read,
    paragraph_number,
    place_text,
    source_text,
    value_text,
)

Place = Callable[[Evidence], str]


class Section(NamedTuple):
    """A part of a brief. `text` is Markdown without the heading; `quoted` says that its words are the article's."""

    title: str
    text: str
    quoted: bool = False


def to_markdown(brief: Brief, *, article: bool = False) -> str:
    """Return `brief` as one Markdown document; `article` adds the whole article at its end."""
    parts = ["\n".join(front_matter(_metadata(brief))), f"# {plain(brief.label)}", facts(brief)]
    return "\n\n".join([*parts, *headed(sections(brief, article=article), 2)]) + "\n"


def headed(parts: Iterable[Section], level: int) -> Iterator[str]:
    """Yield sections under headings of a level."""
    for part in parts:
        yield f"{'#' * level} {part.title}\n\n{part.text}"


def facts(brief: Brief) -> str:
    """Return date, publisher, authors and minutes to read, as Markdown; the publisher leads to the article."""
    grounds = brief.grounds
    known = ["title unsure"] if brief.title and doubt_of(grounds.title) else []
    known.append(date_text(brief.published) + (doubt_of(grounds.published) if brief.published else ""))
    if brief.publisher:
        known.append(link(brief.publisher, brief.address or "") + doubt_of(grounds.publisher))
    known += [plain(author.name) + doubt(author.confidence) for author in brief.authors]
    return " · ".join(filter(None, [*known, f"{minutes_to_read(brief)} min", plain(language_text(brief))]))


def sections(brief: Brief, *, article: bool = False, level: int = 2, anchors: str = "") -> Iterator[Section]:
    """Yield the parts of a brief that hold something, for headings of a level.

    With `anchors`, a name, the paragraphs of the article are anchors of that name and the evidence leads to them.
    """

    def place(evidence: Evidence) -> str:
        number = paragraph_number(brief, evidence)
        text = place_text(brief, evidence)
        return f"[{text}](#{anchors}-p{number})" if anchors and article and number else text

    parts = [
        Section("Summary", "\n".join(_summary(brief, place)), True),
        Section("Key figures", "\n".join(_figures(brief, place)), True),
        Section("Quotations", "\n".join(_quotations(brief, place)), True),
        Section("Entities", "\n".join(_entities(brief))),
        Section("Sources", "\n".join(_sources(brief, place))),
        Section("Left out", "\n".join(f"- {plain(notice)}" for notice in brief.notices)),
    ]
    if article:
        parts.append(Section("Article", "\n".join(_article(brief, level + 1, anchors)), True))
    return (part for part in parts if part.text)


def _metadata(brief: Brief) -> dict[str, str | list[str] | None]:
    authors = [author.name for author in brief.authors]
    return {
        "id": brief.id,
        "title": brief.label,
        "publisher": brief.publisher,
        "authors": authors,
        "published": brief.published,
        "language": brief.language,
        "address": brief.address,
        "countries": [c.code for c in brief.countries if c.main and c.code],
        "companies": [c.name for c in brief.companies if c.main],
        "subjects": [s.text for s in brief.subjects],
        # The same under the names that pandoc reads.
        "author": authors,
        "date": (brief.published or "")[:10],
        "lang": brief.language,
        "generator": GENERATOR,
    }


def _summary(brief: Brief, place: Place) -> Iterator[str]:
    for sentence in brief.summary:
        yield f"- {plain(sentence.text)} ({place(sentence.evidence)})"


def _figures(brief: Brief, place: Place) -> Iterator[str]:
    rows = (
        (
            plain(figure_text(figure)) + doubt(figure.confidence),
            plain(figure.measures or ""),
            plain(value_text(figure)),
            plain(figure.period or ""),
            f"{plain(figure.sentence)} ({place(figure.evidence)})",
        )
        for figure in brief.key_figures
    )
    if brief.key_figures:
        yield from table(("Figure", "What it measures", "Value", "When", "Evidence"), rows)


def _quotations(brief: Brief, place: Place) -> Iterator[str]:
    for quotation in brief.quotations:
        if quotation.direct:
            who = ", ".join(x for x in (quotation.speaker, quotation.role) if x) or "unnamed"
            said = f"- “{plain(quotation.text)}” — {plain(who)} ({place(quotation.evidence)})"
            yield said + doubt(quotation.confidence)


def _entities(brief: Brief) -> Iterator[str]:
    groups = {
        "Companies": brief.companies,
        "People": brief.people,
        "Organisations": brief.organisations,
        "Countries": brief.countries,
        "Places": brief.places,
    }
    for name, entities in groups.items():
        if entities:
            yield f"- **{name}**: " + "; ".join(_entity(entity) for entity in entities)


def _entity(entity: Entity) -> str:
    times = f" ×{len(entity.mentions)}" if len(entity.mentions) > 1 else ""
    name = plain(entity_text(entity)) + times + doubt(entity.confidence)
    return f"**{name}**" if entity.main else name


def _sources(brief: Brief, place: Place) -> Iterator[str]:
    if brief.address:
        yield f"- The article: {link(brief.address, brief.address)}"
    for source in brief.sources:
        text = source_text(source)
        shown = link(text, source.url) if source.url else plain(text)
        places = dict.fromkeys(place(evidence) for evidence in source.evidence)
        yield f"- {shown} ({', '.join(places)}){doubt(source.confidence)}"


def _article(brief: Brief, level: int, anchors: str) -> Iterator[str]:
    numbered = enumerate(brief.blocks, 1)
    for first, (kind, blocks) in enumerate(groupby(numbered, lambda one: one[1].kind)):
        group = [(_span(anchors, number), block, brief.body[block.start : block.end]) for number, block in blocks]
        if first:
            yield ""
        if kind == "list":
            yield from (f"- {mark}{plain(text)}" for mark, _, text in group)
        elif kind == "table":
            yield from _rows([(mark, text) for mark, _, text in group])
        else:
            for number, (mark, block, text) in enumerate(group):
                if number:
                    yield ""
                yield _block(block, mark, text, level)


def _span(anchors: str, number: int) -> str:
    return anchor(f"{anchors}-p{number}") if anchors else ""


def _rows(rows: Sequence[tuple[str, str]]) -> Iterator[str]:
    """Yield the rows of a table, which the readers keep as text with a bar between the cells."""
    cells = [[plain(cell) for cell in text.split(" | ")] for _, text in rows]
    width = max(map(len, cells))
    if len(rows) == 1 or width == 1:
        yield "\\\n".join(f"{mark}{plain(text)}" for mark, text in rows)
        return
    for row, (mark, _) in zip(cells, rows, strict=True):
        row[0] = mark + row[0]
        row += [""] * (width - len(row))
    yield from table(cells[0], cells[1:])


def _block(block: Block, mark: str, text: str, level: int) -> str:
    if block.kind == "heading":
        return f"{'#' * level} {mark}{plain(text)}"
    if block.kind == "caption":
        return f"{mark}*{plain(text)}*"
    # Lines of a paragraph stay lines: a backslash before the newline is a hard break.
    return mark + "\\\n".join(plain(line) for line in text.split("\n") if line.strip())
