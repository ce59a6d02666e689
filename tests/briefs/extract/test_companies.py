"""Companies and organisations: tables, legal forms, cues, lists, aliases, and what is no company."""

from __future__ import annotations

import pytest

from briefs.extract.document import Document
from briefs.extract.names import Names
from briefs.extract.naming.steps import find_names
from briefs.model import Block
from briefs.tables import Company, Country, Place, Publisher, Tables, default_tables

TABLES = Tables(
    companies=[
        Company("nordbank", "Nordbank", ("Nordbank Group Holding",), (), "NO", "finance"),
        Company("gap", "Gap", ("Gap Inc.",), ("Gap",), "US", "retail"),
        Company("orange", "Orange", (), ("Orange",), "FR", "telecom"),
        Company("kestrel", "Kestrel Motors", ("KSM", "Kestrel"), (), "GB", "cars"),
        Company("mcbrae", "McBrae's", (), (), "US", "food"),
    ],
    publishers=[
        Publisher("the-herald", "The Herald", (), (), "newspaper", "GB"),
        Publisher("time", "Time", (), (), "magazine", "US", ("Time",)),
    ],
    countries=[Country("US", "United States", ("U.S.",), ("American",), ()), Country("NP", "Nepal", (), (), ())],
    places=[Place("Kremlin", ("the Kremlin",), "RU", "government", False)],
    words={"given_names": ["ola"], "surnames": ["berg"], "common_words": ["gap orange time bank ford the of"]},
)


def names(*paragraphs: str, title: str | None = None, tables: Tables = TABLES) -> Names:
    blocks, start = [], 0
    for paragraph in paragraphs:
        blocks.append(Block("paragraph", start, start + len(paragraph)))
        start += len(paragraph) + 2
    return find_names(Document(title, "\n\n".join(paragraphs), tuple(blocks)), tables, ())


def companies(*paragraphs: str) -> set[str]:
    return {e.name for e in names(*paragraphs).companies}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Rivals such as Quillora, Nordbank and Vessling cut prices.", {"Quillora", "Nordbank", "Vessling"}),
        ("He worked at Quillora and has a stake in Vessling.", {"Vessling"}),
        ("The app, owned by Quillora, is free. Quillora said it would grow.", {"Quillora"}),
        ("Quillora, Inc. (NASDAQ: QLR) rose.", {"Quillora"}),
        ("Quillora CEO Ola Berg resigned.", {"Quillora"}),
        ("Bank of Quillora raised rates for savers.", {"Bank of Quillora"}),
        ("Carmakers like Kestrel sell more.", {"Kestrel"}),
        ("McBrae's sold more burgers.", {"McBrae's"}),
        ("He posted on Orange that it rained.", {"Orange"}),
        ("State-owned Quillora lost money.", {"Quillora"}),
        ("QuillOra is the only company that makes it.", {"QuillOra"}),
        ("He put it into a company called Better Hope and lost it.", {"Better Hope"}),
        ("The fastest is Quillora, backed by a bank.", {"Quillora"}),
        ("She drives for Vessling, which took $10 million from a fund in the spring.", {"Vessling"}),
        ("The yard belongs to Quillora, which was started in 2016.", {"Quillora"}),
        ("Nordbank and Oslo-based Vessling bid.", {"Nordbank", "Vessling"}),
        ("The mine's owner Vessel Resources rejected it.", {"Vessel Resources"}),
        ("Harrow & Bligh sank on Monday, it said.", {"Harrow & Bligh"}),
        ("They cheered Quillora Dynamics' Ola Berg.", {"Quillora Dynamics"}),
        ("It is cheap, said an analyst at Third Bridge in the morning.", {"Third Bridge"}),
        ("Morning Green Power, the renewable arm of Orange, will raise money.", {"Morning Green Power"}),
        ("The tender was held by Solar Energy Corporation of Nepal.", {"Solar Energy Corporation of Nepal"}),
    ],
)
def test_what_names_a_company(sentence: str, expected: set[str]) -> None:
    assert expected <= companies(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Gap years are popular. The gap is wide.",
        "Orange and Riverside counties are dry.",
        "The S&P 500 and the Nasdaq fell.",
        "The Herald reported the news.",
        "The new QX9 phone is quick.",
        "The CEO, the CFO and the IPO.",
        "A study by the Harbour Institute said so.",
        "The Ministry of Finance and Planning fell silent.",
    ],
)
def test_what_names_no_company(sentence: str) -> None:
    assert companies(sentence) == set()


def test_aliases_and_short_forms_are_one_company() -> None:
    found = names("Vessling Capital bought it. Vessling paid in cash. Vessling Capital LLC said it was glad.")
    (company,) = found.companies
    assert company.name == "Vessling Capital" and company.key == "company:vessling-capital"
    assert [m.text for m in company.mentions] == ["Vessling Capital", "Vessling", "Vessling Capital LLC"]


def test_the_name_is_the_tables_where_the_text_has_it_or_only_letters() -> None:
    (company,) = names("Nordbank Group Holding raised cash.").companies
    assert (company.name, company.key, company.home, company.category) == (
        "Nordbank Group Holding",
        "company:nordbank",
        "NO",
        "finance",
    )
    assert names("KSM raised cash.").companies[0].name == "Kestrel Motors"


def test_a_product_is_not_its_maker_but_speaks_of_it() -> None:
    found = names("The Nordbank Saver Pro costs nothing.")
    assert [m.text for m in found.companies[0].mentions] == ["Nordbank"]


