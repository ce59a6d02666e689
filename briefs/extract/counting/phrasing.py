"""Whether words read as what a figure measures, and the subject of a clause that has lost it to a comma or an "and"."""

from __future__ import annotations

import re

from briefs.extract.counting.words import DOWN_WORDS, UP_WORDS
from briefs.extract.wordlist import words

_MONTH = "January|February|March|April|May|June|July|August|September|October|November|December"
_LEADING = re.compile(
    r"^(?:the|a|an|which|who|whom|that|its|their|his|her|our|this|those|these|some|and|or|but|of|in|to|for|at|by|on|"
    r"from|against|about|"
    r"with|including|so|than|was|were|is|are|has|had|have|be|been|there|meanwhile|however|overall|also|still|yet|then|now|"
    r"only|just|even|whereby|once|plus|between|around|nearly|almost)[ ]+",
    re.IGNORECASE,
)
# When something held says nothing of what it is: "By the end of 2022 the company", "1040 GMT the shares".
_WHEN = re.compile(
    r"^(?:(?:last|this|next) (?:year|month|week|quarter|season|summer|winter|spring|autumn)|today|yesterday|tomorrow|"
    rf"\d{{3,4}} GMT|(?:the )?(?:end|beginning|start|middle) of (?:the )?\w+|"
    rf"(?:early |late |mid-)?(?:{_MONTH}|(?:19|20)\d\d)(?: (?:19|20)\d\d)?|"
    r"(?:the )?same (?:period|time|year|month|week)|\w+ (?:years?|months?|weeks?|days?) ago)\b,? *",
    re.IGNORECASE,
)
_SPANS = re.compile(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|twelve|several|few|nine|\d+) "
    r"(?:straight )?(?:years?|months?|weeks?|days?|hours?|quarters?|decades?)\b",
    re.IGNORECASE,
)
_PRONOUNS = words(
    "i it he she they we you who them him me us this that these those there what which one ones anyone "
    "everyone nobody someone"
)
# Words that alone, or all of them together, name nothing.
_EMPTY = (
    UP_WORDS | DOWN_WORDS | _PRONOUNS
    | words(
        """
        be is are was were been being am has have had do does did will would can could may might must should not at of
        the a an to in on for by with from and or as its their his her our no lower higher closer even polled waited
        spent paid made took take takes taking adding added worth little changed unchanged close near about around
        double triple twice stole found went sold bought held won hit left gave got came saw told put set sent ran led
        between up down more less most least much many only just once still also than so extra another further percent
        per cent points point basis cents million billion year years month months week weeks day days today yesterday
        now then ago earlier later early late half some any each every all both posted reported said says
        """
    )
) - words("growth expansion reduction contraction depreciation improvement discount")  # fmt: skip
_LOOSE = words(
    """
    of at to by a an the for in with from and or as is was were are be been has have had will would up down about only
    just nearly over than between that which who expects expected its their his her now not every each all more
    """
)
_NO_NOUN_LAST = re.compile(
    r"\b(?:expects?|expected|plans?|planned|aims?|wants?|hopes?|needs?|likely|able|set|due|began|begun|going|ready) to "
    r"(?:\w+ )?\w+$|\b(?:wants?|wanted|expects?|seems?|became|becomes?)$",
    re.IGNORECASE,
)
_JOINTS = words("of in on at for by with from to after before during who which that")
_BEGUN = re.compile(r"[a-z]+ed (?:the|an?|its|his|her|their)\b|.*\bbe\b")
_MODAL = re.compile(r"(?:would|will|could|can|may|might|must|should)\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W_][\w’'&/.‑-]*")
_MOST_WORDS = 9
_SEGMENTS = re.compile(
    r"[;:()\[\]\"“”\n]|[—–]| - |,(?!\d)|"
    r"\b(?:and|but|while|because|since|when|whereas|if|although|though|after|before|as)\b"
)
_ADVERBIAL = re.compile(
    r" *(?:in|on|at|by|for|since|during|after|before|until|from|under|with|without|despite|to|of|among|within|over|"
    r"last|this|next|meanwhile|however|overall|which|who|whose|where|when|said|says|according|today|yesterday|still|"
    r"separately|elsewhere|also|including|such|like|not)\b",
    re.IGNORECASE,
)
_PAST = re.compile(r"(?<=\w )(?!based\b|listed\b|owned\b|backed\b|united\b|estimated\b)[a-z]{2,}ed\b")


def readable(phrase: str) -> str:
    """Return `phrase` without the words around what it names; nothing where it names nothing."""
    text = " ".join(phrase.split()).removeprefix("’s ").removeprefix("'s ").strip(" ,;:.-–—’'“”\"%$€£")
    for _ in range(4):
        cut = _WHEN.sub("", text, count=1)
        cut = _LEADING.sub("", cut, count=1)
        if cut == text:
            break
        text = cut
    words = text.split()
    while words and words[-1].lower() in _LOOSE:
        words.pop()
    if len(words) > _MOST_WORDS:  # as far as a preposition: "cost borne by the state" of a longer subject
        words = words[: next((i for i in range(_MOST_WORDS, 2, -1) if words[i].lower() in _JOINTS), 0)]
    text = " ".join(words)
    if not words or words[0].lower() in _PRONOUNS:
        return ""
    if words[-1].endswith(("'s", "’s", "s'", "s’")) or _MODAL.match(text) or _BEGUN.match(text):
        return ""
    if _NO_NOUN_LAST.search(text) or _SPANS.fullmatch(text):
        return ""
    names = [w for w in _WORD.findall(text) if len(w) > 1 and w.lower() not in _EMPTY and not w[0].isdigit()]
    if not any(not w.endswith("ly") for w in names):
        return ""
    if len(words) == 1 and words[0].islower() and words[0].endswith(("ed", "ing")):
        return ""
    return text


def governing_subject(left: str, verb: re.Pattern[str]) -> str:
    """Return the subject of a sentence whose words `left` end in a clause without one.

    "The yield on the bond, the benchmark for all others, rose" and "Tea gained and then lost": the first part that is
    no adverbial holds it, up to its verb.
    """
    begin = 0
    parts = []
    for match in _SEGMENTS.finditer(left):
        parts.append(left[begin : match.start()])
        begin = match.end()
    for part in parts:
        if not part.strip() or _ADVERBIAL.match(part):
            continue
        stop = verb.search(part)
        past = _PAST.search(part)
        ends = [m.start() for m in (stop, past) if m and part[: m.start()].strip()]
        found = readable(part[: min(ends)] if ends else part)
        if found:
            return found
    return ""
