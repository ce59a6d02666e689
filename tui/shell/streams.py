"""The standard streams as a shell may leave them: closed, full, in an old encoding, with or without colour."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Mapping
from pathlib import Path


def prepare() -> None:
    """Open the streams that were closed, before the library's file takes their place, and let no letter stop us."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open(mode, encoding="utf-8"))  # noqa: SIM115, until the end
    if isinstance(sys.stdout, io.TextIOWrapper) and not speaks_unicode():
        sys.stdout.reconfigure(errors="replace")


def speaks_unicode() -> bool:
    """Tell whether stdout can say everything."""
    return (sys.stdout.encoding or "").lower().replace("-", "").startswith("utf")


def no_reader(environment: Mapping[str, str]) -> str | None:
    """Return why the reader cannot be opened here, in a sentence; None where it can."""
    instead = "see `briefs list`, `briefs search` and `briefs show`."
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        return f"The reader needs a terminal; for pipes {instead}"
    if environment.get("TERM") == "dumb":
        return f"This terminal only prints lines (TERM is dumb), which is too little for the reader; {instead}"
    return None


def drop_output() -> None:
    """Let what could not be written go nowhere, so that Python does not try again when it ends."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)


def colour(environment: Mapping[str, str]) -> bool | None:
    """Return what a person wishes about colours (https://no-color.org, https://force-color.org); None: as may be."""
    if environment.get("NO_COLOR"):
        return False
    return True if environment.get("FORCE_COLOR") else None
