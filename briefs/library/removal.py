"""Removing briefs for good, and taking them out so that they can be put back as they were."""

from __future__ import annotations

from collections.abc import Iterable
from sqlite3 import Connection
from typing import Any, NamedTuple

from briefs.library.adding import same_article
from briefs.library.layout import next_change

# All that belongs to a brief, each table after those that it refers to.
_BELONGINGS = {
    "originals": "digest = (SELECT original FROM briefs WHERE id = ?)",
    "briefs": "id = ?",
    "contents": "id = ?",
    "seen": "id = ?",
    "corrections": "id = ?",
    "marks": "id = ?",
    "tags": "id = ?",
}


class TakenOut(NamedTuple):
    """Briefs with all that belongs to them, by table; held in memory until they are put back or forgotten."""

    ids: tuple[str, ...]
    rows: tuple[tuple[tuple[str, dict[str, Any]], ...], ...]


def remove(connection: Connection, ids: Iterable[str]) -> None:
    """Remove briefs with all that belongs to them; those that are not here are passed over."""
    for identifier in ids:
        row = connection.execute("SELECT original FROM briefs WHERE id = ?", (identifier,)).fetchone()
        if row is None:
            continue
        connection.execute("DELETE FROM briefs WHERE id = ?", (identifier,))
        connection.execute(
            "DELETE FROM originals WHERE digest = ? AND NOT EXISTS (SELECT 1 FROM briefs WHERE original = digest)", row
        )
        next_change(connection, identifier, removed=True)
    # Marks went with their briefs: what counts them must look again.
    connection.execute("INSERT INTO counters VALUES ('marks', 1) ON CONFLICT DO UPDATE SET value = value + 1")


def take_out(connection: Connection, ids: Iterable[str]) -> TakenOut:
    """Remove briefs and return all that belonged to them."""
    taken: dict[str, tuple[tuple[str, dict[str, Any]], ...]] = {}
    for identifier in ids:
        rows = tuple(
            (table, dict(zip((column[0] for column in cursor.description), row, strict=True)))
            for table, where in _BELONGINGS.items()
            for cursor in [connection.execute(f"SELECT * FROM {table} WHERE {where}", (identifier,))]  # noqa: S608 ours
            for row in cursor.fetchall()
        )
        if rows:
            taken[identifier] = rows
    remove(connection, taken)
    return TakenOut(tuple(taken), tuple(taken.values()))


def put_back(connection: Connection, taken: TakenOut) -> list[str]:
    """Put briefs back as they were, but for those whose article has been added again meanwhile."""
    returned: list[str] = []
    for identifier, rows in zip(taken.ids, taken.rows, strict=True):
        brief = next(values for table, values in rows if table == "briefs")
        if same_article(connection, brief["original"], brief["part"], brief["address_key"], brief["text_key"]):
            continue
        revision = next_change(connection, identifier)
        for table, values in rows:
            kept = {name: value for name, value in values.items() if name != "number"}
            if table == "briefs":
                kept["revision"] = revision
            connection.execute(
                f"INSERT INTO {table} ({', '.join(kept)}) "  # noqa: S608 our own names
                f"VALUES ({', '.join(':' + name for name in kept)}) ON CONFLICT DO NOTHING",
                kept,
            )
        returned.append(identifier)
    if returned:
        connection.execute("INSERT INTO counters VALUES ('marks', 1) ON CONFLICT DO UPDATE SET value = value + 1")
    return returned
