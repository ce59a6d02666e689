"""What a figure means in its sentence: qualifier, rate, direction of change, period, and what it measures."""

from __future__ import annotations

import re
from typing import Literal

from briefs.extract.units import Kind
from briefs.extract.wordlists import DOWN_WORDS, QUALIFIERS, UP_WORDS

Direction = Literal["up", "down"]

_QUALIFIER = dict(QUALIFIERS)
_LONGEST_FIRST = sorted(_QUALIFIER, key=lambda form: (-len(form), form))
_BEFORE = re.compile(
    r"(?:(?<=[^\w])|^)(" + "|".join(re.escape(form) for form in _LONGEST_FIRST) + r")[ \u00a0]?(?:a |an |the )?$",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"[ ](or more|or less|or so|or higher|or fewer|plus|at (?:the )?most|at least|or above)\b|(\+)(?!\d)", re.IGNORECASE
)
_AFTER_MEANING = {
    "or more": "at least",
    "or higher": "at least",
    "or above": "at least",
    "plus": "more than",
    "+": "more than",
    "or less": "up to",
    "or fewer": "up to",
    "or so": "about",
    "at most": "up to",
    "at the most": "up to",
    "at least": "at least",
}
_ODD = re.compile(r"[-‑ ](?:odd|plus|something)\b")

_PER = re.compile(
    r"(?:[ ]?/[ ]?| per |-per-|-a-)([^\W\d_][\w²³-]*)|"
    r" (?:an?|each|every) (share|year|month|week|day|hour|minute|second|barrel|bbl|tonne|ton|litre|liter|gallon|pound|ounce|night|person|head|piece|"
    r"unit|kilo|kilogram|kilometre|kilometer|mile|game|token|ticket|bottle|vote|user|seat|gram|bushel|acre|hectare|quarter|decade|metre|foot|pop|time|trip|pack|seat|"
    r"square (?:foot|metre|meter))\b|"
    r" (annually|yearly|monthly|weekly|daily|hourly|apiece|each)\b",
    re.IGNORECASE,
)
_ADVERBS = {
    "annually": "year",
    "yearly": "year",
    "monthly": "month",
    "weekly": "week",
    "daily": "day",
    "hourly": "hour",
    "apiece": "piece",
    "each": "piece",
}
_FOR_EVERY = re.compile(r" (?:[^\W\d_]+ ){0,3}(?:for|to) (?:each|every) ([a-z]+(?: [a-z]+){0,2})")
_RATE_BEFORE = re.compile(r"\b(annual|yearly|monthly|weekly|daily|hourly)\b(?: [\w-]+){0,5}$", re.IGNORECASE)

_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December|Jan\\.|Feb\\.|Aug\\.|Sept\\.|Oct\\.|Nov\\.|Dec\\."
_SPAN = r"(?:months?|years?|quarters?|weeks?|days?|decades?|hours?|half|financial year|fiscal year)"
_COUNT = r"(?:\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|twelve|few|several|a|one)"
_PERIOD = re.compile(
    rf"\b(?:(?:in|during|over|for|within|through|throughout) the (?:first|last|past|next|previous|coming|final|second|third|fourth|same|latest|current|recent)"
    rf"(?: {_COUNT})? {_SPAN}(?: (?:of|ended|ending|to|through) (?:(?:{_MONTHS}) )?(?:the )?(?:\d{{4}}|\w+)(?: \d{{4}})?)?"
    rf"|(?:by|in|since|until|before|after|from|during|for|through|between|as of|at the end of|by the end of|in early|in late|in mid-|by mid-|at end-|of)"
    rf" (?:the )?(?:(?:early|late|mid|end of|beginning of|start of|end)[ -])?(?:(?:{_MONTHS})(?: \d{{1,2}},?)? )?(?:FY ?)?(?:19|20)\d\d(?:[-–/](?:19|20)?\d\d)?s?(?: (?:to|and) (?:19|20)\d\d)?"
    rf"|(?:in|since|by|during|for|as of|of) (?:{_MONTHS})(?: \d{{1,2}}\b)?"
    rf"|(?:in|for|during|over) the (?:first|second|third|fourth|final|latest|last|same|previous|current|next|holiday|\w+) (?:half|quarter|year|month|week|decade|financial year|fiscal year)"
    rf"(?: (?:of|ended|ending) (?:(?:{_MONTHS})(?: \d{{1,2}},?)? ?)?(?:the year|last year|this year|\d{{4}})?)?"
    rf"|within (?:{_COUNT}) {_SPAN}|over (?:{_COUNT}) {_SPAN}|(?:in|over) the (?:{_COUNT}) {_SPAN} (?:to|since|through|ended|ending) \w+(?: \d{{4}})?"
    rf"|(?:this|last|next) (?:year|month|week|quarter|decade|fiscal year|spring|summer|autumn|fall|winter)|earlier this (?:year|month|week)|later this (?:year|month|week)"
    rf"|year[- ]on[- ]year|year[- ]over[- ]year|month[- ]on[- ]month|quarter[- ]on[- ]quarter|(?:compared with|from) a year (?:ago|earlier)|a year (?:ago|earlier)"
    rf"|Q[1-4](?: (?:19|20)\d\d)?|H[12](?: (?:19|20)\d\d)?|FY ?\d{{2,4}}(?:[-–/]\d\d)?|in fiscal (?:19|20)\d\d|today|yesterday|overnight|so far)\b",
)  # fmt: skip

