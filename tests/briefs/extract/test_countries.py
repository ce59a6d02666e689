"""Countries: names, nationalities, cities; what only looks like one; other languages and scripts."""

from __future__ import annotations

import pytest

from briefs.extract.document import Document
from briefs.extract.naming.steps import find_names
from briefs.model import Block
from briefs.tables import Country, Place, Tables, default_tables

TABLES = Tables(
    countries=[
        Country("US", "United States", ("US", "U.S."), ("American",), ()),
        Country("CN", "China", (), ("Chinese",), ()),
        Country("HU", "Hungary", (), ("Hungarian",), ()),
        Country("GE", "Georgia", (), ("Georgian",), ("Georgia",)),
        Country("TR", "Turkey", ("Türkiye",), ("Turkish",), ("Turkey",)),
        Country("AM", "Armenia", (), ("Armenian",), ()),
        Country("GN", "Guinea", (), (), ()),
        Country("PG", "Papua New Guinea", (), (), ()),
        Country("IT", "Italy", (), ("Italian",), ()),
        Country("KP", "North Korea", (), ("North Korean",), ()),
    ],
    places=[
        Place("Georgia", (), "US", "state", True),
        Place("Atlanta", (), "US", "city", False),
        Place("Tbilisi", (), "GE", "capital", False),
        Place("Reading", (), "GB", "city", True),
        Place("Lake Garda", (), "IT", "lake", False),
    ],
)


def codes(text: str, *, title: str | None = None, language: str = "en", tables: Tables = TABLES) -> list[str]:
    document = Document(title, text, (Block("paragraph", 0, len(text)),), language)
    return sorted(e.code or "" for e in find_names(document, tables, ()).countries)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chinese exports fell.", ["CN"]),
        ("Let us go, they told us.", []),
        ("The U.S. and China met.", ["CN", "US"]),
        ("A US-China trade deal is near.", ["CN", "US"]),
        ("The Hungarian-American investor sold.", ["HU", "US"]),
        ("Sino-American ties cooled.", ["CN", "US"]),
        ("The mine lies in Papua New Guinea.", ["PG"]),
        ("A North Korean ship sank.", ["KP"]),
        ("It rained. In the end it stopped.", []),
        ("A Tbilisi-based bank failed.", ["GE"]),
        ("They ate turkey. Turkey prices rose.", []),
        ("He flew to Turkey on Friday.", ["TR"]),
        ("It borders Armenia, Turkey and a sea.", ["AM", "TR"]),
        ("African Americans and Latin America were the subject.", []),
        ("Reading is good for you.", []),
        ("The train to Reading was late.", ["GB"]),
        ("Even the rocket Atlanta 2 could carry more.", []),
        ("The U.S.-brokered talks in Tbilisi failed.", ["GE", "US"]),
    ],
)
def test_what_names_a_country(text: str, expected: list[str]) -> None:
    assert codes(text) == expected


def test_georgia_is_the_one_that_the_article_is_about() -> None:
    assert codes("Police in Atlanta, Georgia, arrested two men.") == ["US"]
    assert codes("Police in Tbilisi arrested two men. Georgia has an election soon.") == ["GE"]


