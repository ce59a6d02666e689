"""Capitalised titles within a run of capitals: "Microsoft President Brad ...", "Secretary of State ..."."""

from __future__ import annotations

from collections.abc import Callable

from briefs.extract.naming.lexicon.bodies import ORGANISATION_CUES, STRONG_ORGANISATION_CUES
from briefs.extract.naming.lexicon.firms import COMPANY_CUES, LEGAL_FORMS, WEAK_COMPANY_CUES
from briefs.extract.naming.lexicon.persons import HONORIFICS, SURNAME_TITLES, TITLE_MODIFIERS, TITLE_OF, TITLES
from briefs.extract.naming.lexicon.things import OTHER_CUES, PLACE_CUES
from briefs.extract.naming.scan import Scan
from briefs.extract.wordlist import words

_NO_BEARERS = PLACE_CUES | OTHER_CUES | frozenset(ORGANISATION_CUES) | COMPANY_CUES
_FIRMS = COMPANY_CUES - WEAK_COMPANY_CUES | {"group"}
_PAIR = 2
_MALAY = frozenset(("sri", "seri"))
_ACRONYM_TITLES = words("ceo cfo coo cto cio cmo mp mep mla pm")
# Modifiers that end companies' names too: they go with the title only where nothing stands before them.
_ENDS_OF_NAMES = words(
    """research group union house party bank police army state national justice investment investments development
    information communications digital industry policy trade energy technology science human resources security"""
)


def title_in(
    scan: Scan, first: int, last: int, given: frozenset[str], plain: Callable[[str], bool]
) -> tuple[int, int] | None:
    """Return the tokens of the title in the run `[first, last)`, its modifiers and "of State" with it, if any."""
    organisation = any(w in STRONG_ORGANISATION_CUES for w in scan.lower[first:last])
    for index in range(first, last):
        if not _is_title(scan, index, first, last, given, plain):
            continue
        if organisation and not _clear(scan, index, last):
            continue
        begin, end = _start(scan, index, first), _end(scan, index, last)
        later = title_in(scan, end, last, given, plain) if end + 1 < last else None
        return later or (begin, end)  # "Former South Korean | Prime Minister | ..."
    return None


def _start(scan: Scan, index: int, first: int) -> int:
    begin = index
    while begin > first and scan.lower[begin - 1] in TITLE_MODIFIERS:
        begin -= 1
    while first < begin < index and scan.lower[begin] in _ENDS_OF_NAMES:
        begin += 1  # "Counterpoint Research | Director"
    return begin


def _end(scan: Scan, index: int, last: int) -> int:
    end = index + 1
    ahead = end
    while ahead < last and (
        scan.lower[ahead] in TITLES or scan.lower[ahead] in TITLE_MODIFIERS or scan.words[ahead] in (".", "-")
    ):
        ahead += 1
        if scan.lower[ahead - 1] in TITLES or scan.words[ahead - 1] == ".":
            end = ahead
    while end + 1 < last and scan.lower[end] in ("of", "for"):
        after = end + 1
        while after < last and (_office(scan.lower[after]) or _joins(scan, after, last)):
            after += 1
        if after == end + 1:
            break
        end = after
    return end


def _office(word: str) -> bool:
    return word in TITLE_OF or word in TITLE_MODIFIERS


def _joins(scan: Scan, index: int, last: int) -> bool:
    """Return whether "and" goes on with the office: "Minister of Climate and Environment Ada ..."."""
    return scan.lower[index] in ("and", "&") and index + 1 < last and _office(scan.lower[index + 1])


def _is_title(
    scan: Scan, index: int, first: int, last: int, given: frozenset[str], plain: Callable[[str], bool]
) -> bool:
    """Return whether a title stands here: "Premier Modi", not "Premier League" nor "Ken Judge"."""
    written = scan.words[index]
    title = scan.lower[index].rpartition("-")[2] if scan.lower[index] not in TITLES else scan.lower[index]
    if title not in TITLES:
        title = title.removesuffix("s")
    if title not in TITLES or scan.lower[last - 1] in LEGAL_FORMS:
        return False
    shouted = written.isupper() and len(written) > 1 and title not in _ACRONYM_TITLES
    if shouted and not scan.words[last - 1].isupper():
        return False
    if title in SURNAME_TITLES and index > first and (last - index < 3 or scan.lower[index - 1] in given):
        return False
    rest = scan.lower[index + 1 : last]
    before, after = scan.lower[index - 1] if index > first else "", scan.lower[index + 1 : index + 2]
    if (title == "tan" and after != ["sri"]) or (title in _MALAY and before and before not in HONORIFICS):
        return False  # "Tan Boon Keat", "Gopal Sri Ram"
    if title == "rev" and before != "the" and last - index == _PAIR and scan.words[index + 1 : index + 2] != ["."]:
        return False  # somebody is called Rev
    if title in HONORIFICS and len(title) < 4:
        return scan.lower[last - 1] not in _FIRMS  # not in "Dr Example Group"
    return not (rest and all(w in _NO_BEARERS or plain(w) for w in rest) and not any(w in TITLES for w in rest))


def _clear(scan: Scan, index: int, last: int) -> bool:
    """Return whether a title in a run with an organisation's cue is a title still: what follows holds no cue."""
    rest = scan.lower[index + 1 : last]
    return bool(rest) and not any(w in ORGANISATION_CUES or w in ("of", "for") for w in rest)
