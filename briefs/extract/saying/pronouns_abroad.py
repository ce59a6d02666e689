"""Pronouns beside the verbs of saying of other languages: "sagte sie", "a-t-il dit"; and those that are left out."""

from __future__ import annotations

from briefs.extract.saying.speakers import Speakers
from briefs.extract.saying.voices import Attribution, Line, Voice, voice_of
from briefs.tables.tongues import Tongue
from briefs.text import fold

_WITHOUT = frozenset(("es", "pt", "it", "ar", "tr", "pl"))  # languages whose verbs need no pronoun
_VERB_FIRST = frozenset(("ar",))
_OFFICE = 3  # tokens from a verb to the office
_NEAR = 4  # characters between a closing mark and the verb


def by_pronoun(
    line: Line, speakers: Speakers, verb: int, size: int, known: Tongue, silent: list[tuple[int, int]]
) -> Voice | None:
    """Return whom a pronoun right after the verb of `size` tokens, or right before it, means: "sagte er"."""
    for place in (verb + size, verb - 1):
        word = line.word(place)
        if word in known.he or word in known.she:
            return speakers.referred(line, place, "he" if word in known.he else "she", silent)
    return None


def left_out(
    line: Line, speakers: Speakers, verb: int, language: str, known: Tongue, silent: list[tuple[int, int]]
) -> Voice | None:
    """Return who spoke before, where the verb alone follows what is said, or leads to it: «…», explicó; añadió que."""
    if language not in _WITHOUT:
        return None
    closed = any(0 <= line.tokens[verb].start - end <= _NEAR for _, end in silent)
    leads = line.word(verb + 1) in known.that or (line.word(verb + 1) == ":" and language in _VERB_FIRST)
    opens = any(0 < start - line.tokens[verb].end <= _NEAR for start, _ in silent)
    return speakers.referred(line, verb, "", silent) if closed or leads or opens else None


def officeholder(line: Line, speakers: Speakers, verb: int, size: int, known: Tongue) -> Voice | None:
    """Return who holds the office beside the verb: "dijo el ministro", "der Minister sagte"."""
    after = range(verb + size, min(len(line), verb + size + _OFFICE))
    before = range(verb - 1, max(-1, verb - 1 - _OFFICE), -1)
    for places in (after, before):
        for index in places:
            if line.at[index] is not None or not line.lows[index][0].isalpha() or line.lows[index] in known.told:
                break
            if line.lows[index] in known.roles:
                entity, token = speakers.holder(fold(line.lows[index])), line.tokens[index]
                if entity is None:
                    return None
                return voice_of(token.start, token.end, entity, entity.role, pronoun=True)
    return None


def turned_round(
    line: Line, speakers: Speakers, index: int, known: Tongue, silent: list[tuple[int, int]]
) -> Attribution | None:
    """Read the French "a-t-il dit", "explique-t-elle" at `index`."""
    token = line.tokens[index]
    verb, _, pronoun = line.lows[index].rpartition("-")
    if pronoun not in known.he_behind and pronoun not in known.she_behind:
        return None
    word = verb.removesuffix("-t")
    last = index + 1 if word == "a" else index
    if last >= len(line) or (line.lows[last] if last > index else word) not in known.saying:
        return None
    voice = speakers.referred(line, index, "he" if pronoun in known.he_behind else "she", silent)
    if voice is None:
        return None
    end = line.tokens[last].end
    return Attribution(token.start, end, word, end, "inverted", voice, line.span)
