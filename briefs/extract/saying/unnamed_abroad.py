"""Officials, witnesses and public bodies without a name in other languages: "dijo un portavoz de la policía"."""

from __future__ import annotations

import re

from briefs.extract.saying.voices import Line, Voice, nameless
from briefs.extract.wordlist import words
from briefs.tables.tongues import Tongue

_LATE = 3  # tokens that tell when, between a verb and its subject
_LONGEST = 8  # tokens of such a phrase
_ARABIC = "ال"  # the article, written as one with its noun
_MOST_ARABIC = 3  # nouns that tell which ministry
_LINKS = words(
    "de del d' du des do da dos das di della dello dei delle der dem den von vom van für para pour per zur zum"
)
_JOINTS = words("und y e et ed och en i")
_ENDS = frozenset(',.;:()“”"«»„!?–—')


def unnamed(line: Line, verb: int, size: int, known: Tongue) -> Voice | None:
    """Return who says it without a name, right behind the verb of `size` tokens, else as the clause's subject."""
    first = verb + size
    while line.word(first) in known.between:
        first += 1
    for late in range(first, min(len(line), first + _LATE)):  # "a fait savoir jeudi matin la préfecture"
        behind = spoken(line, late, known)
        word = line.lows[late]
        if behind is not None:
            return behind
        if (
            line.at[late] is not None
            or word in _ENDS
            or any(word in w for w in (known.that, known.articles, known.told))
        ):
            break
    for first in range(verb - 1, max(-1, verb - 1 - _LONGEST), -1):
        if line.lows[first] in _ENDS or line.lows[first] in known.saying:
            return None
        opens = first == 0 or line.lows[first - 1] in _ENDS | _JOINTS or line.lows[first - 1] in known.that
        noun = _noun(line, first, known) if opens else None
        if noun is not None:
            return _voice(line, noun, verb, known)
    return None


def ministry(line: Line, first: int, known: Tongue) -> Voice | None:
    """Return the public body right behind an Arabic verb; whoever is named later on is spoken of."""
    body = first < len(line) and line.at[first] is None and _caseless(line, first) and line.lows[first] in known.bodies
    return _voice(line, first, len(line), known) if body else None


def spoken(line: Line, first: int, known: Tongue) -> Voice | None:
    """Return the phrase at `first`, if it is about somebody who speaks in news without a name."""
    noun = _noun(line, first, known)
    return _voice(line, noun, len(line), known) if noun is not None else None


def _noun(line: Line, first: int, known: Tongue) -> int | None:
    """Return the token of the noun that the phrase at `first` is about, behind an article; Arabic writes none apart."""
    noun = first + (line.word(first) in known.articles)
    if noun >= len(line) or line.at[noun] is not None:
        return None
    word = _bare(line, noun)
    body = noun > first or word != line.lows[noun] or _caseless(line, noun)  # "dijo el ministerio"
    return noun if word in known.speakers or (body and word in known.bodies) else None


def _bare(line: Line, index: int) -> str:
    """Return the word at `index` without an article that is written as one with it: "l'institut"."""
    return re.sub("^[ldn]['’]", "", line.lows[index])


def _caseless(line: Line, index: int) -> bool:
    return line.lows[index].upper() == line.lows[index]


def _voice(line: Line, noun: int, stop: int, known: Tongue) -> Voice | None:
    """Return the voice of the phrase that begins with a noun, as far as it tells whose official it is."""
    end = _arabic_end(line, noun, stop, known) if _caseless(line, noun) else _end(line, noun, stop, known)
    elided = len(line.lows[noun]) - len(_bare(line, noun))
    start, last = line.tokens[noun].start + elided, line.tokens[end - 1].end
    name = line.words(noun, end)[elided:]
    if _bare(line, noun) in known.speakers:
        return nameless(start, last, name)
    proper = _caseless(line, noun) or any(line.capitalised(i) for i in range(noun, end))
    return Voice(start, last, name, "organisation" if proper else "anonymous", anonymous=not proper)


def _end(line: Line, noun: int, stop: int, known: Tongue) -> int:
    """Return where the phrase ends: it goes on over "of the" and capitals: "ministère | de la Santé"."""
    end = index = noun + 1
    while index < min(stop, noun + _LONGEST):
        word = line.lows[index]
        if word in _LINKS or (index > end and word in known.articles):
            index += 1
            continue
        linked = index > end or line.tokens[index].text[0].isupper()
        if word in _ENDS or not linked or line.tokens[index].text[0].isdigit():
            break
        index += 1
        end = index
    closed = end + 1 < stop and line.lows[end + 1] in _ENDS
    adjective = end == noun + 1 and closed and line.lows[end].isalpha() and line.at[end] is None
    return end + 1 if adjective else end  # "la protection civile."


def _arabic_end(line: Line, noun: int, stop: int, known: Tongue) -> int:
    """Return where an Arabic phrase ends: before "that", or behind the nouns that tell which ministry it is."""
    end = noun + 1
    person = line.lows[noun] in known.speakers
    limit = noun + (_LONGEST if person else 1 + _MOST_ARABIC)
    while end < min(stop, limit) and line.lows[end] not in known.that and line.lows[end] not in _ENDS:
        if not person and not line.lows[end].startswith(_ARABIC):
            break
        end += 1
    return end
