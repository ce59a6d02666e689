"""What the words around a name say: titles, appositions, verbs, possessions, prepositions."""

from __future__ import annotations

from typing import NamedTuple

from briefs.extract.naming.lexicon.bodies import BODY_NOUNS
from briefs.extract.naming.lexicon.firms import (
    BUSINESS_LINKS,
    BUSINESS_NOUNS_AFTER,
    BUSINESS_OBJECTS,
    BUSINESS_POSSESSIONS,
    BUSINESS_VERBS,
    COMPANY_NOUNS,
    PRICE_VERBS,
    SHAREHOLDINGS,
    WEAK_OBJECTS,
)
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
from briefs.extract.naming.lexicon.things import NAMED_THINGS, PRODUCT_NOUNS
from briefs.extract.naming.scan import Scan
from briefs.extract.naming.surfaces import Piece, Surface
from briefs.extract.wordlist import words

_ARTICLES = frozenset(("a", "an", "the", "its", "their", "his", "her", "our", "one", "another", "who", "whose"))
_REACH = 16  # words that an apposition may take
_STOPS = frozenset((".", "!", "?", ";", "”"))
_NEAR = frozenset(("in", "near", "across", "outside"))
_TOWARDS = frozenset(("to", "from", "at"))
_OWNED = words("state-owned government-owned listed state-run family-owned state-controlled privately-held")
_COMPASS = words("northern southern eastern western north south east west central upper lower arab islamic gulf")
_LANDS = words("counties states provinces districts islands rivers streets avenues prefectures governorates roads")
_PUBLISHED = words("wrote posted said post posts statement tweeted account platform message network")
_SURE_LINKS = frozenset(("owned", "acquired", "operated", "manufactured", "bought", "founded"))
_EXCHANGES = words("nasdaq nyse lse asx tsx hkex nse bse sgx hkg tse jse bme otc amex euronext xetra tsxv aim")
_AUXILIARIES = frozenset(("has", "had", "have", "will", "would", "also", "is"))
_VAGUE_NOUNS = frozenset(("service", "parent", "business", "party", "group"))
PLURALS = words(
    """companies firms startups start-ups giants banks makers retailers automakers carmakers chipmakers airlines
    platforms apps services players rivals brands groups majors competitors lenders insurers carriers producers
    manufacturers developers suppliers operators brokerages clients customers heavyweights conglomerates"""
)


class Around(NamedTuple):
    """The words before a piece within its sentence, and those after it, in lower case; marks count as words."""

    before: list[str]
    after: list[str]
    b1: str
    b2: str
    a1: str
    a2: str


def around(scan: Scan, piece: Piece) -> Around:
    """Return the words around `piece`."""
    start, end = scan.line(piece.first)
    before = scan.lower[max(start, piece.first - _REACH) : piece.first]
    for place in range(len(before) - 1, -1, -1):
        if before[place] in _STOPS:
            before = before[place + 1 :]
            break
    after = scan.lower[piece.last : min(end, piece.last + _REACH)]
    b1, b2 = before[-1] if before else "", before[-2] if len(before) > 1 else ""
    a1, a2 = after[0] if after else "", after[1] if len(after) > 1 else ""
    return Around(before, after, b1, b2, a1, a2)


def weigh(surface: Surface, scan: Scan, piece: Piece) -> None:
    """Add to the surface's scores what stands around one of its pieces."""
    near = around(scan, piece)
    _titles(surface, scan, piece)
    _as_person(surface, scan, piece, near)
    if piece.possessive:
        if near.a1 in SHAREHOLDINGS:
            surface.add("company", 2.5 if near.a1 == "chief" or near.a1.startswith("share") else 2.0)
        elif near.a1 in BUSINESS_POSSESSIONS:
            surface.add("company", 1.2)
        return
    if near.a1 in SPEECH or near.b1 in SPEECH:
        surface.add("speaker", 1.0)
        if near.a1 in SPEECH and near.a2 in ("it", "its"):
            surface.add("company", 1.2)
    _as_company(surface, scan, piece, near)
    _as_body(surface, scan, piece, near)
    if near.b1 in NAMED_THINGS and not surface.score("company_table"):
        surface.add("other", 8.0)
    _as_facility(surface, near)
    if near.b1 == "the" and near.a1 in PRODUCT_NOUNS:
        surface.add("other", 3.0)
    elif near.a1 in PRODUCT_NOUNS and not surface.hits:
        surface.add("other", 1.5)
    compass = surface.words[0].lower() in _COMPASS  # "Northern and Southern counties"
    if near.a1 in (",", "and", *_LANDS) and any(w in _LANDS for w in near.after[:4]) and not compass:
        surface.add("place", 8.0)  # "Orange and Riverside counties"
    if near.a1 not in SPEECH:
        surface.add("place", 1.0 if near.b1 in _NEAR else 0.2 if near.b1 in _TOWARDS else 0.0)


