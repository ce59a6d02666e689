"""Whether a figure rose or fell, and when it holds, by the words of its clause."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from briefs.extract.counting.words import DOWN_WORDS, UP_WORDS, word_set

Direction = Literal["up", "down"]

_WORDS = re.compile(r"[^\W\d_][\w’'‑-]*")
_REACH = 9  # words that a verb of change may stand before its figure
_CLAUSE_BREAK = re.compile(
    r"[;:()\"“”]|[—–]| - |, (?:while|but|and|whereas|which|who|although|though|as|after|with)\b| (?:while|"
    r"whereas|but|although|after)\b"
)
_COMPARATIVES = word_set(
    "higher lower more less fewer increase rise drop decline fall cut reduction growth gain jump surge plunge decrease "
    "up down slide slump hike boost contraction faster slower cheaper"
)


def direction_of(sentence: str, start: int, end: int) -> Direction | None:
    """Return whether the clause around `[start, end)` of `sentence` says that the figure rose or fell.

    `start` is where the figure's qualifier begins, so that the "up" of "up to" is none.
    """
    left = sentence[max(0, start - 90) : start]
    last = 0
    for match in _CLAUSE_BREAK.finditer(left):
        last = match.end()
    left = left[last:]
    words = [word.lower() for word in _WORDS.findall(left)]
    for place, word in enumerate(reversed(words)):
        if place > _REACH:
            break
        follower = words[len(words) - place] if place else ""
        leader = words[len(words) - place - 2] if len(words) > place + 1 else ""
        if (word in _COMPARATIVES and (follower == "than" or leader == "or")) or (word == "up" and follower == "to"):
            continue
        if word.startswith("rais") and place <= 1 and sentence[start : start + 1] and not sentence[start].isdigit():
            continue  # "raised $5 million" speaks of money found
        if word in UP_WORDS:
            return "up"
        if word in DOWN_WORDS:
            return "down"
    for word in _WORDS.findall(sentence[end : end + 32])[:2]:
        if word.lower() in _COMPARATIVES:
            return "up" if word.lower() in UP_WORDS else "down"
    return None


_MONTHS = (
    "January|February|March|April|May|June|July|August|September|October|November|December|"
    "Jan\\.|Feb\\.|Aug\\.|Sept\\.|Oct\\.|Nov\\.|Dec\\."
)
_SPAN = r"(?:months?|years?|quarters?|weeks?|days?|decades?|hours?|half|financial year|fiscal year)"
_COUNT = r"(?:\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|twelve|few|several|a|one)"
_PERIOD = re.compile(
    rf"\b(?:(?:in|during|over|for|within|through|throughout) the (?:first|last|past|next|previous|coming|final|"
    rf"second|third|fourth|same|latest|current|recent)"
    rf"(?: {_COUNT})? {_SPAN}(?: (?:of|ended|ending|to|through) (?:(?:{_MONTHS}) )?(?:the )?(?:\d{{4}}|"
    rf"\w+)(?: \d{{4}})?)?"
    rf"|(?:by|in|since|until|before|after|from|during|for|through|between|as of|at the end of|by the end of|"
    rf"in early|in late|in mid-|by mid-|at end-|of)"
    rf" (?:the )?(?:(?:early|late|mid|end of|beginning of|start of|"
    rf"end)[ -])?(?:(?:{_MONTHS})(?: \d{{1,2}},?)? )?(?:FY ?)?(?:19|20)\d\d(?:[-–/](?:19|20)?\d\d)?s?(?: (?:to|"
    rf"and) (?:19|20)\d\d)?"
    rf"|(?:in|since|by|during|for|as of|of) (?:{_MONTHS})(?: \d{{1,2}}\b)?"
    rf"|(?:in|for|during|over) the (?:first|second|third|fourth|final|latest|last|same|previous|current|next|"
    rf"holiday|\w+) (?:half|quarter|year|month|week|decade|financial year|fiscal year)"
    rf"(?: (?:of|ended|ending) (?:(?:{_MONTHS})(?: \d{{1,2}},?)? ?)?(?:the year|last year|this year|\d{{4}})?)?"
    rf"|within (?:{_COUNT}) {_SPAN}|over (?:{_COUNT}) {_SPAN}|(?:in|over) the (?:{_COUNT}) {_SPAN} (?:to|since|"
    rf"through|ended|ending) \w+(?: \d{{4}})?"
    rf"|(?:this|last|next) (?:year|month|week|quarter|decade|fiscal year|spring|summer|autumn|fall|winter)|"
    rf"earlier this (?:year|month|week)|later this (?:year|month|week)"
    rf"|year[- ]on[- ]year|year[- ]over[- ]year|month[- ]on[- ]month|quarter[- ]on[- ]quarter|(?:compared with|"
    rf"from) a year (?:ago|earlier)|a year (?:ago|earlier)"
    rf"|Q[1-4](?: (?:19|20)\d\d)?|H[12](?: (?:19|20)\d\d)?|FY ?\d{{2,4}}(?:[-–/]\d\d)?|in fiscal (?:19|20)\d\d|"
    rf"today|yesterday|overnight|so far)\b",
    re.IGNORECASE,
)  # fmt: skip


# How far a period stands from its figure, in characters and what counts like them.
_FAR, _BEFORE, _OPENING, _CLAUSE, _DIGIT = 120, 5, 40, 60, 12


def period_of(sentence: str, start: int, end: int) -> str | None:
    """Return the words of `sentence` that say when the figure `[start, end)` holds: the nearest in its clause."""
    best: tuple[int, str] | None = None
    for first, last in _periods(sentence):
        if first < end and last > start:
            continue
        gap = first - end if first >= end else start - last + _BEFORE
        if gap >= _FAR:
            continue
        between = sentence[end:first] if first >= end else sentence[last:start]
        gap += _CLAUSE * len(_CLAUSE_BREAK.findall(between)) + _DIGIT * sum(c.isdigit() for c in between)
        if last <= start and first == 0:
            gap = min(gap, _OPENING)
        if best is None or gap < best[0]:
            best = (gap, sentence[first:last])
    return best[1] if best and best[0] < _FAR else None


@lru_cache(maxsize=4)
def _periods(sentence: str) -> list[tuple[int, int]]:
    """Return the places of all periods of a sentence, which all of its figures ask for."""
    return [match.span() for match in _PERIOD.finditer(sentence)]
