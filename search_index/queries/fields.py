"""The fields of a query that are no text: country:, lang:, tag:, is:, has:, date:, story: and figures by their unit.

Each reads its leaf in its own way, and gives what is searched for or a QueryError with the leaf's place.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date
from difflib import get_close_matches
from typing import Any, Protocol

from briefs.errors import AmbiguousError, NotFoundError, QueryError
from briefs.tables import Tables
from briefs.tables.cldr import country_names
from briefs.text import fold, squash
from search_index.arrays import Ints
from search_index.queries import dates, figures
from search_index.queries.figures import Interval
from search_index.queries.leaves import Chosen, Marked, Within
from search_index.queries.nodes import Leaf
from search_index.results import FacetName
from search_index.schema import NAME_FIELDS
from search_index.terms.figures import unit_term
from search_index.whoosh_quietly import query

_LONGEST = 60  # characters of a query that a message repeats
_STATES = ("unread", "read", "starred", "noted")
_CONTENTS = ("figures", "quotes", "sources", "summary")
_FIELDS = (*NAME_FIELDS, "country", "lang", "tag", "is", "has", "date", "story")
_ALIASES = {"organisation": "org", "organization": "org", "companies": "company", "people": "person", "by": "publisher"}
_ALIASES |= {"language": "lang", "headline": "title", "countries": "country", "published": "date"}
_UNITS = {
    "dollar": "usd", "dollars": "usd", "euro": "eur", "euros": "eur", "pound": "gbp", "pounds": "gbp", "yen": "jpy",
    "yuan": "cny", "renminbi": "cny", "rmb": "cny", "won": "krw", "rupee": "inr", "rupees": "inr", "pct": "percent",
}  # fmt: skip  # where no figure is counted in what is so called
_LANGUAGES = {
    "arabic": "ar", "chinese": "zh", "dutch": "nl", "english": "en", "french": "fr", "german": "de", "hindi": "hi",
    "indonesian": "id", "italian": "it", "japanese": "ja", "korean": "ko", "polish": "pl", "portuguese": "pt",
    "russian": "ru", "spanish": "es", "swedish": "sv", "thai": "th", "turkish": "tr", "ukrainian": "uk",
    "vietnamese": "vi",
}  # fmt: skip


class Context(Protocol):
    """What a query means depends on the day, the tables, the reader's marks and the units that occur."""

    def today(self) -> date:
        """Return the day that "today" is."""

    def tables(self) -> Tables:
        """Return the tables that know countries."""

    def marked(self, state: str) -> set[str]:
        """Return the identifiers of the briefs that are "unread", "read", "starred" or "noted"."""

    def tagged(self, tag: str) -> set[str]:
        """Return the identifiers of the briefs with this tag."""

    def tags(self) -> Iterable[str]:
        """Return all tags."""

    def story_of(self, identifier: str) -> list[str]:
        """Return the identifiers of the briefs of a brief's story. Raises NotFoundError or AmbiguousError."""

    def units(self) -> set[str]:
        """Return the units of the figures in the index, as fields are called."""

    def languages(self) -> set[str]:
        """Return the languages of the briefs in the index."""

    def chosen(self, facet: FacetName, values: tuple[str, ...]) -> Ints:
        """Return the documents that have one of some values of a facet."""


def name_of(written: str, context: Context) -> str:
    """Return the name of the field that a query calls `written`, of figures the unit as it is written in the index."""
    name = written.lower()
    if name in _FIELDS or name in _ALIASES:
        return _ALIASES.get(name, name)
    units = context.units()
    if name in units or name in figures.CURRENCIES:
        return name
    unit = unit_term(name)  # as accents and capitals are folded there
    return unit if unit in units else _UNITS.get(name) or _unit_called(unit, units) or name


def _unit_called(name: str, units: set[str]) -> str:
    """Return which of `units` a text may also write as `name`: "tonnes", "bps"; "" where it is none of them."""
    from briefs.extract.counting.units import unit_tables  # read only where a name is no other

    form = unit_tables().forms.get(name.replace("-", " "))
    unit = unit_term(form.code) if form and form.factor == 1 and not form.family else ""
    return unit if unit in units else ""


