"""Countries in articles that are not in English: by the names of CLDR and of newspapers, and by adjectives."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from briefs.extract.naming.countries import Sighting
from briefs.extract.naming.scan import Scan
from briefs.sentences import tokens
from briefs.tables import Country, Tables
from briefs.tables.tongues import tongue
from briefs.text import fold

# "Financial", "Amman", "delivery": more often something else.
_WORDS_TOO = frozenset(("مالي", "عمان", "인도", "jersey", "ile", "mali"))
_PREFIXES = frozenset("وبلفكהובלמשכ")  # "and", "in", "to" written as one with the name in Arabic and Hebrew
_UNDECLINED = frozenset(("es", "pt", "fr", "it", "ca", "gl"))  # "Catarina" is no form of "Catar"
_ENDING = 3  # letters that an inflected name may have more or fewer
_STEM = 4


class ForeignNames:
    """The countries' names in one language, for scripts with capitals and for those without."""

    def __init__(self, language: str) -> None:
        self._declines = language not in _UNDECLINED
        self._cased: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        self._plain: dict[str, list[tuple[str, str]]] = {}
        self._adjectives = tongue(language).demonyms
        for form, code in self._adjectives.items():
            if form.lower() == form.upper():
                self._plain.setdefault(form[0], []).append((form, code))
        for name, code in _names(language):
            if name.lower() == name.upper():
                self._plain.setdefault(name[0], []).append((name, code))
                continue
            words = tuple(fold(t.text) for t in tokens(name))
            if words:
                self._cased.setdefault(words[0][:_STEM], []).append((words, code))
        for rows in self._plain.values():
            rows.sort(key=lambda row: (-len(row[0]), row))
        for forms in self._cased.values():
            forms.sort(key=lambda form: (-len(form[0]), -len(form[0][0]), form))

    def spans(self, scan: Scan) -> Iterator[tuple[int, int, str]]:
        """Yield start, end and code of every name in a scan."""
        if self._cased:
            yield from self._capitalised(scan)
        if self._plain:
            yield from self._uncased(scan.passage.text)

    def _capitalised(self, scan: Scan) -> Iterator[tuple[int, int, str]]:
        until = 0
        for index, capital in enumerate(scan.capital):
            if index < until:
                continue
            adjective = self._adjectives.get(fold(scan.words[index])) if scan.words[index][0].isalpha() else None
            if adjective is not None:
                yield scan.tokens[index].start, scan.ends[index], adjective
                continue
            if not capital:
                continue
            begin, end = _core(scan.words[index])
            core = scan.words[index][begin:end]
            for words, code in self._cased.get(fold(core)[:_STEM], ()):
                last = index + len(words)
                following = scan.words[index + 1 : last]
                if len(following) != len(words) - 1:
                    continue
                written = tuple(map(fold, (core, *following)))
                if written == words or (self._declines and all(map(_inflected, written, words))):
                    start = scan.tokens[index].start
                    yield start + begin, start + end if last == index + 1 else scan.ends[last - 1], code
                    until = last
                    break

    def _uncased(self, text: str) -> Iterator[tuple[int, int, str]]:
        index = 0
        while index < len(text):
            for name, code in self._plain.get(text[index], ()):
                if text.startswith(name, index) and bounded(text, index, index + len(name)):
                    yield index, index + len(name), code
                    index += len(name) - 1
                    break
            index += 1


def _core(word: str) -> tuple[int, int]:
    """Return where the name stands in "l'Italie" or "Almanya'nın": the part that a capital begins."""
    start = 0
    for part in re.split("['’]", word):
        if part[:1].isupper() and len(part) > 2:
            return start, start + len(part)
        start += len(part) + 1
    return 0, len(word)


def _inflected(word: str, name: str) -> bool:
    """Return whether `word` is `name` with another ending: "России" is "Россия"; short names stand as they are."""
    if word == name:
        return True
    stem = name[:-1] if len(name) > _STEM else name
    short = len(name) <= _STEM
    return not short and word.startswith(stem) and abs(len(word) - len(name)) <= _ENDING


def bounded(text: str, start: int, end: int) -> bool:
    """Return whether letters with spaces between words do not go on at either side; other scripts have no spaces."""
    if not _spaced(text[start]):
        return True
    before = start
    while before > 0 and text[before - 1].isalpha() and start - before < 3:
        before -= 1
    article = text[before:start].removesuffix("ال")
    return all(c in _PREFIXES for c in article) and not (end < len(text) and text[end].isalpha())


def _spaced(letter: str) -> bool:
    return "\u0590" <= letter <= "\u077f" or "\u0900" <= letter <= "\u0dff"  # Hebrew, Arabic; scripts of India


def _names(language: str) -> Iterator[tuple[str, str]]:
    from babel import Locale, UnknownLocaleError  # only an article in another language needs it

    try:
        territories = Locale.parse(language).territories
    except (UnknownLocaleError, ValueError):
        return
    for code, name in territories.items():
        if len(code) == 2 and code.isalpha() and code not in ("EU", "UN", "EZ", "ZZ", "XA", "XB", "QO"):
            short = re.sub(r"\s*[(（].*", "", str(name)).replace("’", "'")
            if short and fold(short) not in _WORDS_TOO:
                yield short, code
    yield from tongue(language).countries
    yield from tongue(language).places


@lru_cache(maxsize=8)
def foreign_names(language: str) -> ForeignNames:
    """Return the names of countries in `language` (ISO 639-1); empty for a language that CLDR does not know."""
    return ForeignNames(language)


def sightings_abroad(
    number: int, scan: Scan, language: str, tables: Tables, covered: Callable[[int, int], bool]
) -> Iterator[Sighting]:
    """Yield where a scan names countries in its own language."""
    for start, end, code in foreign_names(language).spans(scan):
        row = tables.country_by_code.get(code) or Country(code, code, (), (), ())
        if not covered(start, end):
            yield Sighting(number, start, end, row, True)
