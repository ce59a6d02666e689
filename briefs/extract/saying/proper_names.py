"""Names that the finder of names does not know, by the way they are written."""

from __future__ import annotations

from functools import cached_property

from briefs.extract.document import Passage
from briefs.extract.names import Names
from briefs.extract.naming.lexicon.firms import LEGAL_FORMS
from briefs.extract.saying import verbs
from briefs.extract.saying.voices import ORGANISATIONS, Line
from briefs.extract.terms import STOPWORDS
from briefs.extract.wordlist import words
from briefs.model import Entity, EntityKind, SourceKind

_JOINERS = words("of the for and & de la du van von al der den di da dos el bin")
_PLACES: frozenset[EntityKind] = frozenset(("country", "place"))
PLACED = ("-based", "-backed", "-owned")


class ProperNames:
    """Finds the capitalised names of a body that belong to no known entity."""

    def __init__(self, body: Passage) -> None:
        self._body = body

    def last_in(self, line: Line, low: int, high: int) -> str | None:
        """Return the last run of capitalised words that belong to no known name."""
        end = high
        while end > low:
            last = end - 1
            inside = line.is_kind(last, _PLACES) and last > low and self.opens_name(line, last - 1)
            if not inside and not self._unknown(line, last):
                end -= 1
                continue
            start = last
            while start > low:
                joined = self._joins(line, low, start)
                if not joined:
                    break
                start -= joined
            text = line.words(start, end).removesuffix("’s").removesuffix("'s")
            if any(c.isalpha() for c in text) and not text.endswith(PLACED):
                return text
            end = start
        return None

    def opens_name(self, line: Line, index: int) -> bool:
        """Say whether the token belongs to the name of the country after it: Statistics Canada."""
        return line.at[index] is None and self.name_like(line, index) and line.lows[index] not in verbs.DAYS

    def _unknown(self, line: Line, index: int) -> bool:
        """Say whether the token is capitalised, of no known name, and no day, month or language."""
        named = line.at[index] is None and line.capitalised(index) and line.lows[index] not in verbs.DAYS
        return named and line.word(index + 1) != "language" and not line.lows[index].endswith("-language")

    def _joins(self, line: Line, low: int, start: int) -> int:
        """Return how many tokens before `start` belong to the proper name there: a name, or "of the" after one."""
        index = start - 1
        if line.at[index] is not None:
            return 0
        token = line.tokens[index]
        if token.end == line.tokens[start].start and token.text.isdigit():
            return 1  # 36Kr
        if self.name_like(line, index):
            return 1
        for reach in (1, 2):
            before = start - reach - 1
            if line.lows[start - reach] not in _JOINERS or before < low or line.at[before] is not None:
                return 0
            if self.name_like(line, before):
                return reach + 1
        return 0

    def name_like(self, line: Line, index: int) -> bool:
        """Say whether the token at `index` is written as a name; opening a sentence, one never written small."""
        text = line.tokens[index].text
        if text.endswith(PLACED):
            return False
        if line.capitalised(index):
            return True
        return index == 0 and text[0].isupper() and line.lows[0] not in STOPWORDS and text.lower() not in self._small

    @cached_property
    def _small(self) -> frozenset[str]:
        """The words that the body writes without a capital: none of them is a name for opening a sentence."""
        return frozenset(t.text for t in self._body.tokens if t.text.islower())

    def title_of(self, line: Line, low: int, core: int) -> str | None:
        """Return a document's own capitalised name: "the 2025 Rural Broadband Report"."""
        if not line.capitalised(core - 1):
            return None
        start = core - 1
        while start > low and (
            line.capitalised(start - 1)
            or line.lows[start - 1].isdigit()
            or line.lows[start - 1] in ("of", "the", "and")
        ):
            start -= 1
        while start < core - 1 and line.lows[start] in ("the", "a", "of", "and"):
            start += 1
        return line.words(start, core) if core - start > 1 else None


def only_ends(line: Line, index: int) -> bool:
    """Say whether a token behind a body's name is its legal form or a letter of its product: "Alder Ltd", "I/B"."""
    text = line.tokens[index].text
    behind = line.is_kind(index - 1, ORGANISATIONS) or line.lows[index - 1] == "/" or line.lows[index] == "/"
    return behind and (line.lows[index] in LEGAL_FORMS or (len(text) == 1 and (text.isupper() or text == "/")))


def kind_of_name(name: str) -> SourceKind:
    """Return what an unknown name most likely is: two or three plain capitalised words are somebody."""
    words = name.split()
    plain = 2 <= len(words) <= 3 and all(w[0].isupper() and w[1:].islower() and w.isalpha() for w in words)
    bodies = verbs.COLLECTIVES | verbs.DOCUMENTS | verbs.BODIES
    return "person" if plain and not {w.lower() for w in words} & bodies else "organisation"


def by_part_of_name(names: Names) -> dict[str, Entity]:
    """Return the people by each word of their names that only one of them bears."""
    found: dict[str, Entity] = {}
    shared: set[str] = set()
    for person in names.people:
        for word in set(person.name.casefold().split()):
            if word in found:
                shared.add(word)
            found[word] = person
    return {word: person for word, person in found.items() if word not in shared and len(word) > 1}
