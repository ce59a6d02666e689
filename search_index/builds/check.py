"""What the doctor asks of an index: whether its files are whole, and whether it is what the library says."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from search_index.builds.files import Contents
from search_index.snapshot import Snapshot

if TYPE_CHECKING:
    from briefs.library import Library


def differences(library: Library, contents: Contents, snapshot: Snapshot) -> list[str]:
    """Return where the index differs from the library, in a sentence each. Raises DamagedIndexError."""
    for segment in snapshot.segments:
        segment.verify()
    alive = np.flatnonzero(snapshot.live)
    held = dict(zip(snapshot.identifiers(alive), snapshot.revisions[alive].tolist(), strict=True))
    current = {row.id: row.revision for row in library.rows(library.ids())}
    behind = library.sequence() - contents.sequence
    missing = sum(1 for i in current if i not in held)
    surplus = sum(1 for i in held if i not in current)
    old = sum(1 for i, revision in current.items() if held.get(i, revision) != revision)
    said: list[str] = []
    if behind > 0:
        said.append(f"The index has yet to take in {_counted(behind, 'change')} of the library.")
    untold = contents.sequence - contents.told
    if untold > 0:
        said.append(f"The index has yet to look for stories in {_counted(untold, 'change')}.")
    if len(held) != len(alive):
        said.append(f"{_counted(len(alive) - len(held), 'brief')} of the index stand there twice.")
    if behind <= 0 or missing + surplus + old > behind:
        if missing:
            said.append(f"{_counted(missing, 'brief')} of the library are missing from the index.")
        if surplus:
            said.append(f"{_counted(surplus, 'brief')} of the index are no longer in the library.")
        if old:
            said.append(f"{_counted(old, 'brief')} of the index are as they were before their last change.")
    places = [snapshot.places(ids) for ids in snapshot.stories]
    retold = np.intersect1d(snapshot.stories.retelling, snapshot.stories.begun_by)
    lost = sum(int((docs < 0).sum()) for docs in places) + len(retold)
    if lost and untold <= 0:
        said.append(f"{_counted(lost, 'brief')} of the index are in no story that there is.")
    return said


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
