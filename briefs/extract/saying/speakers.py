"""Who a noun phrase is: a person, an organisation, a document or somebody without a name, also when it refers back."""

from __future__ import annotations

from briefs.extract.document import Document
from briefs.extract.names import Names
from briefs.extract.saying import verbs
from briefs.extract.saying.noun_phrases import leftmost
from briefs.extract.saying.proper_names import PLACED, ProperNames, by_part_of_name, kind_of_name
from briefs.extract.saying.reports import Reports
from briefs.extract.saying.voices import ARTICLES, ORGANISATIONS, SPEAKERS, Line, Voice, description, kind_of
from briefs.extract.terms import STOPWORDS
from briefs.model import Entity, EntityKind, SourceKind

_PLAIN = 2  # tokens of "the official"
_SHORTEST_NOUN = 4
_REMEMBERED = 12  # organisations that "the ministry" may be
_RECENT = 4  # sentences that "he" and "the official" reach back
_FILLERS = verbs.words_of("both even only now perhaps and with in as from by for at on")
_TAILS = verbs.PREPOSITIONS | verbs.DESCRIBED
_HOMES: frozenset[EntityKind] = frozenset(("country", "place"))
_NOBODY = verbs.words_of("sides parts ones things signs rules laws words")
_LISTED = verbs.words_of("ftse nasdaq dow nyse dax cac nikkei asx tsx sensex nifty fortune european asian african")
_DEFINITE = verbs.words_of("the this that these those its their his her")


