from __future__ import annotations

import msgspec
import pytest

from briefs.model import Block, Evidence, Part
from tests.tui.conftest import evidence, make_brief, three_briefs
from tui.layout.article import Layout, Place, places_of, sentence_around


def shown(layout: Layout) -> list[str]:
    return [layout.line(number).text for number in range(len(layout.rows))]


@pytest.mark.parametrize("width", [10, 33, 80])
def test_every_offset_of_every_part_has_its_row(width: int) -> None:
    brief = msgspec.structs.replace(three_briefs()[0], source="By Ines Calder\nPhoto: someone")
    layout = Layout(brief, width)
    parts: tuple[Part, ...] = ("title", "body", "source")
    for part in parts:
        text = brief.part(part)
        for offset, character in enumerate(text):
            number = layout.row_of(part, offset)
            assert number is not None
            row = layout.rows[number]
            assert row.part == part
            if character not in " \n":
                assert row.start <= offset < row.end


def test_the_article_shows_title_body_and_what_stands_beside() -> None:
    brief = make_brief(1, "Head", ("One two three.", "Four."))
    body = "One two three.\n\nFour.\n\nfirst item\nsecond item"
    blocks = (Block("paragraph", 0, 14), Block("heading", 16, 21, 2), Block("list", 23, 33), Block("list", 34, 45))
    brief = msgspec.structs.replace(brief, body=body, blocks=blocks, source="By Ann")
    layout = Layout(brief, 60)
    assert shown(layout)[:6] == ["Head", "", "One two three.", "", "Four.", ""]
    assert shown(layout)[6:] == ["• first item", "• second item", "── beside the article ──", "By Ann"]
    assert [run.style for run in layout.line(4).runs] == ["heading"]
    assert layout.row_of("metadata", 0) is None


def test_a_list_item_that_wraps_is_indented() -> None:
    brief = msgspec.structs.replace(make_brief(1, "", ("one two three four",)), title=None)
    brief = msgspec.structs.replace(brief, blocks=(Block("list", 0, 18),))
    assert shown(Layout(brief, 12)) == ["• one two", "  three four"]


def test_places_are_highlighted_over_line_breaks() -> None:
    brief = make_brief(1, "T", ("alpha beta gamma delta",))
    layout = Layout(brief, 11)
    mark = (Place("body", 6, 16), "place")
    marked = [[layout.line(n, [mark]).text[r.start : r.end] for r in layout.line(n, [mark]).runs] for n in (2, 3)]
    assert marked == [["beta"], ["gamma"]]


def test_words_are_found_whatever_their_case() -> None:
    brief = make_brief(1, "The Dock", ("A dock (old) and a DOCK.",))
    assert [brief.part(p.part)[p.start : p.end] for p in places_of(brief, "dock")] == ["Dock", "dock", "DOCK"]
    assert len(places_of(brief, "(old)")) == 1
    assert places_of(brief, "  ") == []


def test_words_are_found_whatever_their_accents_and_signs() -> None:
    brief = make_brief(1, "İzmir’s Öresund", ("A café — Île de Ré,", "İzmir's ferry. 東京が"))
    found = {words: [brief.part(p.part)[p.start : p.end] for p in places_of(brief, words)] for words in (
        "cafe - ile", "CAFÉ", "oresund", "izmir's", "re, izmir", "東京か", "東京が"
    )}  # fmt: skip
    assert found == {
        "cafe - ile": ["café — Île"],
        "CAFÉ": ["café"],
        "oresund": ["Öresund"],
        "izmir's": ["İzmir’s", "İzmir's"],
        "re, izmir": ["Ré,\n\nİzmir"],
        "東京か": [],  # another letter, not an accent
        "東京が": ["東京が"],
    }


@pytest.mark.parametrize(
    ("text", "words", "sentence"),
    [
        ("It rained. The dock shut at 5 p.m. on Friday. Nobody came.", "dock", "The dock shut at 5 p.m. on Friday."),
        ("Mr. J. Ek left. “We wait,” he said.", "Ek", "Mr. J. Ek left."),
        ("港口关闭了。工人等待。", "工人", "工人等待。"),
        ("First line\nSecond line", "Second", "Second line"),
    ],
)  # fmt: skip
def test_the_sentence_around_a_name(text: str, words: str, sentence: str) -> None:
    brief = msgspec.structs.replace(make_brief(1, "T", ("x",)), body=text, blocks=(), summary=())
    place = sentence_around(brief, evidence(text, words))
    assert text[place.start : place.end] == sentence


def test_a_sentence_that_the_brief_knows_is_preferred() -> None:
    brief = three_briefs()[0]
    figure = brief.key_figures[0]
    place = sentence_around(brief, figure.evidence)
    assert brief.body[place.start : place.end] == figure.sentence


def test_the_place_of_a_reader_is_an_offset_of_the_body() -> None:
    brief = three_briefs()[0]
    layout = Layout(brief, 40)
    assert layout.offset_of(0) == 0
    assert layout.offset_of(len(layout.rows) + 5) == len(brief.body)
    assert sentence_around(brief, Evidence("title", 0, 9, "Arvenport")).part == "title"
