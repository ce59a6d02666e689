"""A made-up library of any size for the benchmark of search: recombined sentences of our own, always the same.

Words follow Zipf's law over a vocabulary of invented ones; names, countries, publishers and dates have frequencies of
their own. A text has about 3 KB. Brief `n` is the same whatever the size of the library.
"""

from __future__ import annotations

import random
import sqlite3
import zlib
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import accumulate
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from briefs.library import Change, Row
from briefs.library.database import chunks
from briefs.model import Brief, Entity, Evidence, KeyFigure, Mention, SummarySentence
from tests.made import made_brief

_T = TypeVar("_T")
_SYLLABLES = [c + v for c in "bcdfghklmnprstv" for v in "aeio"]
_PHRASES = (
    "the board approved {} plans for {} after {} talks",
    "{} prices rose while {} fell in the {} market",
    "officials said that {} would limit {} exports until {}",
    "the {} unit of the group sold its {} stake to a {} fund",
    "workers at the {} plant voted for {} and against {}",
    "researchers who left for {} took {} with them to {}",
    "a court ordered {} to pay for {} and {} damages",
    "the bank lent {} to builders of {} and of {}",
)

COUNTRIES = (
    "US",
    "CN",
    "KR",
    "JP",
    "DE",
    "FR",
    "GB",
    "IN",
    "TW",
    "BR",
    "MX",
    "ID",
    "VN",
    "NG",
    "ZA",
    "AU",
    "CA",
    "IT",
    "ES",
    "PL",
)
_DAYS = [f"{y}-{m:02d}-{d:02d}" for y in (2023, 2024, 2025) for m in range(1, 13) for d in range(1, 29)]


def _vocabulary(size: int) -> list[str]:
    chance = random.Random(1)
    words: dict[str, None] = {}
    while len(words) < size:
        words["".join(chance.choices(_SYLLABLES, k=chance.choice((2, 3, 3, 4))))] = None
    return list(words)


class Corpus:
    """The briefs of a made-up library."""

    def __init__(self) -> None:
        self.words = _vocabulary(40_000)
        self._shares = list(accumulate(1 / (n + 3) for n in range(len(self.words))))
        chance = random.Random(2)
        self.companies = [
            f"{w.capitalize()} {chance.choice(('Motors', 'Robotics', 'Energy', 'Labs', 'Bank'))}"
            for w in self.words[500:1300]
        ]
        self.publishers = [f"The {w.capitalize()} Post" for w in self.words[2000:2040]]

    def _drawn(self, chance: random.Random, count: int) -> list[str]:
        most = self._shares[-1]
        return [self.words[bisect_left(self._shares, chance.random() * most)] for _ in range(count)]

    def brief(self, number: int) -> Brief:
        """Return brief `number`."""
        chance = random.Random(number * 7919 + 5)
        names = [self.companies[int(len(self.companies) * chance.random() ** 3)] for _ in range(chance.randint(1, 4))]
        companies = list(dict.fromkeys(names))
        codes = list(
            dict.fromkeys(COUNTRIES[int(len(COUNTRIES) * chance.random() ** 2)] for _ in range(chance.randint(1, 3)))
        )
        sentences: list[str] = []
        length = 0
        while length < 2900:
            fillers = self._drawn(chance, 12)
            words = chance.choice(_PHRASES).format(*fillers[:3]).split() + fillers[3:]
            if chance.random() < 0.3:
                words.insert(0, chance.choice(companies))
            sentence = " ".join(words)
            sentence = sentence[0].upper() + sentence[1:] + "."
            sentences.append(sentence)
            length += len(sentence) + 1
        body = " ".join(sentences)
        title = " ".join([companies[0], *self._drawn(chance, 5)])
        return made_brief(
            body,
            id=f"{number + 1:016x}",
            title=title,
            published=chance.choice(_DAYS) if chance.random() < 0.97 else None,
            publisher=chance.choice(self.publishers),
            language="en",
            gist=sentences[0][:140],
            summary=(SummarySentence(sentences[0], Evidence("body", 0, len(sentences[0]), sentences[0])),),
            key_figures=(KeyFigure("", chance.randint(1, 9999) * 1e6, "USD", Evidence("body", 0, 1, body[:1]), "", 0),),
            companies=tuple(
                Entity(
                    f"company:{n.lower().replace(' ', '-')}",
                    "company",
                    n,
                    main=not i,
                    mentions=(Mention("body", 0, 1, body[:1]),),
                )
                for i, n in enumerate(companies)
            ),
            countries=tuple(Entity(f"country:{c}", "country", c, main=i < 2, code=c) for i, c in enumerate(codes)),
        )


class _Marks:
    def ids(self, kind: str) -> set[str]:
        return set()

    def tagged(self, tag: str) -> set[str]:
        return set()

    def tags(self) -> dict[str, int]:
        return {}


