"""Pieces of capitalised runs divided where one name stands before another: at titles, nationalities, groups."""

from __future__ import annotations

from collections.abc import Iterator

from briefs.extract.naming.gazetteer import Form, Hit
from briefs.extract.naming.lexicon.bodies import ORGANISATION_CUES, STRONG_ORGANISATION_CUES
from briefs.extract.naming.lexicon.firms import (
    COMPANY_CUES,
    COMPANY_NOUNS,
    LEGAL_FORMS,
    WEAK_COMPANY_CUES,
)
from briefs.extract.naming.lexicon.persons import PARTICLES, TITLE_MODIFIERS, TITLES
from briefs.extract.naming.lexicon.plain import ORDINARY_ENDINGS
from briefs.extract.naming.organisations import Body
from briefs.extract.naming.scan import Run, Scan
from briefs.extract.naming.surfaces import Piece, Vocabulary
from briefs.extract.naming.titles import title_in
from briefs.extract.wordlist import words
from briefs.tables import Company, Country

CLOSERS = frozenset(ORGANISATION_CUES) | COMPANY_CUES | LEGAL_FORMS
_SURE: tuple[Form, ...] = ("name", "demonym")
_TITLE_WORDS = TITLES | TITLE_MODIFIERS
_WHOLES = words("group division department desk unit holdings bank")
_LETTERS = words("SC KC QC OBE MBE CBE KBE DBE FRS PhD Ph.D MD Esq TD MSP MBA CFA CPA JP FCA")  # behind people's names


