"""Bodies that a text speaks of by a noun: "the bank", "a lender in the north", "the town's council"."""

from __future__ import annotations

from briefs.extract.saying import verbs
from briefs.extract.saying.proper_names import PLACED
from briefs.extract.saying.spoken_of import SpokenOf, is_press
from briefs.extract.saying.voices import (
    ARTICLES,
    DEFINITE,
    ORGANISATIONS,
    Line,
    Voice,
    description,
    named_at,
    nameless,
    voice_of,
)
from briefs.extract.terms import STOPWORDS
from briefs.extract.wordlist import words
from briefs.model import EntityKind, SourceKind

_CENTRAL = 3  # tokens of "the central bank"
_HOMES: frozenset[EntityKind] = frozenset(("country", "place"))
_LISTED = words("ftse nasdaq dow nyse dax cac nikkei asx tsx sensex nifty fortune european asian african")


def collective(line: Line, low: int, core: int, high: int, spoken_of: SpokenOf) -> Voice | None:
    """Read "the bank", "a lender in the north", "the Interior Ministry", "the town's council"."""
    start, end = line.tokens[low].start, line.tokens[high - 1].end
    head = core - 1
    inside: SourceKind = "organisation"
    first = low + 1 if line.lows[low] in ARTICLES else low
    press = spoken_of.press if line.lows[low] in DEFINITE else None
    if press is not None and is_press(line, first, head):
        return Voice(start, end, press.name, press.kind, press.entity, None, False, True)
    if core - low == _CENTRAL and line.lows[low : head + 1] == ["the", "central", "bank"]:
        bank = spoken_of.meant(line, low, "bank")
        known = bank if bank is not None and bank.category == "central bank" else None
        return voice_of(start, end, known, pronoun=True) if known else Voice(start, end, "central bank", inside)
    if line.lows[low] == "the" and line.noun(head) in verbs.FIRMS and _only_placed(line, first, head):
        entity = spoken_of.meant(line, low, line.noun(head))
        if entity is None:  # of somebody whom the text has named, though we know no name
            return Voice(start, end, line.words(first, core), inside, None, None, True, True)
        return voice_of(start, end, entity, pronoun=True)
    marked = any(
        line.at[i] is not None or line.capitalised(i) or line.possessive(i)
        for i in range(first, head)
        if not line.lows[i].endswith(PLACED)
    )
    office = line.noun(head) in verbs.OFFICES and first < head and line.lows[head - 1] not in STOPWORDS
    if not line.capitalised(head):
        inner = _name_inside(line, first, head)
        if inner is not None:
            return inner
    if marked or office or line.capitalised(head):
        name = description(line, low, core)
        return Voice(start, end, name, inside) if name else None
    if line.lows[low] in DEFINITE or core - low == 1:
        entity = spoken_of.meant(line, low, line.noun(head))
        if entity is None and line.noun(head) in verbs.PUBLIC:
            return nameless(start, end, line.noun(head))
        if entity is None:
            return None
        return voice_of(start, end, entity, pronoun=True)
    if line.lows[low] in ARTICLES:
        return nameless(start, end, description(line, low, high))
    return None


def _only_placed(line: Line, first: int, head: int) -> bool:
    """Say whether what stands before the noun tells where a firm is at home or listed: "the FTSE 100 company"."""
    return all(
        line.is_kind(i, _HOMES)
        or ((entity := line.entity(i)) is not None and entity.category == "index")
        or not (line.capitalised(i) or line.at[i] or line.possessive(i))
        or line.lows[i].endswith(PLACED)
        or line.word(_after_name(line, i, head) + 1).endswith(PLACED)
        or line.lows[i] in _LISTED
        for i in range(first, head)
    )


def _after_name(line: Line, index: int, head: int) -> int:
    """Return the comma behind the capitalised words from `index` on: of "Hoffman Estates, Ill.-based"."""
    while index < head and line.capitalised(index):
        index += 1
    return index if line.word(index) == "," else head


def _name_inside(line: Line, first: int, head: int) -> Voice | None:
    """Read "the Norfjell news agency": the known organisation within the description is meant."""
    for index in range(head - 1, first - 1, -1):
        if line.possessive(index):
            return None
        if line.is_kind(index, ORGANISATIONS):
            return named_at(line, index)
    return None
