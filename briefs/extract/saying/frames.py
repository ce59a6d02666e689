"""Frames of attribution within a sentence: "Lee said", "said Lee", "according to", "a survey by", "quoted by"."""

from __future__ import annotations

import re

from briefs.extract.saying import verbs
from briefs.extract.saying.elsewhere import (
    APPEARED,
    REVISING,
    TALKING,
    WHERE_SAID,
    appeared,
    revised,
    said_to,
    talked,
)
from briefs.extract.saying.following import document_source, passive_source, phrase_source
from briefs.extract.saying.frame_checks import BACKGROUND, ONLY_PEOPLE, closes, ends_well, may
from briefs.extract.saying.noun_phrases import before_occasion, before_writing, subject_before
from briefs.extract.saying.participles import hanging, inside, subject_of
from briefs.extract.saying.speakers import Speakers
from briefs.extract.saying.together import both, others_with
from briefs.extract.saying.voices import PERSON, Attribution, Form, Line
from briefs.extract.saying.wordings import citer, in_words_of, spoken_for
from briefs.extract.wordlist import words

_MOST = 12  # attributions of one sentence
_AT_WITHIN = 12  # tokens: "put the cost of diesel for the power stations at"
_THAT_WITHIN = 5  # tokens: "found in May that"
_LARGE = re.compile(r"\d{1,3}(?:,\d{3})+|\d{5,}")  # four digits are a year as well


def in_line(line: Line, speakers: Speakers, silent: list[tuple[int, int]]) -> list[Attribution]:
    """Return the attributions of `line` in order; `silent` are the spans between quotation marks, which make none."""
    found: list[Attribution] = []
    for index, word in enumerate(line.lows):
        if word not in _TRIGGERS or line.at[index] is not None or inside(line, index, silent):
            continue
        if index and line.tokens[index].text.istitle() and line.capitalised(index - 1):
            continue  # a name: "Kellet Point"
        if len(found) >= _MOST:
            break
        made = _attribution(line, speakers, index, word, found, silent)
        if made is None:
            found.extend(both(line, index, word))
            continue
        if _within_clause(line, made, found):
            continue
        found.append(made)
        found.extend(others_with(line, speakers, made))
        objects = said_to(line, speakers, index) if word in verbs.TELLING else None
        citing = citer(line, index) if word == "citing" else None
        found.extend(a for a in (objects, citing) if a is not None)
    return found


def _within_clause(line: Line, made: Attribution, found: list[Attribution]) -> bool:
    """Say whether somebody is reported to have judged: "Lee said a rival had asked him", "he said Nair expects"."""
    if made.voice.kind in ("agency", "publication"):
        return False  # "the minister said, adding that it was late, the agency reported"
    if made.form != "said" or made.verb not in verbs.JUDGING - verbs.SAYING or not found:
        return False
    last = found[-1]
    before = line.word(line.index_at(made.start) - 1)
    return last.form == "said" and last.voice.key != made.voice.key and before not in ("while", "but", "and", ";")


_TRIGGERS = (
    verbs.SAYING
    | verbs.JUDGING
    | verbs.SHOWING
    | verbs.PARTICIPLES
    | verbs.RELIED_ON
    | {"according", "citing", "by", "with", "to", "per", "in", "words", "put"}
    | words("talked spoke talks speaks cut cuts raised raises lowered lowers lifted trimmed maintained reiterated")
)


def _attribution(
    line: Line,
    speakers: Speakers,
    index: int,
    word: str,
    before: list[Attribution],
    silent: list[tuple[int, int]],
) -> Attribution | None:
    if word in _LEADING:
        return _led_by(line, speakers, index, word)
    following, previous = line.word(index + 1), line.word(index - 1)
    if word in TALKING and following in ("to", "with"):
        return talked(line, speakers, index)
    if word in REVISING and following in ("its", "their", "his", "her"):
        return revised(line, speakers, index)
    if word in verbs.RELIED_ON and following in verbs.FROM:
        return document_source(line, speakers, index)
    if word in verbs.RELIED_ON and following == "," and line.word(index + 2) == "by":
        return passive_source(line, speakers, index + 2, "written")
    if previous == "to" and line.lows[max(0, index - 3) : index - 1] in (["went", "on"], ["goes", "on"]):
        return _said(line, speakers, index, word)  # the coach went on to add
    if previous in _NO_VERB_AFTER or previous.endswith(("n't", "n’t")):
        return None
    if word in verbs.PARTICIPLES and previous not in verbs.BE:
        return hanging(line, speakers, index, before, silent)
    if _means_otherwise(line, index, word):
        return None
    if (word in verbs.INVERTIBLE or word == "reports") and closes(line, index):
        made = phrase_source(line, speakers, index, index + 1, "inverted")
        if made is not None and ends_well(line, made.voice):
            named = made.voice.anonymous and previous == "," and line.is_kind(index - 2, PERSON)
            named = named or before_occasion(line, index) < index  # Ann Lee, in a briefing on Sunday, said the members
            plain = _said(line, speakers, index, word) if named else None  # its secretary, Ann Lee, said members who
            return plain or made
    return _said(line, speakers, index, word)


_NO_VERB_AFTER = words("to not never of the a no his her their its")
_LEADING = words("according citing per words with to in by")


