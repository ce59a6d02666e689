"""Who signed the article: bylines in all their forms, and what the metadata says, cleaned of roles, sites and addresses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from briefs.extract.wordlist import words
from briefs.extract.around import surroundings
from briefs.extract.body import Body
from briefs.extract.dates import find_dates
from briefs.extract.furniture import DATE_LABEL, is_byline, role_of
from briefs.model import Article, Author, Evidence
from briefs.tables import Tables
from briefs.text import fold

_WEIGHTS = {"json-ld": 4.0, "byline": 3.0, "markdown:author": 5.0, "markdown:authors": 5.0, "twitter:creator": 0.3}
_GLUED = re.compile(r"(?<=[a-z]{2})(?=[A-Z][a-z])")
_LEAD = re.compile(
    r"[\W_]{0,4}(?:(?:text|story|words|report|article|column|analysis|opinion|commentary|written|reported|posted|"
    r"published|photos?|interview|exclusive|updated)\s)?"
    r"(?:by|von|par|por|di|door|av|af|oleh|author|authors|autor[ae]?s?|auteur|texte?|reporter|journalist|penulis|"
    r"автор|текст|作者|撰文|文|記者|记者|本报记者|本社記者)(?:\s?[:：／/]\s{0,3}|\s{1,4})",
    re.IGNORECASE,
)
_CREDITED = re.compile(
    r"(?:reporting|written|writing|reported)(?: (?:for|in|from) [^;,]{1,40})? by ([^;.\n]{3,120})", re.IGNORECASE
)
_SPLIT = re.compile(
    r"\s*(?:[,;/|·•、，；&]|\s+(?:and|und|et|y|e|en|och|og|dan|with|ja|и|та|ve|és)\s+|\s[–—-]\s|\n)\s*", re.IGNORECASE
)
_ROLE = re.compile(
    r"\b(?:editor|reporter|correspondent|writer|columnist|journalist|producer|staff|contributor|contributing|analyst|"
    r"chief|bureau|senior|deputy|assistant|associate|managing|"
    r"executive|business|politics|political|technology|tech|science|health|sports?|news|desk|team|special|freelance|"
    r"professor|director|fellow|founder|ceo|president|"
    r"photographer|intern|redaktion|redakteur|korrespondent|rédact\w+|redacci[oó]n|redazione|opinion|column|expert|"
    r"critic|specialist|strategist|economist|by|updated|published|posted|"
    r"share|comments?|min|read|follow|email|view|more|all|articles|posts|about|author|bio|profile|archive|twitter|"
    r"facebook|subscribe|image|photo|credit|getty|via|source|for|from|in|on|at|the|of)\b",
    re.IGNORECASE,
)
_DESK = re.compile(
    r"\b(?:staff|desk|team|newsroom|news|agency|agencies|bureau|editors?|editorial|board|redaktion|rédaction|"
    r"redacción|redazione|press|wire|online|web|network|service|magazine|times|post|media|"
    r"reporters?|correspondents?|writers?|digital|daily|today|tv|radio|group|inc|ltd|university|institute|centre|"
    r"center)\b|\.com\b|通讯社|通信|编辑部|編集部|뉴스|편집|신문",
    re.IGNORECASE,
)
_AGENCIES = {
    "reuters", "ap", "associated press", "the associated press", "afp", "agence france-presse", "bloomberg", "bloomberg news", "pti", "ani", "ians", "upi", "dpa", "efe", "xinhua", "bernama",
    "yonhap", "kyodo", "tass", "interfax", "ansa", "anadolu", "anadolu agency", "aap", "the canadian press", "canadian press", "pa media", "press association", "dow jones", "agencies", "newswire", "belga", "anp", "cnn", "bbc",
}  # fmt: skip
_HANDLE = re.compile(r"@?[A-Za-z]\w{1,30}")
_EMAIL = re.compile(r"\(?[\w.+\-]{1,64}@[\w\-]{1,63}(?:\.[\w\-]{1,63}){1,4}\)?")
_URL = re.compile(r"https?://\S{1,2000}|www\.\S{1,500}")
_KOREAN = re.compile(
    r"([가-힣]{2,4})\s?(?:(?:선임|수석|인턴|객원|전문|문화|경제|정치)?기자|특파원|논설위원|편집위원|통신원|칼럼니스트|에디터)(?![가-힣])"
)
_CHINESE = re.compile(
    r"(?:(?:本报|本報|本社|实习|見習)?(?:记者|記者|作者|撰文|编辑|編輯|文|執筆))\s?[:：/／]?\s?([\u4e00-\u9fff·]{2,4}(?:[、，, "
    r"][\u4e00-\u9fff·]{2,4}){0,4})|([\u4e00-\u9fff]{2,4})(?:記者|记者|特派員|編集委員)"
)
_PARTICLES = words(
    "de da di del della der den des du van von bin binti ibn al el la le dos das e y zu ter ten af av ben abu",
    "ul ur",
)
_NO_NAME = words(
    "admin administrator author editor unknown none anonymous guest user webmaster root null staff undefined",
    "contributor reporter facebook twitter share email",
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
    sites |= {fold(c.value) for c in article.candidates if c.field == "publisher"}
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
    return [
        v
        for v in result
        if not any(o is not v and _key(v.name) != _key(o.name) and _part_of(v.name, o.name) for o in result)
    ]


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
        if candidate.origin == "byline" and (role_of(value) not in {None, "byline", "date"} or not (is_byline(value) or _named(value))):
            continue
        weight = _WEIGHTS.get(candidate.origin, 2.0)
        if candidate.value.startswith("@") and candidate.origin == "twitter:creator":
            continue
        base = candidate.evidence
        for name, start, end in names_in(candidate.value, sites, tables):
            evidence = base
            if base.text == candidate.value:
                evidence = Evidence(base.part, base.start + start, base.start + end, candidate.value[start:end])
            yield _Vote(name, weight, evidence, _kind(name, tables))


def _named(text: str) -> bool:
    """Whether a line marked as byline is a name and no button or date."""
    return (
        len(text) <= 60
        and not any(c.isdigit() for c in text)
        and 2 <= len(text.split()) <= 6
        and _looks_like_name(text)
    )


def _bylines(article: Article, body: Body, sites: set[str], tables: Tables) -> Iterator[_Vote]:
    """Yield the names of the lines near the story that say who wrote it."""
    near = surroundings(body)
    places = [*near.above, *((o, 5) for o in near.within), *near.below]
    for outside, distance in places:
        text = article.source[outside.block.start : outside.block.end]
        if outside.role in {"related", "comments", "caption", "credit", "reference"} or len(text) > 200:
            continue
        if outside.role != "byline" and not is_byline(text):
            continue
        weight = 3.0 if distance <= 12 else 1.0
        for name, start, end in names_in(text, sites, tables):
            place = outside.block.start + start
            yield _Vote(
                name, weight, Evidence("source", place, place + end - start, text[start:end]), _kind(name, tables)
            )


def _bare(article: Article, body: Body, sites: set[str], tables: Tables) -> Iterator[_Vote]:
    """Yield a name that stands without "by" beside the date, or with it on one line."""
    around = surroundings(body)
    places = [(near, n) for near in (tuple(o for o, _ in around.above), around.within[:6]) for n in range(len(near))]
    for near, place in places:
        outside = near[place]
        text = article.source[outside.block.start : outside.block.end]
        base = outside.block.start
        if outside.role == "date" and len(text) < 120:
            for written in find_dates(text, limit=1):
                head = text[: written.start].rstrip(" \t・·|,–—-•/:")
                once = _undoubled(head)
                if once and _looks_like_name(once) and not DATE_LABEL.match(once):
                    yield _Vote(once, 2.0, Evidence("source", base, base + len(once), text[: len(once)]), "person")
        elif (
            outside.role in {"navigation", "junk"}
            and _named(text)
            and fold(text) not in sites
            and not _ROLE.search(text)
        ):
            beside = [*near[max(0, place - 2) : place], *near[place + 1 : place + 3]]
            if any(o.role == "date" for o in beside) and _kind(text, tables) == "person":
                yield _Vote(text, 1.5, Evidence("source", base, outside.block.end, text), "person")


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
                    _kind(name, tables),
                )


def names_in(text: str, sites: set[str], tables: Tables) -> list[tuple[str, int, int]]:
    """Return the names that a byline holds, each with its place in `text`; roles, addresses and the site's own name gone."""
    korean = [(m[1], m.start(1), m.end(1)) for m in _KOREAN.finditer(text)]
    if korean:
        return korean
    chinese = _CHINESE.search(text)
    if chinese:
        group = 1 if chinese[1] else 2
        return [
            (m.group(), chinese.start(group) + m.start(), chinese.start(group) + m.end())
            for m in re.finditer(r"[\u4e00-\u9fff·]{2,4}", chinese[group])
        ]
    masked = list(text)
    for pattern in (_URL, _EMAIL):
        for match in pattern.finditer(text):
            masked[match.start() : match.end()] = ";" * (match.end() - match.start())
    for written in find_dates(text, limit=3):
        masked[written.start : written.end] = ";" * (written.end - written.start)
    line = "".join(masked)
    lead = _LEAD.match(line)
    begin = lead.end() if lead else 0
    found: list[tuple[str, int, int]] = []
    place = begin
    ends = [(m.start(), m.end()) for m in _SPLIT.finditer(line, begin)] + [(len(line), len(line))]
    for stop, after in ends:
        start, end = _stripped(line, place, stop)
        place = after
        inner = _LEAD.match(line, start, end)
        start = inner.end() if inner else start
        end = _before_role(line, start, end)
        name = line[start:end]
        if not name or (fold(name) in sites and _kind(name, tables) == "person"):
            continue
        if _acceptable(name, tables):
            found.append((_cased(name), start, end))
    return found


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and not text[start].isalnum() and text[start] != "@":
        start += 1
    while end > start and not (text[end - 1].isalnum() or text[end - 1] in ".)"):
        end -= 1
    return start, end


