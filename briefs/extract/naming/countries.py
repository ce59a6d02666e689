"""Which countries the text speaks of: by name, nationality, capital or city, never by a company's name or home."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from typing import NamedTuple

from briefs.extract.naming.gazetteer import Entry, Hit
from briefs.extract.naming.lexicon.bodies import ORGANISATION_CUES
from briefs.extract.naming.lexicon.persons import TITLES
from briefs.extract.naming.lexicon.things import PLACE_CUES
from briefs.extract.naming.scan import Scan
from briefs.extract.naming.surfaces import Vocabulary
from briefs.extract.wordlist import words
from briefs.tables import Country, Place, Tables
from briefs.text import fold

Covered = Callable[[int, int], bool]

_TOWARDS = words("""in from of to near at outside across throughout between and with against into for via visit""")
# Names that hold a country's name and are none of it.
_NOT_OF_IT = frozenset(
    """latin america|north america|south america|central america|native american|native americans|african american
    |african americans|african-american|african-americans|asian american|asian americans|latin american|north american
    |south american|central american|new england|indian ocean|persian gulf|south china sea|east china sea|sea of japan
    |english channel|gulf of mexico|miss america|captain america|american samoa|british columbia|french fries
    |new mexico|new jersey|turkey day|irish sea|british virgin islands""".replace("\n", "")
    .replace("    ", "")
    .split("|")
)


_MODEL = re.compile(r"[1-9][0-9]?")
_LIST_BEFORE = re.compile(r"(?:, and |, or |, | and | or )$")
_LIST_AFTER = re.compile(r", and |, or |, | and | or ")


_MONEY = words(
    """dollar dollars cent cents franc francs pound pounds krone krona kroner kronor peso pesos rupee rupees rial riyal
    riyals real reais won yen yuan baht ringgit dinar dinars dirham dirhams shilling shillings rand lira zloty forint
    koruna hryvnia rouble roubles ruble rubles"""
)
_STATE_OF_GEORGIA = Place("Georgia", (), "US", "state", True)  # the one country that is a state of another, too


class Sighting(NamedTuple):
    """A place in the text that speaks of a country or a place."""

    scan: int
    start: int
    end: int
    row: Country | Place
    sure: bool
    others: tuple[Place, ...] = ()  # places of the same name


def sightings(number: int, scan: Scan, hits: Iterable[Hit], covered: Covered, words: Vocabulary) -> Iterator[Sighting]:
    """Yield where countries and places stand in a scan, outside what is `covered` by other names."""
    until = 0
    hits = list(hits)
    within = {" ".join(scan.lower[h.first : h.last]) for h in _in_states(scan, hits)}
    for hit in hits:
        if hit.first < until or " ".join(scan.lower[hit.first : hit.last]) in within:
            continue
        start, end = scan.tokens[hit.first].start, scan.ends[hit.last - 1]
        rows = [e for e in hit.entries if isinstance(e.row, (Country, Place))]
        if not rows or covered(start, end):
            continue
        until = hit.last
        if _part_of_other(scan, hit) or _currency(scan, hit):
            continue
        entry = min(rows, key=_rank)
        sure = entry.form != "ambiguous" and not _doubtful(scan, hit, words)
        if isinstance(entry.row, Place) and (_goes_on(scan, hit) or (not sure and _word(scan, hit, words))):
            continue
        if isinstance(entry.row, Place) and entry.row.kind == "city" and _longer(scan, hit):
            sure = False
        others = tuple(e.row for e in rows if e is not entry and isinstance(e.row, Place))
        if isinstance(entry.row, Country) and entry.form == "ambiguous" and entry.row.code == "GE":
            others += (_STATE_OF_GEORGIA,)
        if isinstance(entry.row, (Country, Place)):
            yield Sighting(number, start, end, entry.row, sure, others)


def _currency(scan: Scan, hit: Hit) -> bool:
    """Return whether the name only says whose money it is: "US cents", "Swiss francs", "US$ 5"."""
    return hit.last < len(scan.lower) and (
        scan.lower[hit.last] in _MONEY or (scan.lower[hit.last] == "$" and scan.joined(hit.last - 1, hit.last))
    )


def _part_of_other(scan: Scan, hit: Hit) -> bool:
    before = scan.lower[hit.first - 1] if hit.first else ""
    after = scan.lower[hit.last] if hit.last < len(scan.lower) else ""
    own = " ".join(scan.lower[hit.first : hit.last])
    return f"{before} {own}" in _NOT_OF_IT or f"{own} {after}" in _NOT_OF_IT or own in _NOT_OF_IT


_CLOSED: tuple[list[str], ...] = (
    [","],
    ["."],
    [";"],
    [")"],
    [],
)  # what follows "Ohio" in "Lebanon, Ohio, closed", not in a list


def _in_states(scan: Scan, hits: list[Hit]) -> Iterator[Hit]:
    """Yield the names of lands that are towns here, for a state stands behind them: "Malta, N.Y.", "Cuba, Missouri"."""
    states = {
        h.first: e.row.country
        for h in hits
        for e in h.entries
        if isinstance(e.row, Place) and _is_state(e.row) and scan.words[h.last : h.last + 1] in _CLOSED
    }
    for hit in hits:
        last = hit.last
        if last + 1 >= len(scan.words) or scan.words[last] != ",":
            continue
        land = _STATES.get(scan.words[last + 1]) or states.get(last + 1)
        rows = [e.row for e in hit.entries if isinstance(e.row, (Country, Place))]
        codes = {row.code if isinstance(row, Country) else row.country for row in rows}
        if land is not None and any(isinstance(row, Country) for row in rows) and land not in codes:
            yield hit


def _is_state(place: Place) -> bool:
    return place.country in ("US", "CA") and (place.kind == "state" or place.name == "New York")


def _rank(entry: Entry) -> int:
    """Return what comes first among lands of one name: countries, then capitals, then what is not ambiguous."""
    if isinstance(entry.row, Place):
        return (1 if entry.row.kind == "capital" else 2) if entry.form == "name" else 3
    return 0


_GOES_ON = frozenset(("de", "del", "da", "do", "dos", "di", "della"))


def _goes_on(scan: Scan, hit: Hit) -> bool:
    """Return whether a town's name is the beginning of another's: "San Marco de Examplona"."""
    last = hit.last
    return last + 1 < len(scan.words) and scan.words[last] in _GOES_ON and scan.capital[last + 1]


def _longer(scan: Scan, hit: Hit) -> bool:
    """Return whether a town's name goes on into one that nobody knows: "Delta Force"."""
    last = hit.last
    if last < len(scan.words) and _MODEL.fullmatch(scan.words[last]) and scan.joined(last - 1, last):
        return True  # "Phoenix 2"
    if last < len(scan.words) and scan.capital[last] and scan.joined(last - 1, last) and not scan.loud[last]:
        word = scan.lower[last]
        return not (word in PLACE_CUES or word in ORGANISATION_CUES or word in TITLES)
    return False


