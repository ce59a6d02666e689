"""What the reader did with the briefs: read, starred, tags, notes, places. Never part of a brief nor of the index.

Every setter returns what it undid, so that `restore` takes it back.
"""

from __future__ import annotations

from collections.abc import Iterable
from sqlite3 import Connection
from typing import Literal, NamedTuple

import msgspec

from briefs.errors import NotFoundError, UsageError
from briefs.library.database import Database
from briefs.text import displayable, sanitise, squash

_LONGEST_TAG = 100  # characters


class Undo(NamedTuple):
    """What stood before a change: the mark ("read", "starred", "note", "position" or "tag:NAME") and its old values."""

    mark: str
    before: tuple[tuple[str, int | str], ...]


class Marks:
    """The marks of a library. Identifiers of briefs that are not here are passed over."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def sequence(self) -> int:
        """Return a number that grows whenever what `ids`, `tagged` or a row says may have changed."""
        return self._database.number("SELECT value FROM counters WHERE name = 'marks'")

    def set_read(self, ids: Iterable[str], read: bool = True) -> Undo:
        """Mark briefs as read or unread."""
        return self._set("read", dict.fromkeys(ids, int(read)))

    def set_starred(self, ids: Iterable[str], starred: bool = True) -> Undo:
        """Give briefs a star, or take it away."""
        return self._set("starred", dict.fromkeys(ids, int(starred)))

    def add_tag(self, ids: Iterable[str], tag: str) -> Undo:
        """Give briefs a tag; raises UsageError for one that is empty or too long."""
        return self._set(f"tag:{tag_name(tag)}", dict.fromkeys(ids, 1))

    def remove_tag(self, ids: Iterable[str], tag: str) -> Undo:
        """Take a tag away from briefs."""
        return self._set(f"tag:{tag_name(tag)}", dict.fromkeys(ids, 0))

    def set_note(self, identifier: str, text: str) -> Undo:
        """Write a note to a brief; an empty one removes it. Raises NotFoundError where the brief is not here."""
        if self._database.one("SELECT 1 FROM briefs WHERE id = ?", (identifier,)) is None:
            raise NotFoundError(f"No brief has the identifier {displayable(identifier)[:40]}; the note was not kept.")
        return self._set("note", {identifier: sanitise(text).strip()})

    def note(self, identifier: str) -> str:
        """Return the note; empty where there is none."""
        row = self._database.one("SELECT note FROM marks WHERE id = ?", (identifier,))
        return str(row[0]) if row else ""

    def set_position(self, identifier: str, position: int) -> Undo:
        """Remember the place in an article, as an offset of its body. It moves no sequence."""
        return self._set("position", {identifier: max(0, position)})

    def position(self, identifier: str) -> int:
        """Return the place that was remembered; 0 where none was."""
        return self._database.number("SELECT position FROM marks WHERE id = ?", (identifier,))

    def ids(self, kind: Literal["unread", "read", "starred", "noted"]) -> set[str]:
        """Return the identifiers of the briefs that are so marked."""
        statement = {
            "unread": "SELECT group_concat(id, ' ') FROM briefs WHERE id NOT IN (SELECT id FROM marks WHERE read)",
            "read": "SELECT group_concat(id, ' ') FROM marks WHERE read",
            "starred": "SELECT group_concat(id, ' ') FROM marks WHERE starred",
            "noted": "SELECT group_concat(id, ' ') FROM marks WHERE note <> ''",
        }.get(kind)
        if statement is None:
            raise UsageError(f"No mark is called {displayable(kind)}; there are read, unread, starred and noted.")
        (row,) = self._database.all(statement)  # one long text comes twice as fast as many rows
        return set((row[0] or "").split())

    def tagged(self, tag: str) -> set[str]:
        """Return the identifiers of the briefs with this tag."""
        name = squash(sanitise(tag)).casefold()
        return {row[0] for row in self._database.all("SELECT id FROM tags WHERE tag = ?", (name,))}

    def tags(self) -> dict[str, int]:
        """Return all tags in order, with how many briefs have each."""
        return dict(self._database.all("SELECT tag, count(*) FROM tags GROUP BY tag ORDER BY tag"))

    def restore(self, undo: Undo) -> Undo:
        """Take back what gave this token; returns the token that does it again."""
        return self._set(undo.mark, dict(undo.before))

    def _set(self, mark: str, wanted: dict[str, int | str]) -> Undo:
        values = msgspec.json.encode(list(wanted.items())).decode()
        with self._database.write() as connection:
            connection.execute("CREATE TEMP TABLE IF NOT EXISTS wanted (id TEXT PRIMARY KEY, value)")
            connection.execute("DELETE FROM temp.wanted")
            connection.execute(
                "INSERT INTO temp.wanted SELECT value ->> 0, value ->> 1 FROM json_each(?) "
                "WHERE value ->> 0 IN (SELECT id FROM briefs)",
                (values,),
            )
            tag = mark.removeprefix("tag:") if mark.startswith("tag:") else None
            before = _set_tag(connection, tag) if tag is not None else _set_column(connection, mark)
            if before and mark != "position":
                connection.execute(
                    "INSERT INTO counters VALUES ('marks', 1) ON CONFLICT DO UPDATE SET value = value + 1"
                )
        return Undo(mark, tuple(before))


def tag_name(tag: str) -> str:
    """Return `tag` as it is kept: one line, in lower case. Raises UsageError for an empty or endless one."""
    name = squash(sanitise(tag)).casefold()
    if not name:
        raise UsageError("A tag needs at least one letter or digit.")
    if len(name) > _LONGEST_TAG:
        raise UsageError(f"A tag has at most {_LONGEST_TAG} characters; this one has {len(name)}.")
    return name


def _set_tag(connection: Connection, tag: str) -> list[tuple[str, int]]:
    before = connection.execute(
        "SELECT wanted.id, tags.id IS NOT NULL AS had FROM temp.wanted "
        "LEFT JOIN tags ON tags.id = wanted.id AND tag = ? WHERE had <> value ORDER BY wanted.id",
        (tag,),
    ).fetchall()
    connection.execute(
        "INSERT INTO tags (tag, id) SELECT ?, id FROM temp.wanted WHERE value ON CONFLICT DO NOTHING", (tag,)
    )
    connection.execute("DELETE FROM tags WHERE tag = ? AND id IN (SELECT id FROM temp.wanted WHERE NOT value)", (tag,))
    return before


def _set_column(connection: Connection, column: str) -> list[tuple[str, int | str]]:
    empty: int | str = "" if column == "note" else 0
    # The column is one of four names of ours: nothing from outside reaches the statement.
    before = connection.execute(
        f"SELECT wanted.id, coalesce({column}, ?) AS had FROM temp.wanted "  # noqa: S608
        "LEFT JOIN marks ON marks.id = wanted.id WHERE had <> value ORDER BY wanted.id",
        (empty,),
    ).fetchall()
    connection.execute(
        f"INSERT INTO marks (id, {column}) SELECT id, value FROM temp.wanted WHERE true "  # noqa: S608
        f"ON CONFLICT (id) DO UPDATE SET {column} = excluded.{column}"
    )
    return before
