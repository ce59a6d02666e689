"""Why a brief matched: the line of it that says most about the words sought, with these marked."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import islice
from typing import NamedTuple

from briefs.model import Brief
from briefs.text import Span
from search_index import analysis
from search_index.analysis import Place, Wanted
from search_index.figures import Interval, is_within
from search_index.leaves import Opening, Similar
from search_index.query import Sought
from search_index.results import Snippet

WIDTH = 160  # code points of a snippet
_MAX_TEXT = 200_000  # what lies further down an endless text is not shown as a snippet
_SPACE = re.compile(r"\s")
_NAMES: dict[str, Callable[[Brief], list[str]]] = {
    "company": lambda b: [e.name for e in b.companies],
    "person": lambda b: [e.name for e in b.people],
    "org": lambda b: [e.name for e in b.organisations],
    "source": lambda b: [s.name for s in b.sources] + [q.speaker for q in b.quotations if q.speaker],
    "publisher": lambda b: [b.publisher] if b.publisher else [],
}


def _likely(sought: Sequence[Sought]) -> re.Pattern[str] | None:
    """Return an expression that finds what is sought in lower case; None where it is not all plain words.

    It begins with the words themselves, which are found many times faster than what must follow something.
    """
    plain: list[str] = []
    for one in sought:
        for word in one.words:
            text = word.text if isinstance(word, Opening) else word
            if not isinstance(text, str) or not (text.isascii() and text.isalnum()):
                return None
            plain.append(
                text + ("" if isinstance(word, Opening) else r"(?![^\W_])" if len(text) < 4 else r"(?:e?s)?(?![^\W_])")
            )
        plain += [f"{re.escape(text)}(?![^\\W_])" for text in one.also]
    return re.compile("|".join(plain)) if plain else None


def _word_end(text: str, place: int) -> int:
    if place >= len(text):
        return len(text)
    space = text.find(" ", place)
    return min(space if space >= 0 else len(text), place + WIDTH)


class _Found(NamedTuple):
    start: int
    end: int
    number: int  # of what was sought


class Marker:
    """Finds the words that a query sought in any text; `similar` gives the index's words for a search by `~`."""

    def __init__(self, sought: Sequence[Sought], similar: dict[Similar, frozenset[str]]) -> None:
        self._sought = sought
        self._similar = similar
        self._wanted: dict[frozenset[str], Wanted] = {}
        self._likely = _likely([s for s in sought if s.fieldname in ("text", *_NAMES)])

    def stretch(self, text: str) -> tuple[int, int]:
        """Return the stretch of `text` that a snippet may show, around where a plain look finds most of the words.

        It is all of `text` where it finds none.

        A regular expression looks for the words as they are asked for, a hundred times faster than the analysis.
        """
        if self._likely is None:
            return 0, len(text)
        lower = text.replace("İ", "I").lower()  # as long: no other letter's lower case is longer
        begun = (m for m in self._likely.finditer(lower) if not m.start() or not lower[m.start() - 1].isalnum())
        found = list(islice(begun, 500))
        best, most = -1, 0
        last = 0
        for first in range(len(found)):
            last = max(last, first)
            while last + 1 < len(found) and found[last + 1].end() - found[first].start() <= WIDTH * 3 // 4:
                last += 1
            worth = len({m.group()[:4] for m in found[first : last + 1][:20]})
            if worth > most:
                best, most = first, worth
        if best < 0:
            return 0, len(text)
        start = found[best].start()
        return max(0, text.rfind(" ", 0, max(0, start - WIDTH // 2)) + 1), _word_end(text, start + WIDTH)

    def marks(self, text: str, fields: Sequence[str]) -> list[_Found]:
        """Return where words sought in one of `fields` stand in `text`, in order."""
        wanted = [(n, s) for n, s in enumerate(self._sought) if s.fieldname in fields]
        if not wanted:
            return []
        single = {t for _, s in wanted for t in (*s.words, *s.also) if len(s.words) == 1 and isinstance(t, str)}
        plain = all(len(s.words) == 1 and isinstance(s.words[0], str) for _, s in wanted)
        among = self._wanted.setdefault(frozenset(single), Wanted(frozenset(single), set())) if plain else None
        places = list(analysis.positions(text, among=among))
        found: list[_Found] = []
        for number, sought in wanted:
            first = sought.words[0]
            alike = {first, *sought.also} if isinstance(first, str) else None
            for index, place in enumerate(places):
                if alike is None or not alike.isdisjoint(place.terms):
                    end = self._end(sought, places, index)
                    if end:
                        found.append(_Found(place.start, end, number))
        return sorted(found)

    def _end(self, sought: Sought, places: list[Place], index: int) -> int:
        """Return where what begins at a place ends; 0 where it does not stand there."""
        place = places[index]
        if not set(sought.also).isdisjoint(place.terms):
            return place.joined_end if place.joined in sought.also else place.end
        if index + len(sought.words) > len(places):
            return 0
        if not all(self._is(word, places[index + n].terms) for n, word in enumerate(sought.words)):
            return 0
        if len(sought.words) == 1 and place.joined and not self._is(sought.words[0], place.terms[:-1]):
            return place.joined_end
        last = index + len(sought.words) - 1
        if places[last].pair and sought.words[-1] == places[last].pair:
            last += 1
        return places[last].end

    def _is(self, word: str | Opening | Similar, terms: tuple[str, ...]) -> bool:
        if isinstance(word, str):
            return word in terms
        if isinstance(word, Opening):
            return any(term.startswith(word.text) for term in terms)
        return not self._similar.get(word, frozenset()).isdisjoint(terms)


def snippet_of(brief: Brief, marker: Marker) -> tuple[Snippet | None, str]:
    """Return the line that shows why `brief` was found, and the field its words stand in.

    The body is shown where it has the words, else the title, else the name in a field of names.
    """
    body = brief.body[:_MAX_TEXT]
    start, end = marker.stretch(body)
    in_body = marker.marks(body[start:end], ("text", *_NAMES))
    if not in_body and (start, end) != (0, len(body)):
        start, in_body = 0, marker.marks(body, ("text", *_NAMES))
    in_body = [_Found(f.start + start, f.end + start, f.number) for f in in_body]
    in_title = marker.marks(brief.title or "", ("text", "title", *_NAMES))
    by_title = bool(in_title) and {f.number for f in in_title} >= {f.number for f in in_body}
    if in_body:
        return _window(body, in_body), "title" if by_title else "body"
    if in_title:
        return Snippet(brief.title or "", tuple(_merged(in_title))), "title"
    for field, names in _NAMES.items():
        for name in names(brief):
            if found := marker.marks(name, ("text", field)):
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
                return _window(brief.body, [_Found(place.start, place.end, 0)]), unit
    return None, ""


def _window(text: str, found: list[_Found]) -> Snippet:
    """Return the line of at most WIDTH code points with the most of what was sought, its matches marked."""
    best, best_worth = 0, (0, 0)
    last = 0
    for first in range(len(found)):
        last = max(last, first)
        while last + 1 < len(found) and found[last + 1].end - found[first].start <= WIDTH * 3 // 4:
            last += 1
        inside = found[first : last + 1]
        worth = (len({f.number for f in inside[:50]}), min(len(inside), 50))
        if worth > best_worth:
            best, best_worth = first, worth
    start = _start_of(text, found[best].start)
    end = _end_of(text, start + WIDTH)
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
    sentence = max(text.rfind(end, low, place) for end in (". ", "? ", "! ", "。")) + 1
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


def _merged(found: Sequence[_Found | Span]) -> list[Span]:
    """Return spans in order, those that touch made one."""
    merged: list[Span] = []
    for place in found:
        if merged and place.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, place.end))
        else:
            merged.append(Span(place.start, place.end))
    return merged
