"""Threads and processes that search and write one index at once."""

from __future__ import annotations

import subprocess
import sys
import threading
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from search_index import Index, Request
from search_index.builds.store import Store
from tests.search_index.conftest import MakeIndex
from tests.search_index.corpus import add, brief, generated

_PATIENCE = 600  # seconds: on a machine that is busy with other things a process may get a tenth of a processor


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
    try:
        for one in generated(12):
            add(library, one)
            index.catch_up()
        index.rebuild()
    finally:
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
