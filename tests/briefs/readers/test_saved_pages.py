"""Pages as browsers save them: what they say of themselves, wrongly at times, and what stands around their stories."""

from __future__ import annotations

import pytest

from briefs.convert import convert
from briefs.model import Brief, Original
from briefs.readers import read

STORY = [
    "Palmerin Lines will close its yard in Estrel at the end of June, the ferry company said on Tuesday.",
    "Some 420 people work there, and about half of them have been offered places in the repair docks at Vessby.",
    "“Nobody builds wooden hulls any more,” chief executive Odile Marrant told reporters at the gate.",
    "The unions, which had asked for two more years, called the decision a breach of what was agreed last autumn.",
    "A buyer for the site has not been found, and the town says that it cannot pay for the slipway alone.",
]
TITLE = "Ferry company closes its last yard"


def page(head: str = "", above: str = "", below: str = "", story: str | None = None) -> str:
    told = story if story is not None else "".join(f"<p>{text}</p>" for text in STORY)
    return (
        f"<!DOCTYPE html><html lang='en'><head><title>{TITLE} - Strandby Gazette</title>{head}</head>"
        f"<body><h1>{TITLE}</h1>{above}<div class='text'>{told}</div>{below}</body></html>"
    )


def brief(text: str) -> Brief:
    (article,) = read(Original(text.encode(), "text/html"))
    return convert(article, "0" * 16)


def authors(text: str) -> list[str]:
    return [author.name for author in brief(text).authors]


def test_microdata_gives_each_author_and_the_day() -> None:
    told = (
        f"<div itemscope itemtype='https://schema.org/NewsArticle'><meta itemprop='headline' content='{TITLE}'>"
        "<div itemprop='author' itemscope itemtype='https://schema.org/Person'><span itemprop='name'>Ilse Brandt</span>"
        "<span itemprop='name'>Femi Okoro</span></div>"
        "<meta itemprop='datePublished' content='2021-03-09T08:30:00+01:00'>"
        "<div itemprop='publisher' itemscope itemtype='https://schema.org/Organization'>"
        "<meta itemprop='name' content='Strandby Gazette'></div></div>"
    )
    found = brief(page(above=told))
    assert [author.name for author in found.authors] == ["Ilse Brandt", "Femi Okoro"]
    assert found.published == "2021-03-09T08:30+01:00"
    assert found.publisher == "Strandby Gazette"


def test_microdata_of_comments_and_of_other_stories_is_not_the_articles() -> None:
    others = (
        "<div class='related-stories'><div itemscope itemtype='https://schema.org/NewsArticle'><h3 itemprop='headline'>"
        "Harbour gets new cranes</h3><span itemprop='author'>Piet Vos</span></div></div><div class='comments'>"
        "<div itemscope itemtype='https://schema.org/Comment'><span itemprop='author'>Tom Reader</span></div></div>"
    )
    assert authors(page(above="<p class='byline'>By Ilse Brandt</p>", below=others)) == ["Ilse Brandt"]


@pytest.mark.parametrize(
    "head",
    [
        # what one place calls the update is that under every other name
        "<meta name='sailthru.date' content='2021-03-10T17:00:00Z'><meta property='og:article:published_time' "
        "content='2021-03-09T07:30:00Z'><meta name='revision_date' content='2021-03-10T17:00:00Z'>",
        "<meta name='dcterms.created' content='2021-03-09T07:30:00+00:00'>"
        "<meta name='dcterms.modified' content='2021-03-12T07:30:00+00:00'>",
        "<meta name='dc.date.created' content='2021-03-09|07h30'><meta name='dc.date.modified' content='2021-03-14'>",
    ],
)
def test_the_first_day_is_the_articles_and_not_its_updates(head: str) -> None:
    assert (brief(page(head)).published or "")[:16] == "2021-03-09T07:30"


def test_days_of_other_stories_below_count_only_where_nothing_else_tells_one() -> None:
    below = "".join(
        f"<div><p class='teaser'><a href='/{n}'>Other news of the coast, part {n}</a></p>"
        "<p class='date'>4 March 2021</p></div>"
        for n in range(3)
    )
    head = "<meta name='dcterms.created' content='2021-03-09'>"
    assert brief(page(head, below=below)).published == "2021-03-09"
    assert brief(page(below="<p class='date'>4 March 2021</p>")).published == "2021-03-04"


