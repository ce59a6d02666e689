"""The index follows the library, loses nothing it cannot make again, and never says what the library does not."""

from __future__ import annotations

import errno
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefs.errors import LibraryError
from briefs.library import Library
from search_index import Index, Request
from search_index.builds import following
from search_index.builds.files import Files
from search_index.builds.store import Store
from search_index.postings import mapping
from search_index.postings import writer as posting_writer
from tests.search_index.conftest import TODAY, MakeIndex
from tests.search_index.corpus import add, brief, generated, library_of

_PATIENCE = 600  # seconds: on a machine that is busy with other things a process may get a tenth of a processor

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


def test_two_indexes_see_each_other(make_index: MakeIndex) -> None:
    library, one, ids = make_index(brief("Copper", "Copper rose."))
    other = Index.open(library)
    assert other.search(Request("copper")).ids() == ids
    (tin,) = add(library, brief("Tin", "Tin fell."))
    one.catch_up()
    assert other.search(Request("tin")).ids() == [tin]
    other.rebuild()
    assert one.search(Request("tin")).ids() == [tin]


def test_a_rebuild_between_two_readings_is_no_damage(make_index: MakeIndex, monkeypatch: pytest.MonkeyPatch) -> None:
    library, index, ids = make_index(brief("Copper", "Copper rose."))
    state = Store.state
    before = state(Store(library.folder / "index"))
    Index.open(library).rebuild()
    after = (library.folder / "index" / "state.json").read_bytes()
    stale = [before]
    monkeypatch.setattr(Store, "state", lambda self: stale.pop() if stale else state(self))
    assert index.search(Request("copper")).ids() == ids
    assert (library.folder / "index" / "state.json").read_bytes() == after  # and was not rebuilt once more


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


def damage(index: Path, how: str) -> None:
    state = index / "state.json"
    files = sorted(p for p in index.glob("b-*/*") if p.stat().st_size)
    if how == "no state":
        state.unlink()
    elif how == "state is nonsense":
        state.write_bytes(b'{"format": 1')
    elif how == "state is no text":
        state.write_bytes(state.read_bytes().replace(b'"format":"', b'"format":"\xb5'))
    elif how == "another version":
        state.write_bytes(state.read_bytes().replace(b'"format":"', b'"format":"99.'))
    elif how == "build gone":
        shutil.rmtree(next(index.glob("b-*")))
    elif how == "files gone":
        for path in files:
            path.unlink()
    elif how == "files empty":
        for path in files:
            path.write_bytes(b"")
    elif how == "files cut":
        for path in files:
            path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    elif how == "files are noise":
        for path in files:
            path.write_bytes(b"\x93noise" * 50)
    elif how == "the deleted are alive":
        for path in index.glob("b-*/contents.json"):
            path.write_bytes(path.read_bytes().replace(b'"deleted":[0]', b'"deleted":[]'))
    elif how == "a way out":
        state.write_bytes(state.read_bytes().replace(b'"build":"b-', b'"build":"../b-'))


HARM = [
    "no state", "state is nonsense", "state is no text", "another version", "build gone", "files gone", "files empty",
    "files cut", "files are noise", "the deleted are alive", "a way out",
]  # fmt: skip


@pytest.mark.parametrize("how", HARM)
def test_a_damaged_index_is_rebuilt(make_index: MakeIndex, how: str) -> None:
    library, index, ids = make_index(
        brief("Zinc", "All copper rose."), brief("Copper", "Copper rose."), brief("Tin", "Copper fell, tin rose.")
    )
    library.remove([ids.pop(0)])
    index.catch_up()
    index.close()
    asked: list[tuple[Callable[[Index], object], object]] = [
        (lambda index: index.search(Request('"copper rose"')).ids(), [ids[0]]),
        (lambda index: index.search(Request("copper", sort="title")).ids(), ids),
        (lambda index: index.related(ids[0]).ids(), [ids[1]]),
        (lambda index: [row.id for row in index.story(ids[0])], [ids[0]]),
        (lambda index: index.together(Request("copper fell")).briefs, 1),
    ]
    whole = library.folder / "whole"
    shutil.copytree(library.folder / "index", whole)
    for ask, answer in asked:
        shutil.rmtree(library.folder / "index")
        shutil.copytree(whole, library.folder / "index")
        damage(library.folder / "index", how)
        index = Index.open(library)
        assert ask(index) == answer
        index.catch_up()
        assert index.check() == []
        index.close()


