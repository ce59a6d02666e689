"""Who published the article: metadata, the site's own lines, the domain, the wire's credit, by vote."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from briefs.extract.body import Body
from briefs.extract.title import site_names, without_site
from briefs.extract.wordlist import words
from briefs.model import Article, Evidence, Ground
from briefs.tables import Tables
from briefs.text import fold

_WEIGHTS = {
    "og:site_name": 4.0,
    "json-ld": 3.0,
    "json-ld:site": 2.0,
    "publisher": 2.5,
    "application-name": 1.5,
    "apple-mobile-web-app-title": 1.0,
    "twitter:site": 0.6,
    "title": 1.5,
}
_WORD = r"[A-Z0-9][\w'’&.+\-]{0,24}"
_NAME = rf"(?P<n>{_WORD}(?: (?:of|the|and|&|in|on|de|for|la|el|del|{_WORD})){{0,5}})"
_LOWER = rf"(?P<n>(?:[^\W_][\w'’&.+\-]{{0,24}})(?: (?:of|the|and|&|{_WORD})){{0,5}})"  # some write theirs small
_YEARS = r"(?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)\d\d)?,?"
# What sites print around their own name, and how much each form tells.
_FORMS: tuple[tuple[re.Pattern[str], float], ...] = tuple(
    (re.compile(form), weight)
    for form, weight in (
        (rf"(?:©|\(c\)|[Cc]opyright)[ ©]{{0,4}}(?:[Cc]opyright )?(?:{_YEARS}\s{{1,3}})?(?:by )?{_LOWER}", 2.0),
        (rf"^{_LOWER}\s{{0,3}}(?:©|\(c\))", 2.0),
        (rf"^(?:About|Contact|Work at|Work for|Careers at|Jobs at|Advertise with|Advertise on) {_NAME}$", 1.5),
        (rf"^(?:More|Latest|Stories|News|More stories|More news|Best) (?:from|on|at|by) {_NAME}$", 1.0),
        (rf"^(?:More|Get|Try|Download|Support|Subscribe to|Join|Follow|Read) {_NAME}$", 0.8),
        (rf"\b(?:[Ff]ollow|[Ll]ike|[Ff]ind|[Jj]oin|[Ss]upport) {_NAME} on\b", 1.0),
        (
            r"\b(?:[Ss]tay (?:informed|updated|connected) with|[Ss]ubscribe to|[Ss]ign up for|[Ww]elcome to|"
            rf"[Dd]ownload the|[Ss]upport) {_NAME}",
            1.2,
        ),
        (
            r"\b(?:full article|full story|original article|original|originally published|first published|"
            rf"first appeared|originally appeared|appeared first|published first)\s(?:on|in|at|by|from)\s{_NAME}",
            3.0,
        ),
    )
)
_SOURCE = re.compile(rf"\b[Ss]ource\s?[:：]\s?{_NAME}")
_TOLD = re.compile(
    rf"\b(?:told|tells|interview with|statement to|statement issued to|spoke to|speaking to|contacted by|seen by|"
    rf"reviewed by|shared with|owner of) {_NAME}"
)
_WIRE = re.compile(
    r"^[^\n]{0,80}?\((?P<n>Reuters|AP|AFP|Bloomberg|UPI|Xinhua|ANI|PTI|IANS|dpa|EFE|Yonhap|Bernama|Kyodo|TASS|"
    r"Interfax|CNN|CNN Business|CNBC|BBC|MarketWatch|PRNewswire|PR Newswire|BUSINESS WIRE|GLOBE NEWSWIRE|ANSA|"
    r"Anadolu|AA|WAM|SPA|NNN|TNS|AAP|CP|PA|ABC|NBC|CBS|FOX|Dow Jones)\)\s?[-–—:]"
)
_OPENING = re.compile(r"^(?P<n>[A-Z][A-Z0-9&.\-]{2,24}(?: [A-Z][A-Z0-9&.\-]{1,24}){0,3})\s?(?:--|—|–)\s")
_GENERIC = words(
    "the a all this us our your home news contact privacy terms newsletter newsletters app apps facebook",
    "twitter youtube instagram linkedin whatsapp telegram google x email e mail inc ltd llc company group",
    "media network editor editors staff author more top stories daily weekly free best latest getty images",
    "wordpress rights reserved content shutterstock copyright source sources publisher credit personalised",
    "i he she they it we you him her them reporters investors lawmakers parliament",
    "congress journalists media cookie cookies policy support subscribe channel our site monday tuesday",
    "wednesday thursday friday saturday sunday rss",
)


@dataclass
class _Vote:
    name: str
    weight: float
    evidence: Evidence
    table: bool = False


def find_publisher(article: Article, body: Body, tables: Tables) -> tuple[str | None, Ground]:
    """Return the name of the publication or agency that published the article, or None where none is shown."""
    votes = [
        v for v in (*_stated(article, tables), *_addressed(article, tables), *_shown(article, body, tables)) if v.name
    ]
    if not votes:
        return None, Ground()
    totals: dict[str, float] = {}
    for vote in votes:
        totals[_key(vote.name)] = totals.get(_key(vote.name), 0.0) + vote.weight
    shared = {
        k: t + sum(0.5 * o for n, o in totals.items() if n != k and (k in n or n in k)) for k, t in totals.items()
    }
    best = max(totals, key=lambda k: (shared[k], totals[k], -len(k), k))
    if totals[best] < 1.5:
        return None, Ground()
    own = sorted((v for v in votes if _key(v.name) == best), key=lambda v: (not v.table, -v.weight))
    name = own[0].name
    grounds = tuple(dict.fromkeys(v.evidence for v in own))[:8]
    share = totals[best] / sum(totals.values())
    return name, Ground(grounds, round(min(0.99, 0.3 + 0.4 * min(1.0, totals[best] / 4) + 0.3 * share), 3))


def _key(name: str) -> str:
    key = re.sub(r"[\W_]+", "", fold(name))
    key = re.sub(r"(?:com|net|org|couk|inc|ltd|llc)$", "", key) or key
    return key.removeprefix("the") if len(key) > 7 else key


def _canonical(name: str, tables: Tables) -> tuple[str, bool]:
    """Return the name as the table writes it, and whether it is in the table."""
    known = tables.publisher_by_alias.get(fold(name)) or tables.publisher_by_domain.get(fold(name).removeprefix("www."))
    return (known.name, True) if known else (name, False)


def _stated(article: Article, tables: Tables) -> Iterator[_Vote]:
    for candidate in article.candidates:
        value = candidate.value
        if candidate.field == "publisher" and len(value) <= 80:
            if value.startswith("@") or "://" in value:
                known = tables.publisher_by_alias.get(fold(value.lstrip("@")))
                if known:
                    yield _Vote(known.name, 1.0, candidate.evidence, True)
                continue
            name, sure = _canonical(value, tables)
            weight = _WEIGHTS.get(candidate.origin, 3.0 if candidate.origin.startswith("markdown:") else 1.0)
            yield _Vote(name, weight, candidate.evidence, sure)
        elif candidate.field == "title" and candidate.origin in {"title", "json-ld:name"}:
            yield from _suffix(article, value, candidate.evidence, tables)


def _suffix(article: Article, value: str, evidence: Evidence, tables: Tables) -> Iterator[_Vote]:
    """Yield the site's name that ends a page's title."""
    start, end = without_site(value, site_names(article))
    rest = value[end:]
    tail = rest.strip(" |-–—•·»:›")
    tail = re.split(r"\s[|–—•·»\-]\s", tail)[-1].strip()
    if not tail and start == 0:
        parts = re.split(r"\s[|–—»\-]\s", value)
        tail = parts[-1].strip() if len(parts) > 1 and _canonical(parts[-1].strip(), tables)[1] else ""
    if tail and len(tail) <= 40:
        name, sure = _canonical(tail, tables)
        at = value.rindex(tail)
        place = evidence.start + at
        yield _Vote(name, 1.5, Evidence(evidence.part, place, place + len(tail), tail), sure)


def _addressed(article: Article, tables: Tables) -> Iterator[_Vote]:
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
            yield _Vote(
                known.name, 5.0, Evidence("address", at, at + len(domain), address[at : at + len(domain)]), True
            )
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
    for candidate in article.candidates:
        if candidate.field == "publisher" and stem and _key(candidate.value) == _key(stem):
            yield _Vote(_canonical(candidate.value, tables)[0], 2.0, evidence)
            return
    yield _Vote(domain, 1.6, evidence)


def _shown(article: Article, body: Body, tables: Tables) -> Iterator[_Vote]:
    """Yield what the visible lines say: copyright, the site's boxes, the wire's credit, whom people "told"."""
    source = article.source
    named: dict[str, list[tuple[str, Evidence, float]]] = {}

    def note(name: str, start: int, weight: float) -> None:
        name = name.strip(" .,-–—'’")
        start = source.find(name, max(0, start - 2))
        if not name or start < 0 or all(w in _GENERIC for w in re.findall(r"\w+", fold(name))) or name.isdigit():
            return
        evidence = Evidence("source", start, start + len(name), name)
        named.setdefault(_key(name), []).append((name, evidence, weight))

    first = body.pieces[0][0] if body.pieces else 0
    previous = ""
    for outside in body.outside:
        block = outside.block
        text = source[block.start : block.end]
        if len(text) > 400:
            continue
        if outside.role in {"date", "byline", "credit"} and (match := _SOURCE.search(text)):
            note(_trimmed(match["n"], tables), block.start + match.start("n"), 2.0)
        for pattern, weight in _FORMS if outside.role != "caption" else ():
            if match := pattern.search(text):
                note(_trimmed(match["n"], tables), block.start + match.start("n"), weight)
        if (
            re.match(r"\W{0,3}(?:©|all rights)", text, re.IGNORECASE)
            and 0 < len(previous.split()) <= 5
            and previous[:1].isupper()
        ):
            note(previous, max(0, source.rfind(previous, 0, block.start)), 1.5)
        for match in re.finditer(r"[\w.+\-]{1,64}@((?:[\w\-]{1,63}\.){1,4}[a-z]{2,10})", text):
            domain = match[1].lower()
            known = tables.publisher_by_domain.get(domain) or tables.publisher_by_domain.get(
                ".".join(domain.split(".")[-2:])
            )
            if known and (outside.role == "byline" or abs(block.start - first) < 3000):
                at = block.start + match.start(1)
                yield _Vote(known.name, 2.5, Evidence("source", at, at + len(match[1]), match[1]), True)
        known = tables.publisher_by_alias.get(fold(text)) if len(text) <= 40 else None
        if known and outside.role not in {"related", "tags"}:
            weight = 0.7 if " " in text or "." in text else 0.3
            yield _Vote(known.name, weight, Evidence("source", block.start, block.end, text), True)
        previous = text

    for start, end, _ in body.pieces:
        text = source[start:end]
        for match in _TOLD.finditer(text):
            name = _trimmed(match["n"], tables)
            known = tables.publisher_by_alias.get(fold(name))
            if known or _key(name) in named or any(_key(name) == _key(w) for w in site_names(article)):
                note(name, start + match.start("n"), 1.2)
    if body.pieces:
        for start, end, _ in body.pieces[:3]:
            lead = source[start : min(end, start + 200)]
            for pattern, weight in ((_WIRE, 1.6), (_OPENING, 2.0)):
                if match := pattern.match(lead):
                    name = match["n"]
                    if pattern is _OPENING and fold(name) not in tables.publisher_by_alias and _is_place(name, tables):
                        continue
                    note(name, start + match.start("n"), weight)
    for key in sorted(named):
        for name, evidence, weight in named[key]:
            canonical, sure = _canonical(name, tables)
            yield _Vote(canonical, weight + (0.5 if sure else 0.0), evidence, sure)


def _is_place(name: str, tables: Tables) -> bool:
    return fold(name) in tables.country_by_name or any(
        fold(name) == fold(form) for p in tables.places for form in (p.name, *p.aliases)
    )


def _trimmed(name: str, tables: Tables) -> str:
    """Return `name` without the words that follow it on a copyright line ("Acme News All Rights Reserved")."""
    name = re.split(
        r"\s(?:All|Inc|Ltd|LLC|Limited|Corp|Pvt|Newsletter|Newsletters|App|Channel|for|on|in|and|the)\b|[.,;:](?:\s|"
        r"$)|\s(?:19|20)\d\d",
        name,
    )[0]
    words = name.split()
    for length in range(len(words), 0, -1):
        if fold(" ".join(words[:length])) in tables.publisher_by_alias:
            return " ".join(words[:length])
    return name
