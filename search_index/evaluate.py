"""Carry out a query over a snapshot: every step works on whole arrays of documents, none on one document at a time.

The queries are Whoosh's own, and give what Whoosh gives for them: the same documents with the same BM25F scores, for a
phrase the sum of its words'. Prefixes and similar words are scored as one word that stands for all it opens onto,
where Whoosh would score them all alike.
"""

from __future__ import annotations

from collections.abc import Callable
from math import log
from typing import Any, NamedTuple

import numpy as np

from search_index.leaves import Anything, Marked, Nothing, Opening, Similar, Within
from search_index.schema import NAME_FIELDS
from search_index.segments import NO_POSTINGS, Floats, Ints, Postings
from search_index.snapshot import Snapshot
from search_index.whoosh_quietly import query

_K1 = 1.2
_DENSE = 16  # from a 16th of the index on, documents are marked in a row of all rather than looked up


class Found(NamedTuple):
    """Documents in order, and their scores."""

    docs: Ints
    scores: Floats


_NOTHING = Found(NO_POSTINGS.docs, NO_POSTINGS.weights)


class Abandoned(Exception):  # noqa: N818  # not an error: a newer search is wanted
    """A newer search has been asked for."""


class Evaluator:
    """Evaluates queries over one snapshot; `wanted` is asked between the steps whether to go on."""

    def __init__(self, snapshot: Snapshot, wanted: Callable[[], bool] = lambda: True) -> None:
        self._snapshot = snapshot
        self._wanted = wanted
        self._steps: dict[type, Callable[[Any], Found]] = {
            query.Term: self._term,
            query.Phrase: self._phrase,
            query.Prefix: self._prefix,
            query.And: self._and,
            query.Or: self._or,
            query.DisjunctionMax: self._best,
            query.Not: self._not,
            query.AndNot: self._and_not,
            Opening: self._opening,
            Similar: self._similar,
            Within: self._within,
            Marked: self._marked,
            Anything: self._anything,
            Nothing: lambda _: _NOTHING,
        }

    def find(self, wanted: Any) -> Found:
        """Return what `wanted` finds among the living documents. Raises Abandoned."""
        if not self._wanted():
            raise Abandoned
        return self._steps[type(wanted)](wanted)

    # Words

    def _term(self, term: Any) -> Found:
        return self._scored(term.fieldname, self._snapshot.postings(term.fieldname, term.text))

    def _scored(self, field: str, postings: Postings) -> Found:
        docs, weights = postings
        if not len(docs):
            return _NOTHING
        if field != "text" and field not in NAME_FIELDS:
            return Found(docs, weights)
        idf = log(self._snapshot.live_count / (len(docs) + 1)) + 1
        return Found(docs, idf * ((weights * (_K1 + 1)) / (weights + self._snapshot.norms(field)[docs])))

    def _phrase(self, phrase: Any) -> Found:
        words = list(phrase.words)
        found = self._and_of([self._term(query.Term(phrase.fieldname, word)) for word in words])
        if len(words) < 2 or not len(found.docs):
            return found
        # A place of the first word is the number of its document times a span no text reaches, plus its position:
        # the phrase stands where every next word's places, moved back, meet.
        span = 1 << 32
        owners, places = self._snapshot.positions(phrase.fieldname, words[0], found.docs)
        starts = owners * span + places
        for distance, word in enumerate(words[1:], start=1):
            owners, places = self._snapshot.positions(phrase.fieldname, word, found.docs)
            nexts = owners * span + places - distance
            if not len(nexts):
                return _NOTHING
            found_at = np.searchsorted(nexts, starts)  # both are in order
            found_at[found_at == len(nexts)] = 0
            starts = starts[nexts[found_at] == starts]
        kept = np.unique(starts // span)
        return Found(found.docs[kept], found.scores[kept])

    def _prefix(self, prefix: Any) -> Found:
        """As Whoosh: every document that has such a word, all with the same score."""
        docs = self._opened(prefix.fieldname, prefix.text).docs
        return Found(docs, np.full(len(docs), float(prefix.boost)))

    def _opening(self, opening: Any) -> Found:
        return self._scored(opening.fieldname, self._opened(opening.fieldname, opening.text))

    def _opened(self, field: str, prefix: str) -> Postings:
        return self._summed(self._snapshot.opened_by(field, prefix))

    def _similar(self, similar: Any) -> Found:
        words = similar.words_of(self._snapshot)
        parts = [(0, self._snapshot.postings(similar.fieldname, word)) for word in words]
        return self._scored(similar.fieldname, self._summed(parts))

    def _summed(self, parts: list[tuple[int, Postings]]) -> Postings:
        """Return many words' postings as those of one word: in each document their weights together."""
        snapshot = self._snapshot
        if not any(len(p.docs) for _, p in parts):
            return NO_POSTINGS
        docs = np.concatenate([p.docs + base for base, p in parts])
        weights = np.concatenate([p.weights for _, p in parts])
        if self._is_dense(len(docs)):
            sums: Floats = np.asarray(np.bincount(docs, weights, minlength=snapshot.count), np.float64)
            if not snapshot.whole:
                sums *= snapshot.live
            found = np.flatnonzero(sums)
            return Postings(found, sums[found])
        found, places = np.unique(docs, return_inverse=True)
        sums = np.asarray(np.bincount(places, weights), np.float64)
        alive = snapshot.live[found]
        return Postings(found[alive], sums[alive])

    # Sets

    def _within(self, within: Any) -> Found:
        if within.column == "date":
            dates = self._snapshot.dates
            chosen = (dates >= within.first * 1441) & (dates < (within.last + 1) * 1441) & (dates > 0)
            return _unscored(np.flatnonzero(chosen & self._snapshot.live))
        return _unscored(self._snapshot.between(within.column, within.first, within.last))

    def _marked(self, marked: Any) -> Found:
        return _unscored(self._snapshot.numbered(marked.ids()))

    def _anything(self, _: Any) -> Found:
        return _unscored(np.flatnonzero(self._snapshot.live))

    # Combinations

    def _and(self, both: Any) -> Found:
        wanted = [q for q in both.subqueries if not isinstance(q, query.Not)]
        unwanted = [q for q in both.subqueries if isinstance(q, query.Not)]
        found = self._and_of([self.find(q) for q in wanted]) if wanted else self._anything(None)
        for q in unwanted:
            found = self._without(found, q.query)
        return found

    def _and_not(self, both: Any) -> Found:
        return self._without(self.find(both.a), both.b)

    def _without(self, found: Found, unwanted: Any) -> Found:
        """Return what of `found` the query `unwanted` does not find."""
        if not len(found.docs):
            return found
        kept = self._where(self.find(unwanted).docs, found.docs) < 0
        return Found(found.docs[kept], found.scores[kept])

    def _and_of(self, parts: list[Found]) -> Found:
        """Return what all of `parts` have, with their scores added in the order of `parts`."""
        if self._is_dense(min(len(p.docs) for p in parts)):
            having = np.zeros(self._snapshot.count, np.uint16)
            sums = np.zeros(self._snapshot.count)
            for part in parts:
                having[part.docs] += 1
                sums[part.docs] += part.scores
            docs = np.flatnonzero(having == len(parts))
            return Found(docs, sums[docs])
        docs = min((p.docs for p in parts), key=len)
        for part in parts:
            if len(docs) and part.docs is not docs:
                docs = docs[self._where(part.docs, docs) >= 0]
        scores = np.zeros(len(docs))
        for part in parts:
            scores += part.scores[self._where(part.docs, docs)] if len(docs) else 0.0
        return Found(docs, scores)

    def _is_dense(self, documents: int) -> bool:
        """Tell whether so many documents are better marked in a row of all than looked up one by one."""
        return documents * _DENSE > self._snapshot.count

    def _where(self, within: Ints, docs: Ints) -> Ints:
        """Return the index in `within` of each of `docs`, -1 where it is not there; both are in order."""
        if len(within) == len(docs) and np.array_equal(within, docs):
            return np.arange(len(docs))
        if not len(within):
            return np.full(len(docs), -1)
        places = np.searchsorted(within, docs)
        places[places == len(within)] = 0
        places[within[places] != docs] = -1
        return places

    def _or(self, either: Any) -> Found:
        parts = [self.find(q) for q in either.subqueries]
        return self._union(parts, np.add)

    def _best(self, either: Any) -> Found:
        parts = [self.find(q) for q in either.subqueries]
        return self._union(parts, np.maximum)

    def _union(self, parts: list[Found], combine: Any) -> Found:
        parts = [p for p in parts if len(p.docs)]
        if len(parts) < 2:
            return parts[0] if parts else _NOTHING
        if self._is_dense(sum(len(p.docs) for p in parts)):
            found = np.zeros(self._snapshot.count, np.bool_)
            every = np.zeros(self._snapshot.count)  # no score is less than 0
            for part in parts:
                found[part.docs] = True
                every[part.docs] = combine(every[part.docs], part.scores)
            docs = np.flatnonzero(found)
            return Found(docs, every[docs])
        docs = np.unique(np.concatenate([p.docs for p in parts]))
        scores = np.zeros(len(docs))
        for part in parts:
            places = np.searchsorted(docs, part.docs)
            scores[places] = combine(scores[places], part.scores)
        return Found(docs, scores)

    def _not(self, unwanted: Any) -> Found:
        alive = self._snapshot.live.copy()
        alive[self.find(unwanted.query).docs] = False
        return _unscored(np.flatnonzero(alive))


def _unscored(docs: Ints) -> Found:
    return Found(docs, np.zeros(len(docs)))
