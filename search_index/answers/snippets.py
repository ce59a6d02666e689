"""Why a brief matched: the line of it that says most about the words sought, with these marked."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from msgspec import Struct

from briefs.model import Brief, Evidence, Part
from briefs.text import Span
from search_index.answers.highlighter import IN_BODY, Highlighter, Match, densest
from search_index.queries.figures import Interval, is_within
from search_index.results import Snippet

WIDTH = 160  # code points of a snippet
_IN_TITLE = ("title", *IN_BODY)
_MAX_TEXT = 200_000  # what lies further down an endless text is not shown as a snippet
_MOST_MATCHES = 2000  # in one brief
_SPACE = re.compile(r"[^\S ]")  # but " ", which need not be made one
_SENTENCE_ENDS = (". ", "? ", "! ", "。")


class _Named(Struct, frozen=True):
    name: str


class _Said(Struct, frozen=True):
    speaker: str | None = None


class Text(Struct, frozen=True):
    """What a snippet may show of a brief: a few of its fields, which are read in half the time."""

    id: str
    title: str | None
    publisher: str | None
    companies: tuple[_Named, ...]
    people: tuple[_Named, ...]
    organisations: tuple[_Named, ...]
    sources: tuple[_Named, ...]
    quotations: tuple[_Said, ...]
    body: str


_NAMES: dict[str, Callable[[Text], list[str]]] = {
    "company": lambda b: [e.name for e in b.companies],
    "person": lambda b: [e.name for e in b.people],
    "org": lambda b: [e.name for e in b.organisations],
    "source": lambda b: [s.name for s in b.sources] + [q.speaker for q in b.quotations if q.speaker],
    "publisher": lambda b: [b.publisher] if b.publisher else [],
}


def snippet_of(text: Text, highlighter: Highlighter) -> tuple[Snippet | None, str]:
    """Return the line that shows why a brief was found, and the field its words stand in.

    The body is shown where it has the words, else the title, else the name in a field of names.
    """
    body = text.body[:_MAX_TEXT]
    start, end = highlighter.stretch(body, WIDTH)
    in_body = highlighter.matches(body[start:end], IN_BODY)
    if not in_body and (start, end) != (0, len(body)):
        start, end, in_body = 0, len(body), highlighter.matches(body, IN_BODY)
    if start:
        in_body = [Match(f.start + start, f.end + start, f.number) for f in in_body]
    in_title = highlighter.matches(text.title or "", _IN_TITLE)
    by_title = bool(in_title) and {f.number for f in in_title} >= {f.number for f in in_body}
    if in_body:
        return _window(body, in_body, Span(start, end)), "title" if by_title else "body"
    if in_title:
        return Snippet(text.title or "", tuple(_merged(in_title))), "title"
    for field, names in _NAMES.items():
        for name in names(text):
            if found := highlighter.matches(name, ("text", field)):
                return Snippet(name, tuple(_merged(found))), field
    return None, ""


def figure_of(brief: Brief, wanted: Sequence[tuple[str, Interval]]) -> tuple[Snippet | None, str]:
    """Return the line of the first figure that is wanted, and its unit."""
    for figure in (*brief.key_figures, *brief.other_figures):
        for unit, interval in wanted:
            if is_within(figure, unit, interval):
                place = figure.evidence
                if place.part == "title":
                    return Snippet(brief.title or "", (Span(place.start, place.end),)), unit
                return _window(brief.body, [Match(place.start, place.end, 0)], Span(0, len(brief.body))), unit
    return None, ""


def matches_in(brief: Brief, highlighter: Highlighter, figures: Sequence[tuple[str, Interval]]) -> list[Evidence]:
    """Return the places of title and body, in order, that have words or `figures` that were wanted.

    In an endless text these are those of its beginning, and `_MOST_MATCHES` at most.
    """
    parts: dict[Part, tuple[str, tuple[str, ...]]] = {
        "title": (brief.title or "", _IN_TITLE),
        "body": (brief.body[:_MAX_TEXT], IN_BODY),
    }
    found: list[Evidence] = []
    for part, (text, fields) in parts.items():
        spans = [Span(match.start, match.end) for match in highlighter.matches(text, fields)]
        spans += [
            Span(figure.evidence.start, figure.evidence.end)
            for figure in (*brief.key_figures, *brief.other_figures)
            if figure.evidence.part == part and any(is_within(figure, unit, wanted) for unit, wanted in figures)
        ]
        merged = _merged(sorted(spans))
        found += [Evidence(part, start, end, brief.part(part)[start:end]) for start, end in merged]
    return found[:_MOST_MATCHES]


def _window(text: str, found: list[Match], searched: Span) -> Snippet:
    """Return the line of at most WIDTH code points with the most of what was sought, its matches marked.

    It lies within what was `searched`, where no match goes unmarked.
    """
    best = densest(found, WIDTH, lambda inside: (len({f.number for f in inside[:50]}), min(len(inside), 50)))
    start = max(_start_of(text, best[0].start), searched.start)
    end = min(_end_of(text, start + WIDTH), searched.end)
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    before = "…" if text[:start].strip() and text[start - 1 : start] != "\n" else ""
    after = "…" if text[end:].strip() and text[end : end + 1] != "\n" else ""
    line = _SPACE.sub(" ", text[start:end])
    shift = len(before) - start
    marks = [Span(f.start + shift, min(f.end, end) + shift) for f in found if start <= f.start < end]
    return Snippet(before + line + after, tuple(_merged(marks)))


def _start_of(text: str, place: int) -> int:
    """Return where the snippet of a match at `place` begins: with its sentence or line, or some words before it."""
    low = max(0, place - WIDTH // 2)
    line = text.rfind("\n", low, place) + 1
    sentence = max([text.rfind(end, low, place) for end in _SENTENCE_ENDS]) + 1
    start = max(line, sentence, 0)
    if start > low or low == 0:
        return start
    space = text.find(" ", low, place)
    return space + 1 if space >= 0 else low


def _end_of(text: str, place: int) -> int:
    if place >= len(text):
        return len(text)
    space = text.rfind(" ", place - WIDTH // 4, place)
    return space if space >= 0 else place


def _merged(found: Sequence[Match | Span]) -> list[Span]:
    """Return spans in order, those that touch made one."""
    merged: list[Span] = []
    for place in found:
        if merged and place.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, place.end))
        else:
            merged.append(Span(place.start, place.end))
    return merged
