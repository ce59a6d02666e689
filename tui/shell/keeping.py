"""Looking after the library: `remove`, `correct`, `reconvert`, `reindex` and `doctor`."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from typing import Any

import click

from tui.shell import completing
from tui.shell.codes import NOTHING_FOUND
from tui.shell.options import (
    catch_up,
    json_option,
    library_option,
    named_ids,
    open_library,
    own_tables,
    settings_in_force,
    worker_count,
    workers_option,
)


@click.command()
@click.argument("identifiers", nargs=-1, required=True, metavar="ID...", shell_complete=completing.ids)
@library_option
def remove(identifiers: tuple[str, ...]) -> None:
    """Remove briefs and their originals from the library. All IDs must be known, else nothing is removed.

    ID - reads the IDs from standard input, as `briefs list --ids` prints them.
    """
    from tui.shell.output import say

    with open_library() as library:
        ids = list(dict.fromkeys(library.resolve(one) for one in named_ids(identifiers)))
        rows = library.rows(ids)
        library.remove(ids)
        catch_up(library)
    for row in rows:
        say(f"Removed {row.id[:8]}  {row.title}")


_CORRECTIONS = {
    "title": "The right headline.",
    "published": "The right date, YYYY-MM-DD.",
    "publisher": "The right publisher.",
}


def _correction_options(command: Callable[..., Any]) -> Callable[..., Any]:
    for kind in ("country", "person", "company"):
        for verb, text in (("remove", f"A {kind} that is none of its own."), ("add", f"A {kind} that it lacks.")):
            command = click.option(f"--{verb}-{kind}", multiple=True, metavar="NAME", help=text)(command)
    for name, text in reversed(_CORRECTIONS.items()):
        command = click.option(f"--{name}", metavar="TEXT", help=text)(command)
    return command


@click.command()
@click.argument("identifier", metavar="ID", shell_complete=completing.ids)
@_correction_options
@click.option("--clear", is_flag=True, help="Take all corrections of this brief back.")
@library_option
def correct(identifier: str, clear: bool, **values: Any) -> None:
    """Correct what a brief says. Corrections stay through a reconversion."""
    if not clear and not any(values.values()):
        raise click.UsageError("Say what is wrong, for instance --title 'The right headline'.")
    from briefs.library import Correction
    from tui.settings import tables_in_force
    from tui.shell.output import say

    settings = settings_in_force()
    with open_library() as library:
        identifier = library.resolve(identifier)
        if clear:
            library.corrections.clear(identifier)
        if any(values.values()):
            library.corrections.correct(identifier, Correction(**values), lambda: tables_in_force(settings))
        catch_up(library)
        say(f"Corrected {identifier[:8]}  {library.rows([identifier])[0].title}")


@click.command()
@workers_option
@json_option
@library_option
def reconvert(workers: int | None, as_json: bool) -> int:
    """Make every brief anew from its original. Identifiers, marks and corrections stay; resumable.

    JSON is an array of what is another now: id, title, and changed, the names of the fields that differ.
    """
    from briefs.ingest import reconvert as reconvert_library
    from tui.shell.output import Bar, print_json, report_failures, say

    with open_library() as library, Bar("Reconverting") as bar:
        report = reconvert_library(library, workers=worker_count(workers), tables_folder=own_tables(), progress=bar)
        rows = {row.id: row for row in library.rows(list(report.changed))}
        catch_up(library)
    if as_json:
        print_json(
            [{"id": id_, "title": rows[id_].title, "changed": list(names)} for id_, names in report.changed.items()]
        )
    else:
        for id_, names in report.changed.items():
            say(f"Changed {id_[:8]}  {rows[id_].title}: {', '.join(names)}")
        say(f"{len(report.changed)} changed, {report.unchanged} unchanged, {len(report.failed)} failed.")
    report_failures(report.failed)
    return NOTHING_FOUND if report.failed else 0


@click.command()
@library_option
def reindex() -> None:
    """Build the search index anew from the library."""
    from search_index import Index
    from tui.shell.output import Bar, say

    with open_library() as library, closing(Index.open(library)) as index, Bar("Indexing") as bar:
        count = index.rebuild(bar.at)
    say(f"Indexed {count} briefs.")


@click.command()
@json_option
@library_option
def doctor(as_json: bool) -> int:
    """Compare library and index, and mend what can be mended. The exit code is 1 where something is left.

    JSON is an array: finding, a sentence, and whether it is mended.
    """
    from tui.shell.health import examine
    from tui.shell.output import Bar, print_json, say

    with open_library() as library, Bar("Indexing") as bar:
        findings = examine(library, bar.at)
    if as_json:
        print_json([{"finding": f.what, "mended": f.mended} for f in findings])
    else:
        for finding in findings:
            say(f"{finding.what} {'Mended.' if finding.mended else ''}".rstrip())
        if not findings:
            say("Library and index agree; nothing to mend.")
    return NOTHING_FOUND if any(not finding.mended for finding in findings) else 0
