"""Whether a sentence only makes sense after another: it opens with a pronoun or a conjunction."""

from __future__ import annotations

import re
from itertools import islice

from briefs.extract.wordlist import words

WORD = re.compile(r"[^\W_]+(?:[.,’'\-&/][^\W_]+)*")
_JOINING = words(
    """
    however but yet still so thus therefore hence consequently meanwhile moreover furthermore additionally also
    nevertheless nonetheless instead likewise similarly then and or nor because otherwise rather indeed
    """
)
_POINTING = words("he she it they them her his its their this that these those such here there which who")
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
