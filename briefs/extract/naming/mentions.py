"""Every place where the text speaks of what was found in it: full forms first, left to right, never overlapping."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator

from briefs.extract.naming.known import Known
from briefs.extract.naming.scan import Scan
from briefs.extract.naming.surfaces import Vocabulary

_SURE = 4.0  # from here on a plain word at the start of a sentence is the company of that name


class Spot:
    """A mention: tokens `[first, last)` of scan number `scan`, and whose name it is."""

    __slots__ = ("end", "first", "known", "last", "scan", "start")

    def __init__(self, number: int, scan: Scan, first: int, last: int, known: Known) -> None:
        self.scan, self.first, self.last, self.known = number, first, last, known
        self.start, self.end = scan.tokens[first].start, scan.ends[last - 1]


class _Forms:
    """Forms by their words, and the lengths of those that begin with a word, longest first."""

    def __init__(self, forms: Iterable[tuple[tuple[str, ...], Known]]) -> None:
        self._known: dict[tuple[str, ...], Known] = {}
        self._lengths: dict[str, list[int]] = {}
        for form, known in forms:
            if form not in self._known:
                self._known[form] = known
                lengths = self._lengths.setdefault(form[0], [])
                if len(form) not in lengths:
                    lengths.append(len(form))
        for lengths in self._lengths.values():
            lengths.sort(reverse=True)

    def at(self, words: list[str], index: int) -> Iterator[tuple[tuple[str, ...], Known]]:
        """Yield the forms that stand in `words` at `index`, longest first."""
        for length in self._lengths.get(words[index], ()):
            form = tuple(words[index : index + length])
            known = self._known.get(form)
            if known is not None:
                yield form, known


class Index:
    """The forms of all known names, as they are written and as headlines in capitals write them."""

    def __init__(self, known: list[Known]) -> None:
        forms = [(form, entity) for entity in known for form in entity.forms]
        self._forms = _Forms(forms)
        self._upper = _Forms((tuple(w.upper() for w in form), entity) for form, entity in forms)

    def spots(self, number: int, scan: Scan, vocabulary: Vocabulary) -> list[Spot]:
        """Return the mentions of a scan in order."""
        found: list[Spot] = []
        until = 0
        for index, word in enumerate(scan.words):
            if index < until:
                continue
            forms = self._upper if scan.loud[index] and word.isupper() and len(word) > 2 else self._forms
            for form, known in forms.at(scan.words, index):
                if self._fits(scan, index, form, known, vocabulary):
                    found.append(Spot(number, scan, index, index + len(form), known))
                    until = index + len(form)
                    break
        return found

    @staticmethod
    def _fits(scan: Scan, index: int, form: tuple[str, ...], known: Known, vocabulary: Vocabulary) -> bool:
        size = len(form)
        if any(
            scan.ends[i] != scan.tokens[i].end and scan.lower[i + 1] != "and" for i in range(index, index + size - 1)
        ):
            return False  # a possessive within, but "the Women's and Children's Hospital"
        if size > 1 or not scan.weak[index] or scan.loud[index]:
            return True
        lower = scan.lower[index]
        return not vocabulary.ordinary(lower) or (
            known.row is not None and (lower not in vocabulary.common or known.score >= _SURE)
        )


class Cover:
    """Answers whether a span touches a mention."""

    def __init__(self, spots: list[Spot]) -> None:
        self._starts = [s.start for s in spots]
        self._spots = spots

    def hides(self, start: int, end: int) -> bool:
        """Return whether a mention overlaps `[start, end)`."""
        place = bisect_right(self._starts, start) - 1
        return any(s.start < end and start < s.end for s in self._spots[max(0, place) : place + 2])
