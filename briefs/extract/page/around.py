"""The lines around a story: its head, from the headline to the first paragraph, and what stands right below it."""

from __future__ import annotations

from dataclasses import dataclass

from briefs.extract.body import Body, Outside

_HEAD = 40  # lines above the story that may be its head
_FOOT = 10
_SILENT = frozenset({"share", "caption", "advert", "newsletter", "junk", "legal"})  # passed over when lines are counted


@dataclass(frozen=True)
class Surroundings:
    """Lines outside the body, in order, each with its distance from the story in lines that may be of its head."""

    above: tuple[tuple[Outside, int], ...]
    within: tuple[Outside, ...]
    below: tuple[tuple[Outside, int], ...]


def surroundings(body: Body) -> Surroundings:
    """Return the lines around the story; its head begins a little above the headline, where that is shown."""
    if not body.pieces:
        return Surroundings((), (), ())
    first, last = body.pieces[0][0], body.pieces[-1][1]
    above: list[tuple[Outside, int]] = []
    distance = titles = 0
    past = 0
    for outside in reversed([o for o in body.outside if o.block.end <= first]):
        distance += outside.role not in _SILENT
        titles += outside.role == "title"
        past += titles > 0
        if past > 8 or (distance > _HEAD and not titles):
            break
        above.append((outside, distance))
    below: list[tuple[Outside, int]] = []
    distance = 0
    for outside in (o for o in body.outside if o.block.start >= last):
        if outside.role in {"related", "comments"}:
            break  # what follows belongs to other stories
        distance += outside.role not in _SILENT
        if distance > _FOOT:
            break
        below.append((outside, distance))
    within = tuple(o for o in body.outside if first < o.block.start < last)
    return Surroundings(tuple(reversed(above)), within, tuple(below))
