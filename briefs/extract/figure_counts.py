"""Numbers without a unit: counts of a noun, ratios, levels of an index, and what the sentence leaves out."""

from __future__ import annotations

import re

from briefs.extract import not_figures
from briefs.extract.counted import Counted, counted_after, is_people
from briefs.extract.not_figures import Surroundings
from briefs.extract.numbers import MARKS, Numeral
from briefs.extract.qualifiers import qualifier_of
from briefs.extract.reading import Reading, Scene
from briefs.extract.units import unit_after
from briefs.extract.wordlists import CASUALTY_WORDS, words

_DETERMINERS = "the|its|their|his|her|our|those|these|all"
_WHOLE_START = re.compile(rf" of (?:{_DETERMINERS})(?= )")
_WHOLE = re.compile(rf" (?:out )?of (?:(?:{_DETERMINERS}) )?(?:(?!and\b|or\b|in\b|of\b)[\w’'-]+ ){{0,2}}?")
_WHOLE_WIDTH = 48
_DEFINITE = re.compile(
    r"\b(?:the|these|those|both|other|its|their|his|her|our|your|my|all|first|last|next|past|previous|same|latter|"
    r"remaining|any|of|top|only|between)[ ](?:other |remaining |first |last |same |top )?$",
    re.IGNORECASE,
)
_CASUALTIES_BEFORE = re.compile(
    r"\b(?:killed|killing|kills|injured|injuring|wounded|wounding|displaced|displacing|sickened|infected|"
    r"hospitali[sz]ed|"
    r"death toll (?:\w+ ){0,3}(?:to|of|at)|toll (?:\w+ ){0,2}(?:to|of|at)|leaving|claimed)[ ]"
    r"(?:at least |more than |about |some |nearly |around |up to |over |another )?$",
    re.IGNORECASE,
)
_CASUALTIES_AFTER = re.compile(
    r" (?:more |others |other |of them )?(?:were |are |have been |had been |was |is |been |had |have |"
    r"has )?(?:reported |confirmed |left |feared |presumed )?([a-z]+)\b"
)
_ACTIVE = re.compile(r" (?:at least |more than |about |some )?(?:\d|people|one|two|three|an?|the|his|her|several)\b")
_PER_SO_MANY = re.compile(
    r" (per (?:\d{1,3}(?:,\d{3})+|1000?|million|thousand|hundred|mille)\b(?: (?!in\b|and\b|this\b|last\b)[a-z]+)?)"
)
_DENOMINATOR_BEFORE = re.compile(r"\b(?:per|for every|out of every|every) $")
_GATHERING_BEFORE = re.compile(
    r"\b(?:crowd|audience|population|staff|workforce|army|force|membership|town|city|village|electorate|turnout|"
    r"congregation)s? "
    r"(?:of|is|was|to) (?:about |around |nearly |almost |some |more than |over |roughly |just )?$",
    re.IGNORECASE,
)
_OTHER = re.compile(r"(?:other|more|additional|further|new)\b")
_OTHERS = re.compile(r" others\b")
_NUMBER_OF = re.compile(r"\b(?:number|total|count|tally)s? of ((?:[^\W\d_][\w’'‑-]*[ ]){1,6})", re.IGNORECASE)
_RATIO = re.compile(r"\b(ratios?|multiples?|coefficient|odds|p/e|reproduction number|Gini)\b", re.IGNORECASE)
_INDEX = re.compile(
    r"\b(Sensex|Nifty|Dow|Nasdaq|NASDAQ|S&P|FTSE|DAX|CAC|Nikkei|Hang Seng|KOSPI|Kospi|Topix|ASX|Stoxx|STOXX|Composite|"
    r"[Ii]ndex|[Ii]ndices|[Bb]enchmark|[Gg]auge|Bovespa|Ibovespa|PMI|TSX|JSE|SET|KLCI|Straits Times|PSEi|Merval|"
    r"Shanghai|CSI|VIX)\b"
)
_MAGNITUDE_BEFORE = re.compile(r"\bmagnitude(?:[- ]|(?: was| of)(?: a| about)? )$", re.IGNORECASE)
_LIST_JOINT = re.compile(r"(?:, |,? and |,? or )(?:about |nearly |around |some |almost |over |more than )?")
_LIST_GAP, _LIST_LENGTH = 16, 4
_SINGLE = words(
    "person man woman child boy girl death worker soldier officer passenger student civilian policeman protester"
)
_EMERGENCY = frozenset((911, 999, 112, 988, 311))
_FOREIGN_NOUN = re.compile(f"[ \u00a0](?:d[’']|(?:de|di|do|da) )?([^\\W\\d_](?:\\w|[{MARKS}]){{2,30}})")
_LARGE = 1000
_MOST_PERCENTAGE_POINTS = 50
_SMALL = 12  # up to here "the four men" speaks of men already counted
_LOWEST_LEVEL = 20
_NEAR, _FAR = 60, 160


