from __future__ import annotations

import pytest

from briefs.extract.body import choose_body
from briefs.extract.publisher import find_publisher
from briefs.extract.title import find_title
from briefs.model import Ground, Original
from briefs.parts import evidence_of
from briefs.readers import read
from briefs.tables import Tables
from briefs.tables.records import Place, Publisher

TITLE = "Ferry operator to scrap half its fleet"
STORY = [
    "Bluewater Lines said on Friday that it would scrap half of its 24 ferries by the end of next year.",
    "The ferry operator, which carries 3.2 million passengers a year, will close its routes to the islands first.",
    "“We have run out of other options,” chief executive Jan Maro told reporters in Aden on Friday.",
]
TABLES = Tables(
    publishers=[
        Publisher("harbour-post", "The Harbour Post", ("Harbour Post",), ("harbourpost.example",), "newspaper", "YE"),
        Publisher("reuters", "Reuters", ("Thomson Reuters",), ("reuters.com",), "agency", "GB"),
    ]
)


def found(
    text: str, kind: str = "text/plain", address: str | None = None, tables: Tables = TABLES
) -> tuple[str | None, Ground]:
    (article,) = read(Original(text.encode(), kind, address))
    value, ground = find_publisher(article, choose_body(article, find_title(article)[0]), tables)
    parts = {"source": article.source, "metadata": article.metadata, "address": article.address or ""}
    for evidence in evidence_of(ground):
        assert parts[evidence.part][evidence.start : evidence.end] == evidence.text
    return value, ground


def page(head: str) -> str:
    paragraphs = "".join(f"<p>{p}</p>" for p in STORY)
    return f"<html><head>{head}</head><body><h1>{TITLE}</h1><article>{paragraphs}</article></body></html>"


@pytest.mark.parametrize(
    ("head", "address", "expected"),
    [
        ("<meta property='og:site_name' content='Strait Times'>", None, "Strait Times"),
        ("<meta property='og:site_name' content='Harbour Post'>", None, "The Harbour Post"),
        ("", "https://www.harbourpost.example/a", "The Harbour Post"),
        ("", "https://news.harbourpost.example/a", "The Harbour Post"),
        ("", "https://www.straittimes.example/a", "straittimes.example"),
        (
            '<script type="application/ld+json">{"@type":"NewsArticle","publisher":{"name":"Strait Times"}}</script>',
            None,
            "Strait Times",
        ),
        (f"<title>{TITLE} - The Harbour Post</title>", None, "The Harbour Post"),
        (
            "<meta name='twitter:site' content='@reuters'><meta property='og:site_name' content='Reuters'>",
            None,
            "Reuters",
        ),
    ],
)
def test_what_a_page_says_of_its_site(head: str, address: str | None, expected: str) -> None:
    assert found(page(head), "text/html", address)[0] == expected


@pytest.mark.parametrize(
    ("tail", "expected"),
    [
        (["© 2024 Strait Times. All rights reserved."], "Strait Times"),
        (["Copyright © 2020-2024 by Strait Times Ltd"], "Strait Times"),
        (["Strait Times", "© All rights reserved."], "Strait Times"),
        (["Read the full article on Strait in Depth"], "Strait in Depth"),
        (["This article was originally published by The Harbour Post."], "The Harbour Post"),
        (["About Strait Times", "Strait Times", "Work at Strait Times"], "Strait Times"),
        (["Share", "Comments"], None),
        ([], None),
    ],
)
def test_lines_around_a_story_name_its_publisher(tail: list[str], expected: str | None) -> None:
    assert found("\n\n".join([TITLE, *STORY, *tail]))[0] == expected


def test_the_wires_credit_is_read_from_the_dateline() -> None:
    assert found("\n\n".join([TITLE, f"ADEN, May 3 (Reuters) - {STORY[0]}", *STORY[1:]]))[0] == "Reuters"


@pytest.mark.parametrize(
    ("lead", "expected"),
    [
        ("kabarteluk.com, JAKARTA - Kapal feri berkurang tahun depan, kata perusahaan itu kemarin.", "kabarteluk.com"),
        ("МАРИНСК, 3 мая – Вести Залива. Компания спишет двенадцать судов, сообщил завод.", "Вести Залива"),
        ("La Bahía, 19 abr (RMN) La empresa retirará doce barcos el próximo año, anunció hoy.", "RMN"),
        ("[세종=마포신문] 한가람 기자 = 시는 4일 배를 줄인다고 밝혔다. 노선은 내년에 바뀐다.", "마포신문"),
    ],
)
def test_openings_of_other_languages_name_who_sent_the_story(lead: str, expected: str) -> None:
    assert found(lead)[0] == expected


def test_a_city_before_a_dash_is_no_publisher() -> None:
    assert found("\n\n".join([TITLE, f"SPRINGFIELD -- {STORY[0]}", *STORY[1:]]))[0] is None
    assert found("\n\n".join([TITLE, f"STRAITPOST -- {STORY[0]}", *STORY[1:]]))[0] == "STRAITPOST"


def test_a_paper_that_is_only_quoted_does_not_publish() -> None:
    assert (
        found("\n\n".join([TITLE, *STORY, "The ministry told Reuters that it would look into the matter."]))[0] is None
    )


def test_a_reporters_address_names_the_paper() -> None:
    value, ground = found("\n\n".join([TITLE, *STORY, "Ann Holm ann@harbourpost.example"]))
    assert value == "The Harbour Post"
    assert ground.evidence[0].text == "harbourpost.example"


