"""BM25F as Whoosh computes it, by steps over arrays.

The score of a document for a word is `idf * weight * (K1 + 1) / (weight + norm)`. The weight is the sum of the weights
of the word's occurrences in the document, which is what makes it BM25F: one field holds the sections of all weights
(Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond", 2009). The norm is larger for longer
documents. That of several words is the sum of theirs.
"""

from __future__ import annotations

from math import log
from typing import Any

import numpy as np
from numpy.typing import NDArray

from search_index.arrays import Floats

K1, B = 1.2, 0.75  # Whoosh's: how soon further occurrences say nothing new, how much the length counts


def idf(documents: int, frequency: int) -> float:
    """Return how much a word tells that `frequency` of `documents` have."""
    return log(documents / (frequency + 1)) + 1


def norms(lengths: Floats, average: float) -> Floats:
    """Return the norms of documents of some lengths, in words, where they have `average` words."""
    return K1 * ((1 - B) + B * lengths / average)


def scores(weights: NDArray[np.floating[Any]], norms: Floats, idf: float) -> Floats:
    """Return the scores of documents for a word, in the place of `norms`, which are overwritten."""
    norms += weights
    np.divide(weights, norms, out=norms)
    norms *= idf * (K1 + 1)
    return norms