def read_count(scene: Scene, index: int) -> Reading | None:
    """Return what the number at `index`, which has no unit, counts or measures; None where it is no figure."""
    numeral = scene.numerals[index]
    around = scene.around(numeral)
    if not scene.english:
        return _foreign(scene, numeral)
    counted = counted_after(scene.text, numeral.end)
    if counted and _DENOMINATOR_BEFORE.search(around.before):
        return None
    if counted and numeral.value > 1 and (reading := _count(scene, numeral, counted, around)):
        return reading
    if not_figures.is_designation(around, counted=False):
        return _level(scene, numeral)
    if numeral.value == 1 and not numeral.decimals:
        return _one(scene, numeral)
    if not_figures.is_year(numeral):
        return None
    if _DENOMINATOR_BEFORE.search(around.before):
        return None
    return (
        _listed(scene, index)
        or _per_so_many(scene, numeral)
        or _level(scene, numeral)
        or dimensionless(scene, numeral)
        or _casualties(scene, numeral, around)
        or _inherited(scene, numeral, around)
    )


def _foreign(scene: Scene, numeral: Numeral) -> Reading | None:
    """Return a number of a language without rules of its own: large, with the word after it as what it counts."""
    large = numeral.scaled or numeral.grouped
    if not large or numeral.value < _LARGE or not_figures.is_designation(scene.around(numeral), counted=False):
        return None
    match = _FOREIGN_NOUN.match(scene.text, numeral.end)
    if not match:
        return Reading(numeral.start, numeral.end, numeral.value, "count", "count", numeral).marked("bare")
    return Reading(
        numeral.start, match.end(), numeral.value, match.group(1), "count", numeral, match.group(1), match.end()
    )


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
        noun, noun_end = (counted.noun, counted.end) if counted else ("count", whole.end)
        reading = Reading(numeral.start, whole.end, numeral.value, noun, "count", numeral, noun, noun_end)
        return reading.marked("part"), index + 2
    counted = counted_after(scene.text, opening.end()) if opening else None
    if not counted:
        return None
    reading = Reading(
        numeral.start, counted.end, numeral.value, counted.noun, "count", numeral, counted.noun, counted.end
    )
    return reading.marked("definite"), index + 1


def lettered(scene: Scene, numeral: Numeral) -> Reading | None:
    """Return "5m people", "a 5m wall", "20K followers": a single letter is a scale where something is counted."""
    counted = counted_after(scene.text, numeral.end)
    if counted:
        if counted.hyphenated or not_figures.is_designation(scene.around(numeral), counted=True):
            return None
        return Reading(
            numeral.start, counted.end, numeral.value, counted.noun, "count", numeral, counted.noun, counted.end
        )
    if numeral.letter == "m":
        return Reading(numeral.start, numeral.end, numeral.value / numeral.factor, "m", "physical", numeral)
    return None


def dimensionless(scene: Scene, numeral: Numeral) -> Reading | None:
    """Return a ratio or coefficient that the sentence names before its number."""
    begin = scene.sentence_start(numeral.start)
    if _MAGNITUDE_BEFORE.search(scene.text, max(begin, numeral.start - 16), numeral.start) and numeral.value < 11:
        return Reading(numeral.start, numeral.end, numeral.value, "magnitude", "physical", numeral)
    named = None
    for match in _RATIO.finditer(scene.text, max(begin, numeral.start - _NEAR), numeral.start):
        named = match
    if named and numeral.value < 1000 and (numeral.decimals or named.end() + 12 >= numeral.start):
        unit = "coefficient" if named.group(1).lower() == "coefficient" else "ratio"
        return Reading(numeral.start, numeral.end, numeral.value, unit, "ratio", numeral)
    last = scene.last
    if last and last.kind == "ratio" and numeral.decimals and scene.sentence_start(last.start) == begin:
        return Reading(numeral.start, numeral.end, numeral.value, last.unit, "ratio", numeral).marked("inherited")
    return None


def _level(scene: Scene, numeral: Numeral) -> Reading | None:
    """Return the level of an index: "the Nikkei closed at 38,460.08"."""
    if not (numeral.decimals or numeral.grouped) or numeral.scaled or numeral.value < _LOWEST_LEVEL:
        return None
    begin = max(scene.sentence_start(numeral.start), numeral.start - _FAR)
    if not _INDEX.search(scene.text, begin, numeral.start):
        return None
    return Reading(numeral.start, numeral.end, numeral.value, "points", "points", numeral).marked("level")


