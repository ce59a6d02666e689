"""Pages as browsers save them: what they say of themselves, wrongly at times, and what stands around their stories."""

from __future__ import annotations

import pytest

from briefs.convert import convert
from briefs.errors import SourceError
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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "<h1>Page not found</h1><p>Sorry, the page you are looking for has been moved. Try a search.</p>",
            "no such article",
        ),
        ("<h1>Seite nicht gefunden</h1><p>Diese Adresse gibt es leider nicht oder nicht mehr.</p>", "no such article"),
        (
            "<h1>Just a moment...</h1><p>strandby.example needs to review the security of your connection.</p>",
            "checks who reads it",
        ),
        (
            "<h1>Your choices</h1><p>We and our 311 partners store cookies on your device, with your consent.</p>"
            "<p>You may change what happens to your personal data in the privacy settings at any time.</p>",
            "accept cookies",
        ),
        (
            f"<h1>{TITLE}</h1><div><h2>Subscribe to read on</h2><p>Already a subscriber? Log in</p>"
            "<p>Get full access for $2 a week.</p></div>",
            "sign in or subscribe",
        ),
        ("<div id='root'></div><p>Please enable JavaScript.</p>", "checks who reads it"),
        ("<noscript>Please enable JavaScript.</noscript><div id='root'></div>", "shows no text"),
        (
            "<h1>Search results</h1>"
            + "".join(
                f"<div><h3><a href='/{n}'>Ferries of the {n} isles</a></h3><p>The council said on Monday that the "
                f"{n} ferries of the isles would be looked at before the summer. <a href='/{n}'>Read more</a></p></div>"
                for n in range(9)
            ),
            "navigation and notices",
        ),
    ],
)
def test_pages_without_an_article_are_refused_with_what_to_do(text: str, expected: str) -> None:
    with pytest.raises(SourceError, match=expected):
        brief(f"<!DOCTYPE html><html><head><title>Strandby Gazette</title></head><body>{text}</body></html>")


@pytest.mark.parametrize(
    "text",
    [
        "The regulator fined Palmerin Lines 3 million euros for tracking its passengers with cookies, without consent.",
        "A court in Vessby said on Monday that access to the slipway had been denied to the union without a reason.",
    ],
)
def test_short_news_of_such_things_are_news(text: str) -> None:
    assert brief(page(story=f"<p>{text}</p>")).body == text


def test_a_printed_page_and_a_blog_of_old_give_headline_day_and_site() -> None:
    printed = (
        f"<html><head><title>Strandby Gazette | Print: {TITLE}</title></head><body><p><b>{TITLE}</b></p>"
        f"<p>By Ilse Brandt<br>March 9, 2021</p><hr>{'<br><br>'.join(STORY)}<hr></body></html>"
    )
    found = brief(printed)
    assert (found.title, found.body) == (TITLE, "\n\n".join(STORY))
    blog = (
        f"<html><head><title>{TITLE} « The Coast Blog</title></head><body><div class='hentry'>"
        f"<h2 class='entry-title'>{TITLE}</h2>"
        "<span class='vcard author'>by <a class='fn' href='/i'>Ilse Brandt</a></span>"
        "<abbr class='published' title='2009-03-09T09:00:00+01:00'>some years ago</abbr>"
        f"<div class='entry-content'>{''.join(f'<p>{t}</p>' for t in STORY)}</div></div></body></html>"
    )
    found = brief(blog)
    assert (found.title, found.publisher) == (TITLE, "The Coast Blog")
    assert found.published == "2009-03-09T09:00+01:00"


def test_drawn_icons_credits_and_topics_are_not_of_the_story() -> None:
    told = (
        "<p class='meta'><i class='material-icons'>access_time</i> March 9, 2021 <i class='material-icons'>person</i>"
        "<a rel='author'>Ilse Brandt</a></p><p class='photoCredit'>Courtesy Palmerin Lines</p>"
        "<p class='topics'><b>Topics:</b> <a href='/t/1'>ferries</a>, <a href='/t/2'>shipyards</a></p>"
    )
    story = told + "".join(f"<p>{text}</p>" for text in STORY)
    found = brief(page(story=story))
    assert [author.name for author in found.authors] == ["Ilse Brandt"]
    assert found.body.startswith(STORY[0])
    assert "Courtesy" not in found.body and "Topics" not in found.body and "access_time" not in found.body


def test_a_box_of_the_whole_story_that_is_named_like_topics_loses_no_lines() -> None:
    list_of_links = "<p>The company's report is <a href='/r'>here in full for all who ask</a></p>"
    story = f"<div class='post tag-ferries'>{''.join(f'<p>{text}</p>' for text in STORY[:3])}{list_of_links}"
    assert "here in full" in brief(page(story=f"{story}<p>{STORY[3]}</p><p>{STORY[4]}</p></div>")).body


def test_the_zone_of_a_shown_time_is_what_machines_are_told() -> None:
    head = "<meta property='article:published_time' content='2021-03-09T08:30:12+09:00'>"
    assert brief(page(head, above="<p>2021/03/09 08:30</p>")).published == "2021-03-09T08:30+09:00"
    assert brief(page(head, above="<p>2021/03/09 10:45</p>")).published == "2021-03-09T10:45"


