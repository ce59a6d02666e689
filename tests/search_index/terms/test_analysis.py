from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search_index.terms import analysis


def terms(text: str) -> list[tuple[str, ...]]:
    return [place.terms for place in analysis.tokens(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("X rose", [("x",), ("rose",)]),
        ("the U.S.", [("the",), ("u.s", "us")]),
        ("US", [("us", "u.s")]),
        ("GPT-4o", [("gpt", "g.p.t", "gpt4o"), ("4o",)]),
        ("01.AI's", [("01", "01ai"), ("ai", "a.i")]),
        ("R&D", [("r&d",)]),
        ("C++ and C#", [("c++", "c"), ("and",), ("c#", "c")]),
        ("O’Brien", [("obrien", "brien")]),
        ("1,000.5 or $1.5bn", [("1000.5",), ("or",), ("1.5bn",)]),
        ("Łódź Straße Ångström", [("lodz",), ("strasse",), ("angstrom",)]),
        ("offers", [("offers", "offer")]),
        ("companies", [("companies", "company")]),
        ("boss gas bus crisis news", [("boss",), ("gas",), ("bus",), ("crisis",), ("news",)]),
        ("start-ups", [("start", "startup", "startups"), ("ups",)]),
        ("半导体", [("半", "半导"), ("导", "导体"), ("体",)]),
        ("हिन्दी", [("हिनदी",)]),
    ],
)
def test_terms_of_a_text(text: str, expected: list[tuple[str, ...]]) -> None:
    assert terms(text) == expected


def test_names_keep_their_s() -> None:
    assert [p.terms for p in analysis.tokens("Siemens motors", names={"Siemens"})] == [
        ("siemens",),
        ("motors", "motor"),
    ]
    assert [p.terms for p in analysis.tokens("motors", english=False)] == [("motors",)]


PLURALS = """offers offer, companies company, ties tie, movies movie, taxes tax, campuses campus, houses house,
uses use, gases gas, cases case, vetoes veto, shoes shoe"""


@pytest.mark.parametrize("pair", PLURALS.split(","))
def test_a_plural_is_found_by_its_singular(pair: str) -> None:
    plural, singular = pair.split()
    assert terms(plural) == [(plural, singular)]


@given(st.text())
def test_positions_are_in_order_and_within_the_text(text: str) -> None:
    places = list(analysis.tokens(text))
    assert all(0 <= p.start < p.end <= len(text) for p in places)
    assert all(a.end <= b.start for a, b in pairwise(places))
    assert all(p.terms and all(p.terms) for p in places)


@given(st.text())
def test_a_word_is_found_under_the_terms_it_is_asked_by(text: str) -> None:
    for match in analysis.words(text):
        asked = analysis.analysed(match.group()).parts
        indexed = [p for p in analysis.tokens(text) if match.start() <= p.start < match.end()]
        assert [part.terms[0] for part in asked] == [p.terms[0] for p in indexed]


def test_a_hostile_word_is_cut_and_costs_little() -> None:
    assert all(len(t) <= analysis.MAX_TERM for p in analysis.tokens("a" * 1_000_000) for t in p.terms)
    assert sum(1 for _ in analysis.tokens("a-" * 200_000)) == 200_000
    assert sum(1 for _ in analysis.tokens("漢" * 200_000)) == 200_000
