"""Briefs for the tests of the exports, and what a reader of Markdown or HTML would see."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import Any

import msgspec
from markdown_it import MarkdownIt

from briefs.model import (
    Author,
    Block,
    Brief,
    Entity,
    Evidence,
    KeyFigure,
    Mention,
    Quotation,
    Source,
    Subject,
    SummarySentence,
)
from briefs.text import sanitise, squash
from tests.made import made_brief

BODY = (
    "Brandt Steel hires\n\n"
    "Brandt Steel will add 120 jobs in Graz. Its rival | partner *Kolb* declined.\n\n"
    "It pays well."
)

HOSTILE = (
    "<script>x</script> [a](javascript:b) ![c](http://d) https://e.example www.f.example &lt; `g` | h",
    "[/] x [up 4%] <b>bold</b> <img src=http://i.example onerror=j> &amp; {.class} {#id}",
    '# "quoted": - {a: b} \\ --- ... % @kolb (@kolb) #tag $a$ ~~s~~ ==m== ^sup^ :::',
    '<span id="brief-1"></span> </style></title></script><!-- <![CDATA[ <?php ]]>',
    '" onmouseover="alert(1)" \' <a href="https://k.example">l</a> ]( <https://m.example>',
    "=1+1 +2 -3 @sum(a) | 1. a\n2. b\n# c\n\n    code\n```\nfence\n```\n[d]: http://e.example",
    "漢字 العربية ‮evil‬ \x1b[31mred é̂ \U0001f469‍\U0001f467 " + "w" * 2000,
    "*" * 300 + "[" * 300 + "`" * 300 + "<" * 300 + "_a" * 300,
)


class Shown(HTMLParser):
    """Collects what a browser would show, the tags, and their attributes."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.shown = ""
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str, str | None]] = []
        self._style = False
        self.style = ""
        self.feed(html)
        self.close()

    def handle_data(self, data: str) -> None:
        if self._style:
            self.style += data
        else:
            self.shown += data

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._style = tag == "style"
        self.tags.append(tag)
        self.attributes += [(tag, name, value) for name, value in attrs]

    def handle_endtag(self, tag: str) -> None:
        self._style = False

    def values(self, name: str) -> list[str]:
        return [value or "" for _, attribute, value in self.attributes if attribute == name]


def rendered(markdown: str) -> Shown:
    """What a renderer makes of Markdown that takes everything for markup that it can: HTML, tables, bare links."""
    parser = MarkdownIt("commonmark", {"linkify": True, "html": True}).enable(["table", "linkify", "strikethrough"])
    assert parser.linkify is not None
    parser.linkify.set({"fuzzy_link": False, "fuzzy_email": False})  # as GitHub and most renderers have it
    return Shown(parser.render(markdown))


def found(text: str, part: str = BODY) -> Evidence:
    start = part.index(text)
    return Evidence("body", start, start + len(text), text)


def brief(**changed: Any) -> Brief:
    """A brief of a steel maker's announcement."""
    sentence = "Brandt Steel will add 120 jobs in Graz."
    mention = Mention("body", 20, 32, "Brandt Steel", "lead")
    made = made_brief(
        BODY,
        id="00c0ffee00c0ffee",
        title='Brandt Steel: "hires"',
        published="2025-03-01",
        publisher="The Graz Ledger",
        authors=(Author("Ida Moser"),),
        language="en",
        address="https://ledger.example/brandt",
        gist=sentence,
        summary=(SummarySentence(sentence, found(sentence), ("opens the article",)),),
        key_figures=(
            KeyFigure("120 jobs", 120.0, "jobs", found("120 jobs"), sentence, 20, qualifier="up to", measures="jobs"),
        ),
        companies=(Entity("company:brandt-steel", "company", "Brandt Steel", True, mentions=(mention, mention)),),
        organisations=(Entity("organisation:kolb", "organisation", "Kolb", confidence=0.3),),
        countries=(Entity("country:AT", "country", "Austria", code="AT"),),
        sources=(Source("Kolb", "organisation", (found("*Kolb*"),), statements=(found(sentence),)),),
        subjects=(Subject("steel jobs", found("jobs")),),
        blocks=(Block("heading", 0, 18, 2), Block("paragraph", 20, 99), Block("paragraph", 101, 114)),
    )
    return msgspec.structs.replace(made, **changed)


def hostile_brief(text: str) -> Brief:
    """A brief with `text`, as the readers let it in, wherever an article could put it."""
    text = sanitise(text)
    body = f"{text}\n\n{text} | {text}\n\nb | c\n\n{text}"
    start = body.index("b | c")
    blocks = (
        Block("heading", 0, len(text), 1),
        Block("table", len(text) + 2, start - 2),
        Block("table", start, start + 5),
        Block("paragraph", start + 7, len(body)),
    )
    place = Evidence("body", 0, len(text), text)
    mention = Mention("body", 0, len(text), text)
    figure = KeyFigure(text, 4.0, text, place, text, 0, text, text, "up", text, text)
    named = [Entity(f"{kind}:x", kind, text, True, "XX", role=text, mentions=(mention,)) for kind in KINDS]  # type: ignore[arg-type]
    return brief(
        title=text,
        publisher=text,
        authors=(Author(text),),
        address=f"https://n.example/{squash(text)}",
        gist=text,
        summary=(SummarySentence(text, place),),
        key_figures=(figure,),
        companies=(named[0],),
        people=(named[1],),
        organisations=(named[2],),
        countries=(named[3],),
        places=(named[4],),
        sources=(
            Source(text, "person", (place,), role=text, url=f"javascript:{text}", statements=(place,)),
            Source(text, "report", (place,), url=f"https://o.example/{text.split()[0]}", statements=(place,)),
        ),
        quotations=(Quotation(text, True, place, text, role=text),),
        subjects=(Subject(text, place),),
        body=body,
        blocks=blocks,
    )


KINDS = ("company", "person", "organisation", "country", "place")
