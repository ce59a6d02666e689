"""The tables as one trie of tokens: every form of a company, publisher, country or place is found in one pass."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Literal, NamedTuple

from briefs.extract.naming.organisations import Body, bodies
from briefs.extract.naming.scan import Scan
from briefs.extract.naming.wellknown import WellKnown, well_known
from briefs.sentences import tokens
from briefs.tables import Company, Country, Place, Publisher, Tables
from briefs.text import fold

Form = Literal["name", "ambiguous", "demonym"]
Row = Company | Publisher | Country | Place | Body | WellKnown


class Entry(NamedTuple):
    """One form of a row; `written` is how the table writes it."""

    row: Row
    form: Form
    written: str


class Hit(NamedTuple):
    """Tokens `[first, last)` of a scan that spell the forms of these rows."""

    first: int
    last: int
    entries: tuple[Entry, ...]

    def of(self, kind: type[Row] | tuple[type[Row], ...], *forms: Form) -> bool:
        """Return whether a row of this kind is meant, in one of `forms`, or in any where none is named."""
        return any(isinstance(e.row, kind) and (not forms or e.form in forms) for e in self.entries)


class _Node:
    __slots__ = ("entries", "next")

    def __init__(self) -> None:
        self.next: dict[str, _Node] = {}
        self.entries: list[Entry] = []

    def grown(self, word: str) -> _Node:
        """Return the new node behind `word`."""
        self.next[word] = node = _Node()
        return node


def _words(form: str) -> list[str]:
    """Return the folded tokens of a form; without the full stop of "Inc.", which a sentence may lack."""
    if form.isascii() and form.replace(" ", "").isalpha():
        return form.lower().split()
    shorter = form.removesuffix(".") if form[-3:-2] != "." else form
    return [fold(token.text) for token in tokens(shorter)]


def _first_word(form: str) -> str:
    """Return the first of `_words(form)`, by the short way where it is plain; nothing where there is none."""
    head = form.partition(" ")[0]
    return head.lower() if head.isascii() and head.isalpha() else next(iter(_words(form)), "")


def _spoken(form: str, plain: frozenset[str]) -> str:
    """Return an acronym that is read as a word as many papers write it ("Unicef"), where it is no other word."""
    word = form.isupper() and form.isalpha() and 4 <= len(form) <= 5 and form.lower() not in plain
    return form.title() if word and any(c in "AEIOU" for c in form) else form


def _forms(tables: Tables) -> Iterator[tuple[str, Row, Form]]:
    """Yield every form of every row; a row's ambiguous forms first, for a form counts once for a row."""

    def of(row: Row, form: Form, written: Iterable[str]) -> Iterator[tuple[str, Row, Form]]:
        return ((one, row, form) for one in written)

    for company in tables.companies:
        yield from of(company, "ambiguous", company.ambiguous)
        yield from of(company, "name", (company.name, *company.aliases))
    ours: list[Body | WellKnown] = [*bodies(), *well_known()]
    for known in ours:
        yield from of(known, "name", known.forms)
    rows: list[Publisher | Country] = [*tables.publishers, *tables.countries]
    for row in rows:
        yield from of(row, "ambiguous", row.ambiguous)
        yield from of(row, "name", (row.name, *row.aliases))
        if isinstance(row, Country):
            yield from of(row, "demonym", row.demonyms)
    for place in tables.places:
        yield from of(place, "ambiguous" if place.ambiguous else "name", (place.name, *place.aliases))


