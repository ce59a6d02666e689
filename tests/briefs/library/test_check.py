from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing

import pytest

from briefs.library import Correction, Library
from briefs.model import Article, Brief, Original

Make = Callable[..., tuple[Original, Article, Brief]]


@pytest.fixture
def ids(library: Library, make: Make) -> list[str]:
    ids = [library.add(*make(f"Report {n} on the ferry.")).id for n in range(3)]
    library.corrections.correct(ids[0], Correction(title="Ferries"))
    library.marks.add_tag(ids, "sea")
    library.remove(ids[2:])
    return ids[:2]


def test_a_sound_library_has_nothing_to_say(library: Library, ids: list[str]) -> None:
    assert library.check() == []
    assert library.made_before(1) == 0
    assert library.made_before(2) == 2


@pytest.mark.parametrize(
    ("harm", "sentence"),
    [
        ("DELETE FROM contents WHERE id = :id", "The brief {} has lost its text."),
        ("UPDATE briefs SET revision = 99 WHERE id = :id", "The brief {} has another revision than its last change."),
        ("UPDATE changes SET removed = 1 WHERE id = :id", "The brief {} has another revision than its last change."),
        ("DELETE FROM corrections WHERE id = :id", "The corrections of the brief {} are not what it shows."),
        ("UPDATE briefs SET title = 'x' WHERE id = :id", "The brief {} is listed otherwise than it is written."),
        (
            "UPDATE contents SET corrected = x'00' WHERE id = :id",
            "The brief {} cannot be read; `briefs reconvert` makes it anew from its original.",
        ),
        (
            "UPDATE originals SET data = x'00' WHERE digest = (SELECT original FROM briefs WHERE id = :id)",
            "The original of the brief {} is damaged; the brief itself is not touched by it.",
        ),
        (
            "UPDATE briefs SET original = x'00' WHERE id = :id",
            "A row of the table briefs belongs to nothing.",
        ),
    ],
)
def test_every_broken_promise_is_named(library: Library, ids: list[str], harm: str, sentence: str) -> None:
    with closing(sqlite3.connect(library.folder / "library.sqlite")) as connection:
        assert connection.execute(harm, {"id": ids[0]}).rowcount == 1
        connection.commit()
    assert sentence.format(ids[0]) in library.check()


def test_a_brief_that_vanished_is_missed(library: Library, ids: list[str]) -> None:
    with closing(sqlite3.connect(library.folder / "library.sqlite")) as connection:
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("DELETE FROM briefs WHERE id = ?", (ids[1],))
        connection.commit()
    assert f"The brief {ids[1]} has vanished without having been removed." in library.check()
