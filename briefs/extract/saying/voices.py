"""A voice is one who says something; a line is a sentence read as tokens with the names in it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import Literal

from msgspec import Struct

from briefs.extract.document import Passage
from briefs.extract.names import Names
from briefs.extract.wordlist import words
from briefs.model import Entity, EntityKind, Mention, SourceKind
from briefs.sentences import Token
from briefs.text import Span

SPEAKERS: frozenset[EntityKind] = frozenset(("person", "company", "organisation", "country"))
PRESS = frozenset(("publication", "broadcaster", "newspaper", "magazine", "site", "aggregator"))
PERSON: frozenset[EntityKind] = frozenset(("person",))
ORGANISATIONS: frozenset[EntityKind] = frozenset(("company", "organisation"))


class Voice(Struct, frozen=True):
    """One who says something, or a document: `[start, end)` is the noun phrase in the body.

    `anonymous` has no name and `pronoun` refers back ("she", "the company"): its name comes from elsewhere.
    """

    start: int
    end: int
    name: str
    kind: SourceKind
    entity: Entity | None = None
    role: str | None = None
    anonymous: bool = False
    pronoun: bool = False

    @property
    def key(self) -> str:
        """What tells this voice from others within the article."""
        return self.entity.key if self.entity else self.name.casefold()


Form = Literal["said", "inverted", "according", "document", "by", "citing", "to", "introduced", "in", "answered"]


class Attribution(Struct, frozen=True):
    """`[start, end)` of the body gives the sentence to `voice`; what it says may begin at `verb_end`.

    `sure` is the most that can be said for it: a subject before quotation marks says less than a verb of saying.
    """

    start: int
    end: int
    verb: str
    verb_end: int
    form: Form
    voice: Voice
    sentence: Span
    sure: float = 1.0


def kind_of(entity: Entity, otherwise: SourceKind = "organisation") -> SourceKind:
    """Return what kind of source `entity` is; `otherwise` where it is neither a person nor of the press."""
    if entity.category == "agency":
        return "agency"
    if entity.category in PRESS:
        return "publication"
    return "person" if entity.kind == "person" else otherwise


def voice_of(start: int, end: int, entity: Entity, role: str | None = None, *, pronoun: bool = False) -> Voice:
    """Return the voice of `entity`, whom the noun phrase `[start, end)` means or, as a `pronoun`, refers back to."""
    return Voice(start, end, entity.name, kind_of(entity), entity, role, False, pronoun)


def nameless(start: int, end: int, name: str | None) -> Voice | None:
    """Return the voice of somebody whom the phrase `name` describes and nobody names; None where it says nothing."""
    return Voice(start, end, name, "anonymous", None, None, True) if name else None


class Line:
    """A sentence as tokens, each with the mention that it belongs to."""

    def __init__(self, passage: Passage, names: Names, span: Span, number: int) -> None:
        self.span = span
        self.number = number
        self.text = passage.text
        first, last = passage.token_range(span)
        self.tokens: list[Token] = passage.tokens[first:last]
        self._starts = starts = passage.token_starts[first:last]
        self.lows = passage.lows[first:last]
        self.at: list[tuple[Mention, Entity] | None] = [None] * len(self.tokens)
        for mention, entity in names.within("body", span.start, span.end) if starts else ():
            index = max(0, bisect_right(starts, mention.start) - 1)
            while index < len(starts) and starts[index] < mention.end:
                known = self.at[index]
                if known is None or mention.end - mention.start > known[0].end - known[0].start:
                    self.at[index] = (mention, entity)
                index += 1

    def __len__(self) -> int:
        return len(self.tokens)

    def index_at(self, offset: int) -> int:
        """Return the first token that begins at or after `offset`."""
        return bisect_left(self._starts, offset)

    def word(self, index: int) -> str:
        """Return the token at `index` in lower case; nothing where the sentence has ended."""
        return self.lows[index] if 0 <= index < len(self.lows) else ""

    def noun(self, index: int) -> str:
        """Return the token at `index` in lower case without a possessive ending."""
        return self.word(index).removesuffix("'s").removesuffix("’s")

    def entity(self, index: int) -> Entity | None:
        """Return the entity whose mention the token at `index` belongs to."""
        pair = self.at[index] if 0 <= index < len(self.at) else None
        return pair[1] if pair else None

    def is_kind(self, index: int, kinds: frozenset[EntityKind]) -> bool:
        """Say whether the token at `index` belongs to a mention of one of these kinds."""
        entity = self.entity(index)
        return entity is not None and entity.kind in kinds

    def first_of(self, index: int) -> int:
        """Return the first token of the mention that the token at `index` belongs to."""
        pair = self.at[index]
        while index > 0 and pair is not None and self.at[index - 1] == pair:
            index -= 1
        return index

    def after_last_of(self, index: int) -> int:
        """Return the token after the mention that the token at `index` belongs to."""
        pair = self.at[index]
        index += 1
        while index < len(self.at) and pair is not None and self.at[index] == pair:
            index += 1
        return index

    def possessive(self, index: int) -> bool:
        """Say whether the token at `index` ends in a possessive that is not part of a name."""
        text = self.lows[index]
        pair = self.at[index]
        if text.endswith(("'s", "’s", "s'", "s’")):
            return pair is None or pair[0].end < self.tokens[index].end
        return self.word(index + 1) in ("'", "’") and text.endswith("s")

    def capitalised(self, index: int) -> bool:
        """Say whether the token at `index` is written as a name is; the first word of a sentence is no proof."""
        text = self.tokens[index].text
        if not text[0].isalnum():
            return False
        if index == 0 or self.tokens[index - 1].text in '“"‘:':
            return any(c.isupper() for c in text[1:])
        return any(c.isupper() for c in text)

    def words(self, low: int, high: int) -> str:
        """Return the text of the tokens `[low, high)`."""
        return " ".join(self.text[self.tokens[low].start : self.tokens[high - 1].end].split())


def named_at(line: Line, index: int) -> Voice | None:
    """Return the one whose name stands at `index`, whatever it is the name of."""
    pair = line.at[index]
    return voice_of(pair[0].start, pair[0].end, pair[1], pair[1].role) if pair is not None else None


_LONGEST_NAME = 12  # words of a name that is a description
ARTICLES = words("the a an one some several many most other few")
DEFINITE = words("the this that these those its their his her")


def description(line: Line, low: int, high: int) -> str | None:
    """Return the tokens `[low, high)` as a name: without an article, and not without end."""
    while low + 1 < high and line.at[low] is None and line.lows[low] in ARTICLES:
        low += 1
    return " ".join(line.words(low, high).split()[:_LONGEST_NAME]) or None
