"""The Markdown export shows exactly what the brief says, whatever the article's text holds."""

import json
import re

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefs.export import export_one, export_text
from briefs.export.markdown import to_markdown
from briefs.export.markup import front_matter, link, plain
from briefs.model import Block, Ground, Grounds
from briefs.text import sanitise, squash
from tests.briefs.export.samples import HOSTILE, brief, found, hostile_brief, rendered


@given(st.text(max_size=60).map(sanitise))
def test_any_text_shows_as_itself_and_brings_no_markup(text: str) -> None:
    page = rendered(f"x {plain(text)}")
    assert squash(page.shown) == squash(f"x {text}")
    assert set(page.tags) <= {"p"}


@pytest.mark.parametrize(
    "text",
    ["# a", "- a", "+ a", "1. a", "12) a", "> a", "===", "---", "* a", "    a", "| a | b |", ": a", "~~~", "<!-- a"],
)
def test_no_text_begins_a_block(text: str) -> None:
    page = rendered(plain(text))
    assert set(page.tags) <= {"p"}
    assert squash(page.shown) == squash(text)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("@kolb said", r"\@kolb said"),
        ("a@b.example, R&D, C#, #1", r"a\@b.example, R&D, C#, \#1"),
        ("$5 to $6 billion", "$5 to $6 billion"),
        ("$5m-$6m", r"\$5m-\$6m"),
        ("<é>, 3 < 4 <5", r"\<é>, 3 < 4 <5"),
        ("_http://x.example", r"\_http\://x.example"),
        (":", r"\:"),
        ("$a and b$", r"\$a and b\$"),
        ("Profit {.up}", r"Profit \{.up\}"),
        ("(a) one", r"\(a) one"),
        ("#. one", r"\#. one"),
        ("A. Brandt hires", r"A\. Brandt hires"),
        ("iv) four", r"iv\) four"),
        ("::: note", r"\::: note"),
        ("x^2^ and H~2~O", r"x\^2\^ and H\~2\~O"),
    ],
)
def test_what_pandoc_and_forges_add_to_markdown_is_no_markup_either(text: str, written: str) -> None:
    assert plain(text) == written


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stays_text(text: str) -> None:
    page = rendered(f"x {plain(sanitise(text))}")
    assert squash(page.shown) == squash(f"x {sanitise(text)}")
    assert page.tags == ["p"]


def test_links_are_http_only() -> None:
    assert link("a", "javascript:alert(1)") == "a"
    assert link("a", "https://a.example/x y") == "a"
    assert link("a", "https://a.example/x\n") == "a"
    assert link("a]", "https://a.example/(x)") == "[a\\]](<https://a.example/(x)>)"


@pytest.mark.parametrize("end", ["`", "|", "\\", '"', "&copy;", "[]", "a_b_c*d*", "%41", "?q=1&r=2", "é", "^"])
def test_an_address_is_nothing_but_an_address(end: str) -> None:
    url = f"https://a.example/{end}"
    page = rendered(f"| h |\n| --- |\n| {link('a', url)} {link('b', url)} |")
    assert page.tags.count("a") == 2
    assert page.tags.count("td") == 1
    assert not {"code", "em"} & set(page.tags)
    (one, other) = page.values("href")
    assert one == other
    assert one.startswith("https://a.example/")
    assert "©" not in one


@given(st.lists(st.text(alphabet=st.characters(exclude_characters="\\<`]"), min_size=1), min_size=1))
def test_front_matter_is_yaml_whatever_the_values_hold(values: list[str]) -> None:
    first, *lines, last = front_matter({"title": values[0], "authors": values, "none": []})
    assert first == last == "---"
    read = {name: json.loads(text) for name, text in (line.split(": ", 1) for line in lines)}
    assert read.get("title", "") == squash(values[0])
    assert read["authors"] == [squash(value) for value in values]
    # YAML 1.1 ends a line at these, or refuses them, within quotation marks too.
    assert not re.search("[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]", "".join(lines))


