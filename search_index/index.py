"""The index of a library: it follows the library's changes, and answers what is asked.

    index = Index.open(library)
    index.catch_up()
    results = index.search(Request("deepseek talent", facets=("country",)))

Writing is `catch_up` and `rebuild`, reading is `search`; both may be called from any thread, and by several processes
at once. `search` never waits for a writer: what the library has changed since is passed over until the index has caught
up. Only where there is no index, or a damaged one, does it build one first.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from search_index.results import Request, Results

if TYPE_CHECKING:
    from briefs.library import Library, Row
    from briefs.model import Brief, Evidence
    from briefs.tables import Tables
    from search_index.answers.naming import Named
    from search_index.answers.together import Together
    from search_index.builds.following import Progress
    from search_index.search import Search


class Index:
    """A search index over one library."""

    def __init__(
        self, library: Library, folder: Path, tables: Callable[[], Tables] | None, today: Callable[[], date]
    ) -> None:
        self._library = library
        self._folder = folder
        self._tables = tables
        self._today = today
        self._opening = threading.Lock()
        self._search: Search | None = None

    @classmethod
    def open(
        cls,
        library: Library,
        folder: Path | None = None,
        *,
        tables: Callable[[], Tables] | None = None,
        today: Callable[[], date] = date.today,
    ) -> Index:
        """Return the index of `library`, by default in its folder "index". Nothing is read before it is used.

        `tables` gives those that know the countries of a query, by default the program's own; `today` says what day
        "today" is in one.
        """
        return cls(library, folder or library.folder / "index", tables, today)

    def close(self) -> None:
        """Let go of the files. Harmless to repeat."""
        with self._opening:
            self._search = None

    def rest(self) -> None:
        """Give back the memory that only holds what the system's cache has as well; for when nothing is being asked."""
        if self._search is not None:
            from search_index.postings.mapping import let_pages_go

            let_pages_go()

    def search(self, request: Request) -> Results:
        """Return what `request` finds. Raises QueryError with the place where its text is no query.

        A search with `partial` is abandoned when another such search is asked for meanwhile.
        """
        return self._opened().search(request)

    def together(self, request: Request) -> Together:
        """Return what all hits of `request` say together: companies, countries and key figures. Raises QueryError."""
        return self._opened().together(request)

    def names(self, kind: Named, most: int) -> list[str]:
        """Return up to `most` names of people or organisations in small letters, those of most briefs first."""
        from search_index.answers.naming import names_of  # NumPy comes with it

        return names_of(self._opened().moment().snapshot, kind, most)

    def matches(self, text: str, brief: Brief) -> list[Evidence]:
        """Return the places of title and body, in order, that have what the query `text` asks for: words and figures.

        The last word may be one that is still being typed. Raises QueryError.
        """
        return self._opened().matches(text, brief)

    def related(self, identifier: str, limit: int = 10) -> Results:
        """Return the briefs that share most telling words with the brief `identifier`, most alike first.

        Those that tell the same story are no news beside it and are left out; so are the later ones of another story.

        Raises NotFoundError where the library has no such brief.
        """
        return self._opened().related(identifier, limit)

    def story(self, identifier: str) -> tuple[Row, ...]:
        """Return the briefs that tell the story of the brief `identifier`, the earliest first, itself among them.

        Raises NotFoundError where the library has no such brief.
        """
        return self._opened().story(identifier)

    def catch_up(self, progress: Progress | None = None) -> int:
        """Take in what the library has changed, and return the number of changes. Raises LibraryError.

        Several processes may do so at once: one works, the others wait and find nothing left.
        """
        return self._opened().writer.catch_up(progress)

    def rebuild(self, progress: Progress | None = None) -> int:
        """Build the index anew from the library, and return the number of briefs. Raises LibraryError.

        Who searches meanwhile has the old one until the new one is complete.
        """
        return self._opened().writer.rebuild(progress)

    def check(self) -> list[str]:
        """Return, in a sentence each, where the index is not what the library says; empty where all is well."""
        return self._opened().check()

    def _opened(self) -> Search:
        with self._opening:
            if self._search is None:
                from search_index.search import Search  # Whoosh and NumPy come with it

                self._search = Search(self._library, self._folder, self._tables, self._today)
            return self._search
