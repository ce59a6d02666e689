"""What someone is and for whom: the title before a name, the apposition after it, "of" and "at"."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import NamedTuple

from briefs.extract.naming.lexicon.persons import SPEECH, TITLE_MODIFIERS, TITLE_OF, TITLES, is_role
from briefs.extract.naming.lexicon.plain import FUNCTION
from briefs.extract.naming.scan import Scan
from briefs.extract.wordlist import words
from briefs.tables.tongues import english

_REACH = 14
_STOPS = (FUNCTION | SPEECH) - words("of and for former first second then new")
_ENDS = SPEECH | words("did does who which that when where as is was has had have were are will would can could")
_COURTESIES = words(
    """mr mrs ms miss mx dr prof sir dame . lord lady datuk datin tun tan sri seri dato dato' tengku alhaji puan encik
    haji toh hon"""
)
_VERBS = words(
    """paid took met saw made gave found sent left won lost sold bought led brought caught hit put cut let beat held
    kept shot sued told hired fired says called calls names named blamed thanks"""
)
_PARTICIPLES = english("epithet")
_ARTICLES = frozenset(("a", "an", "the", "its", "one"))
_DETERMINERS = frozenset(("the", "a", "an", "his", "her", "he", "she", "they", "it", "we", "i"))
_LED_VERBS = frozenset(("founded", "led", "run", "headed", "chaired", "owned", "co-founded", "started", "managed"))
_LINKS = frozenset(("of", "and", "for"))
_LINKED = frozenset(("of", "and", "for", "to", "by", "under", "with"))


class Role(NamedTuple):
    """Tokens `[first, last)` that say what someone is, and those that name whom they work for."""

    first: int
    last: int
    affiliation: tuple[int, int] | None
    weight: float


def role_near(
    scan: Scan, first: int, last: int, organisations: list[tuple[int, int]], people: Collection[int] = ()
) -> Role | None:
    """Return the role that stands beside the name at tokens `[first, last)`.

    `organisations` are the token ranges of possible employers, `people` the first tokens of everybody's names.
    """
    line = scan.line(first)[0]
    while first > line and scan.lower[first - 1] in _COURTESIES:
        first -= 1
    best: Role | None = None
    for role in (
        _apposition(scan, last, organisations, people),
        _before(scan, first, organisations),
        _led(scan, first, organisations),
    ):
        if role is not None and (best is None or role.weight > best.weight):
            best = role
    return best


def _inside(organisations: list[tuple[int, int]], first: int, last: int) -> tuple[int, int] | None:
    return next((o for o in organisations if first <= o[0] and o[1] <= last), None)


def _before(scan: Scan, first: int, organisations: list[tuple[int, int]]) -> Role | None:
    """Read "veteran industry analyst Ken ...", "Microsoft President Brad ...", "minister of energy Tom ..."."""
    index, line = first, scan.line(first)[0]
    if index == line:
        return None
    owner = next((o for o in reversed(organisations) if o[1] == index), None)
    if owner is not None and scan.owns(index - 1):
        return Role(index, index, owner, 1.0)  # "the Fund's Maria ..."
    if scan.lower[index - 1] == "by" and scan.lower[index - 2] in _LED_VERBS:
        firm = next((o for o in reversed(organisations) if index - 6 <= o[1] < index), None)
        return Role(index, index, firm, 0.9) if firm else None  # "Example Capital, founded by Ada ..."
    titled = scan.capital[index - 1] and scan.lower[index - 1] in TITLES  # "Attorney General Ada ..."
    if not titled and not is_role(scan.lower[index - 1]):
        return _office(scan, index, organisations)
    start = index - 1
    affiliation = None
    while start > line and index - start < _REACH:
        word = scan.lower[start - 1]
        affiliation = next((o for o in reversed(organisations) if o[1] == start), None)
        modifier = word in TITLE_MODIFIERS or is_role(word)
        if scan.capital[start - 1] and not scan.capital[start] and not scan.weak[start - 1]:
            # "Counterpoint Research analyst", "Chairman and President"
            modifier = modifier and scan.lower[start] == "and"
        plain = not scan.capital[start - 1] and word not in _STOPS and not _verbal(word) and word not in _LINKS
        plain = plain or (word == "and" and start > 1 and is_role(scan.lower[start - 2]))
        if affiliation or scan.owns(start - 1) or not word[0].isalpha():
            break
        if not modifier and not plain:
            break
        start -= 1
    affiliation = affiliation or _antecedent(scan, start - 1, organisations)
    return Role(start, index, affiliation, 2.6 if scan.capital[index - 1] else 2.0)


def _office(scan: Scan, last: int, organisations: list[tuple[int, int]]) -> Role | None:
    """Read "minister of mines and energy" before token `last`."""
    index = last - 1
    line = scan.line(index)[0]
    while index > line and last - index < _REACH:
        word = scan.lower[index]
        named = scan.capital[index] and word not in TITLE_OF and word not in TITLE_MODIFIERS
        if not word[0].isalpha() or (word in _STOPS and word not in _LINKS) or named:
            return None
        if word in ("of", "for") and is_role(scan.lower[index - 1]):
            affiliation = next((o for o in organisations if o[1] == index - 1), None)
            start = index - 1
            while start > 0 and scan.lower[start - 1] in TITLE_MODIFIERS:
                start -= 1
            return Role(start, last, affiliation, 2.0)
        index -= 1
    return None


def _verbal(word: str) -> bool:
    return word in _VERBS or (word.endswith("ed") and word not in _PARTICIPLES)


def _apposition(scan: Scan, last: int, organisations: list[tuple[int, int]], people: Collection[int]) -> Role | None:
    """Read ", a professor at ...", ", the firm's chief meteorologist", ", Head of Research at ...", "of ..."."""
    count = len(scan.words)
    if last >= count or last + 1 >= count:
        return None
    if scan.words[last] == "." and scan.lower[last - 1] in ("jr", "sr"):
        last += 1
    last = _past_degrees(scan, last)
    if scan.words[last] == "," and scan.lower[last + 1] == "who" and scan.lower[last + 2 : last + 3] != []:
        near = next((o for o in organisations if last + 2 < o[0] <= last + _REACH), None)
        return Role(last, last, near, 1.0) if near and _leads(scan, last + 2, near[0]) else None
    if scan.words[last] != ",":
        if scan.lower[last] in ("of", "from", "at"):
            near = next((o for o in organisations if last < o[0] <= last + 2), None)
            return Role(last, last, near, 1.0) if near else None
        if scan.lower[last] in ("is", "was", "became") and scan.lower[last + 1] in _ARTICLES:
            return _phrase(scan, last + 1, organisations, people, 1.5)
        return None
    return _phrase(scan, last + 1, organisations, people, 2.5)


_LEADS = words("heads leads runs chairs directs manages edits founded headed led ran chaired advises teaches")


def _leads(scan: Scan, verb: int, end: int) -> bool:
    """Return whether "who" is told to lead or work for what is named at `end`: ", who heads the desk at ..."."""
    return scan.lower[verb] in _LEADS and not any(w in (",", ".", ";", "and", "“", '"') for w in scan.lower[verb:end])


_DEGREES = words(
    "ph.d ph.d. phd m.d m.d. md dphil d.phil mba m.b.a msc m.sc cfa cpa obe mbe cbe qc kc sc san frs rn do jd j.d"
)


def _past_degrees(scan: Scan, last: int) -> int:
    """Return the comma behind "Ph.D." where that follows a name: ", Ph.D., co-founder of ..."."""
    place = last
    while place + 2 < len(scan.words) and scan.words[place] == "," and scan.lower[place + 1] in _DEGREES:
        place += 2
        if scan.words[place] == ".":
            place += 1
        if place + 1 >= len(scan.words):
            return last
    return place if scan.words[place] == "," else last


def _phrase(
    scan: Scan, start: int, organisations: list[tuple[int, int]], people: Collection[int], weight: float
) -> Role | None:
    owner = _antecedent(scan, start, organisations) if start < len(scan.words) else None
    if start < len(scan.words) and (scan.lower[start] in _ARTICLES or owner):
        start += 1
    end, role = start, None
    limit = min(scan.line(start - 1)[1], start + _REACH)
    while end < limit:
        word = scan.lower[end]
        covering = next((o for o in organisations if o[0] == end), None)
        if covering:
            end = covering[1]
            continue
        if end in people and scan.lower[end - 1] not in _LINKED:
            return None  # the title of the next in a list
        if is_role(word) or (word == "head" and scan.lower[end + 1 : end + 2] == ["of"]):
            role = end
        elif word == "," and role is not None:
            following = next((o for o in organisations if o[0] == end + 1), None)
            if following and following[1] < len(scan.words) and scan.words[following[1]] in (".", ","):
                return Role(start, end, following, weight)
            listed = scan.lower[end + 1 : end + 4]
            if not ("and" in listed[1:] and not is_role(scan.lower[end - 1])):
                break
        elif not (word[0].isalnum() or word in ("-", "&")) or word in _ENDS:
            break
        elif role is None and end > start and (_verbal(word) or word in _DETERMINERS):
            return None
        end += 1
    if role is None or (end < len(scan.words) and scan.words[end] == "(" and role == end - 1):
        return None  # "..., a widow (played by ...)"
    return Role(start, end, _inside(organisations, start, end) or owner, weight)


def _led(scan: Scan, first: int, organisations: list[tuple[int, int]]) -> Role | None:
    """Read "The head of the firm's engineering centre, Ada ...": a role and a comma before the name."""
    if first < 2 or scan.words[first - 1] != ",":
        return None
    index, role = first - 2, None
    line = scan.line(first)[0]
    while index >= line and first - index < _REACH:
        word = scan.lower[index]
        if is_role(word) or (word == "head" and scan.lower[index + 1] == "of"):
            role = index
        if (
            not (word[0].isalnum() or word == "&")
            or word in SPEECH
            or word in ("as", "by", "his", "her", "its", "the", "a", "an", "their")
        ):
            break
        index -= 1
    if role is None or (index >= line and _LED_BY.fullmatch(scan.words[_opening(scan, index, line)])):
        return None  # "Born to a sailor and a weaver, Ada ..."
    start = index + 1
    affiliation = _inside(organisations, start, first - 1) or _antecedent(scan, index, organisations)
    return Role(start, first - 1, affiliation, 1.8)


_LED_BY = re.compile(
    r"Born|Raised|Educated|After|As|In|At|On|With|While|When|Before|For|By|From|Since|Under|Despite|Like|Unlike|If|"
    r"[A-Z][a-z]{2,14}(?:ed|ing)"
)


def _opening(scan: Scan, index: int, line: int) -> int:
    """Return the first word of the sentence that holds `index`."""
    while index > line and not scan.weak[index] and scan.words[index - 1] not in (".", "!", "?", "”", '"'):
        index -= 1
    return index


def _antecedent(scan: Scan, index: int, organisations: list[tuple[int, int]]) -> tuple[int, int] | None:
    """Return whom "its" at token `index` means: the organisation named last before it."""
    if index < 0 or scan.lower[index] not in ("its", "their"):
        return None
    before = [o for o in organisations if o[1] <= index]
    own = scan.passage.sentence_at(scan.tokens[index].start).start
    if not before or scan.tokens[before[-1][0]].start >= own:
        return before[-1] if before else None
    last = scan.passage.sentence_at(scan.tokens[before[-1][0]].start).start
    return next(o for o in before if scan.tokens[o[0]].start >= last)  # the subject of the sentence before
