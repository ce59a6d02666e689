"""Shares in words: "half of", "nearly half", "a quarter of", "three-quarters", "one in five", "eight out of ten".

All become percent, as a reader compares them. "Six of the top 10 positions" stays a count; `figures` reads it.
"""

from __future__ import annotations

import re
from typing import NamedTuple

_NUMBERS = {
    "a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "twelve": 12, "fifteen": 15, "twenty": 20, "hundred": 100, "a hundred": 100,
}  # fmt: skip
_PARTS = {
    "half": 2, "halves": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "twentieth": 20, "hundredth": 100,
}  # fmt: skip


class Share(NamedTuple):
    """A share or multiple in words with its place; `marks` say what weakens it for the ranking."""

    start: int
    end: int
    value: float
    unit: str = "percent"  # or "times"
    marks: tuple[str, ...] = ()


_NOT_TIME = (
    r"(?! (?:an?|the) (?:hour|day|century|decade|year|million|billion|thousand|dozen|mile|minute|month|season|game)\b)"
)
_APPROXIMATE = (
    r"(?:nearly|almost|about|around|roughly|approximately|over|under|than|least|to|by|only|just|exactly|below|above|half and|"
    r"is|are|was|were|for|cut in|in|reached)"
)
_FRACTION = re.compile(
    r"\b(a|one|two|three|four|five|six|seven|eight|nine)([ \-‑])(half|halves|thirds?|quarters?|fourths?|fifths?|sixths?|"
    r"sevenths?|eighths?|ninths?|tenths?|twentieths?|hundredths?)(?![^\W_]|-)",
    re.IGNORECASE,
)
_DIGIT_FRACTION = re.compile(r"(?<![\w/.,])([1-9])/([2-9]|10)(?:rds?|ths?)?(?= of\b)")
_HALF = re.compile(
    r"\bhalf\b(?!-|[ ](?:an?|hour|time|day|century|year|hearted|brother|sister|past|marathon|term|dozen|million|billion)\b)",
    re.IGNORECASE,
)
_OF = re.compile(r" of\b" + r"(?! (?:an? )?(?:hour|day|century|decade|year|mile|second|minute|month|\d{4})\b)")
_HALF_BEFORE = re.compile(rf"\b(?:{_APPROXIMATE})[ ]$", re.IGNORECASE)
_NOT_HALF_BEFORE = re.compile(
    r"\b(?:first|second|other|latter|better|opening|final|back|front|top|bottom|one|a|and a|year|each|upper|lower|remaining|third|fourth|own)[ ]$",
    re.IGNORECASE,
)
_HALF_AFTER = re.compile(
    r" (?:of|the|its|their|his|her|our|that|those|these|as|all|are|were|have|had|said)\b", re.IGNORECASE
)
_SIZE_AFTER = re.compile(
    r" the (?:\w+ )?(?:size|price|cost|amount|number|rate|time|speed|distance|weight|length|level)\b"
)
_MULTIPLE = re.compile(
    r"\b(?:(twice|thrice)(?= (?:as|the|that|what|its|their|his|her)\b)|((?:doubl|tripl|quadrupl)(?:ed|ing))(?! down\b))\b",
    re.IGNORECASE,
)
_VERBS = {"doub": 2.0, "trip": 3.0, "quad": 4.0}
_END = re.compile(r"[.,;:)!?]|$| (?:or|more|less|higher|lower|fewer|since|from|in|to|on|over|this|last|as)\b")
_WORD_NUMBER = "one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|a hundred|hundred"
_OUT_OF = re.compile(
    rf"\b({_WORD_NUMBER}|\d{{1,3}})((?: out)? of(?: every)?|[ -]in(?: every)?[ -]?) ?({_WORD_NUMBER}|\d[\d,]{{0,6}})(?![\w%]|[.,:/-]\d|-[a-z])",
    re.IGNORECASE,
)
_PERIOD_AFTER = re.compile(
    r" (?:years?|months?|weeks?|days?|hours?|minutes?|decades?|games?|matches|seasons?|quarters?|overs|attempts|starts|states|countries|cities|"
    r"(?:percent|per cent|million|billion|thousand)|(?:January|February|March|April|May|June|July|August|September|October|November|December)\b)",
    re.IGNORECASE,
)


