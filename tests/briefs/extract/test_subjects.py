from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefs.extract.document import Document
from briefs.extract.names import Names
from briefs.extract.subjects import find_subjects
from briefs.model import Block, Entity, EntityKind

TEXT = (
    "The island council wants electric ferries. Electric ferries are quiet, and the ticket prices stay. "
    "Mara Quill counted the passengers, and Mara Quill wrote that ticket prices were fair. "
    "The Norwegian yard builds electric ferries slowly. A Norwegian bank lends to the council."
)


def document(text: str, title: str | None = None, language: str = "en") -> Document:
    return Document(title, text, (Block("paragraph", 0, len(text)),), language)


def entity(doc: Document, kind: EntityKind, surface: str) -> Entity:
    places = []
    start = doc.body.text.find(surface)
    while start >= 0:
        places.append(doc.body.mention(start, start + len(surface)))
        start = doc.body.text.find(surface, start + 1)
    return Entity(f"{kind}:x", kind, surface, mentions=tuple(places))


def subjects(text: str, title: str | None = None, names: Names | None = None) -> list[str]:
    return [s.text for s in find_subjects(document(text, title), names or Names())]


def test_recurring_phrases_as_first_written() -> None:
    found = subjects(TEXT)
    assert found[0].lower() == "electric ferries"
    assert found[0] == "electric ferries"
    assert "ticket prices" in found


def test_the_title_counts_and_may_hold_the_first_mention() -> None:
    assert subjects(TEXT, "Ticket prices stay")[0] == "Ticket prices"
    (first, *_) = find_subjects(document(TEXT, "Ticket prices stay"), Names())
    assert first.evidence.part == "title"


def test_people_are_no_subjects_and_demonyms_alone_neither() -> None:
    doc = document(TEXT)
    names = Names(people=(entity(doc, "person", "Mara Quill"),), countries=(entity(doc, "country", "Norwegian"),))
    found = [s.text for s in find_subjects(doc, names)]
    assert not any("Quill" in s or s == "Norwegian" for s in found)


def test_verbs_do_not_end_a_subject() -> None:
    text = "The ferry yard needs steel. The ferry yard needs men. The ferry yard will need them soon."
    assert subjects(text) == ["ferry yard"]


def test_the_last_word_of_a_phrase_is_what_the_article_comes_back_to() -> None:
    text = (
        "The harbour fee pays for the pier. The ferry fee is dear. The council set a fee of its own for the pier. "
        "The harbour hopes for boats, and the ferry council rose early. The fee stays, and so does the pier."
    )
    found = subjects(text)
    assert found[0] == "fee"
    assert not any(s.endswith(("hopes", "rose")) for s in found)


def test_a_phrase_does_not_begin_or_end_inside_a_name() -> None:
    text = (
        "The North Ferry Company rights are dear. The North Ferry Company rights are sold. The rights are old. "
        "The island wants the North Ferry Company rights."
    )
    doc = document(text)
    names = Names(companies=(entity(doc, "company", "North Ferry Company"),))
    assert [s.text for s in find_subjects(doc, names)] == ["rights"]


def test_units_and_currencies_are_no_subjects() -> None:
    text = (
        "The pit gave 40 ounces. The ounces were sold for GBP 400. It has acres and acres of GBP and ounces. GBP fell."
    )
    assert subjects(text) == []


def test_no_phrase_holds_another_and_there_are_eight_at_most() -> None:
    nouns = ["harbour fee", "ferry yard", "pilot boat", "cod quota", "fog horn", "sea wall", "tide table", "fish hall"]
    text = " ".join(f"The {n} is new. A {n} is dear. The old {n} lasts." for n in [*nouns, "light ship", "oil drum"])
    found = subjects(text)
    assert len(found) == 8
    assert not any(set(a.split()) < set(b.split()) for a in found for b in found)


def test_another_language_gets_its_content_words() -> None:
    text = (
        "Die neue Fähre ist leise. Die Reederei kauft die neue Fähre in Norwegen. "
        "Für die neue Fähre zahlt der Staat, und die Reederei zahlt mit. Die Reederei ist froh."
    )
    found = [s.text for s in find_subjects(document(text, language="de"), Names())]
    assert any("Fähre" in s for s in found)


@given(st.text(max_size=300) | st.lists(st.sampled_from(TEXT.split()), max_size=60).map(" ".join))
def test_arbitrary_text_gives_true_evidence_and_the_same_twice(text: str) -> None:
    doc = document(text, "The Ferry")
    found = find_subjects(doc, Names())
    assert found == find_subjects(document(text, "The Ferry"), Names())
    for subject in found:
        part = "The Ferry" if subject.evidence.part == "title" else text
        assert part[subject.evidence.start : subject.evidence.end] == subject.text == subject.evidence.text
        assert subject.text