def _before_role(text: str, start: int, end: int) -> int:
    """Return where the name ends, where a role or place follows it without a comma ("Ann Lee Business Editor")."""
    for glued in _GLUED.finditer(text, start, end):
        following = re.match(r"\w+", text[glued.start() : end])
        if following and _ROLE.fullmatch(following.group()):
            return glued.start()  # "Ann LeeBusiness Editor": boxes set side by side without a space
    words = list(re.finditer(r"\S+", text[start:end]))
    for number, word in enumerate(words):
        bare = word.group().strip(".,()")
        if number >= 2 and _ROLE.fullmatch(bare):
            return start + words[number - 1].end()
        if number >= 1 and bare.lower() in {"in", "for", "at", "of", "from", "|", "on"}:
            return start + words[number - 1].end()
    return end


def _acceptable(name: str, tables: Tables) -> bool:
    folded = fold(name)
    if folded in _AGENCIES or folded in tables.publisher_by_alias:
        return True
    if (
        folded in _NO_NAME
        or len(name) > 60
        or DATE_LABEL.match(name)
        or any(c.isdigit() for c in name)
        or not any(c.isalpha() for c in name)
    ):
        return False
    if _looks_like_name(name):
        words = name.split()
        return not (_ROLE.fullmatch(words[0].strip(".,")) or (len(words) == 1 and len(name) < 3))
    return bool(_DESK.search(name)) and len(name.split()) <= 6 and name[:1].isupper()


