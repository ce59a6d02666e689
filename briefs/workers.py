"""Conversion in processes of its own: any number of them, the same results in the same order.

Each worker process answers to one thread here, so that it is always clear which article a process died of: that one
becomes a failure, and a new process goes on with the rest.
"""

from __future__ import annotations

import gc
import multiprocessing
import signal
import threading
from collections import deque
from collections.abc import Generator, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from functools import lru_cache
from multiprocessing.connection import Connection
from pathlib import Path
from typing import NamedTuple, TypeVar

from briefs.errors import SourceError
from briefs.identity import identifier_of
from briefs.model import Article, Brief, Original
from briefs.tables import Tables, default_tables, load_tables

_AHEAD = 3  # articles in flight for each worker: it never waits, and memory stays bounded

T = TypeVar("T")


class Task(NamedTuple):
    """What is to be converted: all articles of `original`, or only number `part`, under the identifier it has."""

    original: Original
    part: int | None = None
    identifier: str = ""


class Part(NamedTuple):
    """One article of an original with its brief, or the sentence that says why there is none."""

    number: int
    article: Article | None
    brief: Brief | None
    failure: str = ""


def tables_in(folder: Path | None) -> Tables:
    """Return the tables in force; raises UsageError where the user's own are not of their form."""
    return _loaded(folder) if folder else default_tables()


@lru_cache(maxsize=1)
def _loaded(folder: Path) -> Tables:
    return load_tables(folder)


_PATIENCE = 300.0  # seconds of computing for one original; the longest that is let in takes a tenth of it


def _lose_patience(*_: object) -> None:
    raise SourceError(f"It took more than {_PATIENCE:g} seconds of computing, as no article does; please report this.")


@contextmanager
def _limited() -> Iterator[None]:
    """Let what stands within raise SourceError after so much computing that the other articles should have their turn.

    The time is that of this process, so that a busy machine changes nothing. Only a main thread can be interrupted, and
    only where the system has such a timer.
    """
    if threading.current_thread() is not threading.main_thread() or not hasattr(signal, "setitimer"):
        yield
        return
    before = signal.signal(signal.SIGVTALRM, _lose_patience)
    try:
        signal.setitimer(signal.ITIMER_VIRTUAL, _PATIENCE, 1.0)  # again each second: a library may swallow an error
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def convert_task(task: Task, tables_folder: Path | None) -> list[Part]:
    """Convert one original in this process; whatever goes wrong with it is told in its parts, never raised."""
    try:
        with _limited():
            return _converted(task, tables_folder)
    except SourceError as error:  # it took too long in between
        return [Part(0, None, None, str(error))]


def _converted(task: Task, tables_folder: Path | None) -> list[Part]:
    from briefs.convert import convert
    from briefs.readers import read

    tables = tables_in(tables_folder)
    try:
        articles = read(task.original)
    except SourceError as error:
        return [Part(0, None, None, str(error))]
    except Exception as error:  # noqa: BLE001 one article must never cost a person the other thousand
        return [Part(0, None, None, _broken(error))]

    parts: list[Part] = []
    for number, article in enumerate(articles):
        if task.part not in (None, number):
            continue
        try:
            brief = convert(article, task.identifier or identifier_of(task.original, number), tables)
        except SourceError as error:
            parts.append(Part(number, None, None, str(error)))
        except Exception as error:  # noqa: BLE001 as above
            parts.append(Part(number, None, None, _broken(error)))
        else:
            parts.append(Part(number, article, brief))
    return parts or [Part(0, None, None, "No article was found in it.")]


def _broken(error: Exception) -> str:
    return f"The conversion failed on it ({type(error).__name__}: {str(error)[:200]}); please report this."


def convert_tasks(
    items: Iterable[tuple[T, Task | None]], *, workers: int, tables_folder: Path | None = None
) -> Generator[tuple[T, list[Part]], None, None]:
    """Yield each item with the parts of its task, in the order of `items`; those without a task pass by.

    With one worker everything happens in this process. Closing the iterator, or an interruption, ends the workers.
    """
    tables_in(tables_folder)  # a fault in the user's tables is told once, before any work
    if workers <= 1:
        for item, task in items:
            yield item, convert_task(task, tables_folder) if task else []
        return

    pool = _Pool(tables_folder)
    threads = ThreadPoolExecutor(workers, thread_name_prefix="conversion")
    waiting: deque[tuple[T, Future[list[Part]] | None]] = deque()
    try:
        for item, task in items:
            waiting.append((item, threads.submit(pool.convert, task) if task else None))
            if len(waiting) >= workers * _AHEAD:
                yield _next(waiting)
        while waiting:
            yield _next(waiting)
    finally:
        pool.close()
        threads.shutdown(wait=True, cancel_futures=True)


def _next(waiting: deque[tuple[T, Future[list[Part]] | None]]) -> tuple[T, list[Part]]:
    item, future = waiting.popleft()
    return item, future.result() if future else []


class _Pool:
    """The worker processes, one for each thread that asks."""

    def __init__(self, tables_folder: Path | None) -> None:
        self._tables_folder = tables_folder
        self._context = multiprocessing.get_context("spawn")  # forking a process with threads is unsafe
        self._local = threading.local()
        self._lock = threading.Lock()
        self._started: list[tuple[multiprocessing.process.BaseProcess, Connection]] = []
        self._closed = False

    def convert(self, task: Task) -> list[Part]:
        for _ in range(2):  # a process may end for reasons that are not the article's
            connection = getattr(self._local, "connection", None) or self._start()
            if connection is None:
                return []
            try:
                connection.send(task)
                parts: list[Part] = connection.recv()
            except (EOFError, OSError):
                self._local.connection = None
            else:
                return parts
        return [Part(0, None, None, "The conversion of it broke off twice (its process ended); the rest went on.")]

    def _start(self) -> Connection | None:
        with self._lock:
            if self._closed:
                return None
            ours, theirs = self._context.Pipe()
            process = self._context.Process(target=_serve, args=(theirs, self._tables_folder), daemon=True)
            with _uninterrupted():
                process.start()
            theirs.close()  # so that its death is seen here as the end of the pipe
            self._started.append((process, ours))
        self._local.connection = ours
        return ours

    def close(self) -> None:
        with self._lock:
            self._closed = True
            for process, _ in self._started:
                process.terminate()
            for process, connection in self._started:
                process.join()
                process.close()
                connection.close()
            self._started.clear()


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Let a process that is started within begin its life without interruptions, until it takes them itself."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    from multiprocessing import resource_tracker

    resource_tracker.ensure_running()  # whose start would let interruptions through again
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})  # this thread's; the child begins with it
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _serve(connection: Connection, tables_folder: Path | None) -> None:
    """Answer tasks until the other side is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # an interruption is the parent's to handle
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
    while True:
        try:
            task = connection.recv()
            connection.send(convert_task(task, tables_folder))
        except (EOFError, OSError):
            return
        if not gc.get_freeze_count():
            gc.collect()
            gc.freeze()  # tables and code, loaded by now, stay: no collection need go through them again
