"""What brackets, AND, OR and minus make of queries: sets, whatever stands in them, also while they are typed."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefs.errors import QueryError
from briefs.library import Library
from search_index import Index, Request

WORDS = "chips market 01.AI kest* wheet~1 company:ostra country:kr date:2025-03 usd:>1bn has:figures date:* company:*"
LEAVES = st.sampled_from(
    [*WORDS.split(), '"of the"', "company:(ostra -kestrel)", "-title:bank", "date:[2025-01 TO 2025-04]"]
)
QUERIES = st.recursive(
    LEAVES,
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=3).map(lambda parts: f"({' '.join(parts)})"),
        st.tuples(inner, inner).map(lambda parts: f"({' OR '.join(parts)})"),
        inner.filter(lambda part: part[0] != "-").map(lambda part: f"-{part}"),
        inner.map(lambda part: f"NOT ({part})"),
    ),
    max_leaves=6,
)


@settings(max_examples=100)
@given(QUERIES, QUERIES)
def test_queries_are_sets(shared_index: tuple[Library, Index], one: str, other: str) -> None:
    def found(text: str) -> set[str]:
        return set(shared_index[1].search(Request(text, grouped=False, snippets=False, limit=1)).ids())

    assert found(f"({one}) ({other})") == found(f"{one} AND {other}") == found(one) & found(other)
    assert found(f"({one}) OR ({other})") == found(one) | found(other)
    assert found(f"-({one})") == found(f"* AND NOT ({one})") == found("") - found(one)


@settings(max_examples=50)
@given(QUERIES, st.integers(1, 80))
def test_a_query_half_typed_is_one(shared_index: tuple[Library, Index], text: str, typed: int) -> None:
    _, index = shared_index
    assert index.search(Request(f"{text} ", partial=True)).ids() == index.search(Request(text)).ids()
    try:
        index.search(Request(text[:typed], partial=True))
    except QueryError as error:
        pytest.fail(f"{text[:typed]!r}: {error}")


WHOLE = "chips CHIPS banks market's Ostra 01.AI northwind-robotics title:talent company:01.AI"


@pytest.mark.parametrize("text", WHOLE.split())
def test_what_is_typed_finds_at_least_what_it_finds_whole(shared_index: tuple[Library, Index], text: str) -> None:
    _, index = shared_index
    whole = index.search(Request(text, grouped=False)).ids()
    assert set(index.search(Request(text, grouped=False, partial=True)).ids()) >= set(whole) > set()
