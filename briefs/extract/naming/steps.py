"""The steps from a document to its names, in order: scan, cut, weigh, settle, find all mentions, describe."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from briefs.extract.counting.words import PEOPLE
from briefs.extract.document import Document
from briefs.extract.names import Names
from briefs.extract.naming import unspaced
from briefs.extract.naming.context_abroad import Abroad
from briefs.extract.naming.countries import Sighting, compounds, sightings, states
from briefs.extract.naming.countries_abroad import sightings_abroad
from briefs.extract.naming.cutter import Cutter
from briefs.extract.naming.describe import Describer, is_main, official
from briefs.extract.naming.forms import acronyms_of
from briefs.extract.naming.gazetteer import Hit, gazetteer
from briefs.extract.naming.judge import Judge
from briefs.extract.naming.known import Known
from briefs.extract.naming.lands import Lands
from briefs.extract.naming.mentions import Cover, Index, Spot
from briefs.extract.naming.organisations import Body
from briefs.extract.naming.scan import CURRENCY_SIGNS, Scan
from briefs.extract.naming.settling import settle
from briefs.extract.naming.surfaces import Piece, Vocabulary, gather
from briefs.extract.naming.wellknown import WellKnown
from briefs.extract.wordlist import words
from briefs.model import Author, Entity, EntityKind
from briefs.tables import Company, Country, Place, Tables
from briefs.tables.tongues import tongue
from briefs.text import fold, slug

_SIGNING = words(
    """reporter reporting writer correspondent contributor contributed editor editing edited columnist journalist covers
    photographer freelance producer twitter follow @ email contact writes"""
)
_BASED = ("-based", "-listed", "-headquartered", "-backed", "-owned", "-subsidiary")
_GERMANIC = frozenset(("de", "nl", "sv", "da", "no", "nb", "nn", "is"))  # where "von" and "van" stand before any noun


def find_names(document: Document, tables: Tables, authors: tuple[Author, ...]) -> Names:
    """Return the companies, people, organisations, countries and places that `document` names."""
    return Naming(document, tables, authors).names()


class Naming:
    """One document on its way to its names."""

    def __init__(self, document: Document, tables: Tables, authors: tuple[Author, ...]) -> None:
        self.tables = tables
        self.document = document
        self.authors = frozenset(fold(a.name) for a in authors)
        self.language = (document.language or "en").lower()[:2]
        given = tables.given_names if self.language in _GERMANIC else None
        self.scans = [Scan(p, given) for p in document.passages]
        self.vocabulary = Vocabulary(self.scans, tables.common_words)
        foreign = tongue(self.language) if self.language != "en" else None
        self.abroad = Abroad(self.language, foreign, tables.given_names, tables.surnames) if foreign else None
        self.unspaced: list[unspaced.Found] = []
        if foreign and self.language in unspaced.UNSPACED:
            self.unspaced = unspaced.unspaced_names([s.passage for s in self.scans], self.language, foreign, tables)
        trie = gazetteer(tables)
        self.hits: list[list[Hit]] = []
        self.lands: list[list[Hit]] = []  # countries within the names of bodies
        for scan in self.scans:
            folded = [_folded(w) for w in scan.lower]
            hits = list(trie.hits(scan, folded))
            self.hits.append(hits)
            self.lands.append([land for hit in hits for land in trie.lands_in(scan, folded, hit)])
        if self.language != "en":
            self.hits = [[h for h in hits if not _word(s, h)] for s, hits in zip(self.scans, self.hits, strict=True)]
        for scan, hits in zip(self.scans, self.hits, strict=True):
            scan.whence.update(_whence(scan, hits))

    def names(self) -> Names:
        """Return what the document names."""
        known = self._known()
        for company in known:
            self._written_small(company)
        index = Index(known)
        spots = [index.spots(n, scan, self.vocabulary) for n, scan in enumerate(self.scans)]
        by_known: dict[int, list[Spot]] = {}
        for spot in (s for row in spots for s in row):
            by_known.setdefault(id(spot.known), []).append(spot)
        describer = Describer(self.scans, spots, self.language == "en", self.abroad)
        entities = [describer.entity(k, by_known[id(k)]) for k in known if id(k) in by_known]
        entities += unspaced.entities(self.unspaced)
        entities = [e for e in entities if not self._only_signs(e)]
        lands = Lands(self.scans, self._sightings(spots), self.tables)
        places = lands.places()
        known_places = {slug(p.name) for p in places}
        entities = [e for e in entities if e.kind != "place" or slug(e.name) not in known_places]
        entities += lands.countries() + places

        def ranked(kind: EntityKind) -> tuple[Entity, ...]:
            of_kind = _united([e for e in entities if e.kind == kind])
            return tuple(sorted(of_kind, key=lambda e: (not e.main, -len(e.mentions), *_first(e))))

        return Names(*(ranked(k) for k in ("company", "person", "organisation", "country", "place")))

    def _only_signs(self, entity: Entity) -> bool:
        """Return whether the text names an author only to say who wrote it: "Ada Lund is a reporter in Oslo"."""
        if entity.kind != "person" or len(entity.mentions) > 1 or fold(entity.name) not in self.authors:
            return False
        passage = self.document.title if entity.mentions[0].part == "title" else self.document.body
        sentence = passage.sentence_at(entity.mentions[0].start)
        return any(t.text.lower() in _SIGNING for t in passage.tokens_in(sentence))

    def _known(self) -> list[Known]:
        english = self.language == "en"
        judge = Judge(self.scans, self.tables, english, self.abroad)
        pieces: list[Piece] = []
        for number, scan in enumerate(self.scans):
            cut = Cutter(
                number, scan, self.hits[number], self.vocabulary, judge.shape.given, judge.shape.family, english
            ).pieces()
            pieces.extend(self.abroad.pieces(number, cut, scan, self.hits[number]) if self.abroad else cut)
            pieces.extend(self._loud_names(number, scan))
            pieces.extend(self._small_names(number, scan))
        surfaces = gather(pieces, self.scans, [{h.first: h for h in hits} for hits in self.hits])
        for surface in surfaces.values():
            judge.weigh(surface)
        judge.coordinate(pieces, surfaces)
        return settle(surfaces, acronyms_of(self.scans, surfaces), self.tables, english)

    def _loud_names(self, number: int, scan: Scan) -> list[Piece]:
        """Return whom a headline names, where capitals say nothing, as the tables know them."""
        return [
            Piece(number, h.first, h.last)
            for h in self.hits[number]
            if scan.loud[h.first]
            and h.of((Company, Body, WellKnown), "name")
            and (h.last - h.first > 1 or scan.lower[h.first] not in self.tables.common_words)
        ]

    def _written_small(self, known: Known) -> None:
        """Find "flydubai" for the table's "Flydubai", where the article writes both and neither is a plain word."""
        for form in [f for f in known.forms if len(f) == 1 and isinstance(known.row, Company)]:
            lower = form[0].lower()
            plain = lower in self.tables.common_words or lower not in self.tables.company_by_alias
            if not plain and lower in self.vocabulary.small and (lower,) not in known.forms:
                known.forms.append((lower,))

    def _small_names(self, number: int, scan: Scan) -> list[Piece]:
        """Return the companies that write themselves small or with a number, as the tables do: "flydubai", "3M"."""
        return [
            Piece(number, h.first, h.last)
            for h in self.hits[number]
            if not scan.capital[h.first]
            and (scan.words[h.first][0].isalpha() or _numbered(scan, h))
            and scan.lower[h.first] not in self.tables.common_words
            and h.of(Company, "name")
        ]

    def _sightings(self, spots: list[list[Spot]]) -> list[Sighting]:
        """Return where countries and places stand outside the names of people, companies and the like.

        Where no land is named but in the names of bodies, those say where the story is: "the Ghana Bakers' Union".
        """
        hiding: set[EntityKind] = {"company", "person", "organisation"}
        return self._sighted(spots, hiding) or self._sighted(spots, hiding - {"organisation"})

    def _sighted(self, spots: list[list[Spot]], hiding: set[EntityKind]) -> list[Sighting]:
        seen: list[Sighting] = []
        for number, scan in enumerate(self.scans):
            cover = Cover([s for s in spots[number] if s.known.kind in hiding and not official(s.known)])
            offices = Cover([s for s in spots[number] if official(s.known)])
            hits = sorted(self.hits[number] + self.lands[number], key=lambda h: (h.first, h.last))
            hits = hits if self.language != "de" else [h for h in hits if not _noun(scan, h)]
            own = sightings(number, scan, hits, cover.hides, self.vocabulary)
            seen.extend(s for s in own if s.sure or not offices.hides(s.start, s.end))
            seen.extend(compounds(number, scan, self.tables, cover.hides))
            told = {(s.scan, s.start) for s in seen}
            short = states(number, scan, self.tables, cover.hides)
            seen.extend(s for s in short if (s.scan, s.start) not in told)
            if self.language != "en":
                people = unspaced.Covered(self.unspaced, scan.passage)
                foreign = sightings_abroad(number, scan, self.language, self.tables, cover.hides)
                seen.extend(s for s in foreign if (s.scan, s.start) not in told and not people.hides(s.start, s.end))
        return seen


