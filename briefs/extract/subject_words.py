"""What the words of a document can be in a subject: begin it, end it, be it alone, or none of these."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from briefs.extract.counting.units import unit_tables
from briefs.extract.document import Document
from briefs.extract.naming.lexicon.persons import HONORIFICS
from briefs.extract.terms import STOPWORDS, stem
from briefs.tables.tongues import english

MOST_TOKENS = 30_000  # of a very long article; its subjects are clear by then
_COMMON = 20  # most frequent words of another language, taken for its function words
_SHORTEST = 2  # letters of a subject: AI, EU
_LONG_PARTICIPLE = 4  # letters; "king" and "ring" are nouns
_SHORT = 3  # letters of a word that carries nothing in another language
_ENDINGS = (
    "ly", "ed", "ous", "ful", "able", "ible", "ive", "ish", "less", "ical", "ional", "istic", "estic", "ing",
    "est",
)  # fmt: skip
BEFORE_NOUN = english("before_noun")
_BEFORE_VERB = english("before_verb")
_BREAKS = english("breaks_subject")
_ROLES = english("ends_no_subject")
_AFTER_VERB = english("after_verb")
_NO_SUBJECT = english("no_subject")
_PAST = english("past")


class Word(NamedTuple):
    """What a word can be in a subject: nothing where it has no stem."""

    stem: str
    alone: bool  # it can be a subject by itself
    ends: bool  # it can end one of several words
    begins: bool
    owns: bool  # it is a possessive, and the subject ends before its ending


_NOTHING = Word("", False, False, False, False)


class Words:
    """What the words of a document are: which of them can be in a subject, and which can end one.

    `leaning` is over 0 for a word that mostly stands where nouns do, and under it for one that stands where verbs do.
    """

    def __init__(self, document: Document) -> None:
        self._english = (document.language or "en") == "en"
        tokens = document.title.tokens + document.body.tokens[:MOST_TOKENS]
        lows = document.title.lows + document.body.lows[:MOST_TOKENS]
        leaning: Counter[str] = Counter()
        for before, word in pairwise(lows):
            if before in BEFORE_NOUN:
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
        self._known: dict[str, Word] = {}

    def of(self, text: str) -> Word:
        """Return what the word `text` is in this document."""
        known = self._known.get(text)
        if known is None:
            known = self._known[text] = self._look(text)
        return known

    def _look(self, text: str) -> Word:
        if self._english:
            return _NOTHING if self.leaning[text] < 0 and text[0].islower() else _english(text)
        word = text.lower()
        if not text[0].isalpha() or len(word) <= _SHORT or word in self._common:
            return _NOTHING
        return Word(stem(word), True, True, True, False)


@lru_cache(maxsize=32_768)
def _english(text: str) -> Word:
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
    return Word(stem(word), alone, many, begins, plain != word)


def _measures(text: str, word: str) -> bool:
    """Say whether a word is a unit of measure or the code of a currency."""
    tables = unit_tables()
    form = tables.forms.get(word)
    return text in tables.codes or (form is not None and form.kind in ("physical", "duration", "points"))
