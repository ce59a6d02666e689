"""Two numbers that belong together: ranges ("5-7 million"), changes ("from 1.77 to 2.04"), odds ("3-to-1")."""

from __future__ import annotations

import re

from msgspec import Struct
from msgspec.structs import replace

from briefs.extract.counting import not_figures
from briefs.extract.counting.bare_numbers import dimensionless
from briefs.extract.counting.counted import Counted, counted_after
from briefs.extract.counting.counts import read_count
from briefs.extract.counting.numeral import Numeral
from briefs.extract.counting.scene import Reading, Scene
from briefs.extract.counting.units import Kind, Unit
from briefs.extract.counting.words import DOWN_WORDS, UP_WORDS

_HEDGE = (
    r"(?:about |around |roughly |approximately |just |nearly |almost |some |only |"
    r"more than |less than |under |over |a |an )?"
)
_BETWEEN = re.compile(
    rf"\b(?:between|entre|zwischen|tra|fra|tussen|mellan|mellem|mellom|między|между|antara) {_HEDGE}$", re.IGNORECASE
)
_FROM = re.compile(rf"\bfrom {_HEDGE}(?:[\w’'-]+ ){{0,3}}$", re.IGNORECASE)
_SPREAD = re.compile(
    r"\b(?:rang(?:e|es|ed|ing)|var(?:y|ies|ied|ying)|anywhere|anything|priced|sells?|costs?|estimates?|estimated|"
    r"forecasts?|"
    r"guidance|between)\b[^.;]*$",
    re.IGNORECASE,
)
# What is yet to come may change by "5% to 7%"; what has changed did so by one figure, to the other.
_EXPECTED = re.compile(
    r"\b(?:will|would|could|may|might|can|should|to|expect\w*|forecasts?|plans?|aims?|between)\b[^.;]*$", re.IGNORECASE
)
_STEP_AND_LEVEL = 3  # times as large as the step, from which a number is no other end of a range
_DASH = re.compile(r"[ ]?[-–—‑~～〜][ ]?")
_TO = re.compile(
    r"(?:至|到|から|에서 ?)|[ ](?:to|bis|à|a|al|до|hasta|até|tot|til|till|hingga|sampai|đến)[ ]"
    r"(?:about |around |as much as |as many as |more than |nearly |over |some |just )?|[-‑]to[-‑][ ]?"
)
_STEP = re.compile(
    r"\bby (?:about |around |as much as |roughly |nearly |almost |some |just |only |more than |over |an? |another |"
    r"a further |up to )?$",
    re.IGNORECASE,
)
_MOVED = re.compile(rf"\b(?:{'|'.join(sorted(UP_WORDS | DOWN_WORDS))}) (?:about |nearly |as much as |another )?$")
_AND = re.compile(r" (?:and|et|y|e|und|en|och|og|a|i|и|dan) (?:about |around |roughly |over )?")
_ODDS = re.compile(
    r"(?:[-‑ ]to[-‑ ]|[-‑]for[-‑])(one|\d{1,3}(?:\.\d+)?)(?![\w.,%]*\d|\s?%| (?:per|million|billion))|"
    r":(\d{1,2})(?![\d:])"
)
_ODDS_WORDS = re.compile(
    r"\b(?:ratio|odds|margin|split|leverage|outnumber\w*|advantage|favou?r\w*|oversubscribed|consolidation)\b",
    re.IGNORECASE,
)
_WIDEST_JOINT = 44
_PRONOUN = 3  # "the two", "the three" mean those named before
_SPEEDS = ("mph", "km/h")


class _Side(Struct, frozen=True):
    """One number of a pair with the units on both sides of it."""

    numeral: Numeral
    before: Unit | None
    after: Unit | None

    @property
    def start(self) -> int:
        return self.before.start if self.before else self.numeral.start

    @property
    def end(self) -> int:
        return self.after.end if self.after else self.numeral.end


def read_pair(scene: Scene, index: int) -> list[Reading] | None:
    """Return the range, or the old and new value, that the numbers at `index` and after make; None for neither."""
    if index + 1 >= len(scene.numerals):
        return None
    low, high = scene.numerals[index], scene.numerals[index + 1]
    if high.start - low.end > _WIDEST_JOINT or scene.sentence_start(low.start) != scene.sentence_start(high.start):
        return None
    first, second = _Side(low, *scene.units(low)), _Side(high, *scene.units(high))
    if first.end > second.start:
        first = replace(first, after=None)
    joint = scene.text[first.end : second.start]
    left = scene.text[max(0, first.start - 48) : first.start]
    dash, to = bool(_DASH.fullmatch(joint)), bool(_TO.fullmatch(joint))
    if not (dash or to or (_AND.fullmatch(joint) and _BETWEEN.search(left))):
        return None
    if not first.before and (scene.around(low).is_glued or left[-1:] in ("/", "#", "_", ".", ":", "-", "@")):
        return None
    if first.after and first.after.attributive:
        return None
    if low.form == "words" and low.value <= _PRONOUN and left.lower().endswith(" the "):
        return None  # "narrowing the gap between the two to 145 points"
    if to and (first.before or first.after) and (step := _STEP.search(left)):
        far = high.value > _STEP_AND_LEVEL * low.value
        if far or not _EXPECTED.search(left, 0, step.start()):
            return None  # "rose by $5 to $40", "fell by one percent to 12 percent": the step, and where it led
    moved = to and first.before and first.before.kind == "money" and _MOVED.search(left)
    if moved and high.value > _STEP_AND_LEVEL * low.value * _shared_scale(low, high):
        return None  # "shares were down $4 to $32"
    changed = to and bool(_FROM.search(left)) and not _SPREAD.search(left)
    unit = second.after or second.before or first.before
    if unit is None:
        return _without_unit(scene, index, first, second, changed=changed, dash=dash)
    if not _agree(first, second) or _is_no_pair(scene, first, second, unit):
        return None
    return _with_unit(first, second, unit, None, changed=changed, dash=dash)


