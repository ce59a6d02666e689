"""Numbers in the words of other languages than English: "cinco heridos", "zwei Millionen Euro", "مليار دولار"."""

from __future__ import annotations

import re
from functools import lru_cache

from briefs.extract.counting.numbers import scaled, with_smaller
from briefs.extract.counting.numeral import Numeral
from briefs.tables.tongues import tongue
from briefs.text import lowered

_LEAST_SCALE = 1000.0  # "un millón" is a number, "un" an article


def numerals_in_words(text: str, language: str | None, most: int) -> list[Numeral]:
    """Return the first `most` numbers that `text`, which is written in `language`, gives in words."""
    pattern = _pattern(language)
    if pattern is None:
        return []
    values = _values(language)
    found: list[Numeral] = []
    for match in pattern.finditer(text):
        value = values.get(lowered(match.group()))
        if value is None:
            continue
        numeral = scaled(text, match.start(), match.end(), value, language)
        if value == 1 and numeral.factor < _LEAST_SCALE:
            continue
        great = numeral.scaled or value >= _LEAST_SCALE
        numeral = numeral._replace(form="words", scaled=great, factor=max(numeral.factor, value))
        found.append(with_smaller(text, numeral, language))
        if len(found) >= most:
            break
    return found


@lru_cache(maxsize=16)
def _values(language: str | None) -> dict[str, float]:
    return {lowered(word): value for word, value in tongue(language).numbers.items()}


@lru_cache(maxsize=16)
def _pattern(language: str | None) -> re.Pattern[str] | None:
    known = tongue(language).numbers
    if not known:
        return None
    longest_first = sorted(known, key=lambda word: (-len(word), word))
    return re.compile(rf"(?<![\w’'-])(?:{'|'.join(map(re.escape, longest_first))})(?![\w-])", re.IGNORECASE)
