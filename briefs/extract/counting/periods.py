"""When a figure holds, in the words of its sentence: "by 2030", "in the first 10 months of 2024", "a year earlier".

Not every time in a sentence is the figure's: some tell when it was said, since when it is a record, when a thing beside
it was built, or when the figure that it is compared with held.
"""

from __future__ import annotations

import re
from functools import lru_cache

from briefs.extract.counting.trends import CLAUSE_BREAK

_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|"
    r"Jan\.|Feb\.|Aug\.|Sept\.|Oct\.|Nov\.|Dec\.)"
)
_YEAR = r"(?:19|20)\d\d"
_DATE = rf"(?:{_MONTH}(?: \d{{1,2}}(?!\d|,\d))?(?:,? {_YEAR})?|{_YEAR})"
_TERM = r"(?:months?|years?|quarters?|weeks?|days?|decades?|hours?|half|financial year|fiscal year)"
_COUNT = r"(?:\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|twelve|few|several|a|one)"
_ORDER = r"(?:first|last|past|next|previous|coming|final|second|third|fourth|same|latest|current|recent|holiday)"
_SEASON = r"(?:spring|summer|autumn|fall|winter)"
_ENDING = rf"(?:to|through|since|ended|ending) (?:the )?(?:end-|end of )?(?:{_DATE}|\w+(?: {_YEAR})?)"
_PERIOD = re.compile(
    r"\b(?:"
    + "|".join(
        (
            rf"between (?:{_DATE}|now) and {_DATE}",
            rf"since (?:it|they) (?:was|were|began|started|opened) (?:\w+ )?in {_YEAR}",
            rf"(?:in|during|over|for|within|through|throughout) the {_ORDER}(?: {_COUNT})? {_TERM}"
            rf"(?: (?:of (?:the |last |this )?(?:{_DATE}|\w+(?: {_YEAR})?)|{_ENDING}))?",
            rf"(?:in|for|during|over) the (?:{_COUNT} )?(?:{_TERM}|season|period) {_ENDING}",
            rf"(?:in|for|during|over) the \w+ (?:half|quarter|year|month|week|decade)"
            rf"(?: (?:of|ended|ending) (?:the year|last year|this year|{_DATE}))?",
            rf"(?:(?:in|from|of) )?the same (?:month|period|quarter|week|time) (?:of )?"
            rf"(?:last year|a year (?:ago|earlier)|{_YEAR})",
            rf"(?<=ended )the {_ORDER} {_TERM}",
            rf"(?:at|by) the (?:start|beginning|middle|end) of (?:the (?:year|month|week|quarter|decade|century)|"
            rf"this year|next year|last year|{_DATE})",
            rf"by (?:Christmas|Easter|year-end|mid-year|the {_SEASON})|in the {_SEASON}(?: of {_YEAR})?",
            r"(?:by|in|since|until|before|after|from|during|for|through|between|as of|at the end of|by the end of|"
            r"in early|in late|in mid-|by mid-|at end-|of) (?:the )?"
            r"(?:(?:early|late|mid|end of|beginning of|start of|end)[ -])?"
            rf"(?:{_MONTH}(?: \d{{1,2}},?)? )?(?:FY ?)?{_YEAR}(?:[-–/](?:19|20)?\d\d)?s?(?: (?:to|and) {_YEAR})?",
            rf"(?:in|since|by|during|for|from|as of|until) (?:early |late |mid-)?{_MONTH}(?: \d{{1,2}}(?!\d|,\d))?",
            rf"(?:on|as recently as) {_MONTH} \d{{1,2}}(?!\d|,\d)(?:,? {_YEAR})?",
            rf"within {_COUNT} {_TERM}|over {_COUNT} {_TERM}|in a (?:year|month|week|day|quarter|decade)",
            rf"(?:earlier |later )?(?:this|last|next) (?:year|month|week|quarter|decade|fiscal year|{_SEASON})",
            r"year[- ]on[- ]year|year[- ]over[- ]year|month[- ]on[- ]month|quarter[- ]on[- ]quarter",
            rf"(?:(?:compared with|from) )?{_COUNT} (?:years?|months?|weeks?|decades?) (?:ago|earlier|before)",
            rf"Q[1-4](?: {_YEAR})?|H[12](?: {_YEAR})?|FY ?\d{{2,4}}(?:[-–/]\d\d)?|in fiscal {_YEAR}",
            r"today|yesterday|overnight|so far",
        )
    )
    + r")(?!\w)",
    re.IGNORECASE,
)

