"""Subjects: the phrases that the article keeps coming back to, as it first writes them.

Candidates are runs of content words (RAKE: Rose et al., 2010), rated by how often they occur, by the title and by how
early they come (YAKE: Campos et al., 2020). What stands after "to", "will" or "they" more often than after "the" or
"of" is taken for a verb. Names have their own place in a brief and are no subjects by themselves.
"""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from msgspec import Struct

from briefs.extract.document import Document, Passage
from briefs.extract.names import Names
from briefs.extract.subject_words import BEFORE_NOUN, MOST_TOKENS, Word, Words
from briefs.model import EntityKind, Part, Subject
from briefs.sentences import Token

_MOST = 8
_FEW = 3  # phrases that are shown where nothing recurs
_LONGEST = 3  # words of a phrase
_SINGLE = 3  # times that a single word must occur


class _Phrase(Struct):
    """A run of words as stems, where it stands first, and how often it stands."""

    stems: tuple[str, ...]
    last: str  # its last word as written first, in lower case
    start: int
    end: int
    part: Part
    count: int = 0
    closing: int = 0  # times that a run of content words ends with it
    led: bool = False  # it was such a run at least once, after "the", "of" and their like
    in_title: bool = False


class _Part(NamedTuple):
    """A word of a run, and the kind of the name that it belongs to, if it is of one."""

    token: Token
    word: Word
    kind: EntityKind | None
    opens: bool = True  # no name began before it that it belongs to
    closes: bool = True  # no name goes on behind it


def find_subjects(document: Document, names: Names) -> tuple[Subject, ...]:
    """Return up to eight key phrases, the most telling first, each with the place where it stands first."""
    words = Words(document)
    phrases: dict[tuple[str, ...], _Phrase] = {}
    for passage in document.passages:
        _gather(passage, names, words, phrases)
    length = max(1, len(document.body.text))
    often = Counter({key[0]: phrase.count for key, phrase in phrases.items() if len(key) == 1})
    rated = []
    for phrase in phrases.values():
        size = len(phrase.stems)
        if not _is_subject(phrase, often, words):
            continue
        score = phrase.count * (0.5, 1.5, 2.0)[size - 1] + 0.2 * sum(often[s] for s in phrase.stems) / size
        score *= 1.5 if phrase.in_title else 1.0
        score *= 1.2 - 0.4 * (phrase.start / length if phrase.part == "body" else 0.0)
        rated.append((-score, phrase.part != "title", phrase.start, phrase))
    rated.sort(key=lambda row: row[:3])
    # What an article comes back to is the last word of a phrase, the others say which.
    headed: list[_Phrase] = []
    others: list[_Phrase] = []
    for *_, phrase in rated:
        (headed if phrase.count >= 2 or often[phrase.stems[-1]] >= 2 else others).append(phrase)
    chosen = _distinct(headed) or _distinct(others)[:_FEW]
    made = []
    for phrase in chosen:
        passage = document.title if phrase.part == "title" else document.body
        evidence = passage.evidence(phrase.start, phrase.end)
        made.append(Subject(evidence.text, evidence))
    return tuple(made)


def _is_subject(phrase: _Phrase, often: Counter[str], words: Words) -> bool:
    """Say whether a phrase may be a subject: it recurs, or is made of words that do; and it ends as a noun phrase."""
    if len(phrase.stems) == 1:
        return phrase.count >= _SINGLE and phrase.closing * 2 >= phrase.count
    if phrase.count >= 2:
        return phrase.closing > 0
    recurs = sum(often[s] >= 2 for s in phrase.stems) * 2 >= len(phrase.stems)
    return phrase.led and recurs and words.leaning[phrase.last] >= 0


def _distinct(rated: list[_Phrase]) -> list[_Phrase]:
    """Return the best phrases of which none holds another's words."""
    chosen: list[_Phrase] = []
    for phrase in rated:
        stems = set(phrase.stems)
        if not any(stems <= set(c.stems) or stems >= set(c.stems) for c in chosen):
            chosen.append(phrase)
            if len(chosen) == _MOST:
                break
    return chosen


def _gather(passage: Passage, names: Names, words: Words, phrases: dict[tuple[str, ...], _Phrase]) -> None:
    """Count the phrases of `passage`: what lies within runs of content words, unless it is a name and no more."""
    named = [(m.start, m.end, e.kind) for m, e in names.within(passage.part, 0, len(passage.text))]
    named.append((len(passage.text) + 1, len(passage.text) + 2, "place"))
    place = 0
    run: list[_Part] = []
    led = False
    before = ""
    for token in passage.tokens[:MOST_TOKENS]:
        word = words.of(token.text)
        if run and (not word.stem or token.start - run[-1].token.end != 1):
            _count(passage, run, led, phrases)
            run = []
        if word.stem:
            while named[place][1] <= token.start:
                place += 1
            within = named[place][0] < token.end
            kind = named[place][2] if within else None
            if kind == "person":
                if run:
                    _count(passage, run, led, phrases)
                    run = []
            else:
                if not run:
                    led = before in BEFORE_NOUN
                opens, closes = token.start <= named[place][0], token.end >= named[place][1]
                run.append(_Part(token, word, kind, not within or opens, not within or closes))
                if word.owns:
                    _count(passage, run, led, phrases)
                    run = []
        before = token.text
    if run:
        _count(passage, run, led, phrases)


def _count(passage: Passage, run: list[_Part], led: bool, phrases: dict[tuple[str, ...], _Phrase]) -> None:
    """Count the phrases of up to three words within `run`; `led` says that a word stands before it as before nouns."""
    length = len(run)
    stems = [part.word.stem for part in run]
    for last in range(1, length + 1):
        token, word, kind, _, closes = run[last - 1]
        if kind == "country" or not closes:
            continue
        for first in range(max(0, last - _LONGEST), last):
            size = last - first
            if not run[first].opens or not (word.alone if size == 1 else word.ends and run[first].word.begins):
                continue
            if kind and all(part.kind for part in run[first:last]):
                continue
            key = tuple(stems[first:last])
            phrase = phrases.get(key)
            if phrase is None:
                end = token.end - 2 if word.owns else token.end
                tail = passage.text[token.start : end].lower()
                phrase = phrases[key] = _Phrase(key, tail, run[first].token.start, end, passage.part)
            phrase.in_title = phrase.in_title or passage.part == "title"
            phrase.count += 1
            phrase.closing += last == length
            phrase.led = phrase.led or (led and size == length)
