"""Capitalised runs cut into the pieces that may be names: at what only opens a sentence, at words that are no names."""

from __future__ import annotations

from collections.abc import Iterator

from briefs.extract.naming.as_company import TICKER
from briefs.extract.naming.dividing import CLOSERS, Divider
from briefs.extract.naming.gazetteer import Hit
from briefs.extract.naming.joining import Joiner
from briefs.extract.naming.lexicon.bodies import HEADS, ORGANISATION_CUES
from briefs.extract.naming.lexicon.firms import (
    BRANDED,
    BUSINESS_NOUNS_AFTER,
    BUSINESS_VERBS,
    COMPANY_NOUNS,
    PRICE_VERBS,
)
from briefs.extract.naming.lexicon.persons import SPEECH, TITLES
from briefs.extract.naming.lexicon.plain import DAYS, FUNCTION, MONTHS, MONTHS_SHORT, NOT_NAMES
from briefs.extract.naming.organisations import Body
from briefs.extract.naming.scan import Run, Scan
from briefs.extract.naming.surfaces import NOUNS, Piece, Vocabulary
from briefs.extract.wordlist import words
from briefs.tables import Company, Country
from briefs.tables.tongues import english

_FIRMS_GO_ON = SPEECH | BUSINESS_NOUNS_AFTER | BUSINESS_VERBS | PRICE_VERBS
_CREEDS = english("creed")
# Words that open sentences, and names: "New Media Group", "Third Bridge", "First Republic Bank".
_PARTS_OF_NAMES = words("new first second third one two three four five six seven next last old best other all open")
_NEVER_FIRST = english("never_first")


_LAST_NAMES = words("an do so no in my")  # small words that end names of Asia: "Le Truong An"
_NAMES_TOO = frozenset(("islam", "md"))
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
        self.scan = scan
        self.vocabulary = vocabulary
        self.given = given
        self.family = family
        self.english = english
        self.hit_at = {hit.first: hit for hit in hits}
        self.joiner = Joiner(scan, self.hit_at, vocabulary)
        self.divider = Divider(number, scan, self.hit_at, vocabulary, given, family, english=english)

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
                yield from self.divider.divided(start, index, run)
                start = index + 1
            index += 1
        yield from self.divider.divided(start, run.last, run)

    def _opener(self, index: int, run: Run) -> bool:
        """Return whether the word at `index` only opens the sentence."""
        scan = self.scan
        lower = scan.lower[index]
        hit = self.hit_at.get(index)
        if self._acronym(index):
            return False
        if hit is not None and (hit.last - hit.first > 1 or lower not in self.vocabulary.common):
            # "The National | Landlords Association", but "New Zealand Landlords Association"
            return lower in FUNCTION - _PARTS_OF_NAMES and hit.last < run.last
        if not scan.weak[index]:
            return lower in _NEVER_FIRST
        goes_on = run.possessive or (run.last < len(scan.lower) and scan.lower[run.last] in _FIRMS_GO_ON)
        if hit is not None and hit.last == run.last and goes_on and hit.of(Company):
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
        if lower.endswith("ing") and beyond is not None and beyond.of(Company) and lower not in self.family:
            return True  # "Adding Microsoft Ventures"
        if beyond is not None and beyond.last == run.last and beyond.of(Body) and self.vocabulary.ordinary(lower):
            return True  # "Key Security Council resolutions"
        if lower in TITLES or (lower in HEADS and index + 1 < run.last and scan.lower[index + 1] == "of"):
            return False
        alone = index + 1 == run.last
        return self.vocabulary.ordinary(lower) and (alone or scan.lower[run.last - 1] not in CLOSERS)

    def _acronym(self, index: int) -> bool:
        """Return whether a known body's capitals stand here, that in small letters are a word: "WHO"."""
        hit = self.hit_at.get(index)
        return hit is not None and self.scan.words[index].isupper() and not self.scan.loud[index] and hit.of(Body)

    def _no_name(self, index: int, run: Run) -> bool:
        scan = self.scan
        lower = scan.lower[index]
        if self._acronym(index):
            return False
        if lower in _CREEDS and any(w in ORGANISATION_CUES for w in scan.lower[index + 1 : run.last]):
            return False
        if len(lower) == 1 and index + 1 < run.last and scan.words[index + 1] == ".":
            return False  # an initial
        if lower in ("no", "nos") and any(w[:1].isdigit() for w in scan.words[index + 1 : index + 3]):
            return True  # "Union No. 1"
        if lower in _NAMES_TOO and self._in_full_name(index, run):
            return False
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
            return not brand or plain or (land is not None and land.of(Country, "name", "demonym"))
        firm = len(lower) == 3 and index + 1 < run.last and scan.lower[index + 1] in CLOSERS  # "Sun Microsystems"
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

    def _in_full_name(self, index: int, run: Run) -> bool:
        """Return whether "Islam" or "Md" is a part of somebody's name: "Tarik Islam", "Md Karim"; no doctor is "Md"."""
        scan = self.scan
        if scan.lower[index] == "md":
            return scan.words[index] == "Md" and index + 1 < run.last and scan.capital[index + 1]
        before = scan.lower[index - 1] if index > run.first else ""
        strange = before not in NOT_NAMES and before not in FUNCTION and before not in self.vocabulary.common
        return before.isalpha() and len(before) > 2 and strange and not scan.weak[index - 1]

    def _named_like_month(self, index: int, run: Run) -> bool:
        """Return whether a month is somebody's given name: "June Example builds", not "in June Example built"."""
        scan = self.scan
        if run.last - index != 2 or scan.lower[index] not in self.given or index + 1 in self.hit_at:
            return False
        before = scan.lower[index - 1] if index else ""
        return before not in _DATING and not self.divider.plain(scan.lower[index + 1]) and scan.words[index].istitle()
