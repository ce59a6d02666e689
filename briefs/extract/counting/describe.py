"""Make the record of a figure: its evidence, its sentence, and what the sentence says of it."""

from __future__ import annotations

import re
from functools import cached_property

from msgspec import Struct

from briefs.extract.counting.measures import far_measure, measures_of, plain_measure, verb_measure
from briefs.extract.counting.periods import period_of
from briefs.extract.counting.scene import Reading
from briefs.extract.counting.trends import Direction, direction_of
from briefs.extract.document import Passage
from briefs.model import KeyFigure
from briefs.text import Span

# A "sentence" longer than this is a text without full stops: the figure gets its neighbourhood.
_LONGEST_SENTENCE = 1200
_WINDOW = 360
_OTHERWISE = 40  # code points between a figure and the same "or" in another unit
_MOST_NEIGHBOURS = 4
_COMPARED_WITHIN = 80
_COMPARED_WITH = re.compile(r"(?:,| (?:up|down))? (?:from|compared (?:with|to)|against|versus)(?: an?| the)? $")

# How sure the rules are, by how a figure was read; the least sure first.
_CONFIDENCE = (("bare", 0.4), ("inherited", 0.7), ("definite", 0.7), ("verb", 0.7), ("share", 0.85))
_SAID_AS_IT_IS = ("money", "percent", "points")


class Place(Struct, frozen=True, dict=True):
    """A reading within its passage, with the window of its sentence that the rules of meaning look at."""

    passage: Passage
    reading: Reading
    english: bool
    previous: Place | None = None  # the figure before, whose meaning this one may share

    @cached_property
    def sentence(self) -> Span:
        """The sentence of the figure; of a text without full stops, the words around it."""
        span = self.passage.sentence_at(self.reading.start)
        start, end = span.start, max(span.end, self.reading.end)
        if end - start <= _LONGEST_SENTENCE:
            return Span(start, end)
        text, reading = self.passage.text, self.reading
        left, right = max(start, reading.start - _WINDOW), min(end, reading.end + _WINDOW)
        if left > start:
            space = text.find(" ", left, reading.start)
            left = space + 1 if space >= 0 else reading.start
        if right < end:
            space = text.rfind(" ", reading.end, right)
            right = space if space >= 0 else reading.end
        return Span(left, right)

    @cached_property
    def window(self) -> Span:
        """The part of the sentence that is near enough to say something of the figure."""
        start, end = self.sentence
        return Span(max(start, self.reading.hedge_start - _WINDOW), min(end, self.reading.end + _WINDOW))

    @cached_property
    def words(self) -> str:
        """The text of the window."""
        return self.passage.text[self.window.start : self.window.end]

    @property
    def before(self) -> str:
        """The text of the window before the figure."""
        return self.passage.text[self.window.start : self.reading.start]

    @property
    def after(self) -> str:
        """The text of the window after the figure."""
        return self.passage.text[self.reading.end : self.window.end]

    @cached_property
    def direction(self) -> Direction | None:
        """Whether the clause says that the figure rose or fell, or the figure before it, from which it changed."""
        if self.previous and "old" in self.previous.reading.marks and self.previous.reading.unit == self.reading.unit:
            old, new = _middle(self.previous.reading), _middle(self.reading)
            return "up" if new > old else "down" if new < old else None
        if not self.english:
            return None
        return direction_of(self.words, self._within(self.reading.hedge_start), self._within(self.reading.end))

    @cached_property
    def measures(self) -> str | None:
        """A short phrase that says what the figure measures."""
        reading = self.reading
        if not self.english:
            return plain_measure(self.words, self._within(reading.start), reading.noun)
        noun_end = self._within(reading.noun_end)
        return measures_of(
            self.words,
            self._within(reading.hedge_start),
            self._within(reading.end),
            reading.noun,
            noun_end,
            follows=bool(self.previous and self.previous.sentence == self.sentence),
        )

    @cached_property
    def period(self) -> str | None:
        """When the figure holds, in the words of the sentence."""
        start, end = self.sentence
        text = self.passage.text[start:end]
        return period_of(text, self.reading.start - start, self.reading.end - start) if self.english else None

    def _within(self, offset: int) -> int:
        return max(0, offset - self.window.start)


def describe(place: Place) -> KeyFigure:
    """Return the record of a figure."""
    reading, passage, sentence = place.reading, place.passage, place.sentence
    converted = place.previous if place.previous and _converts(place.previous, place) else None
    measures = converted.measures if converted else _shared(place) or place.measures
    neighbour = place.previous
    for _ in range(_MOST_NEIGHBOURS):  # "Futures rose 45 cents, or 0.6%, to $74": the first says what all measure
        if measures or not neighbour or neighbour.sentence != sentence:
            break
        measures, neighbour = neighbour.measures, neighbour.previous
    if not measures and place.english:
        begin = max(0, reading.hedge_start - place.window.start)
        measures = verb_measure(place.words, begin) or far_measure(place.words, begin)
    return KeyFigure(
        text=passage.text[reading.start : reading.end],
        value=_exact(reading.value),
        unit=reading.unit,
        evidence=passage.evidence(reading.start, reading.end),
        sentence=passage.text[sentence.start : sentence.end],
        sentence_start=sentence.start,
        qualifier=reading.qualifier or (converted.reading.qualifier if converted else None),
        rate=reading.rate or (converted.reading.rate if converted else None),
        direction=converted.direction if converted else place.direction,
        period=place.period,
        measures=measures,
        confidence=_confidence(reading),
    )


def _middle(reading: Reading) -> float:
    return sum(reading.value) / 2 if isinstance(reading.value, tuple) else reading.value


def _exact(value: float | tuple[float, float]) -> float | tuple[float, float]:
    """Return the value without what binary fractions add to it: 4.1 million is 4,100,000."""
    if isinstance(value, tuple):
        return float(f"{value[0]:.12g}"), float(f"{value[1]:.12g}")
    return float(f"{value:.12g}")


def _converts(previous: Place, place: Place) -> bool:
    """Say whether a figure in parentheses repeats the one right before in another unit: "5 million yuan ($686,000)"."""
    between = place.passage.text[previous.reading.end : place.reading.hedge_start]
    if between.endswith(", or ") and len(between) < _OTHERWISE and previous.reading.unit != place.reading.unit:
        return True  # "73 per cent of the cost, or 4.5 million"
    return between in (" (", " (or ", " (around ") and place.reading.kind in ("money", "physical")


def _shared(place: Place) -> str | None:
    """Return what the figure before measures, where this one is what it is compared with: "up from 74,000 tonnes"."""
    previous = place.previous
    if not previous or previous.sentence != place.sentence:
        return None
    between = place.passage.text[previous.reading.end : place.reading.hedge_start]
    if len(between) > _COMPARED_WITHIN or not _COMPARED_WITH.search(between):
        return None
    for _ in range(_MOST_NEIGHBOURS):
        if not previous or previous.sentence != place.sentence:
            break
        if place.reading.unit in (previous.reading.unit, "count") and previous.measures:
            return previous.measures
        previous = previous.previous
    return None


def _confidence(reading: Reading) -> float:
    for mark, confidence in _CONFIDENCE:
        if mark in reading.marks:
            return confidence
    return 0.95 if reading.kind in _SAID_AS_IT_IS else 0.85
