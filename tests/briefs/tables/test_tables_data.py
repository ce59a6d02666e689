"""Our own tables: whole, without contradictions, and with what the news needs."""

from __future__ import annotations

from collections import Counter

import pytest

from briefs.extract.naming.organisations import bodies
from briefs.tables import Company, Publisher, Tables, default_tables
from briefs.tables.files import FOLDER
from briefs.tables.loader import _COLUMNS
from briefs.text import fold, sanitise

G20 = ["AR", "AU", "BR", "CA", "CN", "DE", "FR", "GB", "ID", "IN", "IT", "JP", "KR", "MX", "RU", "SA", "TR", "US", "ZA"]


@pytest.fixture(scope="module")
def tables() -> Tables:
    return default_tables()


def test_tables_are_in_nfc_and_hide_nothing() -> None:
    for file in FOLDER.rglob("*.t[sx][vt]"):
        text = file.read_text(encoding="utf-8").replace("\t", "")
        assert sanitise(text) == text, file.name


@pytest.mark.parametrize("name", list(_COLUMNS))
def test_rows_have_their_columns_and_no_stray_space(name: str) -> None:
    columns = _COLUMNS[name]
    keys = Counter[tuple[str, ...]]()
    for line in (FOLDER / f"{name}.tsv").read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        cells = line.split("\t")
        assert len(cells) <= len(columns), line
        assert all(cell == cell.strip() for cell in cells), line
        assert all(part and part == part.strip() for cell in cells if cell for part in cell.split("|")), line
        keys[(cells[0], cells[2]) if name == "places" else (cells[0],)] += 1
    assert [key for key, count in keys.items() if count > 1] == []


