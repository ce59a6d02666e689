"""Plain text: made safe at the door, then cut into sentences and tokens that keep their offsets.

Offsets are code points of the sanitised text. `sanitise` is the only way in for text from outside; `displayable` does
the same once more at the screen, keeping the length.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from sys import intern
from typing import NamedTuple


class Span(NamedTuple):
    """A half-open range of code points."""

    start: int
    end: int


class Token(NamedTuple):
    """A word, number or single mark with its place."""

    start: int
    end: int
    text: str


# C0 and C1 controls but newline; bidirectional marks, overrides and isolates; tags; lone surrogates; the rest that no
# reader sees. Zero-width (non-)joiners are judged by their neighbours below.
_UNSAFE = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb\u200b\u2060\u00ad"
    "\U000e0000-\U000e007f\ud800-\udfff]"
)
_JOINERS = re.compile("[\u200c\u200d]+")
_LINE_ENDS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_ACCENTS = re.compile("[\u0300-\u036f]+")
_SPACES = re.compile("[\t\u1680\u2000-\u2006\u2008-\u200a\u205f]")


def sanitise(text: str) -> str:
    r"""Return `text` in NFC without anything that could drive a terminal or hide: lines end in `\n`, tabs are spaces.

    Idempotent. Zero-width joiners stay between letters, marks or symbols (Indic scripts, Persian, emoji).
    """
    if text.isascii() and text.isprintable():
        return text
    text = _SPACES.sub(" ", _LINE_ENDS.sub("\n", text))
    text = _JOINERS.sub(_joiner, _UNSAFE.sub("", text))
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
    return _UNSAFE.sub("\ufffd", text)


# Full stops that nupunkt does not know: CJK, Arabic, Devanagari. Closing quotes and brackets belong to the sentence.
_FOREIGN_END = re.compile("[。！？؟।॥｡]+[”’」』）》\"')\\]]*")
_STOP = re.compile(r"[.!?]")
_TOKEN = re.compile(
    r"""
      (?:[A-Za-z]\.){2,}                                # U.S., e.g.
    | \d+(?:[.,:]\d+)*                                  # 1,000.5  07:38  2.04
    | [^\W\d_]+(?:[’'&.\-‑][^\W_]+)*                    # words: Sung-mok, R&D, o’clock, Yahoo.com
    | \w+
    | [^\w\s]                                           # any single mark
    """,
    re.VERBOSE,
)


def sentences(text: str) -> list[Span]:
    """Return the sentences of `text`, without the white space around them. A newline always ends a sentence."""
    spans: list[Span] = []
    for line in re.finditer(r"[^\n]+", text):
        base, content = line.start(), line.group()
        for start, end in _sentences_of_line(content):
            left = len(content[start:end]) - len(content[start:end].lstrip())
            right = len(content[start:end].rstrip())
            if right > left:
                spans.append(Span(base + start + left, base + start + right))
    return spans


def _sentences_of_line(line: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in _FOREIGN_END.finditer(line):
        yield from _western(line, start, match.end())
        start = match.end()
    if start < len(line):
        yield from _western(line, start, len(line))


# nupunkt takes the square of the length where many stops stand together, so it sees a window at a time. A sentence is
# accepted when enough follows it to decide where it ends; one that fills a window is none, and is cut between words.
_WINDOW = 4000  # characters
_MARGIN = 200


def _western(line: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the sentences between two places of a line, as a reader of Latin script cuts them."""
    for first, last in _joined(line, _by_nupunkt(line, start, end)):
        for stop in _PLAIN_STOP.finditer(line, first, last):
            if stop.group(1) not in _ABBREVIATIONS:
                yield first, stop.end()
                first = stop.end()
        yield first, last


# 'Norfjell hf. ("Norfjell"), a ferry line, said': what stands in brackets goes on with the sentence.
_GOES_ON = re.compile(r"\s*\([^()\n]{1,80}\)(?:,| [a-z])")


def _joined(line: str, spans: Iterator[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield the spans, those that go on with the one before joined to it."""
    held: tuple[int, int] | None = None
    for first, last in spans:
        if held is not None and _GOES_ON.match(line, first, last):
            held = (held[0], last)
            continue
        if held is not None:
            yield held
        held = (first, last)
    if held is not None:
        yield held


# nupunkt takes hundreds of plain words for abbreviations (bank., month., per cent.), for legal papers shorten them.
_PLAIN_STOP = re.compile(r"""(?<![^\s“"‘'(-])([a-z]{3,})[.][”"’')]*(?=\s+[“"‘(]?[A-Z])""")
_ABBREVIATIONS = frozenset({
    "approx", "assn", "avg", "capt", "corp", "dept", "dist", "eds", "est", "excl", "ext", "feat", "fig", "figs", "gen",
    "gov", "govt", "incl", "prof", "rep", "resp", "sen", "sgt", "tel", "viz", "vol", "vols",
})  # fmt: skip


def _by_nupunkt(line: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    if not _STOP.search(line, start, end):
        yield start, end
        return
    import nupunkt  # 0.1 s, and only a conversion needs it

    while end - start > _WINDOW:
        window = line[start : start + _WINDOW]
        spans = [span for span in nupunkt.sent_spans(window)[:-1] if span[1] <= _WINDOW - _MARGIN]
        for first, last in spans:
            yield start + first, start + last
        if spans:
            start += spans[-1][1]
        else:
            cut = window.rfind(" ", 1) if " " in window[1:] else _WINDOW
            yield start, start + cut
            start += cut
    for first, last in nupunkt.sent_spans(line[start:end]):
        yield start + first, start + last


def tokens(text: str) -> list[Token]:
    """Return the words, numbers and marks of `text` in order."""
    new = tuple.__new__  # half the cost of the record's own, and a long text has a million tokens of few words
    return [new(Token, (m.start(), m.end(), intern(m.group()))) for m in _TOKEN.finditer(text)]


def squash(text: str) -> str:
    """Return `text` on one line, with single spaces."""
    return " ".join(text.split())


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
