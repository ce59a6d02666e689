"""Whose name a single word stands for, a person by the surname or a firm in short, and what each tells of the other."""

from __future__ import annotations

from briefs.extract.naming.forms import Words, bare
from briefs.extract.naming.known import ALIKE
from briefs.extract.naming.lexicon.firms import COMPANY_CUES, LEGAL_FORMS, WEAK_COMPANY_CUES
from briefs.extract.naming.surfaces import Surface
from briefs.tables import Tables

FIRM = 4.0  # several things that companies do: it is the firm that has somebody's surname
CLEARLY = 1.8  # what hardly anyone else does
_WHOLE_FIRMS = COMPANY_CUES - WEAK_COMPANY_CUES | LEGAL_FORMS  # nobody's surname


def link(full: list[Surface], single: list[Surface], tables: Tables) -> dict[Words, list[Surface]]:
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
                long.add("company", min(business(short), 4.0))
    return families


def _personal(short: Surface, long: Surface) -> bool:
    """Return whether a word of somebody's name may be said of him: firms and countries of that name are not."""
    return long.score("person_shape") > 0 and business(short) < FIRM and short.score("country") < 5


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
    return long.words[-1] == word and brand(word) and long.score("company_table") > 0  # "McSample"


def _called_by_last(long: Surface, alone: set[str], tables: Tables) -> None:
    """Let a name like a firm's be somebody's whom the text calls by the last word: "Ada Silver", then "Silver"."""
    first, last = long.words[0], long.words[-1]
    named = len(long.words) == 2 and first.lower() in tables.given_names and first.lower() not in tables.common_words
    firm = long.score("company_table") or long.score("organisation") or last.lower() in _WHOLE_FIRMS
    if named and not firm and not long.score("person_shape") and last in alone and first not in alone:
        long.add("person_shape", 1.0)
        long.add("person", CLEARLY)


def _family_first(short: Surface, long: Surface, tables: Tables) -> bool:
    """Return whether the first word of a full name is the family name: "Han Ji-won", "Wei Fanglan"."""
    word, last = short.words[0].lower(), long.words[-1].lower()
    if word in tables.given_names:
        return word in tables.surnames and last not in tables.surnames
    return word in tables.surnames or (short.score("speaker") > 0 and last not in tables.surnames)


def brand(word: str) -> bool:
    """Return whether a capital stands within a word: "McSample", "ExampleOne"."""
    return not word.isupper() and word[1:] != word[1:].lower()


def _acts(short: Surface) -> bool:
    """Return whether the text treats a plain word as somebody: "Fortress will leave", "Fortress said"."""
    return business(short) > 0 or short.score("speaker") > 0


def business(surface: Surface) -> float:
    """Return what the text itself, without the table, says for a company."""
    return surface.score("company") - surface.score("company_table")
