"""Briefs out: `show` and `export`."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefs.errors import UsageError
from tui.shell import completing
from tui.shell.codes import NOTHING_FOUND
from tui.shell.options import (
    from_home,
    json_option,
    library_option,
    named_ids,
    open_index,
    open_library,
    request_for,
    settings_in_force,
)

if TYPE_CHECKING:
    from briefs.export import Format
    from briefs.library import Library


@click.command()
@click.argument("identifier", metavar="ID", shell_complete=completing.ids)
@click.option("--article", is_flag=True, help="With the whole article.")
@json_option
@library_option
def show(identifier: str, article: bool, as_json: bool) -> None:
    """Show one brief; any unique beginning of its ID will do."""
    from briefs.export import export_one
    from tui.shell.output import print_text

    with open_library() as library:
        brief = library.brief(library.resolve(identifier))
    print_text(export_one(brief, "json" if as_json else "md", article=article))


@click.command()
@click.argument("identifiers", nargs=-1, metavar="[ID...]", shell_complete=completing.ids)
@click.option(
    "--query",
    metavar="Q",
    help="All briefs that match, instead of IDs; @NAME is a saved search.",
    shell_complete=completing.saved_searches,
)
@click.option(
    "--sort",
    type=click.Choice(["relevance", "date", "title"]),
    help="Order of what --query finds.  [default: relevance]",
)
@click.option(
    "--format",
    "format_",
    type=click.Choice(["md", "json", "html", "csv"]),
    help="Format; csv holds the key figures.  [default: by the suffix of PATH, else md]",
)
@click.option(
    "-o",
    "--output",
    metavar="PATH",
    callback=from_home,
    help="A file, or a folder for one file each (it exists, or ends in /).",
    shell_complete=completing.files,
)
@click.option("--template", metavar="T", help="Names of the files in a folder.  [default: {date}-{slug}]")
@click.option("--title", metavar="TEXT", default="", help="Title of a briefing book.")
@click.option("--article", is_flag=True, help="With the whole article (Markdown and HTML; JSON always holds it).")
@click.option("--force", is_flag=True, help="Write over files that exist.")
@library_option
def export(
    identifiers: tuple[str, ...],
    query: str | None,
    sort: str | None,
    format_: Format | None,
    output: str | None,
    template: str | None,
    title: str,
    article: bool,
    force: bool,
) -> int:
    """Export briefs to standard output or PATH. No file is written over, unless --force.

    ID - reads the IDs from standard input, as `briefs list --ids` and `briefs search --ids` print them.

    Several briefs in one file of Markdown or HTML are a briefing book: contents, the briefs, one table of all key
    figures with their sources, and an index of companies and countries. JSON of one ID is one record; of several, or
    of a query, an array of records. CSV has a row for each key figure; it is UTF-8, and a text that a spreadsheet would
    compute has an apostrophe before it.

    The template of names can hold {date} {slug} {title} {publisher} {country} {company} {language} {id}.
    """
    if bool(identifiers) == (query is not None):
        raise click.UsageError("Name IDs or give --query, one of the two.")
    if query is not None and not query.strip():  # as of a variable of a shell that is not set
        raise click.UsageError("--query is empty; * stands for every brief.")
    if sort and query is None:
        raise click.UsageError("--sort orders what --query finds; IDs are exported in the order you name them.")
    folder = output is not None and output not in ("", "-") and (output[-1] in ("/", os.sep) or Path(output).is_dir())
    if template is not None and not folder:
        raise click.UsageError("--template names the files in a folder; give one with --output FOLDER/.")
    from briefs.export import FORMATS
    from tui.exports.wish import Wish, carry_out, format_of, pieces_of
    from tui.shell.output import none_found, print_pieces, report_written, say

    named = "md" if folder else format_ or format_of(output or "")
    if not named and Path(output or "").suffix.lower() not in ("", ".txt"):
        raise click.UsageError(f"{output} does not end in .{', .'.join(FORMATS)}; say the format with --format.")

    with open_library() as library:
        ids = _found(library, query, sort) if query is not None else map(library.resolve, named_ids(identifiers))
        wish = Wish(
            tuple(dict.fromkeys(ids)),
            format_ or named or "md",
            Path(output or ""),
            article=article,
            each=folder,
            template=settings_in_force().export_name if template is None else template,
            title=title or (f"Briefing book: {query}" if query else ""),
            record=len(identifiers) == 1 and identifiers != ("-",),
            force=force,
        )
        if not wish.ids:
            say(none_found(library))
            return NOTHING_FOUND
        if output in (None, "-"):
            print_pieces(pieces_of(wish, (brief for _, brief in library.briefs(wish.ids))))
            return 0
        paths, written = carry_out(wish, library)
    if not written:
        more = f", and {len(paths) - 1:,} more of the files" if len(paths) > 1 else ""
        raise UsageError(f"{paths[0]} exists already{more}; choose another name, or write over it with --force.")
    report_written(paths)
    return 0


def _found(library: Library, query: str, sort: str | None) -> list[str]:
    """Return the identifiers of what a query finds, in its order."""
    from tui.searching.queries import in_words

    with open_index(library) as index:
        words = in_words(library, query).text
        return index.search(request_for(words, {}, sort=sort or "relevance", snippets=False, grouped=False)).ids()
