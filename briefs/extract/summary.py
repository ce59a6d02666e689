"""The summary: the sentences that together say most of what the article says, in its own words and order.

Each sentence is rated by what speaks for it (`summing.rating`); then they are picked one by one, each by its score
and by what it adds to those already picked: maximal marginal relevance (Carbonell and Goldstein, 1998), with a reward
for who has not been heard and what has not been named yet, as in the coverage of concepts (Gillick and Favre, 2009).
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct, field

from briefs.extract.document import Document, Passage
from briefs.extract.names import Names
from briefs.extract.summing.candidates import Candidate, candidates_of, without_small_words
from briefs.extract.summing.rating import rate
from briefs.extract.terms import after_dateline
from briefs.model import KeyFigure, Quotation, SummarySentence
from briefs.text import Span

_LENGTHS = ((80, 3), (120, 4), (160, 5), (220, 6))  # words of the article, sentences of its summary; else seven
_MOST_SENTENCES = 7
_MOST_WORDS = 250
_MOST_CANDIDATES = 300
_SAME = 0.6  # share of the shorter sentence's terms from which two say the same

_NOVELTY = 0.2  # what a sentence loses that says wholly what one of the chosen says
_SECTION = 0.2  # what a second sentence under one subheading has to make up for
_NEIGHBOUR = 0.1  # what the sentence right before or behind a chosen one has to: mostly it tells more of the same
_VOICE = 0.1  # for one who has not been heard
_NAMED = 0.1  # for each of at most two that have not been named

_PAIRS = (("“", "”"), ("(", ")"), ("‘", "’"))


def summarise(
    document: Document, names: Names, key_figures: Sequence[KeyFigure], quotations: Sequence[Quotation]
) -> tuple[SummarySentence, ...]:
    """Return three to seven sentences by the length of the article (fewer where it has fewer), in its order."""
    body = document.body
    candidates = candidates_of(body)
    if document.language not in (None, "en"):
        without_small_words(candidates)
    if not candidates:
        return ()
    rate(document, names, key_figures, quotations, candidates)
    length = sum(c.words for c in candidates)
    wanted = next((n for words, n in _LENGTHS if length < words), _MOST_SENTENCES)
    chosen = _choose(candidates, wanted)
    made = []
    for candidate in sorted(chosen, key=lambda c: c.index):
        evidence = body.evidence(*_bare(body, candidate))
        made.append(SummarySentence(evidence.text, evidence, tuple(candidate.reasons) or ("central to the article",)))
    return tuple(made)


def _bare(body: Passage, candidate: Candidate) -> Span:
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


class _Told(Struct):
    """What the sentences chosen so far have told."""

    places: set[int] = field(default_factory=set)
    sections: set[int] = field(default_factory=set)
    speakers: set[str] = field(default_factory=set)
    entities: set[str] = field(default_factory=set)

    def add(self, candidate: Candidate) -> None:
        self.places.add(candidate.index)
        self.sections.add(candidate.section)
        self.speakers |= candidate.speakers
        self.entities |= candidate.entities


def _choose(candidates: list[Candidate], wanted: int) -> list[Candidate]:
    """Return the best sentences, each weighed against those chosen before it."""
    pool = sorted(candidates, key=lambda c: (-c.score, c.index))[:_MOST_CANDIDATES]
    chosen: list[Candidate] = []
    told = _Told()
    nearest = {c.index: 0.0 for c in pool}
    words = 0
    while pool and len(chosen) < wanted:
        best = max(pool, key=lambda c: (_gain(c, nearest[c.index], told), -c.index))
        pool.remove(best)
        if chosen and words + best.words > _MOST_WORDS:
            continue
        if nearest[best.index] > _SAME:
            continue
        chosen.append(best)
        told.add(best)
        words += best.words
        for other in pool:
            shorter = min(len(best.terms), len(other.terms)) or 1
            nearest[other.index] = max(nearest[other.index], len(best.terms & other.terms) / shorter)
    return chosen


def _gain(candidate: Candidate, nearest: float, told: _Told) -> float:
    """Return what a sentence adds to those chosen: `nearest` is the overlap with the most similar of them."""
    gain = candidate.score * (1.0 - _NOVELTY * nearest)
    gain -= _SECTION * (candidate.section in told.sections)
    follows = candidate.index - 1 in told.places and not candidate.points_back  # "It ..." is best told behind whom
    gain -= _NEIGHBOUR * (follows + (candidate.index + 1 in told.places))
    gain += _VOICE * (not candidate.speakers <= told.speakers)
    return gain + _NAMED * min(2, len(candidate.entities - told.entities))
