"""What the workers of the reader report. One frozen record each; a number says which question it answers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from textual.message import Message

from briefs.errors import BriefsError
from briefs.library import Row
from briefs.model import Brief, Evidence
from search_index.results import Request, Results

if TYPE_CHECKING:
    from briefs.library import Correction
    from search_index.answers.together import Together
    from search_index.results import FigureOrder, NameCount, UnitCount
    from tui.exports.wish import Wish
    from tui.layout.overview import FoundFigure, NameDetail, Page
    from tui.searching.completion import Names


class Opened(Struct, frozen=True):
    """A brief with what the reader keeps about it: the offset in its body that was last in sight, and the note."""

    brief: Brief
    position: int = 0
    note: str = ""
    row: Row | None = None


class ToAdd(Struct, frozen=True):
    """Sources by their path, or the text of an article."""

    sources: tuple[str, ...] = ()
    text: str = ""


class Report(Message):
    """Something that a worker found out or did."""


class Indexing(Report):
    """How far the index is."""

    def __init__(self, done: int, total: int) -> None:
        super().__init__()
        self.done = done
        self.total = total


class IndexReady(Report):
    """The index holds every brief of the library."""


class Found(Report):
    """The answer to a search; `place` is where the brief stands that the cursor is to stay on, where it was found."""

    def __init__(self, number: int, request: Request, results: Results, place: int | None = None) -> None:
        super().__init__()
        self.number = number
        self.request = request
        self.results = results
        self.place = place


class Refused(Report):
    """A search could not be carried out."""

    def __init__(self, number: int, error: BriefsError) -> None:
        super().__init__()
        self.number = number
        self.error = error


class BriefReady(Report):
    """A brief was read from the library; None where it is not there any more."""

    def __init__(self, number: int, opened: Opened | None) -> None:
        super().__init__()
        self.number = number
        self.opened = opened


class MatchesFound(Report):
    """Where a brief has what a query asks for."""

    def __init__(self, identifier: str, matches: Sequence[Evidence]) -> None:
        super().__init__()
        self.identifier = identifier
        self.matches = matches


class Written(Report):
    """Something was written: the rows as they are now, and what to say about it."""

    def __init__(self, rows: Sequence[Row] = (), said: str = "", *, again: bool = False) -> None:
        super().__init__()
        self.rows = rows
        self.said = said
        self.again = again  # the list itself changed and is to be searched again


class AllFound(Report):
    """The identifiers of everything that was found."""

    def __init__(self, ids: Sequence[str]) -> None:
        super().__init__()
        self.ids = ids


class Taken(Report):
    """An export would write over files that are there; it has not been written."""

    def __init__(self, wish: Wish, paths: Sequence[Path]) -> None:
        super().__init__()
        self.wish = wish
        self.paths = paths


class Adding(Report):
    """How far the adding is."""

    def __init__(self, done: int, total: int | None, source: str) -> None:
        super().__init__()
        self.done = done
        self.total = total
        self.source = source


class AddedAll(Report):
    """What became of the sources that were to be added: counts, a sentence for each that failed, the only title."""

    def __init__(self, added: int, known: int, failed: Sequence[str], title: str = "") -> None:
        super().__init__()
        self.title = title
        self.added = added
        self.known = known
        self.failed = failed


class LibraryChanged(Report):
    """Briefs were added, changed or removed, by whomever; the index holds them already."""


class Edited(Report):
    """The words of a brief changed: a note, a correction. `again`: the list may be another one now."""

    def __init__(self, identifier: str, said: str, *, again: bool = False) -> None:
        super().__init__()
        self.identifier = identifier
        self.said = said
        self.again = again


class NotCorrected(Report):
    """A correction could not be: what was said, and why not."""

    def __init__(self, identifier: str, correction: Correction, error: BriefsError) -> None:
        super().__init__()
        self.identifier = identifier
        self.correction = correction
        self.error = error


class OriginalRead(Report):
    """What came in for a brief."""

    def __init__(self, source: str, text: str) -> None:
        super().__init__()
        self.source = source
        self.text = text


class Copied(Report):
    """Something is ready for the clipboard."""

    def __init__(self, text: str, what: str) -> None:
        super().__init__()
        self.text = text
        self.what = what


class BesideRead(Report):
    """The briefs beside one were found: those of its story, and related ones."""

    def __init__(self, identifier: str, story: Sequence[Row], related: Sequence[Row]) -> None:
        super().__init__()
        self.identifier = identifier
        self.story = story
        self.related = related


class UnreadFound(Report):
    """Where the next unread brief stands among those found; None where all are read."""

    def __init__(self, number: int, index: int | None) -> None:
        super().__init__()
        self.number = number
        self.index = index


class SavedCount(Struct, frozen=True):
    """A saved search with how many it finds, and how many of them are new since it was last looked at."""

    name: str
    query: str
    total: int
    new: int
    company: str = ""  # its key, where it stands for a company that was looked at
    seen: int = 0  # the change of the library up to which it was looked at


class SavedRead(Report):
    """The saved searches were counted."""

    def __init__(self, saved: Sequence[SavedCount]) -> None:
        super().__init__()
        self.saved = saved


class QueriesRead(Report):
    """What helps to type a query was read: the names that it may hold, and the queries of before."""

    def __init__(self, names: Names, history: Sequence[str]) -> None:
        super().__init__()
        self.names = names
        self.history = history


class TogetherRead(Report):
    """All briefs found were looked at together: how many there are of each page, and the rows of the one in view."""

    def __init__(
        self,
        number: int,
        together: Together,
        counts: Mapping[Page, int],
        page: Page,
        rows: Sequence[NameCount | UnitCount],
    ) -> None:
        super().__init__()
        self.number = number
        self.together = together
        self.counts = counts
        self.page = page
        self.rows = rows


class NameRead(Report):
    """What is known of a company or country; `more`: after what is shown already."""

    def __init__(self, together: Together, detail: NameDetail, *, more: bool) -> None:
        super().__init__()
        self.together = together
        self.detail = detail
        self.more = more


class FiguresRead(Report):
    """A page of the figures of a unit, in an order, and between which two they all lie."""

    def __init__(
        self,
        together: Together,
        unit: UnitCount,
        order: FigureOrder,
        figures: Sequence[FoundFigure],
        offset: int,
        span: tuple[float, float],
    ) -> None:
        super().__init__()
        self.together = together
        self.unit = unit
        self.order = order
        self.figures = figures
        self.offset = offset
        self.span = span


class Failed(Report):
    """Something did not work, in one sentence for the person."""

    def __init__(self, error: BriefsError) -> None:
        super().__init__()
        self.error = error


class Broken(Report):
    """A fault of the program, in a thread where it would otherwise be lost."""

    def __init__(self, error: BaseException) -> None:
        super().__init__()
        self.error = error
