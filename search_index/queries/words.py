"""The words of a leaf: what of them is a term, where a word is still open, and which nobody insists on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from briefs.text import fold
from search_index.queries.nodes import Leaf, LeafNode
from search_index.terms import analysis
from search_index.terms.analysis import STOP_WORDS, Part, Word
from search_index.terms.plurals import irregular_of


def words_in(leaf: Leaf, name: str) -> Iterator[tuple[Leaf, tuple[str, str]]]:
    """Yield the words within the quotation marks of a phrase that have one part, each as a leaf, with their terms."""
    for match in analysis.words(leaf.text):
        parts = analysis.analysed(match.group()).parts
        if len(parts) == 1 and not analysis.is_unspaced(parts[0]):
            start = leaf.start + 1 + match.start()
            word = leaf._replace(text=match.group(), start=start, end=start + len(match.group()))
            yield word, (name, parts[0].terms[0])


def terms_in_a_row(parts: list[Part]) -> list[str]:
    """Return one term for each position; where characters follow each other unspaced, the pair that begins there."""
    terms: list[str] = []
    for number, part in enumerate(parts):
        if analysis.is_unspaced(part) and len(part.terms) > 1:
            terms.append(part.terms[1])
        elif analysis.is_unspaced(part) and number == len(parts) - 1 and number and len(parts[number - 1].terms) > 1:
            break  # the pair before has it
        else:
            terms.append(part.terms[0])
    return terms


def other_numbers(word: Word, name: str) -> tuple[str, ...]:
    """Return what means the same as a word in the field `name`: its singular, and what is no regular plural of it.

    The index has the regular singulars of plurals; of the others it has only what is written.
    """
    singular = (word.singular,) if word.singular else ()
    other = irregular_of(word.parts[0].terms[0]) if len(word.parts) == 1 and name in ("text", "title") else ""
    return (*singular, other) if other else singular


def is_stop(node: Any) -> bool:
    """Tell whether a node is a word that nobody insists on: without a field a stop word, or what has no letters."""
    if not isinstance(node, LeafNode) or node.fieldname is not None or node.kind != "word":
        return False
    found = list(analysis.words(node.text))
    if len(found) > 1:
        return False
    return not found or (fold(found[0].group()) in STOP_WORDS and not found[0].group().isupper())


def continues(text: str) -> bool:
    """Tell whether a word is still open at its end: "U.S." is not, "deepse" is."""
    return text[-1:].isalnum()
