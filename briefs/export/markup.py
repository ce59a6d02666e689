"""Text put into Markdown so that it shows as itself: CommonMark with tables, and pandoc's and GitHub's additions.

Nothing in a text from outside is taken for markup, whatever reads the export. Work is linear in the text.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping

from briefs.text import squash

# Whatever may begin inline markup, HTML, an autolink, an entity, an attribute or a table cell; "R&D" stays as it is.
# A name after @ would be a citation, somebody's account, or an address of mail; a word after # a note taker's tag.
_INLINE = re.compile(r"[\\`*_\[\]|~^{}]|<(?=[/!?]|[^\W\d_])|&(?=#?\w+;)|@(?=\w)|(?<!\S)#(?=\w)")
# "$5" is an amount; a pair with something between them would be a formula.
_FORMULA = re.compile(r"\$(?=\S)[^$]*(?<=\S)\$")
# What begins a block only at the start of a line: heading, list, quotation, rule, fence, definition, numbered list.
_AT_START = re.compile(r"^(#{1,6}(?=\s|$|\.\s)|>|[-+=](?=[\s=-]|$)|:(?=[\s:-]|$)|\((?=[\w@]+\)(?:\s|$)))")
_NUMBERED = re.compile(r"^(\d{1,9}|[A-Za-z]|[ivxlcdmIVXLCDM]+)([.)])(?=\s|$)")
_BARE_LINK = re.compile(r"(?i)(?<![^\W_])(?:(https?|ftp|mailto)(:)|(www)(\.))")

_ADDRESS = re.compile(r"(?i)https?://[^\s<>]+")
_NOT_IN_ADDRESS = re.compile(r"[\\`|\"^{}\[\]\x00-\x20\x7f-\x9f]|&(?=#?\w+;)")
# What YAML 1.1 takes for a line's end or refuses; a JSON string may hold it as it is.
_NOT_IN_YAML = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")
# pandoc reads the values as Markdown: tags, code and links in them are escaped, and nothing that a title really holds.
_LIVE_IN_YAML = re.compile(r"[\\`]|<(?=[/!?]|[^\W\d_])|\](?=[(\[{:])")


def plain(text: str) -> str:
    """Return `text`, on one line, so that Markdown shows exactly it."""
    text = squash(text)
    formula = bool(_FORMULA.search(text))
    text = _INLINE.sub(r"\\\g<0>", text)
    if formula:
        text = text.replace("$", "\\$")
    text = _BARE_LINK.sub(lambda m: f"{m[1] or m[3]}\\{m[2] or m[4]}", text)
    text = _NUMBERED.sub(r"\1\\\2", text)
    return _AT_START.sub(r"\\\1", text)


def link(text: str, url: str) -> str:
    """Return a link to an http(s) address; other schemes are shown as text only."""
    if not _ADDRESS.fullmatch(url):
        return plain(text)
    # A backtick would begin code and a bar a cell before the link is seen; an address may hold them as octets.
    safe = _NOT_IN_ADDRESS.sub(lambda m: "&amp;" if m[0] == "&" else f"%{ord(m[0]):02X}", url)
    return f"[{plain(text)}](<{safe}>)"


def anchor(name: str) -> str:
    """Return the place that `[...](#name)` leads to; `name` is ours: ASCII letters, digits and hyphens.

    A span, for pandoc carries it into every format, and GitHub and its like keep it.
    """
    return f'<span id="{name}"></span>'


ANCHOR = re.compile(r'<span id="([a-z0-9-]+)"></span>')


def _inert(value: str) -> str:
    return _LIVE_IN_YAML.sub(r"\\\g<0>", squash(value))


def front_matter(values: Mapping[str, str | list[str] | None]) -> list[str]:
    """Return the lines of a YAML block, a value each on one line; what is empty is left out."""
    lines = ["---"]
    for name, value in values.items():
        if value:
            value = [_inert(each) for each in value] if isinstance(value, list) else _inert(value)
            # A JSON string is a YAML string too, so the standard library quotes for us.
            text = json.dumps(value, ensure_ascii=False)
            lines.append(f"{name}: {_NOT_IN_YAML.sub(lambda m: f'{chr(92)}u{ord(m[0]):04x}', text)}")
    return [*lines, "---"]


def table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> Iterator[str]:
    """Yield the lines of a table; the cells are Markdown already."""
    names = list(head)
    yield "| " + " | ".join(names) + " |"
    yield "| " + " | ".join("---" for _ in names) + " |"
    for row in rows:
        yield "| " + " | ".join(row) + " |"
