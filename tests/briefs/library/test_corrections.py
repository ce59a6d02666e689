from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec
import pytest

from briefs.errors import NotFoundError, UsageError
from briefs.library import Correction, Library
from briefs.model import Article, Brief, Entity, Evidence, Ground, Grounds, Original, Quotation
from briefs.parts import false_evidence
from briefs.tables import Company, Country, Tables

Make = Callable[..., tuple[Original, Article, Brief]]
Named = Callable[..., Entity]

TABLES = Tables(
    [Company("norland-power", "Norland Power", ("Norland Power Group",), (), "NO", "industry")],
    countries=[Country("PT", "Portugal", (), ("Portuguese",), ()), Country("NO", "Norway", (), ("Norwegian",), ())],
)


def tables() -> Tables:
    return TABLES


BODY = "Norland Power sells its grid to Tagus Rede, said Ines Duarte. Portugal must agree. Duarte expects it to."


@pytest.fixture
def story(library: Library, make: Make, entity: Named) -> str:
    person = entity("person", "Ines Duarte", BODY)
    original, article, brief = make(
        BODY,
        title="Ines Duarte sells the grid",
        published="2025-03-02",
        companies=(entity("company", "Tagus Rede", BODY),),
        people=(person,),
        countries=(entity("country", "Portugal", BODY, key="country:PT", code="PT"),),
    )
    in_title = msgspec.structs.replace(person.mentions[0], part="title", start=0, end=11, where="title")
    said = Evidence("body", 0, 42, BODY[:42])
    brief = msgspec.structs.replace(
        brief,
        people=(msgspec.structs.replace(person, mentions=(in_title, *person.mentions)),),
        quotations=(Quotation(said.text, False, said, "Ines Duarte", person.key),),
        grounds=Grounds(published=Ground((), 0.4)),
    )
    assert not false_evidence(brief)
    return library.add(original, article, brief).id


def test_what_the_reader_says_is_seen_everywhere(library: Library, story: str) -> None:
    before = library.corrections.correct(
        story, Correction(title="The grid is sold ", published="2025-03-03T08:15", publisher="The Ledger")
    )
    assert before == Correction()
    brief = library.brief(story)
    assert (brief.title, brief.published, brief.publisher) == ("The grid is sold", "2025-03-03T08:15", "The Ledger")
    assert brief.grounds.title == brief.grounds.published == brief.grounds.publisher == Ground((), 1.0, True)
    row = library.rows([story])[0]
    assert (row.title, row.published, row.publisher, row.revision) == (
        "The grid is sold",
        "2025-03-03T08:15",
        "The Ledger",
        2,
    )
    assert [c.sequence for c in library.changes()] == [2]
    assert library.uncorrected(story).title == "Ines Duarte sells the grid"
    assert library.corrections.ids() == {story}


def test_evidence_follows_a_new_title_or_goes_with_the_old_one(library: Library, story: str) -> None:
    library.corrections.correct(story, Correction(title="Grid sold, says Ines Duarte"))
    brief = library.brief(story)
    assert not false_evidence(brief)
    assert [(m.part, m.start) for m in brief.people[0].mentions] == [("title", 16), ("body", BODY.index("Ines"))]
    library.corrections.correct(story, Correction(title="Grid sold"))
    brief = library.brief(story)
    assert not false_evidence(brief)
    assert [m.part for m in brief.people[0].mentions] == ["body"]


def test_an_empty_text_says_that_there_is_none(library: Library, story: str) -> None:
    library.corrections.correct(story, Correction(title="", published="", publisher=""))
    brief = library.brief(story)
    assert (brief.title, brief.published, brief.publisher) == (None, None, None)
    assert not false_evidence(brief)
    assert library.rows([story])[0].published is None


def test_companies_people_and_countries_come_and_go(library: Library, story: str) -> None:
    library.corrections.correct(
        story,
        Correction(
            add_company=("norland power group", "Harbour & Sons"),
            remove_company=("Tagus Rede",),
            add_person=("Rui Costa",),
            remove_person=("ines duarte",),
            add_country=("Norwegian",),
            remove_country=("pt",),
        ),
        tables,
    )
    brief = library.brief(story)
    assert [(c.key, c.name, c.home, c.main, c.corrected) for c in brief.companies] == [
        ("company:norland-power", "Norland Power", "NO", True, True),
        ("company:harbour-sons", "Harbour & Sons", None, True, True),
    ]
    assert [(p.key, p.corrected) for p in brief.people] == [("person:rui-costa", True)]
    assert [(c.key, c.code, c.name) for c in brief.countries] == [("country:NO", "NO", "Norway")]
    assert brief.quotations[0].speaker_key is None
    assert brief.quotations[0].speaker == "Ines Duarte"
    row = library.rows([story])[0]
    assert (row.companies, row.countries) == (("Norland Power", "Harbour & Sons"), ("NO",))


def test_what_was_taken_for_a_person_becomes_a_company_with_its_mentions(library: Library, story: str) -> None:
    library.corrections.correct(story, Correction(add_company=("Ines Duarte",)), tables)
    brief = library.brief(story)
    assert brief.people == ()
    assert [m.part for m in brief.companies[1].mentions] == ["title", "body"]
    assert brief.companies[1].key == "company:ines-duarte"
    assert brief.quotations[0].speaker_key == "company:ines-duarte"


