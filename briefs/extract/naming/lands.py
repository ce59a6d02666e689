"""Countries and places from where the text speaks of them."""

from __future__ import annotations

import itertools
import re

from msgspec.structs import replace

from briefs.extract.naming.countries import Sighting, likely, meant
from briefs.extract.naming.describe import is_main
from briefs.extract.naming.scan import Scan
from briefs.model import Entity, Mention
from briefs.tables import Country, Place, Tables
from briefs.text import slug


class Lands:
    """The sightings of a document, weighed against each other."""

    def __init__(self, scans: list[Scan], seen: list[Sighting], tables: Tables) -> None:
        self.tables = tables
        self._countries: dict[str, list[Mention]] = {}
        self._datelines: set[Mention] = set()
        self._places: dict[tuple[str, str], tuple[Place, list[Mention]]] = {}
        sure = {_code(s) for s in seen if s.sure}
        near: list[set[int]] = [set() for _ in scans]
        for sighting in seen:
            if sighting.sure:
                near[sighting.scan] |= {sighting.start, sighting.end}
        ordered = [meant(s, sure) for s in sorted(seen, key=lambda s: (s.scan, s.start))]
        elsewhere: dict[tuple[str, str], Sighting | None] = {}
        for sighting, following in itertools.pairwise(ordered):
            chosen = _within(scans[sighting.scan], sighting, following)
            if chosen is not sighting:
                elsewhere.setdefault((sighting.row.name, _code(sighting)), chosen)
        for sighting in ordered:
            chosen = sighting
            if (sighting.row.name, _code(sighting)) in elsewhere:
                other = elsewhere[sighting.row.name, _code(sighting)]
                if other is None:
                    continue
                chosen = sighting._replace(row=other.row)
            if likely(scans[sighting.scan], chosen, sure, near[sighting.scan]):
                mention = scans[sighting.scan].passage.mention(sighting.start, sighting.end)
                if _in_dateline(scans[sighting.scan], sighting):
                    self._datelines.add(mention)
                self._keep(chosen, mention)

    def _keep(self, sighting: Sighting, mention: Mention) -> None:
        row = sighting.row
        if isinstance(row, Country):
            self._countries.setdefault(row.code, []).append(mention)
            return
        if row.kind != "government":  # the seat speaks as an organisation
            self._places.setdefault((row.name, row.country), (row, []))[1].append(mention)
        if row.country:
            self._countries.setdefault(row.country, []).append(mention)

    def countries(self) -> list[Entity]:
        """Return the countries; main is what the title names, and what lead or frequency bring forward."""
        most = max((len(m) for m in self._countries.values()), default=0)
        result = []
        for code, mentions in self._countries.items():
            row = self.tables.country_by_code.get(code)
            told = [m for m in mentions if m not in self._datelines]  # where it was written is not what it is about
            where = {m.where for m in told}
            often = len(told) >= 2 and ("lead" in where or 3 * len(told) >= most)
            result.append(
                Entity(
                    key=f"country:{code}",
                    kind="country",
                    name=row.name if row else code,
                    main="title" in where or often or len(self._countries) == 1,
                    code=code,
                    mentions=tuple(mentions),
                    confidence=0.95 if len(mentions) > 1 else 0.85,
                )
            )
        # A story that names no other land is at home where it was written.
        if not any(entity.main for entity in result):
            result = [replace(e, main=True) if self._datelines.intersection(e.mentions) else e for e in result]
        return result

    def places(self) -> list[Entity]:
        """Return the places of the tables that the text names, with the country each lies in as its home."""
        return [
            Entity(
                key=f"place:{slug(name)}" + (f"-{code.lower()}" if code else ""),
                kind="place",
                name=name,
                main=is_main(mentions),
                home=code or None,
                category=row.kind or None,
                mentions=tuple(mentions),
                confidence=0.6 if row.ambiguous else 0.9,
            )
            for (name, code), (row, mentions) in self._places.items()
        ]


_DATELINE = re.compile(r"[^\n.!?]{0,60}?(?:\([^()\n]{2,40}\)\s?)?[-–—:]{1,2}\s")


def _in_dateline(scan: Scan, sighting: Sighting) -> bool:
    """Return whether the place only says where the story was written: "OSLO, May 3 (Example Wire) - ..."."""
    passage = scan.passage
    if passage.part != "body" or sighting.start > 40 or not passage.text[sighting.start : sighting.end].isupper():
        return False
    return bool(_DATELINE.match(passage.text, sighting.end))


def _within(scan: Scan, sighting: Sighting, following: Sighting) -> Sighting | None:
    """Return the town of that name in the state or country named behind it: "Newark, Nottinghamshire"."""
    if following.scan != sighting.scan:
        return sighting
    if isinstance(sighting.row, Country):
        return None if _town_abroad(scan, sighting, following) else sighting
    larger = isinstance(following.row, Country) or following.row.kind in ("state", "region")
    code = _code(following)
    if isinstance(following.row, Country) and not following.sure:
        return sighting
    if sighting.row.kind not in ("city", "capital") or not larger or sighting.row.country == code:
        return sighting
    if scan.passage.text[sighting.end : following.start] != ", ":
        return sighting
    return next((sighting._replace(row=p) for p in sighting.others if p.country == code), None)


def _town_abroad(scan: Scan, sighting: Sighting, following: Sighting) -> bool:
    """Return whether a country's name is a town's, in the state behind it: "Lebanon, New Hampshire, ..."."""
    text, row = scan.passage.text, following.row
    state = isinstance(row, Place) and row.kind == "state" and row.country != _code(sighting)
    return state and text[sighting.end : following.start] == ", " and text[following.end : following.end + 1] in ",.;)"


def _code(sighting: Sighting) -> str:
    return sighting.row.code if isinstance(sighting.row, Country) else sighting.row.country
