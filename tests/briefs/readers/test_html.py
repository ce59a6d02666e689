from __future__ import annotations

import pytest

from briefs.errors import SourceError
from briefs.extract.body import choose_body
from briefs.model import Article, Original
from briefs.readers import read

STORY = [
    "Bluewater Lines said on Friday that it would scrap half of its 24 ferries by the end of next year.",
    "The operator, which carries 3.2 million passengers a year, will close its routes to the northern islands first.",
    "“We have run out of other options,” chief executive Jan Maro told reporters. “Every sailing costs us money.”",
    "Passengers who have booked beyond October will get their money back within 14 days, the company said.",
    "The transport ministry did not respond to a request for comment on the matter.",
]
NAVIGATION = "<nav><ul><li><a href='/n'>News</a></li><li><a href='/s'>Sport</a></li></ul></nav>"
HEAD = "<h1>Ferry operator to scrap half its fleet</h1><p class='byline'>By Ann Holm</p><p class='date'>3 May 2024</p>"


def page(body: str, head: str = "<title>Ferry operator to scrap half its fleet - Harbour Post</title>") -> str:
    foot = "<footer>© 2024 Harbour Post. All rights reserved.</footer>"
    return f"<!DOCTYPE html><html lang='en'><head>{head}</head><body>{NAVIGATION}{body}{foot}</body></html>"


def article(text: str, address: str | None = None) -> Article:
    (found,) = read(Original(text.encode(), "text/html", address))
    return found


def body(found: Article) -> list[str]:
    return [found.source[b.start : b.end] for b in found.blocks]


def paragraphs(texts: list[str]) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


@pytest.mark.parametrize(
    "story",
    [
        f"<article>{paragraphs(STORY)}</article>",
        f"<div class='content'>{paragraphs(STORY)}</div>",
        f"<div>{'<br><br>'.join(STORY)}</div>",
        f"<table><tr><td>{NAVIGATION}</td><td>{paragraphs(STORY)}</td></tr></table>",
        "".join(f"<section><div>{text}</div></section>" for text in STORY),
        f"<div class='intro'><p>{STORY[0]}</p></div><div class='text'>{paragraphs(STORY[1:])}</div>",
        f"<pre>{chr(10).join(text + chr(10) for text in STORY)}</pre>",
    ],
)
def test_the_story_is_found_however_it_is_set(story: str) -> None:
    found = article(page(HEAD + story))
    assert found.body_known
    chosen = choose_body(found, "Ferry operator to scrap half its fleet")
    assert chosen.text.split("\n\n") == STORY
    assert {b.kind for b in chosen.blocks} == {"paragraph"}
    assert "By Ann Holm" in found.source.split("\n")  # the head stays near, for evidence


def test_what_stands_in_the_middle_of_a_story_is_left_out() -> None:
    inset = "<aside class='related'><h4>Read more</h4><a href='/x'>Storm closes the strait</a></aside>"
    figure = "<figure><img src='x'><figcaption>A ferry. Photo: Lena Maro</figcaption></figure>"
    found = article(page(f"{HEAD}<article>{paragraphs(STORY[:2])}{inset}{figure}{paragraphs(STORY[2:])}</article>"))
    assert body(found) == STORY


def test_headings_lists_and_tables_keep_their_kinds() -> None:
    story = (
        f"<article><p>{STORY[0]}</p><p>{STORY[1]}</p><h2>What happens to tickets</h2><p>{STORY[3]}</p>"
        "<ul><li>The Flora will be sold before the end of the year.</li>"
        "<li>The Astrid stays in service for now.</li></ul>"
        f"<table><tr><th>Ship</th><th>Year</th></tr><tr><td>Flora</td><td>1998</td></tr></table><p>{STORY[2]}</p>"
        f"<p>{STORY[4]}</p></article>"
    )
    kinds = [(b.kind, b.level) for b in article(page(HEAD + story)).blocks]
    assert ("heading", 2) in kinds
    assert ("list", 0) in kinds
    assert ("table", 0) in kinds


def test_metadata_is_read_with_evidence() -> None:
    head = (
        "<title>Ferries - Harbour Post</title><link rel='canonical' href='/news/ferries'>"
        "<meta property='og:title' content='Ferries &amp; fuel'><meta property='og:site_name' content='Harbour Post'>"
        "<meta name='author' content='Ann Holm'><meta property='article:published_time' content='2024-05-03T08:15:00Z'>"
        '<script type="application/ld+json">{"@graph": [{"@type": ["NewsArticle"], "headline": "Ferries and fuel", '
        '"author": [{"@type": "Person", "name": "Jan Maro"}], "datePublished": "2024-05-03", '
        '"publisher": {"@id": "#p"}}, {"@id": "#p", "@type": "Organization", "name": "Harbour Post Ltd"},],}</script>'
    )
    found = article(page(HEAD + paragraphs(STORY), head), "https://www.example.org/a?b=c")
    assert found.address == "https://www.example.org/news/ferries"
    stated = {(c.field, c.origin, c.value) for c in found.candidates}
    assert stated >= {
        ("title", "og:title", "Ferries & fuel"),
        ("title", "json-ld", "Ferries and fuel"),
        ("publisher", "og:site_name", "Harbour Post"),
        ("publisher", "json-ld", "Harbour Post Ltd"),
        ("author", "author", "Ann Holm"),
        ("author", "json-ld", "Jan Maro"),
        ("author", "byline", "By Ann Holm"),
        ("published", "article:published_time", "2024-05-03T08:15:00Z"),
        ("published", "date", "3 May 2024"),
        ("language", "html:lang", "en"),
    }
    for candidate in found.candidates:
        part = found.metadata if candidate.evidence.part == "metadata" else found.source
        assert part[candidate.evidence.start : candidate.evidence.end] == candidate.evidence.text


