"""What speaks for a surface being a person, a company, an organisation, a place or none of these."""

from __future__ import annotations

import itertools

from briefs.extract.naming import context
from briefs.extract.naming.as_company import PLURALS
from briefs.extract.naming.context_abroad import Abroad
from briefs.extract.naming.gazetteer import Entry
from briefs.extract.naming.lexicon.firms import COMPANY_NOUNS, WEAK_COMPANY_CUES
from briefs.extract.naming.lexicon.persons import ROLES
from briefs.extract.naming.lexicon.plain import FUNCTION
from briefs.extract.naming.lexicon.things import PRODUCT_NOUNS
from briefs.extract.naming.organisations import Body
from briefs.extract.naming.scan import APOSTROPHES, Scan
from briefs.extract.naming.shape import Shape
from briefs.extract.naming.surfaces import Piece, Surface
from briefs.extract.naming.wellknown import WellKnown
from briefs.extract.wordlist import words
from briefs.tables import Company, Country, Place, Publisher, Tables

_BEFORE_NAMES = FUNCTION | ROLES | COMPANY_NOUNS | PLURALS
_KIN = words(
    "wife husband son daughter brother sister mother father widow widower fiancée fiancé partner twin niece nephew"
)
_ENOUGH = 50  # pieces of one surface that are read; more of the same tell nothing new


class Judge:
    """Weighs every surface by the tables, by its own words, and by the words around each of its pieces."""

    def __init__(self, scans: list[Scan], tables: Tables, english: bool = True, abroad: Abroad | None = None) -> None:
        self.scans = scans
        self.shape = Shape(tables, english, abroad.given if abroad else tables.given_names)
        self.abroad = abroad

    def weigh(self, surface: Surface) -> None:
        """Add to the surface's scores all that speaks for it."""
        for hit in surface.hits:
            for entry in hit.entries:
                self._by_table(surface, entry)
        self.shape.weigh(surface)
        for piece in surface.pieces[:_ENOUGH]:
            context.weigh(surface, self.scans[piece.scan], piece)
            if len(surface.words) == 1 and self._kin(surface, piece):
                surface.add("person", 4.0)
            if self.abroad:
                self.abroad.weigh(surface, self.scans[piece.scan], piece)
            if piece.possessive and self._before_person(piece):
                surface.add("company", 1.5)  # "Example Dynamics' Anna ..."

    def _kin(self, surface: Surface, piece: Piece) -> bool:
        """Return whether a given name stands behind "his wife" or "Berg's son,"."""
        scan = self.scans[piece.scan]
        before = scan.lower[max(0, piece.first - 2) : piece.first]
        near = (before[-1:] == [","] and before[0] in _KIN) or (before[-1:] != [] and before[-1] in _KIN)
        return near and surface.words[0].lower() in self.shape.given

    def _before_person(self, piece: Piece) -> bool:
        """Return whether somebody's full name stands right behind a possessive."""
        scan = self.scans[piece.scan]
        first = piece.last
        while first < len(scan.words) and scan.words[first] in APOSTROPHES:
            first += 1
        if first + 1 >= len(scan.words) or not (scan.capital[first] and scan.capital[first + 1]):
            return False
        return scan.lower[first] in self.shape.given and scan.lower[first + 1] not in self.shape.common

    def _by_table(self, surface: Surface, entry: Entry) -> None:
        row, sure = entry.row, entry.form == "name"
        if isinstance(row, Company):
            weight = (7.0 if len(surface.words) > 1 else 6.0) if sure else 1.5 + self._as_a_name(surface)
            surface.add("company", weight)
            surface.add("company_table", weight)
            surface.add("company_if", 0.0 if sure else 1.0)
        elif isinstance(row, Publisher):
            surface.add("organisation", 5.0 if sure else 1.5)
            surface.add("publication", 1.0)
        elif isinstance(row, Body):
            surface.add("organisation", 13.0)
        elif isinstance(row, WellKnown):
            surface.add("person", 6.0)
        elif isinstance(row, Country):
            surface.add("country", 3.5 if entry.form == "ambiguous" else 7.0 if len(surface.words) == 1 else 12.0)
        elif isinstance(row, Place) and row.kind == "government":
            surface.add("organisation", 6.0)
        elif isinstance(row, Place):
            surface.add("place", (9.0 if len(surface.words) > 1 else 5.5) if sure else 2.5)

    def _as_a_name(self, surface: Surface) -> float:
        """Weigh a company's name that is a word, person or place too: a capital within a sentence says a name."""
        words = [w.lower() for w in surface.words]
        other = any(w in self.shape.given or w in self.shape.family for w in words) or len(surface.text) < 3
        for piece in surface.pieces:
            scan = self.scans[piece.scan]
            before = scan.lower[piece.first - 1] if piece.first else ""
            after = scan.lower[piece.last] if piece.last < len(scan.lower) else ""
            product = after in PRODUCT_NOUNS and not scan.capital[piece.last]
            inside = piece.first > 0 and scan.capital[piece.first - 1] and scan.joined(piece.first - 1, piece.first)
            if inside and scan.lower[piece.first - 1] not in _BEFORE_NAMES:
                continue  # "Deferred Action"
            if not scan.weak[piece.first] and before != "the" and not product:
                return 0.7 if other else 1.2
        return 0.0

    def coordinate(self, pieces: list[Piece], surfaces: dict[tuple[str, ...], Surface]) -> None:
        """Let names that stand in one list speak for each other: "Google, Meta, and Nvidia"."""
        pairs = list(itertools.pairwise([p for p in pieces if not self._only_qualifies(p)]))
        for left, right in (*pairs, *reversed(pairs)):
            if left.scan != right.scan or not 0 < right.first - left.last <= 4:
                continue
            scan = self.scans[left.scan]
            between = [i for i in range(left.last, right.first) if not self._qualifies(scan, i)]
            listed = all(scan.lower[i] in (",", "and", "or", "&", "/") for i in between)
            if right.possessive or not between or not listed:
                continue
            one, two = (surfaces[tuple(scan.words[p.first : p.last])] for p in (left, right))
            if any(len(s.words) == 1 and s.words[0].lower() in WEAK_COMPANY_CUES for s in (one, two)):
                continue  # "Example and Mobile data"
            _lend(one, two)
            _lend(two, one)

    def _only_qualifies(self, piece: Piece) -> bool:
        scan = self.scans[piece.scan]
        return all(self._qualifies(scan, index) for index in range(piece.first, piece.last))

    def _qualifies(self, scan: Scan, index: int) -> bool:
        """Return whether a word only says whence the firm behind it is: "Oslo-based", "Britain's", "Swiss"."""
        based = scan.tokens[index].text.endswith(("-based", "-listed", "-owned", "-backed", "-subsidiary"))
        return based or (scan.capital[index] and scan.lower[index] in self.shape.demonyms)


def _lend(known: Surface, other: Surface) -> None:
    """Let a sure company or person vouch, once, for what is listed beside it."""
    company, person = known.score("company"), known.score("person")
    if person >= 4 > company and other.score("person_shape") and not other.score("listed"):
        other.add("person", 1.5)
        other.add("listed", 1.0)
    sure = company > person + 1 or (known.score("listed") and company > person)
    if company >= 2.5 and sure and other.score("person") < 2 and not other.score("listed"):
        other.add("company", 2.5)
        other.add("listed", 1.0)
