"""Runs of capitals joined to one name: "Ministry | of Finance", "Food | and Drug Agency", "Hotels | and Resorts"."""

from __future__ import annotations

from briefs.extract.naming.gazetteer import Entry, Hit
from briefs.extract.naming.lexicon.bodies import HEADS, ORGANISATION_CUES, STRONG_ORGANISATION_CUES
from briefs.extract.naming.lexicon.firms import COMPANY_CUES
from briefs.extract.naming.lexicon.persons import TITLES
from briefs.extract.naming.lexicon.plain import FUNCTION
from briefs.extract.naming.lexicon.things import PLACE_CUES
from briefs.extract.naming.organisations import Body
from briefs.extract.naming.scan import APOSTROPHES, Run, Scan
from briefs.extract.naming.surfaces import Vocabulary
from briefs.extract.wordlist import words
from briefs.tables import Company, Country, Place, Publisher
from briefs.tables.tongues import english

_MAX_JOINS = 4
_PORTFOLIOS = english("portfolio_body")
_MEMBERS = english("members")
_BODY_CUES = frozenset(ORGANISATION_CUES) | words("trust rights fund bank party army")
_CAUSES = words("movement front party union alliance")  # what people join for two things: "Order and Progress Party"
_WHOLES = words("group company corporation corp holdings")
_NO_PARTS = TITLES | PLACE_CUES | STRONG_ORGANISATION_CUES
_CHARTERED = frozenset(("Bank", "Corporation", "Company"))  # "Example Finance Corporation of Kenya"
# Who speaks for a body, before "of the": "National Secretary | of the | Example Association".
_OFFICERS = words("secretary president chairman chairwoman chairperson director spokesman spokesperson treasurer head")


