"""Public bodies, parties, unions and charities of the world, which no table knows; and what only looks like them."""

from __future__ import annotations

import pytest

from briefs.extract.names import Names
from briefs.extract.naming.steps import find_names
from briefs.tables import default_tables
from tests.briefs.extract.told import told


def names(text: str, language: str = "en") -> Names:
    return find_names(told(text, language=language)[0], default_tables(), ())


@pytest.mark.parametrize(
    ("language", "text", "bodies"),
    [
        ("en", "Boats were sent, the Kenya Red Cross said. The Uganda Red Cross sent tents.", {"Kenya", "Uganda"}),
        ("en", "A court jailed 12 activists of KLN and its student wing in Dhaka.", {"KLN"}),
        ("en", "A KLN lawmaker left the hall before the vote in Dhaka.", {"KLN"}),
        ("en", "Prices rose, according to the DANOL statistics agency in Quito.", {"DANOL"}),
        ("en", "The ruling Order and Progress (OeP) party rejected the bill in Warsaw.", {"Order and Progress"}),
        ("en", "It was signed by the Order and Reform Movement in Chad.", {"Order and Reform Movement"}),
        ("en", "Two men were held in Basra, the Iraqi Border Media Cell said on Monday.", {"Iraqi Border Media Cell"}),
        ("en", "She spoke for the Malawi Farm Rights NGO Forum in Zomba.", {"Malawi Farm Rights NGO Forum"}),
        ("en", "Office of Disaster Relief Administrator Arnel Pomeroy came.", {"Office of Disaster Relief"}),
        ("fr", "Le Syndicat autonome des puisatiers de Thiès (Sapt) appelle à la grève.", {"Syndicat autonome des"}),
        ("fr", "Une Ligue nationale de l'eau et des vents (LNEV) est née.", {"Ligue nationale de l'eau et des vents"}),
        ("es", "La Fiscalía General de la Nación y el Ministerio de Hacienda callan.", {"Ministerio de Hacienda"}),
        (
            "es",
            "El Tribunal Supremo de Justicia y la Organización Andina del Agua (OAA) callan.",
            {"Organización Andina"},
        ),
        ("pt", "Um relatório da Organização Lusa da Pesca (OLP) saiu ontem.", {"Organização Lusa da Pesca"}),
        ("de", "Die Deutsche Lehrergewerkschaft (DLehG) ruft zum Streik auf.", {"Deutsche Lehrergewerkschaft"}),
    ],
)
def test_bodies(language: str, text: str, bodies: set[str]) -> None:
    found = names(text, language)
    for body in bodies:
        assert any(body in o.name for o in found.organisations), found.organisations
    assert not found.companies


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("The chief prosecutor Muhammad Tarik Islam came to court. Tarik Islam was late.", ["Muhammad Tarik Islam"]),
        ("The verdict was read by Justice Md Karim Rezavi in Dhaka.", ["Md Karim Rezavi"]),
        ("“We must find peace,” said Foreign Secretary Teodor Loxin on Twitter.", ["Teodor Loxin"]),
        ("The lorry fell into River Ndolo Kubwa near Makueni.", []),
        ("Scholars say that political Islam is changing.", []),
    ],
)
def test_people(text: str, people: list[str]) -> None:
    assert [p.name for p in names(text).people] == people


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Govt reports 12 more deaths in Kenya."),
        ("en", "Police held 40 activists of BNP and its student wing in Dhaka."),
        ("de", "Über die Folgen wird in Bremen gestritten."),
    ],
)
def test_no_companies(language: str, text: str) -> None:
    assert not names(text, language).companies


def test_a_country_is_no_beginning_of_another_word() -> None:
    countries = {c.code for c in names("O governo de Santa Catarina abriu 40 escolas.", "pt").countries}
    assert "QA" not in countries


def test_a_public_body_of_the_table_says_whose_it_is() -> None:
    found = names("Four soldiers of the Kenya Defence Forces were hurt in Sudan, an officer said.")
    assert [o.name for o in found.organisations] == ["Kenya Defence Forces"]
    assert {c.code for c in found.countries} == {"KE", "SD"}
