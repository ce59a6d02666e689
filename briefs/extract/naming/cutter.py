"""Capitalised runs cut into the pieces that may be names: at titles, nationalities and words that are no names."""

from __future__ import annotations

from collections.abc import Iterator

from briefs.extract.naming.as_company import TICKER
from briefs.extract.naming.gazetteer import Hit
from briefs.extract.naming.joining import Joiner
from briefs.extract.naming.lexicon.bodies import HEADS, ORGANISATION_CUES, STRONG_ORGANISATION_CUES
from briefs.extract.naming.lexicon.firms import (
    BRANDED,
    BUSINESS_NOUNS_AFTER,
    BUSINESS_VERBS,
    COMPANY_CUES,
    COMPANY_NOUNS,
    LEGAL_FORMS,
    PRICE_VERBS,
    WEAK_COMPANY_CUES,
)
from briefs.extract.naming.lexicon.persons import PARTICLES, SPEECH, TITLE_MODIFIERS, TITLES
from briefs.extract.naming.lexicon.plain import DAYS, FUNCTION, MONTHS, MONTHS_SHORT, NOT_NAMES, ORDINARY_ENDINGS
from briefs.extract.naming.organisations import Body
from briefs.extract.naming.scan import Run, Scan
from briefs.extract.naming.surfaces import NOUNS, Piece, Vocabulary
from briefs.extract.naming.titles import title_in
from briefs.extract.wordlist import words
from briefs.tables import Company, Country

_FIRMS_GO_ON = SPEECH | BUSINESS_NOUNS_AFTER | BUSINESS_VERBS | PRICE_VERBS
_CLOSERS = frozenset(ORGANISATION_CUES) | COMPANY_CUES | LEGAL_FORMS
_TITLE_WORDS = TITLES | TITLE_MODIFIERS
_WHOLES = words("group division department desk unit holdings bank")
_CREEDS = words(
    """republican democrat democratic communist islamic christian jewish muslim hindu buddhist catholic english islam
    arabic internet national nazi marxist tory protestant sunni shia republicans democrats christians web muslims"""
)
# Words that open sentences, and names: "New Media Group", "Third Bridge", "First Republic Bank".
_PARTS_OF_NAMES = words("new first second third one two three four five six seven next last old best other all open")
# Small words that open no name even where they are capitalised within a sentence.
_NEVER_FIRST = words(
    """a an the this that these those and or but nor so if as at by for from in into of off on onto to up with i he she
    it we they me him her us them my your his its our their is are was were be been am do does did has have had not
    no yes what who when where why how which"""
)


_LETTERS = words("SC KC QC OBE MBE CBE KBE DBE FRS PhD Ph.D MD Esq TD MSP MBA CFA CPA JP FCA")  # behind people's names
_LAST_NAMES = words("an do so no in my")  # small words that end names of Asia: "Le Truong An"
_DATING = words("in since by until till last of from this next early late mid on through to and , after before")


