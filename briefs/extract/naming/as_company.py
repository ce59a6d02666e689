"""What the words around a name say for a company: appositions, business verbs, shares, possessions, staff."""

from __future__ import annotations

import re

from briefs.extract.naming.around import ARTICLES, Around
from briefs.extract.naming.lexicon.firms import (
    BUSINESS_LINKS,
    BUSINESS_NOUNS_AFTER,
    BUSINESS_OBJECTS,
    BUSINESS_VERBS,
    COMPANY_NOUNS,
    INDUSTRIES,
    PERSONAL_TRADES,
    PRICE_VERBS,
    SHAREHOLDINGS,
    WEAK_OBJECTS,
)
from briefs.extract.naming.lexicon.persons import SPEECH, is_role
from briefs.extract.naming.lexicon.plain import FUNCTION
from briefs.extract.naming.scan import Scan
from briefs.extract.naming.surfaces import Piece, Surface
from briefs.extract.wordlist import words
from briefs.tables.tongues import english

PLURALS = english("firms")
# Before a name without "like": "the banks Example and Sample".
FIRMS = PLURALS - words("platforms apps services players rivals groups majors competitors clients customers") | words(
    "investors lessors brokers miners drillers refiners grocers utilities shipbuilders shipowners law-firms"
)
_OWNED = words("state-owned government-owned listed state-run family-owned state-controlled privately-held")
_PUBLISHED = words("wrote posted said post posts statement tweeted account platform message network")
_SURE_LINKS = words(
    "owned acquired operated manufactured bought founded intent competes compete merge merged merger advised audited"
)
_EXCHANGES = english("exchange")
_AUXILIARIES = frozenset(("has", "had", "have", "will", "would", "also", "is"))
_VAGUE_NOUNS = frozenset(("service", "parent", "business", "party", "group"))
_TRADED = frozenset(("group", "business", "service"))  # of firms, where a trade stands before them: "the media group"
_CALLED = frozenset(("called", "named", "dubbed", "christened"))
_MARKET = words("analyst analysts strategist economist trader dealer broker equities macro")
_STAFF = words(
    """analyst analysts strategist economist trader dealer broker manager director executive partner officer president
    researcher consultant engineer vice-president ceo cfo coo cto head specialist"""
)
_RUNS = frozenset(("ran", "runs", "heads", "headed", "chairs", "chaired", "co-runs", "founded", "leads"))
_PERCENT = frozenset(("%", "percent", "per", "pct", "cents", "points"))
MADE = words("backed founded owned funded headquartered started listed established acquired spun")
_TAKEN = words("made earned makes earns took received secured landed won got borrowed lost owes owed")
# What firms do, too.
_WEAK_VERBS = words("received receives won wins signed signs secured faces faced agreed lost took seeks")
_RAISED = words("raised raises secured secures bagged landed closed netted pocketed banked")
_MONEY = frozenset("$€£¥₹₦") | words("us rs million billion us$ a$ c$ hk$ s$ nz$ r$ crore lakh")
SHIPS = words("bulk aircraft car crude ore gas lng lpg livestock container vehicle cargo")  # "the bulk carrier Example"
_PRACTICES = words("law accounting audit equity investment consulting advisory research engineering security")
_MODALS = words("will would could may might can should")
_DEALINGS = words("buy acquire merge sell invest delist divest launch expand hire outsource")
_TAKEOVERS = words("acquisition takeover purchase buyout")
_TIES = words("venture merger tie-up partnership alliance")
_ROUNDS = words("round investment funding financing deal consortium acquisition buyout tranche")
_CHIEFS = words("executive executives financial operating technology marketing commercial economist")
_STILL = words("not also now still already")
_FOREMOST = words("biggest largest top leading sole only number-one major world's country's nation's")
_BODY = 5.0  # what a body's own name says
# Behind "Example, the company"; anything else goes on with the sentence: "founded by Ada Lund, the company makes ...".
_APPOSED = frozenset(".,;:)(—–-”") | words("behind that which who whose of in with for at from and to")
_LISTED = 8  # words of a list that are read
_INDEFINITE = frozenset(("a", "an", "another"))
_PARTS = frozenset(("arm", "unit", "division", "offshoot"))
TICKER = re.compile(r"[A-Z0-9]{2,6}\.[A-Z]{1,2}")  # as wires write it behind a firm: EXM.OL


