"""Facets: which documents have which value, and exact counts over any set of documents."""

from __future__ import annotations

from collections import defaultdict
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from briefs.tables import Tables
from briefs.text import fold
from search_index.dates import MONTHS
from search_index.results import FacetCount, FacetName
from search_index.schema import facet_value
from search_index.segments import Ints
from search_index.snapshot import Snapshot

FIELDS: dict[FacetName, str] = {
    "country": "in_country",
    "company": "in_company",
    "publisher": "in_publisher",
    "month": "in_month",
}


class Facet(NamedTuple):
    """The values of a facet with their labels, and for each document of a value the number of that value."""

    values: list[str]
    labels: list[str]
    docs: Ints
    owners: Ints

    def chosen(self, wanted: tuple[str, ...]) -> set[int]:
        """Return the numbers of the values that are wanted, by value or by label."""
        folded = {fold(w) for w in wanted}
        found = {n for n, v in enumerate(self.values) if v in wanted or fold(v) in folded}
        return found | {n for n, label in enumerate(self.labels) if fold(label) in folded}

    def mask(self, wanted: set[int], count: int) -> NDArray[np.bool_]:
        """Return which of `count` documents have one of the values."""
        mask = np.zeros(count, np.bool_)
        mask[self.docs[np.isin(self.owners, sorted(wanted))]] = True
        return mask

    def counts(self, mask: NDArray[np.bool_]) -> Ints:
        """Return for each value how many documents of `mask` have it."""
        return np.bincount(self.owners[mask[self.docs]], minlength=len(self.values)).astype(np.int64, copy=False)


def read_facet(snapshot: Snapshot, field: str) -> Facet:
    """Return the facet of a field; a value that goes by several labels has the most frequent one."""
    numbers: dict[str, int] = {}
    labels: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    docs: list[Ints] = []
    owners: list[Ints] = []
    for base, segment in zip(snapshot.bases, snapshot.segments, strict=False):
        found = segment.term_range(field)
        sizes = np.diff(found.starts)
        of_terms: list[int] = []
        for term, size in zip(found.terms, sizes.tolist(), strict=True):
            value, label = facet_value(term.decode())
            labels[value][label] += size
            of_terms.append(numbers.setdefault(value, len(numbers)))
        docs.append(found.docs + base)
        owners.append(np.repeat(np.array(of_terms, np.int64), sizes))
    empty = np.zeros(0, np.int64)
    return Facet(
        list(numbers),
        [min(labels[value].items(), key=lambda item: (-item[1], item[0]))[0] for value in numbers],
        np.concatenate(docs) if docs else empty,
        np.concatenate(owners) if owners else empty,
    )


def facet_of_tags(snapshot: Snapshot, tagged: dict[str, set[str]]) -> Facet:
    """Return the facet of the reader's tags, from the identifiers that each tag is given to."""
    docs = [snapshot.numbered(ids) for ids in tagged.values()]
    owners = [np.full(len(d), number, np.int64) for number, d in enumerate(docs)]
    empty = np.zeros(0, np.int64)
    return Facet(
        list(tagged),
        list(tagged),
        np.concatenate(docs) if docs else empty,
        np.concatenate(owners) if owners else empty,
    )


def listed(
    name: FacetName, facet: Facet, counts: Ints, wanted: tuple[str, ...], tables: Tables
) -> tuple[FacetCount, ...]:
    """Return the values that have hits or are chosen: most hits first, months newest first."""
    chosen = facet.chosen(wanted) if wanted else set()
    rows: list[FacetCount] = []
    for number in np.flatnonzero(counts).tolist() + sorted(n for n in chosen if not counts[n]):
        value = facet.values[number]
        label = _label(name, value, facet.labels[number], tables)
        rows.append(FacetCount(value, label, int(counts[number]), number in chosen))
    known = {fold(text) for n in chosen for text in (facet.values[n], facet.labels[n])}
    rows += [FacetCount(w, _label(name, w, w, tables), 0, True) for w in wanted if fold(w) not in known]
    if name == "month":
        return tuple(sorted(rows, key=lambda row: row.value, reverse=True))
    return tuple(sorted(rows, key=lambda row: (-row.count, fold(row.label), row.value)))


def _label(name: FacetName, value: str, label: str, tables: Tables) -> str:
    if name == "country":
        country = tables.country_by_code.get(value.upper())
        return country.name if country else value
    if name == "month" and len(value) == 7 and value[5:].isdecimal() and 1 <= int(value[5:]) <= 12:
        return f"{MONTHS[int(value[5:]) - 1].capitalize()} {value[:4]}"
    return label
