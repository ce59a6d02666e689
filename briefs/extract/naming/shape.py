"""What the words of a surface say by themselves: legal forms, cues, given names, the shape of a person's name."""

from __future__ import annotations

import itertools
import re
from functools import lru_cache

from briefs.extract.naming.lexicon.bodies import ORGANISATION_CUES, STRONG_ORGANISATION_CUES
from briefs.extract.naming.lexicon.firms import BRANDED, COMPANY_CUES, LEGAL_FORMS, WEAK_COMPANY_CUES
from briefs.extract.naming.lexicon.persons import PARTICLES, ROLES
from briefs.extract.naming.lexicon.plain import FUNCTION
from briefs.extract.naming.lexicon.things import NAMED_THINGS, OTHER_CUES, PLACE_CUES
from briefs.extract.naming.scan import APOSTROPHES
from briefs.extract.naming.surfaces import Surface
from briefs.extract.wordlist import words
from briefs.tables import Tables
from briefs.tables.tongues import english

_COMPASS = english("place_epithet")
_GRADES = words("senior junior chief deputy principal special staff")
_HEIGHTS = frozenset(("mount", "mt", "lake", "cape", "gulf", "port", "fort", "isle", "river"))
_CLUB_CUES = frozenset(w for w, category in ORGANISATION_CUES.items() if category == "club")
_PUBLICATION_CUES = frozenset(w for w, category in ORGANISATION_CUES.items() if category == "publication")


_KINDS = frozenset(("airline", "carrier", "company", "firm", "bank", "maker", "automaker", "government"))


class Shape:
    """Weighs surfaces by their own words, with the word lists of the tables."""

    def __init__(self, tables: Tables, english: bool, given: frozenset[str]) -> None:
        self.english = english
        self.given = given
        self.family: frozenset[str] = tables.surnames
        self.common: frozenset[str] = tables.common_words
        self.lands = _lands(tables)
        self.demonyms = tables.demonyms

    def weigh(self, surface: Surface) -> None:
        """Add to the surface's scores what its words say."""
        lower = [w.lower() for w in surface.words]
        if len(lower) > 1:
            self._cues(surface, lower)
            if "&" in lower[1:-1]:
                surface.add("company", 2.5 if lower[-1] not in _UNITS else 0.0)  # partners gave it their names
            elif self._personal(surface):
                self._person(surface, lower)
        elif lower[0].endswith(_BANKS) and surface.words[0].istitle() and lower[0] not in self.family | self.common:
            surface.add("company", 0.0 if surface.hits else 2.6)  # "Examplebank", "Examplepharma"
        elif _camel(surface.words[0]):
            surface.add("company", _CAMEL)
            surface.add("camel", _CAMEL)
        if len(lower) == 1 and _NO_NAMES.fullmatch(surface.words[0]) and not surface.hits:
            surface.add("other", 8.0)
        if any(w[:1].isdigit() for w in lower[1:]) and not surface.hits:
            surface.add("other", 2.5)
        if any(len(part) == 1 for part in lower[-1].split("-")) and "-" in lower[-1] and not surface.hits:
            surface.add("other", 4.0)  # "Example Trek-E": a product

    def _cues(self, surface: Surface, lower: list[str]) -> None:
        first, last = lower[0], lower[-1]
        if any(head in _CHARTERED and link == "of" for head, link in itertools.pairwise(lower)):
            surface.add("company", 3.5)
        if last in LEGAL_FORMS and surface.words[-1] != "as":
            surface.add("company", 6.0)
        elif len(lower) == 2 and first in self.demonyms and last in _KINDS and not surface.hits:
            surface.add("other", 4.0)  # "the German Airline": written large, and no name
        elif last in COMPANY_CUES:
            plain = first in self.common or first in self.demonyms or first in _COMPASS
            own = any(w.isalpha() and w not in self.common and w not in self.demonyms for w in lower[1:-1])
            strange = not plain or own or _camel(surface.words[0])
            surface.add("company", 3.5 if last not in WEAK_COMPANY_CUES else 2.6 if strange else 1.5)
        elif last in BRANDED:
            surface.add("company", 2.6)
        if lower[-2:] == ["stock", "exchange"]:
            surface.add("organisation", 4.0)  # where shares are traded
        if lower[-2:] in (["red", "cross"], ["red", "crescent"]):
            surface.add("organisation", 6.0)
        cues = [w for w in lower if w in ORGANISATION_CUES]
        if any(word in APOSTROPHES for word in lower[1:-1]):
            surface.add("organisation", 4.0)  # its members own it: "Supporters' Trust"
        if first in _GRADES and len(lower) == 2 and last in _PUBLICATION_CUES:
            cues = []  # "Senior Advocate" is a rank
        if any(w in STRONG_ORGANISATION_CUES for w in lower):
            surface.add("organisation", 5.0)
        elif cues:
            heads = cues[-1] == last or (cues[0] == first and len(lower) > 2 and lower[1] in ("of", "for"))
            surface.add("organisation", 3.0 if heads else 0.0 if cues[-1] in _PUBLICATION_CUES else 1.5)
        if last in OTHER_CUES and not (last == "movement" and "and" in lower):  # "Order and Progress Movement"
            surface.add("other", 4.0)
        if last in PLACE_CUES or first in _HEIGHTS:
            surface.add("place", 4.0)
        if first in _COMPASS and last not in COMPANY_CUES:
            surface.add("place", 2.0)

    def _personal(self, surface: Surface) -> bool:
        """Return whether the surface may be a person's name: two to five words, none of them a cue of other things."""
        words = [w for w in surface.words if w[0].isalpha() or w[0].isdigit()]
        lower = [w.lower() for w in words]
        named = self._given(lower[0])
        if not 2 <= len(words) <= 5 or not all(w[0].isalpha() for w in words):
            return False
        if any(w.isupper() and len(w) > 1 and "." not in w and (len(w) > 2 or w is not words[0]) for w in words):
            return named and all(w.isupper() for w in words)
        if len(words) > 3 and not named and not any(w in PARTICLES or len(w) == 1 for w in lower):
            return False
        if any(w in STRONG_ORGANISATION_CUES or w in LEGAL_FORMS or w in _SMALL for w in lower):
            return False
        if lower[0] in NAMED_THINGS or (lower[-1] in FUNCTION and lower[-1] not in self.family):
            return False
        if lower[-1].endswith("s") and lower[-1][:-1] in ROLES:
            return False  # "Professional Accountants"
        if lower[0] in _COMPASS or (lower[-1] in _PUBLICATION_CUES and not named):
            return False
        last = lower[-1]
        if last in COMPANY_CUES or last in OTHER_CUES or last in PLACE_CUES or last in _CLUB_CUES:
            return named and len(words) == 2 and last in self.family
        if last in self.lands and last not in self.family:
            return False
        particled = any(w in PARTICLES for w in lower[1:-1])
        ordinary = [
            w in self.common and w not in self.given and w not in self.family and w not in PARTICLES for w in lower
        ]
        if particled and not any(ordinary[:-1]):
            return True  # "Sanne de Wit"
        return not any(ordinary) or (named and sum(ordinary) == 1 and (len(words) == 2 or not ordinary[-1]))

    def _given(self, lower: str) -> bool:
        """Return whether `lower` is a given name, or two in one ("Eva-Marie"); "de" is none, whatever lists say."""
        given = lower in self.given or lower.partition("-")[0] in self.given
        return given and lower not in PARTICLES and lower not in self.demonyms

    def _person(self, surface: Surface, lower: list[str]) -> None:
        first, last = lower[0], lower[-1]
        surface.add("person_shape", 1.0)
        if self.english and self.common and not any(w in self.common or w in ORGANISATION_CUES for w in lower):
            surface.add("person_guess", 1.5)  # firms and bodies have a word of the language in their names
        if self._given(first):
            surface.add("person", 2.5 if first in self.common else 4.0)
        if last in self.family:
            surface.add("person", 0.7 if last in self.common else 1.5)
        if first in self.family and (
            _SYLLABLES.fullmatch(surface.words[-1]) or ("-" in last and first not in self.common)
        ):
            surface.add("person", 3.0)
        if (any(len(w) == 1 for w in lower[1:-1]) and "." in lower) or _INITIALS.fullmatch(surface.words[0]):
            surface.add("person", 4.0 if "." in lower else 3.0)
        if any(w in PARTICLES for w in lower[1:-1]):
            surface.add("person", 1.0)


