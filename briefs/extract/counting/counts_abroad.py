"""Counts in other languages: numbers with what news counts after them, and great numbers with the word that follows."""

from __future__ import annotations

import re

from briefs.extract.counting import not_figures
from briefs.extract.counting.numbers import MARKS
from briefs.extract.counting.numeral import Numeral
from briefs.extract.counting.scene import Reading, Scene
from briefs.tables.tongues import Words

_NOUN = re.compile(f"[ \u00a0](?:d[’']|(?:de|di|do|da) )?([^\\W\\d_](?:\\w|[{MARKS}]){{2,30}})")
_WORD = re.compile(f"[ \u00a0]((?:[dl][’'])?[^\\W\\d_](?:[\\w’'-]|[{MARKS}]){{0,30}})")
_REACH = 3  # words from a number to what it counts: "180 nye arbejdspladser"
_LARGE = 1000
_THESE_YEARS = (1990, 2035)
# Counters of Chinese, Japanese and Korean, but not "3个月", "2か国", "6개월", "5大".
_COUNTER = re.compile(
    "[ ]?(?:余|多|여)?(店舗|가구|个|個|台|辆|輛|家|座|件|架|艘|户|戶|条|條|社|店|戸|棟|基|隻|機|곳|개|채|척|대|건)"
    "(?!月|小时|小時|百分|基点|基點|交易|工作日|星期|季|国|國|省|市|县|월|년|국|분기|소|째)"
)
_LEAST_COUNTED = 20  # fewer things are seldom news


def count_abroad(scene: Scene, numeral: Numeral) -> Reading | None:
    """Return what a number without a unit counts in another language; None where it is no figure."""
    around = scene.around(numeral)
    if not numeral.decimals and not (not_figures.is_year(numeral) and _this_year(numeral.value)):
        found = _counted(scene.text, numeral.end, scene.counted)
        if found is not None and numeral.value > 1:
            noun, first, end = found
            value, written = numeral.value, scene.text[first:end]
            reading = Reading(numeral.start, end, value, noun, "count", numeral, written, end)
            return reading.marked("casualty") if noun in scene.harmed else reading
        if numeral.form == "words":
            return None
        counter = _COUNTER.match(scene.text, numeral.end)
        if counter and numeral.value >= _LEAST_COUNTED:
            sign, end = counter.group(1), counter.end()
            return Reading(numeral.start, end, numeral.value, sign, "count", numeral, sign, end)
    large = numeral.scaled or numeral.grouped
    if not large or numeral.value < _LARGE or not_figures.is_designation(around, counted=False):
        return None
    match = _NOUN.match(scene.text, numeral.end)
    if not match:
        return Reading(numeral.start, numeral.end, numeral.value, "count", "count", numeral).marked("bare")
    return Reading(
        numeral.start, match.end(), numeral.value, match.group(1), "count", numeral, match.group(1), match.end()
    )


def _this_year(value: float) -> bool:
    return _THESE_YEARS[0] <= value <= _THESE_YEARS[1]


def _counted(text: str, end: int, counted: Words) -> tuple[str, int, int] | None:
    """Return the noun that a number before `end` counts, and where it stands with its adjectives."""
    first, place, words = 0, end, []
    for _ in range(_REACH):
        match = _WORD.match(text, place)
        if not match:
            return None
        first = first or match.start(1)
        place = match.end()
        words.append(match.group(1).lower().removeprefix("d'").removeprefix("d’"))
        if counted.starting_at(words, len(words) - 1):
            return words[-1], first, place
        if len(words) > 1 and " ".join(words[-2:]) in counted.whole:
            return " ".join(words[-2:]), first, place
    return None
