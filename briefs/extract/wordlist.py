"""Lists of words, written as running text so that a person can read and extend them."""

from __future__ import annotations


def words(*rows: str) -> frozenset[str]:
    """Return the words of `rows`, which white space parts."""
    return frozenset(word for row in rows for word in row.split())


def any_of(*rows: str) -> str:
    """Return an expression for any of the words of `rows`, each an expression itself, as a whole word."""
    return rf"\b(?:{'|'.join(word for row in rows for word in row.split())})\b"
