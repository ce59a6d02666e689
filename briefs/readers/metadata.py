"""What a web page says about itself where nobody looks: meta elements, JSON-LD, title and canonical address."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from html import unescape
from itertools import islice
from typing import Any
from urllib.parse import urljoin

from lxml import etree  # type: ignore[import-untyped]  # lxml ships no types

from briefs.extract.wordlist import words
from briefs.model import Candidate, Evidence, Field
from briefs.readers.microdata import items_of
from briefs.text import fold, sanitise, squash

# The names of meta elements that news pages use, lower case, and what they speak of.
_UPDATED = words(
    "article:modified_time og:article:modified_time article:modified og:modified_time og:updated_time lastmod",
    "last-modified date.updated date.modified datemodified dcterms.modified dc.modified dc.date.modified revision_date",
)
_NAMED: dict[Field, str] = {
    "title": (
        "og:title twitter:title twitter:text:title headline dc.title dcterms.title parsely-title sailthru.title "
        "citation_title article:title"
    ),
    "publisher": (
        "og:site_name application-name apple-mobile-web-app-title publisher dc.publisher dcterms.publisher "
        "citation_publisher dc.publisher.corporatename twitter:site cre"
    ),
    "author": (
        "author article:author article:author_name og:article:author dc.creator dcterms.creator dc.contributor byl "
        "byline parsely-author sailthru.author cxenseparse:author cxense-author author.name article.author author_name "
        "mediator_author citation_author dc.creator.personalname twitter:creator"
    ),
    "published": (
        "article:published_time article:published og:article:published_time og:published_time published_time "
        "publishdate publish-date publish_date publishtime publish_time pubdate publication_date publicationdate "
        "datepublished date dc.date dc.date.issued dc.date.created dc.date.published dc.created dcterms.date "
        "dcterms.created dcterms.issued sailthru.date parsely-pub-date cxenseparse:recs:publishtime "
        "cxenseparse:publishtime date.release originalpublicationdate article.published article.created "
        "article:create_at article_date_original published-date mediator_published_time citation_publication_date "
        "citation_online_date citation_date displaydate ptime pdate pub_date story_date creation_date"
    ),
    "language": "content-language og:locale dc.language language inlanguage",
}
_META = {name: field for field, names in _NAMED.items() for name in names.split()}
_META.update(dict.fromkeys(_UPDATED, "published"))
# What schema.org calls an article, and what sites call it beside that.
_ARTICLES = re.compile(
    r"(?:news|blog|opinion|reportage|analysis|background|review|satirical|scholarly|tech|advertiser)?_?"
    r"(?:article|posting|report|story)|(?:opinion|reportage|analysis|review|background)newsarticle|"
    r"advertisercontentarticle|(?:liveblog|socialmedia)posting|review",
    re.IGNORECASE,
)
_ADDRESSES = words("og:url twitter:url parsely-link dc.identifier dcterms.identifier cxenseparse:url al:web:url")
_KEPT = words("description og:description og:url og:type news_keywords keywords article:section")  # fills no field
_MOST_ARTICLES = 3  # one story may be described several times over
_LIMIT = 1000  # characters of one value


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
    for element in tree.iter("meta"):
        get = element.get
        name = (get("property") or get("name") or get("http-equiv") or "").strip()
        content = get("content") or ""
        key = name.lower()
        field = _META.get(key)
        if field:
            found.add(name, content, field, "updated" if key in _UPDATED else key)
        elif key in _KEPT:
            found.add(name, content, None)
    _canonical(tree, found, address)
    language = tree.get("lang") or tree.get("xml:lang") or ""
    found.add("html:lang", language, "language")
    scripts = [s.text for s in tree.iter("script") if "ld+json" in (s.get("type") or "").lower() and s.text]
    _linked_data([_json(script) for script in scripts], found)
    _microdata(tree, found)
    return found


def _microdata(tree: etree._Element, found: Metadata) -> None:
    """Read the microdata of the articles on the page."""
    items = [item for item in items_of(tree) if _ARTICLES.fullmatch(item["@type"]) and len(item) > 1]
    for item in _own(items, found):
        _article(item, {}, found, "microdata")


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
        whole = sanitise(whole).replace("\n", "")
        if re.match(r"https?://[^/\s]+\.[^/\s]+", whole) and len(whole) <= 2000:
            if name != "amphtml" and found.canonical is None and "localhost" not in whole:
                found.canonical = whole
            found.add(name, whole, None)
    if found.canonical is None and (domain := _linked_domain(tree)):
        found.add("links", domain, "publisher")


_SECOND_LEVEL = words("co com org net gov ac or ne")
_FEW_LINKS, _MOST_LINKS = 4, 1000


def _linked_domain(tree: etree._Element) -> str | None:
    """Return the domain that most links of the page lead to: its own, where the page does not say its address."""
    counts: Counter[str] = Counter()
    for element in islice(tree.iter("a"), _MOST_LINKS):
        host = re.match(r"https?://([\w.-]{4,100})", (element.get("href") or "")[:200])
        labels = host[1].lower().split(".") if host else []
        if len(labels) > 1:
            counts[".".join(labels[-3:] if labels[-2] in _SECOND_LEVEL else labels[-2:])] += 1
    domain, count = counts.most_common(1)[0] if counts else ("", 0)
    return domain if count > _FEW_LINKS and 2 * count > sum(counts.values()) else None


def _linked_data(scripts: list[Any], found: Metadata) -> None:
    """Read the JSON-LD of a page: the article that it is about, and what it says of site and publisher."""
    items = [item for data in scripts for item in _items(data)]
    articles = []
    others = []
    for item in items:
        kinds = item.get("@type")
        kinds = [kinds] if isinstance(kinds, str) else kinds if isinstance(kinds, list) else []
        if any(isinstance(k, str) and _ARTICLES.fullmatch(k.rpartition("/")[2]) for k in kinds):
            articles.append(item)
        elif any(k in {"WebPage", "WebSite", "Organization", "NewsMediaOrganization"} for k in kinds):
            others.append((str(kinds[0]), item))
    names = {item["@id"]: item for item in items if isinstance(item.get("@id"), str) and item.get("name")}
    for article in _own(articles, found):
        _article(article, names, found)
    for kind, item in others[:10]:
        for name in _names(item.get("publisher"), names):
            found.add("json-ld:publisher", name, "publisher", "json-ld")
        if kind in {"WebSite", "NewsMediaOrganization"}:
            for name in _names(item, names):
                found.add(f"json-ld:{kind}", name, "publisher", "json-ld:site")
        if kind == "WebPage":
            for key, origin in (("datePublished", "json-ld:page"), ("dateModified", "updated")):
                if isinstance(item.get(key), str):
                    found.add(f"json-ld:page:{key}", item[key], "published", origin)


def _own(articles: list[dict[str, Any]], found: Metadata) -> list[dict[str, Any]]:
    """Return the articles that bear the page's title; of those that all bear others, related stories say, the first."""
    titles = [fold(c.value) for c in found.candidates if c.field == "title"]
    heads = [fold(str(article.get("headline") or article.get("name") or "")) for article in articles]
    own = [a for a, head in zip(articles, heads, strict=True) if head and any(head in t or t in head for t in titles)]
    nameless = [a for a, head in zip(articles, heads, strict=True) if not head]
    return [*own, *nameless][:_MOST_ARTICLES] or articles[:1]


