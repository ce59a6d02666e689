"""The visible text of a web page in the order of reading: one row per block, with what its elements say about it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from urllib.parse import urljoin

from lxml import etree  # type: ignore[import-untyped]  # lxml ships no types
from msgspec import Struct

from briefs.extract.wordlist import words
from briefs.model import BlockKind
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
_HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}

# What the name of an element, its class, id, role or item property says about the text in it.
_NAMES = (
    ("navigation", r"nav|navbar|navigation|menu|breadcrumbs?|sitemap|skip|topbar|masthead|toolbar"),
    ("footer", r"footer|colophon|copyright|legal"),
    ("aside", r"aside|sidebar|rail|widget|complementary|infobox|factbox|promo|teaser|inset|pullquote|pull-quote"),
    (
        "related",
        r"related|recommend(?:ed|ations?)?|more-(?:on|from|stories|news)|read-?(?:more|next|also)|see-?also|trending|"
        r"most-?(?:read|popular|viewed)|popular|latest|also-?(?:read|like)|outbrain|taboola|zergnet|up-?next|you-may|"
        r"suggest(?:ed|ions?)|"
        r"further-reading|recirc\w{0,20}|story-?package|inline-?links?|external-?links?",
    ),
    ("comments", r"comments?|disqus|respond|discussion|livefyre|reply"),
    ("share", r"share|sharing|social|sharedaddy|addthis|follow|shareaholic"),
    (
        "newsletter",
        r"newsletter|subscri(?:be|ption|ptions)|signup|sign-up|paywall|optin|mailchimp|registration|donat(?:e|ion)",
    ),
    ("advert", r"ads?|advert(?:s|isement|isements|ising|orial)?|sponsor(?:ed)?|dfp|gpt|banner"),
    ("tags", r"tags?|topics?|keywords|categories|taxonomy|article-tags|post-tags"),
    ("cookie", r"cookies?|consent|gdpr|ccpa"),
    ("caption", r"caption|wp-caption-text|figcaption|photo-?credit|image-?credit|media-?caption|credit"),
    ("byline", r"bylines?|by-line|author|authors|author-?name|contributors?|writer|reporter|post-author|vcard"),
    (
        "date",
        r"date|dateline|published|publish-?date|pub-?date|post-?date|entry-?date|timestamp|time|posted-on|"
        r"article-?date|datepublished",
    ),
    ("bio", r"bio|author-?(?:bio|box|info|description)|about-?author|author-?card"),
    ("print", r"print-only|printonly|screen-reader-text|sr-only|visually-?hidden|a11y"),
)
_HINTS = re.compile("|".join(rf"(?P<{name}>(?<![a-z0-9])(?:{words})(?![a-z0-9]))" for name, words in _NAMES))
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_HIDDEN = re.compile(r"(?:display\s{0,3}:\s{0,3}none|visibility\s{0,3}:\s{0,3}hidden)", re.IGNORECASE)
_EMPTY_LINE = re.compile(r"\n[^\S\n]*\n\s*")
_SPACE = re.compile(r"\s+")
_ELEMENT_HINTS = {
    "nav": "navigation",
    "footer": "footer",
    "aside": "aside",
    "figcaption": "caption",
    "figure": "figure",
    "form": "form",
    "blockquote": "quote",
    "header": "header",
    "table": "table",
}


class Row(Struct):
    """A block of visible text: what it says, what it is, where it stands in the tree."""

    text: str
    kind: BlockKind
    level: int
    links: list[tuple[int, int, str]]  # without an address where it is relative to a page that nobody knows
    hints: frozenset[str]
    parent: int  # number of the nearest element that holds whole blocks
    moment: str = ""  # datetime attribute of a <time> within
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
    moment: str = ""
    signed: list[tuple[int, int]] = []

    def add(self, text: str) -> None:
        """Add `text`, white space in runs made single."""
        text = _SPACE.sub(" ", text)
        if text.startswith(" ") and (not self.parts or self.parts[-1].endswith(" ")):
            text = text[1:]
        if text:
            self.parts.append(text)
            self.length += len(text)


def parse(text: str) -> etree._Element | None:
    """Return the tree of an HTML page, or None where it holds no element."""
    text = re.sub(r"\A\s{0,2000}<\?xml[^>]{0,300}\?>", "", text)
    # Not lxml.html's own parser: its elements are made by a function in Python, and nothing here calls their methods.
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        return etree.fromstring(text.encode("utf-8", "replace"), parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        return None


def rows_of(tree: etree._Element, base: str | None) -> list[Row]:
    """Return the visible blocks of `tree` in order; addresses of links are made absolute with `base`."""
    return list(_Walker(base).walk(tree))


class _Walker:
    """Walks the tree without recursion, so that no depth of nesting can exhaust the stack."""

    def __init__(self, base: str | None) -> None:
        self._base = base
        self._block = _Open()
        self._links: list[tuple[int, str]] = []
        self._signing: list[int] = []
        self._ended = False  # the last event closed an inline element that nothing followed

    def walk(self, tree: etree._Element) -> Iterator[Row]:
        """Yield the rows."""
        holders = 0
        hints: list[frozenset[str]] = [frozenset()]
        kinds: list[tuple[BlockKind, int]] = [("paragraph", 0)]
        parents = [0]
        cells: list[bool] = []
        preformatted = 0
        signers: list[etree._Element] = []
        skipping = None
        for event, element in etree.iterwalk(tree, events=("start", "end")):
            tag = element.tag if isinstance(element.tag, str) else ""
            if skipping is not None:
                if event == "end" and element is skipping:
                    skipping = None
                    self._block.add(element.tail or "")
                continue
            if event == "start":
                if tag in _SILENT or not tag or _hidden(element):
                    skipping = element
                    continue
                own = hints[-1] | _hints_of(element, tag)
                hints.append(own)
                if tag == "br":
                    if kinds[-1][0] == "heading" or ("header" in own and self._block.kind == "heading"):
                        self._block.add(" ")
                    else:
                        yield from self._close(kinds[-1], own, parents[-1])
                elif tag == "td" or tag == "th":
                    cells.append(_layout(element))
                    if cells[-1]:
                        kinds.append(("paragraph", 0))
                        yield from self._close(("paragraph", 0), own, parents[-1])
                    elif self._block.length:
                        self._block.add(" | ")
                elif tag not in _INLINE:
                    kind: tuple[BlockKind, int] = kinds[-1]
                    if tag in _HEADINGS:
                        kind = ("heading", _HEADINGS[tag])
                    elif tag == "li":
                        kind = ("list", 0)
                    elif tag == "figcaption":
                        kind = ("caption", 0)
                    elif tag == "tr":
                        kind = ("table", 0)
                    elif tag in {"div", "section", "article", "main", "table", "td", "blockquote", "body"}:
                        kind = kind if kind[0] == "list" and tag == "div" else ("paragraph", 0)
                    kinds.append(kind)
                    holders += 1
                    yield from self._close(kind, own, parents[-1])
                    parents.append(holders)
                elif self._ended and self._block.parts and _meets(self._block.parts[-1], element.text or ""):
                    self._block.add(" ")  # boxes of a style sheet, set side by side without a space
                if tag == "a":
                    self._links.append((self._block.length, self._absolute(element.get("href"))))
                if tag in _INLINE and "byline" in own and "byline" not in hints[-2]:
                    self._signing.append(self._block.length)
                    signers.append(element)
                if tag == "time" or element.get("itemprop") == "datePublished":
                    moment = element.get("datetime") or element.get("content") or ""
                    self._block.moment = self._block.moment or sanitise(moment)[:60].strip()
                self._ended = self._ended and not element.text
                preformatted += tag == "pre"
                if element.text and preformatted:
                    for number, part in enumerate(_EMPTY_LINE.split(element.text)):
                        if number:
                            yield from self._close(("paragraph", 0), own, parents[-1])
                        self._block.add(part)
                elif element.text:
                    self._block.add(element.text)
            else:
                if tag == "a" and self._links:
                    start, url = self._links.pop()
                    if start < self._block.length:
                        self._block.links.append((start, self._block.length, url))
                if signers and signers[-1] is element:
                    signers.pop()
                    self._block.signed.append((self._signing.pop(), self._block.length))
                hints.pop()
                preformatted -= tag == "pre"
                if tag in {"td", "th"} and cells:
                    if cells.pop():
                        kinds.pop()
                        yield from self._close(kinds[-1], hints[-1], parents[-1])
                elif tag not in _INLINE and tag != "br":
                    kinds.pop()
                    parents.pop()
                    yield from self._close(kinds[-1], hints[-1], parents[-1])
                if element.tail:
                    self._block.add(element.tail)
                self._ended = tag in _INLINE and not element.tail
        yield from self._close(("paragraph", 0), frozenset(), 0)

    def _close(self, kind: tuple[BlockKind, int], hints: frozenset[str], parent: int) -> Iterator[Row]:
        """End the block, yield its row if it says anything, and begin one of `kind`."""
        block = self._block
        raw = "".join(block.parts)
        text = sanitise(raw).replace("\n", " ").strip()
        if text:
            lead = len(raw) - len(raw.lstrip())
            links = []
            if len(text) == len(raw.strip()):
                links = [(max(0, a - lead), min(len(text), b - lead), url) for a, b, url in block.links]
            links = [(a, b, url) for a, b, url in links if a < b]
            signed = [(max(0, a - lead), min(len(text), b - lead)) for a, b in block.signed]
            signed = [(a, b) for a, b in signed if a < b] if len(text) == len(raw.strip()) else []
            yield Row(text, block.kind, block.level, links, block.hints, block.parent, block.moment, signed)
        moment = block.moment if not text else ""
        self._links = [(0, url) for _, url in self._links]
        self._signing = [0] * len(self._signing)
        self._block = _Open(kind[0], kind[1], hints, parent, moment=moment)

    def _absolute(self, href: str | None) -> str:
        if not href or len(href) > 2000:
            return ""
        try:
            url = urljoin(self._base or "", href.strip())
        except ValueError:
            return ""
        return sanitise(url).replace("\n", "") if url.startswith(("http://", "https://")) else ""


def _meets(before: str, after: str) -> bool:
    """Whether two words would run into one where inline elements meet: "Ann Lee" and "Editor", a name and a number."""
    a, b = before[-1:], after[:1]
    return (a.islower() and (b.isupper() or b.isdigit())) or (a.isdigit() and b.isupper())


def _hidden(element: etree._Element) -> bool:
    get = element.get
    if get("hidden") is not None or ((style := get("style")) and _HIDDEN.search(style[:500])):
        return True
    return get("aria-hidden") == "true" and not len(element) and len(element.text or "") < 3


def _hints_of(element: etree._Element, tag: str) -> frozenset[str]:
    """Return what the element's own names say about the text in it."""
    found = {_ELEMENT_HINTS[tag]} if tag in _ELEMENT_HINTS else set()
    if tag in {"body", "html", "main", "article"}:
        return frozenset(found)
    get = element.get
    names = " ".join([value[:300] for attribute in _NAMING if (value := get(attribute))])
    return _named(names).union(found) if names else frozenset(found)


_NAMING = ("class", "id", "role", "itemprop", "rel", "data-component", "data-testid")


@lru_cache(maxsize=2048)  # a page names its boxes alike
def _named(names: str) -> frozenset[str]:
    names = _CAMEL.sub("-", names).lower().replace("_", "-")
    return frozenset(match.lastgroup or "" for match in _HINTS.finditer(names))


_BLOCKS_WITHIN = words(
    "p div table ul ol h1 h2 h3 h4 h5 h6 article section blockquote",
)


def _layout(cell: etree._Element) -> bool:
    """Whether a table's cell lays out the page instead of holding a datum."""
    for index, child in enumerate(cell.iterdescendants()):
        if child.tag in _BLOCKS_WITHIN and child.tag != "p":
            return True
        if index > 200:
            return True
    return len("".join(cell.itertext())) > 300
