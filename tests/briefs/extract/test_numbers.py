from __future__ import annotations

import pytest

from briefs.extract.counting.numbers import find_numerals, read_digits


def values(text: str, language: str | None = "en") -> list[tuple[str, float]]:
    return [(text[n.start : n.end], n.value) for n in find_numerals(text, language)]


@pytest.mark.parametrize(
    ("digits", "language", "value"),
    [
        ("1000", "en", 1000),
        ("39,000", "en", 39000),
        ("1,234,567.89", "en", 1234567.89),
        ("1.234.567,89", "en", 1234567.89),
        ("1,20,000", "en", 120000),
        ("1.000", "de", 1000),
        ("1.000", "en", 1),
        ("1,000", "fr", 1),
        ("3,5", "en", 3.5),
        ("0,393", "en", 0.393),
        ("1'250'000", "de", 1250000),
        ("٣٫٥", "ar", 3.5),
        ("١٬٢٠٠", "ar", 1200),
        ("５，０００", "ja", 5000),
    ],
)
def test_separators_are_read_by_shape_then_by_language(digits: str, language: str, value: float) -> None:
    assert read_digits(digits, language)[0] == pytest.approx(value)


@pytest.mark.parametrize("digits", ["2.1.3", "192.168.0.1", "12.03.2024", "1,2,3"])
def test_digits_that_are_no_single_number(digits: str) -> None:
    assert read_digits(digits, "en")[0] is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("six of them", [("six", 6)]),
        ("twenty-five years", [("twenty-five", 25)]),
        ("two hundred and fifty homes", [("two hundred and fifty", 250)]),
        ("three thousand five hundred", [("three thousand five hundred", 3500)]),
        ("a million", [("a million", 1e6)]),
        ("half a million", [("half a million", 5e5)]),
        ("a quarter of a million", [("a quarter of a million", 2.5e5)]),
        ("half a dozen", [("half a dozen", 6)]),
        ("two dozen", [("two dozen", 24)]),
        ("one and a half million", [("one and a half million", 1.5e6)]),
        ("five and seven", [("five", 5), ("seven", 7)]),
        ("twentyfive", []),
        ("twenty sixths", [("twenty", 20)]),
        ("dozens of", []),
        ("millions of", []),
        ("nobody often weighs someone", []),
    ],
)
def test_english_number_words(text: str, found: list[tuple[str, float]]) -> None:
    assert values(text) == found


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("5 million", "en", 5e6),
        ("1.2bn", "en", 1.2e9),
        ("5m", "en", 5e6),
        ("3.5k", "en", 3500),
        ("7.5 lakh crore", "en", 7.5e12),
        ("12 crore", "en", 1.2e8),
        ("2½", "en", 2.5),
        ("1,2 Mrd.", "de", 1.2e9),
        ("3,2 billones", "es", 3.2e12),
        ("1.500 millones", "es", 1.5e9),
        ("3.2 billion", "en", 3.2e9),
        ("1 234,5 millions", "fr", 1.2345e9),
        ("3,4 млрд", "ru", 3.4e9),
        ("1.2万亿", "zh", 1.2e12),
        ("1兆2000億", "ja", 1.2e12),
        ("3조 4000억", "ko", 3.4e12),
        ("1,20,000 करोड़", "hi", 1.2e12),
        ("50 مليون", "ar", 5e7),
    ],
)
def test_scales_of_many_languages(text: str, language: str, value: float) -> None:
    (numeral,) = find_numerals(text, language)
    assert numeral.value == pytest.approx(value)
    assert numeral.end == len(text)


def test_a_smaller_scale_behind_a_larger_one_is_added() -> None:
    assert values("Rs 310 crore 45 lakh") == [("310 crore 45 lakh", 3_104_500_000)]
    assert values("3 million 5 billion") == [("3 million", 3e6), ("5 billion", 5e9)]


def test_a_space_between_digits_marks_thousands_but_not_after_a_date() -> None:
    assert values("lost 12 300 troops") == [("12 300", 12300)]
    assert values("R1 000 000 was paid") == [("1 000 000", 1000000)]
    assert values("on May 5 300 people came") == [("5", 5), ("300", 300)]


def test_a_run_of_digits_too_long_for_a_number_is_none() -> None:
    assert values("9" * 50_000) == []


def test_no_more_than_asked_for() -> None:
    assert len(find_numerals("1 a " * 1000, "en", most=10)) == 10
