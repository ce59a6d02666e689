"""Numerals: the numbers of a text, in digits of any script or English words, with their scale applied.

A numeral knows nothing of what it counts; `units` reads what stands beside it and `figures` decides whether it is a
figure at all. Separators are read by their shape first ("1.000,50", "1,00,000") and by the language where the shape
leaves it open ("1.000").
"""

from __future__ import annotations

import re

from briefs.extract.counting.number_words import numerals_in_words
from briefs.extract.counting.numeral import Numeral
from briefs.extract.counting.scales import (
    GLUED_IN_ENGLISH,
    LETTERS,
    LONG_SCALE,
    LONG_SCALE_LANGUAGES,
    OWN_SCALES,
    SCALES,
    SHORTENED,
    THAI_SCALE,
    THAI_SCALES,
    cjk_factor,
    in_millions,
)
from briefs.extract.wordlist import words

# Languages that write 1.000,5 or 1 000,5. Spanish of Mexico and others write as in English: two-digit endings and
# repeated separators are read by their shape in any language, so only "1.000" and "1,000" are left to this list.
_COMMA_DECIMAL = words(
    "de es it pt nl da id tr el fr ru uk pl cs sk sv nb nn no fi is bg ro hu hr sr sl lt lv et vi ca gl eu mk sq az kk "
    "be ka hy"
)


_MIL_GOES_ON = re.compile(r" (\d{1,3}) millones(?!\w)")  # "9 mil 800 millones" is 9,800 millions
_MIL_BEFORE = re.compile(r"(?<![\w.,])(?<!\d )mil $")

# Marks of scripts whose vowels are no letters to a regular expression: accents, Arabic, Devanagari to Sinhala, Thai.
MARKS = "\u0300-\u036f\u064b-\u065f\u0900-\u0dff\u0e31-\u0e4e"
_SEPARATORS = ".,'’٬٫．，"
_DIGITS = re.compile(rf"\d++(?:[{_SEPARATORS}]\d++)*+")
_SPACE_GROUPS = re.compile("(?:[ \u00a0\u202f\u2007]\\d{3}(?!\\d|s\\b)){1,5}+(?:[.,]\\d++(?![.,]?\\d))?+")
_CJK_SCALE = re.compile("[ ]?([十百千万萬亿億兆천만억조십백]{1,3})(?:余|多|여)?")
_MONTH_BEFORE = re.compile(
    r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.? $|\b[A-Z][\w-]* $|\d[ ,]+$"
)
_SCALE_AFTER = re.compile(f"[ \u00a0\u202f\\-‑]?([^\\W\\d_](?:[^\\W\\d_]|[{MARKS}]){{0,30}}+)(?![^\\W_])")
_SMALLER = re.compile("[ \u00a0]و?[ ]?(\\d{1,3}(?:[.,]\\d{1,2})?)(?=[ \u00a0])")
_VULGAR = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3, "⅕": 0.2, "⅛": 0.125}
_MIXED = re.compile(r"[- ](1|3(?=/[48])|[57](?=/8))/([248])(?![\d/.,]\d|\d|th|rd)")
_POINT_BEFORE = re.compile(r"(?:^|[\s($€£])\.$")  # ".5 percent"
_MAX_DIGITS = 18  # a longer run is an identifier, and int() of a million digits takes for ever


def find_numerals(text: str, language: str | None = "en", most: int = 5000) -> list[Numeral]:
    """Return the first `most` numerals of `text` in order; none overlap. Linear in the length of the text."""
    found = _in_digits(text, language, most)
    if language in (None, "en"):
        found = merged(found, numerals_in_words(text, most))
    return found[:most]


def merged(digits: list[Numeral], in_words: list[Numeral]) -> list[Numeral]:
    """Return the numerals in order, of those that overlap the first, and of these the longest."""
    kept: list[Numeral] = []
    for numeral in sorted([*digits, *in_words], key=lambda n: (n.start, -n.end)):
        if not kept or kept[-1].end <= numeral.start:
            kept.append(numeral)
    return kept


