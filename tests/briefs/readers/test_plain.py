from __future__ import annotations

import pytest

from briefs.errors import SourceError
from briefs.model import Article, Original
from briefs.readers import read
from briefs.readers.plain import without_code, without_emphasis


def article(text: str) -> Article:
    (found,) = read(Original(text.encode(), "text/plain"))
    return found


def blocks(text: str) -> list[tuple[str, str]]:
    found = article(text)
    return [(b.kind, found.source[b.start : b.end]) for b in found.blocks]


def test_every_line_that_says_something_is_a_block() -> None:
    text = "The harbour is closed\n\nIt closed on Friday.\nNobody knows why.\n"
    assert blocks(text) == [
        ("paragraph", "The harbour is closed"),
        ("paragraph", "It closed on Friday."),
        ("paragraph", "Nobody knows why."),
    ]


def test_marks_of_text_browsers_are_forms_and_no_text() -> None:
    text = (
        "# The harbour\n\n  * **Docks** are shut\n      + Cranes too\n        o Even the old one\n\n"
        "1. First\n2. Second\n> Quoted\n"
    )
    assert blocks(text) == [
        ("heading", "The harbour"),
        ("list", "Docks are shut"),
        ("list", "Cranes too"),
        ("list", "Even the old one"),
        ("list", "First"),
        ("list", "Second"),
        ("paragraph", "Quoted"),
    ]


def test_headings_may_be_underlined() -> None:
    assert blocks("The harbour\n===========\n\nIt is shut.") == [
        ("heading", "The harbour"),
        ("paragraph", "It is shut."),
    ]


def test_indentation_is_kept_for_it_tells_columns() -> None:
    found = article("    * Home\n\n        The harbour is shut.")
    assert found.source.split("\n")[-1] == "        The harbour is shut."
    assert [found.source[b.start : b.end] for b in found.blocks] == ["Home", "The harbour is shut."]


def test_a_date_is_no_numbered_item_and_a_dash_no_bullet() -> None:
    assert blocks("3. Mai 2024, 08:15 Uhr")[0] == ("paragraph", "3. Mai 2024, 08:15 Uhr")
    assert blocks("– Who is there? asked the keeper.")[0][0] == "paragraph"
    assert [kind for kind, _ in blocks("- one ship\n- two ships")] == ["list", "list"]


def test_wrapped_lines_are_joined_to_paragraphs() -> None:
    text = (
        "The harbour authority will raise its fees by eight percent from July on,\n"
        "the third increase in two years, as it tries to pay for a breakwater that\n"
        "has cost far more than was planned.\n\n"
        "Shipping lines called the decision short-sighted. Two of them said that they\n"
        "would move calls to other ports along the coast, where fees are lower and the\n"
        "quays are longer.\n\n"
        "The ministry did not want to comment on the matter when it was asked about the\n"
        "increase on Friday morning.\n"
    )
    found = [text for _, text in blocks(text)]
    assert len(found) == 3
    assert found[0].endswith("for a breakwater that has cost far more than was planned.")


def test_lines_of_a_page_are_not_joined() -> None:
    assert len(blocks("Home\nNews\nSport\nMoney\nTravel\nOpinion\nWeather\nContact")) == 8


def test_style_sheets_and_scripts_are_taken_out_even_of_a_line() -> None:
    assert without_code(
        ".note{color:#666;margin:1em;}a.ref:hover{color:red !important;}Source: Harbour Post"
    ).strip() == ("Source: Harbour Post")
    assert without_code("@media only screen and (min-width:768px){a.ref{font-size:11px;}}").strip() == ""
    assert without_code("The port is shut. window.dataLayer.push({a: 1});").strip() == "The port is shut."
    assert without_code("The set {a, b} has two members.") == "The set {a, b} has two members."


@pytest.mark.parametrize(
    ("marked", "plain"),
    [
        ("**Bold** words", "Bold words"),
        ("__Bold__ words", "Bold words"),
        ("an *important* word", "an important word"),
        ("It **'s (not strictly) a matter**", "It 's (not strictly) a matter"),
        ("2 * 3 * 4", "2 * 3 * 4"),
        ("snake_case_name", "snake_case_name"),
        ("The pier.**Image Credits:** Harbour Post", "The pier.Image Credits: Harbour Post"),
        ("The pier**Image Credits:** Harbour Post", "The pier Image Credits: Harbour Post"),
    ],
)
def test_emphasis_is_no_text(marked: str, plain: str) -> None:
    assert without_emphasis(marked) == plain


def test_addresses_are_links_and_a_stated_one_is_the_articles_own() -> None:
    found = article("URL: https://example.org/news/harbour\n\nSee https://example.org/docs/fees.pdf, page 3.")
    assert found.address == "https://example.org/news/harbour"
    assert [(link.url, found.source[link.start : link.end]) for link in found.links][1] == (
        "https://example.org/docs/fees.pdf",
        "https://example.org/docs/fees.pdf",
    )


@pytest.mark.parametrize("data", [b"", b" \n\t\n", b"\x00\x01\x02\x03" * 20])
def test_nothing_readable_is_refused(data: bytes) -> None:
    with pytest.raises(SourceError):
        read(Original(data, "text/plain"))


def test_an_unknown_kind_is_refused() -> None:
    with pytest.raises(SourceError, match="application/pdf"):
        read(Original(b"text", "application/pdf"))