def by_company(surface: Surface, scan: Scan, piece: Piece, near: Around) -> None:
    """Weigh a name beside what firms are, own and do."""
    owned = piece.first > 0 and scan.owns(piece.first - 1) and not near.whence  # "the company's Example"
    body = surface.score("organisation") >= _BODY and near.b1 not in COMPANY_NOUNS  # "groups including Example Union"
    called = 0.0 if owned or body else _called(near)
    surface.add("company", called + _described(surface, near) + _acting(near) + _dealt_with(near))
    if near.whence and len(surface.words) == 1:
        surface.add("company", 0.6)  # "Norway's Example", "the Oslo-based Example"
    if near.b1 in COMPANY_NOUNS and near.b1 not in _VAGUE_NOUNS and not owned:
        surface.add("place", -3.0)  # "the firm Calder Bridge"
    if piece.first and scan.tokens[piece.first - 1].text.lower() in _OWNED:
        surface.add("company", 2.5)
    if _listed(scan, piece.last):
        surface.add("company", 4.0)
    tail = scan.tokens[piece.last - 1].text[len(scan.words[piece.last - 1]) :]
    if tail in ("-owned", "-backed", "-parent"):
        surface.add("company", 1.5)


def _called(near: Around) -> float:
    """Weigh the noun before a name: "the retailer Example", "oil services firms Example and Sample"."""
    before, b1, b2 = near.before, near.b1, near.b2
    weight = 0.0
    if b1 == "carrier" and b2 in SHIPS:
        return 0.0
    if b1 in COMPANY_NOUNS:
        weight += 2.5 if b1 not in _VAGUE_NOUNS or (b1 in _TRADED and b2 in INDUSTRIES) else 1.0
    elif b1 in FIRMS:
        weight += 2.6
    if b1 == "firm" and b2 in _PRACTICES:
        weight += 3.0  # "the law firm Clifton Chase"
    if b1 in _CALLED and b2 in COMPANY_NOUNS:
        weight += 4.0
    if b1 == "," and (_superlative(before[:-1]) or (near.a1 in (",", ".") and _introduced(before[:-1]))):
        weight += 2.6
    if (
        b1 in ("like", "including", "include", "includes", "as")
        and (b2 in PLURALS or (b2 in ("such", ",") and PLURALS & set(before[-6:])))
    ) or (b1 in (",", "and") and _in_list(before[:-1])):
        weight += 2.5
    return weight


def _in_list(words: list[str]) -> bool:
    """Return whether a list of firms goes on: "retailers such as Example, Sample (and) ..."."""
    for place in range(len(words) - 1, max(0, len(words) - _LISTED), -1):
        word = words[place]
        if word in ("as", "like", "including"):
            head = words[place - 1] if word != "as" else words[place - 2] if words[place - 1] == "such" else ""
            return head in PLURALS or (head == "," and not PLURALS.isdisjoint(words[place - 3 : place - 1]))
        if word not in (",", "and", "'s", "’s") and (word in FUNCTION or not word[0].isalpha()):
            return False
    return False


def _introduced(words: list[str]) -> bool:
    """Return whether a phrase before a comma speaks of some firm, whose name follows: "a new US firm, Example, ..."."""
    firm = bool(words) and words[-1] in COMPANY_NOUNS and words[-1] not in _VAGUE_NOUNS | PERSONAL_TRADES
    return firm and not _INDEFINITE.isdisjoint(words[-5:-1])


def _superlative(words: list[str]) -> bool:
    """Return whether a phrase before a comma presents a firm: "The country's largest lender, Example, ..."."""
    if not words or words[-1] not in COMPANY_NOUNS | PLURALS or words[-1] in _VAGUE_NOUNS:
        return False
    return any(w in _FOREMOST or w.endswith("est") for w in words[-5:-1]) or words[0] == "one"


def _described(surface: Surface, near: Around) -> float:
    """Weigh what is said of a name behind it: "Example, a maker of pumps", "Example, which owns ..."."""
    after, a1, a2 = near.after, near.a1, near.a2
    weight = 0.0
    person = surface.score("person_shape") > 0
    if a1 in ("is", "was"):
        said = 2 if a2 in _STILL else 1
        if after[said : said + 1] and after[said] in ARTICLES and _company_noun(after[said + 1 :], person):
            weight += 2.5
    if a1 != ",":
        return weight
    placed = a2.endswith(("-based", "-listed", "-owned"))
    goes_on = a2 == "the" and after[2:3] != [] and after[2] in COMPANY_NOUNS and not _APPOSED.issuperset(after[3:4])
    if (a2 in ARTICLES or placed) and not goes_on and _company_noun(after[1:], person):
        weight += 3.0 if surface.hits else 7.5 if person else 4.5
    if a2 in ("which", "whose") and len(after) > 2 and (_owns(after[2:6]) or after[2] in SPEECH):
        weight += 2.6
    if a2 == "based":
        weight += 1.0
    if (
        near.b1 != "in"
        and (a2 in MADE or (a2 == "formerly" and after[2:3] == ["known"]))
        and not surface.score("person")
    ):
        weight += 2.6
    return weight


