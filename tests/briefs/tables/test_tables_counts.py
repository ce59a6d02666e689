"""The figures in the README of the tables are those of the tables."""

from __future__ import annotations

from pathlib import Path

import briefs.tables
from briefs.tables import default_tables
from briefs.tables.__main__ import counts


def test_the_readme_holds_what_the_command_prints() -> None:
    readme = (Path(briefs.tables.__file__).parent / "README.md").read_text(encoding="utf-8")
    assert counts(default_tables()) in readme
