"""The clause that a figure stands in: where it begins, its subject, the words it ends with.

A clause ends at the next mark or conjunction, its subject at the first verb of being or changing. No tagger is asked.
"""

from __future__ import annotations

import re

from briefs.extract.counting.followers import LOOSE, NUMBER
from briefs.extract.counting.words import DOWN_WORDS, UP_WORDS
from briefs.extract.wordlist import words

_EDGE = re.compile(
    r"[.!?](?=\s|$)|[;:()\[\]\"“”\n]|[—–]| - |,(?!\d)(?! [A-Z]\S{1,20}-based\b)(?! [A-Z]\S{1,20} [A-Z]\S{1,20}-based\b)"
)
_CONJUNCTION = re.compile(
    r"\b(?:and|but|while|which|who|that|since|because|when|where|whereas|said|says|told|if|although|though|showed|shows|"
    r"found|suggests|suggested|until|unless)\b",
    re.IGNORECASE,
)
_AS = re.compile(r"\bas (?=(?:the|its|their|his|her|an?) |[A-Z])")
CHANGES = UP_WORDS | DOWN_WORDS
_NO_VERBS = words(
    "up down more less fewer higher lower growth expansion reduction depreciation faster slower bigger smaller larger "
    "worse discount discounted improvement"
)
VERB = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|could|can|may|might|must|should|did|does|do|stood|stands?|hit|"
    r"hits|reached|reaches|came|comes|totaled|"
    r"totalled|amounted|closed|ended|traded|remained|remains?|averaged|accounts?|accounted|"
    r"costs?(?= *$| (?:about|around|nearly|almost|some|up|more|less|just|only|between|an?)\b)|"
    r"edged|beat|"
    r"topped|surpassed|exceeded|equals?|"
    r"totall?ing|reaching|averaging|equall?ing|"
    r"represents?|represented|made|makes?|expected|estimated|forecast|projected|valued|worth|priced|now|"
    + "|".join(sorted(CHANGES - _NO_VERBS))
    + r")\b",
    re.IGNORECASE,
)  # fmt: skip
_NOUNS_OF_CHANGE = re.compile(
    r"(?:^|\b(?:a|an|the|its|their|of|in|this|that|pay|price|tax|rate|job|wage|annual|average) )$", re.IGNORECASE
)
LEAD_IN = re.compile(
    r"^(?:(?:the|a|an|which|who|whom|that|its|their|his|her|our|this|that|these|those|some|and|or|but|of|in|to|for|at|by|on|from|it|"
    r"they|he|she|we|"
    r"meanwhile|however|overall|also|still|yet|then|now|only|just|about|with|including|so|than|was|were|is|are|"
    r"has|had|have|be|been|there)[ ]+)+",
    re.IGNORECASE,
)
CONTENT = re.compile(
    r"\b(?!(?:up|down|from|to|of|at|by|the|an?|about|nearly|now|only|just|its|for|in|on|with)\b)[^\W\d_]{3,}"
)
_MOVES = re.compile(rf"(?:{'|'.join(sorted(CHANGES))}|further|even|[a-z]{{3,}}ly)")
_LAST_WORDS = 6
FEW = 4
_SAID_THAT = re.compile(
    r"\b(?:said|says|showed|shows|found|estimates?|estimated|alleged|added|argued|warned|believes?|expects?|means|meaning|"
    r"told [^,.;]{1,60}) that "
)
_VERB_FORM = re.compile(
    r"[a-z]{3,}(?:ed|ing)\b|(?:put|took|made|paid|won|lost|cut|set|gave|got|spent|sold|bought|left|held)\b"
)
_WHICH_SOMEBODY = re.compile(r"(.*), which(?: [\w’'.]+){0,6}? (?:said|says|estimates?|estimated|expects?|believes)$")
_LEFT = 200  # characters before a figure that may name it
_LAST_NOUN = re.compile(r".*\b(?:the|an?|its|their|his|her|our) ((?:[^\s]+ ?){1,5})$")
HE = re.compile(r"(?:it|he|she|they|we|i|you)\b", re.IGNORECASE)
_OPENERS = words("the a an its their his her our of in on for with from by at to this that these those and or")
_NO_MEASURE = words(
    "share shares year years month quarter week day vs est versus against from compared with the and for about around "
    "nearly almost down"
)


