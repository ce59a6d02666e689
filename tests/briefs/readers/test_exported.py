"""What Briefs has written itself, and JSON of any origin, is refused at the door; what looks alike is read."""

from __future__ import annotations

import pytest

from briefs.errors import SourceError
from briefs.export import Format, export_one, export_text
from briefs.readers import media_type_of
from tests.briefs.export.samples import HOSTILE, brief, hostile_brief


@pytest.mark.parametrize("format_", ["md", "html", "json"])
def test_an_export_is_no_article(format_: Format) -> None:
    briefs = [brief(), *(hostile_brief(text) for text in HOSTILE)]
    texts = [export_text(briefs, format_), *(export_one(one, format_, article=True) for one in briefs)]
    for text in texts:
        for data in (text.encode(), text.replace("\n", "\r\n").encode(), b"\xef\xbb\xbf" + text.encode()):
            with pytest.raises(SourceError, match=r"^This is (?:an export of Briefs|JSON), not an article; "):
                media_type_of(f"article.{format_}", data)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.md", '---\ntitle: "Ferries"\ngenerator: "Other"\n---\n\nThe ferry sails.'),
        ("a.md", '---\ntitle: "Ferries"\n---\n\nIts pages say\ngenerator: "Briefs"\nin their head.'),
        ("a.html", '<!DOCTYPE html>\n<meta name="generator" content="Other"><p>The ferry sails.'),
        ("a.txt", "[1] The ferry sails, its owner said [2]"),
        ("a.txt", "{Advertisement} The ferry sails."),
        ("a.txt", "[" * 100_000),
    ],
)
def test_what_only_looks_alike_is_read(name: str, text: str) -> None:
    assert media_type_of(name, text.encode()).startswith("text/")