_CHAIRS = frozenset(("professor", "chair", "fellow", "lecturer"))


def _named_chair(scan: Scan, title: tuple[int, int]) -> bool:
    """Return whether a title is a chair that bears a donor's name: "the Ada and Bo Lund Professor of Chemistry"."""
    of = scan.lower[title[1] : title[1] + 1] == ["of"] or "of" in scan.lower[slice(*title)]
    return of and any(w in _CHAIRS for w in scan.lower[slice(*title)])


def _titles(surface: Surface, scan: Scan, piece: Piece) -> None:
    if piece.title:
        titles = scan.lower[piece.title[0] : piece.title[1]]
        sure = len(surface.words) > 1 or titles[0] in HONORIFICS or titles[-1].rpartition("-")[2] in TITLES
        surface.add("person", 5.0 if sure else 2.0)
    if piece.bears and surface.score("person_shape") and _named_chair(scan, piece.bears):
        surface.add("other", 9.0)
        return
    if piece.bears:
        titles = scan.lower[piece.bears[0] : piece.bears[1]]
        if any(t in BUSINESS_TITLES for t in titles):
            surface.add("company", 3.0)
            return
        surface.add("affiliation", 1.5)
        if any(t in STAFF_TITLES for t in titles) and not surface.score("organisation"):
            surface.add("company", 2.5)


def _as_person(surface: Surface, scan: Scan, piece: Piece, near: Around) -> None:
    several = len(surface.words) > 1
    if several and near.b1 == "the" and not piece.title:
        surface.add("person", -3.0)  # no article stands before somebody's name
        if near.a1 in _MEMBERS:
            surface.add("organisation", 4.0)  # "the Example Sena leader"
    owned = piece.first > 0 and scan.owns(piece.first - 1)
    firm = surface.score("company") >= 2.5 and near.b1 in _DEALERS
    if is_role(near.b1) and not owned and near.b1 not in COMPANY_NOUNS and not firm:
        surface.add("person", 3.5 if several else 1.0)
    if near.a1 == "," and near.a2 and not piece.possessive:
        if _says_role(near.after[1:]):
            surface.add("person", 3.0 if several else 0.8)
        if near.a2 == "who":
            surface.add("person", 2.0)
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
        _as_full_name(surface, scan, piece, near)


def _as_full_name(surface: Surface, scan: Scan, piece: Piece, near: Around) -> None:
    if "as" in near.after[:8]:  # "would stay on as minister"
        place = near.after.index("as")
        if any(is_role(w) for w in near.after[place + 1 : place + 5]) and not _QUOTES & set(near.after[:place]):
            surface.add("person", 1.5)
    if piece.first and scan.owns(piece.first - 1) and scan.capital[piece.first - 1]:
        surface.add("person", 0.6)  # "the Fund's Maria Lopez"
    if near.a1 in ("of", "from", "at", "with") and surface.score("person_shape"):
        speaks = near.b1 in SPEECH or any(w in SPEECH for w in near.after[1:10])
        surface.add("person", 1.5 if speaks else 0.3)


_DEALERS = words("owner seller buyer partner creator inventor sponsor organiser organizer promoter backer author")
_QUOTES = frozenset((".", "“", '"'))
_MEMBERS = words("leader leaders chief mp mps lawmaker lawmakers senator member members supporters candidate activist")


