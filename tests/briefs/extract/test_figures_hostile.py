from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefs.extract.counting.currencies import Currencies
from briefs.extract.counting.reader import read_passage
from briefs.extract.document import Document
from briefs.extract.figures import Figures, find_figures
from briefs.extract.names import Names
from briefs.model import Block
from tests.growth import is_linear

LANGUAGES = st.sampled_from([None, "en", "de", "ar", "zh", "hi", "ru"])
PIECES = st.sampled_from(
    [
        *(
            "1",
            "12",
            "1,000",
            "1.5",
            "2024",
            "٣٫٥",
            "１２",
            "½",
            "five",
            "twenty",
            "hundred",
            "million",
            "half",
            "third",
            "one",
        ),
        *(
            "in",
            "out",
            "of",
            "to",
            "-",
            "–",
            "%",
            "$",
            "US$",
            "€",
            "R",
            "Rs",
            "£",
            "万",
            "亿",
            "元",
            "억",
            "원",
            "करोड़",
        ),
        *("percent", "points", "a", "an", "the", "and", "from", "between", "(", ")", "[", "]", "/", ":", ".", ",", ";"),
        *(
            "people",
            "years",
            "mph",
            "km",
            "ratio",
            "magnitude",
            "per",
            "each",
            "\n",
            "'the'",
            "\u00a0",
            "\u202f",
            "k",
            "m",
        ),
        *("bn", "x", "s", "killed", "Boeing", "May", "aged"),
    ]
)


def found_in(text: str, language: str | None) -> Figures:
    document = Document(None, text, (Block("paragraph", 0, len(text)),), language)
    return find_figures(document, Names())


def check(text: str, language: str | None) -> None:
    found = found_in(text, language)
    for figure in found.key + found.other:
        evidence = figure.evidence
        assert text[evidence.start : evidence.end] == figure.text == evidence.text != ""
        end = figure.sentence_start + len(figure.sentence)
        assert text[figure.sentence_start : end] == figure.sentence
        assert figure.sentence_start <= evidence.start < evidence.end <= end
        low, high = figure.value if isinstance(figure.value, tuple) else (figure.value, figure.value)
        assert low <= high
        assert figure.unit


@given(st.text(max_size=300), LANGUAGES)
@settings(max_examples=150, deadline=None)
def test_any_text_is_read_without_error(text: str, language: str | None) -> None:
    check(text, language)


@given(st.lists(PIECES, max_size=60), st.sampled_from(["", " "]), LANGUAGES)
@settings(max_examples=250, deadline=None)
def test_any_row_of_numbers_units_and_marks_is_read_with_true_evidence(
    pieces: list[str], joint: str, language: str | None
) -> None:
    check(joint.join(pieces), language)


@pytest.mark.parametrize(
    "unit",
    [
        "1", "1,", "1.", "1 ", "1 000 ", "000 ", "five ", "one and ", "twenty-", "a hundred ", "half of ", "$", "$5 ",
        "5-", "1:", "from 5 to ", "between 5 and ", "one in ", "five of the ", "US$", "3億", "a third of ", "1'000",
        "R5", "'1 ", "number of people ", "5 a b c d e f g h ", "ratio of 1.5 to ", "(5) ", "[5", "5, 5, 5 and ",
        "½", "‑5‑",
    ],
)  # fmt: skip
@pytest.mark.parametrize("language", ["en", "de"])
def test_time_is_linear_in_the_length(unit: str, language: str) -> None:
    def reading(length: int) -> Callable[[], object]:
        text = (unit * (length // len(unit) + 1))[:length]
        currencies = Currencies(Document(None, text, (), language), Names())
        return lambda: read_passage(text, language, currencies, lambda _: 0)

    assert is_linear(reading, 4_000)


@pytest.mark.parametrize(
    "text",
    [
        "€twentyfive:",
        "12thS.12th",
        "half a a million",
        "5-inch-",
        "1-2-3-4 million",
        "($5)(5%)",
        "one in one in one",
        "٣٫",
    ],
)
def test_numbers_glued_to_anything_are_read_without_error(text: str) -> None:
    check(text, "en")


def test_a_line_of_a_million_digits_and_one_of_many_numbers() -> None:
    assert found_in("9" * 1_000_000, "en") == Figures()
    text = "and $5 million more " * 2_000
    found = found_in(text, "en")
    assert len(found.key) == 1
    assert len(found.other) == 500
    assert all(len(figure.sentence) < 1_000 for figure in found.key + found.other)


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("İki yıl daha isteyen sendikalar kararı kınadı.", "tr", None),
        ("Şirket İKİ MİLYON lira ödedi.", "tr", None),
        ("In İzmir and İstanbul more than 12 million people live.", "en", 12e6),
        ("The yard at İzmit cost half a mİllion euros, or more.", "en", None),
        ("More\nthan 12 million people live there.", "en", 12e6),
    ],
)
def test_letters_that_patterns_take_for_others(text: str, language: str, value: float | None) -> None:
    document = Document(None, text, (Block("paragraph", 0, len(text)),), language, None)
    figures = find_figures(document, Names())
    found = [figure.value for figure in (*figures.key, *figures.other)]
    assert value is None or value in found
