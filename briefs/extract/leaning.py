"""Whether a sentence only makes sense after another: it opens with a pronoun or a conjunction."""

from __future__ import annotations

import re

from briefs.extract.saying.verbs import words_of

WORD = re.compile(r"[^\W_]+(?:[.,’'\-&/][^\W_]+)*")
_DEPENDENT = words_of(
    """
    however but yet still so thus therefore hence consequently meanwhile moreover furthermore additionally also
    nevertheless nonetheless instead likewise similarly he she it they them her his its their this that these those
    such here there then and or nor because which who otherwise rather indeed
    """
)
_LEANING = (
    "As a result", "By contrast", "In contrast", "On the other hand",
    "At the same time", "In other words", "On top of", "To that", "After that", "In response", "That said", "Even so",
)  # fmt: skip
_OPENING = 60  # characters


def leans(text: str) -> bool:
    """Say whether a sentence only makes sense after another."""
    word = WORD.search(text)
    first = word.group().lower() if word else ""
    return first in _DEPENDENT or text.startswith(_LEANING) or ", however," in text[:_OPENING]