def check(written: str, start: int, end: int, context: Context) -> None:
    """Raise QueryError where there is no field `written`, which stands from `start` to `end`."""
    name = name_of(written, context)
    units = context.units()
    if name in _FIELDS or name in figures.CURRENCIES or name == "percent" or name in units:
        return
    meant = get_close_matches(name, (*_FIELDS, "percent", *sorted(units)), n=1)
    hint = f"Did you mean {meant[0]}:?" if meant else "To search for the word, leave the colon out."
    raise QueryError(
        f"There is no field “{written}:”, and no figure here counts “{written}”; "
        f"there are {', '.join(f'{f}:' for f in _FIELDS)} "
        f"and for figures their unit, like usd:, percent: or the noun counted. {hint}",
        start,
        end,
    )


def _country(leaf: Leaf, context: Context) -> Any:
    return any_of("country") if leaf.kind == "everything" else _either("country", _codes_of(leaf, context))


def _codes_of(leaf: Leaf, context: Context) -> list[str]:
    """Return the codes of the countries that a leaf names. Raises QueryError where it names none."""
    tables = context.tables()
    text = fold(leaf.text)
    codes: set[str] = set()
    if leaf.kind in ("word", "open word", "phrase", "open phrase"):
        if text.upper() in tables.country_by_code:
            codes = {text.upper()}
        if text in tables.country_by_name:
            codes = {tables.country_by_name[text].code}
    if leaf.kind in ("prefix", "open word", "open phrase"):
        codes |= {c.code for name, c in tables.country_by_name.items() if text and name.startswith(text)}
    if not codes and text:  # as those call it in whose language some brief is written
        codes = {names[text] for tongue in sorted(context.languages()) if text in (names := country_names(tongue))}
    if not codes:
        meant = get_close_matches(text, tables.country_by_name, n=1, cutoff=0.75)
        hint = f"; did you mean {tables.country_by_name[meant[0]].name}?" if meant else "."
        raise QueryError(f"No country is called {_quoted(leaf)}{hint}", leaf.start, leaf.end)
    return sorted(codes)


def exactly(name: str, leaf: Leaf, context: Context) -> Any:
    """Return what asks for the briefs that choosing a value in the filters leaves: by its whole name, as main ones."""
    plain = leaf._replace(kind="phrase", text=leaf.text.removeprefix("="))
    if name not in FILTERS or not plain.text.strip():
        filters = ", ".join(f"{each}:" for each in FILTERS)
        raise QueryError(f"“=” stands before a number, or before a whole value of {filters}.", leaf.start, leaf.end)
    if name == "tag":
        return _tag(plain, context)
    values: tuple[str, ...] = (plain.text,)
    if name == "country":
        values = tuple(_codes_of(plain, context))
    elif name == "company":
        values = (plain.text, f"company:{plain.text}")
    facet = FILTERS[name]
    return Chosen(facet, values, lambda: context.chosen(facet, values))


def _language(leaf: Leaf, context: Context) -> Any:
    if leaf.kind == "everything":
        return any_of("lang")
    text = fold(leaf.text)
    code = _LANGUAGES.get(text, text)
    if not re.fullmatch("[a-z]{2,3}", code):
        raise QueryError(f"{_quoted(leaf)} is no language: write its code, like en or ko.", leaf.start, leaf.end)
    return query.Term("lang", code)


def _tag(leaf: Leaf, context: Context) -> Any:
    text = squash(leaf.text)
    wanted = text.casefold()
    if leaf.kind == "everything":
        return _tagged("*", lambda tag: True, context)
    if leaf.kind in ("prefix", "open word", "open phrase"):
        return _tagged(f"{text}*", lambda tag: tag.startswith(wanted), context)
    return _tagged(text, lambda tag: tag == wanted, context)


def _tagged(name: str, is_wanted: Callable[[str], bool], context: Context) -> Marked:
    """Return what asks for the briefs with a tag that is wanted, as `is_wanted` tells of it in lower case."""

    def ids() -> set[str]:
        return set().union(*(context.tagged(tag) for tag in context.tags() if is_wanted(tag.casefold())))

    return Marked(f"tag:{name}", ids)


