"""What the briefs found say together: who is named in how many of them, period by period, and their key figures.

    together = index.together(Request("harbour"))
    together.names("company", "briefs")[0].series
    together.figures("usd", "largest", limit=40)

Counts and orders come from the index alone, however many briefs there are; the texts of a page are the library's.
"""

from __future__ import annotations

from functools import cached_property, lru_cache

import numpy as np
from numpy.typing import NDArray

from search_index.answers.amounts import by_measure, numbers_of
from search_index.answers.facets import Facet
from search_index.answers.moment import Moment
from search_index.arrays import Ints
from search_index.queries.figures import CURRENCIES
from search_index.results import Axis, FigureOrder, FigurePlace, NameCount, NameKind, NameOrder, UnitCount
from search_index.terms.dates import DAY

PERIODS = 36  # at most so many in a series
_EPOCH = 719_163  # the ordinal of the first day of 1970, from which NumPy counts
_SPANS: tuple[tuple[str, int], ...] = (("month", 1), ("quarter", 3), ("year", 12), ("decade", 120))


class Together:
    """The documents found at one moment, and what they say together. Companies and countries are the main ones."""

    def __init__(self, docs: Ints, moment: Moment) -> None:
        self._docs = docs
        self._moment = moment
        self._mask = np.zeros(moment.snapshot.count, np.bool_)
        self._mask[docs] = True
        self.briefs = len(docs)
        self._ordered = lru_cache(maxsize=2)(self._in_order)

    # Companies and countries

    def count(self, kind: NameKind) -> int:
        """Return how many companies or countries the briefs are about."""
        return int(np.count_nonzero(self._facet(kind).counts(self._mask)))

    def names(self, kind: NameKind, order: NameOrder) -> list[NameCount]:
        """Return the companies or countries: most briefs first, that of the newest brief first, or by name."""
        facet = self._facet(kind)
        counts = facet.counts(self._mask)
        series = facet.by_period(self._mask, self._periods, len(self.axis.periods))
        shown = np.flatnonzero(counts)
        keys = [facet.ranks[shown]]
        if order != "name":
            keys.append(-counts[shown])
        if order == "latest":
            keys.append(-facet.newest(self._mask, self._moment.snapshot.dates)[shown])
        shown = shown[np.lexsort(keys)]
        rows = zip(shown.tolist(), counts[shown].tolist(), series[shown].tolist(), strict=True)
        return [NameCount(kind, facet.values[n], facet.labels[n], count, tuple(each)) for n, count, each in rows]

    def beside(self, kind: NameKind, value: str, most: int) -> list[NameCount]:
        """Return the companies and countries that most of the briefs about one are about as well."""
        mask = self._about(kind, value)
        found: list[NameCount] = []
        for other in ("company", "country"):
            facet = self._facet(other)
            counts = facet.counts(mask)
            shown = np.flatnonzero(counts)
            shown = shown[np.lexsort((facet.ranks[shown], -counts[shown]))][: most + 1]
            found += [NameCount(other, facet.values[n], facet.labels[n], int(counts[n])) for n in shown.tolist()]
        found = [each for each in found if (each.kind, each.value) != (kind, value)]
        return sorted(found, key=lambda each: -each.briefs)[:most]

    def briefs_about(self, kind: NameKind, value: str, limit: int, offset: int = 0) -> list[str]:
        """Return the identifiers of the briefs about a company or country, newest first."""
        docs = np.flatnonzero(self._about(kind, value))
        snapshot = self._moment.snapshot
        docs = docs[np.lexsort((snapshot.ids[docs], -snapshot.dates[docs]))]
        return snapshot.identifiers(docs[offset : offset + limit])

    def _about(self, kind: NameKind, value: str) -> NDArray[np.bool_]:
        facet = self._facet(kind)
        chosen = {number for number in facet.chosen((value,)) if facet.values[number] == value}
        return facet.mask(chosen, len(self._mask)) & self._mask

    def _facet(self, kind: NameKind) -> Facet:
        return self._moment.facet(kind)

    # Time

    @cached_property
    def axis(self) -> Axis:
        """The periods in which the briefs were published: months, or longer ones where they are too many."""
        months = self._months[self._docs]
        months = months[months >= 0]
        if not len(months):
            return Axis("month", ())
        first, last = int(months.min()), int(months.max())
        span, size = next(((span, size) for span, size in _SPANS if last // size - first // size < PERIODS), _SPANS[-1])
        begin = max(first // size, last // size - PERIODS + 1)
        return Axis(span, tuple(_period(span, number * size) for number in range(begin, last // size + 1)))

    @cached_property
    def _months(self) -> Ints:
        """The month of each document, counted from the year 0; -1 for the undated."""
        days = self._moment.snapshot.dates // DAY
        months = (days - _EPOCH).astype("datetime64[D]").astype("datetime64[M]").astype(np.int64) + 1970 * 12
        return np.where(days > 0, months, -1)

    @cached_property
    def _periods(self) -> Ints:
        """The period of each document, -1 for those in none."""
        if not self.axis.periods:
            return np.full(len(self._mask), -1, np.int64)
        size = dict(_SPANS)[self.axis.span]
        last = int(self._months[self._docs].max()) // size
        periods = self._months // size - (last - len(self.axis.periods) + 1)
        return np.where((self._months >= 0) & (periods < len(self.axis.periods)), np.maximum(periods, -1), -1)

    # Figures

    @cached_property
    def figure_count(self) -> int:
        """How many key figures the briefs have."""
        return int(np.count_nonzero(self._mask[self._moment.amounts.docs]))

    def units(self) -> list[UnitCount]:
        """Return the units of the key figures, the commonest first."""
        amounts = self._moment.amounts
        having = self._mask[amounts.docs]
        counts = np.bincount(amounts.ordinals[having], minlength=len(amounts.units))
        rows = [UnitCount(u, _label(u), c) for u, c in zip(amounts.units, counts.tolist(), strict=True) if c]
        return sorted(rows, key=lambda row: (-row.figures, row.label))

    def span(self, unit: str) -> tuple[float, float]:
        """Return the least and the greatest figure of a unit."""
        of = self._moment.amounts.of(unit)
        sizes = of.sizes[self._mask[of.docs]]
        return float(sizes.min(initial=np.inf)), float(sizes.max(initial=-np.inf))

    def figures(self, unit: str, order: FigureOrder, limit: int, offset: int = 0) -> list[FigurePlace]:
        """Return key figures of a unit in order; equals are in the order of their dates, newest first."""
        of = self._moment.amounts.of(unit)
        chosen = self._ordered(unit, order)[offset : offset + limit]
        ids = self._moment.snapshot.identifiers(of.docs[chosen])
        return [FigurePlace(*each) for each in zip(ids, numbers_of(of.terms[chosen]), strict=True)]

    def _in_order(self, unit: str, order: FigureOrder) -> Ints:
        of, snapshot = self._moment.amounts.of(unit), self._moment.snapshot
        having = np.flatnonzero(self._mask[of.docs])
        docs, sizes = of.docs[having], of.sizes[having]
        keys: list[NDArray[np.generic]] = [sizes, snapshot.ids[docs], -snapshot.dates[docs]]
        if order in ("largest", "smallest"):
            keys.append(sizes if order == "smallest" else -sizes)
        ordered = having[np.lexsort(keys)]
        return ordered[by_measure(of.terms[ordered])] if order == "measure" else ordered


def _label(unit: str) -> str:
    named = {"percent": "percent", "ratio": "ratios"}
    return unit.upper() if unit in CURRENCIES else named.get(unit, unit.replace("-", " "))


def _period(span: str, month: int) -> str:
    year, within = divmod(month, 12)
    names = {"month": f"{year:04}-{within + 1:02}", "quarter": f"{year:04}-q{within // 3 + 1}", "year": f"{year:04}"}
    return names.get(span, f"{year:04}s")