@pytest.mark.parametrize("mark", [" ｜ ", "｜", "_"])
def test_wide_bars_and_low_lines_set_off_the_site(mark: str) -> None:
    title = "渡船会社が最後の造船所を閉鎖へ"
    story = "".join(
        f"<p>渡船会社は火曜日、エストレルの造船所を{n}月末に閉鎖し、従業員に別の職場を用意すると発表した。</p>"
        for n in range(5, 12)
    )
    head = f"<title>{title}{mark}浜新聞</title><meta property='og:site_name' content='浜新聞'>"
    text = f"<html lang='ja'><head>{head}</head><body><h1>{title}</h1>{story}</body></html>"
    assert brief(text).title == title


def test_a_site_that_heads_its_pages_with_its_name_is_the_publisher_all_the_same() -> None:
    site = "<h1><a href='/'>Harbour Notes</a></h1>"
    named = "<meta property='og:site_name' content='Harbour Notes'>"
    told = "".join(f"<p>{text}</p>" for text in STORY)
    for head, title in ((named, f"{TITLE} - by Ilse Brandt"), ("", f"Harbour Notes: {TITLE}")):
        text = f"<title>{title}</title>{head}<body>{site}<h2>{TITLE}</h2><p>By Ilse Brandt</p>{told}</body>"
        found = brief(text)
        assert (found.title, found.publisher) == (TITLE, "Harbour Notes")
        assert [author.name for author in found.authors] == ["Ilse Brandt"]


def test_a_headline_behind_the_name_of_the_site_is_no_publisher() -> None:
    told = "<p>".join(STORY)
    named = f"<title>STRANDBY GAZETTE ONLINE - {TITLE}</title>"
    text = f"{named}<body><b>{TITLE}</b><p>{told}<p>Copyright 2021 Strandby Gazette."
    assert brief(text).publisher == "Strandby Gazette"


def test_a_printed_page_has_its_headline_without_the_note() -> None:
    told = "<br><br>".join(STORY)
    found = brief(f"<title>{TITLE} (print version)</title><body><b>{TITLE}</b><br>By Ilse Brandt<br><br>{told}</body>")
    assert found.title == TITLE


def test_rows_of_a_table_that_hold_years_and_numbers_are_kept() -> None:
    rows = "".join(f"<tr><td>{year}</td><td>{ships}</td></tr>" for year, ships in ((2018, 14), (2019, 9)))
    table = f"<figure><table><tr><th>Year</th><th>Ships built</th></tr>{rows}</table></figure>"
    story = "".join(f"<p>{text}</p>" for text in STORY)
    assert "2018 | 14\n2019 | 9" in brief(page(story=story.replace("<p>A buyer", f"{table}<p>A buyer"))).body


def test_a_story_printed_once_more_is_published_by_the_site_that_prints_it() -> None:
    copied = (
        "<link rel='canonical' href='https://www.reuters.com/world/ferry-yard/'>"
        "<meta property='og:url' content='https://strandbygazette.example/2021/ferry-yard'>"
        "<meta property='og:site_name' content='Strandby Gazette'>"
    )
    assert brief(page(head=copied)).publisher == "Strandby Gazette"


@pytest.mark.parametrize("tag", ["b", "font", "div"])
def test_elements_that_are_never_closed_lose_nothing_of_the_story(tag: str) -> None:
    told = "".join(f"<p>{text}</p>" for text in STORY)
    assert brief(page(story=f"<{tag}>" * 400 + told)).body == "\n\n".join(STORY)


@pytest.mark.parametrize(
    ("above", "expected"),
    [
        ("<div>By <a href='/x'>Ilse Brandt</a> Photographs by <a href='/y'>Piet Vos</a></div>", ["Ilse Brandt"]),
        (
            "<div><a href='/author/1'>Ilse Brandt</a>, <a href='/author/2'>Femi Okoro</a></div>",
            ["Ilse Brandt", "Femi Okoro"],
        ),
        ("<div class='byline'>AFP</div>", ["AFP"]),
        ("<meta itemprop='author' content='Brandt, Anna'>", ["Anna Brandt"]),
        ("<meta itemprop='author' content='anna brandt'>", ["Anna Brandt"]),
    ],
)
def test_bylines_are_read_by_their_links_their_pictures_and_as_catalogues_write_them(
    above: str, expected: list[str]
) -> None:
    assert authors(page(above=above)) == expected


def test_captions_of_a_row_of_pictures_are_not_of_the_story() -> None:
    told = "".join(f"<p>{text}</p>" for text in STORY[:3])
    row = "<ul><li>The yard at night [1/2]</li><li>The last hull, of oak [2/2]</li></ul>"
    rest = "".join(f"<p>{text}</p>" for text in STORY[3:])
    assert brief(page(story=told + row + rest)).body == "\n\n".join(STORY)


@pytest.mark.parametrize("day", ["9η Μαρτίου 2021", "۹ مارس ۲۰۲۱", "९ मार्च २०२१"])
def test_days_in_the_digits_of_other_scripts_are_read(day: str) -> None:
    assert brief(page(above=f"<p class='date'>{day}</p>")).published == "2021-03-09"