_WORDS = re.compile(r"[^\W\d_][\w’'‑-]*")


def qualifier_of(before: str, after: str) -> tuple[str | None, int]:
    """Return what hedges a figure ("up to", "more than") and how many characters before it the hedge begins."""
    match = _BEFORE.search(before)
    if match:
        return _QUALIFIER[match.group(1).lower()], len(before) - match.start(1)
    follows = _AFTER.match(after)
    if follows:
        return _AFTER_MEANING[(follows.group(1) or follows.group(2)).lower()], 0
    return ("about", 0) if _ODD.match(after) else (None, 0)


def rate_of(before: str, after: str, kind: Kind) -> str | None:
    """Return what a figure is per ("year", "share"), from "$12/month", "5 tonnes a day", "an annual salary of"."""
    match = _PER.match(after)
    if match:
        adverb = match.group(3)
        if adverb:
            each = adverb.lower() in ("each", "apiece") and kind not in ("money", "physical", "count")
            return None if each else _ADVERBS[adverb.lower()]
        return (match.group(1) or match.group(2)).lower()
    if kind in ("count", "ratio") and (every := _FOR_EVERY.match(after)):
        return every.group(1)
    if kind == "money" and (left := _RATE_BEFORE.search(before)):
        return _ADVERBS.get(left.group(1).lower(), "year")
    return None


_CLAUSE_BREAK = re.compile(
    r"[;:—–()\"“”]|, (?:while|but|and|whereas|which|who|although|though|as)\b| (?:while|whereas|but|although)\b"
)


def direction_of(sentence: str, start: int, end: int) -> Direction | None:
    """Return whether the clause around `[start, end)` of `sentence` says that the figure rose or fell."""
    left = sentence[max(0, start - 90) : start]
    breaks = list(_CLAUSE_BREAK.finditer(left))
    if breaks:
        left = left[breaks[-1].end() :]
    words = [w.lower() for w in _WORDS.findall(left)]
    for place, word in enumerate(reversed(words)):
        if place > 9:
            break
        follower = words[len(words) - place] if place else ""
        if word in ("more", "less", "fewer", "higher", "lower") and follower == "than":
            continue
        if word in UP_WORDS:
            return "up"
        if word in DOWN_WORDS:
            return "down"
    right = sentence[end : end + 40]
    stop = _CLAUSE_BREAK.search(right)
    for word in _WORDS.findall(right[: stop.start()] if stop else right)[:3]:
        if word.lower() in UP_WORDS:
            return "up"
        if word.lower() in DOWN_WORDS:
            return "down"
    return None


