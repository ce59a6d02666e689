"""No word that is like another is kept out by its signature."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import Levenshtein

from search_index.postings.signatures import Signatures

WORDS = st.text("abcdeé中", min_size=1, max_size=12)


@given(st.lists(WORDS, max_size=40), WORDS, st.integers(1, 2))
def test_every_word_that_is_near_is_found(words: list[str], word: str, distance: int) -> None:
    near = Signatures(words).near(word, distance)
    assert near == sorted(near)
    assert {n for n, other in enumerate(words) if Levenshtein.distance(word, other) <= distance} <= set(near)


@pytest.mark.parametrize("word", ["", "a", "harbours" * 9])
def test_words_of_any_size_may_be_asked_for(word: str) -> None:
    assert Signatures([]).near(word, 1) == []
    assert Signatures(["harbour", "market"]).near(word, 1) == []


def test_other_words_are_kept_out_unless_they_have_the_same_letters() -> None:
    assert Signatures(["market", "harbour", "harbours", "labour", "harm", "hourbar"]).near("harbor", 1) == [1, 5]
