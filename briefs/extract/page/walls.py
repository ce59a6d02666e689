"""Pages without an article: a wall that asks to sign in or to pay, and menus."""

from __future__ import annotations

import re

from briefs.errors import SourceError
from briefs.extract.page import phrases
from briefs.extract.page.lines import Line

_WALL = 80  # words; a longer text tells something besides
_ASKS = re.compile(
    r"^\W{0,3}(?:please )?(?:sign[ -]?(?:in|up)|log[ -]?(?:in|on)|subscribe|register|create an account|password|"
    r"e-?mail|forgot|already an? (?:subscriber|member))\b|\b(?:you|your|please)\b.{0,80}\b(?:limit|subscri\w+|"
    r"free articles|sign(?:ed)? in|log(?:ged)? in|account|register(?:ed)?|continue reading)\b",
    re.IGNORECASE,
)


def refuse_without_story(lines: list[Line], chosen: list[Line]) -> None:
    """Raise SourceError where the `chosen` of all `lines` tell no story."""
    only_asks = all(_asks(line) or line.words < 3 for line in chosen)  # a masthead tells nothing
    if sum(line.words for line in chosen) < _WALL and sum(map(_asks, lines)) > 1 and only_asks:
        raise SourceError("The page only asks its reader to sign in or subscribe; sign in and save it then.")
    listed = all(not line.ended and line.words < 15 and (line.linked > 0.5 or line.kind == "list") for line in chosen)
    listed = listed or all(map(_menu, chosen))
    if listed or not any(any(c.isalpha() for c in line.text) for line in chosen):
        raise SourceError("Nothing but navigation and notices is in it; save the page of one article.")


def _asks(line: Line) -> bool:
    """Whether a line asks its reader to sign in or pay."""
    return line.words <= 40 and bool(_ASKS.search(line.text))


def _menu(line: Line) -> bool:
    """Whether a line is the menu of a site in one row."""
    parts = line.text.split()
    sections = sum(bool(phrases.NAVIGATION.fullmatch(part)) for part in parts)
    return not line.ended and 3 <= len(parts) <= 40 and 2 * sections >= len(parts)
