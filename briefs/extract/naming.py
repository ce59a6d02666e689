"""The steps from a document to its names, in order: scan, cut, weigh, settle, find all mentions, describe."""

from __future__ import annotations

from collections import Counter

from briefs.extract.countries import Sighting, compounds, likely, meant, place_kinds_that_name_a_country, sightings
from briefs.extract.document import Document
from briefs.extract.gazetteer import Hit, gazetteer
from briefs.extract.judge import Judge
from briefs.extract.known import Known, acronyms_of, bare, settle
from briefs.extract.mentions import Cover, Index, Spot
from briefs.extract.names import Names
from briefs.extract.organisations import category_of
from briefs.extract.roles import Role, role_near
from briefs.extract.scan import Scan
from briefs.extract.surfaces import Cutter, Piece, Vocabulary, gather
from briefs.model import Author, Entity, EntityKind, Evidence, Mention
from briefs.tables import Company, Country, Place, Publisher, Tables
from briefs.text import fold, slug


class Naming:
    """One document on its way to its names."""

    def __init__(self, document: Document, tables: Tables, authors: tuple[Author, ...]) -> None:
        self.tables = tables
        self.authors = authors
        self.scans = [Scan(p) for p in document.passages]
        self.vocabulary = Vocabulary(self.scans, tables.common_words)
        trie = gazetteer(tables)
        self.hits: list[list[Hit]] = [list(trie.hits(s, [_folded(w) for w in s.words])) for s in self.scans]

    def names(self) -> Names:
        """Return what the document names."""
        known = self._known()
        index = Index(known)
        spots = [index.spots(n, scan, self.vocabulary) for n, scan in enumerate(self.scans)]
        covers = [Cover(s) for s in spots]
        by_known: dict[int, list[Spot]] = {}
        for spot in (s for row in spots for s in row):
            by_known.setdefault(id(spot.known), []).append(spot)
        entities = [self._entity(k, by_known[id(k)], spots) for k in known if id(k) in by_known]
        countries, places = self._lands(covers)
        kinds: dict[EntityKind, list[Entity]] = {"country": countries, "place": places}
        for entity in entities:
            kinds.setdefault(entity.kind, []).append(entity)

        def ranked(kind: EntityKind) -> tuple[Entity, ...]:
            unique: dict[str, Entity] = {}
            for entity in kinds.get(kind, []):
                unique.setdefault(entity.key, entity)
            return tuple(sorted(unique.values(), key=lambda e: (not e.main, -len(e.mentions), *_first(e))))

        return Names(*(ranked(k) for k in ("company", "person", "organisation", "country", "place")))

    def _known(self) -> list[Known]:
        judge = Judge(self.scans, self.tables)
        pieces: list[Piece] = []
        for number, scan in enumerate(self.scans):
            pieces.extend(Cutter(number, scan, self.hits[number], self.vocabulary, judge.given).pieces())
            pieces.extend(self._loud_companies(number, scan))
        surfaces = gather(pieces, self.scans, [{h.first: h for h in hits} for hits in self.hits])
        for surface in surfaces.values():
            judge.weigh(surface)
        judge.coordinate(pieces, surfaces)
        return settle(surfaces, acronyms_of(self.scans, surfaces), self.tables)

    def _loud_companies(self, number: int, scan: Scan) -> list[Piece]:
        """Return the companies that a headline names, where capitals say nothing, as the tables know them."""
        return [
            Piece(number, h.first, h.last)
            for h in self.hits[number]
            if scan.loud[h.first]
            and any(isinstance(e.row, Company) and e.form == "name" for e in h.entries)
            and (h.last - h.first > 1 or scan.lower[h.first] not in self.tables.common_words)
        ]

    # -- entities

    def _entity(self, known: Known, spots: list[Spot], every: list[list[Spot]]) -> Entity:
        mentions = tuple(self._mention(s) for s in spots)
        name = _name(known, mentions)
        key = known.row.id if isinstance(known.row, (Company, Publisher)) else slug(name)
        role, role_evidence, affiliation, affiliation_evidence = None, None, None, None
        if known.kind == "person":
            role, role_evidence, affiliation, affiliation_evidence = self._role(spots, every)
        return Entity(
            key=f"{known.kind}:{key}",
            kind=known.kind,
            name=name,
            main=_is_main(mentions),
            home=known.row.home or None if isinstance(known.row, (Company, Publisher)) else None,
            category=_category(known),
            role=role,
            role_evidence=role_evidence,
            affiliation=affiliation,
            affiliation_evidence=affiliation_evidence,
            mentions=mentions,
            confidence=round(min(0.98, 0.3 + 0.08 * known.score), 2),
        )

    def _mention(self, spot: Spot) -> Mention:
        return self.scans[spot.scan].passage.mention(spot.start, spot.end)

    def _role(
        self, spots: list[Spot], every: list[list[Spot]]
    ) -> tuple[str | None, Evidence | None, str | None, Evidence | None]:
        best: tuple[Role, Spot] | None = None
        for spot in spots[:20]:
            near = [
                (s.first, s.last)
                for s in every[spot.scan]
                if s.known.kind in ("company", "organisation") and abs(s.first - spot.first) < 40
            ]
            role = role_near(self.scans[spot.scan], spot.first, spot.last, near)
            if role is not None and (best is None or role.weight > best[0].weight):
                best = (role, spot)
        if best is None:
            return None, None, None, None
        role, spot = best
        scan = self.scans[spot.scan]
        said = (
            scan.passage.evidence(scan.tokens[role.first].start, scan.ends[role.last - 1])
            if role.last > role.first
            else None
        )
        if role.affiliation is None:
            return said.text if said else None, said, None, None
        first, last = role.affiliation
        by = next(s for s in every[spot.scan] if s.first == first)
        where = scan.passage.evidence(scan.tokens[first].start, scan.ends[last - 1])
        return said.text if said else None, said, _plain_name(by.known), where

    # -- countries and places

    def _lands(self, covers: list[Cover]) -> tuple[list[Entity], list[Entity]]:
        seen: list[Sighting] = []
        for number, scan in enumerate(self.scans):

            def covered(start: int, end: int, cover: Cover = covers[number]) -> bool:
                spot = cover.at(start, end)
                if spot is None or spot.known.kind == "place":
                    return False
                return (
                    spot.known.kind != "organisation"
                    or isinstance(spot.known.row, Publisher)
                    or not _official(spot.known)
                )

            seen.extend(sightings(number, scan, self.hits[number], covered, self.vocabulary))
            seen.extend(compounds(number, scan, self.tables, covered))
        sure = {s.row.code if isinstance(s.row, Country) else s.row.country for s in seen if s.sure}
        near: list[set[int]] = [set() for _ in self.scans]
        for sighting in seen:
            if sighting.sure:
                near[sighting.scan] |= {sighting.start, sighting.end}
        countries: dict[str, list[Mention]] = {}
        places: dict[tuple[str, str], list[Mention]] = {}
        rows: dict[tuple[str, str], Place] = {}
        for sighting in sorted(seen, key=lambda s: (s.scan, s.start)):
            scan = self.scans[sighting.scan]
            sighting = meant(sighting, sure)
            if not likely(scan, sighting, sure, near[sighting.scan]):
                continue
            mention = scan.passage.mention(sighting.start, sighting.end)
            if isinstance(sighting.row, Country):
                countries.setdefault(sighting.row.code, []).append(mention)
                continue
            rows[sighting.row.name, sighting.row.country] = sighting.row
            places.setdefault((sighting.row.name, sighting.row.country), []).append(mention)
            if place_kinds_that_name_a_country(sighting.row):
                countries.setdefault(sighting.row.country, []).append(mention)
        return self._countries(countries), [
            Entity(
                key=f"place:{slug(name)}" + (f"-{code.lower()}" if code else ""),
                kind="place",
                name=name,
                main=_is_main(tuple(found)),
                code=None,
                home=code or None,
                category=rows[name, code].kind or None,
                mentions=tuple(found),
                confidence=0.9 if not rows[name, code].ambiguous else 0.6,
            )
            for (name, code), found in places.items()
        ]

    def _countries(self, found: dict[str, list[Mention]]) -> list[Entity]:
        most = max((len(m) for m in found.values()), default=0)
        result = []
        for code, mentions in found.items():
            row = self.tables.country_by_code.get(code)
            main = any(m.where == "title" for m in mentions) or (
                len(mentions) >= 2 and (any(m.where == "lead" for m in mentions) or 3 * len(mentions) >= most)
            )
            result.append(
                Entity(
                    key=f"country:{code}",
                    kind="country",
                    name=row.name if row else code,
                    main=main or len(found) == 1,
                    code=code,
                    mentions=tuple(mentions),
                    confidence=0.95 if len(mentions) > 1 else 0.85,
                )
            )
        return result


