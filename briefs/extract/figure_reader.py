"""Read the figures of one passage: numbers with their units, ranges, shares and counts, with the place of each."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from briefs.extract import not_figures
from briefs.extract.counted import Counted, counted_after, is_people
from briefs.extract.currencies import Currencies
from briefs.extract.measures import qualifier_of, rate_of
from briefs.extract.not_figures import Surroundings
from briefs.extract.numbers import Numeral, find_numerals
from briefs.extract.shares import Share, find_shares
from briefs.extract.units import Kind, Unit, unit_after, unit_before
from briefs.extract.wordlists import CASUALTY_WORDS


@dataclass(frozen=True)
class Reading:
    """A figure as it stands, before its sentence is asked what it means.

    `marks` are what the ranking wants to know: "attributive", "conversion", "definite", "inherited", "share", "bare".
    """

    start: int
    end: int
    value: float | tuple[float, float]
    unit: str
    kind: Kind
    qualifier: str | None = None
    rate: str | None = None
    noun: str | None = None
    noun_end: int = 0
    hedge_start: int = 0
    numeral: Numeral | None = None
    marks: frozenset[str] = field(default_factory=frozenset)


_OF_THE = re.compile(
    r" of (?:the|its|their|his|her|our|those|these|all)(?: (?!and\b|or\b|in\b|of\b)[\w’'-]+){0,4}?[ ]$"
)
_OF_THE_START = re.compile(r" of (?:the|its|their|his|her|our|those|these)(?= )")
_CASUALTY_BEFORE = re.compile(
    r"\b(?:killed|killing|kills|injured|injuring|wounded|wounding|displaced|displacing|sickened|infected|hospitali[sz]ed|death toll (?:\w+ ){0,3}(?:to|of|at)|"
    r"toll (?:\w+ ){0,2}(?:to|of|at)|leaving|claimed)[ ](?:at least |more than |about |some |nearly |around |up to |over |another )?$",
    re.IGNORECASE,
)
_CASUALTY_AFTER = re.compile(
    r" (?:more |others |other |of them )?(?:were |are |have been |had been |was |is |been )?([a-z]+)\b"
)
_NUMBER_OF = re.compile(r"\b(?:number|total|count|tally)s? of ((?:[^\W\d_][\w’'‑-]*[ ]){1,6})", re.IGNORECASE)
_RATIO_BEFORE = re.compile(
    r"\b(ratios?|multiples?|coefficient|odds|p/e|reproduction number|R-value|Gini)\b", re.IGNORECASE
)
_INDEX_BEFORE = re.compile(
    r"\b(Sensex|Nifty|Dow|Nasdaq|NASDAQ|S&P|FTSE|DAX|CAC|Nikkei|Hang Seng|KOSPI|Kospi|Topix|ASX|Stoxx|STOXX|Composite|[Ii]ndex|[Ii]ndices|[Bb]enchmark|[Gg]auge|"
    r"Bovespa|Ibovespa|PMI|TSX|JSE|SET|KLCI|Straits Times|PSEi|Merval|Shanghai|CSI|VIX)\b"
)
_LIST_JOINT = re.compile(r"(?:, |,? and |,? or )(?:about |nearly |around |some |almost |over |more than )?$")
_RATIO_TO = re.compile(
    r"(?:[-‑ ]to[-‑ ]|[-‑]for[-‑])(one|\d{1,3}(?:\.\d+)?)\b(?!\s?(?:%|per|million|billion))|:(\d{1,3})(?!\d)"
)
_RATIO_WORDS = re.compile(
    r"\b(?:ratio|odds|margin|split|leverage|outnumber\w*|advantage|favou?r\w*|oversubscribed|consolidation)\b",
    re.IGNORECASE,
)
_PLACE_OF_SIGN = re.compile(r"[-−–+±]$")
_DEFINITE = re.compile(
    r"\b(?:the|these|those|both|other|its|their|his|her|our|your|my|all|first|last|next|past|previous|same|latter|remaining|any|of|top|only)[ ](?:other |remaining |first |last |same |top )?$",
    re.IGNORECASE,
)
_PERIOD_DURATION_BEFORE = re.compile(
    r"\b(?:the|last|past|next|first|previous|coming|within|every|in|over|for the|these|those|following|final|early|after|until|around|since|recent)[ ](?:last |past |next |first |previous |coming |final |recent )?$",
    re.IGNORECASE,
)
_DURATION_AFTER = re.compile(
    r"[’']? (?:ago|later|earlier|before|after|from now|since|running|straight|in a row|on|prior|away|into|old)\b",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\bbetween (?:about |around |roughly |approximately )?$", re.IGNORECASE)
_FROM = re.compile(
    r"\bfrom (?:about |around |roughly |approximately |just |nearly |almost |some |only |more than |less than |under |over |an? )?(?:[\w’'-]+ ){0,3}$",
    re.IGNORECASE,
)
_RANGE_DASH = re.compile(r"[ ]?[-–—‑~～〜][ ]?$")
_RANGE_TO = re.compile(
    r"[ ](?:to|till|bis|à|a|до|hasta|até|tot|al|til|till)[ ](?:about |around |as much as |as many as |more than |nearly |over |some |just )?$"
)
_RANGE_AND = re.compile(r"[ ](?:and)[ ]$")
_SPREAD_BEFORE = re.compile(
    r"\b(?:rang(?:e|es|ed|ing)|vary|varies|varying|anywhere|priced|sell|sells|cost|costs|estimates|estimated|anything|forecasts?|guidance)\b[^.;]*$",
    re.IGNORECASE,
)
_ONE_OK = re.compile(
    r"\b(?:person|man|woman|child|boy|girl|death|worker|soldier|officer|passenger|student|civilian|policeman|protester|firefighter)\b"
)
_NEGATIVE = re.compile(r"(?:^|[\s(])(?:minus |negative |[-−–])$")
_MAX_SMALL_WORD = 12


def read_passage(
    text: str, language: str | None, currencies: Currencies, sentence_start: Callable[[int], int]
) -> list[Reading]:
    """Return the figures of `text` in order; `sentence_start` gives the start of the sentence that holds an offset."""
    shares = find_shares(text) if language in (None, "en") else []
    numerals = _without(find_numerals(text, language), shares)
    reader = _Reader(text, numerals, currencies, sentence_start)
    readings = reader.read()
    readings += [
        reader.finish(Reading(s.start, s.end, s.percent, "percent", "percent", marks=frozenset({"share"})))
        for s in shares
    ]
    return sorted(readings, key=lambda r: (r.start, r.end))


def _without(numerals: list[Numeral], shares: list[Share]) -> list[Numeral]:
    starts = [s.start for s in shares]
    kept = []
    for numeral in numerals:
        at = bisect_right(starts, numeral.end - 1)
        if not (at and shares[at - 1].end > numeral.start):
            kept.append(numeral)
    return kept


class _Reader:
    """Walks the numerals of a text; what one figure says (its unit, its noun) the next may lean on."""

    def __init__(
        self, text: str, numerals: list[Numeral], currencies: Currencies, sentence_start: Callable[[int], int]
    ) -> None:
        self.text = text
        self.numerals = numerals
        self.currencies = currencies
        self.sentence_start = sentence_start
        self.last: Reading | None = None

    def read(self) -> list[Reading]:
        """Return the readings in order of place."""
        readings: list[Reading] = []
        index, taken = 0, 0
        while index < len(self.numerals):
            if self.numerals[index].start < taken:
                index += 1
                continue
            found, index = self._read_at(index)
            for reading in found:
                taken = reading.end
                self.last = reading
                readings.append(reading)
        return readings

    def _read_at(self, index: int) -> tuple[list[Reading], int]:
        numeral = self.numerals[index]
        pair = self._pair(index)
        if pair:
            return pair, index + 2
        ratio = self._to_one(numeral)
        if ratio:
            return [ratio], index + 1
        part = self._part_of(index)
        if part:
            return [self.finish(part[0])], part[1]
        reading = self._single(index)
        return ([self.finish(reading)] if reading else []), index + 1

    # ------------------------------------------------------------------ one number

    def units(self, numeral: Numeral) -> tuple[Unit | None, Unit | None]:
        """Return the units before and after a number as this article means them."""
        before = unit_before(self.text, numeral.start)
        if before:
            before = self.currencies.resolve(before, self.text, numeral)
        after = unit_after(self.text, numeral.end)
        if after:
            after = self.currencies.resolve(after, self.text, numeral)
        return before, after

    def _single(self, index: int) -> Reading | None:
        numeral = self.numerals[index]
        before, after = self.units(numeral)
        start, end = numeral.start, numeral.end
        if before:
            return self._money(numeral, before, after)
        around = Surroundings(self.text, start, end)
        if after and after.kind in ("percent", "points", "money") and not after.attributive:
            if around.previous.isalnum() or (around.previous in "./" and around.before[-2:-1].isdigit()):
                return None
            if after.kind == "money" and self._is_year_or_date(around, numeral):
                return None
            return self._measured(numeral, after)
        if around.previous.isalnum() or not_figures.is_identifier(around):
            return None
        if (
            not_figures.is_age(around, numeral)
            or not_figures.is_clock_time(around)
            or not_figures.is_date(around, numeral)
        ):
            return None
        if numeral.letter:
            return self._lettered(numeral, around)
        if after:
            if after.kind == "duration":
                return self._duration(numeral, after, around)
            if not (after.kind == "physical" and not_figures.is_designation(around, counted=True)):
                return self._measured(numeral, after)
            return None
        if not_figures.is_score(around):
            return None
        return self._bare(index, around)

    def _is_year_or_date(self, around: Surroundings, numeral: Numeral) -> bool:
        return not_figures.is_date(around, numeral)

    def _money(self, numeral: Numeral, before: Unit, after: Unit | None) -> Reading | None:
        code, end = before.code, numeral.end
        if after and after.kind == "money" and not after.attributive:
            code, end = after.code, after.end
        elif before.open:
            code, end = self.currencies.suffix(before, self.text, end)
        value = numeral.value
        if numeral.form == "digits" and before.code == "USD" and code == "USD" and after and after.kind == "percent":
            return None
        marks = (
            {"attributive"} if self.text[end : end + 1] in "-‑" and self.text[end + 1 : end + 2].isalpha() else set()
        )
        return Reading(before.start, end, value * before.factor, code, "money", numeral=numeral, marks=frozenset(marks))

    def _measured(self, numeral: Numeral, unit: Unit) -> Reading | None:
        """Return a number with a unit after it."""
        if unit.kind == "times" and not self._multiplies(numeral, unit):
            return None
        value = numeral.value * unit.factor
        start = numeral.start
        if _NEGATIVE.search(self.text[max(0, start - 10) : start]) and unit.kind in ("percent", "points", "physical"):
            value = -value
        marks = {"attributive"} if unit.attributive else set()
        if (
            unit.kind == "physical"
            and self.text[max(0, start - 1) : start] == "("
            and self.text[unit.end : unit.end + 1] == ")"
        ):
            marks.add("conversion")
        return Reading(start, unit.end, value, unit.code, unit.kind, numeral=numeral, marks=frozenset(marks))

    def _multiplies(self, numeral: Numeral, unit: Unit) -> bool:
        if self.text[unit.start : unit.end].lower() != "times":
            return unit.end - unit.start > 1 or numeral.form == "digits"
        after = self.text[unit.end : unit.end + 24]
        return bool(
            re.match(
                r" (?:as|more|the|that|what|higher|larger|bigger|faster|greater|its|their|his|her|over|lower|less|fewer|cheaper|better|stronger|earnings|sales|revenue|book|"
                r"oversubscribed|forward|trailing|expected|annual|pre-war|average|longer|smaller|normal)\b",
                after,
            )
            or numeral.decimals
        )

    def _lettered(self, numeral: Numeral, around: Surroundings) -> Reading | None:
        """Return "5m people", "a 5m wall", "20K followers": a letter is a scale where something is counted."""
        counted = counted_after(self.text, numeral.end)
        if counted and not counted.hyphenated and not not_figures.is_designation(around, counted=True):
            return Reading(
                numeral.start,
                counted.end,
                numeral.value,
                counted.noun,
                "count",
                numeral=numeral,
                noun=counted.noun,
                noun_end=counted.end,
            )
        if numeral.letter == "m" and not counted:
            return Reading(numeral.start, numeral.end, numeral.value / 1e6, "m", "physical", numeral=numeral)
        return None

    def _duration(self, numeral: Numeral, unit: Unit, around: Surroundings) -> Reading | None:
        marks = {"duration"}
        if unit.attributive:
            marks.add("attributive")
        if _PERIOD_DURATION_BEFORE.search(around.before) or _DURATION_AFTER.match(self.text[unit.end : unit.end + 16]):
            marks.add("period")
        if self.text[unit.end : unit.end + 1] in "'’":
            marks.add("possessive")
        if numeral.value == 1:
            return None
        if unit.code in ("seconds", "minutes", "hours") and not_figures.is_designation(around, counted=False):
            return None
        return Reading(
            numeral.start,
            unit.end,
            numeral.value * unit.factor,
            unit.code,
            "duration",
            numeral=numeral,
            marks=frozenset(marks),
        )

    # ------------------------------------------------------------------ counts and bare numbers

    def _bare(self, index: int, around: Surroundings) -> Reading | None:
        """Return a number without a unit: a count of the noun after it, a ratio, an index level, or nothing."""
        numeral = self.numerals[index]
        counted = counted_after(self.text, numeral.end)
        if counted and not (numeral.form == "words" and numeral.value == 1):
            reading = self._count(numeral, counted, around)
            if reading:
                return reading
        if not_figures.is_designation(around, counted=False):
            return self._index_level(numeral, around)
        if numeral.value == 1 and not numeral.decimals:
            single = counted_after(self.text, numeral.end, singular=True)
            if single and numeral.form == "words" and _ONE_OK.match(single.head):
                return Reading(
                    numeral.start,
                    single.end,
                    1.0,
                    "people",
                    "count",
                    numeral=numeral,
                    noun=single.noun,
                    noun_end=single.end,
                    marks=frozenset({"definite"}),
                )
            return None
        if not_figures.is_year(numeral):
            return None
        return (
            self._listed(index)
            or self._casualties(numeral, around)
            or self._index_level(numeral, around)
            or self._dimensionless(numeral, around)
            or self._inherited(numeral, around)
        )

    def _count(self, numeral: Numeral, counted: Counted, around: Surroundings) -> Reading | None:
        if not_figures.is_designation(around, counted=True):
            return None
        hedged, _ = qualifier_of(around.before[-24:], around.after)
        if not_figures.is_year(numeral) and not ((hedged and hedged != "only") or is_people(counted.noun)):
            return None
        if counted.hyphenated:
            if numeral.form == "words" or numeral.value < 20 or not_figures.is_year(numeral):
                return None
            return Reading(
                numeral.start,
                counted.end,
                numeral.value,
                counted.noun,
                "count",
                numeral=numeral,
                noun=counted.noun,
                noun_end=counted.end,
                marks=frozenset({"attributive"}),
            )
        marks = set()
        if _DEFINITE.search(around.before) and numeral.value <= _MAX_SMALL_WORD:
            marks.add("definite")
        return Reading(
            numeral.start,
            counted.end,
            numeral.value,
            counted.noun,
            "count",
            numeral=numeral,
            noun=counted.noun,
            noun_end=counted.end,
            marks=frozenset(marks),
        )

    def _part_of(self, index: int) -> tuple[Reading, int] | None:
        """Return "six of the top 10 positions": a count out of a whole, whose size belongs to its words."""
        numeral = self.numerals[index]
        start = _OF_THE_START.match(self.text, numeral.end)
        if not start or numeral.letter or self.text[max(0, numeral.start - 1) : numeral.start].isalnum():
            return None
        following = self.numerals[index + 1] if index + 1 < len(self.numerals) else None
        end, after, used = start.end(), start.end(), index + 1
        marks = {"definite"}
        if (
            following
            and following.start - numeral.end < 48
            and _OF_THE.fullmatch(self.text[numeral.end : following.start])
            and following.value > numeral.value
        ):
            end = after = following.end
            used, marks = index + 2, {"part"}
        elif numeral.value == 1:
            return None
        counted = counted_after(self.text, after)
        if not counted:
            words = self.text[numeral.end : end]
            return (
                None
                if used == index + 1
                else (
                    Reading(
                        numeral.start,
                        end,
                        numeral.value,
                        "count",
                        "count",
                        numeral=numeral,
                        noun=words.strip(),
                        noun_end=end,
                        marks=frozenset(marks),
                    ),
                    used,
                )
            )
        if used == index + 1:
            end = counted.end
        return Reading(
            numeral.start,
            end,
            numeral.value,
            counted.noun,
            "count",
            numeral=numeral,
            noun=counted.noun,
            noun_end=counted.end,
            marks=frozenset(marks),
        ), used

    def _listed(self, index: int) -> Reading | None:
        """Return "10" of "10 and 15 percent": a number in a list takes the unit that ends the list."""
        numeral = self.numerals[index]
        for step in range(index + 1, min(index + 4, len(self.numerals))):
            following = self.numerals[step]
            if following.start - self.numerals[step - 1].end > 16 or not _LIST_JOINT.fullmatch(
                self.text[self.numerals[step - 1].end : following.start]
            ):
                return None
            unit = unit_after(self.text, following.end)
            if unit and unit.kind in ("percent", "points", "physical", "money", "duration"):
                resolved = self.currencies.resolve(unit, self.text, following)
                if not resolved:
                    return None
                scale = following.factor if not numeral.scaled and following.scaled else 1.0
                marks = frozenset({"inherited"} | ({"duration"} if unit.kind == "duration" else set()))
                return Reading(
                    numeral.start,
                    numeral.end,
                    numeral.value * scale * resolved.factor,
                    resolved.code,
                    resolved.kind,
                    numeral=numeral,
                    marks=marks,
                )
        return None

    def _casualties(self, numeral: Numeral, around: Surroundings) -> Reading | None:
        after = _CASUALTY_AFTER.match(around.after)
        befell = bool(after) and after.group(1).lower() in CASUALTY_WORDS  # type: ignore[union-attr]
        if not befell and not _CASUALTY_BEFORE.search(around.before):
            return None
        return Reading(
            numeral.start,
            numeral.end,
            numeral.value,
            "people",
            "count",
            numeral=numeral,
            noun="people",
            noun_end=numeral.end,
        )

    def _index_level(self, numeral: Numeral, around: Surroundings) -> Reading | None:
        if not (numeral.decimals or numeral.grouped) or numeral.scaled or numeral.value < 20:
            return None
        begin = max(self.sentence_start(numeral.start), numeral.start - 160)
        if not _INDEX_BEFORE.search(self.text, begin, numeral.start):
            return None
        return Reading(
            numeral.start, numeral.end, numeral.value, "points", "points", numeral=numeral, marks=frozenset({"level"})
        )

    def _dimensionless(self, numeral: Numeral, around: Surroundings) -> Reading | None:
        """Return a ratio or coefficient that the sentence names before its number."""
        begin = max(self.sentence_start(numeral.start), numeral.start - 60)
        named = None
        for match in _RATIO_BEFORE.finditer(self.text, begin, numeral.start):
            named = match
        if named and (numeral.decimals or named.end() + 12 >= numeral.start) and numeral.value < 1000:
            unit = "coefficient" if named.group(1).lower() == "coefficient" else "ratio"
            return Reading(numeral.start, numeral.end, numeral.value, unit, "ratio", numeral=numeral)
        last = self.last
        if (
            last
            and last.kind == "ratio"
            and numeral.decimals
            and self.sentence_start(last.start) == self.sentence_start(numeral.start)
        ):
            return Reading(
                numeral.start,
                numeral.end,
                numeral.value,
                last.unit,
                "ratio",
                numeral=numeral,
                marks=frozenset({"inherited"}),
            )
        return None

    def _inherited(self, numeral: Numeral, around: Surroundings) -> Reading | None:
        """Return a large or hedged number that leaves out what it counts, for the text has just said it."""
        hedged, _ = qualifier_of(around.before[-24:], around.after)
        large = numeral.scaled or numeral.grouped
        if not large and not (hedged and numeral.value >= 10):
            return None
        begin = self.sentence_start(numeral.start)
        window = max(begin, numeral.start - 160)
        number_of = None
        for match in _NUMBER_OF.finditer(self.text, window, numeral.start):
            number_of = match
        if number_of:
            counted = counted_after(" " + number_of.group(1), 0)
            if counted:
                return Reading(
                    numeral.start,
                    numeral.end,
                    numeral.value,
                    counted.noun,
                    "count",
                    numeral=numeral,
                    noun=counted.noun,
                    noun_end=numeral.end,
                    marks=frozenset({"inherited"}),
                )
        last = self.last
        if last and self.sentence_start(last.start) == begin:
            if last.kind == "money" and numeral.scaled:
                return Reading(
                    numeral.start,
                    numeral.end,
                    numeral.value,
                    last.unit,
                    "money",
                    numeral=numeral,
                    marks=frozenset({"inherited"}),
                )
            if last.kind == "count" and large and "attributive" not in last.marks:
                return Reading(
                    numeral.start,
                    numeral.end,
                    numeral.value,
                    last.unit,
                    "count",
                    numeral=numeral,
                    noun=last.noun,
                    noun_end=numeral.end,
                    marks=frozenset({"inherited"}),
                )
        if not large:
            return None
        return Reading(
            numeral.start, numeral.end, numeral.value, "count", "count", numeral=numeral, marks=frozenset({"bare"})
        )

    # ------------------------------------------------------------------ two numbers

    def _to_one(self, numeral: Numeral) -> Reading | None:
        """Return "3-to-1" and, where the sentence speaks of a ratio, "3:1"."""
        match = _RATIO_TO.match(self.text, numeral.end)
        if not match or numeral.scaled or self.text[max(0, numeral.start - 1) : numeral.start] in (*"-–:./$£€",):
            return None
        around = self.text[max(self.sentence_start(numeral.start), numeral.start - 60) : match.end() + 40]
        low = match.group(1) or match.group(2)
        divisor = 1.0 if low == "one" else float(low)
        joined = "-" in match.group() or "‑" in match.group()
        if not divisor or not (_RATIO_WORDS.search(around) or (joined and divisor == 1)):
            return None
        if not joined and match.group(2) is None and divisor != 1:
            return None
        if numeral.value == divisor or (
            match.group(2) and len(match.group(2)) == 2 and not _RATIO_WORDS.search(around)
        ):
            return None
        return self.finish(
            Reading(numeral.start, match.end(), round(numeral.value / divisor, 4), "ratio", "ratio", numeral=numeral)
        )

    def _pair(self, index: int) -> list[Reading] | None:
        """Return the range, or the old and the new value, that two numbers make; None where they do not belong together."""
        if index + 1 >= len(self.numerals):
            return None
        low, high = self.numerals[index], self.numerals[index + 1]
        if high.start - low.end > 44 or self.sentence_start(low.start) != self.sentence_start(high.start):
            return None
        first_before, first_after = self.units(low)
        second_before, second_after = self.units(high)
        joint_start = first_after.end if first_after else low.end
        joint_end = second_before.start if second_before else high.start
        if joint_end < joint_start:
            joint_start = low.end
            first_after = None
        joint = self.text[joint_start:joint_end]
        left = self.text[
            max(0, (first_before.start if first_before else low.start) - 48) : first_before.start
            if first_before
            else low.start
        ]
        if (
            first_after is None
            and first_before is None
            and (left[-1:].isalnum() or left[-1:] in ("/", "#", "_", ".", ":"))
        ):
            return None
        between = bool(_BETWEEN.search(left)) and bool(_RANGE_AND.fullmatch(joint))
        dash = bool(_RANGE_DASH.fullmatch(joint))
        to = bool(_RANGE_TO.fullmatch(joint))
        if not (between or dash or to):
            return None
        counted = counted_after(self.text, high.end) if not (second_before or second_after) else None
        unit = second_after or second_before or first_before
        if first_after and first_after.attributive:
            return None
        if unit is None and counted is None:
            return self._bare_pair(low, high, left, between=between, to=to)
        if unit is None and (
            counted is None
            or counted.hyphenated
            or (
                dash and not_figures.is_score(Surroundings(self.text, low.start, low.end)) and _is_score_like(low, high)
            )
        ):
            return None
        if unit and not _same(first_before, first_after, second_before, second_after):
            return None
        if unit and unit.kind == "times" and not self._multiplies(high, unit):
            return None
        if unit is None or unit.kind in ("duration", "physical"):
            around_low, around_high = (
                Surroundings(self.text, low.start, low.end),
                Surroundings(self.text, high.start, high.end),
            )
            if (
                not_figures.is_age(around_high, high)
                or not_figures.is_clock_time(around_high)
                or (not_figures.is_year(low) and not_figures.is_year(high))
                or not_figures.is_date(around_low, low)
            ):
                return None
        return self._paired(low, high, unit, first_before, second_before, second_after, counted, left, to=to)

    def _paired(
        self,
        low: Numeral,
        high: Numeral,
        unit: Unit | None,
        first_before: Unit | None,
        second_before: Unit | None,
        second_after: Unit | None,
        counted: Counted | None,
        left: str,
        *,
        to: bool,
    ) -> list[Reading] | None:
        factor = unit.factor if unit else 1.0
        scale = (
            high.factor
            if high.scaled
            and not low.scaled
            and low.value < high.value / high.factor * 10
            and low.value < 1000
            and not low.grouped
            else 1.0
        )
        a, b = low.value * scale * factor, high.value * factor
        start = first_before.start if first_before else low.start
        end = second_after.end if second_after else counted.end if counted else high.end
        code = unit.code if unit else counted.noun if counted else "count"
        kind: Kind = unit.kind if unit else "count"
        if first_before and first_before.kind == "money":
            code = first_before.code if not (second_after and second_after.kind == "money") else code
        noun, noun_end = (counted.noun, counted.end) if counted else (None, 0)
        marks = {"duration"} if kind == "duration" else set()
        if unit and unit.attributive:
            marks.add("attributive")
        if to and _FROM.search(left) and not _SPREAD_BEFORE.search(left):
            first_end = low.end
            after = unit_after(self.text, low.end)
            if after and after.end <= high.start:
                first_end = after.end
            old = Reading(
                start,
                first_end,
                a,
                code,
                kind,
                numeral=low,
                noun=noun,
                noun_end=first_end,
                marks=frozenset(marks | {"old"}),
            )
            new = Reading(
                second_before.start if second_before else high.start,
                end,
                b,
                code,
                kind,
                numeral=high,
                noun=noun,
                noun_end=noun_end,
                marks=frozenset(marks),
            )
            return [self.finish(old), self.finish(new)]
        if a >= b:
            return None
        return [
            self.finish(
                Reading(
                    start, end, (a, b), code, kind, numeral=high, noun=noun, noun_end=noun_end, marks=frozenset(marks)
                )
            )
        ]

    def _bare_pair(self, low: Numeral, high: Numeral, left: str, *, between: bool, to: bool) -> list[Reading] | None:
        """Return "1.77 to 2.04" of a ratio or an index: numbers without units that the sentence has named."""
        if not (low.decimals and high.decimals) or not (between or to):
            return None
        kind_of = self._dimensionless(low, Surroundings(self.text, low.start, low.end)) or self._index_level(
            low, Surroundings(self.text, low.start, low.end)
        )
        if not kind_of:
            return None
        if to and _FROM.search(left) and not _SPREAD_BEFORE.search(left):
            old = replace(kind_of, marks=kind_of.marks | {"old"})
            return [
                self.finish(old),
                self.finish(replace(kind_of, start=high.start, end=high.end, value=high.value, numeral=high)),
            ]
        if low.value >= high.value:
            return None
        return [self.finish(replace(kind_of, end=high.end, value=(low.value, high.value), numeral=high))]

    # ------------------------------------------------------------------ finish

    def finish(self, reading: Reading) -> Reading:
        """Return the reading with its qualifier and rate."""
        before = self.text[max(0, reading.start - 64) : reading.start]
        after = self.text[reading.end : reading.end + 32]
        qualifier, width = qualifier_of(before[-28:], after)
        rate = rate_of(before, after, money=reading.kind == "money")
        if reading.kind in ("percent", "points", "ratio", "times") and rate in ("piece",):
            rate = None
        return replace(reading, qualifier=qualifier, rate=rate, hedge_start=reading.start - width)


def _is_score_like(low: Numeral, high: Numeral) -> bool:
    return low.form == high.form == "digits" and low.value >= high.value


def _same(
    first_before: Unit | None, first_after: Unit | None, second_before: Unit | None, second_after: Unit | None
) -> bool:
    """Say whether the units of the two numbers of a pair agree, where both have one."""
    if first_after and second_after:
        return first_after.code == second_after.code or first_after.kind == second_after.kind == "money"
    if first_after and not second_after:
        return False
    if first_before and second_after:
        return second_after.kind == "money"
    if second_before and not first_before:
        return False
    return True
