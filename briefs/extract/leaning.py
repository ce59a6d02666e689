"""Whether a sentence only makes sense after another: it opens with a pronoun or a conjunction."""

from __future__ import annotations

import re
from itertools import islice

from briefs.tables.tongues import english

WORD = re.compile(r"[^\W_]+(?:[.,’'\-&/][^\W_]+)*")
_JOINING = english("joining")
_POINTING = english("pointing")
_LEANING = (
    "As a result", "By contrast", "In contrast", "On the other hand",
    "At the same time", "In other words", "On top of", "To that", "After that", "In response", "That said", "Even so",
)  # fmt: skip
_OPENING = 60  # characters


def leans(text: str) -> bool:
    """Say whether a sentence only makes sense after another."""
    first, _ = _first_words(text)
    return first in _JOINING or first in _POINTING or text.startswith(_LEANING) or ", however," in text[:_OPENING]


def joins(text: str) -> bool:
    """Say whether a sentence only follows on another, and names its own subject: "But the yard refused"."""
    first, second = _first_words(text)
    return first in _JOINING and second not in _POINTING


def _first_words(text: str) -> tuple[str, str]:
    words = [match.group().lower() for match in islice(WORD.finditer(text), 2)]
    return (words[0] if words else "", words[1] if len(words) > 1 else "")
