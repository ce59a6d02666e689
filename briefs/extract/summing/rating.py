"""What speaks for each sentence of an article, and by how much: its place, what it tells, figures, who says it."""

from __future__ import annotations

import math
import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Sequence

from briefs.extract.document import Document
from briefs.extract.leaning import joins, leans
from briefs.extract.names import Names
from briefs.extract.summing.candidates import Candidate
from briefs.extract.terms import terms_in
from briefs.model import KeyFigure, Quotation
from briefs.text import Span, squash

# Weights of what speaks for a sentence. They are round, and lie where moving any of them, or shaking every sentence's
# score, changes least over some 180 annotated articles, not where one set of articles scores best.
_CONTENT = 1.5  # the weights of its terms, by its length
_LEAD, _LEAD_FADES = 0.7, 0.2  # news tells first what matters most, but not only there
_TITLE = 0.5
_FIGURES = 0.7
_NUMBERS = 0.2  # it holds a digit, key figure or not
_CUES = 0.3
_REPORTS = 0.3  # it tells in the article's words what somebody said
_AHEAD = 0.2  # it tells what is planned or expected
_CAUSE = 0.2  # it says why
_OPENS = 0.2  # the first sentence of a paragraph: mostly it says what the paragraph is about
_QUOTED = 0.4
_WHOLLY, _UNSIGNED = 0.95, 0.6  # a sentence that is nothing but quoted does not say who says so
_QUESTION, _LEANS, _SHORT, _REFUSES = 0.4, 0.8, 0.5, 0.5  # what a sentence is worth that is one
_FEW_WORDS = 16  # a sentence of fewer says little, unless it gives a figure

# Who did not answer is no news.
_NO_COMMENT = re.compile(
    r"\b(?:declined? to comment|(?:did not|didn[’']t|does not|would not|has not) (?:immediately |yet )?"
    r"(?:respond|reply|return|comment|answer)|could not (?:immediately )?be reached|"
    r"requests? for (?:comment|an interview))",
    re.IGNORECASE,
)
_TO_COME = re.compile(r"\b(?:will|would|could|plans?|planned|aims?|expects?|expected)\b")
_BECAUSE = re.compile(r"\b(?:because|due to|after|following|amid|as a result)\b", re.IGNORECASE)
_DIGIT = re.compile(r"\d")


def rate(
    document: Document,
    names: Names,
    key_figures: Sequence[KeyFigure],
    quotations: Sequence[Quotation],
    candidates: list[Candidate],
) -> None:
    """Give each of `candidates` its score, its reasons, whom it lets speak and what it names."""
    body = document.body
    weights = _weights(candidates)
    title = frozenset(terms_in(document.title, Span(0, len(document.title.text))))
    title_weight = sum(weights.get(t, 0.0) for t in title) or 1.0
    figures = sorted((f for f in key_figures if f.evidence.part == "body"), key=lambda f: f.evidence.start)
    figure_starts = [f.evidence.start for f in figures]
    quoted = _quoted_within(quotations)
    share = sum(quoted(*c.span) for c in candidates) / sum(c.span.end - c.span.start for c in candidates)
    quoted_cost = _QUOTED * max(0.0, 1.0 - 2.0 * share)  # where much is quoted, quotations carry the news
    said_in = _said_within(candidates, quotations)
    content = [sum(weights[t] for t in c.terms) / math.sqrt(len(c.terms) + 4) for c in candidates]
    most = max(content) or 1.0
    for candidate, tells, said in zip(candidates, content, said_in, strict=True):
        start, end = candidate.span
        text = body.text[start:end]
        inside = figures[bisect_left(figure_starts, start) : bisect_left(figure_starts, end)]
        named = [entity for _, entity in names.within("body", start, end)]
        candidate.points_back = candidate.index > 0 and leans(text) and not joins(text)
        candidate.entities = frozenset(entity.key for entity in named)
        candidate.speakers = frozenset(q.speaker for q in said if q.speaker)
        shared = sum(weights.get(t, 0.0) for t in candidate.terms & title) / title_weight
        reported = [q for q in said if not q.direct]
        score = _CONTENT * tells / most + _LEAD / (1.0 + _LEAD_FADES * candidate.index) + _TITLE * shared
        score += _FIGURES * min(1.0, 0.6 * len(inside)) + _NUMBERS * bool(_DIGIT.search(text))
        score += _CUES * min(1.0, 0.6 * candidate.cues) + _REPORTS * bool(reported)
        score += _AHEAD * bool(_TO_COME.search(text)) + _CAUSE * bool(_BECAUSE.search(text))
        score *= _discount(candidate, text, quoted(start, end), quoted_cost, tells=bool(inside))
        candidate.score = score + _OPENS * candidate.opens
        main = sorted({entity.key: entity.name for entity in named if entity.main}.values())
        speakers = list(dict.fromkeys(q.speaker for q in reported if q.speaker))
        candidate.reasons = _reasons(candidate, inside, main, shared, speakers)


def _weights(candidates: list[Candidate]) -> dict[str, float]:
    """Return the weight of each term: tf-idf, the frequency so damped that what few sentences tell counts as well."""
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


def _said_within(candidates: list[Candidate], quotations: Sequence[Quotation]) -> list[list[Quotation]]:
    """Return for each candidate what it tells that somebody said, in his words or in the article's."""
    starts = [c.span.start for c in candidates]
    said: list[list[Quotation]] = [[] for _ in candidates]
    for quotation in quotations:
        start, end = quotation.evidence.start, quotation.evidence.end
        for index in range(max(0, bisect_right(starts, start) - 1), len(candidates)):
            if starts[index] >= end:
                break
            if candidates[index].span.end > start:
                said[index].append(quotation)
    return said


def _discount(candidate: Candidate, text: str, quoted: int, cost: float, *, tells: bool) -> float:
    """Return what a sentence is worth that is a question, mostly quoted, or leans on the sentence before.

    `tells`: a key figure stands in it.
    """
    factor = 1.0 - cost * min(1.0, quoted / max(1, len(text)))
    if cost and not tells and quoted >= _WHOLLY * len(text):
        factor *= _UNSIGNED
    if text.rstrip("”\"’') ").endswith("?"):
        factor *= _QUESTION
    if candidate.index > 0 and leans(text):
        factor *= _LEANS
    if candidate.words < _FEW_WORDS and not tells:
        factor *= _SHORT
    if _NO_COMMENT.search(text):
        factor *= _REFUSES
    return factor


def _reasons(
    candidate: Candidate, figures: list[KeyFigure], main: list[str], shared: float, speakers: list[str]
) -> list[str]:
    reasons = []
    if candidate.index == 0:
        reasons.append("opens the article")
    reasons.extend(f"key figure: {squash(f.text)}" for f in figures[:2])
    if main:
        reasons.append("speaks of " + ", ".join(main[:3]))
    if shared > 0.3:
        reasons.append("close to the title")
    reasons.extend(f"tells what {speaker} said" for speaker in speakers[:1])
    return reasons
