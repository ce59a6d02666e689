from __future__ import annotations

import pytest

from briefs.extract.body import choose_body
from briefs.extract.published import find_published
from briefs.extract.title import find_title
from briefs.model import Article, Ground, Original
from briefs.readers import read

TITLE = "Ferry operator to scrap half its fleet"
STORY = [
    "Bluewater Lines said on Friday that it would scrap half of its 24 ferries by the end of next year.",
    "The ferry operator, which carries 3.2 million passengers a year, will close its routes to the islands first.",
    "“We have run out of other options,” chief executive Jan Maro told reporters in Aden on 2 May 2024.",
]


def found(text: str, kind: str = "text/plain", address: str | None = None) -> tuple[str | None, Ground, Article]:
    (article,) = read(Original(text.encode(), kind, address))
    return (*find_published(article, choose_body(article, find_title(article)[0])), article)


def text_with(*head: str, tail: tuple[str, ...] = ()) -> str:
    return "\n\n".join([TITLE, *head, *STORY, *tail])


@pytest.mark.parametrize(
    ("head", "tail", "expected"),
    [
        (("3 May 2024",), (), "2024-05-03"),
        (("Posted May. 3, 2024 08:15", "Updated May. 4, 2024 09:00"), (), "2024-05-03T08:15"),
        (("Updated May. 4, 2024 09:00", "Posted May. 3, 2024 08:15"), (), "2024-05-03T08:15"),
        (("Published: 08:15 EDT, 3 May 2024 | Updated: 09:00 EDT, 5 May 2024",), (), "2024-05-03T08:15-04:00"),
        (("By Ann Holm | 3 May 2024",), (), "2024-05-03"),
        (("May 3, 2024|By Ann Holm, Harbour Post.",), (), "2024-05-03"),
        (("May 3, 2024 at 9:14 AM", "Updated on May 3, 2024 at 1:40 PM"), (), "2024-05-03T09:14"),
        ((), ("Published in Harbour Post, May 3rd, 2024",), "2024-05-03"),
        (
            ("3 May 2024",),
            ("Related posts", "Storm closes the strait", "1 June 2024", "Fees rise", "2 June 2024"),
            "2024-05-03",
        ),
        (("입력 2024.05.03 08:15",), (), "2024-05-03T08:15"),
        (("2 hours ago",), (), None),
        ((), (), None),
        ((), ("© 2024 Harbour Post",), None),
    ],
)
def test_the_articles_own_date_is_found(head: tuple[str, ...], tail: tuple[str, ...], expected: str | None) -> None:
    value, ground, article = found(text_with(*head, tail=tail))
    assert value == expected
    assert bool(ground.evidence) == bool(expected)
    for evidence in ground.evidence:
        assert article.source[evidence.start : evidence.end] == evidence.text


def test_an_update_alone_is_unsure() -> None:
    value, ground, _ = found(text_with("Last updated: 4 May 2024"))
    assert value == "2024-05-04"
    assert ground.confidence < 0.5


def test_a_dateline_with_a_year_dates_the_story() -> None:
    value, _, _ = found("\n\n".join([TITLE, f"ADEN, May 3, 2024 - {STORY[0]}", *STORY[1:]]))
    assert value == "2024-05-03"


PARAGRAPHS = "".join(f"<p>{p}</p>" for p in STORY)


def page(head: str, body: str = "") -> str:
    return f"<html><head>{head}</head><body><h1>{TITLE}</h1>{body}<article>{PARAGRAPHS}</article></body></html>"


@pytest.mark.parametrize(
    ("head", "body", "expected"),
    [
        ("<meta property='article:published_time' content='2024-05-03T08:15:00+02:00'>", "", "2024-05-03T08:15+02:00"),
        (
            "<meta property='article:published_time' content='2024-05-03T08:15:00Z'>"
            "<meta property='article:modified_time' content='2024-06-01T00:00:00Z'>",
            "",
            "2024-05-03T08:15+00:00",
        ),
        (
            '<script type="application/ld+json">{"@type":"Article","datePublished":"2024-05-03"}</script>',
            "",
            "2024-05-03",
        ),
        ("<meta name='pubdate' content='20240503'>", "", "2024-05-03"),
        ("", "<time datetime='2024-05-03T08:15'>Friday</time>", "2024-05-03T08:15"),
        # The day that readers saw, where the clock of the metadata was already on the next.
        (
            "<meta property='article:published_time' content='2024-05-04T01:15:00Z'>",
            "<p class='date'>May 3, 2024</p>",
            "2024-05-03",
        ),
    ],
)
def test_metadata_and_visible_dates_vote(head: str, body: str, expected: str) -> None:
    value, ground, _ = found(page(head, body), "text/html")
    assert value == expected
    assert ground.confidence > 0.5


def test_the_address_may_hold_the_date() -> None:
    value, ground, _ = found(page(""), "text/html", "https://example.org/news/2024/05/03/ferries.html")
    assert value == "2024-05-03"
    assert [(e.part, e.text) for e in ground.evidence] == [("address", "2024/05/03")]


@pytest.mark.parametrize(
    ("lines", "day"),
    [
        (
            ["Thursday, 9 May 2024", TITLE, "Published: 08/05/2024 19:22 · Updated: 09/05/2024 08:03", *STORY],
            "2024-05-08",
        ),
        ([TITLE, "Latest update : 2024-05-09", *STORY], "2024-05-09"),
        (
            [
                TITLE,
                "PORT AMBERLEY, Virginia and MOSS HILL, Idaho, May 9, 2024 (Strait Wire) — " + STORY[0],
                *STORY[1:],
            ],
            "2024-05-09",
        ),
    ],
)
def test_a_date_that_says_what_it_is_counts_before_the_days_date(lines: list[str], day: str) -> None:
    assert (found("\n\n".join(lines))[0] or "")[:10] == day
