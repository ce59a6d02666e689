from __future__ import annotations

import io
import os
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from briefs import gather as gathering
from briefs.gather import Failure, Gathered, gather

TEXT = "The bridge over the Lar is open again. It was closed for a year."


def write(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"{TEXT} ({name})", encoding="utf-8")


def found(*sources: str | Path) -> list[str]:
    return [
        item.source if isinstance(item, Gathered) else f"! {item.message}" for item in gather([str(s) for s in sources])
    ]


def test_a_folder_is_read_whole_and_in_the_order_of_names(tmp_path: Path) -> None:
    write(tmp_path, "b.txt", "a/z.md", "a/B.HTML", "a/c.htm", "c/d/e.markdown", "x.xhtml", "y.text")
    write(tmp_path, ".hidden.txt", ".git/a.txt", "notes.csv", "photo.jpg", "Makefile")
    assert [Path(source).relative_to(tmp_path).as_posix() for source in found(tmp_path)] == [
        "a/B.HTML",
        "a/c.htm",
        "a/z.md",
        "b.txt",
        "c/d/e.markdown",
        "x.xhtml",
        "y.text",
    ]


def test_what_is_named_directly_is_tried_whatever_its_suffix(tmp_path: Path) -> None:
    write(tmp_path, "story.news", ".hidden")
    assert found(tmp_path / "story.news", tmp_path / ".hidden") == [
        str(tmp_path / "story.news"),
        str(tmp_path / ".hidden"),
    ]


def test_originals_hold_the_bytes_the_kind_and_the_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, "one story.md")
    monkeypatch.chdir(tmp_path)
    (item,) = gather(["one story.md"])
    assert isinstance(item, Gathered)
    assert (item.source, item.name) == ("one story.md", "one story")
    assert item.original.data == (tmp_path / "one story.md").read_bytes()
    assert item.original.media_type == "text/markdown"
    assert item.original.address == str(tmp_path / "one story.md")
    assert item.original.received is None


def test_patterns_that_no_shell_has_resolved(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, "b1.txt", "b2.txt", "c.txt", "deep/er/b3.txt", "[odd].txt")
    monkeypatch.chdir(tmp_path)
    assert found("b?.txt") == ["b1.txt", "b2.txt"]
    assert found("**/b*.txt") == ["b1.txt", "b2.txt", "deep/er/b3.txt"]
    assert found("[odd].txt") == ["[odd].txt"], "a file that is called so comes first"
    assert found("d*") == ["deep/er/b3.txt"]
    assert found("z*.txt") == ["! z*.txt: No file matches this pattern; check how it is spelled."]


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(TEXT.encode())))
    (item,) = gather(["-"])
    assert isinstance(item, Gathered)
    assert (item.source, item.name, item.original.address) == ("-", "stdin", None)
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(b" \n")))
    assert found("-") == ["! standard input: It is empty; save the article again."]


def test_each_bad_source_is_one_sentence_and_the_others_are_kept(tmp_path: Path) -> None:
    write(tmp_path, "good.txt", "pictures/a.jpg")
    (tmp_path / "empty.txt").touch()
    (tmp_path / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4)
    os.mkfifo(tmp_path / "pipe")
    items = list(
        gather(
            str(tmp_path / name) for name in ("missing.txt", "empty.txt", "picture.txt", "pictures", "pipe", "good.txt")
        )
    )
    assert [type(item).__name__ for item in items] == ["Failure"] * 5 + ["Gathered"]
    sentences = [item.message.removeprefix(f"{item.source}: ") for item in items if isinstance(item, Failure)]
    assert sentences[0] == "There is no such file or folder; check its name."
    assert sentences[1] == "It is empty; save the article again."
    assert "not text" in sentences[2]
    assert sentences[3].startswith("The folder holds no article (.txt,")
    assert sentences[4] == "It is neither a file nor a folder; name one, or - for standard input."
    for item in items[:5]:
        assert isinstance(item, Failure)
        assert item.message.startswith(f"{tmp_path}{os.sep}")
        assert "\n" not in item.message


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
def test_what_may_not_be_read_is_said(tmp_path: Path) -> None:
    write(tmp_path, "a/x.txt", "b.txt")
    (tmp_path / "b.txt").chmod(0)
    (tmp_path / "a").chmod(0)
    try:
        assert found(tmp_path) == [
            f"! {tmp_path / name}: It may not be read; check its permissions." for name in ("a", "b.txt")
        ]
    finally:
        (tmp_path / "a").chmod(0o700)


