"""What "$", "pesos" or "R" mean in one article: several countries share the sign, and the text says whose it is."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

from briefs.extract.document import Document
from briefs.extract.names import Names
from briefs.extract.numbers import Numeral
from briefs.extract.units import LETTER_SIGNS, Unit, unit_tables

_SUFFIX = re.compile(r"[ \u00a0]\(?(US|U\.S\.|USD|Canadian|CAD|Cdn|Australian|AUD|NZD|SGD|HKD)\b\)?(?! [A-Za-z]+s\b)")
_SUFFIX_CODES = {"US": "USD", "U.S.": "USD", "Canadian": "CAD", "Cdn": "CAD", "Australian": "AUD"}
# Who writes so means another dollar by the bare sign.
_SAYS_US = re.compile(r"US\$ ?\d|\bU\.?S\.? dollars?\b|\bUSD ?\d|\d ?USD\b")
_STATED = re.compile(
    r"\b(?:in|all (?:figures|amounts|currency|prices)(?: are)?(?: in)?|(?:figures|amounts|prices) are in)[ ]"
    r"(Canadian|Australian|New Zealand|Singapore|Hong Kong|Namibian?|Jamaican) (?:dollars|currency|funds)\b",
    re.IGNORECASE,
)
# Where a single letter is a currency, the article names the money or the country.
_LETTER_EVIDENCE = {
    "R": re.compile(r"\b(?:rands?|South Africa\w*|Johannesburg|Cape Town|Eskom|Pretoria|Durban|JSE|ZAR|Transnet)\b"),
    "N": re.compile(r"\b(?:naira|Nigeria\w*|Lagos|Abuja|NGN)\b|₦"),
    "P": re.compile(r"\b(?:pesos?|Philippine\w*|Manila|Filipinos?|pula|Botswana|Gaborone)\b"),
    "K": re.compile(r"\b(?:kwacha|Zambia\w*|Lusaka|kina|Papua New Guinea)\b"),
}
_LETTER_ELSEWHERE = {
    "P": ("BWP", re.compile(r"\b(?:pula|Botswana|Gaborone)\b")),
    "K": ("PGK", re.compile(r"\b(?:kina|Papua New Guinea)\b")),
}
# Money whose hundredth part is a cent, beside the dollars.
_CENTS = {"ZA": "ZAR", "KE": "KES", "IE": "EUR", "DE": "EUR", "FR": "EUR", "ES": "EUR", "IT": "EUR", "NL": "EUR"}
_LEAST_LETTERED = 10  # "R5" is a bend in a road or a model before it is five rand


@lru_cache(maxsize=1)
def _spelt_out() -> re.Pattern[str]:
    tables = unit_tables()
    nouns = sorted(
        {noun for names in tables.nouns.values() for noun in names if noun.isascii()}, key=lambda n: (-len(n), n)
    )
    adjectives = sorted(tables.adjectives, key=lambda a: (-len(a), a))
    return re.compile(
        rf"\b({'|'.join(map(re.escape, adjectives))})[ \u00a0]({'|'.join(map(re.escape, nouns))})\b", re.IGNORECASE
    )


class Currencies:
    """Resolves the shared signs and names of one document; what it says holds for the whole of it."""

    def __init__(self, document: Document, names: Names) -> None:
        text = f"{document.title.text}\n{document.body.text}"
        self._letters = {letter for letter, evidence in _LETTER_EVIDENCE.items() if evidence.search(text)}
        self._letter_codes = {
            letter: code for letter, (code, evidence) in _LETTER_ELSEWHERE.items() if evidence.search(text)
        }
        main = [c.code for c in names.countries if c.code and c.main]
        self._countries = main or [c.code for c in names.countries[:1] if c.code]
        self._says_us = bool(_SAYS_US.search(text))
        self._sterling = "£" in text or "sterling" in text
        tables = unit_tables()
        stated: Counter[str] = Counter()
        nouns = any(noun in text for names_ in tables.nouns.values() for noun in names_)
        for match in _spelt_out().finditer(text) if nouns else ():
            stated[tables.adjectives[match.group(1).lower()]] += 1
        self._stated = [code for code, _ in sorted(stated.items(), key=lambda item: (-item[1], item[0]))]
        local = _STATED.search(text)
        self._local = tables.adjectives.get(local.group(1).lower()) if local else None

    def resolve(self, unit: Unit, numeral: Numeral) -> Unit | None:
        """Return `unit` with its code as this article means it; None where it is no currency after all."""
        if unit.kind != "money" or not unit.family:
            return unit
        if unit.family[0] == "*":
            return self._letter(unit, unit.family[1:], numeral)
        if unit.family == "pound" and unit.start >= numeral.end and not self._pounds_are_money(numeral):
            return unit._replace(code="lb", kind="physical", family="")
        return unit._replace(code=self._code(unit))

    @staticmethod
    def suffix(unit: Unit, text: str, end: int) -> tuple[str, int]:
        """Return the code and end of the money that ends at `end`, read on through "$5 million Canadian"."""
        if unit.family == "dollar" and (match := _SUFFIX.match(text, end)):
            return _SUFFIX_CODES.get(match.group(1), match.group(1)), match.end()
        return unit.code, end

    def _letter(self, unit: Unit, letter: str, numeral: Numeral) -> Unit | None:
        large = numeral.scaled or numeral.grouped or numeral.decimals or numeral.value >= _LEAST_LETTERED
        if letter not in self._letters or not large:
            return None
        return unit._replace(code=self._letter_codes.get(letter, LETTER_SIGNS[letter]))

    def _pounds_are_money(self, numeral: Numeral) -> bool:
        if self._sterling or numeral.scaled:
            return True
        family = unit_tables().families["pound"]
        return any(code in family.values() for code in self._stated) or any(
            code in family and code != "GB" for code in self._countries
        )

    def _code(self, unit: Unit) -> str:
        codes = unit_tables().families[unit.family]
        stated = [code for code in self._stated if code in codes.values()]
        local = list(dict.fromkeys(codes[c] for c in self._countries if c in codes))
        if unit.family != "dollar":
            return (stated or local or [unit.code])[0]
        if unit.factor != 1:
            return next((codes.get(c) or _CENTS[c] for c in self._countries if c in codes or c in _CENTS), unit.code)
        if self._local:
            return self._local
        others = [code for code in stated if code != "USD"]
        foreign = [code for code in local if code != "USD"]
        if self._says_us and (others or len(foreign) == 1):
            return (others or foreign)[0]
        return unit.code