def test_main_is_what_the_title_or_frequency_brings_forward() -> None:
    text = "China cut tariffs. China had raised them in May. China hopes for talks. A ship sailed to Italy."
    found = find_names(Document("China cuts tariffs", text, (Block("paragraph", 0, len(text)),)), TABLES, ())
    assert [(e.code, e.main) for e in found.countries] == [("CN", True), ("IT", False)]
    assert [m.where for m in found.countries[0].mentions] == ["title", "lead", "lead", "lead"]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("de", "Die Regierung in Südkorea verhandelt mit den USA.", ["KR", "US"]),
        ("fr", "La Chine, l'Italie et les États-Unis négocient.", ["CN", "IT", "US"]),
        ("es", "El presidente viajó a Corea del Sur.", ["KR"]),
        ("ru", "Президент России прибыл в Китай.", ["CN", "RU"]),
        ("ja", "日本と韓国の首脳が会談した。", ["JP", "KR"]),
        ("zh", "中国和美国举行会谈。", ["CN", "US"]),
        ("ko", "한국은 미국과 협상했다.", ["KR", "US"]),
        ("ar", "زار الرئيس فرنسا وألمانيا.", ["DE", "FR"]),
        ("tr", "Almanya'nın dışişleri bakanı Fransa'da konuştu.", ["DE", "FR"]),
        ("xx", "Nobody knows this tongue.", []),
    ],
)
def test_other_languages_name_countries_too(language: str, text: str, expected: list[str]) -> None:
    assert codes(text, language=language) == expected


def test_the_tables_of_the_program_know_cities() -> None:
    assert codes("Lawmakers in Nairobi and Canberra voted.", tables=default_tables()) == ["AU", "KE"]


@pytest.mark.parametrize(
    "text",
    ["The mine is near San Juan de Zorva, in Peru.", "Money is mobile. Calls and Mobile data sold well in Peru."],
)
def test_a_town_that_is_a_part_of_another_or_a_word_says_no_country(text: str) -> None:
    assert codes(text, tables=default_tables()) == ["PE"]


def test_a_dateline_says_where_it_was_written_not_what_it_is_about() -> None:
    text = "TBILISI, May 3 (Harbour Wire) - China will build a port in China. A man in Tbilisi said so."
    document = Document(None, text, (Block("paragraph", 0, len(text)),))
    assert {e.code: e.main for e in find_names(document, TABLES, ()).countries} == {"CN": True, "GE": False}


def test_a_story_that_names_no_other_land_is_at_home_where_it_was_written() -> None:
    text = "TBILISI, May 3 (Harbour Wire) - The bank cut its rate. An American said so."
    document = Document(None, text, (Block("paragraph", 0, len(text)),))
    assert {e.code: e.main for e in find_names(document, TABLES, ()).countries} == {"GE": True, "US": False}


def test_a_town_that_bears_a_countrys_name_is_in_the_state_behind_it() -> None:
    tables = default_tables()
    assert codes("Lebanon, New Hampshire, is a small town.", tables=tables) == ["US"]
    assert codes("They flew to Lebanon, Ohio being far away.", tables=tables) == ["LB", "US"]


def test_a_towns_name_in_a_universitys_says_nothing_where_many_towns_have_it() -> None:
    assert codes("Researchers at the University of Greenwich agreed.", tables=default_tables()) == []


def test_a_land_is_not_short_for_a_body_that_bears_its_name() -> None:
    text = "Ports in North Korea shut. The North Korea Lashers’ Union said so, and ships left for Atlanta."
    assert codes(text) == ["KP", "US"]


def test_a_land_of_two_words_is_nobody_of_that_name() -> None:
    document = Document(None, "Hong Kong businessman Chan Siu-ming left Hong Kong.", (Block("paragraph", 0, 51),), "en")
    found = find_names(document, default_tables(), ())
    assert [e.code for e in found.countries] == ["HK"]
    assert [e.name for e in found.people] == ["Chan Siu-ming"]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("The plant in Malta, N.Y., is to grow. It makes chips, and Malta is glad of it.", ["US"]),
        ("A shop in Peru, Indiana, closed on Monday.", ["US"]),
        ("Ships from Malta, Cyprus and Greece lay at the pier.", ["CY", "GR", "MT"]),
    ],
)
def test_a_state_behind_it_makes_a_town_of_a_land(text: str, codes: list[str]) -> None:
    document = Document(None, text, (Block("paragraph", 0, len(text)),), "en")
    found = find_names(document, default_tables(), ()).countries
    assert sorted(c.key.rpartition(":")[2].upper()[:2] for c in found) == codes
