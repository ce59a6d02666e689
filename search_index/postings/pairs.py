"""Pairs of words: what a phrase of two words finds, kept beside the words of a field as postings of their own.

A name is mostly asked for as it is written, "upstage motors", and its second word is often one that thousands of others
have too. So the fields of names have an index of next words (Williams, Zobel and Bahle, "Fast phrase querying with
combined indexes", 2004): of each word and each that stands after it two terms, with the documents where they do. The
first has the weights that the first word has in these documents, the other those of the second: all that a score needs.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from search_index.arrays import beginnings, order_of
from search_index.postings.runs import Chunk, Run, bounds_of

_SEPARATOR = b"\0"  # is in no word, and before all that is


def pair_field(field: str) -> str:
    """Return the name under which the pairs of a field are kept."""
    return f"{field} pairs"


def is_pair_field(field: str) -> bool:
    """Tell whether a field is one of pairs."""
    return field.endswith(" pairs")


def pair_term(first: bytes, second: bytes) -> bytes:
    """Return the term of a pair that has the weights of its first word; the next term has those of its second."""
    return first + _SEPARATOR + second


def pairs_of(terms: list[bytes], chunks: Sequence[Chunk]) -> Run:
    """Return the postings of all pairs in a field, given its terms in order and all their postings, one chunk at least.

    Its terms are empty where no word stands after another.
    """
    of_terms, docs, weights, counts, positions = (np.concatenate(part) for part in zip(*chunks, strict=True))
    postings = np.repeat(np.arange(len(docs)), counts)  # of each place the posting that it belongs to
    places = (docs[postings].astype(np.int64) << 32) + positions
    order = np.argsort(places, kind="stable")
    places, postings = places[order], postings[order]
    # Several terms may stand at a place, and several at the next: each makes a pair with each.
    lows = places.searchsorted(places + 1)
    nexts = places.searchsorted(places + 1, side="right") - lows
    firsts = np.repeat(postings, nexts)
    seconds = postings[np.arange(len(firsts)) + np.repeat(lows - (np.cumsum(nexts) - nexts), nexts)]
    numbers, ranks = np.unique(of_terms[firsts] * len(terms) + of_terms[seconds], return_inverse=True)
    order = order_of(ranks)  # documents came in order, and stay so within a pair
    ranks, firsts, seconds = ranks[order], firsts[order], seconds[order]
    once = beginnings((ranks << 32) + docs[firsts])
    ranks, firsts, seconds = ranks[once], firsts[once], seconds[once]
    both = np.concatenate([2 * ranks, 2 * ranks + 1])
    order = order_of(both)
    names: list[bytes] = []
    for first, second in zip(*(part.tolist() for part in np.divmod(numbers, max(1, len(terms)))), strict=True):
        term = pair_term(terms[first], terms[second])
        names += (term, term + _SEPARATOR)
    nothing = np.zeros(len(both), np.uint32)
    return Run(
        names,
        bounds_of(np.bincount(both, minlength=len(names))),
        np.tile(docs[firsts], 2)[order],
        np.concatenate([weights[firsts], weights[seconds]])[order],
        nothing,
        nothing[:0],
        np.zeros(len(names) + 1, np.int64),
    )
