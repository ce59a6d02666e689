"""What the words around a name say for an organisation, or for what was dug or built."""

from __future__ import annotations

from briefs.extract.naming.around import ARTICLES, Around
from briefs.extract.naming.lexicon.bodies import BODY_NOUNS
from briefs.extract.naming.lexicon.persons import is_role
from briefs.extract.naming.scan import Scan
from briefs.extract.naming.surfaces import Piece, Surface
from briefs.extract.wordlist import words
from briefs.tables.tongues import english

_FACILITIES = english("facility")
_RAW = english("raw_material")

_PARTISANS = words("activists supporters lawmakers lawmaker mps mp cadres militants senators legislators")
_FARMED = words("wind solar offshore onshore")


def by_facility(surface: Surface, near: Around) -> None:
    """Weigh a name that stands before what was dug or built: "Example Alta mine", "Example Alta copper mine"."""
    farm = "farm" in near.after[1:3] and near.a1 in _FARMED
    if near.a1 in _FACILITIES or (near.a1 in _RAW and near.a2 in _FACILITIES) or farm:
        surface.add("place", 5.0 if farm else 3.0)
        surface.add("person", -2.0)


def by_body(surface: Surface, scan: Scan, piece: Piece, near: Around) -> None:
    """Weigh a name beside the words that say a body: "the Novo party", "Anatel, the telecoms regulator"."""
    if near.a1 in ("index", "indices") and not scan.capital[piece.last]:
        surface.add("organisation", 8.0)  # what is listed on an exchange moves its index, too
    if near.a1 == "(" and near.after[2:3] == [")"] and near.after[3:4] == ["party"]:
        surface.add("organisation", 4.0)  # "the Order and Progress (OP) party"
    if len(surface.words) == 1 and surface.words[0].isupper() and len(surface.words[0]) > 2:
        _by_acronym(surface, near)
    if near.b1 == "the" and near.a1 in BODY_NOUNS:
        surface.add("organisation", 1.0)  # "the GMB union"
    named = near.a1 in BODY_NOUNS and near.a1 != "group" and near.b1 != "a"  # a firm's group has sales
    if named or (near.a1 == "security" and near.a2 in ("service", "agency")):
        surface.add("organisation", 1.5)
    if near.a1 == "," and near.a2 in ARTICLES and _body_noun(scan, piece.last + 2, near.after[2:]):
        surface.add("organisation", 3.0)
    if near.b1 in BODY_NOUNS:
        surface.add("organisation", 3.0 if surface.words[0].isupper() and len(surface.words) == 1 else 2.0)
    if near.b1 == "the" and not near.whence and scan.capital[piece.first - 1] and not scan.weak[piece.first - 1]:
        surface.add("organisation", 1.5)  # "told The Namibian"
    if near.b1 in ("government", "state") and scan.owns(piece.first - 1):
        surface.add("organisation", 7.0)  # "the government's ... Corp."
    if near.b1 in ("told", "by", "to") and near.b2 in ("told", "statement", "interview"):
        surface.add("organisation", 0.3)


def _by_acronym(surface: Surface, near: Around) -> None:
    """Weigh capitals beside a body's noun or its members: "the DOL statistics agency", "activists of DOL"."""
    if near.b1 == "the" and near.a2 in BODY_NOUNS and near.a2 != "group" and near.a1.isalpha():
        surface.add("organisation", 2.6)
    partisans = near.b1 == "of" and near.b2 in _PARTISANS
    if partisans or near.a1 in _PARTISANS or (near.a1 == "secretary" and near.a2 == "general"):
        surface.add("organisation", 4.0)


def _body_noun(scan: Scan, first: int, words: list[str]) -> bool:
    for index, word in enumerate(words[:8], first):
        if word in BODY_NOUNS:
            return not scan.owns(index)  # "the union's secretary" is somebody
        if word in (",", ".", ";", "which", "that", "who", "of", "for", "in", "at") or is_role(word):
            return False
    return False
