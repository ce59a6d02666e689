"""Several who say the same: "Lee and Nair said", "the two companies said"."""

from __future__ import annotations

from msgspec.structs import replace

from briefs.extract.saying import verbs
from briefs.extract.saying.noun_phrases import before_brackets
from briefs.extract.saying.speakers import Speakers
from briefs.extract.saying.voices import ORGANISATIONS, PERSON, Attribution, Line, voice_of
from briefs.model import Entity, Mention

_JOINED = 6  # tokens between two who speak together
_TWO = 2


def others_with(line: Line, speakers: Speakers, made: Attribution) -> list[Attribution]:
    """Read "the ministers Ann Lee and Raj Nair said", "said Lee and Nair": those who say it with `made`'s voice."""
    if made.form in ("according", "citing", "by"):
        return _cited_with(line, speakers, made)
    if made.form not in ("said", "inverted") or made.voice.pronoun:
        return []
    kinds = PERSON if made.voice.kind == "person" else ORGANISATIONS
    first, after = line.index_at(made.voice.start), line.index_at(made.voice.end)
    places = range(after + 1, min(after + _JOINED, len(line))) if made.form == "inverted" else ()
    if made.form == "inverted" and line.word(after) != "and":
        return []
    if made.form == "said":
        joint = next((i for i in range(first - 1, max(-1, first - _JOINED), -1) if line.lows[i] == "and"), 0)
        last = before_brackets(line, joint) - 1  # the food office (NFO) and the drug office have said
        places = range(last, last + 1) if joint else ()
    for index in places:
        if line.is_kind(index, kinds) and not line.possessive(index):
            start = line.first_of(index)
            voice = speakers.voice(line, start, line.after_last_of(index))
            if voice is not None:
                low, high = min(voice.start, made.start), max(voice.end, made.end)
                return [replace(made, start=low, end=high, voice=voice)]
    return []


def _cited_with(line: Line, speakers: Speakers, made: Attribution) -> list[Attribution]:
    """Read "reported by Alder and the Birch Journal": the second of two, where the sentence pauses behind it."""
    after = line.index_at(made.voice.end)
    if line.word(after) != "and" or made.voice.pronoun:
        return []
    place = after + 2 if line.word(after + 1) == "the" else after + 1
    if place >= len(line) or not line.is_kind(place, ORGANISATIONS | PERSON):
        return []
    end = line.after_last_of(place)
    if line.possessive(end - 1) or line.word(end) not in ("", ".", ",", ";", ")"):
        return []
    voice = speakers.voice(line, place, end)
    return [replace(made, end=max(voice.end, made.end), voice=voice)] if voice else []


def both(line: Line, index: int, word: str) -> list[Attribution]:
    """Read "Alder bought Birch, the two companies said": both of them did."""
    first = max(0, index - 3)
    words = [w for w in line.lows[first:index] if w not in verbs.BETWEEN]
    if word not in verbs.SAYING or words[-1:] not in (
        ["companies"],
        ["firms"],
        ["banks"],
        ["carmakers"],
        ["airlines"],
    ):
        return []
    if words[-2:-1] not in (["two"], ["both"], ["the"]):
        return []
    meant: dict[str, tuple[Mention, Entity]] = {}
    for pair in line.at[:first]:
        if pair is not None and pair[1].kind == "company":
            meant.setdefault(pair[1].key, pair)
    if len(meant) != _TWO:
        return []
    end = line.tokens[index].end
    made = []
    for mention, entity in meant.values():
        voice = voice_of(line.tokens[first].start, line.tokens[index - 1].end, entity)
        made.append(Attribution(mention.start, mention.end, word, end, "said", voice, line.span))
    return made
