"""Files are written whole or not at all, and never over another unless told to."""

import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from briefs.errors import LibraryError, UsageError
from tui.exports.files import write_new


def test_a_file_that_exists_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "new" / "a.md"
    write_new(path, "one\n")
    with pytest.raises(UsageError, match=r"a\.md exists already"):
        write_new(path, "two\n")
    assert path.read_text() == "one\n"
    write_new(path, "two\n", force=True)
    assert path.read_text() == "two\n"
    assert [p.name for p in path.parent.iterdir()] == ["a.md"], "nothing temporary is left"


def test_an_export_is_not_private(tmp_path: Path) -> None:
    write_new(tmp_path / "a", "x")
    (tmp_path / "b").write_text("x")
    assert stat.S_IMODE((tmp_path / "a").stat().st_mode) == stat.S_IMODE((tmp_path / "b").stat().st_mode)


def test_a_place_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(UsageError, match="file"):
        write_new(tmp_path / "file" / "a.md", "x")


def test_a_text_may_come_in_pieces_and_keeps_its_line_ends(tmp_path: Path) -> None:
    write_new(tmp_path / "a.csv", (piece for piece in ("a\r\n", "é\n")))
    assert (tmp_path / "a.csv").read_bytes() == "a\r\né\n".encode()


def test_nothing_is_left_where_the_pieces_fail(tmp_path: Path) -> None:
    def pieces() -> Iterator[str]:
        yield "a"
        raise LibraryError("The disk is gone.")

    with pytest.raises(LibraryError):
        write_new(tmp_path / "a.md", pieces())
    assert list(tmp_path.iterdir()) == []