def _in_digits(text: str, language: str | None, most: int) -> list[Numeral]:
    found: list[Numeral] = []
    position = 0
    while len(found) < most and (match := _DIGITS.search(text, position)):
        start, end = match.span()
        position = end
        core = match.group()
        if len(core) > _MAX_DIGITS:
            continue
        groups = _SPACE_GROUPS.match(text, end) if len(core) <= 3 and core.isdigit() else None
        if groups and len(groups.group()) <= _MAX_DIGITS and _spaces_group(text, start, groups.group(), language):
            value, decimals = read_digits(
                core + re.sub(r"\s", "", groups.group()), "xx" if "," in groups.group() else "en"
            )
            end, grouped = groups.end(), True
        else:
            value, decimals = read_digits(core, language)
            grouped = decimals == 0 and not core.isdigit()
        if value is None:
            continue
        if core.isdigit() and not groups and _POINT_BEFORE.search(text, max(0, start - 2), start):
            start, value, decimals = start - 1, value / 10 ** len(core), len(core)
        if end < len(text) and text[end] in _VULGAR:
            value, end = value + _VULGAR[text[end]], end + 1
        elif mixed := _MIXED.match(text, end):  # "3-1/4 cents", "$5.42-1/2"
            value, end = value + int(mixed.group(1)) / int(mixed.group(2)) / 10**decimals, mixed.end()
        numeral = scaled(text, start, end, value, language)._replace(grouped=grouped, decimals=decimals)
        numeral = with_smaller(text, numeral, language)
        if language == "es" and numeral.factor == 1e6 and _MIL_BEFORE.search(text[max(0, start - 6) : start]):
            numeral = numeral._replace(start=start - 4, value=numeral.value + 1e9)  # "mil 500 millones"
        position = numeral.end
        found.append(numeral)
    return found


def with_smaller(text: str, numeral: Numeral, language: str | None) -> Numeral:
    """Return the numeral with the smaller scale behind it: "799 crore 66 lakh", "1 млрд 200 млн"."""
    more = _SMALLER.match(text, numeral.end) if numeral.factor > 1 and not numeral.letter else None
    value = read_digits(more[1], language)[0] if more else None
    if more is None or value is None:
        return numeral
    rest = scaled(text, more.start(1), more.end(), value, language)
    if rest.letter or not 1 < rest.factor < numeral.factor or rest.value >= numeral.factor:
        return numeral
    return numeral._replace(end=rest.end, value=numeral.value + rest.value)


def _spaces_group(text: str, start: int, groups: str, language: str | None) -> bool:
    """Say whether a space between digits marks thousands: "12 300 people" does, "on May 5 300 people" does not."""
    if " " not in groups or language in _COMMA_DECIMAL:
        return True
    return not _MONTH_BEFORE.search(text[max(0, start - 24) : start])


def read_digits(core: str, language: str | None) -> tuple[float | None, int]:
    """Return the value of digits with separators and the number of decimals; None where it is no single number."""
    parts = re.split(f"[{_SEPARATORS}]", core)
    marks = [c for c in core if c in _SEPARATORS]
    if not marks:
        return float(int(core)), 0
    kinds = {"." if m in ".．٫" else "," if m in ",，" else "'" for m in marks}
    last = "." if marks[-1] in ".．" else "٫" if marks[-1] == "٫" else "," if marks[-1] in ",，" else "'"
    whole, tail = parts[:-1], parts[-1]
    if len(marks) == 1:
        if last == "'" or (last in ".," and len(tail) == 3 and 0 < len(parts[0]) <= 3 and parts[0] != "0"):
            thousands = last == "'" or (last == ".") == (language in _COMMA_DECIMAL)
            if last == "'" and len(tail) != 3:
                return None, 0
            if thousands:
                return float(int(parts[0] + tail)), 0
        if last == "," and len(tail) > 3:
            return None, 0
        return float(f"{int(parts[0])}.{_ascii(tail)}"), len(tail)
    if len(kinds) == 1:  # "1,000,000", "1.000.000", "1,00,000": all groups; anything else is a version or a date
        if last != "'" and not (len(tail) == 3 and all(len(p) in (2, 3) for p in parts[1:]) and len(parts[0]) <= 3):
            return None, 0
        if last == "." and any(len(p) != 3 for p in parts[1:]):
            return None, 0
        return float(int("".join(parts))), 0
    before = set(marks[:-1])
    if len(before) == 1 and marks[-1] not in before and all(len(p) in (2, 3) for p in whole[1:]):
        return float(f"{int(''.join(whole))}.{_ascii(tail)}"), len(tail)
    return None, 0