def _folded(word: str) -> str:
    return word.lower() if word.isascii() else fold(word)


def _first(entity: Entity) -> tuple[bool, int, str]:
    mention = entity.mentions[0]
    return (mention.part != "title", mention.start, entity.key)


def _is_main(mentions: tuple[Mention, ...]) -> bool:
    where = Counter(m.where for m in mentions)
    return bool(where["title"]) or len(mentions) >= 3 or (bool(where["lead"]) and len(mentions) >= 2)


def _plain_name(known: Known) -> str:
    if known.row is not None:
        return known.row.name
    words = bare(known.words) if known.kind == "company" else known.words
    return " ".join(words).replace(" .", ".").replace(" ,", ",")


def _name(known: Known, mentions: tuple[Mention, ...]) -> str:
    """Return the table's name, else the form as the text writes it, a company's without its legal form."""
    if known.row is None:
        return _plain_name(known)
    said = {" ".join(bare(tuple(m.text.split()))): m for m in mentions}
    if any(fold(s) == fold(known.row.name) for s in said) or all(s.isupper() and len(s) <= 6 for s in said):
        return known.row.name
    return max(said, key=len)


def _official(known: Known) -> bool:
    """Return whether a country in the organisation's name is a mention of it: a ministry of it is, its club not."""
    return _category(known) in ("government", "court", "party", "university", "central bank")


def _category(known: Known) -> str | None:
    if known.row is not None:
        return known.row.kind or None
    return category_of(known.words) if known.kind == "organisation" else None