def _doubtful(scan: Scan, hit: Hit, words: Vocabulary) -> bool:
    lower = scan.lower[hit.first]
    return hit.last - hit.first == 1 and scan.weak[hit.first] and lower in words.small


def _word(scan: Scan, hit: Hit, words: Vocabulary) -> bool:
    """Return whether a town is called like a word that the text writes small, too: "Mobile data", "mobile money"."""
    lower = scan.lower[hit.first]
    return hit.last - hit.first == 1 and lower in words.small and lower in words.common


def compounds(number: int, scan: Scan, tables: Tables, covered: Covered) -> Iterator[Sighting]:
    """Yield the countries within hyphenated words: "US-China", "Hungarian-American"."""
    for index, word in enumerate(scan.words):
        if ("-" not in word and "–" not in word) or not scan.capital[index]:
            continue
        start = scan.tokens[index].start
        if covered(start, scan.ends[index]) or scan.lower[index] in _NOT_OF_IT or fold(word) in tables.country_by_name:
            continue
        for part in word.split("-"):
            country = _COMBINING.get(part.lower()) or None
            row = tables.country_by_code.get(country) if country else tables.country_by_name.get(fold(part))
            if row is not None and part[:1].isupper() and (len(part) > 3 or part.isupper() or country):
                yield Sighting(number, start, start + len(part), row, part not in row.ambiguous)
            start += len(part) + 1


_STATES = dict.fromkeys(
    words(
        """Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Md Mass Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa
        Tenn Tex Va Vt Wash Wis Wyo N.H. N.J. N.M. N.Y. N.C. N.D. R.I. S.C. S.D. W.Va. D.C. AL AK AZ CA CO CT FL GA IL
        KS KY MA MD MI MN MO MS NC ND NE NH NJ NM NV NY OH OK PA RI SC SD TN TX UT VA VT WA WI WV WY"""
    ),
    "US",
) | dict.fromkeys(words("Ont Que Alta Sask B.C. N.S. N.B. ON BC QC"), "CA")


def states(number: int, scan: Scan, tables: Tables, covered: Covered) -> Iterator[Sighting]:
    """Yield the countries whose states are written short behind a town: "San Jose, Calif."."""
    for index in range(2, len(scan.words)):
        code = _STATES.get(scan.words[index])
        if code is None or scan.words[index - 1] != "," or not scan.capital[index - 2]:
            continue
        row = tables.country_by_code.get(code)
        start, end = scan.tokens[index].start, scan.ends[index]
        if row is not None and not covered(start, end):
            yield Sighting(number, start, end, row, True)


_COMBINING = {"sino": "CN", "anglo": "GB", "franco": "FR", "russo": "RU", "indo": "IN", "italo": "IT"}


def meant(sighting: Sighting, sure_codes: set[str]) -> Sighting:
    """Return the sighting as the place of the same name where the document speaks of that place's country alone."""
    own = sighting.row.code if isinstance(sighting.row, Country) else sighting.row.country
    if own not in sure_codes and not sighting.sure:
        for place in sighting.others:
            if place.country in sure_codes:
                return sighting._replace(row=place)
    return sighting


def likely(scan: Scan, sighting: Sighting, sure_codes: set[str], near: Collection[int]) -> bool:
    """Return whether an ambiguous name means the country or place here; `near` is where sure ones end or begin."""
    row = sighting.row
    code = row.code if isinstance(row, Country) else row.country
    if sighting.sure:
        return True
    if code in sure_codes and isinstance(row, Country):
        return True
    text, start, end = scan.passage.text, sighting.start, sighting.end
    before, after = text[max(0, start - 24) : start], text[end : end + 24]
    listed = _LIST_BEFORE.search(before), _LIST_AFTER.match(after)
    if (listed[0] and start - len(listed[0].group()) in near) or (listed[1] and end + listed[1].end() in near):
        return True
    if after[:1] == " " and (after[1:2].isupper() or after[1:2].isdigit()):
        return False  # a longer name that nobody knows
    words = before.lower().split()
    towards = bool(words) and words[-1].strip("(“\"'") in _TOWARDS
    return towards or after[:2] in ("'s", "’s") or after.startswith("-based")
