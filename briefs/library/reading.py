"""What a library is asked: which briefs it holds, what stands in each, and what has changed since."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, TypeVar

from briefs.errors import AmbiguousError, NotFoundError
from briefs.library import layout
from briefs.library.database import Database, chunks
from briefs.library.records import Added, Change, Row
from briefs.model import Brief, MadeBy, Original
from briefs.text import displayable

_T = TypeVar("_T")
_IN_ORDER = "ORDER BY ordered DESC, briefs.id"  # as the index orders by date

# Away from a brief: first those of its day, then those beyond. The index `briefs_in_order` gives each as it lies.
_ABOVE = ("ordered = ? AND id < ? ORDER BY id DESC", "ordered > ? ORDER BY ordered, id DESC")
_BELOW = ("ordered = ? AND id > ? ORDER BY id", "ordered < ? ORDER BY ordered DESC, id")


class Reading:
    """A library as it is read; `Library` is one that can be changed, too."""

    def __init__(self, folder: Path, database: Database) -> None:
        self.folder = folder
        self._database = database

    # What has happened

    def sequence(self) -> int:
        """Return the number of the last change; 0 for a library that never held a brief."""
        self._database.check_there()  # whoever asks for changes would wait for ever
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

    def known(self, original: Original) -> tuple[Added, ...]:
        """Return what every article of these bytes was added as; nothing where one of them is missing."""
        rows = self._database.all(
            "SELECT briefs.id, title, parts FROM seen JOIN briefs USING (id) WHERE digest = ? ORDER BY seen.part",
            (layout.digest_of(original),),
        )
        if not rows or len(rows) < rows[0][2]:
            return ()
        return tuple(Added(row[0], row[1], False, original.address or "") for row in rows)

    # One brief, or several

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
        raise missing(identifier)

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

    # Lists

    def ids(self) -> list[str]:
        """Return all identifiers: newest published first, the undated last, equals by when they were added."""
        return [row[0] for row in self._database.all(f"SELECT id FROM briefs {_IN_ORDER}")]  # noqa: S608 our own text

    def place(self, identifier: str) -> int | None:
        """Return where a brief stands in `ids()`, which an index of the file alone tells; None where it does not."""
        found = self._database.one("SELECT ordered FROM briefs WHERE id = ?", (identifier,))
        if found is None:
            return None
        later = self._database.number("SELECT count(*) FROM briefs WHERE ordered > ?", found)
        beside = "SELECT count(*) FROM briefs WHERE ordered = ? AND id < ?"
        return later + self._database.number(beside, (*found, identifier))

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

    def page_with(self, identifier: str, limit: int, before: int) -> list[Row]:
        """Return `limit` rows of `ids()` of which `before` stand before the brief; fewer at the ends of the list.

        However far down that is, nothing else is read; `latest` passes over all that stands above its rows. Without
        the brief there is no page.
        """
        found = self._database.one("SELECT ordered FROM briefs WHERE id = ?", (identifier,))
        if found is None:
            return []
        above = self._away(_ABOVE, found[0], identifier, before)
        below = self._away(_BELOW, found[0], identifier, limit - len(above) - 1)
        return self.rows([*reversed(above), identifier, *below])

    def _away(self, steps: tuple[str, str], ordered: str, identifier: str, count: int) -> list[str]:
        """Return the identifiers of the `count` briefs nearest to one, in one direction."""
        ids: list[str] = []
        for step, key in zip(steps, ((ordered, identifier), (ordered,)), strict=True):
            statement = f"SELECT id FROM briefs WHERE {step} LIMIT ?"  # noqa: S608 our own text
            ids += [row[0] for row in self._database.all(statement, (*key, count - len(ids)))]
        return ids

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

    def _brief_in(self, data: bytes) -> Brief:
        return layout.brief_in(data, self.folder)

    def _value(self, statement: str, identifier: str) -> tuple[Any, ...]:
        row = self._database.one(statement, (identifier,))
        if row is None:
            raise missing(identifier)
        return row


def missing(identifier: str) -> NotFoundError:
    """Return the error that no brief has `identifier`."""
    return NotFoundError(f"No brief has the identifier {displayable(identifier)[:40]}; it may have been removed.")
