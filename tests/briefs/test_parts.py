from __future__ import annotations

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from briefs.model import (
    Brief,
    Entity,
    Evidence,
    Ground,
    Grounds,
    KeyFigure,
    Mention,
    Quotation,
    Source,
    Subject,
    SummarySentence,
)
from briefs.parts import evidence_of, false_evidence, trim_source, with_title
from tests.made import made_brief

TITLES = st.text(alphabet="ab .é", min_size=0, max_size=20)
TEXTS = st.text(alphabet="abc \n.é", max_size=60)


@st.composite
def evidences(draw: st.DrawFn, texts: dict[str, str]) -> Evidence:
    part = draw(st.sampled_from(sorted(texts)))
    start = draw(st.integers(0, len(texts[part])))
    end = draw(st.integers(start, len(texts[part])))
    return Evidence(part, start, end, texts[part][start:end])  # type: ignore[arg-type]


@st.composite
def briefs(draw: st.DrawFn) -> Brief:
    """A brief whose evidence is true, whatever else it may say."""
    texts = {"title": draw(TITLES), "body": draw(TEXTS), "source": draw(TEXTS), "metadata": draw(TEXTS)}
    one = evidences(texts)
    some = st.lists(one, max_size=3).map(tuple)

    def mentions() -> tuple[Mention, ...]:
        return tuple(Mention(e.part, e.start, e.end, e.text) for e in draw(some))

    def figure() -> KeyFigure:
        evidence = draw(one)
        return KeyFigure("1", 1.0, "x", evidence, texts[evidence.part], 0)

    return made_brief(
        texts["body"],
        title=texts["title"] or None,
        published="2025-02-14",
        publisher="The Ledger",
        summary=tuple(SummarySentence(e.text, e) for e in draw(some)),
        key_figures=tuple(figure() for _ in range(draw(st.integers(0, 2)))),
        companies=(Entity("company:a", "company", "A", role="r", role_evidence=draw(one), mentions=mentions()),),
        people=(Entity("person:b", "person", "B", mentions=mentions()),),
        countries=(Entity("country:NO", "country", "Norway", mentions=mentions()),),
        sources=tuple(Source("s", "document", draw(some), statements=draw(some)) for _ in range(2)),
        quotations=tuple(Quotation(e.text, True, e, attribution=draw(one)) for e in draw(some)),
        subjects=tuple(Subject(e.text, e) for e in draw(some)),
        source=texts["source"],
        metadata=texts["metadata"],
        grounds=Grounds(Ground(draw(some), 0.9), Ground(draw(some), 0.8), Ground(draw(some), 0.7), Ground()),
    )


@given(briefs())
def test_evidence_is_found_wherever_it_stands(brief: Brief) -> None:
    text = msgspec.json.encode(brief).decode()
    assert len(list(evidence_of(brief))) == text.count('"part":')
    assert false_evidence(brief) == []


@given(briefs())
def test_evidence_that_says_something_else_is_named(brief: Brief) -> None:
    wrong = Evidence("body", 0, 1, "not this")
    behind = Evidence("title", len(brief.title or "") + 1, len(brief.title or "") + 2, "")
    backwards = Evidence("body", 1, 0, "")
    inside = msgspec.structs.replace(brief, grounds=Grounds(language=Ground((wrong, behind, backwards))))
    assert {(e.part, e.start, e.end, e.text) for e in false_evidence(inside)} >= {("body", 0, 1, "not this")}
    assert backwards in false_evidence(inside)


@given(briefs())
def test_trimming_keeps_every_evidence_true_and_only_lines_that_are_needed(brief: Brief) -> None:
    trimmed = trim_source(brief)
    assert false_evidence(trimmed) == []
    assert [e.text for e in evidence_of(trimmed)] == [e.text for e in evidence_of(brief)]
    assert trim_source(trimmed) == trimmed
    needed = [e for e in evidence_of(trimmed) if e.part == "source"]
    if not needed:
        assert trimmed.source == ""
    lines = brief.source.split("\n")
    assert all(line in lines for line in trimmed.source.split("\n") if trimmed.source)
    at = 0
    for line in trimmed.source.split("\n") if trimmed.source else []:
        end = at + len(line)
        assert any(e.start <= end and e.end >= at for e in needed), "no evidence touches this line"
        at = end + 1


@given(briefs(), TITLES)
def test_another_title_takes_along_what_is_in_both(brief: Brief, title: str) -> None:
    retitled = with_title(brief, title or None)
    assert retitled.title == (title or None)
    assert false_evidence(retitled) == []
    assert [e for e in evidence_of(retitled) if e.part != "title"] == [
        e for e in evidence_of(retitled) if e.part != "title" and e in list(evidence_of(brief))
    ]
    if title != (brief.title or ""):
        assert retitled.grounds.title == Ground()
        for one in evidence_of(retitled):
            assert one.part != "title" or one.text
    assert with_title(retitled, title or None) == retitled
    for kind in ("companies", "people", "countries"):
        for entity in getattr(retitled, kind):
            before = next(e for e in getattr(brief, kind) if e.key == entity.key)
            assert entity.mentions or not before.mentions


def test_a_title_that_joins_letters_to_a_name_is_no_mention_of_it() -> None:
    body = "Ada left."
    brief = made_brief(
        body,
        title="Ada leaves",
        people=(Entity("person:ada", "person", "Ada", mentions=(Mention("title", 0, 3, "Ada"),)),),
        quotations=(Quotation(body, True, Evidence("body", 0, 9, body), "Ada", "person:ada"),),
    )
    assert with_title(brief, "Adagio").people == ()
    assert with_title(brief, "Adagio").quotations[0].speaker_key is None
    assert with_title(brief, "Ada is back").quotations == brief.quotations
    assert with_title(brief, "No Adagio for Ada").people[0].mentions == (Mention("title", 14, 17, "Ada"),)