@lru_cache(maxsize=4)
def _lands(tables: Tables) -> frozenset[str]:
    """Return the single words that name a country or state and nothing else: "Sierra Nevada" is nobody."""
    states = (p for p in tables.places if p.kind == "state" and not p.ambiguous)
    names = [form for p in states for form in (p.name, *p.aliases)]
    names += [form for c in tables.countries for form in (c.name, *c.aliases) if form not in c.ambiguous]
    return frozenset(name.lower() for name in names if " " not in name)


# A rating; "MPs", "CEOs"; the code of a drug
_NO_NAMES = re.compile(r"(?:A{1,3}|B{1,3}|C{1,3})[abc]?\d?-(?:minus|plus)|[A-Z]{2,4}s|[A-Z]{2,6}-\d{2,5}[A-Z]?")
_SYLLABLES = re.compile("[A-Z][a-z]{0,6}-[a-z]{1,7}")  # a given name of Korea: Ji-yeon
_INITIALS = re.compile(r"(?:[A-Z]\.){1,3}[A-Z]?")
_BANKS = ("bank", "pharma")
_UNITS = frozenset(("unit", "division", "team", "section", "desk", "programme", "program", "studies"))
_CAMEL = 1.6  # CamelCase: the brand of a firm, or of a product
_CHARTERED = frozenset(("bank", "corporation", "company"))
_SMALL = frozenset(("&", "of", "and", "the", "for", "on"))


def _camel(word: str) -> bool:
    inner = word[3:] if word.startswith(("Mc", "Mac")) else word[1:]  # McAlder is somebody's surname
    return word.isalpha() and len(word) > 3 and not word.isupper() and inner != inner.lower()
