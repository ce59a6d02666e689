"""Web pages: which blocks are the article's, what the page says about itself, and the visible lines around the story.

trafilatura (Barbaresi, ACL 2021) chooses the body; its choice is laid over our own walk of the page, which keeps
headings, links and the lines above and below, and takes back paragraphs that stand between chosen ones.
"""

from __future__ import annotations

import logging
import re
from html import unescape

from lxml import etree  # type: ignore[import-untyped]  # lxml ships no types

from briefs.errors import SourceError
from briefs.extract.page.furniture import role_of
from briefs.model import Article, Block, Candidate, Evidence, Field, Link, Original
from briefs.readers.bounds import check_length, check_markup
from briefs.readers.decoding import decode
from briefs.readers.metadata import Metadata, metadata_of
from briefs.readers.page import Row, parse, rows_of
from briefs.readers.plain import article_of
from briefs.text import sanitise

_LARGE = 1_500_000  # characters of markup above which trafilatura's passes take too long; our own choice does then
_SHINGLE = 5
_OUTSIDE = frozenset(
    {"navigation", "related", "comments", "share", "newsletter", "advert", "cookie", "footer", "tags", "bio", "print"}
)
_NO_STORY = _OUTSIDE | {"aside", "caption", "figure", "form", "byline", "date", "share"}
_SENTENCE = 20  # characters
_END = re.compile(r"[.!?…:;。！？।؟][\"'”’»)\]]*$")


def read_html(original: Original) -> tuple[Article, ...]:
    """Return the article on a web page. Raises SourceError where it shows no text, or more than any article has."""
    text = decode(original.data, markup=True)
    check_markup(text)
    tree = parse(text)
    address = original.address if original.address and re.match(r"https?://", original.address) else None
    metadata = metadata_of(tree, address) if tree is not None else Metadata()
    rows = rows_of(tree, metadata.canonical or address or _base(tree)) if tree is not None else []
    if not rows:
        return (_without_markup(text, address),)
    check_length(sum(len(row.text) for row in rows))
    chosen = _chosen(rows, text, metadata)
    return (_article(rows, chosen, metadata, metadata.canonical or address),)


_TAG = re.compile(r"<(?:script|style)\b[^<]{0,20000}|<[^<>]{0,2000}>", re.IGNORECASE)


def _without_markup(text: str, address: str | None) -> Article:
    """Return what is left of a page without its tags, where no parser finds its text (nesting without end, say)."""
    plain = re.sub(r"\n\s*", "\n", sanitise(unescape(_TAG.sub("\n", text))))
    check_length(len(plain))
    if sum(c.isalpha() for c in plain[:100_000]) < 20:
        raise SourceError("The page shows no text; open it in a browser and save what is shown.")
    return article_of(plain, address)


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
        near = first - 60 <= index <= last + 12
        if not near or len(row.text) > 300 or row.hints & {"related", "comments", "navigation", "footer"}:
            continue
        if "byline" in row.hints and "bio" not in row.hints:
            add("author", row, "byline")
        for start, end in row.signed:
            text = row.text[start:end]
            found.append(
                Candidate("author", text, "byline", Evidence("source", row.start + start, row.start + end, text))
            )
        if row.moment:
            found.append(Candidate("published", row.moment, "time", Evidence("source", row.start, row.end, row.text)))
        elif "date" in row.hints:
            add("published", row, "date")
    return found


def _chosen(rows: list[Row], text: str, metadata: Metadata) -> list[bool]:
    """Return for each row whether it is of the article's body; all False where nobody knows."""
    extracted = _extracted(text) if len(text) <= _LARGE else ""
    mine = _marked(rows, extracted)
    if metadata.body:
        told = _marked(rows, metadata.body)
        mine = [a or b for a, b in zip(mine, told, strict=True)] if _agree(rows, mine, told) else mine
    weight = sum(len(r.text) for r, body in zip(rows, mine, strict=True) if body)
    if weight < 250:
        return [False] * len(rows)
    return _filled(rows, mine)


def _extracted(text: str) -> str:
    """Return the body as trafilatura chooses it."""
    import trafilatura

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    try:
        return trafilatura.extract(text, favor_precision=True, include_comments=False, include_tables=True) or ""
    except (ValueError, TypeError, AttributeError, RecursionError, etree.LxmlError):
        return ""  # a page that breaks it is left to our own choice


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


