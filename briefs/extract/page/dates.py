"""Written dates: find every calendar day in a text, in the forms that newspapers of many languages print.

A date is only what names day, month and year. Bounded patterns, no clock, no locale of the machine.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from briefs.tables.tongues import english_by_key
from briefs.text import fold


class Written(NamedTuple):
    """A date as it stands in a text; `iso` is "YYYY-MM-DD" or with "THH:MM" and offset where the text shows them."""

    start: int
    end: int
    iso: str
    sure: bool = True  # False where day and month could change places ("03/04/2021")


_LOCALES = (
    "de fr es it pt nl pl ru uk tr sv da nb fi cs sk hu ro hr sr bg el id ms vi ar fa he hi bn th ca lt lv et sl sw "
    "fil ar_LB ar_DZ ar_MA"
)

_SEPARATOR = r"[\s.,/\-–]{1,3}"
_YEAR = r"(?P<y>(?:19|20)\d\d)"
_NO_DIGIT = r"(?!\d(?!\d?:\d\d))"  # but a time may be glued to the year: "May 3 20248:00 AM"
_MARKS = "\u0300-\u036f\u064b-\u0652\u0900-\u0903\u093a-\u094f\u0981-\u09cd\u0e31-\u0e4e"  # vowel signs are no \\w
_WORD = rf"(?P<m>[^\W\d_](?:[^\W\d_]|[{_MARKS}]){{0,14}})"
_DAY_MONTH_YEAR = re.compile(
    rf"(?<![\w.])(?P<d>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th|er|º|ª|η|\.)?(?:\s(?:of|de|di|d[’'])\s?|{_SEPARATOR}|"
    rf"\s?){_WORD}"
    rf"(?:\s(?:de|del)\s|{_SEPARATOR})(?:of\s)?{_YEAR}{_NO_DIGIT}"
)
_MONTH_DAY_YEAR = re.compile(
    rf"(?<!\w){_WORD}[\s.,\-]{{1,3}}(?P<d>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?:\s?[,.\-]\s?|\s){_YEAR}{_NO_DIGIT}"
)
_YEAR_MONTH_DAY = re.compile(rf"(?<!\w){_YEAR}[\s.\-]{{1,2}}{_WORD}[\s.\-]{{1,2}}(?P<d>0?[1-9]|[12]\d|3[01])(?!\d)")
_NUMERIC_ISO = re.compile(
    rf"(?<![\w/.\-]){_YEAR}(?P<s>[-/.])\s?(?P<m>0?[1-9]|1[0-2])(?P=s)\s?(?P<d>3[01]|[12]\d|0?[1-9])(?!\d)"
)
_NUMERIC = re.compile(rf"(?<![\w/.\-])(?P<a>\d{{1,2}})(?P<s>[-/.])\s?(?P<b>\d{{1,2}})(?P=s)\s?{_YEAR}(?![\d/])")
_CJK = re.compile(rf"{_YEAR}\s?[年년]\s?(?P<m>1[0-2]|0?[1-9])\s?[月월]\s?(?P<d>3[01]|[12]\d|0?[1-9])\s?[日일]")
# Years by another count, where it is named: eras of Japan, the republic of Taiwan, the Buddhist year of Thailand.
_ERAS = {"令和": 2018, "平成": 1988, "昭和": 1925, "民國": 1911, "民国": 1911}
_ERA = re.compile(
    rf"(?P<era>{'|'.join(_ERAS)})(?P<y>\d{{1,3}}|元)年\s?(?P<m>1[0-2]|0?[1-9])月\s?(?P<d>3[01]|[12]\d|0?[1-9])日"
)
_THAI = re.compile(rf"(?<!\d)(?P<d>0?[1-9]|[12]\d|3[01])\s{_WORD}\s(?:พ\.ศ\.\s?)?(?P<y>25\d\d)(?!\d)")
_BUDDHIST = 543
_VIETNAMESE = re.compile(
    rf"[Nn]gày (?P<d>3[01]|[12]\d|0?[1-9]) tháng (?P<m>1[0-2]|0?[1-9])(?: năm |[/-]|, ){_YEAR}(?!\d)"
)
# Arabic papers name the month twice, by the calendar of the Levant and by the western one.
_ARABIC = re.compile(
    rf"(?<!\d)(?P<d>0?[1-9]|[12]\d|3[01])\s[\u0621-\u064a]{{2,8}}(?:\s[\u0621-\u064a]{{4,7}})?\s?[/\-(]\s?{_WORD}\)?"
    rf"[\s،]{{1,2}}{_YEAR}(?!\d)"
)
_TIME = re.compile(
    r"[\sT,•|·@\-–—()]{0,4}(?:at\s|um\s|à\s|a\s?las\s|om\s|kl\.?\s|alle\s|ore\s|"
    r"\.?\s{0,2}(?P<part>오전|오후|上午|下午|午前|午後)\s?)?\s?(?P<h>[01]?\d|2[0-3])(?P<sep>[:.h時时])(?P<min>[0-5]\d)"
    r"(?::[0-5]\d(?:[.,]\d{1,9})?)?\s?(?P<half>[AaPp]\.?\s?[Mm]\b\.?)?(?:\s?(?P<zone>Z\b|[+\-−]\d\d:?\d\d\b|(?:GMT|"
    r"UTC)(?:\s?[+\-]\d{1,2}(?::?\d\d)?)?|[A-Z]{2,4}\b))?"
)
_HALVES = {"오전": "a", "上午": "a", "午前": "a", "오후": "p", "下午": "p", "午後": "p"}
_TIME_BEFORE = re.compile(
    r"(?<![\d:])(?P<h>[01]?\d|2[0-3])[:.](?P<min>[0-5]\d)\s?(?P<half>[AaPp]\.?\s?[Mm]\b\.?)?\s?"
    r"(?P<zone>(?:GMT|UTC)(?:\s?[+\-]\d{1,2}(?::?\d\d)?)?|[A-Z]{2,4}\b)?"
    r"[\s,•|·@\-–—()]{0,4}(?:on\s)?(?:[^\W\d_]{3,12},?\s)?$"
)
# Abbreviations that mean one offset wherever they are printed; IST, CST and BST mean several and stay unread.
_ZONES = {
    "Z": "+00:00",
    "UTC": "+00:00",
    "GMT": "+00:00",
    "EST": "-05:00",
    "EDT": "-04:00",
    "CDT": "-05:00",
    "MST": "-07:00",
    "MDT": "-06:00",
    "PST": "-08:00",
    "PDT": "-07:00",
    "CET": "+01:00",
    "CEST": "+02:00",
    "EET": "+02:00",
    "EEST": "+03:00",
    "JST": "+09:00",
    "KST": "+09:00",
    "HKT": "+08:00",
    "SGT": "+08:00",
    "SAST": "+02:00",
    "AEST": "+10:00",
    "AEDT": "+11:00",
}


@lru_cache(maxsize=1)
def _english() -> dict[str, int]:
    rows = [*english_by_key("month").items(), *english_by_key("month_short").items()]
    return {name: int(number) for number, names in rows for name in names}


@lru_cache(maxsize=1)
def _months() -> dict[str, int]:
    """Return the months' names and abbreviations of many languages, folded; the ones that two languages share agree."""
    from babel import Locale  # only text that is not English needs it

    found: dict[str, int] = {}
    for code in _LOCALES.split():
        months = Locale.parse(code).months
        for form in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                for number, name in months[form][width].items():
                    folded = _month_key(name)
                    if (len(folded) > 2 or folded > "\u0600") and not folded[-1].isdigit():
                        found.setdefault(folded, int(number))
    return found


