"""Surfaces become entities: short forms join full ones, one kind for each, chosen by all that speaks for it."""

from __future__ import annotations

from briefs.extract.naming.forms import Words, bare
from briefs.extract.naming.known import ALIKE, Known, by_first_word
from briefs.extract.naming.lexicon.firms import COMPANY_CUES, LEGAL_FORMS, WEAK_COMPANY_CUES
from briefs.extract.naming.lexicon.persons import PARTICLES, ROLES, is_role
from briefs.extract.naming.lexicon.plain import ORDINARY_ENDINGS
from briefs.extract.naming.merging import merged
from briefs.extract.naming.organisations import Body
from briefs.extract.naming.surfaces import NOUNS, Surface
from briefs.extract.naming.wellknown import WellKnown
from briefs.model import EntityKind
from briefs.tables import Company, Place, Publisher, Tables

_UNSURE = 1.5  # what is only likely: its confidence stays under one half
_DEALS = 0.8  # one thing that companies do, and others may
_FIRM = 4.0  # several such things: the firm that has somebody's surname
_BODY = 1  # the number of the body's scan
_UNIT = 2  # words; a full name is seldom longer, and stands first
_CLEARLY = 1.8  # what hardly anyone else does
_KINDS: tuple[EntityKind, ...] = ("person", "company", "organisation", "place")
_WHOLE_FIRMS = COMPANY_CUES - WEAK_COMPANY_CUES | LEGAL_FORMS  # nobody's surname
_LEAST = {"person": 2.8, "company": 2.5, "organisation": 2.5, "place": 2.5, "country": 3.0, "other": 2.5}


def settle(
    surfaces: dict[Words, Surface], acronyms: dict[Words, Words], tables: Tables, english: bool = True
) -> list[Known]:
    """Return the entities that `surfaces` name, in the order of the text; `acronyms` lead to full forms."""
    full = [s for s in surfaces.values() if len(s.words) > 1]
    single = [s for s in surfaces.values() if len(s.words) == 1]
    families = _link(full, single, tables)
    found: list[Known] = []
    by_words: dict[Words, Known] = {}
    undecided = []
    firms_named: dict[str, list[Surface]] = {}
    for surface in full:
        if surface.score("company") >= _LEAST["company"]:
            firms_named.setdefault(surface.words[0], []).append(surface)
    for surface in full:
        if _short_for_firm(surface, firms_named.get(surface.words[0], [])[:ALIKE]):
            surface.add("company", _FIRM + surface.score("person"))
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
                surface.add("company", _UNSURE)
                known = by_words[surface.words] = _known("company", surface)
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
        return surface.score("company") >= _CLEARLY
    if surface.words[-1].lower().removesuffix("s") in ROLES:
        return False  # "Chartered Accountants"
    strange = any(w.isalpha() and w.lower() not in tables.common_words for w in surface.words)
    return strange and (surface.score("company") >= _CLEARLY or surface.score("speaker") > 0)


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


def _link(full: list[Surface], single: list[Surface], tables: Tables) -> dict[Words, list[Surface]]:
    """Return the full forms that each single word may stand for, and let both share their evidence."""
    holders: dict[str, list[Surface]] = {}
    for surface in full:
        for word in dict.fromkeys(surface.words):
            group = holders.setdefault(word, [])
            if len(group) < ALIKE:
                group.append(surface)
    families: dict[Words, list[Surface]] = {}
    alone = {s.words[0] for s in single}
    for long in full:
        _called_by_last(long, alone, tables)
    for short in single:
        for long in holders.get(short.words[0], []):
            titled = _of_title(short, long)
            if titled:
                long.add("person", 1.0)  # "Datuk Faiz" of "Mohd Faiz Abdullah"
            elif weight := _as_person(short, long, alone, tables):
                long.add("person", weight)
            elif _as_firm(short, long, tables):
                long.add("company", 0.5)
            else:
                continue
            families.setdefault(short.words, []).append(long)
            if not titled:
                for kind in ("person", "speaker"):
                    long.add(kind, min(short.score(kind), 4.0))
                long.add("company", min(_business(short), 4.0))
    return families


def _personal(short: Surface, long: Surface) -> bool:
    """Return whether a word of somebody's name may be said of him: firms and countries of that name are not."""
    return long.score("person_shape") > 0 and _business(short) < _FIRM and short.score("country") < 5


def _of_title(short: Surface, long: Surface) -> bool:
    """Return whether a title before the word shows that it is somebody's, though it does not end the name."""
    return _personal(short, long) and short.score("person") >= 3 and long.words[-1] != short.words[0]


