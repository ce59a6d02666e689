"""Numbers in English words: "twenty-five thousand", "half a million", "a dozen"."""

from __future__ import annotations

import re

from briefs.extract.counting.numeral import Numeral
from briefs.extract.counting.scales import (
    SCALES,
)
from briefs.text import lowered

_ONES = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_WORD_VALUES = {w: float(i) for i, w in enumerate(_ONES)} | {w: 20.0 + 10 * i for i, w in enumerate(_TENS)}
_ONE_TO_NINE = "|".join(_ONES[1:10])
_SMALL = rf"(?:(?:{'|'.join(_TENS)})(?:[ \-‑](?:{_ONE_TO_NINE})(?![^\W_]))?+|{'|'.join(reversed(_ONES))})"
_HUNDREDS = rf"{_SMALL}(?:[ \-‑]hundred(?:(?: and)? {_SMALL}\b)?+)?+"
_BIG = "thousand|million|billion|trillion|dozen|lakh|crore"
_WORDS = re.compile(
    rf"{_HUNDREDS}(?:[ \-‑](?:{_BIG})\b(?:(?: and)? {_HUNDREDS}(?![\w-]))?+)*+(?![^\W_])", re.IGNORECASE
)
_ARTICLE_SCALE = re.compile(rf"an? (hundred|{_BIG})(?: ({_BIG}))?(?![^\W_])", re.IGNORECASE)
_HALF_SCALE = re.compile(rf"(half|quarter)(?: of)? an? ({_BIG})(?![^\W_])", re.IGNORECASE)
_AND_A_HALF = re.compile(r" and a (half|quarter)(?: (hundred|thousand|million|billion|trillion))?(?![^\W_])")
# Where a number in words may begin, to pass over all other words quickly.
_START = re.compile(
    r"(?<![^\W_])(?:[Oo]ne|[Tt](?:wo|hree|hirt|en|welve|went)|[Ff](?:our|ive|ift|ort)|[Ss](?:ix|even)|"
    r"[Ee](?:ight|lev)|[Nn]ine|"
    r"[Zz]ero|[Hh](?:alf|undred)|[Qq]uarter|[Aa]n? (?:hundred|thousand|million|billion|trillion|dozen|lakh|crore))|"
    r"\b(?:ONE|TWO|THREE|FOUR|FIVE|SIX|SEVEN|EIGHT|NINE|TEN|ELEVEN|TWELVE|TWENTY|THIRTY|FORTY|FIFTY|HALF)"
)


def numerals_in_words(text: str, most: int) -> list[Numeral]:
    """Return the first `most` numbers in English words, in order."""
    found: list[Numeral] = []
    position = 0
    for match in _START.finditer(text):
        start = match.start()
        if start < position or (start and text[start - 1] in "'’"):
            continue
        numeral = _word_numeral(text, start)
        if numeral:
            found.append(numeral)
            position = numeral.end
            if len(found) >= most:
                break
    return found


def _word_numeral(text: str, start: int) -> Numeral | None:
    if match := _HALF_SCALE.match(text, start):
        share = 0.5 if lowered(match.group(1)) == "half" else 0.25
        if share < 0.5 and text[max(0, start - 2) : start].lower() == "a ":
            start -= 2
        return Numeral(start, match.end(), share * SCALES[lowered(match.group(2))], "words", match.end(), scaled=True)
    if match := _ARTICLE_SCALE.match(text, start):
        value = SCALES[lowered(match.group(1))] * SCALES.get(lowered(match.group(2) or ""), 1.0)
        return Numeral(start, match.end(), value, "words", match.end(), scaled=True)
    match = _WORDS.match(text, start)
    if not match:
        return None
    value, end = _word_value(match.group()), match.end()
    scaled = value >= 100
    if more := _AND_A_HALF.match(text, end):
        value = value + (0.5 if more.group(1) == "half" else 0.25)
        value, end = value * SCALES.get(more.group(2) or "", 1.0), more.end()
    return Numeral(start, end, value, "words", end, scaled=scaled or value >= 100, factor=_word_scale(match.group()))


def _word_scale(words: str) -> float:
    last = re.split("[ \\-‑]", lowered(words))[-1]
    return SCALES.get(last, 1.0)


def _word_value(words: str) -> float:
    total = current = 0.0
    for word in re.findall(r"[a-z]+", lowered(words)):
        if word == "and":
            continue
        if word == "hundred" or word == "dozen":
            current = (current or 1.0) * SCALES[word]
        elif word in SCALES:
            total, current = total + (current or 1.0) * SCALES[word], 0.0
        else:
            current += _WORD_VALUES[word]
    return total + current
