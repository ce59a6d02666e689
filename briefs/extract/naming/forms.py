"""Forms of one name: without its legal form, as an acronym, as the acronym's full form."""

from __future__ import annotations

from briefs.extract.naming.lexicon.bodies import STRONG_ORGANISATION_CUES
from briefs.extract.naming.lexicon.firms import LEGAL_FORMS
from briefs.extract.naming.lexicon.persons import TITLES
from briefs.extract.naming.scan import Scan
from briefs.extract.naming.surfaces import Surface

Words = tuple[str, ...]


def bare(words: Words) -> Words:
    """Return a company's words without its legal form: "McClatchy Co" is "McClatchy"."""
    end = len(words)
    while end > 1 and (words[end - 1].lower() in LEGAL_FORMS or words[end - 1] in (".", ",", "&")):
        end -= 1
    return words[:end]


def plain(text: str) -> str:
    """Return a company's name as `text` writes it, without its legal form: "McClatchy Co." is "McClatchy"."""
    head, _, tail = text.rpartition(" ")
    while head and tail.strip(".,").lower() in LEGAL_FORMS:
        text = head.rstrip(" ,&")
        head, _, tail = text.rpartition(" ")
    return text


def acronyms_of(scans: list[Scan], surfaces: dict[Words, Surface]) -> dict[Words, Words]:
    """Return the acronyms that the text explains in parentheses, and those whose letters spell a name of the text."""
    found: dict[Words, Words] = {}
    long = [s for s in surfaces.values() if len(s.words) > 1]
    for surface in long:
        for piece in surface.pieces[:10]:
            scan = scans[piece.scan]
            at = piece.last
            if scan.words[at : at + 1] == ["."] and surface.words[-1].lower() in LEGAL_FORMS:
                at += 1  # "Example Inc. (EXM)"
            if at + 2 < len(scan.words) and (scan.words[at], scan.words[at + 2]) in (("(", ")"), (",", ",")):
                word = scan.words[at + 1]
                listed = scan.words[at] == ","  # "the Example Retailers Association, EXRETAN, has ..."
                short = _acronym(word) or _blend(word, surface.words)
                named = short and word[0].lower() in (w[0].lower() for w in surface.words)
                if named and (not listed or (word.isupper() and _spelled(word, surface.words))):
                    found.setdefault((word,), surface.words)
            elif piece.first > 1 and scan.words[piece.first - 1] == "(" and scan.words[at : at + 1] == [")"]:
                word = scan.words[piece.first - 2]  # "Isie (Institute of Example Studies)"
                if word[0].isupper() and word.lower() not in TITLES and _spelled(word, surface.words):
                    found.setdefault((word,), surface.words)
    initials: dict[str, Words] = {}
    for surface in long:
        letters = "".join(w[0] for w in bare(surface.words) if w[0].isupper())
        initials.setdefault(letters, surface.words)
        if surface.words[-1].lower() in STRONG_ORGANISATION_CUES:
            initials.setdefault(letters[1:], surface.words)  # "the PSC" of the "Montana Public Service Commission"
    for words in surfaces:
        letters = words[0].replace("&", "")
        if len(words) == 1 and _acronym(words[0]) and len(words[0]) > 2 and words not in found and letters in initials:
            found[words] = initials[letters]
    return found


def _blend(word: str, full: Words) -> bool:
    """Return whether `word` is made of the beginnings of a name, and no word of it: "Veltatex"."""
    return len(word) > 3 and word[0].isupper() and word not in full and _spelled(word, full)


def _spelled(word: str, full: Words) -> bool:
    """Return whether the letters of `word` stand in `full` in order, its first the first of the name."""
    letters = iter("".join(full).lower())
    return len(word) > 2 and word[0] == full[0][0] and all(c in letters for c in word.lower())


def _acronym(word: str) -> bool:
    return 2 <= len(word) <= 8 and word[0].isalpha() and sum(c.isupper() for c in word) >= 2 and " " not in word
