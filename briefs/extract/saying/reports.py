"""Documents that say something: a report, survey, lawsuit or post, under the name of whom it is from."""

from __future__ import annotations

from collections.abc import Callable

from briefs.extract.saying import verbs
from briefs.extract.saying.noun_phrases import phrase_after
from briefs.extract.saying.proper_names import ProperNames
from briefs.extract.saying.voices import DEFINITE, SPEAKERS, Line, Voice, description, kind_of
from briefs.extract.wordlist import words
from briefs.model import Entity

# What "the report" may mean, however it was called before.
_WRITTEN = words("report study survey poll analysis paper document statement assessment review findings")
_HOUSES = words("research data analysis statistics polls surveys records")
_WHEN = words("last this earlier late early yesterday today")
_OWN = words("its their")


class Reports:
    """Reads noun phrases whose head is a document; `last` is the one that "the report" means."""

    def __init__(self, names: ProperNames, meant: Callable[[Line, int, str], Entity | None]) -> None:
        self._names = names
        self._meant = meant  # which organisation "the company" is before a place of the line
        self.last: Voice | None = None

    def voice(self, line: Line, low: int, core: int, high: int) -> Voice | None:
        """Return what the tokens `[low, high)` say, of which `[low, core)` end in the document."""
        start, end = line.tokens[low].start, line.tokens[high - 1].end
        noun = line.noun(core - 1)
        origin = self._origin_of(line, core, high)
        if origin:
            name, entity = origin
            return Voice(start, end, name, kind_of(entity, "report") if entity else "report", entity, noun)
        for index in range(core - 2, low - 1, -1):
            entity = line.entity(index)
            if entity is not None and entity.kind != "country" and entity.kind in SPEAKERS:
                return Voice(start, end, entity.name, kind_of(entity, "report"), entity, noun)
        titled = self._names.title_of(line, low, core) or self._names.last_in(line, low, core - 1)
        if titled:
            house = line.capitalised(core - 1) and noun in _HOUSES  # Alder Research said
            return Voice(start, end, titled, "organisation" if house else "report", None, None if house else noun)
        if noun in verbs.COURT_PAPERS:
            until = high if line.word(core) == "filed" else core  # documents filed with the regulator
            return Voice(start, end, description(line, low, until) or noun, "document", None, noun)
        if line.lows[low] in DEFINITE and high == core:
            owner = next((i for i in range(low, core - 1) if line.possessive(i)), None)
            if owner is not None:
                entity = self._meant(line, low, line.noun(owner)) if line.noun(owner) in verbs.COLLECTIVES else None
                return Voice(start, end, entity.name, kind_of(entity), entity, noun) if entity else None
            if line.lows[low] in _OWN:  # "according to its annual report"
                entity = self._meant(line, low, "group")
                return Voice(start, end, entity.name, kind_of(entity, "report"), entity, noun) if entity else None
            if self.last and (noun == self.last.role or {noun, self.last.role} <= _WRITTEN):
                last = self.last
                return Voice(start, end, last.name, last.kind, last.entity, noun, last.anonymous, True)
            return None
        if noun not in verbs.RELIED_ON:
            return None
        return Voice(start, end, description(line, low, high) or noun, "report", None, noun, True)

    def _origin_of(self, line: Line, core: int, high: int) -> tuple[str, Entity | None] | None:
        """Return whom the document is by that `core` ends: "by", "published in", ", released by" follow it."""
        place = core + 1 if line.word(core) == "," else core
        told = place + 1
        while line.word(told) in verbs.DAYS or line.word(told) in _WHEN:
            told += 1  # "a statement released last Sunday by the union"
        if line.word(place) in verbs.DOCUMENTED_BY and line.word(told) in verbs.ABOARD:
            place = told
        elif place > core:
            return None
        if line.word(place) not in verbs.ABOARD:
            return None
        if place >= high:
            after = phrase_after(line, place + 1)
            high = after[1] if after else high
        return self._origin(line, place + 1, high, "from" if line.word(place) == "in" else line.word(place))

    def _origin(self, line: Line, low: int, high: int, preposition: str) -> tuple[str, Entity | None] | None:
        """Return whom a document is by: the first person or organisation after the preposition, else a proper name."""
        entities = [line.entity(i) for i in range(low, high) if line.is_kind(i, SPEAKERS) and not _only_whose(line, i)]
        for entity in entities:
            if entity is not None and entity.kind != "country" and (preposition != "of" or entity.kind != "company"):
                return entity.name, entity
        proper = self._names.last_in(line, low, high)
        if proper and preposition in ("by", "from", "on", "at"):
            return proper, None
        country = entities[0] if entities and preposition in ("by", "from") else None
        return (country.name, country) if country else None


def _only_whose(line: Line, index: int) -> bool:
    """Say whether a name only says whose body it is that is named behind it: "the EU agency Norfjell"."""
    after = line.after_last_of(index)
    return line.word(after) in verbs.COLLECTIVES and after + 1 < len(line) and line.capitalised(after + 1)
