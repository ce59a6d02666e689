"""Short lines of a story: subheadings and lists that are its own, and those that head nothing."""

from __future__ import annotations

from itertools import takewhile

from briefs.extract.page.furniture import Role, is_bio, is_tail
from briefs.extract.page.lines import Line

_TELLING = 7  # words an item


def without_orphans(lines: list[Line], kept: list[int], roles: dict[int, Role], known: bool) -> list[int]:
    """Return `kept` without short lines that head nothing: before the first paragraph, after the last, in runs."""
    prose = [i for i in kept if lines[i].prose]
    if not prose:
        return kept
    while len(prose) > 2 and (is_tail(lines[prose[-1]].text) or _tells_of_author(lines, prose)):
        roles[prose.pop()] = "junk"
    last = prose[-1]
    result: list[int] = []
    for place, index in enumerate(kept):
        line = lines[index]
        if roles.get(index):
            continue
        if line.prose or line.ended:
            if index <= last or (line.ended and not (len(prose) > 2 and is_tail(line.text))):
                result.append(index)
            else:
                roles[index] = "junk"
        elif _first_section(lines, kept, place, prose):
            result.append(index)
        elif index > last or index < prose[0]:
            listed = line.kind == "list" and index > last and result and lines[result[-1]].kind == "list"
            if listed or (known and index > last and _closing_list(lines, kept, place)):
                result.append(index)
            else:
                roles[index] = "junk" if index > last else "navigation"
        elif line.kind == "table" or known:
            result.append(index)
        elif line.kind == "list":
            if _in_prose_list(lines, kept, place):
                result.append(index)
            else:
                roles[index] = "related"
        elif _heads(lines, kept, place):
            result.append(index)
        else:
            roles[index] = "caption" if line.indent > lines[prose[0]].indent else "junk"
    return result


def _tells_of_author(lines: list[Line], prose: list[int]) -> bool:
    """Whether the last paragraph tells who wrote the story: somebody whom the story itself does not speak of."""
    text = lines[prose[-1]].text
    first = text.split(maxsplit=1)[0].rstrip(",.’'") if text else ""
    told = len(first) > 3 and any(first in lines[i].text for i in prose[:-1])
    return not told and is_bio(text)


def _in_prose_list(lines: list[Line], kept: list[int], place: int) -> bool:
    """Whether a list item belongs to a list of the story: a line that ends in a colon before it, or prose beside it."""
    before = place
    while before > 0 and lines[kept[before - 1]].kind == "list":
        before -= 1
    after = place
    while after + 1 < len(kept) and lines[kept[after + 1]].kind == "list":
        after += 1
    items = [lines[i] for i in kept[before : after + 1]]
    introduced = (before > 0 and lines[kept[before - 1]].text.rstrip().endswith((":", "："))) or (
        before > 0 and lines[kept[before - 1]].kind == "heading"
    )
    return introduced or sum(item.prose for item in items) * 3 >= len(items)


def _closing_list(lines: list[Line], kept: list[int], place: int) -> bool:
    """Whether a line is of a list that closes the story and tells something, or the line over one."""
    start = place if lines[kept[place]].kind == "list" else place + 1
    items = list(takewhile(lambda line: line.kind == "list", (lines[i] for i in kept[start:])))
    telling = sum(item.words for item in items) >= _TELLING * len(items) and all(item.linked < 0.3 for item in items)
    return len(items) > 2 and telling


def _first_section(lines: list[Line], kept: list[int], place: int, prose: list[int]) -> bool:
    """Whether a heading right above the first paragraph is one of a row that parts the story."""
    line = lines[kept[place]]
    if line.kind != "heading" or line.block.level < 2 or place + 1 >= len(kept) or kept[place + 1] != prose[0]:
        return False
    later = [lines[i] for i in kept[place + 1 :] if i < prose[-1]]
    return any(other.kind == "heading" and other.block.level == line.block.level for other in later)


_BOXES = frozenset({"newsletter", "share", "related", "comments", "navigation"})


def _heads(lines: list[Line], kept: list[int], place: int) -> bool:
    """Whether a short line is a subheading: prose follows, in the column of the story, and it stands alone."""
    line = lines[kept[place]]
    if line.words > 20 or place + 1 >= len(kept) or (line.kind != "heading" and "; " in line.text):
        return False
    following = lines[kept[place + 1]]
    if kept[place] + 1 < len(lines) and lines[kept[place] + 1].role in _BOXES:
        return False  # it heads the box below it
    if line.kind == "heading":
        return following.prose or following.ended or following.kind in {"heading", "list"}
    alone = following.prose or following.ended
    return alone and abs(following.indent - line.indent) <= 1 and line.times == 1 and line.linked < 0.5
