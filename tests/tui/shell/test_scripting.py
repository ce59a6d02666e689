"""Commands as parts of scripts: identifiers that go from one to the next, marks, short options, little said."""

from __future__ import annotations

import io
import re
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from briefs import ingest
from tests.conftest import SAMPLES
from tests.tui.conftest import Run

Pipe = Callable[[str], None]


@pytest.fixture
def pipe(monkeypatch: pytest.MonkeyPatch) -> Pipe:
    """Puts what a command printed on standard input, for the next one."""

    def pipe(text: str) -> None:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))

    return pipe


def test_identifiers_are_printed_alone_and_whole(run: Run) -> None:
    listed = [row["id"] for row in run("list", "--json").json]
    assert run("list", "--ids").out.split() == listed
    assert run("list", "--ids", "-n", "2").out.split() == listed[:2]
    found = [row["id"] for row in run("search", "engineers", "--json").json]
    assert run("search", "engineers", "--ids").out == "".join(f"{identifier}\n" for identifier in found)
    like = run("related", listed[0], "--ids").out.split()
    assert like == [row["id"] for row in run("related", listed[0], "--json").json]
    for arguments in (("list", "--ids", "--json"), ("search", "engineers", "--ids", "--facets")):
        assert run(*arguments).code == 2


def test_the_next_command_takes_them_from_standard_input(run: Run, pipe: Pipe) -> None:
    korean = run("list", "country:kr", "--ids").out
    pipe(korean)
    records = run("export", "-", "--format", "json").json
    assert [record["id"] for record in records] == korean.split(), "an array, also of one"
    pipe(korean)
    assert run("remove", "-").code == 0
    assert run("list", "country:kr").code == 1
    for nothing in ("", " \n", "\xff\n"):
        pipe(nothing)
        refused = run("export", "-")
        assert (refused.code, refused.out) == (1, "")


def test_marks_are_set_taken_away_and_found(run: Run, pipe: Pipe) -> None:
    first, second, *_ = run("list", "--ids").out.split()
    said = run("mark", first, second, first, "--star", "--read", "--tag", "Late Shift")
    assert (said.code, said.err) == (0, "Marked 2 briefs.\n")
    row = run("list", "--json", "-n1").json[0]
    assert (row["starred"], row["read"], row["tags"]) == (True, True, ["late shift"])
    assert run("list", 'tag:"late shift"', "--ids").out.split() == [first, second]
    pipe(run("list", "is:starred", "--ids").out)
    assert run("mark", "-", "--no-star", "--unread", "--remove-tag", "late shift").code == 0
    assert run("list", "is:starred OR is:read").code == 1
    assert run("mark", first, "--unread").err == "Marked 0 briefs; 1 were so already.\n"


def test_nothing_is_marked_where_a_word_of_it_is_wrong(run: Run) -> None:
    identifier = run("list", "--ids", "-n1").out.strip()
    for wrong in (
        (identifier,),
        (identifier, "--star", "--tag", " "),
        (identifier, "--star", "--tag", "a", "--remove-tag", "A"),
    ):
        assert run("mark", *wrong).code == 2
    assert run("mark", identifier, "zzzz", "--star").code == 1
    assert run("list", "is:starred").code == 1


def test_n_is_the_limit_and_no_word_to_leave_out(run: Run) -> None:
    assert len(run("list", "-n", "2", "--json").json) == 2
    assert len(run("list", "-n2", "--json").json) == 2
    assert len(run("search", "engineers", "-n", "1", "--json").json) == 1


def test_since_is_a_day_from_which_on(run: Run) -> None:
    everything = {row["id"]: row["published"] or "" for row in run("list", "--json").json}
    newer = [identifier for identifier, day in everything.items() if day >= "2025-02-17"]
    assert run("list", "--since", "2025-02-17", "--ids").out.split() == newer
    assert run("list", "--since", "Feb 17, 2025", "--ids").out.split() == newer
    assert run("search", "--since", "2025-02-17", "--sort", "date", "--ids").out.split() == newer
    narrowed = run("search", "korea OR linkedin", "--since", "2025-06", "--json").json
    assert [hit["published"][:7] for hit in narrowed] == ["2025-06"]
    for wrong in ("soon", "2025-13", ">2025", "2025..2026"):
        refused = run("list", "--since", wrong)
        assert (refused.code, refused.out) == (2, "")


