"""Whether a figure rose or fell, by the words of its clause."""

from __future__ import annotations

import re
from typing import Literal

from briefs.extract.counting.words import DOWN_WORDS, UP_WORDS
from briefs.extract.wordlist import words

Direction = Literal["up", "down"]

CLAUSE_BREAK = re.compile(
    r"[;:()\"“”]|[—–]| - |, (?:while|but|and|whereas|which|who|although|though|as|after|with)\b| (?:while|"
    r"whereas|but|although|after)\b"
)
_WORDS = re.compile(r"[^\W\d_][\w’'‑-]*")
_REACH = 9  # words that a verb of change may stand before its figure
_LEFT, _RIGHT = 90, 32  # characters around a figure that may tell
_COMPARATIVES = words(
    "higher lower more less fewer increase rise drop decline fall cut reduction growth gain jump surge plunge decrease "
    "up down slide slump hike boost contraction faster slower cheaper weaker stronger"
)
# "Made up 40%", "raised $5 million": nothing rose.
_NO_CHANGE = re.compile(
    r"\b(?:ma[dk]es?|making|sets?|puts?|gives?|gave|takes?|took|turn(?:s|ed)?|ends?|ended|signs?|signed|comes?|came|"
    r"picks?|picked) up\b|\brais(?:e|es|ed|ing) (?=[A-Z]{0,3}[$€£¥₹]|Rs\b|an? (?:sum|total|round|further)\b)",
    re.IGNORECASE,
)
_GROWN = re.compile(r"\bgr(?:ow|ows|ew|own)\b(?! (?:by|to)\b)[^.;]{0,30}$", re.IGNORECASE)  # "grow 60% of the beans"
# "Cut the power for 31 hours"
_UNCHANGED = re.compile(r"\bfor (?:about |around |nearly |over |more than )?$|\bto the $")
# ", up from 51%"
_COMPARED = re.compile(r"[^.;:()\d\"“”]{0,60}?, (?:an? )?(\w+) (?:from|on|compared|by (?=\d|a|half))\b")
_NEXT = re.compile(r"\W*(?:and|as|when|while|or|after|because)\b")


def direction_of(sentence: str, start: int, end: int) -> Direction | None:
    """Return whether the clause around `[start, end)` of `sentence` says that the figure rose or fell.

    `start` is where the figure's qualifier begins, so that the "up" of "up to" is none.
    """
    left, right = sentence[max(0, start - _LEFT) : start], sentence[end : end + _RIGHT]
    last = 0
    for match in CLAUSE_BREAK.finditer(left):
        last = match.end()
    left = left[last:]
    compared = _COMPARED.match(sentence, end)
    if compared and (said := _said(compared.group(1))):
        return said
    if not (_UNCHANGED.search(left) or (right.startswith(" of ") and _GROWN.search(left))):
        found = _before(_NO_CHANGE.sub(" ", left), digit=sentence[start : start + 1].isdigit())
        if found:
            return found
    if not _NEXT.match(right):
        for word in _WORDS.findall(right)[:2]:
            if word.lower() in _COMPARATIVES:
                return _said(word)
    return None


def _before(left: str, *, digit: bool) -> Direction | None:
    """Return what the last word of change before a figure says; `digit` where the figure begins with one."""
    words = [word.lower() for word in _WORDS.findall(left)]
    for place, word in enumerate(reversed(words)):
        if place > _REACH:
            break
        follower = words[len(words) - place] if place else ""
        leader = words[len(words) - place - 2] if len(words) > place + 1 else ""
        if (word in _COMPARATIVES and (follower == "than" or leader == "or")) or (word == "up" and follower == "to"):
            continue
        if word.startswith("rais") and place <= 1 and not digit:
            continue  # "raised $5 million" speaks of money found
        if said := _said(word):
            return said
    return None


def _said(word: str) -> Direction | None:
    word = word.lower()
    return "up" if word in UP_WORDS else "down" if word in DOWN_WORDS else None
