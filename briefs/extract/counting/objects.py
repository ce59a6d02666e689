"""What a figure measures where the verb tells: what was bought or cut, what somebody means to do, what was done.

"Sold the mill for $4 million", "plans to invest $4 million", "raised the rate by 25 points", "$4 million was found".
"""

from __future__ import annotations

import re

from briefs.extract.counting.followers import LOOSE, NOT_WHAT, STOP_DOING, phrase_of
from briefs.extract.counting.words import DOWN_WORDS, UP_WORDS
from briefs.extract.wordlist import words

_HEDGES = (
    r"(?:about |around |nearly |almost |some |up to |at least |more than |less than |only |just |another |a further )?"
)
_WORD = r"[^\W\d_][\w’'&.‑-]*"
_DETERMINER = re.compile(r"(?:^| )(?:the|an?|its|their|his|her|our|this|that|all) (?=[^\W\d_])")
_FOR = re.compile(rf" for {_HEDGES}$")
_AUXILIARY = re.compile(r"\b(?:has|have|had|will|would|can|could|may|might|is|was|are|were|be|been) ")
_PASSIVE = re.compile(r"(?:is|was|are|were|(?:\w+ )?been|be) [a-z]+ed\b")
_ON = re.compile(r" (?:to|from|with|on|after|before|by|under|until|as)(?: |$)")  # ends the object
_MEANT = re.compile(rf"\b((?:{_WORD} )?to (?!be\b|the\b|an?\b)[a-z]+) {_HEDGES}$")
_DONE_FOR = re.compile(
    rf"\b(?:has|have|had|was|were|is|are|be|been) "
    rf"(jailed|imprisoned|suspended|banned|barred|detained|held|asked) for {_HEDGES}$"
)
_NOT_MEANT = re.compile(
    r"(?:expected|likely|due|set|forecast|projected|seen|begun|began|about|have|has|had) to |"
    r"\w+ to (?:average|reach|total|finish|end|close|stand|hit)$"
)
_PEGGED = re.compile(rf"\bto ((?!the\b|an?\b|its\b|their\b)[a-z]+ (?:{_WORD} ?){{1,4}}) for {_HEDGES}$")
_CHANGED = re.compile(
    r"\b(?:rais|cut|lower|hik|lift|increas|reduc|trimm|slash|boost|kept|left|held|hold|keep|maintain|pushed|bring|"
    r"brought|push|driv|drove|took|set|put|estimat|valu|widen|narrow)(?:es|ed|e|ing|ting|s|ts)? "
    rf"(?:its|the|their|his|her|our|an?) ({_WORD}(?: {_WORD}){{0,6}}?)(?:, [^,.;:]{{3,40}},)? "
    r"(?:by|to|at|from|unchanged at|steady at)\b"
)
_SET_AT = re.compile(rf"\b((?:{_WORD} ){{1,3}})(?:set|fixed|capped|pegged) at {_HEDGES}$")
_DRIVEN = re.compile(
    r"\b(?:bring|push|driv|drov|take|taking|took|brought|send|sent|pull|keep|kept)(?:s|e|es|ed|ing)? "
    rf"(?:the |its |their )?((?:{_WORD} ){{1,4}})(?:up|down|higher|lower) {_HEDGES}$"
)
_IN_ALL = re.compile(
    rf"\b(?:had|has|have|with|of|in|saw|took|paid|made) (?:an? |the )?((?:{_WORD} ){{1,3}})"
    rf"(?:totall?ing|averaging|reaching) {_HEDGES}$"
)
_SHARES = re.compile(
    rf"\b((?:shares|stock) (?:in|of) [^,;:()\d]{{2,60}}?) (?:(?:were|was) )?(?:down|up|off) {_HEDGES}$"
)
_PRICED = re.compile(r"(?: (?:per|an?) [\w-]+)?,? the ([\w -]{3,40}?) (?:is|was|are|were|would|will)\b")
_OF_THEM = re.compile(r" of (?:them|those|these|it|us)\b")
_IS = re.compile(r" (?:has been|have been|had been|will be|would be|is|was|are|were|be|has|have|had)(?= [a-z])")
_NO_VERB = words(
    "in on at by of for from to with per a an the or and so more less if into since than as that which who up down "
    "not said says told year month week day each every higher lower fewer"
)
_MOST = 6
# "A 6 per cent drop in ..."
_MOVED_IN = re.compile(
    r" (?:[a-z]+ ){0,2}(?:increase|rise|growth|gain|jump|surge|drop|fall|decline|decrease|cut|reduction|slump|plunge|"
    r"improvement|slide|dip|leap|hike)s? in (?:the |its |their |his |her |our |an? )?(?=[^\W\d_])"
)
# "Expects ... to reach"
_AWAITED = re.compile(
    r"\b(?:expect|forecast|predict|project|estimate|see)(?:s|ed|ing)? "
    rf"(?:(?:the|its|their|an?) )?((?:{_WORD} ){{1,7}}?)"
    r"to (?:reach|hit|be|total|rise|fall|grow|increase|decline|drop|climb|exceed|top|surpass|come|stand|average|range|"
    r"double|shrink|remain)\b[^,;]{0,30}$"
)