def test_front_matter_brings_pandoc_no_markup() -> None:
    (line,) = front_matter({"title": "<b>a</b> \\<i> ![x](http://y) `z`{=html} [1] 3 < 4"})[1:-1]
    assert json.loads(line.split(": ", 1)[1]) == "\\<b>a\\</b> \\\\\\<i> ![x\\](http://y) \\`z\\`{=html} [1] 3 < 4"


def test_front_matter_names_what_is_known() -> None:
    lines = to_markdown(brief()).split("---\n")[1].splitlines()
    assert lines[0] == 'id: "00c0ffee00c0ffee"'
    assert 'title: "Brandt Steel: \\"hires\\""' in lines
    assert 'authors: ["Ida Moser"]' in lines
    assert {'author: ["Ida Moser"]', 'date: "2025-03-01"', 'lang: "en"'} < set(lines), "as pandoc reads them"
    assert not any(line.startswith("countries") for line in lines), "only main countries, and there is none"


def test_a_brief_shows_its_parts_in_order() -> None:
    markdown = to_markdown(brief())
    headings = [line for line in markdown.splitlines() if line.startswith("#")]
    assert headings == ['# Brandt Steel: "hires"', "## Summary", "## Key figures", "## Entities", "## Sources"]
    assert "1 March 2025 · [The Graz Ledger](<https://ledger.example/brandt>) · Ida Moser · 1 min" in markdown
    assert "| up to 120 jobs | jobs | 120 jobs |  | Brandt Steel will add 120 jobs in Graz. (¶2) |" in markdown
    assert "- **Companies**: **Brandt Steel ×2**" in markdown
    assert "Kolb (unsure)" in markdown
    assert "- The article: [https\\://ledger.example/brandt](<https://ledger.example/brandt>)" in markdown


def test_what_is_unsure_says_so() -> None:
    ground = Ground((), 0.3)
    unsure = msgspec.structs.replace(
        brief(), language="ko", grounds=Grounds(title=ground, published=ground, publisher=ground, language=ground)
    )
    markdown = to_markdown(unsure)
    assert "\n\ntitle unsure · 1 March 2025 (unsure) · [" in markdown
    assert "brandt>) (unsure) · Ida Moser · 1 min · in ko (unsure)\n" in markdown
    assert '# Brandt Steel: "hires"\n' in markdown, "a title stays what it is"


def test_the_article_is_added_on_demand() -> None:
    with_article = to_markdown(brief(), article=True)
    assert with_article.startswith(to_markdown(brief()).rstrip("\n"))
    assert "Its rival | partner *Kolb* declined." in rendered(with_article).shown
    assert "<span" not in with_article


def test_rows_of_a_table_are_a_table_again() -> None:
    body = "Year | Jobs\n\n2024 | 90 | a *note*\n\n2025 | 120"
    spans = [(m.start(), m.end()) for m in re.finditer(r"[^\n]+", body)]
    blocks = tuple(Block("table", start, end) for start, end in spans)
    place = found("Year", body)
    made = brief(body=body, blocks=blocks, summary=(), key_figures=(), sources=(), subjects=())
    page = rendered(to_markdown(made, article=True))
    assert (page.tags.count("th"), page.tags.count("td")) == (3, 6)
    assert "a *note*" in page.shown
    assert place.text in page.shown


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_brief_brings_no_markup_of_its_own(text: str) -> None:
    whole = export_text([hostile_brief(text), brief()], "md", article=True)
    alone = export_one(hostile_brief(text), "md", article=True)
    harmless = export_text([hostile_brief("x y"), brief()], "md", article=True)
    page, expected = rendered(whole.split("---\n", 2)[2]), rendered(harmless.split("---\n", 2)[2])
    ours = set(expected.tags) | {"br"}
    assert set(page.tags) <= ours
    assert set(rendered(alone.split("---\n", 2)[2]).tags) <= ours
    assert page.values("id") == expected.values("id"), "every anchor is ours"
    assert {url.split(":")[0] for url in page.values("href") if not url.startswith("#")} <= {"https"}
    assert page.tags.count("tr") == expected.tags.count("tr")
    assert squash(sanitise(text)) in squash(page.shown)
