"""Answer a request: the query, the facets chosen, the order, the page, its snippets."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import date
from functools import cache
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeVar

import numpy as np

from briefs.errors import QueryError
from briefs.tables import Tables, default_tables
from briefs.text import fold
from search_index.answers import order
from search_index.answers.choice import Choice
from search_index.answers.evaluate import Abandoned, Evaluator
from search_index.answers.found import Found
from search_index.answers.grouping import Groups
from search_index.answers.highlighter import Highlighter
from search_index.answers.moment import Moment
from search_index.answers.related import related_to
from search_index.answers.snippets import Text, figure_of, matches_in, snippet_of
from search_index.answers.together import Together
from search_index.arrays import Ints
from search_index.builds.check import differences
from search_index.builds.following import Follower
from search_index.builds.store import State, Store
from search_index.postings.mapping import DamagedIndexError
from search_index.queries.leaves import Alike
from search_index.queries.query import Parsed, parse
from search_index.queries.suggest import suggestions
from search_index.results import Hit, Request, Results, Snippet
from search_index.snapshot import Snapshot

if TYPE_CHECKING:
    from briefs.library import Library, Row
    from briefs.model import Brief, Evidence


_Answer = TypeVar("_Answer")


class _Asked(NamedTuple):
    """What a request means at a moment, and what its words find there, before any choice in the facets."""

    parsed: Parsed
    groups: Groups | None
    found: Found
    choice: Choice


_KEPT = 16 << 20  # bytes


def _keep_freed_memory() -> None:
    """Let the C library keep what one query frees for the next one.

    glibc gives large blocks back to the system at once, and every page of the next ones is made and cleared anew: that
    was half the time of a query with many hits. It keeps up to twice the largest block that was ever freed, up to
    32 MB: this one, which is never touched.
    """
    np.empty(_KEPT, np.uint8)


class Search:
    """An opened index: the moment in use, and the way to a newer one. What is found damaged is built anew."""

    def __init__(
        self, library: Library, folder: Path, tables: Callable[[], Tables] | None, today: Callable[[], date]
    ) -> None:
        _keep_freed_memory()
        self._library = library
        self._store = Store(folder)
        self._tables = cache(tables or default_tables)
        self._today = today
        self.writer = Follower(library, self._store)
        self._lock = threading.Lock()
        self._moment: Moment | None = None
        self._newest = 0

    # Searching

    def search(self, request: Request) -> Results:
        """Return what `request` finds. Raises QueryError."""
        with self._lock:
            if request.partial:
                self._newest += 1
            number = self._newest
        try:
            return self._mended(lambda: self._answer(request, lambda: not request.partial or self._newest == number))
        except Abandoned:
            return Results(abandoned=True)

    def _mended(self, ask: Callable[[], _Answer]) -> _Answer:
        """Return what `ask` gives, from an index built anew where this one is damaged."""
        try:
            return ask()
        except DamagedIndexError:
            self.writer.rebuild()
            return ask()

    def _answer(self, request: Request, still_wanted: Callable[[], bool]) -> Results:
        moment = self.moment()
        snapshot = moment.snapshot
        parsed, groups, everything, choice = self._asked(request, moment, still_wanted)
        every = choice.applied(everything)
        found = groups.earliest(every) if groups else every
        facets = {name: choice.counts(name, everything) for name in request.facets}
        if not still_wanted():
            raise Abandoned
        page = order.first(found, snapshot, request.sort, request.offset + request.limit)[request.offset :]
        hits = self._hits(found, page, moment, groups is not None, parsed if request.snippets else None)
        meant: list[str] = []
        if not len(found.docs) and (parsed.words or parsed.phrases):
            meant = suggestions(request.text, parsed, snapshot, lambda text: self._finds(text, moment, request.partial))
        all_ids = order.all_of(found, snapshot, request.sort)
        return Results(len(found.docs), hits, facets, tuple(meant), briefs=len(every.docs), all_ids=all_ids)

    def _asked(self, request: Request, moment: Moment, still_wanted: Callable[[], bool]) -> _Asked:
        """Carry out the query of a request. Raises QueryError, Abandoned and DamagedIndexError."""
        parsed = parse(request.text, moment, request.partial)
        evaluator = Evaluator(moment.snapshot, still_wanted)
        everything = evaluator.find(parsed.query).within(moment.fresh())
        groups = moment.groups if request.grouped and parsed.grouped else None
        if request.since:
            arrived = moment.arrived(request.since)
            everything = groups.new(everything, arrived) if groups else everything.within(arrived)
        return _Asked(parsed, groups, everything, Choice(request, moment, evaluator, groups))

    def together(self, request: Request) -> Together:
        """Return what the hits of `request` say together. Raises QueryError."""
        return self._mended(lambda: self._together(request))

    def _together(self, request: Request) -> Together:
        moment = self.moment()
        _, groups, everything, choice = self._asked(request, moment, lambda: True)
        every = choice.applied(everything)
        return Together((groups.earliest(every) if groups else every).docs, moment)

    def _finds(self, text: str, moment: Moment, partial: bool) -> bool:
        try:
            found = Evaluator(moment.snapshot).find(parse(text, moment, partial).query)
        except QueryError:
            return False
        return bool(len(found.within(moment.fresh())))

    def related(self, identifier: str, limit: int) -> Results:
        """Return the briefs that are related to one, most alike first. Raises NotFoundError."""
        return self._mended(lambda: self._related(identifier, limit))

    def _related(self, identifier: str, limit: int) -> Results:
        brief = self._library.brief(identifier)
        moment = self.moment()
        story = moment.snapshot.numbered(moment.story_of(identifier))
        every = related_to(brief, story, moment.snapshot).within(moment.fresh())
        found = moment.groups.earliest(every) if moment.groups else every
        page = order.first(found, moment.snapshot, "relevance", limit)
        hits = self._hits(found, page, moment, True, None)
        all_ids = order.all_of(found, moment.snapshot, "relevance")
        return Results(len(found.docs), hits, briefs=len(every.docs), all_ids=all_ids)

    def story(self, identifier: str) -> tuple[Row, ...]:
        """Return the briefs that tell the story of one, the earliest first. Raises NotFoundError or AmbiguousError."""
        return self._mended(lambda: tuple(self._library.rows(self.moment().story_of(identifier))))

    def _hits(self, found: Found, page: Ints, moment: Moment, grouped: bool, parsed: Parsed | None) -> tuple[Hit, ...]:
        """Return the hits of a page, with snippets for the query `parsed`, with their stories where `grouped`."""
        docs = found.docs[page]
        ids = moment.snapshot.identifiers(docs)
        stories = moment.stories(ids, docs) if grouped else {}
        rows = {row.id: row for row in self._library.rows(dict.fromkeys(chain(ids, *stories.values())))}
        snippets = self._snippets([i for i in ids if i in rows], moment.snapshot, parsed) if parsed else {}
        hits: list[Hit] = []
        for identifier, score in zip(ids, found.scores_of(page).tolist(), strict=True):
            row = rows.get(identifier)
            if row is None:
                continue  # it was removed just now
            also: tuple[Row, ...] = ()
            publishers = int(bool(row.publisher))
            if identifier in stories:
                told = [rows[i] for i in stories[identifier] if i in rows]
                also = tuple(other for other in told if other is not row)
                publishers = len({fold(one.publisher) for one in (row, *also) if one.publisher})
            hits.append(Hit(row, score, *snippets.get(identifier, (None, "")), also, publishers))
        return tuple(hits)

    def _snippets(self, ids: list[str], snapshot: Snapshot, parsed: Parsed) -> dict[str, tuple[Snippet | None, str]]:
        """Return for each brief the line that shows why it was found, and the field that this stands in."""
        if not (parsed.sought or parsed.figures):
            return {}
        highlighter = _highlighter(parsed, snapshot)
        shown: dict[str, tuple[Snippet | None, str]] = {}
        for _, text in self._library.parts(ids, Text):
            shown[text.id] = snippet_of(text, highlighter)
        if parsed.figures:
            for _, brief in self._library.briefs([i for i, (snippet, _) in shown.items() if not snippet]):
                shown[brief.id] = figure_of(brief, parsed.figures)
        return shown

    def matches(self, text: str, brief: Brief) -> list[Evidence]:
        """Return the places of a brief that have what the query `text` asks for."""
        return self._mended(lambda: self._matches(text, brief))

    def _matches(self, text: str, brief: Brief) -> list[Evidence]:
        moment = self.moment()
        parsed = parse(text, moment, partial=True)
        return matches_in(brief, _highlighter(parsed, moment.snapshot), parsed.figures)

    def moment(self) -> Moment:
        """Return the index as it stands on disk now; one that is missing is built first. Raises DamagedIndexError."""
        while True:
            state = self._store.state()
            if state is None:
                self.writer.catch_up()
                state = self._store.state()
                if state is None:
                    raise DamagedIndexError("the index that was just built cannot be read")
            try:
                return self._moment_of(state)
            except DamagedIndexError:
                if self._store.state() == state:  # else a rebuild has just taken its place
                    raise

    def _moment_of(self, state: State) -> Moment:
        files = self.writer.files(state)
        with self._lock:
            current = self._moment
            contents = files.contents()
            if current is not None and current.version == (state.build, contents.commit):
                for segment in current.snapshot.segments:
                    segment.check()
                return current
            contents, snapshot = files.snapshot()
            version = state.build, contents.commit
            self._moment = Moment(snapshot, version, contents.sequence, self._library, self._tables, self._today)
            return self._moment

    def check(self) -> list[str]:
        """Return where the index is not what the library says, in a sentence each."""
        state = self._store.state()
        if state is None:
            return ["There is no index yet, or none that this version can read; it is built from the library."]
        try:
            return differences(self._library, *self.writer.files(state).snapshot())
        except DamagedIndexError as error:
            return [f"The index is damaged ({error.what}); it is built anew from the library."]


def _highlighter(parsed: Parsed, snapshot: Snapshot) -> Highlighter:
    similar = {word for sought in parsed.sought for word in sought.words if isinstance(word, Alike)}
    return Highlighter(parsed.sought, {word: frozenset(word.words_of(snapshot)) for word in similar})
