from __future__ import annotations

import pytest

from briefs.errors import SourceError
from briefs.model import Article, Original
from briefs.readers import read

PAGE = """---
title: "Ferries to be scrapped"
author: [Ann Holm, Jan Maro]
date: 2024-05-03
source: https://example.org/news/ferries
publisher: Harbour Post
lang: en
---
# Ferries to be scrapped

Bluewater Lines said on [Friday](https://example.org/friday) that it would
scrap **half** of its ferries.

## Why now

- Fuel is dear.
- Ships are old.

| Ship | Year |
|------|------|
| Flora | 1998 |

![A ferry in the port](ferry.jpg)
"""


def article(text: str) -> Article:
    (found,) = read(Original(text.encode(), "text/markdown"))
    return found


def test_front_matter_is_metadata_with_evidence() -> None:
    found = article(PAGE)
    stated = {(c.field, c.value) for c in found.candidates if c.evidence.part == "metadata"}
    assert stated >= {
        ("title", "Ferries to be scrapped"),
        ("author", "Ann Holm"),
        ("author", "Jan Maro"),
        ("published", "2024-05-03"),
        ("publisher", "Harbour Post"),
        ("language", "en"),
    }
    assert found.address == "https://example.org/news/ferries"
    for candidate in found.candidates:
        part = found.metadata if candidate.evidence.part == "metadata" else found.source
        assert part[candidate.evidence.start : candidate.evidence.end] == candidate.evidence.text


def test_the_structure_becomes_blocks_and_the_marks_go() -> None:
    found = article(PAGE)
    assert [(b.kind, b.level, found.source[b.start : b.end]) for b in found.blocks] == [
        ("heading", 1, "Ferries to be scrapped"),
        ("paragraph", 0, "Bluewater Lines said on Friday that it would scrap half of its ferries."),
        ("heading", 2, "Why now"),
        ("list", 0, "Fuel is dear."),
        ("list", 0, "Ships are old."),
        ("table", 0, "Ship | Year"),
        ("table", 0, "Flora | 1998"),
        ("caption", 0, "A ferry in the port"),
    ]
    (link,) = found.links
    assert (found.source[link.start : link.end], link.url) == ("Friday", "https://example.org/friday")


@pytest.mark.parametrize(
    "text", [">" * 5000 + " The harbour is closed.", "[" * 60_000 + " closed", "* " * 500 + "closed"]
)
def test_nesting_without_end_is_read_all_the_same(text: str) -> None:
    found = article(text)
    assert "closed" in found.source


def test_marks_alone_are_refused() -> None:
    with pytest.raises(SourceError):
        article("---\ntitle: x\n---\n\n***\n")