def _led_by(line: Line, speakers: Speakers, index: int, word: str) -> Attribution | None:
    """Read a phrase that one of `_LEADING` opens: "according to Lee", "in Lee's words", "told by Lee"."""
    following, previous = line.word(index + 1), line.word(index - 1)
    match word:
        case "according":
            return phrase_source(line, speakers, index, index + 2, "according") if following == "to" else None
        case "citing":
            return phrase_source(line, speakers, index, index + 1, "citing")
        case "per":
            opens = previous in ("", ",", "as") or closes(line, index)
            return phrase_source(line, speakers, index, index + 1, "according") if opens else None
        case "words":
            return in_words_of(line, speakers, index)
        case "in":
            return appeared(line, speakers, index) if previous in APPEARED else None
        case "by":
            return passive_source(line, speakers, index, previous)
        case _:
            return said_to(line, speakers, index) if previous in WHERE_SAID else None


def _means_otherwise(line: Line, index: int, word: str) -> bool:
    """Return whether a verb of saying is none here: a noun, or the verb of another phrase."""
    following = line.word(index + 1)
    if following == "off" or (word == "read" and following in ("out", "aloud")):
        return True
    if following in ("of", "for", "from", "on") and word in verbs.NOUNS_TOO:
        return True
    if word == "stress":
        return following not in ("that", "how", "the")  # "the stress response"
    if word.startswith("admit") and following[:1].isdigit():
        return True  # "admits 400 students"
    return word in ("puts", "put") and following != "it" and "at" not in line.lows[index + 1 : index + _AT_WITHIN]


def _said(line: Line, speakers: Speakers, index: int, word: str) -> Attribution | None:
    """Read "Lee said", "Lee, a baker, has said", "experts are warning", "Lee was quoted as saying"."""
    verb = index - 3 if line.word(index - 1) == "to" else index
    passive = word == "quoted"
    if (passive or word in verbs.PARTICIPLES) and line.word(index - 1) in verbs.BE:
        verb = index - 1
        while line.word(verb - 1) in verbs.BETWEEN:
            verb -= 1
    if passive and line.word(index + 1) != "as":
        return None
    place = subject_before(line, verb)
    if place and any(_LARGE.fullmatch(word) for word in line.lows[slice(*place)]):
        return None  # "more than the 120,000 analysts had forecast": nobody hears so many
    before = line.word(place[0] - 1) if place else ""
    if before == "what" or (before in ("that", "which") and word in ("calls", "call", "called")):
        return None  # "a railway that charges what the ticket says", "a boat that Norfjell calls Heron"
    told_to = line.entity(index + 1) if word in verbs.TELLING else None
    if word in verbs.TELLING and _orders(line, index):
        return None
    voice = speakers.voice(line, *place, said_to=told_to, speaks=word in ONLY_PEOPLE) if place else None
    if voice is None or place is None:
        return _goes_on(line, speakers, index, verb, word)
    several = not _TOGETHER.isdisjoint(line.lows[max(0, place[0] - 1) : place[1]])
    following = "that" if "that" in line.lows[index + 1 : index + _THAT_WITHIN] else line.word(index + 1)
    if not may(word, voice, line.word(index - 1), following, several=several):
        return None
    house = voice.name.split()[-1].lower() in verbs.DOCUMENTS  # Alder Research
    unknown = voice.entity is None and voice.kind == "organisation" and not house
    country = voice.entity is not None and voice.entity.kind == "country"
    if (unknown or country) and line.word(place[0] - 1) in BACKGROUND:
        return None
    if unknown or voice.kind == "person":
        voice = spoken_for(line, place, voice)
    end = line.tokens[min(index + 2, len(line) - 1) if passive else index].end
    form: Form = "document" if voice.role in verbs.DOCUMENTS else "said"
    start = min(voice.start, line.tokens[place[0]].start)
    return Attribution(start, end, word, end, form, voice, line.span)


def _orders(line: Line, index: int) -> bool:
    """Say whether "told" at `index` bids somebody do something: "a friend told her to leave"."""
    after = line.after_last_of(index + 1) if line.entity(index + 1) is not None else index + 2
    return line.word(after) == "to" and (line.entity(index + 1) is not None or line.word(index + 1) in _OBJECTS)


_OBJECTS = words("him her them me us you people residents staff workers everyone everybody")
_TOGETHER = words("and like")
_FORESEEING = words("expects forecasts predicts estimates believes")


def _goes_on(line: Line, speakers: Speakers, index: int, verb: int, word: str) -> Attribution | None:
    """Read "Lee declined to confirm the plan but said", "Norfjell raised its guidance and now expects"."""
    verb = before_writing(line, verb)
    while line.word(verb - 1) in verbs.BETWEEN:
        verb -= 1
    joint = line.word(verb - 1)
    if word not in verbs.SAYING and word not in _FORESEEING:
        return None
    voice = subject_of(line, speakers, verb - 1, []) if joint in ("but", "and") else None
    if voice is None and joint in ("but", "and") and line.lows[0] == "the" and line.word(1) in verbs.FIRMS:
        voice = speakers.voice(line, 0, 2)  # "The company had planned ten but now says"
    if voice is None or not may(word, voice, joint, line.word(index + 1), several=False):
        return None
    token = line.tokens[index]
    return Attribution(token.start, token.end, word, token.end, "said", voice, line.span)
