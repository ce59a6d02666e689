"""The JSON-LD of a page: the article that it is about, and what it says of the site and the publisher."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from briefs.text import fold, sanitise

if TYPE_CHECKING:
    from briefs.readers.metadata import Metadata

# What schema.org calls an article, and what sites call it beside that.
_ARTICLES = re.compile(
    r"(?:news|blog|opinion|reportage|analysis|background|review|satirical|scholarly|tech|advertiser)?_?"
    r"(?:article|posting|report|story)|(?:opinion|reportage|analysis|review|background)newsarticle|"
    r"advertisercontentarticle|(?:liveblog|socialmedia)posting|review",
    re.IGNORECASE,
)
_PAGES = frozenset({"WebPage", "ItemPage", "CreativeWork", "Thing", "WebContent", ""})  # articles as well, where signed
_OTHERS = frozenset({"WebPage", "WebSite", "Organization", "NewsMediaOrganization"})
_WITHIN = ("@graph", "mainEntity", "mainEntityOfPage", "hasPart", "itemListElement", "publisher", "author")
_PREFIX = re.compile(r"(?:https?://schema\.org/|schema:)", re.IGNORECASE)
_MOST_ARTICLES = 3  # one story may be described several times over
_MOST_OTHERS = 10
_LISTED = 20  # values of one property
_DEEPEST = 8  # lists within lists


def read_linked(values: list[Any], found: Metadata) -> None:
    """Read the JSON-LD documents `values` into `found`."""
    items = [item for data in values for item in _items(data)]
    articles: list[dict[str, Any]] = []
    others: list[tuple[str, dict[str, Any]]] = []
    for item in items:
        kinds = _kinds(item)
        signed = "headline" in item and ("author" in item or "datePublished" in item)
        if any(is_article(kind) for kind in kinds) or (signed and _PAGES & set(kinds)):
            articles.append(item)
        elif named := [kind for kind in kinds if kind in _OTHERS]:
            others.append((named[0], item))
    names = {item["@id"]: item for item in items if isinstance(item.get("@id"), str) and names_of(item, {})}
    for article in own_articles(articles, found):
        add_article(article, names, found)
    for kind, item in others[:_MOST_OTHERS]:
        for name in names_of(item.get("publisher"), names):
            found.add("json-ld:publisher", name, "publisher", "json-ld")
        if kind in {"WebSite", "NewsMediaOrganization"}:
            for name in names_of(item, names):
                found.add(f"json-ld:{kind}", name, "publisher", "json-ld:site")
        if kind == "WebPage":
            for key, origin in (("datePublished", "json-ld:page"), ("dateModified", "updated")):
                for value in _texts(item.get(key))[:1]:
                    found.add(f"json-ld:page:{key}", value, "published", origin)


def is_article(kind: str) -> bool:
    """Whether schema.org or a site's own words call an item of this type an article."""
    return bool(_ARTICLES.fullmatch(kind))


def own_articles(articles: list[dict[str, Any]], found: Metadata) -> list[dict[str, Any]]:
    """Return the articles that bear the page's title; of those that all bear others, related stories say, the first."""
    titles = [fold(c.value) for c in found.candidates if c.field == "title"]
    heads = [fold(" ".join(_texts(article.get("headline") or article.get("name"))[:1])) for article in articles]
    own = [a for a, head in zip(articles, heads, strict=True) if head and any(head in t or t in head for t in titles)]
    nameless = [a for a, head in zip(articles, heads, strict=True) if not head]
    return [*own, *nameless][:_MOST_ARTICLES] or articles[:1]


def add_article(item: dict[str, Any], names: dict[str, Any], found: Metadata, origin: str = "json-ld") -> None:
    """Add what an article's description says; `names` are the items that it may refer to by their "@id"."""
    for key in ("headline", "name", "alternativeHeadline"):
        for value in _texts(item.get(key))[:1]:
            found.add(f"{origin}:{key}", value, "title", origin if key == "headline" else f"json-ld:{key}")
    for key, told in (("datePublished", origin), ("dateCreated", "json-ld:created"), ("dateModified", "updated")):
        for value in _texts(item.get(key))[:1]:
            found.add(f"{origin}:{key}", value, "published", told)
    for key in ("author", "creator"):
        for name in names_of(item.get(key), names):
            found.add(f"{origin}:{key}", name, "author", origin)
    for key in ("publisher", "sourceOrganization", "provider"):
        for name in names_of(item.get(key), names):
            found.add(f"{origin}:{key}", name, "publisher", origin)
    for value in _texts(item.get("inLanguage"))[:1]:
        found.add(f"{origin}:inLanguage", value, "language", origin)
    for body in _texts(item.get("articleBody")):
        if len(body) > len(found.body):
            found.body = body[:2_000_000]
    if found.canonical is None and isinstance(item.get("url"), str) and re.match(r"https?://\S+$", item["url"][:2000]):
        found.canonical = sanitise(item["url"][:2000])


def _texts(value: Any, depth: int = 0) -> list[str]:
    """Return the texts that a value holds: itself, those of a list, or what an object says is its value."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return [str(value)]
    if isinstance(value, dict):
        return _texts(value.get("@value"), depth + 1) if depth < _DEEPEST else []
    if isinstance(value, list) and depth < _DEEPEST:
        return [text for item in value[:_LISTED] for text in _texts(item, depth + 1)][:_LISTED]
    return []


def names_of(value: Any, names: dict[str, Any], depth: int = 0) -> list[str]:
    """Return the names that a value gives, in order: a string, an object, a reference or a list of these."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, list) and depth < _DEEPEST:
        return [name for item in value[:_LISTED] for name in names_of(item, names, depth + 1)][:_LISTED]
    if not isinstance(value, dict):
        return []
    if isinstance(value.get("@list"), list):
        return names_of(value["@list"], names, depth + 1)
    for key in ("name", "@value", "legalName", "alternateName"):
        if told := _texts(value.get(key)):
            return told
    parts = [" ".join(_texts(value.get(key))[:1]) for key in ("givenName", "familyName")]
    if all(parts):
        return [" ".join(parts)]
    other = names.get(value["@id"]) if isinstance(value.get("@id"), str) else None
    return names_of({**other, "@id": None}, {}, depth + 1) if other else []


def _kinds(item: dict[str, Any]) -> list[str]:
    """Return the types of an item without the vocabulary's address; one empty where it says none."""
    return [_PREFIX.sub("", kind, count=1).rpartition("/")[2] for kind in _texts(item.get("@type"))] or [""]


def _items(data: Any) -> Iterator[dict[str, Any]]:
    """Yield the objects of a JSON-LD document down to a few levels, graphs and lists unfolded."""
    queue = [(data, 0)]
    place = 0
    while place < min(len(queue), 2000):
        item, depth = queue[place]
        place += 1
        if isinstance(item, list):
            queue += [(entry, depth) for entry in item[:500]]
        elif isinstance(item, dict):
            item = _plain(item)
            yield item
            if depth < 3:
                queue += [(item[key], depth + 1) for key in _WITHIN if key in item]


def _plain(item: Any, depth: int = 0) -> Any:
    """Return an object with the vocabulary's prefix taken off its names ("schema:headline"), and off those within."""
    if isinstance(item, list):
        return [_plain(value, depth) for value in item[:500]] if depth else item
    if isinstance(item, dict) and any(_PREFIX.match(key) for key in item if isinstance(key, str)) and depth < _DEEPEST:
        return {_PREFIX.sub("", key, count=1): _plain(value, depth + 1) for key, value in item.items()}
    return item