def _article(item: dict[str, Any], names: dict[str, Any], found: Metadata, origin: str = "json-ld") -> None:
    for key in ("headline", "name", "alternativeHeadline"):
        if isinstance(item.get(key), str):
            found.add(f"{origin}:{key}", item[key], "title", origin if key == "headline" else f"json-ld:{key}")
    for key, told in (("datePublished", origin), ("dateCreated", "json-ld:created"), ("dateModified", "updated")):
        if isinstance(item.get(key), str):
            found.add(f"{origin}:{key}", item[key], "published", told)
    for key in ("author", "creator"):
        for name in _names(item.get(key), names):
            found.add(f"{origin}:{key}", name, "author", origin)
    for key in ("publisher", "sourceOrganization", "provider"):
        for name in _names(item.get(key), names):
            found.add(f"{origin}:{key}", name, "publisher", origin)
    if isinstance(item.get("inLanguage"), str):
        found.add(f"{origin}:inLanguage", item["inLanguage"], "language", origin)
    if isinstance(item.get("articleBody"), str) and len(item["articleBody"]) > len(found.body):
        found.body = sanitise(unescape(unescape(item["articleBody"][:2_000_000])))
    if found.canonical is None and isinstance(item.get("url"), str) and re.match(r"https?://\S+$", item["url"][:2000]):
        found.canonical = sanitise(item["url"][:2000])


def _names(value: Any, names: dict[str, Any]) -> list[str]:
    """Return the names that a JSON-LD value gives, in order: a string, an object, a reference or a list of these."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        name = value.get("name")
        if name is None and isinstance(value.get("@id"), str):
            name = names.get(value["@id"], {}).get("name")
        return [n for n in (name if isinstance(name, list) else [name]) if isinstance(n, str)]
    if isinstance(value, list):
        return [name for item in value[:20] for name in _names(item, names)]
    return []


def _items(data: Any) -> Iterator[dict[str, Any]]:
    """Yield the objects of a JSON-LD document down to a few levels, graphs and lists unfolded."""
    queue = [(data, 0)]
    count = 0
    while queue and count < 2000:
        item, depth = queue.pop(0)
        count += 1
        if isinstance(item, list):
            queue += [(entry, depth) for entry in item[:500]]
        elif isinstance(item, dict):
            yield item
            if depth < 3:
                queue += [
                    (item[k], depth + 1)
                    for k in ("@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "publisher")
                    if k in item
                ]


def _json(script: str) -> Any:
    """Return the value of a script that is JSON, or nearly: comments around it, commas before its ends."""
    if len(script) > 3_000_000:
        return None
    text = re.sub(r"\A\s*(?://\s*)?(?:<!\[CDATA\[|<!--)|(?://\s*)?(?:\]\]>|-->)\s*\Z", "", script).strip().rstrip(";")
    for attempt in (text, re.sub(r",(\s{0,200}[\]}])", r"\1", text)):
        try:
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    return None
