from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from search_index.terms.figures import figure_term, numbers_in

NUMBERS = st.floats(allow_nan=False, allow_infinity=False)


@given(NUMBERS, NUMBERS)
def test_terms_sort_as_numbers(one: float, other: float) -> None:
    first, second = figure_term("USD", one), figure_term("USD", other)
    assert (first < second) == (one < other)
    assert (first == second) == (one == other)


@given(st.lists(NUMBERS))
def test_numbers_are_read_from_their_terms(numbers: list[float]) -> None:
    assert numbers_in([figure_term("USD", number).encode() for number in numbers]).tolist() == numbers