_BEFORE_NOUNS = words("der die das dem den des am im ein eine einem einer zum zur beim vom ins ans kein keine jeder")


def _noun(scan: Scan, hit: Hit) -> bool:
    """Return whether a town's name is a German noun here: "der Bund", "am Zug", "das richtige Maß"."""
    places = all(isinstance(e.row, Place) for e in hit.entries)
    before = scan.lower[hit.first - 1] if hit.first else ""
    return places and hit.last - hit.first == 1 and (before in _BEFORE_NOUNS or "ß" in scan.words[hit.first])


def _word(scan: Scan, hit: Hit) -> bool:
    """Return whether a word that opens a sentence only looks like a firm's name without its marks: "Über", no Uber."""
    plain = scan.lower[hit.first].isascii() or hit.last - hit.first > 1 or not scan.weak[hit.first]
    return not plain and all(isinstance(e.row, Company) and e.written.isascii() for e in hit.entries)


def _numbered(scan: Scan, hit: Hit) -> bool:
    """Return whether a hit that begins with a number is a name and no amount: "3M" of "3M fell", not of "$3M"."""
    counted = scan.lower[hit.last] if hit.last < len(scan.lower) else ""
    money = hit.first > 0 and scan.words[hit.first - 1][-1:] in CURRENCY_SIGNS
    return hit.last - hit.first > 1 and not money and counted not in PEOPLE


