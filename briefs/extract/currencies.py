"""What "$", "pesos" or "R" mean in one article: several countries share the sign, and the text says whose it is."""

from __future__ import annotations

import re
from collections import Counter

from briefs.extract.document import Document
from briefs.extract.names import Names
from briefs.extract.numbers import Numeral
from briefs.extract.units import LETTER_SIGNS, Unit

# Countries by the family of names that they share.
_FAMILIES: dict[str, dict[str, str]] = {
    "dollar": {
        "US": "USD", "CA": "CAD", "AU": "AUD", "NZ": "NZD", "SG": "SGD", "HK": "HKD", "TW": "TWD", "NA": "NAD", "JM": "JMD", "TT": "TTD",
        "FJ": "FJD", "BB": "BBD", "BS": "BSD", "BZ": "BZD", "GY": "GYD", "LR": "LRD", "ZW": "ZWL", "BN": "BND", "MX": "MXN", "AR": "ARS", "CL": "CLP", "CO": "COP",
    },
    "pound": {"GB": "GBP", "EG": "EGP", "LB": "LBP", "SD": "SDG", "SY": "SYP", "SS": "SSP"},
    "peso": {"MX": "MXN", "PH": "PHP", "AR": "ARS", "CL": "CLP", "CO": "COP", "CU": "CUP", "UY": "UYU", "DO": "DOP"},
    "rupee": {"IN": "INR", "PK": "PKR", "LK": "LKR", "NP": "NPR", "MU": "MUR", "SC": "SCR"},
    "shilling": {"KE": "KES", "UG": "UGX", "TZ": "TZS", "SO": "SOS"},
    "dinar": {"KW": "KWD", "BH": "BHD", "JO": "JOD", "IQ": "IQD", "TN": "TND", "DZ": "DZD", "LY": "LYD", "RS": "RSD", "MK": "MKD"},
    "riyal": {"SA": "SAR", "QA": "QAR", "OM": "OMR", "YE": "YER", "IR": "IRR"},
    "dirham": {"AE": "AED", "MA": "MAD"},
    "lira": {"TR": "TRY", "LB": "LBP", "IT": "ITL"},
    "crown": {"SE": "SEK", "NO": "NOK", "DK": "DKK", "IS": "ISK", "CZ": "CZK"},
    "franc": {"CH": "CHF", "CD": "CDF", "RW": "RWF", "SN": "XOF", "CI": "XOF", "ML": "XOF", "BF": "XOF", "NE": "XOF", "TG": "XOF", "BJ": "XOF", "CM": "XAF", "GA": "XAF", "TD": "XAF", "CG": "XAF", "DJ": "DJF", "GN": "GNF", "BI": "BIF"},
    "won": {"KR": "KRW", "KP": "KPW"},
    "yen": {"JP": "JPY", "CN": "CNY"},
    "cent": {"US": "USD", "CA": "CAD", "AU": "AUD", "NZ": "NZD", "SG": "SGD", "HK": "HKD", "NA": "NAD", "ZA": "ZAR", "KE": "KES", "IE": "EUR", "DE": "EUR", "FR": "EUR", "ES": "EUR", "IT": "EUR", "NL": "EUR"},
    "kwacha": {"ZM": "ZMW", "MW": "MWK"},
}  # fmt: skip
_FAMILY_OF = {
    "$": "dollar", "＄": "dollar", "dollar": "dollar", "dollars": "dollar", "£": "pound", "pound": "pound", "pounds": "pound", "peso": "peso", "pesos": "peso",
    "Rs": "rupee", "Rs.": "rupee", "Re": "rupee", "rupee": "rupee", "rupees": "rupee", "paise": "rupee", "Sh": "shilling", "Sh.": "shilling", "Shs": "shilling", "shilling": "shilling", "shillings": "shilling",
    "dinar": "dinar", "dinars": "dinar", "riyal": "riyal", "riyals": "riyal", "rial": "riyal", "rials": "riyal", "dirham": "dirham", "dirhams": "dirham", "lira": "lira", "liras": "lira",
    "kr": "crown", "krona": "crown", "kronor": "crown", "krone": "crown", "kroner": "crown", "koruna": "crown", "franc": "franc", "francs": "franc", "¥": "yen", "￥": "yen", "元": "yuan",
    "cent": "cent", "cents": "cent", "¢": "cent", "centavos": "peso", "kwacha": "kwacha", "won": "won",
}  # fmt: skip

