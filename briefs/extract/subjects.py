"""Subjects: the phrases that the article keeps coming back to, as it first writes them.

Candidates are runs of content words (RAKE: Rose et al., 2010), rated by how often they occur, by the title and by how
early they come (YAKE: Campos et al., 2020). What stands after "to", "will" or "they" more often than after "the" or
"of" is taken for a verb. Names have their own place in a brief and are no subjects by themselves.
"""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from msgspec import Struct

from briefs.extract.counting.units import unit_tables
from briefs.extract.document import Document, Passage
from briefs.extract.names import Names
from briefs.extract.naming.lexicon.persons import HONORIFICS
from briefs.extract.terms import STOPWORDS, stem
from briefs.extract.wordlist import words
from briefs.model import EntityKind, Part, Subject
from briefs.sentences import Token
from briefs.tables.tongues import english

_MOST = 8
_FEW = 3  # phrases that are shown where nothing recurs
_LONGEST = 3  # words of a phrase
_MOST_TOKENS = 30_000  # of a very long article; its subjects are clear by then
_SINGLE = 3  # times that a single word must occur
_COMMON = 20  # most frequent words of another language, taken for its function words
_SHORTEST = 2  # letters of a subject: AI, EU
_LONG_PARTICIPLE = 4  # letters; "king" and "ring" are nouns
_SHORT = 3  # letters of a word that carries nothing in another language
_ENDINGS = (
    "ly",
    "ed",
    "ous",
    "ful",
    "able",
    "ible",
    "ive",
    "ish",
    "less",
    "ical",
    "ional",
    "istic",
    "estic",
    "ing",
    "est",
)
_BEFORE_NOUN = words(
    """
    the a an of its their his her this that these those in for by with on at from new our no
    """
)
_BEFORE_VERB = words(
    """
    to will would can could may might must should not he she they it we i you who has have had did does do which and
    """
)
# Words that break a phrase though they mean something: numbers, measures, and what every article says.
_BREAKS = words(
    """
    percent per cent million billion trillion thousand hundred dozen zero three four five six dozens scores couple
    seven eight nine ten eleven twelve twenty thirty forty fifty half quarter double triple annual daily weekly
    monthly total additional similar available able due early late big small high low long short top main major key
    different certain ceo cfo coo cto gmt est image photo file video read subscribe newsletter
    """
)
_ROLES = words(
    """
    officer chief director president minister spokesman spokeswoman meteorologist executive founder chairman
    chairwoman secretary manager head editor reporter professor analyst chairperson governor senator
    """
)
_AFTER_VERB = words("the a an its their his her them it us him more up down")
_NO_SUBJECT = english("no_subject")
_PAST = english("past")


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


class _Word(NamedTuple):
    """What a word can be in a subject: nothing where it has no stem."""

    stem: str
    alone: bool  # it can be a subject by itself
    ends: bool  # it can end one of several words
    begins: bool
    owns: bool  # it is a possessive, and the subject ends before its ending


class _Part(NamedTuple):
    """A word of a run, and the kind of the name that it belongs to, if it is of one."""

    token: Token
    word: _Word
    kind: EntityKind | None
    opens: bool = True  # no name began before it that it belongs to
    closes: bool = True  # no name goes on behind it


_NOTHING = _Word("", False, False, False, False)


class _Words:
    """What the words of a document are: which of them can be in a subject, and which can end one.

    `leaning` is over 0 for a word that mostly stands where nouns do, and under it for one that stands where verbs do.
    """

    def __init__(self, document: Document) -> None:
        self._english = (document.language or "en") == "en"
        tokens = document.title.tokens + document.body.tokens[:_MOST_TOKENS]
        lows = document.title.lows + document.body.lows[:_MOST_TOKENS]
        leaning: Counter[str] = Counter()
        for before, word in pairwise(lows):
            if before in _BEFORE_NOUN:
                leaning[word] += 1
            elif before in _BEFORE_VERB:
                leaning[word] -= 1
            if word in _AFTER_VERB or word[0].isdigit():
                leaning[before] -= 1
        self.leaning = leaning
        self._common: set[str] = set()
        if not self._english:
            frequent = Counter(t.text for t in tokens if t.text[0].islower())
            self._common = {w for w, _ in frequent.most_common(min(_COMMON, len(tokens) // _COMMON))}
        self._known: dict[str, _Word] = {}

    def of(self, text: str) -> _Word:
        """Return what the word `text` is in this document."""
        known = self._known.get(text)
        if known is None:
            known = self._known[text] = self._look(text)
        return known

    def _look(self, text: str) -> _Word:
        if self._english:
            return _NOTHING if self.leaning[text] < 0 and text[0].islower() else _english(text)
        word = text.lower()
        if not text[0].isalpha() or len(word) <= _SHORT or word in self._common:
            return _NOTHING
        return _Word(stem(word), True, True, True, False)


@lru_cache(maxsize=32_768)
def _english(text: str) -> _Word:
    """Return what an English word can be in a subject, whatever the document."""
    if not text[0].isalpha() or len(text) < _SHORTEST:
        return _NOTHING
    word = text.lower().replace("’", "'")
    if word in STOPWORDS or word in _BREAKS or word.endswith("-old"):
        return _NOTHING
    small = text[0].islower()
    if small and word in _PAST:
        return _NOTHING
    if small and word.endswith(("ed", "ly")) and "-" not in text and len(word) > _LONG_PARTICIPLE:
        return _NOTHING
    plain = word.removesuffix("'s")
    if plain in HONORIFICS and not small:
        return _NOTHING
    many = plain not in _ROLES and (plain.endswith("ing") or not plain.endswith(_ENDINGS))
    alone = many and not plain.endswith("ing") and plain not in _NO_SUBJECT and not _measures(text, plain)
    begins = not (small and word.endswith("ing") and len(word) > _LONG_PARTICIPLE)
    return _Word(stem(word), alone, many, begins, plain != word)


def _measures(text: str, word: str) -> bool:
    """Say whether a word is a unit of measure or the code of a currency."""
    tables = unit_tables()
    form = tables.forms.get(word)
    return text in tables.codes or (form is not None and form.kind in ("physical", "duration", "points"))


def find_subjects(document: Document, names: Names) -> tuple[Subject, ...]:
    """Return up to eight key phrases, the most telling first, each with the place where it stands first."""
    words = _Words(document)
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


def _is_subject(phrase: _Phrase, often: Counter[str], words: _Words) -> bool:
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


def _gather(passage: Passage, names: Names, words: _Words, phrases: dict[tuple[str, ...], _Phrase]) -> None:
    """Count the phrases of `passage`: what lies within runs of content words, unless it is a name and no more."""
    named = [(m.start, m.end, e.kind) for m, e in names.within(passage.part, 0, len(passage.text))]
    named.append((len(passage.text) + 1, len(passage.text) + 2, "place"))
    place = 0
    run: list[_Part] = []
    led = False
    before = ""
    for token in passage.tokens[:_MOST_TOKENS]:
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
                    led = before in _BEFORE_NOUN
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
