"""The gist: one line for a list, the sentence of the summary that says most, as short as it can be and still be whole.

What stands elsewhere in the brief goes first (brackets, who says so, the day of the week), then what is said in
passing; a line that is still too long is cut where a clause ends, or else before a phrase.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from briefs.extract.document import Document
from briefs.extract.leaning import leans
from briefs.extract.terms import after_dateline
from briefs.model import SummarySentence
from briefs.tables.tongues import english
from briefs.text import squash

_LONGEST = 140
_FROM = 600  # characters of a body without a summary
_SHORTEST = 30  # characters after a dateline that are a line
_WHOLE = 60  # characters that a line keeps at least where it is cut
_ENOUGH = 70  # from here on a clause is worth more than some words more

_ASIDE = re.compile(r" ?\([^()]{1,120}\)")
# "..., two officials said on Monday.": who says so stands in the brief.
_ATTRIBUTION = re.compile(
    r", (?:according to [^,“”\"]{3,90}|[^,“”\"]{2,80} (?:said|says|reported|showed|announced|found)"
    r"(?: (?:on |in a )?[\w ]{2,30})?)\.?$"
)
_SAID_INSIDE = re.compile(r", [^,“”\"]{2,80} (?:said|says|reported|showed|announced)(?: on [A-Z][a-z]+day)?, ")
_WEEKDAY = re.compile(
    r" (?:late |early )?on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?: (?:morning|afternoon|evening|night))?"
    r"(?=[ ,.])(?! the \d)"
)
_IN_PASSING = re.compile(
    r"(?<=[\w.)]), (?:an?|the|who|which|whose|popularly|formerly|once) (?:[^,;:“”\"]|,(?=\d)){3,160},"
    r"(?= [a-z])(?! (?:and|or)\b)"
)
_VERB = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|could|can|may|might|must|should|did|does|do|fell|rose|won|lost|made|"
    r"came|went|took|gave|began|put|sent|found|left|held|sold|bought|paid|grew|hit|met|told|said|says|[a-z]{3,}ed)\b"
)
# "In addition to its forecast for Peru, ...": the sentence itself begins after the comma.
_OPENING = re.compile(
    r"(?:In addition to|Besides|Apart from|After|Following|Despite|While|When|As|With|Although|Though|Since|Amid|"
    r"Because|If|Before|Under|Unlike)\b[^,;:“”\"]{8,120}, "
)
_UP_TO_COMMA = re.compile(r"[^,]{0,200}, ")
_EXPLETIVE = re.compile(r"(?:It|There) (?:has|is|was|are|were|have) ")
_CLAUSE = re.compile(
    r",? (?:after|as(?! (?:well|much|many|long|soon|little|few|high|low|of|part)\b)|while|because|although|though|"
    r"despite|amid|following|but|even as|adding|saying|including|before|until|unless|when|where|which|who|whose|with|"
    r"ahead of|in what|so that)(?= )|,? according to(?! plan)(?= )|, and(?= )|[;:] | [—–] |, "
)
_PHRASE = re.compile(
    r" (?:in|on|at|for|from|by|compared|over|under|between|among|against|through|during|within|across|into|"
    r"about|around|since)"
    r"(?= )|(?<!said)(?<!says)(?<!announced)(?<!warned)(?<!reported)(?<!agreed)(?<!believes)(?<!hopes) that(?= )"
)
_SPACE = re.compile(" ")
_OF_SOMEBODY = re.compile(r"[’']s$")
_HANGING = english("hanging")
# It goes on after the next comma.
_APPOSED = re.compile(r"[^,]*(?:, Inc\.)?, (?:a|an|the|who|which|whose) (?:[^,]|,(?=\d))*")
# What a clause after "that" or "said" still wants: its verb.
_TOLD = re.compile(r".*\bthat (.*)|.{0,40}?\b(?:said|says) (.*)", re.DOTALL)
_RELATIVE = re.compile(r"[a-z]{3,}s\b")  # "that makes", "that extracts"
_ENDS = ".!?…。"
_TELLING = (
    "key figure",
    "speaks of",
    "close to",
)  # reasons by which a sentence has a figure, a name, the title's words


def gist_of(document: Document, summary: Sequence[SummarySentence]) -> str:
    """Return one line of at most 140 characters: the sentence that says most, cut at a clause or word."""
    line = squash(_sentence(summary) or document.body.text[:_FROM])
    start = after_dateline(line)
    if len(line) - start >= _SHORTEST:
        line = line[start:]
    return _shortened(line, english=document.language in (None, "en"))


def _sentence(summary: Sequence[SummarySentence]) -> str | None:
    """Return the first sentence that stands alone, and that has a figure, a name or the title's words, if one has."""
    alone = [s for s in summary if not leans(s.text) or _EXPLETIVE.match(s.text)] or list(summary)
    telling = (s for s in alone if any(reason.startswith(_TELLING) for reason in s.reasons))
    chosen = next(telling, alone[0] if alone else None)
    return chosen.text if chosen else None


