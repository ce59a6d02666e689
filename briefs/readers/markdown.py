"""Markdown: front matter as metadata, the text by its CommonMark structure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefs.errors import SourceError
from briefs.model import Article, Block, BlockKind, Candidate, Evidence, Field, Link, Original
from briefs.readers.bounds import check_length
from briefs.readers.decoding import decode
from briefs.readers.plain import article_of
from briefs.text import sanitise, squash

if TYPE_CHECKING:
    from markdown_it.token import Token

_FRONT = re.compile(r"\A---[ \t]*\n(.{0,20000}?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_MARKS = 50_000  # inline marks beyond which it is no article, and parsing it would take minutes
_OPEN = 2_000  # brackets that none closes: each costs the parser thirty times an ordinary mark
_PAIR = re.compile(r"([A-Za-z][\w .-]{0,40}?)\s?:\s?(.*)")
_FIELDS: dict[str, Field] = {
    "title": "title",
    "headline": "title",
    "date": "published",
    "published": "published",
    "publishdate": "published",
    "pubdate": "published",
    "published_at": "published",
    "author": "author",
    "authors": "author",
    "byline": "author",
    "publisher": "publisher",
    "publication": "publisher",
    "site": "publisher",
    "source": "publisher",
    "outlet": "publisher",
    "language": "language",
    "lang": "language",
}


def read_markdown(original: Original) -> tuple[Article, ...]:
    """Return the article in a Markdown file. Raises SourceError where it has no text, or more than any article has."""
    text = decode(original.data)
    check_length(len(text))
    text = sanitise(text)
    front = _FRONT.match(text)
    metadata, candidates, address = _front_matter(front[1] if front else "")
    page = _Page()
    text = text[front.end() :] if front else text
    if sum(text.count(mark) for mark in "[*_`<") <= _MARKS and text.count("[") - text.count("]") <= _OPEN:
        page.read(text)
    if not page.blocks and any(c.isalpha() for c in text):
        return (article_of(text, original.address),)  # nested or marked beyond what a parser can follow
    if not page.blocks:
        raise SourceError("The Markdown file holds no text; save the article again.")
    first = next((b for b in page.blocks if b.kind == "heading"), None)
    source = "\n".join(page.lines)
    if first and first.level == 1:
        span = Evidence("source", first.start, first.end, source[first.start : first.end])
        candidates.append(Candidate("title", span.text, "markdown:h1", span))
    if original.address and re.match(r"https?://", original.address):
        address = original.address
    return (Article(source, tuple(page.blocks), tuple(page.links), metadata, address, tuple(candidates)),)


def _front_matter(front: str) -> tuple[str, list[Candidate], str | None]:
    """Return the front matter as metadata lines, what they say about the article, and its address."""
    lines: list[str] = []
    candidates: list[Candidate] = []
    address = None
    length = 0
    name = ""
    for row in front.split("\n"):
        pair = _PAIR.fullmatch(row)
        item = re.fullmatch(r"\s*-\s+(.*)", row)
        if item and name:
            values = [item[1]]
        elif pair:
            name = pair[1].strip()
            inner = re.fullmatch(r"\[(.*)\]", pair[2].strip())
            values = inner[1].split(",") if inner else [pair[2]]
        else:
            continue
        for value in (squash(v).strip("\"'") for v in values):
            if not value:
                continue
            field = _FIELDS.get(name.lower().replace("-", "_"))
            start = length + len(name) + 2
            if field and not (field == "publisher" and "://" in value):
                evidence = Evidence("metadata", start, start + len(value), value)
                candidates.append(Candidate(field, value, f"markdown:{name.lower()}", evidence))
            if name.lower() in {"url", "source", "link", "canonical", "original"} and re.match(r"https?://\S+$", value):
                address = value
            lines.append(f"{name}: {value}")
            length += len(lines[-1]) + 1
    return "\n".join(lines), candidates, address


class _Page:
    """The text of a Markdown page, with its blocks and links as spans of it."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.blocks: list[Block] = []
        self.links: list[Link] = []
        self._length = 0

    def read(self, text: str) -> None:
        """Add the blocks of `text`."""
        from markdown_it import MarkdownIt

        lists = 0
        kind: BlockKind = "paragraph"
        level = 0
        cells: list[str] = []
        for token in MarkdownIt("commonmark", {"maxNesting": 40}).enable("table").parse(text):
            if token.type in {"bullet_list_open", "ordered_list_open"}:
                lists += 1
            elif token.type in {"bullet_list_close", "ordered_list_close"}:
                lists -= 1
            elif token.type == "heading_open":
                kind, level = "heading", int(token.tag[1])
            elif token.type == "heading_close":
                kind, level = "paragraph", 0
            elif token.type == "tr_open":
                cells = []
                kind = "table"
            elif token.type == "tr_close":
                self._add(" | ".join(cells), "table", 0, [])
                kind = "paragraph"
            elif token.type == "inline" and kind == "table":
                cells.append(squash(_plain(token)[0]))
            elif token.type == "inline":
                plain, links = _plain(token)
                image = bool(token.children) and all(c.type in {"image", "softbreak"} for c in token.children or ())
                found: BlockKind = "caption" if image else "list" if lists and kind == "paragraph" else kind
                self._add(plain, found, level, links)
            elif token.type in {"code_block", "fence"}:
                self._add(squash(token.content), "paragraph", 0, [])

    def _add(self, text: str, kind: BlockKind, level: int, links: list[Link]) -> None:
        lead = len(text) - len(text.lstrip())
        text = text.strip()
        if not text:
            return
        if self.lines:
            self.lines.append("")
            self._length += 1
        start = self._length
        self.blocks.append(Block(kind, start, start + len(text), level))
        for link in links:
            first, last = max(0, link.start - lead), min(len(text), link.end - lead)
            if first < last:
                self.links.append(Link(start + first, start + last, link.url))
        self.lines.append(text)
        self._length = start + len(text) + 1


def _plain(token: Token) -> tuple[str, list[Link]]:
    """Return the text of an inline token and the links over it. A newline within it becomes a space."""
    parts: list[str] = []
    links: list[Link] = []
    length = 0
    opened: list[tuple[int, str]] = []
    for child in token.children or ():
        piece = ""
        if child.type in {"text", "code_inline"}:
            piece = child.content.replace("\n", " ")
        elif child.type in {"softbreak", "hardbreak"}:
            piece = " "
        elif child.type == "image":
            piece = squash(child.content)
        elif child.type == "link_open":
            opened.append((length, str(child.attrs.get("href", ""))))
        elif child.type == "link_close" and opened:
            start, url = opened.pop()
            if re.match(r"https?://", url) and length > start:
                links.append(Link(start, length, sanitise(url)))
        parts.append(piece)
        length += len(piece)
    return "".join(parts), links