class MadeLibrary:
    """As much of a library as an index needs, filled in minutes: briefs as compressed JSON in SQLite, never changed."""

    marks = _Marks()

    def __init__(self, folder: Path, corpus: Corpus | None = None, count: int = 0) -> None:
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        self._database = sqlite3.connect(folder / "made.sqlite", check_same_thread=False, isolation_level=None)
        self._database.execute("CREATE TABLE IF NOT EXISTS briefs (number INTEGER PRIMARY KEY, data BLOB)")
        self._corpus = corpus
        if corpus is None:
            return
        have = self.count()
        self._database.execute("BEGIN")
        self._database.executemany("INSERT INTO briefs VALUES (?, ?)", (self._values(n) for n in range(have, count)))
        self._database.execute("COMMIT")

    def _values(self, number: int) -> tuple[int, bytes]:
        return number, zlib.compress(msgspec.json.encode(self._next(number)), 1)

    def add(self) -> Brief:
        """Add the next brief."""
        number = self.count()
        self._database.execute("INSERT INTO briefs VALUES (?, ?)", self._values(number))
        return self._next(number)

    def _next(self, number: int) -> Brief:
        if self._corpus is None:
            raise ValueError("this library was only opened")
        return self._corpus.brief(number)

    def count(self) -> int:
        """Return the number of briefs."""
        return int(self._database.execute("SELECT count(*) FROM briefs").fetchone()[0])

    def sequence(self) -> int:
        """Return the last change."""
        return int(self._database.execute("SELECT coalesce(max(number) + 1, 0) FROM briefs").fetchone()[0])

    def changes(self, since: int = 0) -> Iterator[Change]:
        """Yield the additions after `since`."""
        for number in range(since, self.sequence()):
            yield Change(number + 1, f"{number + 1:016x}", False)

    def briefs(self, ids: Iterable[str]) -> Iterator[tuple[int, Brief]]:
        """Yield briefs with their revisions."""
        return self.parts(ids, Brief)

    def parts(self, ids: Iterable[str], kind: type[_T]) -> Iterator[tuple[int, _T]]:
        """Yield with their revisions what `kind` has of the fields of briefs, read in pieces as a real library does."""
        for piece in chunks(list(ids)):
            numbers = [int(identifier, 16) - 1 for identifier in piece]
            found = dict(
                self._database.execute(
                    "SELECT number, data FROM briefs WHERE number IN (SELECT value FROM json_each(?))",
                    (msgspec.json.encode(numbers).decode(),),
                )
            )
            for number in numbers:
                yield number + 1, msgspec.json.decode(zlib.decompress(found[number]), type=kind)

    def rows(self, ids: Iterable[str]) -> list[Row]:
        """Return rows that say only which brief they are of: what is shown of a hit is no matter of an engine."""
        numbers = ((identifier, int(identifier, 16)) for identifier in ids)
        return [Row(i, n, "", "", None, None, "", None, (), (), 0, False, False, ()) for i, n in numbers]

    def ids(self) -> list[str]:
        """Return all identifiers."""
        return [f"{n + 1:016x}" for n in range(self.count())]

    def close(self) -> None:
        """Close the file."""
        self._database.close()


AT_ONCE = 20  # questions of a row in one round
ROUNDS = 6
_ASKED_OF = 1000  # briefs


def questions(corpus: Corpus, count: int) -> dict[str, list[Any]]:
    """Return for each row of the table what is asked, of words that the first `count` briefs have.

    From a thousand briefs on it is the same at every size, so that hits and times can be compared between sizes. There
    is a question for each time that an engine is asked: it may remember what it looked for, and gain nothing.
    """
    chance = random.Random(3)
    asked = AT_ONCE * ROUNDS
    sample = [corpus.brief(chance.randrange(min(count, _ASKED_OF))) for _ in range(60 + 2 * asked)]
    words = [b.body.lower().replace(".", "").split() for b in sample]
    place = {word: number for number, word in enumerate(corpus.words)}
    common = corpus.words[5 : 5 + asked]
    middle = [next(x for x in w if 300 < place.get(x, -1) < 6000) for w in words]
    return {
        "rare": [max(w, key=lambda x: place.get(x, -1)) for w in words[:asked]],
        "common": common,
        "AND": list(zip(common, common[::-1], strict=True)),
        "phrase": [(w[5], w[6]) for w in words[:asked]],
        "prefix": list(dict.fromkeys(w[:3] for w in corpus.words[5:]))[:asked],
        "fuzzy": list(dict.fromkeys(w[:2] + w[3:] for w in middle if len(w) > 5))[:asked],
        "company:": [b.companies[0].name for b in sample[:asked]],
        "country + word": list(zip([b.countries[0].code for b in sample], common, strict=False)),
        "by date": common,
        "facets x2": common,
        "20 snippets": common,
    }


def in_rounds(asked: list[Any]) -> list[list[Any]]:
    """Return what is asked in each round: new questions each time, of all kinds that there are."""
    return [asked[number::ROUNDS] for number in range(ROUNDS)]
