"""Whole pages as text: heads, insets and feet in the forms that sites print, around one story of our own."""

from __future__ import annotations

from html import escape

import pytest

from briefs.extract.authors import find_authors
from briefs.extract.body import choose_body
from briefs.extract.published import find_published
from briefs.extract.publisher import find_publisher
from briefs.extract.title import find_title
from briefs.model import Original
from briefs.readers import read
from briefs.tables import default_tables

TITLE = "Ferry operator to scrap half its fleet as fuel costs bite"
STORY = [
    "Bluewater Lines said on Friday that it would scrap half of its 24 ferries by the end of next year.",
    "The operator, which carries 3.2 million passengers a year, will close its routes to the northern islands first.",
    '"We have run out of other options," chief executive Jan Maro told reporters in Aden. "Every sailing costs money."',
    "Passengers who have booked beyond October will get their money back within 14 days, the company said.",
    "Bluewater shares fell 12% in early trading.",
    "The seafarers’ union said that 1,200 crew could lose their jobs and called for talks with the government.",
    "The transport ministry did not respond to a request for comment.",
]
MENU = ["Skip to main content", "Home", "News", "Sport", "Business", "Opinion", "Video", "Sign in", "Subscribe"]
SEPARATORS = pytest.mark.parametrize("separator", ["\n\n", "\n"], ids=["paragraphs", "lines"])


def found(
    lines: list[str], separator: str, kind: str = "text/plain"
) -> tuple[str | None, str | None, str | None, list[str], list[str]]:
    """Return title, day, publisher, authors and paragraphs of a page."""
    (article,) = read(Original(separator.join(lines).encode(), kind))
    title, _ = find_title(article)
    body = choose_body(article, title)
    published, _ = find_published(article, body)
    publisher, _ = find_publisher(article, body, default_tables())
    authors = find_authors(article, body, publisher, default_tables())
    day = published[:10] if published else None
    return title, day, publisher, [a.name for a in authors], body.text.split("\n\n")


HEADS: list[tuple[list[str], list[str], list[str], str | None]] = [
    (
        ["Published", "3 May 2024", "Share", TITLE, "Ann Holm", "Transport correspondent", "@annholm"],
        [],
        ["Ann Holm"],
        None,
    ),
    (
        [TITLE, "Ann Holm in Aden", "Fri 3 May 2024 08.00 BST", "Last modified on Fri 3 May 2024 11.02 BST"],
        [],
        ["Ann Holm"],
        None,
    ),
    (
        [TITLE, "Unions warn of job losses", "Ann Holm", "Transport Editor", "Friday 03 May 2024 08:15 BST"],
        [],
        ["Ann Holm"],
        None,
    ),
    (
        [TITLE, "by Ann Holm", "May 3, 2024 8:15 am", "in Business", "0", "Reading Time: 2 mins read"],
        [],
        ["Ann Holm"],
        None,
    ),
    (["Home / Business / " + TITLE, TITLE, "AFP / Updated: May 3, 2024, 08:15 IST", "AA"], [], ["AFP"], None),
    ([TITLE, "By Ann Holm", "Reporter", "May 3, 2024 — 8.15am", "Save", "Normal text size"], [], ["Ann Holm"], None),
    (
        [TITLE, "By Ann Holm", "Published On 3 May 2024", "3 May 2024"],
        ["Source: Strait News and agencies"],
        ["Ann Holm"],
        "Strait News",
    ),
    ([TITLE, "By", "Ann Holm", "Listen · 3:21", "May 3, 20248:15 AM ET"], [], ["Ann Holm"], None),
    ([TITLE, "By ANN HOLM AP Business Writer", "May 3, 2024, 8:15 AM"], [], ["Ann Holm"], None),
    (
        [TITLE, "Ann Holm (Strait Ledger)", "Aden", "Fri, May 3, 2024"],
        ["Copyright Strait Ledger - 2024"],
        ["Ann Holm"],
        "Strait Ledger",
    ),
    ([TITLE, "Author: Ann Holm", "Published: 3.5.2024"], [], ["Ann Holm"], None),
    ([TITLE, "3 May 2024 | Ann Holm | Strait Gazette"], [], ["Ann Holm"], "Strait Gazette"),
    ([TITLE, "Ann Holm, Strait Gazette", "Fri 03 May 2024"], [], ["Ann Holm"], "Strait Gazette"),
    ([TITLE, "Posted on May 3, 2024 by Ann Holm"], [], ["Ann Holm"], None),
    ([TITLE, "May 3, 2024 By Ann Holm Leave a Comment"], ["Filed Under: Shipping"], ["Ann Holm"], None),
    ([TITLE, "ANN HOLM • MAY 3, 2024"], [], ["Ann Holm"], None),
    ([TITLE, "Ann Holm", "·", "Senior Editor", "·", "Fri, May 3, 2024 at 8:15 AM PDT"], [], ["Ann Holm"], None),
    ([TITLE, "WRITTEN BY", "Ann Holm", "PUBLISHED", "3 May 2024"], [], ["Ann Holm"], None),
    ([TITLE, "Updated", "May 03, 2024, 08:15 AM", "Published", "May 03, 2024, 06:00 AM"], [], [], None),
    ([TITLE, "Date: 2024/05/03 08:15", "Source: Strait Daily", "Author: Ann Holm"], [], ["Ann Holm"], "Strait Daily"),
    ([TITLE, "By Ann Holm, Jan Brodie | 3 May 2024 08:15 GMT+03:00"], [], ["Ann Holm", "Jan Brodie"], None),
    ([TITLE], ["First Published: May 3, 2024, 08:15 IST"], [], None),
    ([TITLE], ["Published in Strait Gazette, May 3rd, 2024"], [], "Strait Gazette"),
    ([TITLE, "3 May 2024"], ["— Ann Holm, Strait Gazette"], ["Ann Holm"], "Strait Gazette"),
    ([TITLE, "3 May 2024"], ["Contact Ann Holm at ann.holm@example.org"], ["Ann Holm"], None),
    ([TITLE, "3 May 2024"], ["Ann Holm", "ann.holm@example.org"], ["Ann Holm"], None),
    ([TITLE, "Economy | Ann Holm | 3 May 2024"], [], ["Ann Holm"], None),
    ([TITLE, "Words by Ann Holm", "Published: 3.5.2024 | The Strait Letter"], [], ["Ann Holm"], "The Strait Letter"),
    ([TITLE, "By Ann Holm, SG Shipping Desk", "3 May 2024"], [], ["Ann Holm"], None),
    ([TITLE, "Posted by Ann Holm, Tideline AI · 3 May 2024"], [], ["Ann Holm"], None),
    ([TITLE, "By Ann Holm, Example University, and Jan Brodie", "3 May 2024"], [], ["Ann Holm", "Jan Brodie"], None),
    (
        [TITLE, "Ann Holm", "Visiting Fellow", "3 May 2024"],
        ["This commentary was published by Project Strait. The views are the author's own."],
        ["Ann Holm"],
        "Project Strait",
    ),
]


