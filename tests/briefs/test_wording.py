"""Facts are worded the same everywhere, in English, whatever the locale."""

import pytest

from briefs.model import Entity, Evidence, KeyFigure, Source
from briefs.wording import date_text, entity_text, figure_text, minutes_to_read, number_text, source_text, value_text
from tests.made import made_brief


def figure(text: str, value: float | tuple[float, float], unit: str, **more: str) -> KeyFigure:
    evidence = Evidence("body", 0, len(text), text)
    return KeyFigure(text, value, unit, evidence, text, 0, qualifier=more.get("qualifier"), rate=more.get("rate"))


@pytest.mark.parametrize(
    ("published", "text"),
    [("2025-02-14", "14 February 2025"), ("2025-12-01T07:38+09:00", "1 December 2025"), (None, "undated")],
)
def test_dates(published: str | None, text: str) -> None:
    assert date_text(published) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (6_500_000_000.0, "6.5 billion"),
        (1_200_000_000_000.0, "1.2 trillion"),
        (1_662_000.0, "1.662 million"),
        (42_874.0, "42,874"),
        (0.39, "0.39"),
        (1000.0, "1,000"),
        (0.0, "0"),
        (100 / 3, "33.3333"),
    ],
)
def test_numbers(value: float, text: str) -> None:
    assert number_text(value) == text


def test_values_with_unit_and_rate() -> None:
    assert value_text(figure("$5 million a year", 5e6, "USD", rate="year")) == "5 million USD per year"
    assert value_text(figure("8-20%", (8.0, 20.0), "percent")) == "8 to 20 %"
    assert value_text(figure("a third", 100 / 3, "percent")) == "33.3 %"
    assert value_text(figure("$9 each", 9.0, "USD", rate="each")) == "9 USD each"
    assert value_text(figure("a ratio of 0.39", 0.39, "ratio")) == "0.39"


def test_a_qualifier_is_not_said_twice() -> None:
    assert figure_text(figure("half", 50.0, "percent", qualifier="nearly")) == "nearly half"
    assert figure_text(figure("Nearly half", 50.0, "percent", qualifier="nearly")) == "Nearly half"


def test_entities_and_sources() -> None:
    person = Entity("person:a", "person", "Ida Moser", role="head of Brandt Steel", affiliation="Brandt Steel")
    assert entity_text(person) == "Ida Moser, head of Brandt Steel"
    assert entity_text(Entity("country:AT", "country", "Austria", code="AT")) == "Austria (AT)"
    assert source_text(Source("Ida Moser, Kolb", "person", (), role="Kolb")) == "Ida Moser, Kolb (person)"
    assert source_text(Source("https://a.example/b", "address", ())) == "https://a.example/b"


@pytest.mark.parametrize(
    ("words", "minutes"),
    [("harbour " * 60, 1), ("harbour " * 238 * 3, 3), ("항구에서 " * 238 * 3, 3), ("港口" * 238 * 3, 3)],
)
def test_minutes_count_words_however_a_script_parts_them(words: str, minutes: int) -> None:
    assert minutes_to_read(made_brief(body=words)) == minutes
