"""Suggestions ("did you mean") where nothing is found: like words that the index has, or the query without a word."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import islice

from search_index.queries.leaves import Similar
from search_index.queries.query import Parsed
from search_index.queries.words import words_in
from search_index.snapshot import Snapshot

_MOST = 3
_OPERATOR = re.compile(r"(?<=\s)(?:or|not)(?=\s)|\"[^\"]*\"")


def suggestions(text: str, parsed: Parsed, snapshot: Snapshot, finds: Callable[[str], bool]) -> list[str]:
    """Return up to three queries like `text` that find something, as `finds` tells of each.

    Unknown words are replaced by words that the index has; "or" and "not" are read as operators. Where that leads
    nowhere no brief has all the words, and one of them is left out.
    """
    meant = _OPERATOR.sub(lambda m: m.group() if m.group()[0] == '"' else m.group().upper(), text)
    variants = [meant] if meant != text else []
    variants += _corrected(text, parsed, snapshot)
    found = [variant for variant in variants if finds(variant)][:_MOST]
    return found or list(islice(filter(finds, _shortened(text)), _MOST))


_WORD = re.compile(r"[^\W_][\w.&'’-]*")
_OTHER_TERM = re.compile(r"-?[a-z]+:[^\s\"()\[\]{}]+|-[^\W_][\w.&'’-]*")
_SHORTEST, _LONGEST = 3, 8  # words of a query of which one is left out: of two too little stays, each costs a search


def _shortened(text: str) -> Iterator[str]:
    """Yield `text` without one of its words, the last first, where it is nothing but words, fields and exclusions."""
    terms = text.split()
    words = [place for place, term in enumerate(terms) if _WORD.fullmatch(term)]
    if not _SHORTEST <= len(words) <= _LONGEST or any(term.lower() in ("and", "or", "not") for term in terms):
        return
    if any(not _OTHER_TERM.fullmatch(term) for place, term in enumerate(terms) if place not in words):
        return
    for place in reversed(words):
        yield " ".join(terms[:place] + terms[place + 1 :])


def _corrected(text: str, parsed: Parsed, snapshot: Snapshot) -> list[str]:
    variants = [(text, 0)]  # each with how far later places have moved
    replaced = False
    words = parsed.words | {leaf: word for phrase, name in parsed.phrases for leaf, word in words_in(phrase, name)}
    for leaf, (field, word) in sorted(words.items(), key=lambda item: item[0].start):
        if len(snapshot.postings(field, word).docs):
            continue
        candidates = _like(field, word, snapshot)
        if not candidates:
            continue
        replaced = True
        longer: list[tuple[str, int]] = []
        for number, candidate in enumerate(candidates):
            for variant, shift in variants if number == 0 else variants[:1]:
                changed = variant[: leaf.start + shift] + candidate + variant[leaf.end + shift :]
                longer.append((changed, shift + len(candidate) - (leaf.end - leaf.start)))
        variants = longer[: 2 * _MOST]
    return [variant for variant, _ in variants] if replaced else []


def _like(field: str, word: str, snapshot: Snapshot) -> list[str]:
    """Return a field's words nearest to `word`: fewest changes first, then the same first letter, then frequent."""
    if len(word) < 4:
        return []  # too many words are like it
    found: dict[str, int] = {}
    for distance in (1, 2) if len(word) > 5 else (1,):
        for candidate in Similar(field, word, distance).words_of(snapshot):
            found.setdefault(candidate, distance)
        if found:
            break
    ranked = sorted(
        (distance, candidate[0] != word[0], -len(snapshot.postings(field, candidate).docs), candidate)
        for candidate, distance in found.items()
    )
    return [candidate for *_, candidate in ranked][: 2 * _MOST]
