"""Who published the article: metadata, the site's own lines, the domain, the wire's credit, by vote."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from briefs.extract.body import Body
from briefs.extract.page.imprint import is_press, names_on_page
from briefs.extract.page.mastheads import publisher_key
from briefs.extract.page.phrases import NAVIGATION
from briefs.extract.site_names import site_names, without_site
from briefs.model import Article, Evidence, Ground
from briefs.tables import Tables
from briefs.text import fold

_WEIGHTS = {
    "og:site_name": 4.0,
    "json-ld": 3.0,
    "json-ld:site": 2.0,
    "microdata": 2.5,
    "publisher": 2.5,
    "dc.publisher": 2.5,
    "dcterms.publisher": 2.5,
    "citation_publisher": 2.5,
    "application-name": 1.5,
    "apple-mobile-web-app-title": 1.0,
    "links": 2.0,
    "twitter:site": 0.6,
    "title": 1.5,
}


@dataclass
class _Vote:
    name: str
    weight: float
    evidence: Evidence
    table: bool = False


def find_publisher(article: Article, body: Body, tables: Tables, title: str | None = None) -> tuple[str | None, Ground]:
    """Return the name of the publication or agency that published the article, or None where none is shown.

    `title` is the article's, where it is known.
    """
    lines = _short_lines(article, body)
    votes = [v for v in (*_stated(article, lines, tables, title), *_shown(article, body, tables)) if v.name]
    named = [v.name for v in votes] + [line for line in lines if len(line) <= 40]
    heads = _headlines(article, title)
    votes = [v for v in votes if publisher_key(v.name) not in heads]  # "Opinion | Headline" ends in the headline
    votes = _without_senders([*votes, *_addressed(article, named, tables)], tables)
    if not votes:
        return None, Ground()
    totals: dict[str, float] = {}
    for vote in votes:
        totals[publisher_key(vote.name)] = totals.get(publisher_key(vote.name), 0.0) + vote.weight
    shared = {
        k: t + sum(0.5 * o for n, o in totals.items() if n != k and (k in n or n in k)) for k, t in totals.items()
    }
    best = max(totals, key=lambda k: (shared[k], totals[k], -len(k), k))
    if totals[best] < 1.5:
        return None, Ground()
    own = sorted((v for v in votes if publisher_key(v.name) == best), key=lambda v: (not v.table, -v.weight))
    name = own[0].name
    grounds = tuple(dict.fromkeys(v.evidence for v in own))[:8]
    share = totals[best] / sum(totals.values())
    return name, Ground(grounds, round(min(0.99, 0.3 + 0.4 * min(1.0, totals[best] / 4) + 0.3 * share), 3))


def _headlines(article: Article, title: str | None) -> set[str]:
    """Return the keys of what is a headline and no site's name; the largest heading of many pages is their site's."""
    places = {"title", "h1"} if title else {"title"}
    heads = {publisher_key(c.value) for c in article.candidates if c.field == "title" and c.origin not in places}
    if title:
        heads.add(publisher_key(title))
    return heads - {publisher_key(c.value) for c in article.candidates if c.field == "publisher"}


def _short_lines(article: Article, body: Body) -> list[str]:
    """Return the short lines around the story: the site's own name is often one of them, or opens one."""
    texts = (article.source[o.block.start : o.block.end] for o in body.outside)
    return [text for text in texts if len(text) <= 120]


def _without_senders(votes: list[_Vote], tables: Tables) -> list[_Vote]:
    """Return the votes with those for an agency made small, where the page itself names a site that prints its copy."""

    def sends(vote: _Vote) -> bool:
        known = tables.publisher_by_alias.get(fold(vote.name))
        return known is not None and known.kind in {"agency", "wire"} and vote.evidence.part == "source"

    def heads(vote: _Vote) -> bool:
        known = tables.publisher_by_alias.get(fold(vote.name))
        return vote.weight >= 1.0 and (known is None or known.kind not in {"agency", "wire"}) and is_press(vote.name)

    own = [v for v in votes if (v.evidence.part in {"metadata", "address"} and v.weight >= 1.5) or heads(v)]
    senders = {publisher_key(v.name) for v in own}
    if not own:
        return votes
    return [
        _Vote(v.name, 0.3 * v.weight, v.evidence, v.table) if sends(v) and publisher_key(v.name) not in senders else v
        for v in votes
    ]


def _canonical(name: str, tables: Tables) -> tuple[str, bool]:
    """Return the name as the table writes it, and whether it is in the table."""
    known = tables.publisher_by_alias.get(fold(name)) or tables.publisher_by_domain.get(fold(name).removeprefix("www."))
    return (known.name, True) if known else (name, False)