class Joiner:
    """Joins the runs of a scan."""

    def __init__(self, scan: Scan, hit_at: dict[int, Hit], vocabulary: Vocabulary) -> None:
        self.scan = scan
        self.hit_at = hit_at
        self.vocabulary = vocabulary

    def joined(self, run: Run, by_start: dict[int, Run]) -> Run:
        """Join "Ministry" to "of Finance", "University" to "of North Carolina", "Food" to "and Drug Agency"."""
        scan = self.scan
        count = len(scan.tokens)
        last, possessive = run.last, run.possessive
        for _ in range(_MAX_JOINS):
            members = self._of_members(last)
            if members is not None:
                last, possessive = members.last, members.possessive
                continue
            if last >= count or (possessive and not self._paired(run.first, last)):
                break
            link = scan.lower[last]
            heads = any(w in HEADS for w in scan.lower[run.first : last])
            heads = heads or (link == "of" and scan.words[last - 1] in _CHARTERED)
            if link == "on" and not TITLES.isdisjoint(scan.lower[run.first : last]):
                break  # "Foreign Secretary Ada Lund on Twitter"
            ahead = last + 1
            if link in ("of", "for", "on", "de", "des", "du") and heads and scan.words[last] == link:
                if ahead < count and scan.lower[ahead] == "the":
                    ahead += 1
            elif not (link in ("and", "&", ",") and self._continues(run.first, last, heads)):
                break
            follower = by_start.get(ahead)
            if follower is None or (ahead == last + 2 and self._ends(run, last, follower)):
                break
            last, possessive = follower.last, follower.possessive
        return Run(run.first, last, run.weak, possessive)

    def _of_members(self, last: int) -> Run | None:
        """Return the rest of a body's name that its members own: "Supporters' | Trust"."""
        scan = self.scan
        if last >= len(scan.tokens) or not self._members(last - 1):
            return None
        ahead = last + 1 if scan.words[last] in APOSTROPHES else last
        if ahead >= len(scan.tokens) or not scan.capital[ahead] or not (ahead > last or scan.owns(last - 1)):
            return None
        end = scan.run_end(ahead)
        if not any(w in _BODY_CUES for w in scan.lower[ahead:end]):
            return None
        if ahead == last:
            scan.keep_possessive(last - 1)
        return Run(ahead, end, False, scan.owns(end - 1))

    def _members(self, index: int) -> bool:
        """Return whether a word may be the members of a body: "Bakers", "Machinists", no firm that ends like them."""
        lower, hit = self.scan.lower[index], self.hit_at.get(index)
        known = hit is not None and hit.of((Company, Publisher))
        return lower in _MEMBERS or (lower.endswith(("ers", "ists")) and not known)

    def _paired(self, first: int, last: int) -> bool:
        """Return whether "the X and Y Authority" is one body: the article stands once, X is no name of the tables."""
        scan = self.scan
        ahead = last + 1
        if ahead >= len(scan.words) or scan.lower[last] not in ("and", "&") or not scan.capital[ahead]:
            return False
        end = scan.run_end(ahead)
        bracket = scan.words[end : end + 1] in ([")"], ["("])  # its letters follow: "(JEM)"
        cues = ORGANISATION_CUES.keys() if bracket else STRONG_ORGANISATION_CUES | _CAUSES
        closed = scan.lower[end - 1] in cues and end - ahead > 1
        headed = scan.lower[first] == "the" or (first > 0 and scan.lower[first - 1] in ("the", "("))
        headed = headed and not any(w in HEADS for w in scan.lower[first:last])
        hit = self.hit_at.get(first)
        whole = hit is not None and hit.last == last
        return closed and headed and not whole and ahead not in self.hit_at

    def _party(self, ahead: int) -> bool:
        """Return whether the name that goes on at `ahead` is a party's: "Order and Progress (OP) party"."""
        after = self.scan.lower[self.scan.run_end(ahead) :][:4]
        return after[:1] == ["party"] or (len(after) > 3 and (after[0], *after[2:]) == ("(", ")", "party"))

    def _ends(self, run: Run, last: int, follower: Run) -> bool:
        """Return whether an office or a union of workers ends before "of the" and another body begins behind it."""
        lower = self.scan.lower
        body = any(w in STRONG_ORGANISATION_CUES or w == "congress" for w in lower[follower.first : follower.last])
        office = last - run.first <= 4 and lower[last - 1] in _OFFICERS
        return body and (office or (last - run.first > 1 and lower[last - 1] == "union"))

    def _continues(self, first: int, last: int, heads: bool) -> bool:
        """Return whether the list goes on within one name: "Environment, Forestry and Tourism"."""
        scan = self.scan
        if last + 1 >= len(scan.tokens) or not scan.capital[last + 1]:
            return False
        link = scan.lower[last]
        before, after = scan.lower[last - 1], scan.lower[last + 1]
        named = self.hit_at.get(last + 1)
        if named is not None and any(_of_its_own(e) for e in named.entries):
            return False
        within = heads and any(w in ("of", "for", "on") for w in scan.lower[first:last])
        plain = self.vocabulary.has(before) and self.vocabulary.has(after)
        if within and any(w in STRONG_ORGANISATION_CUES for w in scan.lower[last + 1 : scan.run_end(last + 1)]):
            return False  # "Institute of Technology and Harvard University"
        if link == "and" and within and self._members(last - 1) and self._members(scan.run_end(last + 1) - 1):
            return True  # "Association of Machinists | and Example Workers"
        closed = "and" in scan.lower[first:last]  # "Minister of Climate and Environment Ada Lund and ..."
        office = not closed and any(w in _PORTFOLIOS for w in scan.lower[first:last])
        if within and (plain or office):
            return link != "," or scan.lower[last + 2 : last + 3] in (["and"], [","], ["&"])
        if link in ("and", "&") and (self._paired(first, last) or self._party(last + 1)):
            return True
        if link == "," or not plain or before in FUNCTION:
            return False
        if last - first > 1 and self._second_trade(first, last):
            return True
        end = scan.run_end(last + 1)
        workers = "workers" in scan.lower[last + 1 : end]  # "United Hotel | and Example Workers Local 12"
        return (scan.lower[end - 1] in STRONG_ORGANISATION_CUES or workers) and end - last > 2

    def _second_trade(self, first: int, last: int) -> bool:
        """Return whether a firm has two trades: "Example Hotels | and Resorts", "Textile | and Garment Group"."""
        scan = self.scan
        rest = scan.lower[last + 1 : scan.run_end(last + 1)]
        if any(w in _NO_PARTS or w not in self.vocabulary.common for w in rest):
            return False  # somebody's name, or a body's
        end = last + 1 + len(rest)
        if len(rest) > 1 and first > 0 and scan.words[first - 1] == "," and scan.words[end : end + 1] != [","]:
            return False  # the last two of a list
        trade = scan.lower[last - 1] in COMPANY_CUES and (len(rest) == 1 or rest[-1] not in COMPANY_CUES)
        return (trade and (len(rest) > 1 or rest[0] in COMPANY_CUES)) or (len(rest) > 1 and rest[-1] in _WHOLES)


def _of_its_own(entry: Entry) -> bool:
    """Return whether no name goes on with this one: "Department of Justice and | White House"."""
    seat = isinstance(entry.row, Place) and entry.row.kind == "government"
    return seat or isinstance(entry.row, (Company, Country, Body))
