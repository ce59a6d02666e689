"""Commands in a shell that has closed, filled or recoded their streams: each time the real program."""

from __future__ import annotations

import json
import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

PROGRAM = f"{shlex.quote(sys.executable)} -m tui"

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="these are lines of a POSIX shell")


def shell(line: str, library: Path, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run a line of sh in which `briefs` is the program."""
    return subprocess.run(
        ["sh", "-c", line.replace("briefs", PROGRAM, 1)],
        capture_output=True,
        check=False,
        env=os.environ | {"BRIEFS_LIBRARY": str(library)} | environment,
    )


@pytest.mark.parametrize("line", ["briefs list >&-", "briefs list --json >&-", "briefs list 2>&-", "briefs list <&-"])
def test_a_closed_stream_stops_nothing(line: str, converted_samples: Path) -> None:
    ended = shell(line, converted_samples)
    assert (ended.returncode, ended.stderr) == (0, b"")


def test_nothing_comes_from_a_closed_stdin(tmp_path: Path) -> None:
    ended = shell("briefs add - <&-", tmp_path)
    assert ended.returncode == 1
    made, failed = ended.stderr.splitlines()
    assert b"A new library was made" in made
    assert failed.startswith(b"briefs: standard input: ")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full")
@pytest.mark.parametrize("words", ["list", "export --query AI", "--help"])
def test_a_full_disk_is_one_sentence(words: str, converted_samples: Path) -> None:
    ended = shell(f"briefs {words} >/dev/full", converted_samples)
    assert ended.returncode == 1
    assert ended.stderr.startswith(b"briefs: The output cannot be read or written: ")
    assert ended.stderr.count(b"\n") == 1


def test_a_pipe_that_closes_before_anything_is_written_ends_quietly(converted_samples: Path) -> None:
    ended = shell("{ briefs list; echo $? >&2; } | true", converted_samples)
    assert ended.stderr.strip() == b"0"


def test_a_terminal_of_another_encoding_loses_letters_but_json_none(converted_samples: Path) -> None:
    text = shell("briefs search Yoon", converted_samples, PYTHONIOENCODING="latin-1")
    assert (text.returncode, text.stderr) == (0, b"")
    assert b"?" in text.stdout
    plain = shell("briefs search Yoon --json", converted_samples, PYTHONIOENCODING="latin-1")
    unicode = shell("briefs search Yoon --json", converted_samples, PYTHONIOENCODING="utf-8")
    assert json.loads(plain.stdout) == json.loads(unicode.stdout)
    assert plain.stdout != unicode.stdout


def test_colours_are_as_the_environment_wishes(converted_samples: Path) -> None:
    def coloured(**environment: str) -> bool:
        return b"\x1b[" in shell("briefs search Yoon", converted_samples, **environment).stdout

    assert not coloured()
    assert coloured(FORCE_COLOR="1")
    assert not coloured(FORCE_COLOR="1", NO_COLOR="1")


@pytest.mark.parametrize(("terminal", "said"), [("dumb", b"TERM is dumb"), ("xterm", b"The reader needs a terminal")])
def test_where_no_reader_can_be_shown_it_says_so(terminal: str, said: bytes, tmp_path: Path) -> None:
    ours, theirs = os.openpty()
    try:
        ended = subprocess.run(
            [sys.executable, "-m", "tui"],
            stdin=theirs if terminal == "dumb" else subprocess.DEVNULL,
            stdout=theirs,
            stderr=subprocess.PIPE,
            check=False,
            env=os.environ | {"BRIEFS_LIBRARY": str(tmp_path), "TERM": terminal},
        )
    finally:
        os.close(ours)
        os.close(theirs)
    assert ended.returncode == 2
    assert said in ended.stderr
    assert ended.stderr.count(b"\n") == 1
