from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import textwrap
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from types import SimpleNamespace

import msgspec
import pytest

from briefs import ingest, workers
from briefs.errors import LibraryError, SourceError, UsageError
from briefs.identity import identifier_of
from briefs.ingest import Converted, Failure, Progress, add_all, convert_all, reconvert
from briefs.library import Correction, Library
from briefs.model import Article, Block, Brief, MadeBy, Original
from briefs.tables import Tables
from tests.made import made_brief

ROOT = Path(__file__).parents[2]

STORIES = {
    "bridge.txt": "Bridge over the Lar opens again\n\nThe bridge over the Lar opened on Monday after a year of works. "
    "The repair cost 12 million euros, the region said.\n\nSome 9,000 cars cross it every day.",
    "frost.md": "# Frost takes half of the blossom\n\nGrowers in the valley lost 50% of their apples to the frost of "
    "April, their union said on Tuesday.\n\nThe state will pay $3 million.",
    "tram.html": "<html><head><title>Tram line four late</title></head><body><article><h1>Tram line four is late</h1>"
    "<p>The fourth line of the tram in Larnstad opens in 2027, two years later than planned.</p>"
    "<p>The delay costs the city 40 million euros, the mayor, Ines Duarte, said.</p></article></body></html>",
}


@pytest.fixture
def stories(tmp_path: Path) -> Path:
    folder = tmp_path / "stories"
    folder.mkdir()
    for name, text in STORIES.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "library") as opened:
        yield opened


def records(sources: list[str], count: int) -> list[bytes | str]:
    return [
        msgspec.json.encode(one.brief) if isinstance(one, Converted) else one.message
        for one in convert_all(sources, workers=count)
    ]


def test_any_number_of_workers_gives_the_same_in_the_same_order(stories: Path) -> None:
    (stories / "empty.txt").touch()
    sources = [str(stories), "missing.txt", str(stories / "tram.html")]
    alone = records(sources, 1)
    assert len(alone) == 6
    assert sum(isinstance(record, str) for record in alone) == 2
    assert records(sources, 3) == alone


def test_all_are_added_with_a_report_in_order(library: Library, stories: Path) -> None:
    (stories / "empty.txt").touch()
    seen: list[Progress] = []
    report = add_all(library, [str(stories), "missing.txt"], workers=1, progress=seen.append)
    assert [Path(added.source).name for added in report.added] == ["bridge.txt", "frost.md", "tram.html"]
    assert [failed.source for failed in report.failed] == [str(stories / "empty.txt"), "missing.txt"]
    assert report.known == ()
    assert [(p.done, p.total) for p in seen] == [(n, 5) for n in range(1, 6)]
    assert library.count() == 3
    for added in report.added:
        original = library.original(added.id)
        assert original.data == Path(added.source).read_bytes()
        assert original.received is not None
        assert added.id == identifier_of(original)


