"""An index that is damaged, cut off or in the way is made again, and nothing it said was untrue."""

from __future__ import annotations

import errno
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from briefs.errors import LibraryError
from search_index import Index, Request
from search_index.builds.files import Files
from search_index.postings import mapping
from search_index.postings import writer as posting_writer
from tests.search_index.conftest import MakeIndex
from tests.search_index.corpus import add, brief, generated, library_of

_PATIENCE = 600  # seconds: on a machine that is busy with other things a process may get a tenth of a processor


def _replaced(old: bytes, new: bytes, files: str = "state.json") -> Callable[[Path], None]:
    def harm(index: Path) -> None:
        for path in index.glob(files):
            path.write_bytes(path.read_bytes().replace(old, new))

    return harm


def _every_file(harm: Callable[[Path], object]) -> Callable[[Path], None]:
    def harmed(index: Path) -> None:
        for path in [path for path in index.glob("b-*/*") if path.stat().st_size]:
            harm(path)

    return harmed


HARM: dict[str, Callable[[Path], object]] = {
    "no state": lambda index: (index / "state.json").unlink(),
    "state is nonsense": lambda index: (index / "state.json").write_bytes(b'{"format": 1'),
    "state is no text": _replaced(b'"format":"', b'"format":"\xb5'),
    "another version": _replaced(b'"format":"', b'"format":"99.'),
    "build gone": lambda index: shutil.rmtree(next(index.glob("b-*"))),
    "files gone": _every_file(Path.unlink),
    "files empty": _every_file(lambda path: path.write_bytes(b"")),
    "files cut": _every_file(lambda path: path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])),
    "files are noise": _every_file(lambda path: path.write_bytes(b"\x93noise" * 50)),
    "the deleted are alive": _replaced(b'"deleted":[0]', b'"deleted":[]', "b-*/contents.json"),
    "a way out": _replaced(b'"build":"b-', b'"build":"../b-'),
}


@pytest.mark.parametrize("damage", HARM.values(), ids=HARM)
def test_a_damaged_index_is_rebuilt(make_index: MakeIndex, damage: Callable[[Path], object]) -> None:
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
        damage(library.folder / "index")
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