def test_an_empty_query_is_not_the_whole_library(run: Run) -> None:
    for empty in ("", " "):
        refused = run("export", "--query", empty)
        assert (refused.code, refused.out) == (2, "")


def test_convert_takes_a_folder_under_the_short_name_too(run: Run, tmp_path: Path) -> None:
    assert run("convert", str(SAMPLES[0]), "-o", str(tmp_path / "out")).code == 0
    assert [path.name for path in (tmp_path / "out").iterdir()] == [f"{SAMPLES[0].stem}.json"]
    assert run("convert", str(SAMPLES[0]), "-o", "-").code == 2


def test_a_home_that_no_shell_has_resolved(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    assert run("export", "--query", "korea", "-o", "~/each/").code == 0
    assert run("export", "--query", "korea", "-o", "~/one.md").code == 0
    assert run("convert", str(SAMPLES[0]), "-o", "~/records").code == 0
    assert {path.name for path in tmp_path.iterdir()} >= {"each", "one.md", "records"}


def test_adding_much_is_summed_up_and_can_be_silent(run: Run, tmp_path: Path) -> None:
    sources = [*map(str, SAMPLES), str(SAMPLES[0]), str(tmp_path / "missing.txt")]
    ended = run("add", *sources, "--library", str(tmp_path / "new"))
    assert ended.err.splitlines()[-1] == "5 added, 1 known already, 1 failed."
    assert "known already" not in run("add", *map(str, SAMPLES), "--library", str(tmp_path / "new")).err
    quiet = run("add", *sources, "--quiet", "--library", str(tmp_path / "silent"))
    assert (quiet.code, len(quiet.err.splitlines())) == (1, 1)
    assert "missing.txt" in quiet.err


def test_an_interrupted_adding_says_what_stays(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    add_all = ingest.add_all

    def interrupted(*arguments: object, **options: object) -> None:
        add_all(*arguments, **options)  # type: ignore[arg-type]  # as it was called
        raise KeyboardInterrupt

    monkeypatch.setattr(ingest, "add_all", interrupted)
    ended = run("add", str(SAMPLES[0]), "--workers", "1", "--library", str(tmp_path / "new"))
    assert ended.code == 130
    assert "Interrupted; added so far and kept: 1." in ended.err
    assert len(run("list", "--library", str(tmp_path / "new"), "--ids").out.split()) == 1


def test_many_files_are_counted_and_few_are_named(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    named = run("export", "--query", "*", "-o", f"{folder}/").err.splitlines()
    assert sorted(named) == sorted(f"Wrote {path}" for path in folder.iterdir())
    for number in range(2):
        (tmp_path / f"{number}.txt").write_text(
            f"Ferry line {number} opens\n\n" + f"The ferry has {number + 40} seats. " * 9
        )
        assert run("add", str(tmp_path / f"{number}.txt")).code == 0
    again = run("export", "--query", "*", "-o", f"{folder}/", "--force").err
    assert again == f"Wrote 7 files to {folder}\n"


def keys_of(value: Any) -> set[str]:
    """Return all names in a value of JSON."""
    if isinstance(value, dict):
        return set(value).union(*map(keys_of, value.values()))
    return set().union(*map(keys_of, value)) if isinstance(value, list) else set()


@pytest.mark.parametrize(
    "arguments",
    [
        ("list",),
        ("add", *map(str, SAMPLES[:2])),
        ("doctor",),
        ("config",),
        ("search", "--saved"),
    ],
)
def test_the_help_names_the_keys_of_the_json(arguments: tuple[str, ...], run: Run, library_folder: Path) -> None:
    command = arguments[0]
    if command == "doctor":
        shutil.rmtree(library_folder / "index", ignore_errors=True)
    elif arguments[-1] == "--saved":
        run("search", "engineers", "--save", "daily")
    ended = run(*arguments, "--json")
    assert ended.json
    told = set(re.findall(r"[a-z]+", run(command, "--help").out.partition("JSON is")[2]))
    assert not keys_of(ended.json) - told
