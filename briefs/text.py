"""Plain text: made safe at the door, and put into the forms in which it is compared.

Offsets are code points of the sanitised text. `sanitise` is the only way in for text from outside; `displayable` does
the same once more at the screen, keeping the length.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import NamedTuple


class Span(NamedTuple):
    """A half-open range of code points."""

    start: int
    end: int


_JOINERS = re.compile("[\u200c\u200d]+")
_ACCENTS = re.compile("[\u0300-\u036f]+")


# What takes long to compile is compiled when it is first asked for: a reader of plain titles never does.


@cache
def _unsafe() -> re.Pattern[str]:
    """Return what must not stay: no character of it counts as printable.

    C0 and C1 controls but newline; bidirectional marks, overrides and isolates; tags; lone surrogates; the rest that no
    reader sees. Zero-width (non-)joiners are judged by their neighbours below.
    """
    return re.compile(
        "[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb\u200b\u2060"
        "\u00ad\U000e0000-\U000e007f\ud800-\udfff]"
    )


@cache
def _line_ends() -> re.Pattern[str]:
    return re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")


@cache
def _spaces() -> re.Pattern[str]:
    return re.compile("[\t\u1680\u2000-\u2006\u2008-\u200a\u205f]")


def sanitise(text: str) -> str:
    r"""Return `text` in NFC without anything that could drive a terminal or hide: lines end in `\n`, tabs are spaces.

    Idempotent. Zero-width joiners stay between letters, marks or symbols (Indic scripts, Persian, emoji).
    """
    if text.isascii() and text.isprintable():
        return text
    text = _spaces().sub(" ", _line_ends().sub("\n", text))
    text = _JOINERS.sub(_joiner, _unsafe().sub("", text))
    return unicodedata.normalize("NFC", _PILES.sub(_flattened, text))


def _joiner(match: re.Match[str]) -> str:
    start, end = match.span()
    if start > 0 and end < len(match.string):
        sides = unicodedata.category(match.string[start - 1]) + unicodedata.category(match.string[end])
        if all(c in "LMS" for c in sides[::2]):
            return match.group()[0]
    return ""


# No script piles up more marks than this on a letter, and normalising takes the square of the height of a pile: this is
# the bound of Unicode's stream-safe text format (UAX 15).
_MARKS = 30
_PILES = re.compile(r"[^\w\s\x00-\x7f]{16,}")  # no mark decomposes into more than two


def _flattened(match: re.Match[str]) -> str:
    kept: list[str] = []
    height = 0
    for character in match.group():
        decomposed = unicodedata.normalize("NFD", character)
        height = height + len(decomposed) if unicodedata.combining(decomposed[0]) else 0
        if height <= _MARKS:
            kept.append(character)
    return "".join(kept)


def displayable(text: str) -> str:
    """Return `text` of the same length with every character that a terminal could obey replaced by U+FFFD."""
    return text if text.isprintable() else _unsafe().sub("\ufffd", text)


def squash(text: str) -> str:
    """Return `text` on one line, with single spaces."""
    return " ".join(text.split())


@cache
def _unspaced() -> re.Pattern[str]:
    """Return the characters of scripts that put no space between words."""
    return re.compile("[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff\u0e00-\u0eff]")


def count_words(text: str) -> int:
    """Return the number of words of `text`; two characters make one where no spaces do, near enough for a reader."""
    unspaced = 0
    try:
        text.encode("cp1252")  # most text of Western scripts, told in no time
    except UnicodeEncodeError:
        text, unspaced = _unspaced().subn(" ", text)
    return len(re.findall(r"\w\S*", text)) + (unspaced + 1) // 2


def lowered(text: str) -> str:
    """Return `text` in small letters, one for each character, and those one that patterns blind to case take for one.

    "İ" would become two characters, and to such a pattern "i" is "İ" and "ı" as well, and "s" the long one.
    """
    return text.replace("İ", "i").lower().replace("ı", "i").replace("ſ", "s")


def fold(text: str) -> str:
    """Return `text` for comparison: compatibility forms unified, case and accents folded, apostrophes straight.

    Only the accents of European scripts go; the marks of other scripts are letters of theirs.
    """
    if text.isascii():
        return squash(text.casefold())
    text = _PILES.sub(_flattened, text)
    decomposed = unicodedata.normalize("NFKD", text.replace("’", "'").casefold())
    decomposed = unicodedata.normalize("NFKD", decomposed.casefold())  # some compatibility forms are capitals
    return squash(unicodedata.normalize("NFC", _ACCENTS.sub("", decomposed)))


def slug(text: str) -> str:
    """Return `text` as a part of a key or file name: lower-case letters and digits of any script, single hyphens."""
    return re.sub(r"[\W_]+", "-", fold(text)).strip("-")
