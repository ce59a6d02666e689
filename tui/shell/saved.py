"""Searches under names in the shell: kept, listed, forgotten, and carried out again with what is new in them."""

from __future__ import annotations

from shlex import quote
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from briefs.errors import QueryError
from tui.searching.queries import counted, query_of
from tui.shell.options import open_index, open_library
from tui.shell.output import complain, print_json, print_saved, say

if TYPE_CHECKING:
    from briefs.library import Library
    from search_index import Hit, Index, Request, Results


def since_last_seen(
    library: Library, index: Index, request: Request, name: str, sequence: int
) -> tuple[Results, tuple[Hit, ...], frozenset[str]]:
    """Return what a saved search finds, the hits that are new first, and which these are; and remember the look.

    What was not shown, because there is more of it than asked for or by other filters, stays new.
    """
    saved = library.saved.get(name)
    new = index.search(replace(request, since=saved.seen, facets=()))
    shown = frozenset(hit.row.id for hit in new.hits)
    results = index.search(replace(request, limit=request.limit + len(shown)))
    known = [hit for hit in results.hits if hit.row.id not in shown]
    hits = (*new.hits, *known)[: request.limit]
    since = "since you last looked" if saved.seen else "as nobody has looked yet"
    if new.total > len(shown):
        say(f"{new.total:,} are new {since}; {len(shown):,} are shown, and the others stay new.")
    else:
        say(f"{new.total:,} {'is' if new.total == 1 else 'are'} new {since}." if new.total else f"Nothing new {since}.")
        if not _narrowed(request):
            library.saved.seen(name, sequence)
    return results, hits, shown


def _narrowed(request: Request) -> bool:
    return any((request.countries, request.companies, request.publishers, request.months, request.tags))


def save_search(library: Library, name: str, request: Request, sequence: int) -> None:
    """Keep what was asked for under a name; what it found when the library was at `sequence` is no news."""
    before = {search.name: search.query for search in library.saved.all()}
    saved = library.saved.save(name, query_of(request))
    library.saved.seen(saved.name, sequence)
    instead = f" in the place of {before[saved.name]}" if before.get(saved.name, saved.query) != saved.query else ""
    say(f"Saved{instead}; `briefs search {quote(f'@{saved.name}')}` searches again and marks what is new.")


def forget_search(name: str) -> int:
    """Forget a saved search; returns the exit code."""
    with open_library() as library:
        found = library.saved.get(name)
        library.saved.remove(found.name)
    say(f"Forgot the search {found.name}, which was {found.query}")
    return 0


def list_saved(as_json: bool) -> int:
    """Print the saved searches with how much is new in each; returns the exit code."""
    records: list[dict[str, Any]] = []
    with open_library() as library, open_index(library) as index:
        for saved in library.saved.all():
            total, new = 0, 0
            try:
                total, new = counted(index.search, saved)
            except QueryError as error:  # an older version could read it, or its story is gone
                complain(f"The saved search {saved.name} cannot be carried out any more: {error}")
            records.append({"name": saved.name, "query": saved.query, "total": total, "new": new})
    if as_json:
        print_json(records)
    else:
        print_saved(records)
    if not records:
        say("No search is saved; `briefs search QUERY --save NAME` keeps one.")
    return 0
