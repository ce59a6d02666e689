"""Counts: a number and the noun after it ("10 job openings"), also as a part of a whole ("six of the top 10")."""

from __future__ import annotations

import re

from briefs.extract.counting import not_figures
from briefs.extract.counting.bare_numbers import (
    CASUALTIES_BEFORE,
    DENOMINATOR_BEFORE,
    FAR,
    INDEX,
    LOWEST_LEVEL,
    NEAR,
    befell,
    index_level,
    listed_with,
    read_bare,
)
from briefs.extract.counting.counted import Counted, counted_after, is_people
from briefs.extract.counting.counts_abroad import count_abroad
from briefs.extract.counting.not_figures import Surroundings
from briefs.extract.counting.numeral import Numeral
from briefs.extract.counting.qualifiers import qualifier_of
from briefs.extract.counting.scene import Reading, Scene
from briefs.extract.wordlist import words

_DETERMINERS = "the|its|their|his|her|our|those|these|all"
_WHOLE_START = re.compile(rf" of (?:{_DETERMINERS})(?= )")
_OF_THEM = re.compile(r" of (?:them|which|whom)\b")
_WHOLE = re.compile(rf" (?:out )?of (?:(?:{_DETERMINERS}) )?(?:(?!and\b|or\b|in\b|of\b)[\w’'-]+ ){{0,2}}?")
_WHOLE_WIDTH = 48
_HARMED = re.compile(
    r" (?:injured|wounded|dead|missing|sick|infected|deceased|hurt|detained|arrested)(?![ -][a-z]+s\b)"
)
_DEFINITE = re.compile(
    r"\b(?:the|these|those|both|other|its|their|his|her|our|your|my|all|first|last|next|past|previous|same|latter|"
    r"remaining|any|of|top|only|between)[ ](?:other |remaining |first |last |same |top )?$",
    re.IGNORECASE,
)
# "The 30-share index", "the 225-issue Nikkei average": part of its name.
_INDEX_PARTS = ("share", "stock", "issue")
_INDEX_NAMED = re.compile(r" (?:[\w&’'‑-]+ ){0,3}(?:index|indices|average|benchmark|gauge)\b", re.IGNORECASE)
_OF_PERCENT = re.compile(r"%|per ?cent|\b(?:rates?|turnout|inflation|unemployment|yields?|margin|approval)\b")
_SUPERLATIVE = re.compile(r"(?:best|worst|biggest|largest|smallest|greatest|most|richest|top|latest|key|main)\b")
_OTHER = re.compile(r"(?:other|more|additional|further|new)\b")
_LENGTH = re.compile(
    r"\b(?:high|tall|long|wide|deep|thick|away|above|below|under|length|width|height|depth|altitude|elevation|distance|"
    r"wave|waves|swell|tide|snow|sea|river|water|level|wall|tower|pool|race|sprint|hurdles|freestyle|butterfly|"
    r"final|relay|metres?|meters?|km|feet|square|shaft|drill\w*|ship|vessel|yacht|range|radius|dash)\b"
)
_LENGTH_NEAR = 40
_NUMBERED = re.compile(
    r"\b(?:sales|sold|audiences?|readers|listeners|followers|attendances?|users|"
    r"customers|passengers|subscribers|households|viewers|visitors|votes|population|number of|"
    r"out of work|unemployed|jobless|shipments|shipped|deliveries|orders|downloads|streams|cases|doses|homes|"
    r"employ(?:s|ed|ees)|workforce|pupils|patients|waiting)\b",
    re.IGNORECASE,
)
_SINGLE = words(
    "person man woman child boy girl death worker soldier officer passenger student civilian policeman protester"
)
_EMERGENCY = frozenset((911, 999, 112, 988, 311))
_MOST_PERCENTAGE_POINTS = 50
_THESE_YEARS = (1990, 2035)  # "2024 graduates" are a year's, "1200 graduates" are counted
_SMALL = 12  # up to here "the four men" speaks of men already counted


def read_count(scene: Scene, index: int) -> Reading | None:
    """Return what the number at `index`, which has no unit, counts or measures; None where it is no figure."""
    numeral = scene.numerals[index]
    around = scene.around(numeral)
    if not scene.english:
        return count_abroad(scene, numeral)
    counted = counted_after(scene.text, numeral.end)
    if counted and DENOMINATOR_BEFORE.search(around.before):
        return None
    if counted and numeral.value != 1 and (reading := _count(scene, numeral, counted, around)):
        return reading
    if not_figures.is_designation(around, counted=False):
        return index_level(scene, numeral)
    if numeral.value == 1 and not numeral.decimals:
        return _one(scene, numeral)
    if not_figures.is_year(numeral):
        return None
    return read_bare(scene, index)


