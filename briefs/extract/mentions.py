"""Every place where the text speaks of what was found in it: full forms first, left to right, never overlapping."""

from __future__ import annotations

from bisect import bisect_right

from briefs.extract.known import Known
from briefs.extract.scan import Scan
from briefs.extract.surfaces import Vocabulary


class Spot:
    """A mention: tokens `[first, last)` of scan number `scan`, and whose name it is."""

    __slots__ = ("end", "first", "known", "last", "scan", "start")

    def __init__(self, number: int, scan: Scan, first: int, last: int, known: Known) -> None:
        self.scan, self.first, self.last, self.known = number, first, last, known
        self.start, self.end = scan.tokens[first].start, scan.ends[last - 1]


class Index:
    """The forms of all known names by their first word, longest first."""

    def __init__(self, known: list[Known]) -> None:
        self._forms: dict[str, list[tuple[tuple[str, ...], Known]]] = {}
        self._upper: dict[str, list[tuple[tuple[str, ...], Known]]] = {}
        for entity in known:
            for form in entity.forms:
                self._forms.setdefault(form[0], []).append((form, entity))
                loud = tuple(w.upper() for w in form)
                self._upper.setdefault(loud[0], []).append((loud, entity))
        for table in (self._forms, self._upper):
            for rows in table.values():
                rows.sort(key=lambda row: -len(row[0]))

    def spots(self, number: int, scan: Scan, vocabulary: Vocabulary) -> list[Spot]:
        """Return the mentions of a scan in order."""
        found: list[Spot] = []
        index, count = 0, len(scan.words)
        while index < count:
            word = scan.words[index]
            rows = self._forms.get(word)
            words = scan.words
            if rows is None and scan.loud[index] and word.isupper() and len(word) > 2:
                rows, words = self._upper.get(word), scan.words
            spot = None
            for form, known in rows or ():
                size = len(form)
                if tuple(words[index : index + size]) == form and self._fits(scan, index, form, known, vocabulary):
                    spot = Spot(number, scan, index, index + size, known)
                    break
            if spot is None:
                index += 1
            else:
                found.append(spot)
                index = spot.last
        return found

    @staticmethod
    def _fits(scan: Scan, index: int, form: tuple[str, ...], known: Known, vocabulary: Vocabulary) -> bool:
        size = len(form)
        if any(scan.ends[i] != scan.tokens[i].end for i in range(index, index + size - 1)):
            return False  # a possessive within
        if size > 1 or not scan.weak[index] or scan.loud[index]:
            return True
        lower = scan.lower[index]
        return not vocabulary.ordinary(lower) or (known.row is not None and lower not in vocabulary.common)


class Cover:
    """Answers whether a span touches a mention."""

    def __init__(self, spots: list[Spot]) -> None:
        self._starts = [s.start for s in spots]
        self._spots = spots

    def hides(self, start: int, end: int) -> bool:
        """Return whether a mention overlaps `[start, end)`."""
        place = bisect_right(self._starts, start) - 1
        return any(s.start < end and start < s.end for s in self._spots[max(0, place) : place + 2])
