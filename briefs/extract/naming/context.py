"""What the words around a name say: titles, appositions, verbs, possessions, prepositions."""

from __future__ import annotations

from briefs.extract.naming.around import Around, around
from briefs.extract.naming.as_body import by_body, by_facility
from briefs.extract.naming.as_company import SHIPS, by_company
from briefs.extract.naming.as_person import by_person, by_title
from briefs.extract.naming.lexicon.firms import BUSINESS_POSSESSIONS, SHAREHOLDINGS
from briefs.extract.naming.lexicon.persons import SPEECH
from briefs.extract.naming.lexicon.plain import FUNCTION
from briefs.extract.naming.lexicon.things import NAMED_THINGS, PRODUCT_NOUNS
from briefs.extract.naming.scan import APOSTROPHES, Scan
from briefs.extract.naming.surfaces import Piece, Surface
from briefs.extract.wordlist import words

_ANSWERS = words("did didn't declined refused could couldn't has had was")
_NEAR = frozenset(("in", "near", "across", "outside"))
_TOWARDS = frozenset(("to", "from", "at"))
_COMPASS = words("northern southern eastern western north south east west central upper lower arab islamic gulf")
_LANDS = words("counties states provinces districts islands rivers streets avenues prefectures governorates roads")


_WORKS = words(
    "plant factory mine smelter refinery shipyard mill warehouse brewery mines plants factories smelters refineries"
)
_REACH = 6  # words between an owner and what it owns


def _owns_works(scan: Scan, piece: Piece, after: list[str]) -> bool:
    """Return whether what is owned is where things are made: "Example's Alta copper mine", not "Peru's Alta mine"."""
    if piece.last - 1 in scan.whence:
        return False
    for place, word in enumerate(after[:_REACH]):
        if word in _WORKS:
            return place > 0
        if not word[0].isalpha() and word not in APOSTROPHES:
            return False
        if word in FUNCTION:
            return False
    return False


def _is_car(surface: Surface, near: Around) -> bool:
    """Return whether a name is an electric car's: "the Example EV", "Example EVs", "some Example EV models"."""
    if surface.words[-1] == "EV":
        return near.b1 in ("the", "an", "some") or near.a1 in PRODUCT_NOUNS
    return near.a1 in ("ev", "evs") and not surface.hits


def weigh(surface: Surface, scan: Scan, piece: Piece) -> None:
    """Add to the surface's scores what stands around one of its pieces."""
    near = around(scan, piece)
    by_title(surface, scan, piece)
    by_person(surface, scan, piece, near)
    if piece.possessive:
        owned = near.a2 if near.a1 in APOSTROPHES else near.a1  # "Example's shares", "Examples' shares"
        if owned in SHAREHOLDINGS:
            surface.add("company", 2.5 if owned == "chief" or owned.startswith("share") else 2.0)
        elif owned in BUSINESS_POSSESSIONS or _owns_works(scan, piece, near.after):
            surface.add("company", 1.2)
        return
    if near.a1 in _ANSWERS and any(w in ("respond", "comment", "reply") for w in near.after[1:5]):
        surface.add("speaker", 1.0)
    hails = near.b1 in ("of", "from") and piece.first > 1 and scan.capital[piece.first - 2]  # "Ada Lund of Wick said"
    if (near.a1 in SPEECH and not hails) or near.b1 in SPEECH:
        surface.add("speaker", 1.0)
        if near.a1 in SPEECH and near.a2 in ("it", "its"):
            surface.add("company", 1.2)
    by_company(surface, scan, piece, near)
    by_body(surface, scan, piece, near)
    named = near.b1 in NAMED_THINGS or (near.b1 == "carrier" and near.b2 in SHIPS)
    if named and not surface.score("company_table"):
        surface.add("other", 8.0)
    by_facility(surface, near)
    if near.b1 in ("calls", "call", "called") and near.b2 in ("it", "they", "he", "she"):
        surface.add("other", 4.0)  # "a small lorry that it calls Example"
    if near.b1 == "the" and near.a1 in PRODUCT_NOUNS:
        surface.add("other", 3.0)
    elif near.a1 in PRODUCT_NOUNS and not surface.hits:
        surface.add("other", 1.5)
    if _is_car(surface, near):
        surface.add("other", 4.0)
    compass = surface.words[0].lower() in _COMPASS  # "Northern and Southern counties"
    if near.a1 in (",", "and", *_LANDS) and any(w in _LANDS for w in near.after[:4]) and not compass:
        surface.add("place", 8.0)  # "Orange and Riverside counties"
    if near.a1 not in SPEECH:
        surface.add("place", 1.0 if near.b1 in _NEAR else 0.2 if near.b1 in _TOWARDS else 0.0)
