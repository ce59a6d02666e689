"""A briefing book leads from its contents and its index to its briefs, and from every figure to where it was said."""

import re

import msgspec

from briefs.export import export_one, export_text
from briefs.model import Brief, Entity
from tests.briefs.export.samples import brief, rendered


def three() -> list[Brief]:
    """Three briefs; the second has no date and no figure, the third is of another country."""
    one = brief()
    sweden = Entity("country:SE", "country", "Sweden", True, code="SE")
    agatha = Entity("company:agatha", "company", "Ägatha Works")
    return [
        one,
        brief(id="0" * 16, title="Second", published=None, publisher=None, key_figures=(), countries=(sweden,)),
        brief(id="f" * 16, title="Third", published="2024-12-31T08:00", companies=(agatha, *one.companies)),
    ]


def test_a_book_has_its_parts_in_order() -> None:
    book = export_text(three(), "md")
    headings = [re.sub("<[^>]*>", "", line) for line in book.splitlines() if re.match("##? ", line)]
    assert headings == [
        "# Briefing book",
        "## Contents",
        '## 1. Brandt Steel: "hires"',
        "## 2. Second",
        "## 3. Third",
        "## All key figures",
        "## Companies",
        "## Countries",
    ]
    assert book.startswith('---\ntitle: "Briefing book"\nsubtitle: "3 briefs, 31 December 2024 to 1 March 2025"\n')
    assert book.count("---\n") == 2, "one front matter for the whole"


def test_every_link_within_leads_somewhere() -> None:
    for format_ in ("md", "html"):
        page = rendered(export_text(three(), format_, article=True))
        wanted = {url[1:] for url in page.values("href") if url.startswith("#")}
        assert {"brief-1", "brief-2", "brief-3", "book-figures", "book-companies", "book-countries"} <= wanted
        assert wanted <= set(page.values("id"))
        assert len(page.values("id")) == len(set(page.values("id")))


def test_the_figures_stand_together_with_who_says_them() -> None:
    table = export_text(three(), "md").split("All key figures\n\n")[1].split("\n\n")[0].splitlines()
    assert table[2:] == [
        "| up to 120 jobs | jobs | 120 jobs |  | Kolb | [1](#brief-1) The Graz Ledger, 1 March 2025 |",
        "| up to 120 jobs | jobs | 120 jobs |  | Kolb | [3](#brief-3) The Graz Ledger, 31 December 2024 |",
    ]


def test_the_index_is_by_name_and_tells_what_a_brief_is_about() -> None:
    book = export_text(three(), "md")
    assert "A number in bold" in book
    assert re.findall(r"^- [^*\n]+: .*#brief.*", book, re.MULTILINE) == [
        "- Ägatha Works: [3](#brief-3)",
        "- Brandt Steel: [**1**](#brief-1), [**2**](#brief-2), [**3**](#brief-3)",
        "- Austria (AT): [1](#brief-1), [3](#brief-3)",
        "- Sweden (SE): [**2**](#brief-2)",
    ]


def test_one_brief_is_no_book_and_none_is_an_empty_one() -> None:
    for format_ in ("md", "html"):
        assert export_text([brief()], format_) == export_one(brief(), format_)
        assert "0 briefs" in export_text([], format_)
    bare = brief(companies=(), countries=(), key_figures=())
    assert "All key figures" not in export_text([bare, bare], "md")


def test_json_is_an_array_of_records_that_read_back() -> None:
    for briefs in ([], [brief()], three()):
        text = export_text(briefs, "json")
        assert msgspec.json.decode(text, type=list[Brief]) == briefs
        assert text == msgspec.json.format(msgspec.json.encode(briefs), indent=2).decode() + "\n"
    assert msgspec.json.decode(export_one(brief(), "json"), type=Brief) == brief()
