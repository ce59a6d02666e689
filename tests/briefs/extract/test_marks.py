from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefs.extract.document import Passage
from briefs.extract.saying.marks import quoted


def between(text: str) -> list[str]:
    return [text[q.start : q.end] for q in quoted(Passage("body", text, ()))]


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("He “sails” now.", ["sails"]),
        ('He "sails" now.', ["sails"]),
        ("He 'sails' now.", ["sails"]),
        ("Hon ”seglar” nu.", ["seglar"]),
        ("”We sail,” he said. “We do.”", ["We sail,", "We do."]),
        ("He ‘sails’ now.", ["sails"]),
        ("Er „segelt“ nun.", ["segelt"]),
        ("Er „segelt” nun.", ["segelt"]),
        ("Er »segelt« nun.", ["segelt"]),
        ("Il « navigue » là.", ["navigue"]),
        ("彼は「帆走」する。『船』も。", ["帆走", "船"]),
        ("“One ‘two’ three”", ["One ‘two’ three"]),
        ('“One" and "two”', ["One", "two"]),
        ("‘The boys’ boat isn’t ours,’ he said.", ["The boys’ boat isn’t ours,"]),
        ("In the ’90s it wasn't", []),
        ("a 12\" pipe of 5' length", []),
        ("“never closed. It goes on", ["never closed. It goes on"]),
        ("It was “never closed. It goes on", []),
        ("“One\n\n“Two” three", ["One", "Two"]),
        ('“” and ""', []),
    ],
)
def test_what_stands_between_marks(text: str, inside: list[str]) -> None:
    assert between(text) == inside


def test_a_paragraph_that_opens_again_is_marked_so() -> None:
    spans = quoted(Passage("body", "“One\n\n“Two” three “four”", ()))
    assert [(q.closed, q.again) for q in spans] == [(False, False), (True, True), (True, False)]


@given(st.text(alphabet="“”„«»‹›「」‘’\"' ax.,\n5", max_size=200))
def test_spans_are_in_order_and_apart_and_hold_something(text: str) -> None:
    spans = quoted(Passage("body", text, ()))
    assert all(0 < q.start < q.end <= len(text) for q in spans)
    assert all(a.end <= b.start for a, b in pairwise(spans))
