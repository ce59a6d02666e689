"""English plurals, by their endings: what is no plural has at worst a singular that is no word, and harms nobody.

Those without such an ending are a table, which only queries ask.
"""

from __future__ import annotations

import re
from functools import lru_cache

_NO_PLURALS = frozenset(("news", "series", "species"))
_OF_IE = """
birdies bookies brownies calories cookies dies eyries genies hippies hoodies lies movies pies prairies rookies selfies
smoothies sorties talkies ties vies zombies
"""
_IES = frozenset(_OF_IE.split())  # of "-ie", not of "-y"
_ES = ("sses", "shes", "ches", "xes", "zzes", "gases", "biases")
# Of "-use", not of "-us", where no other vowel before it tells ("houses", "clauses").
_USES = re.compile("(?:ab|acc|am|bem|conf|def|diff|exc|f|inf|m|mis|per|re|rec|recl|ref|r|suff|transf)?uses")
_OES = re.compile("(?:can|f|h|ob|sh|t|w)?oes")  # of "-oe", not of "-o"

# What no ending tells, singular and plural. Where one of them is a word of another meaning too ("media", "bases",
# "leaves"), the two are not the same.
_IRREGULAR = """
analysis analyses, businessman businessmen, businesswoman businesswomen, chairman chairmen, child children,
congressman congressmen, crisis crises, criterion criteria, diagnosis diagnoses, fisherman fishermen, foot feet,
gunman gunmen, half halves, hypothesis hypotheses, knife knives, life lives, man men, mouse mice, person people,
phenomenon phenomena, policeman policemen, policewoman policewomen, referendum referenda, salesman salesmen,
shelf shelves, spokesman spokesmen, spokeswoman spokeswomen, stimulus stimuli, synthesis syntheses, thesis theses,
thief thieves, tooth teeth, wife wives, wolf wolves, woman women
"""
_PAIRS = [pair.split() for pair in _IRREGULAR.split(",")]
_OTHERS = {one: other for pair in _PAIRS for one, other in (pair, pair[::-1])}


def irregular_of(word: str) -> str:
    """Return the plural of an English singular in lower case, or the singular of a plural, that has no such ending."""
    return _OTHERS.get(word, "")


@lru_cache(maxsize=50_000)
def singular_of(surface: str) -> str:
    """Return the singular of what may be an English plural in lower case or with a capital, or ""."""
    if not (len(surface) > 3 and surface.isascii() and surface.isalpha() and surface[1:].islower()):
        return ""
    word = surface.lower()
    if not word.endswith("s") or word.endswith(("ss", "us", "is")) or word in _NO_PLURALS:
        return ""
    if word.endswith("ies") and word not in _IES:
        return word[:-3] + "y"
    if word.endswith(_ES) or _is_of_us_or_o(word):
        return word[:-2]
    return word[:-1]


def _is_of_us_or_o(word: str) -> bool:
    """Tell whether a plural is of a word in "-us" or "-o": "campuses", "vetoes"."""
    if word.endswith("uses"):
        return word[-5:-4] not in ("a", "o") and _USES.fullmatch(word) is None
    return word.endswith("oes") and _OES.fullmatch(word) is None
