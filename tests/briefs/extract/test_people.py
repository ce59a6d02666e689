"""People: their full names, surnames, roles and affiliations."""

from __future__ import annotations

import pytest

from briefs.extract.document import Document
from briefs.extract.names import Names
from briefs.extract.naming.steps import find_names
from briefs.model import Author, Block, Entity
from briefs.tables import Company, Country, Publisher, Tables

TABLES = Tables(
    companies=[Company("nordbank", "Nordbank", (), (), "NO", "finance")],
    publishers=[Publisher("the-herald", "The Herald", (), (), "newspaper", "GB")],
    countries=[Country("KR", "South Korea", (), ("South Korean",), ())],
    words={
        "given_names": ["greta ola ingrid jordan min-jun anna mark peter lars"],
        "surnames": ["lund berg kim wei"],
        "common_words": ["hosting analyst bank harbour research green may will rose the said of"],
    },
)


def names(*paragraphs: str, title: str | None = None, language: str = "en") -> Names:
    blocks, start = [], 0
    for paragraph in paragraphs:
        blocks.append(Block("paragraph", start, start + len(paragraph)))
        start += len(paragraph) + 2
    return find_names(Document(title, "\n\n".join(paragraphs), tuple(blocks), language), TABLES, ())


def only(found: Names) -> Entity:
    (person,) = found.people
    return person


@pytest.mark.parametrize(
    ("sentence", "name", "role", "affiliation"),
    [
        ("Nordbank President Ola Berg resigned.", "Ola Berg", "President", "Nordbank"),
        ("Nordbank CEO Kim Wei-sung resigned.", "Kim Wei-sung", "CEO", "Nordbank"),
        ("Veteran shipping analyst Ola Berg agreed.", "Ola Berg", "Veteran shipping analyst", None),
        ("Ola Berg, a professor at Hammerfest University, agreed.", "Ola Berg", None, "Hammerfest University"),
        ("“No,” said Ola Berg, Nordbank's chief economist.", "Ola Berg", "Nordbank's chief economist", "Nordbank"),
        ("“No,” said Ola Berg, Head of Research at Nordbank.", "Ola Berg", None, "Nordbank"),
        ("“No,” said Ola Berg, Director, Nordbank.", "Ola Berg", "Director", "Nordbank"),
        ("The minister of mines and energy Ola Berg agreed.", "Ola Berg", "minister of mines and energy", None),
        ("The port's spokesman, Ola Berg, declined to comment.", "Ola Berg", "port's spokesman", None),
        ("“No,” said Ola Berg of Nordbank.", "Ola Berg", None, "Nordbank"),
        ("Former South Korean Prime Minister Ola Berg agreed.", "Ola Berg", "Prime Minister", None),
        ("Deputy Secretary of State Ola Berg agreed.", "Ola Berg", "Deputy Secretary of State", None),
        ("Nordbank's Ola Berg saw it coming.", "Ola Berg", None, "Nordbank"),
    ],
)
def test_roles_and_affiliations(sentence: str, name: str, role: str | None, affiliation: str | None) -> None:
    person = only(names(sentence))
    assert person.name == name
    assert person.affiliation == affiliation
    if role is not None:
        assert person.role == role
    else:
        assert person.role is None or person.role in sentence
    for evidence in (person.role_evidence, person.affiliation_evidence):
        assert evidence is None or sentence[evidence.start : evidence.end] == evidence.text


def test_a_surname_is_the_person_named_before() -> None:
    person = only(names("Economist Greta Lund spoke.", "Prices will rise, Lund said. Mrs Lund's book is new."))
    assert [m.text for m in person.mentions] == ["Greta Lund", "Lund", "Lund"]
    assert [m.where for m in person.mentions] == ["lead", "lead", "lead"]


def test_a_family_name_may_stand_first() -> None:
    person = only(names("Upstart CEO Wei Fanglan spoke. Wei said the loss was small."))
    assert [m.text for m in person.mentions] == ["Wei Fanglan", "Wei"]


def test_a_headline_in_title_case_finds_who_the_body_names() -> None:
    found = names("Nordbank chairman Ola Berg resigned on Friday.", title="Ola Berg Leaves Nordbank With Warm Words")
    assert [m.where for m in only(found).mentions] == ["title", "lead"]
    assert found.people[0].main and found.companies[0].main


def test_two_in_one_title_are_two_people() -> None:
    found = names("Justices Ola Berg and Greta Lund dissented.")
    assert {p.name for p in found.people} == {"Ola Berg", "Greta Lund"}


@pytest.mark.parametrize(
    "sentence",
    [
        "The Premier League resumes in May.",
        "The Harbour Research Institute closed.",
        "Hosting Lund at the event was a pleasure for no one.",
        "Green Valley Road is shut.",
        "Gen Z spends more.",
        "Chief Product Officer is a title.",
        "He works on the Prime Plan.",
        "Northern Ridge was hit by snow.",
    ],
)
def test_what_is_no_person(sentence: str) -> None:
    assert not names(sentence).people


def test_initials_and_particles_belong_to_the_name() -> None:
    assert only(names("Judge Ola B. Berg ruled.")).name == "Ola B. Berg"
    assert only(names("Gov. Greta van der Lund signed it.")).name == "Greta van der Lund"


def test_an_age_says_a_person() -> None:
    assert only(names("Orsolya Tharn, 34, was hurt.")).name == "Orsolya Tharn"


def test_a_word_before_a_given_name_is_left_out() -> None:
    person = only(names("Bundeskanzlerin Greta Lund sprach in der Stadt.", language="de"))
    assert person.name == "Greta Lund"


