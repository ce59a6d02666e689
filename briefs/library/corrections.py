"""What the reader knows better than the conversion: kept apart, and laid over every brief that is made anew."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime
from functools import cache
from sqlite3 import Connection
from typing import TYPE_CHECKING, Any

import msgspec

from briefs.errors import NotFoundError, UsageError
from briefs.library.correcting import FIELDS, named
from briefs.library.database import Database
from briefs.library.records import CORRECTED_KINDS, Correction, Kept
from briefs.model import Brief, Entity, EntityKind
from briefs.text import displayable, fold, sanitise, slug, squash

if TYPE_CHECKING:
    from briefs.tables import Tables

_LONGEST = 500  # characters of a title or name
_KEPT = msgspec.json.Decoder(Kept)
AskTables = Callable[[], "Tables"]


def _default_tables() -> Tables:
    from briefs.tables import default_tables  # only who corrects pays for the tables

    return default_tables()


class Corrections:
    """The corrections of a library."""

    def __init__(
        self,
        database: Database,
        made: Callable[[Connection, str], Brief],
        show: Callable[[Connection, str, Brief], None],
    ) -> None:
        self._database = database
        self._made = made
        self._show = show

    def of(self, identifier: str) -> Correction:
        """Return what was corrected; an empty correction where nothing was."""
        row = self._database.one("SELECT correction FROM corrections WHERE id = ?", (identifier,))
        return _KEPT.decode(row[0]).correction if row else Correction()

    def ids(self) -> set[str]:
        """Return the identifiers of the briefs that were corrected."""
        return {row[0] for row in self._database.all("SELECT id FROM corrections")}

    def correct(self, identifier: str, correction: Correction, tables: AskTables = _default_tables) -> Correction:
        """Lay `correction` over the brief and over what was corrected before; return what stood before, for `put`.

        `tables` gives those that know what it names, by default the program's own. Raises UsageError for a date or
        country that is none, NotFoundError where the brief, or a name that is to be removed, is not here.
        """
        tables = cache(tables)
        return self._write(identifier, lambda before: _merged(before, _checked(correction, tables)), tables)

    def put(self, identifier: str, correction: Correction, tables: AskTables = _default_tables) -> Correction:
        """Let `correction` be all that is corrected; return what stood before."""
        tables = cache(tables)
        return self._write(identifier, lambda _: _checked(correction, tables), tables)

    def clear(self, identifier: str) -> Correction:
        """Take all corrections of the brief back; return what stood before."""
        return self._write(identifier, lambda _: Correction(), _default_tables)

    def within(self, connection: Connection, identifier: str) -> Kept | None:
        """Return what is kept for the brief, as this transaction sees it."""
        row = connection.execute("SELECT correction FROM corrections WHERE id = ?", (identifier,)).fetchone()
        return _KEPT.decode(row[0]) if row else None

    def _write(self, identifier: str, change: Callable[[Correction], Correction], tables: AskTables) -> Correction:
        with self._database.write() as connection:
            made = self._made(connection, identifier)
            kept = self.within(connection, identifier)
            before = kept.correction if kept else Correction()
            wanted = change(before)
            if wanted == before:
                return before
            _all_there(made, before, wanted)
            if wanted == Correction():
                connection.execute("DELETE FROM corrections WHERE id = ?", (identifier,))
            else:
                connection.execute(
                    "INSERT INTO corrections VALUES (?, ?) ON CONFLICT DO UPDATE SET correction = excluded.correction",
                    (identifier, msgspec.json.encode(Kept(wanted, _entities(wanted, tables)))),
                )
            self._show(connection, identifier, made)
            return before


def _all_there(made: Brief, before: Correction, wanted: Correction) -> None:
    """Raise NotFoundError where a name is to be removed that neither the conversion nor the reader ever said."""
    for kind in CORRECTED_KINDS:
        said = {fold(name) for name in (*getattr(before, f"add_{kind}"), *getattr(before, f"remove_{kind}"))}
        for name in getattr(wanted, f"remove_{kind}"):
            if fold(name) not in said and not named(made, kind, name):
                there = ", ".join(displayable(e.name)[:40] for e in getattr(made, FIELDS[kind])[:8])
                raise NotFoundError(
                    f"The brief names no {kind} {displayable(name)[:60]}; "
                    + (f"it has {there}." if there else "it has none.")
                )


def _merged(before: Correction, said: Correction) -> Correction:
    """Return both corrections in one; where they speak of the same thing, the later one holds."""
    fields: dict[str, Any] = {}
    for field in ("title", "published", "publisher"):
        value = getattr(said, field)
        fields[field] = getattr(before, field) if value is None else value
    for kind in CORRECTED_KINDS:
        for field, other in ((f"add_{kind}", f"remove_{kind}"), (f"remove_{kind}", f"add_{kind}")):
            now, contrary = getattr(said, field), {fold(n) for n in getattr(said, other)}
            earlier = [n for n in getattr(before, field) if fold(n) not in contrary]
            there = {fold(n) for n in earlier}
            fields[field] = (*earlier, *(n for n in now if fold(n) not in there))
    return Correction(**fields)


def _checked(said: Correction, tables: AskTables) -> Correction:
    fields: dict[str, Any] = {
        "title": _line(said.title, "title"),
        "published": _moment(said.published),
        "publisher": _line(said.publisher, "publisher"),
    }
    for kind in CORRECTED_KINDS:
        for field in (f"add_{kind}", f"remove_{kind}"):
            names = [_name(name, kind) for name in getattr(said, field)]
            if kind == "country":
                names = [_country(name, tables()) for name in names]
            fields[field] = tuple({fold(name): name for name in names}.values())
    return Correction(**fields)


def _line(text: str | None, what: str) -> str | None:
    if text is None:
        return None
    line = squash(sanitise(text))
    if len(line) > _LONGEST:
        raise UsageError(f"A {what} has at most {_LONGEST} characters; this one has {len(line)}.")
    return line


def _name(text: str, kind: str) -> str:
    name = _line(text, f"{kind}'s name") or ""
    if not slug(name):
        raise UsageError(f"The name of a {kind} needs at least one letter or digit.")
    return name


_MOMENT = re.compile(r"\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?:[+-]\d\d:\d\d)?)?", re.ASCII)


def _moment(text: str | None) -> str | None:
    line = _line(text, "date")
    if not line:
        return line
    moment = line.removesuffix("Z") + "+00:00" if re.search(r"T\d\d:\d\dZ$", line) else line
    try:
        if not _MOMENT.fullmatch(moment):
            raise ValueError
        date.fromisoformat(moment[:10])
        datetime.fromisoformat(moment)
    except ValueError:
        raise UsageError(
            f"{displayable(line)[:40]} is no date; write it as 2025-02-14, or with a time as 2025-02-14T09:30."
        ) from None
    return moment


def _country(name: str, tables: Tables) -> str:
    """Return the ISO code of a country."""
    by_code = tables.country_by_code.get(name.upper())
    country = by_code or tables.country_by_name.get(fold(name))
    if country is None:
        raise UsageError(
            f"{displayable(name)[:60]} is no country that is known here; write its English name or its ISO code."
        )
    return country.code


def _entities(correction: Correction, tables: AskTables) -> tuple[Entity, ...]:
    """Return what the correction adds, under the same keys as the conversion gives."""
    if not (correction.add_company or correction.add_person or correction.add_country):
        return ()
    in_force = tables()
    return (
        *(_company(name, in_force) for name in correction.add_company),
        *(_said(f"person:{slug(name)}", "person", name) for name in correction.add_person),
        *(
            _said(f"country:{code}", "country", in_force.country_by_code[code].name, code=code)
            for code in correction.add_country
        ),
    )


def _company(name: str, tables: Tables) -> Entity:
    company = tables.company_by_alias.get(fold(name)) or tables.company_by_ambiguous_alias.get(fold(name))
    if company is None:
        return _said(f"company:{slug(name)}", "company", name)
    return _said(
        f"company:{company.id}", "company", company.name, home=company.home or None, category=company.kind or None
    )


def _said(
    key: str, kind: EntityKind, name: str, code: str | None = None, home: str | None = None, category: str | None = None
) -> Entity:
    return Entity(key, kind, name, main=True, code=code, home=home, category=category, corrected=True)