# Words that say whose currency a bare name is.
_SPELT_OUT = re.compile(
    r"\b(US|U\.S\.|American|Canadian|Australian|New Zealand|Singapore|Hong Kong|Taiwan|Namibian?|Jamaican|Egyptian|Lebanese|Sudanese|Syrian|British|"
    r"Mexican|Philippine|Argentine|Chilean|Colombian|Cuban|Uruguayan|Dominican|Indian|Pakistani?|Sri Lankan?|Nepal[ei]se?|Kenyan?|Ugandan?|Tanzanian?|"
    r"Kuwaiti|Jordanian|Iraqi|Tunisian|Algerian|Libyan|Serbian|Saudi|Qatari|Omani|Yemeni|Iranian|UAE|Moroccan|Turkish|Swedish|Norwegian|Danish|Icelandic|Czech|"
    r"Swiss|CFA|Congolese|Rwandan|Zambian|Malawian?|Fijian?|Barbad\w+|Bahamian|Trinidad\w*|Zimbabwe\w*)[ \u00a0]+"
    r"(dollar|pound|peso|rupee|shilling|dinar|ri?yal|rial|dirham|lira|kron[aoer]+|crown|franc|kwacha)s?\b"
)
_DEMONYM_CODES = {
    "us": "US", "u.s.": "US", "american": "US", "canadian": "CA", "australian": "AU", "new zealand": "NZ", "singapore": "SG", "hong kong": "HK", "taiwan": "TW",
    "namibia": "NA", "namibian": "NA", "jamaican": "JM", "egyptian": "EG", "lebanese": "LB", "sudanese": "SD", "syrian": "SY", "british": "GB", "mexican": "MX",
    "philippine": "PH", "argentine": "AR", "chilean": "CL", "colombian": "CO", "cuban": "CU", "uruguayan": "UY", "dominican": "DO", "indian": "IN", "pakistan": "PK",
    "pakistani": "PK", "sri lanka": "LK", "sri lankan": "LK", "kenya": "KE", "kenyan": "KE", "uganda": "UG", "ugandan": "UG", "tanzania": "TZ", "tanzanian": "TZ",
    "kuwaiti": "KW", "jordanian": "JO", "iraqi": "IQ", "tunisian": "TN", "algerian": "DZ", "libyan": "LY", "serbian": "RS", "saudi": "SA", "qatari": "QA", "omani": "OM",
    "yemeni": "YE", "iranian": "IR", "uae": "AE", "moroccan": "MA", "turkish": "TR", "swedish": "SE", "norwegian": "NO", "danish": "DK", "icelandic": "IS", "czech": "CZ", "swiss": "CH",
}  # fmt: skip
_SUFFIX = re.compile(r"[ \u00a0]\(?(US|USD|Canadian|CAD|Cdn|Australian|AUD|NZD|SGD|HKD)\)?(?![\w])")
_SUFFIX_CODES = {
    "US": "USD",
    "USD": "USD",
    "Canadian": "CAD",
    "CAD": "CAD",
    "Cdn": "CAD",
    "Australian": "AUD",
    "AUD": "AUD",
    "NZD": "NZD",
    "SGD": "SGD",
    "HKD": "HKD",
}
_FOREIGN_US = re.compile(r"US\$ ?\d|\bU\.?S\.? dollars?\b|\bUSD ?\d")
_STATED_LOCAL = re.compile(
    r"\b(?:in|all figures(?: are)?(?: in)?|figures are in|amounts are in)[ ](Canadian|Australian|New Zealand|Singapore|Hong Kong|Namibian?)(?: dollars| currency| funds)\b",
    re.IGNORECASE,
)
# Where a single letter is a currency, the article names the money or the country.
_LETTER_EVIDENCE = {
    "R": re.compile(r"\b(?:rands?|South Africa\w*|Johannesburg|Cape Town|Eskom|Pretoria|Durban|JSE|ZAR|Transnet)\b"),
    "N": re.compile(r"\b(?:naira|Nigeria\w*|Lagos|Abuja|NGN)\b"),
    "P": re.compile(r"\b(?:pesos?|Philippine\w*|Manila|Filipinos?|pula|Botswana|Gaborone)\b"),
    "K": re.compile(r"\b(?:kwacha|Zambia\w*|Lusaka|kina|Papua New Guinea)\b"),
}


