"""Who signed the article: by the visible bylines and the metadata together."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefs.extract.body import Body
from briefs.extract.page.around import surroundings
from briefs.extract.page.bylines import is_agency, kind_of, looks_like_name, names_in
from briefs.extract.page.credits import is_byline
from briefs.extract.page.furniture import role_of
from briefs.extract.page.openings import opening
from briefs.extract.unlabelled import Vote, is_name, unlabelled
from briefs.model import Article, Author, Evidence
from briefs.tables import Tables
from briefs.text import fold

_WEIGHTS = {
    "json-ld": 4.0,
    "microdata": 3.0,
    "byline": 3.0,
    "markdown:author": 5.0,
    "markdown:authors": 5.0,
    "twitter:creator": 0.3,
}
_CREDITED = re.compile(
    r"(?:reporting|written|writing|reported)(?: (?:for|in|from) [^;,]{1,40})? by ((?:(?!,? additional)[^;.\n]){3,120})",
    re.IGNORECASE,
)


def find_authors(article: Article, body: Body, publisher: str | None, tables: Tables) -> tuple[Author, ...]:
    """Return those who signed the article, in the order of the byline; empty where nobody is shown."""
    sites = {fold(publisher)} if publisher else set()
    signing = {fold(c.value) for c in article.candidates if c.field == "author"}
    sites |= {fold(c.value) for c in article.candidates if c.field == "publisher"} - signing
    stated = list(_stated(article, sites, tables))
    shown = [*_opening(article, body, tables), *_bylines(article, body, sites, tables)]
    if not any(v.kind == "person" for v in [*stated, *shown]):
        shown += unlabelled(article, body, sites, tables)
    votes = _combined(stated, shown)
    if not votes:
        votes = list(_credited(article, body, sites, tables))
    people = [v for v in votes if v.kind == "person"]
    return tuple(_author(v, [*stated, *shown]) for v in (people or votes)[:12])


def _combined(stated: list[Vote], shown: list[Vote]) -> list[Vote]:
    """Return one vote a name: visible bylines and metadata together, names that only weak places give left out."""
    totals: dict[str, float] = {}
    firsts: dict[str, Vote] = {}
    for vote in [*shown, *stated]:
        key = _key(vote.name)
        totals[key] = totals.get(key, 0.0) + vote.weight
        firsts.setdefault(key, vote)
    persons = [k for k, v in firsts.items() if v.kind == "person"]
    best = max((totals[k] for k in persons or list(firsts)), default=0.0)
    result = [v for k, v in firsts.items() if totals[k] >= max(0.9, best * 0.34)]
    result = [v for v in result if not _several_in_one(v, result)]
    return [
        v
        for v in result
        if not any(o is not v and _key(v.name) != _key(o.name) and _part_of(v.name, o.name) for o in result)
    ]


def _several_in_one(vote: Vote, votes: list[Vote]) -> bool:
    """Whether a name is those of two others, which a page sets side by side with nothing between them."""
    words = fold(vote.name).split()
    others = [fold(o.name).split() for o in votes if o is not vote and " " in o.name]
    inside = [other for other in others if len(other) < len(words) and set(other) <= set(words)]
    return len(inside) > 1 and sum(map(len, inside)) == len(words)


def _part_of(short: str, long: str) -> bool:
    """Whether `short` is a form of `long` with words left out ("J. Doe" is not; "Doe" is)."""
    a, b = fold(short).split(), fold(long).split()
    return len(a) < len(b) and set(a) <= set(b)


def _author(vote: Vote, votes: list[Vote]) -> Author:
    same = [v for v in votes if _key(v.name) == _key(vote.name)] or [vote]
    grounds = tuple(dict.fromkeys(v.evidence for v in sorted(same, key=lambda v: v.evidence.part != "source")))[:6]
    return Author(vote.name, vote.kind, grounds, round(min(0.99, 0.4 + 0.15 * sum(v.weight for v in same)), 3))


def _key(name: str) -> str:
    return re.sub(r"[\W_]+", "", fold(name))


def _stated(article: Article, sites: set[str], tables: Tables) -> Iterator[Vote]:
    """Yield the names in metadata and in the elements that the page marks as bylines."""
    for candidate in article.candidates:
        if candidate.field != "author" or len(candidate.value) > 300:
            continue
        value = candidate.value
        if candidate.origin == "byline" and (
            role_of(value) not in {None, "byline", "date"}
            or not (is_byline(value) or is_name(value) or is_agency(value))
        ):
            continue
        weight = _WEIGHTS.get(candidate.origin, 2.0)
        if (value.startswith("@") and candidate.origin == "twitter:creator") or _desk_of_site(value, sites):
            continue
        base = candidate.evidence
        if base.part == "metadata" and (name := _filed(value, tables)):
            yield Vote(name, weight, base, "person")
            continue
        for name, start, end in names_in(candidate.value, sites, tables):
            evidence = base
            if base.text == candidate.value:
                evidence = Evidence(base.part, base.start + start, base.start + end, candidate.value[start:end])
            yield Vote(name, weight, evidence, kind_of(name, tables))


_FILED = re.compile(r"([^\W\d_][\w'’-]{1,30}), ([^\W\d_][\w'’.-]{1,30}(?: [^\W\d_][\w'’.-]{0,30}){0,2})")


def _filed(value: str, tables: Tables) -> str | None:
    """Return a name as bylines print it that metadata give as a catalogue ("Lee, Ann") or an account ("ann lee").

    Only those whose given name is known: an account may be a desk's, and two words with a comma two people.
    """
    turned = _FILED.fullmatch(value)
    account = value.islower() and value.count(" ") in {1, 2}
    name = f"{turned[2]} {turned[1]}" if turned else value if account else ""
    known = bool(name) and name.split()[0].casefold() in tables.given_names
    twice = turned is not None and turned[1].casefold() in tables.given_names
    return (name.title() if name.islower() else name) if known and not twice else None


_HOST = re.compile(r"(?:www\.)?[\w-]{2,60}(?:\.[\w-]{2,60}){1,3}")
_LIST = re.compile(r"\s?[,;/&]\s?|\s(?:and|und|et|y|e|en|och|og)\s")


def _desk_of_site(value: str, sites: set[str]) -> bool:
    """Whether an author is the site or one of its desks: "harbourpost.com", "Shipping and ports - Harbour Post"."""
    head, cut, tail = value.rpartition(" - ") if " - " in value else value.rpartition(" | ")
    if not cut:
        return bool(_HOST.fullmatch(value))
    ours = fold(tail) in sites or bool(_HOST.fullmatch(tail))
    return ours and not all(looks_like_name(part) for part in _LIST.split(head))


_POSTED = re.compile(r"\b[Bb]y\s+[A-Z]")  # "Posted on 3 May 2024 by Ann Lee"
_CONTACT = re.compile(
    r"\b(?:media|press|investors?|sales) (?:contacts?|enquir|inquir|office|relations)|\binfo@|\bpress@|"
    r"^\W{0,3}(?:investors?|media|press|contacts?|enquiries|inquiries|questions|public relations|sales|customers?|"
    r"for (?:media|investors?))\b[^:\n]{0,30}:",
    re.IGNORECASE,
)
_SIGNED = re.compile("作者|记者|記者|撰文|기자")
_EDITED = re.compile("编辑|編輯|編集|编审")


def _bylines(article: Article, body: Body, sites: set[str], tables: Tables) -> Iterator[Vote]:
    """Yield the names of the lines near the story that say who wrote it."""
    near = surroundings(body)
    places = [*near.above, *((o, 5) for o in near.within), *near.below]
    for outside, distance in places:
        text = article.source[outside.block.start : outside.block.end]
        if outside.role in {"related", "comments", "caption", "reference"} or len(text) > 200:
            continue
        if _CONTACT.search(text):
            continue
        signed = bool(_SIGNED.search(text))
        posted = outside.role == "date" and _POSTED.search(text)
        if outside.role != "byline" and not signed and not posted and (outside.role == "credit" or not is_byline(text)):
            continue
        weight = 3.0 if distance <= 12 else 1.0
        if not signed and _EDITED.search(text):
            weight = 0.4
        for name, start, end in names_in(text, sites, tables):
            place = outside.block.start + start
            yield Vote(
                name, weight, Evidence("source", place, place + end - start, text[start:end]), kind_of(name, tables)
            )


def _opening(article: Article, body: Body, tables: Tables) -> Iterator[Vote]:
    """Yield those whom the opening of the story names as its writers: "[세종=마포신문] 한가람 기자 ="."""
    for start, end, _ in body.pieces[:2]:
        match = opening(article.source[start : min(end, start + 120)])
        written = match.groupdict().get("n") if match else None
        if match and written:
            for part in re.finditer(r"[^\s·,，、]+", written):
                place = start + match.start("n") + part.start()
                evidence = Evidence("source", place, place + len(part.group()), part.group())
                yield Vote(part.group(), 3.0, evidence, kind_of(part.group(), tables))


def _credited(article: Article, body: Body, sites: set[str], tables: Tables) -> Iterator[Vote]:
    """Yield the reporters of a credit at the end ("Reporting by ...; editing by ...")."""
    for outside in body.outside:
        text = article.source[outside.block.start : outside.block.end]
        match = _CREDITED.search(text) if outside.role == "credit" and len(text) <= 400 else None
        if match:
            for name, start, end in names_in(match[1], sites, tables):
                place = outside.block.start + match.start(1) + start
                yield Vote(
                    name,
                    2.0,
                    Evidence("source", place, place + end - start, article.source[place : place + end - start]),
                    kind_of(name, tables),
                )
