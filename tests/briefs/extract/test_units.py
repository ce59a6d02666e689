from __future__ import annotations

import re
from importlib import resources

import pytest

from briefs.extract.counting.units import Unit, unit_after, unit_before, unit_tables


def after(text: str, number: str) -> Unit | None:
    return unit_after(text, text.index(number) + len(number))


@pytest.mark.parametrize(
    ("text", "number", "code", "written"),
    [
        ("5 percentage points", "5", "percentage points", "percentage points"),
        ("5 percent", "5", "percent", "percent"),
        ("5 barrels per day", "5", "barrels per day", "barrels per day"),
        ("5 barrels of oil", "5", "barrels", "barrels"),
        ("5 Hong Kong dollars", "5", "HKD", "Hong Kong dollars"),
        ("5 dollars", "5", "USD", "dollars"),
        ("5 USD.", "5", "USD", "USD"),
        ("5 yuan,", "5", "CNY", "yuan"),
        ("5km", "5", "km", "km"),
        ("5 sq. km.", "5", "km²", "sq. km"),
        ("5-inch", "5", "inches", "inch"),
        ("36 kr", "36", "SEK", "kr"),
        ("5 millions de dollars", "5 millions", "USD", "dollars"),
        ("3亿美元", "3亿", "USD", "美元"),
        ("25p", "25", "GBP", "p"),
    ],
)
def test_units_after_a_number(text: str, number: str, code: str, written: str) -> None:
    unit = after(text, number)
    assert unit is not None
    assert (unit.code, text[unit.start : unit.end]) == (code, written)


@pytest.mark.parametrize(
    ("text", "number"),
    [("5G", "5"), ("36Kr", "36"), ("1080p", "1080"), ("1970s", "1970"), ("5 – percent", "5"), ("5 bar owners", "5")],
)
def test_what_only_looks_like_a_unit(text: str, number: str) -> None:
    assert after(text, number) is None


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("$", "USD"),
        ("US$", "USD"),
        ("HK$", "HKD"),
        ("NT$ ", "TWD"),
        ("Rs. ", "INR"),
        ("RM", "MYR"),
        ("CHF ", "CHF"),
        ("R$ ", "BRL"),
        ("GH₵", "GHS"),
    ],
)
def test_currencies_before_a_number(text: str, code: str) -> None:
    unit = unit_before("for " + text + "5", len("for " + text))
    assert unit is not None
    assert unit.code == code


@pytest.mark.parametrize("text", ["in ", "our ", "PRs", "a DRM", "xUS-", "the "])
def test_words_before_a_number_are_no_currencies(text: str) -> None:
    assert unit_before(text + "5", len(text)) is None


def test_the_tables_are_whole() -> None:
    tables = unit_tables()
    assert all(re.fullmatch("[A-Z]{3}", code) for code in tables.codes)
    assert len(tables.codes) >= 100
    for family, members in tables.families.items():
        assert members, family
        assert set(members.values()) <= tables.codes
    kinds = {form.kind for form in tables.forms.values()}
    assert kinds == {"money", "percent", "points", "times", "physical", "duration", "count"}
    assert all(form == form.strip() and form for form in tables.forms)


@pytest.mark.parametrize("name", ["units", "currencies"])
def test_no_form_of_a_table_stands_in_two_of_its_rows(name: str) -> None:
    text = (resources.files("briefs.tables") / f"{name}.tsv").read_text(encoding="utf-8")
    columns = {"units": (2,), "currencies": (4, 5)}[name]
    seen: dict[str, str] = {}
    for line in text.splitlines():
        if line.startswith("#"):
            continue
        cells = [*line.split("\t"), "", "", "", "", ""]
        for form in (f for column in columns for f in cells[column].split("|") if f):
            row = f"{cells[0]} {cells[1]}"
            assert seen.setdefault(form, row) == row, form