def test_a_company_that_was_mentioned_becomes_a_main_one(library: Library, make: Make, entity: Named) -> None:
    aside = msgspec.structs.replace(entity("company", "Tagus Rede", BODY), main=False, role="buyer")
    identifier = library.add(*make(BODY, companies=(aside,))).id
    assert library.rows([identifier])[0].companies == ()
    library.corrections.correct(identifier, Correction(add_company=("Tagus Rede",)), tables)
    assert library.brief(identifier).companies == (msgspec.structs.replace(aside, main=True, corrected=True),)
    assert library.rows([identifier])[0].companies == ("Tagus Rede",)


def test_corrections_add_up_and_the_later_one_holds(library: Library, story: str) -> None:
    library.corrections.correct(story, Correction(title="One", add_company=("Norland Power",)), tables)
    before = library.corrections.correct(
        story, Correction(publisher="The Ledger", remove_company=("norland power",)), tables
    )
    assert before == Correction(title="One", add_company=("Norland Power",))
    assert library.corrections.of(story) == Correction(
        title="One", publisher="The Ledger", remove_company=("norland power",)
    )
    assert [c.name for c in library.brief(story).companies] == ["Tagus Rede"]
    library.corrections.put(story, before, tables)
    assert [c.name for c in library.brief(story).companies] == ["Tagus Rede", "Norland Power"]
    assert library.brief(story).publisher is None


def test_saying_it_again_changes_nothing_and_clearing_gives_the_brief_back(library: Library, story: str) -> None:
    first = library.brief(story)
    library.corrections.correct(story, Correction(title="One"))
    sequence = library.sequence()
    library.corrections.correct(story, Correction(title="One"))
    assert library.sequence() == sequence
    library.corrections.clear(story)
    assert library.brief(story) == first
    assert library.sequence() == sequence + 1
    assert library.corrections.of(story) == Correction()
    assert library.corrections.ids() == set()


def test_corrections_outlive_a_brief_made_anew(library: Library, story: str, make: Make, entity: Named) -> None:
    library.corrections.correct(story, Correction(title="Mine", remove_company=("Tagus Rede",)), tables)
    _, _, anew = make(BODY, title="Another", companies=(entity("company", "Tagus Rede", BODY),))
    assert library.replace(story, anew)
    brief = library.brief(story)
    assert (brief.title, brief.companies) == ("Mine", ())
    assert library.uncorrected(story).title == "Another"
    assert library.rows([story])[0].title == "Mine"
    library.corrections.clear(story)
    assert library.brief(story).title == "Another"


def test_a_brief_made_anew_without_what_was_removed_is_no_fault(library: Library, story: str, make: Make) -> None:
    library.corrections.correct(story, Correction(remove_company=("Tagus Rede",)))
    assert library.replace(story, make(BODY, title="Another")[2])
    library.corrections.correct(story, Correction(title="And more"))
    assert library.brief(story).title == "And more"


@pytest.mark.parametrize(
    ("correction", "error", "words"),
    [
        (Correction(published="14 February"), UsageError, "14 February is no date; write it as 2025-02-14"),
        (Correction(published="2025-02-30"), UsageError, "no date"),
        (Correction(published="2025-02-14T25:00"), UsageError, "no date"),
        (Correction(published="٢٠٢٥-02-14"), UsageError, "no date"),
        (Correction(add_country=("Atlantis",)), UsageError, "Atlantis is no country"),
        (Correction(add_company=(" . ",)), UsageError, "name of a company"),
        (Correction(title="x" * 501), UsageError, "at most 500"),
        (Correction(remove_company=("Nobody Ltd",)), NotFoundError, "names no company Nobody Ltd; it has Tagus Rede"),
    ],
)
def test_what_cannot_be_meant_is_refused_and_changes_nothing(
    library: Library, story: str, correction: Correction, error: type[Exception], words: str
) -> None:
    before = library.brief(story), library.sequence()
    with pytest.raises(error, match=words):
        library.corrections.correct(story, correction, tables)
    assert (library.brief(story), library.sequence()) == before
    assert library.corrections.of(story) == Correction()


def test_dates_with_an_offset_are_dates(library: Library, story: str) -> None:
    for said, kept in (
        ("2025-02-14T09:30+09:00", "2025-02-14T09:30+09:00"),
        ("2025-02-14T09:30Z", "2025-02-14T09:30+00:00"),
    ):
        library.corrections.correct(story, Correction(published=said))
        assert library.brief(story).published == kept


def test_a_brief_that_is_not_here_cannot_be_corrected(library: Library) -> None:
    for call in (library.corrections.clear, lambda i: library.corrections.correct(i, Correction(title="x"))):
        with pytest.raises(NotFoundError):
            call("0123456789abcdef")
    assert library.corrections.of("0123456789abcdef") == Correction()


def test_hostile_text_is_made_harmless(library: Library, story: str) -> None:
    hostile: dict[str, Any] = {"title": "a\x1b]0;x\x07 b\u202e\nc", "publisher": "[/]\x9b1m"}
    library.corrections.correct(story, Correction(**hostile))
    brief = library.brief(story)
    assert (brief.title, brief.publisher) == ("a]0;x b c", "[/]1m")
