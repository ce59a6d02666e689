"""Which figures a briefing reader wants: a score for each from its kind, its size, its place and its sentence."""

from __future__ import annotations

from briefs.extract.figure_reader import Reading

# How much a figure of each kind is worth before anything else is known of it.
_KIND = {
    "money": 5.0,
    "percent": 4.8,
    "points": 4.4,
    "ratio": 4.2,
    "times": 3.4,
    "physical": 3.6,
    "count": 3.0,
    "duration": 1.2,
}
THRESHOLD = 2.6


def score_of(reading: Reading, *, place: float, in_title: bool, in_lead: bool, changes: bool, names: int) -> float:
    """Return the worth of a figure. `place` is how far down the text it stands, 0 to 1; `names` the entities of its sentence."""
    score = _KIND[reading.kind]
    numeral = reading.numeral
    value = reading.value[1] if isinstance(reading.value, tuple) else reading.value
    if reading.kind == "count":
        score += _size(reading, value)
    if reading.kind == "duration":
        score += _duration(reading)
    if "share" in reading.marks:
        score -= 0.8
    if numeral and numeral.scaled and reading.kind != "count":
        score += 0.4
    if reading.qualifier and reading.qualifier not in ("only", "exactly"):
        score += 0.3
    for mark, cost in _COSTS.items():
        if mark in reading.marks:
            score -= cost
    score += 1.0 * in_title + 0.3 * in_lead + 0.2 * changes + 0.1 * min(names, 3)
    return score - 0.6 * place


_COSTS = {
    "attributive": 0.6,
    "conversion": 3.0,
    "definite": 1.2,
    "inherited": 0.2,
    "bare": 1.2,
    "period": 2.0,
    "old": 0.1,
    "possessive": 1.0,
}


def _size(reading: Reading, value: float) -> float:
    if value >= 1000:
        return 0.9
    if value >= 100:
        return 0.7
    if value >= 20:
        return 0.4
    if value >= 10:
        return 0.2
    return -0.2 if value >= 4 else -1.0


def _duration(reading: Reading) -> float:
    return 0.6 if reading.qualifier and reading.qualifier != "only" else 0.0
