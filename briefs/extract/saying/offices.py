"""Offices as news names them: "the Minister of Trade and Industry", "Government Spokesperson", "the magistrate"."""

from __future__ import annotations

from briefs.extract.naming.lexicon.persons import is_role
from briefs.extract.saying import verbs
from briefs.extract.saying.voices import DEFINITE, PERSON, Line

_LONGEST = 12  # tokens of "Minister of Lands, Housing and Urban Development"
_MOST_BEFORE = 2  # tokens of "Government", "Prime" before the noun of an office that stands alone
_PLAIN = 2  # tokens of "the official"
_INSIDE = frozenset(("of", "for", "and", "&", ",", "the"))


def portfolio_before(line: Line, high: int) -> tuple[int, int] | None:
    """Return the minister of several things whose office ends before `high`, or the person whom it apposes.

    "Ann Lee, the Minister of Trade and Industry said": "and" joins what the office is for, not two who speak.
    """
    joined = False
    for index in range(high - 1, max(-1, high - _LONGEST), -1):
        word = line.lows[index]
        if line.at[index] is not None or not (word in _INSIDE or line.capitalised(index)):
            return None
        joined = joined or word in ("and", "&")
        if is_role(word) and line.word(index + 1) in ("of", "for"):
            if not joined:
                return None
            low = index - 1 if line.word(index - 1) in verbs.DETERMINERS else index
            if line.word(low - 1) == "," and line.is_kind(low - 2, PERSON):
                return line.first_of(low - 2), low - 1
            return low, high
    return None


def office_alone(line: Line, low: int, high: int) -> str | None:
    """Return the noun of the office that the tokens `[low, high)` are and nothing else: "the Governor".

    Without an article it is one only where it is written large: "Government Spokesperson said".
    """
    head = line.lows[high - 1]
    first = low + 1 if line.lows[low] in DEFINITE else low
    if any(line.at[i] is not None for i in range(low, high)) or not is_role(head) or head.endswith("s"):
        return None
    if first == low and not line.tokens[low].text[0].isupper():
        return None
    return head if first < high and high - 1 - first <= _MOST_BEFORE else None


def titled(line: Line, low: int, core: int) -> bool:
    """Say whether only a name stands between the article and the noun: "the Alder Party leader"."""
    return core - low > _PLAIN and all(line.at[i] is not None or line.capitalised(i) for i in range(low + 1, core - 1))