def what_moved(right: str) -> str:
    """Return "net profit" of "6 per cent | drop in net profit"."""
    moved = _MOVED_IN.match(right)
    when = NOT_WHAT.match(right, moved.end()) if moved else None
    if not moved or (when and not right.startswith("-", when.end())):  # but "drop in first-quarter profit"
        return ""
    return phrase_of(right[moved.end() - 1 :], _MOST)


def what_is_awaited(clause: str) -> str:
    """Return "sales of pumps" of "analysts expect sales of pumps to reach"."""
    awaited = _AWAITED.search(clause)
    return awaited.group(1).strip() if awaited else ""


def what_for(clause: str) -> str:
    """Return "separation plant in the north" of "will build a separation plant in the north for"."""
    ends = _FOR.search(clause)
    if not ends:
        return ""
    if pegged := _PEGGED.search(clause):
        return pegged.group(1).strip()
    auxiliary = _AUXILIARY.search(clause)
    object_ = clause[auxiliary.end() if auxiliary else 0 : ends.start()]
    opening = _DETERMINER.search(object_)
    if not auxiliary and not (opening and object_[: opening.start()].strip()):
        return ""
    if auxiliary and not opening and _PASSIVE.match(clause, auxiliary.start()):
        return ""
    object_ = object_[opening.end() if opening else 0 :]
    stop = _ON.search(object_)
    return " ".join((object_[: stop.start()] if stop else object_).split()[:_MOST])


def what_is_meant(clause: str) -> str:
    """Return "plans to invest" of "the firm plans to invest", "jailed" of "was jailed for"; no verb of change."""
    if done := _DONE_FOR.search(clause):
        return done.group(1)
    meant = _MEANT.search(clause)
    if not meant or _NOT_MEANT.match(meant.group(1)):
        return ""
    verb = meant.group(1).rpartition(" ")[2]
    return "" if verb in UP_WORDS or verb in DOWN_WORDS else meant.group(1)


def what_changed(left: str) -> str:
    """Return "key rate" of "raised its key rate by", "bail" of "bail set at", "shares in the mill" that are "down"."""
    found = ""
    for match in _CHANGED.finditer(left):
        found = match.group(1)
    if found:
        return found
    if at := _SET_AT.search(left):
        return at.group(1).rsplit(" with ", 1)[-1].rsplit(" a ", 1)[-1].strip()
    if driven := _DRIVEN.search(left) or _IN_ALL.search(left):
        return driven.group(1)
    shares = _SHARES.search(left)
    return shares.group(1) if shares else ""


def what_was_done(right: str) -> str:
    """Return "went to a stud farm" of a figure with these words after it: it is what the sentence speaks of."""
    of_them = _OF_THEM.match(right)
    rest = right[of_them.end() if of_them else 0 :]
    is_ = _IS.match(rest)
    begin = is_.end() if is_ and not rest.startswith((" had ", " has ", " have ")) else 0
    stop = STOP_DOING.search(rest, begin)
    words = rest[begin : stop.start() if stop else None].split()[:_MOST]
    while words and words[-1].lower() in LOOSE:
        words.pop()
    if is_ and words[:1] == ["not"]:
        return " ".join(words) if len(words) > 1 and words[1].islower() else ""
    if not words or not words[0].islower() or words[0] in _NO_VERB or not (is_ or of_them or _past(words[0])):
        return ""
    return " ".join(words)


def _past(word: str) -> bool:
    return word.endswith("ed") or word in ("went", "goes", "came", "comes", "stands", "lies", "sits", "belongs")


def what_is_priced(right: str) -> str:
    """Return "agreed price" of "At 4 cents per kilowatt-hour the agreed price is"."""
    priced = _PRICED.match(right)
    return priced.group(1) if priced else ""
