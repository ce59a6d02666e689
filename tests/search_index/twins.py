"""The same documents in an index of the codec and in one of Whoosh's, and what each of them finds."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any, Literal

import pytest

from search_index.answers.evaluate import Evaluator
from search_index.builds import committing
from search_index.builds.committing import WhooshIndex, commit
from search_index.builds.files import Contents, Files
from search_index.schema import FieldText, Section, make_schema
from search_index.snapshot import Snapshot
from search_index.whoosh_quietly import filestore, quietly

with quietly():
    from whoosh import scoring
    from whoosh.searching import Searcher

WORDS = [
    "ant",
    "bee",
    "bees",
    "cat",
    "cats",
    "dog",
    "eel",
    "fox",
    "U.S.",
    "01.AI",
    "猫犬",
    "the",
    "gnu-gnat",
    "Éé",
    "z9",
]


class Memory(filestore.RamStorage):  # type: ignore[misc]  # Whoosh ships no types
    """Whoosh's storage in memory; its own puts what is temporary where every process does."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._folder = folder

    def temp_storage(self, name: str | None = None) -> Any:
        return filestore.FileStorage(tempfile.mkdtemp(dir=self._folder)).create()


class Twins:
    """The same documents in an index of this codec and in one of Whoosh's, through the same schema."""

    def __init__(self, folder: Path) -> None:
        self.schema = make_schema()
        (folder / "ours").mkdir(parents=True)
        self.files = Files(folder / "ours")
        self.files.put(Contents())
        self.folder = folder
        self.storage = Memory(folder)
        self.theirs = self.storage.create_index(self.schema)
        self.number = 0
        self.merging: Literal["where it pays", "none"] = "where it pays"
        self.living: dict[int, dict[str, Any]] = {}

    def document(self, title: str, text: str) -> dict[str, Any]:
        self.number += 1
        document = {
            "id": self.number,
            "revision": self.number,
            "date": 0,
            "text": FieldText((Section(title, 5.0), Section(text))),
            "title": FieldText((Section(title),)),
            "company": FieldText((Section(title), Section(text))),  # whose phrases of two words are pairs
            "lang": [title[:2] or "xx"],
        }
        self.living[self.number] = document
        return document

    def commit(self, added: list[dict[str, Any]], removed: list[int], merge: bool = False) -> None:
        snapshot = self.snapshot()
        gone = snapshot.numbered([f"{number:016x}" for number in removed]).tolist()
        with pytest.MonkeyPatch.context() as patched:
            patched.setattr(committing, "_SMALL", 0)  # so that small segments stand side by side
            commit(self.files, self.schema, self.number, gone, added, merge=self.merging if not merge else "all")
        writer = self.theirs.writer(compound=False)
        reader = writer.reader()
        for doc in range(reader.doc_count_all()):
            if not reader.is_deleted(doc) and reader.column_reader("id")[doc] in removed:
                writer.delete_document(doc)
        reader.close()
        for document in added:
            writer.add_document(**document)
        writer.commit(optimize=merge, merge=merge)
        for number in removed:
            del self.living[number]

    def nth(self, number: int) -> int:
        return sorted(self.living)[number % len(self.living)]

    def alone(self, number: int) -> bool:
        """Tell whether a document is the last of its segment, which we drop without it, while Whoosh counts it on."""
        snapshot = self.snapshot()
        (doc,) = snapshot.numbered([f"{number:016x}"]).tolist()
        (segment,) = (n for n, base in enumerate(snapshot.bases[:-1]) if base <= doc < snapshot.bases[n + 1])
        return int(snapshot.live[snapshot.bases[segment] : snapshot.bases[segment + 1]].sum()) == 1

    def whooshs_anew(self) -> Any:
        """Return Whoosh's searcher over an index that was never anything but what is now."""
        anew = Memory(self.folder).create_index(self.schema)
        writer = anew.writer(compound=False)
        for document in self.living.values():
            writer.add_document(**document)
        writer.commit()
        return anew.searcher(weighting=scoring.BM25F())

    def do(self, event: tuple[str, Any]) -> None:
        what, value = event
        if what == "add":
            self.commit([self.document(title, text) for title, text in value], [])
        elif what == "update" and self.living:
            gone = self.nth(value[0])
            self.commit([self.document("changed", value[1])], [gone])
        elif what == "delete" and self.living:
            self.commit([], [self.nth(value)])
        elif what == "merge":
            self.commit([], [], merge=True)

    def snapshot(self) -> Snapshot:
        return Files(self.files.folder).snapshot()[1]

    def our_searcher(self) -> Any:
        return Searcher(WhooshIndex(self.files, self.schema).reader(), weighting=scoring.BM25F())

    def their_searcher(self) -> Any:
        return self.theirs.searcher(weighting=scoring.BM25F())


def whoosh_hits(searcher: Any, wanted: Any) -> dict[int, float]:
    """Return identifiers and scores of all that Whoosh finds."""
    reader = searcher.reader()
    found = searcher.search(wanted, limit=None)
    if not found.scored_length():
        return {}
    column = reader.column_reader("id")
    return {column[hit.docnum]: hit.score for hit in found}


def our_hits(snapshot: Snapshot, wanted: Any) -> dict[int, float]:
    found = Evaluator(snapshot).find(wanted)
    return dict(zip(snapshot.ids[found.docs].tolist(), found.scores.tolist(), strict=True))
