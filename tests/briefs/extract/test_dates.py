from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefs.extract.page.dates import find_dates, month_of


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("May 3, 2024", "2024-05-03"),
        ("May. 3, 2024", "2024-05-03"),
        ("Sept. 3, 2024", "2024-09-03"),
        ("3 May 2024", "2024-05-03"),
        ("3rd of May, 2024", "2024-05-03"),
        ("Friday, 03 May 2024", "2024-05-03"),
        ("3-May-2024", "2024-05-03"),
        ("2024-05-03", "2024-05-03"),
        ("2024/5/3", "2024-05-03"),
        ("03.05.2024", "2024-05-03"),
        ("2024. 5. 3.", "2024-05-03"),
        ("13/05/2024", "2024-05-13"),
        ("05/13/2024", "2024-05-13"),
        ("2024年5月3日", "2024-05-03"),
        ("2024年5月3日 8時30分", "2024-05-03T08:30"),
        ("2024-05-03 下午3:05", "2024-05-03T15:05"),
        ("2024.05.03. 오전 8:30", "2024-05-03T08:30"),
        ("2024년 5월 3일", "2024-05-03"),
        ("3. Mai 2024", "2024-05-03"),
        ("le 3 mai 2024", "2024-05-03"),
        ("3 de mayo de 2024", "2024-05-03"),
        ("3 maggio 2024", "2024-05-03"),
        ("3 de maio de 2024", "2024-05-03"),
        ("3 maja 2024", "2024-05-03"),
        ("3 мая 2024", "2024-05-03"),
        ("3 Mayıs 2024", "2024-05-03"),
        ("3 Μαΐου 2024", "2024-05-03"),
        ("3 مايو 2024", "2024-05-03"),
        ("3 मई 2024", "2024-05-03"),
        ("3 Mei 2024", "2024-05-03"),
        ("3 במאי 2024", "2024-05-03"),
        ("ngày 3 tháng 5 năm 2024", "2024-05-03"),
        ("3 พฤษภาคม 2567", "2024-05-03"),
        ("令和6年5月3日", "2024-05-03"),
        ("平成元年5月3日", "1989-05-03"),
        ("民國113年5月3日", "2024-05-03"),
        ("May 3, 2024 8:15 am", "2024-05-03T08:15"),
        ("May 3, 2024 at 12:05 a.m.", "2024-05-03T00:05"),
        ("3 May 2024, 20.15", "2024-05-03T20:15"),
        ("2024-05-03T08:15:30Z", "2024-05-03T08:15+00:00"),
        ("2024-05-03T08:15:30.123+0530", "2024-05-03T08:15+05:30"),
        ("May 3, 2024 08:15 AM PDT", "2024-05-03T08:15-07:00"),
        ("08:15 EDT, 3 May 2024", "2024-05-03T08:15-04:00"),
        ("8:15 AM GMT+2, May 3, 2024", "2024-05-03T08:15+02:00"),
        ("Fri, May 3 20248:15 AM EDT", "2024-05-03T08:15-04:00"),
        ("3. Mai 2024, 08:15 Uhr", "2024-05-03T08:15"),
        ("3 mai 2024 à 8h15", "2024-05-03T08:15"),
        ("May 3, 2024 08:15 IST", "2024-05-03T08:15"),
    ],
)
def test_dates_are_read_in_the_forms_that_papers_print(text: str, iso: str) -> None:
    (written,) = find_dates(text)
    assert written.iso == iso
    assert text[written.start : written.end].strip() == text[written.start : written.end]


@pytest.mark.parametrize(
    "text",
    [
        "31 February 2024",
        "May 2024",
        "12 of 2019",
        "1,500 jobs 2024",
        "version 1.2.3",
        "call 555-0100",
        "5 May",
        "45/13/2024",
    ],
)
def test_what_names_no_day_is_no_date(text: str) -> None:
    assert find_dates(text) == []


def test_a_date_with_two_readings_is_unsure() -> None:
    (european,) = find_dates("03/04/2024")
    (american,) = find_dates("03/04/2024", day_first=False)
    assert (european.iso, american.iso) == ("2024-04-03", "2024-03-04")
    assert not european.sure
    assert find_dates("13/04/2024")[0].sure


def test_several_dates_come_in_order_without_overlap() -> None:
    text = "Published: 3 May 2024 08:15 | Updated: May 5, 2024 | Event: 2024-06-01"
    assert [w.iso for w in find_dates(text)] == ["2024-05-03T08:15", "2024-05-05", "2024-06-01"]


def test_months_of_many_languages() -> None:
    assert [month_of(w) for w in ("Februar", "février", "фев", "Şubat", "ফেব্রুয়ারী", "lorem")] == [2, 2, 2, 2, 2, None]


@given(st.text(max_size=200))
def test_any_text_gives_true_days(text: str) -> None:
    for written in find_dates(text):
        assert 0 <= written.start < written.end <= len(text)
        assert date.fromisoformat(written.iso[:10])


def test_long_runs_of_dates_are_cut_short() -> None:
    assert len(find_dates("3 May 2024 " * 20_000)) == 50
    assert find_dates("May " * 200_000) == []
    assert find_dates("1" * 500_000) == []
