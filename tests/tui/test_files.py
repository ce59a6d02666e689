"""Files are written whole or not at all, and never over another unless told to."""

import stat
from pathlib import Path

import msgspec
import pytest

from briefs.errors import UsageError
from briefs.library import Library
from briefs.model import Brief
from tui.files import export_to_folder, file_name, write_new


def brief_of(library: Library) -> Brief:
    return next(brief for _, brief in library.briefs(library.ids()))


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


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Profit up 4%: what now?", "2025-02-14-profit-up-4-what-now"),
        ("../../etc/passwd", "2025-02-14-etc-passwd"),
        ("딥시크, 인재 찾는다", "2025-02-14-딥시크-인재-찾는다"),
        ("w" * 500, "2025-02-14-" + "w" * 60),
        ("...", "2025-02-14-0123abcd"),
    ],
)
def test_file_names_are_safe(library: Library, title: str, name: str) -> None:
    named = msgspec.structs.replace(brief_of(library), id="0123abcd0123abcd", title=title, published="2025-02-14T10:00")
    assert file_name(named) == name


def test_two_briefs_of_one_name_get_two_files(library: Library, tmp_path: Path) -> None:
    one = brief_of(library)
    other = msgspec.structs.replace(one, id="ffffffffffffffff")
    paths = list(export_to_folder([one, other], "json", tmp_path))
    assert len(set(paths)) == 2
    assert msgspec.json.decode(paths[1].read_bytes(), type=Brief) == other
