"""The files of the program's own tables, line by line."""

from __future__ import annotations

from pathlib import Path

FOLDER = Path(__file__).parent


def table_lines(name: str) -> list[str]:
    """Return the lines of the table `name`, as it is called in this folder, without comments and empty lines."""
    text = (FOLDER / name).read_text(encoding="utf-8")
    return [line for line in text.split("\n") if line and line[0] != "#"]
