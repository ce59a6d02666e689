"""The page needs nothing but itself, holds nothing that runs, and shows what the brief says."""

import base64
import hashlib
import re

import pytest

from briefs.export import export_one, export_text
from briefs.text import sanitise, squash
from tests.briefs.export.samples import HOSTILE, Shown, brief, hostile_brief

VOID = {"meta", "br", "hr", "img", "input", "link", "base"}


class Balanced(Shown):
    """Fails where an element is closed that is not open."""

    def __init__(self, html: str) -> None:
        self.open: list[str] = []
        super().__init__(html)
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        super().handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        super().handle_endtag(tag)
        assert self.open.pop() == tag


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_brief_is_text_on_the_page(text: str) -> None:
    harmless = Balanced(export_text([hostile_brief("x y"), brief()], "html", article=True))
    page = Balanced(export_text([hostile_brief(text), brief()], "html", article=True))
    assert set(page.tags) <= set(harmless.tags) | {"br"}
    assert {(tag, name) for tag, name, _ in page.attributes} <= {
        (tag, name) for tag, name, _ in harmless.attributes
    } | {("a", "class")}
    assert page.values("id") == harmless.values("id")
    assert all(re.match(r"#[a-z]|https://", url) for url in page.values("href"))
    assert squash(page.shown).count(squash(sanitise(text))) >= 10
    assert set(Balanced(export_one(hostile_brief(text), "html", article=True)).tags) <= set(harmless.tags) | {"br"}


def test_nothing_is_loaded_and_nothing_runs() -> None:
    html = export_text([brief(), brief()], "html", article=True)
    page = Balanced(html)
    assert not {"script", "link", "img", "iframe", "object", "base", "form"} & set(page.tags)
    assert not {name for _, name, _ in page.attributes if name.startswith("on") or name in ("src", "style")}
    assert not re.search(r"url\(|@import|expression", page.style)
    policy = next(value for tag, name, value in page.attributes if tag == "meta" and "default-src" in (value or ""))
    digest = base64.b64encode(hashlib.sha256(page.style.encode()).digest()).decode()
    assert policy == f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    assert html.index("Content-Security-Policy") < html.index("<style>")
    assert "@media print" in page.style
    assert "prefers-color-scheme: dark" in page.style


def test_evidence_leads_to_its_paragraph() -> None:
    page = export_one(brief(), "html", article=True)
    assert '<a href="#brief-p2" class="place">¶2</a>' in page
    assert '<p><span id="brief-p2" data-p="2"></span>Brandt Steel will' in page
    without = export_one(brief(), "html")
    assert "¶2" in without
    assert "#brief-p2" not in without


def test_words_of_the_article_are_in_its_language() -> None:
    page = export_one(brief(language="ar", title="عنوان"), "html")
    assert '<html lang="en">' in page
    assert '<h1 lang="ar" dir="rtl">عنوان</h1>' in page
    assert page.count('<div lang="ar" dir="rtl">') == 2, "summary and figures; names are ours"
    assert '<th lang="en" dir="ltr">Figure</th>' in page
    assert 'dir="auto">' in export_one(brief(language=None), "html")
    assert "<h1 lang" not in export_one(brief(language='x" onload="y'), "html")


def test_a_link_tells_nothing_of_where_it_stands_and_print_adds_its_address_once() -> None:
    page = export_one(brief(), "html")
    assert '<a href="https://ledger.example/brandt" rel="noopener noreferrer">The Graz Ledger</a>' in page
    assert 'rel="noopener noreferrer" class="bare">https://ledger.example/brandt</a>' in page


def test_reference_managers_find_the_article() -> None:
    page = export_one(brief(), "html")
    assert 'class="Z3988"' in page
    assert "rft.title=Brandt+Steel%3A+%22hires%22&amp;rft.creator=Ida+Moser&amp;rft.source=The+Graz+Ledger" in page