def _state(leaf: Leaf, context: Context) -> Any:
    state = fold(leaf.text)
    if state not in _STATES:
        raise QueryError(
            f"A brief can be is:unread, is:read, is:starred or is:noted, but not {_quoted(leaf)}.", leaf.start, leaf.end
        )
    if state == "unread":  # those that are read are marked, and the others need not be fetched
        return query.Not(Marked("is:read", lambda: context.marked("read")))
    return Marked(f"is:{state}", lambda: context.marked(state))


def _contents(leaf: Leaf, context: Context) -> Any:
    content = fold(leaf.text)
    if content not in _CONTENTS:
        raise QueryError(
            f"A brief has:figures, has:quotes, has:sources or has:summary, but not {_quoted(leaf)}.",
            leaf.start,
            leaf.end,
        )
    return query.Term("has", content)


def date_of(leaf: Leaf, written: str, context: Context) -> Any:
    """Return what asks for the days that a leaf names; `written` is how the query writes it."""
    if leaf.kind == "everything":
        return Within("date", dates.FIRST, dates.LAST)
    today = context.today()
    if leaf.kind == "range":
        period = dates.parse_range(leaf.text, leaf.text_end, today, leaf.open_start, leaf.open_end)
    else:
        period = dates.parse_date(leaf.text, today)
    if period is None:
        raise _misread(leaf, written, "date", dates.FORMS)
    if period.first > period.last and leaf.text[:1] not in ("<", ">"):  # after the last year there is nothing
        raise _empty(leaf, written)
    return Within("date", period.first, period.last)


def _story(leaf: Leaf, context: Context) -> Any:
    try:
        ids = set(context.story_of(squash(leaf.text)))
    except (NotFoundError, AmbiguousError) as error:
        raise QueryError(str(error), leaf.start, leaf.end) from error
    return Marked(f"story:{leaf.text}", lambda: ids)


def numbers_of(leaf: Leaf, unit: str, written: str) -> Interval:
    """Return the interval of figures of a unit that a leaf names; `written` is how the query writes it."""
    interval: Interval | None
    if leaf.kind == "everything":
        interval = Interval(float("-inf"), float("inf"))
    elif leaf.kind == "range":
        interval = figures.parse_range(leaf.text, leaf.text_end, leaf.open_start, leaf.open_end)
    else:
        interval = figures.parse_figure(leaf.text)
    if interval is None:
        raise _misread(leaf, written, "number", figures.FORMS)
    for sign in figures.foreign_signs(written, unit):
        raise QueryError(f"“{sign}” is no sign of {unit}:; leave it out, or name its own unit.", leaf.start, leaf.end)
    if interval.low > interval.high:
        raise _empty(leaf, written)
    return interval


def any_of(name: str) -> Any:
    """Return what asks for the briefs that have anything in a field."""
    return Within(name, "", "\U0010ffff")


def _either(name: str, terms: list[str]) -> Any:
    found = [query.Term(name, term) for term in terms]
    return found[0] if len(found) == 1 else query.Or(found)


def _misread(leaf: Leaf, written: str, kind: str, forms: str) -> QueryError:
    if leaf.text[:1] in ("[", "{") and leaf.kind != "range":
        return QueryError("This bracket opens no range; write [A TO B].", leaf.start, leaf.end)
    return QueryError(f"“{_cut(written.strip(chr(34)))}” is no {kind}: write {forms}.", leaf.start, leaf.end)


def _empty(leaf: Leaf, written: str) -> QueryError:
    return QueryError(f"“{_cut(written)}” holds nothing: it ends before it begins.", leaf.start, leaf.end)


def _quoted(leaf: Leaf) -> str:
    return f"“{_cut(leaf.text)}”"


def _cut(text: str) -> str:
    """Return what a query says as a message can repeat it."""
    text = squash(text)
    return text if len(text) <= _LONGEST else text[:_LONGEST].rstrip() + "…"


FILTERS: dict[str, FacetName] = {"country": "country", "company": "company", "publisher": "publisher", "tag": "tag"}

# What reads the leaf of a field that has neither words nor numbers.
READERS: dict[str, Callable[[Leaf, Context], Any]] = {
    "country": _country,
    "lang": _language,
    "tag": _tag,
    "is": _state,
    "has": _contents,
    "story": _story,
}
