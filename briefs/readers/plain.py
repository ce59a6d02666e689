"""Plain text: paragraphs as they stand, wrapped lines joined, and the marks of text browsers taken for what they mean.

A text file is often a whole page that a tool wrote out: list bullets (`*`, `+`, `o`), indentation for nesting, `# ` for
headings, `**` around bold words. Those are forms, not text; indentation stays, for it tells columns from the story.
"""

from __future__ import annotations

import itertools
import re

from msgspec import Struct

from briefs.errors import SourceError
from briefs.extract.page.dates import find_dates
from briefs.model import Article, Block, BlockKind, Link, Original
from briefs.readers.bounds import check_length
from briefs.readers.decoding import decode
from briefs.text import sanitise

_BULLET = re.compile(r"(\s*)(?:[*+•▪◦‣·●–-]|o(?=\s+[A-Z0-9])|\d{1,2}[.)])\s+(?=\S)")
_HEADING = re.compile(r"\s*(#{1,6})\s+(?=\S)")
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+\-.!>|])|(?<!\S)_{2,}(?!\S)")
_QUOTED = re.compile(r"^\s{0,80}(?:>\s?){1,9}")
_RULE = re.compile(r"\s*(?:[-*_=~#•·]\s?){3,}\s*")
_UNDERLINE = re.compile(r"(?:={4,}|-{4,})\s*")
_EMPHASIS = re.compile(
    r"(?<![\w*])(\*\*|__)(?=[^\s*_])([^*_\n]{1,400}?)(?<=[^\s*_])\s?\1(?![\w*])|(\*\*)([^*\n]{1,400}?)\3"
)
_LIGHT_EMPHASIS = re.compile(r"(?<![\w*_])([*_])(?=[^\s*_])([^*_\n]{1,400}?)(?<=[^\s*_])\1(?![\w*_])")
_URL = re.compile(r"https?://[^\s<>\"'\])}|]{3,2000}")
_URL_ALONE = re.compile(r"<?(https?://[^\s/<>]{3,200}\.[^\s<>]{2,2000})>?")
_ADDRESS_LINE = re.compile(
    r"\s*(?:url|link|source url|address|original|permalink)\s*:\s*(https?://\S{4,2000})\s*", re.IGNORECASE
)

# Style sheets and scripts that scraping left in the text, also glued to a real line.
_STYLE_START = re.compile(
    r"(?:@(?:media|import|font-face|supports|keyframes|charset)\b[^{}\n]{0,300}|"
    r"[.#][A-Za-z][\w-]{0,60}(?:[.#:\s>,][^{}()\n]{0,200})?|"
    r"\b[a-z]{1,10}(?:[.#:][\w-]{1,60}){1,6}[^{}()\n]{0,200})\s?\{"
)
_SCRIPT = re.compile(
    r"\b(?:var|let|const)\s[\w$]{1,60}\s?=\s?[^\n]{0,2000};|\(function\s?\([^\n]{0,4000}\}\)\(?[^\n]{0,200}\);?"
    r"|\b(?:window|document|googletag|dataLayer|\w{1,30}\.push)\s?[.(\[][^\n]{0,2000}\);|<!--[^\n]{0,2000}-->|"
    r"<script\b[^\n]{0,4000}</script>"
)


class _Piece(Struct):
    """A paragraph, list item or heading being built: its text and how deep it was indented."""

    text: str
    kind: BlockKind = "paragraph"
    level: int = 0
    indent: int = 0
    gap: bool = False  # an empty line stood before it


def read_plain(original: Original) -> tuple[Article, ...]:
    """Return the article in a text file. Raises SourceError where no text is in it, or more than any article has."""
    text = decode(original.data)
    check_length(len(text))
    text = sanitise(text)
    if not text.strip():
        raise SourceError("It is empty; save the article again.")
    return (article_of(text, original.address),)


def article_of(text: str, address: str | None = None) -> Article:
    """Return the article that sanitised `text` holds, with the structure that its lines show."""
    pieces = _joined(_pieces(text))
    source: list[str] = []
    blocks: list[Block] = []
    links: list[Link] = []
    length = 0
    own = _own_address(address)
    for piece in pieces:
        if piece.gap and source:
            source.append("")
            length += 1
        start = length + piece.indent
        blocks.append(Block(piece.kind, start, start + len(piece.text), piece.level))
        links += [
            Link(start + m.start(), start + m.start() + len(url), url)
            for m in _URL.finditer(piece.text)
            if (url := m.group().rstrip(".,;:!?…”’"))
        ]
        stated = _ADDRESS_LINE.fullmatch(piece.text) or (_URL_ALONE.fullmatch(piece.text) if len(blocks) <= 2 else None)
        if stated and own is None:
            own = stated[1]
        source.append(" " * piece.indent + piece.text)
        length = start + len(piece.text) + 1
    return Article("\n".join(source), tuple(blocks), tuple(links), address=own)


def _own_address(address: str | None) -> str | None:
    return address if address and re.match(r"https?://", address) else None


