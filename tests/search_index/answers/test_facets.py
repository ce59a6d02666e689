"""Facets against counting by hand: under any query, marks, choice, grouping, and with those mentioned too."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from typing import NamedTuple

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefs.model import Brief
from search_index import Index, Request
from search_index.results import FACETS, FacetName, Results
from tests.search_index.conftest import TODAY
from tests.search_index.corpus import generated, library_of

CHOICES: dict[FacetName, tuple[str, ...]] = {
    "country": ("KR", "CN", "US"),
    "company": ("company:01.ai", "company:ostra", "company:kestrel-bank"),
    "publisher": ("Valley Courier", "The Harbour Post"),
    "month": ("2025-03", "2025-04", "2025-05"),
    "tag": ("metal", "two words"),
}
FIELDS = dict(zip(FACETS, ("countries", "companies", "publishers", "months", "tags"), strict=True))
QUERIES = (
    "",
    "chips",
    "is:unread",
    "is:starred OR bank",
    "-tag:*",
    "company:ostra",
    "again",
    "(-is:read tag:metal) OR the",
)


class Counted(NamedTuple):
    """A search, the story of each brief, and its values of a facet, those that are only mentioned too where asked."""

    search: Callable[[Request], Results]
    stories: dict[str, str]
    values: Callable[[str, FacetName, bool], set[str]]

    def hits(self, found: set[str], grouped: bool) -> int:
        return len({self.stories[i] for i in found}) if grouped else len(found)


def retold(one: Brief, number: int) -> Brief:
    """Return the same story from another publisher, about other countries."""
    text = f"{one.body} Told again, {number}."
    return msgspec.structs.replace(one, body=text, publisher="Valley Courier", published=f"2025-0{number % 9 + 1}-11")


@pytest.fixture(scope="module")
def counted(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Counted]:
    briefs = generated(40, seed=3)
    briefs += [retold(one, number) for number, one in enumerate(briefs[:12] + briefs[:5])]
    with library_of(tmp_path_factory.mktemp("facets"), briefs) as library:
        ids = library.ids()
        library.marks.add_tag(ids[::3], "metal")
        library.marks.add_tag(ids[5:20], "two words")
        library.marks.set_read(ids[::2])
        library.marks.set_starred(ids[10:15])
        index = Index.open(library, today=lambda: TODAY)
        index.catch_up()
        kept = {brief.id: brief for _, brief in library.briefs(ids)}
        tagged = {tag: library.marks.tagged(tag) for tag in library.marks.tags()}

        def values(identifier: str, facet: FacetName, mentioned: bool) -> set[str]:
            brief = kept[identifier]
            if facet == "country":
                return {c.code for c in brief.countries if c.code and (c.main or mentioned)}
            if facet == "company":
                return {c.key for c in brief.companies if c.main or mentioned}
            if facet == "tag":
                return {tag for tag, having in tagged.items() if identifier in having}
            value = brief.publisher if facet == "publisher" else (brief.published or "")[:7]
            return {value} if value else set()

        yield Counted(index.search, {i: index.story(i)[0].id for i in ids}, values)


@settings(max_examples=60)
@given(
    st.sampled_from(QUERIES),
    st.fixed_dictionaries({facet: st.lists(st.sampled_from(CHOICES[facet]), max_size=2) for facet in FACETS}),
    st.booleans(),
    st.booleans(),
)
def test_counts_are_those_of_counting(
    counted: Counted, text: str, chosen: dict[FacetName, list[str]], mentioned: bool, grouped: bool
) -> None:
    choice = {FIELDS[facet]: tuple(values) for facet, values in chosen.items()}
    found = set(counted.search(Request(text, grouped=False)).ids())
    results = counted.search(Request(text, facets=FACETS, mentioned=mentioned, grouped=grouped, **choice))  # type: ignore[arg-type]

    def left(but: FacetName | None = None) -> set[str]:
        others = [(facet, set(values)) for facet, values in chosen.items() if values and facet != but]
        return {i for i in found if all(counted.values(i, facet, mentioned) & values for facet, values in others)}

    assert (results.total, results.briefs) == (counted.hits(left(), grouped), len(left()))
    for facet in FACETS:
        having: dict[str, set[str]] = defaultdict(set)
        for identifier in left(facet):
            for value in counted.values(identifier, facet, mentioned):
                having[value].add(identifier)
        counts = {each.value: each.count for each in results.facets[facet] if each.count}
        assert counts == {value: counted.hits(ids, grouped) for value, ids in having.items()}
        assert {each.value for each in results.facets[facet] if each.chosen} == set(chosen[facet])


def test_several_briefs_tell_some_of_the_stories(counted: Counted) -> None:
    assert len(set(counted.stories.values())) < len(counted.stories) - 10