_ALEFS = str.maketrans("أإآ", "ااا")  # written with or without their marks


def _month_key(name: str) -> str:
    return fold(name).strip(".' ").translate(_ALEFS)


def month_of(word: str) -> int | None:
    """Return the number of the month that `word` names in English or another language, or None."""
    folded = _month_key(word)
    return _english().get(folded) or _months().get(folded) or _months().get(folded.removeprefix("ב"))


def find_dates(text: str, *, day_first: bool = True, limit: int = 50) -> list[Written]:
    """Return the written dates in `text` in order, at most `limit`, none overlapping another.

    `day_first` says how to read "03/04/2021" where both readings are days.
    """
    text = _western_digits(text) if not text.isascii() else text
    found = _otherwise_counted(text) if not text.isascii() else []
    for pattern in (_NUMERIC_ISO, _CJK, _DAY_MONTH_YEAR, _MONTH_DAY_YEAR, _YEAR_MONTH_DAY, _NUMERIC):
        for match in pattern.finditer(text):
            if len(found) >= limit * 4:
                break
            written = _numeric(match, day_first) if pattern is _NUMERIC else _named(match)
            if written and not any(w.start < written[1] and written[0] < w.end for w in found):
                found.append(_with_time(text, *written))
    return sorted(found)[:limit]


