"""What a web page says about itself where nobody looks: meta elements, JSON-LD, title and canonical address."""

from __future__ import annotations

import re
from collections import Counter
from html import unescape
from itertools import islice
from urllib.parse import urljoin

from lxml import etree  # type: ignore[import-untyped]  # lxml ships no types

from briefs.extract.wordlist import words
from briefs.model import Candidate, Evidence, Field
from briefs.readers.linked import add_article, is_article, own_articles, read_linked
from briefs.readers.loose import values_of
from briefs.readers.meta_names import field_of
from briefs.readers.microdata import items_of
from briefs.readers.saved import unwrapped
from briefs.text import sanitise, squash

_ADDRESSES = words("og:url twitter:url parsely-link dc.identifier dcterms.identifier cxenseparse:url al:web:url")
_KEPT = words("description og:description og:url og:type news_keywords keywords article:section")  # fills no field
_LIMIT = 1000  # characters of one value
_MOST_SCRIPTS, _LONGEST_PARSELY = 50, 10_000


class Metadata:
    """The metadata of a page as lines "name: value", with candidates whose evidence points into them."""

    def __init__(self) -> None:
        self.candidates: list[Candidate] = []
        self.canonical: str | None = None
        self.body: str = ""  # the article's text, where JSON-LD repeats it
        self._lines: list[str] = []
        self._length = 0
        self._seen: set[tuple[str, str]] = set()

    @property
    def text(self) -> str:
        """All lines."""
        return "\n".join(self._lines)

    def add(self, name: str, value: str, field: Field | None, origin: str = "") -> None:
        """Add a line, and a candidate for `field`; empty values and repetitions add nothing."""
        value = squash(sanitise(unescape(unescape(value))))[:_LIMIT].strip()
        name = squash(sanitise(name))[:80].replace(": ", ":")
        if not value or (name, value) in self._seen or len(self._lines) > 400:
            return
        self._seen.add((name, value))
        start = self._length + len(name) + 2
        if field:
            evidence = Evidence("metadata", start, start + len(value), value)
            self.candidates.append(Candidate(field, value, origin or name, evidence))
        self._lines.append(f"{name}: {value}")
        self._length += len(name) + len(value) + 3


def metadata_of(tree: etree._Element, address: str | None) -> Metadata:
    """Return what the page `tree` says about itself; `address` is where it was read, if that is known."""
    found = Metadata()
    title = tree.find(".//title")
    if title is not None and title.text:
        found.add("title", title.text, "title", "title")
    _meta(tree, found)
    _canonical(tree, found, address)
    language = tree.get("lang") or tree.get("xml:lang") or ""
    found.add("html:lang", language, "language")
    scripts = [s.text for s in tree.iter("script") if "ld+json" in (s.get("type") or "").lower() and s.text]
    read_linked([value for script in scripts[:_MOST_SCRIPTS] for value in values_of(script)], found)
    _microdata(tree, found)
    return found


_WRITER = re.compile(  # what a card for Twitter calls the name beside it
    r"\W{0,3}(?:by|.{0,12}\b(?:written|author|autore?|auteur|verfasst|geschrieben|escrito|écrit|scritto|geschreven|"
    r"skriven|skrevet|napisan\w|автор|автором|yazan|ditulis|kirjoittanut)\b.{0,12}|作成者|作者|投稿者|작성자|글쓴이)\W{0,3}",
    re.IGNORECASE,
)


def _meta(tree: etree._Element, found: Metadata) -> None:
    """Read the meta elements."""
    labels: dict[str, str] = {}
    for element in tree.iter("meta"):
        get = element.get
        name = (get("property") or get("name") or get("http-equiv") or "").strip()
        content = get("content") or get("value") or ""
        key = name.lower()
        if key.startswith("twitter:label"):
            labels[key[-1]] = content
        elif key.startswith("twitter:data") and _WRITER.fullmatch(labels.get(key[-1], "")[:40]):
            found.add(name, content, "author", "twitter:data")
        elif key == "parsely-page":
            _parsely(content, found)
        for part in (key, *(key.split() if " " in key else ())):
            told = field_of(part)
            if told:
                found.add(name, content, *told)
            elif part in _KEPT:
                found.add(name, content, None)


def _parsely(content: str, found: Metadata) -> None:
    """Read what a page tells the statistics of its readers: an object in a meta element."""
    for value in values_of(content[:_LONGEST_PARSELY])[:1]:
        if isinstance(value, dict):
            authors = value.get("authors") or value.get("author")
            add_article(
                {"headline": value.get("title"), "datePublished": value.get("pub_date"), "author": authors}, {}, found
            )


def _microdata(tree: etree._Element, found: Metadata) -> None:
    """Read the microdata of the articles on the page."""
    items = [item for item in items_of(tree) if is_article(item["@type"]) and len(item) > 1]
    for item in own_articles(items, found):
        add_article(item, {}, found, "microdata")


def _canonical(tree: etree._Element, found: Metadata, address: str | None) -> None:
    """Find the article's own address: canonical link, og:url, where it was read."""
    urls: list[tuple[str, str]] = []
    for element in tree.iter("link"):
        rel = (element.get("rel") or "").lower().split()
        if "canonical" in rel:
            urls.append(("canonical", element.get("href") or ""))
        elif "amphtml" in rel:
            urls.append(("amphtml", element.get("href") or ""))
    urls += [
        ("og:url", element.get("content") or "")
        for element in tree.iter("meta")
        if (element.get("property") or element.get("name") or "").lower() in _ADDRESSES
    ]
    for name, url in urls:
        try:
            whole = urljoin(address or "", url.strip())
        except ValueError:
            continue
        whole = unwrapped(sanitise(whole).replace("\n", ""))
        if re.match(r"https?://[^/\s]+\.[^/\s]+", whole) and len(whole) <= 2000:
            if name != "amphtml" and found.canonical is None and "localhost" not in whole:
                found.canonical = whole
            found.add(name, whole, None)
    if address and (found.canonical is None or _is_front_page(found.canonical)):
        found.canonical = None  # where it was read tells more
    elif found.canonical is None and (domain := _linked_domain(tree)):
        found.add("links", domain, "publisher")


def _is_front_page(url: str) -> bool:
    """Whether an address is that of a site and of none of its pages."""
    return bool(re.fullmatch(r"https?://[^/\s]{1,300}/?", url))


_SECOND_LEVEL = words("co com org net gov ac or ne")
_FEW_LINKS, _MOST_LINKS = 4, 1000


def _linked_domain(tree: etree._Element) -> str | None:
    """Return the domain that most links of the page lead to: its own, where the page does not say its address."""
    counts: Counter[str] = Counter()
    for element in islice(tree.iter("a"), _MOST_LINKS):
        host = re.match(r"https?://([\w.-]{4,100})", unwrapped((element.get("href") or "")[:200]))
        labels = host[1].lower().split(".") if host else []
        if len(labels) > 1:
            counts[".".join(labels[-3:] if labels[-2] in _SECOND_LEVEL else labels[-2:])] += 1
    domain, count = counts.most_common(1)[0] if counts else ("", 0)
    return domain if count > _FEW_LINKS and 2 * count > sum(counts.values()) else None
