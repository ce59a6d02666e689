"""Bodies of other languages by their long form, which a bracket closes: "Syndicat autonome des médecins (Sam)".

English writes all words of a body's name large, so that capitals tell it. Most others write its first word large and
the rest as they come; that the letters in the brackets stand for them says where the name begins.
"""

from __future__ import annotations

from collections.abc import Iterator

from briefs.extract.naming.scan import Scan
from briefs.extract.naming.surfaces import Piece

_MOST_BEFORE = 14  # words of a long form
_SHORTEST, _LONGEST = 2, 10  # letters of an abbreviation
_CAPITALS = 2


def spelt_out(number: int, scan: Scan) -> Iterator[Piece]:
    """Yield the long forms that stand before an abbreviation in brackets whose letters they explain."""
    for index, word in enumerate(scan.words):
        if word != "(" or scan.words[index + 2 : index + 3] != [")"] or not _short(scan.words[index + 1]):
            continue
        first = _beginning(scan, index, scan.words[index + 1])
        if first is not None:
            yield Piece(number, first, index)


def explained(scan: Scan, piece: Piece) -> bool:
    """Return whether the brackets behind a piece of several words hold the letters that it explains."""
    after = scan.words[piece.last : piece.last + 3]
    brackets = len(after) == 3 and (after[0], after[2]) == ("(", ")") and _short(after[1])
    return brackets and piece.last - piece.first > 1 and _spells(scan.words[piece.first : piece.last], after[1])


def _short(word: str) -> bool:
    """Return whether a word may be an abbreviation: capitals, or one capital as papers write those that are spoken."""
    spoken = word[:1].isupper() and len(word) > _CAPITALS + 1
    return (
        _SHORTEST <= len(word) <= _LONGEST and word.isalpha() and (spoken or sum(map(str.isupper, word)) >= _CAPITALS)
    )


def _beginning(scan: Scan, end: int, short: str) -> int | None:
    """Return where the name begins that ends before the token `end`: at the nearest capital that explains `short`."""
    for first in range(end - 1, max(scan.line(end)[0], end - _MOST_BEFORE) - 1, -1):
        if not scan.words[first][0].isalpha():
            return None
        if scan.words[first][0].isupper() and end - first > 1 and _spells(scan.words[first:end], short):
            return first
    return None


def _spells(words: list[str], short: str) -> bool:
    """Return whether each letter of `short` begins a word, in order; of one that is spoken, stands in the words."""
    words = [word.rpartition("'")[2] or word for word in words]  # "de l'eau"
    if not words[0].lower().startswith(short[0].lower()):
        return False
    spoken = sum(map(str.isupper, short)) < _CAPITALS
    letters = iter("".join(words).lower() if spoken else "".join(w[0] for w in words).lower())
    return all(letter in letters for letter in (short.lower() if spoken else (c.lower() for c in short if c.isupper())))
