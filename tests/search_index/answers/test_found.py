"""Sets of documents and their order: the quick ways give what the plain ones give."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from search_index import arrays
from search_index.answers import order
from search_index.answers.found import Found, all_of, any_of, without
from search_index.arrays import distinct, is_among, order_of
from search_index.results import Sort

COUNT = 60
sets = st.sets(st.integers(0, COUNT - 1)).map(sorted)


def scored(docs: list[int], factor: float) -> Found:
    numbers = np.array(docs, np.int64)
    scores = numbers * np.float64(factor)
    return Found(numbers, lambda chosen: scores[chosen])


@given(st.lists(sets, min_size=1, max_size=4), sets, st.sampled_from([0, 1, 16, 1000]))
def test_sets_are_those_of_python(parts: list[list[int]], unwanted: list[int], dense: int) -> None:
    given_parts = [scored(docs, 10.0**n) for n, docs in enumerate(parts)]
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(arrays, "_DENSE", dense)
        every = all_of(given_parts, COUNT)
        some = any_of(given_parts, np.add, COUNT)
        left = without(some, Found(np.array(unwanted, np.int64)), COUNT)
        expected = {d: sum(d * 10.0**n for n, docs in enumerate(parts) if d in docs) for p in parts for d in p}
        assert some.docs.tolist() == sorted(expected)
        assert every.docs.tolist() == sorted(set.intersection(*map(set, parts)))
        assert left.docs.tolist() == sorted(expected.keys() - set(unwanted))
        for result in (every, some, left):
            assert result.scores.tolist() == pytest.approx([expected[d] for d in result.docs.tolist()])
        last = np.arange(len(left))[-2:]
        assert left.at(last).scores_of(slice(None)).tolist() == left.scores[last].tolist()


def test_what_nothing_scores_has_no_score() -> None:
    assert Found(np.array([1, 4])).scores.tolist() == [0.0, 0.0]


@given(sets, sets, st.sampled_from([1, 7, 1000]))
def test_numbers_that_are_among_others(some: list[int], others: list[int], stretch: int) -> None:
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(arrays, "_STRETCH", stretch)
        for end in (COUNT, COUNT * 1000):  # where they are dense, and where they are not
            among = is_among(np.array(some, np.int64), np.array(others, np.int64), end)
            assert among.tolist() == [number in others for number in some]


@given(st.lists(st.integers(0, 30)))
def test_numbers_once_and_in_order(numbers: list[int]) -> None:
    given_numbers = np.array(numbers, np.int64)
    assert distinct(given_numbers).tolist() == sorted(set(numbers))
    assert order_of(given_numbers).tolist() == sorted(range(len(numbers)), key=numbers.__getitem__)


@given(
    st.lists(st.integers(0, 9), min_size=1, max_size=400),
    st.integers(1, 30),
    st.sampled_from(["relevance", "date"]),
    st.sampled_from([0, 250]),
)
def test_the_first_page_is_that_of_all_in_order(values: list[int], wanted: int, sort: Sort, few: int) -> None:
    numbers = np.array(values, np.int64)
    docs = np.arange(len(values))
    snapshot: Any = SimpleNamespace(dates=numbers % 4, ids=(docs * 7919 % 1009).astype(np.uint64))
    result = Found(docs, lambda chosen: (numbers // 3)[chosen].astype(np.float64))
    everything = range(len(values))
    by_date = [(-int(snapshot.dates[d]), int(snapshot.ids[d])) for d in everything]
    ordered = sorted(everything, key=lambda d: ((-(values[d] // 3),) if sort == "relevance" else ()) + by_date[d])
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(order, "_FEW", few)
        assert order.first(result, snapshot, sort, wanted).tolist() == ordered[:wanted]