class Gazetteer:
    """All forms of all tables, looked up by folded tokens; the branch of a first word grows when a text holds it."""

    def __init__(self, tables: Tables) -> None:
        self._plain = tables.common_words | tables.given_names | tables.surnames
        self._small: set[str] = set()  # first words of forms that stand small: few, so that small words cost nothing
        self._forms: dict[str, list[tuple[str, Row, Form]]] = {}  # by first word
        self._branches: dict[str, _Node] = {}
        for found in _forms(tables):
            form = found[0]
            if first := _first_word(form.removeprefix("the ")):
                self._forms.setdefault(first, []).append(found)
                if form[0] == form[0].lower():
                    self._small.add(first)

    def _branch(self, first: str) -> _Node | None:
        """Return what goes on after the word `first`, or None where no form begins with it."""
        known = self._branches.get(first)
        if known is None and first in self._forms:
            known = _Node()
            for form, row, kind in self._forms[first]:
                node = known
                for word in _words(form.removeprefix("the "))[1:]:
                    node = node.next.get(word) or node.grown(word)
                if not any(e.row is row for e in node.entries):
                    sure = isinstance(row, Company) and kind == "name"
                    node.entries.append(Entry(row, kind, _spoken(form, self._plain) if sure else form))
            self._branches[first] = known
        return known

    def hits(self, scan: Scan, folded: list[str]) -> Iterator[Hit]:
        """Yield the longest hit at every token; `folded` runs parallel to the tokens, possessives taken off."""
        forms, small = self._forms, self._small
        for first, word in enumerate(folded):
            if word in forms:
                if not (scan.capital[first] or word in small or word[0].isdigit() or not word[0].isascii()):
                    continue
            elif not (scan.owns(first) and fold(scan.tokens[first].text) in forms):
                continue
            hit = self._longest(scan, folded, first)
            if hit is not None and not _goes_on(scan, hit.last):
                yield hit

    def lands_in(self, scan: Scan, folded: list[str], hit: Hit) -> Iterator[Hit]:
        """Yield the countries that the name of a body holds: "Kenya | Defence Forces", "Bank of | Ghana"."""
        if hit.last - hit.first < 2 or not hit.of(Body):
            return
        for first in range(hit.first, hit.last):
            inner = self._longest(scan, folded, first, hit.last - (first == hit.first))
            if inner is not None and inner.of(Country, "name", "demonym"):
                yield inner

    def _longest(self, scan: Scan, folded: list[str], first: int, stop: int | None = None) -> Hit | None:
        best: Hit | None = None
        node: _Node | None = None
        index = first
        stop = len(folded) if stop is None else stop
        while index < stop:
            whole = not scan.owns(index)
            if not whole:  # a possessive may belong to the name: McDonald's
                full = self._step(node, fold(scan.tokens[index].text))
                if full is not None and full.entries:
                    scan.keep_possessive(index)
                    return _better(scan, full, first, index, best)
            step = self._step(node, folded[index])
            if step is None:
                break
            best = _better(scan, step, first, index, best)
            if not whole or index + 1 == len(folded) or scan.tokens[index + 1].start - scan.tokens[index].end > 1:
                break
            node, index = step, index + 1
        return best

    def _step(self, node: _Node | None, word: str) -> _Node | None:
        return node.next.get(word) if node else self._branch(word)


def _goes_on(scan: Scan, last: int) -> bool:
    """Return whether a number is glued to the end of a hit, which is part of another word: "BP1s"."""
    if last >= len(scan.tokens) or scan.tokens[last].start > scan.tokens[last - 1].end:
        return False
    return scan.words[last][:1].isdigit() and scan.words[last - 1][-1:].isalpha()


def _better(scan: Scan, node: _Node | None, first: int, index: int, best: Hit | None) -> Hit | None:
    if node is None or not node.entries:
        return best
    surface = scan.passage.text[scan.tokens[first].start : scan.ends[index]]
    entries = tuple(e for e in node.entries if _written_like(surface, e.written))
    return Hit(first, index + 1, entries) if entries else best


def _written_like(surface: str, written: str) -> bool:
    """Return whether `surface` has the capitals of the table's form: "US" is not "us", nor "It" "IT"."""
    if surface == written or surface.lower() == surface.upper():
        return True
    if written.isupper() and len(written) <= 5:
        return surface.isupper()
    if surface.isupper():
        return len(surface) > 3 or written.isupper()
    capital = next((c for c in surface if c.isalpha()), "")
    return capital.isupper()


@lru_cache(maxsize=4)
def gazetteer(tables: Tables) -> Gazetteer:
    """Return the trie of `tables`, made once for each."""
    return Gazetteer(tables)
