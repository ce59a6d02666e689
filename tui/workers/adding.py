"""Articles into the library from inside the reader: converted in processes, so that the keys stay quick.

Knows no Textual.
"""

from __future__ import annotations

import shlex
import sys
from collections.abc import Callable, Sequence
from contextlib import redirect_stderr
from datetime import UTC, datetime
from multiprocessing import resource_tracker
from pathlib import Path
from urllib.parse import unquote, urlsplit

from briefs.gather import Failure, failure
from briefs.ingest import Progress, Report, add_all
from briefs.library import Added, Library
from briefs.model import Original
from briefs.readers import media_type_of
from briefs.workers import Task, convert_tasks

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
    """Add the text of an article, plain, Markdown or HTML. Raises SourceError where it is none."""
    data = text.encode(errors="replace")
    now = datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
    original = Original(data, media_type_of("", data), None, now)
    known = library.known(original)
    if known:
        return Report(known=known)
    _prepare_processes()
    added: list[Added] = []
    failed: list[Failure] = []
    for _, parts in convert_tasks([(None, Task(original))], workers=_AT_LEAST, tables_folder=tables_folder):
        for part in parts:
            if part.article is None or part.brief is None:
                failed.append(failure(PASTED, part.failure))
            else:
                added.append(
                    library.add(original, part.article, part.brief, PASTED, part=part.number, parts=len(parts))
                )
    return Report(tuple(a for a in added if a.new), tuple(a for a in added if not a.new), tuple(failed))
