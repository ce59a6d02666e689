from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tests.growth import is_linear
from tui.layout.flow import Line, Run, bar, cells, fit, line, padded, plain, sparkline, spread, wrap, wrapped

TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=200)


@given(TEXTS, st.integers(2, 40))
def test_wrapped_lines_fit_and_lose_nothing_but_spaces(text: str, width: int) -> None:
    spans = wrap(text, width)
    assert all(cells(text[s.start : s.end]) <= width for s in spans)
    assert "".join(text[s.start : s.end] for s in spans).replace(" ", "") == text.replace(" ", "")
    assert all(a.end <= b.start for a, b in pairwise(spans))


@given(TEXTS)
def test_widths_are_those_of_the_terminal(text: str) -> None:
    assert cells(text) == cell_len(text)


@given(TEXTS, st.integers(1, 30))
def test_what_is_cut_fits(text: str, width: int) -> None:
    assert fit(line(text), width).cells <= width
    assert padded(line(text), width).cells == width


@given(TEXTS, TEXTS, st.integers(4, 60))
def test_two_sides_fill_the_width_exactly(left: str, right: str, width: int) -> None:
    assert spread(line(left), line(right), width).cells == width


def test_lines_break_at_spaces_and_long_words_anywhere() -> None:
    text = "the quiet harbour abcdefghijklmnop"
    assert [text[s.start : s.end] for s in wrap(text, 10)] == ["the quiet", "harbour", "abcdefghij", "klmnop"]


def test_chinese_breaks_between_characters_but_not_before_a_comma() -> None:
    text = "港口的公司，停了工程。"
    shown = [text[s.start : s.end] for s in wrap(text, 10)]
    assert shown == ["港口的公", "司，停了工", "程。"]


def test_emoji_of_several_code_points_stay_whole() -> None:
    family = "\U0001f469‍\U0001f469‍\U0001f467"
    assert [(family * 3)[s.start : s.end] for s in wrap(family * 3, 2)] == [family] * 3


def test_a_cut_line_keeps_its_runs_and_says_that_it_was_cut() -> None:
    cut = fit(line("ab", ("cdef", "title")), 5)
    assert cut.text == "abcd…"
    assert cut.runs == (Run(2, 4, "title"),)


def test_wrapping_with_a_limit_ends_in_an_ellipsis() -> None:
    lines = wrapped(line("one two three four five six"), 9, most=2)
    assert [each.text for each in lines] == ["one two", "three fo…"]
    assert [each.text for each in wrapped(line("one two three"), 8, indent=2)] == ["one two", "  three"]


def test_text_from_outside_is_made_safe_at_the_same_length() -> None:
    hostile = "a\x1b]52;c;aGk=\x07b‮c\x9bd\ne"
    assert len(plain(hostile)) == len(hostile)
    assert not any(c in plain(hostile) for c in "\x1b\x07‮\x9b\n")
    assert "\x1b" not in line(hostile, (hostile, "title")).text


@pytest.mark.parametrize("piece", ["word ", "é", "漢", "w", " "])
def test_long_texts_wrap_in_linear_time(piece: str) -> None:
    assert is_linear(lambda count: lambda: wrap(piece * count, 72), 20_000)


def test_bars_and_sparklines() -> None:
    assert bar(1, 4) == "████"
    assert bar(0, 4) == ""
    assert bar(0.0001, 4) == "▏"
    assert sparkline([0, 1, 4, 8]) == "·▁▄█"[:1] + sparkline([1, 4, 8])
    assert len(sparkline([3, 0, 7])) == 3


def test_a_line_can_be_cut_anywhere() -> None:
    assert Line("abcdef", (Run(1, 5, "match"),)).cut(2, 4) == Line("cd", (Run(0, 2, "match"),))
