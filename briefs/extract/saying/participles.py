"""What hangs on a sentence: ", saying the plan failed", "with some observers warning"; and whom a sentence is about."""

from __future__ import annotations

from briefs.extract.saying import verbs
from briefs.extract.saying.noun_phrases import leftmost
from briefs.extract.saying.speakers import Speakers
from briefs.extract.saying.voices import SPEAKERS, Attribution, Line, Voice
from briefs.extract.wordlist import words

_OPENING = 9  # tokens of "OSLO (Example Wire) - Norway's central bank", with which a sentence opens
_NEAR_START = 12  # tokens within which the subject of a sentence is looked for
_DASHES = frozenset("-–—")


def inside(line: Line, index: int, silent: list[tuple[int, int]]) -> bool:
    """Say whether the token at `index` stands in one of the quoted spans `silent`."""
    place = line.tokens[index].start
    return any(start <= place < end for start, end in silent)


def hanging(
    line: Line, speakers: Speakers, index: int, before: list[Attribution], silent: list[tuple[int, int]]
) -> Attribution | None:
    """Read ", saying the plan failed": who spoke in the sentence before, else its subject, says this too."""
    person = line.at[index - 1]
    if person is not None and person[1].kind == "person" and "with" in line.lows[max(0, index - 8) : index]:
        voice = speakers.voice(line, line.first_of(index - 1), index)  # with the minister Ann Lee warning
        if voice is None:
            return None
        token = line.tokens[index]
        return Attribution(voice.start, token.end, token.text, token.end, "said", voice, line.span)
    if line.word(index - 1) not in (",", "”", '"', "and", "while", "by") and not _of_paper(line, index):
        return _with_some(line, speakers, index)
    speaking = [a.voice for a in before if a.form in ("said", "inverted")]
    voice = speaking[-1] if speaking else subject_of(line, speakers, index, silent)
    if voice is None:
        return None
    token = line.tokens[index]
    return Attribution(token.start, token.end, token.text, token.end, "said", voice, line.span)


def _of_paper(line: Line, index: int) -> bool:
    """Say whether what was adopted or sent right before says it: "passed a motion on Tuesday saying"."""
    return line.word(index + 1) not in ("for", "on", "") and not _PAPERS.isdisjoint(
        line.lows[max(0, index - 4) : index]
    )


_PAPERS = words("resolution motion declaration communique communiqué statement letter decree note message text notice")


def _with_some(line: Line, speakers: Speakers, index: int) -> Attribution | None:
    """Read "with some observers warning that", "with the ministry saying it"."""
    low = leftmost(line, index)
    if line.word(low) == "with":
        low += 1
    if low >= index or line.word(low - 1) != "with":
        return None
    voice = speakers.voice(line, low, index)
    if voice is None or voice.pronoun:
        return None
    token = line.tokens[index]
    return Attribution(voice.start, token.end, token.text, token.end, "said", voice, line.span)


def subject_of(line: Line, speakers: Speakers, last: int, silent: list[tuple[int, int]]) -> Voice | None:
    """Return the person, organisation or pronoun that the sentence begins with, as far as the token `last`."""
    looked = 0
    index = 0
    while index < last and looked < _NEAR_START:
        if inside(line, index, silent):
            index += 1
            continue
        looked += 1
        if line.at[index] is None:
            if looked == 1 and line.lows[index] in verbs.HE:
                return speakers.voice(line, index, index + 1)
            if looked <= _OPENING and _body_noun(line, index):
                low = leftmost(line, index + 1)
                opens = low == 0 or line.lows[low - 1] in _DASHES
                return speakers.voice(line, low, index + 1) if opens and low < index else None
            index += 1
            continue
        end = line.after_last_of(index)
        if line.word(index - 1) == "(" and line.word(end + 1) in _DASHES:  # the agency of a dateline
            index = end
            continue
        if line.is_kind(index, SPEAKERS - {"country"}) and not line.possessive(end - 1):
            if line.word(index - 1) in verbs.PREPOSITIONS:
                return None
            return speakers.voice(line, index, end)
        index = end
    return None


def _body_noun(line: Line, index: int) -> bool:
    """Say whether the token at `index` is a public body's noun: "the ministry", "Norway's central bank"."""
    firm = line.lows[index] in verbs.FIRMS and line.word(index - 1) != "central"
    return line.lows[index] in verbs.COLLECTIVES and not firm and not line.possessive(index)
