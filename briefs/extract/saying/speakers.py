"""Who a noun phrase is: a person, an organisation, a document or somebody without a name, also when it refers back."""

from __future__ import annotations

from collections.abc import Sequence

from briefs.extract.document import Document
from briefs.extract.names import Names
from briefs.extract.saying import verbs
from briefs.extract.saying.collectives import collective
from briefs.extract.saying.gender import Genders
from briefs.extract.saying.noun_phrases import leftmost, trimmed
from briefs.extract.saying.offices import office_alone, titled
from briefs.extract.saying.proper_names import ProperNames, by_part_of_name, kind_of_name, only_ends
from briefs.extract.saying.reports import Reports
from briefs.extract.saying.spoken_of import SpokenOf
from briefs.extract.saying.voices import (
    ARTICLES,
    DEFINITE,
    ORGANISATIONS,
    SPEAKERS,
    Line,
    Voice,
    description,
    named_at,
    nameless,
    voice_of,
)
from briefs.extract.terms import STOPWORDS
from briefs.extract.wordlist import words
from briefs.model import Entity, EntityKind
from briefs.text import fold

Spans = Sequence[tuple[int, int]]

_PLAIN = 2  # tokens of "the official"
_SHORTEST_NOUN = 4
_JUST_NOW = 2  # sentences
_RECENT = 4  # sentences that "he" and "the official" reach back
_TAILS = verbs.PREPOSITIONS | verbs.DESCRIBED
_HOMES: frozenset[EntityKind] = frozenset(("country", "place"))
_NOBODY = words("sides parts ones things signs rules laws words")
_NUMBERS = words("one two three four five six seven eight nine ten eleven twelve")
_ONE = words("one another")
_ALONE = verbs.HE | verbs.THEY | verbs.NOBODY | _ONE  # words that are a whole noun phrase


