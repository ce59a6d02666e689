"""Units: what stands right before or after a number and says what kind of number it is.

Currencies become ISO 4217 codes, physical units one spelling each; the forms are in `tables/currencies.tsv` and
`tables/units.tsv`. Nothing here looks at the rest of the article: what "$" or "pesos" mean there is for `currencies` to
say; here they get their most common meaning and `family` says that they are shared.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal, NamedTuple

from briefs.extract.counting.numbers import MARKS
from briefs.extract.wordlist import words
from briefs.tables.files import table_lines

Kind = Literal["money", "percent", "points", "times", "ratio", "physical", "duration", "count"]


class Unit(NamedTuple):
    """A unit with the place of its words; `factor` turns the number into the unit ("cents" are 0.01 USD)."""

    code: str
    kind: Kind
    start: int
    end: int
    factor: float = 1.0
    family: str = ""  # several countries call their money so: "dollar", "peso"
    attributive: bool = False  # joined by a hyphen: "a 15.6-inch screen"


class Form(NamedTuple):
    """What a written form of a unit means."""

    code: str
    kind: Kind
    factor: float = 1.0
    family: str = ""


@dataclass
class UnitTables:
    """The written forms of all units, and the currencies of each family by country."""

    forms: dict[str, Form] = field(default_factory=dict)  # after a number, lower case
    signs: dict[str, Form] = field(default_factory=dict)  # before a number
    reach: dict[str, int] = field(default_factory=dict)  # the most words of a form, by its first word
    codes: set[str] = field(default_factory=set)
    families: dict[str, dict[str, str]] = field(default_factory=dict)  # family -> country -> code
    nouns: dict[str, list[str]] = field(default_factory=dict)  # family -> its open names
    adjectives: dict[str, str] = field(default_factory=dict)  # "canadian" -> "CAD"

    def add(self, form: str, meaning: Form) -> None:
        """Learn what `form` means after a number; the first meaning stays."""
        words = form.split(" ")
        self.forms.setdefault(form, meaning)
        self.reach[words[0]] = max(len(words), self.reach.get(words[0], 0))


# A single capital letter is a currency only right before digits, and where the article speaks of that currency.
LETTER_SIGNS = {"R": "ZAR", "N": "NGN", "P": "PHP", "K": "ZMW"}
_HUNDREDTH = 0.01

# Units only in this very case and glued to the number: in lower case or apart they would be words.
_CASED: dict[str, Form] = {
    "W": Form("W", "physical"), "V": Form("V", "physical"), "m": Form("m", "physical"), "L": Form("l", "physical"),
    "t": Form("t", "physical"), "C": Form("°C", "physical"), "F": Form("°F", "physical"), "g": Form("g", "physical"),
    "h": Form("hours", "duration"), "s": Form("seconds", "duration"),
}  # fmt: skip
# Forms that are ordinary words or abbreviations of something else where a space stands before them.
_GLUED_ONLY = words("p bar ps cv mi in. x mp iu mb mt real tops pc g ms mn lei ha fold h s bp")
_GLUED_CAPITALS = frozenset(("MB", "MP", "MT", "Mt", "PS", "IU"))  # "MT" are metric tons, "Mt" a million of them
_APART_IN_LOWER_CASE = frozenset(("pc",))  # "5.1 pc" is percent, "3 PC games" are not
_EXPLAINED_WITHIN = 20_000  # characters: "4.5 million tonnes (mt)" says what "mt" is from there on
_EXTENT = re.compile(
    r" (?:long|wide|high|tall|deep|thick|above|below|away|across|underground|in (?:length|height|width|depth|diameter|"
    r"altitude))\b"
)
_PREFIX = re.compile(r"\b(?:sub|near|under|over|all|mid)[-‑]$", re.IGNORECASE)  # "sub-Rs 10,000 phones"
_VIDEO_LINES = frozenset((480, 720, 1080, 1440, 2160, 4320))


@lru_cache(maxsize=1)
def unit_tables() -> UnitTables:
    """Return the tables of units and currencies, read once."""
    tables = UnitTables()
    for row in _rows("units"):
        for form in row[2].split("|"):
            tables.add(form, Form(row[1], row[0], float(row[3] or 1)))  # type: ignore[arg-type]
    rows = list(_rows("currencies"))
    for row in rows:
        if row[0].startswith("*"):
            _learn_family(tables, row)
    for row in rows:
        if not row[0].startswith("*"):
            _learn_currency(tables, row)
    return tables


def _rows(name: str) -> Iterator[list[str]]:
    for line in table_lines(f"{name}.tsv"):
        cells = line.split("\t")
        yield cells + [""] * (7 - len(cells))


def _learn_family(tables: UnitTables, row: list[str]) -> None:
    family, usual = row[0][1:], row[2]
    tables.families[family] = {}
    tables.nouns[family] = [name for name in row[5].split("|") if name]
    for name in tables.nouns[family]:
        tables.add(name, Form(usual, "money", 1.0, family))
    for name in filter(None, row[6].split("|")):
        tables.add(name, Form(usual, "money", _HUNDREDTH, family))
    for sign in filter(None, row[4].split("|")):
        tables.signs[sign] = Form(usual, "money", 1.0, family)
        tables.add(sign, tables.signs[sign])


def _learn_currency(tables: UnitTables, row: list[str]) -> None:
    code = row[0]
    tables.codes.add(code)
    tables.signs[code] = Form(code, "money")
    adjectives = [a for a in row[3].split("|") if a]
    for family in filter(None, row[2].split("|")):
        for country in filter(None, row[1].split("|")):
            tables.families[family][country] = code
        for adjective in adjectives:
            for noun in tables.nouns[family]:
                tables.add(f"{adjective.lower()} {noun}", Form(code, "money"))
    tables.adjectives.update((adjective.lower(), code) for adjective in adjectives)
    for sign in filter(None, row[4].split("|")):
        tables.signs[sign] = Form(code, "money")
        tables.add(sign, Form(code, "money"))
    for name in filter(None, row[5].split("|")):
        tables.add(name, Form(code, "money"))
        for adjective in adjectives:
            tables.add(f"{adjective.lower()} {name}", Form(code, "money"))
    for name in filter(None, row[6].split("|")):
        tables.add(name, Form(code, "money", _HUNDREDTH))


_NEXT = re.compile(
    "([ \u00a0\u202f\u2009](?:(?:de|di|do|da) |d[’'])|[ \u00a0\u202f\u2009]?[-‑]?)"
    "(%-point|%p|%포인트|[%％٪﹪€$＄£￡¥￥₹₩₦₽₺₱₫฿₪₴₸¢‰×″]|[°º] ?[CF]?(?![^\\W_])|℃|℉|"
    f"[^\\W\\d_][\\w{MARKS}.²³/µμ'’-]{{0,40}})"
)
_MORE = re.compile("[ \u00a0\u202f-]([^\\W\\d_][\\w./²³'’]{0,40})")
_TRAILING = ".,'’/"
_LONGEST_SIGN = 6
_SIGN_CHARACTERS = frozenset("$＄€£￡¥￥₹₩￦₦₽₺₱₫฿₪₴₸₡₲₵¢₭₮₾₼៛")


@lru_cache(maxsize=1)
def _before_pattern() -> re.Pattern[str]:
    signs = sorted((*unit_tables().signs, *LETTER_SIGNS), key=lambda sign: (-len(sign), sign))
    return re.compile(f"(?:{'|'.join(map(re.escape, signs))})[ \u00a0\u202f]?$")


def unit_before(text: str, start: int) -> Unit | None:
    """Return the currency written right before the number that begins at `start`."""
    if start == 0:
        return None
    nearest = text[start - 1]
    if not (nearest.isalpha() or nearest in " \u00a0\u202f./" or nearest in _SIGN_CHARACTERS):
        return None
    if nearest in " \u00a0\u202f" and start > 1 and text[start - 2].islower() and text[start - 2] not in "rsphkłč":
        return None  # an ordinary word: none of the signs ends in another small letter
    from_ = max(0, start - _LONGEST_SIGN - 2)
    match = _before_pattern().search(text[from_:start])
    if not match:
        return None
    at = from_ + match.start()
    sign = match.group().rstrip(" \u00a0\u202f")
    inside = at > 0 and (text[at - 1].isalnum() or text[at - 1] in "-‑_./&")
    if sign[0].isalpha() and inside and not _PREFIX.search(text, max(0, at - 8), at):
        return None
    if sign in LETTER_SIGNS:
        return None if len(sign) < len(match.group()) else Unit(LETTER_SIGNS[sign], "money", at, start, 1.0, "*" + sign)
    form = unit_tables().signs[sign]
    return Unit(form.code, form.kind, at, start, form.factor, form.family)


# "for ten consecutive months"
_IN_A_ROW = re.compile(r" (?:consecutive|straight|successive) (?=(?:days?|weeks?|months?|quarters?|years?)\b)")


def unit_after(text: str, end: int) -> Unit | None:
    """Return the unit written right after the number that ends at `end`, in the longest form that fits."""
    row = _IN_A_ROW.match(text, end)
    end = row.end() - 1 if row else end
    match = _NEXT.match(text, end)
    if not match:
        return None
    gap, word = match.groups()
    if gap[:1] in " \u00a0\u202f\u2009" and gap[1:] in ("-", "‑"):
        return None  # a spaced hyphen is a dash
    unit = _longest(text, match.start(2), word)
    if (
        unit is None
        and word in _CASED
        and not (word == "s" and text[end - 1] == "0")
        and (
            not gap
            or (word in "CF" and text[match.end() : match.end() + 1] == ")")
            or (word == "m" and gap != "-" and _EXTENT.match(text, match.end()))
        )
    ):
        form = _CASED[word]
        unit = Unit(form.code, form.kind, match.start(2), match.start(2) + len(word))
    if unit is None or (not gap and word[:1].isalpha() and word.isascii() and text[end - 1].isalpha()):
        return None
    written = text[unit.start : unit.end]
    if (
        gap
        and not (gap == "-" and written == "fold")
        and written.lower() in _GLUED_ONLY
        and written not in _GLUED_CAPITALS
        and written not in _APART_IN_LOWER_CASE
        and not (written == "mt" and text.rfind("(mt)", max(0, end - _EXPLAINED_WITHIN), end) > 0)
    ):
        return None
    if written == "MT":
        unit = unit._replace(factor=1.0)
    if (
        written == "p"
        and text[max(0, end - 4) : end].strip(" ").isdigit()
        and int(text[max(0, end - 4) : end]) in _VIDEO_LINES
    ):
        return None
    return unit._replace(attributive=True) if gap in ("-", "‑") else unit


def _longest(text: str, start: int, word: str) -> Unit | None:
    tables = unit_tables()
    if len(word) == 1 and word.isascii() and word.isalpha() and word not in ("x", "p"):
        return None  # "5G", "3D": single letters are read by their case
    bare = word.rstrip(_TRAILING)
    for first in (word, bare, word.lower(), bare.lower()):
        if first in tables.reach and (first in (word, bare) or first not in tables.signs):
            break  # a sign is one in its own case only: "36 kr", but not "36Kr"
    else:
        return _compound(start, word)
    words, ends = [first], [start + len(first)]
    while len(words) < tables.reach[first] and (more := _MORE.match(text, ends[-1])):
        words.append(more.group(1).lower())
        ends.append(more.end())
    for count in range(len(words), 0, -1):
        form, end = " ".join(words[:count]), ends[count - 1]
        meaning = tables.forms.get(form)
        if meaning is None and form[-1] in _TRAILING:
            end -= len(form) - len(form.rstrip(_TRAILING))
            meaning = tables.forms.get(form.rstrip(_TRAILING))
        if meaning:
            return Unit(meaning.code, meaning.kind, start, end, meaning.factor, meaning.family)
    return _compound(start, word)


def _compound(start: int, word: str) -> Unit | None:
    """Read a unit at the head of a longer word: "inch-wide", "USD", "亿元人民币", "억원을"."""
    tables = unit_tables()
    if word.rstrip(_TRAILING) in tables.codes:
        return Unit(word.rstrip(_TRAILING), "money", start, start + len(word.rstrip(_TRAILING)))
    if not word.isascii():
        for length in range(min(len(word), 6), 0, -1):
            head = word[:length].lower()
            if head in tables.forms and not head.isascii():
                return Unit(
                    tables.forms[head].code, tables.forms[head].kind, start, start + length, *tables.forms[head][2:]
                )
    if "-" in word:
        head = word.split("-", 1)[0]
        meaning = tables.forms.get(head.lower())
        if meaning and meaning.kind in ("physical", "duration"):
            return Unit(meaning.code, meaning.kind, start, start + len(head), meaning.factor, attributive=True)
    return None