def _whence(scan: Scan, hits: list[Hit]) -> Iterator[int]:
    """Yield the tokens that only say whence the thing behind them comes: "Norway's", "Swiss", "Oslo-based"."""
    for hit in hits:
        owns = scan.owns(hit.last - 1)
        if any(isinstance(e.row, Country) and (e.form == "demonym" or owns) for e in hit.entries):
            yield from range(hit.first, hit.last)
    for index, token in enumerate(scan.tokens):
        if scan.capital[index] and token.text.endswith(_BASED):
            yield index
            while index and scan.capital[index - 1] and scan.joined(index - 1, index):
                index -= 1  # "New York City-based"
                yield index


def _folded(lower: str) -> str:
    return lower if lower.isascii() else fold(lower)


def _first(entity: Entity) -> tuple[bool, int, str]:
    mention = entity.mentions[0]
    return (mention.part != "title", mention.start, entity.key)


def _united(entities: list[Entity]) -> list[Entity]:
    """Return the entities with one for each key."""
    found: dict[str, Entity] = {}
    for entity in entities:
        same = found.get(entity.key)
        if same is not None:
            mentions = sorted({*same.mentions, *entity.mentions}, key=lambda m: (m.part != "title", m.start, m.end))
            entity = replace(same, mentions=tuple(mentions), main=same.main or entity.main or is_main(mentions))
        found[entity.key] = entity
    return list(found.values())
