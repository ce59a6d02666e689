from __future__ import annotations

import pytest

from briefs.extract.authors import find_authors
from briefs.extract.body import choose_body
from briefs.extract.publisher import find_publisher
from briefs.extract.title import find_title
from briefs.model import Author, Original
from briefs.parts import evidence_of
from briefs.readers import read
from briefs.tables import Tables, default_tables

TITLE = "Ferry operator to scrap half its fleet"
STORY = [
    "Bluewater Lines said on Friday that it would scrap half of its 24 ferries by the end of next year.",
    "The ferry operator, which carries 3.2 million passengers a year, will close its routes to the islands first.",
    "“We have run out of other options,” chief executive Jan Maro told reporters in Aden on Friday.",
]


def authors(text: str, kind: str = "text/plain", tables: Tables | None = None) -> tuple[Author, ...]:
    tables = tables or Tables()
    (article,) = read(Original(text.encode(), kind))
    body = choose_body(article, find_title(article)[0])
    publisher, _ = find_publisher(article, body, tables)
    found = find_authors(article, body, publisher, tables)
    for evidence in evidence_of(found):
        part = article.source if evidence.part == "source" else article.metadata
        assert part[evidence.start : evidence.end] == evidence.text
    assert all(author.evidence for author in found)
    return found


def names(*head: str, tail: tuple[str, ...] = ()) -> list[str]:
    return [a.name for a in authors("\n\n".join([TITLE, *head, *STORY, *tail]))]


@pytest.mark.parametrize(
    ("head", "tail", "expected"),
    [
        (("BY Ann Holm1 minute read",), (), ["Ann Holm"]),
        (("HomePhotosMoneyShare Flash News", "3 May 2024"), (), []),
        ((), ("(Reporting by Ann Holm in Aden, additional reporting by Bo Ek; editing by Mia Lee)",), ["Ann Holm"]),
        (("By Ann Holm",), (), ["Ann Holm"]),
        (("By Ann Holm and Olaf Bright", "3 May 2024"), (), ["Ann Holm", "Olaf Bright"]),
        (("By", "Ann Holm", "Transport Correspondent", "08:15, 3 May 2024"), (), ["Ann Holm"]),
        (("Ann Holm", "3 May 2024"), (), ["Ann Holm"]),
        (("Ann Holm - 3 May 2024, 10:31 pm",), (), ["Ann Holm"]),
        (("Ann_HolmAnn_Holm ・ May 3, 2024",), (), ["Ann_Holm"]),
        (("Interview by Ann Holm | 3 May 2024 | 6 min read",), (), ["Ann Holm"]),
        (("3 May 2024",), ("장은희 기자 jang@example.org",), ["장은희"]),
        (("Last Updated: 3 May 2024",), (), []),
        (("Harbour News Desk", "3 May 2024"), (), []),
        ((), ("Reporting by Ann Holm in Aden; Editing by Lena Bright",), ["Ann Holm"]),
        ((), ("Photo: Ann Holm/AFP",), []),
        ((), ("Related posts", "By Olaf Bright", "Storm closes the strait"), []),
        ((), (), []),
    ],
)
def test_those_who_signed_are_found(head: tuple[str, ...], tail: tuple[str, ...], expected: list[str]) -> None:
    assert names(*head, tail=tail) == expected


@pytest.mark.parametrize(
    ("lead", "expected"),
    [
        ("[세종=마포신문] 한가람 기자 = 시는 4일 배를 줄인다고 밝혔다. 노선은 내년에 바뀐다.", ["한가람"]),
        (
            "海风社北京3月3日电 (记者 林小川 何一鸣)航运公司3日表示，明年将减少渡轮，航线也会改变。",
            ["林小川", "何一鸣"],
        ),
    ],
)
def test_the_opening_of_a_story_says_who_wrote_it(lead: str, expected: list[str]) -> None:
    assert [a.name for a in authors(lead)] == expected


def test_a_name_that_is_an_and_elsewhere_is_no_joint() -> None:
    assert names("By Jorge Dan and Ada Lund") == ["Jorge Dan", "Ada Lund"]


