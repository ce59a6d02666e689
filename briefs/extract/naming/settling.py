"""Surfaces become entities: short forms join full ones, one kind for each, chosen by all that speaks for it."""

from __future__ import annotations

from briefs.extract.naming.forms import Words, bare
from briefs.extract.naming.known import ALIKE, Known, by_first_word
from briefs.extract.naming.lexicon.persons import PARTICLES, ROLES, is_role
from briefs.extract.naming.lexicon.plain import ORDINARY_ENDINGS
from briefs.extract.naming.merging import merged
from briefs.extract.naming.organisations import Body
from briefs.extract.naming.short_forms import CLEARLY, FIRM, brand, business, link
from briefs.extract.naming.surfaces import NOUNS, Surface
from briefs.extract.naming.wellknown import WellKnown
from briefs.model import EntityKind
from briefs.tables import Company, Place, Publisher, Tables

_UNSURE = 1.5  # what is only likely: its confidence stays under one half
_DEALS = 0.8  # one thing that companies do, and others may
_BODY = 1  # the number of the body's scan
_UNIT = 2  # words; a full name is seldom longer, and stands first
_KINDS: tuple[EntityKind, ...] = ("person", "company", "organisation", "place")
_LEAST = {"person": 2.8, "company": 2.5, "organisation": 2.5, "place": 2.5, "country": 3.0, "other": 2.5}


def settle(
    surfaces: dict[Words, Surface], acronyms: dict[Words, Words], tables: Tables, english: bool = True
) -> list[Known]:
    """Return the entities that `surfaces` name, in the order of the text; `acronyms` lead to full forms."""
    full = [s for s in surfaces.values() if len(s.words) > 1]
    single = [s for s in surfaces.values() if len(s.words) == 1]
    families = link(full, single, tables)
    found: list[Known] = []
    by_words: dict[Words, Known] = {}
    undecided = []
    firms_named: dict[str, list[Surface]] = {}
    for surface in full:
        if surface.score("company") >= _LEAST["company"]:
            firms_named.setdefault(surface.words[0], []).append(surface)
    for surface in full:
        if _short_for_firm(surface, firms_named.get(surface.words[0], [])[:ALIKE]):
            surface.add("company", FIRM + surface.score("person"))
        kind = _kind(surface)
        if kind is None:
            undecided.append(surface)
            continue
        known = by_words[surface.words] = _known(kind, surface)
        found.append(known)
    firms = by_first_word([k for k in found if k.kind in ("company", "organisation")])
    for surface in undecided:
        land = surface.hits and (surface.score("country") >= 3 or surface.score("place") >= 5)
        for known in [] if land else firms.get(surface.words[0], []):
            if known.words[: len(surface.words)] == surface.words:
                known.forms.append(surface.words)  # "Standard Meridian" of "Standard Meridian Bank"
                break
        else:
            if english and _deals_alone(surface, tables):
                national = surface.words[0].lower() in tables.demonyms  # "the Iraqi Border Media Cell said"
                guess: EntityKind = "organisation" if national else "company"
                surface.add(guess, _UNSURE)
                known = by_words[surface.words] = _known(guess, surface)
                found.append(known)
    for surface in single:
        parents = [by_words[p.words] for p in families.get(surface.words, []) if p.words in by_words]
        parent = _parent(surface, parents)
        if parent is not None:
            parent.forms.append(surface.words)
            if (
                not english
                and parent.kind == "company"
                and parent.row is None
                and bare(parent.words)[-1:] == surface.words
                and not PARTICLES.intersection(bare(parent.words)[-2:-1])
            ):
                parent.words, parent.text = surface.words, surface.written  # "Der Zulieferer Example AG" is "Example"
            continue
        kind = _kind(surface) or (_alone(surface, tables) if english else None)
        if kind is not None:
            found.append(_known(kind, surface))
    return merged(found, acronyms)


def _deals_alone(surface: Surface, tables: Tables) -> bool:
    """Return whether a name of several words that says nothing itself speaks or deals as only companies do."""
    if surface.hits or any(surface.score(k) > 1 for k in ("other", "place", "organisation", "person", "country")):
        return False
    if surface.score("person_shape"):
        return surface.score("company") >= CLEARLY
    if surface.words[-1].lower().removesuffix("s") in ROLES:
        return False  # "Chartered Accountants"
    strange = any(w.isalpha() and w.lower() not in tables.common_words for w in surface.words)
    return strange and (surface.score("company") >= CLEARLY or surface.score("speaker") > 0)


def _alone(surface: Surface, tables: Tables) -> EntityKind | None:
    """Return what a single name that speaks or deals must be: who has one name alone is seldom a person in news."""
    word = surface.words[0]
    lower = word.lower()
    plain = lower in tables.common_words or lower in tables.given_names or lower in tables.surnames
    deals = surface.score("company") - surface.score("camel") >= (0.4 if surface.score("camel") else _DEALS)
    if plain or surface.hits or len(word) < 3 or surface.score("other"):
        return None
    if word.startswith("Mc") and word[2:3].isupper() and surface.score("speaker") and not deals:
        surface.add("person", _UNSURE)
        return "person"
    adjective = surface.opens and lower.endswith(ORDINARY_ENDINGS)
    if not surface.score("speaker") and (not deals or adjective or not word[0].isupper()):
        return None
    several = lower.removesuffix("s")
    if surface.score("organisation") > max(1.0, surface.score("company")):
        return "organisation"
    if surface.score("person") >= 1.5 or surface.score("place") > 1 or is_role(several) or several in NOUNS:
        return None
    kind: EntityKind = "organisation" if word.isupper() and surface.score("company") < _DEALS else "company"
    surface.add(kind, _UNSURE)
    return kind