def test_a_longer_form_takes_in_a_shorter_one() -> None:
    person = only(names("Ola Berg spoke first. Ola T. Berg, a banker, spoke last."))
    assert person.name == "Ola T. Berg" and len(person.mentions) == 2


def test_an_author_is_nobody_of_the_article_unless_it_speaks_of_them() -> None:
    text = "Greta Lund is a reporter in Oslo and covers shipping."
    read = Document(None, text, (Block("paragraph", 0, len(text)),))
    assert not find_names(read, TABLES, (Author("Greta Lund"),)).people
    assert find_names(read, TABLES, (Author("Ola Berg"),)).people
    news = "Greta Lund was hurt on Friday."
    assert find_names(Document(None, news, (Block("paragraph", 0, len(news)),)), TABLES, (Author("Greta Lund"),)).people


def test_a_person_known_by_one_name_has_the_full_one() -> None:
    assert only(names("Obama spoke on Friday.")).name == "Barack Obama"
    found = names("Michelle Obama spoke on Friday. Obama said she was glad.")
    assert {p.name for p in found.people} == {"Michelle Obama"}


def test_a_nickname_in_quotes_belongs_to_the_name() -> None:
    assert only(names('Coach Ola "Bo" Berg resigned. Berg said he was tired.')).name == 'Ola "Bo" Berg'


def test_whom_its_means() -> None:
    person = only(names("Nordbank lost money in May. Its founder, Ola Berg, resigned."))
    assert (person.role, person.affiliation) == ("founder", "Nordbank")


def test_nothing_is_said_across_lines() -> None:
    person = only(names("We met Ola Berg", "A director of something else entirely spoke."))
    assert person.role is None


def test_no_article_stands_before_a_persons_name() -> None:
    assert not names("The Mustang Trek-E has a range of 400 km. The Mustang Trek-E is red.").people
    found = names("It was late, the Anna Sena leader said.")
    assert not found.people
    assert [e.name for e in found.organisations] == ["Anna Sena"]


def test_a_month_may_be_a_given_name() -> None:
    tables = Tables(words={"given_names": ["june"], "common_words": ["june"]})

    def people(text: str) -> list[str]:
        document = Document(None, text, (Block("paragraph", 0, len(text)),))
        return [e.name for e in find_names(document, tables, ()).people]

    assert people("June Odebrand builds ships. Odebrand smiled.") == ["June Odebrand"]
    assert people("It opened in June Odebrand said.") != ["June Odebrand"]


def test_the_name_before_a_marriage_is_the_same_person() -> None:
    person = only(names("Anna Lund-Moore died. As Anna Lund she studied in Oslo.", title="Anna Lund-Moore dies"))
    assert person.name == "Anna Lund-Moore"
    assert len(person.mentions) == 3


def test_called_by_the_first_name_where_no_surname_is_used() -> None:
    person = only(names("Prime Minister Anwi Ibrahan flew home.", "Anwi said that it rained."))
    assert [m.text for m in person.mentions] == ["Anwi Ibrahan", "Anwi"]


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("“It works,” said Anna Lund, Ph.D., founder of Nordbank.", "Anna Lund", "founder of Nordbank"),
        ("Senator Mark Berg, Senator Anna Lund and others have sued.", "Mark Berg", "Senator"),
        ("Born to a sailor and a jute worker, Anna Lund studied.", "Anna Lund", None),
        ("He paid businessman Tan Boon Keat a million.", "Tan Boon Keat", "businessman"),
        ("The lawyer, Datuk Seri Anna Sri Lund, will appeal.", "Anna Sri Lund", "lawyer"),
        ("Vice President and Treasurer John Milton agreed.", "John Milton", "Vice President and Treasurer"),
    ],
)
def test_whose_role_it_is(text: str, name: str, role: str | None) -> None:
    assert {e.name: e.role for e in names(text).people}[name] == role


def test_its_head_is_that_of_whom_the_sentence_before_spoke() -> None:
    found = names("The Harbour Association has asked the Fishing Commission for help. Its president, Ola Berg, wept.")
    assert only(found).affiliation == "Harbour Association"


def test_a_mine_is_no_person() -> None:
    found = names("Workers at Chile's Quebrada Alba copper mine went home. Quebrada Alba closed.")
    assert not found.people


@pytest.mark.parametrize(
    ("text", "affiliation"),
    [
        ("“Nobody has a berth,” said Anna Lund, who heads the desk for fish at Nordbank.", "Nordbank"),
        ("The fund is Nordbank, founded by Anna Lund.", "Nordbank"),
        ("But Mark Lund Jr. of Nordbank wept.", "Nordbank"),
        ("Anna Lund, who had a house, saw Nordbank fall.", None),
    ],
)
def test_whom_somebody_works_for(text: str, affiliation: str | None) -> None:
    assert only(names(text)).affiliation == affiliation


def test_a_named_chair_is_nobody() -> None:
    found = names("Ola Berg, the Greta and Peter Lund Professor of Chemistry, said so.")
    assert [e.name for e in found.people] == ["Ola Berg"]


def test_one_name_behind_what_somebody_is() -> None:
    found = names("A local police chief Sutarno said that the road was shut.")
    assert [p.name for p in found.people] == ["Sutarno"]


def test_a_surname_alone_that_speaks_is_no_firm() -> None:
    found = names("The well is good, McAlder told reporters. It will be dug in May, McAlder said.")
    assert [p.name for p in found.people] == ["McAlder"]
    assert not found.companies
