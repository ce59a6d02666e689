"""Articles into the library from inside the reader: converted in processes, so that the keys stay quick.

Knows no Textual.
"""

from __future__ import annotations

import shlex
import sys
from collections.abc import Callable, Sequence
from contextlib import redirect_stderr
from multiprocessing import resource_tracker
from pathlib import Path
from urllib.parse import unquote, urlsplit

from briefs.gather import Gathered
from briefs.ingest import Progress, Report, add_all, add_gathered
from briefs.library import Library
from briefs.model import Original
from briefs.readers import media_type_of

PASTED = "pasted text"
_AT_LEAST = 2  # with one worker the conversion would share this process with the keys


def _prepare_processes() -> None:
    """Start what keeps track of worker processes while standard error is a real file.

    Textual puts a capture without a file number in its place, which the start of a process would stumble over.
    """
    with redirect_stderr(sys.__stderr__):
        resource_tracker.ensure_running()


def sources_in(text: str) -> list[str]:
    """Return the files, folders or patterns that a line names.

    A path may stand as it is, or as terminals write files that are dropped on them: between quotation marks, with a
    backslash before a space, as a file: address, several after each other.
    """
    text = text.strip()
    if _is_there(text):
        return [_no_stream(text)]
    try:
        parts = shlex.split(text)
    except ValueError:  # a quotation mark that is part of a name
        parts = [text]
    parts = [unquote(urlsplit(part).path) if part.lower().startswith("file://") else part for part in parts]
    several = len(parts) > 1 and not any(sign in text for sign in "'\"\\")
    if not parts or (several and not all(map(_is_there, parts))):
        parts = [text]
    return [_no_stream(part) for part in parts]


def _is_there(text: str) -> bool:
    try:
        return Path(text).expanduser().exists()
    except (OSError, RuntimeError, ValueError):  # too long, a home that nobody has, a null: no path at any rate
        return False


def _no_stream(source: str) -> str:
    """Return a source that is never the standard input, which the screen itself reads."""
    return "./-" if source == "-" else source


def add_sources(
    library: Library,
    sources: Sequence[str],
    *,
    workers: int,
    tables_folder: Path | None = None,
    progress: Callable[[Progress], None] | None = None,
) -> Report:
    """Add what lines name, see `sources_in`; what fails is listed, the rest is kept."""
    sources = [source for text in sources for source in sources_in(text)]
    _prepare_processes()
    workers = max(workers, _AT_LEAST)
    return add_all(library, sources, workers=workers, tables_folder=tables_folder, progress=progress)


def add_text(library: Library, text: str, *, tables_folder: Path | None = None) -> Report:
    """Add the text of an article, plain, Markdown or HTML; where it is none, the report says why."""
    data = text.encode(errors="replace")
    pasted = Gathered(PASTED, PASTED, Original(data, media_type_of("", data)))
    _prepare_processes()
    return add_gathered(library, [pasted], 1, workers=_AT_LEAST, tables_folder=tables_folder)
