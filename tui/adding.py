"""Articles into the library from inside the reader: converted in processes, so that the keys stay quick.

Knows no Textual.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from contextlib import redirect_stderr
from datetime import UTC, datetime
from multiprocessing import resource_tracker
from pathlib import Path

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


def add_sources(
    library: Library,
    sources: Sequence[str],
    *,
    workers: int,
    tables_folder: Path | None = None,
    progress: Callable[[Progress], None] | None = None,
) -> Report:
    """Add files, folders and patterns; what fails is listed, the rest is kept."""
    _prepare_processes()
    workers = max(workers, _AT_LEAST)
    return add_all(library, sources, workers=workers, tables_folder=tables_folder, progress=progress)


def add_text(library: Library, text: str, *, tables_folder: Path | None = None) -> Report:
    """Add the text of an article, plain, Markdown or HTML. Raises SourceError where it is none."""
    data = text.encode(errors="replace")
    now = datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
    original = Original(data, media_type_of("", data), None, now)
    known = library.known_articles(original)
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
