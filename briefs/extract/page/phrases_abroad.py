"""What sites in other languages print around their stories: a table of phrases, looked up by how a line begins.

A line of any language is asked, so the look-up takes the same short time however many phrases there are.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from briefs.tables.files import table_lines

Furniture = Literal["related", "comments", "newsletter", "legal", "share", "advert", "navigation"]

# The headings of the table, the longest line in words that each is read in, and what such a line is.
_KINDS: dict[str, tuple[int, Furniture]] = {
    "related": (12, "related"), "comments": (8, "comments"), "newsletter": (26, "newsletter"), "legal": (60, "legal"),
    "share": (6, "share"), "advert": (3, "advert"), "home": (12, "navigation"), "section": (3, "navigation"),
}  # fmt: skip
_OPENING = frozenset(("newsletter", "legal", "share"))  # what a phrase only opens
_KEY = 2  # characters of a phrase that find it
_MARKS = " \t*_#>»«|·•–—-→▶◆■◇●▼[【(（"
_POINTS = (":", "：", " :", " »", " >", "»", ">", "】", "]", " →", "|")
_LONGEST = 400  # characters
_PARTS = re.compile("[|/>›»·＞→]")
_MOST_PARTS, _PART = 6, 40


@lru_cache(maxsize=1)
def _phrases() -> dict[str, tuple[tuple[str, str], ...]]:
    """Return phrases with what each is, longest first, by their first characters."""
    found: dict[str, list[tuple[str, str]]] = {}
    role = ""
    for line in table_lines("languages/page_lines.txt"):
        if line.startswith("["):
            role = line.strip("[]")
        else:
            for phrase in line.split("|"):
                found.setdefault(phrase.casefold()[:_KEY], []).append((phrase.casefold(), role))
    return {key: tuple(sorted(rows, key=lambda row: (-len(row[0]), row))) for key, rows in found.items()}


def role_abroad(text: str) -> Furniture | None:
    """Return what furniture of a page in another language the line `text` is, or None where it may be the story's."""
    begin = text[:200].lstrip(_MARKS)
    start = begin.casefold()
    for phrase, role in _phrases().get(start[:_KEY], ()):
        if not start.startswith(phrase):
            continue
        rest = start[len(phrase) :]
        if rest[:1].isalnum() and phrase[-1].isascii() and rest[:1].isascii():
            continue  # "homeowners"
        longest, kind = _KINDS[role]
        whole = not any(c.isalpha() for c in rest)
        pointed = role == "related" and rest.startswith(_POINTS)
        led = role in _OPENING or (role == "home" and _is_path(begin))
        if (whole or pointed or led) and len(text) <= _LONGEST and (pointed or len(text.split()) <= longest):
            return kind
    return None


def is_head_abroad(text: str) -> bool:
    """Whether `text` heads a box of links or comments: after it a page has left its story."""
    return ":" not in text and "：" not in text and role_abroad(text) in ("related", "comments")


def _is_path(text: str) -> bool:
    """Whether `text` is the path to a page: "Startseite | Wirtschaft | Unternehmen"."""
    parts = _PARTS.split(text)
    return 1 < len(parts) <= _MOST_PARTS and all(len(part) <= _PART for part in parts)
