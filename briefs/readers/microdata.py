"""What a page says of itself in its elements, as the objects that JSON-LD would give.

That is microdata (itemscope, itemprop), and RDFa where it speaks of the same (typeof, property). Properties
that stand in no item are the page's own, as sites use them that mark an author's name and nothing else.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import Any

from lxml import etree  # type: ignore[import-untyped]  # lxml ships no types

from briefs.extract.wordlist import words
from briefs.readers.hints import hints_of

_READ = words("headline name author creator datePublished dateCreated dateModified publisher inLanguage url")
_PREFIX = re.compile(r"(?:schema|rnews|dc|dcterms|foaf):|https?://schema\.org/", re.IGNORECASE)
_TYPES = re.compile(r"\w{0,30}(?:Article|Posting)|Report|Review|Person|(?:NewsMedia)?Organization")
_CALLED = {  # what Dublin Core and rNews call it
    "date": "datePublished",
    "created": "datePublished",
    "issued": "datePublished",
    "dateline": "",
    "byline": "author",
}
_MOST = 3000  # items and properties
_MOST_VALUES = 20  # of one property of one item
_NEAR = 12  # elements above one that may be a box of comments or of related stories
_DEEP = 100  # elements above one that may be its item
_WITHIN = 60  # elements within one that are asked for their text
_LONGEST = 400  # characters of one value
_ELSEWHERE = frozenset({"comments", "related"})


def items_of(tree: etree._Element) -> list[dict[str, Any]]:
    """Return the items of `tree` with the properties that tell of an article; the page's own come last, as Article."""
    page: dict[str, Any] = {"@type": "Article"}
    items: dict[etree._Element, dict[str, Any]] = {}
    for element in tree.xpath("//*[@itemscope or @itemprop] | //body//*[@typeof or @property]")[:_MOST]:
        item: dict[str, Any] | None = None
        kind = _type_of(element)
        if kind is not None:
            item = items[element] = {"@type": kind}
        names = _properties(element)
        if not names:
            continue
        above = list(islice(element.iterancestors(), _DEEP))
        if _ELSEWHERE & frozenset().union(*(hints_of(e, e.tag) for e in above[:_NEAR])):
            continue
        owner = next((items[e] for e in above if e in items), page)
        for name in names:
            values = owner.setdefault(name, [])
            if len(values) < _MOST_VALUES:
                values.append(item if item is not None else _value(element))
    return [_told(item) for item in [*items.values(), page]]


def _type_of(element: etree._Element) -> str | None:
    """Return the type of the item that an element is, or None where it is none; of RDFa only what tells of articles."""
    if element.get("itemscope") is not None:
        return (element.get("itemtype") or "").rpartition("/")[2]
    kinds = [_PREFIX.sub("", kind, count=1) for kind in (element.get("typeof") or "").split()[:4]]
    return next((kind for kind in kinds if _TYPES.fullmatch(kind)), None)


def _properties(element: etree._Element) -> list[str]:
    """Return the properties of an article or of who made it that an element gives."""
    names = (element.get("itemprop") or "").split()[:4]
    told = (element.get("property") or "").split()[:4]
    plain = [_PREFIX.sub("", name, count=1) for name in told]
    names += [_CALLED.get(name, name) for name in plain]
    return [name for name in dict.fromkeys(names) if name in _READ]


def _value(element: etree._Element) -> str:
    """Return what a property says: its content or time, else its text."""
    stated: str | None = element.get("content") or element.get("datetime")
    if stated is not None:
        return stated.strip()
    parts = [element.text or ""]
    for inner in islice(element.iterdescendants(), _WITHIN):
        parts += [" ", inner.text or "" if isinstance(inner.tag, str) else "", inner.tail or ""]
    return " ".join("".join(parts).split())[:_LONGEST]


def _told(item: dict[str, Any]) -> dict[str, Any]:
    """Return the item with single values instead of lists of one; empty ones are gone."""
    found: dict[str, Any] = {}
    for name, value in item.items():
        values = [v for v in value if v] if isinstance(value, list) else [value]
        if values:
            found[name] = values if len(values) > 1 and name in {"author", "creator", "name"} else values[0]
    return found
