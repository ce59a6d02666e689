"""Who signed the article: by the visible bylines and the metadata together."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from briefs.extract.body import Body
from briefs.extract.page.around import surroundings
from briefs.extract.page.bylines import cased, is_agency, is_role, kind_of, looks_like_name, names_in, places_of
from briefs.extract.page.credits import is_byline
from briefs.extract.page.dates import find_dates
from briefs.extract.page.furniture import role_of
from briefs.extract.page.imprint import is_press
from briefs.extract.page.phrases import DATE_LABEL, NAVIGATION
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


@dataclass
class _Vote:
    name: str
    weight: float
    evidence: Evidence
    kind: Literal["person", "organisation"]


def find_authors(article: Article, body: Body, publisher: str | None, tables: Tables) -> tuple[Author, ...]:
    """Return those who signed the article, in the order of the byline; empty where nobody is shown."""
    sites = {fold(publisher)} if publisher else set()
    signing = {fold(c.value) for c in article.candidates if c.field == "author"}
    sites |= {fold(c.value) for c in article.candidates if c.field == "publisher"} - signing
    stated = list(_stated(article, sites, tables))
    shown = list(_bylines(article, body, sites, tables))
    if not any(v.kind == "person" for v in [*stated, *shown]):
        shown += _bare(article, body, sites, tables)
    votes = _combined(stated, shown)
    if not votes:
        votes = list(_credited(article, body, sites, tables))
    people = [v for v in votes if v.kind == "person"]
    return tuple(_author(v, [*stated, *shown]) for v in (people or votes)[:12])


def _combined(stated: list[_Vote], shown: list[_Vote]) -> list[_Vote]:
    """Return one vote a name: visible bylines and metadata together, names that only weak places give left out."""
    totals: dict[str, float] = {}
    firsts: dict[str, _Vote] = {}
    for vote in [*shown, *stated]:
        key = _key(vote.name)
        totals[key] = totals.get(key, 0.0) + vote.weight
        kept = firsts.get(key)
        if kept is None:
            firsts[key] = vote
    persons = [k for k, v in firsts.items() if v.kind == "person"]
    best = max((totals[k] for k in persons or list(firsts)), default=0.0)
    result = [v for k, v in firsts.items() if totals[k] >= max(0.9, best * 0.34)]
    result = [v for v in result if not _several_in_one(v, result)]
    return [
        v
        for v in result
        if not any(o is not v and _key(v.name) != _key(o.name) and _part_of(v.name, o.name) for o in result)
    ]


def _several_in_one(vote: _Vote, votes: list[_Vote]) -> bool:
    """Whether a name is those of two others, which a page sets side by side with nothing between them."""
    words = fold(vote.name).split()
    others = [fold(o.name).split() for o in votes if o is not vote and " " in o.name]
    inside = [other for other in others if len(other) < len(words) and set(other) <= set(words)]
    return len(inside) > 1 and sum(map(len, inside)) == len(words)


def _part_of(short: str, long: str) -> bool:
    """Whether `short` is a form of `long` with words left out ("J. Doe" is not; "Doe" is)."""
    a, b = fold(short).split(), fold(long).split()
    return len(a) < len(b) and set(a) <= set(b)


def _author(vote: _Vote, votes: list[_Vote]) -> Author:
    same = [v for v in votes if _key(v.name) == _key(vote.name)] or [vote]
    grounds = tuple(dict.fromkeys(v.evidence for v in sorted(same, key=lambda v: v.evidence.part != "source")))[:6]
    return Author(vote.name, vote.kind, grounds, round(min(0.99, 0.4 + 0.15 * sum(v.weight for v in same)), 3))


def _key(name: str) -> str:
    return re.sub(r"[\W_]+", "", fold(name))


def _stated(article: Article, sites: set[str], tables: Tables) -> Iterator[_Vote]:
    """Yield the names in metadata and in the elements that the page marks as bylines."""
    for candidate in article.candidates:
        if candidate.field != "author" or len(candidate.value) > 300:
            continue
        value = candidate.value
        if candidate.origin == "byline" and (
            role_of(value) not in {None, "byline", "date"} or not (is_byline(value) or _named(value))
        ):
            continue
        weight = _WEIGHTS.get(candidate.origin, 2.0)
        if (value.startswith("@") and candidate.origin == "twitter:creator") or _desk_of_site(value, sites):
            continue
        base = candidate.evidence
        for name, start, end in names_in(candidate.value, sites, tables):
            evidence = base
            if base.text == candidate.value:
                evidence = Evidence(base.part, base.start + start, base.start + end, candidate.value[start:end])
            yield _Vote(name, weight, evidence, kind_of(name, tables))


_HOST = re.compile(r"(?:www\.)?[\w-]{2,60}(?:\.[\w-]{2,60}){1,3}")
_LIST = re.compile(r"\s?[,;/&]\s?|\s(?:and|und|et|y|e|en|och|og)\s")


def _desk_of_site(value: str, sites: set[str]) -> bool:
    """Whether an author is the site or one of its desks: "harbourpost.com", "Shipping and ports - Harbour Post"."""
    head, cut, tail = value.rpartition(" - ") if " - " in value else value.rpartition(" | ")
    if not cut:
        return bool(_HOST.fullmatch(value))
    ours = fold(tail) in sites or bool(_HOST.fullmatch(tail))
    return ours and not all(looks_like_name(part) for part in _LIST.split(head))


def _named(text: str) -> bool:
    """Whether a line marked as byline is a name and no button or date."""
    return (
        len(text) <= 60 and not any(c.isdigit() for c in text) and 2 <= len(text.split()) <= 6 and looks_like_name(text)
    )


_POSTED = re.compile(r"\b[Bb]y\s+[A-Z]")  # "Posted on 3 May 2024 by Ann Lee"
_CONTACT = re.compile(
    r"\b(?:media|press|investors?|sales) (?:contacts?|enquir|inquir|office|relations)|\binfo@|\bpress@|"
    r"^\W{0,3}(?:investors?|media|press|contacts?|enquiries|inquiries|questions|public relations|sales|customers?|"
    r"for (?:media|investors?))\b[^:\n]{0,30}:",
    re.IGNORECASE,
)
_SIGNED = re.compile("作者|记者|記者|撰文|기자")
_EDITED = re.compile("编辑|編輯|編集|编审")


def _bylines(article: Article, body: Body, sites: set[str], tables: Tables) -> Iterator[_Vote]:
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
            yield _Vote(
                name, weight, Evidence("source", place, place + end - start, text[start:end]), kind_of(name, tables)
            )


_BY_ALONE = re.compile(
    r"\W{0,3}(?:(?:written|story|reported|text) )?(?:by|von|par|por|di|authors?|autor|reporter)\W{0,3}", re.IGNORECASE
)


def _bare(article: Article, body: Body, sites: set[str], tables: Tables) -> Iterator[_Vote]:
    """Yield a name that stands without "by" beside the date, on one line with it, or below a "By" of its own."""
    around = surroundings(body)
    below = [o for o, _ in around.below]
    for near in ([o for o, _ in around.above], list(around.within[:8]), below):
        lines = [(o, article.source[o.block.start : o.block.end]) for o in near]
        lines = [(o, t) for o, t in lines if o.role not in _PASSED or _name_of(t)]
        for place, (outside, text) in enumerate(lines):
            base = outside.block.start
            dated_below = place + 1 < len(lines) and lines[place + 1][0].role == "date"
            if dated_below and near is not below and (several := _several(text, tables)):
                for signer, start in several:
                    where = Evidence("source", base + start, base + start + len(signer), signer)
                    yield _Vote(signer, 1.5, where, "person")
            elif outside.role == "date" and len(text) < 120:
                yield from _beside_date(text, base, sites, tables)
            elif (
                outside.role in {"navigation", "junk", "caption"}
                and (name := _name_of(text) or _before_place(text, tables))
                and fold(name) not in sites
            ):
                beside = [o.role for o, _ in [*lines[max(0, place - 2) : place], *lines[place + 1 : place + 3]]]
                if name.casefold() in places_of(tables) or (place > 0 and _PROVIDED.search(lines[place - 1][1])):
                    continue
                alone = place > 0 and _BY_ALONE.fullmatch(lines[place - 1][1])
                near_text = [t for _, t in [*lines[max(0, place - 1) : place], *lines[place + 1 : place + 3]]]
                titled = any(_TITLED.fullmatch(t) or _MAIL.search(t) for t in near_text)
                dated = "date" in beside and near is not below
                headed = place > 0 and lines[place - 1][0].role == "title" and place + 1 == len(lines)
                signed = headed and _signs(name, body, tables)
                if (alone or dated or titled or signed) and kind_of(name, tables) == "person":
                    evidence = Evidence("source", base, base + len(name), name)
                    yield _Vote(cased(name), 3.0 if alone else 1.5, evidence, "person")


def _signs(name: str, body: Body, tables: Tables) -> bool:
    """Whether a name between headline and story is its writer's: a person's, and the story is not about them."""
    given, *rest = name.split()
    return bool(rest) and given.casefold() in tables.given_names and rest[-1] not in body.text


def _several(text: str, tables: Tables) -> list[tuple[str, int]]:
    """Return the full names that alone make a line, each with its place: "Ada Lund and Bo Ek"."""
    parts = re.split(r"(\sand\s)", text) if len(text) <= 100 else []
    names = parts[::2]
    if not 2 <= len(names) <= 4 or not all(
        _named(n) and not is_role(n) and kind_of(n, tables) == "person" for n in names
    ):
        return []
    return [(name, len("".join(parts[: 2 * number]))) for number, name in enumerate(names)]


def _before_place(text: str, tables: Tables) -> str | None:
    """Return the name that stands before a city on a line of its own: "Marta Quiroga | Madrid"."""
    name, _, place = text.partition(" | ")
    return name if place.strip().casefold() in places_of(tables) and _name_of(name) == name else None


def _name_of(text: str) -> str | None:
    """Return the name that a line consists of, or begins with before a role ("Ann Lee, Staff Writer")."""
    name = re.split(r",\s|\s[|·–—-]\s|\s\(|\sin\s(?=[A-Z])", text)[0].strip()
    rest = text[len(name) :]
    if not _named(name) or is_role(name) or len(text) > 80:
        return None
    told = is_role(rest) or is_press(rest) or rest.startswith((" (", " in "))
    return name if not rest or told else None


_MAIL = re.compile(r"^\W{0,2}[\w.+\-]{1,64}@[\w\-]{1,63}\.[\w.\-]{2,63}\W{0,2}$|^@\w{2,30}$")
_TITLED = re.compile(
    r"(?:[A-Z][\w&'’\-]{1,20},? (?:[\w&'’\-]{1,20},? ){0,3})?(?:[Cc]orrespondent|[Rr]eporter|[Ee]ditor|[Ww]riter|"
    r"[Cc]olumnist|[Jj]ournalist|[Rr]eporter[oa]|[Rr]edactora?|[Pp]eriodista|[Cc]orresponsal|[Rr]epórter|[Jj]ornalista|"
    r"[Jj]ournaliste|[Gg]iornalista|[Rr]edakteur(?:in)?|[Kk]orrespondent(?:in)?|[Кк]орреспондент|[Кк]ореспондент)"
    r"(?:,? [\w&'’\- ]{2,40})?"
)
_PROVIDED = re.compile(r"\b(?:provided|presented|sponsored|distributed) by\W*$", re.IGNORECASE)
_PASSED = frozenset({"share", "junk", "advert", "newsletter", "caption", "legal"})


def _beside_date(text: str, base: int, sites: set[str], tables: Tables) -> Iterator[_Vote]:
    """Yield the person whose name opens a line that ends in a date."""
    for written in find_dates(text, limit=1):
        head = text[: written.start].rstrip(" \t・·|,–—-•/:")
        if not head and re.match(r"\s?[|·•–—,-]\s", text[written.end :]):
            yield from _after_date(text, written.end, base, sites, tables)
        once = _undoubled(head)
        if once != head and looks_like_name(once):
            yield _Vote(once, 2.0, Evidence("source", base, base + len(once), once), "person")
            return
        named = [
            n for n in names_in(head, sites, tables) if not NAVIGATION.fullmatch(n[0])
        ]  # "Economy | Ann Lee | ..."
        for name, start, end in named[:1]:
            handle = "_" in name and " " not in name
            if is_agency(name):
                yield _Vote(name, 1.0, Evidence("source", base + start, base + end, text[start:end]), "organisation")
            if kind_of(name, tables) == "person" and (" " in name or handle) and not DATE_LABEL.match(name):
                yield _Vote(name, 2.0, Evidence("source", base + start, base + end, text[start:end]), "person")


def _after_date(text: str, place: int, base: int, sites: set[str], tables: Tables) -> Iterator[_Vote]:
    """Yield the person named right after the date on its line ("3 May 2024 | Ann Lee | Harbour Post")."""
    for name, start, end in names_in(text[place:], sites, tables)[:1]:
        if kind_of(name, tables) == "person" and " " in name and not DATE_LABEL.match(name):
            where = base + place + start
            yield _Vote(
                name, 2.0, Evidence("source", where, where + end - start, text[place + start : place + end]), "person"
            )


def _undoubled(text: str) -> str:
    """Return a name that scraping wrote twice in one go ("Ann_LeeAnn_Lee") once."""
    half = len(text) // 2
    return text[:half] if len(text) % 2 == 0 and half > 2 and text[:half] == text[half:] else text


def _credited(article: Article, body: Body, sites: set[str], tables: Tables) -> Iterator[_Vote]:
    """Yield the reporters of a credit at the end ("Reporting by ...; editing by ...")."""
    for outside in body.outside:
        text = article.source[outside.block.start : outside.block.end]
        match = _CREDITED.search(text) if outside.role == "credit" and len(text) <= 400 else None
        if match:
            for name, start, end in names_in(match[1], sites, tables):
                place = outside.block.start + match.start(1) + start
                yield _Vote(
                    name,
                    2.0,
                    Evidence("source", place, place + end - start, article.source[place : place + end - start]),
                    kind_of(name, tables),
                )
