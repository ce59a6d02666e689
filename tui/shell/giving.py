"""Briefs out: `show` and `export`."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tui.shell.options import NOTHING_FOUND, json_option, library_option, open_index, open_library, request_for

if TYPE_CHECKING:
    from briefs.export import Format
    from briefs.model import Brief


@click.command()
@click.argument("identifier", metavar="ID")
@click.option("--article", is_flag=True, help="With the whole article.")
@json_option
@library_option
def show(identifier: str, article: bool, as_json: bool) -> None:
    """Show one brief; any unique beginning of its ID will do."""
    from briefs.export.json import record_of
    from briefs.export.markdown import to_markdown
    from tui.shell.output import print_text

    with open_library() as library:
        brief = library.brief(library.resolve(identifier))
    print_text(record_of(brief) if as_json else to_markdown(brief, article=article))


@click.command()
@click.argument("identifiers", nargs=-1, metavar="[ID...]")
@click.option("--query", metavar="Q", help="All briefs that match, instead of IDs.")
@click.option("--format", "format_", type=click.Choice(["md", "json"]), default="md", show_default=True, help="Format.")
@click.option("--output", metavar="PATH", help="A file, or a folder for one file each.")
@click.option("--article", is_flag=True, help="With the whole article (Markdown; JSON always holds it).")
@click.option("--force", is_flag=True, help="Write over files that exist.")
@library_option
def export(
    identifiers: tuple[str, ...], query: str | None, format_: Format, output: str | None, article: bool, force: bool
) -> int:
    """Export briefs to standard output or PATH, never over a file unless --force.

    JSON of one ID is one record; of several, or of a query, an array of records.
    """
    if bool(identifiers) == (query is not None):
        raise click.UsageError("Name IDs or give --query, one of the two.")
    from tui.files import export_to_folder, write_new
    from tui.shell.output import print_text, say

    with open_library() as library:
        ids = [library.resolve(one) for one in identifiers]
        if query is not None:
            with open_index(library) as index:
                ids = index.search(request_for(query, {}, snippets=False)).ids()
        found = [brief for _, brief in library.briefs(ids)]
    if not found:
        say("No brief matches.")
        return NOTHING_FOUND
    if output and (output.endswith(("/", os.sep)) or Path(output).is_dir()):
        for path in export_to_folder(found, format_, Path(output), article=article, force=force):
            say(f"Wrote {path}")
        return 0
    text = _exported(found, format_, article=article, single=len(identifiers) == 1)
    if output and output != "-":
        write_new(Path(output), text, force=force)
        say(f"Wrote {output}")
    else:
        print_text(text)
    return 0


def _exported(found: Sequence[Brief], format_: Format, *, article: bool, single: bool) -> str:
    from briefs.export import export_text
    from briefs.export.json import record_of

    if format_ == "json" and single:
        return record_of(found[0])
    return export_text(found, format_, article=article)
