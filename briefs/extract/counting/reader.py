"""Read the figures of one passage: every number is tried as a range, a ratio, a part of a whole, then on its own."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable

from briefs.extract.counting import not_figures
from briefs.extract.counting.counts import lettered, read_count, read_part
from briefs.extract.counting.currencies import Currencies
from briefs.extract.counting.not_figures import Surroundings
from briefs.extract.counting.numbers import find_numerals, merged
from briefs.extract.counting.numbers_abroad import numerals_in_words
from briefs.extract.counting.numeral import Numeral
from briefs.extract.counting.pairs import read_odds, read_pair
from briefs.extract.counting.quakes import read_quake
from briefs.extract.counting.rank import TERM_AFTER
from briefs.extract.counting.scene import Reading, Scene
from briefs.extract.counting.shares import Share, find_shares
from briefs.extract.counting.units import Kind, Unit
from briefs.tables.tongues import tongue

MOST_NUMBERS = 5000  # more than any article has; a table of a million numbers is cut
_SHARE_KINDS: dict[str, Kind] = {"percent": "percent", "times": "times", "percentage points": "points"}
_VERY_OFTEN = 1000
_FOR_EVERY, _FOR_EVERY_WIDTH = re.compile(r"\b(?:for |to )?(?:each|every) $|\bper $"), 12
_NEGATIVE = re.compile(r"(?:^|[\s(])(?:(?<!or )minus |negative |[-−–])$")
_MULTIPLIES = re.compile(
    r" (?:as|more|the|that|what|higher|larger|bigger|faster|greater|its|their|his|her|over|lower|less|fewer|"
    r"cheaper|better|"
    r"stronger|earnings|sales|revenue|book|oversubscribed|forward|trailing|expected|annual|pre-war|average|"
    r"longer|smaller|"
    r"normal)\b"
)
_INCHES_AFTER = re.compile(r"[ ,]{0,2}\d{1,2}[ -]?in(?:ch|s?\b)")
_FEET_BEFORE = re.compile(r"f(?:ee)?t,? $")
_PERIOD_BEFORE = re.compile(
    r"(?<!just )(?<!well )(?<!little )\b(?:the|last|past|next|first|previous|coming|within|every|in|over|for the|these|"
    r"those|following|final|"
    r"early|after|"
    r"until|around|since|recent)[ ](?:last |past |next |first |previous |coming |final |recent )?$",
    re.IGNORECASE,
)
# "The worst crash in 30 years", "for seven years after": the length itself is told.
_RECORD = re.compile(
    r"\b(?:worst|best|highest|lowest|biggest|largest|deadliest|strongest|weakest|fastest|slowest|hottest|coldest|wettest|"
    r"driest|first time|first)\b[^.;:,]{0,60} in (?:more than |nearly |almost |over |at least |about )?$"
)
_RECORD_WIDTH = 90
_LASTED = re.compile(r"\bfor (?:more than |nearly |almost |over |at least |about |some )?$")
_ROUND_THE_CLOCK = re.compile(r" (?:an?|per|each|every) (?:day|week|month|year)\b")  # "24 hours a day"
_PERIOD_AFTER = re.compile(
    r"[’']? (?:ago|later|earlier|before|after|from now|since|running|straight|in a row|on|prior|away|into|old)\b",
    re.IGNORECASE,
)


def read_passage(
    text: str, language: str | None, currencies: Currencies, sentence_start: Callable[[int], int]
) -> list[Reading]:
    """Return the figures of `text` in order; `sentence_start` gives the start of the sentence that holds an offset."""
    english = language in (None, "en")
    numerals = find_numerals(text, language, MOST_NUMBERS)
    if not english:
        numerals = merged(numerals, numerals_in_words(text, language, MOST_NUMBERS))[:MOST_NUMBERS]
    shares = find_shares(text, numerals)[:MOST_NUMBERS] if english else []
    numerals = _without(numerals, shares)
    known = tongue(language)
    scene = Scene(text, numerals, currencies, sentence_start, english, known.counted, known.harmed)
    readings = _walk(scene)
    readings += [scene.finish(_share(share)) for share in shares]
    return sorted(readings, key=lambda reading: (reading.start, reading.end))


def _share(share: Share) -> Reading:
    kind = _SHARE_KINDS[share.unit]
    return Reading(share.start, share.end, share.value, share.unit, kind, marks=frozenset({"share", *share.marks}))


def _without(numerals: list[Numeral], shares: list[Share]) -> list[Numeral]:
    starts = [share.start for share in shares]
    kept = []
    for numeral in numerals:
        at = bisect_right(starts, numeral.end - 1)
        if not (at and shares[at - 1].end > numeral.start):
            kept.append(numeral)
    return kept


def _walk(scene: Scene) -> list[Reading]:
    readings: list[Reading] = []
    index = taken = 0
    while index < len(scene.numerals):
        if scene.numerals[index].start < taken:
            index += 1
            continue
        found, index = _read_at(scene, index)
        for reading in map(scene.finish, found):
            readings.append(reading)
            scene.last, taken = reading, reading.end
    return readings


def _read_at(scene: Scene, index: int) -> tuple[list[Reading], int]:
    pair = read_pair(scene, index)
    if pair:
        return pair, index + 2
    odds = read_odds(scene, scene.numerals[index])
    if odds:
        return [odds], index + 1
    part = read_part(scene, index)
    if part:
        return [part[0]], part[1]
    reading = _read_single(scene, index)
    return ([reading] if reading else []), index + 1


def _read_single(scene: Scene, index: int) -> Reading | None:
    numeral = scene.numerals[index]
    before, after = scene.units(numeral)
    around = scene.around(numeral)
    if not before and (quake := read_quake(scene.text, numeral)):
        return quake
    if before:
        return _money(scene, numeral, before, after)
    if after and not after.attributive and after.kind in ("percent", "points", "money"):
        glued = around.is_glued or (around.previous in "./" and around.before[-2:-1].isdigit())
        if glued or (after.kind == "money" and not_figures.is_date(around, numeral)):
            return None
        return _measured(scene, numeral, after)
    if not_figures.is_identifier(around) or not_figures.is_age(around, numeral):
        return None
    if not_figures.is_clock_time(around) or not_figures.is_date(around, numeral):
        return None
    if numeral.letter:
        return lettered(scene, index)
    if after and after.kind == "duration":
        return _duration(scene, numeral, after, around)
    if after:
        named = after.kind == "physical" and not_figures.is_designation(around, counted=True)
        return None if named else _measured(scene, numeral, after)
    if around.previous in "%٪" and not around.before[-2:-1].isalnum():
        return Reading(numeral.start - 1, numeral.end, numeral.value, "percent", "percent", numeral)  # Turkish: "%12,5"
    if numeral.form == "digits" and around.before[-6:].lower() == "yüzde ":
        return Reading(numeral.start - 6, numeral.end, numeral.value, "percent", "percent", numeral)
    return None if not_figures.is_score(around) else read_count(scene, index)


def _money(scene: Scene, numeral: Numeral, before: Unit, after: Unit | None) -> Reading | None:
    """Return "$5 million", "US$5 million Canadian", "a $5-million-a-year contract"."""
    text, code, end = scene.text, before.code, numeral.end
    if numeral.value == 1 and _FOR_EVERY.search(text, max(0, before.start - _FOR_EVERY_WIDTH), before.start):
        return None  # "92p for every £1"
    if after and after.kind == "money" and not after.attributive:
        code, end = after.code, after.end
    else:
        code, end = scene.currencies.suffix(before, text, end)
    reading = Reading(before.start, end, numeral.value * before.factor, code, "money", numeral)
    return (
        reading.marked("attributive")
        if text[end : end + 1] in ("-", "‑") and text[end + 1 : end + 2].isalpha()
        else reading
    )


def _measured(scene: Scene, numeral: Numeral, unit: Unit) -> Reading | None:
    """Return a number with a unit after it that says all: percent, money, a physical unit, "times"."""
    text, start = scene.text, numeral.start
    if unit.kind == "times" and not _multiplies(text, numeral, unit):
        return None
    feet_first = unit.code == "feet" and _INCHES_AFTER.match(text, unit.end)
    if feet_first or (unit.code == "inches" and _FEET_BEFORE.search(text, max(0, start - 8), start)):
        return None  # somebody's height
    if unit.attributive and text.endswith("per ", 0, start):
        return None  # "$5,117 per 40-foot container"
    value = numeral.value * unit.factor
    if unit.kind in ("percent", "points", "physical") and _NEGATIVE.search(text[max(0, start - 10) : start]):
        value = -value
    if value < 0 and text[start - 1] in "-−–":
        start -= 1
    reading = Reading(start, unit.end, value, unit.code, unit.kind, numeral)
    if value == 1 and numeral.form == "words" and unit.kind == "physical":
        reading = reading.marked("definite")
    if unit.attributive:
        reading = reading.marked("attributive")
    bracketed = text[max(0, start - 1) : start] == "(" and text[unit.end : unit.end + 1] == ")"
    return reading.marked("conversion") if bracketed and unit.kind == "physical" else reading


def _multiplies(text: str, numeral: Numeral, unit: Unit) -> bool:
    """Say whether "three times" compares ("three times as many") and does not count ("arrested three times")."""
    if text[unit.start : unit.end].lower() != "times":
        return numeral.form == "digits" or unit.end - unit.start > 1
    if numeral.value >= _VERY_OFTEN:
        return True  # "streamed 2 billion times"
    return bool(numeral.decimals) or bool(_MULTIPLIES.match(text, unit.end))


def _duration(scene: Scene, numeral: Numeral, unit: Unit, around: Surroundings) -> Reading | None:
    if numeral.value == 1 or (
        unit.code in ("seconds", "minutes", "hours") and not_figures.is_designation(around, counted=False)
    ):
        return None
    text = scene.text
    if numeral.form == "words" and not scene.english and not TERM_AFTER.match(text, unit.end):
        return None
    reading = Reading(numeral.start, unit.end, numeral.value * unit.factor, unit.code, "duration", numeral).marked(
        "duration"
    )
    if unit.attributive:
        reading = reading.marked("attributive")
    if text[unit.end : unit.end + 1] in ("'", "’"):
        reading = reading.marked("possessive")
    usual = _PERIOD_BEFORE.search(around.before) or _PERIOD_AFTER.match(text, unit.end)
    begin = max(scene.sentence_start(numeral.start), numeral.start - _RECORD_WIDTH)
    if _RECORD.search(text, begin, numeral.start) or _LASTED.search(around.before):
        usual = None
    if usual or _ROUND_THE_CLOCK.match(text, unit.end):
        reading = reading.marked("period")
    return reading