def test_the_moment_of_adding_is_no_part_of_the_brief(
    library: Library, stories: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_all(library, [str(stories)], workers=1)
    received = {library.original(i).received for i in library.ids()}
    monkeypatch.chdir(stories)
    with Library.open(tmp_path / "other") as other:
        add_all(other, [*STORIES], workers=1)
        assert list(other.briefs(other.ids())) == list(library.briefs(other.ids()))
    assert all(r and r.endswith("Z") for r in received)


def test_adding_again_converts_nothing(library: Library, stories: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = add_all(library, [str(stories)], workers=1)
    monkeypatch.setattr(workers, "convert_task", lambda *_: pytest.fail("it was converted again"))
    (stories / "copy of the bridge.txt").write_bytes((stories / "bridge.txt").read_bytes())
    again = add_all(library, [str(stories)], workers=1)
    assert again.added == ()
    assert [known.id for known in again.known] == [a.id for a in (first.added[0], *first.added)]
    assert again.known[1].source == str(stories / "copy of the bridge.txt")
    assert library.sequence() == 3


def test_the_same_article_twice_in_one_batch_is_one_brief(library: Library, stories: Path) -> None:
    for number in range(6):
        (stories / f"again{number}.txt").write_text(STORIES["bridge.txt"] + "\n" * number)
    report = add_all(library, [str(stories)], workers=2)
    assert (len(report.added), len(report.known), report.failed) == (3, 6, ())
    sequence = library.sequence()
    assert reconvert(library, workers=1, everything=True) == ({}, 3, ()), "this process makes what another one made"
    assert library.sequence() == sequence


def test_a_single_original_starts_no_process_but_beside_other_threads(
    stories: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pools: list[object] = []

    class Counted(workers._Pool):
        def __init__(self, tables_folder: Path | None) -> None:
            pools.append(self)
            super().__init__(tables_folder)

    monkeypatch.setattr(workers, "_Pool", Counted)
    source = [str(stories / "bridge.txt")]
    here = records(source, 2)
    assert not pools
    with ThreadPoolExecutor(1) as thread:
        assert thread.submit(records, source, 2).result() == here
    assert len(pools) == 1


def test_a_fault_in_the_users_tables_is_told_before_any_work(library: Library, stories: Path, tmp_path: Path) -> None:
    tables = tmp_path / "tables"
    tables.mkdir()
    (tables / "companies.tsv").write_text("one\ttwo\tthree\tfour\tfive\tsix\tseven\n")
    for count in (1, 2):
        with pytest.raises(UsageError, match=r"companies\.tsv, line 1"):
            add_all(library, [str(stories)], workers=count, tables_folder=tables)
    assert library.count() == 0


# A conversion that does as it is told, to see what the flow makes of it.


def obey(article: Article, identifier: str, tables: Tables | None = None) -> Brief:
    text = article.source
    if "REFUSE" in text:
        raise SourceError("Nothing but notices is in it.")
    if "BREAK" in text:
        raise ZeroDivisionError("a fault of ours")
    made_by = MadeBy(vars(ingest)["CONVERTER"], tables.digest if tables else "")
    return made_brief(text, id=identifier, title=text[:20], made_by=made_by)


def split(original: Original) -> tuple[Article, ...]:
    """One article for every paragraph."""
    return tuple(
        Article(text, (Block("paragraph", 0, len(text)),)) for text in original.data.decode().split("\n\n") if text
    )


@pytest.fixture
def obedient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "briefs.convert", SimpleNamespace(convert=obey))
    monkeypatch.setattr("briefs.readers.read", split)


@pytest.mark.usefixtures("obedient")
def test_what_goes_wrong_with_one_article_is_a_failure_of_that_one(library: Library, tmp_path: Path) -> None:
    for name, text in (("a", "Fine."), ("b", "REFUSE"), ("c", "BREAK"), ("d", "Fine too.\n\nREFUSE\n\nAnd this.")):
        (tmp_path / f"{name}.txt").write_text(text)
    report = add_all(library, [str(tmp_path / f"{n}.txt") for n in "abcd"], workers=1)
    assert [added.title for added in report.added] == ["Fine.", "Fine too.", "And this."]
    assert [Path(f.source).name for f in report.failed] == ["b.txt", "c.txt", "d.txt"]
    assert report.failed[0].message == f"{tmp_path / 'b.txt'}: Nothing but notices is in it."
    assert "ZeroDivisionError: a fault of ours" in report.failed[1].message
    assert library.part(report.added[2].id) == 2
    again = add_all(library, [str(tmp_path / "d.txt")], workers=1)
    assert [known.id for known in again.known] == [added.id for added in report.added[1:]]
    assert again.failed == (), "its good articles are all here: it is not converted again"


@pytest.mark.usefixtures("obedient")
def test_an_article_that_was_removed_from_a_round_up_comes_back(library: Library, tmp_path: Path) -> None:
    (tmp_path / "d.txt").write_text("First.\n\nSecond.")
    first, second = add_all(library, [str(tmp_path / "d.txt")], workers=1).added
    library.remove([first.id])
    report = add_all(library, [str(tmp_path / "d.txt")], workers=1)
    assert [added.id for added in report.added] == [first.id]
    assert [known.id for known in report.known] == [second.id]


def dawdle(article: Article, identifier: str, tables: Tables | None = None) -> Brief:
    while "DAWDLE" in article.source:
        pass
    return obey(article, identifier, tables)


@pytest.mark.usefixtures("obedient")
def test_an_article_that_takes_for_ever_does_not_keep_the_others_waiting(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workers, "_PATIENCE", 0.05)
    monkeypatch.setitem(sys.modules, "briefs.convert", SimpleNamespace(convert=dawdle))
    for name, text in (("a", "Fine."), ("b", "DAWDLE"), ("c", "Fine too.")):
        (tmp_path / f"{name}.txt").write_text(text)
    first, second, third = convert_all([str(tmp_path)], workers=1)
    assert isinstance(first, Converted)
    assert isinstance(third, Converted)
    assert isinstance(second, Failure)
    assert second.message.endswith("took more than 0.05 seconds of computing, as no article does; please report this.")


def newer(article: Article, identifier: str, tables: Tables | None = None) -> Brief:
    """The next version of the converter: it knows the publisher of every text with a 1."""
    brief = obey(article, identifier, tables)
    if "1" in brief.body:
        brief = msgspec.structs.replace(brief, publisher="The Ledger", gist="new")
    return msgspec.structs.replace(brief, made_by=MadeBy(vars(ingest)["CONVERTER"], tables.digest if tables else ""))


@pytest.mark.usefixtures("obedient")
def test_briefs_are_made_anew_and_only_where_it_is_due(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(12):
        (tmp_path / f"{number:02}.txt").write_text(f"Story {number}.")
    ids = [added.id for added in add_all(library, [str(tmp_path / "*.txt")], workers=1).added]
    assert reconvert(library, workers=1) == ({}, 12, ())
    assert reconvert(library, workers=1, everything=True) == ({}, 12, ())
    library.corrections.correct(ids[1], Correction(title="Mine"))
    library.marks.set_read([ids[1]])
    sequence = library.sequence()

    monkeypatch.setattr(ingest, "CONVERTER", 7)
    monkeypatch.setitem(sys.modules, "briefs.convert", SimpleNamespace(convert=newer))
    stopped: list[Progress] = []

    def stop(progress: Progress) -> None:
        stopped.append(progress)
        if progress.done == 5:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        reconvert(library, workers=1, progress=stop)
    done = {p.source for p in stopped}
    assert len(done) == 5

    report = reconvert(library, workers=1)
    with_one = {ids[1], ids[10], ids[11]}
    assert report.changed == dict.fromkeys(sorted(with_one - done), ("publisher", "gist"))
    assert report.unchanged == 12 - len(report.changed)
    assert library.sequence() == sequence + 3, "the others are the same but for what made them"
    assert library.made_otherwise(MadeBy(7, workers.tables_in(None).digest)) == []
    brief = library.brief(ids[1])
    assert (brief.id, brief.title, brief.publisher) == (ids[1], "Mine", "The Ledger")
    assert library.marks.ids("read") == {ids[1]}


@pytest.mark.usefixtures("obedient")
def test_a_brief_that_cannot_be_made_anew_stays_as_it_is(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.txt").write_text("Fine.")
    (added,) = add_all(library, [str(tmp_path / "a.txt")], workers=1).added
    before = library.brief(added.id)

    def refuse(*_: object) -> Brief:
        raise SourceError("There is no article in it any more.")

    monkeypatch.setattr(ingest, "CONVERTER", 7)
    monkeypatch.setitem(sys.modules, "briefs.convert", SimpleNamespace(convert=refuse))
    report = reconvert(library, workers=1)
    assert report.failed == (Failure(added.id, f"{added.id}: There is no article in it any more."),)
    assert library.brief(added.id) == before


@pytest.mark.usefixtures("obedient")
def test_a_conversion_of_everything_goes_on_where_it_stopped(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ingest, "_STEP", 2)
    for number in range(9):
        (tmp_path / f"{number}.txt").write_text(f"Story {number}.")
    add_all(library, [str(tmp_path / "*.txt")], workers=1)
    seen: list[str] = []

    def stop(progress: Progress) -> None:
        seen.append(progress.source)
        if progress.done == 5:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        reconvert(library, workers=1, progress=stop)
    assert reconvert(library, workers=1, progress=lambda p: seen.append(p.source)).unchanged == 9
    ids = sorted(library.ids())
    assert seen == [*ids[:5], *ids[4:]], "the note of how far it came is two briefs wide"
    seen.clear()
    reconvert(library, workers=1, progress=lambda p: seen.append(p.source))
    assert seen == ids


@pytest.mark.usefixtures("obedient")
def test_a_damaged_brief_is_mended_from_its_original(library: Library, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Fine.")
    (added,) = add_all(library, [str(tmp_path / "a.txt")], workers=1).added
    brief = library.brief(added.id)
    with sqlite3.connect(library.folder / "library.sqlite") as connection:
        connection.execute("UPDATE contents SET made = ?", (b"noise",))
    connection.close()
    with pytest.raises(LibraryError, match="cannot be read"):
        library.brief(added.id)
    assert library.check() == [
        f"The brief {added.id} cannot be read; `briefs reconvert` makes it anew from its original."
    ]
    assert list(reconvert(library, workers=1).changed) == [added.id]
    assert library.brief(added.id) == brief
    assert library.check() == []


# Real processes.

SLOW = """
    import sys, time, os, signal
    from contextlib import suppress
    from pathlib import Path
    import briefs.workers

    real = briefs.workers.convert_task

    def convert_task(task, tables_folder):
        if b"DIE" in task.original.data:
            os.kill(os.getpid(), signal.SIGKILL)
        if b"SLOW" in task.original.data:
            time.sleep(3600)
        return real(task, tables_folder)

    briefs.workers.convert_task = convert_task  # in the worker processes too: they import this file
    if __name__ != "__main__" and "EARLY" in os.environ:
        with suppress(FileExistsError):  # the first of them only
            Path(os.environ["EARLY"]).touch(exist_ok=False)
            os.killpg(0, signal.SIGINT)

    if __name__ == "__main__":
        from briefs.ingest import add_all
        from briefs.library import Library

        with Library.open(Path(sys.argv[1])) as library:
            report = add_all(
                library, sys.argv[3:], workers=int(sys.argv[2]), progress=lambda p: print(p.done, p.source, flush=True)
            )
            print("added", len(report.added), "failed", *(f.message for f in report.failed), flush=True)
"""


@pytest.fixture
def program(tmp_path: Path) -> list[str]:
    path = tmp_path / "program.py"
    path.write_text(textwrap.dedent(SLOW))
    return [sys.executable, str(path), str(tmp_path / "library"), "2"]


def environment() -> dict[str, str]:
    return os.environ | {"PYTHONPATH": str(ROOT)}


def test_a_process_that_dies_costs_its_own_article_only(program: list[str], stories: Path) -> None:
    (stories / "deadly.txt").write_text("DIE, says this story of a few words, and the process that reads it does.")
    (stories / "zeal.txt").write_text("The last story of the folder is told by a new process, and it is kept as well.")
    done = subprocess.run(
        [*program, str(stories)], capture_output=True, text=True, env=environment(), timeout=120, check=True
    )
    last = done.stdout.splitlines()[-1]
    assert last.startswith(f"added 4 failed {stories / 'deadly.txt'}: ")
    assert "broke off" in last
    assert done.stderr == ""


@pytest.fixture
def start(program: list[str], stories: Path) -> Iterator[Callable[..., subprocess.Popen[str]]]:
    """Start the program on the stories, with processes of its own that end with the test."""
    running = []

    def begin(**variables: str) -> subprocess.Popen[str]:
        running.append(
            subprocess.Popen(
                [*program, str(stories)],
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                text=True,
                env=environment() | variables,
                start_new_session=True,
            )
        )
        return running[-1]

    yield begin
    for process in running:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)


def gone(group: int) -> bool:
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return True
    return False


def test_an_interruption_ends_the_workers_and_keeps_what_was_added(
    start: Callable[..., subprocess.Popen[str]], stories: Path, tmp_path: Path
) -> None:
    (stories / "zzz.txt").write_text("SLOW is this story, so slow that somebody will press a key.")
    running = start()
    assert running.stdout is not None
    for _ in range(3):
        assert running.stdout.readline()
    os.killpg(running.pid, signal.SIGINT)
    _, errors = running.communicate(timeout=120)  # the story takes an hour
    assert running.returncode != 0
    assert errors.count("KeyboardInterrupt") == 1, errors
    ends = time.monotonic() + 60
    while not gone(running.pid):
        assert time.monotonic() < ends
        time.sleep(0.05)
    with Library.open(tmp_path / "library", create=False) as library:
        assert library.count() == 3


def test_workers_that_have_just_begun_say_nothing_of_an_interruption(
    start: Callable[..., subprocess.Popen[str]], tmp_path: Path
) -> None:
    _, errors = start(EARLY=str(tmp_path / "interrupted")).communicate(timeout=120)
    assert errors.count("KeyboardInterrupt") == 1, errors
