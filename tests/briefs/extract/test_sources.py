from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefs.extract.body import Body, Outside
from briefs.extract.names import Names
from briefs.extract.page.furniture import Role
from briefs.extract.sources import find_sources
from briefs.model import Article, Block, Link, Source
from briefs.parts import evidence_of
from briefs.tables import Publisher, Tables
from tests.briefs.extract.told import told

Lines = tuple[tuple[Role, str], ...]

TABLES = Tables(
    publishers=[
        Publisher("harbour-wire", "Harbour Wire", ("HW",), ("harbourwire.example",), "agency", "GB"),
        Publisher("the-courier", "The Courier", ("Courier",), ("courier.example",), "newspaper", "GB"),
    ]
)
MARA = "person: Mara Quill | Quill"
NORFJELL = "company: Norfjell Lines | Norfjell"
COURIER = "organisation: The Courier | category=publication"


def sources(
    text: str,
    *named: str,
    outside: Lines = (),
    links: tuple[Link, ...] = (),
    language: str = "en",
) -> tuple[Source, ...]:
    document, names = told(text, *named, language=language)
    source = text
    lines = []
    for role, line in outside:
        source += "\n"
        lines.append(Outside(Block("paragraph", len(source), len(source) + len(line)), role))
        source += line
    body = Body(text, document.body.blocks, links, tuple(lines))
    article = Article(source, document.body.blocks, links)
    found = find_sources(document, article, body, names, TABLES)
    parts = {"body": text, "source": source}
    assert all(parts[e.part][e.start : e.end] == e.text for e in evidence_of(found))
    return found


def named(text: str, *entities: str) -> list[tuple[str, str]]:
    return [(s.name, s.kind) for s in sources(text, *entities)]


@pytest.mark.parametrize(
    "text",
    [
        "Fares will rise, Mara Quill said.",
        "Fares will rise, said Mara Quill, who runs the port.",
        "According to Mara Quill, fares will rise.",
        "The port's director, Mara Quill, has warned of higher fares.",
        "Mara Quill, a pilot who has sailed since 1999, sees fares rise.",
        "Port director Mara Quill told the council that fares would rise.",
        "Fares were described by the pilot Mara Quill as too low.",
        "A survey by Mara Quill of three ports counted 40 ferries.",
        "Prof. Mara Quill, said the fares would rise.",
    ],
)
def test_a_person_is_a_source(text: str) -> None:
    assert named(text, MARA) == [("Mara Quill", "person")]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Norfjell Lines said fares would rise.", "organisation"),
        ("Fares will rise, according to Norfjell Lines.", "organisation"),
        ("Officials at Norfjell Lines said fares would rise.", "organisation"),
        ("A spokeswoman for Norfjell Lines said fares would rise.", "organisation"),
        ("Fares will rise, according to a report by Norfjell Lines.", "report"),
        ("Data from Norfjell Lines showed that fares rose.", "report"),
        ("Norfjell's survey found that fares rose.", "report"),
        ("Norfjell Lines estimates the loss at 3 million euros.", "organisation"),
    ],
)
def test_an_organisation_and_its_reports_are_sources(text: str, kind: str) -> None:
    assert named(text, NORFJELL) == [("Norfjell Lines", kind)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Fares will rise, according to the 2031 Coastal Ferry Report.", "2031 Coastal Ferry Report"),
        ("Fares will rise, according to a study by Tidewatch.", "Tidewatch"),
        ("According to a recent report from 14Knots, fares will rise.", "14Knots"),
        ("Fares rose, according to a story by Friends of the Coast.", "Friends of the Coast"),
        ("Tidewatch said fares would rise.", "Tidewatch"),
        ("Tidewatch, which counts ferries, said fares would rise.", "Tidewatch"),
    ],
)
def test_names_that_nobody_knows_are_still_named(text: str, name: str) -> None:
    assert [n for n, _ in named(text)] == [name]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Fares will rise, said the head of a ferry line in the north.", "head of a ferry line in the north"),
        ("An executive from a Danish yard said fares would rise.", "executive from a Danish yard"),
        ("Fares will rise, according to people familiar with the talks.", "people familiar with the talks"),
        ("A senior official, who asked not to be named, said fares would rise.", "senior official"),
        ("Fares will rise, experts say.", "experts"),
        ("Economists are warning that fares will rise.", "Economists"),
        ("Two shoppers said the quay was empty.", "shoppers"),
        ("Norfjell Lines lost a ship, its finance director said.", "Norfjell Lines finance director"),
    ],
)
def test_those_without_a_name_are_anonymous(text: str, name: str) -> None:
    found = [s for s in sources(text, NORFJELL) if s.kind == "anonymous"]
    assert [s.name.removeprefix("Two ") for s in found] == [name]


