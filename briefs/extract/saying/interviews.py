"""Interviews: paragraphs that begin with the name of who speaks and a colon."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from briefs.extract.document import Passage
from briefs.extract.names import Names
from briefs.model import Entity, Mention

_FEWEST = 2  # paragraphs under one name: a single "Lee: ..." is a heading as likely
_COLONS = (":", "：")
_BEFORE = 4  # characters of emphasis and space that may stand before the name


class Answer(NamedTuple):
    """What one said: `[start, end)` of the body after the name, the mention that is the label, and its person."""

    start: int
    end: int
    mention: Mention
    entity: Entity


def answers(body: Passage, names: Names) -> list[Answer]:
    """Return the answers in order; none where the article is no interview."""
    found: list[Answer] = []
    for block in body.blocks:
        if block.kind != "paragraph":
            continue
        for mention, entity in names.within("body", block.start, min(block.end, block.start + 80)):
            colon = mention.end
            while body.text[colon : colon + 1] in ("*", "_"):
                colon += 1
            if mention.start - block.start > _BEFORE or entity.kind != "person":
                break
            if body.text[colon : colon + 1] in _COLONS:
                rest = body.text[colon + 1 : block.end]
                start = block.end - len(rest.lstrip(" *_\n"))
                end = block.start + len(body.text[block.start : block.end].rstrip())
                if start < end:
                    found.append(Answer(start, end, mention, entity))
            break
    counts = Counter(a.entity.key for a in found)
    return [a for a in found if counts[a.entity.key] >= _FEWEST]