def _as_person(short: Surface, long: Surface, alone: set[str], tables: Tables) -> float:
    """Return how much it says for the long form to be a person's that the word is part of it; 0 where nothing."""
    word, lower = short.words[0], short.words[0].lower()
    common = lower in tables.common_words and long.words[0].lower() not in tables.given_names
    if not _personal(short, long) or (common and not long.score("person")):
        return 0.0  # "Research" is no Mr Research
    if long.words[-1] == word:
        return 2.0
    if long.words[0] != word:
        return 0.0 if lower in tables.given_names else 1.0  # one of several surnames
    if _family_first(short, long, tables):
        return 1.5
    # Where people are called by their first name: "Anwar said".
    return 1.0 if short.score("speaker") and long.words[-1] not in alone else 0.0


def _as_firm(short: Surface, long: Surface, tables: Tables) -> bool:
    """Return whether the word is a firm's name in short."""
    word = short.words[0]
    common = word.lower() in tables.common_words
    if long.words[0] == word and long.score("company") >= 1.5 and (not common or _acts(short)):
        return True
    if bare(long.words)[-1:] == (word,) and long.words[-1] != word and not common:
        return True  # "Example" of "Grupo Example SA"
    return long.words[-1] == word and _brand(word) and long.score("company_table") > 0  # "McSample"


def _called_by_last(long: Surface, alone: set[str], tables: Tables) -> None:
    """Let a name like a firm's be somebody's whom the text calls by the last word: "Ada Silver", then "Silver"."""
    first, last = long.words[0], long.words[-1]
    named = len(long.words) == 2 and first.lower() in tables.given_names and first.lower() not in tables.common_words
    firm = long.score("company_table") or long.score("organisation") or last.lower() in _WHOLE_FIRMS
    if named and not firm and not long.score("person_shape") and last in alone and first not in alone:
        long.add("person_shape", 1.0)
        long.add("person", _CLEARLY)


def _short_for_firm(surface: Surface, firms: list[Surface]) -> bool:
    """Return whether somebody's name is a firm's here: "Ada Lund" with shares, beside "Ada Lund International"."""
    if not surface.score("person_shape") or _business(surface) < _DEALS or surface.score("speaker"):
        return False
    size = len(surface.words)
    return any(len(long.words) > size and long.words[:size] == surface.words for long in firms)


def _family_first(short: Surface, long: Surface, tables: Tables) -> bool:
    """Return whether the first word of a full name is the family name: "Han Ji-won", "Wei Fanglan"."""
    word, last = short.words[0].lower(), long.words[-1].lower()
    if word in tables.given_names:
        return word in tables.surnames and last not in tables.surnames
    return word in tables.surnames or (short.score("speaker") > 0 and last not in tables.surnames)


def _heads(words: Words, word: str) -> bool:
    """Return whether `word` may stand for the name: its first word, or the last before its legal form."""
    return words[0] == word or (words[-1] != word and bare(words)[-1] == word)


def _ends(known: Known, short: Surface) -> bool:
    """Return whether a brand is the last word of a known firm's name: "McSample" of "Example McSample"."""
    return known.row is not None and _brand(short.words[0]) and known.words[-1] == short.words[0]


def _brand(word: str) -> bool:
    """Return whether a capital stands within a word: "McSample", "ExampleOne"."""
    return not word.isupper() and word[1:] != word[1:].lower()


def _only_a_part(known: Known, short: Surface) -> bool:
    """Return whether a longer name is a unit of the firm that the body speaks of first: "Example Life Services"."""
    first = next((p[:2] for p in short.pieces if p.scan == known.place[0] == _BODY), None)
    earlier = first is not None and first < known.place and len(bare(known.words)) > _UNIT
    return earlier and known.row is None and _business(short) >= _FIRM


def _acts(short: Surface) -> bool:
    """Return whether the text treats a plain word as somebody: "Fortress will leave", "Fortress said"."""
    return _business(short) > 0 or short.score("speaker") > 0


def _business(surface: Surface) -> float:
    """Return what the text itself, without the table, says for a company."""
    return surface.score("company") - surface.score("company_table")


def _parent(short: Surface, parents: list[Known]) -> Known | None:
    """Return the one full form that a single word stands for here, unless it speaks for itself."""
    people = [p for p in parents if p.kind == "person"]
    bodies = [p for p in parents if p.kind in ("company", "organisation") and not _only_a_part(p, short)]
    others = [p for p in bodies if _heads(p.words, short.words[0]) or _ends(p, short)]
    famous = next((e.row for h in short.hits for e in h.entries if isinstance(e.row, WellKnown)), None)
    if famous is not None and people:
        own = [p for p in people if p.words[0] == famous.name.split()[0]]
        return own[0] if own else people[-1] if people[-1].place < short.place else None
    if others and _business(short) > 0 and not short.score("speaker") and not short.score("person"):
        return max(others, key=lambda p: p.score)  # the firm that bears its founder's name
    if people and _business(short) < (2.0 if others else _FIRM) and short.score("country") < 5:
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
    if 0 < scores["country"] < 5 and _business(surface) >= 1.4:
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
