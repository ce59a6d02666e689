"""The `briefs` command: where it begins and how it ends. What it can be told stands in `tui/shell`.

Exit codes: 0 done; 1 some sources failed, or nothing was found; 2 usage; 3 the library cannot be used; 130 interrupted;
143 told to end.
"""

from __future__ import annotations

import os
import sys

from tui.shell import streams
from tui.shell.codes import INTERRUPTED, LIBRARY_UNUSABLE, NOTHING_FOUND, USAGE


def main(arguments: list[str] | None = None) -> int:
    """Run the command and return its exit code; every error of a person's making is one sentence on stderr."""
    from briefs.errors import AmbiguousError, BriefsError, LibraryError, QueryError, UsageError

    streams.prepare()
    try:
        code = 0
        if _only_reads(sys.argv[1:] if arguments is None else arguments):
            from tui.process.start import open_reader

            open_reader()
        else:
            from tui.shell.program import run

            code = run(arguments)
        sys.stdout.flush()
        return code
    except KeyboardInterrupt:
        return INTERRUPTED
    except QueryError as error:
        _complain(f"{error} (At character {error.start + 1} of the query.)" if error.end else str(error))
        return USAGE
    except BriefsError as error:
        _complain(str(error))
        if isinstance(error, LibraryError):
            return LIBRARY_UNUSABLE
        return USAGE if isinstance(error, (UsageError, AmbiguousError)) else NOTHING_FOUND
    except BrokenPipeError:
        streams.drop_output()
        return 0
    except OSError as error:
        streams.drop_output()
        _complain(f"{error.filename or 'The output'} cannot be read or written: {error.strerror}.")
        return NOTHING_FOUND


def _only_reads(arguments: list[str]) -> bool:
    """Whether this is `briefs` alone in a terminal; the reader then opens without waiting for the commands."""
    return not arguments and not streams.no_reader(os.environ) and "_BRIEFS_COMPLETE" not in os.environ


def _complain(message: str) -> None:
    from tui.shell.output import complain

    complain(message)


if __name__ == "__main__":
    sys.exit(main())
