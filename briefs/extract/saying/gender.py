"""Whether "he" or "she" may mean a person: by the form of address, the word for the office, and the given name.

A name says it only where hardly anybody of the other gender bears it; of all others, and of most people of the world,
nothing is known here and both pronouns fit.
"""

from __future__ import annotations

import re
from typing import Literal

from briefs.extract.document import Document
from briefs.extract.names import Names
from briefs.extract.wordlist import words
from briefs.model import Entity
from briefs.tables.tongues import english
from briefs.text import fold

Pronoun = Literal["he", "she"]

_ADDRESS = re.compile(r"\b(Mr|Sir|Lord|Herr|Señor|Monsieur|Mrs|Ms|Miss|Dame|Lady|Frau|Señora|Madame|Mme)\.?\s$")
_OF_HIM = words("Mr Sir Lord Herr Señor Monsieur")
_HIS_OFFICE = re.compile(
    r"\b(?:spokesman|chairman|businessman|congressman|policeman|fisherman|councilman|assemblyman|salesman|cameraman|"
    r"ombudsman|father|son|brother|husband|king|prince|priest|bishop|imam|monk|actor|widower|uncle|nephew|grandfather)\b",
    re.IGNORECASE,
)
_HER_OFFICE = re.compile(
    r"\b(?:spokeswoman|chairwoman|businesswoman|congresswoman|policewoman|councilwoman|assemblywoman|saleswoman|"
    r"mother|daughter|sister|wife|queen|princess|nun|actress|widow|aunt|niece|grandmother|midwife)\b",
    re.IGNORECASE,
)
_EITHER = frozenset(("chairman", "ombudsman", "actor", "spokesman"))  # women hold these offices under that name as well

_MEN = english("man")
_WOMEN = english("woman")


class Genders:
    """Knows of each person in a document which pronoun the text may use, as far as it can be told."""

    def __init__(self, document: Document, names: Names) -> None:
        self._fits = {person.key: _pronoun_of(person, document) for person in names.people}

    def may_be(self, entity: Entity, pronoun: str) -> bool:
        """Say whether `pronoun`, "he" or "she", may mean `entity`; one that says nothing of either may mean anybody."""
        known = self._fits.get(entity.key)
        return known is None or known == pronoun or pronoun not in ("he", "she")


def _pronoun_of(person: Entity, document: Document) -> Pronoun | None:
    """Return the only pronoun for `person`: what the article itself shows counts before what the name suggests."""
    told: set[Pronoun] = set()
    for mention in person.mentions:
        text = document.title.text if mention.part == "title" else document.body.text
        address = _ADDRESS.search(text[max(0, mention.start - 10) : mention.start]) or _ADDRESS.match(
            f"{mention.text.split()[0]} "
        )
        if address:
            told.add("he" if address[1] in _OF_HIM else "she")
    if len(told) == 1:
        return told.pop()
    role = person.role or ""
    his, her = _HIS_OFFICE.search(role), _HER_OFFICE.search(role)
    if her and not his:
        return "she"
    if his and not her and his.group().lower() not in _EITHER:
        return "he"
    given = fold(person.name).split()[:1]
    if not given or len(person.name.split()) == 1:
        return None
    return "he" if given[0] in _FOLDED_MEN else "she" if given[0] in _FOLDED_WOMEN else None


_FOLDED_MEN = frozenset(fold(name) for name in _MEN)
_FOLDED_WOMEN = frozenset(fold(name) for name in _WOMEN)
