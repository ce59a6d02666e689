"""Pronouns beside the verbs of saying of other languages: "sagte sie", "a-t-il dit"; and those that are left out."""

from __future__ import annotations

from briefs.extract.saying.speakers import Speakers
from briefs.extract.saying.voices import Attribution, Line, Voice, voice_of
from briefs.tables.tongues import Tongue
from briefs.text import fold

_PRONOUNS = {
    "de": {"er": "he", "sie": "she"},
    "nl": {"hij": "he", "zij": "she", "ze": "she"},
    "sv": {"han": "he", "hon": "she"},
    "da": {"han": "he", "hun": "she"},
    "no": {"han": "he", "hun": "she"},
    "ru": {"он": "he", "она": "she"},
    "uk": {"він": "he", "вона": "she"},
}
_INVERTED = {"il": "he", "elle": "she"}
_WITHOUT = frozenset(("es", "pt", "it", "ar", "tr", "pl"))  # languages whose verbs need no pronoun
_VERB_FIRST = frozenset(("ar",))
_THAT = frozenset(("que", "che", "أن", "إن", "أنه", "إنه", "że"))
_TO_WHOM = frozenset(
    ("con", "com", "mit", "avec", "met", "a", "al", "à", "au", "an", "aan", "alla", "allo", "dem", "do")
)
_OFFICE = 3  # tokens from a verb to the office
_NEAR = 4  # characters between a closing mark and the verb


def by_pronoun(
    line: Line, speakers: Speakers, verb: int, size: int, language: str, silent: list[tuple[int, int]]
) -> Voice | None:
    """Return whom a pronoun right after the verb of `size` tokens, or right before it, means: "sagte er"."""
    pronouns = _PRONOUNS.get(language, {})
    place = next((i for i in (verb + size, verb - 1) if line.word(i) in pronouns), None)
    return speakers.referred(line, place, pronouns[line.word(place)], silent) if place is not None else None


def left_out(line: Line, speakers: Speakers, verb: int, language: str, silent: list[tuple[int, int]]) -> Voice | None:
    """Return who spoke before, where the verb alone follows what is said, or leads to it: «…», explicó; añadió que."""
    if language not in _WITHOUT:
        return None
    closed = any(0 <= line.tokens[verb].start - end <= _NEAR for _, end in silent)
    leads = line.word(verb + 1) in _THAT or (line.word(verb + 1) == ":" and language in _VERB_FIRST)
    opens = any(0 < start - line.tokens[verb].end <= _NEAR for start, _ in silent)
    return speakers.referred(line, verb, "", silent) if closed or leads or opens else None


def officeholder(line: Line, speakers: Speakers, verb: int, size: int, known: Tongue) -> Voice | None:
    """Return who holds the office beside the verb: "dijo el ministro", "der Minister sagte"."""
    after = range(verb + size, min(len(line), verb + size + _OFFICE))
    before = range(verb - 1, max(-1, verb - 1 - _OFFICE), -1)
    for places in (after, before):
        for index in places:
            if line.at[index] is not None or not line.lows[index][0].isalpha() or line.lows[index] in _TO_WHOM:
                break
            if line.lows[index] in known.roles:
                entity, token = speakers.holder(fold(line.lows[index])), line.tokens[index]
                if entity is None:
                    return None
                return voice_of(token.start, token.end, entity, entity.role, pronoun=True)
    return None


def turned_round(
    line: Line, speakers: Speakers, index: int, language: str, known: Tongue, silent: list[tuple[int, int]]
) -> Attribution | None:
    """Read the French "a-t-il dit", "explique-t-elle" at `index`."""
    token = line.tokens[index]
    verb, _, pronoun = line.lows[index].rpartition("-")
    if language != "fr" or pronoun not in _INVERTED:
        return None
    word = verb.removesuffix("-t")
    last = index + 1 if word == "a" else index
    if last >= len(line) or (line.lows[last] if last > index else word) not in known.saying:
        return None
    voice = speakers.referred(line, index, _INVERTED[pronoun], silent)
    if voice is None:
        return None
    end = line.tokens[last].end
    return Attribution(token.start, end, word, end, "inverted", voice, line.span)