def _pieces(text: str) -> list[_Piece]:
    """Return one piece per line that says something."""
    marked = _uses_emphasis(text)
    pieces: list[_Piece] = []
    gap = False
    lines = text.split("\n")
    for number, line in enumerate(lines):
        if not line.strip():
            gap = True
            continue
        if _UNDERLINE.fullmatch(line) and pieces and not gap and len(pieces[-1].text) < 200:
            pieces[-1].kind, pieces[-1].level = "heading", 1 if line[0] == "=" else 2
            continue
        if _RULE.fullmatch(line):
            gap = True
            continue
        kind: BlockKind = "paragraph"
        level = 0
        content = _QUOTED.sub("", without_code(line))
        heading = _HEADING.match(content)
        bullet = None if heading else _BULLET.match(content)
        indent = len(content) - len(content.lstrip())
        if heading:
            kind, level = "heading", len(heading[1])
            content = content[heading.end() :]
        elif bullet and _lists(content, bullet, pieces, lines[number + 1] if number + 1 < len(lines) else ""):
            kind = "list"
            content = content[bullet.end() :]
            indent = bullet.end()
            if heading := _HEADING.match(content):
                kind, level = "heading", len(heading[1])
                content = content[heading.end() :]
        content = _ESCAPE.sub(lambda m: m[1] or "", content).strip()
        if marked or heading:
            content = without_emphasis(content)
        if content and (len(content) > 1 or content.isalnum()) and not re.fullmatch(r"[*+•·|\-–]+", content):
            pieces.append(_Piece(content, kind, level, indent, gap))
            gap = False
    return pieces


def _lists(line: str, bullet: re.Match[str], before: list[_Piece], following: str) -> bool:
    """Whether a mark at the start of a line makes it a list item: no date ("3. Mai 2024"), no dialogue's dash."""
    mark = bullet.group().strip()
    if mark[0].isdigit():
        dates = find_dates(line[:60], limit=1)
        return not (dates and dates[0].start <= bullet.start() + len(bullet[1]))
    if mark in {"-", "–"}:
        return (bool(before) and before[-1].kind == "list") or following.lstrip().startswith(mark + " ")
    return True


def _uses_emphasis(text: str) -> bool:
    """Whether the text was written out by a tool (or a person) that marks bold words with asterisks."""
    return "**" in text or "__" in text or bool(re.search(r"(?m)^\s{0,40}#{1,6} \S", text))


def without_emphasis(line: str) -> str:
    """Return `line` without the asterisks and underscores around emphasised words."""
    line = re.sub(r"(?<=\w)\*\*(?=[A-Z][\w ]{1,40}:)", " **", line)  # a credit glued to its caption
    line = _EMPHASIS.sub(lambda m: m[2] or m[4] or "", line)
    line = _LIGHT_EMPHASIS.sub(r"\2", line)
    return line.replace("**", "") if line.count("**") % 2 == 0 or line.startswith("**") else line


def without_code(line: str) -> str:
    """Return `line` without style rules and scripts that scraping glued to it."""
    start = _style_start(line)
    if start is not None:
        head, tail = line[:start], line[start:]
        end = tail.rfind("}") + 1
        depth = tail.count("{") - tail.count("}")
        line = head + (" " + tail[end:] if end and depth <= 0 else "" if depth > 0 else tail)
    if ");" in line or "};" in line or "-->" in line or "</script>" in line:
        line = _SCRIPT.sub(" ", line)
    return line


def _style_start(line: str) -> int | None:
    """Return where the selector of the first style rule in `line` begins: looked for right before a brace."""
    brace = line.find("{")
    for _ in range(20):
        if brace < 0:
            return None
        base = max(0, brace - 400)
        found = _STYLE_START.search(line[base : brace + 1])
        if found:
            return base + found.start()
        brace = line.find("{", brace + 1)
    return None


def _joined(pieces: list[_Piece]) -> list[_Piece]:
    """Return the pieces with hard-wrapped lines joined, where the text is wrapped at a column."""
    if not _wrapped(pieces):
        return pieces
    joined: list[_Piece] = []
    width = _width(pieces)
    previous = 0
    for piece in pieces:
        last = joined[-1] if joined else None
        if (
            last
            and not piece.gap
            and last.kind != "heading"
            and piece.kind == "paragraph"
            and previous + len(piece.text.split(" ", 1)[0]) + 1 > width * 0.9
        ):
            previous = len(piece.text)
            last.text = f"{last.text} {piece.text}"
        else:
            previous = len(piece.text)
            joined.append(piece)
    return joined


def _width(pieces: list[_Piece]) -> int:
    lengths = sorted(len(p.text) for p in pieces)
    return lengths[int(len(lengths) * 0.9)]


def _wrapped(pieces: list[_Piece]) -> bool:
    """Whether the lines are cut at a column: many, near the same length, most going on in the middle of a sentence."""
    if len(pieces) < 6:
        return False
    width = _width(pieces)
    longest = max(len(p.text) for p in pieces)
    if not 40 <= width <= 130 or longest > width * 1.3:
        return False
    running = sum(
        1
        for a, b in itertools.pairwise(pieces)
        if not b.gap and len(a.text) > width * 0.7 and a.text[-1] not in ".!?:”\"'" and b.text[0].islower()
    )
    return running * 4 > len(pieces)
