"""Names over whole documents: our own sentences, a few rows of tables, and anything hypothesis thinks of."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefs.extract.document import Document
from briefs.extract.names import Names
from briefs.extract.naming.steps import find_names
from briefs.model import Block, Entity, Evidence
from briefs.parts import evidence_of
from briefs.tables import Company, Country, Place, Publisher, Tables
from tests.growth import is_linear

TABLES = Tables(
    companies=[
        Company("acme-rockets", "Acme Rockets", ("Acme",), (), "US", "space"),
        Company("target", "Target", ("Target Corporation",), ("Target",), "US", "retail"),
        Company("ford", "Ford", ("Ford Motor Company",), (), "US", "cars"),
        Company("bank-of-america", "Bank of America", ("BofA",), (), "US", "finance"),
        Company("nordbank", "Nordbank", ("Nordbank Group", "NBK"), (), "NO", "finance"),
    ],
    publishers=[Publisher("china-daily", "China Daily", (), ("chinadaily.com.cn",), "newspaper", "CN")],
    countries=[
        Country("US", "United States", ("US", "U.S.", "America", "United States of America"), ("American",), ()),
        Country("CN", "China", (), ("Chinese",), ()),
        Country("NO", "Norway", (), ("Norwegian",), ()),
        Country("JO", "Jordan", (), ("Jordanian",), ("Jordan",)),
        Country("JE", "Jersey", (), (), ()),
        Country("KR", "South Korea", ("Korea",), ("South Korean", "Korean"), ()),
    ],
    places=[
        Place("New Jersey", (), "US", "state", False),
        Place("Oslo", (), "NO", "capital", False),
        Place("Vaughan", (), "CA", "city", True),
        Place("North America", (), "", "continent", False),
    ],
)


def document(*paragraphs: str, title: str | None = None, language: str = "en") -> Document:
    blocks, start = [], 0
    for paragraph in paragraphs:
        blocks.append(Block("paragraph", start, start + len(paragraph)))
        start += len(paragraph) + 2
    return Document(title, "\n\n".join(paragraphs), tuple(blocks), language)


def names(*paragraphs: str, title: str | None = None, tables: Tables = TABLES) -> Names:
    return find_names(document(*paragraphs, title=title), tables, ())


def said(entities: tuple[Entity, ...]) -> set[str]:
    return {e.name for e in entities}


def test_a_name_is_a_company_here_and_a_person_there() -> None:
    company = names("Ford said its shares rose 3% after Ford's revenue beat forecasts.")
    assert said(company.companies) == {"Ford"} and not company.people
    person = names("Novelist Harriet Ford lives in Oslo. Ford said she had never written so slowly.")
    assert said(person.people) == {"Harriet Ford"} and not person.companies
    assert [m.text for m in person.people[0].mentions] == ["Harriet Ford", "Ford"]


def test_a_name_is_a_country_here_and_a_person_there() -> None:
    country = names("The king of Jordan flew home. Talks in Jordan go on, Jordanian officials said.")
    assert [e.code for e in country.countries] == ["JO"]
    person = names("Coach Wilma Jordan resigned on Monday. Jordan said she was tired.")
    assert said(person.people) == {"Wilma Jordan"} and not person.countries


@pytest.mark.parametrize(
    "sentence",
    [
        "Shares of Bank of America fell.",
        "The state of New Jersey sued.",
        "China Daily printed a photograph of the bridge.",
        "Sales across North America grew.",
    ],
)
def test_a_longer_name_hides_the_country_within(sentence: str) -> None:
    assert not {"CN", "JE"} & {e.code for e in names(sentence).countries}


def test_the_home_of_a_company_is_no_mention_of_it() -> None:
    found = names("Nordbank raised $2 million on Monday.")
    assert found.companies[0].home == "NO" and not found.countries


def test_an_ambiguous_form_wants_business_around_it() -> None:
    assert not names("The missile hit its target. Target practice ended at noon.").companies
    assert said(names("He sold shares of Target on Friday. Target's shares had doubled.").companies) == {"Target"}


def test_aliases_are_one_company_under_its_canonical_name() -> None:
    found = names("Nordbank Group hired ten people. Nordbank declined to comment. NBK rose 2%.")
    assert len(found.companies) == 1
    assert found.companies[0].key == "company:nordbank" and len(found.companies[0].mentions) == 3


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("The startup Quillora raised $5 million.", "Quillora"),
        ("Quillora, a Berlin-based maker of pens, hired a designer.", "Quillora"),
        ("Mossbeck Inc. reported a loss.", "Mossbeck"),
        ("Shares of Quillora fell on Monday after Quillora reported a loss.", "Quillora"),
        ("Quillora's chief executive resigned. Quillora acquired a rival.", "Quillora"),
        ("Hollin Brook Capital owns a tenth of it.", "Hollin Brook Capital"),
    ],
)
def test_a_company_in_no_table_is_found(sentence: str, name: str) -> None:
    assert said(names(sentence).companies) == {name}


def test_an_acronym_in_parentheses_is_another_name() -> None:
    found = names("The Harbour Safety Authority of Norway (HSAN) closed it. HSAN gave no reason.")
    (authority,) = found.organisations
    assert authority.category == "government"
    assert [m.text for m in authority.mentions] == ["Harbour Safety Authority of Norway", "HSAN", "HSAN"]


def test_abbreviations_of_the_trade_are_nobody() -> None:
    found = names("AI and AGI need GPUs, the CEO said. LLM prices fell. The IPO is due in May.")
    assert found.entities == ()


def test_names_resolve_for_the_other_extractors() -> None:
    text = "Economist Greta Lund spoke in Oslo. Lund said prices would fall. She was sure."
    found = names(text)
    place = text.index("Lund said")
    ((mention, entity),) = found.within("body", place, place + len("Lund"))
    assert (mention.text, entity.key) == ("Lund", "person:greta-lund")
    assert not list(found.within("body", text.index("spoke"), text.index("Oslo")))


SCRAPS = [
    "Ford",
    "Jordan",
    "said",
    "of",
    "the",
    "and",
    ",",
    ".",
    "(",
    ")",
    "“",
    "”",
    "'",
    "CEO",
    "Nordbank",
    "Group",
    "New",
    "Jersey",
    "University",
    "China-US",
    "Mr.",
    "Lund",
    "中国",
    "Москва",
    "President",
    "AI",
    "'s",
    "May",
    "5",
    "\n",
    "Inc.",
    "&",
    "Jordan's",
    "ministry",
    "Ministry",
    "-based",
    "é",
    "İstanbul",
    "ﬁ",
]
TEXTS = st.text(max_size=300) | st.lists(
    st.sampled_from(SCRAPS),
    max_size=60,
).map(" ".join)


@settings(max_examples=300, deadline=None)
@given(TEXTS, TEXTS)
def test_any_text_gives_true_evidence_twice_the_same(title: str, body: str) -> None:
    blocks = (Block("paragraph", 0, len(body)),)
    found = find_names(Document(title, body, blocks), TABLES, ())
    parts = {"title": title, "body": body}
    for entity in found.entities:
        assert entity.mentions and 0 <= entity.confidence <= 1
        for evidence in evidence_of(entity):
            assert isinstance(evidence, Evidence)
            assert parts[evidence.part][evidence.start : evidence.end] == evidence.text != ""
    assert found == find_names(Document(title, body, blocks), TABLES, ())


@pytest.mark.parametrize(
    "unit",
    [
        "He bought New Zorb{0} Vex{0} Inc. ",
        "Said Anna Zorb{0}x. Zorb said no. ",
        "The Zorb{0} Vex Agency (ZVA{0}) met. ",
        "Ministry of Finance, Trade, ",
        "Bank of ",
        "Bob Smith, analyst, ",
        "China's ",
        "US-China-",
        "A. ",
    ],
)
def test_time_grows_with_the_length_and_no_faster(unit: str) -> None:
    def finding(count: int) -> Callable[[], object]:
        read = document("".join(unit.format(i) for i in range(count)))
        assert len(read.body.sentences) + len(read.body.tokens) > 0  # cut once for all extractors, not for this one
        return lambda: find_names(read, TABLES, ())

    assert is_linear(finding, 500)
