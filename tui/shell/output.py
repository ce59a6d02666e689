"""What the command line prints: data to stdout, narration to stderr, text from outside made safe for a terminal."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Collection, Iterable, Sequence
from typing import TYPE_CHECKING, Any

import click

from briefs.text import displayable, squash
from tui.shell.streams import speaks_unicode

if TYPE_CHECKING:
    from pathlib import Path

    from briefs.ingest import Failure, Progress, Report
    from briefs.library import Added, Library, Row
    from search_index import Hit, Results


_NAMED = ("title", "company", "person", "org", "source", "publisher")  # what a hit can match in beside the body
_FACET_VALUES = 10  # of each facet are printed
_AT_A_GLANCE = 5  # lines


def say(message: str) -> None:
    """Tell the person something on stderr."""
    click.echo(displayable(message), err=True)


def complain(message: str) -> None:
    """Report an error in one sentence on stderr."""
    say(f"briefs: {message}")


def none_found(library: Library) -> str:
    """Return what is said where nothing was found: that nothing matches, or that there is nothing that could."""
    if library.count():
        return "No brief matches."
    return f"The library in {library.folder} has no briefs yet: `briefs add SOURCE` adds some."


def print_json(value: Any) -> None:
    """Print `value` as indented JSON; text keeps its script where the terminal knows it."""
    click.echo(json.dumps(value, ensure_ascii=not speaks_unicode(), indent=2))


def print_text(text: str) -> None:
    """Print a document as it is, apart from what a terminal could obey."""
    click.echo(displayable(text).replace("\ufffd\n", "\n"), nl=not text.endswith("\n"))


def print_pieces(pieces: Iterable[str]) -> None:
    """Print the pieces of a file as that file's bytes, apart from what a terminal could obey; lines end as they do."""
    for piece in pieces:
        click.echo("\r\n".join(map(displayable, piece.split("\r\n"))).encode(), nl=False)


def row_record(row: Row) -> dict[str, Any]:
    """Return what the JSON of a list tells of a brief."""
    return {
        "id": row.id,
        "title": row.title,
        "published": row.published,
        "publisher": row.publisher,
        "gist": row.gist,
        "language": row.language,
        "countries": list(row.countries),
        "companies": list(row.companies),
        "added": row.added,
        "words": row.words,
        "read": row.read,
        "starred": row.starred,
        "tags": list(row.tags),
        "unsure": list(row.unsure),
    }


def hit_record(hit: Hit) -> dict[str, Any]:
    """Return what the JSON of a search tells of a hit: the row, its score, why it matched, the snippet."""
    record = row_record(hit.row) | {"score": round(hit.score, 4), "field": hit.field}
    if hit.also:
        record |= {"publishers": hit.publishers, "also": [_retelling(row) for row in hit.also]}
    if hit.snippet:
        record["snippet"] = {"text": hit.snippet.text, "marks": [[m.start, m.end] for m in hit.snippet.marks]}
    return record


def _retelling(row: Row) -> dict[str, Any]:
    return {"id": row.id, "title": row.title, "published": row.published, "publisher": row.publisher}


def print_ids(rows: Iterable[Row]) -> None:
    """Print a line a brief: its whole identifier, for the next command."""
    for row in rows:
        click.echo(row.id)


def print_rows(rows: Iterable[Row]) -> None:
    """Print a line a brief: short id, date, countries, title; cut to the terminal's width, whole in a pipe."""
    for row in rows:
        countries = " ".join(row.countries[:3])
        line = f"{row.id[:8]}  {_date(row):11} {countries:8}  {_title(row)}"
        click.echo(_fitted(displayable(line)))


def print_hits(hits: Iterable[Hit], new: Collection[str] = ()) -> None:
    """Print three lines a hit: its title, what it is and where it matched, and the words; `new` ones say so."""
    for hit in hits:
        row = hit.row
        about = [
            row.id[:8],
            _date(row),
            row.publisher or "",
            _retold(hit),
            _place(hit.field),
        ]
        fresh = click.style("new  ", fg="green", bold=True) if row.id in new else ""
        click.echo(f"{fresh}{click.style(displayable(_title(row)), bold=True)}")
        click.echo("  " + displayable("  ".join(squash(text) for text in about if text)))
        if hit.snippet and not _repeats_title(hit):
            click.echo(f"  {_marked(hit)}")
        elif row.gist:
            click.echo(f"  {displayable(squash(row.gist))}")


def _repeats_title(hit: Hit) -> bool:
    return hit.field == "title" and hit.snippet is not None and hit.snippet.text.strip("…") in hit.row.title


def _title(row: Row) -> str:
    return squash(row.title) + (" (unsure)" if "title" in row.unsure else "")