@SEPARATORS
@pytest.mark.parametrize(("head", "foot", "authors", "publisher"), HEADS)
def test_heads_of_articles(
    head: list[str], foot: list[str], authors: list[str], publisher: str | None, separator: str
) -> None:
    title, day, named, signed, story = found([*MENU, *head, *STORY, *foot], separator)
    assert (title, day, signed, story) == (TITLE, "2024-05-03", authors, STORY)
    assert publisher is None or named == publisher


def as_html(head: list[str], foot: list[str]) -> list[str]:
    """Return the page without a single class or piece of metadata."""
    menu = "".join(f"<li><a href='/{n}'>{escape(line)}</a></li>" for n, line in enumerate(MENU))
    top = "".join(f"<h1>{TITLE}</h1>" if line == TITLE else f"<div>{escape(line)}</div>" for line in head)
    story = "".join(f"<p>{escape(line)}</p>" for line in STORY)
    end = "".join(f"<div>{escape(line)}</div>" for line in foot)
    return [f"<html><body><ul>{menu}</ul>{top}<div>{story}</div>{end}</body></html>"]


@pytest.mark.parametrize(("head", "foot", "authors", "publisher"), HEADS)
def test_the_same_heads_on_bare_web_pages(
    head: list[str], foot: list[str], authors: list[str], publisher: str | None
) -> None:
    title, day, named, signed, story = found(as_html(head, foot), "", "text/html")
    assert (title, day, signed, story) == (TITLE, "2024-05-03", authors, STORY)
    assert publisher is None or named == publisher


TEASERS = [
    ("Crane falls on two ships", "A crane fell on two ships in the port of Aden on Thursday, and nobody was hurt."),
    ("Flour makes bread dear", "Bakers in the city have raised prices for the third time because flour is dear."),
    ("Old crane sold for scrap", "The oldest crane of the port has been sold for scrap after 71 years of service."),
    ("Storm closes the strait", "A storm closed the strait for a third day, and forty ships were waiting outside."),
    ("River rises again", "The river has risen by two metres since Sunday, and two villages have been cleared."),
    ("Vaccine for goats", "A vaccine against a fever that kills goats works in nine cases of ten, vets have found."),
]


def teasers(count: int, form: int) -> list[str]:
    lines: list[str] = []
    for headline, text in TEASERS[:count]:
        forms = (
            [headline, text],
            ["Business", headline, "Lena Bright", "8 hours ago", text],
            [f"## {headline}", text, "Read more"],
            [f"  * {headline}", f"    {text}"],
            [headline, f"{text[:60]}…"],
        )
        lines += forms[form]
    return lines


