"""Sources: whom and what the article relies on, each with its kind, its place and the sentences that rest on it."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from briefs.extract.document import Document
from briefs.extract.names import Names
from briefs.extract.page.imprint import WIRE_ABROAD
from briefs.extract.saying.attribution import attributed
from briefs.extract.saying.verbs import DOCUMENTS
from briefs.extract.saying.voices import Voice
from briefs.model import Article, Evidence, Source, SourceKind
from briefs.tables import Tables
from briefs.text import Span, fold

if TYPE_CHECKING:
    from briefs.extract.body import Body

_URL = re.compile(r"https?://[^\s<>\"'«»“”]{4,2000}")
_MARKER = re.compile(r"\[(\d{1,3})\]")
_NUMBERED = re.compile(r"\s*\[?(\d{1,3})[\].)]?\s")
_LABEL = re.compile(
    r"(?:^|\n)[^\S\n]*(?:sources?|via|quelle|fuente|fonte|出典|来源|출처)[^\S\n]*[:：][^\S\n]*([^\n]{2,120})",
    re.IGNORECASE,
)
_DATELINE = re.compile(r"(?:^|\n)[^\n]{0,60}?\(([^()\n]{2,30})\)[^\S\n]*[-–—]")
_OFFICE = 2  # words of an office: "interior minister"
_MOST_STATEMENTS = 20
_MOST_EVIDENCE = 20


@dataclass
class _Found:
    """A source while it is being gathered."""

    name: str
    kind: SourceKind
    evidence: list[Evidence] = field(default_factory=list)
    statements: list[Span] = field(default_factory=list)
    key: str | None = None
    role: str | None = None
    url: str | None = None
    confidence: float = 0.9


def find_sources(document: Document, article: Article, body: Body, names: Names, tables: Tables) -> tuple[Source, ...]:
    """Return the sources in the order in which the article first relies on them, outside references last."""
    gathered: dict[str, _Found] = {}
    _from_attributions(gathered, document, body, names, tables)
    _merge_offices(gathered)
    _from_credits(gathered, document, article, body, tables)
    _from_references(gathered, document, article, body, tables)
    passage = document.body
    made = []
    for found in gathered.values():
        statements = sorted(set(found.statements))[:_MOST_STATEMENTS]
        made.append(
            Source(
                found.name,
                found.kind,
                tuple(found.evidence[:_MOST_EVIDENCE]),
                key=found.key,
                role=found.role,
                url=found.url,
                statements=tuple(passage.evidence(s.start, s.end) for s in statements),
                confidence=found.confidence,
            )
        )
    return tuple(made)


def _from_attributions(
    gathered: dict[str, _Found], document: Document, body: Body, names: Names, tables: Tables
) -> None:
    passage = document.body
    links = sorted(body.links, key=lambda link: link.start)
    starts = [link.start for link in links]
    for attribution in attributed(document, names).attributions:
        voice = attribution.voice
        if (voice.anonymous and voice.pronoun) or (voice.entity is not None and voice.entity.kind == "country"):
            continue
        publisher = tables.publisher_by_alias.get(fold(voice.name))
        kind = voice.kind
        if publisher is not None and kind in ("organisation", "report"):
            kind = "agency" if publisher.kind == "agency" else "publication"
        if attribution.form == "in":  # "published in March", "written in Oslo"
            if "journal" in passage.text[attribution.start : attribution.end]:
                kind = "publication"
            if kind != "publication":
                continue
        found = gathered.get(voice.key)
        if found is None:
            if voice.pronoun and voice.entity is None:
                continue
            name = _as_written(voice, document)
            found = gathered[voice.key] = _Found(name, kind, key=voice.entity.key if voice.entity else None)
            found.role = _role_of(voice)
            found.confidence = 0.7 if voice.anonymous else 0.9
        found.role = found.role or _role_of(voice)
        if voice.pronoun and found.evidence:
            found.statements.append(attribution.sentence)
            continue
        place = passage.evidence(attribution.start, attribution.end)
        if attribution.form != "answered" or place not in found.evidence:  # one line introduces all answers
            found.evidence.append(place)
        if attribution.form != "to":
            found.statements.append(attribution.sentence)
        index = bisect_right(starts, attribution.end) - 1
        if found.url is None and index >= 0 and links[index].end > attribution.start:
            found.url = links[index].url


def _role_of(voice: Voice) -> str | None:
    """Return the role; a person is not the document by which we know what he says."""
    entity = voice.entity
    if entity is not None and entity.kind == "person" and voice.role in DOCUMENTS:
        return entity.role
    return voice.role


def _as_written(voice: Voice, document: Document) -> str:
    """Return the name of a voice; the abbreviation where the article writes nothing else: not all are spelt out."""
    if voice.entity is None or voice.entity.kind == "person" or voice.name in document.body.text:
        return voice.name
    forms = {m.text for m in voice.entity.mentions}
    return min(forms) if forms and all(f.isupper() for f in forms) else voice.name


def _merge_offices(gathered: dict[str, _Found]) -> None:
    """Give what "the town's fire chief" said to the one person among the sources whose role that is."""
    people = [f for f in gathered.values() if f.kind == "person" and f.role]
    for key, found in list(gathered.items()):
        words = fold(found.name).split()
        if found.kind != "anonymous" or len(words) < _OFFICE:
            continue
        office = " ".join(words[-_OFFICE:])
        holders = [p for p in people if office in fold(p.role or "")]
        if len(holders) == 1:
            holders[0].evidence = found.evidence + holders[0].evidence
            holders[0].statements += found.statements
            del gathered[key]


def _from_credits(
    gathered: dict[str, _Found], document: Document, article: Article, body: Body, tables: Tables
) -> None:
    """Add agencies of datelines and credits, and what follows "Source:"."""
    match = _DATELINE.match(document.body.text[:200])
    if match:
        _agency(gathered, match.group(1), document.body.evidence(*match.span(1)), tables)
    abroad = WIRE_ABROAD.match(document.body.text[:200])
    if abroad and abroad.lastgroup:
        group = abroad.lastgroup
        _agency(gathered, abroad[group], document.body.evidence(*abroad.span(group)), tables)
    for match in _LABEL.finditer(document.body.text):
        _labelled(gathered, match.group(1), document.body.evidence(*match.span(1)), tables)
    for outside in body.outside:
        if outside.role not in ("credit", "reference", "caption", "byline"):
            continue
        start, end = outside.block.start, outside.block.end
        text = article.source[start:end]
        label = _LABEL.search(text)
        if label:
            place = Evidence("source", start + label.start(1), start + label.end(1), label.group(1))
            _labelled(gathered, label.group(1), place, tables)
        elif outside.role in ("credit", "caption"):
            for agency, place in _agencies(text, start, tables):
                _agency(gathered, agency, place, tables)


def _agencies(text: str, base: int, tables: Tables) -> list[tuple[str, Evidence]]:
    found = []
    for match in re.finditer(r"[^\W\d_][\w&.]*(?: [A-Z][\w&.]*){0,3}", text):
        words = match.group().split(" ")
        for first in range(len(words)):
            for last in range(len(words), first, -1):
                name = " ".join(words[first:last])
                publisher = tables.publisher_by_alias.get(fold(name))
                if publisher is not None and publisher.kind == "agency":
                    start = match.start() + len(" ".join(words[:first])) + (1 if first else 0)
                    found.append((name, Evidence("source", base + start, base + start + len(name), name)))
                    break
    return found


def _agency(gathered: dict[str, _Found], name: str, place: Evidence, tables: Tables) -> None:
    publisher = tables.publisher_by_alias.get(fold(name))
    if publisher is None or publisher.kind != "agency":
        return
    known = next((f for f in gathered.values() if f.name == publisher.name), None)  # who is quoted, too
    found = known or gathered.setdefault(publisher.name.casefold(), _Found(publisher.name, "agency"))
    if place not in found.evidence:
        found.evidence.append(place)


def _labelled(gathered: dict[str, _Found], name: str, place: Evidence, tables: Tables) -> None:
    name = name.strip().rstrip(".")
    if not name or len(name.split()) > 12:
        return
    publisher = tables.publisher_by_alias.get(fold(name))
    kind: SourceKind = "organisation"
    if name.startswith(("http://", "https://")):
        return
    if publisher is not None:
        name, kind = publisher.name, "agency" if publisher.kind == "agency" else "publication"
    found = gathered.setdefault(name.casefold(), _Found(name, kind))
    found.evidence.append(place)


def _from_references(
    gathered: dict[str, _Found], document: Document, article: Article, body: Body, tables: Tables
) -> None:
    """Add the reference list: each address under its publisher's name or its site, with the sentences marked [n]."""
    marked: dict[int, list[Span]] = {}
    passage = document.body
    for match in _MARKER.finditer(passage.text):
        marked.setdefault(int(match.group(1)), []).append(passage.sentence_at(match.start()))
    for outside in body.outside:
        if outside.role != "reference":
            continue
        start, end = outside.block.start, outside.block.end
        text = article.source[start:end]
        number = _NUMBERED.match(text)
        for match in _URL.finditer(text):
            url = match.group().rstrip(".,;:!?)]}")
            name = _site_of(url, tables)
            if not name:
                continue
            place = Evidence("source", start + match.start(), start + match.start() + len(url), url)
            found = gathered.setdefault(f"url:{url}", _Found(name, "address", url=url))
            found.evidence.append(place)
            if number:
                found.statements.extend(marked.get(int(number.group(1)), []))


def _site_of(url: str, tables: Tables) -> str | None:
    """Return the publication that is read under `url`, else the site without "www."."""
    try:
        host = (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return None
    parts = host.split(".")
    for first in range(len(parts) - 1):
        publisher = tables.publisher_by_domain.get(".".join(parts[first:]))
        if publisher is not None:
            return publisher.name
    return host or None
