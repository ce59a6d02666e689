"""A wish is carried out whole or not at all, without Textual."""

from pathlib import Path

import msgspec
import pytest

from briefs.errors import UsageError
from briefs.export import Format
from briefs.library import Library
from briefs.model import Brief
from tui.exports.wish import Wish, carry_out, format_of


def wish(library: Library, path: Path, format_: Format = "md", **more: object) -> Wish:
    return msgspec.structs.replace(Wish(tuple(library.ids()), format_, path), **more)


def test_one_file_each_or_none_at_all(library: Library, tmp_path: Path) -> None:
    each = wish(library, tmp_path / "out", "json", each=True)
    paths, written = carry_out(each, library)
    assert written
    assert sorted(paths) == sorted((tmp_path / "out").iterdir())
    ids = [msgspec.json.decode(path.read_bytes(), type=Brief).id for path in paths]
    assert ids == list(each.ids)

    (tmp_path / "out" / paths[0].name).unlink()
    taken, written = carry_out(each, library)
    assert (taken, written) == (paths[1:], False)
    assert not paths[0].exists(), "nothing is written where something would be written over"
    assert carry_out(msgspec.structs.replace(each, force=True), library) == (paths, True)


def test_a_folder_gets_one_file_by_a_name(library: Library, tmp_path: Path) -> None:
    assert carry_out(wish(library, tmp_path, "html"), library)[0] == [tmp_path / "briefs.html"]
    one = wish(library, tmp_path, ids=tuple(library.ids()[:1]), template="{broken")
    assert carry_out(one, library)[0][0].parent == tmp_path


def test_json_of_one_is_a_record_where_it_is_wished_for(library: Library, tmp_path: Path) -> None:
    ids = tuple(library.ids()[:1])
    carry_out(wish(library, tmp_path / "a.json", "json", ids=ids, record=True), library)
    carry_out(wish(library, tmp_path / "b.json", "json", ids=ids), library)
    record = msgspec.json.decode((tmp_path / "a.json").read_bytes(), type=Brief)
    assert msgspec.json.decode((tmp_path / "b.json").read_bytes(), type=list[Brief]) == [record]


def test_briefs_that_are_gone_are_passed_over(library: Library, tmp_path: Path) -> None:
    all_of_them = wish(library, tmp_path / "a.md")
    library.remove(all_of_them.ids[:1])
    carry_out(all_of_them, library)
    assert f"{len(all_of_them.ids) - 1} briefs" in (tmp_path / "a.md").read_text()
    library.remove(all_of_them.ids)
    with pytest.raises(UsageError, match="not in the library any more"):
        carry_out(msgspec.structs.replace(all_of_them, path=tmp_path / "b.md"), library)
    assert not (tmp_path / "b.md").exists()


def test_what_cannot_be_carried_out_says_why(library: Library, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    for wrong, said in (
        (wish(library, tmp_path / "file", each=True), "is a file; name a folder"),
        (wish(library, tmp_path, each=True, template="a/{id}"), "is a path"),
        (wish(library, Path()), "A path is needed"),
        (wish(library, tmp_path / "file" / "a.md"), "cannot be written"),
    ):
        with pytest.raises(UsageError, match=said):
            carry_out(wrong, library)
    assert (tmp_path / "file").read_text() == "x"


@pytest.mark.parametrize(
    ("path", "format_"),
    [("a.HTML", "html"), ("b.htm", "html"), ("c.markdown", "md"), ("d.csv", "csv"), ("e.pdf", None), ("md", None)],
)
def test_the_suffix_asks_for_a_format(path: str, format_: Format | None) -> None:
    assert format_of(path) == format_
