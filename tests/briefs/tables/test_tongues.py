"""The words of languages: each file in order, in all the forms that a text may write."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import briefs
from briefs.tables import default_tables
from briefs.tables.files import FOLDER
from briefs.tables.tongues import Words, english, english_by_key, tongue

_KINDS = {
    *("role", "firm", "say", "by", "by_after", "count", "country", "demonym", "ending", "given", "family", "name"),
    *("sound", "office", "place", "number", "harm", "thing", "press", "body", "article", "told", "link", "that"),
    *("he", "she", "he_behind", "she_behind", "between", "made_by", "speaker"),
}
_KEYED = {"country", "demonym", "place"}
_ASKED = re.compile(r"\benglish(?:_by_key)?\(\"([a-z_]+)\"\)")
LANGUAGES = sorted(file.stem for file in (FOLDER / "languages").glob("*.tsv"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_row_is_of_a_known_kind_and_country(language: str) -> None:
    codes = default_tables().country_by_code
    text = (FOLDER / "languages" / f"{language}.tsv").read_text(encoding="utf-8")
    for line in text.splitlines():
        if not line.startswith("#"):
            kind, key, forms = line.split("\t")
            assert forms.split() and (language == "en" or kind in _KINDS), line
            assert language == "en" or (key in codes) == (kind in _KEYED), line
            assert language == "en" or key.isdecimal() == (kind == "number"), line


def test_every_english_list_is_asked_for_and_there() -> None:
    sources = Path(briefs.__file__).parent.rglob("*.py")
    asked = {kind for file in sources for kind in _ASKED.findall(file.read_text(encoding="utf-8"))}
    lines = (FOLDER / "languages" / "en.tsv").read_text(encoding="utf-8").splitlines()
    assert {line.split("\t")[0] for line in lines if not line.startswith("#")} == asked


def test_an_english_list_may_go_over_several_rows_and_keys() -> None:
    assert {"said", "posted"} <= english("say")  # in the first row and in the last
    assert "february" in english("month")
    assert english_by_key("month")["2"] == ("february",)
    assert "as many as" in english_by_key("qualifier")["up to"]


def test_strange_languages_have_no_words_and_english_others() -> None:
    for code in ("en", None, "xx", "../de"):
        assert not tongue(code).saying.whole


def test_norwegian_is_one_language_in_two_forms() -> None:
    assert tongue("nb").saying == tongue("no").saying != tongue("sv").saying


def test_adjectives_are_known_in_all_their_forms() -> None:
    assert tongue("de").demonyms["franzosischen"] == "FR"
    assert tongue("es").demonyms["mexicanas"] == "MX"
    assert tongue("ru").demonyms["китаискими"] == "CN"  # folded, as the text is where it is looked up


def test_given_names_are_known_in_every_case() -> None:
    assert tongue("ru").given["антона"] == "Антон"
    assert tongue("uk").given["ольгою"] == "Ольга"


def test_compounds_end_in_a_word() -> None:
    assert "turbinenhersteller" in tongue("de").firms
    assert "hersteller" in tongue("de").firms


def test_the_longest_form_counts() -> None:
    words = Words(frozenset(("de acuerdo con", "de")))
    assert words.starting_at(["de", "acuerdo", "con", "la", "empresa"], 0) == 3
    assert words.starting_at(["de", "la", "empresa"], 0) == 1
    assert words.starting_at(["la", "empresa"], 0) == 0
