"""The figures of an article: what each is, what it measures, and which of them are key."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from briefs.extract.currencies import Currencies
from briefs.extract.document import Document, Passage
from briefs.extract.figure_rank import THRESHOLD, Setting, worth_of
from briefs.extract.figure_reader import read_passage
from briefs.extract.measures import direction_of, measures_of, period_of
from briefs.extract.names import Names
from briefs.extract.reading import Reading
from briefs.model import KeyFigure
from briefs.text import Span

MOST_KEY = 15
_MOST_OTHER = 500  # a table of a million numbers is no news
_LONGEST_SENTENCE = (
    1200  # a "sentence" longer than this is a text without full stops: the figure gets its neighbourhood
)
_WINDOW = 360


@dataclass(frozen=True)
class Figures:
    """The key figures, most important first, and all others in the order of the text."""

    key: tuple[KeyFigure, ...] = ()
    other: tuple[KeyFigure, ...] = ()


@dataclass(frozen=True)
class _Ranked:
    figure: KeyFigure
    worth: float
    order: int


def find_figures(document: Document, names: Names) -> Figures:
    """Return the figures of title and body, at most fifteen of them as key figures."""
    currencies = Currencies(document, names)
    found: list[_Ranked] = []
    for passage in (document.body, document.title):
        for reading in read_passage(passage.text, document.language, currencies, _sentence_starts(passage)):
            found.append(_ranked(passage, reading, names, len(found)))
    found = _headlined(found)
    key, rest = _choose(found)
    other = sorted(rest, key=lambda r: r.order)[:_MOST_OTHER]
    return Figures(tuple(r.figure for r in key), tuple(r.figure for r in other))


def _sentence_starts(passage: Passage) -> Callable[[int], int]:
    return lambda offset: passage.sentence_at(offset).start


def _ranked(passage: Passage, reading: Reading, names: Names, order: int) -> _Ranked:
    span = _sentence(passage, reading)
    sentence = passage.text[span.start : span.end]
    at, to = reading.start - span.start, reading.end - span.start
    near = max(0, min(reading.hedge_start - span.start, at) - _WINDOW)
    window = sentence[near : to + _WINDOW]
    direction = direction_of(window, at - near, to - near)
    hedge = max(0, reading.hedge_start - span.start - near)
    figure = KeyFigure(
        text=passage.text[reading.start : reading.end],
        value=reading.value,
        unit=reading.unit,
        evidence=passage.evidence(reading.start, reading.end),
        sentence=sentence,
        sentence_start=span.start,
        qualifier=reading.qualifier,
        rate=reading.rate,
        direction=direction,
        period=period_of(window, at - near, to - near),
        measures=measures_of(
            window, min(hedge, at - near), to - near, reading.noun, reading.noun_end - span.start - near
        ),
        confidence=_confidence(reading),
    )
    worth = worth_of(
        reading,
        Setting(
            before=window[: at - near],
            after=window[to - near :],
            place=reading.start / max(1, len(passage.text)),
            in_title=passage.part == "title",
            in_lead=passage.mention(reading.start, reading.end).where == "lead",
            changes=direction is not None,
            names=sum(1 for _ in names.within(passage.part, span.start, span.end)) if names.entities else 0,
        ),
    )
    return _Ranked(figure, worth, order)


def _sentence(passage: Passage, reading: Reading) -> Span:
    """Return the sentence of a figure; of a text without full stops, the words around it."""
    span = passage.sentence_at(reading.start)
    start, end = span.start, max(span.end, reading.end)
    if end - start <= _LONGEST_SENTENCE:
        return Span(start, end)
    left = max(start, reading.start - _WINDOW)
    right = min(end, reading.end + _WINDOW)
    text = passage.text
    if left > start:
        space = text.find(" ", left, reading.start)
        left = space + 1 if space >= 0 else reading.start
    if right < end:
        space = text.rfind(" ", reading.end, right)
        right = space if space >= 0 else reading.end
    return Span(left, right)


def _confidence(reading: Reading) -> float:
    for mark, confidence in (("bare", 0.4), ("inherited", 0.7), ("definite", 0.7), ("share", 0.85)):
        if mark in reading.marks:
            return confidence
    return 0.95 if reading.kind in ("money", "percent", "points") else 0.85


def _headlined(found: list[_Ranked]) -> list[_Ranked]:
    """Lift what the title says too, and leave the title's own figure only where the body has none like it."""
    in_title = [r for r in found if r.figure.evidence.part == "title"]
    kept = []
    for ranked in found:
        if ranked.figure.evidence.part == "title":
            if any(_alike(ranked.figure, r.figure) for r in found if r.figure.evidence.part == "body"):
                continue
        elif any(_alike(ranked.figure, r.figure) for r in in_title):
            ranked = _Ranked(ranked.figure, ranked.worth + 0.8, ranked.order)
        kept.append(ranked)
    return kept


def _alike(a: KeyFigure, b: KeyFigure) -> bool:
    if isinstance(a.value, tuple) or isinstance(b.value, tuple):
        return a.value == b.value
    return abs(a.value - b.value) <= 0.05 * max(abs(a.value), abs(b.value), 1e-9)


def _choose(found: list[_Ranked]) -> tuple[list[_Ranked], list[_Ranked]]:
    by_worth = sorted(found, key=lambda r: (-r.worth, r.order))
    key: list[_Ranked] = []
    rest: list[_Ranked] = []
    for ranked in by_worth:
        if ranked.worth < THRESHOLD or len(key) >= MOST_KEY or any(_repeats(ranked.figure, k.figure) for k in key):
            rest.append(ranked)
        else:
            key.append(ranked)
    return key, rest


def _repeats(figure: KeyFigure, other: KeyFigure) -> bool:
    return figure.value == other.value and figure.unit == other.unit
