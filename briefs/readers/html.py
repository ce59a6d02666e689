"""Web pages: the article's blocks and links, what the page says of itself, and the visible lines around the story."""

from __future__ import annotations

import re
from html import unescape

from lxml import etree  # type: ignore[import-untyped]  # lxml ships no types

from briefs.errors import SourceError
from briefs.model import Article, Block, Candidate, Evidence, Field, Link, Original
from briefs.readers.bounds import check_length, check_markup
from briefs.readers.choice import OUTSIDE, chosen_rows
from briefs.readers.decoding import decode
from briefs.readers.embedded import prose_in, untold_rows
from briefs.readers.metadata import Metadata, metadata_of
from briefs.readers.page import Row, rows_of
from briefs.readers.parsing import parse_page
from briefs.readers.plain import article_of
from briefs.readers.saved import saved_from, unwrapped
from briefs.text import sanitise


def read_html(original: Original) -> tuple[Article, ...]:
    """Return the article on a web page. Raises SourceError where it shows no text, or more than any article has."""
    text = decode(original.data, markup=True)
    check_markup(text)
    tree, text = parse_page(text)
    known = original.address if original.address and re.match(r"https?://", original.address) else saved_from(text)
    address = unwrapped(known) if known else None
    metadata = metadata_of(tree, address) if tree is not None else Metadata()
    rows = rows_of(tree, metadata.canonical or address or _base(tree)) if tree is not None else []
    if tree is not None and prose_in(rows, _FEW) < _FEW:
        hidden = rows_of(tree, metadata.canonical or address or _base(tree), hidden=True)
        rows = hidden if prose_in(hidden) > 2 * _FEW else rows
    untold = untold_rows(tree, rows, metadata)
    if tree is not None and not untold and prose_in(rows, _FEW) < _FEW and _framed(tree):
        raise SourceError("The page shows its article in a frame; open that frame alone in a browser and save it.")
    if not rows and not untold:
        return (_without_markup(text, address),)
    check_length(sum(len(row.text) for row in [*rows, *untold]))
    chosen = [False] * len(rows) if untold else chosen_rows(rows, text, metadata)
    rows, chosen = [*rows, *untold], [*chosen, *[True] * len(untold)]
    return (_article(rows, chosen, metadata, metadata.canonical or address),)


_FEW = 200  # characters of sentences: a page with less shows no story
_TOLD = 120  # characters: a longer line of the story that names an author tells of them
_HEAD = 25  # rows above a story in which its headline stands
_NOTE = 300  # characters that a page shows where it is made by its script alone
_TAG = re.compile(r"<(?:script|style)\b[^<]{0,20000}|<[^<>]{0,2000}>", re.IGNORECASE)


def _without_markup(text: str, address: str | None) -> Article:
    """Return what is left of a page without its tags, where no parser finds its text (nesting without end, say)."""
    plain = re.sub(r"\n\s*", "\n", sanitise(unescape(_TAG.sub("\n", text))))
    check_length(len(plain))
    if sum(c.isalpha() for c in plain[:100_000]) < 20 or (len(plain) < _NOTE and "javascript" in plain.lower()):
        raise SourceError("The page shows no text; open it in a browser and save what is shown.")
    return article_of(plain, address)


def _framed(tree: etree._Element) -> bool:
    """Whether a page is made of frames, or shows nothing but one."""
    if tree.find(".//frameset") is not None:
        return True
    frames = [frame for frame in tree.iter("iframe") if (frame.get("src") or "").strip() not in {"", "about:blank"}]
    return bool(frames) and len("".join(tree.itertext("p", "div", "article", "section", "h1"))) < _FEW


def _base(tree: etree._Element) -> str | None:
    base = tree.find(".//base")
    href = base.get("href") if base is not None else None
    return href if href and href.startswith(("http://", "https://")) else None


def _article(rows: list[Row], chosen: list[bool], metadata: Metadata, address: str | None) -> Article:
    blocks: list[Block] = []
    links: list[Link] = []
    lines: list[str] = []
    length = 0
    known = any(chosen)
    for row, body in zip(rows, chosen, strict=True):
        row.start, row.end = length, length + len(row.text)
        if body or not known:
            blocks.append(Block(row.kind, row.start, row.end, row.level))
        links += [Link(length + a, length + b, url) for a, b, url in row.links if url]
        lines.append(row.text)
        length += len(row.text) + 1
    candidates = tuple(metadata.candidates) + tuple(_visible(rows, chosen))
    return Article("\n".join(lines), tuple(blocks), tuple(links), metadata.text, address, candidates, body_known=known)


def _visible(rows: list[Row], chosen: list[bool]) -> list[Candidate]:
    """Return what the elements of visible lines say: headlines, bylines, times."""
    found: list[Candidate] = []

    def add(field: Field, row: Row, origin: str) -> None:
        found.append(Candidate(field, row.text, origin, Evidence("source", row.start, row.end, row.text)))

    first = next((i for i, body in enumerate(chosen) if body), len(rows))
    last = max((i for i, body in enumerate(chosen) if body), default=len(rows))
    for index, row in enumerate(rows):
        if row.kind == "heading" and row.level == 1 and len(row.text) < 400:
            add("title", row, "h1")
        elif "headline" in row.hints and first - _HEAD <= index < first and not row.hints & (OUTSIDE | {"aside"}):
            add("title", row, "headline")
        near = first - 60 <= index <= last + 12
        if not near or len(row.text) > 300 or row.hints & {"related", "comments", "navigation", "footer"}:
            continue
        if "byline" in row.hints and "bio" not in row.hints:
            add("author", row, "byline")
        for start, end in row.signed if not chosen[index] or len(row.text) < _TOLD else ():
            text = row.text[start:end]
            found.append(
                Candidate("author", text, "byline", Evidence("source", row.start + start, row.start + end, text))
            )
        before = 0
        for end, moment in row.moments:  # "Updated 12 Mar Published 9 Mar": each has its words before it
            text = row.text[before:end] if before < end and len(row.moments) > 1 else row.text
            start = row.start + (before if text != row.text else 0)
            found.append(Candidate("published", moment, "time", Evidence("source", start, start + len(text), text)))
            before = end
        if not row.moments and "date" in row.hints:
            add("published", row, "date")
    return found
