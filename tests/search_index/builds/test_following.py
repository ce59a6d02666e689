"""The index follows the library, and never says what the library does not."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefs.library import Library
from search_index import Index, Request
from search_index.builds import following
from tests.search_index.conftest import TODAY, MakeIndex
from tests.search_index.corpus import add, brief, generated, library_of

QUESTIONS = [
    "", "talent", "chips -the", '"of the"', "shar*", "mniistry~1", "company:01.AI", "country:kr", "date:2025-03",
    "usd:>1bn", "chips OR bank OR wheat", "title:bank", "person:lucia is:unread", "-tag:x",
]  # fmt: skip


def answers(index: Index) -> list[object]:
    """Return what the index answers to everything that is asked of it here."""
    said: list[object] = []
    for text in QUESTIONS:
        for sort in ("relevance", "date", "title"):
            found = index.search(Request(text, sort=sort, facets=("country", "company", "publisher", "month")))
            said.append((text, sort, found.ids(), found.facets, [(h.score, h.snippet, h.field) for h in found.hits]))
    return said


def test_what_is_added_changed_and_removed(make_index: MakeIndex) -> None:
    library, index, ids = make_index(brief("Copper", "Copper rose."), brief("Lithium", "Lithium fell."))
    assert index.search(Request("copper")).ids() == [ids[0]]
    (tin,) = add(library, brief("Tin", "Tin stood still."))
    assert index.search(Request("tin")).total == 0  # not yet: the index has not caught up
    assert index.catch_up() == 1
    assert index.search(Request("tin")).ids() == [tin]
    assert index.catch_up() == 0

    library.replace(ids[0], brief("Zinc", "Zinc rose."))
    library.remove([ids[1]])
    assert index.search(Request("copper OR lithium")).total == 0  # both are passed over before the index catches up
    assert index.search(Request("")).ids() == [tin]
    assert index.catch_up() == 2
    assert index.search(Request("zinc")).ids() == [ids[0]]
    assert index.search(Request("copper")).total == 0
    assert sorted(index.search(Request("")).ids()) == sorted([ids[0], tin])
    assert index.check() == []


def test_a_corrected_brief_is_found_under_its_correction(make_index: MakeIndex) -> None:
    from briefs.library import Correction

    library, index, ids = make_index(brief("Old headline", "Words."))
    library.corrections.correct(ids[0], Correction(title="Bright headline"))
    index.catch_up()
    assert index.search(Request("title:bright")).ids() == ids
    assert index.search(Request("title:old")).total == 0


def test_marks_answer_at_once_without_the_index(make_index: MakeIndex) -> None:
    library, index, ids = make_index(brief("Copper", "Copper rose."), brief("Tin", "Tin fell."))
    sequence = library.sequence()
    library.marks.set_read([ids[0]])
    library.marks.add_tag([ids[1]], "metal")
    assert index.search(Request("is:unread")).ids() == [ids[1]]
    found = index.search(Request("tag:metal", facets=("tag",)))
    assert found.ids() == [ids[1]]
    assert [(f.value, f.count) for f in found.facets["tag"]] == [("metal", 1)]
    library.marks.remove_tag([ids[1]], "metal")
    assert index.search(Request("tag:metal")).total == 0
    assert library.sequence() == sequence


def test_a_rebuilt_index_gives_the_same_answers(tmp_path: Path) -> None:
    briefs = generated(120)
    with library_of(tmp_path, briefs[:60]) as library:
        index = Index.open(library, today=lambda: TODAY)
        index.catch_up()
        for one in briefs[60:]:
            add(library, one)
            if len(one.body) % 3 == 0:
                index.catch_up()
        ids = library.ids()
        library.remove(ids[::5])
        for number, identifier in enumerate(ids[1::7]):
            if identifier not in ids[::5]:
                library.replace(identifier, msgspec.structs.replace(briefs[number], title="Changed", id=identifier))
        index.catch_up()
        before = answers(index)
        assert index.rebuild() == library.count()
        assert answers(index) == before
        shutil.rmtree(tmp_path / "index")
        assert answers(Index.open(library, today=lambda: TODAY)) == before


def test_check_says_what_is_wrong(make_index: MakeIndex) -> None:
    library, index, _ = make_index(brief("Copper", "Copper rose."))
    add(library, brief("Tin", "Tin fell."))
    assert index.check() == ["The index has yet to take in 1 change of the library."]
    shutil.rmtree(library.folder / "index")
    assert "no index" in index.check()[0]


@pytest.mark.skipif(os.name == "nt", reason="permissions are those of POSIX")
def test_the_folder_is_its_owners_only(make_index: MakeIndex) -> None:
    library, _, _ = make_index(brief("Copper", "Copper rose."))
    assert (library.folder / "index").stat().st_mode & 0o777 == 0o700
    assert all(p.stat().st_mode & 0o777 == 0o700 for p in (library.folder / "index").glob("b-*"))


def test_progress_is_told_from_the_beginning(make_index: MakeIndex, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(following, "_TOLD_EVERY", 2)
    library, index, _ = make_index()
    add(library, *generated(5))
    told: list[tuple[int, int]] = []
    assert index.catch_up(lambda done, total: told.append((done, total))) == 5
    assert told == [(0, 5), (2, 5), (4, 5), (5, 5)]
    assert index.rebuild(lambda done, total: told.append((done, total))) == 5
    assert told[-1] == (5, 5)


@settings(max_examples=15)
@given(
    st.lists(st.tuples(st.sampled_from(["add", "change", "remove", "catch up", "lag"]), st.integers(0, 9)), max_size=14)
)
def test_any_history_ends_in_the_library(
    tmp_path_factory: pytest.TempPathFactory, history: list[tuple[str, int]]
) -> None:
    folder = tmp_path_factory.mktemp("history")
    pool = generated(10, seed=3)
    with Library.open(folder) as library:
        index = Index.open(library, today=lambda: TODAY)
        index.catch_up()
        for what, number in history:
            ids = library.ids()
            if what == "add":
                add(library, pool[number])
            elif what == "change" and ids:
                changed = msgspec.structs.replace(pool[number], title=f"Changed {number}")
                library.replace(ids[number % len(ids)], changed)
            elif what == "remove" and ids:
                library.remove([ids[number % len(ids)]])
            elif what == "catch up":
                index.catch_up()
            assert set(index.search(Request("")).ids()) <= set(library.ids())
        index.catch_up()
        assert set(index.search(Request("")).ids()) == set(library.ids())
        before = answers(index)
        index.rebuild()
        assert answers(index) == before