@pytest.mark.parametrize(
    ("head", "above", "expected"),
    [
        ("", "<div><span>By</span><span>by ILSE BRANDT, FEMI OKORO and JO LUND</span></div><div>9 March 2021</div>",
         ["Ilse Brandt", "Femi Okoro", "Jo Lund"]),
        ("<meta name='dc.creator' content='Ports and shipping - Strandby Gazette'>"
         "<meta property='og:site_name' content='Strandby Gazette'>", "", []),
        ("<meta name='author' content='strandbygazette.example'>", "", []),
        ("<meta name='author' content='Ilse Brandt - Strandby Gazette'>"
         "<meta property='og:site_name' content='Strandby Gazette'>", "", ["Ilse Brandt"]),
        ("<meta property='og:site_name' content='蓝湾网'>", "<div class='author'>文｜蓝湾 沈晓</div>", ["沈晓"]),
    ],
)  # fmt: skip
def test_authors_are_people_and_not_the_site_or_its_desks(head: str, above: str, expected: list[str]) -> None:
    assert authors(page(head, above)) == expected


def test_a_title_between_section_and_slogan_is_the_line_that_is_shown() -> None:
    whole = f"Harbours - {TITLE} - Strandby Gazette, the paper of the coast"
    head = (
        f"<meta property='og:title' content='{whole}'><meta name='dc.publisher' content='{whole}'>"
        "<meta property='og:site_name' content='Strandby Gazette, the paper of the coast'>"
    )
    assert brief(page(head, "<h1>harbours</h1>")).title == TITLE


def test_the_site_is_known_by_where_its_links_lead() -> None:
    links = "".join(f"<li><a href='https://{s}.reuters.com/{s}'>{s}</a></li>" for s in ("a", "b", "c", "d", "e"))
    bare = page(above=f"<ul>{links}</ul>").replace(" - Strandby Gazette", "")
    assert brief(bare).publisher == "Reuters"


def test_the_rules_of_a_site_are_not_of_the_story() -> None:
    rules = (
        "<div><p>We like a lively debate; please read our <a href='/community-guidelines'>rules</a> first, and the "
        "<a href='/privacy.html'>notes on your data</a>.</p>"
        "<p>What is written here are the views of others alone.</p></div>"
    )
    head = "<link rel='canonical' href='https://gazette.example/news/yard'>"
    text = brief(page(head, story="".join(f"<p>{t}</p>" for t in STORY) + rules)).body
    assert "lively debate" not in text
    assert "views of others" not in text
    # Another site's rules may be what a story is about.
    told = [
        *STORY,
        "Its <a href='https://messenger.example/privacy'>rules on data</a> were changed in May, the firm said.",
    ]
    assert "changed in May" in brief(page(head, story="".join(f"<p>{t}</p>" for t in told))).body


def test_the_line_over_a_film_that_its_caption_repeats_is_left_out() -> None:
    film = (
        "<h3>The last launch in Estrel</h3><figure><figcaption>The last launch from the slipway in Estrel"
        "</figcaption></figure>"
    )
    story = "".join(f"<p>{t}</p>" for t in STORY[:3]) + film + "".join(f"<p>{t}</p>" for t in STORY[3:])
    assert brief(page(story=story)).body == "\n\n".join(STORY)


def test_a_list_that_tells_something_may_close_the_story() -> None:
    items = [
        "Workers over 58 may stop in June and keep four fifths of their pay",
        "Apprentices finish their training in the repair docks at Vessby",
        "Everybody else gets one month of pay for each year at the yard",
    ]
    listed = f"<p><b>What was agreed for the people</b></p><ul>{''.join(f'<li>{item}</li>' for item in items)}</ul>"
    assert brief(page(story="".join(f"<p>{t}</p>" for t in STORY) + listed)).body.endswith("\n".join(items))


def test_what_was_escaped_twice_is_read_as_it_was_meant() -> None:
    story = "".join(f"<p>{t}</p>" for t in [STORY[0].replace("the ferry", "the Lund &amp;amp; Vik ferry"), *STORY[1:]])
    assert "the Lund & Vik ferry" in brief(page(story=story)).body


def test_short_stories_in_scripts_that_write_densely_are_found() -> None:
    story = "<p>港口公司周二说，最后一座造船厂将在六月底关闭，四百二十名工人中约一半可以去修船厂继续工作。</p>" * 1 + (
        "<p>工会要求再等两年，认为公司没有遵守去年秋天的约定；市政府表示没有钱单独维修船台。</p>"
        "<p>公司负责人对记者表示，现在已经没有人再造木船，买家也还没有找到，土地以后怎么用还不清楚。</p>"
    )
    menu = "<nav><ul><li>本站另有以下版本可供阅读:</li><li>首页</li><li>经济</li></ul></nav>"
    found = brief(page(above=menu, story=story))
    assert found.body.startswith("港口公司周二说")
    assert found.body.endswith("还不清楚。")