def depends(earlier: str, clause: str) -> bool:
    """Say whether the subject of a clause stands in the words before it: "rose", "to finish at", "..., adding"."""
    words = clause.strip()
    if HE.match(words):
        return False
    after_comma = earlier.endswith(",")
    return (
        bool(VERB.match(words)) or words.startswith(("to ", "be ")) or (after_comma and bool(_VERB_FORM.match(words)))
    )


def told(left: str) -> str:
    """Return the words after the last "that": who said so is not what it measures."""
    begin = max((said.end() for said in _SAID_THAT.finditer(left)), default=0)
    return left[begin:] if CONTENT.search(left, begin) else left


def left_of(sentence: str, start: int) -> str:
    """Return the words before `start` that may name a figure, from a whole word on."""
    if start <= _LEFT:
        return sentence[:start]
    space = sentence.find(" ", start - _LEFT, start)
    return sentence[space:start] if space >= 0 else ""


def after_marks(left: str) -> str:
    """Return the words of `left` behind its last mark."""
    begin = 0
    for match in _EDGE.finditer(left):
        begin = match.end()
    return left[begin:]


def clause_of(left: str) -> str:
    """Return the words of `left` that are of the clause which goes on behind it."""
    clause = after_marks(left)
    cut = 0
    for match in _CONJUNCTION.finditer(clause):
        if CONTENT.search(clause, match.end()):
            cut = match.end()
    for match in _AS.finditer(clause, cut):
        if VERB.search(clause, match.end()):
            cut = match.end()
    return clause[cut:]


def subject_of(clause: str) -> str:
    """Return what stands before the first verb of being or changing: "Average salaries in tech have risen to"."""
    for match in VERB.finditer(clause):
        before = clause[: match.start()]
        if not before.strip():
            continue
        if match.group().lower() in CHANGES and _NOUNS_OF_CHANGE.search(before):
            continue
        words = LEAD_IN.sub("", before.strip() + " ").split()
        while words and _MOVES.fullmatch(words[-1].lower()):
            words.pop()  # "the ratio further fell to"
        phrase = " ".join(words)
        return phrase if phrase and not NUMBER.fullmatch(phrase) else ""
    return ""


def antecedent(earlier: str, clause: str) -> str:
    """Return "the car industry" of "in the car industry, which climbed from": the words before a relative clause."""
    before = earlier.rstrip(" ,")
    if said := _WHICH_SOMEBODY.search(before):
        before = f"{said.group(1)} which"
    relative = before.endswith((" which", " who")) and len(clause.split()) <= FEW
    if not relative and not (before.endswith((" which", " that", " who")) and VERB.match(clause.strip())):
        return ""
    words = last_words(clause_of(before.rsplit(" ", 1)[0].rstrip(" ,"))) or ""
    noun = _LAST_NOUN.search(words)
    return noun.group(1) if noun else words


def last_words(clause: str) -> str | None:
    """Return the end of the clause where no rule names the measure: from the last figure on, without loose ends."""
    parts = [part for part in NUMBER.split(clause) if CONTENT.search(part)]
    phrase = LEAD_IN.sub("", " ".join(parts[-1].split()) + " ").strip(" -,.;’'%$€£") if parts else ""
    words = without_loose_end(phrase.split())
    if len(words) > _LAST_WORDS:  # from a word on that may begin a phrase, or not at all
        opening = next(
            (i for i in range(len(words) - _LAST_WORDS, len(words) - 1) if words[i - 1].lower() in _OPENERS), 0
        )
        words = words[opening:] if opening else []
    return telling(LEAD_IN.sub("", " ".join(words) + " ").split())


def without_loose_end(words: list[str]) -> list[str]:
    """Take the words off the end of `words` that no phrase ends with, and return it."""
    while words and words[-1].lower() in LOOSE:
        words.pop()
    return words


def telling(words: list[str]) -> str | None:
    """Return `words` as a phrase; None where none of them says what is measured."""
    return " ".join(words) if any(len(w) > 2 and w.lower() not in _NO_MEASURE for w in words) else None