def _as_company(surface: Surface, scan: Scan, piece: Piece, near: Around) -> None:
    before, after, b1, b2, a1, a2 = near
    if b1 in COMPANY_NOUNS:
        surface.add("company", 1.0 if b1 in _VAGUE_NOUNS else 2.5)
    if b1 in _CALLED and b2 in COMPANY_NOUNS:
        surface.add("company", 4.0)
    if a1 == "," and (a2 in _ARTICLES or a2.endswith(("-based", "-listed", "-owned"))) and _company_noun(after[1:]):
        surface.add("company", 3.0 if surface.hits else 4.5)
    if a1 in ("is", "was") and a2 in _ARTICLES and _company_noun(after[2:]):
        surface.add("company", 2.5)
    if piece.first and scan.tokens[piece.first - 1].text.lower() in _OWNED:
        surface.add("company", 2.5)
    if a1 in BUSINESS_VERBS:
        counted = a2 in ("its", "hundreds", "thousands", "some", "about", "nearly") or a2[:1].isdigit()
        surface.add("company", 1.8 if counted else 0.8)
    if a1 in _AUXILIARIES and a2 in BUSINESS_VERBS:
        surface.add("company", 0.6)
    if a1 in ("is", "are", "was") and a2.endswith("ing"):
        surface.add("company", 0.4)
    if b1 == "on" and b2 in _PUBLISHED:
        surface.add("company", 1.5)
    if a1 in PRICE_VERBS and any(w in _PERCENT for w in after[1:6]):
        surface.add("company", 2.0)
    if a1 == "," and a2 in ("which", "whose") and len(after) > 2 and _owns(after[2:6]):
        surface.add("company", 2.6)
    if a1 == "," and (a2 in _MADE or (a2 == "formerly" and after[2:3] == ["known"])) and not surface.score("person"):
        surface.add("company", 2.6)
    if a1 in BUSINESS_NOUNS_AFTER:
        surface.add("company", 1.5)
    if b1 in BUSINESS_OBJECTS:
        surface.add("company", 0.8 if b1 in WEAK_OBJECTS else 3.0 if a1 == "for" else 2.0)
    if b1 in _RUNS:
        surface.add("company", 2.2)
    links = BUSINESS_LINKS.get(b1)
    if links and (b2 in links or (b2 in _ARTICLES and len(before) > 2 and before[-3] in links)):
        surface.add("company", 2.5 if b1 in ("of", "in") or b2 in _SURE_LINKS else 1.5)
    if b1 in ("at", "with", "for") and _staff(before[:-1]):
        surface.add("company", 4.5 if any(w in _MARKET for w in before[-9:]) else 2.2)
    if b1 in ("like", "including", "include", "includes", "as") and (
        b2 in PLURALS or (b2 in ("such", ",") and PLURALS & set(before[-6:]))
    ):
        surface.add("company", 2.5)
    if a1 == "(" and len(after) > 2 and a2 in _EXCHANGES:
        surface.add("company", 4.0)
    tail = scan.tokens[piece.last - 1].text[len(scan.words[piece.last - 1]) :]
    if tail in ("-owned", "-backed", "-parent"):
        surface.add("company", 1.5)


_CALLED = frozenset(("called", "named", "dubbed", "christened"))
_FACILITIES = words(
    """mine mines pit quarry refinery smelter dam reservoir oilfield gasfield field deposit shipyard dock port
    barracks prison jail reactor bridge tunnel motorway canal wharf depot airport airfield"""
)

_MARKET = words("analyst analysts strategist economist trader dealer broker equities macro")
_STAFF = words(
    """analyst analysts strategist economist trader dealer broker manager director executive partner officer president
    researcher consultant engineer vice-president ceo cfo coo cto head specialist"""
)


def _staff(words: list[str]) -> bool:
    """Return whether the words before "at" say what firms' people do: ", head of base metals (at)"."""
    for place in range(len(words) - 1, max(-1, len(words) - 9), -1):
        word = words[place]
        if word in _STAFF and (word != "head" or words[place + 1 : place + 2] == ["of"]):
            return True
        if not word[0].isalpha() or word in SPEECH or word in ("who", "which", "was", "is", "has", "had"):
            return False
    return False


