"""The words that carry the meaning of a sentence, in a form in which they can be compared."""

from __future__ import annotations

import re
from functools import lru_cache

from briefs.extract.document import Passage
from briefs.extract.wordlist import words
from briefs.text import Span

STOPWORDS = words(
    """
    a about above according across actually add added adds after again against ago all almost along already also
    although always am among amid an and another any anyone anything apparently are aren't around as asked at away
    back be became because become becomes been before began behind being below best better between beyond both but by
    call called came can can't cannot come comes coming could couldn't currently despite did didn't do does doesn't
    doing don't done down due during each earlier either else end especially etc even ever every everyone everything
    example far few find first follow following for former found from full further gave get gets getting give given
    gives go goes going gone good got great had happen hard has hasn't have haven't having he he's her here hers
    herself him himself his how however i i'm i've if in including indeed instead into is isn't it it's its itself
    just keep kind know known large largely last late later latest least less let let's likely like little long look
    lot made mainly make makes making many may maybe me mean meanwhile might more moreover most mostly much must my
    myself near nearly need neither never new next no nor not note noted nothing now number of off often old on once
    one ones only onto or other others our ours out outside over own part particularly past perhaps place point
    possible present previously probably put quite rather re really recent recently reported right said same saw say
    saying says second see seem seems seen set several shall she she's should shouldn't show showed shown shows simply
    since so some someone something sometimes soon still such sure take taken takes taking tell tells than that that's
    the their theirs them themselves then there there's these they they're they've thing things think this those
    though thought three through throughout thus time times to today together told too took toward towards tried try
    trying turn turned two under unless until up upon us use used uses using usually various very via want wants was
    wasn't way ways we we're we've well went were weren't what what's when where whether which while who whom whose
    why widely will with within without won't word work would wouldn't wrote year years yes yesterday yet you you're
    your yours monday tuesday wednesday thursday friday saturday sunday january february march april june july august
    september october november december mr mrs ms dr week weeks month months day days
    """
)
_CJK = re.compile("[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\u0e00-\u0e7f]")
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
        elif not text.isascii() and _CJK.match(text):
            found.extend(text[i : i + 2] for i in range(min(len(text) - 1, _LONGEST_RUN)))
    return found


def unspaced_words(passage: Passage, span: Span) -> int:
    """Return how many words the characters of scripts without spaces make in `span`: two characters are one."""
    return len(_CJK.findall(passage.text, span.start, span.end)) // 2


@lru_cache(maxsize=16_384)
def term_of(text: str) -> str:
    """Return what `text` counts as: its stem in lower case; nothing for a stop word, a mark or a run of CJK."""
    if not text[0].isalnum() or _CJK.match(text):
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
