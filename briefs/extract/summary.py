"""The summary: the sentences that together say most of what the article says, in its own words and order.

Each sentence is rated by tf-idf centrality, position, overlap with the title, key figures and main entities; then
maximal marginal relevance (Carbonell and Goldstein, 1998) picks what adds most to those already picked.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Sequence

from msgspec import Struct

from briefs.extract.document import Document, Passage
from briefs.extract.leaning import WORD, joins, leans
from briefs.extract.names import Names
from briefs.extract.terms import after_dateline, terms_in, unspaced_words
from briefs.extract.wordlist import words
from briefs.model import KeyFigure, Quotation, SummarySentence
from briefs.text import Span, squash

_LENGTHS = ((80, 3), (120, 4), (160, 5), (220, 6))  # words of the article, sentences of its summary; else seven
_MOST_SENTENCES = 7
_MOST_WORDS = 250
_LONGEST_SENTENCE = 60  # words; longer ones only where there is nothing else
_LONGEST_CUT = 600  # characters
_SHORTEST_SENTENCE = 6
_MOST_CANDIDATES = 300
_SAME = 0.5  # share of the shorter sentence's terms from which two say the same

# Weights of what speaks for a sentence. Round on purpose: fitting them to twenty articles made unseen ones worse.
_POSITION = 1.0
_CENTRALITY = 1.0
_TITLE = 0.5
_FIGURES = 0.5
_ENTITIES = 0.25
_CUES = 0.25
_NOVELTY = 0.5
_PARAGRAPH = 0.4  # what a second sentence of a paragraph has to make up for: mostly it tells more of the same
_OPENS = 0.3  # the first sentence of a paragraph: mostly it says what the paragraph is about
_SECTION = 0.3  # what a second sentence under one subheading has to make up for
_QUOTED = 0.75
_WHOLLY, _UNSIGNED = 0.95, 0.6  # a sentence that is nothing but quoted does not say who says so
_QUESTION, _LEANS, _JOINS, _SHORT, _REFUSES = 0.4, 0.5, 0.7, 0.7, 0.5  # what a sentence is worth that is one
_FEW_WORDS = 16  # a sentence of fewer says little, unless it gives a figure

# Who did not answer is no news.
_NO_COMMENT = re.compile(
    r"\b(?:declined? to comment|(?:did not|didn[’']t|does not|would not|has not) (?:immediately |yet )?"
    r"(?:respond|reply|return|comment|answer)|could not (?:immediately )?be reached|"
    r"requests? for (?:comment|an interview))",
    re.IGNORECASE,
)
# Words by which a sentence says that its fact is one to know.
_CUE_WORDS = words(
    """
    only first largest biggest highest lowest record most least worst best fastest smallest oldest longest never main
    key major second third fourth fifth sixth seventh eighth ninth tenth last final finally unprecedented landmark
    leading fewest nearly
    """
)

_PAIRS = (("“", "”"), ("(", ")"), ("‘", "’"))
_SMALL = 3  # letters of a word that says little in another language
_UNSPACED = "\u2e80"  # from here on a character is a syllable or word
_ADDRESS = re.compile(r"https?://|\bwww\.")  # a sentence with one refers, and tells little


class _Candidate(Struct):
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
    reasons: list[str] = []


def summarise(
    document: Document, names: Names, key_figures: Sequence[KeyFigure], quotations: Sequence[Quotation]
) -> tuple[SummarySentence, ...]:
    """Return three to seven sentences by the length of the article (fewer where it has fewer), in its order."""
    body = document.body
    candidates = _candidates(body)
    if document.language not in (None, "en"):
        _without_small_words(candidates)
    if not candidates:
        return ()
    _rate(document, names, key_figures, quotations, candidates)
    length = sum(c.words for c in candidates)
    wanted = next((n for words, n in _LENGTHS if length < words), _MOST_SENTENCES)
    chosen = _choose(candidates, wanted)
    made = []
    for candidate in sorted(chosen, key=lambda c: c.index):
        evidence = body.evidence(*_bare(body, candidate))
        made.append(SummarySentence(evidence.text, evidence, tuple(candidate.reasons) or ("central to the article",)))
    return tuple(made)


def _bare(body: Passage, candidate: _Candidate) -> Span:
    """Return the span of a sentence without its dateline and without a mark whose other half stands elsewhere."""
    start, end = candidate.span
    if candidate.opens:
        start += after_dateline(body.text[start:end])
    text = body.text[start:end]
    for opening, closing in _PAIRS:
        if text[:1] == opening and not any(mark in text[1:] for mark in closing):
            return Span(start + 1, end)
        if text[-1:] in closing and opening not in text[:-1]:
            return Span(start, end - 1)
        if text[:1] == opening == "(" and text[-1:] == ")":
            return Span(start + 1, end - 1)
    return Span(start, end)


def _candidates(body: Passage) -> list[_Candidate]:
    """Return the sentences of the paragraphs; of the list items too, where the paragraphs hold too little."""
    for kinds in (("paragraph",), ("paragraph", "list"), ("paragraph", "list", "heading", "caption", "table")):
        spans = [s for s in body.sentences if body.blocks and body.block_at(s.start).kind in kinds]
        if not body.blocks:
            spans = body.sentences
        found = [_candidate(body, s) for s in spans]
        usable = [c for c in found if _SHORTEST_SENTENCE <= c.words <= _LONGEST_SENTENCE and c.terms]
        usable = [c for c in usable if not _ADDRESS.search(body.text, c.span.start, c.span.end)]
        if len(usable) >= 3:
            break
    if len(usable) < 3:
        usable = [_cut(body, c) for c in found if c.terms] or found[:_MOST_SENTENCES]
    usable = [c for c in usable if c.span.end - c.span.start <= _LONGEST_CUT * 2]
    headings = [b.start for b in body.blocks if b.kind == "heading"]
    block = -1
    for index, candidate in enumerate(usable):
        candidate.index, candidate.opens = index, candidate.block != block
        candidate.section = bisect_right(headings, candidate.span.start)
        block = candidate.block
    return usable


def _without_small_words(candidates: list[_Candidate]) -> None:
    """Take the short words from the terms of sentences in other languages: most only join what others say."""
    for candidate in candidates:
        telling = frozenset(t for t in candidate.terms if len(t) > _SMALL or t >= _UNSPACED or t[0].isdigit())
        candidate.terms = telling or candidate.terms


def _cut(body: Passage, candidate: _Candidate) -> _Candidate:
    """Return a sentence that is too long as far as a comma or word before the limit: still word for word."""
    if candidate.words <= _LONGEST_SENTENCE:
        return candidate
    start, end = candidate.span
    stop = start
    for number, match in enumerate(WORD.finditer(body.text, start, end)):
        if number == _LONGEST_SENTENCE or match.end() - start > _LONGEST_CUT:
            break
        stop = match.end()
    comma = max(body.text.rfind(mark, start, stop) for mark in (",", ";", "，", "、"))
    span = Span(start, comma if comma > start + (stop - start) // 2 else max(stop, start + 1))
    return _candidate(body, span)


def _candidate(body: Passage, span: Span) -> _Candidate:
    words = WORD.findall(body.text, span.start, span.end)
    cues = sum(w in _CUE_WORDS for w in words)
    block = body.block_at(span.start).start if body.blocks else 0
    return _Candidate(0, span, len(words) + unspaced_words(body, span), frozenset(terms_in(body, span)), block, cues)


def _rate(
    document: Document,
    names: Names,
    key_figures: Sequence[KeyFigure],
    quotations: Sequence[Quotation],
    candidates: list[_Candidate],
) -> None:
    body = document.body
    weights = _weights(candidates)
    title = frozenset(terms_in(document.title, Span(0, len(document.title.text))))
    title_weight = sum(weights.get(t, 0.0) for t in title) or 1.0
    figures = sorted((f for f in key_figures if f.evidence.part == "body"), key=lambda f: f.evidence.start)
    figure_starts = [f.evidence.start for f in figures]
    quoted = _quoted_within(quotations)
    share = sum(quoted(*c.span) for c in candidates) / sum(c.span.end - c.span.start for c in candidates)
    quoted_cost = _QUOTED * max(0.0, 1.0 - 2.0 * share)  # where much is quoted, quotations carry the news
    centrality = [sum(weights[t] for t in c.terms) / math.sqrt(len(c.terms) + 4) for c in candidates]
    most = max(centrality) or 1.0
    seen: set[str] = set()
    for candidate, central in zip(candidates, centrality, strict=True):
        start, end = candidate.span
        position = 1.0 / (1.0 + 0.6 * candidate.index)
        inside = figures[bisect_left(figure_starts, start) : bisect_left(figure_starts, end)]
        main = {e.key: e.name for _, e in names.within("body", start, end) if e.main}
        fresh = main.keys() - seen
        seen |= main.keys()
        shared = sum(weights.get(t, 0.0) for t in candidate.terms & title) / title_weight
        score = _CENTRALITY * central / most + _POSITION * position + _TITLE * shared
        score += _FIGURES * min(1.0, 0.6 * len(inside)) + _ENTITIES * min(1.0, 0.5 * len(fresh))
        score += _CUES * min(1.0, 0.6 * candidate.cues)
        score *= _discount(body, candidate, quoted(start, end), quoted_cost, tells=bool(inside))
        candidate.score = score + _OPENS * candidate.opens
        candidate.reasons = _reasons(candidate, inside, sorted(main.values()), shared)


def _weights(candidates: list[_Candidate]) -> dict[str, float]:
    """Return the weight of each term: in how many sentences it stands, damped; terms of one sentence hardly count."""
    frequency = Counter(t for c in candidates for t in c.terms)
    total = len(candidates)
    return {t: n**0.25 * math.log(1.0 + total / n) for t, n in frequency.items()}


def _quoted_within(quotations: Sequence[Quotation]) -> Callable[[int, int], int]:
    """Return a function that counts the characters of `[start, end)` between quotation marks."""
    spans = sorted((q.evidence.start, q.evidence.end) for q in quotations if q.direct)
    ends = [end for _, end in spans]

    def count(start: int, end: int) -> int:
        total = 0
        for index in range(bisect_right(ends, start), len(spans)):
            if spans[index][0] >= end:
                break
            total += max(0, min(end, spans[index][1]) - max(start, spans[index][0]))
        return total

    return count


def _discount(body: Passage, candidate: _Candidate, quoted: int, cost: float, *, tells: bool) -> float:
    """Return what a sentence is worth that is a question, mostly quoted, or leans on the sentence before.

    `tells`: a key figure stands in it.
    """
    start, end = candidate.span
    text = body.text[start:end]
    factor = 1.0 - cost * min(1.0, quoted / max(1, end - start))
    if cost and not tells and quoted >= _WHOLLY * (end - start):
        factor *= _UNSIGNED
    if text.rstrip("”\"’') ").endswith("?"):
        factor *= _QUESTION
    if candidate.index > 0 and leans(text):
        factor *= _JOINS if joins(text) else _LEANS
    if candidate.words < _FEW_WORDS and not tells:
        factor *= _SHORT
    if _NO_COMMENT.search(text):
        factor *= _REFUSES
    return factor


def _reasons(candidate: _Candidate, figures: list[KeyFigure], main: list[str], shared: float) -> list[str]:
    reasons = []
    if candidate.index == 0:
        reasons.append("opens the article")
    reasons.extend(f"key figure: {squash(f.text)}" for f in figures[:2])
    if main:
        reasons.append("speaks of " + ", ".join(main[:3]))
    if shared > 0.3:
        reasons.append("close to the title")
    return reasons


def _choose(candidates: list[_Candidate], wanted: int) -> list[_Candidate]:
    """Return the best sentences, each weighed against those chosen before it."""
    pool = sorted(candidates, key=lambda c: (-c.score, c.index))[:_MOST_CANDIDATES]
    chosen: list[_Candidate] = []
    paragraphs: set[int] = set()
    sections: set[int] = set()
    nearest = {c.index: 0.0 for c in pool}
    words = 0
    while pool and len(chosen) < wanted:
        best = max(pool, key=lambda c: (_gain(c, nearest[c.index], paragraphs, sections), -c.index))
        pool.remove(best)
        if chosen and words + best.words > _MOST_WORDS:
            continue
        if nearest[best.index] > _SAME:
            continue
        chosen.append(best)
        paragraphs.add(best.block)
        sections.add(best.section)
        words += best.words
        for other in pool:
            shorter = min(len(best.terms), len(other.terms)) or 1
            nearest[other.index] = max(nearest[other.index], len(best.terms & other.terms) / shorter)
    return chosen


def _gain(candidate: _Candidate, nearest: float, paragraphs: set[int], sections: set[int]) -> float:
    """Return what a sentence adds to those chosen: `nearest` is the overlap with the most similar of them."""
    told = _PARAGRAPH * (candidate.block in paragraphs) + _SECTION * (candidate.section in sections)
    return candidate.score * (1.0 - _NOVELTY * nearest) - told
