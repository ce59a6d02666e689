"""Briefs as one HTML file that needs nothing else: no script, no address is loaded, and it prints well.

The Markdown of the other export is what is rendered, by markdown-it with HTML switched off: what an article says can
be no tag. Our own frame around it is fixed text and escaped values.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from briefs.export.book import TITLE, Book, anchor_of
from briefs.export.markdown import Section, facts, sections
from briefs.export.markup import ANCHOR, plain
from briefs.model import Brief
from briefs.version import GENERATOR

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

_RIGHT_TO_LEFT = frozenset({"ar", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})
_PARAGRAPH = re.compile(r"-p(\d+)$")
_LANGUAGE = re.compile(r"[a-z]{2,3}")


def to_html(brief: Brief, *, article: bool = False) -> str:
    """Return `brief` as one page; with `article`, the evidence leads into the article at its end."""
    return "".join((_head(brief.label), f"<main>\n{_chapter(brief, brief.label, 'brief', 1, article)}</main>\n", _FOOT))


def book_html(briefs: Iterable[Brief], *, title: str = "", article: bool = False) -> Iterator[str]:
    """Yield a briefing book as one page, in pieces; with `article` each brief is followed by its article."""
    book = Book()
    chapters: list[str] = []
    for brief in briefs:
        number = book.add(brief)
        chapters.append(_chapter(brief, f"{number}. {brief.label}", anchor_of(number), 2, article))
    title = title or TITLE
    back = list(book.back())
    yield _head(title)
    yield f'<header class="book">\n<h1>{escape(title)}</h1>\n<p>{escape(book.subtitle)}</p>\n</header>\n'
    yield f'<nav aria-label="Contents">\n<h2>Contents</h2>\n{_rendered(book.contents())}'
    if back:
        links = " · ".join(f'<a href="#{part.name}">{part.title}</a>' for part in back)
        yield f'<p class="back">{links}</p>\n'
    yield "</nav>\n<main>\n"
    yield from chapters
    yield "</main>\n"
    for part in back:
        note = f'<p class="note">{part.note}</p>\n' if part.note else ""
        yield f'<section id="{part.name}" class="back {part.kind}">\n<h2>{part.title}</h2>\n{note}'
        yield f"{_rendered(part.text)}</section>\n"
    yield _FOOT


def _chapter(brief: Brief, heading: str, name: str, level: int, article: bool) -> str:
    language = _language(brief)
    parts = [
        f'<article id="{name}">\n<header>\n<h{level}{language}>{escape(heading)}</h{level}>\n',
        _rendered(facts(brief)),
        f'<span class="Z3988" title="{escape(_context(brief))}"></span>\n</header>\n',
    ]
    told = sections(brief, article=article, level=level + 1, anchors=name)
    parts += [_section(section, level + 1, language) for section in told]
    return "".join([*parts, "</article>\n"])


def _section(section: Section, level: int, language: str) -> str:
    kind = section.title.lower().replace(" ", "-")
    body = _rendered(section.text, our_heads=kind == "key-figures")
    if section.quoted:
        body = f"<div{language}>\n{body}</div>\n"
    return f'<section class="{kind}">\n<h{level}>{section.title}</h{level}>\n{body}</section>\n'


def _language(brief: Brief) -> str:
    """Return the attributes of what is in the brief's language."""
    language = brief.language or ""
    if not _LANGUAGE.fullmatch(language):
        return ' dir="auto"'
    direction = "rtl" if language in _RIGHT_TO_LEFT else "ltr"
    return f' lang="{language}" dir="{direction}"'


def _context(brief: Brief) -> str:
    """Return the brief's article as a ContextObject (Z39.88-2004), which reference managers collect from a page."""
    values = [
        ("ctx_ver", "Z39.88-2004"),
        ("rft_val_fmt", "info:ofi/fmt:kev:mtx:dc"),
        ("rft.type", "newspaperArticle"),
        ("rft.title", brief.label),
        *(("rft.creator", author.name) for author in brief.authors),
        ("rft.source", brief.publisher),
        ("rft.date", (brief.published or "")[:10]),
        ("rft.identifier", brief.address),
        ("rft.language", brief.language),
    ]
    return urlencode([(name, value) for name, value in values if value], errors="replace")


# The frame of the page.


@cache
def _head_parts() -> tuple[str, str]:
    style = Path(__file__).with_name("page.css").read_text(encoding="utf-8")
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    before = (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta name="generator" content="{GENERATOR}">\n'
        '<meta name="color-scheme" content="light dark">\n<meta name="referrer" content="no-referrer">\n'
    )
    return before, f"<style>{style}</style>\n</head>\n<body>\n"


_FOOT = "</body>\n</html>\n"


def _head(title: str) -> str:
    before, after = _head_parts()
    return f"{before}<title>{escape(title)}</title>\n{after}"


# Markdown into HTML.


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    # HTML stays off; the anchors of our own Markdown are read by a rule that knows nothing else.
    parser = MarkdownIt("commonmark", {"html": False, "xhtmlOut": False}).enable("table")
    parser.inline.ruler.before("autolink", "anchor", _read_anchor)
    parser.add_render_rule("anchor", _write_anchor)
    return parser


def _read_anchor(state: StateInline, silent: bool) -> bool:
    found = ANCHOR.match(state.src, state.pos)
    if found is None:
        return False
    if not silent:
        token = state.push("anchor", "", 0)
        token.meta = {"id": found[1]}
    state.pos = found.end()
    return True


def _write_anchor(_renderer: object, tokens: Sequence[Token], index: int, _options: object, _env: object) -> str:
    name: str = tokens[index].meta["id"]
    paragraph = _PARAGRAPH.search(name)
    return f'<span id="{name}" data-p="{paragraph[1]}"></span>' if paragraph else f'<span id="{name}"></span>'


def _rendered(markdown: str, *, our_heads: bool = False) -> str:
    """Return Markdown of our own making as HTML; outside links say nothing of where they are followed from.

    With `our_heads` the head of a table is in English, whatever the language around it.
    """
    parser = _parser()
    tokens = parser.parse(markdown)
    for token in tokens:
        if token.type == "inline":
            _mark_links(token.children or [])
        elif our_heads and token.type == "th_open":
            token.attrs |= {"lang": "en", "dir": "ltr"}
    return str(parser.renderer.render(tokens, parser.options, {}))


def _mark_links(tokens: Sequence[Token]) -> None:
    for index, token in enumerate(tokens):
        if token.type != "link_open":
            continue
        address = str(token.attrs["href"])
        if address.startswith("#"):
            token.attrs["class"] = "place"
            continue
        token.attrs["rel"] = "noopener noreferrer"
        if plain(tokens[index + 1].content) == plain(address):
            token.attrs["class"] = "bare"  # shows its address already, so that print need not add it