# What stands between a period and a figure that is not its own.
_APART = re.compile(
    r";| now | (?:who|which|if|unless|because|where) | that’s | and (?:had|has|have|will|would|was|were|is|are|made|"
    r"posted|reported|receive|plans?|expects?|now) "
)
# A figure that another is compared with has a time of its own.
_COMPARED = re.compile(
    r"\b(?:from|compared (?:with|to)|against|versus|(?<!more )(?<!less )(?<!fewer )(?<!older )(?<!younger )than)\b.*\d|"
    r"\blevel of $"
)
_THAT = re.compile(r" that(?: |’s|'s)")
_SAYING = re.compile(r"\b(?:said|says|told|reported|announced|warned|showed|wrote|estimated|promised)\b[^,;:]{0,40} $")
_RECORD = re.compile(
    r"\b(?:highest|lowest|biggest|largest|smallest|strongest|weakest|fastest|slowest|longest|shortest|worst|best|most|"
    r"least|deadliest|hottest|coldest|wettest|driest|steepest|sharpest|busiest|first|only)\b[^,;.]{0,50} $"
)
_OF_A_RECORD = re.compile(r"since|this|in (?:a|\d)|of|over|in the (?:past|last)", re.IGNORECASE)
# Said, signed or founded then: not the figure's time.
_DONE_THEN = re.compile(
    r"\b(?:said|says|announced|reported|published|released|unveiled|signed|founded|launched|started|created|established|"
    r"wrote|adopted|agreed|warned|disclosed|opened|told [\w ]{1,30}|said in [A-Z]\w+|used) $"
)
_DAY = re.compile(r"today|yesterday|overnight", re.IGNORECASE)
_ASIDE = re.compile(r" (?:which|who|whose|where|when|a|an|the|one|[a-z]+ed|led|built|held|set|run|set up)\b")
_BRACKETS = re.compile(r"\([^()]*\)")

# How far a period stands from its figure, in characters and what counts like them.
_FAR, _BEFORE, _OPENING, _CLAUSE, _DIGIT, _BESIDE = 120, 5, 40, 60, 6, 3


def period_of(sentence: str, start: int, end: int) -> str | None:
    """Return the words of `sentence` that say when the figure `[start, end)` holds: the nearest in its clause."""
    best: tuple[int, str] | None = None
    for first, last in _periods(sentence):
        if first < end and last > start:
            continue
        follows = first >= end
        between = sentence[end:first] if follows else sentence[last:start]
        if len(between) >= 2 * _FAR:
            continue
        between = _BRACKETS.sub("", between)
        gap = len(between) if follows else len(between) + _BEFORE
        if gap >= _FAR or _APART.search(between) or not _its_own(sentence, (first, last), start, between):
            continue
        gap += _CLAUSE * len(CLAUSE_BREAK.findall(between)) + _DIGIT * sum(c.isdigit() for c in between)
        if not follows and first == 0:
            gap = min(gap, _OPENING)
        if best is None or gap < best[0]:
            best = (gap, sentence[first:last])
    return best[1] if best and best[0] < _FAR else None


def _its_own(sentence: str, period: tuple[int, int], start: int, between: str) -> bool:
    """Say whether a period can be the time of the figure at `start`, with the words `between` them."""
    first, last = period
    follows = first > start
    before = sentence[max(0, first - 60) : first]
    if _DONE_THEN.search(before) or (_THAT.match(sentence, last) and _SAYING.search(before)):
        return False
    if _RECORD.search(before) and _OF_A_RECORD.match(sentence, first):
        return False
    if _DAY.match(sentence, first) and first and not (follows and len(between) <= _BESIDE):
        return False
    # "the firm, which left in 2019, sold 40 shops": what is said in an aside holds there, and nowhere else.
    if follows:
        aside = "," in between and _in_aside(sentence, start)
        return not (aside or _COMPARED.search(between) or _THAT.search(between))
    return not (sentence.startswith(",", last) and _in_aside(sentence, first))


def _in_aside(sentence: str, offset: int) -> bool:
    comma = sentence.rfind(", ", 0, offset)
    return comma >= 0 and bool(_ASIDE.match(sentence, comma + 1, offset))


def without_periods(text: str) -> str:
    """Return `text` without the words that say when."""
    return _PERIOD.sub("", text).replace("  ", " ")


@lru_cache(maxsize=4)
def _periods(sentence: str) -> list[tuple[int, int]]:
    """Return the places of all periods of a sentence, which all of its figures ask for."""
    return [match.span() for match in _PERIOD.finditer(sentence)]
