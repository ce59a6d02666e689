"""Articles in: `demo`, `add` and `convert`."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tui.shell import completing, streams
from tui.shell.codes import NOTHING_FOUND
from tui.shell.options import (
    from_home,
    json_option,
    library_option,
    open_library,
    own_tables,
    settings_in_force,
    worker_count,
    workers_option,
)

if TYPE_CHECKING:
    from briefs.model import Brief


@click.command()
@workers_option
def demo(workers: int | None) -> None:
    """Open the reader on five bundled articles. Their library is thrown away; in a pipe, they come as Markdown."""
    import tempfile

    from briefs.ingest import add_all
    from briefs.library import Library
    from briefs.samples import sample_paths

    with tempfile.TemporaryDirectory(prefix="briefs-demo-") as folder:
        with Library.open(Path(folder)) as library:
            # A few articles are converted sooner here than two processes have started.
            report = add_all(library, [str(path) for path in sample_paths()], workers=workers or 1)
            if streams.no_reader(os.environ):
                from briefs.export import export_text
                from tui.shell.output import print_text

                print_text(export_text([brief for _, brief in library.briefs(library.ids())], "md"))
        if report.failed:
            raise click.ClickException(report.failed[0].message)
        if not streams.no_reader(os.environ):
            from tui.process.start import open_reader

            open_reader(Path(folder), settings_in_force())


@click.command()
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...", shell_complete=completing.files)
@click.option("-q", "--quiet", is_flag=True, help="Say only what failed.")
@workers_option
@json_option
@library_option
def add(sources: tuple[str, ...], quiet: bool, workers: int | None, as_json: bool) -> int:
    """Add articles to the library. SOURCE is a path, a folder, a glob, or - for standard input.

    What the library has already is left as it is. A source that fails does not stop the others.

    JSON is an array of what was added or known already: id, title, new, source.
    """
    from briefs.ingest import add_all
    from tui.shell.output import Bar, print_json, report_added, report_failures, report_sums, say

    with open_library(make=True, quiet=quiet) as library, Bar("Adding", quiet=quiet) as bar:
        before = library.count()
        try:
            report = add_all(library, sources, workers=worker_count(workers), tables_folder=own_tables(), progress=bar)
        except KeyboardInterrupt:
            kept = library.count() - before
            say(f"Interrupted; added so far and kept: {kept:,}. The same command adds the others.")
            raise
    if as_json:
        print_json(
            [
                {"id": one.id, "title": one.title, "new": one.new, "source": one.source}
                for one in (*report.added, *report.known)
            ]
        )
    elif not quiet:
        report_added(report.added, report.known)
    report_failures(report.failed)
    if not (quiet or as_json):
        report_sums(report)
    return NOTHING_FOUND if report.failed else 0


@click.command()
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...", shell_complete=completing.files)
@click.option(
    "-o",
    "--output",
    type=click.Path(file_okay=False),
    metavar="DIR",
    callback=from_home,
    help="Write NAME.json per article there.",
)
@click.option("--force", is_flag=True, help="Write over files that exist.")
@workers_option
@json_option
def convert(sources: tuple[str, ...], output: str | None, force: bool, workers: int | None, as_json: bool) -> int:
    """Convert articles without a library. They come as Markdown, as JSON (--json), or as files (--output).

    JSON is an array of records, those of `briefs show --json`.
    """
    if output and as_json:
        raise click.UsageError("--output and --json exclude each other: files hold JSON already.")
    from briefs.ingest import Failure, convert_all
    from tui.exports.files import RecordFolder
    from tui.shell.output import Bar, print_text, report_failures

    if output == "-":
        raise click.UsageError("--output takes a folder; without it, the briefs go to standard output.")
    folder = RecordFolder(Path(output), force) if output else None
    done: list[Brief] = []  # without its original and article: of ten thousand, they would fill the memory
    failed: list[Failure] = []
    with Bar("Converting") as bar:
        for one in convert_all(sources, workers=worker_count(workers), tables_folder=own_tables(), progress=bar):
            if isinstance(one, Failure):
                failed.append(one)
            elif folder:
                failed += folder.write(one)
            else:
                done.append(one.brief)
    if not folder and (done or as_json):
        from briefs.export import export_text

        print_text(export_text(done, "json" if as_json else "md"))
    report_failures(failed)
    return NOTHING_FOUND if failed else 0