def _marked(rows: list[Row], body: str) -> list[bool]:
    """Return for each row whether its words stand in `body`."""
    lines = [_words(line) for line in body.split("\n")]
    whole = {" ".join(words) for words in lines}
    shingles = {tuple(words[i : i + _SHINGLE]) for words in lines for i in range(len(words) - _SHINGLE + 1)}
    marked: list[bool] = []
    for row in rows:
        words = _words(row.text)
        if not words:
            marked.append(False)
        elif len(words) < _SHINGLE + 3:
            marked.append(" ".join(words) in whole)
        else:
            own = [tuple(words[i : i + _SHINGLE]) for i in range(len(words) - _SHINGLE + 1)]
            marked.append(sum(s in shingles for s in own) >= 0.7 * len(own))
    return marked


def _agree(rows: list[Row], mine: list[bool], told: list[bool]) -> bool:
    """Whether the text that the metadata repeats is of the article that was chosen (and no other one's)."""
    both = sum(len(r.text) for r, a, b in zip(rows, mine, told, strict=True) if a and b)
    own = sum(len(r.text) for r, a in zip(rows, mine, strict=True) if a)
    return own == 0 or both > 0.5 * own


def _filled(rows: list[Row], mine: list[bool]) -> list[bool]:
    """Return the choice with repeated rows taken once, and with what stands between chosen paragraphs taken back."""
    weights = [len(r.text) if body and not r.hints & _OUTSIDE else 0 for r, body in zip(rows, mine, strict=True)]
    total = sum(weights)
    if total == 0:
        weights = [len(r.text) if body else 0 for r, body in zip(rows, mine, strict=True)]
        total = sum(weights)
    parents: dict[int, int] = {}
    for row, weight in zip(rows, weights, strict=True):
        parents[row.parent] = parents.get(row.parent, 0) + weight
    inside = [i for i, w in enumerate(weights) if w]
    first, last = inside[0], inside[-1]
    result = [a or b for a, b in zip(mine, _listed(rows, first, last), strict=True)]
    seen: set[str] = set()
    for index, row in enumerate(rows):
        if result[index]:
            key = " ".join(_words(row.text))
            if len(key) > 30 and key in seen:
                result[index] = False
            seen.add(key)
        elif first < index < last and _belongs(row, parents, total):
            result[index] = True
    for index in _lead(rows, first):
        result[index] = True
    index = last + 1
    while index < len(rows) and _belongs(rows[index], parents, total) and not role_of(rows[index].text):
        result[index] = rows[index].kind != "heading"
        index += 1
    return result


def _listed(rows: list[Row], first: int, last: int) -> list[bool]:
    """Return which rows are items of lists within the story: of sentences, most of them, and no links."""
    items: dict[int, list[int]] = {}
    for index in range(first + 1, last):
        if rows[index].kind == "list":
            items.setdefault(rows[index].parent, []).append(index)
    found = [False] * len(rows)
    for indices in items.values():
        plain = all(not rows[i].hints & _NO_STORY and rows[i].linked < 0.3 for i in indices)
        ended = sum(bool(_END.search(rows[i].text)) and len(rows[i].text) > _SENTENCE for i in indices)
        if plain and 2 * ended >= len(indices):
            for index in indices:
                found[index] = True
    return found


def _lead(rows: list[Row], first: int) -> list[int]:
    """Return the paragraphs between byline and first chosen row: a lead that is set in a box of its own.

    What stands above the byline announces the story and is not of it.
    """
    found: list[int] = []
    signed = False
    for index in range(first - 1, max(-1, first - 15), -1):
        row = rows[index]
        role = role_of(row.text)
        if row.kind == "heading" and row.level == 1:
            break
        if role in {"byline", "date"} or row.hints & {"byline", "date"}:
            signed = True
            break
        ended = len(row.text) > 60 and _END.search(row.text) and row.linked < 0.3 and row.kind == "paragraph"
        if ended and not role and not row.hints & (_OUTSIDE | {"aside", "caption", "figure", "form"}):
            found.append(index)
    return found if signed else []


def _belongs(row: Row, parents: dict[int, int], total: int) -> bool:
    """Whether a row beside chosen ones is of the story: prose or a subheading in the box of chosen paragraphs."""
    if row.hints & _NO_STORY or row.linked > 0.6:
        return False
    if parents.get(row.parent, 0) < 0.15 * total:
        return False
    if row.kind == "heading":
        return row.level > 1 and row.linked == 0
    return row.kind in {"paragraph", "list"} and len(row.text) > 40 and bool(_END.search(row.text))