def test_a_reading_that_is_forbidden_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, "a.txt", "b.txt")

    def refused(path: Path) -> bytes:
        if path.name == "a.txt":
            raise PermissionError(13, "Permission denied", str(path))
        return TEXT.encode()

    monkeypatch.setattr(gathering, "_bytes_of", refused)
    assert found(tmp_path) == [
        f"! {tmp_path / 'a.txt'}: It may not be read; check its permissions.",
        str(tmp_path / "b.txt"),
    ]


def test_links_in_circles_end(tmp_path: Path) -> None:
    write(tmp_path, "a/one.txt", "b/two.txt")
    (tmp_path / "a" / "up").symlink_to(tmp_path)
    (tmp_path / "b" / "self").symlink_to(tmp_path / "b")
    (tmp_path / "b" / "gone.txt").symlink_to(tmp_path / "nowhere.txt")
    (tmp_path / "loop.txt").symlink_to(tmp_path / "loop.txt")
    names = [s.replace(str(tmp_path), "") for s in found(tmp_path)]
    assert sum(name.endswith("one.txt") for name in names) == 1
    assert sum(name.endswith("two.txt") for name in names) == 1
    assert len([name for name in names if name.startswith("!")]) == 2


def test_a_deep_folder_needs_no_stack(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for _ in range(300):
        Path("d").mkdir()
        os.chdir("d")
    Path("end.txt").write_text(TEXT)
    os.chdir(tmp_path)
    assert [Path(source).name for source in found("d")] == ["end.txt"]


def test_names_from_outside_are_never_obeyed(tmp_path: Path) -> None:
    (tmp_path / "a\x1b[2J.txt").write_text(TEXT)
    (tmp_path / os.fsdecode(b"b\xff.txt")).write_text(TEXT)
    sources = found(tmp_path)
    assert [Path(s).name for s in sources] == ["a\ufffd[2J.txt", "b\ufffd.txt"]
    assert found("~nobody-of-this-name/a.txt") == [
        "! ~nobody-of-this-name/a.txt: There is no such file or folder; check its name."
    ]
    assert found("nul\0.txt", "https://news.example/a") == [
        "! nul\ufffd.txt: This cannot be the name of a file.",
        "! https://news.example/a: Web addresses cannot be read yet; save the page and name its file.",
    ]


def test_a_name_with_a_newline_stays_on_its_line(tmp_path: Path) -> None:
    (tmp_path / "a\nAdded 0000.txt").write_text("Ferries return to the strait")
    (tmp_path / "b\nAdded 1111.txt").write_text("")
    good, bad = gather([str(tmp_path)])
    assert isinstance(good, Gathered)
    assert isinstance(bad, Failure)
    address = good.original.address or ""
    assert not [text for text in (good.source, good.name, address, *bad) if "\n" in text]


def test_what_no_article_is_as_large_as_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, "a.txt")
    monkeypatch.setattr(gathering, "LARGEST", 20)
    assert "no article is" in found(tmp_path / "a.txt")[0]


def test_the_folder_of_parts_beside_a_saved_page_is_passed_over(tmp_path: Path) -> None:
    write(tmp_path, "a story.html", "a story_files/advert.html", "b.htm", "b-Dateien/frame.html", "c_files/d.html")
    assert [Path(source).relative_to(tmp_path).as_posix() for source in found(tmp_path)] == [
        "a story.html",
        "b.htm",
        "c_files/d.html",
    ]
