from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search_index.queries import figures


@pytest.mark.parametrize(
    ("text", "inside", "outside"),
    [
        ("30", [30], [29.9, 30.1]),
        (">1bn", [1.1e9], [1e9, 0]),
        (">=1bn", [1e9, 2e9], [0.9e9]),
        ("<250m", [249e6, -5], [250e6]),
        ("<=250m", [250e6], [251e6]),
        ("$6.5 billion", [6.5e9], [6.4e9]),
        ("1,500", [1500], [1.5]),
        ("31%", [31], [0.31]),
        ("-5", [-5], [5]),
        ("> 0", [0.1], [0, -0.1]),
        ("<0", [-0.1], [0, 0.1]),
        ("0", [0], [0.1, -0.1]),
        ("30..40", [30, 35, 40], [29, 41]),
        ("~100", [96, 104], [90, 110]),
        ("2k", [2000], [2]),
        ("1.2tn", [1.2e12], [1.2e9]),
    ],
)
def test_figures_as_written(text: str, inside: list[float], outside: list[float]) -> None:
    interval = figures.parse_figure(text)
    assert interval is not None
    assert all(interval.low <= n <= interval.high for n in inside)
    assert not any(interval.low <= n <= interval.high for n in outside)


def test_open_ends_leave_themselves_out() -> None:
    interval = figures.parse_range("30", "40", True, True)
    assert interval is not None
    assert interval.low > 30
    assert interval.high < 40
    assert figures.parse_range("", "40") == (-math.inf, 40 * (1 + 1e-9))


@pytest.mark.parametrize(
    "text", ["", ">", "much", "1bananas", "1.2.3", "--5", "0x10", "nan", "inf", "1..2..3", "~1..2"]
)
def test_what_is_no_figure(text: str) -> None:
    assert figures.parse_figure(text) is None


@given(st.text(max_size=40))
def test_any_text_is_an_interval_or_none(text: str) -> None:
    interval = figures.parse_figure(text)
    assert interval is None or not math.isnan(interval.low + interval.high) or interval == (-math.inf, math.inf)
