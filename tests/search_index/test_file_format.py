"""The files of an index are what codec.py, container.py, files.py and store.py say: read here by those words alone."""

from __future__ import annotations

import json
import struct
import zlib
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import pytest
from numpy.typing import NDArray

from briefs.library import Library
from search_index import Index
from search_index.builds import committing
from search_index.builds.store import FORMAT
from search_index.schema import Words, document_of, make_schema
from tests.search_index.corpus import brief, generated, library_of

Postings = dict[int, tuple[float, list[int]]]  # document -> weight, positions
STREAMS = ("docs", "weights", "ends", "positions")


class Container(NamedTuple):
    about: dict[str, Any]
    arrays: dict[str, NDArray[Any]]


def container(path: Path) -> Container:
    data = path.read_bytes()
    magic, version, length, crc, reserved, size = struct.unpack_from("<8sIIIIQ", data)
    assert (magic, version, reserved, size) == (b"BRIEFS\x1a\n", 1, 0, len(data))
    directory = data[32 : 32 + length]
    assert zlib.crc32(directory) == crc
    described = json.loads(directory)
    arrays = {}
    for name, (offset, count, dtype, its_crc) in described["arrays"].items():
        assert offset % 8 == 0
        assert zlib.crc32(data[offset : offset + count]) == its_crc
        arrays[name] = np.frombuffer(data[offset : offset + count], dtype)
    return Container(described["about"], arrays)


class Segment:
    def __init__(self, folder: Path, name: str) -> None:
        self.columns = container(folder / f"{name}.columns")
        self.terms = container(folder / f"{name}.terms")
        self.fields: dict[str, dict[str, Any]] = self.terms.about["fields"]
        self.streams = {stream: (folder / f"{name}.{stream}").read_bytes() for stream in STREAMS}
        found = {stream: [len(data), zlib.crc32(data)] for stream, data in self.streams.items()}
        assert self.terms.about["streams"] == found
        assert len(list(folder.glob(f"{name}.*"))) == 6

    def numbers(self, field: str, stream: str, first: int, last: int) -> NDArray[Any]:
        wide = "<u4" if self.fields[field]["wide"] else "<u2"
        dtype = {"docs": "<u4", "weights": "<f4", "ends": "<u4", "positions": wide}[stream]
        begin = self.fields[field]["begins"][stream]
        assert begin % 8 == 0
        size = np.dtype(dtype).itemsize
        return np.frombuffer(self.streams[stream][begin + first * size : begin + last * size], dtype)

    def postings(self, field: str) -> Iterator[tuple[bytes, Postings]]:
        about, arrays = self.fields[field], self.terms.arrays
        text, ends, starts, places = (arrays[f"{name} {field}"] for name in ("text", "ends", "starts", "places"))
        dtypes = [array.dtype.str for array in (text, ends, starts, places)]
        assert dtypes == ["|u1", "<u4", "<u8", "<u8"]
        assert len(ends) == len(starts) == len(places) == about["terms"] + 1
        for i in range(about["terms"]):
            first, last = int(starts[i]), int(starts[i + 1])
            docs = self.numbers(field, "docs", first, last)
            weights = self.numbers(field, "weights", first, last) if about["weighted"] else np.ones(len(docs), "<f4")
            checked = [docs, weights.view("<u4")] if about["weighted"] else [docs]
            assert sum_of(*checked) == arrays[f"checks {field}"][i]
            positions: list[list[int]] = [[] for _ in docs]
            proved: list[NDArray[Any]] = []
            if about["full"]:
                proved = [
                    self.numbers(field, "ends", first, last),
                    self.numbers(field, "positions", int(places[i]), int(places[i + 1])),
                ]
                positions = [part.tolist() for part in np.split(proved[1], proved[0])[:-1]]
            assert sum_of(*proved) == arrays[f"proofs {field}"][i]
            assert bool(about["full"]) == bool(places[i + 1] > places[i])
            yield (
                text[ends[i] : ends[i + 1]].tobytes(),
                dict(zip(docs.tolist(), zip(weights.tolist(), positions, strict=True), strict=True)),
            )


def sum_of(*arrays: NDArray[Any]) -> int:
    return sum(int(array.astype(np.uint64).sum()) for array in arrays) % 2**32


