"""Facets: which documents have which value, and exact counts over any set of documents."""

from __future__ import annotations

from collections import defaultdict

import numpy as np
from numpy.typing import NDArray

from briefs.tables import Tables
from briefs.text import fold
from search_index.answers.grouping import Groups
from search_index.arrays import Ints, joined
from search_index.queries.dates import MONTHS
from search_index.results import FacetCount, FacetName
from search_index.schema import facet_value
from search_index.snapshot import Snapshot

FIELDS: dict[FacetName, str] = {
    "country": "in_country",
    "company": "in_company",
    "publisher": "in_publisher",
    "month": "in_month",
}
MENTIONED: dict[FacetName, str] = {"country": "country", "company": "with_company"}


class Facet:
    """The values of a facet with their labels, and their postings: pairs of a document and the ordinal of its value."""

    def __init__(self, name: FacetName, values: list[str], labels: list[str], docs: Ints, ordinals: Ints) -> None:
        self._name = name
        self.values = values
        self.labels = labels
        self._docs = docs
        self._ordinals = ordinals
        self._folded = [fold(value) for value in values]
        self._folded_labels = [fold(label) for label in labels]
        ordered = sorted(range(len(values)), key=lambda n: (self._folded_labels[n], values[n]))
        if name == "month":
            ordered = sorted(range(len(values)), key=lambda n: values[n], reverse=True)
        self.ranks: Ints = np.empty(len(values), np.int64)  # the place of each value among them all by its label
        self.ranks[ordered] = np.arange(len(values))

    def chosen(self, wanted: tuple[str, ...]) -> set[int]:
        """Return the numbers of the values that are wanted, by value or by label."""
        folded = {fold(w) for w in wanted}
        pairs = zip(self._folded, self._folded_labels, strict=True)
        return {n for n, (value, label) in enumerate(pairs) if value in folded or label in folded}

    def mask(self, wanted: set[int], count: int) -> NDArray[np.bool_]:
        """Return which of `count` documents have one of the values."""
        mask = np.zeros(count, np.bool_)
        mask[self._docs[np.isin(self._ordinals, sorted(wanted))]] = True
        return mask

    def counts(self, mask: NDArray[np.bool_], groups: Groups | None = None) -> Ints:
        """Return for each value how many documents of `mask` have it; with `groups`, how many stories among them."""
        having = mask[self._docs]
        ordinals = self._ordinals[having]
        if groups is not None:
            stories = groups.stories(self._docs[having])
            told = stories >= 0
            span = int(stories.max(initial=0)) + 1
            once = np.unique(ordinals[told] * span + stories[told]) // span
            ordinals = np.concatenate([ordinals[~told], once])
        return np.bincount(ordinals, minlength=len(self.values)).astype(np.int64, copy=False)

    def by_period(self, mask: NDArray[np.bool_], periods: Ints, count: int) -> Ints:
        """Return a row for each value: how many documents of `mask` have it in each of `count` periods.

        `periods` are those of the documents; -1 is in none.
        """
        having = mask[self._docs] & (periods[self._docs] >= 0)
        places = self._ordinals[having] * count + periods[self._docs[having]]
        return np.bincount(places, minlength=len(self.values) * count).reshape(len(self.values), count)

    def newest(self, mask: NDArray[np.bool_], dates: Ints) -> Ints:
        """Return for each value the latest of the dates of the documents of `mask` that have it; 0 where none has."""
        having = mask[self._docs]
        latest = np.zeros(len(self.values), np.int64)
        np.maximum.at(latest, self._ordinals[having], dates[self._docs[having]])
        return latest

    def listed(self, counts: Ints, wanted: tuple[str, ...], tables: Tables) -> tuple[FacetCount, ...]:
        """Return the values that have hits or are chosen: most hits first, months newest first."""
        chosen = self.chosen(wanted) if wanted else set()
        shown = counts > 0
        shown[sorted(chosen)] = True
        numbers = np.flatnonzero(shown)
        keys = (self.ranks[numbers],) if self._name == "month" else (self.ranks[numbers], -counts[numbers])
        numbers = numbers[np.lexsort(keys)]
        rows = [
            FacetCount(self.values[n], self.labels[n], count, n in chosen)
            for n, count in zip(numbers.tolist(), counts[numbers].tolist(), strict=True)
        ]
        known = {text for n in chosen for text in (self._folded[n], self._folded_labels[n])}
        rows += [FacetCount(w, label_of(self._name, w, w, tables), 0, True) for w in wanted if fold(w) not in known]
        return tuple(rows)


def read_facet(snapshot: Snapshot, name: FacetName, tables: Tables, mentioned: bool = False) -> Facet:
    """Return a facet, with `mentioned` of those too that are not main ones.

    A value that goes by several labels has the most frequent one.
    """
    field = MENTIONED.get(name, FIELDS[name]) if mentioned else FIELDS[name]
    numbers: dict[str, int] = {}
    labels: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    docs: list[Ints] = []
    ordinals: list[Ints] = []
    for found in snapshot.term_ranges(field):
        of_terms: list[int] = []
        for term, count in zip(found.terms, found.counts.tolist(), strict=True):
            value, label = facet_value(term.decode())
            labels[value][label] += count
            of_terms.append(numbers.setdefault(value, len(numbers)))
        docs.append(found.docs)
        ordinals.append(found.spread(np.array(of_terms, np.int64)))
    named = {v: min(labels[v].items(), key=lambda item: (-item[1], item[0]))[0] for v in numbers}
    return Facet(
        name,
        # a publisher goes by its name, however others write it
        list(named.values() if name == "publisher" else numbers),
        [label_of(name, value, label, tables) for value, label in named.items()],
        joined(docs),
        joined(ordinals),
    )


def facet_of_tags(snapshot: Snapshot, tagged: dict[str, set[str]]) -> Facet:
    """Return the facet of the reader's tags, from the identifiers that each tag is given to."""
    docs = [snapshot.numbered(ids) for ids in tagged.values()]
    ordinals = [np.full(len(d), number, np.int64) for number, d in enumerate(docs)]
    return Facet("tag", list(tagged), list(tagged), joined(docs), joined(ordinals))


def label_of(name: FacetName, value: str, label: str, tables: Tables) -> str:
    """Return what a value is called on screen."""
    if name == "country":
        country = tables.country_by_code.get(value.upper())
        return country.name if country else value
    if name == "month" and len(value) == 7 and value[5:].isdecimal() and 1 <= int(value[5:]) <= 12:
        return f"{MONTHS[int(value[5:]) - 1].capitalize()} {value[:4]}"
    return label
