"""The `briefs` command. Each subcommand imports what it needs when it runs, so that `briefs --help` stays quick.

Exit codes: 0 done; 1 some sources failed, or nothing was found; 2 usage; 3 the library cannot be used; 130 interrupted.
"""

from __future__ import annotations

import os
import sys

import click

from briefs.version import __version__
from tui.shell import streams
from tui.shell.completing import completion
from tui.shell.configuring import config
from tui.shell.finding import list_, related, search
from tui.shell.gathering import add, convert, demo
from tui.shell.giving import export, show
from tui.shell.keeping import correct, doctor, reconvert, reindex, remove
from tui.shell.options import (
    INTERRUPTED,
    LIBRARY_UNUSABLE,
    NOTHING_FOUND,
    USAGE,
    chosen_library,
    library_option,
    settings_in_force,
)
from tui.shell.serving import serve


@click.group(
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Exit codes: 0 done; 1 some sources failed, or nothing was found; 2 usage; 3 the library cannot be used; "
    "130 interrupted.",
)
@library_option
@click.version_option(__version__, prog_name="briefs")
@click.pass_context
def briefs(context: click.Context) -> None:
    """Read the news of companies and countries as briefs, with the evidence for every statement.

    Without a command, opens the reader.
    """
    context.color = streams.colour(os.environ)
    if context.invoked_subcommand is None:
        if not sys.stdout.isatty():
            raise click.UsageError("The reader needs a terminal; see `briefs list` and `briefs show` for pipes.")
        from tui.app import run_app

        run_app(chosen_library(), settings_in_force())


_READING = (list_, search, related, show, export, serve, demo)
_KEEPING = (add, convert, remove, correct, reconvert, reindex, doctor)
for _command in (*_READING, *_KEEPING, config, completion):
    briefs.add_command(_command)


def main(arguments: list[str] | None = None) -> int:
    """Run the command and return its exit code; every error of a person's making is one sentence on stderr."""
    from briefs.errors import AmbiguousError, BriefsError, LibraryError, QueryError, UsageError
    from tui.shell.output import complain

    streams.prepare()
    stdout = sys.stdout
    try:
        code = briefs.main(args=arguments, prog_name="briefs", standalone_mode=False)
        sys.stdout.flush()
        return int(code or 0)
    except click.exceptions.Abort:
        return INTERRUPTED
    except KeyboardInterrupt:
        return INTERRUPTED
    except click.ClickException as error:
        context = getattr(error, "ctx", None)
        hint = f" See `{context.command_path} --help`." if context else ""
        complain(error.format_message() + hint)
        return error.exit_code
    except SystemExit:
        # Click ends so where whoever read us has seen enough, and puts a harmless stdout in its place.
        if sys.stdout is not stdout:
            return 0
        raise
    except QueryError as error:
        complain(f"{error} (At character {error.start + 1} of the query.)" if error.end else str(error))
        return USAGE
    except BriefsError as error:
        complain(str(error))
        if isinstance(error, LibraryError):
            return LIBRARY_UNUSABLE
        return USAGE if isinstance(error, (UsageError, AmbiguousError)) else NOTHING_FOUND
    except BrokenPipeError:
        streams.drop_output()
        return 0
    except OSError as error:
        streams.drop_output()
        complain(f"{error.filename or 'The output'} cannot be read or written: {error.strerror}.")
        return NOTHING_FOUND


if __name__ == "__main__":
    sys.exit(main())