def find_shares(text: str) -> list[Share]:
    """Return the shares of `text` in order of place; none overlap."""
    found = [*_fractions(text), *_halves(text), *_out_of(text), *_multiples(text)]
    found.sort()
    kept: list[Share] = []
    for share in found:
        if not kept or share.start >= kept[-1].end:
            kept.append(share)
    return kept


def _fractions(text: str) -> list[Share]:
    found = []
    for match in _FRACTION.finditer(text):
        number, join, part = match.group(1).lower(), match.group(2), match.group(3).lower()
        singular = part if part in _PARTS else part[:-1]
        of = _OF.match(text, match.end())
        if (
            text[match.start() - 1 : match.start()] == "-"
            or text[max(0, match.start() - 4) : match.start()].lower() == "and "
        ):
            continue
        if not of:
            hedged = _HALF_BEFORE.search(text, max(0, match.start() - 16), match.start())
            plain = join == "-" or (number != "a" and singular not in ("quarter", "half"))
            bare_end = _END.match(text, match.end())
            if not (bare_end and (plain or (hedged and singular != "half"))):
                continue
        elif singular == "quarter" and join == " " and number not in ("a", "one", "three"):
            continue
        elif singular == "half" and number == "a":
            continue
        if (
            singular not in ("half", "quarter")
            and number == "a"
            and not of
            and not _HALF_BEFORE.search(text, max(0, match.start() - 16), match.start())
        ):
            continue
        found.append(Share(match.start(), match.end(), round(100.0 * _NUMBERS[number] / _PARTS[singular], 4)))
    for match in _DIGIT_FRACTION.finditer(text):
        share = int(match.group(1)) / int(match.group(2))
        if share < 1:
            found.append(Share(match.start(), match.end(), round(100.0 * share, 4)))
    return found


def _halves(text: str) -> list[Share]:
    found = []
    for match in _HALF.finditer(text):
        left = max(0, match.start() - 16)
        if _NOT_HALF_BEFORE.search(text, left, match.start()) or text[match.start() - 1 : match.start()] == "-":
            continue
        of = _OF.match(text, match.end())
        hedged = _HALF_BEFORE.search(text, left, match.start())
        wide = _HALF_AFTER.match(text, match.end()) and not text.startswith((" of",), match.end())
        if of or wide or (hedged and _END.match(text, match.end())):
            marks = ("comparison",) if not of and _SIZE_AFTER.match(text, match.end()) else ()
            found.append(Share(match.start(), match.end(), 50.0, marks=marks))
    return found


def _multiples(text: str) -> list[Share]:
    found = []
    for match in _MULTIPLE.finditer(text):
        if match.group(1):
            found.append(Share(match.start(), match.end(), 3.0 if match.group(1).lower() == "thrice" else 2.0, "times"))
        else:
            value = _VERBS[match.group(2).lower()[:4]]
            found.append(Share(match.start(), match.end(), value, "times", ("verb",)))
    return found


def _out_of(text: str) -> list[Share]:
    found = []
    for match in _OUT_OF.finditer(text):
        low, join, high = match.group(1).lower(), match.group(2).lower(), match.group(3).lower()
        first = int(low) if low.isdigit() else _NUMBERS[low]
        second = _NUMBERS[high] if high in _NUMBERS else int(high.replace(",", ""))
        if not 0 < first < second or text[match.start() - 1 : match.start()] in ("-", ",", ".", "$", "£", "€", "/"):
            continue
        if "in" in join:
            if _PERIOD_AFTER.match(text, match.end()) or not (first == 1 or second in (3, 4, 5, 10, 100, 1000)):
                continue
            if first == 1 and second > 100 and str(second).strip("0") not in ("1", "2", "3", "4", "5", "6", "7", "8"):
                continue
        elif "out" not in join and "every" not in join:
            continue
        elif second not in (3, 4, 5, 6, 7, 8, 9, 10, 12, 20, 50, 100, 1000):
            continue
        found.append(Share(match.start(), match.end(), round(100.0 * first / second, 4)))
    return found
