"""What somebody is reported to have said without quotation marks: the clause that an attribution gives to him."""

from __future__ import annotations

import re

from briefs.extract.document import Passage
from briefs.extract.saying import verbs
from briefs.extract.saying.voices import Attribution
from briefs.extract.terms import after_dateline
from briefs.extract.wordlist import words
from briefs.text import Span

WORD = re.compile(r"\w+(?:[’'\-.]\w+)*")
FRAGMENT = 3  # words that are a quotation where somebody is said to have said them
_THAT = re.compile(r"[\s,]*(?:[\w’'.]+\s+){0,3}?that\s")
_TOLD_THAT = re.compile(r"[\s,]*(?:[\w’'.]+\s+){0,8}?that\s")
# "Lee said in a letter", "Lee warned against it", "Lee added to the pile": no clause begins here.
_NO_CLAUSE = verbs.PREPOSITIONS | words("about against out during while when after before as via under")


def said(body: Passage, attribution: Attribution) -> Span | None:
    """Return what an attribution without quotation marks of its own says: the clause after it, or before it."""
    sentence = attribution.sentence
    opening = sentence.start
    if body.block_at(opening).start == opening:
        opening += after_dateline(body.text[opening : attribution.start])
    before = _trimmed(body, Span(opening, attribution.start))
    clause = _clause(body, attribution)
    after = _trimmed(body, Span(clause, sentence.end)) if clause is not None else None
    words_before = len(WORD.findall(body.text, before.start, before.end))
    words_after = len(WORD.findall(body.text, after.start, after.end)) if after else 0
    closes = body.text[before.end : attribution.start].strip() in (",", "—", "–")
    if closes and body.text[attribution.verb_end : attribution.verb_end + 1] in (",", "—"):
        after = _trimmed(body, Span(attribution.verb_end, sentence.end))  # “the plan, Lee said, will fail”
        words_after = len(WORD.findall(body.text, after.start, after.end))
        span = after if words_after >= words_before else before
    elif attribution.form in ("according", "inverted"):
        span = after if after and words_after >= words_before else before
    elif after is not None and words_after >= FRAGMENT:
        span = after
    elif closes and words_before > FRAGMENT and attribution.verb in verbs.SAYING:
        span = before
    else:
        return None
    return span if max(words_before, words_after) >= FRAGMENT else None


def _clause(body: Passage, attribution: Attribution) -> int | None:
    """Return where the clause begins that the verb governs, or None where it governs none."""
    if attribution.verb in verbs.RELIED_ON:
        return None  # "a tweet by Lee, the mayor, added to the doubts": what it says, the sentence does not
    end = attribution.sentence.end
    rest = body.text[attribution.verb_end : end]
    if attribution.form in ("according", "inverted", "document") and attribution.verb not in verbs.SHOWING - {
        "according"
    }:
        return _past_description(body, attribution.verb_end, end)
    that = _TOLD_THAT.match(rest) if attribution.verb in verbs.TELLING else _THAT.match(rest)
    if that:
        return attribution.verb_end + that.end()
    if attribution.verb not in verbs.CLAUSAL:
        return None
    first = WORD.search(rest)
    if first is None or any(c in ",;—" for c in rest[: first.start()]):
        return None
    word = first.group().lower()
    if attribution.verb in verbs.TELLING or word in _NO_CLAUSE:
        return None
    return attribution.verb_end + first.start()


def _past_description(body: Passage, start: int, end: int) -> int:
    """Return where the clause begins after "according to the lawsuit, filed in a court in Leith, "."""
    first = WORD.search(body.text, start, end)
    if first is None or first.group() not in verbs.DESCRIBED:
        return start
    comma = body.text.find(", ", first.end(), end)
    return comma if comma >= 0 else start


def _trimmed(body: Passage, span: Span) -> Span:
    """Return `span` without space, commas and the full stop around it."""
    text = body.text[span.start : span.end]
    left = len(text) - len(text.lstrip(" ,;:—–-\n"))
    right = len(text.rstrip(" ,;:—–-.\n。"))
    return Span(span.start + min(left, right), span.start + right) if right > left else Span(span.end, span.end)
