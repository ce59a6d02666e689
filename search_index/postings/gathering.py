"""The words of documents on their way into postings: kept as numbers while documents come, and made postings at once.

Whoosh's own way, a tuple for each posting of each document, takes Python through every word several times. Here every
word is looked up once, and the rest is steps over arrays of all documents. What comes out is what `Words.index` says.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from search_index.arrays import Ints, order_of
from search_index.postings.runs import Run, bounds_of
from search_index.schema import GAP, FieldText, stretches
from search_index.terms import analysis


class _Numbers(dict[str, int]):
    """The numbers of words as they are written; `number` gives one to a word that is new."""

    def __init__(self, number: Callable[[str], int]) -> None:
        self._number = number

    def __missing__(self, surface: str) -> int:
        number = self[surface] = self._number(surface)
        return number


class Vocabulary:
    """The words that documents have, by their numbers: of each how many positions it takes, and its terms there."""

    def __init__(self) -> None:
        self.terms: dict[str, int] = {}
        self.widths = array("I")  # of each word its positions
        self.starts = array("I", [0])  # where its terms begin in the two that follow, and where the last one's end
        self.of_words = array("I")  # terms, by their numbers
        self.offsets = array("I")  # the position of each within its word
        self._with_singular = _Numbers(lambda surface: self._add(surface, True))
        self._as_written = _Numbers(lambda surface: self._add(surface, False))

    def _add(self, surface: str, with_singular: bool) -> int:
        rows = analysis.index_rows(surface, with_singular)
        for offset, terms in enumerate(rows):
            for term in terms:
                self.of_words.append(self.terms.setdefault(term, len(self.terms)))
                self.offsets.append(offset)
        self.widths.append(len(rows))
        self.starts.append(len(self.of_words))
        return len(self.widths) - 1

    def numbers(self, surfaces: Sequence[str], english: bool, names: frozenset[str]) -> list[int]:
        """Return the numbers of words; those of a text that is not English, and names, have no singular."""
        as_written, with_singular = self._as_written, self._with_singular
        if not english:
            return [as_written[surface] for surface in surfaces]
        if not names:
            return [with_singular[surface] for surface in surfaces]
        return [as_written[surface] if surface in names else with_singular[surface] for surface in surfaces]


class GatheredWords:
    """The words of a field as documents bring them, stretch by stretch of one weight."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._words = array("I")
        self._sizes = array("I")  # of each stretch its words,
        self._gaps = array("I")  # the positions that stay free after it,
        self._weights = array("f")  # what each of its words weighs,
        self._docs = array("I")  # and its document

    def add(self, doc: int, value: FieldText) -> int:
        """Take the words of a document, and return how many positions they have."""
        first = len(self._words)
        for section in value.sections:
            for text, weight in stretches(section):
                found = self._vocabulary.numbers(analysis.surfaces(text), value.english, value.names)
                self._words.extend(found)
                self._sizes.append(len(found))
                self._gaps.append(0)
                self._weights.append(weight)
                self._docs.append(doc)
            self._gaps[-1] = GAP
        return sum(map(self._vocabulary.widths.__getitem__, self._words[first:]))

    def run(self) -> Run:
        """Return the postings of all documents, sorted."""
        vocabulary = self._vocabulary
        words = np.frombuffer(self._words, np.uint32).astype(np.int64)
        docs, positions, weights = self._placed(words)
        starts = np.frombuffer(vocabulary.starts, np.uint32).astype(np.int64)
        # A word has several terms: each occurrence of it becomes as many.
        counts = np.diff(starts)[words]
        ends = np.cumsum(counts)
        total = int(ends[-1]) if len(ends) else 0
        places = np.arange(total) + np.repeat(starts[words] - (ends - counts), counts)
        terms = np.frombuffer(vocabulary.of_words, np.uint32)[places]
        positions = np.repeat(positions, counts) + np.frombuffer(vocabulary.offsets, np.uint32)[places]
        names, ranks = self._ranked(terms)
        order = order_of(ranks)  # documents and positions came in order, and stay so within a term
        ranks, docs, weights = ranks[order], np.repeat(docs, counts)[order], np.repeat(weights, counts)[order]
        begins = np.flatnonzero((np.diff(ranks, prepend=-1) != 0) | (np.diff(docs, prepend=-1) != 0))
        of_terms = bounds_of(np.bincount(ranks[begins], minlength=len(names)))
        sizes = np.diff(begins, append=total).astype(np.uint32)
        return Run(
            names,
            of_terms,
            docs[begins].astype(np.uint32),
            np.add.reduceat(weights, begins).astype(np.float32) if total else np.zeros(0, np.float32),
            sizes,
            positions[order].astype(np.uint32),
            bounds_of(sizes)[of_terms],
        )

    def _placed(self, words: Ints) -> tuple[Ints, Ints, NDArray[np.float64]]:
        """Return of each word its document, its first position there, and its weight."""
        sizes = np.frombuffer(self._sizes, np.uint32).astype(np.int64)
        docs = np.frombuffer(self._docs, np.uint32).astype(np.int64)
        before = bounds_of(np.frombuffer(self._vocabulary.widths, np.uint32)[words])  # positions before each word
        lasts = np.cumsum(sizes)
        firsts = lasts - sizes
        taken = before[lasts] - before[firsts] + np.frombuffer(self._gaps, np.uint32)
        begins = np.cumsum(taken) - taken  # of each stretch
        new = np.flatnonzero(np.diff(docs, prepend=-1) != 0)
        begins -= np.repeat(begins[new], np.diff(new, append=len(docs)))  # counted from that of its document
        positions = before[:-1] + np.repeat(begins - before[firsts], sizes)
        weights = np.frombuffer(self._weights, np.float32).astype(np.float64)
        return np.repeat(docs, sizes), positions, np.repeat(weights, sizes)

    def _ranked(self, terms: NDArray[np.uint32]) -> tuple[list[bytes], Ints]:
        """Return the terms that occur, in order, and the rank of each occurrence."""
        every = list(self._vocabulary.terms)
        used = np.flatnonzero(np.bincount(terms, minlength=len(every))).tolist()
        used.sort(key=every.__getitem__)  # code points are in the order of their bytes
        ranks = np.zeros(len(every), np.int64)
        ranks[used] = np.arange(len(used))
        return [every[number].encode() for number in used], ranks[terms]
