"""What "$", "pesos" or "R" mean in one article: several countries share the sign, and the text says whose it is."""

from __future__ import annotations

import re
from collections import Counter
from functools import cached_property, lru_cache

from briefs.extract.counting.numeral import Numeral
from briefs.extract.counting.units import LETTER_SIGNS, Unit, unit_tables
from briefs.extract.document import Document
from briefs.extract.names import Names

_SUFFIX = re.compile(r"[ \u00a0]\(?(US|U\.S\.|USD|Canadian|CAD|Cdn|Australian|AUD|NZD|SGD|HKD)\b\)?(?! [A-Za-z]+s\b)")
_SUFFIX_CODES = {"US": "USD", "U.S.": "USD", "Canadian": "CAD", "Cdn": "CAD", "Australian": "AUD"}
# Who writes so means another dollar by the bare sign.
_US_FORMS = ("US$", "U.S.$", "USD", "US dollar", "U.S. dollar")
_STATED = re.compile(
    r"\b(?:in|all (?:figures|amounts|currency|prices)(?: are)?(?: in)?|(?:figures|amounts|prices) are in)[ ]"
    r"(Canadian|Australian|New Zealand|Singapore|Hong Kong|Namibian?|Jamaican) (?:dollars|currency|funds)\b",
    re.IGNORECASE,
)
_STATED_WORDS = ("Canadian ", "Australian ", "Zealand ", "Singapore ", "Kong ", "Namibia", "Jamaican ")
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
_PREFIXED_DOLLAR = re.compile(r"\b[A-Z]{1,3}\$")
_BARE_DOLLAR = re.compile(r"(?<![A-Z.])\$")
_LEAST_LETTERED = 10  # "R5" is a bend in a road or a model before it is five rand


@lru_cache(maxsize=1)
def _shared_names() -> re.Pattern[str]:
    names = {noun for nouns in unit_tables().nouns.values() for noun in nouns if noun.isascii() and len(noun) > 2}
    return re.compile(f"(?:{'|'.join(sorted(names, key=lambda n: (-len(n), n)))})(?![^\\W_])")


_WORDS_BEFORE = re.compile(r"((?:[A-Za-z.]+ )?(?:[A-Za-z.]+ )?)([A-Za-z.]+) $")


class Currencies:
    """Resolves the shared signs and names of one document; what it says holds for the whole of it."""

    def __init__(self, document: Document, names: Names) -> None:
        self._text = f"{document.title.text}\n{document.body.text}"
        self._letters: dict[str, str] = {}  # what the letters asked for mean; each question reads the whole text
        self._codes: dict[Unit, str] = {}
        main = [c.code for c in names.countries if c.code and c.main]
        self._countries = main or [c.code for c in names.countries[:1] if c.code]

    def _code_of(self, letter: str) -> str:
        """Return the currency that this article gives reason to read a letter as, or nothing."""
        if letter not in self._letters:
            code = LETTER_SIGNS[letter] if _LETTER_EVIDENCE[letter].search(self._text) else ""
            elsewhere = _LETTER_ELSEWHERE.get(letter)
            if code and elsewhere and elsewhere[1].search(self._text):
                code = elsewhere[0]
            self._letters[letter] = code
        return self._letters[letter]

    @cached_property
    def _stated(self) -> list[str]:
        """The currencies spelt out as somebody's ("Canadian dollars"), the most frequent first."""
        adjectives = unit_tables().adjectives
        stated: Counter[str] = Counter()
        for match in _shared_names().finditer(self._text):
            before = _WORDS_BEFORE.search(self._text, max(0, match.start() - 24), match.start())
            if before:
                words = [*before.group(1).split(), before.group(2)]
                code = next((c for n in (1, 2, 3) if (c := adjectives.get(" ".join(words[-n:]).lower()))), None)
                if code:
                    stated[code] += 1
        return [code for code, _ in sorted(stated.items(), key=lambda item: (-item[1], item[0]))]

    @cached_property
    def _local(self) -> str | None:
        """The dollar that the article says all its figures are in."""
        match = _STATED.search(self._text) if any(word in self._text for word in _STATED_WORDS) else None
        return unit_tables().adjectives.get(match.group(1).lower()) if match else None

    @cached_property
    def _says_us(self) -> bool:
        return any(form in self._text for form in _US_FORMS)

    @cached_property
    def _in_dollars(self) -> bool:
        """Whether the article counts in bare dollars and no other money: its cents are of them."""
        return bool(_BARE_DOLLAR.search(self._text)) and not self._letters and "€" not in self._text

    @cached_property
    def _prefixed(self) -> str | None:
        """The only dollar of the article, where it always says whose it is ("A$"): bare cents are of it, too."""
        signs = set(_PREFIXED_DOLLAR.findall(self._text)) if not self._in_dollars else set()
        form = unit_tables().signs.get(signs.pop()) if len(signs) == 1 else None
        return form.code if form else None

    @cached_property
    def _sterling(self) -> bool:
        return any(sign in self._text for sign in ("£", "sterling", " pence", "illion pounds"))

    def resolve(self, unit: Unit, numeral: Numeral, *, priced: bool = False) -> Unit | None:
        """Return `unit` with its code as this article means it; None where it is no currency after all.

        `priced` says that "a tonne" or "a share" follows, which pounds of weight do not have.
        """
        if unit.kind != "money" or not unit.family:
            return unit
        if unit.family[0] == "*":
            return self._letter(unit, unit.family[1:], numeral)
        money = priced or unit.start < numeral.end or self._pounds_are_money(numeral)
        if unit.family == "pound" and not money:
            return unit._replace(code="lb", kind="physical", family="")
        kind = unit._replace(start=0, end=0)
        if kind not in self._codes:
            self._codes[kind] = self._code(unit)
        return unit._replace(code=self._codes[kind])

    @staticmethod
    def suffix(unit: Unit, text: str, end: int) -> tuple[str, int]:
        """Return the code and end of the money that ends at `end`, read on through "$5 million Canadian"."""
        if unit.family == "dollar" and (match := _SUFFIX.match(text, end)):
            return _SUFFIX_CODES.get(match.group(1), match.group(1)), match.end()
        return unit.code, end

    def _letter(self, unit: Unit, letter: str, numeral: Numeral) -> Unit | None:
        large = numeral.scaled or numeral.grouped or numeral.decimals or numeral.value >= _LEAST_LETTERED
        code = self._code_of(letter) if large else ""
        return unit._replace(code=code) if code else None

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
        if self._prefixed and not self._says_us:
            return self._prefixed
        if unit.factor != 1 and not self._in_dollars:
            return next((codes.get(c) or _CENTS[c] for c in self._countries if c in codes or c in _CENTS), unit.code)
        if self._local:
            return self._local
        others = [code for code in stated if code != "USD"]
        foreign = [code for code in local if code != "USD"]
        if self._says_us and (others or len(foreign) == 1):
            return (others or foreign)[0]
        return unit.code