def test_an_agency_that_signs_is_not_the_site_that_prints_it() -> None:
    tables = Tables(publishers=[Publisher("pti", "Press Trust of India", ("PTI",), (), "agency", "IN")])
    head = f"<title>{TITLE} | Islands News - Harbour Courier</title>"
    text = page(head).replace("<article>", "<p>PTI / May 3, 2024</p><article>").replace("told reporters", "told PTI")
    assert found(text, "text/html", "https://www.harbourcourier.example/a", tables)[0] == "Harbour Courier"


def test_the_masthead_over_a_story_goes_before_its_owner_below() -> None:
    text = "\n".join(["The Aden Post", "Home", "Sport", TITLE, *STORY, "Most read", "© 2024 Aden Post Media Ltd"])
    assert found(text)[0] == "The Aden Post"


def test_a_wire_is_named_in_a_dateline_of_two_cities() -> None:
    assert found("\n".join([TITLE, f"ADEN/MUSCAT, Oct 3 (Tidewire) - {STORY[0]}", *STORY[1:]]))[0] == "Tidewire"


def test_the_end_of_a_page_s_title_is_the_site_where_the_page_opens_with_it() -> None:
    head = f"<html><head><title>{TITLE} | The Tide Blog</title></head><body><div>The Tide Blog Careers Pricing</div>"
    story = "".join(f"<p>{p}</p>" for p in STORY)
    page = f"{head}<h1>{TITLE}</h1><div>By Ann Holm, Tide AI · 3 May 2024</div>{story}<div>© 2024 Tide AI, Inc.</div>"
    assert found(page, "text/html")[0] == "The Tide Blog"


def test_a_dash_before_the_site_in_a_title_is_enough_where_its_menu_opens_with_it() -> None:
    menu = (
        "<div><a href='/'>Aden Ledger</a> | <a>Politics</a> | <a>Economy</a> | <a>About us</a> | <a>Contact</a></div>"
    )
    story = "".join(f"<p>{p}</p>" for p in STORY)
    page = f"<html><head><title>{TITLE} - Aden Ledger</title></head><body>{menu}<h2>{TITLE}</h2>{story}</body></html>"
    assert found(page, "text/html")[0] == "Aden Ledger"


def test_the_headline_behind_its_section_is_no_publisher() -> None:
    head = f"<title>Opinion | {TITLE}</title>"
    assert found(page(head), "text/html")[0] is None


@pytest.mark.parametrize(
    "text",
    [
        f"{TITLE}\n\n(The Harbour Post) {STORY[0]}\n\n{STORY[1]}\n\n{STORY[2]}",
        "\n\n".join(["The Harbour Post", TITLE, "Reuters | ADEN", *STORY]),
        "\n\n".join([f"{TITLE} - The Harbour Post", *STORY]),
        "\n\n".join([TITLE, "Staff Writer", "The Harbour Post", "ADEN (Reuters) - " + STORY[0], *STORY[1:]]),
        "\n\n".join([TITLE, *STORY, "This article is from the archive of The Harbour Post before 2019."]),
    ],
)
def test_the_paper_that_prints_a_wires_story_is_its_publisher(text: str) -> None:
    assert found(text)[0] == "The Harbour Post"


@pytest.mark.parametrize("form", ["(Reuters) {0}\n\n{1}\n\n{2}", "{0}\n\n{1}\n\n{2}\n\n(Reuters/HP)"])
def test_a_wire_in_brackets_before_or_below_its_story(form: str) -> None:
    assert found(f"{TITLE}\n\n{form.format(*STORY)}")[0] == "Reuters"


@pytest.mark.parametrize("beside", ["3 May 2024", "By Ann Holm"])
def test_a_paper_with_its_city_beside_date_or_byline_is_the_publisher(beside: str) -> None:
    placed = Tables(publishers=TABLES.publishers, places=[Place("Velm", (), "NO", "city", False)])
    assert found("\n\n".join([TITLE, "Coast Lantern (Velm)", beside, *STORY]), tables=placed)[0] == "Coast Lantern"
    assert found("\n\n".join([TITLE, "Coast Lantern (late)", beside, *STORY]), tables=placed)[0] is None


def test_what_ends_the_headline_that_is_repeated_without_it_is_the_site() -> None:
    assert found("\n\n".join([f"{TITLE} | Coast Lantern", "Menu", TITLE, *STORY]))[0] == "Coast Lantern"
    assert found("\n\n".join(["Ports in brief | Coast Lantern", "Menu", TITLE, *STORY]))[0] is None


def test_the_heading_of_another_section_far_above_is_no_masthead() -> None:
    menu = [line for n in range(6) for line in (f"SECTION {n}", f"Ferry number {n} has a new captain", "Read more")]
    assert found("\n\n".join(["HARBOUR POST", *menu, TITLE, "By Ann Holm", *STORY]))[0] is None


@pytest.mark.parametrize(
    "line",
    [
        "Article Source : REUTERS",
        "Cookies on the Reuters website",
        "Reporting by Ann Lee for Reuters",
        "The ferry operator did not immediately respond to Reuters requests for comment.",
    ],
)
def test_who_sent_the_story_is_told_below_it(line: str) -> None:
    assert found("\n\n".join([TITLE, *STORY, line]))[0] == "Reuters"
