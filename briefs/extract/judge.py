"""What speaks for a surface being a person, a company, an organisation, a place or none of these."""

from __future__ import annotations

import itertools

from briefs.extract import lexicon as lex
from briefs.extract.organisations import Body
from briefs.extract.scan import Scan
from briefs.extract.surfaces import Piece, Surface
from briefs.tables import Company, Country, Place, Publisher, Tables

_ARTICLES = frozenset(("a", "an", "the", "its", "their", "his", "her", "our", "one", "another", "who", "whose"))
_REACH = 16  # words that an apposition may take


class Judge:
    """Weighs the words of every surface and the words around each of its pieces."""

    def __init__(self, scans: list[Scan], tables: Tables, english: bool = True) -> None:
        self.scans = scans
        self.english = english
        self.given: frozenset[str] = tables.given_names
        self.family: frozenset[str] = tables.surnames
        self.common: frozenset[str] = tables.common_words

    def weigh(self, surface: Surface) -> None:
        """Add to the surface's scores what its own words say and what the text around it says."""
        self._by_table(surface)
        self._by_words(surface)
        for piece in surface.pieces[:50]:  # more of the same tell nothing new
            self._by_context(surface, piece)

    # -- the words themselves

    def _by_table(self, surface: Surface) -> None:
        for hit in surface.hits:
            for entry in hit.entries:
                sure = entry.form == "name"
                if isinstance(entry.row, Company):
                    surface.add("company", 6.0 if sure else 1.5)
                    surface.add("company_table", 6.0 if sure else 1.5)
                    if not sure:
                        self._ambiguous(surface)
                    if not sure:
                        surface.add("company_if", 1.0)
                elif isinstance(entry.row, Publisher):
                    surface.add("organisation", 5.0 if sure else 1.5)
                elif isinstance(entry.row, Body):
                    surface.add("organisation", 6.5)
                elif isinstance(entry.row, Country):
                    surface.add("country", 7.0 if entry.form != "ambiguous" else 3.5)
                elif isinstance(entry.row, Place) and entry.row.kind == "government":
                    surface.add("organisation", 6.0)
                elif isinstance(entry.row, Place):
                    surface.add("place", 5.5 if sure else 2.5)

    def _by_words(self, surface: Surface) -> None:
        lower = [w.lower() for w in surface.words]
        last, first = lower[-1], lower[0]
        several = len(lower) > 1
        if "bank" in lower[:-1] and lower[lower.index("bank") + 1] == "of":
            surface.add("company", 3.5)
        if several and last in lex.LEGAL_FORMS and surface.words[-1] != "as":
            surface.add("company", 6.0)
        elif several and last in lex.COMPANY_CUES:
            surface.add("company", 1.5 if last in lex.WEAK_COMPANY_CUES else 3.5)
        if several and last == "ai":
            surface.add("company", 2.0)
        cue = next((w for w in reversed(lower) if w in lex.STRONG_ORGANISATION_CUES), None)
        weak_cue = next((w for w in reversed(lower) if w in lex.ORGANISATION_CUES), None)
        if cue and several:
            surface.add("organisation", 5.0)
        elif weak_cue and several:
            surface.add("organisation", 3.0 if weak_cue in (last, first) else 1.5)
        if several and last in lex.OTHER_CUES:
            surface.add("other", 4.0)
        if several and (last in lex.PLACE_CUES or first in ("mount", "lake", "cape", "gulf", "port", "fort", "isle")):
            surface.add("place", 4.0)
        if several and first in _COMPASS:
            surface.add("place", 2.0)
        if any(w[:1].isdigit() for w in lower[1:]) and not surface.hits:
            surface.add("other", 2.5)
        if self._personal_shape(surface):
            surface.add("person_shape", 1.0)
            if self.english and self.common and not any(w in self.common or w in lex.ORGANISATION_CUES for w in lower):
                surface.add("person", 1.5)  # firms and bodies have a word of the language in their names
            if first in self.given and first not in self.common:
                surface.add("person", 4.0)
            elif first in self.given:
                surface.add("person", 2.5)
            if last in self.family:
                surface.add("person", 1.5 if last not in self.common else 0.7)
            if first in self.family and first not in self.common and "-" in last:
                surface.add("person", 3.0)
            if any(len(w) == 1 for w in lower[1:-1]) and "." in lower:
                surface.add("person", 4.0)
            if any(w in lex.PARTICLES for w in lower[1:-1]):
                surface.add("person", 1.0)
        elif not several and _camel(surface.words[0]):
            surface.add("company", 1.3)

    def _personal_shape(self, surface: Surface) -> bool:
        words = [w for w in surface.words if w not in (".", ",")]
        if not 2 <= len(words) <= 5 or not all(w[0].isalpha() for w in words):
            return False
        if any(w.isupper() and len(w) > 1 and (len(w) > 2 or w is not words[0]) for w in words):
            return all(w.isupper() for w in words) and words[0].lower() in self.given
        lower = [w.lower() for w in words]
        if len(words) > 3 and not any(w in lex.PARTICLES or len(w) == 1 for w in lower) and lower[0] not in self.given:
            return False
        if any(w in lex.STRONG_ORGANISATION_CUES or w in lex.LEGAL_FORMS for w in lower):
            return False
        if lower[0] in _COMPASS or (lower[-1] in _PUBLICATION_CUES and lower[0] not in self.given):
            return False
        if lower[-1] in lex.COMPANY_CUES or lower[-1] in lex.OTHER_CUES or lower[-1] in lex.PLACE_CUES:
            return lower[0] in self.given and len(words) == 2
        if any(w in ("&", "of", "and", "the", "for", "on") for w in lower):
            return False
        ordinary = sum(w in self.common and w not in self.given and w not in self.family for w in lower)
        return ordinary < len(words) - 1 or (ordinary == 1 and lower[0] in self.given)

    def coordinate(self, pieces: list[Piece], surfaces: dict[tuple[str, ...], Surface]) -> None:
        """Let companies that stand in one list speak for each other: "Google, Meta, and Nvidia"."""
        pairs = list(itertools.pairwise(pieces))
        for left, right in (*pairs, *reversed(pairs)):
            if left.scan != right.scan or not 0 < right.first - left.last <= 3:
                continue
            scan = self.scans[left.scan]
            between = scan.lower[left.last : right.first]
            if right.possessive or not all(w in (",", "and", "or", "&", "/") for w in between):
                continue
            one, two = (surfaces[tuple(scan.words[p.first : p.last])] for p in (left, right))
            for known, other in ((one, two), (two, one)):
                if known.score("person") >= 4 > known.score("company") and other.score("person_shape"):
                    other.add("person", 1.5)
                weight = known.score("company")
                if weight >= 2.5 and weight > known.score("person") + 1 and other.score("person") < 2:
                    other.add("company", 2.0 - other.score("listed"))
                    other.scores["listed"] = 2.0

    def _ambiguous(self, surface: Surface) -> None:
        """Weigh a company's name that is a word, person or place too: a capital within a sentence says a name."""
        words = [w.lower() for w in surface.words]
        other = any(w in self.given or w in self.family for w in words) or len(surface.text) < 3
        for piece in surface.pieces:
            scan = self.scans[piece.scan]
            before = scan.lower[piece.first - 1] if piece.first else ""
            after = scan.lower[piece.last : piece.last + 4]
            product = bool(after) and after[0] in lex.PRODUCT_NOUNS and not scan.capital[piece.last]
            if not scan.weak[piece.first] and before != "the" and not product:
                surface.add("company", 0.7 if other else 1.2)
                surface.add("company_table", 0.7 if other else 1.2)
                return

    # -- the words around it

    def _by_context(self, surface: Surface, piece: Piece) -> None:
        scan = self.scans[piece.scan]
        before, after = self._around(scan, piece)
        b1 = before[-1] if before else ""
        b2 = before[-2] if len(before) > 1 else ""
        a1 = after[0] if after else ""
        a2 = after[1] if len(after) > 1 else ""
        several = len(surface.words) > 1
        if piece.title:
            titles = scan.lower[piece.title[0] : piece.title[1]]
            sure = several or titles[0] in lex.HONORIFICS or titles[-1] in lex.TITLES
            surface.add("person", 5.0 if sure else 2.0)
        if piece.bears:
            titles = scan.lower[piece.bears[0] : piece.bears[1]]
            business = any(t in lex.BUSINESS_TITLES for t in titles)
            if business:
                surface.add("company", 3.0)
            else:
                surface.add("affiliation", 1.5)
                if any(t in lex.STAFF_TITLES for t in titles) and not surface.score("organisation"):
                    surface.add("company", 2.5)
        self._as_person(surface, scan, piece, before, after)
        if piece.possessive:
            if a1 in lex.SHAREHOLDINGS:
                surface.add("company", 2.5 if a1 == "chief" or a1.startswith("share") else 2.0)
            elif a1 in lex.BUSINESS_POSSESSIONS:
                surface.add("company", 1.2)
            return
        if a1 in lex.SPEECH or b1 in lex.SPEECH:
            surface.add("speaker", 1.0)
            if a1 in lex.SPEECH and a2 in ("it", "its"):
                surface.add("company", 1.2)
        self._as_company(surface, scan, piece, before, after)
        if (a1 in lex.BODY_NOUNS and b1 != "a") or (a1 == "security" and a2 in ("service", "agency")):
            surface.add("organisation", 1.5)
        if a1 == "," and a2 in _ARTICLES and _body_noun(after[2:]):
            surface.add("organisation", 3.0)
        if b1 in lex.BODY_NOUNS:
            surface.add("organisation", 2.0)
        if b1 == "the" and a1 in lex.PRODUCT_NOUNS:
            surface.add("other", 3.0)
        elif a1 in lex.PRODUCT_NOUNS and not surface.hits:
            surface.add("other", 1.5)
        if any(w in _LANDS for w in after[:4]) and a1 in (",", "and", *_LANDS):
            surface.add("place", 3.0)  # "Orange and Riverside counties"
        if b1 in ("in", "near", "across", "outside", "to", "from", "at") and a1 not in lex.SPEECH:
            surface.add("place", 1.0 if b1 in ("in", "near", "across", "outside") else 0.2)
        if b1 == "the" and scan.capital[piece.first - 1] and not scan.weak[piece.first - 1]:
            surface.add("organisation", 1.5)  # "told The Namibian"
        if b1 in ("government", "state") and scan.owns(piece.first - 1):
            surface.add("organisation", 7.0)  # "the government's ... Corp."
        if b1 in ("told", "by", "to") and b2 in ("told", "statement", "interview") and a1 not in ("that",):
            surface.add("organisation", 0.3)
        if a1 == "," and a2[:1].isdigit() and len(a2) == 2 and len(after) > 2 and after[2] in (",", "."):
            surface.add("person", 4.0)

    @staticmethod
    def _around(scan: Scan, piece: Piece) -> tuple[list[str], list[str]]:
        before = scan.lower[max(0, piece.first - _REACH) : piece.first]
        for place in range(len(before) - 1, -1, -1):
            if before[place] in (".", "!", "?", ";", "”", "\u2028"):
                before = before[place + 1 :]
                break
        return before, scan.lower[piece.last : piece.last + _REACH]

    def _as_person(self, surface: Surface, scan: Scan, piece: Piece, before: list[str], after: list[str]) -> None:
        several = len(surface.words) > 1
        a1 = after[0] if after else ""
        owned = piece.first > 0 and scan.owns(piece.first - 1)
        if before and before[-1] in lex.ROLES and not owned and before[-1] not in lex.COMPANY_NOUNS:
            surface.add("person", 3.5 if several else 1.0)
        if a1 == "," and len(after) > 1 and not piece.possessive:
            role, stop = _first_role(after[1:])
            if role is not None and (after[1] in _ARTICLES or role <= 3 or after[1] in self.common or stop):
                surface.add("person", 3.0 if several else 0.8)
            if after[1] == "who":
                surface.add("person", 2.0)
        between = bool(before) and before[-1] == "," and (a1 in (",", ".", "and") or a1 in lex.SPEECH)
        if several and between and any(w in lex.ROLES for w in before[:-1]):
            surface.add("person", 2.0)
        verb = a1
        if verb in ("was", "is", "were", "has", "had", "also", "recently", "later") and len(after) > 1:
            verb = after[1]
            if verb in lex.HUMAN_STATES:
                surface.add("person", 1.5)
        if verb in lex.HUMAN_VERBS:
            surface.add("person", 0.8)
        if several and "as" in after[:8]:
            place = after.index("as")
            if any(w in lex.ROLES for w in after[place + 1 : place + 5]) and not {".", "“", '"'} & set(after[:place]):
                surface.add("person", 1.5)
        if several and piece.first and scan.owns(piece.first - 1) and scan.capital[piece.first - 1]:
            surface.add("person", 0.8)  # "the Fund's Maria Lopez"
        if a1 in ("of", "from", "at", "with") and several and surface.score("person_shape"):
            speaks = any(w in lex.SPEECH for w in after[1:10])
            surface.add("person", 1.5 if speaks or (before and before[-1] in lex.SPEECH) else 0.3)

    def _as_company(self, surface: Surface, scan: Scan, piece: Piece, before: list[str], after: list[str]) -> None:
        b1 = before[-1] if before else ""
        b2 = before[-2] if len(before) > 1 else ""
        a1 = after[0] if after else ""
        if b1 in lex.COMPANY_NOUNS and b1 not in ("service", "parent", "business", "party", "group"):
            surface.add("company", 2.5)
        elif b1 in lex.COMPANY_NOUNS:
            surface.add("company", 1.0)
        if (
            a1 == ","
            and len(after) > 2
            and (after[1] in _ARTICLES or after[1].endswith(("-based", "-listed", "-owned")))
        ):
            noun = _first_company_noun(after[1:])
            if noun:
                surface.add("company", 3.0)
        if a1 in ("is", "was") and len(after) > 2 and after[1] in _ARTICLES and _first_company_noun(after[2:]):
            surface.add("company", 2.5)
        if piece.first and scan.tokens[piece.first - 1].text.lower() in _OWNED:
            surface.add("company", 2.5)
        if a1 in lex.BUSINESS_VERBS:
            surface.add("company", 0.8)
        if (
            a1 in ("has", "had", "have", "will", "would", "also", "is")
            and len(after) > 1
            and after[1] in lex.BUSINESS_VERBS
        ):
            surface.add("company", 0.6)
        if a1 in ("is", "are", "was") and len(after) > 1 and after[1].endswith("ing"):
            surface.add("company", 0.4)
        if b1 == "on" and b2 in _PUBLISHED:
            surface.add("company", 1.5)
        if a1 in lex.BUSINESS_NOUNS_AFTER:
            surface.add("company", 1.5)
        if b1 in lex.BUSINESS_OBJECTS:
            surface.add("company", 2.0 if b1 not in ("joined", "join", "joining", "own", "owns", "owned") else 0.8)
        links = lex.BUSINESS_LINKS.get(b1)
        if links and (b2 in links or (b2 in _ARTICLES and len(before) > 2 and before[-3] in links)):
            sure = b1 in ("of", "in") or b2 in ("owned", "acquired", "operated", "manufactured", "bought", "founded")
            surface.add("company", 2.5 if sure else 1.5)
        if b1 in ("like", "including", "as") and (
            b2 in _PLURALS or (b2 in ("such", ",") and _PLURALS & set(before[-6:]))
        ):
            surface.add("company", 2.5)
        if a1 == "(" and len(after) > 2 and after[1] in ("nasdaq", "nyse", "lse", "asx", "tsx", "hkex", "nse", "bse"):
            surface.add("company", 4.0)
        tail = scan.tokens[piece.last - 1].text[len(scan.words[piece.last - 1]) :]
        if tail in ("-owned", "-backed", "-parent"):
            surface.add("company", 1.5)


