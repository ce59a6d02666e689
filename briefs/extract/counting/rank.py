"""Which figures a briefing reader wants: a worth for each from its kind, its size, its place and its sentence."""

from __future__ import annotations

import re
from typing import NamedTuple

from briefs.extract.counting.scene import Reading

THRESHOLD = 2.55

# What a figure of each kind is worth before anything else is known of it.
_KIND = {
    "money": 5.0,
    "percent": 4.8,
    "points": 4.4,
    "ratio": 4.2,
    "times": 3.4,
    "physical": 4.0,
    "count": 3.0,
    "duration": 2.2,
}
# What weakens a figure, by how it was read.
_COSTS = {
    "attributive": 0.6, "conversion": 3.0, "definite": 1.2, "inherited": 0.2, "bare": 0.9, "period": 2.0, "old": 0.1,
    "possessive": 0.8, "share": 0.5, "comparison": 0.8, "verb": 1.6,
}  # fmt: skip
_PART, _PER_EACH, _HARM, _SCALED, _HEDGED = 0.8, 1.2, 1.0, 0.4, 0.3
_TITLE, _LEAD, _CHANGE, _NAME, _PLACE = 1.0, 0.3, 0.2, 0.1, 0.4
_MOST_NAMES = 3
_PART_OF_NAME = 0.5  # "the 28-nation bloc"
_NODE = 2.0  # "a 5nm chip", "a five-storey building": what kind of one it is
_BUILDING = re.compile(r" (?:[a-z-]+ ){0,2}(?:buildings?|houses?|homes?|blocks?|towers?|offices?)\b")
_IDIOM = 2.5  # "not one cent more"
_PRICE, _CROWD, _CROWD_PLACE = 1000, 0.4, 1.0
_CHEAP = 0.3  # a price of one thing is less than a sum
_CALENDAR = ("days", "weeks", "months", "years")
_FEW, _LONG = 5, 0.5  # "two weeks" are seldom news, "30 years" may be

# A length of time is news where it is a sentence, a deadline, a delay or a life, not where it is a date told otherwise.
_TERM_STRONG = re.compile(
    r"\b(?:sentence[ds]?|jailed|imprison\w*|banned|suspended|extend\w*|delay\w*|postponed|tak(?:es?|ing)|took|"
    r"given|gives?|gave|"
    r"last(?:s|ing|ed)?|lifespan|lease|contract|warranty|serv(?:e|ing)|deadline|detention|probation|ban|"
    r"term)\b[^.;]{0,48}$",
    re.IGNORECASE,
)
TERM_AFTER = re.compile(
    r"[’']? (?:in (?:prison|jail|custody|detention|solitary)|behind bars|to [a-z]+|of (?:probation|imprisonment|"
    r"detention)|imprisonment|ban|contract|sentence)\b|"
    r" (?:Haft|Gefängnis|Freiheitsstrafe|(?:de|di) (?:prison|cárcel|prisión|prisão|carcere|reclusione)|cel|więzienia|"
    r"лишения|колонии|penjara|hapis)\b"
)

# "95% CI", "with 95 percent confidence": how sure the figure beside it is.
_CONFIDENCE, _SURENESS = re.compile(r" (?:CI\b|confidence (?:interval|level|limit)|credible interval)"), 3.0

# How great somebody is who speaks of other things: "who helps manage $2 billion", "one of the top 10 lenders".
_STANDING = re.compile(
    r"\b(?:who|which) (?:helps? )?(?:manag(?:es?|ed|ing)|overs(?:ees?|aw|eeing)) "
    r"(?:about |around |nearly |some |more than )?$|"
    r"\bone of (?:the|its|their) (?:[\w-]+['’]s? )?top $"
)
_OF_SOMEBODY = 3.0


class Setting(NamedTuple):
    """Where a figure stands: `place` is how far down the text, 0 to 1; `names` the entities of its sentence."""

    before: str
    after: str
    place: float
    in_title: bool
    in_lead: bool
    changes: bool
    names: int


def worth_of(reading: Reading, setting: Setting) -> float:
    """Return the worth of a figure; what is worth less than THRESHOLD is no key figure."""
    worth = _KIND[reading.kind]
    value = reading.value[1] if isinstance(reading.value, tuple) else reading.value
    if reading.kind == "count":
        worth += _count(reading, value)
    elif reading.numeral and reading.numeral.scaled:
        worth += _SCALED
    if reading.kind == "money" and value < _PRICE:
        worth -= _CHEAP
    if reading.unit == "nm":
        worth -= _NODE
    if reading.unit == "storeys" and _BUILDING.match(setting.after):
        worth -= _NODE
    if reading.kind == "money" and reading.numeral and reading.numeral.form == "words" and value == 1:
        worth -= _IDIOM
    if reading.kind == "duration":
        worth += _duration(reading, setting)
    if reading.kind == "percent" and _CONFIDENCE.match(setting.after):
        worth -= _SURENESS
    if not setting.in_title and _STANDING.search(setting.before):
        worth -= _OF_SOMEBODY
    if reading.qualifier and reading.qualifier not in ("only", "exactly"):
        worth += _HEDGED
    worth -= sum(cost for mark, cost in _COSTS.items() if mark in reading.marks)
    worth += _TITLE * setting.in_title + _LEAD * setting.in_lead + _CHANGE * setting.changes
    return worth + _NAME * min(setting.names, _MOST_NAMES) - _PLACE * setting.place


def worth_in_crowd(worth: float, reading: Reading, place: float) -> float:
    """Return what a figure of this worth is worth where more pass than a brief has room for.

    Then prices of one thing give way to sums and great numbers, and what comes late to what comes early.
    """
    value = reading.value[1] if isinstance(reading.value, tuple) else reading.value
    large = reading.numeral is not None and (reading.numeral.scaled or reading.numeral.grouped)
    if reading.kind == "money" and value < _PRICE:
        worth -= _CROWD
    elif reading.kind in ("count", "physical") and large:
        worth += _CROWD
    return max(THRESHOLD, worth - _CROWD_PLACE * place)


def _count(reading: Reading, value: float) -> float:
    size = next(
        gain for least, gain in ((1000, 0.9), (100, 0.7), (20, 0.4), (10, 0.2), (4, 0.0), (0, -1.0)) if value >= least
    )
    if "part" in reading.marks:
        size += _PART
    if "attributive" in reading.marks:
        size -= _PART_OF_NAME
    if reading.rate:
        size += _PER_EACH
    if "casualty" in reading.marks:
        size += _HARM
    elif value < 4 and reading.unit == "people":
        size += 0.5
    return size


def _duration(reading: Reading, setting: Setting) -> float:
    value = reading.value[1] if isinstance(reading.value, tuple) else reading.value
    gain = _LONG if value >= _FEW and reading.unit in _CALENDAR else 0.0
    if reading.numeral and reading.numeral.decimals:
        gain += 2.6  # nobody measures "5.0 seconds" to tell a date
    if reading.qualifier and reading.qualifier not in ("only", "about"):
        gain += 0.8
    if _TERM_STRONG.search(setting.before) or TERM_AFTER.match(setting.after):
        gain += 1.4
    return gain
