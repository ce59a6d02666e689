"""The reader in a browser: `serve`."""

from __future__ import annotations

import click

from tui.shell.numbers import WholeNumber
from tui.shell.options import chosen_library, is_library_named, library_option


@click.command()
@click.option(
    "--port",
    type=WholeNumber(0, 65535),
    default=8000,
    show_default=True,
    metavar="N",
    help="Port on 127.0.0.1; 0 takes any free one.",
)
@library_option
def serve(port: int) -> None:
    """Open the reader in a browser. Prints an address that works on this machine only, until ctrl+c.

    The address holds a secret, so that other users of the machine cannot open it. Each tab is a reader of its own on
    the same library.
    """
    import asyncio

    from briefs.library import Library
    from tui.browser.server import ReaderServer, listen
    from tui.shell.output import say

    folder = chosen_library()
    Library.open(folder, create=not is_library_named()).close()  # what is wrong is said here, not in the browser
    with listen(port) as listening:
        server = ReaderServer(folder, listening.getsockname()[1])

        def started() -> None:
            click.echo(server.address)
            say(f"The reader on {folder} is at this address; ctrl+c ends it.")

        asyncio.run(server.run(listening, started))
