"""Highlighting: where the words of a query stand in a text.

To analyse a whole text would cost most of a search, so only words that may match are analysed: regions around places
where a plain search of the text finds the first letters of a word that is sought.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import Any, NamedTuple, TypeVar

from briefs.text import Span
from search_index.queries.leaves import Alike, Prefix
from search_index.queries.query import Sought
from search_index.terms import analysis
from search_index.terms.analysis import Token

IN_BODY = ("text", "company", "person", "org", "source", "publisher")  # fields whose words the body has
_FIRST = 3  # letters that tell most words apart
_MOST_BEGINNINGS = 200  # beyond these it is quicker to analyse every word
_MOST_BYTES = 1.1  # for each character, in UTF-8: beyond these too, most words having letters beyond ASCII
_MOST_LIKELY = 500  # places of a word in an endless text
_MOST_KNOWN = 5_000  # words
_JOINERS = re.compile(f"[,{analysis.JOINERS}]")
_JOINT = re.compile(rf"[,{analysis.JOINERS}]\w")
_ANY_END = re.compile("")
_WORD_END = re.compile(r"(?![^\W_])")
_PLURAL_END = re.compile(r"(?:e?s)?(?![^\W_])")


class Match(NamedTuple):
    """A place in a text, in code points, where words stand that were sought."""

    start: int
    end: int
    number: int  # of what was sought


_Place = TypeVar("_Place", Match, Span)


class _Wanted(NamedTuple):
    """What is sought in some fields."""

    sought: list[tuple[int, Sought, frozenset[str] | None]]  # with its number, and the terms that it begins with
    beginnings: list[str] | None  # of the words that it begins with; None where they are too many
    following: int  # words at most after the first
    known: dict[str, list[Match]]  # what is found in single words: the hits of a question have many in common


class Highlighter:
    """Finds the words that a query sought in any text; `similar` gives the index's words that are like others."""

    def __init__(self, sought: Sequence[Sought], similar: dict[Alike, frozenset[str]]) -> None:
        self._sought = sought
        self._similar = similar
        self._wanted: dict[tuple[str, ...], _Wanted] = {}
        self._likely = _likely([s for s in sought if s.fieldname in IN_BODY])

    def stretch(self, text: str, width: int) -> tuple[int, int]:
        """Return the stretch of `text` that a snippet may show, around where a plain look finds most of the words.

        It is all of `text` where it finds none. A snippet is `width` code points long.
        """
        if self._likely is None:
            return 0, len(text)
        lower = _lower(text)
        ends: dict[int, int] = {}
        enough = _MOST_LIKELY if len(self._likely) > 1 else 1  # of one word, no place is better than the first
        for word, rest in reversed(self._likely):  # where several are, the first counts
            matches = (rest.match(lower, place + len(word)) for place in _begun(lower, word))
            ends |= {match.start() - len(word): match.end() for match in islice(filter(None, matches), enough)}
        found = [Span(*place) for place in sorted(ends.items())[:enough]]
        if not found:
            return 0, len(text)
        best = densest(found, width, lambda inside: len({lower[s : min(s + 4, e)] for s, e in inside[:20]}))
        start = best[0].start
        return max(0, text.rfind(" ", 0, max(0, start - width // 2)) + 1), _word_end(text, start + width, width)

    def matches(self, text: str, fields: tuple[str, ...]) -> list[Match]:
        """Return where words sought in one of `fields` stand in `text`, in order."""
        wanted = self._wanted.get(fields)
        if wanted is None:
            wanted = self._wanted[fields] = self._wanted_in(fields)
        if not wanted.sought:
            return []
        regions = _regions(text, wanted)
        if wanted.following:
            return [f for start, end in regions for f in self._found(text[start:end], start, wanted)]
        return [f for start, end in regions for f in self._found_in_words(text, start, end, wanted)]

    def _found_in_words(self, text: str, start: int, end: int, wanted: _Wanted) -> Iterator[Match]:
        """Yield what is found in each word alone."""
        for match in analysis.words(text, start, end):
            surface = match.group()
            inside = wanted.known.get(surface)
            if inside is None:
                inside = self._found(surface, 0, wanted)
                if len(surface) <= analysis.MAX_TERM and len(wanted.known) < _MOST_KNOWN:
                    wanted.known[surface] = inside
            for one in inside:
                yield Match(match.start() + one.start, match.start() + one.end, one.number)

    def _found(self, text: str, base: int, wanted: _Wanted) -> list[Match]:
        """Return what is found in a text that begins at `base`, in order."""
        tokens = list(analysis.tokens(text))
        found: list[Match] = []
        for number, sought, alike in wanted.sought:
            for index, token in enumerate(tokens):
                if alike is None or not alike.isdisjoint(token.terms):
                    end = self._end(sought, tokens, index)
                    if end:
                        found.append(Match(base + token.start, base + end, number))
        return sorted(found)

    def _wanted_in(self, fields: tuple[str, ...]) -> _Wanted:
        sought = [
            (n, s, frozenset(self._first_terms(s)) if isinstance(s.words[0], str) else None)
            for n, s in enumerate(self._sought)
            if s.fieldname in fields
        ]
        beginnings = {_beginning(term) for _, s, _ in sought for term in self._first_terms(s)}
        following = max((len(s.words) - 1 for _, s, _ in sought), default=0)
        return _Wanted(sought, sorted(beginnings) if len(beginnings) <= _MOST_BEGINNINGS else None, following, {})

    def _first_terms(self, sought: Sought) -> Iterable[str]:
        first = sought.words[0]
        if isinstance(first, Alike):
            return self._similar.get(first, frozenset())
        return (first.text if isinstance(first, Prefix) else first, *sought.also)

    def _end(self, sought: Sought, tokens: list[Token], index: int) -> int:
        """Return where what begins at a place ends; 0 where it does not stand there."""
        token = tokens[index]
        if any(term in token.terms for term in sought.also):
            return token.end if any(term in token.own for term in sought.also) else token.joined_end
        if index + len(sought.words) > len(tokens):
            return 0
        if not all(self._is(word, tokens[index + n].terms) for n, word in enumerate(sought.words)):
            return 0
        if len(sought.words) == 1 and token.joined and not self._is(sought.words[0], token.own):
            return token.joined_end
        last = index + len(sought.words) - 1
        if tokens[last].pair and sought.words[-1] == tokens[last].pair:
            last += 1
        return tokens[last].end

    def _is(self, word: str | Prefix | Alike, terms: tuple[str, ...]) -> bool:
        if isinstance(word, str):
            return word in terms
        if isinstance(word, Prefix):
            return any(term.startswith(word.text) for term in terms)
        return not self._similar.get(word, frozenset()).isdisjoint(terms)


def densest(found: Sequence[_Place], width: int, worth: Callable[[Sequence[_Place]], Any]) -> Sequence[_Place]:
    """Return those of some places in order that a snippet of `width` code points has room for and that are worth most.

    Of equals these are the first.
    """
    return max(_windows(found, width), key=worth) if len(found) > 1 else found


def _windows(found: Sequence[_Place], width: int) -> Iterator[Sequence[_Place]]:
    """Yield for each of some places in order those from there on that a snippet of `width` code points has room for."""
    last = 0
    for first, one in enumerate(found):
        last = max(last, first)
        while last + 1 < len(found) and found[last + 1].end - one.start <= width * 3 // 4:
            last += 1
        yield found[first : last + 1]


def _likely(sought: Sequence[Sought]) -> list[tuple[str, re.Pattern[str]]] | None:
    """Return the words that are sought, each with what must follow it in lower case; None if not all are plain."""
    plain: list[tuple[str, re.Pattern[str]]] = []
    for one in sought:
        for word in one.words:
            if isinstance(word, Alike):
                return None
            text = word if isinstance(word, str) else word.text
            if not (text.isascii() and text.isalnum()):
                return None
            ends = _ANY_END if isinstance(word, Prefix) else _WORD_END if len(text) < 4 else _PLURAL_END
            plain.append((text, ends))
        plain += [(text, _WORD_END) for text in one.also]
    return plain or None


def _lower(text: str) -> str:
    """Return `text` in lower case and as long: "İ" is the one letter whose lower case is longer."""
    return text.replace("İ", "I").lower()


def _begun(lower: str, beginning: str) -> Iterator[int]:
    """Yield the places in a text in lower case where a part of a word begins so."""
    place = lower.find(beginning)
    while place >= 0:
        if not place or not lower[place - 1].isalnum():
            yield place
        place = lower.find(beginning, place + 1)


def _word_end(text: str, place: int, width: int) -> int:
    if place >= len(text):
        return len(text)
    space = text.find(" ", place)
    return min(space if space >= 0 else len(text), place + width)


def _beginning(term: str) -> str:
    """Return the first letters in lower case of every part of a word of ASCII letters that has `term` or opens with it.

    It is as long as plurals begin like their singulars, and without what may join letters in only one of the two.
    """
    letters = _JOINERS.sub("", term)[:_FIRST]
    return letters if letters[2:] != "y" else letters[:2]


def _regions(text: str, wanted: _Wanted) -> list[tuple[int, int]]:
    """Return the regions of `text`, in order and apart, outside of which nothing begins or goes on that is wanted.

    A region begins and ends between words as the analysis of all of `text` has them.
    """
    if wanted.beginnings is None or len(text.encode(errors="surrogatepass")) > _MOST_BYTES * len(text):
        return [(0, len(text))]
    regions: list[tuple[int, int]] = []
    covered = after = 0
    for place in _may_begin(text, wanted.beginnings):
        if place < after:
            continue  # in the same word, or what is joined to it
        start = max(text.rfind(" ", covered, place) + 1, covered)
        after = text.find(" ", place)
        after = end = after if after >= 0 else len(text)
        for _ in range(wanted.following):
            end = analysis.word_end(text, end)
        if regions and start <= covered + 1:
            start = regions.pop()[0]
        regions.append((start, end))
        covered = end
    return regions


def _may_begin(text: str, beginnings: Sequence[str]) -> list[int]:
    """Return, in order, places in the words of `text` that may have a part beginning in one of these ways."""
    lower = _lower(text)
    places = analysis.beyond_ascii(text)
    for beginning in beginnings:
        places += _begun(lower, beginning)
    for joint in _JOINT.finditer(lower):  # "e-mail" and "U.S." may begin like "email" and "us"
        place = joint.start()
        if place < _FIRST or not lower[place - _FIRST : place].isalnum():
            places.append(place)
    return sorted(places)
