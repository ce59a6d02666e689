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
    from rapidfuzz.process import cdist

    alike = [dictionary.signatures.near(word, distance) for dictionary in dictionaries]
    words = [d.words[number] for d, numbers in zip(dictionaries, alike, strict=True) for number in numbers]
    distances = iter(cdist([word], words, scorer=Levenshtein.distance, score_cutoff=distance)[0].tolist())
    return [[number for number in numbers if next(distances) <= distance] for numbers in alike]


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