@pytest.mark.parametrize(
    "text",
    [
        "Mara Quill would not say whether fares would rise.",
        "Mara Quill declined to comment on fares.",
        "Shares of Norfjell Lines added 3% on Monday.",
        "Norfjell Lines recalled two ferries.",
        "The United States, a ship of that name, states its course by radio.",
        "There were reports of fog, and claims for damages.",
        "Both companies said nothing new.",
        "“Mara Quill said so,” it read.",
        "The fog claimed two lives.",
    ],
)
def test_what_is_no_source(text: str) -> None:
    assert named(text, MARA, NORFJELL) == []


def test_those_who_speak_together_are_all_sources() -> None:
    ivo = "person: Ivo Brandt | Brandt"
    expected = {"Mara Quill", "Ivo Brandt"}
    assert {n for n, _ in named("The pilots Mara Quill and Ivo Brandt said fares would rise.", MARA, ivo)} == expected
    assert {n for n, _ in named("Fares will rise, said Mara Quill and Ivo Brandt.", MARA, ivo)} == expected


def test_an_office_and_its_holder_are_one_source() -> None:
    text = "Fares will rise, the town's harbour master said. Harbour Master Mara Quill said the port was full."
    document, names = told(text, MARA)
    (mara,) = names.people
    with_role = Names(people=(msgspec.structs.replace(mara, role="Harbour Master"),))
    body = Body(text, document.body.blocks, (), ())
    article = Article(text, document.body.blocks)
    found = find_sources(document, article, body, with_role, TABLES)
    assert [(s.name, len(s.statements)) for s in found] == [("Mara Quill", 2)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Papers obtained by our reporter on Monday showed that fares rose.", ("Papers", "document")),
        ("According to the lawsuit, filed in Leith, fares rose.", ("lawsuit", "document")),
        ("The study, published in The Courier, suggests that fares rose.", ("The Courier", "publication")),
        ("Figures released by Norfjell Lines show that fares rose.", ("Norfjell Lines", "report")),
        ("The survey, conducted by Norfjell Lines in May, found that fares rose.", ("Norfjell Lines", "report")),
        ("Per a report in The Courier, fares rose.", ("The Courier", "publication")),
        ("Studies show that fares rise.", ("Studies", "report")),
    ],
)
def test_documents(text: str, expected: tuple[str, str]) -> None:
    assert expected in named(text, NORFJELL, COURIER)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The port agency, UNPH, estimates that fares rose.", ("UNPH", "organisation")),
        ("Scotland's coast ministry said fares would rise.", ("Scotland's coast ministry", "organisation")),
        ("The transport ministry said fares would rise.", ("transport ministry", "organisation")),
        ("The police said nobody was hurt.", ("police", "anonymous")),
        ("Sources close to the talks said fares would rise.", ("Sources close to the talks", "anonymous")),
        ("The harbour's lawyer, Sanne de Groot, said fares would rise.", ("Sanne de Groot", "organisation")),
    ],
)
def test_bodies_and_people_by_their_description(text: str, expected: tuple[str, str]) -> None:
    (found,) = named(text)
    assert found[0] == expected[0]


def test_whom_it_and_a_surname_mean() -> None:
    text = "Sandholm sold a ferry. Every third ticket that Norfjell sells is for bicycles, it said."
    assert [n for n, _ in named(text, NORFJELL, "company: Sandholm")] == ["Norfjell Lines"]
    text = "Fares will rise, said Petra Holm. The port was full. Holm expects a better year."
    assert named(text) == [("Petra Holm", "person")]


def test_what_is_reported_of_others_is_not_theirs() -> None:
    text = "Mara Quill said a rival of Norfjell Lines had asked her. Quill said Norfjell expects rain."
    assert named(text, MARA, NORFJELL) == [("Mara Quill", "person")]


def test_bodies_find_what_documents_find() -> None:
    assert named("Norfjell Lines found in May that fares rose.", NORFJELL) == [("Norfjell Lines", "organisation")]
    assert named("Norfjell Lines found a buyer.", NORFJELL) == []


def test_a_country_that_spoke_is_no_source_of_the_article() -> None:
    assert named("Scotland said it would buy ferries.", "country: Scotland") == []


def test_both_companies_are_sources_of_what_both_said() -> None:
    text = "Norfjell Lines will buy the ferries of Sandholm, the two companies said on Friday."
    assert [n for n, _ in named(text, NORFJELL, "company: Sandholm")] == ["Norfjell Lines", "Sandholm"]