def _date(row: Row) -> str:
    return (row.published or "")[:10] + ("?" if "published" in row.unsure else "")


def _place(field: str) -> str:
    """Return where a hit matched, in words; nothing for the body, which is what one expects."""
    if field in ("", "body"):
        return ""
    return f"in {field}" if field in _NAMED else f"a figure in {field}"


def _retold(hit: Hit) -> str:
    if not hit.also:
        return ""
    times = "once" if len(hit.also) == 1 else f"{len(hit.also)} times"
    return f"retold {times}, {hit.publishers} publishers" if hit.publishers > 1 else f"retold {times}"


def print_facets(results: Results) -> None:
    """Print the counts of every facet asked for that has some, the first ten of each."""
    for name, counts in results.facets.items():
        if counts:
            click.echo(f"\n{name}")
        for count in counts[:_FACET_VALUES]:
            click.echo(f"  {count.count:6}  {displayable(squash(count.label))}")
        if len(counts) > _FACET_VALUES:
            click.echo(f"          {len(counts) - _FACET_VALUES:,} more; --json has all")


def facet_records(results: Results) -> dict[str, list[dict[str, Any]]]:
    """Return the facets for JSON."""
    return {
        name: [{"value": c.value, "label": c.label, "count": c.count} for c in counts]
        for name, counts in results.facets.items()
    }


def report_failures(failures: Sequence[Failure]) -> None:
    """Say of every source that failed what happened, in the sentence that the failure brought."""
    for failure in failures:
        complain(failure.message)


def report_added(added: Sequence[Added], known: Sequence[Added]) -> None:
    """Say what was added and what the library had already."""
    for one in added:
        say(f"Added {one.id[:8]}  {squash(one.title)}")
    for one in known:
        say(f"Known {one.id[:8]}  {squash(one.title)} (from {one.source}; nothing changed)")


def report_written(paths: Sequence[Path]) -> None:
    """Say which files were written, or where and how many."""
    if len(paths) > _AT_A_GLANCE:
        say(f"Wrote {len(paths):,} files to {paths[0].parent}")
        return
    for path in paths:
        say(f"Wrote {path}")


def report_sums(report: Report) -> None:
    """Say how many were added, known and failed, where there were more than one sees at a glance."""
    added, known, failed = len(report.added), len(report.known), len(report.failed)
    if added + known + failed > _AT_A_GLANCE:
        say(f"{added:,} added, {known:,} known already, {failed:,} failed.")


class Bar:
    """A progress bar on stderr where that is a terminal, silence elsewhere; a context manager, called with Progress."""

    def __init__(self, label: str, *, quiet: bool = False) -> None:
        self._label = label
        self._shown = sys.stderr.isatty() and not quiet
        self._progress: Any = None
        self._task: Any = None

    def __enter__(self) -> Bar:
        if self._shown:
            from rich.console import Console
            from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
            from rich.progress import Progress as RichProgress

            self._progress = RichProgress(
                TextColumn("{task.description}", markup=False),
                BarColumn(),
                MofNCompleteColumn(),
                TimeRemainingColumn(),
                console=Console(stderr=True),
                transient=True,
            )
            self._progress.start()
            self._task = self._progress.add_task(self._label, total=None)
        return self

    def __exit__(self, *_: object) -> None:
        if self._progress:
            self._progress.stop()

    def __call__(self, progress: Progress) -> None:
        """Show how far a list of sources is."""
        self.at(progress.done, progress.total)

    def at(self, done: int, total: int | None) -> None:
        """Show how far the work is."""
        if self._progress:
            self._progress.update(self._task, completed=done, total=total)


def _fitted(line: str) -> str:
    if not sys.stdout.isatty():
        return line
    from rich.cells import cell_len, set_cell_size

    width = shutil.get_terminal_size().columns
    return line if cell_len(line) <= width else set_cell_size(line, width - 1) + "…"


def _marked(hit: Hit) -> str:
    snippet = hit.snippet
    if snippet is None:
        return ""
    pieces: list[str] = []
    position = 0
    for mark in snippet.marks:
        pieces.append(displayable(snippet.text[position : mark.start]))
        word = displayable(snippet.text[mark.start : mark.end])
        pieces.append(click.style(word, fg="yellow", bold=True))
        position = mark.end
    pieces.append(displayable(snippet.text[position:]))
    return "".join(pieces).replace("\n", " ")


def print_saved(records: Iterable[dict[str, Any]]) -> None:
    """Print a line a saved search: how much is new, how much there is, its name, the query."""
    for record in records:
        new = click.style(f"{record['new']:6,} new", fg="green", bold=True) if record["new"] else " " * 10
        name, query = (displayable(squash(record[key])) for key in ("name", "query"))
        click.echo(f"{new}  {record['total']:6,}  @{name}  {query}")
