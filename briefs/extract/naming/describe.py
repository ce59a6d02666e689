"""What is known of a name as an entity: canonical name, key, role and affiliation with their evidence, mentions."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence

from briefs.extract.naming.context_abroad import Abroad
from briefs.extract.naming.forms import plain
from briefs.extract.naming.known import Known
from briefs.extract.naming.mentions import Spot
from briefs.extract.naming.organisations import category_of
from briefs.extract.naming.roles import Role, role_near
from briefs.extract.naming.scan import Scan
from briefs.extract.naming.wellknown import WellKnown
from briefs.model import Entity, Evidence, Mention
from briefs.tables import Company, Publisher
from briefs.text import fold, slug

_ROLE_SPOTS = 20  # mentions that are read for a role
_NEAR = 40  # tokens within which an affiliation stands


class Describer:
    """Makes entities of what is known, for one document."""

    def __init__(self, scans: list[Scan], spots: list[list[Spot]], english: bool, abroad: Abroad | None = None) -> None:
        self.scans = scans
        self.english = english
        self.abroad = abroad
        self._employers = [[s for s in row if s.known.kind in ("company", "organisation")] for row in spots]
        self._starts = [[s.first for s in row] for row in self._employers]
        self._people = [frozenset(s.first for s in row if s.known.kind == "person") for row in spots]

    def entity(self, known: Known, spots: list[Spot]) -> Entity:
        """Return the entity that is named at `spots`."""
        mentions = tuple(self.scans[s.scan].passage.mention(s.start, s.end) for s in spots)
        name = _name(known, mentions)
        role, affiliation, employer = None, None, None
        if known.kind == "person":
            role, affiliation, employer = self._role(spots) if self.english else (self._role_abroad(spots), None, None)
        return Entity(
            key=f"{known.kind}:{known.row.id if isinstance(known.row, (Company, Publisher)) else slug(name) or name}",
            kind=known.kind,
            name=name,
            main=is_main(mentions),
            home=known.row.home or None if isinstance(known.row, (Company, Publisher)) else None,
            category=category(known),
            role=role.text if role else None,
            role_evidence=role,
            affiliation=employer,
            affiliation_evidence=affiliation,
            mentions=mentions,
            confidence=round(min(0.98, 0.3 + 0.08 * known.score), 2),
        )

    def _role(self, spots: list[Spot]) -> tuple[Evidence | None, Evidence | None, str | None]:
        """Return the evidence for role and affiliation, and whom the affiliation names."""
        best: tuple[Role, Spot] | None = None
        for spot in spots[:_ROLE_SPOTS]:
            near = [(s.first, s.last) for s in self._near(spot)]
            role = role_near(self.scans[spot.scan], spot.first, spot.last, near, self._people[spot.scan])
            if role is not None and (best is None or role.weight > best[0].weight):
                best = (role, spot)
        if best is None:
            return None, None, None
        role, spot = best
        scan = self.scans[spot.scan]
        said = None
        if role.last > role.first:
            said = scan.passage.evidence(scan.tokens[role.first].start, scan.ends[role.last - 1])
        if role.affiliation is None:
            return said, None, None
        employer = next(s for s in self._near(spot) if (s.first, s.last) == role.affiliation)
        return said, scan.passage.evidence(employer.start, employer.end), _plain_name(employer.known)

    def _role_abroad(self, spots: list[Spot]) -> Evidence | None:
        """Return the evidence for a role in another language: the first that stands beside a mention."""
        for spot in spots[:_ROLE_SPOTS] if self.abroad else ():
            scan = self.scans[spot.scan]
            said = self.abroad.role(scan, spot.first, spot.last) if self.abroad else None
            if said is not None:
                return scan.passage.evidence(scan.tokens[said[0]].start, scan.ends[said[1] - 1])
        return None

    def _near(self, spot: Spot) -> list[Spot]:
        starts = self._starts[spot.scan]
        low, high = bisect_left(starts, spot.first - _NEAR), bisect_left(starts, spot.first + _NEAR)
        return self._employers[spot.scan][low:high]


def is_main(mentions: Sequence[Mention]) -> bool:
    """Return whether the article is about what it mentions so: in its title, in its lead and again, or often."""
    where = Counter(m.where for m in mentions)
    return bool(where["title"]) or len(mentions) >= 3 or (bool(where["lead"]) and len(mentions) >= 2)


def category(known: Known) -> str | None:
    """Return what kind of company or organisation this is, by its table or its name."""
    if known.row is not None and not isinstance(known.row, WellKnown):
        return known.row.kind or None
    return category_of(known.words) if known.kind == "organisation" else None


def official(known: Known) -> bool:
    """Return whether a country in the organisation's name is a mention of it: a ministry of it is, its club not."""
    if known.kind != "organisation" or isinstance(known.row, Publisher):
        return False
    return category(known) in (
        "government",
        "military",
        "police",
        "parliament",
        "court",
        "party",
        "university",
        "central bank",
    )


def _without_article(known: Known, text: str) -> str:
    """Return `text` without "the": only publications have it in their names."""
    return text if isinstance(known.row, Publisher) else text.removeprefix("The ").removeprefix("the ")


def _plain_name(known: Known) -> str:
    if known.row is not None:
        return known.row.name
    return plain(known.text) if known.kind == "company" else known.text


def _name(known: Known, mentions: tuple[Mention, ...]) -> str:
    """Return the table's name where the text uses it or only an acronym, else the fullest form that the text uses."""
    if known.row is None or isinstance(known.row, WellKnown):
        return _plain_name(known)
    firm = known.kind == "company"  # only a firm is named without its legal form
    said = {_without_article(known, plain(m.text) if firm else m.text): m for m in mentions}
    if (
        not any(_latin(s) for s in said)
        or any(fold(s) == fold(known.row.name) for s in said)
        or all(s.isupper() and len(s) <= 6 for s in said)
    ):
        return known.row.name
    return max(said, key=len)


def _latin(text: str) -> bool:
    """Return whether `text` holds a letter of the Latin script, in which the tables give their names."""
    return any(c.isalpha() and c < "\u0250" for c in text)