@pytest.mark.parametrize("name", list(_COLUMNS))
def test_the_second_line_names_the_columns(name: str) -> None:
    lines = (FOLDER / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    assert lines[1].removeprefix("# ").split("\t") == list(_COLUMNS[name])


def test_enough_of_everything(tables: Tables) -> None:
    assert len(tables.companies) >= 1_200
    assert len(tables.publishers) >= 600
    assert len(tables.countries) == 250  # the 249 of ISO 3166-1, and Kosovo
    assert sum(p.kind in ("city", "capital") for p in tables.places) >= 1_000
    assert len(tables.given_names) >= 3_000
    assert len(tables.surnames) >= 1_500
    assert len(tables.common_words) >= 5_000


@pytest.mark.parametrize("code", G20)
def test_every_economy_of_the_g20_has_its_companies(code: str, tables: Tables) -> None:
    assert sum(c.home == code for c in tables.companies) >= 20


def test_the_wider_unions_have_their_companies(tables: Tables) -> None:
    homes = Counter(c.home for c in tables.companies)
    union = {"AT", "BE", "BG", "CY", "CZ", "DK", "EE", "ES", "FI", "GR", "HR", "HU", "IE", "LT", "LU", "LV", "MT", "NL"}
    union |= {"PL", "PT", "RO", "SE", "SI", "SK"}
    africa = {
        "AO",
        "BW",
        "CD",
        "CI",
        "CM",
        "DZ",
        "EG",
        "ET",
        "GH",
        "KE",
        "LY",
        "MA",
        "MU",
        "MZ",
        "NA",
        "NG",
        "RW",
        "SN",
    }
    africa |= {"TN", "TZ", "UG", "ZM", "ZW"}
    assert union | africa <= set(homes)


def test_codes_are_known(tables: Tables) -> None:
    known = set(tables.country_by_code)
    assert {c.home for c in tables.companies} <= known
    assert {p.home for p in tables.publishers} <= known
    assert {p.country for p in tables.places} <= known | {""}


def test_every_country_but_the_uninhabited_has_its_capital(tables: Tables) -> None:
    without = set(tables.country_by_code) - {p.country for p in tables.places if p.kind == "capital"}
    uninhabited = {"AQ", "BV", "GS", "HM", "IO", "TF", "UM"}
    one_with_their_capital = {"GI", "HK", "MO", "SG", "VA"}
    villages = {"BQ", "CC", "CX", "NF", "PN", "TK"}
    assert without == uninhabited | one_with_their_capital | villages


def plain_forms(row: Company | Publisher) -> set[str]:
    return {fold(form) for form in (row.name, *row.aliases)} - {fold(form) for form in row.ambiguous}


def test_no_form_is_two_companies(tables: Tables) -> None:
    owners = Counter(form for c in tables.companies for form in plain_forms(c))
    assert [form for form, count in owners.items() if count > 1] == []


def test_no_form_is_two_publishers_and_no_domain_either(tables: Tables) -> None:
    owners = Counter(form for p in tables.publishers for form in plain_forms(p))
    assert [form for form, count in owners.items() if count > 1] == []
    domains = Counter(domain for p in tables.publishers for domain in p.domains)
    assert [domain for domain, count in domains.items() if count > 1] == []


def test_no_form_is_sure_here_and_ambiguous_there(tables: Tables) -> None:
    sure = {form for c in tables.companies for form in plain_forms(c)}
    assert sorted(sure & {fold(form) for c in tables.companies for form in c.ambiguous}) == []
    rows: list[Company | Publisher] = [*tables.companies, *tables.publishers]
    for row in rows:
        aliases = {fold(form) for form in row.aliases}
        assert not aliases & {fold(form) for form in row.ambiguous}, row.id
        assert fold(row.name) not in aliases, row.id
    for country in tables.countries:
        assert not {fold(a) for a in country.aliases} & {fold(a) for a in country.ambiguous}, country.code


def test_no_ambiguous_form_is_two_companies(tables: Tables) -> None:
    owners = Counter(form for c in tables.companies for form in {fold(form) for form in c.ambiguous})
    assert [form for form, count in owners.items() if count > 1] == []


def test_no_form_is_two_countries(tables: Tables) -> None:
    owners = Counter(
        form
        for c in tables.countries
        for form in {fold(form) for form in (c.name, *c.aliases, *c.demonyms, *c.ambiguous)}
    )
    assert [form for form, count in owners.items() if count > 1] == []


def test_of_places_with_one_name_one_at_most_is_sure(tables: Tables) -> None:
    sure = [p for p in tables.places if not p.ambiguous]
    owners = Counter(form for place in sure for form in {fold(form) for form in (place.name, *place.aliases)})
    assert [form for form, count in owners.items() if count > 1] == []


def test_companies_with_the_name_of_a_country_or_capital_are_ambiguous(tables: Tables) -> None:
    capitals = {fold(p.name) for p in tables.places if p.kind == "capital" and not p.ambiguous}
    assert sorted(set(tables.company_by_alias) & (set(tables.country_by_name) | capitals)) == []


def test_single_words_of_everyday_are_never_sure_names_of_companies(tables: Tables) -> None:
    assert sorted(form for form in tables.company_by_alias if form in tables.common_words) == ["capita"]


def test_domains_are_domains(tables: Tables) -> None:
    for publisher in tables.publishers:
        for domain in publisher.domains:
            assert domain == domain.lower().removeprefix("www."), publisher.id
            assert "." in domain, publisher.id
            assert not set(domain) & set(" /:@"), publisher.id


def test_word_lists_are_lower_case_single_words(tables: Tables) -> None:
    for words in (tables.given_names, tables.surnames, tables.common_words):
        assert all(word == word.lower() and word.strip("'-") == word for word in words)


@pytest.mark.parametrize(
    ("form", "name"),
    [
        ("Alibaba Group Holding", "Alibaba"),
        ("RedNote", "Xiaohongshu"),
        ("Xiaohongshu", "Xiaohongshu"),
        ("Taiwan Semiconductor Manufacturing Company", "TSMC"),
        ("Facebook", "Facebook"),
        ("Meta Platforms", "Meta"),
        ("Google", "Google"),
        ("Apple Inc.", "Apple"),
        ("Ford Motor", "Ford"),
        ("Twitter", "X"),
    ],
)
def test_forms_of_companies(form: str, name: str, tables: Tables) -> None:
    assert tables.company_by_alias[fold(form)].name == name


@pytest.mark.parametrize(
    "form", ["Apple", "Meta", "Amazon", "Oracle", "Target", "Gap", "Visa", "Shell", "Orange", "Ford"]
)
def test_companies_that_are_words_or_people_too(form: str, tables: Tables) -> None:
    assert fold(form) not in tables.company_by_alias
    assert fold(form) in tables.company_by_ambiguous_alias


@pytest.mark.parametrize(
    ("form", "code"),
    [("U.S.", "US"), ("Britons", "GB"), ("Dutch", "NL"), ("Chinese", "CN"), ("UAE", "AE"), ("South Korea", "KR"),
     ("Türkiye", "TR"), ("Congolese", "CD"), ("Côte d'Ivoire", "CI"), ("Holland", "NL"), ("Kosovars", "XK")],
)  # fmt: skip
def test_forms_of_countries(form: str, code: str, tables: Tables) -> None:
    assert tables.country_by_name[fold(form)].code == code


@pytest.mark.parametrize("form", ["Georgia", "Jordan", "Chad", "Turkey", "Guinea", "Jersey", "America"])
def test_countries_that_want_context(form: str, tables: Tables) -> None:
    assert form in {ambiguous for country in tables.countries for ambiguous in country.ambiguous}


@pytest.mark.parametrize(
    ("form", "country", "ambiguous"),
    [("Beijing", "CN", False), ("the Kremlin", "RU", False), ("Silicon Valley", "US", False), ("Reading", "GB", True),
     ("Nice", "FR", True), ("Washington", "US", True), ("Mobile", "US", True), ("New Jersey", "US", False),
     ("Middle East", "", False), ("London", "GB", False), ("Bangalore", "IN", False)],
)  # fmt: skip
def test_places(form: str, country: str, ambiguous: bool, tables: Tables) -> None:
    places = [p for p in tables.places if fold(form) in map(fold, (p.name, *p.aliases))]
    place = min(places, key=lambda place: place.ambiguous)
    assert (place.country, place.ambiguous) == (country, ambiguous)


@pytest.mark.parametrize(
    ("domain", "name"),
    [
        ("reuters.com", "Reuters"),
        ("bbc.co.uk", "BBC"),
        ("bbc.com", "BBC"),
        ("nikkei.com", "Nikkei"),
        ("aa.com.tr", "Anadolu Agency"),
    ],
)
def test_publishers_by_domain(domain: str, name: str, tables: Tables) -> None:
    assert tables.publisher_by_domain[domain].name == name


def test_every_form_of_a_body_is_its_own_and_no_companys(tables: Tables) -> None:
    forms = Counter(form for body in bodies() for form in body.forms)
    assert [form for form, count in forms.items() if count > 1] == []
    companies = {form for company in tables.companies for form in (company.name, *company.aliases)}
    assert sorted(set(forms) & companies) == ["Dow", "Roscosmos", "UFC"]  # the body is what news means by it
