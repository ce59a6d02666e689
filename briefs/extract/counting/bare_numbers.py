"""Numbers after which no unit and no noun stands: the sentence has named what they are, or left it out.

Ratios ("a ratio of 0.39"), levels of an index, rates ("9.8 per 100,000"), the dead and the hurt, members of a list, and
counts whose noun was said before ("39,000 researchers, compared to more than 78,000").
"""

from __future__ import annotations

import re

from briefs.extract.counting.counted import counted_after
from briefs.extract.counting.not_figures import Surroundings
from briefs.extract.counting.numeral import Numeral
from briefs.extract.counting.quakes import read_quake
from briefs.extract.counting.qualifiers import qualifier_of
from briefs.extract.counting.scene import Reading, Scene
from briefs.extract.counting.units import Unit, unit_after, unit_tables
from briefs.extract.counting.words import CASUALTY_WORDS

CASUALTIES_BEFORE = re.compile(
    r"\b(?:killed|killing|kills|injured|injuring|wounded|wounding|displaced|displacing|sickened|infected|"
    r"hospitali[sz]ed|"
    r"death toll (?:\w+ ){0,3}(?:to|of|at)|toll (?:\w+ ){0,2}(?:to|of|at)|leaving|claimed)[ ]"
    r"(?:at least |more than |about |some |nearly |around |up to |over |another )?$",
    re.IGNORECASE,
)
# "The death toll from floods in four provinces climbed to 85": the subject may be long.
_TOLL = re.compile(
    r"\b((?:death )?toll|number of (?:[\w-]{1,20} )?(?:deaths|dead|fatalities|victims|casualties))\b[^.;:!?\d\n]{0,160}"
    r"\b(?:r(?:ises?|ose|isen|ising|eache[sd])|climb(?:s|ed|ing)?|soar(?:s|ed)|increase[sd]?|jump(?:s|ed)?|hits?|"
    r"passe[sd]|stands?|stood|mount(?:s|ed)|topp?(?:s|ed)|now)(?: (?:to|at|past))?"
    r"(?: at least| more than| about| nearly| over)? $",
    re.IGNORECASE,
)
_CASUALTIES_AFTER = re.compile(
    r" (?:more |others |other |of them )?(?:were |are |have been |had been |was |is |been |had |have |"
    r"has )?(?:reported |confirmed |left |feared |presumed )?([a-z]+)\b"
)
_ACTIVE = re.compile(r" (?:at least |more than |about |some )?(?:\d|people|one|two|three|an?|the|his|her|several)\b")
_PER_SO_MANY = re.compile(
    r" (per (?:\d{1,3}(?:,\d{3})+|1000?|million|thousand|hundred|mille)\b"
    r"(?: (?!(?:in|and|or|to|from|a|this|last|by|but|since|for|at|between|on|after|during)\b)[a-z]+)?)"
)
DENOMINATOR_BEFORE = re.compile(r"\b(?:per|for every|out of every|every) $")
_OF_WHICH_BEFORE = re.compile(
    r"\bof (?:which|whom|these|those|them),? "
    r"(?:about |around |nearly |almost |at least |more than |only |just |some )?$",
    re.IGNORECASE,
)
_OF_WHOM = re.compile(r" (for|among|in|of|at) ")
_JOINED = re.compile(r"(?:,? and|,|;|,? but|against|to) (?:about |around |nearly |almost |only |just |some )?$")
_GATHERING = re.compile(
    r"\b(?:population|crowds?|attendance|headcount|workforce|membership|death toll|turnout)\b", re.IGNORECASE
)
_GATHERING_BEFORE = re.compile(
    r"\b(?:crowd|audience|population|staff|workforce|army|force|membership|town|city|village|electorate|turnout|"
    r"congregation)s? "
    r"(?:of|is|was|to) (?:about |around |nearly |almost |some |more than |over |roughly |just )?$",
    re.IGNORECASE,
)
_MORE_THAN = re.compile(r" (?:more|less|fewer|higher|lower)\b")
_AGAINST = re.compile(
    r"(?:/\d[\d.]{0,8})? (?:per|to the|against the|versus the|to a) (?:US |U\.S\. )?(?:dollar|euro|pound|greenback)\b"
)
_COMPARED_BEFORE = re.compile(
    r"\b(?:from|to|at|against|(?:compared|down|up) (?:with|to|from)|versus|than|instead of) "
    r"(?:about |around |nearly |almost |some |more than |over |just |only )?$"
)
_ALIKE = 20  # times larger or smaller: beyond that another thing is measured
_OTHERS = re.compile(r" others\b")
_ABOARD = re.compile(r" (?:people )?(?:on board|aboard)\b")
_NUMBER_OF = re.compile(r"\b(?:number|total|count|tally)s? of ((?:[^\W\d_][\w’'‑-]*[ ]){1,6})", re.IGNORECASE)
_RATIO = re.compile(r"\b(ratios?|multiples?|coefficient|odds|p/e|reproduction number|Gini)\b", re.IGNORECASE)
INDEX = re.compile(
    r"\b(Sensex|Nifty|Dow|Nasdaq|NASDAQ|S&P|FTSE|DAX|CAC|Nikkei|Hang Seng|KOSPI|Kospi|Topix|ASX|Stoxx|STOXX|Composite|"
    r"[Ii]ndex|[Ii]ndices|[Bb]enchmark|[Gg]auge|Bovespa|Ibovespa|PMI|TSX|JSE|SET|KLCI|Straits Times|PSEi|Merval|"
    r"Shanghai|CSI|VIX)\b"
)
_LIST_JOINT = re.compile(r"(?:, |,? and |,? or | from )(?:about |nearly |around |some |almost |over |more than )?")
_LIST_GAP, _LIST_LENGTH = 16, 4
LOWEST_LEVEL = 20
NEAR, FAR = 60, 160