def _stated(article: Article, lines: list[str], tables: Tables, title: str | None) -> Iterator[_Vote]:
    for candidate in article.candidates:
        value = candidate.value
        if candidate.field == "publisher" and len(value) <= 80:
            if value.startswith("@") or "://" in value:
                known = tables.publisher_by_alias.get(fold(value.lstrip("@")))
                if known:
                    yield _Vote(known.name, 1.0, candidate.evidence, True)
                continue
            name, sure = _canonical(value, tables)
            if candidate.origin == "links" and not sure:
                continue
            weight = _WEIGHTS.get(candidate.origin, 3.0 if candidate.origin.startswith("markdown:") else 1.0)
            yield _Vote(name, weight, candidate.evidence, sure)
        elif candidate.field == "title" and candidate.origin in {"title", "json-ld:name"}:
            yield from _suffix(article, value, candidate.evidence, lines, tables)
            yield from _prefix(article, value, candidate.evidence, tables, title)


def _suffix(article: Article, value: str, evidence: Evidence, lines: list[str], tables: Tables) -> Iterator[_Vote]:
    """Yield the site's name that ends a page's title; it is the surer where a line of the page begins with it."""
    start, end = without_site(value, site_names(article))
    heads = {
        c.value for c in article.candidates if c.field == "title" and c.value != value and value.startswith(c.value)
    }
    end = min(end, len(max(heads, key=len))) if heads and start == 0 else end
    rest = value[end:]
    tail = rest.strip(" |-–—•·»«:›")
    tail = re.split(r"\s[|–—•·»«\-]\s", tail)[-1].strip()
    if not tail and start == 0:
        parts = re.split(r"\s[|–—»«\-]\s", value)
        last = parts[-1].strip() if len(parts) > 1 else ""
        tail = last if last and (_canonical(last, tables)[1] or _opens_a_line(last, lines)) else ""
    if tail and len(tail) <= 40 and not NAVIGATION.fullmatch(tail):  # "... | Business" names a section
        name, sure = _canonical(tail, tables)
        weight = 3.0 if _opens_a_line(tail, lines) else 1.5
        at = value.rindex(tail)
        place = evidence.start + at
        yield _Vote(name, weight, Evidence(evidence.part, place, place + len(tail), tail), sure)


def _prefix(article: Article, value: str, evidence: Evidence, tables: Tables, title: str | None) -> Iterator[_Vote]:
    """Yield the site's name before the headline in a page's title ("Harbour Notes: ..."), where the page heads so."""
    name = value.removesuffix(title).rstrip(" :|-–—•·»") if title and value.endswith(title) else ""
    heads = {publisher_key(c.value) for c in article.candidates if c.field == "title" and c.origin == "h1"}
    canonical, sure = _canonical(name, tables)
    if name and len(name) <= 40 and (sure or publisher_key(name) in heads):
        place = Evidence(evidence.part, evidence.start, evidence.start + len(name), name)
        yield _Vote(canonical, 3.0, place, sure)


def _opens_a_line(name: str, lines: list[str]) -> bool:
    return any(f"{line} ".startswith(f"{name} ") for line in lines)


_ELSEWHERE = re.compile(r"^og:url: https?://(?:www\.)?([^/:\s]{4,200})", re.MULTILINE)
_COPIED = 1.5  # what the address is worth that a page gives as that of the story it prints once more


def _is_copy(article: Article, domain: str) -> bool:
    """Whether the page says that it stands on another site than on `domain`, where its story is from."""
    hosts = [match[1].lower() for match in _ELSEWHERE.finditer(article.metadata)]
    named = any(c.origin == "og:site_name" for c in article.candidates)
    return named and bool(hosts) and not any(f".{host}".endswith(f".{domain}") for host in hosts)


def _addressed(article: Article, named: list[str], tables: Tables) -> Iterator[_Vote]:
    """Yield the publisher whose domain the address shows, or the one of the `named` that the domain spells."""
    address = article.address or ""
    try:
        host = urlsplit(address).hostname or ""
    except ValueError:
        return
    start = address.lower().find(host)
    if not host or start < 0:
        return
    labels = host.removeprefix("www.").split(".")
    for cut in range(len(labels) - 1):
        domain = ".".join(labels[cut:])
        known = tables.publisher_by_domain.get(domain)
        if known:
            at = start + len(host) - len(domain)
            evidence = Evidence("address", at, at + len(domain), address[at : at + len(domain)])
            yield _Vote(known.name, _COPIED if _is_copy(article, domain) else 5.0, evidence, True)
            return
    domain = host.removeprefix("www.")
    at = start + len(host) - len(domain)
    evidence = Evidence("address", at, at + len(domain), address[at : at + len(domain)])
    stem = (
        labels[-3]
        if len(labels) > 2 and labels[-2] in {"co", "com", "org", "net", "gov", "ac"}
        else labels[-2]
        if len(labels) > 1
        else ""
    )
    for name in [c.value for c in article.candidates if c.field == "publisher"] + named:
        if stem and publisher_key(name) == publisher_key(stem):
            yield _Vote(_canonical(name, tables)[0], 2.0, evidence)
            return
    yield _Vote(domain, 1.6, evidence)


def _shown(article: Article, body: Body, tables: Tables) -> Iterator[_Vote]:
    """Yield what the visible lines say."""
    for name, weight, evidence in names_on_page(article, body, tables):
        canonical, sure = _canonical(name, tables)
        yield _Vote(canonical, weight + (0.5 if sure and weight > 1 else 0.0), evidence, sure)
