"""Subjects: the phrases that the article keeps coming back to, as it first writes them.

Candidates are runs of content words (RAKE: Rose et al., 2010), rated by how often they and their words occur, by the
title and by how early they come (YAKE: Campos et al., 2020). Names of people are not subjects.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import lru_cache

from briefs.extract.document import Document, Passage
from briefs.extract.names import Names
from briefs.extract.saying import words_of
from briefs.extract.terms import STOPWORDS, term_of
from briefs.model import Subject
from briefs.text import Token

_MOST = 8
_LONGEST = 4
_MOST_TOKENS = 60_000
_NO_SUBJECT = words_of("percent per cent million billion trillion thousand hundred dozen")


@dataclass
class _Phrase:
    stems: tuple[str, ...]
    start: int
    end: int
    part: str
    count: int = 0
    in_title: bool = False


def find_subjects(document: Document, names: Names) -> tuple[Subject, ...]:
    """Return up to eight key phrases, the most telling first, each with the place where it stands first."""
    phrases: dict[tuple[str, ...], _Phrase] = {}
    words: Counter[str] = Counter()
    for passage in document.passages:
        _gather(passage, names, phrases, words)
    length = max(1, len(document.body.text))
    rated = []
    for phrase in phrases.values():
        if phrase.count < 2 and not (phrase.in_title and len(phrase.stems) > 1):
            continue
        weight = sum(words[s] for s in phrase.stems) / len(phrase.stems)
        score = phrase.count * (1.0 + 0.5 * (len(phrase.stems) - 1)) + 0.2 * weight
        score *= 1.5 if phrase.in_title else 1.0
        score *= 1.2 - 0.4 * (phrase.start / length if phrase.part == "body" else 0.0)
        rated.append((-score, phrase.part != "title", phrase.start, phrase))
    rated.sort(key=lambda row: row[:3])
    chosen: list[_Phrase] = []
    for *_, phrase in rated:
        stems = set(phrase.stems)
        if any(stems <= set(c.stems) or stems >= set(c.stems) for c in chosen):
            continue
        chosen.append(phrase)
        if len(chosen) == _MOST:
            break
    made = []
    for phrase in chosen:
        passage = document.title if phrase.part == "title" else document.body
        evidence = passage.evidence(phrase.start, phrase.end)
        made.append(Subject(evidence.text, evidence))
    return tuple(made)


def _gather(passage: Passage, names: Names, phrases: dict[tuple[str, ...], _Phrase], words: Counter[str]) -> None:
    """Count the phrases of `passage`: runs of content words, and the shorter runs within that end as they do."""
    people = [(m.start, m.end) for m, e in names.within(passage.part, 0, len(passage.text)) if e.kind == "person"]
    people.append((len(passage.text) + 1, len(passage.text) + 1))
    person = 0
    run: list[Token] = []
    for token in passage.tokens[:_MOST_TOKENS]:
        while people[person][1] <= token.start:
            person += 1
        named = people[person][0] < token.end
        if run and (token.start - run[-1].end != 1 or "\n" in passage.text[run[-1].end : token.start]):
            _count(passage, run, phrases, words)
            run = []
        if named or not _carries(token.text):
            _count(passage, run, phrases, words)
            run = []
        else:
            run.append(token)
    _count(passage, run, phrases, words)


@lru_cache(maxsize=16_384)
def _carries(text: str) -> bool:
    if not (text[0].isalpha() and len(text) > 1):
        return False
    word = text.lower().replace("’", "'")
    return word not in STOPWORDS and word not in _NO_SUBJECT and not (word.endswith("ly") and len(word) > 4)


def _count(passage: Passage, run: list[Token], phrases: dict[tuple[str, ...], _Phrase], words: Counter[str]) -> None:
    stems = [term_of(t.text) for t in run]
    words.update(stems)
    for first in range(len(run)):
        for last in range(first + 1, min(len(run), first + _LONGEST) + 1):
            key = tuple(stems[first:last])
            if last - first == 1 and len(run[first].text) < 3:
                continue
            tail = run[last - 1]
            end = tail.end - 2 if tail.text.endswith(("'s", "’s")) else tail.end
            phrase = phrases.setdefault(key, _Phrase(key, run[first].start, end, passage.part))
            if passage.part == "title":
                phrase.in_title = True
            phrase.count += 1
