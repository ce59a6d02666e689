"""Quotations: the words between quotation marks, and what others are reported to have said, with who said it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from briefs.extract.document import Document, Passage
from briefs.extract.names import Names
from briefs.extract.saying.attribution import attributed
from briefs.extract.saying.marks import Quoted
from briefs.extract.saying.reported import FRAGMENT, WORD, said
from briefs.extract.saying.voices import Attribution
from briefs.extract.terms import UNSPACED
from briefs.model import Quotation
from briefs.text import Span

MOST_QUOTATIONS = 1000  # quotations of one article
_LONG = 6  # words that are a quotation even where nobody is named as saying them
_LONGEST_TITLE = 12
_BESIDE = 0.95  # how sure an attribution is that touches the quotation
_NOBODY = 0.4  # how sure a quotation is that nobody is found to have said
_REFERRED = 0.1  # what a pronoun takes from it
_LONGEST_LABEL = 60  # characters
_LETTER = re.compile(r"[^\W_]")
_COLON = re.compile(r"\s*:")
_ENDS_SAID = frozenset(".!?…,。！？")


def find_quotations(document: Document, names: Names) -> tuple[Quotation, ...]:
    """Return what is quoted in the body, directly and indirectly, in the order of the text."""
    found = attributed(document, names)
    body = document.body
    direct = _direct(body, found.quotes, found.attributions)
    spoken = {id(a) for _, a, _ in direct if a is not None}
    quotations = [_quotation(body, _words_said(body, q), True, a, confidence) for q, a, confidence in direct]
    starts = [q.start for q, _, _ in direct]
    for attribution in found.attributions:
        if id(attribution) in spoken or attribution.form not in ("said", "inverted", "according", "document"):
            continue
        span = said(body, attribution)
        if span is not None and bisect_left(starts, span.start) == bisect_left(starts, span.end):
            quotations.append(_quotation(body, span, False, attribution, 0.8))
    quotations.sort(key=lambda q: (q.evidence.start, q.evidence.end, not q.direct))
    return tuple(quotations[:MOST_QUOTATIONS])


def _quotation(
    body: Passage, span: Span, direct: bool, attribution: Attribution | None, confidence: float
) -> Quotation:
    evidence = body.evidence(span.start, span.end)
    if attribution is None:
        return Quotation(evidence.text, direct, evidence, confidence=confidence)
    voice = attribution.voice
    return Quotation(
        evidence.text,
        direct,
        evidence,
        speaker=voice.name,
        speaker_key=voice.entity.key if voice.entity else None,
        role=voice.role,
        attribution=body.evidence(attribution.start, attribution.end),
        confidence=round(confidence - _REFERRED, 2) if voice.pronoun else confidence,
    )


def _direct(
    body: Passage, quotes: tuple[Quoted, ...], attributions: tuple[Attribution, ...]
) -> list[tuple[Quoted, Attribution | None, float]]:
    """Return the quotations among the quoted spans, each with who said it and how sure that is."""
    speaking = [a for a in attributions if a.form in ("said", "inverted", "according", "document", "by", "introduced")]
    starts = [a.start for a in speaking]
    answering = {a.verb_end + 1: a for a in attributions if a.form == "answered"}
    chosen: list[tuple[Quoted, Attribution | None, float]] = []
    previous: tuple[Quoted, Attribution | None, float] | None = None
    for quote in quotes:
        if quote.start in answering:
            answer = answering[quote.start]
            previous = (quote, answer, answer.sure)
            chosen.append(previous)
            continue
        if _is_heading(body, quote):
            continue
        words = _length(body.text, quote.start, quote.end)
        near, confidence = _beside(body, quote, speaking, starts)
        whole = _is_whole(body, quote)
        if near is None and whole:
            before, sure = _sentence_before(body, quote, speaking, starts)
            carried, still = _carried(body, quote, previous) if previous is not None else (None, 0.0)
            introduced = before is not None and before.form == "introduced" and not quote.again
            near, confidence = (before, sure) if introduced or carried is None else (carried, still)
        confidence = min(confidence, near.sure) if near is not None else confidence
        if not _is_quotation(body, quote, words, near, whole, confidence >= _BESIDE):
            continue
        previous = (quote, near, confidence)
        chosen.append(previous)
    return _carried_back(body, chosen)


def _is_heading(body: Passage, quote: Quoted) -> bool:
    """Say whether the quoted words are all of a line and end as a heading does: they stand in the text as well."""
    stops = (body.text[quote.end - 1 : quote.end], body.text[quote.end + 1 : quote.end + 2])
    if not body.blocks or not quote.closed or not _ENDS_SAID.isdisjoint(stops):
        return False
    block, text = body.block_at(quote.start), body.text
    if block.kind not in ("heading", "paragraph") or _LETTER.search(text, block.start, quote.start):
        return False
    colon = _COLON.match(text, quote.end + 1, block.end)  # “It ends the debate”: Alder Bank
    if colon and block.end - colon.end() < _LONGEST_LABEL and text[block.end - 1] not in _ENDS_SAID:
        return True
    return not _LETTER.search(text, quote.end, block.end)


def _words_said(body: Passage, quote: Quoted) -> Span:
    """Return the span of the words alone: the comma before “she said” is the article's, not the speaker's."""
    text = body.text[quote.start : quote.end]
    kept = text.rstrip(" ,，、")
    return Span(quote.start, quote.start + (len(kept) or len(text)))


def _length(text: str, start: int, end: int) -> int:
    """Return how many words `[start, end)` has; two characters make one in scripts without spaces."""
    return len(WORD.findall(text, start, end)) + len(UNSPACED.findall(text, start, end)) // 2


def _is_quotation(
    body: Passage, quote: Quoted, words: int, near: Attribution | None, whole: bool, touching: bool
) -> bool:
    """Tell what was said from scare quotes and titles."""
    text = body.text[quote.start : quote.end]
    if _is_title(text, words) and not whole:
        return False
    if near is not None:
        return words > FRAGMENT or whole or (words == FRAGMENT and touching)
    return words >= _LONG or (whole and words >= FRAGMENT)


def _is_title(text: str, words: int) -> bool:
    """Say whether the quoted words are written as the title of a work: Capitals on All the Long Words."""
    if words < 2 or words > _LONGEST_TITLE or text.rstrip()[-1:] in ".!…":
        return False
    long = [w for w in WORD.findall(text) if len(w) > 3]
    return len(long) >= 2 and all(w[0].isupper() or w[0].isdigit() for w in long)


def _is_whole(body: Passage, quote: Quoted) -> bool:
    """Say whether the quotation opens a sentence: nothing of the sentence stands before its mark."""
    before = body.text[max(0, quote.start - 4) : quote.start - 1].rstrip(" ")
    return not before or before[-1] in '\n.!?”"’»…。！？」:：'


def _beside(
    body: Passage, quote: Quoted, speaking: list[Attribution], starts: list[int]
) -> tuple[Attribution | None, float]:
    """Return the attribution right after the quotation, right before it, or else within its sentence."""
    after = bisect_left(starts, quote.end)
    if after < len(speaking) and _touches(body.text, quote.end + 1, speaking[after].start):
        return speaking[after], _BESIDE
    # an attribution may reach from before its noun phrase: “…,” the minister, a lawyer, said
    before = bisect_right(starts, quote.start) - 1
    if before >= 0 and _touches(body.text, speaking[before].verb_end, quote.start - 1):
        return speaking[before], _BESIDE
    first = body.sentence_at(quote.start)
    last = body.sentence_at(max(quote.start, quote.end - 1))
    candidates = []
    for index in range(max(0, before - 2), min(len(speaking), after + 3)):
        attribution = speaking[index]
        if attribution.sentence == last and attribution.start >= quote.end:
            candidates.append((attribution.start - quote.end, index))
        elif attribution.sentence == first and attribution.verb_end <= quote.start:
            candidates.append((quote.start - attribution.verb_end, index))
    if candidates:
        distance, index = min(candidates)
        return speaking[index], 0.85 if distance < 60 else 0.7
    return None, _NOBODY


def _touches(text: str, start: int, end: int) -> bool:
    """Say whether only marks and space lie between."""
    return (
        start - 1 <= end <= start + 6 and "\n" not in text[start:end] and not any(c.isalnum() for c in text[start:end])
    )


def _carried(
    body: Passage, quote: Quoted, previous: tuple[Quoted, Attribution | None, float]
) -> tuple[Attribution | None, float]:
    """Return who spoke before, where the quotation goes on: in the same breath, or in a paragraph that opens again."""
    last, attribution, confidence = previous
    if attribution is None:
        return None, _NOBODY
    between = body.text[max(last.end, attribution.end) : quote.start]
    if quote.again or not any(c.isalnum() for c in between):
        return attribution, min(confidence, 0.85)
    paragraph = "\n" not in body.text[last.end : quote.start]
    if paragraph and len(between) < 200:
        return attribution, min(confidence, 0.7)
    return None, _NOBODY


def _sentence_before(
    body: Passage, quote: Quoted, speaking: list[Attribution], starts: list[int]
) -> tuple[Attribution | None, float]:
    """Return who spoke in the sentence before a quotation that stands alone: "Lee says it is not enough. “…”"."""
    index = bisect_left(starts, quote.start) - 1
    if index < 0:
        return None, _NOBODY
    attribution = speaking[index]
    end = attribution.sentence.end
    if quote.start - end <= 6 and not _LETTER.search(body.text, end, quote.start):
        return attribution, 0.65
    return None, _NOBODY


def _carried_back(
    body: Passage, chosen: list[tuple[Quoted, Attribution | None, float]]
) -> list[tuple[Quoted, Attribution | None, float]]:
    """Give a quotation without a speaker the speaker of the one that follows it at once."""
    for index in range(len(chosen) - 2, -1, -1):
        quote, attribution, _ = chosen[index]
        following, speaker, confidence = chosen[index + 1]
        if attribution is None and speaker is not None:
            between = body.text[quote.end : following.start]
            if (not quote.closed and following.again) or not any(c.isalnum() for c in between):
                chosen[index] = (quote, speaker, min(confidence, 0.8))
    return chosen