def period_of(sentence: str, start: int, end: int) -> str | None:
    """Return the words of `sentence` that say when the figure `[start, end)` holds: the nearest in its clause."""
    best: tuple[int, str] | None = None
    for match in _PERIOD.finditer(sentence):
        if match.start() < end and match.end() > start:
            continue
        gap = match.start() - end if match.start() >= end else start - match.end() + 5
        between = sentence[end : match.start()] if match.start() >= end else sentence[match.end() : start]
        gap += 60 * len(_CLAUSE_BREAK.findall(between)) + 25 * sum(c.isdigit() for c in between[:200]) // 2
        if match.end() <= start and match.start() == 0:
            gap = min(gap, 40)
        if best is None or gap < best[0]:
            best = (gap, match.group())
    return best[1] if best and best[0] < 120 else None


_STOP_RIGHT = re.compile(
    r"[.,;:()\[\]\"“”—–!?\n]| (?:and|but|while|which|who|that|as|after|before|since|because|according|compared|when|where|with|or|if|by|from|than|to|has|have|had|"
    r"is|are|was|were|will|would|could|can|may|might|said|says|told)\b"
)
_OF = re.compile(r"(?: (?:points?|share))?[ ](?:of|in) (?:the |its |their |his |her |our |all |a |an |those |these )?")
_LEFT_OF = re.compile(
    r"(?:^|[^\w])((?:[^\W\d_][\w’'&‑-]*[ ]){1,6}?)(?:(?:has|have|had|have been|was|were|is|are|now|already|then|also|further|only|slightly|sharply|steadily)[ ])*"
    r"(?:of|at|to|by|was|is|were|are|worth|totaling|totalling|reached|hit|stood at|came to|rose|fell|climbed|dropped|grew|increased|decreased|declined|jumped)[ ]$"
)
_DETERMINERS = re.compile(
    r"^(?:the|a|an|its|their|his|her|our|this|that|these|those|some|all|and|or|but|with|of|in|to|for|at|by|on|from|was|were|is|are|has|had|have|be|been|which|who|it|they|he|she|we|as|than)[ ]+",
    re.IGNORECASE,
)
_LEFT_EDGE = re.compile(
    r"[.,;:()\[\]\"“”—–!?\n]|\b(?:and|but|while|which|who|that|as|after|before|since|because|when|where|said|says|told|if|than|with)\b"
)


def measures_of(sentence: str, start: int, end: int, noun: str | None, noun_end: int) -> str | None:
    """Return a short phrase of `sentence` that says what the figure `[start, end)` measures.

    `noun` is what is counted and ends at `noun_end`. First what follows ("of job seekers", "in synergies"), then what
    stands before ("a loss of"), then the subject of the clause.
    """
    right = sentence[end : end + 110]
    if noun:
        tail = _phrase(sentence[noun_end : noun_end + 70], 6)
        return f"{noun} {tail}".strip() if tail else noun
    of = _OF.match(right)
    if of:
        phrase = _phrase(right[of.end() :], 8)
        if phrase and not phrase[0].isdigit():
            return phrase
    left = sentence[max(0, start - 120) : start]
    edges = list(_LEFT_EDGE.finditer(left))
    clause = left[edges[-1].end() :] if edges else left
    before = _left_phrase(clause)
    if before:
        return before
    beside = _phrase(right, 6)
    if beside and right.startswith(" ") and not re.match(r"(?:in|on|at|by|for|from|to|of|per|a|an|the)\b", beside):
        return beside
    whole = _clean(clause)
    return whole or beside or None


def _phrase(text: str, words: int) -> str:
    stop = _STOP_RIGHT.search(text)
    text = text[: stop.start()] if stop else text
    return " ".join(text.split()[:words]).strip(" -")


def _left_phrase(clause: str) -> str:
    match = re.search(
        r"((?:[^\W\d_][\w’'&‑-]*[ ]){1,8})(?:of|at|to|by|was|is|were|are|worth|reached|hit|from)[ ](?:[a-z]+ ){0,3}$",
        clause,
    )
    return _clean(match.group(1)) if match else ""


def _clean(phrase: str) -> str:
    phrase = " ".join(phrase.split())
    while (shorter := _DETERMINERS.sub("", phrase + " ").strip()) != phrase:
        phrase = shorter
    return " ".join(phrase.split()[-8:]).strip(" -’'")
