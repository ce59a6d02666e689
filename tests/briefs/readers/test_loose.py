"""JSON that is not quite JSON, as templates print it."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefs.readers.loose import values_of

STORY = {"@type": "NewsArticle", "headline": "Kiln reopens", "author": {"name": "Ilse Brandt"}, "n": [1, True, None]}
RIGHT = json.dumps(STORY)


@pytest.mark.parametrize(
    "script",
    [
        f"<!--\n{RIGHT}\n-->",
        f"//<![CDATA[\n{RIGHT}\n//]]>",
        f"/*<![CDATA[*/{RIGHT}/*]]>*/",
        f"// of the page\n{RIGHT}",
        f"/* of the page */ {RIGHT};",
        f"var page = {RIGHT};",
        f"\ufeff {RIGHT}",
        RIGHT[:-1] + ",}",
        RIGHT[:-1],
        RIGHT.replace(', "author"', ' "author"'),
        RIGHT.replace(', "author"', ',, "author"'),
        RIGHT.replace('"', "'"),
        RIGHT.replace('"', "&quot;"),
        RIGHT.replace('"author":', "author:"),
    ],
)
def test_what_surrounds_it_and_what_is_missing_does_no_harm(script: str) -> None:
    assert values_of(script) == [STORY]


def test_marks_that_nobody_escaped_and_controls_stay_in_their_text() -> None:
    (found,) = values_of('{"a": "She said "no" to it, twice", "b": "one\ttwo \\x", "c": "end"}')
    assert found == {"a": 'She said "no" to it, twice', "b": "one\ttwo x", "c": "end"}


def test_of_what_is_cut_off_the_beginning_is_kept() -> None:
    assert values_of('{"a": "b", "c": ["d", "e') == [{"a": "b", "c": ["d"]}]


def test_several_values_in_one_script_are_all_read() -> None:
    assert values_of('{"a": 1}\n{"b": 2}') == [{"a": 1}, {"b": 2}]


@given(st.text(alphabet="{}[]\",:'\\ a1/*<!-\n", max_size=300))
def test_whatever_is_written_something_is_returned(script: str) -> None:
    assert isinstance(values_of(script), list)


JSON: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)


@given(JSON)
def test_what_is_right_is_read_as_it_is(value: Any) -> None:
    script = json.dumps(value, ensure_ascii=True)
    if not script.startswith(('"<', '"//', '"/*')) and "-->" not in script and "]]>" not in script:
        assert values_of(script) == [value]
