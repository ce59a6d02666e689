"""What the leaves of a query mean: words by the analysis of the index, and fields each in its own way."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from difflib import get_close_matches
from typing import Any, Protocol

from briefs.errors import AmbiguousError, NotFoundError, QueryError
from briefs.tables import Tables
from briefs.text import fold, squash
from search_index import analysis, dates, figures
from search_index.analysis import STOP_WORDS, Form, Word
from search_index.figures import Interval
from search_index.grammar import Leaf, LeafNode, Parser
from search_index.leaves import Anything, Figures, Marked, Nothing, Opening, Similar, Within
from search_index.schema import NAME_FIELDS
from search_index.whoosh_quietly import query, syntax

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


class Surroundings(Protocol):
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


@dataclass(frozen=True)
class Sought:
    """Words to be marked in the text: successive positions, each a word, the beginning of one, or a set of words."""

    fieldname: str
    words: tuple[str | Opening | Similar, ...]
    also: tuple[str, ...] = ()  # single words that mean the same: singular, or joined


@dataclass(frozen=True)
class Parsed:
    """A query ready to be carried out, what to mark, and the free words with their places, for suggestions.

    `grouped` is False where the query asks for all briefs of a story. `figures` are units with the numbers wanted.
    """

    query: Any
    sought: tuple[Sought, ...] = ()
    free: tuple[Leaf, ...] = ()
    words: dict[Leaf, str] = field(default_factory=dict)
    grouped: bool = True
    figures: tuple[tuple[str, Interval], ...] = ()


def parse(text: str, surroundings: Surroundings, partial: bool = False) -> Parsed:
    """Return what `text` asks. Raises QueryError, and nothing else, whatever the text is."""
    text = re.sub("[\ud800-\udfff\x00-\x08\x0e-\x1f\x7f]", " ", text)
    if not text.strip():
        return Parsed(Anything())
    return _Builder(text, surroundings, partial).parsed()


class _Builder:
    def __init__(self, text: str, surroundings: Surroundings, partial: bool) -> None:
        self._text = text
        self._around = surroundings
        self._sought: list[Sought] = []
        self._free: list[Leaf] = []
        self._words: dict[Leaf, str] = {}
        self._unwanted: set[tuple[int, int]] = set()
        self._drop_stops = False
        self._last: LeafNode | None = None
        self._partial = partial
        self._grouped = True
        self._figures: list[tuple[str, figures.Interval]] = []

    def parsed(self) -> Parsed:
        parser = Parser(self._meaning, self._check_field)
        tree, leaves = parser.tree(self._text, self._partial)
        _find_unwanted(tree, False, self._unwanted)
        if self._partial and leaves and leaves[-1].endchar >= len(self._text):
            self._last = leaves[-1]
            if self._last.kind == "word":
                self._last.kind = "open word"
        self._drop_stops = any(not _is_stop(node) for node in leaves)
        found = tree.query(parser)
        if found is None or _is_empty(found):
            if not self._partial:
                start, end = (leaves[0].startchar, leaves[-1].endchar) if leaves else (0, len(self._text))
                raise QueryError("There is no word to search for in the query.", start, end)
            found = Anything()
        return Parsed(found, tuple(self._sought), tuple(self._free), self._words, self._grouped, tuple(self._figures))

    def _meaning(self, leaf: Leaf) -> Any:
        if self._last is None or (leaf.start, leaf.end) != (self._last.startchar, self._last.endchar):
            return self._asked(leaf)
        try:
            return self._asked(leaf)
        except QueryError:
            return None  # it is still being typed

    def _check_field(self, written: str, start: int, end: int) -> None:
        name = self._field_of(written)
        units = self._around.units()
        if name in _FIELDS or name in figures.CURRENCIES or name == "percent" or name in units:
            return
        meant = get_close_matches(name, (*_FIELDS, "percent", *sorted(units)), n=1)
        hint = f" Did you mean {meant[0]}:?" if meant else ""
        raise QueryError(
            f"There is no field “{written}:”; there are {', '.join(f'{f}:' for f in _FIELDS)} "
            f"and for figures their unit, like usd:, percent: or the noun counted.{hint}",
            start,
            end,
        )

    def _asked(self, leaf: Leaf) -> Any:
        if leaf.kind in ("opening", "word", "open word", "similar") and "*" in leaf.text:
            raise QueryError("An asterisk may only end a word, or stand alone for everything.", leaf.start, leaf.end)
        if leaf.field is None:
            return self._in_words("text", leaf)
        name = self._field_of(leaf.field)
        if leaf.field.lower() in self._around.units() and (leaf.kind == "range" or leaf.text[:1] in tuple("<>=~")):
            return self._figure(leaf.field.lower(), leaf)  # people:>1000 counts, people:kim names
        if name in NAME_FIELDS:
            return self._in_words(name, leaf)
        known: dict[str, Callable[[Leaf], Any]] = {
            "country": self._country,
            "lang": self._language,
            "tag": self._tag,
            "is": self._state,
            "has": self._contents,
            "date": self._date,
            "story": self._story,
        }
        return known[name](leaf) if name in known else self._figure(name, leaf)

    # Words

    def _in_words(self, name: str, leaf: Leaf) -> Any:
        if leaf.kind == "everything":
            return Anything()
        if leaf.kind == "range":
            raise QueryError("Only date: and figures can be searched by a range.", leaf.start, leaf.end)
        surfaces = [s for s in analysis.surfaces(leaf.text) if analysis.analysed(s).forms]
        words = [analysis.analysed(surface) for surface in surfaces]
        if not words:
            return None
        if leaf.kind in ("phrase", "open phrase"):
            return self._phrase(name, leaf, words)
        if leaf.kind == "opening" or leaf.kind == "open word":
            return self._opening(name, leaf, words, surfaces)
        if leaf.kind == "similar":
            return self._similar(name, leaf, words)
        if len(words) > 1:
            return self._sequence(name, leaf, [f for w in words for f in w.forms])
        return self._word(name, leaf, words[0], surfaces[0])

    def _word(self, name: str, leaf: Leaf, word: Word, surface: str) -> Any:
        if len(word.forms) > 1:
            phrase = self._sequence(name, leaf, list(word.forms), (word.joined,) if word.joined else ())
            return query.DisjunctionMax([query.Term(name, word.joined), phrase]) if word.joined else phrase
        term = word.forms[0].terms[0]
        if term in STOP_WORDS:
            if surface.isupper() and len(word.forms[0].terms) > 1:
                term = word.forms[0].terms[1]  # "US" is no pronoun
            elif self._drop_stops and name == "text":
                return None
        if name == "text" and not self._is_unwanted(leaf):
            self._free.append(leaf)
            self._words[leaf] = term
        also = (word.singular,) if word.singular else ()
        self._seek(leaf, name, (term,), also)
        if also:
            return query.DisjunctionMax([query.Term(name, term), query.Term(name, also[0])])
        return query.Term(name, term)

    def _phrase(self, name: str, leaf: Leaf, words: list[Word]) -> Any:
        forms = [f for w in words for f in w.forms]
        if leaf.kind == "open phrase" and len(forms) > 1 and not leaf.text[-1:].isspace():
            forms.pop()  # its last word is still being typed
        elif leaf.kind == "open phrase" and not leaf.text[-1:].isspace():
            self._seek(leaf, name, (Opening(name, forms[0].terms[0]),))
            return Opening(name, forms[0].terms[0])
        return self._sequence(name, leaf, forms)

    def _sequence(self, name: str, leaf: Leaf, forms: list[Form], also: tuple[str, ...] = ()) -> Any:
        terms = _terms_in_a_row(forms)
        self._seek(leaf, name, tuple(terms), also)
        return query.Term(name, terms[0]) if len(terms) == 1 else query.Phrase(name, terms)

    def _opening(self, name: str, leaf: Leaf, words: list[Word], surfaces: list[str]) -> Any:
        forms = [f for w in words for f in w.forms]
        if leaf.kind == "open word" and not _continues(leaf.text):
            return (
                self._word(name, leaf, words[0], surfaces[0]) if len(words) == 1 else self._sequence(name, leaf, forms)
            )
        if len(forms) == 1 and not analysis.is_unspaced(forms[0]):
            beginning = Opening(name, forms[0].terms[0])
            self._seek(leaf, name, (beginning,))
            if leaf.kind == "opening":
                return beginning
            if name == "text" and not self._is_unwanted(leaf):
                self._free.append(leaf)
                self._words[leaf] = beginning.text
            # What is already a whole word comes first: the beginning of others finds it too.
            return query.Or([query.Term(name, beginning.text), beginning])
        if len(words) == 1 and words[0].joined:
            beginning = Opening(name, words[0].joined)
            self._seek(leaf, name, (beginning,), ())
            return beginning
        return self._sequence(name, leaf, forms)

    def _similar(self, name: str, leaf: Leaf, words: list[Word]) -> Any:
        if leaf.distance not in (1, 2):
            raise QueryError("Similar words are searched with ~1 or ~2.", leaf.start, leaf.end)
        text = words[0].joined or words[0].forms[0].terms[0]
        if len(words) > 1:
            raise QueryError("Only a single word can be searched with “~”.", leaf.start, leaf.end)
        similar = Similar(name, text, leaf.distance)
        self._seek(leaf, name, (similar,))
        return similar

    def _seek(self, leaf: Leaf, name: str, words: tuple[Any, ...], also: tuple[str, ...] = ()) -> None:
        if not self._is_unwanted(leaf):
            self._sought.append(Sought(name, words, also))

    def _is_unwanted(self, leaf: Leaf) -> bool:
        return (leaf.start, leaf.end) in self._unwanted

    # Fields of their own kind

    def _country(self, leaf: Leaf) -> Any:
        tables = self._around.tables()
        text = fold(leaf.text)
        codes: set[str] = set()
        if leaf.kind == "everything":
            return Within("country", "", "\U0010ffff")
        if leaf.kind in ("word", "open word", "phrase", "open phrase"):
            if text.upper() in tables.country_by_code or re.fullmatch("[a-z]{2}", text):
                codes = {text.upper()}
            if text in tables.country_by_name:
                codes = {tables.country_by_name[text].code}
        if leaf.kind in ("opening", "open word", "open phrase"):
            codes |= {c.code for name, c in tables.country_by_name.items() if text and name.startswith(text)}
        if not codes:
            meant = get_close_matches(text, tables.country_by_name, n=1)
            hint = f"; did you mean {tables.country_by_name[meant[0]].name}?" if meant else ""
            raise QueryError(f"No country is called “{leaf.text}”{hint or '.'}", leaf.start, leaf.end)
        return _any_of("country", sorted(codes))

    def _language(self, leaf: Leaf) -> Any:
        text = fold(leaf.text)
        code = _LANGUAGES.get(text, text)
        if not re.fullmatch("[a-z]{2,3}", code):
            raise QueryError(f"“{leaf.text}” is no language: write its code, like en or ko.", leaf.start, leaf.end)
        return query.Term("lang", code)

    def _tag(self, leaf: Leaf) -> Any:
        around, text = self._around, squash(leaf.text)
        if leaf.kind == "everything":
            return Marked("tag:*", lambda: set().union(*(around.tagged(tag) for tag in around.tags())))
        if leaf.kind in ("opening", "open word", "open phrase"):
            start = text.casefold()

            def beginning() -> set[str]:
                return set().union(*(around.tagged(t) for t in around.tags() if t.casefold().startswith(start)))

            return Marked(f"tag:{text}*", beginning)
        wanted = text.casefold()
        return Marked(
            f"tag:{text}", lambda: set().union(*(around.tagged(t) for t in around.tags() if t.casefold() == wanted))
        )

    def _state(self, leaf: Leaf) -> Any:
        state = fold(leaf.text)
        if state not in _STATES:
            raise QueryError(
                f"A brief can be is:unread, is:read or is:starred, not “{leaf.text}”.", leaf.start, leaf.end
            )
        around = self._around
        return Marked(f"is:{state}", lambda: around.marked(state))

    def _contents(self, leaf: Leaf) -> Any:
        content = fold(leaf.text)
        if content not in _CONTENTS:
            raise QueryError(
                f"A brief has:figures, has:quotes, has:sources or has:summary, but not “{leaf.text}”.",
                leaf.start,
                leaf.end,
            )
        return query.Term("has", content)

    def _date(self, leaf: Leaf) -> Any:
        if leaf.kind == "everything":
            return Within("date", dates.FIRST, dates.LAST)
        today = self._around.today()
        if leaf.kind == "range":
            period = dates.parse_range(leaf.text, leaf.text_end, today, leaf.open_start, leaf.open_end)
        else:
            period = dates.parse_date(leaf.text, today)
        if period is None:
            raise QueryError(f"“{self._as_written(leaf)}” is no date: write {dates.FORMS}.", leaf.start, leaf.end)
        return Within("date", period.first, period.last)

    def _story(self, leaf: Leaf) -> Any:
        try:
            ids = set(self._around.story_of(leaf.text))
        except (NotFoundError, AmbiguousError) as error:
            raise QueryError(str(error), leaf.start, leaf.end) from error
        self._grouped = False
        return Marked(f"story:{leaf.text}", lambda: ids)

    def _figure(self, unit: str, leaf: Leaf) -> Any:
        interval: figures.Interval | None
        if leaf.kind == "everything":
            interval = figures.Interval(float("-inf"), float("inf"))
        elif leaf.kind == "range":
            interval = figures.parse_range(leaf.text, leaf.text_end, leaf.open_start, leaf.open_end)
        else:
            interval = figures.parse_figure(leaf.text)
        if interval is None:
            raise QueryError(f"“{self._as_written(leaf)}” is no number: write {figures.FORMS}.", leaf.start, leaf.end)
        if interval.low > interval.high:
            return Nothing()
        if not self._is_unwanted(leaf):
            self._figures.append((figures.unit_term(unit), interval))
        return Figures(figures.figure_term(unit, interval.low), figures.figure_term(unit, interval.high))

    def _field_of(self, written: str) -> str:
        name = written.lower()
        return (
            name
            if name in self._around.units() and name not in _ALIASES
            else _ALIASES.get(name, _UNITS.get(name, name))
        )

    def _as_written(self, leaf: Leaf) -> str:
        return self._text[leaf.start : leaf.end].strip()


def _any_of(name: str, terms: list[str]) -> Any:
    found = [query.Term(name, term) for term in terms]
    return found[0] if len(found) == 1 else query.Or(found)


def _terms_in_a_row(forms: list[Form]) -> list[str]:
    """Return one term for each position; where characters follow each other unspaced, the pair that begins there."""
    terms: list[str] = []
    for number, form in enumerate(forms):
        if analysis.is_unspaced(form) and len(form.terms) > 1:
            terms.append(form.terms[1])
        elif analysis.is_unspaced(form) and number == len(forms) - 1 and number and len(forms[number - 1].terms) > 1:
            break  # the pair before has it
        else:
            terms.append(form.terms[0])
    return terms


def _is_stop(node: LeafNode) -> bool:
    if node.fieldname is not None or node.kind not in ("word",):
        return False
    found = list(analysis.words(node.text))
    if len(found) > 1:
        return False
    return not found or (fold(found[0].group()) in STOP_WORDS and not found[0].group().isupper())


def _continues(text: str) -> bool:
    """Tell whether a word is still open at its end: "U.S." is not, "deepse" is."""
    return text[-1:].isalnum()


def _find_unwanted(node: Any, unwanted: bool, found: set[tuple[int, int]]) -> None:
    if isinstance(node, LeafNode):
        if unwanted:
            found.add((node.startchar, node.endchar))
    elif isinstance(node, syntax.GroupNode):
        for part in node:
            _find_unwanted(part, unwanted != isinstance(node, syntax.NotGroup), found)


def _is_empty(found: Any) -> bool:
    parts = getattr(found, "subqueries", None)
    return parts is not None and all(_is_empty(part) for part in parts)