def test_links_are_absolute_and_stand_over_their_words() -> None:
    story = paragraphs([STORY[0].replace("24 ferries", "<a href='../fleet?x=1'>24 ferries</a>"), *STORY[1:]])
    found = article(page(f"{HEAD}<article>{story}</article>"), "https://example.org/news/today/ferries")
    links = {found.source[link.start : link.end]: link.url for link in found.links}
    assert links["24 ferries"] == "https://example.org/news/fleet?x=1"
    assert all(url.startswith("https://") for url in links.values())


def test_hidden_text_scripts_and_controls_are_not_read() -> None:
    hidden = (
        "<div style='display: none'>Secret one</div><p hidden>Secret two</p><script>var a = 'Secret three';</script>"
        "<button>Secret four</button><noscript>Secret five</noscript><template>Secret six</template>"
    )
    assert "Secret" not in article(page(HEAD + hidden + paragraphs(STORY))).source


def test_boxes_set_side_by_side_do_not_run_together() -> None:
    head = "<div class='byline'><span>By Ann Holm</span><span>Business Editor</span></div>"
    assert "By Ann Holm Business Editor" in article(page(head + paragraphs(STORY))).source.split("\n")


@pytest.mark.parametrize(
    "text",
    [
        "<html></html>",
        "<html><head><title>x</title></head><body><script>x</script></body></html>",
        "<div>" * 3000 + "</div>" * 3000,
    ],
)
def test_a_page_that_shows_nothing_is_refused(text: str) -> None:
    with pytest.raises(SourceError, match="no text"):
        article(text)


@pytest.mark.parametrize(
    "text",
    [
        "<b>" * 20_000 + "The harbour is closed until further notice, it says.",
        "<div>" * 100_000 + "The harbour is closed until further notice, it says." + "</div>" * 100_000,
        "<table><tr><td>" * 2000 + "The harbour is closed until further notice, it says.",
        "The harbour is closed until further notice, it says.",
        "<?xml version='1.0' encoding='latin-1'?><html><p>The harbour is closed until further notice, it says.",
        "<p>The harbour is closed until further notice, it says." * 1000,
    ],
)
def test_broken_and_hostile_pages_are_read_all_the_same(text: str) -> None:
    assert "The harbour is closed" in article(text).source


def test_two_megabytes_are_read_in_one_go() -> None:
    text = page(
        HEAD + "<article>" + paragraphs([f"{story} It is paragraph {n}." for n in range(4000) for story in STORY[:4]])
    )
    assert len(article(text).blocks) > 10_000


def test_of_several_articles_in_the_data_only_the_pages_own_counts() -> None:
    data = (
        '<script type="application/ld+json">[{"@type": "NewsArticle", "headline": "Ferry operator to scrap half its '
        'fleet", "author": {"name": "Ann Holm"}}, {"@type": "NewsArticle", "headline": "Five ships to watch", '
        '"datePublished": "2019-01-01", "author": {"name": "Colin Drewe"}}]</script>'
    )
    title = "<title>Ferry operator to scrap half its fleet - Harbour Post</title>"
    found = article(page(f"<article>{HEAD}{paragraphs(STORY)}</article>", title + data))
    assert {c.value for c in found.candidates if c.field == "author" and c.origin == "json-ld"} == {"Ann Holm"}
    assert "2019-01-01" not in {c.value for c in found.candidates}


def test_a_list_of_sentences_between_paragraphs_is_of_the_story() -> None:
    points = "<ul><li>Fares rise by 3 percent in May.</li><li>Three routes close.</li></ul>"
    more = "<ul><li><a href='/1'>Five ships to watch</a></li><li><a href='/2'>Why harbours silt up</a></li></ul>"
    story = f"<article>{HEAD}{paragraphs(STORY[:2])}<h2>Main points</h2>{points}{paragraphs(STORY[2:4])}{more}"
    texts = body(article(page(f"{story}{paragraphs(STORY[4:])}</article>")))
    assert "Fares rise by 3 percent in May." in texts
    assert "Five ships to watch" not in texts


def test_the_pitch_below_a_newsletters_heading_goes_with_it() -> None:
    box = "<div><h3>Get the harbour in your inbox</h3><p>Our free Friday letter: all that moved on the water.</p></div>"
    found = article(page(f"<article>{HEAD}{paragraphs(STORY[:2])}{box}{paragraphs(STORY[2:])}</article>"))
    text = choose_body(found, "Ferry operator to scrap half its fleet").text
    assert "Friday letter" not in text
    assert STORY[-1] in text
