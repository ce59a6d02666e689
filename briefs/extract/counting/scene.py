"""A figure as it stands in the text, and the scene that the rules look at to read one."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property

from msgspec import Struct
from msgspec.structs import replace

from briefs.extract.counting.currencies import Currencies
from briefs.extract.counting.not_figures import Surroundings
from briefs.extract.counting.numeral import Numeral
from briefs.extract.counting.qualifiers import qualifier_of, rate_of, suffixed
from briefs.extract.counting.units import Kind, Unit, unit_after, unit_before
from briefs.tables.tongues import NO_WORDS, Words

_BESIDE = 80  # code points within which "cents" belong to a "$"
_PRICED = re.compile(
    r" (?:an?|per|each) (?:tonne|ton|share|barrel|year|month|week|day|hour|night|head|person|kilo|litre|pint|unit)\b"
)
_MILLIONS = re.compile(r"[£$€]\d[\d.,]{0,8}(?:m|bn)\b")
# "$5m over three years" says when, "for over three years" how long.
_DURING = re.compile(r"(?<!\bfor )(?<!\bin )(?<!\bof )(?<!\bafter )(?<!\btook )(?<!\bwell )(?<!\bjust )\bover $")
_ASIDE = re.compile(r"(?: \([^()\n]{1,40})?\)")
_BEFORE, _AFTER = 64, 48  # code points that qualifier and rate may stand away


class Reading(Struct, frozen=True):
    """A figure with its place, before its sentence is asked what it means.

    `marks` are what the ranking wants to know of how it was read: "attributive" ("a 15.6-inch screen"), "conversion"
    ("(127 mm)"), "definite" ("the two men"), "inherited" (its unit stands elsewhere), "share", "bare" (no unit at all),
    "part" ("six of the top 10"), "duration", "period", "old" (the value before a change).
    """

    start: int
    end: int
    value: float | tuple[float, float]
    unit: str
    kind: Kind
    numeral: Numeral | None = None
    noun: str | None = None  # what is counted, with its adjectives
    noun_end: int = 0
    marks: frozenset[str] = frozenset()
    qualifier: str | None = None
    rate: str | None = None
    hedge_start: int = 0  # where the qualifier begins

    def marked(self, *marks: str) -> Reading:
        """Return the reading with more marks."""
        return replace(self, marks=self.marks | frozenset(marks))


@dataclass
class Scene:
    """A text with its numbers; `last` is the figure read before, for what one says the next may leave out."""

    text: str
    numerals: list[Numeral]
    currencies: Currencies
    sentence_start: Callable[[int], int]
    english: bool = True
    counted: Words = NO_WORDS  # what news counts, in the language of the text
    harmed: Words = NO_WORDS  # the dead and the hurt among it
    last: Reading | None = None
    _units: dict[int, tuple[Unit | None, Unit | None]] = field(default_factory=dict)

    @cached_property
    def writes_millions(self) -> bool:
        """Whether the text writes sums as "£5m" or "$3bn", so that a bare "5m" means millions too."""
        return bool(_MILLIONS.search(self.text))

    def units(self, numeral: Numeral) -> tuple[Unit | None, Unit | None]:
        """Return the units before and after a number as this article means them: asked for it alone and in pairs."""
        known = self._units.get(numeral.start)
        if known is None:
            before, after = unit_before(self.text, numeral.start), unit_after(self.text, numeral.end)
            known = self._units[numeral.start] = (
                self.currencies.resolve(before, numeral) if before else None,
                self._meant(after, numeral) if after else None,
            )
        return known

    def _meant(self, unit: Unit, numeral: Numeral) -> Unit | None:
        """Return a unit after a number as this article means it; cents beside "$" are of that dollar."""
        resolved = self.currencies.resolve(unit, numeral, priced=bool(_PRICED.match(self.text, unit.end)))
        if resolved is None or unit.family != "dollar" or unit.factor == 1:
            return resolved
        if "$" not in self.text[max(0, unit.start - _BESIDE) : unit.end + _BESIDE]:
            return resolved
        dollar = self.currencies.resolve(unit._replace(factor=1.0), numeral)
        return resolved._replace(code=dollar.code) if dollar else resolved

    def around(self, numeral: Numeral) -> Surroundings:
        """Return the text on both sides of a number."""
        return Surroundings(self.text, numeral.start, numeral.end)

    def finish(self, reading: Reading) -> Reading:
        """Return the reading with its qualifier and rate."""
        before = self.text[max(0, reading.start - _BEFORE) : reading.start]
        after = self.text[reading.end : reading.end + _AFTER]
        qualifier, width = qualifier_of(before, after)
        if reading.kind == "duration" and _DURING.search(before):
            qualifier, width = None, 0
        if not qualifier and reading.numeral:
            qualifier = suffixed(self.text, reading.numeral.end)
        aside = _ASIDE.match(self.text, reading.end)
        rate = rate_of(before, after, reading.kind)
        if not rate and aside:  # "5 million won ($3,600) per month", and what stands in the brackets is as well
            rate = rate_of("", self.text[aside.end() : aside.end() + _AFTER], reading.kind)
        return replace(reading, qualifier=qualifier, rate=rate, hedge_start=reading.start - width)
