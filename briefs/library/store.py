"""The library: briefs with their originals on disk, each change numbered, nothing acknowledged ever lost."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from pathlib import Path
from sqlite3 import Connection
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self, TypeVar

import msgspec

from briefs.errors import AmbiguousError, LibraryError, NotFoundError
from briefs.library import layout
from briefs.library.database import Database, chunks
from briefs.library.marks import Marks
from briefs.library.records import Added, Change, Row
from briefs.library.saved import SavedSearches, State
from briefs.model import Article, Brief, MadeBy, Original
from briefs.text import displayable

if TYPE_CHECKING:
    from briefs.library.corrections import Corrections
    from briefs.library.removal import TakenOut

_T = TypeVar("_T")
_IN_ORDER = "ORDER BY ordered DESC, briefs.id"  # as the index orders by date


class Library:
    """A folder of briefs. Safe to share between threads and processes; use as a context manager or `close` it.

    Every method raises LibraryError, in one sentence, where the disk or the file does not serve; those that take an
    identifier want it whole (see `resolve`) and raise NotFoundError where no brief has it.
    """

    def __init__(self, folder: Path, database: Database) -> None:
        self.folder = folder
        self._database = database

    @classmethod
    def open(cls, folder: Path, *, create: bool = True) -> Library:
        """Open the library in `folder`; where there is none yet, make it or, without `create`, raise LibraryError."""
        return cls(folder, Database(folder, create=create))

    def close(self) -> None:
        """Close the file; the library cannot be used after it."""
        self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()

    # What has happened

    def sequence(self) -> int:
        """Return the number of the last change; 0 for a library that never held a brief."""
        return self._database.number("SELECT max(sequence) FROM changes")

    def changes(self, since: int = 0) -> Iterator[Change]:
        """Yield what changed after the change number `since`, oldest first: for each brief its last change only."""
        while True:
            rows = self._database.all(
                "SELECT sequence, id, removed FROM changes WHERE sequence > ? ORDER BY sequence LIMIT 1000", (since,)
            )
            for sequence, identifier, removed in rows:
                yield Change(sequence, identifier, bool(removed))
            if not rows:
                return
            since = rows[-1][0]

    def arrived(self, since: int) -> set[str]:
        """Return the identifiers of the briefs that were added after the change number `since`.

        What was only corrected or converted anew since is not among them, nor what was removed and put back.
        """
        return {row[0] for row in self._database.all("SELECT id FROM briefs WHERE arrived > ?", (since,))}

    def count(self) -> int:
        """Return the number of briefs."""
        return self._database.number("SELECT count(*) FROM briefs")

    # Adding

    def add(
        self, original: Original, article: Article, brief: Brief, source: str = "", *, part: int = 0, parts: int = 1
    ) -> Added:
        """Keep `brief` with its original, in one transaction, and say under which identifier.

        An article that is here already, by its bytes, its web address or the words of its body, changes nothing:
        `new` is False and the identifier the one it was first given. `part` is the place of the article among the
        `parts` of its original; `source` is what the user named it by. What is returned is on the disk.
        """
        from briefs.library import adding  # who only reads does without it, as without what removes and corrects

        with self._database.write() as connection:
            return adding.add(connection, original, article, brief, source, part, parts)

    def known(self, original: Original) -> tuple[Added, ...]:
        """Return what every article of these bytes was added as; nothing where one of them is missing."""
        rows = self._database.all(
            "SELECT briefs.id, title, parts FROM seen JOIN briefs USING (id) WHERE digest = ? ORDER BY seen.part",
            (layout.digest_of(original),),
        )
        if not rows or len(rows) < rows[0][2]:
            return ()
        return tuple(Added(row[0], row[1], False, original.address or "") for row in rows)

    # Reading

    def resolve(self, prefix: str) -> str:
        """Return the identifier that begins with `prefix`.

        Raises NotFoundError where none does, AmbiguousError, with a few of them, where several do.
        """
        wanted = prefix.strip().lower()
        found = wanted.isascii() and self._database.all(
            "SELECT id, title FROM briefs WHERE id >= ? AND id < ? ORDER BY id LIMIT 4", (wanted, wanted + "g")
        )
        if not wanted or not found:
            raise NotFoundError(
                f"No brief has the identifier {displayable(prefix.strip())[:40] or '(empty)'}; "
                "`briefs list` shows those there are."
            )
        if len(found) == 1 or found[0][0] == wanted:
            return str(found[0][0])
        shown = ", ".join(f"{i} ({displayable(title)[:40]})" for i, title in found[:3])
        raise AmbiguousError(f"{wanted} fits several briefs: {shown}{', ...' if len(found) > 3 else ''}; add a digit.")

    def brief(self, identifier: str) -> Brief:
        """Return the brief, the reader's corrections applied."""
        for _, brief in self.briefs((identifier,)):
            return brief
        raise _missing(identifier)

    def briefs(self, ids: Iterable[str]) -> Iterator[tuple[int, Brief]]:
        """Yield (revision, brief) in the order of `ids`; those that are not here are passed over."""
        return self.parts(ids, Brief)

    def parts(self, ids: Iterable[str], kind: type[_T]) -> Iterator[tuple[int, _T]]:
        """Yield, as `briefs` does, of each brief no more than the fields of the Struct `kind`, twice as fast."""
        for piece in chunks(list(ids)):
            rows = self._database.all(
                "SELECT briefs.id, revision, coalesce(corrected, made) FROM briefs JOIN contents USING (id) "
                "WHERE briefs.id IN (SELECT value FROM json_each(?))",
                (layout.json_of(piece),),
            )
            found = {row[0]: row for row in rows}
            for identifier in piece:
                if identifier in found:
                    yield found[identifier][1], layout.parts_in(found[identifier][2], self.folder, kind)

    def uncorrected(self, identifier: str) -> Brief:
        """Return the brief as it was converted, without the reader's corrections."""
        return self._brief_in(self._value("SELECT made FROM contents WHERE id = ?", identifier)[0])

    def original(self, identifier: str) -> Original:
        """Return what came in, byte for byte."""
        data, media_type, address, received = self._value(
            "SELECT data, media_type, originals.address, received FROM briefs "
            "JOIN originals ON digest = original WHERE id = ?",
            identifier,
        )
        return Original(layout.unpacked(data), media_type, address, received)

    def part(self, identifier: str) -> int:
        """Return which article of its original the brief is, counted from 0."""
        return int(self._value("SELECT part FROM briefs WHERE id = ?", identifier)[0])

    def source(self, identifier: str) -> str:
        """Return what the user named the source by."""
        return str(self._value("SELECT source FROM briefs WHERE id = ?", identifier)[0])

    def made_otherwise(self, made_by: MadeBy) -> list[str]:
        """Return, sorted, the identifiers of the briefs that another converter or other tables made."""
        return [
            row[0]
            for row in self._database.all(
                "SELECT id FROM briefs WHERE (converter, tables) IS NOT (?, ?) ORDER BY id",
                (made_by.converter, layout.tables_of(made_by)),
            )
        ]

    def made_before(self, converter: int) -> int:
        """Return how many briefs an older version of the converter made."""
        return self._database.number("SELECT count(*) FROM briefs WHERE converter < ?", (converter,))

    def check(self) -> list[str]:
        """Return what is wrong with the library, a sentence each; empty where all is well. Reads every brief."""
        from briefs.library.check import check  # only the doctor asks

        return check(self._database, self.folder)

    # Lists

    def ids(self) -> list[str]:
        """Return all identifiers: newest published first, the undated last, equals by when they were added."""
        return [row[0] for row in self._database.all(f"SELECT id FROM briefs {_IN_ORDER}")]  # noqa: S608 our own text

    def latest(self, limit: int, offset: int = 0) -> list[Row]:
        """Return the rows of `ids()[offset:offset + limit]`."""
        return self.rows(
            [
                row[0]
                for row in self._database.all(
                    f"SELECT id FROM briefs {_IN_ORDER} LIMIT ? OFFSET ?",  # noqa: S608 our own text
                    (limit, offset),
                )
            ]
        )

    def rows(self, ids: Iterable[str]) -> list[Row]:
        """Return what a list shows of `ids`, in their order; those that are not here are passed over."""
        listed: list[Row] = []
        for piece in chunks(list(ids)):
            rows = self._database.all(
                f"SELECT {layout.ROW} FROM briefs LEFT JOIN marks USING (id) "  # noqa: S608 our own text
                "WHERE briefs.id IN (SELECT value FROM json_each(?))",
                (layout.json_of(piece),),
            )
            found = {row[0]: row for row in rows}
            listed += [layout.row_of(found[identifier]) for identifier in piece if identifier in found]
        return listed

    # Changing

    def remove(self, ids: Iterable[str]) -> None:
        """Remove briefs with their originals, marks and corrections, all in one transaction.

        Those that are not here are passed over. The same article added again has the same identifier.
        """
        from briefs.library import removal

        with self._database.write() as connection:
            removal.remove(connection, ids)

    def take_out(self, ids: Iterable[str]) -> TakenOut:
        """Remove briefs, and return them with their marks and corrections, for `put_back`. They are held in memory."""
        from briefs.library import removal

        with self._database.write() as connection:
            return removal.take_out(connection, ids)

    def put_back(self, taken: TakenOut) -> list[str]:
        """Undo `take_out`; return the identifiers that are back: not those whose article was added again meanwhile."""
        from briefs.library import removal

        with self._database.write() as connection:
            return removal.put_back(connection, taken)

    def replace(self, identifier: str, brief: Brief) -> bool:
        """Put `brief` in the place of the one made earlier; identifier, marks and corrections stay.

        Returns False, and counts no change, where they differ in nothing but what made them.
        """
        from briefs.identity import fingerprint

        brief = msgspec.structs.replace(brief, id=identifier)
        with self._database.write() as connection:
            before = self._made_if_readable(connection, identifier)
            connection.execute("UPDATE contents SET made = ? WHERE id = ?", (layout.packed_brief(brief), identifier))
            connection.execute("UPDATE briefs SET text_key = ? WHERE id = ?", (fingerprint(brief.body), identifier))
            same = before is not None and msgspec.structs.replace(before, made_by=brief.made_by) == brief
            self._show(connection, identifier, brief, numbered=not same)
        return not same

    def _show(self, connection: Connection, identifier: str, made: Brief, *, numbered: bool = True) -> None:
        """Store what the reader's corrections make of `made`, and number the change."""
        from briefs.library.correcting import corrected

        correction = self.corrections.within(connection, identifier)
        shown = corrected(made, correction) if correction else made
        connection.execute(
            "UPDATE contents SET corrected = ? WHERE id = ?",
            (layout.packed_brief(shown) if correction else None, identifier),
        )
        values = layout.columns_of(shown)
        if numbered:
            values["revision"] = layout.next_change(connection, identifier)
        connection.execute(
            f"UPDATE briefs SET {', '.join(f'{v} = :{v}' for v in values)} WHERE id = :id",  # noqa: S608 our own names
            values | {"id": identifier},
        )

    def _brief_in(self, data: bytes) -> Brief:
        return layout.brief_in(data, self.folder)

    def _made(self, connection: Connection, identifier: str) -> Brief:
        row = connection.execute("SELECT made FROM contents WHERE id = ?", (identifier,)).fetchone()
        if row is None:
            raise _missing(identifier)
        return self._brief_in(row[0])

    def _made_if_readable(self, connection: Connection, identifier: str) -> Brief | None:
        try:
            return self._made(connection, identifier)
        except LibraryError:
            return None

    # Beside the briefs

    @cached_property
    def marks(self) -> Marks:
        """What the reader did with the briefs: read, starred, tags, notes, places."""
        return Marks(self._database)

    @cached_property
    def corrections(self) -> Corrections:
        """What the reader knows better; kept apart, and applied again to every brief that is made anew."""
        from briefs.library.corrections import Corrections

        return Corrections(self._database, self._made, self._show)

    @cached_property
    def saved(self) -> SavedSearches:
        """Queries under names."""
        return SavedSearches(self._database)

    @cached_property
    def state(self) -> State:
        """Small things that the reader keeps between two starts."""
        return State(self._database)

    def _value(self, statement: str, identifier: str) -> tuple[Any, ...]:
        row = self._database.one(statement, (identifier,))
        if row is None:
            raise _missing(identifier)
        return row


def _missing(identifier: str) -> NotFoundError:
    return NotFoundError(f"No brief has the identifier {displayable(identifier)[:40]}; it may have been removed.")
