"""Imports run one way, and nothing heavy is loaded before it is needed."""

from __future__ import annotations

import ast
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT, SAMPLES

ORDER = ["briefs", "search_index", "tui"]
SCREEN = {"textual", "textual_serve", "aiohttp"}
CONVERTERS = {"trafilatura", "lxml", "nupunkt", "fasttext", "babel", "htmldate", "markdown_it"}
INDEX = {"whoosh", "numpy"}


def imported_by(file: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names.update(alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module.split(".")[0])
    return names


@pytest.mark.parametrize("package", ORDER)
def test_imports_run_one_way(package: str) -> None:
    later = set(ORDER[ORDER.index(package) + 1 :])
    files = list((ROOT / package).rglob("*.py"))
    assert files
    for file in files:
        assert not imported_by(file) & later, f"{file} imports a room above its own"


def loaded_after(script: str, library: Path) -> set[str]:
    """Return the top-level packages loaded when `script` has run in a process of its own."""
    ended = subprocess.run(
        [sys.executable, "-c", script + "\nimport sys, json; print('\\n' + json.dumps(sorted(sys.modules)))"],
        capture_output=True,
        text=True,
        check=True,
        env=os.environ | {"BRIEFS_LIBRARY": str(library)},
    )
    return {name.split(".")[0] for name in json.loads(ended.stdout.splitlines()[-1])}


def command(*arguments: str) -> str:
    return f"from tui.cli import main\nmain({list(arguments)!r})"


@pytest.mark.parametrize(
    ("arguments", "unwanted"),
    [
        (["--version"], SCREEN | CONVERTERS | INDEX | {"msgspec", "rich"}),
        (["--help"], SCREEN | CONVERTERS | INDEX | {"msgspec", "rich"}),
        (["list"], SCREEN | CONVERTERS | INDEX),
        (["list", "--json"], SCREEN | CONVERTERS | INDEX),
        (["show", "0"], SCREEN | CONVERTERS | INDEX),
        (["search", "DeepSeek"], SCREEN | CONVERTERS),
        (["convert", str(SAMPLES[0]), "--json", "--workers", "1"], SCREEN | INDEX),
    ],
    ids=lambda value: value[0] if isinstance(value, list) else "",
)
def test_a_command_loads_only_what_it_needs(arguments: list[str], unwanted: set[str], converted_samples: Path) -> None:
    assert not loaded_after(command(*arguments), converted_samples) & unwanted


@pytest.mark.parametrize("line", ["briefs s", "briefs show 0", "briefs list --country s", "briefs search @"])
def test_completion_loads_no_screen(line: str, converted_samples: Path) -> None:
    variables = {"_BRIEFS_COMPLETE": "bash_complete", "COMP_WORDS": line, "COMP_CWORD": str(len(line.split()) - 1)}
    script = f"import os\nos.environ.update({variables!r})\n"
    loaded = loaded_after(
        script + "try:\n    import tui.cli; tui.cli.main([])\nexcept SystemExit: pass", converted_samples
    )
    assert not loaded & (SCREEN | CONVERTERS | INDEX)


def test_the_start_of_the_reader_loads_no_converter(converted_samples: Path) -> None:
    script = f"""
import asyncio
from pathlib import Path
from briefs.library import Library
from search_index import Index
from tui.app import BriefsApp
from tui.settings import Settings
async def start():
    library = Library.open(Path({str(converted_samples)!r}))
    app = BriefsApp(library, Index.open(library), Settings())
    async with app.run_test(size=(100, 30)) as pilot:
        while not app.open_brief:
            await pilot.pause(0.01)
asyncio.run(start())
"""
    assert not loaded_after(script, converted_samples) & CONVERTERS - {"markdown_it"}, "Textual brings markdown_it"


def test_the_reader_opens_without_the_commands_of_the_shell(converted_samples: Path) -> None:
    script = """
import io, sys
import tui.app
from tui.cli import main
class Terminal(io.StringIO):
    def isatty(self):
        return True
opened = []
tui.app.run_app = lambda folder, settings, create: opened.append(folder)
printed, sys.stdin, sys.stdout = sys.stdout, Terminal(), Terminal()
assert main([]) == 0
assert opened
sys.stdout = printed
"""
    assert "click" not in loaded_after(script, converted_samples)
