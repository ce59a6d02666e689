from __future__ import annotations

import unicodedata
from collections.abc import Callable

import pytest
from hypothesis import example, given

from briefs.sentences import sentences, tokens
from briefs.text import count_words, displayable, fold, sanitise, slug, squash
from tests.briefs.scraped import texts
from tests.growth import is_linear


@given(texts)
@example("a\u200c\u200d\u0301")
@example("\u200d\u200d")
@example("a\u200d\ufeff\u200db")
@example("e\u200d\u0301x")
@example("\ufb1d\u200c\u05b4")
def test_sanitising_is_done_once_and_for_all(text: str) -> None:
    done = sanitise(text)
    assert sanitise(done) == done
    assert unicodedata.is_normalized("NFC", done)
    assert displayable(done) == done
    assert done.encode("utf-8").decode("utf-8") == done
    assert not {unicodedata.category(c) for c in done.replace("\n", "")} & {"Cc", "Cs", "Zl", "Zp"}


@pytest.mark.parametrize(
    ("dirty", "clean"),
    [
        ("a\r\nb\rc\x0bd\u2028e\x85f", "a\nb\nc\nd\ne\nf"),
        ("a\tb\u2003c", "a b c"),
        ("\x1b]52;c;ZXZpbA==\x07\x9b2J", "]52;c;ZXZpbA==2J"),
        ("pay\u202e dne\u202c", "pay dne"),
        ("e\u0301", "é"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("👩\u200d🔬", "👩\u200d🔬"),
        ("\u200cword\u200d 1\u200d2", "word 12"),
        ("co\u00adoperate\ufeff", "cooperate"),
        ("\udc80x\ud83d", "x"),
        ("x\U000e0041\U000e007f", "x"),
    ],
)
def test_what_drives_a_terminal_or_hides_is_gone(dirty: str, clean: str) -> None:
    assert sanitise(dirty) == clean


@given(texts)
def test_what_is_displayed_has_the_same_length_and_no_power(text: str) -> None:
    shown = displayable(text)
    assert len(shown) == len(text)
    assert displayable(shown) == shown
    assert all(a == b or b == "\ufffd" for a, b in zip(text, shown, strict=True))
    assert not set(shown) & set("\x1b\x9b\x07\x85\u202e\u2066\x00\r")


def test_nothing_printable_has_power() -> None:
    printable = "".join(character for character in map(chr, range(0x110000)) if character.isprintable())
    assert displayable(printable + "\x07") == printable + "\ufffd", "the long way, which the last character forces"


@given(texts)
def test_comparing_forms_are_their_own(text: str) -> None:
    assert squash(squash(text)) == squash(text)
    assert slug(slug(text)) == slug(text)
    assert fold(fold(text)) == fold(text)
    assert slug(text).replace("-", "").isalnum() or slug(text) == "" or not slug(text).isascii()


def test_comparing_forgives_case_accents_and_quotes() -> None:
    assert fold("  L’Oréal\n S.A. ") == fold("l'oreal s.a.")
    assert fold("STRASSE") == fold("Straße")
    assert slug("AT&T, Inc.") == "at-t-inc"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", 0),
        ("It’s 3.5 per cent — R&D’s start-up costs.", 7),
        ("항구가 문을 열었다.", 3),
        ("港が開いた。", 3),
        ("The port of 上海 reopened", 5),
    ],
)
def test_words_are_counted_however_a_script_parts_them(text: str, words: int) -> None:
    assert count_words(text) == words


@pytest.mark.parametrize(
    "piece",
    [
        *("a", "a. ", ".", "\u200d", "\u0301", "\u0301\u0327", "。」", "U.S.", "1,", "a-", " ", "\n", "\t\r", "'", '"'),
        *("a.b", 'a."', "Mr. A. B. ", "a! ", ". ", "。a. "),
    ],
)
def test_the_time_is_linear_in_the_length(piece: str) -> None:
    def reading(length: int) -> Callable[[], object]:
        text = piece * (length // len(piece))

        def read() -> None:
            sentences(sanitise(text))
            tokens(text)
            fold(text)
            slug(text)
            displayable(text)

        return read

    assert is_linear(reading, 20_000)


def test_no_letter_carries_more_marks_than_any_script_needs() -> None:
    pile = "z" + "\u0301\u0327" * 50_000 + "\u0344" * 50_000 + " z\u0302\u0323 \u0e19\u0e49\u0e33"
    done = sanitise(pile)
    assert len(done) < 100
    assert done.endswith(" ẓ\u0302 \u0e19\u0e49\u0e33")
    assert sanitise(done) == done
