"""What the README says is what the program does: the tables that it makes, and the commands to begin with."""

from __future__ import annotations

import shlex
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from search_index.queries import syntax
from tests.conftest import ROOT
from tui import commands
from tui.cli import main

TABLES: dict[str, Callable[[], str]] = {"keys": commands.table, "queries": syntax.table}


@pytest.mark.parametrize("name", TABLES)
def test_the_readme_shows_the_table(name: str, request: pytest.FixtureRequest) -> None:
    readme = ROOT / "README.md"
    text = readme.read_text(encoding="utf-8")
    before, _, rest = text.partition(f"<!-- {name} -->\n")
    _, _, after = rest.partition(f"<!-- /{name} -->\n")
    renewed = f"{before}<!-- {name} -->\n{TABLES[name]().rstrip()}\n<!-- /{name} -->\n{after}"
    if request.config.getoption("update_snapshots"):
        readme.write_text(renewed, encoding="utf-8")
    else:
        assert text == renewed, "`make snapshots` renews it"


def test_the_things_to_do_next_can_be_done(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(ROOT / "briefs" / "samples", tmp_path / "briefs" / "samples")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("BRIEFS_LIBRARY", str(tmp_path / "library"))
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    _, _, section = text.partition("## Five things to do next\n")
    lines = [line for line in section.partition("\n## ")[0].splitlines() if line.startswith("    briefs")]
    commands = [shlex.split(line, comments=True)[1:] for line in lines]
    assert len(commands) == 5
    for words in filter(None, commands):  # without words it opens the reader
        assert main(words) == 0, capsys.readouterr().err
    assert "DeepSeek" in (tmp_path / "book.html").read_text(encoding="utf-8")