def test_a_headline_in_title_case_names_companies_of_the_table() -> None:
    found = names("Sales rose.", title="Nordbank Sees Sales Rise Sharply This Year")
    assert [e.name for e in found.companies] == ["Nordbank"] and found.companies[0].main


def test_organisations_have_a_category() -> None:
    found = names(
        "The Harbour University, the Ministry of Environment, Forestry and Tourism, the IMF and the Kremlin met. "
        "The Greenfold Institute, a think tank, and Verdal, the services union, stayed away. The Herald saw it."
    )
    kinds = {e.name: e.category for e in found.organisations}
    assert kinds["Harbour University"] == "university"
    assert kinds["International Monetary Fund"] == "intergovernmental"
    assert kinds["Kremlin"] == kinds["Ministry of Environment, Forestry and Tourism"] == "government"
    assert kinds["The Herald"] == "newspaper"
    assert {"Greenfold Institute", "Verdal"} <= set(kinds)


def test_a_ministry_names_its_country_and_a_club_does_not() -> None:
    assert [e.code for e in names("The Civil Aviation Authority of Nepal closed it.").countries] == ["NP"]
    assert [e.code for e in names("The American Kennel Club shut its doors in Nepal.").countries] == ["NP"]
    assert [e.code for e in names("The American Kennel Club shut its doors.").countries] == ["US"]  # no other land


def test_a_nationality_before_a_known_body_is_left_out() -> None:
    found = names("The U.S. Supreme Court agreed. The Supreme Court ruled in May.")
    (court,) = found.organisations
    assert court.name == "Supreme Court" and len(court.mentions) == 2
    assert [e.code for e in found.countries] == ["US"]


def test_without_the_table_companies_are_found_by_rules_alone() -> None:
    found = names("Chipmaker Quillora hired ten people.", tables=default_tables().without_companies())
    assert [e.name for e in found.companies] == ["Quillora"]


def test_a_single_name_that_speaks_is_somebody_and_unsure() -> None:
    (company,) = names("The price fell. Quillora said that demand was weak.").companies
    assert company.name == "Quillora"
    assert company.confidence < 0.5
    assert not names("The price fell. Residents said that demand was weak.").companies


def test_a_firm_that_bears_its_founders_name_is_meant_by_what_firms_do() -> None:
    found = names("Ola Berg founded Berg Biologics in 1990.", "Berg raised $318 million in June, and Berg hires.")
    assert [(e.name, len(e.mentions)) for e in found.companies] == [("Berg Biologics", 3)]


@pytest.mark.parametrize(
    ("text", "name", "forms"),
    [
        (
            "The Harbour Retailers Owners Association, HAROWA, met. HAROWA wants more.",
            "Harbour Retailers Owners Association",
            {"HAROWA", "Harbour Retailers Owners Association"},
        ),
        (
            "He leads Hines (Harbour Institute of Northern Example Studies). Hines was founded in 1990.",
            "Harbour Institute of Northern Example Studies",
            {"Hines", "Harbour Institute of Northern Example Studies"},
        ),
        (
            "The Nordian Midstream and Downstream Regulatory Authority fined it.",
            "Nordian Midstream and Downstream Regulatory Authority",
            {"Nordian Midstream and Downstream Regulatory Authority"},
        ),
        (
            "The National Secretary of the Harbour Farmers Association, Ola Berg, wept.",
            "Harbour Farmers Association",
            {"Harbour Farmers Association"},
        ),
    ],
)
def test_bodies_whole_with_their_short_names(text: str, name: str, forms: set[str]) -> None:
    (body,) = names(text).organisations
    assert body.name == name
    assert {m.text for m in body.mentions} == forms


def test_a_company_of_the_table_that_is_called_like_a_person_is_the_company() -> None:
    found = names("Prices rose, says an index by Morgan Stanley and Quillora.", tables=default_tables())
    assert [e.name for e in found.companies][:1] == ["Morgan Stanley"] and not found.people


def test_an_acronym_that_is_read_as_a_word_is_written_both_ways() -> None:
    tables = Tables(companies=[Company("cofca", "COFCA", (), (), "CN", "food")])
    for text in ("Traders at COFCA sold soy.", "Traders at Cofca sold soy."):
        assert [e.key for e in names(text, tables=tables).companies] == ["company:cofca"]


def test_an_index_is_no_company_though_its_exchange_is() -> None:
    found = names("The Nordbank index (NBi) gained 0.6 percent.")
    assert not found.companies
    assert [e.name for e in found.organisations] == ["Nordbank"]


def test_courts_are_each_their_own() -> None:
    found = names("The High Court jailed him. He will go to the Court of Appeal.", tables=default_tables())
    assert {e.name for e in found.organisations} == {"High Court", "Court of Appeal"}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Shares of 3M rose, and so did those of 01.AI.", {"3M", "01.AI"}),
        ("It raised $3M for 3M users.", set()),
        ("Best BP1s sold for more.", set()),
        ("The German Airline has made an offer.", set()),
    ],
)
def test_names_with_numbers_and_what_only_looks_like_a_name(sentence: str, expected: set[str]) -> None:
    assert {e.name for e in names(sentence, tables=default_tables()).companies} == expected


def test_letters_of_a_firm_that_spell_a_body_of_the_text_are_that_body() -> None:
    found = names("The Kelby Sailing Museum met on Monday. Nobody at KSM wept.")
    assert not found.companies
    assert [m.text for e in found.organisations for m in e.mentions] == ["Kelby Sailing Museum", "KSM"]
