"""Looking for briefs: `list`, `search` and `related`."""

from __future__ import annotations

import click

from tui.shell import completing
from tui.shell.codes import NOTHING_FOUND
from tui.shell.options import (
    QueryCommand,
    filter_options,
    ids_option,
    json_option,
    library_option,
    limit_option,
    one_form,
    open_index,
    open_library,
    query_argument,
    request_for,
    since_option,
)


@click.command("list", cls=QueryCommand)
@query_argument
@filter_options
@since_option
@limit_option(None)
@ids_option
@json_option
@library_option
def list_(query: str, since: str, limit: int | None, only_ids: bool, as_json: bool, **filters: tuple[str, ...]) -> int:
    """List the briefs, newest first. With QUERY, as in `briefs search`, or filters only those that match.

    JSON is an array of briefs: id, title, published, publisher, gist (its first sentence), language, countries,
    companies, added, words, read, starred, tags, and unsure, which names the fields that the program is unsure of.
    """
    from tui.searching.queries import in_words
    from tui.shell.output import none_found, print_ids, print_json, print_rows, row_record, say

    one_form(only_ids, as_json)
    query = f"{query} {since}".strip()

    with open_library() as library:
        if query or any(filters.values()):
            words, most = in_words(library, query).text, limit or library.count() or 1
            request = request_for(words, filters, sort="date", limit=most, snippets=False, grouped=False)
            with open_index(library) as index:
                rows = [hit.row for hit in index.search(request).hits]
        else:
            rows = library.latest(limit if limit is not None else library.count())
        nothing = "" if rows else none_found(library)
    if as_json:
        print_json([row_record(row) for row in rows])
    elif only_ids:
        print_ids(rows)
    else:
        print_rows(rows)
    if rows:
        return 0
    say(nothing)
    return NOTHING_FOUND if query or any(filters.values()) else 0


@click.command(cls=QueryCommand)
@query_argument
@filter_options
@since_option
@click.option(
    "--sort", type=click.Choice(["relevance", "date", "title"]), default="relevance", show_default=True, help="Order."
)
@limit_option(20)
@click.option("--facets", is_flag=True, help="Count countries, companies, publishers, months and tags too.")
@click.option("--no-group", is_flag=True, help="Every brief by itself, also where several tell one story.")
@click.option("--save", metavar="NAME", help="Keep the query, filters included, under this name.")
@click.option("--saved", is_flag=True, help="List the saved searches, with how much is new in each.")
@click.option("--forget", metavar="NAME", help="Forget a saved search.", shell_complete=completing.saved_searches)
@click.option("--syntax", is_flag=True, help="Show what a query can say.")
@ids_option
@json_option
@library_option
def search(
    query: str,
    since: str,
    sort: str,
    limit: int,
    facets: bool,
    no_group: bool,
    save: str | None,
    saved: bool,
    forget: str | None,
    syntax: bool,
    only_ids: bool,
    as_json: bool,
    **filters: tuple[str, ...],
) -> int:
    """Search the briefs.

    Words are ranked by relevance. "exact phrase", AND, OR or |, NOT, -word, deepse*, deep?eek, deepseek~1, title:
    company: country: person: org: source: publisher: lang: tag: is:unread has:figures, publisher:="The Post",
    date:2025-02, date:>2025-01-15, usd:>1bn, percent:[30 TO 40], story:ID.

    The same story told again is one hit, under its earliest brief.

    QUERY @NAME is a saved search: what is new since it was last looked at comes first and is marked.

    JSON is an array of hits: what `briefs list` says of a brief, and score, field and snippet (text, marks as [start,
    end]); of a story that is retold publishers and also; with @NAME new. With --facets it is an object with total,
    briefs, suggestions, hits and facets (value, label, count). --saved gives an array: name, query, total, new.
    """
    from tui.shell.saved import forget_search, list_saved, save_search, since_last_seen

    query = f"{query} {since}".strip()
    asked = bool(query or any(filters.values()))
    one_form(only_ids, as_json, facets)
    if syntax:
        from search_index.queries.syntax import table

        click.echo(table())
        return 0
    if saved or forget is not None:
        if asked or save is not None or (saved and forget is not None):
            raise click.UsageError("--saved and --forget stand alone, without a query.")
        return list_saved(as_json) if saved else forget_search(forget or "")
    if not asked:
        raise click.UsageError("Say what to look for: a query, or a filter such as --country KR.")
    from tui.searching.queries import in_place, in_words
    from tui.shell.output import (
        facet_records,
        hit_record,
        none_found,
        print_facets,
        print_hits,
        print_ids,
        print_json,
        say,
    )

    wanted = ("country", "company", "publisher", "month", "tag") if facets else ()
    with open_library() as library:
        sequence = library.sequence()
        words, name = in_words(library, query)
        request = request_for(words, filters, sort=sort, limit=limit, facets=wanted, grouped=not no_group)
        with open_index(library) as index, in_place(query, words):
            if name:
                results, hits, new = since_last_seen(library, index, request, name, sequence)
            else:
                results = index.search(request)
                hits, new = results.hits, frozenset[str]()
        nothing = "" if results.total else none_found(library)
        if save is not None:
            save_search(library, save, request, sequence)
    if as_json:
        records = [hit_record(hit) | ({"new": hit.row.id in new} if name else {}) for hit in hits]
        about = {"total": results.total, "briefs": results.briefs, "suggestions": list(results.suggestions)}
        print_json(about | {"hits": records, "facets": facet_records(results)} if facets else records)
    elif only_ids:
        print_ids(hit.row for hit in hits)
    else:
        print_hits(hits, new)
        print_facets(results)
    if results.total > len(hits):
        say(f"{len(hits):,} of {results.total:,} hits; --limit shows more.")
    if results.total:
        return 0
    meant = ", ".join(f"“{text}”" for text in results.suggestions)
    hint = f" Did you mean {meant}?" if meant else ""
    say(f"{nothing}{hint}")
    return NOTHING_FOUND


@click.command()
@click.argument("identifier", metavar="ID", shell_complete=completing.ids)
@limit_option(10)
@ids_option
@json_option
@library_option
def related(identifier: str, limit: int, only_ids: bool, as_json: bool) -> int:
    """Show the briefs that are most like one. They share most telling words with it; its own story is left out.

    JSON is an array of hits, as `briefs search` gives them.
    """
    from tui.shell.output import hit_record, print_hits, print_ids, print_json, say

    one_form(only_ids, as_json)

    with open_library() as library:
        whole = library.resolve(identifier)
        with open_index(library) as index:
            found = index.related(whole, limit)
            story = index.story(whole)
    if as_json:
        print_json([hit_record(hit) for hit in found.hits])
    elif only_ids:
        print_ids(hit.row for hit in found.hits)
    else:
        print_hits(found.hits)
    if len(story) > 1:
        say(f"{len(story):,} briefs tell its own story; `briefs search story:{whole[:8]}` shows them.")
    if not found.total:
        say("No brief is related to it.")
    return 0 if found.total else NOTHING_FOUND
