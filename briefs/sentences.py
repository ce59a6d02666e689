"""Text cut into sentences and tokens that keep their offsets: code points of the text, which is sanitised already."""

from __future__ import annotations

import re
from collections.abc import Iterator
from sys import intern

from msgspec import Struct

from briefs.text import Span


class Token(Struct, frozen=True, gc=False):
    """A word, number or single mark with its place. Long texts have millions: small, and no work for the collector."""

    start: int
    end: int
    text: str


# Full stops that nupunkt does not know: CJK, Arabic, Devanagari. Closing quotes and brackets belong to the sentence.
_FOREIGN_END = re.compile("[。！？؟।॥｡]+[”’」』）》\"')\\]]*")
_STOP = re.compile(r"[.!?]")
# Vowel signs and other marks that are no letters to a regular expression: Devanagari, Bengali, Thai, Arabic.
_MARKS = "\u0900-\u0903\u093a-\u094f\u0981-\u0983\u09bc-\u09cd\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u064b-\u0652"
_TOKEN = re.compile(
    rf"""
      (?:[A-Za-z]\.){{2,}}(?:-[a-z]+)?                  # U.S., e.g., U.S.-based
    | \d+(?:[.,:]\d+)*                                  # 1,000.5  07:38  2.04
    | [^\W\d_]+(?:[{_MARKS}]+[^\W\d_]*)*(?:(?:[’'&.\-‑]|\.-)[^\W_]+)*  # words: Sung-mok, R&D, o’clock, Yahoo.com
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
        if _within_brackets(line, start, match.start()):
            continue  # 「…。…」と述べた is one sentence
        yield from _western(line, start, match.end())
        start = match.end()
    if start < len(line):
        yield from _western(line, start, len(line))


_LONGEST_SPEECH = 400  # characters of a quotation in which a full stop ends no sentence


def _within_brackets(line: str, start: int, place: int) -> bool:
    """Return whether a stop stands in 「」 or 『』 that close later on the line."""
    opened = line.rfind("「", max(start, place - _LONGEST_SPEECH), place)
    if opened < 0 or line.find("」", opened, place) >= 0:
        return False
    closed = line.find("」", place + 1, place + _LONGEST_SPEECH)
    return closed > place + 1 or line.startswith("」と", place + 1)


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
    return [Token(m.start(), m.end(), intern(m.group())) for m in _TOKEN.finditer(text)]
