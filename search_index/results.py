"""What one asks an index, and what it answers: plain records that the screen and the command line both use."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Literal, NamedTuple

from msgspec import Struct

from briefs.text import Span

if TYPE_CHECKING:
    from briefs.library import Row

Sort = Literal["relevance", "date", "title"]
FacetName = Literal["country", "company", "publisher", "month", "tag"]
NameKind = Literal["company", "country"]
NameOrder = Literal["briefs", "latest", "name"]
FigureOrder = Literal["largest", "smallest", "newest", "measure"]

FACETS: tuple[FacetName, ...] = ("country", "company", "publisher", "month", "tag")


class Request(Struct, frozen=True):
    """A search: the words typed, the values chosen in the facets, and which part of the answer is wanted.

    Values of one facet are alternatives, facets among themselves add up. They choose among the *main* countries and
    companies, and the counts are of these; with `mentioned` both take those that are only mentioned too, as `country:`
    and `company:` in `text` always do. `countries` are codes or names, `companies` entity keys ("company:alibaba") or
    names, `months` are "2025-02". `facets` names those whose counts are wanted.
    `partial` is for searching while someone types: the last word counts as the beginning of one, and an open quotation
    mark, bracket or operator at the end is no mistake yet.
    `grouped` gives one hit for each story: of the briefs that tell it and are found, the earliest.
    `since` leaves only what is new since that change of the library: briefs added after it, and where they are grouped,
    stories that no brief found had told before.
    """

    text: str = ""
    countries: tuple[str, ...] = ()
    companies: tuple[str, ...] = ()
    publishers: tuple[str, ...] = ()
    months: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    mentioned: bool = False
    sort: Sort = "relevance"
    limit: int = 20
    offset: int = 0
    facets: tuple[FacetName, ...] = ()
    partial: bool = False
    snippets: bool = True
    grouped: bool = True
    since: int = 0


class Snippet(Struct, frozen=True):
    """A line of the brief around the words that were found; `marks` are their places in `text`, in code points."""

    text: str
    marks: tuple[Span, ...] = ()


class Hit(Struct, frozen=True):
    """A brief that was found. `field` says where the words stand: "title", "body", "company", ...; "" without words.

    `also` are the other briefs of its story, found or not, the earliest first; empty where each brief is a hit of its
    own. `publishers` counts those that tell the story, under different names.
    """

    row: Row
    score: float
    snippet: Snippet | None = None
    field: str = ""
    also: tuple[Row, ...] = ()
    publishers: int = 0


class FacetCount(Struct, frozen=True):
    """How many hits choosing `value` would give: a country code, a company's key, a publisher, "2025-02", a tag."""

    value: str
    label: str
    count: int
    chosen: bool = False


def _none() -> list[str]:
    return []


class Results(Struct, frozen=True):
    """The answer: how many hits there are, the wanted page of them, facet counts, and "did you mean" where none is.

    `briefs` is the number of briefs found, of which `total` stories are made; without grouping they are the same.
    `abandoned` says that a newer search was asked for meanwhile, so that this answer is empty and not wanted.
    """

    total: int = 0
    hits: tuple[Hit, ...] = ()
    facets: dict[FacetName, tuple[FacetCount, ...]] = {}
    suggestions: tuple[str, ...] = ()
    abandoned: bool = False
    briefs: int = 0
    all_ids: Callable[[], list[str]] = _none

    def ids(self) -> list[str]:
        """Return the identifiers of all hits in their order, not only those of the page."""
        return self.all_ids()


class Axis(NamedTuple):
    """The periods of the series, oldest first: "2025-02", "2025-q1", "2025" or "2020s"; each is a `span`."""

    span: str
    periods: tuple[str, ...]


class NameCount(Struct, frozen=True):
    """A company or country by its value as facets have it, with how many briefs are about it, in all and by period."""

    kind: NameKind
    value: str
    label: str
    briefs: int
    series: tuple[int, ...] = ()

    @property
    def key(self) -> str:
        """What tells it from the others of its kind."""
        return self.value


class UnitCount(Struct, frozen=True):
    """A unit of key figures, as it is called in a query and on screen, with how many figures have it."""

    unit: str
    label: str
    figures: int

    @property
    def key(self) -> str:
        """What tells it from other units."""
        return self.unit


class FigurePlace(NamedTuple):
    """A key figure: `number` is its place among those of the brief, counted from 0."""

    brief: str
    number: int
