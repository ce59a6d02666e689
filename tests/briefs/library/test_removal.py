from __future__ import annotations

from collections.abc import Callable

import msgspec
import pytest

from briefs.library import Change, Correction, Library, TakenOut
from briefs.model import Article, Brief, Original

Make = Callable[..., tuple[Original, Article, Brief]]


@pytest.fixture
def ids(library: Library, make: Make) -> list[str]:
    ids = [library.add(*make(f"Report {n} on the ferry."), source=f"{n}.txt").id for n in range(3)]
    library.marks.set_read(ids[:2])
    library.marks.add_tag(ids[:2], "sea")
    library.marks.add_tag(ids[:2], "summer")
    library.marks.set_note(ids[0], "Ask the captain.")
    library.corrections.correct(ids[0], Correction(title="Ferries", published="2025-02-14"))
    return ids


def seen(library: Library, ids: list[str]) -> list[object]:
    return [
        (row, library.marks.note(row.id), library.corrections.of(row.id), library.brief(row.id))
        for row in (msgspec.structs.replace(row, revision=0) for row in library.rows(ids))
    ] + [(library.original(i), library.source(i), library.uncorrected(i), library.marks.position(i)) for i in ids]


def test_what_was_taken_out_comes_back_as_it_was(library: Library, ids: list[str]) -> None:
    before, order = seen(library, ids), library.ids()
    taken = library.take_out([ids[1], "unknown", ids[0]])
    assert taken.ids == (ids[1], ids[0])
    assert library.ids() == ids[2:]
    assert library.check() == []
    sequence = library.sequence()
    assert library.put_back(taken) == [ids[1], ids[0]]
    assert seen(library, ids) == before
    assert library.ids() == order
    assert list(library.changes(sequence)) == [
        Change(sequence + 1, ids[1], False),
        Change(sequence + 2, ids[0], False),
    ]
    assert library.known(library.original(ids[0]))
    assert library.check() == []
    assert library.put_back(taken) == [], "they are here already"
    assert library.put_back(TakenOut((), ())) == []


def test_an_article_that_was_added_again_meanwhile_is_left_alone(library: Library, ids: list[str], make: Make) -> None:
    taken = library.take_out(ids[:1])
    twin = library.add(*make("report 0 on the FERRY", data=b"from another place"))
    assert twin.new
    assert library.put_back(taken) == []
    assert library.count() == 3
    assert library.check() == []


def test_articles_of_one_original_come_back_one_by_one(library: Library, make: Make) -> None:
    page = {"data": b"two stories", "address": "https://news.example/page"}
    first = library.add(*make("One ferry sails.", **page), part=0, parts=2)
    second = library.add(*make("Another ferry stays.", part=1, **page), part=1, parts=2)
    one, other = library.take_out([first.id]), library.take_out([second.id])
    assert library.put_back(other) == [second.id]
    assert library.put_back(one) == [first.id]
    assert len(library.known(library.original(first.id))) == 2
    assert library.check() == []


def test_the_marks_sequence_tells_of_marks_that_went(library: Library, ids: list[str]) -> None:
    before = library.marks.sequence()
    library.remove(ids[:1])
    assert library.marks.sequence() > before
    assert library.marks.tags() == {"sea": 1, "summer": 1}
