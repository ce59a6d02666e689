"""Names in scripts without capitals: companies as the tables write them there, people by the roles beside them.

Japanese, Chinese, Korean and Thai text is read as characters, for its words are not parted or carry their endings; in
Arabic, Hebrew and Hindi a name begins and ends with a word. Only a name that something beside it confirms is taken.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from briefs.extract.document import Passage
from briefs.extract.naming import people_abroad
from briefs.extract.naming.countries_abroad import bounded
from briefs.extract.wordlist import words
from briefs.model import Entity, EntityKind
from briefs.tables import Company, Tables
from briefs.tables.tongues import Tongue
from briefs.text import Span, slug

UNSPACED = frozenset(("ja", "zh", "ko", "th", "ar", "he", "hi"))
_FIRST = "\u0590"  # from here on scripts write no capitals
_PARTICLES = words(
    """
    은 는 이 가 을 를 의 와 과 도 에 로 으로 에서 에게 에는 에도 만 까지 부터
    보다 측 측은 측이 그룹 그룹은 그룹이 그룹의 와의 과의 엔 처럼 나 이나 라고 라는 이라고 이라는 란 이란
    """
)
_LONGEST_PARTICLE = 4
_SURE, _BY_ROLE = 0.85, 0.8
_FEW = 3  # mentions that make an entity a main one


class Found(NamedTuple):
    """A name in a passage: where, whose, and the role that stands beside it."""

    passage: Passage
    span: Span
    kind: EntityKind
    name: str
    row: Company | None = None
    role: Span | None = None


def unspaced_names(passages: list[Passage], language: str, known: Tongue, tables: Tables) -> list[Found]:
    """Return the names of companies and people in `passages`, in order; none overlaps another."""
    found: list[Found] = []
    for passage in passages:
        spans = _companies(passage, tables)
        taken = [f.span for f in spans]
        for person in people_abroad.FINDERS[language](passage.text, known):
            if not any(person.span.start < t.end and t.start < person.span.end for t in taken):
                spans.append(Found(passage, person.span, "person", person.name, None, person.role))
                taken.append(person.span)
        found += spans
    return _with_short_forms(_in_full(found) if language == "ja" else found, passages, language, known)


def _in_full(found: list[Found]) -> list[Found]:
    """Return the names with the full one for a surname that one of them begins with: 豊田社長 is 豊田章男."""
    full = sorted({f.name for f in found if f.kind == "person" and "・" not in f.name}, key=lambda n: (-len(n), n))

    def whole(one: Found) -> Found:
        name = next((n for n in full if n.startswith(one.name)), one.name) if one.kind == "person" else one.name
        return one._replace(name=name, role=one.role if name == one.name else None)

    return [whole(one) for one in found]


def _companies(passage: Passage, tables: Tables) -> list[Found]:
    forms = local_forms(tables)
    text = passage.text
    found: list[Found] = []
    index = 0
    while index < len(text):
        if text[index] >= _FIRST or text[index].isupper():
            for form, company in forms.get(text[index], ()):
                end = index + len(form)
                if text.startswith(form, index) and _whole(text, index, end):
                    found.append(Found(passage, Span(index, end), "company", company.name, company))
                    index = end - 1
                    break
        index += 1
    return found


@lru_cache(maxsize=2)
def local_forms(tables: Tables) -> dict[str, tuple[tuple[str, Company], ...]]:
    """Return the companies' names in scripts without capitals by their first character, longest first."""
    forms: dict[str, list[tuple[str, Company]]] = {}
    for company in tables.companies:
        for form in company.aliases:
            if not form.isascii() and any(c >= _FIRST for c in form):
                forms.setdefault(form[0], []).append((form, company))
    return {first: tuple(sorted(rows, key=lambda row: (-len(row[0]), row[0]))) for first, rows in forms.items()}


