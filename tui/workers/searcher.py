"""What the reader asks of a search index, so that tests and other indexes can stand in for ours."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Protocol

from briefs.library import Row
from briefs.model import Brief, Evidence
from search_index.results import Request, Results

if TYPE_CHECKING:
    from search_index.answers.naming import Named
    from search_index.answers.together import Together


class Searcher(Protocol):
    """What the reader needs of a search index."""

    def catch_up(self, progress: Callable[[int, int], None] | None = None) -> int:
        """Take in what changed in the library; return how many briefs. `progress` is told how many of how many."""
        ...

    def search(self, request: Request) -> Results:
        """Answer a request; raises QueryError."""
        ...

    def together(self, request: Request) -> Together:
        """Return what all hits of a request say together; raises QueryError."""
        ...

    def names(self, kind: Named, most: int) -> list[str]:
        """Return names of people or organisations, those of most briefs first."""
        ...

    def matches(self, text: str, brief: Brief) -> Sequence[Evidence]:
        """Return the places of a brief that have what a query asks for; raises QueryError."""
        ...

    def related(self, identifier: str, limit: int = 10) -> Results:
        """Return the briefs related to one; raises NotFoundError."""
        ...

    def story(self, identifier: str) -> tuple[Row, ...]:
        """Return the briefs that tell the story of one, itself among them; raises NotFoundError."""
        ...

    def rest(self) -> None:
        """Give back memory, for nothing is being asked."""
        ...

    def close(self) -> None:
        """Let go of the files."""
        ...
