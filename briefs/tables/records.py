"""The rows of the tables as records."""

from __future__ import annotations

from msgspec import Struct


class Company(Struct, frozen=True, gc=False):
    """A company: `home` is the ISO 3166-1 alpha-2 code of its seat, `kind` an industry ("ai", "chips", "finance").

    `ambiguous` forms are common words or other names too ("Target", "Gap"): they want context before they count. Where
    the name itself is one of them, it stands in `ambiguous` as well.
    """

    id: str
    name: str
    aliases: tuple[str, ...]
    ambiguous: tuple[str, ...]
    home: str
    kind: str


class Publisher(Struct, frozen=True, gc=False):
    """A publication or news agency, with the domains it is read under.

    `ambiguous` forms ("Time", "The Sun") say nothing in running text without context; as the name that a page gives
    its site they are as good as any.
    """

    id: str
    name: str
    aliases: tuple[str, ...]
    domains: tuple[str, ...]
    kind: str  # "newspaper", "agency", "wire" (press releases), "broadcaster", "magazine", "site", "aggregator"
    home: str
    ambiguous: tuple[str, ...] = ()


class Country(Struct, frozen=True, gc=False):
    """A country in English: `ambiguous` forms are something else as well ("Georgia", "Jordan"; "US" is not).

    The name and the demonyms may stand in `ambiguous` too; other ambiguous forms stand there alone.
    """

    code: str
    name: str
    aliases: tuple[str, ...]
    demonyms: tuple[str, ...]
    ambiguous: tuple[str, ...]


class Place(Struct, frozen=True, gc=False):
    """A city, region, sea or continent; `country` is empty where it lies in none or several."""

    name: str
    aliases: tuple[str, ...]
    country: str
    kind: str  # "capital", "government" (the Kremlin), "state", "city", "region", "continent", "sea"
    ambiguous: bool  # a word, a person, or several places: wants context
