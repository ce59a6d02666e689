"""The visible text of a web page in the order of reading: one row per block, with what its elements say about it."""

from __future__ import annotations

import re
from html import unescape
from urllib.parse import urljoin

from lxml import etree  # type: ignore[import-untyped]  # lxml ships no types
from msgspec import Struct

from briefs.extract.wordlist import words
from briefs.model import BlockKind
from briefs.readers.hints import hints_of
from briefs.readers.moments import CLOCKS, moment_of
from briefs.readers.saved import unwrapped
from briefs.text import sanitise

# Elements whose text nobody sees, or which hold controls and no text of the page.
_SILENT = words(
    "script style template noscript svg math iframe object embed canvas audio video map head select option",
    "datalist button input textarea dialog source track param meta link area frame frameset noframes applet",
    "progress meter",
)
_INLINE = words(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark meter nobr output q",
    "rp rt ruby s samp small span strike strong sub sup time tt u var wbr amp-img picture",
)
_KINDS: dict[str, BlockKind] = {
    **dict.fromkeys(("div", "section", "article", "main", "table", "blockquote", "body"), "paragraph"),
    "li": "list",
    "figcaption": "caption",
    "tr": "table",
}
_HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}

_HIDDEN = re.compile(r"(?:display\s{0,3}:\s{0,3}none|visibility\s{0,3}:\s{0,3}hidden)", re.IGNORECASE)
_ICONS = re.compile(r"\bmaterial-(?:icons|symbols)")  # a font whose words ("access_time") are drawn as pictures
_MOST_MOMENTS = 4  # of one line
_EMPTY_LINE = re.compile(r"\n[^\S\n]*\n\s*")
_SPACE = re.compile(r"\s+")
_ENTITY = re.compile(  # left of what was escaped twice
    r"&(?:#\d{2,6}|#x[\da-fA-F]{2,5}|amp|quot|nbsp|apos|[lr][sd]quo|[mn]dash|hellip|bull|euro|pound);"
)


class Row(Struct):
    """A block of visible text: what it says, what it is, where it stands in the tree."""

    text: str
    kind: BlockKind
    level: int
    links: list[tuple[int, int, str]]  # without an address where it is relative to a page that nobody knows
    hints: frozenset[str]
    parent: int  # number of the nearest element that holds whole blocks
    moments: list[tuple[int, str]] = []  # the times that elements within tell machines, and where each ends
    signed: list[tuple[int, int]] = []  # parts that their elements mark as an author's name
    start: int = 0
    end: int = 0

    @property
    def linked(self) -> float:
        """The share of the text that lies under links."""
        return sum(end - start for start, end, _ in self.links) / max(1, len(self.text))


class _Open(Struct):
    """The block that is being filled."""

    kind: BlockKind = "paragraph"
    level: int = 0
    hints: frozenset[str] = frozenset()
    parent: int = 0
    parts: list[str] = []
    length: int = 0
    links: list[tuple[int, int, str]] = []
    moments: list[tuple[int, str]] = []
    signed: list[tuple[int, int]] = []

    def add(self, text: str) -> None:
        """Add `text`, white space in runs made single."""
        text = _SPACE.sub(" ", unescape(text) if "&" in text and _ENTITY.search(text) else text)
        if text.startswith(" ") and (not self.parts or self.parts[-1].endswith(" ")):
            text = text[1:]
        if text:
            self.parts.append(text)
            self.length += len(text)


def rows_of(tree: etree._Element, base: str | None, *, hidden: bool = False) -> list[Row]:
    """Return the visible blocks of `tree` in order; addresses of links are made absolute with `base`.

    With `hidden`, also those that a page hides until its script has run.
    """
    walker = _Walker(base, hidden)
    walker.walk(tree)
    return walker.rows


