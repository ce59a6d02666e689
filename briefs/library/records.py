"""The small records that a library answers with, and what the row of a list says of a brief."""

from __future__ import annotations

from msgspec import Struct

from briefs.model import Brief, Entity
from briefs.wording import doubt_of


class Row(Struct, frozen=True):
    """What a list shows of a brief, marks included, without decoding the brief.

    `title` is the brief's label. `added` is ISO 8601 in UTC. `countries` are the ISO codes and `companies` the names of
    the main ones. `words` counts the body. `unsure` names those of title, published and publisher that are.
    """

    id: str
    revision: int
    title: str
    gist: str
    publisher: str | None
    published: str | None
    added: str
    language: str | None
    countries: tuple[str, ...]
    companies: tuple[str, ...]
    words: int
    read: bool
    starred: bool
    tags: tuple[str, ...]
    unsure: tuple[str, ...] = ()


class Change(Struct, frozen=True):
    """The last thing that happened to a brief: it was added or changed, or removed. `sequence` only ever grows."""

    sequence: int
    id: str
    removed: bool


class Added(Struct, frozen=True):
    """What became of an article that was added; `new` is False where the library had it already."""

    id: str
    title: str
    new: bool
    source: str


class Correction(Struct, frozen=True):
    """What is to be said otherwise: None leaves a field as it was found, an empty text says that there is none.

    `published` is "YYYY-MM-DD", with "THH:MM" and offset if wanted. A country is a name or an ISO 3166-1 alpha-2 code.
    """

    title: str | None = None
    published: str | None = None
    publisher: str | None = None
    add_company: tuple[str, ...] = ()
    remove_company: tuple[str, ...] = ()
    add_person: tuple[str, ...] = ()
    remove_person: tuple[str, ...] = ()
    add_country: tuple[str, ...] = ()
    remove_country: tuple[str, ...] = ()


class Kept(Struct, frozen=True):
    """A correction as the library keeps it: what is added is looked up in the tables once, when it is said."""

    correction: Correction
    added: tuple[Entity, ...] = ()


CORRECTED_KINDS = ("company", "person", "country")  # the kinds of entities that a correction may add and remove


def list_order(published: str | None) -> str:
    """Return what lists sort by, descending: the date and time as the article writes them; undated ones come last.

    It is the clock of the place, so that a list never seems out of order to who reads the dates in it.
    """
    return (published or "")[:16]


def main_countries(brief: Brief) -> tuple[str, ...]:
    """Return the ISO codes of the countries that `brief` is about."""
    return tuple(c.code for c in brief.countries if c.main and c.code)


def main_companies(brief: Brief) -> tuple[str, ...]:
    """Return the names of the companies that `brief` is about."""
    return tuple(c.name for c in brief.companies if c.main)


def unsure_fields(brief: Brief) -> tuple[str, ...]:
    """Return which of title, published and publisher `brief` has and is unsure of."""
    fields = ("title", "published", "publisher")
    return tuple(name for name in fields if getattr(brief, name) and doubt_of(getattr(brief.grounds, name)))
