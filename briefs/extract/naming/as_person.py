"""What the words around a name say for a person: titles, appositions, ages, what people do."""

from __future__ import annotations

from briefs.extract.naming.around import ARTICLES, Around
from briefs.extract.naming.as_company import MADE
from briefs.extract.naming.lexicon.bodies import STRONG_ORGANISATION_CUES
from briefs.extract.naming.lexicon.firms import COMPANY_NOUNS, PERSONAL_TRADES
from briefs.extract.naming.lexicon.persons import (
    BUSINESS_TITLES,
    HONORIFICS,
    HUMAN_STATES,
    HUMAN_VERBS,
    SPEECH,
    STAFF_TITLES,
    TITLES,
    is_role,
)
from briefs.extract.naming.lexicon.plain import FUNCTION
from briefs.extract.naming.scan import Scan
from briefs.extract.naming.surfaces import Piece, Surface
from briefs.extract.wordlist import words
from briefs.tables.tongues import english

_BY_SURNAME = english("title_before_surname")
# Before "Example said": who they are is told, so the one name is theirs.
_SPEAKERS = words(
    """chief official officer resident farmer activist lawyer attorney worker driver student teacher fisherman villager
    engineer doctor nurse analyst economist shopkeeper protester police-chief inspector superintendent"""
)
_STANDINGS = words("former acting interim deputy vice head chief lead ex incoming outgoing senior")
_BEATS = words("africa asia europe americas america pacific asia-pacific emea apac")
_OFFICES = frozenset(("minister", "secretary"))
_CHAIRS = frozenset(("professor", "chair", "fellow", "lecturer"))
_DEALERS = words("owner seller buyer partner creator inventor sponsor organiser organizer promoter backer author")
_PUBLISHING = words("analyst analysts strategist strategists economist economists")
_QUOTES = frozenset((".", "“", '"'))
_MEMBERS = words("leader leaders chief mp mps lawmaker lawmakers senator member members supporters candidate activist")


def by_title(surface: Surface, scan: Scan, piece: Piece) -> None:
    """Weigh a name by the capitalised title before it, which it bears, or after it, which its chief bears."""
    if piece.title:
        titles = scan.lower[piece.title[0] : piece.title[1]]
        sure = len(surface.words) > 1 or titles[0] in HONORIFICS or titles[-1].rpartition("-")[2] in TITLES
        former = len(surface.words) == 1 and all(t in _STANDINGS for t in titles)  # "Former Example executive"
        surface.add("person", 0.5 if former else 5.0 if sure else 2.0)
    if piece.bears and surface.score("person_shape") and _named_chair(scan, piece.bears):
        surface.add("other", 9.0)
        return
    if piece.bears:
        titles = scan.lower[piece.bears[0] : piece.bears[1]]
        if "&" in surface.words and not _OFFICES.isdisjoint(titles):
            surface.add("other", 9.0)  # a portfolio: "Trade & Industry Secretary"
            return
        if surface.words[-1].lower() in _BEATS:
            return  # "WHO Africa Director": for which part of the world
        if any(t in BUSINESS_TITLES for t in titles):
            surface.add("company", 3.0)
            return
        surface.add("affiliation", 1.5)
        if any(t in STAFF_TITLES for t in titles) and not surface.score("organisation"):
            surface.add("company", 2.5)


