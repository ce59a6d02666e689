"""Names in other languages that write capitals: what roles, firms and verbs of saying around them tell."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefs.extract.naming.gazetteer import Hit
from briefs.extract.naming.lexicon.persons import PARTICLES
from briefs.extract.naming.scan import Scan
from briefs.extract.naming.spelt_out import explained, spelt_out
from briefs.extract.naming.surfaces import Piece, Surface
from briefs.extract.wordlist import words
from briefs.tables.cldr import country_names
from briefs.tables.tongues import Tongue
from briefs.text import fold

_STOPS = frozenset((".", "!", "?", ";", ":", "”", "»", "“", "«", "„", '"', "–", "—", "\n"))
_ENDS = _STOPS | {",", "(", ")"}
_APPOSITION = 10  # words of a role before a comma and the name: "o ministro da Fazenda, ..."
_ROLE_AFTER = 4  # words after the comma behind a name within which its role stands
_LONGEST_ROLE = 8
_ACRONYM = 5
_LEGAL = re.compile(r" (?:A\. ?Ş\.|S\. ?A\.|S\. ?p\. ?A\.|a\. ?s\.|s\. ?r\. ?o\.|S\. ?L\.|Sp\. z o\. ?o\.)")
_ELIDED = re.compile("[A-Za-z]{1,4}['’][a-zà-ÿ]")
_LINK = 3  # letters of the small words that lead from an office to its field: "ministro da Fazenda"
# Where "von", "della" or "van" after a full name says whence somebody is, and is no part of the name.
_WHENCE = frozenset(("de", "nl", "sv", "da", "no", "nb", "it"))


# Where a capital right behind an office is its holder: others write whose office it is there, "prezes Orlenu".
_NAMES_FOLLOW = frozenset(("de", "es", "pt", "it", "fr", "nl", "sv", "da", "no", "nb", "nn", "tr"))
_SHORTEST = 3
_DETERMINERS = words(
    "der die das ein eine dem den des le la les un une el los las una il lo gli i o a os as um uma de het een den det"
)


class Abroad:
    """What the words of one language say of names, for one document."""

    def __init__(self, language: str, known: Tongue, given: frozenset[str], families: frozenset[str]) -> None:
        self.language = language
        self.known = known
        self.families = families
        self.given = given | known.given.keys() if known.given else given
        self._lands = frozenset(country_names(language)) | {fold(name) for name, _ in known.countries}

    def pieces(self, number: int, cut: Iterator[Piece], scan: Scan, hits: list[Hit]) -> Iterator[Piece]:
        """Yield the pieces that may be names; where letters in brackets explain a longer one, that alone."""
        long = list(spelt_out(number, scan))
        yield from long
        for piece in self.refined(cut, scan, hits):
            if not any(piece.first < other.last and other.first < piece.last for other in long):
                yield piece

    def refined(self, pieces: Iterator[Piece], scan: Scan, hits: list[Hit]) -> Iterator[Piece]:
        """Yield the pieces without roles, kinds of firms and words of saying at their beginning, cut where they end."""
        known = {hit.first: hit.last for hit in hits}
        for piece in pieces:
            if known.get(piece.first) == piece.last:
                yield piece
                continue
            first = self._past_role(scan, piece)
            if first == piece.first and self._office_before(scan, first):
                first = self._past_office(scan, first, piece.last)
            title = (piece.first, first) if first > piece.first else piece.title
            while first < piece.last and self._strange(scan, first, piece.last, known, titled=title is not None):
                first += 1
            last = self._before_legal(scan, first, self._before_whence(scan, first, piece.last))
            while first < last and not (scan.words[first][0].isalnum() and scan.capital[first]):
                first += 1
            if first < last:
                yield piece._replace(first=first, last=last, title=title)

    def _past_role(self, scan: Scan, piece: Piece) -> int:
        """Return where the name begins behind the last role of the piece: "Teknoloji Bakanı | Mustafa Varank"."""
        for index in range(piece.last - 1, piece.first - 1, -1):
            if scan.lower[index] in self.known.roles and piece.last - index > 1:
                return self._past_office(scan, index + 1, piece.last)
        return piece.first

    def _office_before(self, scan: Scan, first: int) -> bool:
        """Return whether an office may begin at a name's first word: "minister van | Sociale Zaken"."""
        return any(scan.lower[i] in self.known.roles for i in range(max(scan.line(first)[0], first - 2), first))

    def _past_office(self, scan: Scan, first: int, last: int) -> int:
        """Return where the name begins behind the office: "Menteri Pekerjaan Umum | Dody Hanggodo"."""
        while first < last and scan.lower[first] in self.known.offices:
            first += 1
        return first

    def _strange(self, scan: Scan, index: int, last: int, known: dict[int, int], *, titled: bool) -> bool:
        """Return whether the word at `index` only stands before a name: "Automobilka Škoda", "РФ Антон Силуанов"."""
        lower = scan.lower[index]
        if last - index < 2 or known.get(index) == last:
            return False
        if _ELIDED.match(scan.words[index]):
            return True  # "L'usine de ..."
        if scan.weak[index] and known.get(index + 1) == last and last - index > 2:
            return True  # "Kunderna Volvo Cars"
        if lower in self.known.firms or (
            scan.weak[index] and (lower in self.known.according or lower in self.known.saying)
        ):
            return True
        word, after = scan.words[index], scan.words[index + 1]
        acronym = titled and word.isupper() and 1 < len(word) <= _ACRONYM and after.istitle() and last - index > 2
        named = last - index > 2 and self._named(scan, index + 1) and not self._named(scan, index)
        return acronym or (named and scan.words[index + 2][0].isupper())

    def _before_legal(self, scan: Scan, first: int, last: int) -> int:
        """Return where a firm's name ends before a legal form of letters with stops: "Demirkaya Çelik | A.Ş."."""
        for index in range(first + 1, last):
            if _LEGAL.match(scan.passage.text, scan.ends[index - 1]):
                return index
        return last

    def _named(self, scan: Scan, index: int) -> bool:
        return scan.lower[index] in self.given and scan.lower[index] not in PARTICLES

    def _before_whence(self, scan: Scan, first: int, last: int) -> int:
        """Return where a full name ends before "von der Commerzbank"."""
        if self.language not in _WHENCE:
            return last
        for index in range(first + 2, last):
            if sum(scan.capital[first:index]) < 2:
                continue
            small = scan.words[index][0].islower() and scan.lower[index] in PARTICLES
            if small and not self._named(scan, index - 1):
                return index
        return last

    def weigh(self, surface: Surface, scan: Scan, piece: Piece) -> None:
        """Add to the surface's scores what stands around one of its pieces."""
        several = len(surface.words) > 1
        if fold(surface.text) in self._lands:
            surface.add("country", 9.0)
            return
        self._weigh_words(surface)
        first, last = piece.first, piece.last
        before = scan.lower[max(scan.line(first)[0], first - _APPOSITION) : first]
        b1 = before[-1] if before else ""
        after = scan.lower[last : min(scan.line(first)[1], last + _ROLE_AFTER + 2)]
        if (span := self._role_before(scan, first)) is not None:
            apart = span[1] < first
            if apart and not several and after[:1] == [","] and after[1:2] and after[1] in self.known.saying:
                surface.add("person", 4.2)  # "der Sprecher der Grünen, Kindler, forderte"
            if not apart and not several and self._surname(scan, first, last):
                surface.add("person", 3.2)  # "der Abgeordnete Boehringer", "ministro Burgos"
            if not apart or (several and (not after or after[0] in _ENDS or after[0] in self.known.saying)):
                surface.add("person", 3.5 if several and not apart else 2.8 if several else 1.0)
        if several and self._role_after(scan, last) is not None:
            surface.add("person", 3.0)
        if _LEGAL.match(scan.passage.text, scan.ends[last - 1]):
            surface.add("company", 6.0)
        if explained(scan, piece) and not surface.hits and scan.lower[first] not in self.known.firms:
            surface.add("organisation", 5.0)
        if b1 in self.known.firms:
            surface.add("company", 2.8)
        elif b1 in '«„“"' and len(before) > 1 and before[-2] in self.known.firms and after[:1] != [","]:
            surface.add("company", 4.0)  # "компания «Новатэк»"
        if b1 in self.known.saying or (after and after[0] in self.known.saying):
            surface.add("speaker", 1.0)
            if not several and self._bears(scan.lower[first], b1):
                surface.add("person", 4.2)  # "Lindner sagte"
            if several and scan.lower[first] in self.given:
                surface.add("person", 1.0)

    def _weigh_words(self, surface: Surface) -> None:
        """Add to the surface's scores what its own words say."""
        several = len(surface.words) > 1
        if surface.words[0] in self.known.families and several and surface.score("person_shape"):
            surface.add("person", 4.0)
        if surface.words[0].lower() in self.known.things or surface.words[-1].lower() in self.known.things:
            surface.add("other", 9.0)
        bodies = self.known.bodies
        ends = {surface.words[0].lower(), surface.words[-1].lower()}
        if any(w in bodies for w in ends) and (several or ends.isdisjoint(bodies.whole)):
            surface.add("organisation", 6.0)  # "Amtsgericht Leer", "Umweltbundesamt", but not "das Gericht"

    def _bears(self, lower: str, before: str) -> bool:
        """Return whether a word that speaks is a family name, and no noun that says what somebody is."""
        noun = lower in self.known.roles or lower in self.known.counted or lower in self.known.firms
        return len(lower) > _SHORTEST and lower in self.families and not noun and before not in _DETERMINERS

    def _surname(self, scan: Scan, first: int, last: int) -> bool:
        """Return whether one word right behind a role is somebody: where an office's field would stand otherwise."""
        word = scan.words[first]
        if (
            scan.lower[first - 1] not in self.known.roles
            or word.isupper()
            or len(word) < _SHORTEST
            or not word.isalpha()
        ):
            return False
        following = scan.lower[last] if last < len(scan.lower) else ""
        preceding = scan.lower[first - 2] if first > 1 else ""
        return self.language in _NAMES_FOLLOW or following in self.known.saying or preceding in self.known.saying

    def role(self, scan: Scan, first: int, last: int) -> tuple[int, int] | None:
        """Return the tokens that say who the person at tokens `[first, last)` is: right before, or after a comma."""
        return self._role_before(scan, first) or self._role_after(scan, last)

    def _role_before(self, scan: Scan, first: int) -> tuple[int, int] | None:
        """Return the role that leads up to a name, with or without a comma: "o ministro da Fazenda, ..."."""
        start = scan.line(first)[0]
        end = first
        if end > start and scan.words[end - 1] == "," and end - start > 1:
            end -= 1
        for index in range(end - 1, max(start, end - _LONGEST_ROLE) - 1, -1):
            lower = scan.lower[index]
            if lower in _ENDS or lower in self.known.saying:
                return None
            if lower in self.known.roles:
                whole = index
                while whole > start and whole > index - 2 and scan.lower[whole - 1] in self.known.roles:
                    whole -= 1
                near = end == first and first - index > 1
                # "the chairman of Example, Ann Lee" and "министр финансов РФ Антон ...", but not any word in between
                return None if near and not self._of_office(scan, index + 1, first) else (whole, end)
        return None

    def _of_office(self, scan: Scan, start: int, end: int) -> bool:
        """Return whether the words between a role and a name may be the office: few, and no name of somebody else."""
        joint = scan.lower[end - 1]
        linked = (
            scan.words[end - 1].islower()
            and (len(joint) <= _LINK or joint in self.known.links)
            and joint not in self.known.roles
        )
        return not linked and end - start <= 4 and not any(self._named(scan, index) for index in range(start, end))

    def _role_after(self, scan: Scan, last: int) -> tuple[int, int] | None:
        """Return the role in an apposition behind a name: ", directrice générale d'Armoric,"."""
        stop = scan.line(last - 1)[1]
        if last >= stop or scan.words[last] != ",":
            return None
        for index in range(last + 1, min(stop, last + 1 + _ROLE_AFTER)):
            lower = scan.lower[index]
            if lower in _ENDS or lower in self.known.saying:
                return None
            if lower in self.known.roles:
                end = index + 1
                while end < stop and end - index < _LONGEST_ROLE and scan.lower[end] not in _ENDS:
                    end += 1
                return index, end
        return None