class Cutter:
    """Cuts the runs of a scan into pieces."""

    def __init__(
        self,
        number: int,
        scan: Scan,
        hits: list[Hit],
        vocabulary: Vocabulary,
        given: frozenset[str],
        family: frozenset[str],
        english: bool = True,
    ) -> None:
        self.number = number
        self.scan = scan
        self.vocabulary = vocabulary
        self.given = given
        self.family = family
        self.english = english
        self.hit_at = {hit.first: hit for hit in hits}
        self.joiner = Joiner(scan, self.hit_at, vocabulary)

    def pieces(self) -> Iterator[Piece]:
        """Yield the pieces of all runs, in order."""
        runs = self.scan.runs()
        done = 0
        by_start = {run.first: run for run in runs}
        for run in runs:
            if run.first >= done:
                whole = self.joiner.joined(run, by_start)
                done = whole.last
                yield from self._cut(whole)

    def _cut(self, run: Run) -> Iterator[Piece]:
        """Split a run at what is no name, at titles and behind nationalities."""
        first = run.first
        while first < run.last and self._opener(first, run):
            first += 1
        start = first
        index = first
        while index < run.last:
            hit = self.hit_at.get(index)
            if hit is not None and hit.last <= run.last and hit.last - hit.first > 1:
                index = hit.last  # a known name of several words is never cut
                continue
            if self._no_name(index, run):
                yield from self._titled(start, index, run)
                start = index + 1
            index += 1
        yield from self._titled(start, run.last, run)

    def _opener(self, index: int, run: Run) -> bool:
        """Return whether the word at `index` only opens the sentence."""
        scan = self.scan
        lower = scan.lower[index]
        hit = self.hit_at.get(index)
        if hit is not None and (hit.last - hit.first > 1 or lower not in self.vocabulary.common):
            # "The National | Landlords Association", but "New Zealand Landlords Association"
            return lower in FUNCTION - _PARTS_OF_NAMES and hit.last < run.last
        if not scan.weak[index]:
            return lower in _NEVER_FIRST
        goes_on = run.possessive or (run.last < len(scan.lower) and scan.lower[run.last] in _FIRMS_GO_ON)
        if hit is not None and hit.last == run.last and goes_on and _is_firm(hit):
            return False  # "Target said", "Emirates president"
        following = scan.lower[index + 1] if index + 1 < run.last else ""
        if lower in self.given and following:  # "Will Smith", "Bill Nelson", but "Will Congress"
            word = lower in FUNCTION or lower in self.vocabulary.common
            named = following in self.family or (lower not in FUNCTION and following not in self.vocabulary.common)
            return word and not named
        article = len(lower) <= 3 and lower in self.vocabulary.small and not self.english
        if article or (lower in FUNCTION and lower not in _PARTS_OF_NAMES):
            return True
        beyond = self.hit_at.get(index + 1)
        if lower in COMPANY_NOUNS and lower.endswith(("er", "or")) and run.last - index > 2:
            return True  # "Developer Example Homes Group"
        single = lower.removesuffix("s") in NOUNS
        if single and beyond is not None and (beyond.last >= run.last - 1 or lower != lower.removesuffix("s")):
            return True  # "Rival General Electric Co.", "Discounters Aldi and Lidl"
        if lower.endswith("ing") and beyond is not None and _is_firm(beyond) and lower not in self.family:
            return True  # "Adding Microsoft Ventures"
        if beyond is not None and beyond.last == run.last and _is_body(beyond) and self.vocabulary.ordinary(lower):
            return True  # "Key Security Council resolutions"
        if lower in TITLES or (lower in HEADS and index + 1 < run.last and scan.lower[index + 1] == "of"):
            return False
        alone = index + 1 == run.last
        return self.vocabulary.ordinary(lower) and (alone or scan.lower[run.last - 1] not in _CLOSERS)

    def _no_name(self, index: int, run: Run) -> bool:
        scan = self.scan
        lower = scan.lower[index]
        if lower in _CREEDS and any(w in ORGANISATION_CUES for w in scan.lower[index + 1 : run.last]):
            return False
        if len(lower) == 1 and index + 1 < run.last and scan.words[index + 1] == ".":
            return False  # an initial
        if lower in ("no", "nos") and any(w[:1].isdigit() for w in scan.words[index + 1 : index + 3]):
            return True  # "Union No. 1"
        if lower in NOT_NAMES and lower not in TITLES:
            if (
                index > run.first
                and index + 1 == run.last
                and lower.isalpha()
                and scan.lower[index - 1] in self.given
                and len(lower) > 2
            ):
                return False  # a surname that is something else too
            before = scan.lower[index - 1] if index > run.first else ""
            brand = before and before not in (self.vocabulary.small if lower == "ai" else self.vocabulary.common)
            brand = brand and lower in BRANDED and (lower == "ai" or scan.lower[max(0, run.first - 1)] != "the")
            land = self.hit_at.get(index - 1)
            plain = scan.weak[index - 1] and self.vocabulary.has(scan.lower[index - 1])
            return not brand or plain or (land is not None and _is_country(land))
        firm = len(lower) == 3 and index + 1 < run.last and scan.lower[index + 1] in _CLOSERS  # "Sun Microsystems"
        if (lower in DAYS and not firm) or (index > run.first and TICKER.fullmatch(scan.words[index])):
            return True
        if lower in MONTHS or lower in MONTHS_SHORT:
            following = scan.lower[index + 1] if index + 1 < len(scan.tokens) else ""
            if index == run.first and self._named_like_month(index, run):
                return False
            opens = index == run.first or scan.lower[index - 1] in FUNCTION
            return opens or following[:1].isdigit() or lower not in ("may", "march", "june", "april")
        if scan.words[index] == "A" and run.first < index < run.last - 1:
            return self.vocabulary.has(scan.lower[index - 1])  # not in "Pret A Manger"
        if lower in _LAST_NAMES and run.first < index == run.last - 1 and not scan.weak[index - 1]:
            return False
        return lower in _NEVER_FIRST and lower not in ("and", "of", "for", "on", "the")

    def _named_like_month(self, index: int, run: Run) -> bool:
        """Return whether a month is somebody's given name: "June Example builds", not "in June Example built"."""
        scan = self.scan
        if run.last - index != 2 or scan.lower[index] not in self.given or index + 1 in self.hit_at:
            return False
        before = scan.lower[index - 1] if index else ""
        return before not in _DATING and not self._ordinary(scan.lower[index + 1]) and scan.words[index].istitle()

    def _titled(self, first: int, last: int, run: Run) -> Iterator[Piece]:
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
        title = None if known else title_in(scan, first, last, self.given, self._ordinary)
        if title is None:
            yield from self._national(Piece(self.number, first, last, self._owns(last, run)))
            return
        begin, end = title
        while first < begin and scan.lower[first] in _TITLE_WORDS:
            first += 1
        if begin > first:
            yield from self._national(Piece(self.number, first, begin, False, None, title))
        if end < last and scan.capital[end]:
            yield from self._national(Piece(self.number, end, last, self._owns(last, run), title))

    def _group_of(self, first: int, last: int) -> int | None:
        """Return where somebody's full name begins behind a firm's: "head of Example Media Group | Ada Lund"."""
        lower = self.scan.lower
        for index in range(first + 1, last - 2):
            if lower[index] in _WHOLES and index not in self.hit_at:
                rest = lower[index + 1 : last]
                named = rest[0] in self.given or rest[0] in self.family
                return index + 1 if named and not any(self._ordinary(w) or w in _CLOSERS for w in rest) else None
        return None

    def _from_land(self, first: int, last: int) -> bool:
        """Return whether a nationality stands before a firm's own name: "Swiss | Examplar Rail", not "Swiss Life"."""
        hit = self.hit_at.get(first)
        if hit is None or hit.last != first + 1 or last - first < 3 or not _is_demonym(hit):
            return False
        own = self.scan.lower[first + 1]
        body = any(w in ORGANISATION_CUES for w in self.scan.lower[first:last])
        ordinary = own in self.vocabulary.common or own.endswith(ORDINARY_ENDINGS)
        return not (body or ordinary or own in _CLOSERS)

    def _first_name(self, first: int, last: int) -> bool:
        """Return whether a company's name is somebody's given name here: "Lotte Claes"."""
        rest = self.scan.lower[first + 1 : last]
        return self.scan.lower[first] in self.given and len(rest) == 1 and not self._ordinary(rest[0])

    def _ordinary(self, lower: str) -> bool:
        """Return whether `lower` is a plain word and nobody's name."""
        return lower in self.vocabulary.common and lower not in self.given and lower not in self.family

    def _past_strangers(self, first: int, last: int) -> int:
        """Return where a name begins behind words that are no part of it: "Texan | John ..."."""
        for index in range(first + 1, last - 1):
            before, word, after = self.scan.lower[index - 1 : index + 2]
            plain = self._ordinary(before) or (
                index == first + 1 and before not in self.given and before not in self.family
            )
            if not plain or not self.scan.capital[index]:
                return first
            given = word in self.given or word.partition("-")[0] in self.given
            common = self.english and word in self.vocabulary.common
            if given and not common and not self._ordinary(after) and word not in PARTICLES:
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
        if leading is not None and leading.last < piece.last and _is_country(leading):
            body = self.hit_at.get(leading.last)
            if body is not None and body.last == piece.last and any(isinstance(e.row, Body) for e in body.entries):
                yield piece._replace(first=leading.last)  # "the U.S. | Supreme Court"
                return
        after = self._group_of(first, piece.last) if not piece.title else None
        if after is not None:
            yield piece._replace(last=after, possessive=False)
            yield piece._replace(first=after)
            return
        if self._from_land(first, piece.last):
            first += 1
        if not any(w in ORGANISATION_CUES or w in COMPANY_CUES or w in LEGAL_FORMS for w in rest):
            called = first > 0 and scan.lower[first - 1] in COMPANY_NOUNS and not scan.owns(first - 1)
            while (hit := self.hit_at.get(first)) and hit.last < piece.last and _is_country(hit) and not called:
                first = hit.last  # not in "the firm German Example", which is called so
            known = self.hit_at.get(first)
            if not (known and known.last == piece.last):
                first = self._past_strangers(first, piece.last)
        hit = self.hit_at.get(first)
        person = hit is not None and hit.last == first + 1 and self._first_name(first, piece.last)
        if hit is not None and first < hit.last < piece.last and _is_company(hit) and not piece.title and not person:
            product = scan.lower[hit.last : piece.last]
            firm = product[-1] in COMPANY_CUES and product[-1] not in WEAK_COMPANY_CUES
            if not firm and not any(w in STRONG_ORGANISATION_CUES for w in product):
                yield piece._replace(first=first, last=hit.last, possessive=False)
                return
        if first < piece.last:
            yield piece._replace(first=first)


def _is_country(hit: Hit) -> bool:
    return any(isinstance(e.row, Country) and e.form != "ambiguous" for e in hit.entries)


def _is_demonym(hit: Hit) -> bool:
    return any(isinstance(e.row, Country) and e.form == "demonym" for e in hit.entries)


def _is_body(hit: Hit) -> bool:
    return any(isinstance(e.row, Body) for e in hit.entries)


def _is_firm(hit: Hit) -> bool:
    return any(isinstance(e.row, Company) for e in hit.entries)


def _is_company(hit: Hit) -> bool:
    return any(isinstance(e.row, Company) and e.form == "name" for e in hit.entries)