def _shortened(line: str, *, english: bool) -> str:
    for shorter in _reductions(line, english=english):
        if len(shorter) <= _LONGEST:
            ended = shorter[-1:] in _ENDS or len(shorter) == _LONGEST
            return shorter if ended or shorter == line else shorter + "."
        line = shorter
    said = _SAID_INSIDE.search(line, _WHOLE, _LONGEST) if english else None
    return (line[: said.start()] if said else _cut(line[: _LONGEST - 1], english=english)) + "…"


def _reductions(line: str, *, english: bool) -> Iterator[str]:
    """Yield the line, and then without one thing more each time."""
    yield line
    line = _ASIDE.sub("", line).strip()
    yield line
    if not english:
        return
    for pattern in (_ATTRIBUTION, _WEEKDAY, _IN_PASSING):
        line = pattern.sub("", line).strip()
        yield line
    yield _without_opening(line)


def _without_opening(line: str) -> str:
    """Return a sentence from its subject on: "After talks, in Lima, the firms agreed" begins at "The firms"."""
    opening = _OPENING.match(line)
    while opening:
        start = opening.end()
        comma = line.find(", ", start)
        if _VERB.search(line, start, comma if comma >= 0 else len(line)):
            return line[start].upper() + line[start + 1 :]
        if comma < 0 or comma > 2 * len(line) // 3:
            return line
        opening = _UP_TO_COMMA.match(line, start)
    return line


def _cut(room: str, *, english: bool) -> str:
    """Return the beginning of a line up to the end of a clause, or of a phrase, or at least of a word."""
    clauses = [_trimmed(room[: m.start()]) for m in _CLAUSE.finditer(room, _WHOLE)]
    clauses = [cut for cut in clauses if _is_whole(cut, english=english)]
    if clauses and len(clauses[-1]) >= _ENOUGH:
        return clauses[-1]
    if english:
        phrases = [_trimmed(room[: m.start()]) for m in _PHRASE.finditer(room, _ENOUGH)]
        clauses += [cut for cut in phrases if _is_whole(cut, english=True)]
    if clauses:
        return clauses[-1]
    words = [room[: m.start()] for m in _SPACE.finditer(room, _WHOLE)]
    return _trimmed(words[-1]) or words[-1] if words else room.rstrip()


def _trimmed(cut: str) -> str:
    """Return a cut without the words that want another after them."""
    words = cut.rstrip(" ,;:—–-").split(" ")
    while words and (words[-1].lower() in _HANGING or words[-1].endswith("ly") or _OF_SOMEBODY.search(words[-1])):
        words.pop()
    return " ".join(words).rstrip(" ,;:—–-")


def _is_whole(cut: str, *, english: bool) -> bool:
    """Say whether a cut is long enough and has the verb of its sentence, and of the clause that tells what was said."""
    if len(cut) < _WHOLE or _APPOSED.fullmatch(cut):
        return False
    if not english:
        return True
    told = _TOLD.match(cut)
    rest = (told.group(1) or told.group(2) or "") if told else cut
    return bool(_VERB.search(rest) or (told and _RELATIVE.match(rest)))
