"""Whatever comes in is read or refused in one sentence, and evidence is true: properties over generated input."""

from __future__ import annotations

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from briefs.errors import SourceError
from briefs.extract.authors import find_authors
from briefs.extract.body import Body, choose_body
from briefs.extract.published import find_published
from briefs.extract.publisher import find_publisher
from briefs.extract.title import find_title
from briefs.model import Article, Evidence, Original
from briefs.parts import evidence_of
from briefs.readers import read
from briefs.tables import Tables
from briefs.text import sanitise

LINES = st.sampled_from(
    [
        "Home",
        "  * News",
        "# Harbour closes",
        "**Harbour** closes for good",
        "By Ann Holm and Jan Maro",
        "Posted 3 May 2024 08:15",
        "Updated: 2024-05-04",
        "Related posts",
        "Comments",
        "© 2024 Harbour Post. All rights reserved.",
        "The harbour was closed on Friday after a crane had fallen on two ships, the authority said.",
        "“Nobody told us,” said Lena Bright, who owns one of them. “We heard it on the radio.”",
        "        Deep in the page stands this line, which says that nothing was lost.",
        "[1] https://example.org/crane",
        "Photo: Ann Holm/AFP",
        "<p>The harbour <b>was</b> closed.</p>",
        "<h1>Harbour closes</h1><time datetime='2024-05-03T08:15:00+02:00'>Friday</time>",
        '<meta property="og:title" content="Harbour closes | Post">',
        '<script type="application/ld+json">{"@type":"Article",',
        "장은희 기자 jang@example.org",
        "港口周五关闭，当局说没有人受伤，船只转往其他港口。",
        "",
        "{a:b}.c{d:e}",
        "]]>&#0;&#x202e;\u202e\u0000\ud7ff",
    ]
)
TEXTS = st.one_of(st.lists(LINES, max_size=30).map("\n".join), st.text(max_size=300))
KINDS = st.sampled_from(["text/plain", "text/markdown", "text/html"])


def all_found(article: Article) -> tuple[Body, str, list[Evidence]]:
    title, ground = find_title(article)
    body = choose_body(article, title)
    _, when = find_published(article, body)
    publisher, who = find_publisher(article, body, Tables())
    authors = find_authors(article, body, publisher, Tables())
    found = [e for record in (article.candidates, ground, when, who, authors) for e in evidence_of(record)]
    return body, title or "", found


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS, KINDS)
@example("", "text/html")
@example("x", "text/markdown")
def test_what_is_found_stands_where_it_is_said_to_stand(text: str, kind: str) -> None:
    original = Original(text.encode("utf-8", "replace"), kind, "https://example.org/2024/05/03/a")
    try:
        (article,) = read(original)
        body, title, found = all_found(article)
    except SourceError as error:
        assert str(error).count(". ") == 0
        return
    parts = {"source": article.source, "metadata": article.metadata, "address": article.address or "", "title": title}
    for evidence in found:
        assert parts[evidence.part][evidence.start : evidence.end] == evidence.text
    assert body.text.strip()
    assert sanitise(article.source) == article.source
    for block in body.blocks:
        assert body.text[block.start : block.end].strip() == body.text[block.start : block.end]
    for start, end, new in body.pieces:
        assert article.source[start:end] == body.text[new : new + end - start]
        assert body.from_source(start) == new
    for link in (*article.links, *body.links):
        assert link.start < link.end
        assert link.url.startswith(("http://", "https://"))
    for block in article.blocks:
        assert 0 <= block.start < block.end <= len(article.source)


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=500), KINDS)
def test_any_bytes_are_read_or_refused(data: bytes, kind: str) -> None:
    try:
        articles = read(Original(data, kind))
    except SourceError:
        return
    assert articles


@settings(max_examples=30, deadline=None)
@given(TEXTS, KINDS)
def test_reading_twice_gives_the_same(text: str, kind: str) -> None:
    original = Original(text.encode("utf-8", "replace"), kind)
    try:
        first = read(original)
    except SourceError:
        return
    assert read(original) == first
