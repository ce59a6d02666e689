"""Harm to the files of a segment is noticed, at the latest where they are read."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from search_index.postings.container import Container, write_container
from search_index.postings.mapping import DamagedIndexError
from search_index.queries.leaves import Similar
from tests.search_index.twins import Twins, our_hits


def _cut(data: bytes) -> bytes:
    return data[: len(data) // 2]


def _flip(place: Callable[[int], int]) -> Callable[[bytes], bytes]:
    def flipped(data: bytes) -> bytes:
        number = place(len(data))
        return data[:number] + bytes([data[number] ^ 0x41]) + data[number + 1 :]

    return flipped


@pytest.mark.parametrize("kind", ["docs", "weights", "ends", "positions", "terms", "columns"])
@pytest.mark.parametrize(
    "harm",
    [lambda data: b"", _cut, lambda data: data + b"\0", lambda data: b"\xff" * len(data), _flip(lambda n: n // 3)],
    ids=["empty", "cut", "longer", "noise", "one byte"],
)
def test_harm_to_any_file_is_noticed(twins: Twins, kind: str, harm: Callable[[bytes], bytes]) -> None:
    twins.do(("add", [("ant bee", "cat dog cat bee"), ("bee", "the cat dog the fox"), ("cat dog", "猫犬 ant bee")]))
    (path,) = twins.files.folder.glob(f"MAIN_*.{kind}")
    harmed = harm(path.read_bytes())
    path.write_bytes(harmed)
    with pytest.raises(DamagedIndexError):
        for segment in twins.snapshot().segments:
            segment.verify()


@pytest.mark.parametrize("kind", ["docs", "weights", "ends", "positions"])
def test_a_changed_byte_in_postings_is_noticed_by_the_query_that_reads_it(twins: Twins, kind: str) -> None:
    twins.do(("add", [("ant bee", "cat dog cat bee"), ("bee", "the cat dog the fox"), ("cat dog", "猫犬 ant bee")]))
    (path,) = twins.files.folder.glob(f"MAIN_*.{kind}")
    data = path.read_bytes()
    noticed = 0
    for number in range(len(data)):
        path.write_bytes(data[:number] + bytes([data[number] ^ 0x08]) + data[number + 1 :])
        snapshot = twins.snapshot()
        try:
            for field in ("text", "title", "company", "company pairs", "lang"):
                for segment in snapshot.segments:
                    for term in segment.terms(field, b"", None):
                        segment.postings(field, term)
                        if field in ("text", "title", "company"):
                            segment.phrase(field, [term, term, term])
        except DamagedIndexError:
            noticed += 1
    padding = data.count(b"\0" * 4)
    assert noticed >= len(data) - 4 * padding - 8


@pytest.mark.parametrize("kind", ["docs", "weights"])
def test_a_changed_byte_in_one_of_several_similar_words_is_noticed(twins: Twins, kind: str) -> None:
    twins.do(("add", [("", "bead bear cat"), ("", "bear beat fox"), ("", "beat bead dog")]))
    (path,) = twins.files.folder.glob(f"MAIN_*.{kind}")
    data = path.read_bytes()
    assert len(our_hits(twins.snapshot(), Similar("text", "bean", 1))) == 3
    noticed = 0
    for number in range(len(data)):
        path.write_bytes(data[:number] + bytes([data[number] ^ 0x08]) + data[number + 1 :])
        try:
            our_hits(twins.snapshot(), Similar("text", "bean", 1))
        except DamagedIndexError:
            noticed += 1
    assert noticed == 6 * 4  # two postings of each of the three words


def test_another_version_is_an_explicit_error(tmp_path: Path) -> None:
    path = tmp_path / "x"
    write_container(path, {"a": 1}, {"n": np.arange(5, dtype="<u4"), "empty": np.zeros(0, "<u2")})
    assert Container(path).array("n").tolist() == [0, 1, 2, 3, 4]
    assert Container(path).array("empty").tolist() == []
    assert Container(path).about == {"a": 1}
    data = path.read_bytes()
    path.write_bytes(data[:8] + b"\x63\0\0\0" + data[12:])
    with pytest.raises(DamagedIndexError, match="version 99, this program reads version 1"):
        Container(path)
    path.write_bytes(b"PK" + data[2:])
    with pytest.raises(DamagedIndexError, match="no file of this index"):
        Container(path)
