"""What the extractors must know of a language: one file each, read when it is met.

The files stand in `languages/`, named by the ISO 639-1 code. A row is kind, key, forms; forms are separated by spaces,
"_" joins the words of one form, and a form that begins with "-" is the end of a longer word ("-hersteller"). A kind may
have several rows. Of English many more kinds are known than of any other language; `english` asks for one of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from types import MappingProxyType

from msgspec import Struct

from briefs.tables.files import FOLDER, table_lines
from briefs.text import fold

_WRITTEN_AS = {"nb": "no", "nn": "no"}  # two written forms of one language
_LONGEST = 4  # words of a form


class Words(Struct, frozen=True, gc=False):
    """Words of one kind in lower case: whole ones, and the ends of compounds."""

    whole: frozenset[str] = frozenset()
    ends: tuple[str, ...] = ()

    def __contains__(self, lower: str) -> bool:
        """Return whether `lower` is one of them, or ends in one."""
        return lower in self.whole or (bool(self.ends) and lower.endswith(self.ends))

    def starting_at(self, words: list[str], index: int) -> int:
        """Return how many of `words` from `index` on make one form, the longest that does; 0 where none does."""
        for count in range(min(_LONGEST, len(words) - index), 1, -1):
            if " ".join(words[index : index + count]) in self.whole:
                return count
        return 1 if index < len(words) and words[index] in self else 0


NO_WORDS = Words()


class Tongue(Struct, frozen=True, gc=False):
    """The words of one language that tell the extractors something; all empty for a language without a file."""

    roles: Words = NO_WORDS  # who somebody is: "ministro", "Sprecherin"
    offices: Words = NO_WORDS  # what goes on a role, written as a name: "minister van Sociale Zaken"
    firms: Words = NO_WORDS  # what a company is: "empresa", "Hersteller"
    bodies: Words = NO_WORDS  # what the name of a ministry, court or fund begins with, or ends in
    things: Words = NO_WORDS  # what begins or ends the name of a thing: "operación", "harekatı"
    speakers: Words = NO_WORDS  # who speaks in news without a name: "portavoz", "Anwohner"
    saying: Words = NO_WORDS  # verbs of saying as news uses them
    according: Words = NO_WORDS  # before a source: "laut", "segundo"
    according_after: Words = NO_WORDS  # behind it: "zufolge"
    press: Words = NO_WORDS  # what a paper or an agency is: "diario", "صحيفة"
    counted: Words = NO_WORDS  # what news counts: people, jobs, flats
    harmed: Words = NO_WORDS  # the dead and the hurt among them
    articles: Words = NO_WORDS  # "der", "une"
    told: Words = NO_WORDS  # before whom somebody speaks to: "gegenüber", "à"
    that: Words = NO_WORDS  # what leads to a clause that is said: "que"
    between: Words = NO_WORDS  # what stands between a subject and its verb of saying: "hat", "aussi"
    made_by: Words = NO_WORDS  # before whoever made a document: "par"
    links: Words = NO_WORDS  # long words that lead from an office to its field: "pour", "della"
    he: Words = NO_WORDS  # pronouns beside a verb of saying
    she: Words = NO_WORDS
    he_behind: Words = NO_WORDS  # pronouns that a hyphen joins to it: "a-t-il dit"
    she_behind: Words = NO_WORDS
    numbers: Mapping[str, float] = MappingProxyType({})  # "cinq", in lower case -> value
    countries: tuple[tuple[str, str], ...] = ()  # names that CLDR does not give, with the country's code
    # Towns, regions, parliaments and parties that newspapers name without their country, with its code.
    places: tuple[tuple[str, str], ...] = ()
    demonyms: Mapping[str, str] = MappingProxyType({})  # folded adjective, in all its forms -> code
    given: Mapping[str, str] = MappingProxyType({})  # given name, in lower case and all its cases -> nominative
    families: frozenset[str] = frozenset()  # family names, where they tell a name
    signs: frozenset[str] = frozenset()  # characters of given names, or of foreign names


Rows = Mapping[str, Mapping[str, tuple[str, ...]]]


@lru_cache(maxsize=16)
def _rows(language: str) -> Rows:
    """Return the forms in the file of `language` by kind, then by key; nothing where it has no file."""
    file = f"languages/{_WRITTEN_AS.get(language, language)}.tsv"
    rows: dict[str, dict[str, tuple[str, ...]]] = {}
    if language.isalpha() and (FOLDER / file).is_file():
        for line in table_lines(file):
            kind, key, forms = line.split("\t")
            keys = rows.setdefault(kind, {})
            keys[key] = keys.get(key, ()) + tuple(form.replace("_", " ") for form in forms.split())
    return rows


def english(kind: str) -> frozenset[str]:
    """Return the English words of `kind`. Raises KeyError where the table has none."""
    return frozenset(form for forms in _rows("en")[kind].values() for form in forms)


def english_by_key(kind: str) -> Mapping[str, tuple[str, ...]]:
    """Return the English words of `kind` by their key, in the order of the table. Raises KeyError where it has none."""
    return _rows("en")[kind]


@lru_cache(maxsize=16)
def tongue(language: str | None) -> Tongue:
    """Return what is known of `language` (ISO 639-1); nothing for English and for a language without a file."""
    rows = _rows(language or "")
    if not rows or language in (None, "en"):
        return Tongue()

    def of(kind: str) -> list[str]:
        return [form for forms in rows.get(kind, {}).values() for form in forms]

    endings = ("", *of("ending"))
    return Tongue(
        roles=_words(of("role")),
        offices=_words(of("office")),
        firms=_words(of("firm")),
        bodies=_words(of("body")),
        things=_words(of("thing")),
        speakers=_words(of("speaker")),
        saying=_words(of("say")),
        according=_words(of("by")),
        according_after=_words(of("by_after")),
        press=_words(of("press")),
        counted=_words([*of("count"), *of("harm")]),
        harmed=_words(of("harm")),
        articles=_words(of("article")),
        told=_words(of("told")),
        that=_words(of("that")),
        between=_words(of("between")),
        made_by=_words(of("made_by")),
        links=_words(of("link")),
        he=_words(of("he")),
        she=_words(of("she")),
        he_behind=_words(of("he_behind")),
        she_behind=_words(of("she_behind")),
        numbers={form: float(value) for value, forms in rows.get("number", {}).items() for form in forms},
        countries=tuple((form, key) for key, forms in rows.get("country", {}).items() for form in forms),
        places=tuple((form, key) for key, forms in rows.get("place", {}).items() for form in forms),
        demonyms={
            fold(form + ending): key
            for key, forms in rows.get("demonym", {}).items()
            for form in forms
            for ending in (endings if not form.endswith("-") else ("",))
        },
        given=_declined(of("given"), language),
        families=frozenset(of("family")),
        signs=frozenset("".join((*of("name"), *of("sound")))),
    )


def _words(forms: Iterable[str]) -> Words:
    lower = [variant for form in forms for variant in dict.fromkeys((form.lower(), form.lower().translate(_HAMZA)))]
    return Words(
        frozenset(form for form in lower if not form.startswith("-")),
        tuple(form[1:] for form in lower if form.startswith("-")),
    )


_HAMZA = str.maketrans("أإآ", "ااا")  # many write Arabic without it: "اعلن" for "أعلن"

# What a given name in -а, in -я, in -й and in a consonant ends in, in the cases of Russian and Ukrainian.
_CASES = {
    "а": "ы и е у ой ою і",
    "я": "и е ю ей ею ї і",
    "й": "я ю ем ём єм е",
    "о": "а у ом ові",
    "": "а у ом е ові ем",
}


def _declined(names: Iterable[str], language: str) -> dict[str, str]:
    """Return the given names in all their cases, each with its nominative."""
    found: dict[str, str] = {}
    for name in names:
        found[name.lower()] = name
        found.setdefault(name.lower().translate(_HAMZA), name)
        if language in ("ru", "uk"):
            last = name[-1] if name[-1] in _CASES else ""
            stem = name.lower().removesuffix(last)
            for ending in _CASES[last].split():
                found.setdefault(stem + ending, name)
    return found