@SEPARATORS
@pytest.mark.parametrize("form", range(5))
@pytest.mark.parametrize("paragraphs", [2, 3, 7])
def test_a_short_story_among_many_teasers(paragraphs: int, form: int, separator: str) -> None:
    page = [*MENU, "Featured", *teasers(2, form), TITLE, "By Ann Holm", "3 May 2024", "Share", *STORY[:paragraphs]]
    page += [
        "Most read",
        *teasers(6, form),
        "About us",
        "The Strait Ledger has covered the coast since 1911, in four languages.",
    ]
    title, day, _, authors, story = found(page, separator)
    assert (title, day, authors, story) == (TITLE, "2024-05-03", ["Ann Holm"], STORY[:paragraphs])


FEET: list[tuple[list[str], str | None]] = [
    (["About Us", "Careers", "Contact Us", "Advertise With Us", "Terms of Service", "Privacy Policy", "Sitemap"], None),
    (["Follow Us", "Facebook", "Twitter", "Instagram", "Download Our App", "Google Play", "App Store"], None),
    (["© 2024", "Powered by WordPress"], None),
    (
        [
            "More in Business",
            "Bakers raise prices again",
            "Port crane sold for scrap",
            "Editor's Picks",
            "Why boats age",
        ],
        None,
    ),
    (["Trending", "1", "Bakers raise prices again", "2", "Port crane sold for scrap"], None),
    (
        ["All Comments (12)", "Newest", "Olaf99", "I have taken that ferry for years, and it was never on time once."],
        None,
    ),
    (
        [
            "Get Our Newsletter",
            "Delivered every weekday.",
            "Email Address",
            "Sign Up",
            "I agree to the Terms of Service.",
        ],
        None,
    ),
    (
        ["The Strait Ledger", "Contact", "newsroom@straitledger.example", "© 2024 The Strait Ledger"],
        "The Strait Ledger",
    ),
    (["© 2024 Aden Post Media Ltd"], "Aden Post Media"),
    (["This site is protected by reCAPTCHA and the Google Privacy Policy and Terms of Service apply."], None),
    (["Quotes displayed in real-time or delayed by at least 15 minutes."], None),
    (
        ["RELATED TOPICS: #Ferries #Islands", "YOU MAY LIKE", "Port crane sold", "Leave a Reply", "Name *", "Website"],
        None,
    ),
    (["Share this:", "Click to share on Facebook (Opens in new window)", "Like this:", "Like Loading..."], None),
    (
        [
            "Ann Holm is a transport reporter based in Aden. She has covered ports since 2011.",
            "View all posts by Ann Holm",
        ],
        None,
    ),
    (["If you value independent reporting, please consider a donation to our newsroom today."], None),
    (
        [
            *("Most Viewed Stories", "Crane falls on two ships in the port"),
            "A crane fell on two ships in the port of Aden on Thursday night, and nobody was hurt, officials said.",
            *("Also in Business", "Flour makes bread dear"),
            "Bakers in the city have raised prices for the third time this year because flour is dear.",
        ],
        None,
    ),
]


@SEPARATORS
@pytest.mark.parametrize(("foot", "publisher"), FEET)
def test_feet_of_pages(foot: list[str], publisher: str | None, separator: str) -> None:
    page = [*MENU, TITLE, "By Ann Holm", "3 May 2024", "Share", *STORY, *foot]
    assert found(page, separator) == (TITLE, "2024-05-03", publisher, ["Ann Holm"], STORY)


@SEPARATORS
@pytest.mark.parametrize(
    "inset",
    [
        ["Listen to this story", "0:00", "/", "3:21"],
        ["Photo: Lena Maro for the Ledger"],
        ["Read Also:", "Storm closes the strait", "Fees rise again"],
        ["Don't miss: Why the boats are old"],
        ["Lena Maro / Getty Images"],
        ["Sign up for the Harbour letter", "Your guide to what happens at sea", "Sign up", "Thank you!"],
        ["WATCH | Why the boats are old: 2:31"],
        ["ADVERTISEMENT", "CONTINUE READING BELOW"],
        ["View this post on Instagram", "A post shared by Bluewater (@bluewater)"],
        ["Chart: Ferries in service", "Source: Bluewater Lines"],
        ["Story continues"],
        ["Join our Telegram channel for breaking news"],
        ["RELATED", "Storm closes the strait", "MORE: Fees rise again"],
        ["Slide 1 of 3: A ferry at dawn"],
        ["Loading...", "Load more"],
        ["PREMIUM", "Subscribe for full access"],
    ],
)
def test_insets_in_the_middle_of_a_story(inset: list[str], separator: str) -> None:
    page = [*MENU, TITLE, "By Ann Holm", "3 May 2024", *STORY[:3], *inset, *STORY[3:], "Comments"]
    assert found(page, separator)[4] == STORY
