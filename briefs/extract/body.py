"""The body: all of the article and nothing else, with the roles of the lines that were left out.

Where the reader knows the body, it is only cleaned; else the run of lines that reads most like a story is cut out of
the page, and what sites print into the middle of their stories is taken out of it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from msgspec import Struct

from briefs.extract.page.cleaning import cleaned
from briefs.extract.page.furniture import Role
from briefs.extract.page.lines import Line, lines_of, story_span
from briefs.extract.page.walls import refuse_without_story
from briefs.model import Article, Block, BlockKind, Link
from briefs.text import fold


class Outside(Struct, frozen=True):
    """A line of the article's source that is not of its body, and what it is instead."""

    block: Block
    role: Role


@dataclass(frozen=True)
class Body:
    """The article's text. `blocks` and `links` are spans of it; `pieces` say where in the source each part stood."""

    text: str
    blocks: tuple[Block, ...]
    links: tuple[Link, ...]
    outside: tuple[Outside, ...]
    pieces: tuple[tuple[int, int, int], ...] = ()  # start and end in the source, start in the text; in order

    @cached_property
    def _starts(self) -> list[int]:
        return [start for start, _, _ in self.pieces]

    def from_source(self, offset: int) -> int | None:
        """Return where a character of the source stands in the text, or None where it was left out."""
        index = bisect_right(self._starts, offset) - 1
        if index < 0:
            return None
        start, end, new = self.pieces[index]
        return new + offset - start if offset < end else None


def choose_body(article: Article, title: str | None, lines: list[Line] | None = None) -> Body:
    """Return the body of `article`; `lines` are its own, where they are known.

    Raises SourceError where no text of an article is left.
    """
    lines = lines_of(article) if lines is None else lines
    keys = _title_keys(title)
    if article.body_known:
        first = next((i for i, line in enumerate(lines) if line.body), 0)
        last = max((i for i, line in enumerate(lines) if line.body), default=len(lines) - 1) + 1
    else:
        first, last = story_span(lines)
        if first > 0 and lines[first - 1].kind == "heading" and lines[first - 1].block.level > 1:
            first -= 1  # it may head the first part of the story
    kept, roles = cleaned(lines, first, last, keys, known=article.body_known)
    if not kept and not article.body_known:
        kept = {i for i, line in enumerate(lines) if not line.role and fold(line.text) not in keys}
    refuse_without_story(lines, [lines[i] for i in kept], title)
    return _assembled(article, lines, sorted(kept), roles, keys)


def _title_keys(title: str | None) -> set[str]:
    return {fold(title)} if title else set()


def _assembled(article: Article, lines: list[Line], kept: list[int], roles: dict[int, Role], titles: set[str]) -> Body:
    """Return the body made of the kept lines: items of a list on following lines, else with empty lines between."""
    parts: list[str] = []
    blocks: list[Block] = []
    pieces: list[tuple[int, int, int]] = []
    length = 0
    previous: BlockKind | None = None
    for index in kept:
        line = lines[index]
        kind: BlockKind = line.kind
        if kind == "paragraph" and not line.ended and line.words <= 20 and not line.prose and len(kept) > 3:
            kind = "heading"
        if parts:
            gap = "\n" if kind == previous and kind in {"list", "table"} else "\n\n"
            parts.append(gap)
            length += len(gap)
        level = line.block.level or (2 if kind == "heading" else 0)
        blocks.append(Block(kind, length, length + len(line.text), level))
        pieces.append((line.block.start, line.block.end, length))
        parts.append(line.text)
        length += len(line.text)
        previous = kind
    chosen = set(kept)
    outside = tuple(
        Outside(line.block, roles.get(i) or _outer_role(line, titles))
        for i, line in enumerate(lines)
        if i not in chosen
    )
    body = Body("".join(parts), tuple(blocks), (), outside, tuple(pieces))
    return Body(body.text, body.blocks, tuple(_moved(article.links, body)), outside, body.pieces)


def _outer_role(line: Line, titles: set[str]) -> Role:
    return "title" if fold(line.text) in titles else line.role or ("junk" if line.prose else "navigation")


def _moved(links: tuple[Link, ...], body: Body) -> Iterator[Link]:
    for link in links:
        start = body.from_source(link.start)
        end = body.from_source(link.end - 1)
        if start is not None and end is not None and re.match(r"https?://", link.url):
            yield Link(start, end + 1, link.url)
