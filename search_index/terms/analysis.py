"""From text to terms, for news in many languages: the same rules for what is indexed and for what is asked.

Every word is a term as it is written, folded (case, accents, compatibility forms). What a person may also ask for
stands at the same position as further terms, which do not count for the length of the text:

- a word of several parts ("GPT-4o", "01.AI") is its parts at successive positions, and joined ("gpt4o", "01ai");
- initials ("U.S.", "US", "AI") also with their full stops ("u.s"), so that "U.S." never means the word "us";
- "R&D" and "C++" stay whole; a possessive "'s" goes, other apostrophes only join ("O'Brien" is "obrien" and "brien");
- an English plural ("offers", "start-ups") is its singular too, names excepted: whoever analyses says which words are
  names;
- writing without spaces (Chinese, Japanese, Korean within its words, Thai) is each character, and each pair of them.

Stop words are terms like any other; only a query of several words leaves them out.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from collections.abc import Container, Iterator
from functools import cache
from typing import NamedTuple

from search_index.terms.plurals import singular_of

VERSION = 2  # an index analysed under another version is rebuilt

MAX_TERM = 64  # characters; what is longer is cut, so that a hostile "word" stays a term
_MAX_JOINED = 40
_MAX_CACHED = 200_000

# \w knows no combining marks, without which words of many scripts break apart: these ranges are theirs. Joiners too.
MARKS = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670"
    "\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u0711\u0730-\u074a\u07a6-\u07b0\u0816-\u082d\u08d3-\u0903"
    "\u093a-\u094f\u0951-\u0963\u0981-\u0983\u09bc-\u09d7\u09e2\u09e3\u0a01-\u0a03\u0a3c-\u0a51\u0a70-\u0a75"
    "\u0a81-\u0a83\u0abc-\u0acd\u0b01-\u0b03\u0b3c-\u0b57\u0b82\u0bbe-\u0bd7\u0c00-\u0c04\u0c3e-\u0c56\u0c81-\u0c83"
    "\u0cbc-\u0cd6\u0d00-\u0d03\u0d3b-\u0d57\u0d81-\u0d83\u0dca-\u0df3\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0eb1"
    "\u0eb4-\u0ebc\u0ec8-\u0ecd\u0f71-\u0f84\u0f8d-\u0fbc\u102b-\u103e\u1056-\u109d\u17b4-\u17d3\u200c\u200d"
)
_LETTER = rf"[\w{MARKS}]"  # underscores are parted from the words afterwards
JOINERS = ".'’&_@\u2010\u2011-"  # stand within a word; between digits a comma too
_WORD = re.compile(rf"{_LETTER}+(?:(?:[{JOINERS}]|(?<=\d),(?=\d)){_LETTER}+)*(?:\+\+?|\#)?")
_HYPHENS = re.compile("[-_@\u2010\u2011]")
_APOSTROPHES = re.compile("['’]")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*[^\W\d_]{0,3}")  # 1,000.5  3.5  1.5bn
_POSSESSIVE = re.compile("['’][sS]$")
_COMPOUND = re.compile("[A-Za-z]+(?:[-\u2010\u2011][A-Za-z]+)+")  # whose plural is that of a word: "start-ups"

# Scripts that put no space between words, and Hangul, whose words carry their particles.
UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1100-\u11ff\u1780-\u17ff\u3005-\u3007\u3040-\u30ff\u3100-\u318f\u31f0-\u31ff"
    "\u3400-\u4dbf\u4e00-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\uff66-\uffdc\U00020000-\U0003ffff"
)

# Letters that Unicode does not take apart, as they are written without their stroke or ligature.
_STROKES = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h", "ŧ": "t", "ŋ": "n"}
)

# Words that a query of several words does not insist on.
_STOP_WORDS = """
a an and are as at be but by for from has have he her his if in into is it its more no not of on or our she so such
than that the their then there these they this to us was we were what when which who will with would you
der die das und ein eine im von zu den mit le la les des du un une et en el los las de y que
"""
STOP_WORDS = frozenset(_STOP_WORDS.split())


class Part(NamedTuple):
    """A part of a word, with a position of its own: where it stands in the word, and its terms, as written first."""

    start: int
    end: int
    terms: tuple[str, ...]


class Word(NamedTuple):
    """A word analysed: its parts, and all of it joined where it has several ("" where it has not)."""

    parts: tuple[Part, ...]
    joined: str
    singular: str  # of an English plural, joined where it has several parts; else ""


class Token(NamedTuple):
    """A position of a text with every term that stands there; the last ones, `joined`, reach to `joined_end`.

    `start` and the ends are code points of the text.
    """

    start: int
    end: int
    terms: tuple[str, ...]
    joined: tuple[str, ...] = ()
    joined_end: int = 0

    @property
    def own(self) -> tuple[str, ...]:
        """The terms that end where the position does."""
        return self.terms[: len(self.terms) - len(self.joined)]

    @property
    def pair(self) -> str:
        """The pair of characters that begins here, in a writing without spaces; else ""."""
        return self.terms[1] if len(self.terms) > 1 and has_unspaced(self.terms[0][:1]) else ""


@cache  # takes long to compile, and many a process never meets such a character; the next two too
def _unspaced_character() -> re.Pattern[str]:
    return re.compile(f"[{UNSPACED}]")


@cache
def _runs() -> re.Pattern[str]:
    return re.compile(f"[{UNSPACED}]+|[^{UNSPACED}]+")


@cache
def _beyond_ascii() -> re.Pattern[str]:
    return re.compile(rf"(?:[^\W\x00-\x7f]|[{MARKS}])\S*")


def has_unspaced(text: str) -> bool:
    """Tell whether a text has characters of a writing without spaces."""
    return not text.isascii() and _unspaced_character().search(text) is not None


def fold_word(word: str) -> str:
    """Return `word` as a term: lower case, without accents, in compatibility form, at most 64 characters."""
    if word.isascii():
        return word.lower()[:MAX_TERM]
    decomposed = unicodedata.normalize("NFKD", word[: 4 * MAX_TERM].casefold().translate(_STROKES))
    bare = "".join(c for c in decomposed if not unicodedata.combining(c) and c not in "\u200c\u200d")
    return unicodedata.normalize("NFC", bare).casefold()[:MAX_TERM] or word[:MAX_TERM]


def words(text: str, start: int = 0, end: int = sys.maxsize) -> Iterator[re.Match[str]]:
    """Yield the words of `text` in order, as matches; those from `start` to `end`, which divide no word."""
    return _WORD.finditer(text, start, end)


def word_end(text: str, place: int) -> int:
    """Return where the next word of `text` at or after `place` ends that has a position; the end where none follows."""
    ends = (match.end() for match in _WORD.finditer(text, place) if analysed(match.group()).parts)
    return next(ends, len(text))


def beyond_ascii(text: str) -> list[int]:
    """Return the first place in each word of `text` that has letters or marks beyond ASCII."""
    return [] if text.isascii() else [match.start() for match in _beyond_ascii().finditer(text)]


def tokens(text: str, names: Container[str] = (), english: bool = True) -> Iterator[Token]:
    """Yield the tokens of `text` in order; words in `names` (as written) have no singular."""
    for match in _WORD.finditer(text):
        surface = match.group()
        base = match.start()
        word = analysed(surface)
        singular = (word.singular,) if english and word.singular and surface not in names else ()
        for number, part in enumerate(word.parts):
            start, end = base + part.start, base + part.end
            if number or not word.joined:
                yield Token(start, end, part.terms if word.joined else part.terms + singular)
            else:
                joined = (*singular, word.joined)
                yield Token(start, end, part.terms + joined, joined, match.end())


def index_rows(surface: str, with_singular: bool) -> tuple[tuple[str, ...], ...]:
    """Return the terms of each position of a word, as `tokens` gives them; each term once."""
    rows = _rows.get((surface, with_singular))
    if rows is None:
        found = tokens(surface, () if with_singular else (surface,))
        rows = tuple(tuple(dict.fromkeys(token.terms)) for token in found)
        if len(surface) <= MAX_TERM:
            if len(_rows) >= _MAX_CACHED:
                _rows.clear()
            _rows[surface, with_singular] = rows
    return rows


def surfaces(text: str) -> list[str]:
    """Return the words of `text` as they are written, in order."""
    return _WORD.findall(text)


_rows: dict[tuple[str, bool], tuple[tuple[str, ...], ...]] = {}
_cache: dict[str, Word] = {}


def analysed(surface: str) -> Word:
    """Return the analysis of one word as it is written."""
    word = _cache.get(surface)
    if word is None:
        word = _analyse(surface)
        if len(surface) <= MAX_TERM:
            if len(_cache) >= _MAX_CACHED:
                _cache.clear()  # a library has fewer words than this; a hostile text may not
            _cache[surface] = word
    return word


def _analyse(surface: str) -> Word:
    parts: list[Part] = []
    start = 0
    for piece in _HYPHENS.split(surface):
        if piece:
            parts.extend(_moved(_parts_of(piece), start))
        start += len(piece) + 1
    joined = ""
    if len(parts) > 1 and len(surface) <= _MAX_JOINED and not has_unspaced(surface):
        joined = "".join(part.terms[0] for part in parts)
    singular = singular_of(surface) if len(parts) == 1 else ""
    if joined and not surface.isupper() and _COMPOUND.fullmatch(surface):
        singular = singular_of(joined)
    return Word(tuple(parts), joined, singular)


def _parts_of(written: str) -> list[Part]:
    """Return the parts of what has no hyphens."""
    if has_unspaced(written):
        return _unspaced(written)
    written = _POSSESSIVE.sub("", written)
    if written.isalnum():
        return [Part(0, len(written), _plain(written))]
    bare = written.rstrip("+#")
    if "&" in bare:
        extra = tuple(fold_word(p) for p in bare.split("&") if len(p) > 2)
        return [Part(0, len(written), (fold_word(written), *extra))]
    if "." in bare or "," in bare:
        return _dotted(bare)
    if _APOSTROPHES.search(bare):
        pieces = _APOSTROPHES.split(bare)
        whole = fold_word("".join(pieces))
        return [Part(0, len(written), (whole, *(fold_word(p) for p in pieces if len(p) > 2)))]
    if bare != written:
        return [Part(0, len(written), (fold_word(written), fold_word(bare)))]
    return [Part(0, len(written), (fold_word(written),))]


def _moved(parts: list[Part], start: int) -> Iterator[Part]:
    """Yield parts of what begins at `start` of a word as parts of the word."""
    return (Part(start + part.start, start + part.end, part.terms) for part in parts)


def _plain(written: str) -> tuple[str, ...]:
    term = fold_word(written)
    if 2 <= len(written) <= 4 and written.isupper() and written.isalpha():
        return term, ".".join(term)
    return (term,)


def _dotted(written: str) -> list[Part]:
    """Return the parts of what has full stops (or commas, between digits) inside."""
    pieces = written.split(".")
    if all(len(p) == 1 and p.isalpha() for p in pieces):
        return [Part(0, len(written), (fold_word(written), fold_word("".join(pieces))))]
    if _NUMBER.fullmatch(written):
        return [Part(0, len(written), (fold_word(written.replace(",", "")),))]
    parts: list[Part] = []
    start = 0
    for piece in pieces:
        if piece:
            parts.extend(_moved(_parts_of(piece.replace(",", "")), start))
        start += len(piece) + 1
    return parts


def _unspaced(written: str) -> list[Part]:
    """Return the parts of a writing without spaces: its characters, each with the pair that it begins."""
    parts: list[Part] = []
    for run in _runs().finditer(written):
        start, text = run.start(), run.group()
        if not has_unspaced(text[:1]):
            bare = text.strip(".'’&,+#")
            start += text.find(bare)
            parts.extend(_moved(_parts_of(bare) if bare else [], start))
            continue
        characters = [fold_word(c) or c for c in text]
        for number, character in enumerate(characters):
            pair = (character + characters[number + 1],) if number + 1 < len(characters) else ()
            parts.append(Part(start + number, start + number + 1, (character, *pair)))
    return parts


def is_unspaced(part: Part) -> bool:
    """Tell whether a position is a character of a writing without spaces."""
    return has_unspaced(part.terms[0][:1])