_OTHER_DIGIT = re.compile(
    "[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u09e6-\u09ef\u0a66-\u0a6f\u0ae6-\u0aef\u0be6-\u0bef\u0c66-\u0c6f"
    "\u0ce6-\u0cef\u0d66-\u0d6f\u0e50-\u0e59\u0ed0-\u0ed9\u1040-\u1049\u17e0-\u17e9\uff10-\uff19]"
)


def _western_digits(text: str) -> str:
    """Return `text` with the digits of other scripts as those of ours, each in its place."""
    return _OTHER_DIGIT.sub(lambda match: str(unicodedata.decimal(match.group())), text)


def _otherwise_counted(text: str) -> list[Written]:
    """Return the dates of forms and counts that one language alone writes."""
    found: list[Written] = []
    if "年" in text:
        for match in _ERA.finditer(text):
            year = 1 if match["y"] == "元" else int(match["y"])
            day = _day(match, _ERAS[match["era"]] + year, int(match["m"]), int(match["d"]), True)
            found += [_with_time(text, *day)] if day else []
    if "tháng" in text:
        for match in _VIETNAMESE.finditer(text):
            day = _day(match, int(match["y"]), int(match["m"]), int(match["d"]), True)
            found += [_with_time(text, *day)] if day else []
    for match in _ARABIC.finditer(text) if max(text) >= "\u0600" else ():
        month = month_of(match["m"])
        day = _day(match, int(match["y"]), month, int(match["d"]), True) if month else None
        found += [_with_time(text, *day)] if day else []
    if any("\u0e00" <= c <= "\u0e7f" for c in text):
        for match in _THAI.finditer(text):
            month = month_of(match["m"])
            day = _day(match, int(match["y"]) - _BUDDHIST, month, int(match["d"]), True) if month else None
            found += [_with_time(text, *day)] if day else []
    return found


def _named(match: re.Match[str]) -> tuple[int, int, str, bool] | None:
    word = match["m"]
    month = int(word) if word.isdigit() else month_of(word)
    return _day(match, int(match["y"]), month, int(match["d"]), True) if month else None


def _numeric(match: re.Match[str], day_first: bool) -> tuple[int, int, str, bool] | None:
    a, b = int(match["a"]), int(match["b"])
    sure = a > 12 or b > 12 or a == b or match["s"] == "."
    if a <= 12 and (b > 12 or not (day_first or match["s"] == ".")):
        a, b = b, a
    return _day(match, int(match["y"]), b, a, sure)


def _day(match: re.Match[str], year: int, month: int, day: int, sure: bool) -> tuple[int, int, str, bool] | None:
    try:
        return match.start(), match.end(), date(year, month, day).isoformat(), sure
    except ValueError:
        return None


def _with_time(text: str, start: int, end: int, day: str, sure: bool) -> Written:
    """Return the date with the time of day that follows it, or stands right before it."""
    after = _TIME.match(text, end)
    if after and (clock := _clock(after)):
        return Written(start, after.start() + len(after.group().rstrip()), day + clock, sure)
    before = _TIME_BEFORE.search(text[max(0, start - 40) : start])
    if before and (clock := _clock(before)):
        return Written(max(0, start - 40) + before.start(), end, day + clock, sure)
    return Written(start, end, day, sure)


def _clock(match: re.Match[str]) -> str | None:
    hour, minute = int(match["h"]), match["min"]
    half = (match["half"] or _HALVES.get(match.groupdict().get("part") or "", "")).lower()[:1]
    if half and hour > 12:
        half = ""
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    return f"T{hour:02d}:{minute}{_offset(match['zone'])}"


def _offset(zone: str | None) -> str:
    if not zone:
        return ""
    zone = zone.replace("−", "-").replace(" ", "")
    signed = re.fullmatch(r"(?:GMT|UTC)?([+\-])(\d{1,2}):?(\d\d)?", zone)
    if signed:
        hours, minutes = int(signed[2]), signed[3] or "00"
        return f"{signed[1]}{hours:02d}:{minutes}" if hours <= 14 and minutes < "60" else ""
    return _ZONES.get(zone, "")
