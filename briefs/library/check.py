"""What `briefs doctor` asks: whether the file is whole and the tables agree with each other."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterator
from pathlib import Path

from briefs.errors import LibraryError
from briefs.library.database import Database, chunks
from briefs.library.layout import brief_in, columns_of, json_of, unpacked

# Each gives the identifiers of what breaks a promise.
_PROMISES = (
    ("SELECT id FROM briefs WHERE id NOT IN (SELECT id FROM contents)", "The brief {} has lost its text."),
    (
        "SELECT briefs.id FROM briefs LEFT JOIN changes USING (id) WHERE revision IS NOT sequence OR removed",
        "The brief {} has another revision than its last change.",
    ),
    (
        "SELECT id FROM changes WHERE NOT removed AND id NOT IN (SELECT id FROM briefs)",
        "The brief {} has vanished without having been removed.",
    ),
    (
        "SELECT id FROM contents WHERE (corrected IS NULL) <> (id NOT IN (SELECT id FROM corrections))",
        "The corrections of the brief {} are not what it shows.",
    ),
)


def check(database: Database, folder: Path) -> list[str]:
    """Return what is wrong with a library, a sentence each; empty where all is well. Reads every brief."""
    damage = [str(row[0]) for row in database.all("PRAGMA quick_check(5)") if row[0] != "ok"]
    if damage:
        return [f"The file {database.path} is damaged ({damage[0]}); restore it from a copy."]
    found = [
        f"A row of the table {table} belongs to nothing." for table, *_ in database.all("PRAGMA foreign_key_check")
    ]
    for statement, sentence in _PROMISES:
        found += [sentence.format(row[0]) for row in database.all(statement)]
    return found + list(_briefs(database, folder)) + list(_originals(database))


def _briefs(database: Database, folder: Path) -> Iterator[str]:
    names = ", ".join(_SHOWN)
    for piece in chunks([row[0] for row in database.all("SELECT id FROM briefs ORDER BY number")]):
        for identifier, data, *columns in database.all(
            f"SELECT id, coalesce(corrected, made), {names} FROM briefs JOIN contents USING (id) "  # noqa: S608 our own
            "WHERE id IN (SELECT value FROM json_each(?))",
            (json_of(piece),),
        ):
            try:
                brief = brief_in(data, folder)
            except LibraryError:
                yield f"The brief {identifier} cannot be read; `briefs reconvert` makes it anew from its original."
                continue
            shown = columns_of(brief)
            if brief.id != identifier or [shown[name] for name in _SHOWN] != columns:
                yield f"The brief {identifier} is listed otherwise than it is written."


# Word counts may be counted better one day without a library being wrong.
_SHOWN = (
    "ordered",
    "title",
    "gist",
    "publisher",
    "published",
    "language",
    "countries",
    "companies",
    "converter",
    "tables",
)


def _originals(database: Database) -> Iterator[str]:
    for (digest,) in database.all("SELECT digest FROM originals ORDER BY digest"):
        row = database.one(
            "SELECT data, (SELECT id FROM briefs WHERE original = digest LIMIT 1) FROM originals WHERE digest = ?",
            (digest,),
        )
        if row is None:
            continue  # removed meanwhile
        try:
            whole = hashlib.sha256(unpacked(row[0])).digest() == digest
        except zlib.error:
            whole = False
        if not whole:
            yield f"The original of the brief {row[1] or '(none)'} is damaged; the brief itself is not touched by it."
