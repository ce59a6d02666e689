"""Looking for briefs: `list` and `search`."""

from __future__ import annotations

import click

from tui.shell import completing
from tui.shell.options import (
    NOTHING_FOUND,
    filter_options,
    json_option,
    library_option,
    open_index,
    open_library,
    query_in_words,
    request_for,
)


@click.command("list")
@click.argument("query", required=False, default="", shell_complete=completing.saved_searches)
@filter_options
@click.option("--limit", type=click.IntRange(1), metavar="N", help="At most so many. Default: all.")
@json_option
@library_option
def list_(query: str, limit: int | None, as_json: bool, **filters: tuple[str, ...]) -> int:
    """List the briefs, newest first; with QUERY or filters only those that match."""
    from tui.shell.output import print_json, print_rows, row_record, say

    with open_library() as library:
        if query or any(filters.values()):
            words = query_in_words(library, query)
            request = request_for(words, filters, sort="date", limit=limit or library.count() or 1, snippets=False)
            with open_index(library) as index:
                rows = [hit.row for hit in index.search(request).hits]
        else:
            rows = library.latest(limit if limit is not None else library.count())
    if as_json:
        print_json([row_record(row) for row in rows])
    else:
        print_rows(rows)
    if rows:
        return 0
    say("No brief matches." if query or any(filters.values()) else "No briefs yet: add some with `briefs add SOURCE`.")
    return NOTHING_FOUND if query or any(filters.values()) else 0


@click.command()
@click.argument("query", required=False, default="", shell_complete=completing.saved_searches)
@filter_options
@click.option(
    "--sort", type=click.Choice(["relevance", "date", "title"]), default="relevance", show_default=True, help="Order."
)
@click.option("--limit", type=click.IntRange(1), default=20, show_default=True, metavar="N", help="At most so many.")
@click.option("--facets", is_flag=True, help="Count countries, companies, publishers, months and tags too.")
@json_option
@library_option
def search(query: str, sort: str, limit: int, facets: bool, as_json: bool, **filters: tuple[str, ...]) -> int:
    """Search the briefs.

    Words are ranked by relevance. "exact phrase", AND, OR, NOT, -word, deepse*, deepseek~1, title: company: country:
    person: source: publisher: lang: tag: is:unread, date:2025-02, date:>2025-01-15, usd:>1bn, percent:[30 TO 40].
    @NAME is a saved search.

    With --facets the JSON is an object with total, hits and facets; else an array of hits.
    """
    if not query and not any(filters.values()):
        raise click.UsageError("Say what to look for: a query, or a filter such as --country KR.")
    from tui.shell.output import facet_records, hit_record, print_facets, print_hits, print_json, say

    wanted = ("country", "company", "publisher", "month", "tag") if facets else ()
    with open_library() as library, open_index(library) as index:
        words = query_in_words(library, query)
        results = index.search(request_for(words, filters, sort=sort, limit=limit, facets=wanted))
    hits = [hit_record(hit) for hit in results.hits] if as_json else []
    if as_json:
        print_json({"total": results.total, "hits": hits, "facets": facet_records(results)} if facets else hits)
    else:
        print_hits(results)
        print_facets(results)
    if results.total > len(results.hits):
        say(f"{len(results.hits)} of {results.total} briefs; --limit shows more.")
    if results.total:
        return 0
    hint = f" Did you mean {' or '.join(results.suggestions)}?" if results.suggestions else ""
    say(f"No brief matches.{hint}")
    return NOTHING_FOUND
