"""Load the tables: tab-separated data files beside this one, and the user's own that add to and override them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from functools import cached_property, lru_cache
from importlib import resources
from pathlib import Path

from msgspec import Struct

from briefs.errors import UsageError
from briefs.text import fold

_HERE = resources.files("briefs.tables")


class Company(Struct, frozen=True):
    """A company: `home` is the ISO 3166-1 alpha-2 code of its seat, `kind` an industry ("ai", "chips", "finance").

    `ambiguous` aliases are common words or other names too ("Target", "Gap"): they want context before they count.
    """

    id: str
    name: str
    aliases: tuple[str, ...]
    ambiguous: tuple[str, ...]
    home: str
    kind: str


class Publisher(Struct, frozen=True):
    """A publication or news agency, with the domains it is read under."""

    id: str
    name: str
    aliases: tuple[str, ...]
    domains: tuple[str, ...]
    kind: str  # "newspaper", "agency", "broadcaster", "magazine", "site", "aggregator"
    home: str


class Country(Struct, frozen=True):
    """A country in English: `ambiguous` names are something else more often ("Georgia", "Jordan", "US" is not)."""

    code: str
    name: str
    aliases: tuple[str, ...]
    demonyms: tuple[str, ...]
    ambiguous: tuple[str, ...]


class Place(Struct, frozen=True):
    """A city, region, sea or continent; `country` is empty where it lies in none or several."""

    name: str
    aliases: tuple[str, ...]
    country: str
    kind: str  # "capital", "city", "region", "state", "continent", ...
    ambiguous: bool


class Tables:
    """All tables in force, with the lookups that the extractors and the query parser share."""

    def __init__(
        self,
        companies: Iterable[Company] = (),
        publishers: Iterable[Publisher] = (),
        countries: Iterable[Country] = (),
        places: Iterable[Place] = (),
        digest: str = "",
    ) -> None:
        self.companies = tuple(companies)
        self.publishers = tuple(publishers)
        self.countries = tuple(countries)
        self.places = tuple(places)
        self.digest = digest

    def without_companies(self) -> Tables:
        """Return these tables with the companies emptied, to measure what the rules find alone."""
        return Tables((), self.publishers, self.countries, self.places, self.digest + "-no-companies")

    @cached_property
    def company_by_alias(self) -> dict[str, Company]:
        """Companies by every folded form that is theirs alone."""
        return {fold(form): c for c in self.companies for form in (c.name, *c.aliases)}

    @cached_property
    def company_by_ambiguous_alias(self) -> dict[str, Company]:
        """Companies by the folded forms that mean something else too."""
        return {fold(form): c for c in self.companies for form in c.ambiguous}

    @cached_property
    def publisher_by_alias(self) -> dict[str, Publisher]:
        """Publishers by every folded form."""
        return {fold(form): p for p in self.publishers for form in (p.name, *p.aliases)}

    @cached_property
    def publisher_by_domain(self) -> dict[str, Publisher]:
        """Publishers by domain, without "www."."""
        return {domain: p for p in self.publishers for domain in p.domains}

    @cached_property
    def country_by_code(self) -> dict[str, Country]:
        """Countries by ISO 3166-1 alpha-2 code."""
        return {c.code: c for c in self.countries}

    @cached_property
    def country_by_name(self) -> dict[str, Country]:
        """Countries by folded English name, alias or demonym, ambiguous ones included."""
        return {fold(f): c for c in self.countries for f in (*c.ambiguous, *c.demonyms, *c.aliases, c.name)}


@lru_cache(maxsize=1)
def default_tables() -> Tables:
    """Return the tables that come with the program."""
    return load_tables()


def load_tables(folder: Path | None = None) -> Tables:
    """Return the program's tables; `folder` may hold the user's own files of the same names, which add and override.

    Raises UsageError, with file and line, where a row is not of the table's form.
    """
    digest = hashlib.sha256()
    rows = {name: _rows(name, folder, digest) for name in ("companies", "publishers", "countries", "places")}
    return Tables(
        [Company(r[0], r[1], _list(r[2]), _list(r[3]), r[4], r[5]) for r in rows["companies"]],
        [Publisher(r[0], r[1], _list(r[2]), _list(r[3]), r[4], r[5]) for r in rows["publishers"]],
        [Country(r[0], r[1], _list(r[2]), _list(r[3]), _list(r[4])) for r in rows["countries"]],
        [Place(r[0], _list(r[1]), r[2], r[3], r[4] == "ambiguous") for r in rows["places"]],
        digest.hexdigest()[:16],
    )


_COLUMNS = {"companies": 6, "publishers": 6, "countries": 5, "places": 5}


def _rows(name: str, folder: Path | None, digest: hashlib._Hash) -> list[list[str]]:
    """Return the rows of one table, the user's own after and in place of ours with the same first column."""
    rows: dict[str, list[str]] = {}
    own = folder / f"{name}.tsv" if folder else None
    for file in (_HERE / f"{name}.tsv", own):
        if file is None or not file.is_file():
            continue
        data = file.read_bytes()
        digest.update(name.encode() + b"\0" + data)
        for number, line in enumerate(data.decode("utf-8").splitlines(), start=1):
            if not line.strip() or line.startswith("#"):
                continue
            row = [cell.strip() for cell in line.split("\t")]
            row += [""] * (_COLUMNS[name] - len(row))
            if len(row) != _COLUMNS[name] or not row[0]:
                raise UsageError(
                    f"{file}, line {number}: {len(row)} columns where {_COLUMNS[name]} are expected, "
                    "separated by tabs; mend the line or remove it."
                )
            key = row[0] if name != "places" else f"{row[0]}/{row[2]}"
            rows[key] = row
    return list(rows.values())


def _list(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split("|") if part.strip())
