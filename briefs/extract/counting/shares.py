"""Shares and multiples in words: "half of", "three-quarters", "one in five", "eight out of ten", "twice as many".

Shares become percent, as a reader compares them; multiples become times. "Six of the top 10 positions" stays a count,
which `counts.py` reads.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from briefs.extract.counting.numeral import Numeral


class Share(NamedTuple):
    """A share or multiple in words with its place; `marks` say what weakens it for the ranking."""

    start: int
    end: int
    value: float
    unit: str = "percent"  # or "times"
    marks: tuple[str, ...] = ()


_NUMBERS = {
    "a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
}  # fmt: skip
_PARTS = {
    "half": 2, "halves": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
    "ninth": 9, "tenth": 10, "twentieth": 20, "hundredth": 100,
}  # fmt: skip
_ONLY_SHARES = frozenset(("third", "fifth", "sixth", "eighth", "tenth"))  # quarters are of a year or a town, too
_LOOK_BACK = 16
_HEDGES = (
    r"nearly|almost|about|around|roughly|approximately|over|under|than|least|to|by|only|just|exactly|below|above|"
    r"is|are|was|were|for|in|reached"
)
_HEDGED = re.compile(rf"\b(?:{_HEDGES}) $", re.IGNORECASE)
# What a share is of, unless that is a time: "half of the century", "a quarter of an hour".
_OF = re.compile(
    r" of\b(?! (?:an? |the )?(?:hour|day|century|decade|year|mile|second|minute|month|percentage point|point|\d{4})\b)"
)
_END = re.compile(
    r"[.,;:)!?]|$| (?:or|more|less|higher|lower|fewer|larger|bigger|smaller|cheaper|"
    r"faster|slower|since|from|in|to|on|over|this|last|as)\b"
)
_COMPARATIVE = re.compile(
    r" (?:more|less|higher|lower|fewer|larger|bigger|smaller|cheaper|faster|slower) (?:than|in)\b"
)

_PART = re.compile(
    r"(?:hal(?:f|ves)|thirds?|quarters?|fourths?|fifths?|sixths?|sevenths?|eighths?|ninths?|t(?:en|wentie)ths?|"
    r"hundredths?)(?![\w-])"
)
_NUMBER_BEFORE = re.compile(r"(?<![\w-])(a|one|two|three|four|five|six|seven|eight|nine)([ \-‑])$", re.IGNORECASE)
_AND_BEFORE = re.compile(
    r"(?:\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|hundred|thousand|million|times?|years?|hours?))"
    r" and $",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"/([2-9]|10)(?:rds?|ths?)? of\b")

_HALF = re.compile(
    r"\b[Hh]alf\b(?![-‑]| (?:an?|hour|time|day|century|year|hearted|brother|sister|past|marathon|term|dozen|"
    r"million|billion)\b)"
)
_NO_HALF_BEFORE = re.compile(
    r"\b(?:first|second|other|latter|better|opening|final|back|front|top|bottom|one|a|year|each|upper|lower|"
    r"remaining|third|"
    r"fourth|own)[ ]$",
    re.IGNORECASE,
)
_HALF_AFTER = re.compile(r" (?:of|the|its|their|his|her|our|that|those|these|as|all|are|were|have|had|said)\b")
_SIZE_AFTER = re.compile(
    r" the (?:\w+ )?(?:size|price|cost|amount|number|rate|time|speed|distance|weight|length|level)\b"
)

_MULTIPLE = re.compile(r"\b(?:[Tt](?:wice|hrice|ripl(?:ed|ing))|[Dd]oubl(?:ed|ing)|[Qq]uadrupl(?:ed|ing))\b(?! down\b)")
_COMPARED = re.compile(r" (?:as|the|that|what|its|their|his|her)\b")
_FOLD = re.compile(r"\b([Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en|[Hh]undred)[-‑]?fold\b")
_NOT_FOLD_BEFORE = re.compile(r"\b(?:is|are|was|were|be) $")  # "the reasons are twofold"
_FOLDS = _NUMBERS | {"ten": 10, "hundred": 100}
_TIMES = {"tw": 2.0, "th": 3.0, "do": 2.0, "tr": 3.0, "qu": 4.0}

_POINT = re.compile(
    r"\b((?:(?:a|one|three) )?(?:[Hh]alf|[Qq]uarters?))(?: of)?(?: a|[ -])?(?: ?percentage)?[ -]?point(?![^\W_]|s)",
    re.IGNORECASE,
)
_OUT_OF = re.compile(r" out of(?: every)? | of every |([ \-‑]in(?: every)?[ \-‑])")
_WHOLES = frozenset((3, 4, 5, 6, 7, 8, 9, 10, 12, 20, 50, 100, 1000))
_WHOLES_IN = frozenset((3, 4, 5, 10, 100, 1000))  # of more than one: "two in five", but not "five in twelve games"
_LARGEST_WHOLE = 100_000_000
_NO_WHOLE = re.compile(
    r"[%\w]|[.,:/‑-]\w| (?:years?|months?|weeks?|days?|hours?|minutes?|decades?|games?|matches|seasons?|"
    r"quarters?|overs|attempts|"
    r"starts|states|countries|cities|percent|per cent|January|February|March|April|May|June|July|August|"
    r"September|October|"
    r"November|December)\b"
)


def find_shares(text: str, numerals: Sequence[Numeral]) -> list[Share]:
    """Return the shares and multiples of `text` in order of place; none overlap. `numerals` are all of the text's."""
    found = sorted([*_fractions(text), *_halves(text), *_multiples(text), *_points(text), *_out_of(text, numerals)])
    kept: list[Share] = []
    for share in found:
        if not kept or share.start >= kept[-1].end:
            kept.append(share)
    return kept