def read_bare(scene: Scene, index: int) -> Reading | None:
    """Return what the number at `index`, after which no noun stands, measures or counts; None where nothing says it."""
    numeral = scene.numerals[index]
    around = scene.around(numeral)
    if DENOMINATOR_BEFORE.search(around.before) or _is_denominator(scene, numeral):
        return None
    return (
        listed_with(scene, index)
        or _of_which(scene, numeral, around)
        or _alongside(scene, numeral)
        or _per_so_many(scene, numeral)
        or _exchange_rate(scene, numeral)
        or index_level(scene, numeral)
        or dimensionless(scene, numeral)
        or _toll(scene, numeral)
        or _casualties(numeral, around)
        or _inherited(scene, numeral, around)
    )


def _is_denominator(scene: Scene, numeral: Numeral) -> bool:
    """Say whether it is the "a dozen" of "$4.95 a dozen"."""
    last = scene.last
    return last is not None and last.kind == "money" and last.end + 1 == numeral.start and numeral.form == "words"


def _of_which(scene: Scene, numeral: Numeral, around: Surroundings) -> Reading | None:
    """Return "96" of "240 homes, of which 96 are affordable"."""
    last = scene.last
    if last is None or last.kind != "count" or not last.noun or not _OF_WHICH_BEFORE.search(around.before):
        return None
    size = last.value[1] if isinstance(last.value, tuple) else last.value
    if numeral.decimals or numeral.value >= size or scene.sentence_start(last.start) > numeral.start:
        return None
    return Reading(
        numeral.start, numeral.end, numeral.value, last.unit, "count", numeral, last.noun, numeral.end
    ).marked("inherited")


def _alongside(scene: Scene, numeral: Numeral) -> Reading | None:
    """Return "3.4" of "2.7 percent for men and 3.4 for women": what is said of another in the same words."""
    last = scene.last
    if last is None or last.kind not in ("percent", "points") or numeral.start - last.end > NEAR:
        return None
    one, other = _OF_WHOM.match(scene.text, last.end), _OF_WHOM.match(scene.text, numeral.end)
    if not one or not other or one.group(1) != other.group(1):
        return None
    if not _JOINED.search(scene.text, last.end, numeral.start):
        return None
    return Reading(numeral.start, numeral.end, numeral.value, last.unit, last.kind, numeral).marked("inherited")


def dimensionless(scene: Scene, numeral: Numeral) -> Reading | None:
    """Return a ratio or coefficient that the sentence names before its number."""
    begin = scene.sentence_start(numeral.start)
    if quake := read_quake(scene.text, numeral):
        return quake
    named = None
    for match in _RATIO.finditer(scene.text, max(begin, numeral.start - NEAR), numeral.start):
        named = match
    if named and numeral.value < 1000 and (numeral.decimals or named.end() + 12 >= numeral.start):
        unit = "coefficient" if named.group(1).lower() == "coefficient" else "ratio"
        return Reading(numeral.start, numeral.end, numeral.value, unit, "ratio", numeral)
    last = scene.last
    if last and last.kind == "ratio" and numeral.decimals and scene.sentence_start(last.start) == begin:
        return Reading(numeral.start, numeral.end, numeral.value, last.unit, "ratio", numeral).marked("inherited")
    return None


def index_level(scene: Scene, numeral: Numeral) -> Reading | None:
    """Return the level of an index: "the Nikkei closed at 38,460.08"."""
    if not (numeral.decimals or numeral.grouped) or numeral.scaled or numeral.value < LOWEST_LEVEL:
        return None
    begin = max(scene.sentence_start(numeral.start), numeral.start - FAR)
    if not INDEX.search(scene.text, begin, numeral.start):
        return None
    return Reading(numeral.start, numeral.end, numeral.value, "points", "points", numeral).marked("level")


def _exchange_rate(scene: Scene, numeral: Numeral) -> Reading | None:
    """Return "33.45" of "the baht strengthened to 33.45 against the dollar" in bahts."""
    if not (numeral.decimals or numeral.grouped) or not _AGAINST.match(scene.text, numeral.end):
        return None
    begin = max(scene.sentence_start(numeral.start), numeral.start - FAR)
    tables = unit_tables()
    for word in reversed(re.findall(r"[a-z]+", scene.text[begin : numeral.start])):
        form = tables.forms.get(word)
        if form and form.kind == "money" and form.factor == 1:
            unit = Unit(form.code, form.kind, numeral.end, numeral.end, 1.0, form.family)
            resolved = scene.currencies.resolve(unit, numeral)
            return (
                Reading(numeral.start, numeral.end, numeral.value, resolved.code, "money", numeral)
                if resolved
                else None
            )
    return None


