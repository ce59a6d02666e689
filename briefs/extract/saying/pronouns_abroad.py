"""Pronouns beside the verbs of saying of other languages: "sagte sie", "a-t-il dit"; and those that are left out."""

from __future__ import annotations

from briefs.extract.saying.speakers import Speakers
from briefs.extract.saying.voices import Attribution, Line, Voice
from briefs.tables.tongues import Tongue

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
_WITHOUT = frozenset(("es", "pt", "it"))  # languages whose verbs need no pronoun
_NEAR = 4  # characters between a closing mark and the verb


def by_pronoun(line: Line, speakers: Speakers, verb: int, size: int, language: str) -> Voice | None:
    """Return whom a pronoun right after the verb of `size` tokens, or right before it, means: "sagte er"."""
    pronouns = _PRONOUNS.get(language, {})
    place = next((i for i in (verb + size, verb - 1) if line.word(i) in pronouns), None)
    return speakers.referred(line, place, pronouns[line.word(place)]) if place is not None else None


def left_out(line: Line, speakers: Speakers, verb: int, language: str, silent: list[tuple[int, int]]) -> Voice | None:
    """Return who spoke before, where the verb alone follows what is said: «…», explicó."""
    closed = any(0 <= line.tokens[verb].start - end <= _NEAR for _, end in silent)
    return speakers.referred(line, verb, "") if closed and language in _WITHOUT else None


def turned_round(line: Line, speakers: Speakers, index: int, language: str, known: Tongue) -> Attribution | None:
    """Read the French "a-t-il dit", "explique-t-elle" at `index`."""
    token = line.tokens[index]
    verb, _, pronoun = line.lows[index].rpartition("-")
    if language != "fr" or pronoun not in _INVERTED:
        return None
    word = verb.removesuffix("-t")
    last = index + 1 if word == "a" else index
    if last >= len(line) or (line.lows[last] if last > index else word) not in known.saying:
        return None
    voice = speakers.referred(line, index, _INVERTED[pronoun])
    if voice is None:
        return None
    end = line.tokens[last].end
    return Attribution(token.start, end, word, end, "inverted", voice, line.span)
