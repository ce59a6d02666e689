"""Terms that are like a word: at most so many edits away, or of the same letters but for some that are left open.

An edit is an insertion, a deletion or a change of a letter (Levenshtein). It changes at most two bits of a word's
signature, so most terms are ruled out by theirs, all at once. The distance of the few that are left is computed by
rapidfuzz, for 64 letters in a step (Hyyrö 2003).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from search_index.postings.dictionary import Dictionary, after_prefix


def similar_terms(dictionaries: Sequence[Dictionary], word: str, distance: int) -> list[list[int]]:
    """Return of each dictionary the numbers of its terms at most `distance` edits from `word`, in order."""
    from rapidfuzz.distance import Levenshtein

    def is_similar(term: str) -> bool:
        return Levenshtein.distance(word, term, score_cutoff=distance) <= distance

    return [[n for n in d.signatures.near(word, distance) if is_similar(d.words[n])] for d in dictionaries]


def matching_terms(dictionaries: Sequence[Dictionary], pattern: str) -> list[list[int]]:
    """Return of each dictionary the numbers of its terms that are `pattern`, in order.

    In it "?" stands for any character, and "*" at its end for any more of them.
    """
    head = pattern.partition("?")[0].encode()
    wanted = re.compile(re.escape(pattern).replace(r"\?", ".").replace(r"\*", ".*"), re.DOTALL)
    found: list[list[int]] = []
    for dictionary in dictionaries:
        low = dictionary.at_or_after(head)
        high = dictionary.at_or_after(after) if (after := after_prefix(head)) else dictionary.count
        terms = enumerate(dictionary.slice(low, high), low)
        found.append([number for number, term in terms if wanted.fullmatch(term.decode())])
    return found