_PUBLICATION_CUES = frozenset(w for w, category in lex.ORGANISATION_CUES.items() if category == "publication")
_OWNED = lex.words("state-owned government-owned listed state-run family-owned state-controlled privately-held")
_LANDS = lex.words("counties states provinces districts islands rivers streets avenues prefectures governorates roads")
_COMPASS = lex.words(
    """southern northern eastern western central north south east west upper lower greater new great san santa los las
    fort port mount lake cape inner outer northeast northwest southeast southwest northeastern northwestern southeastern
    southwestern mid old grand little el saint"""
)
_PUBLISHED = lex.words("wrote posted said post posts statement tweeted account platform message network")
_PLURALS = lex.words(
    """companies firms startups giants banks makers retailers automakers carmakers chipmakers airlines platforms apps
    services players rivals brands groups majors"""
)


def _first_role(words: list[str]) -> tuple[int | None, bool]:
    """Return where an apposition first says what someone is, and whether a comma or the like comes after it."""
    for place, word in enumerate(words):
        if word in lex.COMPANY_NOUNS and word not in ("founder", "partner", "developer", "analyst"):
            return None, False
        if word in lex.ROLES or (word == "head" and words[place + 1 : place + 2] == ["of"]):
            return place, any(w in (",", ".", "”") for w in words[place:])
        listed = word == "," and words[place + 1 : place + 2] and words[place + 1] not in lex.FUNCTION
        if (word in (",", ".", ";", "“", '"', "(") and not listed) or word in lex.SPEECH:
            break
    return None, False


def _first_company_noun(words: list[str]) -> bool:
    for word in words:
        if word in (",", ".", ";", "which", "that", "who", "of", "for", "in") or word in lex.ROLES:
            return False
        if word in lex.COMPANY_NOUNS:
            return True
    return False


def _body_noun(words: list[str]) -> bool:
    for word in words[:8]:
        if word in lex.BODY_NOUNS:
            return True
        if word in (",", ".", ";", "which", "that", "who", "of", "for", "in", "at") or word in lex.ROLES:
            return False
    return False


def _camel(word: str) -> bool:
    inner = word[1:]
    return word.isalpha() and len(word) > 3 and not word.isupper() and inner != inner.lower()