class _Within(Struct):
    """What holds within an open element; a block that begins there takes it over."""

    kind: BlockKind = "paragraph"
    level: int = 0
    hints: frozenset[str] = frozenset()
    parent: int = 0
    breaks: bool = False  # a block begins and ends with it
    signs: bool = False  # its text is an author's name
    moment: str = ""  # the time that it tells machines
    row: int = 0  # how many rows there were before it


class _Walker:
    """Walks the tree without recursion, so that no depth of nesting can exhaust the stack."""

    def __init__(self, base: str | None, hidden: bool) -> None:
        self._all = hidden
        self.rows: list[Row] = []
        self._base = base
        self._block = _Open()
        self._within = [_Within()]  # the open elements
        self._holders = 0  # elements so far that hold whole blocks
        self._preformatted = 0
        self._links: list[tuple[int, str]] = []
        self._signing: list[int] = []
        self._ended = False  # the last event closed an inline element that nothing followed

    def walk(self, tree: etree._Element) -> None:
        """Gather the rows."""
        skipping = None
        for event, element in etree.iterwalk(tree, events=("start", "end")):
            if skipping is not None:
                if event == "end" and element is skipping:
                    skipping = None
                    self._block.add(element.tail or "")
            elif event == "end":
                self._leave(element)
            elif not isinstance(element.tag, str) or _silent(element) or (not self._all and _hidden(element)):
                skipping = element
            else:
                self._enter(element, element.tag)
        self._close(_Within())

    def _enter(self, element: etree._Element, tag: str) -> None:
        outer = self._within[-1]
        own = _Within(outer.kind, outer.level, outer.hints | hints_of(element, tag), outer.parent)
        if tag == "br":
            if outer.kind == "heading" or ("header" in own.hints and self._block.kind == "heading"):
                self._block.add(" ")
            else:
                self._close(own)
        elif tag in {"td", "th"}:
            if _layout(element):
                own.kind, own.level, own.breaks = "paragraph", 0, True
                self._close(own)
            elif self._block.length:
                self._block.add(" | ")
        elif tag not in _INLINE:
            own.kind, own.level = _kind_within(tag, outer)
            own.breaks = True
            self._close(own)
            self._holders += 1
            own.parent = self._holders
        elif self._ended and self._block.parts and _meets(self._block.parts[-1], element.text or ""):
            self._block.add(" ")  # boxes of a style sheet, set side by side without a space
        if tag == "a":
            self._links.append((self._block.length, self._absolute(element.get("href"))))
        signs = "byline" in own.hints or (tag == "a" and _AUTHORS.search((element.get("href") or "")[:300]))
        if tag in _INLINE and signs and "byline" not in outer.hints:
            own.signs = True
            self._signing.append(self._block.length)
        if "date" in own.hints or tag in CLOCKS or element.get("itemprop"):
            own.moment, own.row = moment_of(element, tag), len(self.rows)
        self._within.append(own)
        self._preformatted += tag == "pre"
        if element.text:
            self._ended = False
            self._take(element.text, own)

    def _take(self, text: str, within: _Within) -> None:
        """Add the text of an element; what is set as it was written has paragraphs between its empty lines."""
        for number, part in enumerate(_EMPTY_LINE.split(text) if self._preformatted else (text,)):
            if number:
                self._close(_Within(hints=within.hints, parent=within.parent))
            self._block.add(part)

    def _leave(self, element: etree._Element) -> None:
        own = self._within.pop()
        if element.tag == "a":
            start, url = self._links.pop()
            if start < self._block.length:
                self._block.links.append((start, self._block.length, url))
        if own.signs:
            self._block.signed.append((self._signing.pop(), self._block.length))
        self._preformatted -= element.tag == "pre"
        if own.moment and self._block.length == 0 and own.row < len(self.rows):
            self.rows[-1].moments.append((len(self.rows[-1].text), own.moment))  # it held the row as a whole
        elif own.moment:
            self._block.moments.append((self._block.length, own.moment))
        if own.breaks:
            self._close(self._within[-1])
        if element.tail:
            self._block.add(element.tail)
        self._ended = element.tag in _INLINE and not element.tail

    def _close(self, following: _Within) -> None:
        """End the block, keep its row if it says anything, and begin the one that follows."""
        block = self._block
        raw = "".join(block.parts)
        text = sanitise(raw).replace("\n", " ").strip()
        if text:
            lead = len(raw) - len(raw.lstrip())
            known = len(text) == len(raw.strip())  # nothing was taken out of it: places can be counted

            def moved(start: int, end: int) -> tuple[int, int]:
                return max(0, start - lead), min(len(text), end - lead)

            links = [(*moved(start, end), url) for start, end, url in block.links if known]
            signed = [moved(start, end) for start, end in block.signed if known]
            row = Row(text, block.kind, block.level, [], block.hints, block.parent)
            row.moments = [(moved(end, end)[1], moment) for end, moment in block.moments[:_MOST_MOMENTS]]
            row.links = [link for link in links if link[0] < link[1]]
            row.signed = [span for span in signed if span[0] < span[1]]
            self.rows.append(row)
        self._links = [(0, url) for _, url in self._links]
        self._signing = [0] * len(self._signing)
        self._block = _Open(following.kind, following.level, following.hints, following.parent)
        self._block.moments = [(0, moment) for _, moment in block.moments] if not text else []

    def _absolute(self, href: str | None) -> str:
        if not href or len(href) > 2000:
            return ""
        try:
            url = urljoin(self._base or "", href.strip())
        except ValueError:
            return ""
        return unwrapped(sanitise(url).replace("\n", "")) if url.startswith(("http://", "https://")) else ""


