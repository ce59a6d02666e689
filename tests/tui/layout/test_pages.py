from __future__ import annotations

import msgspec
import pytest

from briefs.model import Evidence, Ground, Grounds, Source
from briefs.parts import evidence_of
from tests.tui.conftest import evidence, three_briefs
from tui.layout.pages import TABS, Tab, entries, facts_of, heading_lines, tab_label


def text_of(tab: Tab, width: int = 60, number: int = 0) -> str:
    return "\n".join(line.text for entry in entries(three_briefs()[number], tab) for line in entry.lines(width))


@pytest.mark.parametrize("tab", TABS)
@pytest.mark.parametrize("width", [12, 40, 100])
@pytest.mark.parametrize("number", [0, 1, 2])
def test_every_entry_fits_its_width_and_points_into_the_brief(tab: Tab, width: int, number: int) -> None:
    brief = three_briefs()[number]
    known = set(evidence_of(brief))
    for entry in entries(brief, tab):
        assert all(line.cells <= width for line in entry.lines(width))
        assert set(entry.places) <= known
        assert entry.heading or entry.subject is not None


def test_each_tab_shows_its_part() -> None:
    assert "• The harbour had counted on $4.2 billion of freight a    ¶2" in text_of("summary")
    assert "4.2 billion USD" in text_of("figures")
    assert "Ada Lindqvist, head of the yard" in text_of("entities")
    assert "– “We build when the sea lets us”" in text_of("sources")
    assert entries(three_briefs()[0], "article") == []


def test_a_statement_that_is_quoted_already_is_not_said_twice() -> None:
    brief = three_briefs()[0]
    other = evidence(brief.body, "Norway will decide in spring")
    source = msgspec.structs.replace(brief.sources[0], statements=(*brief.sources[0].statements, other))
    brief = msgspec.structs.replace(brief, sources=(source,))
    shown = [line.text for entry in entries(brief, "sources") for line in entry.lines(70)]
    assert sum("We build when the sea lets us" in text for text in shown) == 1
    assert any("Norway will decide in spring" in text for text in shown)


def test_what_is_unsure_says_so() -> None:
    brief = three_briefs()[0]
    ground = Ground((), 0.3)
    grounds = Grounds(title=ground, published=ground, publisher=ground, language=ground)
    unsure = msgspec.structs.replace(
        brief,
        grounds=grounds,
        authors=tuple(msgspec.structs.replace(each, confidence=0.3) for each in brief.authors),
        quotations=tuple(msgspec.structs.replace(each, confidence=0.3) for each in brief.quotations),
        people=tuple(msgspec.structs.replace(each, confidence=0.3) for each in brief.people),
        key_figures=tuple(msgspec.structs.replace(each, confidence=0.3) for each in brief.key_figures),
    )
    facts = facts_of(unsure)
    for said in ("14 February 2025", "The Harbour Post", "Ines Calder", "in en"):
        assert f"{said} (unsure)" in facts.text
    assert [run.style for run in facts.runs].count("warning") == 4
    assert heading_lines(unsure, facts, 90)[0].text.endswith("second dock (unsure)")
    assert heading_lines(unsure, facts, 30)[1].text.endswith("… (unsure)")
    cases: tuple[tuple[Tab, str], ...] = (
        ("sources", "sea lets us” (unsure)"),
        ("entities", "yard (unsure)"),
        ("figures", "billion (unsure)"),
    )
    for tab, said in cases:
        shown = "\n".join(each.text for entry in entries(unsure, tab) for each in entry.lines(90))
        assert said in shown
    sure = "\n".join(each.text for tab in TABS for entry in entries(brief, tab) for each in entry.lines(90))
    assert "(unsure)" not in sure + facts_of(brief).text + heading_lines(brief, facts_of(brief), 90)[0].text


def test_a_language_other_than_english_is_named() -> None:
    brief = msgspec.structs.replace(three_briefs()[0], language="ko")
    assert facts_of(brief).text.endswith("· in ko")


def test_the_heading_cuts_long_titles_after_two_lines() -> None:
    brief = msgspec.structs.replace(three_briefs()[0], title="word " * 100)
    lines = heading_lines(brief, facts_of(brief), 40)
    assert len(lines) == 3
    assert lines[1].text.endswith("…")


def test_a_note_stands_under_the_summary() -> None:
    shown = [line.text for e in entries(three_briefs()[0], "summary", "first\nsecond") for line in e.lines(40)]
    assert shown[-3:] == ["Note", "first", "second"]


def test_tabs_count_what_they_hold() -> None:
    brief = three_briefs()[0]
    assert [tab_label(brief, tab) for tab in TABS] == [
        "Summary",
        "Figures 2",
        "Entities 3",
        "Sources 1",
        "Article",
        "Related",
    ]
    assert tab_label(None, "figures") == "Figures"


def test_what_is_copied() -> None:
    brief = three_briefs()[0]
    copied = {tab: [entry.text for entry in entries(brief, tab) if not entry.heading] for tab in TABS}
    assert copied["figures"][1].startswith("1,300 jobs — The harbour had counted")
    assert copied["sources"][0] == "The Harbour Post https://harbourpost.example/kestrel"
    assert copied["sources"][2] == "We build when the sea lets us"


def test_a_source_only_in_the_data_of_the_page_has_no_place_in_the_article() -> None:
    brief = msgspec.structs.replace(three_briefs()[0], metadata="publisher: Post", sources=())
    found = Source("Post", "publication", (Evidence("metadata", 11, 15, "Post"),))
    brief = msgspec.structs.replace(brief, sources=(found,))
    last = entries(brief, "sources")[1]
    assert last.places[0].part == "metadata"
