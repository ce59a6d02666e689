from __future__ import annotations

from collections.abc import Callable

import pytest

from briefs.errors import NotFoundError, UsageError
from briefs.library import Library
from briefs.model import Article, Brief, Original

Make = Callable[..., tuple[Original, Article, Brief]]


@pytest.fixture
def ids(library: Library, make: Make) -> list[str]:
    return [library.add(*make(f"A note about bridge number {n}.")).id for n in range(4)]


def test_read_and_starred_are_sets_of_identifiers(library: Library, ids: list[str]) -> None:
    marks = library.marks
    assert marks.ids("unread") == set(ids)
    marks.set_read(ids[:2], True)
    marks.set_starred([ids[1]], True)
    assert marks.ids("read") == set(ids[:2])
    assert marks.ids("unread") == set(ids[2:])
    assert marks.ids("starred") == {ids[1]}
    assert [(r.read, r.starred) for r in library.rows(ids)] == [
        (True, False),
        (True, True),
        (False, False),
        (False, False),
    ]
    marks.set_read([ids[0]], False)
    assert marks.ids("read") == {ids[1]}
    with pytest.raises(UsageError, match="starred"):
        marks.ids("loved")  # type: ignore[arg-type]


def test_marks_never_change_a_brief_or_its_revision(library: Library, ids: list[str]) -> None:
    before = library.sequence(), list(library.briefs(ids))
    library.marks.set_read(ids)
    library.marks.add_tag(ids, "bridges")
    library.marks.set_note(ids[0], "look again")
    assert (library.sequence(), list(library.briefs(ids))) == before


def test_every_mark_can_be_taken_back_and_done_again(library: Library, ids: list[str]) -> None:
    marks = library.marks
    marks.set_read([ids[3]], True)
    undo = marks.set_read(ids, True)
    assert {identifier for identifier, _ in undo.before} == set(ids[:3]), "the one that was read stays so"
    redo = marks.restore(undo)
    assert marks.ids("read") == {ids[3]}
    marks.restore(redo)
    assert marks.ids("read") == set(ids)

    marks.add_tag([ids[0]], "steel")
    undo = marks.add_tag(ids[:2], "Steel")
    marks.restore(undo)
    assert marks.tagged("steel") == {ids[0]}
    undo = marks.remove_tag(ids, "steel")
    assert marks.tags() == {}
    marks.restore(undo)
    assert marks.tags() == {"steel": 1}

    marks.set_note(ids[0], "first")
    marks.restore(marks.set_note(ids[0], "second"))
    assert marks.note(ids[0]) == "first"
    marks.set_position(ids[0], 120)
    marks.restore(marks.set_position(ids[0], 4000))
    assert marks.position(ids[0]) == 120


def test_the_sequence_moves_with_what_queries_see(library: Library, ids: list[str]) -> None:
    marks = library.marks
    assert marks.sequence() == 0
    marks.set_read(ids)
    assert marks.sequence() == 1
    marks.set_read(ids)
    assert marks.sequence() == 1, "nothing changed"
    marks.add_tag(ids[:1], "x")
    assert marks.sequence() == 2
    marks.set_position(ids[0], 33)
    assert marks.sequence() == 2, "a place in a text is no mark that a query asks for"


def test_tags_are_one_line_in_lower_case(library: Library, ids: list[str]) -> None:
    library.marks.add_tag([ids[0]], "  Chip\n War \x1b")
    library.marks.add_tag([ids[1]], "chip war")
    library.marks.add_tag([ids[1]], "ärzte")
    assert library.marks.tags() == {"chip war": 2, "ärzte": 1}
    assert library.rows([ids[1]])[0].tags == ("chip war", "ärzte")
    assert library.marks.tagged("CHIP WAR") == set(ids[:2])
    for bad in ("", " \n", "x" * 101):
        with pytest.raises(UsageError):
            library.marks.add_tag(ids, bad)


def test_what_is_not_here_is_passed_over_but_no_note_is_lost(library: Library, ids: list[str]) -> None:
    library.marks.set_read(["gone", ids[0]])
    library.marks.add_tag(["gone"], "x")
    assert library.marks.ids("read") == {ids[0]}
    assert library.marks.tags() == {}
    with pytest.raises(NotFoundError):
        library.marks.set_note("gone", "an idea")
    undo = library.marks.set_starred(ids)
    library.remove(ids[:1])
    library.marks.restore(undo)
    assert library.marks.ids("starred") == set()
    assert library.marks.note("gone") == ""
    assert library.marks.position("gone") == 0


def test_notes_keep_their_lines_and_an_empty_one_is_none(library: Library, ids: list[str]) -> None:
    library.marks.set_note(ids[0], " Ask her.\nCall \x07back. ")
    assert library.marks.note(ids[0]) == "Ask her.\nCall back."
    assert library.marks.ids("noted") == {ids[0]}
    library.marks.set_note(ids[0], " ")
    assert library.marks.ids("noted") == set()