def written(documents: list[dict[str, Any]]) -> dict[str, dict[bytes, Postings]]:
    """Return what the postings of documents are to be, field by field, from the schema alone."""
    fields: dict[str, dict[bytes, Postings]] = defaultdict(lambda: defaultdict(dict))
    for doc, document in enumerate(documents):
        for name, kind in make_schema().items():
            if not kind.indexed:
                continue
            at: dict[int, list[bytes]] = defaultdict(list)
            own: dict[bytes, float] = {}
            for term, _, weight, encoded in kind.index(document[name]):
                places = list(struct.unpack(f"<{len(encoded) // 4}I", encoded))
                fields[name][term][doc] = weight, places
                own[term] = weight
                for place in places:
                    at[place].append(term)
            if isinstance(kind, Words) and kind.paired:
                for place, terms in at.items():
                    for one in terms:
                        for other in at.get(place + 1, ()):
                            fields[f"{name} pairs"][one + b"\0" + other][doc] = own[one], []
                            fields[f"{name} pairs"][one + b"\0" + other + b"\0"][doc] = own[other], []
    return fields


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """A library with a story that is told twice, a text of more than 65,536 words, and a brief that was removed."""
    story, *others = generated(12)
    again = brief("Told again", f"{story.body} Once more.", published="2025-12-30", companies=["Blue Kiln", "Ostra"])
    long = brief("Long", "tin " * 66_000 + "猫犬 U.S. 01.AI", people=["Ada van Dam"])
    with library_of(tmp_path_factory.mktemp("format"), [story, *others, again, long]) as library:
        index = Index.open(library)
        index.catch_up()
        library.remove([library.ids()[3]])
        with pytest.MonkeyPatch.context() as patched:
            patched.setattr(committing, "_SMALL", 0)  # so that the segment is kept, and what is removed from it noted
            index.catch_up()
        yield library


def test_the_files_are_as_documented(library: Library) -> None:
    folder = library.folder / "index"
    state = json.loads((folder / "state.json").read_bytes())
    assert state["format"] == FORMAT
    build = folder / state["build"]

    raw = (build / "contents.json").read_bytes()
    sealed = json.loads(raw)
    assert zlib.crc32(raw[raw.index(b'"contents":') + 11 : -1]) == sealed["check"]
    contents = sealed["contents"]
    assert contents["sequence"] == contents["told"] == library.sequence()
    (listed,) = contents["segments"]
    assert len(listed["deleted"]) == 1

    segment = Segment(build, listed["name"])
    columns = segment.columns.arrays
    assert segment.columns.about == {"documents": listed["documents"]}
    assert [columns[name].dtype.str for name in ("id", "revision", "date", "shingles")] == ["<u8", "<i8", "<i8", "<u4"]
    ids = [f"{number:016x}" for number in columns["id"].tolist()]
    living = {found.id: (revision, found) for revision, found in library.briefs(set(ids) & set(library.ids()))}
    assert [ids.index(identifier) for identifier in ids if identifier not in living] == listed["deleted"]

    documents = [document_of(living[i][1], living[i][0]) if i in living else None for i in ids]
    for name in ("id", "revision", "date", "shingles"):
        assert [int(n) for n, d in zip(columns[name], documents, strict=True) if d] == [d[name] for d in documents if d]

    removed = listed["deleted"][0]
    expected = written([document for document in documents if document])
    renumbered = [doc for doc in range(len(ids)) if doc != removed]
    for field in segment.fields:
        found = {
            term: {doc: posting for doc, posting in postings.items() if doc != removed}
            for term, postings in segment.postings(field)
        }
        assert list(found) == sorted(found)
        assert {term: postings for term, postings in found.items() if postings} == {
            term: {renumbered[doc]: posting for doc, posting in postings.items()}
            for term, postings in expected[field].items()
        }
    assert expected.keys() == segment.fields.keys()
    assert {field for field, about in segment.fields.items() if about["wide"]} == {"text"}

    stories = container(build / f"{contents['stories']}.stories").arrays
    told = zip(stories["retelling"].tolist(), stories["begun by"].tolist(), strict=True)
    titles = {int(identifier, 16): found.title for identifier, (_, found) in living.items()}
    assert [titles[one] for one, first in told if titles[first]] == ["Told again"]
    assert {stories[name].dtype.str for name in stories} == {"<u8"}


def test_lengths_are_those_of_the_fields(library: Library) -> None:
    (path,) = library.folder.glob("index/b-*/*.columns")
    columns = container(path).arrays
    ids = [f"{number:016x}" for number in columns["id"].tolist()]
    place = next(ids.index(found.id) for _, found in library.briefs(library.ids()) if found.title == "Long")
    lengths = {name.split()[1]: int(columns[name][place]) for name in columns if name.startswith("length ")}
    names = len(["Long", "Ada", "van", "Dam", "The", "Harbour", "Post"])
    assert lengths["text"] == 66_000 + len(["猫", "犬", "U.S.", "01", "AI"]) + names
    assert (lengths["person"], lengths["title"], lengths["company"]) == (3, 1, 0)
    assert "length org" not in columns