class Speakers:
    """Reads noun phrases as voices; remembers who was spoken of, so that "he" and "the company" are somebody."""

    def __init__(self, document: Document, names: Names) -> None:
        self._main = next((c for c in names.companies if c.main), None)
        self._person: tuple[int, Entity] | None = None  # with the number of the sentence
        self._speaker: tuple[int, Voice] | None = None
        self._organisation: Entity | None = None
        self._spoken_of: list[Entity] = []
        self._latest: dict[EntityKind, Entity] = {}
        self._names = ProperNames(document.body)
        self._reports = Reports(self._names, self._meant)
        self._unlisted_people: dict[str, str] = {}  # full names by surname
        self._people = by_part_of_name(names)

    def remember(self, line: Line, spoke: list[Voice], silent: list[tuple[int, int]]) -> None:
        """Take note of whom `line` speaks of: its first person, its organisation, its last speaker and document.

        Whom a quotation names, between the spans `silent`, is not whom the article speaks of.
        """
        for voice in spoke:
            if voice.role in verbs.DOCUMENTS:
                self._reports.last = voice
            if not voice.pronoun or voice.entity:
                self._speaker = (line.number, voice)
        people = [v.entity for v in spoke if v.entity and v.entity.kind == "person"]
        if people:
            self._person = (line.number, people[-1])
        else:
            for index, pair in enumerate(line.at):
                if pair is None or pair[1].kind != "person" or line.possessive(index):
                    continue
                if not any(start <= pair[0].start < end for start, end in silent):
                    self._person = (line.number, pair[1])
                    break
        spoken = [v.entity for v in spoke if v.entity and _is_body(v.entity)]
        named = [pair[1] for pair in line.at if pair and _is_body(pair[1])]
        if spoken or named:
            self._organisation = spoken[-1] if spoken else named[0]
            self._spoken_of = (self._spoken_of + named)[-_REMEMBERED:]
        for entity in reversed(spoken[::-1] + named):
            self._latest[entity.kind] = entity

    def voice(
        self, line: Line, low: int, high: int, *, said_to: Entity | None = None, speaks: bool = False
    ) -> Voice | None:
        """Return who or what the tokens `[low, high)` are, or None where they are nobody who speaks.

        `speaks` says that only people do what they do here, so that a noun that we do not know is of people;
        `said_to` is whom it was said to, so that "he" is another.
        """
        while low < high and line.at[low] is None and (line.lows[low] in _FILLERS or not line.lows[low][0].isalnum()):
            low += 1
        if low >= high:
            return None
        if high - low == 1 and line.at[low] is None:
            word = line.lows[low]
            if word in verbs.HE:
                return self._he(line, low, said_to)
            if word in verbs.THEY:
                return self._it(line, low)
            if word in verbs.NOBODY:
                return None
            if word in ("one", "another"):
                return self._the_official(line, low, high, "source")
        core = low + 1
        while core < high and not (line.at[core] is None and line.lows[core] in _TAILS):
            core += 1
        head = core - 1
        if line.at[head] is None and line.noun(head) in verbs.DOCUMENTS:
            return self._reports.voice(line, low, core, high)
        last = line.at[high - 1]
        if last and last[1].kind == "person" and not line.possessive(high - 1):
            first = line.first_of(high - 1)
            if first <= low or line.lows[first - 1] not in verbs.PREPOSITIONS:
                return self.named(line, high - 1)
        if line.is_kind(head, SPEAKERS) and not line.possessive(head):
            return self.named(line, head)
        low, core = self._among(line, low, core, high)
        return self._common(line, low, core, high) or (self._somebody(line, low, core, high) if speaks else None)

    def named(self, line: Line, index: int) -> Voice | None:
        """Return the one whose name stands at `index`."""
        pair = line.at[index]
        if pair is None:
            return None
        mention, entity = pair
        return Voice(mention.start, mention.end, entity.name, kind_of(entity), entity, entity.role)

    # -- those who refer back

    def _he(self, line: Line, index: int, said_to: Entity | None) -> Voice | None:
        token = line.tokens[index]
        within = [
            pair[1]
            for i, pair in enumerate(line.at[:index])
            if pair and pair[1].kind == "person" and not line.possessive(i) and pair[1] is not said_to
        ]
        candidates: list[tuple[int, Entity]] = [(line.number, e) for e in within[:1]]
        if self._speaker and line.number - self._speaker[0] <= 2:
            voice = self._speaker[1]
            if voice.anonymous and not within and (self._person is None or self._person[0] <= self._speaker[0]):
                return Voice(token.start, token.end, voice.name, voice.kind, None, voice.role, True, True)
        if self._person:
            candidates.append(self._person)
        for where, entity in candidates:
            if entity is not said_to and line.number - where <= _RECENT:
                return Voice(token.start, token.end, entity.name, "person", entity, entity.role, False, True)
        return None

    def _it(self, line: Line, index: int) -> Voice | None:
        token = line.tokens[index]
        if line.lows[index] == "they":
            if self._speaker is None or line.number - self._speaker[0] > _RECENT // 2:
                return None
            voice = self._speaker[1]
            if not voice.anonymous and voice.role not in verbs.SPOKEN_FOR:
                return None
            return Voice(
                token.start, token.end, voice.name, voice.kind, voice.entity, voice.role, voice.anonymous, True
            )
        named = next((i for i, w in enumerate(line.lows[:index]) if w in verbs.COLLECTIVES), None)
        entity = self._meant(line, index, line.noun(named) if named is not None else "group")
        if entity is None and named is not None:
            return self._collective(line, leftmost(line, named + 1), named + 1, named + 1)
        if entity is None:
            return None
        return Voice(token.start, token.end, entity.name, kind_of(entity), entity, None, False, True)

    # -- people and bodies without a name

    @staticmethod
    def _among(line: Line, low: int, core: int, high: int) -> tuple[int, int]:
        """Return the place of "the people" in "one of the people", so that it refers back as that does."""
        of = next((i for i in (low, low + 1) if i < high and line.lows[i] == "of"), None)
        if of is None or of + 2 >= high or line.word(of - 1) not in verbs.QUANTITIES:
            return low, core
        return (of + 1, high) if line.lows[of + 1] in _DEFINITE else (low, core)

    def _common(self, line: Line, low: int, core: int, high: int) -> Voice | None:
        start, end = line.tokens[low].start, line.tokens[high - 1].end
        head = line.noun(core - 1)
        role = line.words(core - 1, core) if core > 1 else head
        named = [line.entity(i) for i in range(low, high) if line.is_kind(i, ORGANISATIONS)]
        if head in verbs.PEOPLE or verbs.is_agent(head):
            collective = next((w for w in line.lows[low : core - 1] if w in verbs.COLLECTIVES), None)
            if head in verbs.SPOKEN_FOR:
                entity = named[0] if named else None
                if entity is None and collective is not None:
                    entity = self._meant(line, low, collective)
                if entity is not None:
                    return Voice(start, end, entity.name, kind_of(entity), entity, role)
            ordinal = line.word(low + 1) in verbs.ORDINALS
            plain = core - low <= _PLAIN + (collective is not None) + ordinal
            spokesman = head in verbs.SPOKEN_FOR and head not in verbs.ANYBODY and not head.endswith("s")
            referring = line.lows[low] in _DEFINITE or (spokesman and line.lows[low] in ("a", "an"))
            if referring and core == high and plain and head not in verbs.MANY:
                return self._the_official(line, low, high, head)
            name = description(line, low, high)
            if name and line.lows[low] in ("its", "their") and core - low > 1:
                owner = self._meant(line, low, "group")
                name = f"{owner.name} {line.words(low + 1, high)}" if owner else line.words(low + 1, high)
            return Voice(start, end, name, "anonymous", None, None, True) if name else None
        if head in verbs.COLLECTIVES:
            return self._collective(line, low, core, high)
        proper = self._names.last_in(line, low, core)
        if proper and line.capitalised(core - 1):
            known = self._people.get(proper.casefold())
            if known is not None:
                return Voice(start, end, known.name, "person", known, known.role)
            return self._unlisted(start, end, proper)
        return self._opening(line, low, core)

    def _somebody(self, line: Line, low: int, core: int, high: int) -> Voice | None:
        """Read "a deckhand", "two shoppers", "the deckhand" by their verb alone."""
        head = line.lows[core - 1]
        if line.at[core - 1] is not None or not head.isalpha() or len(head) < _SHORTEST_NOUN or head in STOPWORDS:
            return None
        if head in verbs.PEOPLE or head in _NOBODY:
            return None  # known, and judged before
        if head.removesuffix("ies") + "y" in verbs.COLLECTIVES or head.removesuffix("s") in verbs.COLLECTIVES:
            return None  # "both companies said": the sentence names them
        if line.lows[low] in _DEFINITE and core == high and core - low == _PLAIN:
            return self._the_official(line, low, high, head)
        if line.lows[low] in _DEFINITE:
            if not any(line.possessive(i) for i in range(low, core - 1)):
                return None
        elif line.lows[low] not in ARTICLES and not (head.endswith("s") and core - low <= _PLAIN + 1):
            return None
        start, end = line.tokens[low].start, line.tokens[high - 1].end
        name = description(line, low, high)
        return Voice(start, end, name, "anonymous", None, None, True) if name else None

    def _opening(self, line: Line, low: int, core: int) -> Voice | None:
        """Read a name that opens the sentence, where the body never writes it small."""
        if core - low != 1 or low != 0 or not self._names.name_like(line, 0):
            return None
        token = line.tokens[0]
        known = self._people.get(token.text.casefold())
        if known is not None:
            return Voice(token.start, token.end, known.name, "person", known, known.role)
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
        recent = self._speaker is not None and line.number - self._speaker[0] <= _RECENT
        voice = self._speaker[1] if self._speaker and recent else None
        if head in verbs.SPOKEN_FOR and high - low == _PLAIN and not (voice and voice.anonymous):
            if voice is not None and voice.kind == "organisation":
                return Voice(start, end, voice.name, voice.kind, voice.entity, head, False, True)
            entity = self._organisation
            if entity is not None:
                return Voice(start, end, entity.name, kind_of(entity), entity, head, False, True)
        if voice is None:
            return None
        described = f"{voice.name} {voice.role or ''}".casefold()
        known = voice.role is not None or (voice.anonymous and voice.name.casefold() != head)
        if head not in verbs.ANYBODY and head not in described and (known or head not in verbs.PEOPLE):
            name = description(line, low, high)
            return Voice(start, end, name, "anonymous", None, None, True) if name else None
        return Voice(start, end, voice.name, voice.kind, voice.entity, voice.role, voice.anonymous, True)

    def _collective(self, line: Line, low: int, core: int, high: int) -> Voice | None:
        """Read "the bank", "a lender in the north", "the Interior Ministry", "the town's council"."""
        start, end = line.tokens[low].start, line.tokens[high - 1].end
        head = core - 1
        inside: SourceKind = "organisation"
        first = low + 1 if line.lows[low] in ARTICLES else low
        if line.lows[low] == "the" and line.noun(head) in verbs.FIRMS and self._only_placed(line, first, head):
            entity = self._meant(line, low, line.noun(head))
            if entity is None:  # of somebody whom the text has named, though we know no name
                return Voice(start, end, line.words(first, core), inside, None, None, True, True)
            return Voice(start, end, entity.name, kind_of(entity), entity, None, False, True)
        marked = any(
            line.at[i] is not None or line.capitalised(i) or line.possessive(i)
            for i in range(first, head)
            if not line.lows[i].endswith(PLACED)
        )
        office = line.noun(head) in verbs.OFFICES and first < head and line.lows[head - 1] not in STOPWORDS
        if not line.capitalised(head):
            inner = self._name_inside(line, first, head)
            if inner is not None:
                return inner
        if marked or office or line.capitalised(head):
            name = description(line, low, core)
            return Voice(start, end, name, inside) if name else None
        if line.lows[low] in _DEFINITE or core - low == 1:
            entity = self._meant(line, low, line.noun(head))
            if entity is None and line.noun(head) in verbs.PUBLIC:
                return Voice(start, end, line.noun(head), "anonymous", None, None, True)
            if entity is None:
                return None
            return Voice(start, end, entity.name, kind_of(entity), entity, None, False, True)
        if line.lows[low] in ARTICLES:
            name = description(line, low, high)
            return Voice(start, end, name, "anonymous", None, None, True) if name else None
        return None

    @staticmethod
    def _only_placed(line: Line, first: int, head: int) -> bool:
        """Say whether what stands before the noun tells where a firm is at home or listed: "the FTSE 100 company"."""
        return all(
            line.is_kind(i, _HOMES)
            or ((entity := line.entity(i)) is not None and entity.category == "index")
            or not (line.capitalised(i) or line.at[i] or line.possessive(i))
            or line.lows[i].endswith(PLACED)
            or line.lows[i] in _LISTED
            for i in range(first, head)
        )

    def _name_inside(self, line: Line, first: int, head: int) -> Voice | None:
        """Read "the Norfjell news agency": the known organisation within the description is meant."""
        for index in range(head - 1, first - 1, -1):
            if line.possessive(index):
                return None
            if line.is_kind(index, ORGANISATIONS):
                return self.named(line, index)
        return None

    def _meant(self, line: Line, before: int, noun: str) -> Entity | None:
        """Return which organisation "the bank", "the ministry", "the group" is: of the sentence, else the last one."""
        if noun in ("governments", "authorities"):
            return None
        firm = noun in verbs.FIRMS
        either = noun in verbs.EITHER
        here = [
            entity
            for index in range(before)
            if (entity := line.entity(index)) is not None
            and _is_body(entity)
            and not line.possessive(line.after_last_of(index) - 1)
        ]
        if noun in verbs.OFFICES:
            bearing = [e for e in [*here, *self._spoken_of[::-1]] if noun in e.name.casefold()]
            return bearing[0] if bearing else None
        if line.word(before + 1) == "central":
            return next((e for e in [*here, *self._spoken_of][::-1] if e.category == "central bank"), None)
        fitting = [e for e in here if either or (e.kind == "company") == firm]
        if fitting or (here and firm):
            return (fitting or here)[0]
        if either:
            return self._organisation
        return (self._latest.get("company") or self._main) if firm else self._latest.get("organisation")


def _is_body(entity: Entity) -> bool:
    """Say whether "the company", "the agency" may mean this: an organisation that is not of the press."""
    return entity.kind in ORGANISATIONS and kind_of(entity) not in ("publication", "agency")
