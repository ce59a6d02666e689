"""Names of countries in other languages."""

from __future__ import annotations

import pytest

from briefs.tables import default_tables
from briefs.tables.cldr import country_names
from briefs.text import fold


@pytest.mark.parametrize(
    ("language", "name", "code"),
    [("de", "Österreich", "AT"), ("fr", "États-Unis", "US"), ("es", "Corea del Sur", "KR"), ("zh", "中国", "CN"),
     ("ja", "日本", "JP"), ("ar", "مصر", "EG"), ("ru", "Россия", "RU"), ("hi", "भारत", "IN"), ("ko", "대한민국", "KR"),
     ("pt-BR", "Vietnã", "VN"), ("zh-Hant", "法國", "FR")],
)  # fmt: skip
def test_names(language: str, name: str, code: str) -> None:
    assert country_names(language)[fold(name)] == code


def test_every_code_is_in_our_table_and_every_country_has_a_name() -> None:
    assert set(country_names("de").values()) == set(default_tables().country_by_code)


@pytest.mark.parametrize("language", ["xx", "", "not a language", "de_DE_x_y_z_1"])
def test_an_unknown_language_has_none(language: str) -> None:
    assert country_names(language) == {}
