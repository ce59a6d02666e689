from __future__ import annotations

import pytest
from hypothesis import example, given

from briefs.sentences import sentences, tokens
from tests.briefs.scraped import clean


@given(clean)
@example("He left. She stayed! Did they? “Yes.” Then nothing")
@example("彼は言った。「はい。」 それで終わり！次。")
@example("ذهب؟ نعم. انتهى")
@example("   \n . \n\n a")
def test_sentences_are_places_in_the_text_and_cover_it(text: str) -> None:
    spans = sentences(text)
    end = 0
    for span in spans:
        assert end <= span.start < span.end <= len(text)
        assert not text[end : span.start].strip(), "nothing but white space stands between two sentences"
        assert text[span.start : span.end].strip() == text[span.start : span.end] != ""
        assert "\n" not in text[span.start : span.end]
        end = span.end
    assert not text[end:].strip()


@given(clean)
def test_tokens_are_places_in_the_text_and_cover_it(text: str) -> None:
    end = 0
    for token in tokens(text):
        assert end <= token.start < token.end
        assert not text[end : token.start].strip()
        assert text[token.start : token.end] == token.text
        end = token.end
    assert not text[end:].strip()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("A U.S.-based and a Mass.-based firm", ["A", "U.S.-based", "and", "a", "Mass.-based", "firm"]),
        ("The U.S. has 1,000.5 of them.", ["The", "U.S.", "has", "1,000.5", "of", "them", "."]),
        ("Sung-mok’s R&D at 07:38", ["Sung-mok’s", "R&D", "at", "07:38"]),
        ("$5bn (+3%)", ["$", "5", "bn", "(", "+", "3", "%", ")"]),
        ("", []),
    ],
)
def test_words_and_numbers_stay_whole(text: str, words: list[str]) -> None:
    assert [token.text for token in tokens(text)] == words


def test_plain_words_end_sentences_and_abbreviations_do_not() -> None:
    text = "It rose 5 per cent. Brent joined the bank. “Ask the gov. Lee,” he said of the tax. Approx. ten came."
    cut = [text[s.start : s.end] for s in sentences(text)]
    assert cut[:2] == ["It rose 5 per cent.", "Brent joined the bank."]
    assert cut[2] == "“Ask the gov. Lee,” he said of the tax."


def test_sentences_of_several_scripts_are_cut() -> None:
    text = "He left. She stayed!\n彼は言った。「はい。」それで終わり。\nक्या हुआ? वह गया। फिर आया।"
    assert [text[s.start : s.end] for s in sentences(text)] == [
        "He left.",
        "She stayed!",
        "彼は言った。",
        "「はい。」",
        "それで終わり。",
        "क्या हुआ?",
        "वह गया।",
        "फिर आया।",
    ]


def test_a_long_line_is_cut_as_short_ones_are() -> None:
    told = [
        f"In the year {year}, the U.S. firm Larn & Co. of St. Olaf sold {year * 7:,} boats; “a lot,” said Mr. Berg."
        for year in range(1900, 2100)
    ]
    line = " ".join(told)
    assert [line[s.start : s.end] for s in sentences(line)] == told


def test_a_sentence_without_end_is_cut_between_words() -> None:
    line = "and so on, " * 5000 + "amen."
    pieces = [line[s.start : s.end] for s in sentences(line)]
    assert " ".join(pieces) == line
    assert all(len(piece) <= 4000 and not piece.endswith("a") for piece in pieces)