def _percent(part: float, whole: float) -> float:
    return round(100.0 * part / whole, 4)


def _fractions(text: str) -> Iterator[Share]:
    for match in _PART.finditer(text):
        left = max(0, match.start() - 8)
        number = _NUMBER_BEFORE.search(text, left, match.start())
        if not number:
            continue
        count, hyphen = number.group(1).lower(), number.group(2) != " "
        part = match.group() if match.group() in _PARTS else match.group()[:-1]
        start = number.start()
        if _NUMBERS[count] >= _PARTS[part]:
            continue  # "for five quarters"
        if _AND_BEFORE.search(text, max(0, start - _LOOK_BACK), start):
            continue  # "one and a half", "two and three quarters"
        if _is_fraction(text, start, match.end(), count, part, hyphen=hyphen):
            yield Share(start, match.end(), _percent(_NUMBERS[count], _PARTS[part]))
    for match in _DIGITS.finditer(text):
        start = match.start() - 1
        if (
            start >= 0
            and text[start] in "123456789"
            and not (start and (text[start - 1].isalnum() or text[start - 1] in "/.,"))
        ):
            share = _percent(int(text[start]), int(match.group(1)))
            if share < 100:
                yield Share(start, match.end(1), share)


def _is_fraction(text: str, start: int, end: int, count: str, part: str, *, hyphen: bool) -> bool:
    """Say whether the words are a share, and not an ordinal ("a third man") or a time ("two quarters")."""
    if _OF.match(text, end):
        if part in ("half", "halves"):
            return count != "a" or hyphen
        return part != "quarter" or hyphen or count in ("a", "one", "three")
    if count not in ("a", "one") and part in _ONLY_SHARES and text[end - 1] == "s":
        return True  # "two thirds complete"
    if not _END.match(text, end) or part in ("half", "halves"):
        return False
    if _COMPARATIVE.match(text, end):
        return True  # "a quarter less than men"
    hedged = _HEDGED.search(text, max(0, start - _LOOK_BACK), start) is not None
    return hedged or hyphen or (count != "a" and part != "quarter")


def _halves(text: str) -> Iterator[Share]:
    for match in _HALF.finditer(text):
        start, end = match.span()
        left = max(0, start - _LOOK_BACK)
        if _NO_HALF_BEFORE.search(text, left, start) or text[start - 1 : start] in ("-", "‑"):
            continue
        of = _OF.match(text, end)
        wide = _HALF_AFTER.match(text, end) and not text.startswith(" of", end)
        if of or wide or (_HEDGED.search(text, left, start) and _END.match(text, end)):
            compares = not of and _SIZE_AFTER.match(text, end)
            yield Share(start, end, 50.0, marks=("comparison",) if compares else ())


def _multiples(text: str) -> Iterator[Share]:
    for match in _MULTIPLE.finditer(text):
        word = match.group().lower()
        if not word.endswith("ice"):
            yield Share(match.start(), match.end(), _TIMES[word[:2]], "times", ("verb",))
        elif _COMPARED.match(text, match.end()):
            yield Share(match.start(), match.end(), _TIMES[word[:2]], "times")
    for match in _FOLD.finditer(text):
        if not _NOT_FOLD_BEFORE.search(text, max(0, match.start() - _LOOK_BACK), match.start()):
            yield Share(match.start(), match.end(), float(_FOLDS[match.group(1).lower()]), "times")


def _points(text: str) -> Iterator[Share]:
    for match in _POINT.finditer(text):
        share = 0.5 if "half" in match.group(1).lower() else 0.75 if "quarters" in match.group(1) else 0.25
        yield Share(match.start(), match.end(), share, "percentage points")


def _out_of(text: str, numerals: Sequence[Numeral]) -> Iterator[Share]:
    for part, whole in pairwise(numerals):
        joint = _OUT_OF.fullmatch(text, part.end, whole.start) if whole.start - part.end < 14 else None
        if (
            not joint
            or not 0 < part.value < whole.value <= _LARGEST_WHOLE
            or part.scaled
            or part.decimals
            or whole.decimals
        ):
            continue
        if text[part.start - 1 : part.start] in (*"-,.$£€/:", "‑") or _NO_WHOLE.match(text, whole.end):
            continue
        if joint.group(1):
            round_ = str(int(whole.value)).strip("0") in tuple("123456789") or whole.value in (12, 15, 25)
            likely = round_ if part.value == 1 else whole.value in _WHOLES_IN
        else:
            likely = whole.value in _WHOLES
        if likely:
            yield Share(part.start, whole.end, _percent(part.value, whole.value))