def by_person(surface: Surface, scan: Scan, piece: Piece, near: Around) -> None:
    """Weigh a name beside roles, ages and what only people do."""
    several = len(surface.words) > 1
    if several and near.b1 == "the" and not near.whence and not piece.title:
        surface.add("person", -3.0)  # no article stands before somebody's name
        if near.a1 in _MEMBERS:
            surface.add("organisation", 4.0)  # "the Example Sena leader"
    owned = piece.first > 0 and scan.owns(piece.first - 1)
    firm = surface.score("company") >= 2.5 and near.b1.rpartition("-")[2] in _DEALERS  # "majority-owner Example Group"
    if is_role(near.b1) and not owned and near.b1 not in COMPANY_NOUNS and not firm:
        alone = near.b1 in _BY_SURNAME or (near.b1 in _SPEAKERS and near.a1 in SPEECH)
        surface.add("person", 3.5 if several else 4.0 if alone else 1.0)
    if near.a1.isdigit():
        surface.add("person", -3.0)  # "the Fortune Global 500"
    if several and near.a1 in ("is", "was") and near.a2 in ("a", "an") and _says_role(near.after[1:]):
        surface.add("person", 3.0)  # "Ada Lund is a partner at Example"
    if several and near.a1 in _PUBLISHING and scan.capital[piece.last + 1 : piece.last + 2] == [True]:
        surface.add("person", -4.0)  # "Lund Berg analyst Ada Moe": the house, not its analyst
        surface.add("company", 2.5)
    if near.a1 == "," and near.a2 and not piece.possessive:
        if _says_role(near.after[1:]):
            surface.add("person", 3.0 if several else 0.8)
        if near.a2 == "which":
            surface.add("person", -1.5)
        if near.a2 == "who":
            surface.add("person", 2.0 if several or surface.hits else 4.0)
        if len(near.a2) == 2 and near.a2.isdigit() and near.after[2:3] in ([","], ["."]):
            surface.add("person", 4.0)  # an age
    between = near.b1 == "," and (near.a1 in (",", ".", "and") or near.a1 in SPEECH)
    if several and between and any(is_role(w) for w in near.before[:-1]):
        surface.add("person", 2.0)
    verb = near.a1
    if verb in ("was", "is", "were", "has", "had", "also", "recently", "later") and near.a2:
        verb = near.a2
        if verb in HUMAN_STATES:
            surface.add("person", 1.5)
    if verb in HUMAN_VERBS:
        surface.add("person", 0.8)
    if several:
        _full_name(surface, scan, piece, near)


def _full_name(surface: Surface, scan: Scan, piece: Piece, near: Around) -> None:
    if "as" in near.after[:8]:  # "would stay on as minister"
        place = near.after.index("as")
        if any(is_role(w) for w in near.after[place + 1 : place + 5]) and not _QUOTES & set(near.after[:place]):
            surface.add("person", 1.5)
    if piece.first and scan.owns(piece.first - 1) and scan.capital[piece.first - 1]:
        surface.add("person", 0.6)  # "the Fund's Maria Lopez"
    if near.a1 in ("of", "at") and any(w in STRONG_ORGANISATION_CUES for w in near.after[1:4]):
        surface.add("person", 3.0)  # "led by Ada Lund of the University of ..."
    if near.a1 in ("of", "from", "at", "with") and surface.score("person_shape"):
        speaks = near.b1 in SPEECH or any(w in SPEECH for w in near.after[1:10])
        surface.add("person", 1.5 if speaks else 0.3)


def _named_chair(scan: Scan, title: tuple[int, int]) -> bool:
    """Return whether a title is a chair that bears a donor's name: "the Ada and Bo Lund Professor of Chemistry"."""
    of = scan.lower[title[1] : title[1] + 1] == ["of"] or "of" in scan.lower[slice(*title)]
    return of and any(w in _CHAIRS for w in scan.lower[slice(*title)])


def _says_role(words: list[str]) -> bool:
    """Return whether an apposition says what someone is."""
    if words[0] in MADE:
        return False  # ", owned by founder Ada Lund"
    for place, word in enumerate(words):
        if word in COMPANY_NOUNS and word not in PERSONAL_TRADES:
            return False
        if is_role(word) or (word == "head" and words[place + 1 : place + 2] == ["of"]):
            return words[0] in ARTICLES or place <= 3 or any(w in (",", ".", "”") for w in words[place:])
        listed = word == "," and words[place + 1 : place + 2] and words[place + 1] not in FUNCTION
        if (word in (",", ".", ";", "“", '"', "(") and not listed) or word in SPEECH:
            break
    return False
