"""The terms and postings of a segment as Whoosh's own searcher and its merging ask for them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from search_index.postings.dictionary import Dictionary
from search_index.postings.document_columns import DocumentReader
from search_index.postings.pairs import is_pair_field
from search_index.postings.reader import PostingReader
from search_index.whoosh_quietly import ListMatcher, base, reading


class TermsReader(PostingReader, base.TermsReader):  # type: ignore[misc]  # Whoosh ships no types
    """Reads the postings of a segment as arrays, and as Whoosh's matchers."""

    def __init__(self, folder: Path, segment: Any, documents: DocumentReader) -> None:
        super().__init__(folder, segment)
        self._documents = documents

    def _number(self, field: str, term: bytes) -> int:
        dictionary = self.dictionary(field)
        return dictionary.find(term) if dictionary else -1

    def __contains__(self, term: tuple[str, bytes]) -> bool:
        return self._number(*term) >= 0

    def indexed_field_names(self) -> list[str]:
        """Return the fields that have terms; their pairs are no field of Whoosh's, and no merge takes them along."""
        return [field for field in self.fields if not is_pair_field(field)]

    def terms(self) -> Iterator[tuple[str, bytes]]:
        """Yield all fields and terms in order."""
        for field in sorted(self.indexed_field_names()):
            yield from self.terms_from(field, b"")

    def terms_from(self, fieldname: str, prefix: bytes) -> Iterator[tuple[str, bytes]]:
        """Yield the terms of a field that are not before `prefix`, in order."""
        dictionary = self.dictionary(fieldname)
        if dictionary:
            for number in range(dictionary.at_or_after(prefix), dictionary.count):
                yield fieldname, dictionary[number]

    def items(self) -> Iterator[tuple[tuple[str, bytes], Any]]:
        """Yield all terms with what is known about them."""
        return ((term, self.term_info(*term)) for term in self.terms())

    def items_from(self, fieldname: str, prefix: bytes) -> Iterator[tuple[tuple[str, bytes], Any]]:
        """Yield the terms of a field that are not before `prefix` with what is known about them."""
        return ((term, self.term_info(*term)) for term in self.terms_from(fieldname, prefix))

    def cursor(self, fieldname: str, fieldobj: Any) -> TermCursor:
        """Return a cursor over the terms of a field."""
        return TermCursor(self.dictionary(fieldname))

    def _postings_of(self, field: str, term: bytes) -> tuple[int, NDArray[Any], NDArray[Any]]:
        number = self._number(field, term)
        if number < 0:
            raise reading.TermNotFound(f"No term {field}:{term!r}")
        docs, weights = self.postings(field, number, number + 1)
        return number, docs, np.ones(len(docs), np.float32) if weights is None else weights

    def term_info(self, fieldname: str, text: bytes) -> Any:
        """Return what Whoosh wants to know about a term. Raises TermNotFound."""
        _, docs, weights = self._postings_of(fieldname, text)
        lengths = self._documents.lengths(fieldname)[docs]
        return reading.TermInfo(
            weight=float(weights.sum(dtype=np.float64)),
            df=len(docs),
            minlength=int(lengths.min()),
            maxlength=int(lengths.max()),
            maxweight=float(weights.max()),
            minid=int(docs[0]),
            maxid=int(docs[-1]),
        )

    def frequency(self, fieldname: str, text: bytes) -> float:
        """Return the weight of a term in all documents, 0 without it."""
        if self._number(fieldname, text) < 0:
            return 0.0
        return float(self._postings_of(fieldname, text)[2].sum(dtype=np.float64))

    def doc_frequency(self, fieldname: str, text: bytes) -> int:
        """Return the number of documents that have a term."""
        return len(self._postings_of(fieldname, text)[1]) if self._number(fieldname, text) >= 0 else 0

    def matcher(self, fieldname: str, text: bytes, format_: Any, scorer: Any = None) -> Any:
        """Return one of Whoosh's matchers over the postings of a term. Raises TermNotFound."""
        number, docs, weights = self._postings_of(fieldname, text)
        values = [b""] * len(docs)
        if self._dictionaries[fieldname].full:
            ends, places = self.positions(fieldname, number)
            raw = places.astype("<u4").tobytes()
            values = [raw[4 * a : 4 * b] for a, b in pairwise([0, *ends.tolist()])]
        info = self.term_info(fieldname, text)
        return ListMatcher(
            docs.tolist(), weights.tolist(), values, format_, scorer=scorer, term=(fieldname, text), terminfo=info
        )

    def close(self) -> None:
        """Let go of the files, which the last array of them closes."""
        self._views.clear()


class TermCursor(base.FieldCursor):  # type: ignore[misc]  # Whoosh ships no types
    """Moves over the terms of a field."""

    def __init__(self, dictionary: Dictionary | None) -> None:
        self._dictionary = dictionary
        self._number = 0
        self._count = dictionary.count if dictionary else 0

    def first(self) -> str | None:
        """Go to the first term."""
        self._number = 0
        return self.text()

    def find(self, string: str | bytes) -> str | None:
        """Go to the first term that is not before `string`."""
        if self._dictionary:
            term = string.encode("utf-8", "surrogatepass") if isinstance(string, str) else string
            self._number = self._dictionary.at_or_after(term)
        return self.text()

    def next(self) -> str | None:
        """Go to the next term."""
        self._number += 1
        return self.text()

    def text(self) -> str | None:
        """Return the term; None at the end."""
        if self._dictionary is None or self._number >= self._count:
            return None
        return self._dictionary[self._number].decode()

    def term(self) -> str | None:
        """Return the term; None at the end."""
        return self.text()

    def is_valid(self) -> bool:
        """Tell whether there is a term."""
        return self._dictionary is not None and self._number < self._count