def _ascii(digits: str) -> str:
    return "".join(str(int(d)) for d in digits)


def scaled(text: str, start: int, end: int, value: float, language: str | None) -> Numeral:
    """Return the number that stands at `[start, end)` with the scale words or letters that follow it."""
    if numeral := _scaled_in_cjk(text, start, end, value):
        return numeral
    thai = THAI_SCALE.match(text, end) if text[end : end + 2].strip() > "\u0e00" else None
    if thai:
        factor = THAI_SCALES[thai.group(1)]
        return Numeral(start, thai.end(), value * factor, "digits", end, scaled=True, factor=factor)
    core_end = end
    letter, factor = "", 1.0
    for _ in range(2):  # "5 lakh crore", "10 thousand million"
        after = _SCALE_AFTER.match(text, end)
        if not after:
            break
        word, folded = after.group(1), after.group(1).lower()
        glued = after.start(1) == end
        scale = _scale_of(folded, language)
        if word == "m" and not glued and factor == 1.0 and in_millions(text, start, after.end()):
            scale = 1e6
        if scale is None and glued and factor == 1.0 and folded in LETTERS and word not in ("t", "mm"):
            scale, letter = LETTERS[folded], word if len(word) == 1 else ""
        if glued and language in (None, "en") and folded in GLUED_IN_ENGLISH:
            scale = GLUED_IN_ENGLISH[folded]
        elif scale is None or (folded in ("mil", "bin", "md") and language in (None, "en")):
            break
        if folded == "mil" and scale == 1000 and (more := _MIL_GOES_ON.match(text, after.end())):
            value, factor, end = value * 1000 + int(more.group(1)), 1e6, more.end()
            break
        factor, end = factor * scale, after.end()
        if text[end : end + 1] == "." and folded in SHORTENED:
            end += 1
    return Numeral(start, end, value * factor, "digits", core_end, scaled=factor != 1.0, letter=letter, factor=factor)


def _scale_of(folded: str, language: str | None) -> float | None:
    """Return what a word multiplies a number by in `language`: "billion" has nine zeros in one, twelve in another."""
    if language in LONG_SCALE_LANGUAGES and folded in LONG_SCALE:
        return LONG_SCALE[folded]
    return OWN_SCALES.get((language or "", folded)) or SCALES.get(folded)


def _scaled_in_cjk(text: str, start: int, core_end: int, value: float) -> Numeral | None:
    """Return the numeral with the scales of Chinese, Japanese or Korean, each with what it adds: "1億2000万"."""
    scale = _CJK_SCALE.match(text, core_end)
    if scale is None:
        return None
    total = value * cjk_factor(scale.group(1))
    end = scale.end()
    while more := _DIGITS.match(text, end + (text[end : end + 1] == " ")):
        smaller = _CJK_SCALE.match(text, more.end())
        amount = read_digits(more.group(), "en")[0] if len(more.group()) <= _MAX_DIGITS else None
        if not smaller:
            if amount is not None and more.start() == end and amount < cjk_factor(scale.group(1)):
                total, end = total + amount, more.end()  # "2천300명", "1万2345人"
            break
        if amount is None or amount * cjk_factor(smaller.group(1)) >= total:
            break
        total, end = total + amount * cjk_factor(smaller.group(1)), smaller.end()
    return Numeral(start, end, total, "digits", core_end, scaled=True, factor=total / value if value else 1.0)