class Divider:
    """Divides the pieces that a run was cut into."""

    def __init__(
        self,
        number: int,
        scan: Scan,
        hit_at: dict[int, Hit],
        vocabulary: Vocabulary,
        given: frozenset[str],
        family: frozenset[str],
        *,
        english: bool,
    ) -> None:
        self.number = number
        self.scan = scan
        self.hit_at = hit_at
        self.vocabulary = vocabulary
        self.given = given
        self.family = family
        self.english = english

    def divided(self, first: int, last: int, run: Run) -> Iterator[Piece]:
        """Split at a capitalised title: its left is an affiliation, its right bears it."""
        scan = self.scan
        while first < last and not scan.capital[last - 1] and not scan.words[last - 1].isdigit():
            last -= 1
        while last - first > 2 and scan.words[last - 1] in _LETTERS and last - 1 not in self.hit_at:
            last -= 1
        if first >= last:
            return
        whole = self.hit_at.get(first)
        known = whole is not None and whole.last == last
        title = None if known else title_in(scan, first, last, self.given, self.plain)
        if title is None:
            yield from self._national(Piece(self.number, first, last, self._owns(last, run)))
            return
        begin, end = title
        while first < begin and scan.lower[first] in _TITLE_WORDS and not self._opens_name(first):
            first += 1
        if begin > first:
            yield from self._national(Piece(self.number, first, begin, False, None, title))
        if end < last and scan.capital[end]:
            yield from self._national(Piece(self.number, end, last, self._owns(last, run), title))

    def _opens_name(self, index: int) -> bool:
        """Return whether a known name of several words begins here: "Air Examplia Chief Executive"."""
        hit = self.hit_at.get(index)
        return hit is not None and hit.last - index > 1

    def _group_of(self, first: int, last: int) -> int | None:
        """Return where somebody's full name begins behind a firm's: "head of Example Media Group | Ada Lund"."""
        lower = self.scan.lower
        for index in range(first + 1, last - 2):
            if lower[index] in _WHOLES and index not in self.hit_at:
                rest = lower[index + 1 : last]
                named = rest[0] in self.given or rest[0] in self.family
                return index + 1 if named and not any(self.plain(w) or w in CLOSERS for w in rest) else None
        return None

    def _from_land(self, first: int, last: int) -> bool:
        """Return whether a nationality stands before a firm's own name: "Swiss | Examplar Rail", not "Swiss Life"."""
        hit = self.hit_at.get(first)
        if hit is None or hit.last != first + 1 or last - first < 3 or not hit.of(Country, "demonym"):
            return False
        own = self.scan.lower[first + 1]
        body = any(w in ORGANISATION_CUES for w in self.scan.lower[first:last])
        ordinary = own in self.vocabulary.common or own.endswith(ORDINARY_ENDINGS)
        return not (body or ordinary or own in CLOSERS)

    @staticmethod
    def _society(land: Hit, body: Hit) -> bool:
        """Return whether a charity of one country bears its name: "Kenya Red Cross", but not "the French Red Cross"."""
        return land.of(Country, "name") and any(isinstance(e.row, Body) and e.row.kind == "ngo" for e in body.entries)

    def _first_name(self, first: int, last: int) -> bool:
        """Return whether a company's name is somebody's given name here: "Lotte Claes"."""
        rest = self.scan.lower[first + 1 : last]
        return self.scan.lower[first] in self.given and len(rest) == 1 and not self.plain(rest[0])

    def plain(self, lower: str) -> bool:
        """Return whether `lower` is a plain word and nobody's name."""
        return lower in self.vocabulary.common and lower not in self.given and lower not in self.family

    def _past_strangers(self, first: int, last: int) -> int:
        """Return where a name begins behind words that are no part of it: "Texan | John ..."."""
        for index in range(first + 1, last - 1):
            before, word, after = self.scan.lower[index - 1 : index + 2]
            plain = self.plain(before) or (
                index == first + 1 and before not in self.given and before not in self.family
            )
            if not plain or not self.scan.capital[index]:
                return first
            given = word in self.given or word.partition("-")[0] in self.given
            common = self.english and word in self.vocabulary.common
            if given and not common and not self.plain(after) and word not in PARTICLES:
                keep = self.english and word in self.family and index == first + 1
                return first if keep else index
        return first

    def _owns(self, last: int, run: Run) -> bool:
        return run.possessive if last == run.last else False

    def _national(self, piece: Piece) -> Iterator[Piece]:
        """Take a nationality off the front, and a known company off a product's name."""
        scan, first = self.scan, piece.first
        rest = scan.lower[first : piece.last]
        leading = self.hit_at.get(first)
        if leading is not None and leading.last < piece.last and leading.of(Country, *_SURE):
            body = self.hit_at.get(leading.last)
            if body is not None and body.last == piece.last and body.of(Body) and not self._society(leading, body):
                yield piece._replace(first=leading.last)  # "the U.S. | Supreme Court"
                return
        after = self._group_of(first, piece.last) if not piece.title else None
        if after is not None:
            yield piece._replace(last=after, possessive=False)
            yield piece._replace(first=after)
            return
        if self._from_land(first, piece.last):
            first += 1
        society = rest[-2:] in (["red", "cross"], ["red", "crescent"])
        if not society and not any(w in ORGANISATION_CUES or w in COMPANY_CUES or w in LEGAL_FORMS for w in rest):
            called = first > 0 and scan.lower[first - 1] in COMPANY_NOUNS and not scan.owns(first - 1)
            while (
                not called and (land := self.hit_at.get(first)) and land.last < piece.last and land.of(Country, *_SURE)
            ):
                first = land.last  # not in "the firm German Example", which is called so
            known = self.hit_at.get(first)
            if not (known and known.last == piece.last):
                first = self._past_strangers(first, piece.last)
        hit = self.hit_at.get(first)
        person = hit is not None and hit.last == first + 1 and self._first_name(first, piece.last)
        titled = piece.title is not None or person
        if hit is not None and first < hit.last < piece.last and hit.of(Company, "name") and not titled:
            product = scan.lower[hit.last : piece.last]
            firm = product[-1] in COMPANY_CUES and product[-1] not in WEAK_COMPANY_CUES
            if not firm and not any(w in STRONG_ORGANISATION_CUES for w in product):
                yield piece._replace(first=first, last=hit.last, possessive=False)
                return
        if first < piece.last:
            yield piece._replace(first=first)
