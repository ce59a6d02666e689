"""Where something was said, and who foresees it: "told The Courier", "published in", "cut their forecast"."""

from __future__ import annotations

from briefs.extract.saying import verbs
from briefs.extract.saying.noun_phrases import phrase_after, subject_before
from briefs.extract.saying.speakers import Speakers
from briefs.extract.saying.voices import Attribution, Line, kind_of
from briefs.extract.wordlist import words
from briefs.model import EntityKind

_NO_PAPER: frozenset[EntityKind] = frozenset(("person", "country"))
TALKING = words("talked spoke talks speaks")
REVISING = words("cut cuts raised raises lowered lowers lifted trimmed maintained reiterated")
_REVISED = words("forecast forecasts estimate estimates target targets rating ratings projection projections")
APPEARED = words("published reported appeared appearing writing wrote")
# "in an interview with", "in a statement to", "speaking to": a publication after these is where it was said.
WHERE_SAID = words("interview statement email speaking spoke comments remarks spoken interviewed")


def talked(line: Line, speakers: Speakers, index: int) -> Attribution | None:
    """Read "Ann Lee talked to The Courier": who is interviewed there."""
    place = subject_before(line, index)
    to = index + 2 + (line.word(index + 2) == "the")
    named = to < len(line) and line.capitalised(to) and not line.is_kind(to, _NO_PAPER)
    voice = speakers.voice(line, *place) if place and named else None
    if voice is None or voice.kind != "person" or voice.pronoun:
        return None
    token = line.tokens[index]
    return Attribution(voice.start, token.end, token.text, token.end, "introduced", voice, line.span)


def revised(line: Line, speakers: Speakers, index: int) -> Attribution | None:
    """Read "analysts at Alder cut their forecast": those who foresee for a living, and no firm about itself."""
    place = subject_before(line, index)
    if place is None or _REVISED.isdisjoint(line.lows[index + 2 : index + 6]):
        return None
    voice = speakers.voice(line, *place)
    if voice is None or voice.entity is None or voice.role not in verbs.SPOKEN_FOR:
        return None
    token = line.tokens[index]
    return Attribution(voice.start, token.end, token.text, token.end, "said", voice, line.span)


def appeared(line: Line, speakers: Speakers, index: int) -> Attribution | None:
    """Read "reported in the journal Tidal Science": where the findings stand, if that is of the press."""
    place = phrase_after(line, index + 1)
    if place is None or line.lows[place[1] - 1] in verbs.DAYS or not line.capitalised(place[1] - 1):
        return None
    voice = speakers.voice(line, *place)
    if voice is None or voice.anonymous or voice.pronoun or voice.kind == "person":
        return None
    start = line.tokens[index - 1].start
    return Attribution(start, voice.end, "in", voice.end, "in", voice, line.span)


def said_to(line: Line, speakers: Speakers, index: int) -> Attribution | None:
    """Read "told The Courier", "in an interview with The Courier": the publication is relied on too."""
    for place in range(index + 1, index + 4):
        entity = line.entity(place)
        if entity is not None and kind_of(entity) in ("publication", "agency"):
            voice = speakers.voice(line, place, line.after_last_of(place))
            if voice is not None:
                start = line.tokens[index].start
                return Attribution(start, voice.end, line.lows[index], voice.end, "to", voice, line.span)
            return None
    return None