def _count(scene: Scene, numeral: Numeral, counted: Counted, around: Surroundings) -> Reading | None:
    if not_figures.is_designation(around, counted=True) or (numeral.value in _EMERGENCY and counted.head == "calls"):
        return None
    if not_figures.is_year(numeral):
        hedge, _ = qualifier_of(around.before, around.after)
        if not is_people(counted.noun) and hedge in (None, "only"):
            return None
    reading = Reading(
        numeral.start, counted.end, numeral.value, counted.noun, "count", numeral, counted.noun, counted.end
    )
    if counted.hyphenated:
        if counted.noun == "point":
            return _points(scene, numeral, counted)
        if counted.noun == "magnitude" and numeral.value < 11:
            return Reading(numeral.start, counted.end, numeral.value, "magnitude", "physical", numeral)
        spelt = numeral.form == "words" or numeral.value < _LOWEST_LEVEL or not_figures.is_year(numeral)
        return None if spelt else reading.marked("attributive")
    if numeral.value <= _SMALL and _DEFINITE.search(around.before):
        return reading.marked("definite")
    if counted.head in ("points", "point") and (of_points := _points(scene, numeral, counted)):
        return of_points
    if counted.head == "points" and _INDEX.search(
        scene.text, max(scene.sentence_start(numeral.start), numeral.start - _FAR), numeral.start
    ):
        return Reading(numeral.start, counted.end, numeral.value, "points", "points", numeral)
    if _OTHER.match(counted.noun) and numeral.value <= _SMALL:
        return reading.marked("definite")
    harmed = _CASUALTIES_BEFORE.search(around.before) or _befell(Surroundings(scene.text, numeral.start, counted.end))
    return reading.marked("casualty") if harmed and is_people(counted.noun) else reading


def _per_so_many(scene: Scene, numeral: Numeral) -> Reading | None:
    """Return "9.8 per 100,000 people"."""
    match = _PER_SO_MANY.match(scene.text, numeral.end)
    if not match:
        return None
    return Reading(numeral.start, match.end(), numeral.value, match.group(1), "ratio", numeral)


def _points(scene: Scene, numeral: Numeral, counted: Counted) -> Reading | None:
    """Return "a 0.3-point rise" and "up 2 points" beside a percentage: percentage points, unless an index is spoken of."""
    begin = max(scene.sentence_start(numeral.start), numeral.start - _FAR)
    text = scene.text
    if numeral.grouped or numeral.value >= _MOST_PERCENTAGE_POINTS or _INDEX.search(text, begin, numeral.start):
        return None
    near = text[begin : counted.end + _NEAR]
    if "%" not in near and "percent" not in near and "per cent" not in near:
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


def _listed(scene: Scene, index: int) -> Reading | None:
    """Return "10" of "10 and 15 percent": a number in a list takes the unit that ends the list."""
    numeral = scene.numerals[index]
    for step in range(index + 1, min(index + _LIST_LENGTH, len(scene.numerals))):
        previous, following = scene.numerals[step - 1], scene.numerals[step]
        joint = scene.text[previous.end : following.start]
        if len(joint) > _LIST_GAP or not _LIST_JOINT.fullmatch(joint):
            return None
        found = unit_after(scene.text, following.end)
        unit = scene.currencies.resolve(found, following) if found else None
        if unit and unit.kind != "times":
            scale = following.factor if not numeral.scaled else 1.0
            reading = Reading(
                numeral.start, numeral.end, numeral.value * scale * unit.factor, unit.code, unit.kind, numeral
            )
            return reading.marked("inherited", *(["duration"] if unit.kind == "duration" else []))
    return None


def _casualties(scene: Scene, numeral: Numeral, around: Surroundings) -> Reading | None:
    if numeral.decimals or not (
        _befell(around) or _OTHERS.match(around.after) or _CASUALTIES_BEFORE.search(around.before)
    ):
        gathered = _GATHERING_BEFORE.search(around.before)
        people = Reading(numeral.start, numeral.end, numeral.value, "people", "count", numeral, "people", numeral.end)
        return people.marked("inherited") if gathered and not numeral.decimals else None
    reading = Reading(numeral.start, numeral.end, numeral.value, "people", "count", numeral, "people", numeral.end)
    return reading.marked("casualty")


def _befell(around: Surroundings) -> bool:
    after = _CASUALTIES_AFTER.match(around.after)
    return after is not None and after.group(1) in CASUALTY_WORDS and not _ACTIVE.match(around.after, after.end())


def _inherited(scene: Scene, numeral: Numeral, around: Surroundings) -> Reading | None:
    """Return a large or hedged number that leaves out what it counts, for the text has just said it."""
    hedge, _ = qualifier_of(around.before, around.after)
    large = numeral.scaled or numeral.grouped
    if not large and not (hedge and numeral.value >= 10):
        return None
    begin = scene.sentence_start(numeral.start)
    number_of = None
    for match in _NUMBER_OF.finditer(scene.text, max(begin, numeral.start - _FAR), numeral.start):
        number_of = match
    counted = counted_after(" " + number_of.group(1), 0) if number_of else None
    if counted:
        reading = Reading(
            numeral.start, numeral.end, numeral.value, counted.noun, "count", numeral, counted.noun, numeral.end
        )
        return reading.marked("inherited")
    if not large:
        return None
    reading = Reading(numeral.start, numeral.end, numeral.value, "count", "count", numeral)
    last = scene.last
    if last and scene.sentence_start(last.start) == begin:
        if last.kind == "money" and numeral.scaled:
            return Reading(numeral.start, numeral.end, numeral.value, last.unit, "money", numeral).marked("inherited")
        if last.kind == "count" and "attributive" not in last.marks and "bare" not in last.marks:
            reading = Reading(
                numeral.start, numeral.end, numeral.value, last.unit, "count", numeral, last.noun, numeral.end
            )
            return reading.marked("inherited")
    return reading.marked("bare")