_RAW = words(
    """gold copper iron coal lithium oil gas nickel silver uranium zinc diamond platinum cobalt tin nuclear container
    naval offshore open-pit hydroelectric international railway rail road shale bauxite manganese graphite potash"""
)


def _as_facility(surface: Surface, near: Around) -> None:
    """Weigh a name that stands before what was dug or built: "Example Alta mine", "Example Alta copper mine"."""
    if near.a1 in _FACILITIES or (near.a1 in _RAW and near.a2 in _FACILITIES):
        surface.add("place", 3.0)
        surface.add("person", -2.0)


_RUNS = frozenset(("ran", "runs", "heads", "headed", "chairs", "chaired", "co-runs", "founded", "leads"))
_PERCENT = frozenset(("%", "percent", "per", "pct", "cents", "points"))


_MADE = words("backed founded owned funded headquartered started listed established acquired spun")
_TAKEN = words("took received secured landed won got borrowed lost owes owed")


def _owns(words: list[str]) -> bool:
    """Return whether a relative clause tells of a business: ", which owns ...", ", whose shares ..."."""
    if words[0] in _TAKEN and any(w in _MONEY for w in words[1:3]):
        return True
    founded = words[0] in ("was", "were", "is") and any(w in _MADE or w == "bought" for w in words[1:3])
    return founded or any(w in BUSINESS_VERBS or w in SHAREHOLDINGS for w in words[:2])


_MONEY = frozenset("$€£¥₹₦") | {"us", "rs", "million", "billion"}


def _as_body(surface: Surface, scan: Scan, piece: Piece, near: Around) -> None:
    if near.a1 in ("index", "indices") and not scan.capital[piece.last]:
        surface.add("organisation", 8.0)  # what is listed on an exchange moves its index, too
    if near.b1 == "the" and near.a1 in BODY_NOUNS:
        surface.add("organisation", 1.0)  # "the GMB union"
    if (near.a1 in BODY_NOUNS and near.b1 != "a") or (near.a1 == "security" and near.a2 in ("service", "agency")):
        surface.add("organisation", 1.5)
    if near.a1 == "," and near.a2 in _ARTICLES and _body_noun(near.after[2:]):
        surface.add("organisation", 3.0)
    if near.b1 in BODY_NOUNS:
        surface.add("organisation", 2.0)
    if near.b1 == "the" and scan.capital[piece.first - 1] and not scan.weak[piece.first - 1]:
        surface.add("organisation", 1.5)  # "told The Namibian"
    if near.b1 in ("government", "state") and scan.owns(piece.first - 1):
        surface.add("organisation", 7.0)  # "the government's ... Corp."
    if near.b1 in ("told", "by", "to") and near.b2 in ("told", "statement", "interview"):
        surface.add("organisation", 0.3)


def _says_role(words: list[str]) -> bool:
    """Return whether an apposition says what someone is."""
    for place, word in enumerate(words):
        if word in COMPANY_NOUNS and word not in ("partner", "developer"):
            return False
        if is_role(word) or (word == "head" and words[place + 1 : place + 2] == ["of"]):
            return words[0] in _ARTICLES or place <= 3 or any(w in (",", ".", "”") for w in words[place:])
        listed = word == "," and words[place + 1 : place + 2] and words[place + 1] not in FUNCTION
        if (word in (",", ".", ";", "“", '"', "(") and not listed) or word in SPEECH:
            break
    return False


_PARTS = frozenset(("arm", "unit", "division", "offshoot"))


def _company_noun(words: list[str]) -> bool:
    """Return whether an apposition says a company, before it goes on about anything else."""
    for place, word in enumerate(words):
        if word in COMPANY_NOUNS and word not in _VAGUE_NOUNS:
            return True
        if word in _PARTS and words[place + 1 : place + 2] == ["of"]:
            return True  # "the renewable arm of ..."
        if word in (",", ".", ";", "which", "that", "who", "of", "for", "in") or is_role(word):
            return False
    return False


def _body_noun(words: list[str]) -> bool:
    for word in words[:8]:
        if word in BODY_NOUNS:
            return True
        if word in (",", ".", ";", "which", "that", "who", "of", "for", "in", "at") or is_role(word):
            return False
    return False
