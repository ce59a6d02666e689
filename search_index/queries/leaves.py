"""What a query asks beside Whoosh's own terms and phrases: prefixes, similar words, ranges and marks."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from search_index.arrays import Ints
from search_index.postings.dictionary import Dictionary
from search_index.postings.similar import matching_terms, similar_terms
from search_index.results import FacetName
from search_index.whoosh_quietly import query

if TYPE_CHECKING:
    from search_index.snapshot import Snapshot


class _Leaf(query.qcore.Query):  # type: ignore[misc]  # Whoosh ships no types
    """A query without parts, equal to another of its kind that asks the same."""

    def __init__(self, *asked: Any) -> None:
        self.asked = asked

    def __repr__(self) -> str:
        return f"{type(self).__name__}{self.asked!r}"

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and self.asked == getattr(other, "asked", None)

    def __hash__(self) -> int:
        return hash((type(self), self.asked))


class Prefix(_Leaf):
    """Words of a field that begin with `text`, scored as one word; Whoosh's own would score them all alike."""

    def __init__(self, fieldname: str, text: str) -> None:
        super().__init__(fieldname, text)
        self.fieldname, self.text = fieldname, text


class Alike(_Leaf, ABC):
    """Words of a field that are like `text` in a way that only a look at all of them can tell, scored as one word."""

    def __init__(self, fieldname: str, text: str, *asked: Any) -> None:
        super().__init__(fieldname, text, *asked)
        self.fieldname, self.text = fieldname, text
        self._numbers: list[list[int]] | None = None

    @abstractmethod
    def _among(self, dictionaries: Sequence[Dictionary]) -> list[list[int]]:
        """Return of each dictionary the numbers of the words that are meant."""

    def numbers_of(self, snapshot: Snapshot) -> list[list[int]]:
        """Return of each segment the numbers of the words that are meant; always of the snapshot asked first.

        They are looked for once, when the query is carried out: in many snippets its words are marked after that.
        """
        if self._numbers is None:
            self._numbers = snapshot.numbers_of(self.fieldname, self._among)
        return self._numbers

    def words_of(self, snapshot: Snapshot) -> list[str]:
        """Return the words of the index that are meant, in order; always of the snapshot asked first."""
        of_segments = zip(snapshot.segments, self.numbers_of(snapshot), strict=True)
        return sorted({segment.term(self.fieldname, n) for segment, numbers in of_segments for n in numbers})


class Similar(Alike):
    """Words that are at most `distance` insertions, deletions or changes of a letter from `text`."""

    def __init__(self, fieldname: str, text: str, distance: int) -> None:
        super().__init__(fieldname, text, distance)
        self._distance = distance

    def _among(self, dictionaries: Sequence[Dictionary]) -> list[list[int]]:
        return similar_terms(dictionaries, self.text, self._distance)


class Pattern(Alike):
    """Words that are `text`, in which "?" stands for any character, and "*" at its end for any more of them."""

    def _among(self, dictionaries: Sequence[Dictionary]) -> list[list[int]]:
        return matching_terms(dictionaries, self.text)


class Chosen(_Leaf):
    """The documents that choosing one of `values` in a facet leaves."""

    def __init__(self, facet: FacetName, values: tuple[str, ...], docs: Callable[[], Ints]) -> None:
        super().__init__(facet, values)
        self.docs = docs


class Within(_Leaf):
    """Documents whose column lies from `first` to `last`: days for "date", else terms of that field."""

    def __init__(self, column: str, first: Any, last: Any) -> None:
        super().__init__(column, first, last)
        self.column, self.first, self.last = column, first, last


class Figures(_Leaf):
    """Documents with a figure of a unit that lies in an interval, or is a range that overlaps it.

    `first` and `last` are the terms of the interval's ends.
    """

    def __init__(self, first: str, last: str) -> None:
        super().__init__(first, last)
        self.first, self.last = first, last


class Marked(_Leaf):
    """Documents of the briefs that `ids` names when the query is carried out: marks are no part of the index."""

    def __init__(self, name: str, ids: Callable[[], set[str]]) -> None:
        super().__init__(name)
        self.ids = ids


class Anything(_Leaf):
    """Every document."""
