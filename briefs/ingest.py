"""Sources in, briefs out: gathered, converted in parallel, added to a library, with a report; for shell and screen."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

import msgspec

from briefs.errors import LibraryError, NotFoundError
from briefs.gather import Failure, Gathered, Place, failure, gather, places, read_place
from briefs.library import Added, Library
from briefs.model import Article, Brief, MadeBy, Original
from briefs.version import CONVERTER
from briefs.workers import Part, Task, convert_tasks, tables_in

__all__ = [
    "Converted",
    "Failure",
    "Gathered",
    "Progress",
    "ReconvertReport",
    "Report",
    "add_all",
    "add_gathered",
    "convert_all",
    "gather",
    "reconvert",
]


class Progress(NamedTuple):
    """How far the work is: `done` of `total` sources, the last of them being `source`."""

    done: int
    total: int | None
    source: str


class Converted(NamedTuple):
    """An article with its brief: number `part` of the `parts` that its original holds."""

    source: str
    name: str
    original: Original
    article: Article
    brief: Brief
    part: int = 0
    parts: int = 1


class Report(NamedTuple):
    """What became of the sources, in their order."""

    added: tuple[Added, ...] = ()
    known: tuple[Added, ...] = ()
    failed: tuple[Failure, ...] = ()


class ReconvertReport(NamedTuple):
    """What a new conversion changed: for each brief that is another now, the names of the fields that differ."""

    changed: dict[str, tuple[str, ...]]
    unchanged: int
    failed: tuple[Failure, ...] = ()


Watch = Callable[[Progress], None] | None


def convert_all(
    sources: Iterable[str], *, workers: int, tables_folder: Path | None = None, progress: Watch = None
) -> Iterator[Converted | Failure]:
    """Yield the briefs of `sources`, or why there is none, in the order of the sources whatever the number of workers.

    Raises UsageError where the user's own tables, in `tables_folder`, are not of their form.
    """
    found = list(places(sources))
    items = ((item, _task(item)) for item in map(_read, found))
    hands = _hands(workers, len(found))
    with closing(convert_tasks(items, workers=hands, tables_folder=tables_folder)) as converted:
        for done, (item, parts) in enumerate(converted, start=1):
            yield from _results(item, parts)
            if progress:
                progress(Progress(done, len(found), item.source))


def add_all(
    library: Library,
    sources: Iterable[str],
    *,
    workers: int,
    tables_folder: Path | None = None,
    progress: Watch = None,
) -> Report:
    """Convert `sources` and keep the briefs, each in a transaction of its own; bytes known already are not converted.

    An interruption keeps what was added until then.
    """
    found = list(places(sources))
    gathered = map(_read, found)
    return add_gathered(library, gathered, len(found), workers=workers, tables_folder=tables_folder, progress=progress)


def add_gathered(
    library: Library,
    gathered: Iterable[Gathered | Failure],
    total: int,
    *,
    workers: int,
    tables_folder: Path | None = None,
    progress: Watch = None,
) -> Report:
    """Do as `add_all` with `total` originals that are gathered already, or as they come."""
    added: list[Added] = []
    known: list[Added] = []
    failed: list[Failure] = []

    def items() -> Iterator[tuple[Gathered | Failure | tuple[Added, ...], Task | None]]:
        for item in gathered:
            same = library.known(item.original) if isinstance(item, Gathered) else ()
            if same:
                yield tuple(msgspec.structs.replace(a, source=item.source) for a in same), None
            else:
                yield item, _task(item)

    hands = _hands(workers, total)
    with closing(convert_tasks(items(), workers=hands, tables_folder=tables_folder)) as converted:
        for done, (item, parts) in enumerate(converted, start=1):
            if not isinstance(item, (Gathered, Failure)):
                known += item
                source = item[0].source
            else:
                source = item.source
                for result in _results(item, parts):
                    if isinstance(result, Failure):
                        failed.append(result)
                    else:
                        kept = _add(library, result)
                        (added if kept.new else known).append(kept)
            if progress:
                progress(Progress(done, total, source))
    return Report(tuple(added), tuple(known), tuple(failed))


def reconvert(
    library: Library,
    *,
    workers: int,
    tables_folder: Path | None = None,
    progress: Watch = None,
    everything: bool = False,
) -> ReconvertReport:
    """Make briefs anew from their originals; identifiers, marks and corrections stay.

    These are the briefs that another converter or other tables made; where there are none, or so wished, all of them.
    Each is kept as soon as it is made, and what was interrupted goes on where it stopped.
    """
    made_by = MadeBy(CONVERTER, tables_in(tables_folder).digest)
    old = [] if everything else library.made_otherwise(made_by)
    run = "" if old else f"{made_by.converter} {made_by.tables} "
    if run:
        earlier = library.state.get(_RUN) or ""
        stopped_at = earlier.removeprefix(run) if earlier.startswith(run) else ""
        old = [identifier for identifier in sorted(library.ids()) if identifier > stopped_at]
    changed: dict[str, tuple[str, ...]] = {}
    failed: list[Failure] = []

    def items() -> Iterator[tuple[str, Task | None]]:
        for identifier in old:
            try:
                task = Task(library.original(identifier), library.part(identifier), identifier)
            except NotFoundError:  # removed meanwhile, by another process or hand
                task = None
            yield identifier, task

    with closing(convert_tasks(items(), workers=workers, tables_folder=tables_folder)) as converted:
        for done, (identifier, parts) in enumerate(converted, start=1):
            for part in parts:
                if part.brief is None:
                    failed.append(failure(identifier, part.failure))
                else:
                    differences = _replaced(library, identifier, part.brief)
                    if differences:
                        changed[identifier] = differences
            if run and done % _STEP == 0:
                library.state.set(_RUN, run + identifier)
            if progress:
                progress(Progress(done, len(old), identifier))
    if run:
        library.state.set(_RUN, None)
    return ReconvertReport(changed, library.count() - len(changed) - len(failed), tuple(failed))


_RUN = "reconvert"  # under this key the library remembers how far a conversion of everything has come
_STEP = 20  # briefs between two such notes


def _replaced(library: Library, identifier: str, brief: Brief) -> tuple[str, ...]:
    """Put `brief` in the place of the one before it and return the names of the fields that differ."""
    try:
        before = library.uncorrected(identifier)
    except NotFoundError:
        return ()
    except LibraryError:  # damaged: it is here that it is mended
        before = None
    try:
        differ = library.replace(identifier, brief)
    except NotFoundError:
        return ()
    if before is None:
        return tuple(field for field in Brief.__struct_fields__ if field not in _NOT_SAID)
    return _differences(before, brief) if differ else ()


def _hands(workers: int, originals: int) -> int:
    """Return how many processes are worth while: a single original is done here before another process has begun.

    Beside other threads it is not: whoever reads on the screen meanwhile would wait for every word.
    """
    alone = threading.current_thread() is threading.main_thread()
    return 1 if originals == 1 and alone else workers


def _read(place: Place | Failure) -> Gathered | Failure:
    return place if isinstance(place, Failure) else read_place(place)


def _task(item: Gathered | Failure) -> Task | None:
    return None if isinstance(item, Failure) else Task(item.original)


def _results(item: Gathered | Failure, parts: list[Part]) -> Iterator[Converted | Failure]:
    if isinstance(item, Failure):
        yield item
        return
    good = sum(part.brief is not None for part in parts)
    for part in parts:
        if part.article is None or part.brief is None:
            yield failure(item.source, part.failure)
        else:
            yield Converted(item.source, item.name, item.original, part.article, part.brief, part.number, good)


def _add(library: Library, result: Converted) -> Added:
    now = datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
    original = msgspec.structs.replace(result.original, received=now)
    return library.add(original, result.article, result.brief, result.source, part=result.part, parts=result.parts)


_NOT_SAID = ("id", "made_by")


def _differences(before: Brief, after: Brief) -> tuple[str, ...]:
    return tuple(
        field
        for field in Brief.__struct_fields__
        if field not in _NOT_SAID and getattr(before, field) != getattr(after, field)
    )