def _whole(text: str, start: int, end: int) -> bool:
    """Return whether the name at `[start, end)` is no part of a longer word."""
    last, after = text[end - 1], text[end : end + 1]
    before = text[start - 1] if start else " "
    if _hangul(last):
        stop = end
        while stop < len(text) and _hangul(text[stop]):
            stop += 1
        ending = text[end:stop]
        return not _hangul(before) and (not ending or (len(ending) <= _LONGEST_PARTICLE and ending in _PARTICLES))
    if _katakana(last):
        return not _katakana(after or " ") and not (_katakana(text[start]) and _katakana(before))
    if text[start].isascii() and before.isalnum() and before.isascii():
        return False
    return after not in ("业", "業") and bounded(text, start, end)


def _hangul(character: str) -> bool:
    return "가" <= character <= "힣"


def _katakana(character: str) -> bool:
    return "ァ" <= character <= "ヿ"


def _with_short_forms(found: list[Found], passages: list[Passage], language: str, known: Tongue) -> list[Found]:
    """Add every other place that writes a person's full name, or the part of it that news goes on with."""
    people = {f.name: f for f in reversed(found) if f.kind == "person"}
    taken = {(id(f.passage), at) for f in found for at in range(f.span.start, f.span.end)}
    added: list[Found] = []
    for name in sorted(people, key=lambda n: (-len(n), n)):
        for form in (name, *people_abroad.short_forms(name, _role_of(people[name]), language, known)):
            for passage in passages:
                for span in _places(passage.text, form, language):
                    if (id(passage), span.start) not in taken and (id(passage), span.end - 1) not in taken:
                        taken.update((id(passage), at) for at in range(span.start, span.end))
                        added.append(Found(passage, span, "person", name))
    order = {id(passage): number for number, passage in enumerate(passages)}
    return sorted([*found, *added], key=lambda f: (order[id(f.passage)], f.span))


def _role_of(found: Found) -> str:
    return found.passage.text[found.role.start : found.role.end] if found.role else ""


def _places(text: str, form: str, language: str) -> Iterator[Span]:
    at = text.find(form)
    while at >= 0:
        end = at + len(form)
        parted = language == "ko" and " " in form  # 윤 대통령: another syllable before it is another's name
        if parted and at and _hangul(text[at - 1]):
            at = text.find(form, end)
            continue
        if language in ("ja", "zh", "th", "ko") or bounded(text, at, end):
            yield Span(at, end)
        at = text.find(form, end)


class Covered:
    """Answers whether a span of one passage touches a name that was found there."""

    def __init__(self, found: list[Found], passage: Passage) -> None:
        self._spans = [f.span for f in found if f.passage is passage]
        self._starts = [span.start for span in self._spans]

    def hides(self, start: int, end: int) -> bool:
        """Return whether a name overlaps `[start, end)`."""
        place = bisect_right(self._starts, start) - 1
        return any(s.start < end and start < s.end for s in self._spans[max(0, place) : place + 2])


def entities(found: list[Found]) -> list[Entity]:
    """Return one entity for each name of `found`, with all its mentions."""
    groups: dict[str, list[Found]] = {}
    for one in found:
        key = f"{one.kind}:{one.row.id if one.row else slug(one.name) or one.name}"
        groups.setdefault(key, []).append(one)
    made: list[Entity] = []
    for key, group in groups.items():
        first = group[0]
        mentions = tuple(f.passage.mention(f.span.start, f.span.end) for f in group)
        beside = next((f for f in group if f.role is not None), None)
        role = beside.passage.evidence(*beside.role) if beside and beside.role else None
        main = any(m.where == "title" for m in mentions) or len(mentions) >= _FEW
        main = main or (len(mentions) > 1 and any(m.where == "lead" for m in mentions))
        made.append(
            Entity(
                key=key,
                kind=first.kind,
                name=first.row.name if first.row else first.name,
                main=main,
                home=first.row.home or None if first.row else None,
                category=first.row.kind or None if first.row else None,
                role=role.text if role else None,
                role_evidence=role,
                mentions=mentions,
                confidence=_SURE if first.row else _BY_ROLE,
            )
        )
    return made
