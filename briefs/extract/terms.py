"""The words that carry the meaning of a sentence, in a form in which they can be compared."""

from __future__ import annotations

import re
from functools import lru_cache

from briefs.extract.document import Passage
from briefs.tables.tongues import english
from briefs.text import Span

STOPWORDS = english("stop")
UNSPACED = re.compile("[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\u0e00-\u0e7f]")  # what is written without spaces
_LONGEST_RUN = 400  # characters of a run without spaces that we look at

# "OSLO, Sept 3 (Harbour Wire) - ": place, date and agency before the first sentence.
_DATELINE = re.compile(
    r"[A-Z][^()\n–—]{0,60}(?:[–—] [\w ,.]{6,24})?(?:\([^()\n]{2,40}\))?\s?(?:--|[–—-])\s(?=[A-Z“\"'])|"
    r"[A-Z]{3,20}(?:[ /-][A-Z]{2,20}){0,2}: (?=[A-Z“\"'])"  # "LEITH: The council voted"
)


def after_dateline(text: str) -> int:
    """Return where the first sentence of a story begins, after place, date and agency; 0 without them."""
    match = _DATELINE.match(text)
    return match.end() if match else 0


def terms_in(passage: Passage, span: Span) -> list[str]:
    """Return the terms of `span` in order: stems of its words without stop words, pairs of characters in CJK."""
    found: list[str] = []
    for token in passage.tokens_in(span):
        text = token.text
        term = term_of(text)
        if term:
            found.append(term)
        elif not text.isascii() and UNSPACED.match(text):
            found.extend(text[i : i + 2] for i in range(min(len(text) - 1, _LONGEST_RUN)))
    return found


def unspaced_words(passage: Passage, span: Span) -> int:
    """Return how many words the characters of scripts without spaces make in `span`: two characters are one."""
    return len(UNSPACED.findall(passage.text, span.start, span.end)) // 2


@lru_cache(maxsize=16_384)
def term_of(text: str) -> str:
    """Return what `text` counts as: its stem in lower case; nothing for a stop word, a mark or a run of CJK."""
    if not text[0].isalnum() or UNSPACED.match(text):
        return ""
    word = text.lower().replace("’", "'")
    if word in STOPWORDS:
        return ""
    term = stem(word)
    return term if len(term) > 1 and term not in STOPWORDS else ""


def stem(word: str) -> str:
    """Return `word` without the endings of English plural, possessive and verb: cheap, and enough to compare by."""
    word = word.removesuffix("'s").removesuffix("'")
    if len(word) > 4 and word.isascii():
        if word.endswith("ies"):
            return word[:-3] + "y"
        if word.endswith("s") and not word.endswith(("ss", "us", "is")):
            word = word[:-1]
        if len(word) > 6 and word.endswith("ing"):
            return word[:-3].removesuffix("e")
        if len(word) > 5 and word.endswith("ed"):
            return word[:-2]
        if len(word) > 4 and word.endswith("e"):
            return word[:-1]
    return word
