from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from types import SimpleNamespace

import msgspec
import pytest

from briefs.errors import LibraryError
from briefs.library import Library, database, schema
from briefs.library.database import Database
from briefs.model import Article, Brief, Ground, Grounds, Original

Make = Callable[..., tuple[Original, Article, Brief]]
ROOT = Path(__file__).parents[3]


def refused(folder: Path, *, create: bool = True) -> str:
    with pytest.raises(LibraryError) as error:
        Library.open(folder, create=create)
    sentence = str(error.value)
    assert "\n" not in sentence
    assert str(folder) in sentence
    return sentence


def test_a_folder_that_cannot_hold_a_library_is_one_clear_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert "is a file, and a library is a folder" in refused(tmp_path / "file")
    assert "cannot be used for the library (Not a directory)" in refused(tmp_path / "file" / "below")
    assert "There is no library in" in refused(tmp_path / "nowhere", create=False)
    assert not (tmp_path / "nowhere").exists()
    (tmp_path / "odd" / database.FILE_NAME).mkdir(parents=True)
    assert "is not a file" in refused(tmp_path / "odd")


def test_a_file_that_is_no_library_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / database.FILE_NAME
    path.write_bytes(b"This is a diary and no database at all. " * 100)
    assert "is not a library" in refused(tmp_path)
    assert path.read_bytes().startswith(b"This is a diary")

    path.unlink()
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE briefs (wool TEXT)")
        other.commit()
    before = path.read_bytes()
    assert "database of another program" in refused(tmp_path)
    assert path.read_bytes() == before


def test_a_library_of_a_newer_version_is_left_alone(tmp_path: Path) -> None:
    Library.open(tmp_path).close()
    path = tmp_path / database.FILE_NAME
    with closing(sqlite3.connect(path)) as other:
        other.execute(f"PRAGMA user_version = {schema.VERSION + 1}")
    before = path.read_bytes()
    assert "newer version of Briefs" in refused(tmp_path)
    assert path.read_bytes() == before


def test_an_older_library_is_brought_forward_in_one_step(
    tmp_path: Path, make: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Library.open(tmp_path) as library:
        added = library.add(*make("A ferry for the islands."))

    def steps(*more: str) -> None:
        monkeypatch.setattr(database, "MIGRATIONS", (*schema.MIGRATIONS, *more))
        monkeypatch.setattr(database, "VERSION", len(schema.MIGRATIONS) + len(more))

    steps("ALTER TABLE briefs ADD COLUMN colour TEXT", "CREATE TABLE x (y);\nUPDATE briefs SET nonsense = 1")
    assert "nonsense" in refused(tmp_path)
    steps("ALTER TABLE briefs ADD COLUMN colour TEXT", "UPDATE briefs SET colour = 'blue'")
    with Library.open(tmp_path) as library:
        assert library.brief(added.id).body == "A ferry for the islands."
    with closing(sqlite3.connect(tmp_path / database.FILE_NAME)) as other:
        assert other.execute("SELECT colour FROM briefs").fetchall() == [("blue",)]
        assert other.execute("PRAGMA user_version").fetchone() == (len(schema.MIGRATIONS) + 2,)


def test_rows_know_what_is_unsure_in_a_library_from_before_they_did(tmp_path: Path, make: Make) -> None:
    original, article, brief = make("A ferry for the islands.", title="Ferry?", published="2025-03-01")
    grounds = Grounds(title=Ground((), 0.3), published=Ground((), 0.9), publisher=Ground((), 0.3))
    brief = msgspec.structs.replace(brief, grounds=grounds)
    with Library.open(tmp_path) as library:
        library.add(original, article, brief)
        assert library.latest(1)[0].unsure == ("title",)  # of the publisher, which it has not, it is not unsure
    with closing(sqlite3.connect(tmp_path / database.FILE_NAME)) as older:
        older.execute("ALTER TABLE briefs DROP COLUMN unsure")
        older.execute("PRAGMA user_version = 2")
    with Library.open(tmp_path) as library:
        assert library.latest(1)[0].unsure == ()
        assert not library.replace(brief.id, brief)  # what a reconversion does where nothing else has changed
        assert library.latest(1)[0].unsure == ("title",)


def test_what_is_committed_is_on_the_disk(tmp_path: Path) -> None:
    with closing(Database(tmp_path)) as opened:
        assert opened.number("PRAGMA synchronous") == 3
        assert opened.one("PRAGMA journal_mode") == ("wal",)
        assert opened.number("PRAGMA foreign_keys") == 1


def test_the_folder_is_for_its_owner_alone(tmp_path: Path) -> None:
    Library.open(tmp_path / "a" / "library").close()
    assert (tmp_path / "a" / "library").stat().st_mode & 0o777 == 0o700


def test_a_full_disk_is_one_clear_sentence_and_nothing_is_half_kept(tmp_path: Path, make: Make) -> None:
    with Library.open(tmp_path) as library:
        first = library.add(*make("A short report."))
        pages = library._database.number("PRAGMA page_count")
        library._database.number(f"PRAGMA max_page_count = {pages + 3}")
        with pytest.raises(LibraryError, match="is full; make room on it"):
            library.add(*make("A long report.", data=os.urandom(200_000)))
        assert library.ids() == [first.id]
        assert library.sequence() == 1
        library._database.number("PRAGMA max_page_count = 1000000")
        assert library.add(*make("A long report.", data=os.urandom(200_000))).new
        assert library.check() == []


def test_a_real_full_disk(tmp_path: Path, make: Make) -> None:
    """A file-size limit makes the system refuse to write, as a full disk does."""
    script = """
import resource, signal, sys
from pathlib import Path
from types import SimpleNamespace
sys.path.insert(0, sys.argv[2])
from briefs.errors import LibraryError
from briefs.library import Library
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
with Library.open(Path(sys.argv[1])) as library:
    resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, 300_000))
    for number in range(2000):
        try:
            library.state.set(f"key {number}", "x" * 2000)
        except LibraryError as error:
            print(number, error)
            break
"""
    done = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path), str(ROOT)], capture_output=True, text=True, check=True
    )
    number, sentence = done.stdout.strip().split(" ", 1)
    assert "\n" not in sentence
    assert str(tmp_path) in sentence
    with Library.open(tmp_path) as library:
        assert library.check() == []
        assert library.state.get(f"key {int(number) - 1}") is not None