def _acting(near: Around) -> float:
    """Weigh what a name does, and what is its own: "Example raised $12 million", "Example shares"."""
    after, a1, a2 = near.after, near.a1, near.a2
    weight = 0.0
    if a1 in BUSINESS_VERBS:
        counted = a2 in ("its", "hundreds", "thousands", "some", "about", "nearly") or a2[:1].isdigit()
        weight += 1.8 if counted else 0.8
    if a1 in _AUXILIARIES and a2 in BUSINESS_VERBS | _WEAK_VERBS:
        weight += 0.6
    if a1 in _MODALS and a2 in _DEALINGS:
        weight += 1.2
    if a2 == "to" and a1.isalpha() and after[2:3] != [] and after[2] in _DEALINGS:
        weight += 1.5
    if a1 in _RAISED and any(w in _MONEY for w in after[1:4]):
        weight += 1.2
    if a1 in _WEAK_VERBS:
        weight += 0.5
    if a1 in ("is", "are", "was") and a2.endswith("ing"):
        weight += 0.4
    if a1 in PRICE_VERBS and any(w in _PERCENT for w in after[1:6]):
        weight += 2.0
    if a1 == "led" and any(w in _ROUNDS or w in _MONEY for w in after[1:6]):
        weight += 2.5
    if a1 == "chief" and a2 in _CHIEFS:
        weight += 2.5
    if a1 in ("shares", "stock") and a2 not in ARTICLES:
        weight += 2.6
    elif a1 in BUSINESS_NOUNS_AFTER:
        weight += 1.5
    return weight


def _dealt_with(near: Around) -> float:
    """Weigh what is done to or with a name: "a stake in Example", "an analyst at Example", "bought Example"."""
    before, b1, b2 = near.before, near.b1, near.b2
    weight = 0.0
    if b1 == "on" and b2 in _PUBLISHED:
        weight += 1.5
    if b1 in BUSINESS_OBJECTS:
        weight += 0.8 if b1 in WEAK_OBJECTS else 3.0 if near.a1 == "for" else 2.0
    if b1 in _RUNS:
        weight += 2.2
    links = BUSINESS_LINKS.get(b1)
    if links and (b2 in links or (b2 in ARTICLES and len(before) > 2 and before[-3] in links)):
        weight += 2.5 if b1 in ("of", "in") or b2 in _SURE_LINKS else 1.5
    if b1 == "by" and _TAKEOVERS & set(before[-6:]):
        weight += 2.5
    if b1 == "between" and b2 in _TIES:
        weight += 2.5
    if b1 == "from" and "joined" in before:
        weight += 0.8
    if b1 in ("at", "with", "for") and _staff(before[:-1]):
        weight += 4.5 if any(w in _MARKET for w in before[-9:]) else 2.2
    return weight


def _listed(scan: Scan, last: int) -> bool:
    """Return whether an exchange or a ticker follows: "(NYSE: EXM)", "(EXM.L)", "EXM.OL"."""
    following = scan.words[last : last + 3]
    if following[:1] in (["("], ["<"]) and len(following) == 3:
        return following[1].lower() in _EXCHANGES or TICKER.fullmatch(following[1]) is not None
    return bool(following) and TICKER.fullmatch(following[0]) is not None


def _staff(words: list[str]) -> bool:
    """Return whether the words before "at" say what firms' people do: ", head of base metals (at)"."""
    for place in range(len(words) - 1, max(-1, len(words) - 9), -1):
        word = words[place]
        if word in _STAFF and (word != "head" or words[place + 1 : place + 2] == ["of"]):
            return True
        if not word[0].isalpha() or word in SPEECH or word in ("who", "which", "was", "is", "has", "had"):
            return False
    return False


def _owns(words: list[str]) -> bool:
    """Return whether a relative clause tells of a business: ", which owns ...", ", whose shares ..."."""
    if words[0] in _TAKEN and any(w in _MONEY for w in words[1:3]):
        return True
    founded = words[0] in ("was", "were", "is") and any(w in MADE or w == "bought" for w in words[1:3])
    return founded or any(w in BUSINESS_VERBS or w in SHAREHOLDINGS for w in words[:2])


def _company_noun(words: list[str], person: bool) -> bool:
    """Return whether an apposition says a company, before it goes on about anything else; `person`: it may be one."""
    for place, word in enumerate(words):
        if word in COMPANY_NOUNS and word not in _VAGUE_NOUNS:
            chief = any(is_role(w) for w in words[place + 1 : place + 3])  # "a company director"
            return not chief and not (person and word in PERSONAL_TRADES)
        if word in _PARTS and words[place + 1 : place + 2] == ["of"]:
            return True  # "the renewable arm of ..."
        if word in (",", ".", ";", "which", "that", "who", "of", "for", "in") or is_role(word):
            return False
    return False