def _looks_like_name(text: str) -> bool:
    """Whether every word is written like a part of a name, or the whole is a handle."""
    words = text.replace(".", ". ").split()
    if len(words) == 1:
        word = words[0].lstrip("@")
        return (bool(_HANDLE.fullmatch(text)) and (word[0].isupper() or "_" in word)) or (
            ord(text[0]) > 0x2E80 and 2 <= len(text) <= 6
        )
    if not 2 <= len(words) <= 6:
        return False
    return all(
        w[:1].isupper()
        or not w[:1].isascii()
        or w.strip("'’.").lower() in _PARTICLES
        or w[:2].lower() in {"d'", "d’", "o'"}
        for w in words
    )


def _cased(name: str) -> str:
    """Return a name that is all capitals as it is written otherwise ("JANE DOE")."""
    if name.isupper() and len(name) > 4 and " " in name:
        return " ".join(
            "-".join(p[:1] + p[1:].lower() if len(p) > 2 or "." not in w else p for p in w.split("-"))
            for w in name.split()
        )
    return name


def _kind(name: str, tables: Tables) -> Literal["person", "organisation"]:
    folded = fold(name)
    if folded in _AGENCIES or folded in tables.publisher_by_alias or _DESK.search(name):
        return "organisation"
    return "person"
