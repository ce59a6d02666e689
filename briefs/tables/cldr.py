"""Names of countries in the languages of the world, from the Unicode CLDR as the Babel library carries it."""

from __future__ import annotations

from functools import lru_cache

from briefs.text import fold

_TERRITORY = 2  # length of the codes that are countries; CLDR also names regions by number ("150" is Europe)


@lru_cache(maxsize=32)
def country_names(language: str) -> dict[str, str]:
    """Return the ISO 3166-1 code of every country by its folded name in `language` (ISO 639-1, "zh" or "zh-Hant").

    Empty where CLDR does not know the language. The caller must not change what is returned.
    """
    from babel import Locale, UnknownLocaleError  # 50 ms, and only articles in other languages need it

    try:
        locale = Locale.parse(language.replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        return {}
    codes = _countries()
    names: dict[str, str] = {}
    for code in sorted(locale.territories):
        name = locale.territories[code]
        if code in codes and name != code:
            names.setdefault(fold(name), code)
    return names


@lru_cache(maxsize=1)
def _countries() -> frozenset[str]:
    from babel import Locale

    # "EU", "UN" and the like are no countries; "XA" and "XB" are pseudo-locales, "ZZ" is unknown.
    none = {"AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ"}
    return frozenset(c for c in Locale("en").territories if len(c) == _TERRITORY and c.isalpha() and c not in none)