def test_a_library_that_may_not_be_written_can_still_be_read(
    tmp_path: Path, make: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Library.open(tmp_path) as library:
        added = library.add(*make("A ferry for the islands."))
    with Library.open(tmp_path) as library:
        library._database.number("PRAGMA query_only = ON")
        assert library.brief(added.id).body
        for write in (
            lambda: library.add(*make("Another.")),
            lambda: library.remove([added.id]),
            lambda: library.marks.set_read([added.id]),
            lambda: library.state.set("a", "b"),
        ):
            with pytest.raises(LibraryError, match="read-only"):
                write()


def test_a_library_that_another_program_holds_is_one_clear_sentence(
    tmp_path: Path, make: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "_PATIENCE", 0.1)
    with Library.open(tmp_path) as library, closing(sqlite3.connect(library.folder / database.FILE_NAME)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(LibraryError, match="Another program is writing"):
            library.add(*make("A ferry."))
        other.rollback()
        assert library.add(*make("A ferry.")).new


@pytest.mark.parametrize("replaced", [False, True])
def test_a_library_that_is_taken_away_while_it_is_open_is_not_made_anew(
    tmp_path: Path, make: Make, replaced: bool
) -> None:
    place = tmp_path / "library"
    with Library.open(place) as library:
        library.add(*make("A ferry."))
        place.rename(tmp_path / "elsewhere")
        if replaced:
            Library.open(place).close()
        for use in (
            lambda: library.add(*make("Another.")),
            lambda: library.state.set("a", "b"),
            lambda: library.sequence(),
        ):
            with pytest.raises(LibraryError, match="moved, removed or replaced while it was open"):
                use()
        with ThreadPoolExecutor() as threads:  # a thread that opens a connection of its own
            if not replaced:
                with pytest.raises(LibraryError, match="moved, removed or replaced while it was open"):
                    threads.submit(library.count).result()
    assert place.exists() == replaced
    with Library.open(tmp_path / "elsewhere", create=False) as library:
        assert library.count() == 1


def test_a_closed_library_says_so(tmp_path: Path) -> None:
    library = Library.open(tmp_path)
    library.close()
    library.close()
    with pytest.raises(LibraryError, match="has been closed"):
        library.count()


def test_threads_share_a_library(tmp_path: Path, make: Make) -> None:
    with Library.open(tmp_path) as library:

        def work(number: int) -> int:
            for n in range(10):
                added = library.add(*make(f"Thread {number} tells story {n}."))
                assert library.brief(added.id).id == added.id
                library.marks.set_read([added.id])
            return number

        for first in (0, 5):  # the connections of ended threads are not kept
            with ThreadPoolExecutor(5) as threads:
                assert list(threads.map(work, range(first, first + 5))) == list(range(first, first + 5))
        assert library.count() == 100
        assert len(library.marks.ids("read")) == 100
        assert [c.sequence for c in library.changes()] == list(range(1, 101))
        assert len(library._database._connections) <= 6
        assert library.check() == []


def test_nothing_heavy_is_loaded_to_list_briefs() -> None:
    script = (
        "import sys; sys.path.insert(0, sys.argv[1]); import briefs.library; lean = set(sys.modules); "
        "from briefs.library import Library; "
        "print(any(m.startswith('briefs.library.') for m in lean), "
        "sorted(m for m in sys.modules if m.split('.')[0] in "
        "{'whoosh', 'textual', 'numpy', 'trafilatura', 'nupunkt', 'babel', 'multiprocessing', 'click'} "
        "or m.startswith(('briefs.readers', 'briefs.extract', 'briefs.tables', 'briefs.convert'))))"
    )
    done = subprocess.run([sys.executable, "-c", script, str(ROOT)], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False []"


def test_a_disk_that_nobody_can_write_is_read(tmp_path: Path, make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    with Library.open(tmp_path) as library:
        added = library.add(*make("A ferry for the islands."))
    monkeypatch.setattr(os, "statvfs", lambda _: SimpleNamespace(f_flag=os.ST_RDONLY))
    with Library.open(tmp_path) as library:
        assert library.brief(added.id).body == "A ferry for the islands."
        with pytest.raises(LibraryError, match="read-only"):
            library.add(*make("Another."))
        assert [path.name for path in tmp_path.iterdir()] == [database.FILE_NAME]


@pytest.mark.parametrize("name", ["a b", "50%", "a?mode=memory", "a#b", "ä\u202e", "file:x", ":memory:"])
def test_a_folder_may_be_called_anything(tmp_path: Path, make: Make, name: str) -> None:
    with Library.open(tmp_path / name) as library:
        library.add(*make("A ferry for the islands."))
    assert (tmp_path / name / database.FILE_NAME).is_file()
    with Library.open(tmp_path / name, create=False) as library:
        assert library.count() == 1