def test_the_publication_that_was_told_is_relied_on() -> None:
    text = "Fares will rise, Mara Quill told The Courier."
    assert named(text, MARA, COURIER) == [("Mara Quill", "person"), ("The Courier", "publication")]


def test_a_source_gathers_its_statements_under_one_name() -> None:
    text = "Mara Quill said fares would rise. She said the port was full. The crews are tired, Quill added."
    (source,) = sources(text, MARA)
    assert source.key == "person:mara-quill"
    assert [s.text for s in source.statements] == [
        "Mara Quill said fares would rise.",
        "She said the port was full.",
        "The crews are tired, Quill added.",
    ]


def test_a_link_within_the_attribution_is_the_address_of_the_source() -> None:
    text = "Fares rose, according to a report by Tidewatch. More at our site."
    start = text.index("report")
    inside = Link(start, start + 6, "https://tidewatch.example/fares")
    outside = Link(text.index("our site"), text.index("our site") + 8, "https://advert.example/")
    (source,) = sources(text, links=(inside, outside))
    assert source.url == "https://tidewatch.example/fares"


def test_the_agency_of_the_dateline_is_a_source() -> None:
    assert named("LEITH (HW) — The ferry sailed on Monday.") == [("Harbour Wire", "agency")]


@pytest.mark.parametrize(
    ("role", "line", "expected"),
    [
        ("credit", "Source: The Courier", ("The Courier", "publication")),
        ("credit", "Photo: Jo Tern / Harbour Wire", ("Harbour Wire", "agency")),
        ("credit", "Source: Port of Leith", ("Port of Leith", "organisation")),
        ("reference", "[2] https://www.courier.example/2031/fares", ("The Courier", "address")),
        ("reference", "3. Tidewatch, https://tidewatch.example/a.pdf", ("tidewatch.example", "address")),
    ],
)
def test_credits_and_references(role: Role, line: str, expected: tuple[str, str]) -> None:
    (source,) = sources("The ferry sailed on Monday.", outside=((role, line),))
    assert (source.name, source.kind) == expected


def test_a_reference_supports_the_sentences_that_carry_its_number() -> None:
    text = "Fares rose by a tenth [1]. Crews were paid less [2]. Both go on [1]."
    references: Lines = (
        ("reference", "[1] https://courier.example/a"),
        ("reference", "[2] https://tidewatch.example/b"),
    )
    first, second = sources(text, outside=references)
    assert [s.text for s in first.statements] == ["Fares rose by a tenth [1].", "Both go on [1]."]
    assert [s.text for s in second.statements] == ["Crews were paid less [2]."]
    assert second.url == "https://tidewatch.example/b"


def test_a_byline_or_advertisement_is_no_source() -> None:
    lines: Lines = (
        ("byline", "By Jo Tern"),
        ("junk", "Source: buy our newsletter"),
        ("junk", "https://courier.example/ad"),
    )
    assert sources("The ferry sailed on Monday.", outside=lines) == ()


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        ("Laut Norfjell Lines steigen die Preise.", "de", "Norfjell Lines"),
        ("Les prix montent, selon le comité du port.", "fr", "comité du port"),
        ("Los precios suben, según Norfjell Lines.", "es", "Norfjell Lines"),
        ("Os preços sobem, de acordo com Norfjell Lines.", "pt", "Norfjell Lines"),
        ("Die Preise steigen, sagte die Vorsitzende, Mara Quill.", "de", "Mara Quill"),
    ],
)
def test_other_languages(text: str, language: str, name: str) -> None:
    assert [s.name for s in sources(text, MARA, NORFJELL, language=language)] == [name]


def test_a_line_without_end_is_read_in_pieces() -> None:
    found = sources("Mara Quill said according to him she said " * 5000, MARA)
    assert found[0].name == "Mara Quill"
    assert max(len(s.text) for s in found[0].statements) < 2000


PIECES = st.sampled_from(
    [
        *"“”\"',.:()[]—",
        "said",
        "according",
        "to",
        "by",
        "a",
        "report",
        "Source:",
        "http://a.example",
        "[1]",
        "the",
        "two",
    ]
)


@given(st.lists(PIECES | st.just("Mara Quill"), max_size=50).map(" ".join) | st.text(max_size=200))
def test_arbitrary_text_gives_true_evidence_and_the_same_twice(text: str) -> None:
    text = text.replace("\n", " ")
    lines: Lines = (("reference", text), ("credit", text))
    assert sources(text, MARA, outside=lines) == sources(text, MARA, outside=lines)
