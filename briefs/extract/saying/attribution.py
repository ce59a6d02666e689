"""Who says what: every place where the body gives its words to somebody, with the grammar of English news."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from weakref import WeakKeyDictionary

from briefs.extract.document import Document, Passage
from briefs.extract.names import Names
from briefs.extract.saying import verbs
from briefs.extract.saying.frames import in_line
from briefs.extract.saying.frames_abroad import frames_abroad
from briefs.extract.saying.interviews import Answer, answers
from briefs.extract.saying.marks import Quoted, quoted
from briefs.extract.saying.participles import subject_of
from briefs.extract.saying.speakers import Speakers
from briefs.extract.saying.unspaced import LANGUAGES, unspaced_frames
from briefs.extract.saying.voices import PERSON, Attribution, Form, Line, Voice, named_at, voice_of
from briefs.extract.wordlist import words
from briefs.model import EntityKind
from briefs.tables.tongues import tongue
from briefs.text import Span

_NAMED: frozenset[EntityKind] = frozenset(("person", "company", "organisation"))
_LONGEST_SENTENCE = 1500  # characters
_PIECE = 250  # tokens
_SEVERAL = 6  # words of a quotation that is more than a name in marks
_FAR = 200  # characters from a subject to what it says
_VERB_WITHIN = 0.85
_VERB_UNKNOWN = 0.6
_HEAD_WITHIN = 5  # tokens
_OF_ITS_OWN = 0.65  # a paragraph of quotation after whom it is about
_IN_ONE_BREATH = 0.45
_CLAUSES = words("who which that whose where because after before when while if")
_NEAR = 6  # characters between a quotation mark and what belongs to it


@dataclass(frozen=True)
class Attributed:
    """The quotation marks and the attributions of a body."""

    quotes: tuple[Quoted, ...]
    attributions: tuple[Attribution, ...]


_cache: WeakKeyDictionary[Document, tuple[Names, Attributed]] = WeakKeyDictionary()


def attributed(document: Document, names: Names) -> Attributed:
    """Return who says what in the body of `document`; found once for quotations and sources alike."""
    known = _cache.get(document)
    if known is None or known[0] is not names:
        known = (names, _find(document, names))
        _cache[document] = known
    return known[1]


def _find(document: Document, names: Names) -> Attributed:
    body = document.body
    labels = answers(document, names)
    quotes = _with_answers(quoted(body), labels)
    speakers = Speakers(document, names)
    starts = [q.start for q in quotes]
    found: list[Attribution] = []
    for number, span in enumerate(_pieces(body)):
        line = Line(body, names, span, number)
        silent = _silent(line, quotes, starts)
        here = _abroad(line, speakers, document, names, silent) or in_line(line, speakers, silent)
        here = _beside_marks(line, speakers, silent, here)
        if not here:
            here = _around_marks(line, speakers, silent) or _introduced(line, speakers, quotes, starts)
        speakers.remember(line, [a.voice for a in here if a.form not in ("to", "in")], silent)
        found.extend(here)
    found.extend(_labelled(body, labels))
    return Attributed(tuple(quotes), tuple(sorted(found, key=lambda a: (a.start, a.end))))


def _abroad(
    line: Line, speakers: Speakers, document: Document, names: Names, silent: list[tuple[int, int]]
) -> list[Attribution]:
    """Return the attributions of a line in another language than English; none in English."""
    known = tongue(document.language)
    if document.language in LANGUAGES:
        mentions = names.within("body", *line.span)
        return unspaced_frames(line, mentions, speakers, document.language or "", known, silent)
    return frames_abroad(line, speakers, document.language or "en", known, silent)


def _pieces(body: Passage) -> Iterator[Span]:
    """Yield the sentences; one too long to be one comes in pieces, so that no text costs more than its length."""
    for span in body.sentences:
        if span.end - span.start <= _LONGEST_SENTENCE:
            yield span
            continue
        tokens = body.tokens_in(span)
        for first in range(0, len(tokens), _PIECE):
            yield Span(tokens[first].start, tokens[min(first + _PIECE, len(tokens)) - 1].end)


def _with_answers(quotes: list[Quoted], labels: list[Answer]) -> list[Quoted]:
    """Return the quoted spans with the answers of an interview among them; what an answer quotes stays within it."""
    if not labels:
        return quotes
    spans = [Quoted(a.start, a.end, ":", True, False) for a in labels]
    starts = [s.start for s in spans]
    outside = [q for q in quotes if not _covered(q, spans, starts)]
    return sorted(outside + spans)


def _covered(quote: Quoted, spans: list[Quoted], starts: list[int]) -> bool:
    index = bisect_right(starts, quote.start) - 1
    return index >= 0 and quote.start < spans[index].end


def _labelled(body: Passage, labels: list[Answer]) -> list[Attribution]:
    made = []
    for answer in labels:
        sentence = body.sentence_at(answer.start)
        start, end = answer.label
        voice = voice_of(start, end, answer.entity, answer.entity.role)
        form: Form = "said" if answer.sure == 1.0 else "answered"
        made.append(Attribution(start, end, ":", answer.start - 1, form, voice, sentence, answer.sure))
    return made


def _silent(line: Line, quotes: list[Quoted], starts: list[int]) -> list[tuple[int, int]]:
    """Return the quoted spans that reach into `line`: what is said there attributes nothing."""
    first = max(0, bisect_right(starts, line.span.start) - 1)
    last = bisect_right(starts, line.span.end)
    return [(q.start, q.end) for q in quotes[first:last] if q.end > line.span.start]


def _beside_marks(
    line: Line, speakers: Speakers, silent: list[tuple[int, int]], found: list[Attribution]
) -> list[Attribution]:
    """Add what only the marks give away: “…,” Lee shot back; Lee put it like this: “…”."""
    added = list(found)
    for start, end in silent:
        if line.text[end - 1 : end] in (",", "，") and line.span.start < end < line.span.end:
            made = _after_marks(line, speakers, end, found)
        elif line.text[max(0, start - 3) : start - 1].rstrip() in (":", "：") and line.span.start < start:
            made = _before_marks(line, speakers, start, found)
        else:
            continue
        if made is not None:
            added.append(made)
    return sorted(added, key=lambda a: (a.start, a.end)) if len(added) > len(found) else found


def _after_marks(line: Line, speakers: Speakers, end: int, found: list[Attribution]) -> Attribution | None:
    first = line.index_at(end + 1)
    if first >= len(line) or any(a.start <= line.tokens[first].start + _NEAR and a.end > end for a in found):
        return None
    if line.is_kind(first, PERSON) and not line.possessive(line.after_last_of(first) - 1):
        verb = line.after_last_of(first)
    elif line.lows[first] in verbs.HE:
        verb = first + 1
    else:
        return None
    if verb >= len(line) or not line.lows[verb].isalpha() or line.lows[verb] in verbs.BE:
        return None
    voice = speakers.voice(line, first, verb, said_to=line.entity(verb + 1))
    if voice is None:
        return None
    token = line.tokens[verb]
    return Attribution(voice.start, token.end, token.text, token.end, "said", voice, line.span)


def _before_marks(line: Line, speakers: Speakers, start: int, found: list[Attribution]) -> Attribution | None:
    if any(a.start < start for a in found):
        return None
    last = line.index_at(start - 1)
    voice = subject_of(line, speakers, last, []) or _described(line, speakers, last)
    if voice is None:
        return None
    return Attribution(voice.start, voice.end, ":", start - 1, "said", voice, line.span)


def _described(line: Line, speakers: Speakers, last: int) -> Voice | None:
    """Return whom the first words of the sentence describe: "The Portuguese coach went on: “…”"."""
    head = next((i for i in range(1, min(last, _HEAD_WITHIN)) if line.lows[i] in verbs.PEOPLE), None)
    return speakers.voice(line, 0, head + 1) if head is not None and line.lows[0] == "the" else None


def _around_marks(line: Line, speakers: Speakers, silent: list[tuple[int, int]]) -> list[Attribution]:
    """Read a sentence whose verb we do not know and that goes on in quotation marks: Lee spoke of “…”; Lee “wants …”.

    Its subject most likely said that, unless something was done to it.
    """
    for start, end in silent:
        if line.text[start - 1] in ": " or not line.span.start < start - 1 <= line.span.end:
            continue  # an answer, or another sentence's
        if len(line.text[start:end].split()) < _SEVERAL:
            continue
        mark = line.index_at(start - 1)
        if line.text[start].islower() and line.is_kind(mark - 1, _NAMED) and not line.possessive(mark - 1):
            voice, sure = named_at(line, mark - 1), _VERB_WITHIN  # the quotation begins with the verb
        else:
            voice, sure = subject_of(line, speakers, mark, silent), _VERB_UNKNOWN
        if voice is None or voice.kind not in ("person", "organisation") or voice.anonymous:
            return []
        first, last = line.index_at(voice.start), line.index_at(voice.end)
        between = frozenset(line.lows[last:mark])
        if not (verbs.BE | _CLAUSES).isdisjoint(between):
            return []
        begin, stop = line.tokens[first].start, line.tokens[max(first, mark - 1)].end
        if stop - begin > _FAR:
            return []
        return [Attribution(begin, stop, "", stop, "said", voice, line.span, sure)]
    return []


def _introduced(line: Line, speakers: Speakers, quotes: list[Quoted], starts: list[int]) -> list[Attribution]:
    """Read a sentence about somebody, after which a quotation stands alone: it introduces the speaker."""
    index = bisect_left(starts, line.span.end)
    if index >= len(quotes) or quotes[index].start - line.span.end > _NEAR:
        return []
    between = line.text[line.span.end : quotes[index].start]
    stop = quotes[index].end - 1
    ended = line.text[stop : stop + 1] in (".", "!", "?", "…") or line.text[stop + 2 : stop + 3] == "."
    if not ended or any(c.isalnum() for c in between):
        return []
    voice = subject_of(line, speakers, len(line), [])
    if (voice is None or voice.kind != "person") and line.text[line.span.end - 1] in (":", "："):
        first = next((i for i in range(len(line)) if line.is_kind(i, PERSON)), None)
        voice = named_at(line, first) if first is not None else None  # Alder CEO Ann Lee on the result:
    if voice is None or voice.kind != "person":
        return []
    sure = _OF_ITS_OWN if "\n" in between else _IN_ONE_BREATH
    return [Attribution(voice.start, voice.end, "", voice.end, "introduced", voice, line.span, sure)]
