from __future__ import annotations

import pytest

from briefs.extract.site_names import without_site
from briefs.extract.title import find_title
from briefs.model import Article, Original
from briefs.readers import read

STORY = (
    "Bluewater Lines said on Friday that it would scrap half of its 24 ferries by the end of next year.\n\n"
    "The ferry operator, which carries 3.2 million passengers a year, will close its routes to the islands first.\n\n"
    "“We have run out of other options,” chief executive Jan Maro told reporters in Aden on Friday morning.\n\n"
)


def article(text: str, kind: str = "text/plain", address: str | None = None) -> Article:
    (found,) = read(Original(text.encode(), kind, address))
    return found


def page(head: str, body: str) -> Article:
    paragraphs = "".join(f"<p>{p}</p>" for p in STORY.strip().split("\n\n"))
    return article(f"<html><head>{head}</head><body>{body}<article>{paragraphs}</article></body></html>", "text/html")


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("Ferry operator to scrap half its fleet\n\n", "Ferry operator to scrap half its fleet"),
        (
            "Home\n\nNews\n\nFerry operator to scrap half its fleet\n\nBy Ann Holm\n\n",
            "Ferry operator to scrap half its fleet",
        ),
        ("Will the ferry operator scrap its fleet?\n\n3 May 2024\n\n", "Will the ferry operator scrap its fleet?"),
        (
            "BWL, Aden's FTK to Scrap Ferries at Port Salim Corp.\n\n",
            "BWL, Aden's FTK to Scrap Ferries at Port Salim Corp.",
        ),
        ("FERRY OPERATOR TO SCRAP HALF ITS FLEET\n\n", "FERRY OPERATOR TO SCRAP HALF ITS FLEET"),
        (
            "Harbour Post\n\nFerries to go\n\nHALF THE FLEET OF THE U. S. STRAIT GOES AS CREWS LEAVE\n\n",
            "Ferries to go",
        ),
        (
            "The operator will scrap half of its ferries by the end of next year.\n\n"
            "Ferry operator to scrap half its fleet\n\n[Photo: Ann Lee]\n\nBY Ann Holm\n\n",
            "Ferry operator to scrap half its fleet",
        ),
        (
            "# Ferry operator to scrap half its fleet\n\nJan Maro\n\nBy Ann Holm\n\n",
            "Ferry operator to scrap half its fleet",
        ),
        (
            "Ferry operator to scrap half its fleet\n\n" + "Share on Facebook\n\n" * 70,
            "Ferry operator to scrap half its fleet",
        ),
        ("", None),
        ("By Ann Holm\n\n3 May 2024\n\n", None),
    ],
)
def test_the_line_that_heads_a_story_is_its_title(head: str, title: str | None) -> None:
    found = article(head + STORY)
    value, ground = find_title(found)
    assert value == title
    if title:
        assert [found.source[e.start : e.end] for e in ground.evidence] == [title]
        assert ground.confidence > 0.5


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Mill 2 opens\n\nThe town of Graz has opened its second mill.", "Mill 2 opens"),
        ("OIL FALLS\n\nOIL FELL 3 PERCENT ON FRIDAY TO $71 A BARREL.", "OIL FALLS"),
        (
            "Title: Bank to cut 500 jobs\nDate: 2024-05-03\n\nA bank will cut 500 jobs, sources said.",
            "Bank to cut 500 jobs",
        ),
        ("Bank to cut jobs | Harbour Post\n\nA bank will cut 500 jobs, sources said on Friday.", "Bank to cut jobs"),
        (
            '"Nothing is lost at sea"\n\nThe keeper of the light on what he saw in forty years\n\n' + STORY,
            '"Nothing is lost at sea"',
        ),
        ("The ferry sank. Nobody was hurt. It was late.", None),
    ],
)
def test_small_articles_have_titles_too(text: str, title: str | None) -> None:
    found = article(text)
    value, ground = find_title(found)
    assert value == title
    for evidence in ground.evidence:
        assert found.source[evidence.start : evidence.end] == evidence.text == title


def test_titles_without_spaces_between_words_are_found() -> None:
    text = "首页\n\n港务局第三次上调费用\n\n港务局周五表示，自七月起将费用上调百分之八。\n\n渔船的费用不变。"
    assert find_title(article(text))[0] == "港务局第三次上调费用"


@pytest.mark.parametrize(
    ("head", "body"),
    [
        (
            "<title>Ferry operator to scrap half its fleet - Harbour Post</title>",
            "<h1>Ferry operator to scrap half its fleet</h1>",
        ),
        ("<title>Ferry operator to scrap half its fleet | Business | Harbour Post</title>", ""),
        (
            "<title>Ferries - Post</title><meta property='og:title' content='Ferry operator to scrap half its fleet'>"
            "<meta property='og:site_name' content='Post'>",
            "<h1>Ferry operator to scrap half its fleet</h1>",
        ),
        (
            "<meta property='og:title' content='Ferry operator to scrap half its fleet'>",
            "<h1>Harbour Post</h1><h1>Subscribe to our newsletter</h1>",
        ),
        ("<title>Harbour Post</title>", "<h1>Harbour Post</h1><h2>Ferry operator to scrap half its fleet</h2>"),
    ],
)
def test_the_vote_of_a_page_gives_its_headline_without_the_site(head: str, body: str) -> None:
    value, ground = find_title(page(head + "<meta name='application-name' content='Harbour Post'>", body))
    assert value == "Ferry operator to scrap half its fleet"
    assert ground.evidence


@pytest.mark.parametrize(
    ("value", "rest"),
    [
        ("Port closes - Harbour Post", "Port closes"),
        ("Port closes | Harbour Post", "Port closes"),
        ("Port closes for good, owners say | World News | Harbour Post", "Port closes for good, owners say"),
        ("Harbour Post: Port closes", "Harbour Post: Port closes"),
        ("Harbour Post | Port closes", "Port closes"),
        ("Port closes - owners shocked", "Port closes - owners shocked"),
        ("Port closes", "Port closes"),
    ],
)
def test_the_sites_name_is_taken_off_both_ends(value: str, rest: str) -> None:
    start, end = without_site(value, {"harbourpost"})
    assert value[start:end] == rest


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("Ferry operator to scrap half its fleet - The Strait Herald", "Ferry operator to scrap half its fleet"),
        ("Bluewater: la flotte « verte » à la casse", "Bluewater: la flotte « verte » à la casse"),
        ("Port Amberley, November 28", None),
    ],
)
def test_the_first_line_of_a_text_is_its_headline_without_the_paper_and_no_dateline(
    line: str, title: str | None
) -> None:
    assert find_title(article(f"{line}\n\n{STORY}"))[0] == title


def test_a_caption_that_stands_twice_is_no_headline() -> None:
    caption = "The Bluewater ferry Hope at the quay in Aden in May."
    assert find_title(article(f"{caption}\nJo Park/Strait Photo\n{caption}\n\n{STORY}"))[0] is None
