"""The words around a piece of a name, within its sentence."""

from __future__ import annotations

from typing import NamedTuple

from briefs.extract.naming.scan import Scan
from briefs.extract.naming.surfaces import Piece

ARTICLES = frozenset(("a", "an", "the", "its", "their", "his", "her", "our", "one", "another", "who", "whose"))
_ORIGIN = 4  # words that may say whence a thing comes
_REACH = 16  # words that an apposition may take
_STOPS = frozenset((".", "!", "?", ";", "”"))


class Around(NamedTuple):
    """The words before a piece within its sentence, and those after it, in lower case; marks count as words.

    What only says whence a thing comes ("Norway's", "Swiss") is left out of `before`, and told by `whence`.
    """

    before: list[str]
    after: list[str]
    b1: str
    b2: str
    a1: str
    a2: str
    whence: bool


def around(scan: Scan, piece: Piece) -> Around:
    """Return the words around `piece`."""
    start, end = scan.line(piece.first)
    first = piece.first
    while first > max(start, piece.first - _ORIGIN) and first - 1 in scan.whence:
        first -= 1
    before = scan.lower[max(start, first - _REACH) : first]
    for place in range(len(before) - 1, -1, -1):
        if before[place] in _STOPS:
            before = before[place + 1 :]
            break
    after = scan.lower[piece.last : min(end, piece.last + _REACH)]
    b1, b2 = before[-1] if before else "", before[-2] if len(before) > 1 else ""
    a1, a2 = after[0] if after else "", after[1] if len(after) > 1 else ""
    return Around(before, after, b1, b2, a1, a2, first < piece.first)
