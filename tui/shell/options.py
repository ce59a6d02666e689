"""Options that several commands share, and the library that they open."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Collection, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from tui.shell import completing
from tui.shell.numbers import WholeNumber

if TYPE_CHECKING:
    from briefs.library import Library
    from search_index import Index, Request
    from tui.settings import Settings

Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]


def _remember_library(context: click.Context, _parameter: click.Parameter, value: str | None) -> None:
    # The option may stand before the subcommand or after it; the one after it wins.
    if value is not None:
        context.find_root().meta["library"] = value


def library_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add --library to a command."""
    return click.option(
        "--library",
        metavar="DIR",
        expose_value=False,
        callback=_remember_library,
        shell_complete=completing.folders,
        help="The library's folder. Default: $BRIEFS_LIBRARY, or the platform's data folder.",
    )(command)


def workers_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add --workers to a command."""
    return click.option(
        "--workers", type=WholeNumber(1, 256), metavar="N", help="Processes that convert. Default: all cores."
    )(command)


def limit_option(default: int | None) -> Decorator:
    """Add --limit to a command; where it has no default, everything comes."""
    return click.option(
        "-n",
        "--limit",
        type=WholeNumber(1),
        default=default,
        show_default=default is not None,
        metavar="N",
        help=f"At most so many.{'' if default else ' Default: all.'}",
    )


def from_home(_context: click.Context, _parameter: click.Parameter, value: str | None) -> str | None:
    """Return a path with ~ as the person's home, which no shell has put there where it stood in quotation marks."""
    return value and os.path.expanduser(value)  # noqa: PTH111, a slash at the end means a folder and has to stay


def named_ids(words: tuple[str, ...]) -> list[str]:
    """Return the IDs that the words of a command name; - stands for those on standard input."""
    return [one for word in words for one in (_piped_ids() if word == "-" else (word,))]


def _piped_ids() -> list[str]:
    from briefs.errors import NotFoundError

    ids = sys.stdin.buffer.read().decode(errors="replace").split()
    if not ids:
        raise NotFoundError("Standard input holds no ID; `briefs list --ids` and `briefs search --ids` print some.")
    return ids


ids_option = click.option("--ids", "only_ids", is_flag=True, help="Print only the IDs, whole, one a line.")
json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON.")


def one_form(only_ids: bool, as_json: bool, facets: bool = False) -> None:
    """Refuse IDs alone together with what is to be printed otherwise."""
    if only_ids and (as_json or facets):
        raise click.UsageError("--ids prints IDs alone; leave it out, or --json and --facets.")


def filter_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the facets and the order to a command; several values of one facet mean any of them."""
    for option in reversed(
        (
            _filter("--country", "C", "Only about this country: KR or 'South Korea'.", completing.countries),
            _filter("--company", "C", "Only about this company.", completing.companies),
            _filter("--publisher", "P", "Only from this publisher.", completing.publishers),
            _filter("--month", "YYYY-MM", "Only of this month.", completing.months, _months),
            _filter("--tag", "T", "Only with this tag.", completing.tags),
        )
    ):
        command = option(command)
    return command


def since_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add --since to a command, which is given it as a term of its query."""
    return click.option(
        "--since",
        metavar="DATE",
        default="",
        callback=_since,
        help="Only from this day on: 2025-02-14, 2025-02, yesterday, 7d.",
    )(command)


def _since(_context: click.Context, _parameter: click.Parameter, value: str) -> str:
    if not value:
        return ""
    from datetime import date

    from search_index.queries.dates import FORMS, parse_date

    told = "-".join(value.replace(",", " ").split())
    if not told[:1].isalnum() or not parse_date(told, date.today()):  # what it means is asked again with the query
        raise click.BadParameter(f"{value!r} is no date; write {FORMS}.")
    return f"date:>={told}"


