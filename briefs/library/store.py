"""The library: briefs with their originals on disk, each change numbered, nothing acknowledged ever lost."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from pathlib import Path
from sqlite3 import Connection
from types import TracebackType
from typing import TYPE_CHECKING, Self

import msgspec

from briefs.errors import LibraryError
from briefs.library import layout
from briefs.library.database import Database
from briefs.library.marks import Marks
from briefs.library.reading import Reading, missing
from briefs.library.records import Added
from briefs.library.saved import SavedSearches, State
from briefs.model import Article, Brief, Original

if TYPE_CHECKING:
    from briefs.library.corrections import Corrections
    from briefs.library.removal import TakenOut


class Library(Reading):
    """A folder of briefs. Safe to share between threads and processes; use as a context manager or `close` it.

    Every method raises LibraryError, in one sentence, where the disk or the file does not serve; those that take an
    identifier want it whole (see `resolve`) and raise NotFoundError where no brief has it.
    """

    @classmethod
    def open(cls, folder: Path, *, create: bool = True) -> Library:
        """Open the library in `folder`; where there is none yet, make it or, without `create`, raise LibraryError."""
        return cls(folder, Database(folder, create=create))

    def close(self) -> None:
        """Close the file; the library cannot be used after it."""
        self._database.close()

    def stop_waiting(self) -> None:
        """From now on, wait for no other process that writes: what would have to raises LibraryError at once."""
        self._database.stop_waiting()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()

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

    def check(self) -> list[str]:
        """Return what is wrong with the library, a sentence each; empty where all is well. Reads every brief."""
        from briefs.library.check import check  # only the doctor asks

        return check(self._database, self.folder)

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

    def _made(self, connection: Connection, identifier: str) -> Brief:
        row = connection.execute("SELECT made FROM contents WHERE id = ?", (identifier,)).fetchone()
        if row is None:
            raise missing(identifier)
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
