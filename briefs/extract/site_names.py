"""The site's name at the ends of a title: what it is, and the title without it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import urlsplit

from briefs.extract.page.imprint import is_press
from briefs.model import Article
from briefs.text import fold

# What parts a headline from the name of its site or section.
CUT = re.compile(
    r"(?<!\s)\s+[|–—•·»›«:\-]{1,2}\s+|\s?[|｜]\s?|\s::\s|\s»\s?|\s?\bPrint(?:er[ -]friendly)?(?: version)?:\s|"
    r"\s\((?:print(?:able|er[ -]friendly)?)(?: version)?\)$|"
    "(?<=[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3])_(?=[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3])"
)


def site_names(article: Article) -> frozenset[str]:
    """Return the keys of the names that the page gives its site, the host's own name among them."""
    titles = {key_of(c.value) for c in article.candidates if c.field == "title" and CUT.search(c.value)}
    names = {key_of(c.value.lstrip("@")) for c in article.candidates if c.field == "publisher"} - titles
    host = urlsplit(article.address).hostname if article.address else None
    if host:
        host = host.removeprefix("www.")
        labels = host.split(".")
        names |= {key_of(name) for name in (host, labels[0], labels[-2:][0])}
    return frozenset(n for n in names if len(n) > 1)


def without_site(value: str, sites: Iterable[str]) -> tuple[int, int]:
    """Return the part of `value` that is left when the site's name and section are taken off its ends."""
    known = set(sites)
    start, end = 0, len(value)
    cuts = list(CUT.finditer(value))
    for cut in reversed(cuts):
        if "»" in cut.group() and "«" in value[: cut.start()]:
            continue  # closes a quotation
        tail = key_of(value[cut.end() : end])
        strong = any(mark in cut.group() for mark in "|｜»•")
        is_site = (
            not tail
            or tail in known
            or any(
                len(k) > 3 and ((k in tail and len(tail) < len(k) + 14) or (tail in k and len(tail) > 3)) for k in known
            )
        )
        if is_site or (strong and len(value[cut.end() : end].split()) <= 4 and len(value[: cut.start()].split()) >= 3):
            end = cut.start()
        else:
            break
    for cut in cuts:
        if cut.start() >= end:
            break
        if key_of(value[start : cut.start()]) in known:
            start = cut.end()
        else:
            break
    return start, end


def key_of(text: str) -> str:
    """Return the letters and digits of `text`, folded: titles are compared by them."""
    return re.sub(r"[\W_]+", "", fold(text))


def press_at_end(text: str) -> frozenset[str]:
    """Return the key of the publication whose name ends a headline behind a dash ("... - The Strait Herald")."""
    cut = next(iter(list(CUT.finditer(text))[-1:]), None)
    tail = text[cut.end() :] if cut else ""
    head = text[: cut.start()] if cut else ""
    named = all(w[0].isupper() or w in {"of", "the", "and", "&"} for w in tail.split())
    return frozenset({key_of(tail)}) if tail and named and len(head.split()) > 3 and is_press(tail) else frozenset()
