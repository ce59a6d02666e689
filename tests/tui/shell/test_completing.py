"""What the shell completes, asked of click and then of the shells themselves, each with somebody typing."""

from __future__ import annotations

import os
import select
import shlex
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.shell_completion import ShellComplete

from briefs.library import Library
from tests.tui.conftest import fill, make_brief
from tui.cli import main
from tui.shell.program import briefs

MILL = 0xACE0000000000002
HOSTILE = 'Kite `touch pwned` $(touch pwned) "Works" & Sons, Ltd'


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    chosen = tmp_path / "library"
    with Library.open(chosen) as library:
        names = ("Kestrel Marine", HOSTILE)
        body = f"Kestrel Marine and {HOSTILE} build a dock in Norway and one in South Korea."
        countries = (("NO", "Norway"), ("KR", "South Korea"))
        fill(library, [make_brief(1, "Docks, and more docks", (body,), companies=names, countries=countries)])
        fill(library, [make_brief(MILL, "A mill", ("Oriole Foods mills in Kenya.",), countries=(("KE", "Kenya"),))])
        library.marks.add_tag([f"{1:016x}"], "sea")
        library.saved.save("docks of the north", "dock country:no")
    monkeypatch.setenv("BRIEFS_LIBRARY", str(chosen))
    return chosen


def offered(*words: str) -> dict[str, str]:
    """What is offered for the last of `words`, with its help."""
    completion = ShellComplete(briefs, {}, "briefs", "_BRIEFS_COMPLETE")
    found = completion.get_completions(list(words[:-1]), words[-1])
    return {item.value: item.help or item.type for item in found}


@pytest.mark.usefixtures("folder")
def test_what_the_library_holds_is_offered() -> None:
    first, second = f"{1:016x}", f"{MILL:016x}"
    assert offered("show", "") == {first: "Docks, and more docks", second: "A mill"}
    for command in ("export", "remove", "correct"):
        assert set(offered(command, "AC")) == {second}
    assert offered("show", second) == {second: "A mill"}
    assert offered("list", "--country", "") == {"KE": "Kenya", "KR": "South Korea", "NO": "Norway"}
    assert offered("search", "--country", "so") == {"South Korea": "KR"}
    assert set(offered("list", "--company", "k")) == {"Kestrel Marine", HOSTILE}
    assert set(offered("list", "--publisher", "")) == {"The Harbour Post"}
    assert set(offered("list", "--month", "")) == {"2025-02"}
    assert offered("list", "--tag", "") == {"sea": "1 briefs"}
    for words in (["list"], ["search"], ["export", "--query"]):
        assert offered(*words, "@") == {"@docks of the north": "dock country:no"}


@pytest.mark.usefixtures("folder")
def test_commands_formats_files_and_folders_are_offered() -> None:
    assert {"show", "search", "serve"} <= set(offered("s"))
    assert {"md", "json"} <= set(offered("export", "--format", ""))
    assert offered("add", "x") == {"x": "file"}
    assert offered("export", "--output", "") == {"": "file"}
    assert offered("list", "--library", "") == {"": "dir"}


def test_the_library_named_on_the_line_is_asked(folder: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    assert offered("--library", str(other), "show", "") == {}
    assert offered("show", "--library", str(other), "") == {}
    assert not other.exists(), "nothing is made while somebody types"
    (folder / "library.sqlite").write_text("no library at all")
    assert offered("show", "") == {}


@pytest.mark.usefixtures("folder")
def test_a_saved_search_is_searched_by_its_name(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["list", "@docks of the north"]) == 0
    assert "Docks, and more docks" in capsys.readouterr().out
    assert main(["export", "--query", "@docks of the north"]) == 0
    assert main(["search", "@nothing"]) == 1
    assert "docks of the north" in capsys.readouterr().err


class Shell:
    """A shell with somebody at it, who waits for its prompt."""

    def __init__(self, command: list[str], folder: Path) -> None:
        environment = os.environ | {"PATH": f"{folder}{os.pathsep}{os.environ['PATH']}", "TERM": "dumb", "PS1": PROMPT}
        self.process = subprocess.Popen(
            [sys.executable, "-c", "import pty, sys; pty.spawn(sys.argv[1:])", *command],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            cwd=folder,
            env=environment,
        )
        assert self.process.stdin
        assert self.process.stdout
        self._writing, self._reading = self.process.stdin.fileno(), self.process.stdout.fileno()
        self._read = ""

    def type(self, text: str) -> None:
        os.write(self._writing, text.encode())

    def until(self, wanted: str) -> None:
        """Wait until the shell has written `wanted`; what came before it is done with."""
        ends = time.monotonic() + 60
        while wanted not in self._read:
            assert time.monotonic() < ends, self._read
            if select.select([self._reading], [], [], 0.2)[0]:
                written = os.read(self._reading, 4096)
                assert written, self._read
                self._read += written.decode(errors="replace")
        self._read = self._read.split(wanted, 1)[1]


PROMPT = "what now> "
STARTS = {
    "bash": (["bash", "--norc", "--noprofile", "-i"], 'eval "$(briefs completion bash)"'),
    "zsh": (["zsh", "-f", "-i"], 'autoload -U compinit; compinit -D -u; eval "$(briefs completion zsh)"'),
    "fish": (
        ["fish", "--no-config", "-i", "--init-command", f"function fish_prompt; echo -n '{PROMPT}'; end"],
        "briefs completion fish | source",
    ),
}


@pytest.fixture(params=STARTS)
def shell(request: pytest.FixtureRequest, folder: Path, tmp_path: Path) -> Iterator[Shell]:
    command, start = STARTS[request.param]
    if not shutil.which(command[0]):
        pytest.skip(f"{command[0]} is not installed")
    program = tmp_path / "bin" / "briefs"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m tui "$@"\n')
    program.chmod(0o755)
    started = Shell(command, program.parent)
    with started.process as process:
        try:
            started.until(PROMPT)
            started.type(f"{start}\n")
            started.until(PROMPT)
            yield started
        finally:
            process.kill()  # and its terminal is gone, which the shell does not outlive


def test_a_shell_completes(shell: Shell, tmp_path: Path) -> None:
    shell.type("briefs show ace\t")
    shell.until("0002")
    shell.type("\x15")  # takes the line back

    # A name of several words, and one that would do harm were it not taken as text.
    shell.type("briefs list --company Kes\t")
    shell.until("Marine")
    shell.type("--company Kit\t")
    shell.until("Works")
    shell.type("\n")
    shell.until("Docks, and more docks")
    shell.until(PROMPT)
    assert not list(tmp_path.rglob("pwned"))
