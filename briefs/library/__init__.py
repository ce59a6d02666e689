"""The user's briefs on disk, the one source of truth: `Library` and the records that it gives and takes.

Nothing is imported before it is asked for: a plain start pays for what it uses.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from briefs.library.marks import Undo
    from briefs.library.records import Added, Change, Correction, Row
    from briefs.library.removal import TakenOut
    from briefs.library.saved import SavedSearch
    from briefs.library.store import Library

__all__ = ["Added", "Change", "Correction", "Library", "Row", "SavedSearch", "TakenOut", "Undo"]

_HOMES = {
    "Added": "records",
    "Change": "records",
    "Correction": "records",
    "Library": "store",
    "Row": "records",
    "SavedSearch": "saved",
    "TakenOut": "removal",
    "Undo": "marks",
}


def __getattr__(name: str) -> Any:
    if name in _HOMES:
        return getattr(import_module(f"briefs.library.{_HOMES[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