def _is_no_pair(scene: Scene, first: _Side, second: _Side, unit: Unit) -> bool:
    if unit.kind == "money" and (second.before or first.before):
        return False
    if unit.kind == "physical" and unit.code in _SPEEDS and first.numeral.value == 0:
        return True  # "0-60 mph" is how cars are compared, not a range
    low, high = scene.around(first.numeral), scene.around(second.numeral)
    return (
        not_figures.is_age(high, second.numeral)
        or not_figures.is_clock_time(high)
        or not_figures.is_date(low, first.numeral)
        or (not_figures.is_year(first.numeral) and not_figures.is_year(second.numeral))
    )


def _without_unit(
    scene: Scene, index: int, first: _Side, second: _Side, *, changed: bool, dash: bool
) -> list[Reading] | None:
    """Return a pair of counts ("10 to 15 people") or of bare numbers that the sentence has named ("1.77 to 2.04")."""
    low, high = first.numeral, second.numeral
    counted = counted_after(scene.text, high.end)
    if first.after:
        return None
    if counted and not counted.hyphenated:
        two_years = not_figures.is_year(low) and not_figures.is_year(high)
        score = dash and low.value >= high.value / high.factor
        if two_years or score or not_figures.is_designation(scene.around(low), counted=True):
            return None
        if not_figures.is_date(scene.around(low), low) or not_figures.is_clock_time(scene.around(high)):
            return None
        return _with_unit(first, second, None, counted, changed=changed, dash=dash)
    if low.grouped and high.grouped and low.value < high.value and not changed:
        bare = Reading(low.start, high.end, (low.value, high.value), "count", "count", high)
        return [bare.marked("bare")]
    if changed and not (low.letter or high.letter or not_figures.is_year(low) or not_figures.is_year(high)):
        new = read_count(scene, index + 1)
        if new and new.unit != "count" and (new.kind == "ratio" or not (low.decimals or high.decimals)):
            old = replace(new, start=low.start, end=low.end, value=low.value, numeral=low, noun_end=low.end)
            return [old.marked("old"), new]
    if dash or not (low.decimals and high.decimals):
        return None
    named = dimensionless(scene, low) or read_count(scene, index)
    if not named or named.kind not in ("ratio", "points"):
        return None
    if changed:
        new = replace(named, start=high.start, end=high.end, value=high.value, numeral=high)
        return [named.marked("old"), new]
    if low.value >= high.value:
        return None
    return [replace(named, end=high.end, value=(low.value, high.value), numeral=high)]


def _with_unit(
    first: _Side, second: _Side, unit: Unit | None, counted: Counted | None, *, changed: bool, dash: bool
) -> list[Reading] | None:
    low, high = first.numeral, second.numeral
    factor = unit.factor if unit else 1.0
    a, b = low.value * _shared_scale(low, high) * factor, high.value * factor
    kind: Kind = unit.kind if unit else "count"
    code = unit.code if unit else counted.unit if counted else "count"
    if first.before and not second.after:
        code = first.before.code
    noun, noun_end = (counted.noun, counted.end) if counted else (None, 0)
    marks = frozenset({"duration"} if kind == "duration" else ()) | (
        {"attributive"} if unit and unit.attributive else set()
    )
    end = counted.end if counted else second.end
    if changed:
        old = Reading(first.start, first.end, a, code, kind, low, noun, first.end, marks | {"old"})
        return [old, Reading(second.start, end, b, code, kind, high, noun, noun_end, marks)]
    if a > b and dash and kind == "money" and first.before and second.before:
        a, b = b, a  # "$3.90-$3.12 a kilo": some markets quote the best price first
    if a >= b:
        return None
    return [Reading(first.start, end, (a, b), code, kind, high, noun, noun_end, marks)]


def _shared_scale(low: Numeral, high: Numeral) -> float:
    """Return the scale that the first number takes from the second: "5-7 million", but not "500 to 1 million"."""
    shares = (
        high.scaled
        and not (low.scaled or low.grouped)
        and low.value < 1000
        and low.value <= 10 * high.value / high.factor
    )
    return high.factor if shares else 1.0


def _agree(first: _Side, second: _Side) -> bool:
    """Say whether the units of the two numbers are the same, where both have one."""
    if first.after and second.after:
        return first.after.code == second.after.code
    if first.after:
        return False
    if first.before and second.after and not second.before:
        return second.after.kind == "money"
    return bool(first.before) or not second.before


def read_odds(scene: Scene, numeral: Numeral) -> Reading | None:
    """Return "3-to-1" and, where the sentence speaks of a ratio, "3:1"."""
    match = _ODDS.match(scene.text, numeral.end)
    if not match or numeral.scaled or scene.text[max(0, numeral.start - 1) : numeral.start] in (*"-–:./$£€",):
        return None
    lower = match.group(1) or match.group(2)
    divisor = 1.0 if lower == "one" else float(lower)
    begin = max(scene.sentence_start(numeral.start), numeral.start - 30)
    named = bool(_ODDS_WORDS.search(scene.text, begin, match.end() + 12))
    hyphens = match.group()[0] in "-‑"
    if not divisor or numeral.value == divisor or not (named or (hyphens and divisor == 1)):
        return None
    return Reading(numeral.start, match.end(), round(numeral.value / divisor, 4), "ratio", "ratio", numeral)
