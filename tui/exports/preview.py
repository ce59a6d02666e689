"""What an export would write, as lines for the screen: the names of the files, and how the first one begins. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html.parser import HTMLParser
from itertools import islice
from typing import NamedTuple

from briefs.errors import BriefsError
from briefs.export import Format, export_one
from briefs.library import Library
from briefs.model import Brief
from tui.exports.wish import Wish, check, paths_of, pieces_of
from tui.layout.flow import Line, fit, line, wrapped
from tui.layout.pages import Entry, note

READ = 10  # briefs that a preview looks at
_LINES = 400  # and the lines that it shows


class Preview(NamedTuple):
    """The entries to show, what will be written in a few words, and the sentence that says why nothing can be."""

    entries: Sequence[Entry]
    told: str
    problem: str = ""


def preview_of(wish: Wish, ids: Sequence[str], library: Library) -> Preview:
    """Return what `wish` would write of the briefs `ids`, from the first few of them. Never raises BriefsError."""
    try:
        check(wish)
        briefs = [brief for _, brief in library.briefs(ids[:READ])]
        return Preview(list(_entries(wish, briefs, len(ids))), _told(wish, len(ids)))
    except BriefsError as error:
        return Preview((), "", str(error))


def _told(wish: Wish, count: int) -> str:
    briefs = f"{count:,} brief{'' if count == 1 else 's'}"
    if wish.each:
        return f"{briefs}, {count:,} file{'' if count == 1 else 's'}"
    book = ", a briefing book" if count > 1 and wish.format in ("md", "html") else ""
    beginning = f" · from its first {READ}" if count > READ else ""
    return f"{briefs}, one file{book}{beginning}"


def _entries(wish: Wish, briefs: Sequence[Brief], count: int) -> Iterator[Entry]:
    paths = paths_of(wish, briefs)
    if wish.each:
        for path in paths:
            there = ("is there already  " if path.exists() else "", "warning")
            yield _line(line(there, path.name), cut=True)
        if count > len(paths):
            yield note(f"and {count - len(paths):,} more")
        yield _line(line((f"── {paths[0].name if paths else ''}", "muted")), cut=True)
    elif paths[0].exists():
        yield note("That file is there already; you will be asked.", "warning")
    if wish.each:
        text = export_one(briefs[0], wish.format, article=wish.article) if briefs else ""
    else:
        text = "".join(pieces_of(wish, briefs))
    for shown in islice(_shown(text, wish.format), _LINES):
        yield _line(shown, cut=shown.text.startswith("|"))


def _line(shown: Line, *, cut: bool = False) -> Entry:
    return Entry(lambda width: [fit(shown, width)] if cut else wrapped(shown, width, indent=2), heading=True)


def _shown(text: str, format: Format) -> Iterator[Line]:  # noqa: A002 (the option's name)
    if format == "html":
        page = _Page()
        page.feed(text)
        yield from page.lines
    elif format == "md":
        yield from _markdown(text.splitlines())
    else:
        yield from (line(each) for each in text.splitlines())


def _markdown(lines: Sequence[str]) -> Iterator[Line]:
    if lines[:1] == ["---"]:
        end = lines.index("---", 1)
        names = ", ".join(each.split(":")[0] for each in lines[1:end])
        yield line((f"--- {names} ---", "muted"))  # they are what the brief shows below
        lines = lines[end + 1 :]
    for each in lines:
        yield line((each, "heading" if re.match("#+ ", each) else ""))


class _Page(HTMLParser):
    """The words of a page of ours as lines, with the looks of its headings."""

    _BLOCKS = frozenset({"h1", "h2", "h3", "h4", "h5", "p", "li", "tr"})
    _STYLES = {"h1": "title", "h2": "title", "h3": "heading", "h4": "heading", "h5": "heading", "th": "muted"}  # noqa: RUF012

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[Line] = []
        self._parts: list[tuple[str, str]] = []
        self._style = ""
        self._head = True

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a line, or a cell of one."""
        self._head = self._head and tag != "body"
        self._style = self._STYLES.get(tag, self._style)
        if tag[0] == "h" and tag in self._BLOCKS and self.lines:
            self.lines.append(Line())
        if tag == "li":
            self._parts.append(("• ", "muted"))
        elif tag == "br":
            self._end()
            self._parts.append(("  ", ""))
        elif tag in ("td", "th") and self._parts:
            self._parts.append((" · ", "muted"))

    def handle_endtag(self, tag: str) -> None:
        """End a line."""
        if tag in self._BLOCKS:
            self._end()
            self._style = ""

    def _end(self) -> None:
        if any(text.strip() for text, _ in self._parts):
            self.lines.append(line(*self._parts))
        self._parts = []

    def handle_data(self, data: str) -> None:
        """Take in words."""
        if not self._head and data.strip():
            self._parts.append((data, self._style))