class Speakers:
    """Reads noun phrases as voices; remembers who was spoken of, so that "he" and "the company" are somebody."""

    def __init__(self, document: Document, names: Names) -> None:
        self._spoken_of = SpokenOf(next((c for c in names.companies if c.main), None))
        self._names = ProperNames(document.body)
        self._reports = Reports(self._names, self._spoken_of.meant)
        self._unlisted_people: dict[str, str] = {}  # full names by surname
        self._people = by_part_of_name(names)
        self._genders = Genders(document, names)

    def remember(self, line: Line, spoke: list[Voice], silent: list[tuple[int, int]]) -> None:
        """Take note of whom `line` speaks of; what stands between the spans `silent` is quoted and does not count."""
        for voice in spoke:
            if voice.role in verbs.DOCUMENTS:
                self._reports.last = voice
        self._spoken_of.take(line, spoke, silent)

    def voice(
        self, line: Line, low: int, high: int, *, said_to: Entity | None = None, speaks: bool = False
    ) -> Voice | None:
        """Return who or what the tokens `[low, high)` are, or None where they are nobody who speaks.

        `speaks` says that only people do what they do here, so that a noun that we do not know is of people;
        `said_to` is whom it was said to, so that "he" is another.
        """
        low, high = trimmed(line, low, high)
        if low >= high:
            return None
        if high - low == 1 and line.at[low] is None and (line.lows[low] in _ALONE or self._known(line, low)):
            return self._alone(line, low, said_to)
        core = low + 1
        while core < high and not (line.at[core] is None and line.lows[core] in _TAILS):
            core += 1
        head = core - 2 if core - 1 > low and line.lows[core - 1] == "." else core - 1  # Raj Nair Jr. of Norfjell
        while head > low and line.at[head] is None and only_ends(line, head):
            head -= 1
        if line.at[head] is None and line.noun(head) in verbs.DOCUMENTS:
            return self._reports.voice(line, low, core, high)
        last = line.at[high - 1]
        if last and last[1].kind == "person" and not line.possessive(high - 1):
            first = line.first_of(high - 1)
            if first <= low or line.lows[first - 1] not in verbs.PREPOSITIONS:
                return named_at(line, high - 1)
        if line.is_kind(head, SPEAKERS) and not line.possessive(head):
            first = line.first_of(head)
            if line.is_kind(head, _HOMES) and first > low and self._names.opens_name(line, first - 1):
                name = self._names.last_in(line, low, core)
                return self._unlisted(line.tokens[low].start, line.tokens[core - 1].end, name) if name else None
            return named_at(line, head)
        low, core = self._among(line, low, core, high)
        return self._common(line, low, core, high) or (self._somebody(line, low, core, high) if speaks else None)

    def _alone(self, line: Line, index: int, said_to: Entity | None) -> Voice | None:
        """Return whom a single word means: a pronoun, or a word that is somebody's name here: Doctor, Minor, Baker."""
        word = line.lows[index]
        if word in verbs.HE:
            return self._he(line, index, word, said_to)
        if word in verbs.THEY:
            return self._it(line, index)
        if word in verbs.NOBODY:
            return None
        if word in _ONE:
            return self._the_official(line, index, index + 1, "source")
        known = self._known(line, index)
        return voice_of(line.tokens[index].start, line.tokens[index].end, known, known.role) if known else None

    def _known(self, line: Line, index: int) -> Entity | None:
        """Return the person of whose name the capitalised word at `index` is a part."""
        return self._people.get(line.lows[index]) if line.tokens[index].text[0].isupper() else None

    # -- those who refer back

    def referred(self, line: Line, index: int, pronoun: str, silent: Spans = ()) -> Voice | None:
        """Return whom a pronoun of another language means that stands at `index` for `pronoun`, "he" or "she".

        Whom a quotation names, between the spans `silent`, is somebody else.
        """
        return self._he(line, index, pronoun, None, silent)

    def holder(self, office: str) -> Entity | None:
        """Return who holds the office that a noun names, if the text has told one: the last one spoken of."""
        holders = {e.key: e for e in self._people.values() if office in fold(e.role or "").split()}
        recent = [e for _, e in self._spoken_of.people[::-1] if e.key in holders]
        return recent[0] if recent else next(iter(holders.values())) if len(holders) == 1 else None

    def _he(self, line: Line, index: int, word: str, said_to: Entity | None, silent: Spans = ()) -> Voice | None:
        token = line.tokens[index]
        within = [
            pair[1]
            for i, pair in enumerate(line.at[:index])
            if pair
            and pair[1].kind == "person"
            and not any(start <= pair[0].start < end for start, end in silent)
            and not line.possessive(i)
            and pair[1] is not said_to
            and self._genders.may_be(pair[1], word)
        ]
        candidates: list[tuple[int, Entity]] = [(line.number, e) for e in within[:1]]
        people = [(n, e) for n, e in self._spoken_of.people[::-1] if self._genders.may_be(e, word)]
        if self._spoken_of.speaker and line.number - self._spoken_of.speaker[0] <= 2:
            where, voice = self._spoken_of.speaker
            if voice.anonymous and not within and (not people or people[0][0] <= where):
                return Voice(token.start, token.end, voice.name, voice.kind, None, voice.role, True, True)
        for where, entity in candidates + people:
            if entity is not said_to and line.number - where <= _RECENT:
                return voice_of(token.start, token.end, entity, entity.role, pronoun=True)
        return None

    def _it(self, line: Line, index: int) -> Voice | None:
        token = line.tokens[index]
        if line.lows[index] == "they":
            if self._spoken_of.speaker is None or line.number - self._spoken_of.speaker[0] > _RECENT // 2:
                return None
            voice = self._spoken_of.speaker[1]
            if not voice.anonymous and voice.role not in verbs.SPOKEN_FOR:
                return None
            return Voice(
                token.start, token.end, voice.name, voice.kind, voice.entity, voice.role, voice.anonymous, True
            )
        named = next((i for i, w in enumerate(line.lows[:index]) if w in verbs.COLLECTIVES), None)
        entity = self._spoken_of.meant(line, index, line.noun(named) if named is not None else "group")
        if entity is None and named is not None:
            return collective(line, leftmost(line, named + 1), named + 1, named + 1, self._spoken_of)
        if entity is None:
            return None
        return voice_of(token.start, token.end, entity, pronoun=True)

    # -- people and bodies without a name

    @staticmethod
    def _among(line: Line, low: int, core: int, high: int) -> tuple[int, int]:
        """Return the place of "the people" in "one of the people", so that it refers back as that does."""
        of = next((i for i in (low, low + 1) if i < high and line.lows[i] == "of"), None)
        if of is None or of + 2 >= high or line.word(of - 1) not in verbs.QUANTITIES:
            return low, core
        return (of + 1, high) if line.lows[of + 1] in DEFINITE else (low, core)

    def _common(self, line: Line, low: int, core: int, high: int) -> Voice | None:
        start, end = line.tokens[low].start, line.tokens[high - 1].end
        head = line.noun(core - 1)
        role = line.words(core - 1, core) if core > 1 else head
        named = [line.entity(i) for i in range(low, high) if line.is_kind(i, ORGANISATIONS)]
        office = office_alone(line, low, high)
        if office is not None:
            voice = self._in_office(line, low, high, office)
            if voice is not None:
                return voice
        if head in verbs.PEOPLE or verbs.is_agent(head):
            body = next((w for w in line.lows[low : core - 1] if w in verbs.COLLECTIVES), None)
            if head in verbs.SPOKEN_FOR:
                entity = named[0] if named else None
                if entity is None and body is not None:
                    entity = self._spoken_of.meant(line, low, body)
                if entity is not None:
                    return voice_of(start, end, entity, role)
            ordinal = line.word(low + 1) in verbs.ORDINALS
            plain = core - low <= _PLAIN + (body is not None) + ordinal
            spokesman = head in verbs.SPOKEN_FOR and head not in verbs.ANYBODY and not head.endswith("s")
            referring = line.lows[low] in DEFINITE or (spokesman and line.lows[low] in ("a", "an"))
            if referring and core == high and plain and head not in verbs.MANY:
                return self._the_official(line, low, high, head)
            if line.lows[low] == "the" and core == high and not head.endswith("s") and body is None:
                speaker = self._spoken_of.speaker  # "the Alder Party leader said": who spoke a moment ago
                recent = speaker is not None and line.number - speaker[0] <= _JUST_NOW
                if speaker is not None and recent and speaker[1].kind == "person" and titled(line, low, core):
                    last = speaker[1]
                    return Voice(start, end, last.name, last.kind, last.entity, last.role, last.anonymous, True)
            name = description(line, low, high)
            if name and line.lows[low] in ("its", "their") and core - low > 1:
                owner = self._spoken_of.meant(line, low, "group")
                name = f"{owner.name} {line.words(low + 1, high)}" if owner else line.words(low + 1, high)
            return nameless(start, end, name)
        if head in verbs.COLLECTIVES:
            return collective(line, low, core, high, self._spoken_of)
        proper = self._names.last_in(line, low, core)
        if proper and line.capitalised(core - 1):
            known = self._people.get(proper.casefold())
            if known is not None:
                return voice_of(start, end, known, known.role)
            return self._unlisted(start, end, proper)
        return self._opening(line, low, core)

    def _in_office(self, line: Line, low: int, high: int, office: str) -> Voice | None:
        """Read "The President", "the magistrate": who holds the office, as far as the text has told."""
        start, end = line.tokens[low].start, line.tokens[high - 1].end
        large = line.tokens[high - 1].text[0].isupper()
        last = self._spoken_of.speaker[1] if self._spoken_of.speaker else None
        unnamed = last is not None and last.anonymous and office in fold(last.name).split()
        if not large and (unnamed or office in verbs.ANYBODY or office in verbs.SPOKEN_FOR):
            return None  # whoever spoke before
        holder = self.holder(office)
        if holder is not None:
            return voice_of(start, end, holder, holder.role, pronoun=True)
        return nameless(start, end, description(line, low, high)) if large else None

    def _somebody(self, line: Line, low: int, core: int, high: int) -> Voice | None:
        """Read "a deckhand", "two shoppers", "the deckhand" by their verb alone."""
        head = line.lows[core - 1]
        if line.at[core - 1] is not None or not head.isalpha() or len(head) < _SHORTEST_NOUN or head in STOPWORDS:
            return None
        if head in verbs.PEOPLE or head in _NOBODY:
            return None  # known, and judged before
        if head.removesuffix("ies") + "y" in verbs.COLLECTIVES or head.removesuffix("s") in verbs.COLLECTIVES:
            return None  # "both companies said": the sentence names them
        if line.lows[low] in DEFINITE and core == high and core - low == _PLAIN:
            return self._the_official(line, low, high, head)
        if line.lows[low] in DEFINITE:
            if not any(line.possessive(i) for i in range(low, core - 1)):
                return None
        elif line.lows[low] not in ARTICLES and not (head.endswith("s") and core - low <= _PLAIN + 1):
            return None
        start, end = line.tokens[low].start, line.tokens[high - 1].end
        return nameless(start, end, description(line, low, high))

    def _opening(self, line: Line, low: int, core: int) -> Voice | None:
        """Read a name that opens the sentence, where the body never writes it small."""
        if core - low != 1 or low != 0 or line.lows[0] in _NUMBERS or not self._names.name_like(line, 0):
            return None
        token = line.tokens[0]
        known = self._people.get(token.text.casefold())
        if known is not None:
            return voice_of(token.start, token.end, known, known.role)
        if token.text.endswith("s") and not token.text.isupper():
            return None  # a plural noun as likely as a name
        return self._unlisted(token.start, token.end, token.text)

    def _unlisted(self, start: int, end: int, name: str) -> Voice:
        """Return the voice of one whom the finder of names does not know; a surname means whom it was part of."""
        full = self._unlisted_people.get(name.casefold(), name)
        kind = kind_of_name(full)
        if kind == "person":
            self._unlisted_people[full.split()[-1].casefold()] = full
        return Voice(start, end, full, kind)

    def _the_official(self, line: Line, low: int, high: int, head: str) -> Voice | None:
        """Read "the official", "the analyst", "one": who spoke before, unless he is known to be something else."""
        start, end = line.tokens[low].start, line.tokens[high - 1].end
        recent = self._spoken_of.speaker is not None and line.number - self._spoken_of.speaker[0] <= _RECENT
        voice = self._spoken_of.speaker[1] if self._spoken_of.speaker and recent else None
        if head in verbs.SPOKEN_FOR and high - low == _PLAIN and not (voice and voice.anonymous):
            if voice is not None and voice.kind == "organisation":
                return Voice(start, end, voice.name, voice.kind, voice.entity, head, False, True)
            entity = self._spoken_of.organisation
            if entity is not None:
                return voice_of(start, end, entity, head, pronoun=True)
        if voice is None:
            return None
        described = f"{voice.name} {voice.role or ''}".casefold()
        known = voice.role is not None or (voice.anonymous and voice.name.casefold() != head)
        if head not in verbs.ANYBODY and head not in described and (known or head not in verbs.PEOPLE):
            return nameless(start, end, description(line, low, high))
        return Voice(start, end, voice.name, voice.kind, voice.entity, voice.role, voice.anonymous, True)
