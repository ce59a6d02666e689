"""The sentences that may go into a summary: those of the paragraphs, and list items that are whole sentences."""

from __future__ import annotations

import re
from bisect import bisect_right

from msgspec import Struct

from briefs.extract.document import Passage
from briefs.extract.leaning import WORD
from briefs.extract.terms import terms_in, unspaced_words
from briefs.extract.wordlist import words
from briefs.text import Span

_LONGEST_SENTENCE = 75  # words; longer ones only where there is nothing else
_CUT_AFTER, _LONGEST_CUT = 60, 600  # words and characters of what is kept of a longer one
_SHORTEST_SENTENCE = 6
_SHORTEST_ITEM = 12  # words of a list item that is a sentence: news told in points
_FEWEST = 3  # sentences; where the paragraphs hold fewer, lists, headings, captions and tables are asked too
_MOST_CUT = 7  # sentences that are taken however long or short they are, where there is nothing else

# Words by which a sentence says that its fact is one to know.
_CUE_WORDS = words(
    """
    only first largest biggest highest lowest record most least worst best fastest smallest oldest longest never main
    key major second third fourth fifth sixth seventh eighth ninth tenth last final finally unprecedented landmark
    leading fewest nearly
    """
)

_ADDRESS = re.compile(r"https?://|\bwww\.")  # a sentence with one refers, and tells little
_ENDS = re.compile(r"[.!?…][”\"’')]*\s*\Z")
_SMALL = 3  # letters of a word that says little in another language
_UNSPACED = "\u2e80"  # from here on a character is a syllable or word


class Candidate(Struct):
    """A sentence that may go into the summary."""

    index: int  # among the candidates, in the order of the article
    span: Span
    words: int
    terms: frozenset[str]
    block: int  # where its paragraph begins
    cues: int  # words by which it says that its fact matters
    opens: bool = False  # it is the first of its paragraph
    section: int = 0  # how many subheadings stand before it
    score: float = 0.0
    speakers: frozenset[str] = frozenset()  # whose words it tells
    entities: frozenset[str] = frozenset()  # keys of what it names
    points_back: bool = False  # its subject is named in the sentence before
    reasons: list[str] = []


def candidates_of(body: Passage) -> list[Candidate]:
    """Return the sentences of `body` that may go into its summary, in its order."""
    if not body.blocks:
        found = [_candidate(body, s) for s in body.sentences]
        usable = _usable(body, found)
    else:
        found = [_candidate(body, s) for s in body.sentences if _is_prose(body, s)]
        usable = _usable(body, found)
        for kinds in (("paragraph", "list"), ("paragraph", "list", "heading", "caption", "table")):
            if len(usable) >= _FEWEST:
                break
            found = [_candidate(body, s) for s in body.sentences if body.block_at(s.start).kind in kinds]
            usable = _usable(body, found)
    if len(usable) < _FEWEST:
        usable = [_cut(body, c) for c in found if c.terms] or found[:_MOST_CUT]
    usable = [c for c in usable if c.span.end - c.span.start <= _LONGEST_CUT * 2]
    headings = [b.start for b in body.blocks if b.kind == "heading"]
    block = -1
    for index, candidate in enumerate(usable):
        candidate.index, candidate.opens = index, candidate.block != block
        candidate.section = bisect_right(headings, candidate.span.start)
        block = candidate.block
    return usable


def without_small_words(candidates: list[Candidate]) -> None:
    """Take the short words from the terms of sentences in other languages: most only join what others say."""
    for candidate in candidates:
        telling = frozenset(t for t in candidate.terms if len(t) > _SMALL or t >= _UNSPACED or t[0].isdigit())
        candidate.terms = telling or candidate.terms


def _is_prose(body: Passage, span: Span) -> bool:
    """Say whether a sentence stands in a paragraph, or is a list item that is a whole sentence."""
    kind = body.block_at(span.start).kind
    if kind != "list":
        return kind == "paragraph"
    text = body.text[span.start : span.end]
    return _ENDS.search(text) is not None and len(WORD.findall(text)) >= _SHORTEST_ITEM


def _usable(body: Passage, found: list[Candidate]) -> list[Candidate]:
    usable = [c for c in found if _SHORTEST_SENTENCE <= c.words <= _LONGEST_SENTENCE and c.terms]
    return [c for c in usable if not _ADDRESS.search(body.text, c.span.start, c.span.end)]


def _cut(body: Passage, candidate: Candidate) -> Candidate:
    """Return a sentence that is too long as far as a comma or word before the limit: still word for word."""
    if candidate.words <= _LONGEST_SENTENCE:
        return candidate
    start, end = candidate.span
    stop = start
    for number, match in enumerate(WORD.finditer(body.text, start, end)):
        if number == _CUT_AFTER or match.end() - start > _LONGEST_CUT:
            break
        stop = match.end()
    comma = max(body.text.rfind(mark, start, stop) for mark in (",", ";", "，", "、"))
    span = Span(start, comma if comma > start + (stop - start) // 2 else max(stop, start + 1))
    return _candidate(body, span)


def _candidate(body: Passage, span: Span) -> Candidate:
    words = WORD.findall(body.text, span.start, span.end)
    cues = sum(w in _CUE_WORDS for w in words)
    block = body.block_at(span.start).start if body.blocks else 0
    return Candidate(0, span, len(words) + unspaced_words(body, span), frozenset(terms_in(body, span)), block, cues)
