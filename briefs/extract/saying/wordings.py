"""Rarer wordings of an attribution: "in Lee's words", "the Courier, citing", "court papers", a spokesman's employer."""

from __future__ import annotations

from msgspec.structs import replace

from briefs.extract.saying import verbs
from briefs.extract.saying.noun_phrases import Place, leftmost, phrase_after
from briefs.extract.saying.speakers import Speakers
from briefs.extract.saying.voices import DEFINITE, SPEAKERS, Attribution, Line, Voice, description, kind_of, named_at


def in_words_of(line: Line, speakers: Speakers, index: int) -> Attribution | None:
    """Read "in Lee's words", "in his words", "in the words of Ann Lee" at the token "words"."""
    token = line.tokens[index]
    if line.word(index + 1) == "of" and line.word(index - 1) == "the" and line.word(index - 2) == "in":
        place = phrase_after(line, index + 2)
        voice = speakers.voice(line, *place) if place else None
    else:
        owner = index - 1
        if not line.is_kind(owner, SPEAKERS) or not line.possessive(owner):
            return None
        if line.word(line.first_of(owner) - 1) != "in":
            return None
        voice = named_at(line, owner)
    if voice is None or voice.anonymous:
        return None
    start, end = min(voice.start, token.start), max(voice.end, token.end)
    return Attribution(start, end, "words", end, "according", voice, line.span)


def citer(line: Line, index: int) -> Attribution | None:
    """Read "The Courier, citing a memo, said": who cites is relied on as well."""
    last = index - 2
    entity = line.entity(last)
    if line.word(index - 1) != "," or entity is None or kind_of(entity) not in ("publication", "agency"):
        return None
    voice = named_at(line, last)
    if voice is None:
        return None
    token = line.tokens[index]
    return Attribution(voice.start, token.end, token.text, token.end, "to", voice, line.span)


def paper(line: Line, place: Place) -> Voice | None:
    """Return the nameless document that is cited: "an internal memo", "court papers"; none that was named before."""
    low, high = place
    head = next((i for i in range(low, high) if line.noun(i) in verbs.DOCUMENTS), None)
    name = description(line, low, high) if head is not None and line.lows[low] not in DEFINITE else None
    if head is None or name is None:
        return None
    return Voice(line.tokens[low].start, line.tokens[high - 1].end, name, "document", None, line.noun(head), True)


def spoken_for(line: Line, place: Place, voice: Voice) -> Voice:
    """Return `voice`, an unknown name, as a body where one speaks for it: "a spokesman for the owner, Lee Park,"."""
    if voice.entity is not None or line.word(place[0] - 1) != ",":
        return voice
    low = leftmost(line, place[0] - 1)
    speaks = next((i for i in range(low, place[0] - 1) if line.lows[i] in verbs.SPOKEN_FOR), None)
    if speaks is None or line.word(speaks + 1) not in ("for", "of", "at"):
        return voice
    return replace(voice, kind="organisation", role=line.lows[speaks])
