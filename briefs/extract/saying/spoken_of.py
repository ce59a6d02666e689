"""Whom a text has spoken of, so that "he", "the company" and "the official" are somebody."""

from __future__ import annotations

from briefs.extract.saying import verbs
from briefs.extract.saying.voices import ORGANISATIONS, Line, Voice, kind_of
from briefs.extract.wordlist import words
from briefs.model import Entity, EntityKind

_REMEMBERED = 12  # organisations that "the ministry" may be
_POSTING = words("post posts posted wrote tweet thread account page video message statement said shared live")
_PRESS = words("newspaper magazine publication outlet")
_SENDERS = words("agency service outlet site website channel organisation organization")
_BORNE = words("union government military army navy parliament police")  # whose name says so


class SpokenOf:
    """The last people and the last speaker, each with the number of the sentence, and the organisations before."""

    def __init__(self, main: Entity | None) -> None:
        self._main = main
        self.people: list[tuple[int, Entity]] = []  # the likeliest for "he" last
        self.speaker: tuple[int, Voice] | None = None
        self.press: Voice | None = None  # which paper or agency "the newspaper" means
        self.organisation: Entity | None = None
        self._named: list[Entity] = []
        self._latest: dict[EntityKind, Entity] = {}

    def take(self, line: Line, spoke: list[Voice], silent: list[tuple[int, int]]) -> None:
        """Take note of whom `line` speaks of: its first person, its organisation, its last speaker.

        Whom a quotation names, between the spans `silent`, is not whom the article speaks of.
        """
        known = [voice for voice in spoke if not voice.pronoun or voice.entity]
        if known:  # Lee said that a friend had told her: Lee goes on
            self.speaker = (line.number, next((v for v in known[::-1] if not v.anonymous), known[-1]))
        self.press = next((v for v in spoke[::-1] if v.kind in ("publication", "agency")), self.press)
        self._take_people(line, spoke, silent)
        spoken = [v.entity for v in spoke if v.entity and _is_body(v.entity)]
        named = [
            pair[1]
            for i, pair in enumerate(line.at)
            if pair and _is_body(pair[1]) and line.first_of(i) == i and not _posted_on(line, i)
        ]
        if spoken or named:
            self.organisation = spoken[-1] if spoken else named[0]
            self._named = (self._named + named)[-_REMEMBERED:]
        for entity in reversed(spoken[::-1] + named):
            self._latest[entity.kind] = entity

    def _take_people(self, line: Line, spoke: list[Voice], silent: list[tuple[int, int]]) -> None:
        """Put last who spoke last, else whom the sentence names first; whom it names besides before him."""
        spoken = [v.entity for v in spoke if v.entity and v.entity.kind == "person"]
        named = [
            pair[1]
            for index, pair in enumerate(line.at)
            if pair is not None
            and pair[1].kind == "person"
            and not line.possessive(index)
            and not any(start <= pair[0].start < end for start, end in silent)
        ]
        likeliest = spoken[-1] if spoken else named[0] if named else None
        if likeliest is not None:
            others = [e for e in dict.fromkeys([*spoken, *named]) if e is not likeliest]
            self.people += [(line.number, e) for e in [*others[::-1], likeliest]]
            del self.people[:-_REMEMBERED]

    def meant(self, line: Line, before: int, noun: str) -> Entity | None:
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
        if noun in verbs.OFFICES or noun in _BORNE:
            bearing = [e for e in [*here, *self._named[::-1]] if noun in e.name.casefold()]
            ending = (e for e in bearing if e.name.casefold().endswith(noun))  # no "Union Congress" is "the union"
            called = (e for i in range(before) if line.noun(i - 1) == noun and (e := line.entity(i)) and _is_body(e))
            return next(ending, bearing[0] if bearing else next(called, None))  # "the union Norfjell"
        if line.word(before + 1) == "central":
            return next((e for e in [*here, *self._named][::-1] if e.category == "central bank"), None)
        fitting = [e for e in here if either or (e.kind == "company") == firm]
        if fitting or (here and firm):
            return (fitting or here)[0]
        if either:
            return self.organisation
        return (self._latest.get("company") or self._main) if firm else self._latest.get("organisation")


def _posted_on(line: Line, index: int) -> bool:
    """Say whether the company whose name begins at `index` only carries what was said: "in a post on Xing"."""
    return line.word(index - 1) == "on" and not _POSTING.isdisjoint(line.lows[max(0, index - 5) : index - 1])


def _is_body(entity: Entity) -> bool:
    """Say whether "the company", "the agency" may mean this: an organisation that is not of the press."""
    return entity.kind in ORGANISATIONS and kind_of(entity) not in ("publication", "agency")


def is_press(line: Line, first: int, head: int) -> bool:
    """Say whether a noun phrase means whatever paper or agency was cited: "the newspaper", "the news agency"."""
    if any(line.at[i] is not None or line.capitalised(i) for i in range(first, head + 1)):
        return False
    return line.lows[head] in _PRESS or (line.lows[head] in _SENDERS and line.word(head - 1) == "news")
