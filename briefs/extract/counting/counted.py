"""What a number counts: the noun phrase after it, as in "10 job openings" or "18 northern and central counties".

There is no tagger here: a phrase runs from the number to the first plural noun, past adjectives and nouns before it,
and ends at any word that cannot stand inside a noun phrase.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from briefs.extract.counting.words import CASUALTY_WORDS, INNER_STOPS, NOT_PLURAL, PEOPLE, PLURALS, THINGS
from briefs.extract.wordlist import words
from briefs.tables.tongues import english


class Counted(NamedTuple):
    """The noun counted, with the place where its phrase ends; `head` is the last word alone."""

    noun: str
    head: str
    end: int
    words: int
    hyphenated: bool = False

    @property
    def unit(self) -> str:
        """The noun without its adjectives, as the unit of the count: "job openings", "seats" of "300-seat"."""
        if self.hyphenated:
            return _many(self.noun)
        words = self.noun.split()[-2:]
        if len(words) > 1 and ((first := words[0].lower()) in _ADJECTIVES or first.endswith(_ADJECTIVE_ENDS)):
            words = words[1:]
        return "people" if words == ["others"] else " ".join(words)


_IRREGULAR = {"person": "people", "man": "men", "woman": "women", "child": "children", "foot": "feet"}


def _many(noun: str) -> str:
    """Return the plural of an English noun."""
    if noun in _IRREGULAR or noun in PLURALS or noun.endswith("s"):
        return _IRREGULAR.get(noun, noun)
    if noun.endswith("y") and noun[-2] not in "aeou":
        return f"{noun[:-1]}ies"
    return f"{noun}es" if noun.endswith(("ch", "sh", "x", "z")) else f"{noun}s"


_ADJECTIVE_ENDS = ("ed", "ing", "ern", "al")
_ADJECTIVES = words(
    "new old more other additional further extra total daily weekly monthly foreign public private big small large "
    "major key top young senior junior good qualified active the first last many different separate whole full and or "
    "American Chinese British Russian Indian recent nearby least most non fresh"
)
_WORD = re.compile("[ \u00a0\u202f]((?:U\\.S\\.|U\\.K\\.|[^\\W_](?:[\\w’'‑&/-]{0,40}[\\w])?)(?:’|'(?![^\\W_]))?)")
_COMMA_WORD = re.compile(",[ ]([^\\W\\d_][\\w‑-]{0,40})")
_ODD = re.compile(r"(?:[-‑ ](?:odd|plus)|\+)(?= )")
_HYPHENATED = re.compile("[-‑]([a-z]{3,30})(?![^\\W_])")
_MAX_WORDS = 7
_COMPOUNDING = english("plural_before_noun")


_NEVER_COUNTED = words("figures digits times ways cents things reasons tips facts takeaways lessons")


def is_plural(word: str) -> bool:
    """Say whether `word` looks like a plural noun of English."""
    lower = word.lower().replace("’", "'")
    last = re.split("[-‑]", lower)[-1]
    if lower in _NEVER_COUNTED or lower in NOT_PLURAL or last in NOT_PLURAL:
        return False
    if last in PLURALS or last.endswith(("children", "women")):
        return True
    if len(word) > 2 and word[-1] == "s" and word[:-1].isupper():
        return True  # "GPUs"
    return len(last) > 2 and last[0].isalpha() and last.endswith("s") and not last.endswith(("ss", "us", "is", "'s"))


def counted_after(text: str, end: int, *, singular: bool = False) -> Counted | None:
    """Return the noun phrase right after the number that ends at `end`; None where no plural noun follows.

    `singular` accepts the noun of "one person".
    """
    odd = _ODD.match(text, end)
    end = odd.end() if odd else end
    hyphen = _HYPHENATED.match(text, end)
    if hyphen:
        noun = hyphen.group(1)
        return None if noun in INNER_STOPS else Counted(noun, noun, hyphen.end(), 1, hyphenated=True)
    words: list[tuple[str, int, int]] = []
    position = end
    plural_at = -1
    while len(words) < _MAX_WORDS:
        match = _WORD.match(text, position)
        if not match:
            comma = _COMMA_WORD.match(text, position) if words and plural_at < 0 and len(words) <= 2 else None
            if not comma or comma.group(1).lower() in INNER_STOPS or is_plural(words[-1][0]):
                break
            match = comma
        word = match.group(1)
        lower = word.lower()
        if lower in INNER_STOPS and not (lower == "and" and words and plural_at < 0):
            break
        if word[0].isdigit() and not any(c.isalpha() for c in word):
            break
        if plural_at >= 0 and not (is_plural(word) and words[-1][0].lower() in _COMPOUNDING):
            break
        words.append((word, match.start(1), match.end(1)))
        position = match.end(1)
        if is_plural(word) and not word.endswith(("'", "’")):
            plural_at = len(words) - 1
        elif plural_at >= 0:
            break
    if plural_at < 0:
        if words and (words[0][0].lower() in CASUALTY_WORDS):
            return None
        if singular and words and words[0][0].islower():
            return Counted(words[0][0], words[0][0], words[0][2], 1)
        return None
    first, last = words[0], words[plural_at]
    return Counted(text[first[1] : last[2]], last[0].lower(), last[2], plural_at + 1)


def is_people(noun: str) -> bool:
    """Say whether the noun names persons."""
    head = re.split("[ -]", noun.lower())[-1]
    if head in PEOPLE or head.endswith(("men", "women")):
        return True
    return head.endswith(("ers", "ists", "eers", "ants")) and head not in THINGS
