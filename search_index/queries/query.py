"""What a query means: its words by the analysis of the index, its fields each in its own way (fields.py)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from briefs.errors import QueryError
from briefs.text import sanitise
from search_index.queries import fields as query_fields
from search_index.queries.fields import Context
from search_index.queries.figures import Interval
from search_index.queries.grammar import Parser
from search_index.queries.leaves import Alike, Anything, Figures, Pattern, Prefix, Similar
from search_index.queries.nodes import Leaf, LeafNode
from search_index.queries.words import continues, is_stop, other_numbers, terms_in_a_row
from search_index.schema import NAME_FIELDS
from search_index.terms import analysis
from search_index.terms.analysis import STOP_WORDS, Part, Word
from search_index.terms.figures import figure_term, unit_term
from search_index.whoosh_quietly import query, syntax


@dataclass(frozen=True)
class Sought:
    """Words to be highlighted in a text: successive positions, each a word, the beginning of one, or a set of words."""

    fieldname: str
    words: tuple[str | Prefix | Alike, ...]
    also: tuple[str, ...] = ()  # single words that mean the same: singular, or joined


@dataclass(frozen=True)
class Parsed:
    """A query ready to be carried out, what to highlight, and for suggestions its single words, each a term of a field.

    `phrases` have more of these, each with its field; they are taken apart only where suggestions are wanted.
    `grouped` is False where the query asks for all briefs of a story. `figures` are units with the numbers wanted.
    """

    query: Any
    sought: tuple[Sought, ...] = ()
    words: dict[Leaf, tuple[str, str]] = field(default_factory=dict)
    phrases: tuple[tuple[Leaf, str], ...] = ()
    grouped: bool = True
    figures: tuple[tuple[str, Interval], ...] = ()


def parse(text: str, context: Context, partial: bool = False) -> Parsed:
    """Return what `text` asks. Raises QueryError, and nothing else, whatever the text is."""
    text = re.sub("[\ud800-\udfff\x00-\x08\x0e-\x1f\x7f]", " ", text)
    if not text.strip():
        return Parsed(Anything())
    return _Builder(text, context, partial).parsed()


_PARSER = Parser()
_KEY = re.compile(r"[^\W_]+(?:-[^\W_]+)+")  # what a filter is kept as: a company by whatever name a brief calls it
_INITIALS = frozenset(("it", "us", "who"))  # stop words that many a person means as names when typing in lower case
_PREFIX = re.compile(r"\w\*(?!\S)")


class _Builder:
    """Makes a query of a text, and gathers on the way what to highlight and what may be misspelt."""

    def __init__(self, text: str, context: Context, partial: bool) -> None:
        self._text = text
        self._context = context
        self._partial = partial
        self._sought: list[Sought] = []
        self._words: dict[Leaf, tuple[str, str]] = {}  # of each single word its field and its term
        self._phrases: list[tuple[Leaf, str]] = []
        self._figures: list[tuple[str, Interval]] = []
        self._grouped = True
        self._unwanted: set[tuple[int, int]] = set()  # where the leaves stand that must not be found
        self._dispensable: set[tuple[int, int]] = set()  # and stop words beside others that must
        self._last: LeafNode | None = None  # what is still being typed

    def parsed(self) -> Parsed:
        """Return the query with what was gathered. Raises QueryError."""
        tree, leaves = _PARSER.tree(self._text, self._partial, self._check_field)
        if self._partial and leaves and leaves[-1].endchar >= len(self._text):
            self._last = leaves[-1]
            if self._last.kind == "word":
                self._last.kind = "open word"
            elif self._last.kind == "pattern":
                self._last.text = f"{self._last.text.rstrip('*')}*"
        self._sort_out(tree, False)
        found = _pruned(tree.query(self))
        if found is None:
            if not self._partial:
                start, end = (leaves[0].startchar, leaves[-1].endchar) if leaves else (0, len(self._text))
                raise QueryError("There is no word to search for in the query.", start, end)
            found = Anything()
        phrases, figures = tuple(self._phrases), tuple(self._figures)
        return Parsed(found, tuple(self._sought), self._words, phrases, self._grouped, figures)

    def _sort_out(self, node: Any, unwanted: bool) -> None:
        """Find the leaves that must not be found, and the stop words beside other words that must."""
        if isinstance(node, LeafNode):
            if unwanted:
                self._unwanted.add((node.startchar, node.endchar))
        elif isinstance(node, syntax.GroupNode):
            if isinstance(node, syntax.AndGroup):
                stops = [part for part in node if is_stop(part)]
                if stops and any(not isinstance(part, syntax.NotGroup) and not is_stop(part) for part in node):
                    self._dispensable.update((stop.startchar, stop.endchar) for stop in stops)
            for part in node:
                self._sort_out(part, unwanted != isinstance(node, syntax.NotGroup))

    def meaning(self, leaf: Leaf) -> Any:
        """Return the query that a leaf means, None to leave it out. Raises QueryError."""
        if self._last is None or (leaf.start, leaf.end) != (self._last.startchar, self._last.endchar):
            return self._query_of(leaf)
        try:
            return self._query_of(leaf)
        except QueryError:
            return None  # it is still being typed

    def _check_field(self, written: str, start: int, end: int) -> None:
        query_fields.check(written, start, end, self._context)

    def _query_of(self, leaf: Leaf) -> Any:
        """Return what asks for a leaf: by the words of its field, by its figures, or as the field reads it."""
        if leaf.kind in ("prefix", "word", "open word", "similar") and "*" in leaf.text:
            raise QueryError("An asterisk may only end a word, or stand alone for everything.", leaf.start, leaf.end)
        if leaf.field is None:
            return self._in_words("text", leaf)
        name = query_fields.name_of(leaf.field, self._context)
        if leaf.kind == "exact" or (leaf.text[:1] == "=" and name in query_fields.FILTERS):
            return query_fields.exactly(name, leaf, self._context)
        if leaf.field.lower() in self._context.units() and (leaf.kind == "range" or leaf.text[:1] in tuple("<>=~")):
            return self._figure(leaf.field.lower(), leaf)  # people:>1000 counts, people:kim names
        if name in NAME_FIELDS:
            return self._in_words(name, leaf)
        if name == "date":
            return query_fields.date_of(leaf, self._as_written(leaf), self._context)
        if name not in query_fields.READERS:
            return self._figure(name, leaf)
        asked = query_fields.READERS[name](leaf, self._context)
        if name == "story":
            self._grouped = False
        return asked

    # Words

    def _in_words(self, name: str, leaf: Leaf) -> Any:
        """Return what asks for the words of a leaf in the field `name`; None where it has none."""
        if leaf.kind == "everything":
            return Anything() if name == "text" else query_fields.any_of(name)
        if leaf.field and leaf.text[:1] == "-" and leaf.kind != "phrase":
            raise QueryError(f"A minus stands before the field: -{leaf.field}:{leaf.text[1:]}.", leaf.start, leaf.end)
        if leaf.kind == "range":
            raise QueryError("Only date: and figures can be searched by a range.", leaf.start, leaf.end)
        if leaf.kind == "pattern":
            pattern = Pattern(name, analysis.fold_word(leaf.text))
            self._seek(leaf, name, (pattern,))
            return pattern
        surfaces = [s for s in analysis.surfaces(sanitise(leaf.text)) if analysis.analysed(s).parts]
        words = [analysis.analysed(surface) for surface in surfaces]
        if not words:
            return None
        if leaf.kind in ("phrase", "open phrase"):
            return self._phrase(name, leaf, words)
        if leaf.kind in ("prefix", "open word"):
            return self._prefix(name, leaf, words, surfaces)
        if leaf.kind == "similar":
            return self._similar(name, leaf, words)
        if len(words) > 1:
            return self._sequence(name, leaf, [p for w in words for p in w.parts])
        return self._word(name, leaf, words[0], surfaces[0])

    def _word(self, name: str, leaf: Leaf, word: Word, surface: str) -> Any:
        """Return what asks for one word, also in the other number; None for a stop word that need not be there."""
        singular = other_numbers(word, name)
        if len(word.parts) > 1:
            joined = (word.joined, *singular) if word.joined else ()
            return _best(name, joined, self._sequence(name, leaf, list(word.parts), joined))
        term = word.parts[0].terms[0]
        if term in STOP_WORDS:
            if surface.isupper() and len(word.parts[0].terms) > 1:
                term = word.parts[0].terms[1]  # "US" is no pronoun
            elif (leaf.start, leaf.end) in self._dispensable:
                return self._dispensed_with(name, leaf, term)
        if not self._is_unwanted(leaf):
            self._words[leaf] = name, term
        self._seek(leaf, name, (term,), singular)
        return _best(name, (term, *singular))

    def _dispensed_with(self, name: str, leaf: Leaf, term: str) -> Any:
        """Return what a stop word beside others asks: nothing, but that what has its initials comes first."""
        if term not in _INITIALS:
            return None
        initials = ".".join(term)
        self._seek(leaf, name, (initials,))
        return query.Or([Anything(), query.Term(name, initials)])

    def _phrase(self, name: str, leaf: Leaf, words: list[Word]) -> Any:
        if _PREFIX.search(leaf.text):
            raise QueryError("Words in quotation marks are whole; leave the asterisk out.", leaf.start, leaf.end)
        parts = [p for w in words for p in w.parts]
        if leaf.kind == "open phrase" and len(parts) > 1 and not leaf.text[-1:].isspace():
            parts.pop()  # its last word is still being typed
        elif leaf.kind == "open phrase" and not leaf.text[-1:].isspace():
            self._seek(leaf, name, (Prefix(name, parts[0].terms[0]),))
            return Prefix(name, parts[0].terms[0])
        if not self._is_unwanted(leaf):
            self._phrases.append((leaf, name))
        found = self._sequence(name, leaf, parts)
        if name == "company" and _KEY.fullmatch(leaf.text):
            return query.DisjunctionMax([found, query.Term("entity", f"company:{leaf.text}")])
        return found

    def _sequence(self, name: str, leaf: Leaf, parts: list[Part], also: tuple[str, ...] = ()) -> Any:
        """Return what asks for parts of words one after the other; `also` are single words that mean the same."""
        terms = terms_in_a_row(parts)
        self._seek(leaf, name, tuple(terms), also)
        return query.Term(name, terms[0]) if len(terms) == 1 else query.Phrase(name, terms)

    def _prefix(self, name: str, leaf: Leaf, words: list[Word], surfaces: list[str]) -> Any:
        """Return what asks for words that begin so; one that is still being typed may also be whole."""
        parts = [p for w in words for p in w.parts]
        if leaf.kind == "open word" and not continues(leaf.text):
            return (
                self._word(name, leaf, words[0], surfaces[0]) if len(words) == 1 else self._sequence(name, leaf, parts)
            )
        first = words[0]
        if len(words) > 1 or not (first.joined or (len(parts) == 1 and not analysis.is_unspaced(parts[0]))):
            return self._sequence(name, leaf, parts)
        prefix = Prefix(name, first.joined or parts[0].terms[0])
        if leaf.kind == "prefix":
            self._seek(leaf, name, (prefix,))
            return prefix
        # What is already a whole word comes first: the beginning of others finds it too.
        if first.joined:
            whole = self._word(name, leaf, first, surfaces[0])
            self._seek(leaf, name, (prefix,))
        else:
            singular = other_numbers(first, name)
            whole = _best(name, (prefix.text, *singular))
            self._seek(leaf, name, (prefix,), singular)
            if not self._is_unwanted(leaf):
                self._words[leaf] = name, prefix.text
        return query.Or([whole, prefix])

    def _similar(self, name: str, leaf: Leaf, words: list[Word]) -> Any:
        if leaf.distance not in (1, 2):
            raise QueryError("Similar words are searched with ~1 or ~2.", leaf.start, leaf.end)
        text = words[0].joined or words[0].parts[0].terms[0]
        if len(words) > 1:
            raise QueryError("Only a single word can be searched with “~”.", leaf.start, leaf.end)
        similar = Similar(name, text, leaf.distance)
        self._seek(leaf, name, (similar,))
        return similar

    def _seek(self, leaf: Leaf, name: str, words: tuple[Any, ...], also: tuple[str, ...] = ()) -> None:
        """Have words highlighted, unless they must not be found."""
        if not self._is_unwanted(leaf):
            self._sought.append(Sought(name, words, also))

    def _is_unwanted(self, leaf: Leaf) -> bool:
        return (leaf.start, leaf.end) in self._unwanted

    # Figures

    def _figure(self, unit: str, leaf: Leaf) -> Any:
        interval = query_fields.numbers_of(leaf, unit, self._as_written(leaf))
        if not self._is_unwanted(leaf):
            self._figures.append((unit_term(unit), interval))
        return Figures(figure_term(unit, interval.low), figure_term(unit, interval.high))

    def _as_written(self, leaf: Leaf) -> str:
        return self._text[leaf.start : leaf.end].strip()


def _best(name: str, terms: tuple[str, ...], *others: Any) -> Any:
    """Return what asks for one of `terms` or `others`, scored as the best of them."""
    every = [*(query.Term(name, term) for term in terms), *others]
    return query.DisjunctionMax(every) if len(every) > 1 else every[0]


def _pruned(found: Any) -> Any:
    """Return a query without the groups in which no word is left, None where that is all of it."""
    if isinstance(found, query.Not):
        inner = _pruned(found.query)
        return None if inner is None else query.Not(inner)
    if isinstance(found, (query.And, query.Or)):
        parts = [part for part in map(_pruned, found.subqueries) if part is not None]
        return type(found)(parts) if len(parts) > 1 else parts[0] if parts else None
    return found
