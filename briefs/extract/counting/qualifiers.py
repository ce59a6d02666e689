"""What stands right around a figure and belongs to it: its qualifier ("up to") and what it is per ("a share")."""

from __future__ import annotations

import re

from briefs.extract.counting.units import Kind
from briefs.extract.counting.words import QUALIFIERS
from briefs.text import lowered

_QUALIFIER = {form: meaning for meaning, forms in QUALIFIERS.items() for form in forms}
_OPENING = "(“\"'‘[—–-"
_MOST_WORDS = max(form.count(" ") for form in _QUALIFIER) + 1
_MOVED = re.compile(r"\b(?:go(?:es|ing|ne)?|went|mov(?:e[ds]?|ing)|rise[sn]?|rose|creep(?:s|ing)?|crept) $")
_AFTER = re.compile(
    r"[ ](or more|or less|or so|or higher|or fewer|plus(?! [\d$£€₹])|at (?:the )?most|at least|or above)\b|(\+)(?!\d)",
    re.IGNORECASE,
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

_PER = re.compile(
    r"(?: more| less| extra)?(?:[ ]?/[ ]?| per |-per-|-a-)((?:\d[\d,]* )?[^\W\d_][\w²³-]*)|"
    r"(?: more| less| extra| each| apiece)? (?:an?|each|every)"
    r"(?! (?:year|month|week|day|quarter|decade) (?:ago|earlier|before|later|after|prior)\b) "
    r"(share|year|month|week|day|hour|minute|second|barrel|bbl|tonne|ton|litre|liter|gallon|pound|"
    r"ounce|night|person|head|piece|"
    r"unit|kilo|kilogram|kilometre|kilometer|mile|game|token|ticket|bottle|vote|user|seat|gram|bushel|acre|"
    r"hectare|quarter|decade|metre|foot|pop|time|trip|pack|dozen|"
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
    "apiece": "each",
    "each": "each",
}
_FOR_EVERY = re.compile(r" (?:[^\W\d_]+ ){0,3}(?:for|to) (?:each|every) ([a-z]+(?: [a-z]+){0,2})")
_RATE_BEFORE = re.compile(r"\b(annual|yearly|monthly|weekly|daily|hourly)\b(?: [\w-]+){0,5} ?$", re.IGNORECASE)


def qualifier_of(before: str, after: str) -> tuple[str | None, int]:
    """Return what hedges a figure ("up to", "more than") and how many characters before it the hedge begins."""
    start = _hedge_start(before)
    if start is not None:
        form = _hedge_form(before, start)
        if form == "up to" and _MOVED.search(before, 0, start):
            return None, 0  # "will go up to $12" says where, not how much at most
        return _QUALIFIER[form], len(before) - start
    follows = _AFTER.match(after)
    if follows:
        return _AFTER_MEANING[lowered(follows.group(1) or follows.group(2))], 0
    return None, 0


def _hedge_start(before: str) -> int | None:
    """Return where the longest hedge at the end of `before` begins."""
    end = len(before.rstrip(" \u00a0"))
    if end < len(before) - 1:
        return None
    text = lowered(before[:end]).replace("\n", " ")
    for article in (" a", " an", " the"):
        text = text.removesuffix(article)
    start, space = None, len(text)
    for _ in range(_MOST_WORDS):
        space = text.rfind(" ", 0, space)
        word = space + 1
        while word < len(text) and text[word] in _OPENING:
            word += 1
        if text[word:] in _QUALIFIER:
            start = word
        if space < 0:
            break
    return start


def _hedge_form(before: str, start: int) -> str:
    form = lowered(before[start:]).replace("\n", " ").rstrip(" \u00a0")
    for article in (" a", " an", " the"):
        if form not in _QUALIFIER:
            form = form.removesuffix(article)
    return form


def suffixed(text: str, end: int) -> str | None:
    """Return the hedge glued to the number that ends at `end`: "2,000-odd branches", "1,000+ patients"."""
    if text.startswith(("-odd ", "‑odd ", " odd "), end):
        return "about"
    return "more than" if text.startswith(("+ ", "-plus ", "‑plus "), end) else None


def rate_of(before: str, after: str, kind: Kind) -> str | None:
    """Return what a figure is per ("year", "share"), from "$12/month", "5 tonnes a day", "an annual salary of"."""
    match = _PER.match(after)
    if match:
        adverb = match.group(3)
        if adverb:
            each = lowered(adverb) in ("each", "apiece") and kind not in ("money", "physical", "count")
            return None if each else _ADVERBS[lowered(adverb)]
        return (match.group(1) or match.group(2)).lower()
    if kind in ("count", "ratio") and (every := _FOR_EVERY.match(after)):
        return every.group(1)
    if kind == "money" and (left := _RATE_BEFORE.search(before)):
        return _ADVERBS.get(lowered(left.group(1)), "year")
    return None