class Currencies:
    """Resolves the open signs and names of one document; what it says is the same for the whole of it."""

    def __init__(self, document: Document, names: Names) -> None:
        text = f"{document.title.text}\n{document.body.text}"
        self._letters = {letter for letter, evidence in _LETTER_EVIDENCE.items() if evidence.search(text)}
        self._countries = [c.code for c in names.countries if c.code and c.main] or [
            c.code for c in names.countries[:1] if c.code
        ]
        self._says_us = bool(_FOREIGN_US.search(text))
        stated: Counter[str] = Counter()
        for match in _SPELT_OUT.finditer(text):
            code = _DEMONYM_CODES.get(match.group(1).lower())
            family = _FAMILY_OF.get(match.group(2).lower())
            if code and family:
                stated[f"{family}:{code}"] += 1
        local = _STATED_LOCAL.search(text)
        self._stated = dict.fromkeys(key for key, _ in sorted(stated.items(), key=lambda item: (-item[1], item[0])))
        self._local = _DEMONYM_CODES.get(local.group(1).lower()) if local else None
        self._botswana = bool(re.search(r"\b(?:pula|Botswana|Gaborone)\b", text))
        self._pounds_sterling = "£" in text or "sterling" in text

    def resolve(self, unit: Unit, text: str, numeral: Numeral) -> Unit | None:
        """Return `unit` with its code as this article means it; None where it is no currency after all."""
        if unit.kind != "money" or not unit.open:
            return unit
        sign = unit.open
        if sign in LETTER_SIGNS and unit.start < numeral.start:
            if sign not in self._letters or not (
                numeral.scaled or numeral.grouped or numeral.decimals or numeral.value >= 10
            ):
                return None
            return unit._replace(code="BWP") if sign == "P" and self._botswana else unit
        family = _FAMILY_OF.get(sign)
        if family is None or family not in _FAMILIES:
            return unit
        if family == "pound" and sign != "£" and not self._is_money_pound(unit, numeral):
            return None if unit.factor != 1 else unit._replace(code="lb", kind="physical")
        return unit._replace(code=self._code(family, unit.code, sign))

    def suffix(self, unit: Unit, text: str, end: int) -> tuple[str, int]:
        """Return the code and end of the money that ends at `end`, read on through "$5 million Canadian"."""
        if unit.open in ("$", "＄") and (match := _SUFFIX.match(text, end)):
            return _SUFFIX_CODES[match.group(1)], match.end()
        return unit.code, end

    def _is_money_pound(self, unit: Unit, numeral: Numeral) -> bool:
        return (
            self._pounds_sterling
            or numeral.scaled
            or any(key.startswith("pound:") for key in self._stated)
            or any(code in ("EG", "LB", "SD", "SY") for code in self._countries)
        )

    def _code(self, family: str, usual: str, sign: str) -> str:
        codes = _FAMILIES[family]
        stated = [
            codes[key.split(":")[1]]
            for key in self._stated
            if key.startswith(family + ":") and key.split(":")[1] in codes
        ]
        if family in ("dollar", "cent"):
            if self._local and self._local in codes:
                return codes[self._local]
            others = [code for code in stated if code != "USD"]
            if sign in ("$", "＄"):
                if self._says_us and others:
                    return others[0]
                local = [codes[c] for c in self._countries if c in codes and c != "US"]
                if self._says_us and len(set(local)) == 1:
                    return local[0]
            elif family == "cent":
                local = [codes[c] for c in self._countries if c in codes]
                return local[0] if local else usual
            return usual
        if stated:
            return stated[0]
        return next((codes[c] for c in self._countries if c in codes), usual)


def letter_signs_of(text: str) -> set[str]:
    """Return the single letters that `text` gives reason to read as currencies."""
    return {letter for letter, evidence in _LETTER_EVIDENCE.items() if evidence.search(text)}
