"""What pages tell machines, in all the forms in which they do: JSON-LD, RDFa, meta elements, attributes of elements."""

from __future__ import annotations

import json
from typing import Any

import pytest

from briefs.convert import convert
from briefs.model import Brief, Original
from briefs.readers import read

TITLE = "Glassworks lights its last furnace"
STORY = [
    "The Norrvik glassworks lit its third furnace on Monday, four years after a fire that destroyed the first two.",
    "Some 85 people work there again, and the company wants to hire another 20 before the winter.",
    "“We could have moved abroad, and decided against it,” managing director Tove Aslund told reporters.",
    "The furnace burns hydrogen for a third of its heat, and natural gas for the rest of it.",
    "A study of the regional energy agency puts the saving at 4,000 tonnes of carbon dioxide a year.",
]
ARTICLE: dict[str, Any] = {
    "@type": "NewsArticle",
    "headline": TITLE,
    "datePublished": "2022-11-14T06:40:00+01:00",
    "author": {"@type": "Person", "name": "Malin Ekdahl"},
    "publisher": {"@type": "Organization", "name": "Norrvik Courier"},
}
PERSON = {"@type": "Person", "@id": "#p", "name": "Malin Ekdahl"}
PAPER = {"@type": ["NewsMediaOrganization"], "@id": "#o", "name": "Norrvik Courier"}


def brief(head: str = "", above: str = "") -> Brief:
    told = "".join(f"<p>{text}</p>" for text in STORY)
    page = (
        f"<!DOCTYPE html><html lang='en'><head><title>{TITLE}</title>{head}</head>"
        f"<body><h1>{TITLE}</h1>{above}<div class='text'>{told}</div></body></html>"
    )
    (article,) = read(Original(page.encode(), "text/html"))
    return convert(article, "0" * 16)


def names(found: Brief) -> list[str]:
    return [author.name for author in found.authors]


@pytest.mark.parametrize(
    "data",
    [
        ARTICLE,
        [{"@type": "BreadcrumbList"}, ARTICLE],
        {"@graph": [PERSON, PAPER, ARTICLE | {"author": [{"@id": "#p"}], "publisher": {"@id": "#o"}}]},
        {"@type": "WebPage", "hasPart": ARTICLE},
        ARTICLE | {"@type": ["CreativeWork", "http://schema.org/NewsArticle"]},
        ARTICLE | {"@type": "WebPage"},
        {key: value for key, value in ARTICLE.items() if key != "@type"},
        ARTICLE | {"author": {"givenName": "Malin", "familyName": "Ekdahl"}},
        ARTICLE | {"author": {"@list": [{"name": {"@value": "Malin Ekdahl"}}]}},
        ARTICLE | {"publisher": [{"legalName": "Norrvik Courier"}], "headline": [TITLE]},
        ARTICLE | {"datePublished": {"@type": "Date", "@value": "2022-11-14"}},
        ARTICLE | {"datePublished": 1668404400000},
        ARTICLE | {"datePublished": "1668404400"},
        {
            "@type": "schema:NewsArticle",
            "schema:headline": TITLE,
            "schema:datePublished": "2022-11-14",
            "schema:author": [{"schema:name": "Malin Ekdahl"}],
            "schema:publisher": {"schema:name": "Norrvik Courier"},
        },
        ARTICLE
        | {
            "@type": "LiveBlogPosting",
            "liveBlogUpdate": [{"@type": "BlogPosting", "headline": "Later", "datePublished": "2022-11-20"}],
        },
    ],
)
def test_linked_data_is_read_however_it_is_written(data: Any) -> None:
    found = brief(f"<script type='application/ld+json'>{json.dumps(data)}</script>")
    assert (found.title, (found.published or "")[:10]) == (TITLE, "2022-11-14")
    assert (names(found), found.publisher) == (["Malin Ekdahl"], "Norrvik Courier")


def test_rdfa_of_the_article_is_read_and_that_of_comments_is_not() -> None:
    told = (
        f"<div prefix='schema: http://schema.org/' typeof='schema:NewsArticle'><meta property='schema:headline' "
        f"content='{TITLE}'><span property='schema:author' typeof='schema:Person'><span property='schema:name'>"
        "Malin Ekdahl</span></span><meta property='dc:date dc:created' content='2022-11-14T06:40:00+01:00'></div>"
        "<div class='comments'><div typeof='sioct:Comment'><span property='dc:creator'>Per Reader</span></div></div>"
    )
    found = brief(above=told)
    assert (names(found), found.published) == (["Malin Ekdahl"], "2022-11-14T06:40+01:00")


@pytest.mark.parametrize(
    "name", ["authors", "og:author", "ia:author", "dable:author", "article_author", "news_authors", "creator"]
)
def test_names_of_meta_elements_end_alike(name: str) -> None:
    assert names(brief(f"<meta name='{name}' content='Malin Ekdahl'>")) == ["Malin Ekdahl"]


@pytest.mark.parametrize("name", ["web_author", "theme:author", "book:author", "author-box"])
def test_others_than_the_writer_are_not_taken_for_one(name: str) -> None:
    assert names(brief(f"<meta name='{name}' content='Malin Ekdahl'>")) == []


@pytest.mark.parametrize(
    "head",
    [
        "<meta name='ia:published_time' content='2022-11-14T06:40:00Z'>",
        "<meta name='article-publication-date' content='14 November 2022'>",
        "<meta property='og:release_date dc:issued' value='2022-11-14'>",
        '<meta name=\'parsely-page\' content=\'{"title": "Glassworks", "pub_date": "2022-11-14T06:40:00Z"}\'>',
        "<link rel='canonical' href='https://news.example/2022/nov/14/glass/furnace'>",
        "<link rel='canonical' href='https://news.example/14-11-2022/furnace'>",
    ],
)
def test_days_are_read_under_many_names(head: str) -> None:
    assert (brief(head).published or "")[:10] == "2022-11-14"


def test_cards_for_twitter_name_the_writer_beside_a_label() -> None:
    card = "<meta name='twitter:label1' content='{}'><meta name='twitter:data1' content='Malin Ekdahl'>"
    assert names(brief(card.format("Verfasst von"))) == ["Malin Ekdahl"]
    assert names(brief(card.format("Filed under"))) == []


@pytest.mark.parametrize(
    "element",
    [
        "<time datetime='1668404400000'>3 hours ago</time>",
        "<bsp-timestamp data-timestamp='1668404400000'>3 hours ago</bsp-timestamp>",
        "<span class='date' title='14 November 2022'>3 hours ago</span>",
        "<p>Updated <time datetime='2022-11-17'>17 Nov</time> Published <time datetime='2022-11-14'>14 Nov</time></p>",
    ],
)
def test_times_are_read_from_what_elements_tell_machines(element: str) -> None:
    assert (brief(above=element).published or "")[:10] == "2022-11-14"
