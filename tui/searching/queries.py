"""What is looked for, as one query that can be kept under a name."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from briefs.errors import QueryError
from briefs.text import squash
from search_index.results import Request

if TYPE_CHECKING:
    from briefs.library import Library, SavedSearch
    from search_index import Results

QUICK: tuple[tuple[str, str], ...] = (  # what is asked for daily, each as a term of a query
    ("Unread", "is:unread"),
    ("Starred", "is:starred"),
    ("Today", "date:today"),
    ("Last seven days", "date:7d"),
)


def counted(search: Callable[[Request], Results], saved: SavedSearch) -> tuple[int, int]:
    """Return how many hits a saved search has, and how many of them are new since it was last looked at."""
    found = search(Request(saved.query, limit=1, snippets=False))
    new = search(Request(saved.query, since=saved.seen, limit=1, snippets=False))
    return found.total, new.total


class InWords(NamedTuple):
    """A query in the words that the index reads; `saved` is the saved search where it is nothing but its name."""

    text: str
    saved: str = ""


def in_words(library: Library, query: str) -> InWords:
    """Return a query with what is saved under its name where it is "@NAME"; more words may follow the name.

    Raises NotFoundError where nothing is saved under that name.
    """
    text = query.strip()
    if not text.startswith("@"):
        return InWords(query)
    names = [saved for saved in library.saved.all() if f"{text} ".startswith(f"@{saved.name} ")]
    if not names:
        return InWords(library.saved.get(text.split()[0]).query)  # which raises, and says what names there are
    saved = max(names, key=lambda each: len(each.name))
    rest = text[len(saved.name) + 1 :].strip()
    return InWords(f"({saved.query}) {rest}") if rest else InWords(saved.query, saved.name)


@contextmanager
def in_place(query: str, words: str) -> Iterator[None]:
    """Say of a fault in `words` where it stands in the query that they were read from, which ends as they do.

    A fault in what is saved has no place in it.
    """
    try:
        yield
    except QueryError as error:
        if words == query:
            raise
        moved = len(words) - len(query.rstrip())
        raise QueryError(str(error), max(0, error.start - moved), max(0, error.end - moved)) from error


_MOST = 100  # queries remembered


def queries_in(text: str | None) -> list[str]:
    """Read what `text_of` gave, the last query first; anything else holds none."""
    try:
        return msgspec.json.decode(text or "[]", type=list[str])
    except msgspec.MsgspecError:
        return []


def text_of(queries: Sequence[str]) -> str:
    """Return queries as a text, to be kept."""
    return msgspec.json.encode(queries).decode()


def after(queries: Sequence[str], query: str) -> list[str]:
    """Return the queries remembered after one more."""
    return [query, *(other for other in queries if other != query)][:_MOST] if query else list(queries)


def query_of(request: Request) -> str:
    """Return the words and the chosen filters of a request as one query that finds the same."""
    text = request.text.strip()
    # A filter means what a brief is mainly about, unless it is told otherwise.
    main = ":" if request.mentioned else ":="
    filters = [
        _any(f"country{main}", request.countries),
        _any(f"company{main}", (company.removeprefix("company:") for company in request.companies)),
        _any("publisher:=", request.publishers),
        _any("date:", request.months),
        _any("tag:", request.tags),
    ]
    parts = [part for part in filters if part]
    if text and parts and (" OR " in text or "|" in text or " or " in text):
        text = f"({text})"
    return " ".join(([text] if text else []) + parts)


_FIELDS = {"company": "company", "country": "country", "person": "person", "organisation": "org"}


def term_of(kind: str, name: str) -> str:
    """Return the term that finds a name of this kind in its field, or anywhere where there is none for it."""
    words = squash(name).replace('"', "")
    return f'{_FIELDS[kind]}:"{words}"' if kind in _FIELDS else f'"{words}"'


def _any(field: str, values: Iterable[str]) -> str:
    terms = [field + (value if field == "date:" else _quoted(value)) for value in values]
    return f"({' OR '.join(terms)})" if len(terms) > 1 else "".join(terms)


def _quoted(value: str) -> str:
    return value if value.isalnum() else '"' + value.replace('"', " ") + '"'