def _per_so_many(scene: Scene, numeral: Numeral) -> Reading | None:
    """Return "9.8 per 100,000 people"."""
    match = _PER_SO_MANY.match(scene.text, numeral.end)
    if not match:
        return None
    return Reading(numeral.start, match.end(), numeral.value, match.group(1), "ratio", numeral)


def listed_with(scene: Scene, index: int) -> Reading | None:
    """Return "10" of "10 and 15 percent": a number in a list takes the unit that ends the list."""
    numeral = scene.numerals[index]
    for step in range(index + 1, min(index + _LIST_LENGTH, len(scene.numerals))):
        previous, following = scene.numerals[step - 1], scene.numerals[step]
        joint = scene.text[previous.end : following.start]
        if len(joint) > _LIST_GAP or not _LIST_JOINT.fullmatch(joint):
            return None
        found = unit_after(scene.text, following.end)
        unit = scene.currencies.resolve(found, following) if found else None
        counted = None if unit else counted_after(scene.text, following.end)
        if counted and not counted.hyphenated and (numeral.grouped or numeral.scaled or numeral.value >= LOWEST_LEVEL):
            reading = Reading(
                numeral.start, numeral.end, numeral.value, counted.unit, "count", numeral, counted.noun, numeral.end
            )
            return reading.marked("inherited")
        if unit and unit.kind != "times":
            scale = following.factor if not numeral.scaled else 1.0
            reading = Reading(
                numeral.start, numeral.end, numeral.value * scale * unit.factor, unit.code, unit.kind, numeral
            )
            return reading.marked("inherited", *(["duration"] if unit.kind == "duration" else []))
    return None


def _casualties(numeral: Numeral, around: Surroundings) -> Reading | None:
    if numeral.decimals or not (
        befell(around) or _OTHERS.match(around.after) or CASUALTIES_BEFORE.search(around.before)
    ):
        gathered = _GATHERING_BEFORE.search(around.before) or _ABOARD.match(around.after)
        people = Reading(numeral.start, numeral.end, numeral.value, "people", "count", numeral, "people", numeral.end)
        return people.marked("inherited") if gathered and not numeral.decimals else None
    reading = Reading(numeral.start, numeral.end, numeral.value, "people", "count", numeral, "people", numeral.end)
    return reading.marked("casualty")


def _toll(scene: Scene, numeral: Numeral) -> Reading | None:
    """Return "85" of "The death toll from the floods climbed to 85"."""
    begin = max(scene.sentence_start(numeral.start), numeral.start - 2 * FAR)
    toll = None if numeral.decimals else _TOLL.search(scene.text, begin, numeral.start)
    if not toll:
        return None
    people = Reading(numeral.start, numeral.end, numeral.value, "people", "count", numeral, toll[1], numeral.end)
    return people.marked("casualty")


def befell(around: Surroundings) -> bool:
    """Say whether the words after a number say that so many died, were hurt or fled."""
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
    for match in _NUMBER_OF.finditer(scene.text, max(begin, numeral.start - FAR), numeral.start):
        number_of = match
    counted = counted_after(" " + number_of.group(1), 0) if number_of else None
    if counted:
        reading = Reading(
            numeral.start, numeral.end, numeral.value, counted.unit, "count", numeral, counted.noun, numeral.end
        )
        return reading.marked("inherited")
    if not large:
        return None
    reading = Reading(numeral.start, numeral.end, numeral.value, "count", "count", numeral)
    if _GATHERING.search(scene.text, max(begin, numeral.start - FAR), numeral.start):
        return Reading(numeral.start, numeral.end, numeral.value, "people", "count", numeral).marked("inherited")
    return _from_last(scene, numeral, around, begin) or reading.marked("bare")


def _from_last(scene: Scene, numeral: Numeral, around: Surroundings, begin: int) -> Reading | None:
    """Return a bare number in the unit of the figure before it: "52,000 tonnes, up from 44,500"."""
    last = scene.last
    if last is None or {"attributive", "bare"} & last.marks or last.kind not in ("money", "physical", "count"):
        return None
    within = scene.sentence_start(last.start) == begin
    compared = bool(_MORE_THAN.match(around.after) or _COMPARED_BEFORE.search(around.before))
    size = last.value[1] if isinstance(last.value, tuple) else last.value
    alike = size / _ALIKE <= numeral.value <= size * _ALIKE
    if last.kind == "money":
        fits = numeral.scaled and (within or alike) and (compared or not numeral.letter)
    elif within:
        fits = last.kind == "count" or compared
    else:
        fits = compared and alike
    if not fits or (not within and last.start < scene.sentence_start(max(0, begin - 2))):
        return None
    noun, noun_end = (last.noun, numeral.end) if last.kind == "count" else (None, 0)
    reading = Reading(numeral.start, numeral.end, numeral.value, last.unit, last.kind, numeral, noun, noun_end)
    return reading.marked("inherited")