def read_part(scene: Scene, index: int) -> tuple[Reading, int] | None:
    """Return "six of the top 10 positions" and the index of the next number: the size of the whole belongs to it."""
    numeral = scene.numerals[index]
    if (
        not scene.english
        or not scene.text.startswith((" of ", " out of "), numeral.end)
        or numeral.letter
        or numeral.value == 1
    ):
        return None
    around = scene.around(numeral)
    if (
        not_figures.is_identifier(around)
        or not_figures.is_designation(around, counted=True)
        or not_figures.is_year(numeral)
    ):
        return None
    opening = _WHOLE_START.match(scene.text, numeral.end)
    whole = scene.numerals[index + 1] if index + 1 < len(scene.numerals) else None
    if (
        whole
        and whole.start - numeral.end < _WHOLE_WIDTH
        and whole.value > numeral.value
        and not not_figures.is_year(whole)
        and _WHOLE.fullmatch(scene.text[numeral.end : whole.start])
    ):
        counted = counted_after(scene.text, whole.end)
        unit, noun, noun_end = (counted.unit, counted.noun, counted.end) if counted else ("count", None, whole.end)
        reading = Reading(numeral.start, noun_end, numeral.value, unit, "count", numeral, noun, noun_end)
        return reading.marked("part"), index + 2
    if opening and (harmed := _HARMED.match(scene.text, opening.end())):
        people = Reading(numeral.start, harmed.end(), numeral.value, "people", "count", numeral, "people", numeral.end)
        return people.marked("casualty"), index + 1
    counted = counted_after(scene.text, opening.end()) if opening else None
    if not counted and (of_them := _OF_THEM.match(scene.text, numeral.end)) and numeral.value > _SMALL:
        end = of_them.end()
        return Reading(numeral.start, end, numeral.value, "count", "count", numeral, None, end).marked(
            "part"
        ), index + 1
    if not counted:
        return None
    reading = Reading(
        numeral.start, counted.end, numeral.value, counted.unit, "count", numeral, counted.noun, counted.end
    )
    return reading.marked("definite"), index + 1


def lettered(scene: Scene, index: int) -> Reading | None:
    """Return "5m people", "a 5m wall", "20K followers": a single letter is a scale where something is counted."""
    numeral = scene.numerals[index]
    counted = counted_after(scene.text, numeral.end)
    if counted:
        if counted.hyphenated or not_figures.is_designation(scene.around(numeral), counted=True):
            return None
        return Reading(
            numeral.start, counted.end, numeral.value, counted.unit, "count", numeral, counted.noun, counted.end
        )
    listed = listed_with(scene, index)
    if listed and listed.kind == "count":
        return listed
    if numeral.letter == "m" and _means_million(scene, numeral):
        return read_bare(scene, index)
    if numeral.letter == "m":
        return Reading(numeral.start, numeral.end, numeral.value / numeral.factor, "m", "physical", numeral)
    return None


def _means_million(scene: Scene, numeral: Numeral) -> bool:
    """Say whether a bare "18.6m" means millions and not metres."""
    near = max(scene.sentence_start(numeral.start), numeral.start - NEAR), numeral.end + _LENGTH_NEAR
    told = scene.writes_millions or _NUMBERED.search(scene.text, *near)
    return bool(told) and not _LENGTH.search(scene.text, *near)


def _count(scene: Scene, numeral: Numeral, counted: Counted, around: Surroundings) -> Reading | None:
    if not_figures.is_designation(around, counted=True) or (numeral.value in _EMERGENCY and counted.head == "calls"):
        return None
    if not_figures.is_year(numeral):
        hedge, _ = qualifier_of(around.before, around.after)
        people = is_people(counted.noun) and not _THESE_YEARS[0] <= numeral.value <= _THESE_YEARS[1]
        if counted.head == "levels" or (not people and hedge in (None, "only")):
            return None
    reading = Reading(
        numeral.start, counted.end, numeral.value, counted.unit, "count", numeral, counted.noun, counted.end
    )
    if counted.hyphenated:
        if counted.noun == "point":
            return _points(scene, numeral, counted)
        named = counted.noun == "member" and _INDEX_NAMED.match(scene.text, counted.end)
        if named or counted.noun in _INDEX_PARTS:
            return None
        spelt = numeral.form == "words" or numeral.value < LOWEST_LEVEL or not_figures.is_year(numeral)
        return None if spelt else reading.marked("attributive")
    if numeral.value <= _SMALL and _DEFINITE.search(around.before):
        return reading.marked("definite")
    if counted.head in ("points", "point") and (of_points := _points(scene, numeral, counted)):
        return of_points
    if counted.head == "points" and INDEX.search(
        scene.text, max(scene.sentence_start(numeral.start), numeral.start - FAR), numeral.start
    ):
        return Reading(numeral.start, counted.end, numeral.value, "points", "points", numeral)
    if _SUPERLATIVE.match(counted.noun) or (_OTHER.match(counted.noun) and numeral.value <= _SMALL):
        return reading.marked("definite")
    harmed = CASUALTIES_BEFORE.search(around.before) or befell(Surroundings(scene.text, numeral.start, counted.end))
    return reading.marked("casualty") if harmed and is_people(counted.noun) else reading


def _points(scene: Scene, numeral: Numeral, counted: Counted) -> Reading | None:
    """Return "a 0.3-point rise" and "up 2 points" beside a percentage: percentage points, unless of an index."""
    begin = max(scene.sentence_start(numeral.start), numeral.start - FAR)
    text = scene.text
    if numeral.grouped or numeral.value >= _MOST_PERCENTAGE_POINTS or INDEX.search(text, begin, numeral.start):
        return None
    near = text[begin : counted.end + NEAR]
    if not _OF_PERCENT.search(near):
        return None
    return Reading(numeral.start, counted.end, numeral.value, "percentage points", "points", numeral)


def _one(scene: Scene, numeral: Numeral) -> Reading | None:
    """Return "one person", for a death is news; any other "one" is a pronoun or an article."""
    single = counted_after(scene.text, numeral.end, singular=True)
    if not single or numeral.form != "words" or single.head not in _SINGLE:
        return None
    return Reading(numeral.start, single.end, 1.0, "people", "count", numeral, single.noun, single.end).marked(
        "definite"
    )
