"""What `briefs` can be told: the group of its subcommands. Each imports what it needs when it runs."""

from __future__ import annotations

import os
import sys

import click

from briefs.version import __version__
from tui.shell import streams
from tui.shell.codes import INTERRUPTED
from tui.shell.completing import completion
from tui.shell.configuring import config
from tui.shell.finding import list_, related, search
from tui.shell.gathering import add, convert, demo
from tui.shell.giving import export, show
from tui.shell.keeping import correct, doctor, reconvert, reindex, remove
from tui.shell.marking import mark
from tui.shell.options import chosen_library, is_library_named, library_option, settings_in_force
from tui.shell.serving import serve


@click.group(
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Exit codes: 0 done; 1 some sources failed, or nothing was found; 2 usage; 3 the library cannot be used; "
    "130 interrupted; 143 told to end.",
)
@library_option
@click.version_option(__version__, "-V", "--version", prog_name="briefs")
@click.pass_context
def briefs(context: click.Context) -> None:
    """Read the news of companies and countries as briefs, with the evidence for every statement.

    Without a command, opens the reader.
    """
    context.color = streams.colour(os.environ)
    if context.invoked_subcommand is None:
        if problem := streams.no_reader(os.environ):
            raise click.UsageError(problem)
        from tui.process.start import open_reader

        open_reader(chosen_library(), settings_in_force(), create=not is_library_named())


_READING = (list_, search, related, show, export, serve, demo)
_KEEPING = (add, convert, mark, remove, correct, reconvert, reindex, doctor)
for _command in (*_READING, *_KEEPING, config, completion):
    briefs.add_command(_command)


def run(arguments: list[str] | None) -> int:
    """Run the command and return its exit code; what is wrong with the words of the command is said on stderr."""
    stdout = sys.stdout
    try:
        return int(briefs.main(args=arguments, prog_name="briefs", standalone_mode=False) or 0)
    except click.exceptions.Abort:
        return INTERRUPTED
    except click.ClickException as error:
        from tui.shell.output import complain

        context = getattr(error, "ctx", None)
        hint = f" See `{context.command_path} --help`." if context else ""
        said = " ".join(error.format_message().split())
        complain(f"{said}{'' if said.endswith(('.', '?', '?)')) else '.'}{hint}")
        return error.exit_code
    except SystemExit:
        # Click ends so where whoever read us has seen enough, and puts a harmless stdout in its place.
        if sys.stdout is not stdout:
            return 0
        raise
