"""The tables of the README that the program makes are those that it makes today."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from search_index import syntax
from tests.conftest import ROOT
from tui import commands

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
