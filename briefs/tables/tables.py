"""All tables in force, and the lookups that are built from them when they are first asked for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from briefs.tables.records import Company, Country, Place, Publisher
from briefs.text import fold


class Tables:
    """All tables in force, with the lookups that the extractors and the query parser share.

    Lookups go by `briefs.text.fold` of a form. It forgets capitals, so whoever looks up words of running text asks
    for capitals first: "us", "it" and "shell" name no country and no company, "US" and "Shell" may.
    """

    def __init__(
        self,
        companies: Iterable[Company] = (),
        publishers: Iterable[Publisher] = (),
        countries: Iterable[Country] = (),
        places: Iterable[Place] = (),
        digest: str = "",
        words: Mapping[str, Sequence[str]] | None = None,
    ) -> None:
        """Take the rows, later ones winning where a form belongs to two; `words` are the texts of the word lists."""
        self.companies = tuple(companies)
        self.publishers = tuple(publishers)
        self.countries = tuple(countries)
        self.places = tuple(places)
        self.digest = digest
        self._words = dict(words or {})

    def without_companies(self) -> Tables:
        """Return these tables with the companies emptied, to measure what the rules find alone."""
        return Tables((), self.publishers, self.countries, self.places, self.digest + "-no-companies", self._words)

    @cached_property
    def company_by_alias(self) -> dict[str, Company]:
        """Companies by every folded form that is theirs alone."""
        found: dict[str, Company] = {}
        for company in self.companies:
            unsure = {fold(form) for form in company.ambiguous}
            for form in (company.name, *company.aliases):
                key = fold(form)
                if key not in unsure:
                    found[key] = company
        return found

    @cached_property
    def company_by_ambiguous_alias(self) -> dict[str, Company]:
        """Companies by the folded forms that mean something else too."""
        sure = self.company_by_alias
        return {key: c for c in self.companies for form in c.ambiguous if (key := fold(form)) not in sure}

    @cached_property
    def publisher_by_alias(self) -> dict[str, Publisher]:
        """Publishers by every folded form, the ambiguous ones included; whose form is sure wins."""
        unsure = {fold(form): p for p in self.publishers for form in p.ambiguous}
        forms = ((fold(form), p) for p in self.publishers for form in (*p.aliases, p.name))
        return unsure | {key: p for key, p in forms if unsure.get(key) is not p}

    @cached_property
    def publisher_by_domain(self) -> dict[str, Publisher]:
        """Publishers by domain, without "www."."""
        return {domain: p for p in self.publishers for domain in p.domains}

    @cached_property
    def country_by_code(self) -> dict[str, Country]:
        """Countries by ISO 3166-1 alpha-2 code."""
        return {c.code: c for c in self.countries}

    @cached_property
    def country_by_name(self) -> dict[str, Country]:
        """Countries by folded English name, alias or demonym, ambiguous ones included."""
        return {fold(f): c for c in self.countries for f in (*c.ambiguous, *c.demonyms, *c.aliases, c.name)}

    @cached_property
    def demonyms(self) -> frozenset[str]:
        """The folded adjectives and names of peoples ("chinese", "britons")."""
        return frozenset(fold(form) for c in self.countries for form in c.demonyms)

    @cached_property
    def given_names(self) -> frozenset[str]:
        """Frequent given names of many cultures, in lower case and Latin script."""
        return self._word_set("given_names")

    @cached_property
    def surnames(self) -> frozenset[str]:
        """Frequent surnames, in lower case and Latin script."""
        return self._word_set("surnames")

    @cached_property
    def common_words(self) -> frozenset[str]:
        """Frequent English words in lower case: what starts a sentence with a capital and names nobody."""
        return self._word_set("common_words")

    def _word_set(self, name: str) -> frozenset[str]:
        words: set[str] = set()
        for text in self._words.get(name, ()):
            for line in text.split("\n"):
                if not line.startswith("#"):
                    listed = line.lower().split()
                    words.difference_update(word[1:] for word in listed if word.startswith("-"))
                    words.update(word for word in listed if not word.startswith("-"))
        return frozenset(words)
