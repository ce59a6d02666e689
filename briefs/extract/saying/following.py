"""Who stands behind a preposition or a verb: "according to", "said Lee", "reported by", "a survey by"."""

from __future__ import annotations

from briefs.extract.saying import verbs
from briefs.extract.saying.noun_phrases import Place, phrase_after
from briefs.extract.saying.speakers import Speakers
from briefs.extract.saying.voices import ORGANISATIONS, PERSON, SPEAKERS, Attribution, Form, Line, Voice, named_at
from briefs.extract.saying.wordings import paper

_DOCUMENT_WITHIN = 8  # tokens: "the survey of 2,000 adults was carried out by"


def phrase_source(line: Line, speakers: Speakers, index: int, first: int, form: Form) -> Attribution | None:
    """Read the noun phrase from the token `first` on, behind "according to", "citing" or a verb at `index`."""
    place = phrase_after(line, first)
    if place is None:
        return None
    voice = _apposed(line, speakers, place) or speakers.voice(line, *place, speaks=form == "inverted")
    if voice is None and form == "according":
        voice = _owner(line, place)
    if voice is None and form in ("according", "citing"):
        voice = paper(line, place)
    if voice is None or (form == "citing" and voice.pronoun):
        return None
    start, end = line.tokens[index].start, max(voice.end, line.tokens[place[0]].end)
    return Attribution(start, end, line.lows[index], end, form, voice, line.span)


def _owner(line: Line, place: Place) -> Voice | None:
    """Read "according to Northwire's rate tool": whose it is, where it is nobody itself."""
    owners = (i for i in range(*place) if line.is_kind(i, ORGANISATIONS) and line.possessive(i))
    first = next(owners, None)
    return None if first is None else named_at(line, first)


def _apposed(line: Line, speakers: Speakers, place: Place) -> Voice | None:
    """Read "said the firm's head of research, Ann Lee", "a lobby, Open Seas": the name follows its description."""
    low, high = place
    if line.word(high) != "," or line.word(high - 1) in verbs.DAYS:
        return None
    end = high + 1
    if line.is_kind(end, PERSON):
        if any(line.is_kind(i, PERSON) for i in range(low, high)):
            return None
        end = line.after_last_of(end)
    elif line.noun(high - 1) in verbs.COLLECTIVES and not line.capitalised(high - 1):
        unknown = end < len(line) and line.at[end] is None
        while end < len(line) and (line.is_kind(end, ORGANISATIONS) or (unknown and line.capitalised(end))):
            end += 1
    if end == high + 1 or line.word(end) not in (",", ".", "", "”", '"', ";", ")", "who", "and"):
        return None
    return speakers.voice(line, high + 1, end)


def passive_source(line: Line, speakers: Speakers, index: int, previous: str) -> Attribution | None:
    """Read "reported by The Courier", "figures compiled by the bureau"."""
    done = "carried" if previous == "out" and line.word(index - 2) == "carried" else previous
    near = line.lows[max(0, index - _DOCUMENT_WITHIN) : index]
    if done not in verbs.QUOTED_BY and not (done in verbs.DOCUMENTED_BY and verbs.DOCUMENTS & set(near)):
        return None
    place = phrase_after(line, index + 1)
    if place is None:
        return None
    voice = _apposed(line, speakers, place) or speakers.voice(line, *place) or _name_first(line, speakers, place)
    if voice is None or voice.anonymous or voice.pronoun:
        return None
    start, end = line.tokens[index - 1].start, max(voice.end, line.tokens[index].end)
    return Attribution(start, end, previous, end, "by", voice, line.span)


def _name_first(line: Line, speakers: Speakers, place: Place) -> Voice | None:
    """Read "by Alder want a change": the name that the phrase opens with."""
    low, high = place
    end = low + (line.lows[low] == "the")
    if line.is_kind(end, SPEAKERS):
        return speakers.voice(line, end, line.after_last_of(end))
    while end < high and line.at[end] is None and line.capitalised(end):
        end += 1
    return speakers.voice(line, low, end) if low < end < high and line.capitalised(end - 1) else None


def document_source(line: Line, speakers: Speakers, index: int) -> Attribution | None:
    """Read "a survey by Ann Lee", wherever it stands in the sentence."""
    place = phrase_after(line, index)
    if place is None or line.word(place[1]) in verbs.SHOWING:
        return None  # "a survey by Lee found": the verb says it
    voice = speakers.voice(line, *place)
    if voice is None or voice.anonymous or voice.pronoun:
        return None
    word = line.lows[index]
    return Attribution(voice.start, voice.end, word, voice.end, "document", voice, line.span)
