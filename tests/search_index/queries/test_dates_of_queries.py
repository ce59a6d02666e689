from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search_index.queries import dates
from tests.search_index.conftest import TODAY


def days(first: str, last: str) -> tuple[int, int]:
    return date.fromisoformat(first).toordinal(), date.fromisoformat(last).toordinal()


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2025", "2025-01-01", "2025-12-31"),
        ("2025-02", "2025-02-01", "2025-02-28"),
        ("2024-2", "2024-02-01", "2024-02-29"),
        ("2025-02-14", "2025-02-14", "2025-02-14"),
        ("2025/02/14", "2025-02-14", "2025-02-14"),
        ("2025-Q2", "2025-04-01", "2025-06-30"),
        ("2025-w07", "2025-02-10", "2025-02-16"),
        ("february 2025", "2025-02-01", "2025-02-28"),
        ("14-feb-2025", "2025-02-14", "2025-02-14"),
        ("Feb. 14, 2025", "2025-02-14", "2025-02-14"),
        ("14.2.2025", "2025-02-14", "2025-02-14"),
        ("Q2 2025", "2025-04-01", "2025-06-30"),
        ("> 2025-01-15", "2025-01-16", "9999-12-31"),
        ("today", "2025-03-12", "2025-03-12"),
        ("yesterday", "2025-03-11", "2025-03-11"),
        ("this-week", "2025-03-10", "2025-03-16"),
        ("last-week", "2025-03-03", "2025-03-09"),
        ("Last Month", "2025-02-01", "2025-02-28"),
        ("last-quarter", "2024-10-01", "2024-12-31"),
        ("this-quarter", "2025-01-01", "2025-03-31"),
        ("last-year", "2024-01-01", "2024-12-31"),
        ("7d", "2025-03-06", "2025-03-12"),
        ("2weeks", "2025-02-27", "2025-03-12"),
        ("1m", "2025-02-13", "2025-03-12"),
        (">2025-01-15", "2025-01-16", "9999-12-31"),
        (">=2025-01", "2025-01-01", "9999-12-31"),
        (">2025-01", "2025-02-01", "9999-12-31"),
        ("<2025", "0001-01-01", "2024-12-31"),
        ("<=2025-01", "0001-01-01", "2025-01-31"),
        ("2025-01..2025-03", "2025-01-01", "2025-03-31"),
    ],
)
def test_a_date_is_these_days(text: str, first: str, last: str) -> None:
    assert dates.parse_date(text, TODAY) == days(first, last)


def test_ranges_take_their_ends_whole() -> None:
    assert dates.parse_range("2025-01", "2025-03", TODAY) == days("2025-01-01", "2025-03-31")
    assert dates.parse_range("2025-01", "2025-03", TODAY, True, True) == days("2025-02-01", "2025-02-28")
    assert dates.parse_range("", "2025", TODAY) == days("0001-01-01", "2025-12-31")
    assert dates.parse_range("2025", "*", TODAY) == days("2025-01-01", "9999-12-31")


NO_DATES = [
    "2025-13",
    "2025-02-30",
    "soon",
    "",
    ">",
    "0000",
    "2025-w60",
    "9999y",
    "m-2025",
    "14-feb-3-2025",
    "2/3/2025",
    "2025..>2026",
    "2025.." * 660,
]


@pytest.mark.parametrize("text", NO_DATES, ids=[text[:12] for text in NO_DATES])
def test_what_is_no_date(text: str) -> None:
    assert dates.parse_date(text, TODAY) is None


@given(st.text(max_size=30), st.dates())
def test_any_text_is_a_period_or_none(text: str, today: date) -> None:
    period = dates.parse_date(text, today)
    assert period is None or (period.first >= 1 and period.last >= 0)


@given(st.dates(), st.dates())
def test_every_day_is_read_as_itself(day: date, today: date) -> None:
    assert dates.parse_date(day.isoformat(), today) == (day.toordinal(), day.toordinal())