@pytest.mark.parametrize("mapped", [True, False], ids=["mapped", "read"])
@pytest.mark.parametrize(
    "harm",
    [lambda data: b"", lambda data: data[: len(data) // 2], lambda data: data[::-1], lambda data: data + b"\0"],
    ids=["empty", "cut", "turned round", "longer"],
)
def test_an_index_whose_files_are_damaged_while_in_use_answers_as_before(
    make_index: MakeIndex, harm: Callable[[bytes], bytes], mapped: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(mapping, "_MAPPED", 1 if mapped else 1 << 20)
    library, index, ids = make_index(brief("Copper", "Copper rose."), brief("Tin", "Copper fell, tin rose."))

    def damage_segments() -> None:
        for path in library.folder.glob("index/b-*/MAIN_*.*"):
            path.write_bytes(harm(path.read_bytes()))
            later = path.stat().st_mtime_ns + 1_000_000_000  # as if the clock had ticked
            os.utime(path, ns=(later, later))

    for _ in range(2):  # what was read once has proved that it is whole
        assert index.search(Request('"copper rose"')).ids() == [ids[0]]
        damage_segments()
    assert index.related(ids[0]).ids() == [ids[1]]
    damage_segments()
    ids += add(library, brief("Lead", "All the copper rose."))
    index.catch_up()
    assert index.search(Request('"copper rose"', sort="title")).ids() == [ids[0], ids[2]]
    assert Index.open(library).search(Request("copper", sort="title")).ids() == [ids[0], ids[2], ids[1]]


def test_words_that_moved_are_noticed_by_the_phrase_that_reads_them(make_index: MakeIndex) -> None:
    library, index, ids = make_index(brief("Tin", "Copper fell, tin rose."), brief("Copper", "Copper rose."))
    for path in library.folder.glob("index/b-*/*.positions"):
        path.write_bytes(path.read_bytes()[::-1])
    assert Index.open(library).search(Request('"copper rose"')).ids() == ids[1:]
    assert index.check() == []


def test_an_index_that_saw_more_than_its_library_is_rebuilt(tmp_path: Path) -> None:
    with library_of(tmp_path / "one", [brief("Copper", "Copper."), brief("Tin", "Tin.")]) as library:
        Index.open(library).catch_up()
    with library_of(tmp_path / "two", [brief("Zinc", "Zinc.")]) as library:
        shutil.copytree(tmp_path / "one" / "index", tmp_path / "two" / "index")
        index = Index.open(library)
        index.catch_up()
        assert index.search(Request("zinc")).total == 1
        assert index.search(Request("copper")).total == 0


def test_a_crash_before_the_commit_only_repeats_work(make_index: MakeIndex, monkeypatch: pytest.MonkeyPatch) -> None:
    library, index, ids = make_index(brief("Copper", "Copper rose."))
    (tin,) = add(library, brief("Tin", "Tin fell."))
    with monkeypatch.context() as patched:
        patched.setattr(Files, "put", lambda *_: (_ for _ in ()).throw(KeyboardInterrupt))
        with pytest.raises(KeyboardInterrupt):
            index.catch_up()
    again = Index.open(library)
    assert again.search(Request("")).ids() == ids
    assert again.catch_up() == 1
    assert sorted(again.search(Request("")).ids()) == sorted([*ids, tin])
    assert again.check() == []
    (zinc,) = add(library, brief("Zinc", "Zinc fell."))
    again.catch_up()
    assert again.search(Request("zinc")).ids() == [zinc]
    segments = {p.name.partition(".")[0] for p in (library.folder / "index").glob("b-*/MAIN_*.terms")}
    assert len(segments) == 1  # that of the crash is gone, and those before were small


def test_a_full_disk_leaves_the_index_as_it_was(make_index: MakeIndex, monkeypatch: pytest.MonkeyPatch) -> None:
    library, index, ids = make_index(brief("Copper", "Copper rose."))
    (tin,) = add(library, brief("Tin", "Tin fell."))
    before = sorted(library.folder.glob("index/**/*"))
    with monkeypatch.context() as patched:
        full = OSError(errno.ENOSPC, "No space left")
        patched.setattr(posting_writer._Stream, "write", lambda *_: (_ for _ in ()).throw(full))
        for write in (index.catch_up, index.rebuild):
            with pytest.raises(LibraryError, match="No space left"):
                write()
            assert sorted(library.folder.glob("index/**/*")) == before  # what was half-written makes room
            assert index.search(Request("copper OR tin")).ids() == ids
    assert index.catch_up() == 1
    assert index.search(Request("tin")).ids() == [tin]


def test_check_says_what_is_wrong(make_index: MakeIndex) -> None:
    library, index, _ = make_index(brief("Copper", "Copper rose."))
    add(library, brief("Tin", "Tin fell."))
    assert index.check() == ["The index has yet to take in 1 change of the library."]
    shutil.rmtree(library.folder / "index")
    assert "no index" in index.check()[0]


_KILLED = """
import os, sys
from pathlib import Path
from briefs.library import Library
from search_index import Index
from search_index.builds import files
from search_index.builds import following
from search_index.builds import store
following._BATCH = 3
where, after = sys.argv[2].split(), int(sys.argv[3])
owner = {"Files": files.Files, "Store": store.Store}[where[0]]
method = getattr(owner, where[1])
def killed(*arguments):
    global after
    after -= 1
    if after < 0:
        os.kill(os.getpid(), 9)
    return method(*arguments)
setattr(owner, where[1], killed)
with Library.open(Path(sys.argv[1])) as library:
    index = Index.open(library)
    index.rebuild() if sys.argv[4] == "rebuild" else index.catch_up()
"""


@pytest.mark.skipif(os.name == "nt", reason="nothing is killed like this there")
@pytest.mark.parametrize(
    ("where", "after", "how"),
    [("Files put", 1, "catch up"), ("Files put_stories", 0, "catch up"), ("Store put_in_force", 0, "rebuild")],
)
def test_whoever_is_killed_while_writing_leaves_an_index_that_goes_on(
    make_index: MakeIndex, where: str, after: int, how: str
) -> None:
    library, index, ids = make_index(*generated(5))
    ids += add(library, *generated(12)[5:])
    command = [sys.executable, "-c", _KILLED, str(library.folder), where, str(after), how]
    assert subprocess.run(command, cwd=Path(__file__).parents[2], timeout=_PATIENCE).returncode == -9
    assert set(ids[:5]) <= set(index.search(Request("")).ids()) <= set(ids)
    index.catch_up()
    assert sorted(index.search(Request("")).ids()) == sorted(ids)
    assert index.check() == []
    assert len(list((library.folder / "index").glob("b-*"))) == 1


def test_a_file_in_the_place_of_the_index_is_named(make_index: MakeIndex) -> None:
    library, index, _ = make_index(brief("Copper", "Copper rose."))
    folder = library.folder / "index"
    shutil.rmtree(folder)
    folder.write_text("no index")
    with pytest.raises(LibraryError, match=r"index is a file, .*; move it away\.$"):
        index.rebuild()


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


def test_threads_search_while_another_writes(make_index: MakeIndex) -> None:
    library, index, ids = make_index(brief("Copper", "Copper rose."))
    faults: list[BaseException] = []
    done = threading.Event()

    def read() -> None:
        try:
            while not done.is_set():
                found = index.search(Request("copper OR serial", facets=("country",)))
                assert found.total >= 1
                assert ids[0] in found.ids()
        except BaseException as error:
            faults.append(error)
            raise

    threads = [threading.Thread(target=read) for _ in range(3)]
    for thread in threads:
        thread.start()
    for one in generated(12):
        add(library, one)
        index.catch_up()
    index.rebuild()
    done.set()
    for thread in threads:
        thread.join()
    assert not faults
    assert index.search(Request("serial")).total == 12


_WRITER = """
import sys
from pathlib import Path
from briefs.library import Library
from search_index import Index, Request
from tests.search_index.corpus import add, generated
with Library.open(Path(sys.argv[1])) as library:
    index = Index.open(library)
    for one in generated(8, seed=int(sys.argv[2])):
        add(library, one)
        index.catch_up()
        assert index.search(Request("serial")).total >= 1
"""


def test_two_processes_write_at_once(make_index: MakeIndex) -> None:
    library, index, _ = make_index()
    root = Path(__file__).parents[2]
    command = [sys.executable, "-c", _WRITER, str(library.folder)]
    running = [subprocess.Popen([*command, str(seed)], cwd=root) for seed in (1, 2)]
    assert [process.wait(timeout=_PATIENCE) for process in running] == [0, 0]
    index.catch_up()
    assert index.search(Request("serial")).total == library.count() == 16
    assert index.check() == []


def test_what_another_process_added_while_this_one_waited_is_no_reason_to_rebuild(
    make_index: MakeIndex, monkeypatch: pytest.MonkeyPatch
) -> None:
    library, index, ids = make_index(brief("Copper", "Copper rose."))
    state = (library.folder / "index" / "state.json").read_bytes()
    ids += add(library, brief("Tin", "Tin fell."))
    writing = Store.writing

    def waiting(self: Store) -> AbstractContextManager[None]:
        monkeypatch.setattr(Store, "writing", writing)
        ids.extend(add(library, brief("Zinc", "Zinc stood still.")))
        Index.open(library).catch_up()
        return writing(self)

    monkeypatch.setattr(Store, "writing", waiting)
    index.catch_up()
    assert (library.folder / "index" / "state.json").read_bytes() == state
    assert sorted(index.search(Request("")).ids()) == sorted(ids)


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
