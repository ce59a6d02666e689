"""A brief as Markdown (CommonMark with tables): YAML front matter, summary, figures, entities, sources, the article.

Text of the article is escaped: nothing in it is taken for markup, whatever reads the export.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator

from briefs.model import Block, Brief, Entity
from briefs.text import squash
from briefs.wording import entity_text, figure_text, is_unsure, place_text, source_text, value_text

# Whatever may begin inline markup, HTML, an autolink, an entity or a table cell; "R&D" and "$5" stay as they are.
_INLINE = re.compile(r"[\\`*_\[\]|~]|<(?=[A-Za-z/!?])|&(?=#?\w+;)")
# What begins a block only at the start of a line: heading, list, quotation, rule, fence, indented code is stripped.
_AT_START = re.compile(r"^(#{1,6}(?=\s|$)|>|[-+=](?=[\s=-]|$)|:(?=[\s-]))")
_NUMBERED = re.compile(r"^(\d{1,9})([.)])(?=\s|$)")
_BARE_LINK = re.compile(r"(?i)\b(https?|ftp|mailto)(:)|\b(www)(\.)")


def to_markdown(brief: Brief, *, article: bool = False) -> str:
    """Return `brief` as one Markdown document; `article` adds the whole article at its end."""
    parts: list[Iterable[str]] = [
        _front_matter(brief),
        [f"# {plain(brief.label)}"],
        _summary(brief),
        _figures(brief),
        _quotations(brief),
        _entities(brief),
        _sources(brief),
    ]
    if article:
        parts.append(_article(brief))
    blocks = ("\n".join(lines) for lines in map(list, parts) if lines)
    return "\n\n".join(blocks) + "\n"


def plain(text: str) -> str:
    """Return `text`, on one line, so that Markdown shows exactly it."""
    text = _INLINE.sub(r"\\\g<0>", squash(text))
    text = _BARE_LINK.sub(lambda m: f"{m[1] or m[3]}\\{m[2] or m[4]}", text)
    text = _NUMBERED.sub(r"\1\\\2", text)
    return _AT_START.sub(r"\\\1", text)


def link(text: str, url: str) -> str:
    """Return a link to an http(s) address; other schemes are shown as text only."""
    if not re.match(r"(?i)https?://[^\s<>]+$", url):
        return plain(text)
    return f"[{plain(text)}](<{url}>)"


def _front_matter(brief: Brief) -> Iterator[str]:
    # A JSON string is a YAML string too, so the standard library quotes for us.
    yield "---"
    values = {
        "id": brief.id,
        "title": brief.label,
        "publisher": brief.publisher,
        "authors": [a.name for a in brief.authors],
        "published": brief.published,
        "language": brief.language,
        "address": brief.address,
        "countries": [c.code for c in brief.countries if c.main],
        "companies": [c.name for c in brief.companies if c.main],
        "subjects": [s.text for s in brief.subjects],
    }
    for name, value in values.items():
        if value:
            yield f"{name}: {json.dumps(value, ensure_ascii=False)}"
    yield "---"


def _section(title: str) -> Iterator[str]:
    yield f"## {title}"
    yield ""


def _summary(brief: Brief) -> Iterator[str]:
    if brief.summary:
        yield from _section("Summary")
        for sentence in brief.summary:
            yield f"- {plain(sentence.text)} ({place_text(brief, sentence.evidence)})"


def _figures(brief: Brief) -> Iterator[str]:
    if brief.key_figures:
        yield from _section("Key figures")
        yield "| Figure | What it measures | Value | When | Evidence |"
        yield "| --- | --- | --- | --- | --- |"
        for figure in brief.key_figures:
            cells = (
                figure_text(figure) + _unsure(figure.confidence),
                figure.measures or "",
                value_text(figure),
                figure.period or "",
                f"{figure.sentence} ({place_text(brief, figure.evidence)})",
            )
            yield "| " + " | ".join(plain(cell) for cell in cells) + " |"


def _quotations(brief: Brief) -> Iterator[str]:
    direct = [q for q in brief.quotations if q.direct]
    if direct:
        yield from _section("Quotations")
        for quotation in direct:
            who = ", ".join(x for x in (quotation.speaker, quotation.role) if x) or "unnamed"
            yield f"- {plain(quotation.text)} — {plain(who)} ({place_text(brief, quotation.evidence)})"


def _entities(brief: Brief) -> Iterator[str]:
    groups = {
        "Companies": brief.companies,
        "People": brief.people,
        "Organisations": brief.organisations,
        "Countries": brief.countries,
        "Places": brief.places,
    }
    if any(groups.values()):
        yield from _section("Entities")
        for name, entities in groups.items():
            if entities:
                yield f"- **{name}**: " + "; ".join(_entity(entity) for entity in entities)


def _entity(entity: Entity) -> str:
    times = f" ×{len(entity.mentions)}" if len(entity.mentions) > 1 else ""
    name = plain(entity_text(entity)) + times + _unsure(entity.confidence)
    return f"**{name}**" if entity.main else name


def _sources(brief: Brief) -> Iterator[str]:
    if brief.sources or brief.address:
        yield from _section("Sources")
        if brief.address:
            yield f"- The article: {link(brief.address, brief.address)}"
        for source in brief.sources:
            text = source_text(source)
            shown = link(text, source.url) if source.url else plain(text)
            places = dict.fromkeys(place_text(brief, e) for e in source.evidence)
            yield f"- {shown} ({', '.join(places)}){_unsure(source.confidence)}"


def _article(brief: Brief) -> Iterator[str]:
    yield from _section("Article")
    for number, block in enumerate(brief.blocks):
        text = brief.body[block.start : block.end]
        if number and not (block.kind == "list" and brief.blocks[number - 1].kind == "list"):
            yield ""
        yield from _block(block, text)


def _block(block: Block, text: str) -> Iterator[str]:
    if block.kind == "heading":
        yield f"### {plain(text)}"
    elif block.kind == "list":
        yield f"- {plain(text)}"
    elif block.kind == "caption":
        yield f"*{plain(text)}*"
    else:
        # Rows of a table and lines of a paragraph stay lines: a backslash before the newline is a hard break.
        yield "\\\n".join(plain(line) for line in text.split("\n") if line.strip())


def _unsure(confidence: float) -> str:
    return " (unsure)" if is_unsure(confidence) else ""
