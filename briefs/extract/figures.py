"""The figures of an article: what each is, what it measures, and which of them are key."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from msgspec import Struct
from msgspec.structs import replace

from briefs.extract.counting.currencies import Currencies
from briefs.extract.counting.describe import Place, describe
from briefs.extract.counting.rank import THRESHOLD, Setting, worth_in_crowd, worth_of
from briefs.extract.counting.reader import read_passage
from briefs.extract.counting.scene import Reading
from briefs.extract.document import Document, Passage
from briefs.extract.names import Names
from briefs.model import KeyFigure

MOST_KEY = 15
MOST_OTHER = 500  # a table of a million numbers is no news
_ROUNDING = 0.05  # a headline rounds: "$5bn" is the "$4.97 billion" of the text
_SAID_IN_TITLE = 0.8


class Figures(Struct, frozen=True):
    """The key figures, most important first, and all others in the order of the text."""

    key: tuple[KeyFigure, ...] = ()
    other: tuple[KeyFigure, ...] = ()


class _Candidate(Struct, frozen=True):
    place: Place
    worth: float
    order: int

    @property
    def reading(self) -> Reading:
        return self.place.reading

    def in_crowd(self) -> _Candidate:
        if self.worth < THRESHOLD:
            return self
        passage, start = self.place.passage, self.place.reading.start
        far = start / max(1, len(passage.text)) if passage.part == "body" else 0.0
        return replace(self, worth=worth_in_crowd(self.worth, self.place.reading, far))

    def described(self) -> KeyFigure:
        return describe(self.place)


def find_figures(document: Document, names: Names) -> Figures:
    """Return the figures of title and body, at most fifteen of them as key figures."""
    currencies = Currencies(document, names)
    english = document.language in (None, "en")
    body, title = (
        _candidates(passage, document.language, currencies, names, english=english)
        for passage in (document.body, document.title)
    )
    found = [*_lifted(body, title), *(c for c in title if not any(_alike(c.reading, b.reading) for b in body))]
    key, rest = _choose(found)
    other = sorted(rest, key=lambda c: (c.place.passage.part == "title", c.order))[:MOST_OTHER]
    return Figures(tuple(c.described() for c in key), tuple(c.described() for c in other))


def _candidates(
    passage: Passage, language: str | None, currencies: Currencies, names: Names, *, english: bool
) -> list[_Candidate]:
    found: list[_Candidate] = []
    previous: Place | None = None
    for order, reading in enumerate(read_passage(passage.text, language, currencies, _sentence_starts(passage))):
        place = Place(passage, reading, english, previous)
        found.append(_Candidate(place, worth_of(reading, _setting(place, names)), order))
        previous = place
    return found


def _sentence_starts(passage: Passage) -> Callable[[int], int]:
    return lambda offset: passage.sentence_at(offset).start


def _setting(place: Place, names: Names) -> Setting:
    passage, reading = place.passage, place.reading
    return Setting(
        before=place.before,
        after=place.after,
        place=reading.start / max(1, len(passage.text)),
        in_title=passage.part == "title",
        in_lead=passage.mention(reading.start, reading.end).where == "lead",
        changes=place.direction is not None,
        names=sum(1 for _ in names.within(passage.part, *place.sentence)) if names.entities else 0,
    )


def _lifted(body: Sequence[_Candidate], title: Sequence[_Candidate]) -> list[_Candidate]:
    """Return the figures of the body, those that the title has too worth more."""
    return [
        _Candidate(c.place, c.worth + _SAID_IN_TITLE, c.order)
        if any(_alike(c.reading, t.reading) for t in title)
        else c
        for c in body
    ]


def _alike(one: Reading, other: Reading) -> bool:
    if isinstance(one.value, tuple) or isinstance(other.value, tuple):
        return one.value == other.value
    return abs(one.value - other.value) <= _ROUNDING * max(abs(one.value), abs(other.value))


def _choose(found: Sequence[_Candidate]) -> tuple[list[_Candidate], list[_Candidate]]:
    """Return the key figures by their worth, and the rest; one said again is key only where it means another thing."""
    key: list[_Candidate] = []
    rest: list[_Candidate] = []
    if sum(c.worth >= THRESHOLD for c in found) > MOST_KEY:
        found = [c.in_crowd() for c in found]
    for candidate in sorted(found, key=lambda c: (-c.worth, c.order)):
        if candidate.worth < THRESHOLD:
            rest.append(candidate)
            continue
        said = next((at for at, k in enumerate(key) if _repeats(candidate, k)), None)
        if said is None:
            (key if len(key) < MOST_KEY else rest).append(candidate)
        elif candidate.order < key[said].order:
            rest.append(key[said])
            key[said] = candidate
        else:
            rest.append(candidate)
    return key, rest


def _repeats(candidate: _Candidate, other: _Candidate) -> bool:
    one, two = candidate.reading, other.reading
    if one.value != two.value or (one.unit != two.unit and not one.kind == two.kind == "count"):
        return False
    return not _differ(candidate.place.measures, other.place.measures)


_WORD = re.compile(r"[^\W\d_]{3,}")


def _differ(one: str | None, two: str | None) -> bool:
    """Say whether two phrases share no word: then the same value means two things."""
    first, second = ({w[:5].lower() for w in _WORD.findall(phrase or "")} for phrase in (one, two))
    return bool(first) and bool(second) and not first & second