def _kind_within(tag: str, outer: _Within) -> tuple[BlockKind, int]:
    """Return the kind and level of the blocks in an element; what says nothing of itself is what stands around it."""
    if tag in _HEADINGS:
        return "heading", _HEADINGS[tag]
    if tag in _KINDS and not (tag == "div" and outer.kind == "list"):
        return _KINDS[tag], 0
    return outer.kind, outer.level


def _meets(before: str, after: str) -> bool:
    """Whether two words would run into one where inline elements meet: "Ann Lee" and "Editor", a name and a number."""
    if before.strip().casefold() in _BY_ALONE:
        return True
    a, b = before[-1:], after[:1]
    return (a.islower() and (b.isupper() or b.isdigit())) or (a.isdigit() and b.isupper())


# Where a link to the page of an author leads.
_AUTHORS = re.compile(
    r"/(?:authors?|autor(?:es|in|en)?|auteurs?|autori|autore|journalists?|reporters?|columnists?|contributors?|writers?|"
    r"staff|byline|correspondents?|redacteurs?|forfatter|skribent|penulis|yazar(?:lar)?|signature)/[^/?#]",
    re.IGNORECASE,
)
_BY_ALONE = words("by von par por di door af av")


def _silent(element: etree._Element) -> bool:
    """Whether nobody sees the text of an element; of templates one does that stand for what a script would attach."""
    return element.tag in _SILENT and not (element.tag == "template" and element.get("shadowrootmode"))


def _hidden(element: etree._Element) -> bool:
    get = element.get
    if get("hidden") is not None or ((style := get("style")) and _HIDDEN.search(style[:500])):
        return True
    if (name := get("class")) and not len(element) and _ICONS.search(name[:300]):
        return True
    return get("aria-hidden") == "true" and not len(element) and len(element.text or "") < 3


_BLOCKS_WITHIN = words("div table ul ol h1 h2 h3 h4 h5 h6 article section blockquote")


def _layout(cell: etree._Element) -> bool:
    """Whether a table's cell lays out the page instead of holding a datum."""
    for index, child in enumerate(cell.iterdescendants()):
        if child.tag in _BLOCKS_WITHIN or index > 200:
            return True
    return len("".join(cell.itertext())) > 300
