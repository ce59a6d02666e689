"""What a query may go on with while it is typed: a field's name, or one that the briefs have under it. Pure.

Looking a beginning up is a search in sorted names, so that it costs a keypress nothing however many there are.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping

from briefs.text import fold, squash

_FIELDS = (
    "company", "country", "date", "has", "is", "lang", "org", "percent", "person", "publisher", "source", "story",
    "tag", "title", "usd",
)  # fmt: skip
_VALUES: Mapping[str, tuple[str, ...]] = {
    "date": ("last-month", "last-week", "this-month", "this-week", "today", "yesterday"),
    "has": ("figures", "quotes", "sources", "summary"),
    "is": ("noted", "read", "starred", "unread"),
}
_LAST = re.compile(r"(?:^|[\s(])-?(?:(?P<field>[a-z]+):)?(?P<typed>\"[^\"]*|[^\s\"():@]*)\Z")
_PLAIN = re.compile(r"[\w-]*")


class Names:
    """Names that can be completed, by field. Of equal beginnings the one that most briefs have comes first."""

    def __init__(self, names: Iterable[tuple[str, Iterable[str]]] = (), saved: Iterable[str] = ()) -> None:
        self._names = {field: _sorted(values) for field, values in (*_VALUES.items(), *names)}
        self._fields = _sorted(_FIELDS)
        self._saved = _sorted(saved)

    def completed(self, query: str) -> str:
        """Return `query` with its last word completed, or "" where nothing is known to go on with.

        The words of a name are completed one by one, or all at once after a quotation mark.
        """
        if query.startswith("@"):
            name = _first(self._saved, query[1:])
            return f"@{name}" if name else ""
        last = _LAST.search(query)
        if last is None or not last["typed"].strip('"'):
            return ""
        typed, field = last["typed"], last["field"]
        if field is None:
            name = "" if typed.startswith('"') or len(typed) < 2 else _first(self._fields, typed)
            return f"{query[: len(query) - len(typed)]}{name}:" if name else ""
        beginning = typed.removeprefix('"')
        name = _first(self._names.get(field, []), beginning)
        if not name:
            return ""
        if typed.startswith('"'):
            return f'{query}{name[len(beginning) :]}"'
        word = _PLAIN.match(name)
        rest = word.group()[len(beginning) :] if word else ""
        return f"{query}{rest}" if rest else ""


def with_last_names(people: Iterable[str]) -> list[str]:
    """Return names of people, each followed by the words that somebody may know it by instead of its first one."""
    known: dict[str, None] = {}
    for name in people:
        known[name] = None
        known.update(dict.fromkeys(word for word in name.split()[1:] if len(word) > _INITIALS))
    return list(known)


_INITIALS = 2  # letters of a word that is hardly looked for by itself


def _sorted(names: Iterable[str]) -> list[tuple[str, int, str]]:
    """Return names in the order of their folded forms, and those that are folded alike in the order given."""
    plain = (squash(name) for name in names)
    return sorted((fold(name), number, name) for number, name in enumerate(plain) if '"' not in name)


def _first(names: list[tuple[str, int, str]], beginning: str) -> str:
    """Return the name that was given first of those that begin so, whatever their case; "" where none goes on."""
    folded = fold(beginning) + (" " if beginning.endswith(" ") else "")
    if len(folded) != len(beginning):
        return ""
    place = bisect_left(names, (folded,))
    found: list[tuple[str, int, str]] = []
    for name in names[place : place + _LOOKED_AT]:
        if not name[0].startswith(folded):
            break
        if len(name[0]) == len(name[2]) > len(beginning):
            found.append(name)
    return min(found, key=lambda name: name[1])[2] if found else ""


_LOOKED_AT = 2_000  # names of one beginning that are compared by how many briefs have them
