"""Pieces of capitalised runs, gathered by what they say, and what the document does with its words."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from briefs.extract.naming.gazetteer import Hit
from briefs.extract.naming.lexicon.bodies import BODY_NOUNS
from briefs.extract.naming.lexicon.firms import COMPANY_NOUNS
from briefs.extract.naming.lexicon.persons import ROLES
from briefs.extract.naming.lexicon.plain import FUNCTION
from briefs.extract.naming.scan import Scan
from briefs.model import EntityKind

# What may speak for a surface: a kind, or a clue that other clues turn into one.
Cue = (
    EntityKind
    | Literal[
        "other",  # none of our kinds: a product, an event, a law
        "person_shape",  # its words are written as a person's name is
        "person_guess",
        "company_table",  # a row of the table is called so
        "company_if",  # a company where something else says so too
        "publication",
        "speaker",  # it says something
        "affiliation",  # somebody works there
        "camel",  # a capital within a word: "LinkedIn"
        "listed",  # it stands in a row of names
    ]
)
NOUNS = ROLES | COMPANY_NOUNS | BODY_NOUNS


class Piece(NamedTuple):
    """Tokens `[first, last)` of scan number `scan` that may be one name, and what stood around them in their run."""

    scan: int
    first: int
    last: int
    possessive: bool = False
    title: tuple[int, int] | None = None  # a capitalised title before it, in the same run
    bears: tuple[int, int] | None = None  # a capitalised title after it: "Microsoft President"


@dataclass
class Surface:
    """All pieces that say the same, and what speaks for each kind."""

    words: tuple[str, ...]
    written: str = ""  # as the text first writes it
    pieces: list[Piece] = field(default_factory=list)
    scores: dict[Cue, float] = field(default_factory=dict)
    hits: list[Hit] = field(default_factory=list)
    opens: bool = True  # it only ever opens sentences, and may be any word

    @property
    def text(self) -> str:
        """The words with single spaces."""
        return " ".join(self.words)

    @property
    def place(self) -> tuple[int, int]:
        """Where it first stands: scan and token."""
        return self.pieces[0][:2]

    def add(self, cue: Cue, weight: float) -> None:
        """Let `weight` more speak for `cue`."""
        self.scores[cue] = self.scores.get(cue, 0.0) + weight

    def score(self, cue: Cue) -> float:
        """Return what speaks for `cue`."""
        return self.scores.get(cue, 0.0)


class Vocabulary:
    """What the whole document does with a word: whether it is ever written small, or large within a sentence."""

    def __init__(self, scans: list[Scan], common: frozenset[str]) -> None:
        self.common = common
        self.small: set[str] = set()
        self.large: Counter[str] = Counter()
        for scan in scans:
            for word, lower, capital, weak, loud in zip(
                scan.words, scan.lower, scan.capital, scan.weak, scan.loud, strict=True
            ):
                if not capital:
                    self.small.add(word)
                elif not weak and not loud:
                    self.large[lower] += 1

    def has(self, lower: str) -> bool:
        """Return whether `lower` is a word of the language."""
        return lower in self.small or lower in self.common

    def ordinary(self, lower: str) -> bool:
        """Return whether `lower` at the start of a sentence is an ordinary word rather than a name."""
        if lower in FUNCTION:
            return True
        if self.large[lower] and lower not in self.small:
            return False
        return lower in self.small or lower in self.common or lower in NOUNS


def gather(pieces: list[Piece], scans: list[Scan], hits: list[dict[int, Hit]]) -> dict[tuple[str, ...], Surface]:
    """Return the surfaces of `pieces` by their words, in the order of the text."""
    surfaces: dict[tuple[str, ...], Surface] = {}
    for piece in pieces:
        words = tuple(scans[piece.scan].words[piece.first : piece.last])
        surface = surfaces.get(words)
        if surface is None:
            surface = surfaces[words] = Surface(words, scans[piece.scan].text(piece.first, piece.last))
        hit = hits[piece.scan].get(piece.first)
        if hit is not None and hit.last == piece.last and not surface.hits:
            surface.hits.append(hit)
        surface.pieces.append(piece)
        surface.opens = surface.opens and scans[piece.scan].weak[piece.first]
    return surfaces