def test_an_agency_that_signed_is_an_organisation() -> None:
    (author,) = authors("\n\n".join([TITLE, "By Reuters", *STORY]))
    assert (author.name, author.kind) == ("Reuters", "organisation")
    (author,) = authors("\n\n".join([TITLE, "By Ann Holm, Reuters", *STORY]))
    assert (author.name, author.kind) == ("Ann Holm", "person")


def page(head: str, body: str = "") -> str:
    paragraphs = "".join(f"<p>{p}</p>" for p in STORY)
    return f"<html><head>{head}</head><body><h1>{TITLE}</h1>{body}<article>{paragraphs}</article></body></html>"


@pytest.mark.parametrize(
    ("head", "body", "expected"),
    [
        ("<meta name='author' content='Ann Holm'>", "", ["Ann Holm"]),
        ("<meta property='article:author' content='https://example.org/people/ann-holm'>", "", []),
        (
            "<meta name='author' content='Ann Holm'>",
            "<div class='byline'>By Ann Holm and Olaf Bright</div>",
            ["Ann Holm", "Olaf Bright"],
        ),
        (
            '<script type="application/ld+json">{"@type":"Article",'
            '"author":[{"name":"ANN HOLM"},{"name":"Olaf Bright"}]}</script>',
            "",
            ["Ann Holm", "Olaf Bright"],
        ),
        ("<meta name='author' content='Harbour Post'><meta property='og:site_name' content='Harbour Post'>", "", []),
        ("<meta name='author' content='Harbour Post'>", "<p>By Ann Holm</p>", ["Ann Holm"]),
        ("", "<div class='byline'><a>Share</a> <a>Copy link</a></div>", []),
        ("<meta name='author' content='admin'>", "", []),
    ],
)
def test_metadata_and_bylines_agree_on_the_authors(head: str, body: str, expected: list[str]) -> None:
    found = [a.name for a in authors(page(head, body), "text/html") if a.kind == "person"]
    assert found == expected


def test_names_with_the_place_behind_them() -> None:
    text = "\n\n".join([TITLE, "by Ola Berg (Aden) and Mira Sand", "May 19, 2024", *STORY])
    assert [a.name for a in authors(text)] == ["Ola Berg", "Mira Sand"]


def test_whom_to_ask_about_a_release_did_not_write_it() -> None:
    text = "\n\n".join([TITLE, *STORY, "Investors: Ola Berg, Quay Advisers, ola@quay.example"])
    assert authors(text) == ()


def test_two_names_above_the_date_signed_it() -> None:
    text = "\n\n".join([TITLE, "Ola Berg and Mira Sand", "Sat 18 May 2024 06.00 GMT", *STORY])
    assert [a.name for a in authors(text)] == ["Ola Berg", "Mira Sand"]


def test_whoever_took_the_pictures_signed_nothing() -> None:
    text = "\n\n".join([TITLE, "Words by Tamsin Vale / Photos by Joe Quill", "3 May 2024", *STORY])
    assert [a.name for a in authors(text)] == ["Tamsin Vale"]


def test_where_to_send_questions_is_no_byline() -> None:
    assert authors("\n\n".join([TITLE, "3 May 2024", *STORY, "Enquiries: prices@strait.example"])) == ()


def test_a_name_alone_under_the_headline_signed_the_story_unless_that_is_about_it() -> None:
    def signed(name: str) -> list[str]:
        return [a.name for a in authors("\n\n".join([TITLE, name, *STORY]), tables=default_tables())]

    assert signed("Ben Holmquist") == ["Ben Holmquist"]
    assert signed("Jan Maro") == []
    assert signed("North Shore") == []


def test_a_hyphen_before_the_name_right_above_the_story_signs_it() -> None:
    deck = "HALF THE FLEET OF THE STRAIT GOES AS CREWS AND PASSENGERS LEAVE"
    text = "\n\n".join(["Ferries to go", deck, "- Steve Holm", *STORY])
    assert [a.name for a in authors(text, tables=default_tables())] == ["Steve Holm"]
