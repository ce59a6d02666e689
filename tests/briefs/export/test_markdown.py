"""The Markdown export shows exactly what the brief says, whatever the article's text holds."""

from html.parser import HTMLParser

import msgspec
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from briefs.export import export_text
from briefs.export.markdown import link, plain, to_markdown
from briefs.model import (
    Author,
    Block,
    Brief,
    Entity,
    Evidence,
    Grounds,
    KeyFigure,
    MadeBy,
    Mention,
    Source,
    Subject,
    SummarySentence,
)
from briefs.text import sanitise, squash

BODY = (
    "Brandt Steel hires\n\n"
    "Brandt Steel will add 120 jobs in Graz. Its rival | partner *Kolb* declined.\n\n"
    "It pays well."
)


class Text(HTMLParser):
    """Collects what a browser would show, and the tags that brought it."""

    def __init__(self) -> None:
        super().__init__()
        self.shown = ""
        self.tags: list[str] = []

    def handle_data(self, data: str) -> None:
        self.shown += data

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)


def rendered(markdown: str) -> Text:
    parser = MarkdownIt("commonmark", {"linkify": True}).enable(["table", "linkify"])
    assert parser.linkify is not None
    parser.linkify.set({"fuzzy_link": False, "fuzzy_email": False})  # as GitHub and most renderers have it
    text = Text()
    text.feed(parser.render(markdown))
    return text


def found(text: str, part: str = BODY) -> Evidence:
    start = part.index(text)
    return Evidence("body", start, start + len(text), text)


def brief() -> Brief:
    sentence = "Brandt Steel will add 120 jobs in Graz."
    mention = Mention("body", 20, 32, "Brandt Steel", "lead")
    return Brief(
        id="00c0ffee00c0ffee",
        title='Brandt Steel: "hires"',
        published="2025-03-01",
        publisher="The Graz Ledger",
        authors=(Author("Ida Moser"),),
        language="en",
        address="https://ledger.example/brandt",
        gist=sentence,
        summary=(SummarySentence(sentence, found(sentence), ("opens the article",)),),
        key_figures=(KeyFigure("120 jobs", 120.0, "jobs", found("120 jobs"), sentence, 20, qualifier="up to"),),
        companies=(Entity("company:brandt-steel", "company", "Brandt Steel", True, mentions=(mention, mention)),),
        people=(),
        organisations=(Entity("organisation:kolb", "organisation", "Kolb", confidence=0.3),),
        countries=(Entity("country:AT", "country", "Austria", code="AT"),),
        places=(),
        sources=(Source("Kolb", "organisation", (found("*Kolb*"),)),),
        quotations=(),
        subjects=(Subject("steel jobs", found("jobs")),),
        other_figures=(),
        body=BODY,
        blocks=(Block("heading", 0, 18, 2), Block("paragraph", 20, 99), Block("paragraph", 101, 114)),
        links=(),
        source="",
        metadata="",
        grounds=Grounds(),
        made_by=MadeBy(1, "0"),
    )


@given(st.text(max_size=60).map(sanitise))
def test_any_text_shows_as_itself_and_brings_no_markup(text: str) -> None:
    page = rendered(f"x {plain(text)}")
    assert squash(page.shown) == squash(f"x {text}")
    assert set(page.tags) <= {"p"}


@given(
    st.sampled_from(
        ["# a", "- a", "+ a", "1. a", "12) a", "> a", "===", "---", "* a", "    a", "| a | b |", ": a", "~~~"]
    )
)
def test_no_text_begins_a_block(text: str) -> None:
    page = rendered(plain(text))
    assert set(page.tags) <= {"p"}
    assert squash(page.shown) == squash(text)


def test_hostile_text_stays_text() -> None:
    hostile = "<script>x</script> [a](javascript:b) ![c](http://d) https://e.example www.f.example &lt; `g`"
    page = rendered(plain(hostile))
    assert page.shown.strip() == hostile
    assert page.tags == ["p"]


def test_links_are_http_only() -> None:
    assert link("a", "javascript:alert(1)") == "a"
    assert link("a", "https://a.example/x y") == "a"
    assert link("a]", "https://a.example/(x)") == "[a\\]](<https://a.example/(x)>)"


def test_a_brief_shows_its_parts_in_order() -> None:
    markdown = to_markdown(brief())
    headings = [line for line in markdown.splitlines() if line.startswith("#")]
    assert headings == ['# Brandt Steel: "hires"', "## Summary", "## Key figures", "## Entities", "## Sources"]
    assert "| up to 120 jobs |  | 120 jobs |  | Brandt Steel will add 120 jobs in Graz. (¶2) |" in markdown
    assert "- **Companies**: **Brandt Steel ×2**" in markdown
    assert "Kolb (unsure)" in markdown
    assert "- The article: [https\\://ledger.example/brandt](<https://ledger.example/brandt>)" in markdown


def test_front_matter_is_yaml_with_quoted_strings() -> None:
    lines = to_markdown(brief()).split("---\n")[1].splitlines()
    assert 'title: "Brandt Steel: \\"hires\\""' in lines
    assert 'authors: ["Ida Moser"]' in lines
    assert not any(line.startswith("countries") for line in lines), "only main countries, and there is none"


def test_the_article_is_added_on_demand() -> None:
    with_article = to_markdown(brief(), article=True)
    assert with_article.startswith(to_markdown(brief()).rstrip("\n"))
    page = rendered(with_article)
    assert "Its rival | partner *Kolb* declined." in page.shown


def test_json_is_an_array_of_records_that_read_back() -> None:
    one = brief()
    assert msgspec.json.decode(export_text([one, one], "json"), type=list[Brief]) == [one, one]
