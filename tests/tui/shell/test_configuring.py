"""`briefs config`: what is in force, where it comes from, and what is wrong."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import pytest

from tui.cli import main
from tui.commands import COMMANDS
from tui.settings import Settings, config_file, load_settings


@pytest.fixture
def file() -> Path:
    path = config_file()
    path.parent.mkdir(parents=True, exist_ok=True)
    return path


def test_what_is_printed_is_a_configuration_that_means_the_same(
    file: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    file.write_text('wrap = 60\nexport_name = "{id}"\n[keys]\nstar = "Ctrl+X"\n')
    assert main(["config", "--library", str(tmp_path)]) == 0
    printed = capsys.readouterr().out
    assert "wrap = 60  # file" in printed
    assert "watch = 1.0  # default" in printed
    assert f'library = "{tmp_path}"  # option' in printed
    assert 'star = "ctrl+x"  # file: ' in printed
    read = tomllib.loads(printed)
    assert set(read["keys"]) == {command.id for command in COMMANDS}
    file.write_text(printed)
    again = load_settings()
    assert (again.wrap, again.export_name, again.problems) == (60, "{id}", ())


def test_what_is_wrong_is_said_with_the_file(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file.write_text('theme = "nrd"\nwarp = 3\nexport_name = "{dat}"\n[keys]\nundo = "q"\n')
    assert main(["config"]) == 1
    said = capsys.readouterr().err.splitlines()
    assert all(line.startswith(f"briefs: {file}: ") for line in said)
    for wrong in ("did you mean 'nord'", "'warp'", "did you mean {date}", "'q' means both 'undo' and 'quit'"):
        assert [line for line in said if wrong in line], wrong
    assert len(said) == 4


def test_the_configuration_as_json(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file.write_text("wrap = 60\nwarp = 3\n")
    assert main(["config", "--json"]) == 1
    record = json.loads(capsys.readouterr().out)
    assert record["file"] == str(file)
    assert {"name": "wrap", "value": 60, "origin": "file"}.items() <= record["settings"][2].items()
    assert next(key for key in record["keys"] if key["id"] == "help")["keys"] == ["question_mark", "f1"]
    assert "'warp'" in record["problems"][0]


def test_a_file_to_begin_with_changes_nothing_and_is_never_written_over(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["config", "--path"]) == 0
    assert capsys.readouterr().out == f"{config_file()}\n"
    assert main(["config", "--init"]) == 0
    written = config_file().read_text(encoding="utf-8")
    assert "# wrap = 80" in written
    settings = load_settings()
    assert (settings.problems, settings.given - {"keys"}) == ((), frozenset())
    assert settings.keys == Settings().keys
    assert main(["config", "--init"]) == 2
    assert config_file().read_text(encoding="utf-8") == written


def test_one_thing_is_printed_at_a_time() -> None:
    assert main(["config", "--path", "--json"]) == 2
