"""Carry out a query over a snapshot: every step works on whole arrays of documents, none on one document at a time.

Terms, phrases, And, Or and Not are Whoosh's own, and give what Whoosh gives for them: the same documents with the same
BM25F scores (bm25.py), for a phrase the sum of its words'. All words with a prefix, and all similar ones, are scored as
if they were one word, where Whoosh would score them all alike.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import reduce
from typing import Any

import numpy as np

from search_index import bm25
from search_index.answers.found import NOTHING, Found, all_of, any_of, without
from search_index.arrays import Floats, is_dense, summed
from search_index.postings.segments import Postings, Stored
from search_index.queries.leaves import Alike, Anything, Chosen, Figures, Marked, Pattern, Prefix, Similar, Within
from search_index.schema import NAME_FIELDS
from search_index.snapshot import Snapshot, all_postings
from search_index.terms.dates import DAY
from search_index.whoosh_quietly import query


class Abandoned(Exception):  # noqa: N818  # not an error: a newer search is wanted
    """A newer search has been asked for."""


class Evaluator:
    """Evaluates queries over one snapshot; `still_wanted` is asked between the steps whether to go on."""

    def __init__(self, snapshot: Snapshot, still_wanted: Callable[[], bool] = lambda: True) -> None:
        self._snapshot = snapshot
        self._still_wanted = still_wanted
        self._marks: dict[Any, Found] = {}  # the library is asked once, however often a query names a mark
        self._steps: dict[type, Callable[[Any], Found]] = {
            query.Term: self._term,
            query.Phrase: self._phrase,
            query.And: self._and,
            query.Or: self._or,
            query.DisjunctionMax: self._best,
            query.Not: self._not,
            Prefix: self._prefix,
            Similar: self._alike,
            Pattern: self._alike,
            Within: self._within,
            Figures: self._figures,
            Marked: self._marked,
            Chosen: lambda chosen: Found(chosen.docs()),
            Anything: self._anything,
        }

    def find(self, asked: Any) -> Found:
        """Return what a query finds among the living documents. Raises Abandoned."""
        if not self._still_wanted():
            raise Abandoned
        return self._steps[type(asked)](asked)

    # Words

    def _term(self, term: Any) -> Found:
        return self._scored(term.fieldname, self._snapshot.postings(term.fieldname, term.text))

    def _scored(self, field: str, postings: Postings, frequency: int | None = None) -> Found:
        """Return documents as a word scores them that `frequency` documents have, by default these."""
        docs, weights = postings
        if not len(docs):
            return NOTHING
        if field != "text" and field not in NAME_FIELDS:
            return Found(docs, alike=1.0)  # a document has a key or has not
        idf = bm25.idf(self._snapshot.live_count, frequency or len(docs))
        norms = self._snapshot.norms(field)
        return Found(docs, lambda chosen: bm25.scores(weights[chosen], norms[docs[chosen]], idf))

    def _phrase(self, phrase: Any) -> Found:
        words = list(phrase.words)
        if len(words) < 2:
            return self._term(query.Term(phrase.fieldname, words[0]))
        docs, weights, frequencies = self._snapshot.phrase(phrase.fieldname, words)
        if not len(docs):
            return NOTHING
        parts = [
            self._scored(phrase.fieldname, Postings(docs, of_word), frequency)
            for of_word, frequency in zip(weights, frequencies, strict=True)
        ]
        return Found(docs, lambda chosen: reduce(np.add, [part.scores_of(chosen) for part in parts]))

    def _prefix(self, prefix: Any) -> Found:
        return self._scored(prefix.fieldname, self._summed(self._snapshot.with_prefix(prefix.fieldname, prefix.text)))

    def _alike(self, alike: Alike) -> Found:
        snapshot, field = self._snapshot, alike.fieldname
        of_segments = zip(snapshot.parts, alike.numbers_of(snapshot), strict=True)
        parts = [(base, segment.postings_of(field, numbers)) for (base, segment), numbers in of_segments]
        return self._scored(field, self._summed(parts))

    def _summed(self, parts: list[tuple[int, Stored]]) -> Postings:
        """Return many words' postings as those of one word: in each document their weights together."""
        snapshot = self._snapshot
        docs, weights = all_postings(parts)
        if is_dense(len(docs), snapshot.count):
            sums: Floats = np.asarray(np.bincount(docs, weights, minlength=snapshot.count), np.float64)
            if not snapshot.whole:
                sums *= snapshot.live
            found = (sums > 0).nonzero()[0]
            return Postings(found, sums[found])
        found, sums = summed(docs, weights)
        if snapshot.whole:
            return Postings(found, sums)
        alive = snapshot.live[found]
        return Postings(found[alive], sums[alive])

    # Sets

    def _within(self, within: Any) -> Found:
        if within.column == "date":
            dates = self._snapshot.dates
            chosen = (dates >= within.first * DAY) & (dates < (within.last + 1) * DAY) & (dates > 0)
            return Found(np.flatnonzero(chosen & self._snapshot.live))
        return Found(self._snapshot.between(within.column, within.first, within.last))

    def _figures(self, figures: Any) -> Found:
        inside = self._snapshot.between("figure", figures.first, figures.last)
        around = self._snapshot.enclosing("span", figures.first, figures.last)
        return Found(np.union1d(inside, around) if len(around) else inside)

    def _marked(self, marked: Any) -> Found:
        if marked not in self._marks:
            self._marks[marked] = Found(self._snapshot.numbered(marked.ids()))
        return self._marks[marked]

    def _anything(self, _: Any) -> Found:
        return Found(np.flatnonzero(self._snapshot.live))

    # Combinations

    def _and(self, both: Any) -> Found:
        wanted = [q for q in both.subqueries if not isinstance(q, query.Not)]
        unwanted = [q for q in both.subqueries if isinstance(q, query.Not)]
        count = self._snapshot.count
        found = all_of([self.find(q) for q in wanted], count) if wanted else self._anything(None)
        for q in unwanted:
            found = without(found, self.find(q.query), count)
        return found

    def _or(self, either: Any) -> Found:
        return any_of([self.find(q) for q in either.subqueries], np.add, self._snapshot.count)

    def _best(self, either: Any) -> Found:
        return any_of([self.find(q) for q in either.subqueries], np.maximum, self._snapshot.count)

    def _not(self, unwanted: Any) -> Found:
        return without(self._anything(None), self.find(unwanted.query), self._snapshot.count)
