"""A library beside a dictionary that does the same: whatever is done to both, they say the same."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

import msgspec
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from briefs.identity import identifier_of
from briefs.library import Correction, Library, TakenOut
from briefs.library.records import list_order
from briefs.model import Article, Brief, Original
from tests.made import made_brief

NUMBERS = st.integers(0, 5)
DATES = st.sampled_from([None, "2025-02-14", "2025-02-14T09:30", "2024-12-31"])


def made(number: int, published: str | None, version: int = 1) -> tuple[Original, Article, Brief]:
    body = f"The story with the number {number}."
    original = Original(f"{body} {version}".encode(), "text/plain")
    brief = made_brief(
        body,
        id=identifier_of(original),
        title=f"Story {number}, version {version}",
        published=published,
    )
    return original, Article(body, ()), brief


class Twins(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.library = Library.open(Path(self.folder.name))
        self.here: dict[int, dict[str, Any]] = {}  # by the number of the story: the text is what makes it the same
        self.changes = 0
        self.taken: list[tuple[TakenOut, dict[int, dict[str, Any]]]] = []

    def teardown(self) -> None:
        assert self.library.check() == []
        self.library.close()
        self.folder.cleanup()

    @rule(number=NUMBERS, published=DATES, version=st.integers(1, 3))
    def add(self, number: int, published: str | None, version: int) -> None:
        original, article, brief = made(number, published, version)
        added = self.library.add(original, article, brief)
        assert added.new == (number not in self.here)
        if added.new:
            self.changes += 1
            self.here[number] = {
                "id": added.id,
                "brief": msgspec.structs.replace(brief, id=added.id),
                "title": None,
                "read": False,
                "tags": set(),
                "revision": self.changes,
            }
        assert added.id == self.here[number]["id"]
        assert self.library.known(original)

    @rule(number=NUMBERS, published=DATES, version=st.integers(1, 3))
    def replace(self, number: int, published: str | None, version: int) -> None:
        if number not in self.here:
            return
        story = self.here[number]
        brief = msgspec.structs.replace(made(number, published, version)[2], id=story["id"])
        assert self.library.replace(story["id"], brief) == (brief != story["brief"])
        if brief != story["brief"]:
            self.changes += 1
            story |= {"brief": brief, "revision": self.changes}

    @rule(number=NUMBERS, title=st.sampled_from(["Mine", "Yours", ""]))
    def correct(self, number: int, title: str) -> None:
        if number in self.here:
            story = self.here[number]
            self.library.corrections.correct(story["id"], Correction(title=title))
            if title != story["title"]:
                self.changes += 1
                story |= {"title": title, "revision": self.changes}

    @rule(number=NUMBERS)
    def clear(self, number: int) -> None:
        if number in self.here:
            story = self.here[number]
            self.library.corrections.clear(story["id"])
            if story["title"] is not None:
                self.changes += 1
                story |= {"title": None, "revision": self.changes}

    @rule(numbers=st.sets(NUMBERS), read=st.booleans(), again=st.booleans())
    def read(self, numbers: set[int], read: bool, again: bool) -> None:
        undo = self.library.marks.set_read([self.here[n]["id"] for n in numbers if n in self.here], read)
        if again:
            self.library.marks.restore(undo)
            return
        for number in numbers & self.here.keys():
            self.here[number]["read"] = read

    @rule(numbers=st.sets(NUMBERS), tag=st.sampled_from("ab"), there=st.booleans())
    def tag(self, numbers: set[int], tag: str, there: bool) -> None:
        ids = [self.here[n]["id"] for n in numbers if n in self.here]
        (self.library.marks.add_tag if there else self.library.marks.remove_tag)(ids, tag)
        for number in numbers & self.here.keys():
            (self.here[number]["tags"].add if there else self.here[number]["tags"].discard)(tag)

    @rule(numbers=st.sets(NUMBERS))
    def remove(self, numbers: set[int]) -> None:
        gone = sorted(numbers & self.here.keys())
        self.library.remove([self.here.pop(number)["id"] for number in gone])
        self.changes += len(gone)

    @rule(numbers=st.sets(NUMBERS))
    def take_out(self, numbers: set[int]) -> None:
        gone = {number: self.here.pop(number) for number in sorted(numbers & self.here.keys())}
        self.taken.append((self.library.take_out([story["id"] for story in gone.values()]), gone))
        self.changes += len(gone)

    @rule()
    def put_back(self) -> None:
        if not self.taken:
            return
        taken, gone = self.taken.pop()
        back = {number: story for number, story in gone.items() if number not in self.here}
        assert self.library.put_back(taken) == [story["id"] for story in back.values()]
        for number, story in back.items():
            self.changes += 1
            self.here[number] = story | {"revision": self.changes}

    @rule()
    def open_again(self) -> None:
        self.library.close()
        self.library = Library.open(Path(self.folder.name), create=False)

    @invariant()
    def they_say_the_same(self) -> None:
        library = self.library
        stories = {story["id"]: story for story in self.here.values()}
        assert library.sequence() == self.changes
        assert library.count() == len(stories)
        rows = library.rows(library.ids())
        assert {row.id for row in rows} == set(stories)
        order = [list_order(row.published) for row in rows]
        assert order == sorted(order, reverse=True)
        assert rows == library.latest(100)
        for row, (revision, brief) in zip(rows, library.briefs(library.ids()), strict=True):
            story = stories[row.id]
            corrected = story["brief"].title if story["title"] is None else story["title"] or None
            assert row.revision == revision == story["revision"]
            assert brief.title == corrected
            assert row.title == brief.label
            assert brief.published == row.published == story["brief"].published
            assert library.uncorrected(row.id) == story["brief"]
            assert (row.read, set(row.tags)) == (story["read"], story["tags"])
        assert {c.id: c.sequence for c in library.changes() if not c.removed} == {
            i: story["revision"] for i, story in stories.items()
        }


TestTwins = Twins.TestCase
TestTwins.settings = settings(max_examples=25, stateful_step_count=25, deadline=None)
