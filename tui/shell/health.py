"""What `briefs doctor` looks at, and what it mends."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass

from briefs.errors import LibraryError
from briefs.library import Library
from briefs.version import CONVERTER
from search_index import Index


@dataclass(frozen=True)
class Finding:
    """Something that was not as it should be, in one sentence; `mended` tells whether it is now."""

    what: str
    mended: bool


def examine(library: Library, progress: Callable[[int, int], None] | None = None) -> list[Finding]:
    """Check the library and its index, which catches up or else is built anew. Returns what was found."""
    findings = [Finding(problem, mended=False) for problem in library.check()]
    with closing(Index.open(library)) as index:
        problems = index.check()
        try:
            remaining = _mended(index, progress) if problems else []
        except LibraryError as error:  # nothing can be written
            problems.append(str(error))
            remaining = problems
        findings += [Finding(problem, mended=problem not in remaining) for problem in problems]
    older = library.made_before(CONVERTER)
    if older:
        findings.append(
            Finding(f"{older} briefs were made by an older version; `briefs reconvert` renews them.", False)
        )
    return findings


def _mended(index: Index, progress: Callable[[int, int], None] | None) -> list[str]:
    """Let the index catch up, or else build it anew; return what is wrong with it then. Raises LibraryError."""
    index.catch_up(progress)
    remaining = index.check()
    if remaining:
        index.rebuild(progress)
        remaining = index.check()
    return remaining
