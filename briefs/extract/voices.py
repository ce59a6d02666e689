"""Who speaks: a noun phrase of the text read as a person, an organisation, a document or somebody without a name."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from briefs.extract import saying
from briefs.extract.document import Document, Passage
from briefs.extract.names import Names
from briefs.model import Entity, EntityKind, Mention, SourceKind
from briefs.text import Span, Token

_SPEAKERS: frozenset[EntityKind] = frozenset(("person", "company", "organisation", "country"))
_ORGANISATIONS: frozenset[EntityKind] = frozenset(("company", "organisation"))
_LONGEST_PHRASE = 30  # tokens of a noun phrase that we look at
_LONGEST_NAME = 12  # words of a name that is a description
_RECENT = 4  # sentences that a pronoun reaches back


@dataclass(frozen=True)
class Voice:
    """One who says something, or a document: `[start, end)` is the noun phrase in the body."""

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


class Line:
    """A sentence as tokens, each with the mention that it belongs to."""

    def __init__(self, passage: Passage, names: Names, span: Span, index: int) -> None:
        self.span = span
        self.index = index
        self.text = passage.text
        self.tokens: list[Token] = passage.tokens_in(span)
        self.lows = [t.text.lower() for t in self.tokens]
        self.at: list[tuple[Mention, Entity] | None] = [None] * len(self.tokens)
        starts = [t.start for t in self.tokens]
        for mention, entity in names.within("body", span.start, span.end):
            if entity.kind == "place" or not starts:
                continue
            index = max(0, bisect_right(starts, mention.start) - 1)
            while index < len(starts) and starts[index] < mention.end:
                known = self.at[index]
                if known is None or mention.end - mention.start > known[0].end - known[0].start:
                    self.at[index] = (mention, entity)
                index += 1

    def possessive(self, index: int) -> bool:
        """Say whether the token at `index` ends in a possessive that is not part of the name."""
        text = self.lows[index]
        return text.endswith(("'s", "’s", "s'", "s’")) or (
            index + 1 < len(self.tokens) and self.lows[index + 1] in ("'", "’") and text.endswith("s")
        )

    def capitalised(self, index: int) -> bool:
        """Say whether the token at `index` is written as a name is; the first word of a sentence is no proof."""
        text = self.tokens[index].text
        if index == 0 or self.tokens[index - 1].text in '“"‘:':
            return any(c.isupper() for c in text[1:]) and text[0].isalnum()
        return any(c.isupper() for c in text) and text[0].isalnum()

    def words(self, low: int, high: int) -> str:
        """Return the text of the tokens `[low, high)`."""
        return " ".join(self.text[self.tokens[low].start : self.tokens[high - 1].end].split())


class Reader:
    """Reads noun phrases as voices; knows who was spoken of before, so that "he" and "the company" are somebody."""

    def __init__(self, document: Document, names: Names) -> None:
        self._names = names
        self._passage = document.body
        self.last_person: tuple[int, Entity] | None = None  # of the sentence with this number
        self.last_speaker: tuple[int, Voice] | None = None
        self.last_organisation: Entity | None = None
        self.last_document: Voice | None = None
        self._main = next((c for c in names.companies if c.main), None)

    def line(self, span: Span, index: int) -> Line:
        """Return the sentence `span` with the mentions in it."""
        return Line(self._passage, self._names, span, index)

    def remember(self, line: Line, spoke: list[Voice]) -> None:
        """Take note of whom `line` speaks of: the first person in it, the last organisation, the last speaker."""
        for voice in spoke:
            if voice.kind == "report":
                self.last_document = voice
            if not voice.pronoun or voice.entity:
                self.last_speaker = (line.index, voice)
        people = [v.entity for v in spoke if v.entity and v.entity.kind == "person"]
        if people:
            self.last_person = (line.index, people[-1])
        else:
            for index, pair in enumerate(line.at):
                if pair and pair[1].kind == "person" and not line.possessive(index):
                    self.last_person = (line.index, pair[1])
                    break
        spoken = [v.entity for v in spoke if v.entity and v.entity.kind in _ORGANISATIONS]
        named = [pair[1] for pair in line.at if pair and pair[1].kind in _ORGANISATIONS]
        if spoken or named:
            self.last_organisation = spoken[-1] if spoken else named[0]

    # -- where the phrase stands

    def before(self, line: Line, verb: int) -> tuple[int, int] | None:
        """Return the tokens of the subject that stands before the verb at `verb`."""
        high = verb
        while (
            high > 0
            and line.at[high - 1] is None
            and (line.lows[high - 1] in saying.BETWEEN or (line.lows[high - 1].endswith("ly") and high > 1))
        ):
            high -= 1
        if high == 0:
            return None
        if line.lows[high - 1] in (",", "—", "–", ")", "-"):
            return self._over_apposition(line, high - 1)
        low = self._leftmost(line, high)
        return (low, high) if low < high else None

    def _leftmost(self, line: Line, high: int) -> int:
        low = high
        while low > 0 and high - low < _LONGEST_PHRASE:
            pair = line.at[low - 1]
            word = line.lows[low - 1]
            if pair is None or pair[0].start == line.tokens[low - 1].start:
                outside = pair is None
                if outside and (word in saying.BOUNDARY or not (word[0].isalnum() or word in "&/'’-.")):
                    break
                if outside and word == "." and low > 1:
                    break
            low -= 1
        return low

    def _over_apposition(self, line: Line, comma: int) -> tuple[int, int] | None:
        """Return the head before ", a professor at Vassar, " or the person within ", Ann Lee, "."""
        last = self._leftmost(line, comma)
        if last < comma and self._is_person(line, last, comma):
            return last, comma
        high = comma
        for _ in range(8):
            opening = high - 1
            while opening >= 0 and not (line.at[opening] is None and line.lows[opening] in (",", "—", "–", "(")):
                opening -= 1
            if opening <= 0:
                return None
            low = self._leftmost(line, opening)
            if low < opening:
                pair = line.at[opening - 1]
                word = line.lows[opening - 1]
                if pair and pair[1].kind in _SPEAKERS:
                    return low, opening
                if (
                    pair is None
                    and (word in saying.PEOPLE or word in saying.DOCUMENTS)
                    and line.lows[opening + 1] != "and"
                ):
                    return low, opening
            high = opening
        return None

    def _is_person(self, line: Line, low: int, high: int) -> bool:
        pair = line.at[high - 1]
        return bool(pair and pair[1].kind == "person" and pair[0].start <= line.tokens[low].start)

    def after(self, line: Line, start: int) -> tuple[int, int] | None:
        """Return the tokens of the noun phrase that begins at `start`."""
        high = start
        while high < len(line.tokens) and high - start < _LONGEST_PHRASE:
            word = line.lows[high]
            if line.at[high] is None:
                if not (word[0].isalnum() or word in "&/'’-"):
                    break
                if high > start and (word in saying.ENDS or word in saying.DAYS):
                    break
                if word == "on" and line.lows[high - 1] not in saying.DOCUMENTS:
                    break
                if word == "in" and self._before_document(line, high):
                    break
                if word == "and" and high > start and line.at[high - 1] is not None:
                    break
            high += 1
        while high > start and line.lows[high - 1] in ("on", "in", "at", "and", "or", "late", "early", "to", "the"):
            high -= 1
        return (start, high) if high > start else None

    def _before_document(self, line: Line, index: int) -> bool:
        following = line.lows[index + 1 : index + 6]
        return bool(following) and following[0] in saying.DETERMINERS and bool(saying.DOCUMENTS & set(following))

    # -- what the phrase says

    def voice(self, line: Line, low: int, high: int, *, said_to: Entity | None = None) -> Voice | None:
        """Return who or what the tokens `[low, high)` are, or None where they are nobody."""
        while (
            low < high
            and line.at[low] is None
            and (line.lows[low] in ("both", "even", "only", "now", "perhaps", "and") or not line.lows[low][0].isalnum())
        ):
            low += 1
        if low >= high:
            return None
        if high - low == 1 and line.at[low] is None:
            word = line.lows[low]
            if word in saying.HE or word in saying.THEY:
                return self._pronoun(line, low, said_to)
            if word in saying.NOBODY:
                return None
        core = low
        while core < high and not (line.at[core] is None and line.lows[core] in saying.PREPOSITIONS and core > low):
            core += 1
        head = core - 1
        pair = line.at[head]
        tail = line.at[high - 1]
        if pair is None and self._noun(line, head) in saying.DOCUMENTS:
            return self._document(line, low, core, high)
        if tail and tail[1].kind == "person" and not self._preposed(line, low, high - 1):
            return self._entity(line, tail, low, high)
        if pair and not line.possessive(head) and pair[1].kind in _SPEAKERS:
            return self._entity(line, pair, low, core)
        return self._common(line, low, core, high)

    def _noun(self, line: Line, index: int) -> str:
        return line.lows[index].removesuffix("'s").removesuffix("’s")

    def _preposed(self, line: Line, low: int, last: int) -> bool:
        """Say whether the mention that ends at `last` hangs on a preposition: "a lawyer for Ann Lee"."""
        pair = line.at[last]
        first = last
        while first > low and line.at[first - 1] == pair:
            first -= 1
        return first > low and line.lows[first - 1] in saying.PREPOSITIONS

    def _entity(self, line: Line, pair: tuple[Mention, Entity], low: int, high: int) -> Voice:
        mention, entity = pair
        kind: SourceKind = "person" if entity.kind == "person" else "organisation"
        if entity.category in ("publication", "agency"):
            kind = "agency" if entity.category == "agency" else "publication"
        return Voice(mention.start, mention.end, entity.name, kind, entity, entity.role)

    def _pronoun(self, line: Line, index: int, said_to: Entity | None) -> Voice | None:
        token = line.tokens[index]
        if line.lows[index] in saying.THEY:
            entity = self.last_organisation
            if entity is None or line.lows[index] == "they":
                return None
            return Voice(token.start, token.end, entity.name, "organisation", entity, None, False, True)
        within = [
            p[1]
            for i, p in enumerate(line.at[:index])
            if p and p[1].kind == "person" and not line.possessive(i) and p[1] is not said_to
        ]
        candidates: list[tuple[int, Entity]] = [(line.index, e) for e in within[:1]]
        if self.last_person:
            candidates.append(self.last_person)
        if self.last_speaker and line.index - self.last_speaker[0] <= 2:
            voice = self.last_speaker[1]
            if voice.entity is None and voice.anonymous and not within:
                return Voice(token.start, token.end, voice.name, voice.kind, None, voice.role, True, True)
            if voice.entity and voice.entity.kind == "person":
                candidates.append((self.last_speaker[0], voice.entity))
        for where, entity in candidates:
            if entity is not said_to and line.index - where <= _RECENT:
                return Voice(token.start, token.end, entity.name, "person", entity, entity.role, False, True)
        return None

    def _document(self, line: Line, low: int, core: int, high: int) -> Voice | None:
        start, end = line.tokens[low].start, line.tokens[high - 1].end
        noun = self._noun(line, core - 1)
        # the study of whom? after the preposition first, then before the noun
        if core < high and line.lows[core] in saying.ABOARD:
            found = self._origin(line, core + 1, high, line.lows[core])
            if found:
                return Voice(start, end, found[0], self._kind(found[1]), found[1], noun)
        for index in range(core - 2, low - 1, -1):
            pair = line.at[index]
            if pair and pair[1].kind in _SPEAKERS and pair[1].kind != "country":
                return Voice(start, end, pair[1].name, self._kind(pair[1]), pair[1], noun)
        titled = self._title_of(line, low, core)
        if titled:
            return Voice(start, end, titled, "report", None, noun)
        if line.lows[low] in ("the", "this", "that", "its", "their") or core - low == 1:
            if self.last_document and noun.rstrip("s") not in ("data", "research"):
                last = self.last_document
                return Voice(start, end, last.name, last.kind, last.entity, noun, last.anonymous, True)
            if line.lows[low] != "its" and core - low > 1:
                return None
        name = self._description(line, low, high) or noun
        return Voice(start, end, name, "report", None, noun, True)

    def _kind(self, entity: Entity | None) -> SourceKind:
        if entity is None:
            return "report"
        if entity.category in ("publication", "agency"):
            return "agency" if entity.category == "agency" else "publication"
        return "person" if entity.kind == "person" else "report"

    def _origin(self, line: Line, low: int, high: int, preposition: str) -> tuple[str, Entity | None] | None:
        """Return whom a document is by: the first person or organisation after the preposition, else a proper name."""
        allowed = _SPEAKERS if preposition in ("by", "from") else _ORGANISATIONS | {"person"}
        for index in range(low, high):
            pair = line.at[index]
            if pair and pair[1].kind in allowed:
                if pair[1].kind == "country" and self._proper(line, low, high):
                    break
                return pair[1].name, pair[1]
        name = self._proper(line, low, high)
        return (name, None) if name and preposition != "of" else None

    def _proper(self, line: Line, low: int, high: int) -> str | None:
        """Return the last run of capitalised words that is no mention of a country."""
        end = high
        while end > low:
            if line.at[end - 1] is None and line.capitalised(end - 1) and line.lows[end - 1] not in saying.DAYS:
                start = end - 1
                while (
                    start > low
                    and line.at[start - 1] is None
                    and (
                        line.capitalised(start - 1)
                        or (
                            line.lows[start - 1] in ("of", "the", "for", "and", "&")
                            and start - 2 >= low
                            and line.capitalised(start - 2)
                            and line.at[start - 2] is None
                        )
                    )
                ):
                    start -= 1
                text = line.words(start, end).removesuffix("’s").removesuffix("'s")
                if any(c.isalpha() for c in text) and not text.endswith("-based"):
                    return text
                end = start
            else:
                end -= 1
        return None

    def _title_of(self, line: Line, low: int, core: int) -> str | None:
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

    def _common(self, line: Line, low: int, core: int, high: int) -> Voice | None:
        start, end = line.tokens[low].start, line.tokens[high - 1].end
        head = self._noun(line, core - 1)
        named = [p[1] for p in line.at[low:high] if p and p[1].kind in _ORGANISATIONS]
        if head in saying.PEOPLE or _agent(head):
            if head in saying.SPOKEN_FOR:
                if named:
                    return Voice(start, end, named[0].name, "organisation", named[0], line.words(core - 1, core))
                spoken_of = self.last_organisation
                if spoken_of and any(w in saying.COLLECTIVES for w in line.lows[low : core - 1]):
                    return Voice(start, end, spoken_of.name, "organisation", spoken_of, line.words(core - 1, core))
            name = self._description(line, low, high)
            return Voice(start, end, name, "anonymous", None, None, True) if name else None
        proper = self._proper(line, low, core)
        if proper and line.capitalised(core - 1):
            return Voice(start, end, proper, "organisation")
        if head in saying.COLLECTIVES:
            if line.lows[low] in ("the", "its") or core - low == 1:
                entity = self.last_organisation or self._main
                if entity:
                    return Voice(start, end, entity.name, "organisation", entity, None, False, True)
                return None
            if line.lows[low] in ("a", "an", "one", "some", "several"):
                name = self._description(line, low, high)
                return Voice(start, end, name, "anonymous", None, None, True) if name else None
        return None

    def _description(self, line: Line, low: int, high: int) -> str | None:
        while low < high and line.lows[low] in ("the", "a", "an", "one", "some", "several", "many", "most", "other"):
            if low + 1 == high:
                break
            low += 1
        words = line.words(low, high).split()
        return " ".join(words[:_LONGEST_NAME]) or None


def _agent(word: str) -> bool:
    """Say whether an unlisted plural is of people: economists, historians, fishermen."""
    return len(word) > 5 and word.endswith(
        ("ists", "ologist", "icians", "workers", "holders", "women", "owners", "goers")
    )