def _short_for_firm(surface: Surface, firms: list[Surface]) -> bool:
    """Return whether somebody's name is a firm's here: "Ada Lund" with shares, beside "Ada Lund International"."""
    if not surface.score("person_shape") or business(surface) < _DEALS or surface.score("speaker"):
        return False
    size = len(surface.words)
    return any(len(long.words) > size and long.words[:size] == surface.words for long in firms)


def _heads(words: Words, word: str) -> bool:
    """Return whether `word` may stand for the name: its first word, or the last before its legal form."""
    return words[0] == word or (words[-1] != word and bare(words)[-1] == word)


def _ends(known: Known, short: Surface) -> bool:
    """Return whether a brand is the last word of a known firm's name: "McSample" of "Example McSample"."""
    return known.row is not None and brand(short.words[0]) and known.words[-1] == short.words[0]


def _only_a_part(known: Known, short: Surface) -> bool:
    """Return whether a longer name is a unit of the firm that the body speaks of first: "Example Life Services"."""
    first = next((p[:2] for p in short.pieces if p.scan == known.place[0] == _BODY), None)
    earlier = first is not None and first < known.place and len(bare(known.words)) > _UNIT
    return earlier and known.row is None and business(short) >= FIRM


def _parent(short: Surface, parents: list[Known]) -> Known | None:
    """Return the one full form that a single word stands for here, unless it speaks for itself."""
    people = [p for p in parents if p.kind == "person"]
    bodies = [p for p in parents if p.kind in ("company", "organisation") and not _only_a_part(p, short)]
    others = [p for p in bodies if _heads(p.words, short.words[0]) or _ends(p, short)]
    famous = next((e.row for h in short.hits for e in h.entries if isinstance(e.row, WellKnown)), None)
    if famous is not None and people:
        own = [p for p in people if p.words[0] == famous.name.split()[0]]
        return own[0] if own else people[-1] if people[-1].place < short.place else None
    if others and business(short) > 0 and not short.score("speaker") and not short.score("person"):
        return max(others, key=lambda p: p.score)  # the firm that bears its founder's name
    if people and business(short) < (2.0 if others else FIRM) and short.score("country") < 5:
        last = [p for p in people if p.words[-1] == short.words[0]]
        candidates = last or people
        return max(candidates, key=lambda p: p.score) if last or len(candidates) == 1 else None
    rivals = [e.row for h in short.hits for e in h.entries if not isinstance(e.row, Publisher)]
    if others and not rivals:
        return max(others, key=lambda p: p.score)
    return None


def _kind(surface: Surface) -> EntityKind | None:
    """Return the kind that most speaks for, or None where nothing speaks loud enough."""
    several = len(surface.words) > 1
    scores = {k: surface.score(k) for k in ("person", "company", "organisation", "place", "country", "other")}
    if 0 < scores["country"] < 5 and business(surface) >= 1.4 and surface.score("company_table"):
        scores["country"] = 0.0  # "Emirates president"
    speaker = min(surface.score("speaker"), 3.0)
    if surface.score("person_shape"):
        scores["person"] += 0.5 + speaker
        if scores["company"] < 2 and scores["organisation"] < 2:
            scores["person"] += surface.score("person_guess")
    else:
        if scores["person"] < 4 and (not several or scores["person"] <= scores["organisation"]):
            scores["person"] = 0.0
    if scores["company"] and not (surface.score("company_if") and scores["company"] < 2.5):
        scores["company"] += 0.3 * speaker + 0.5 * surface.score("affiliation")
    if surface.words[0] == "The" and surface.score("publication") and not surface.score("company_table"):
        scores["organisation"] += scores["company"]  # to own The Times makes no firm of it
        scores["company"] = 0.0
    scores["place"] = min(scores["place"], 9.0)
    if scores["organisation"]:
        scores["organisation"] += 0.3 * speaker + 0.5 * surface.score("affiliation")
    best = max(scores, key=lambda k: scores[k])
    if scores[best] < _LEAST[best] or best in ("other", "country"):
        return None
    if best == "place" and surface.hits:
        return None  # the tables' places are found where countries are
    return next(kind for kind in _KINDS if kind == best)


def _known(kind: EntityKind, surface: Surface) -> Known:
    rows = [e.row for h in surface.hits for e in h.entries]
    row: Company | Publisher | Body | Place | WellKnown | None = None
    if kind == "company":
        row = next((r for r in rows if isinstance(r, Company)), None)
    elif kind == "person":
        row = next((r for r in rows if isinstance(r, WellKnown)), None)
    elif kind == "organisation":
        bodies = [r for r in rows if isinstance(r, Body)]
        seats = [r for r in rows if isinstance(r, Publisher) or (isinstance(r, Place) and r.kind == "government")]
        row = next(iter((*bodies, *seats)), None)
    return Known(kind, surface.words, surface.written, surface.score(kind), surface.place, row)