def _months(_context: click.Context, _parameter: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
    for value in values:
        if not re.fullmatch(r"[0-9]{4}-(0[1-9]|1[0-2])", value):
            raise click.BadParameter(f"{value!r} is no month; write it like 2025-02.")
    return values


def _filter(
    name: str, metavar: str, text: str, complete: completing.Completer, check: Callable[..., Any] | None = None
) -> Decorator:
    return click.option(name, multiple=True, metavar=metavar, help=text, shell_complete=complete, callback=check)


class QueryCommand(click.Command):
    """A command whose words are a query, in which `-word` and `-(a OR b)` leave out and are no options."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Keep from click what a minus begins and no option does."""
        options = {name for parameter in self.get_params(ctx) for name in parameter.opts}
        return super().parse_args(ctx, [_MINUS + a if _is_left_out(a, options) else a for a in args])


def _is_left_out(argument: str, options: Collection[str]) -> bool:
    if argument in options or argument[:1] != "-" or argument[1:2] in ("", "-"):
        return False
    # a number after a minus is more likely meant for an option, like the 5 of `--limit -5` and of `-n5`
    return not (argument[1:].isdigit() or (argument[:2] in options and argument[2:].isdigit()))


_MINUS = "\0"


def query_argument(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add QUERY to a command: all its words, whether the shell was given them as one or as several."""

    def joined(_context: click.Context, _parameter: click.Parameter, words: tuple[str, ...]) -> str:
        return " ".join(word.removeprefix(_MINUS) for word in words).strip()

    return click.argument(
        "query", nargs=-1, metavar="[QUERY]", callback=joined, shell_complete=completing.saved_searches
    )(command)


def settings_in_force() -> Settings:
    """Read the configuration, once for a command; what is wrong in it is said and passed over."""
    meta = click.get_current_context().find_root().meta
    if "settings" not in meta:
        from tui.settings import load_settings
        from tui.shell.output import complain

        meta["settings"] = load_settings()
        for problem in meta["settings"].problems:
            complain(problem)
    settings: Settings = meta["settings"]
    return settings


def chosen_library() -> Path:
    """Return the folder of the library that option, environment or configuration name."""
    from tui.settings import library_folder

    return library_folder(click.get_current_context().find_root().meta.get("library"), settings_in_force())


def is_library_named() -> bool:
    """Whether the command itself names the library: where it is not there, a name was mistyped."""
    return "library" in click.get_current_context().find_root().meta


def open_library(*, make: bool = False, quiet: bool = False) -> Library:
    """Open the library in force. Where there is none, `make` it and say so unless `quiet`, or raise LibraryError."""
    from briefs.library import Library
    from briefs.library.database import FILE_NAME

    folder = chosen_library()
    is_new = make and not quiet and not (folder / FILE_NAME).exists()
    library = Library.open(folder, create=make)
    if is_new:
        from tui.shell.output import say

        say(f"A new library was made in {folder}.")
    return library


@contextmanager
def open_index(library: Library) -> Iterator[Index]:
    """Open the index of `library`, caught up where it can be written, and close it in the end."""
    from briefs.errors import LibraryError
    from search_index import Index
    from tui.settings import tables_in_force
    from tui.shell.output import complain

    settings = settings_in_force()
    with closing(Index.open(library, tables=lambda: tables_in_force(settings))) as index:
        try:
            index.catch_up()
        except LibraryError as error:
            complain(f"{error} What has changed since it was last written is not found.")
        yield index


def catch_up(library: Library) -> None:
    """Let the index take in what a command has changed. Raises LibraryError."""
    from search_index import Index

    with closing(Index.open(library)) as index:
        index.catch_up()


def own_tables() -> Path | None:
    """Return the folder of the person's own tables, where there is one."""
    from tui.settings import tables_folder

    return tables_folder(settings_in_force())


def worker_count(workers: int | None) -> int:
    """Return how many processes to convert with: as the option says, else as the settings in force do."""
    from tui import settings

    return settings.worker_count(settings_in_force(), workers)


def request_for(query: str, filters: dict[str, tuple[str, ...]], **options: Any) -> Request:
    """Return the request for a query, the facets' options, and what else is given."""
    from search_index import Request

    plural = {
        "country": "countries",
        "company": "companies",
        "publisher": "publishers",
        "month": "months",
        "tag": "tags",
    }
    chosen: dict[str, Any] = {plural[name]: values for name, values in filters.items()}
    # As in the query language, a country or company counts wherever it is named; the screen's facets count main ones.
    return Request(text=query, mentioned=True, **chosen, **options)
