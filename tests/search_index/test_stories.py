"""Stories: what retells what, that it depends on the briefs alone, and how searching groups them."""

from __future__ import annotations

import random
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefs.errors import NotFoundError
from briefs.library import Library
from briefs.model import Brief
from search_index import Index, Request
from search_index.results import FACETS
from search_index.terms.shingles import is_retold, may_be_retold, shingles, sketch, zeros
from tests.search_index.conftest import MakeIndex
from tests.search_index.corpus import add, brief


def sentences(seed: int, count: int = 8) -> list[str]:
    """Return sentences of twelve invented words, the same for the same seed."""
    chance = random.Random(seed)
    syllables = [c + v for c in "bdfgklmnprstv" for v in "aeiou"]

    def word() -> str:
        return "".join(chance.choices(syllables, k=3))

    return [" ".join(word() for _ in range(12)).capitalize() + "." for _ in range(count)]


def text(*parts: Sequence[str]) -> str:
    return " ".join(sentence for part in parts for sentence in part)


STORY, OTHER = sentences(1), sentences(2)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (text(STORY), text(STORY).upper().replace(".", " –"), True),
        (text(STORY), text(["Exclusive:"], STORY, sentences(3, 2)), True),
        (text(STORY), text(STORY[:3]), True),  # the beginning of it
        (text(STORY), text(STORY[:4], sentences(4, 3)), True),
        (text(STORY), text(STORY[:2], sentences(5, 6)), False),  # a quotation of it
        (text(STORY), text(OTHER), False),
        (text(STORY), text(STORY, OTHER, *(sentences(n) for n in range(6, 14))), False),  # a round-up of ten stories
        (text(STORY[:1]), text(STORY[:1]), False),  # too short to tell
        ("", text(STORY), False),
    ],
)
def test_what_retells_what(one: str, other: str, expected: bool) -> None:
    assert is_retold(shingles(one), shingles(other)) == expected
    assert is_retold(shingles(other), shingles(one)) == expected


def test_texts_without_spaces() -> None:
    chance = random.Random(3)
    characters = [chr(0x4E00 + chance.randrange(3000)) for _ in range(240)]
    story = "".join(characters[:120])
    assert is_retold(shingles(story), shingles("本报讯：" + story[:50] + "，" + story[50:]))
    assert not is_retold(shingles(story), shingles("".join(characters[120:])))


@given(st.integers(1, 60), st.integers(0, 60))
def test_sketches_let_no_copy_through(kept: int, more: int) -> None:
    every = sentences(kept * 61 + more, 120)
    one, other = shingles(text(every[:kept])), shingles(text(every[:kept], every[60 : 60 + more]))
    if is_retold(one, other):
        shared = len(set(sketch(one)) & set(sketch(other)))
        assert may_be_retold(len(one), len(other), shared)


def test_a_sketch_is_small_and_a_sample() -> None:
    for count in (1, 2, 5, 40, 300):
        of = shingles(text(sentences(count, count)))
        terms = sketch(of)
        assert len(terms) == len(of) >> zeros(len(of)) or len(terms) < 100
        assert all(len(term) == 3 and term.isascii() for term in terms)
    assert sketch(np.zeros(0, np.uint64)) == []


def told(title: str, *parts: Sequence[str], **more: object) -> Brief:
    return brief(title, text(*parts), **more)  # type: ignore[arg-type]


@pytest.fixture
def news(make_index: MakeIndex) -> tuple[Library, Index, list[str]]:
    return make_index(
        told("Second", ["Exclusive."], STORY, published="2025-02-15", publisher="Valley Courier", countries=["KR"]),
        told("First", STORY, published="2025-02-14", publisher="The Harbour Post", countries=["KR"]),
        told("Third", STORY[:5], published=None, publisher="valley courier", countries=["CN"]),
        told("Other", OTHER, published="2025-01-01", publisher="Valley Courier", countries=["CN"]),
    )


def test_a_story_is_one_hit_under_its_earliest(news: tuple[Library, Index, list[str]]) -> None:
    _, index, (second, first, third, other) = news
    found = index.search(Request("", sort="date"))
    assert [hit.row.id for hit in found.hits] == found.ids() == [first, other]
    assert (found.total, found.briefs) == (2, 4)
    assert [row.id for row in found.hits[0].also] == [second, third]
    assert [hit.publishers for hit in found.hits] == [2, 1]
    assert found.hits[1].also == ()
    every = index.search(Request("", sort="date", grouped=False))
    assert (every.total, every.briefs) == (4, 4)
    assert every.ids() == [second, first, other, third]
    assert all(hit.also == () for hit in every.hits)


def test_what_is_found_of_a_story_stands_for_it(news: tuple[Library, Index, list[str]]) -> None:
    _, index, (second, first, third, _) = news
    (hit,) = index.search(Request("exclusive")).hits
    assert hit.row.id == second
    assert [row.id for row in hit.also] == [first, third]
    assert index.search(Request("-title:first", countries=("KR",))).ids() == [second]


def test_counts_say_how_many_stories_choosing_gives(news: tuple[Library, Index, list[str]]) -> None:
    _, index, _ = news
    for grouped in (True, False):
        found = index.search(Request("", facets=FACETS, grouped=grouped))
        for facet, name in zip(FACETS, ("countries", "companies", "publishers", "months", "tags"), strict=True):
            for value in found.facets[facet]:
                chosen = Request("", grouped=grouped, **{name: (value.value,)})  # type: ignore[arg-type]
                assert index.search(chosen).total == value.count
    grouped_counts = {c.value: c.count for c in index.search(Request("", facets=("country",))).facets["country"]}
    assert grouped_counts == {"KR": 1, "CN": 2}


def test_a_story_can_be_opened(news: tuple[Library, Index, list[str]]) -> None:
    _, index, (second, first, third, other) = news
    assert [row.id for row in index.story(third)] == [first, second, third]
    assert [row.id for row in index.story(other)] == [other]
    assert index.search(Request(f"story:{second[:9]}", sort="date")).ids() == [second, first, third]
    assert index.search(Request(f"story:{second} exclusive")).ids() == [second]
    with pytest.raises(NotFoundError):
        index.story("f" * 16)


def test_related_briefs_are_of_other_stories(make_index: MakeIndex) -> None:
    near = [*STORY[:1], *sentences(9)]
    _, index, ids = make_index(
        told("One", STORY, published="2025-02-01"),
        told("One again", STORY[:6], published="2025-02-02"),
        told("Near", near, published="2025-02-03"),
        told("Near again", near, ["More."], published="2025-02-04"),
        *(told(f"Far {n}", sentences(n)) for n in range(60, 80)),
    )
    (hit,) = index.related(ids[0]).hits
    assert hit.row.id == ids[2]
    assert [row.id for row in hit.also] == [ids[3]]


def test_the_story_goes_on_when_its_first_brief_goes(news: tuple[Library, Index, list[str]]) -> None:
    library, index, (second, first, third, other) = news
    library.remove([first])
    for _ in range(2):  # before and after the index has caught up
        assert index.search(Request("", sort="date")).ids() == [second, other]
        assert [row.id for row in index.story(third)] == [second, third]
        index.catch_up()
    (earliest,) = add(library, told("Earliest", STORY, OTHER[:1], published="2025-02-01"))
    index.catch_up()
    assert index.search(Request("", sort="date")).ids() == [earliest, other]
    library.replace(earliest, told("Earliest", sentences(20), published="2025-02-01"))
    index.catch_up()
    assert index.search(Request("", sort="date")).ids() == [second, earliest, other]


def test_a_crash_before_the_stories_are_told_only_repeats_work(
    make_index: MakeIndex, monkeypatch: pytest.MonkeyPatch
) -> None:
    library, index, (first,) = make_index(told("First", STORY, published="2025-02-01"))
    add(library, told("Second", STORY, ["More."], published="2025-02-02"))
    with monkeypatch.context() as patched, pytest.raises(KeyboardInterrupt):
        patched.setattr("search_index.builds.files.Files.put_stories", interrupted)
        index.catch_up()
    assert index.search(Request("")).total == 2
    assert index.check() == ["The index has yet to look for stories in 1 change."]
    index.catch_up()
    assert index.search(Request("")).ids() == [first]
    assert index.check() == []


def interrupted(*_: object) -> None:
    raise KeyboardInterrupt


def variants() -> st.SearchStrategy[Brief]:
    """Briefs that share pieces of three stories, on few days, so that who began which is often in doubt."""
    pieces = [sentences(seed, 3) for seed in range(30, 36)]
    parts = st.lists(st.sampled_from(pieces), min_size=1, max_size=4, unique_by=id)
    days = st.sampled_from([None, *(f"2025-02-0{n}" for n in range(1, 8))])
    return st.builds(
        lambda t, p, d: told(f"T{t}", *p, [f"Serial {t}."], published=d), st.integers(0, 10**6), parts, days
    )


@settings(max_examples=12)
@given(
    st.lists(variants(), min_size=3, max_size=9),
    st.lists(st.one_of(st.tuples(st.just("remove"), st.integers(0, 20)),
                       st.tuples(st.just("replace"), st.integers(0, 20), variants()),
                       st.tuples(st.just("add"), variants())), max_size=5),
    st.integers(1, 4),
)  # fmt: skip
def test_stories_depend_on_the_briefs_alone(
    tmp_path_factory: pytest.TempPathFactory, briefs: list[Brief], history: list[tuple[object, ...]], pace: int
) -> None:
    folder = tmp_path_factory.mktemp("stories")
    with Library.open(folder) as library:
        index = Index.open(library)
        for number, one in enumerate(briefs):
            add(library, one)
            if number % pace == 0:
                index.catch_up()
        for number, (what, *arguments) in enumerate(history):
            ids = sorted(library.ids())
            if what == "add":
                add(library, *arguments)  # type: ignore[arg-type]
            elif ids:
                place, *new = arguments
                identifier = ids[int(place) % len(ids)]  # type: ignore[call-overload]
                if new:
                    library.replace(identifier, new[0])  # type: ignore[arg-type]
                else:
                    library.remove([identifier])
            if number % pace == 0:
                index.catch_up()
        index.catch_up()
        followed = {i: [row.id for row in index.story(i)] for i in library.ids()}
        by_all_pairs = stories_by_all_pairs([brief for _, brief in library.briefs(library.ids())])
        assert followed == by_all_pairs
        index.rebuild()
        assert {i: [row.id for row in index.story(i)] for i in library.ids()} == followed
        assert index.check() == []


def stories_by_all_pairs(briefs: list[Brief]) -> dict[str, list[str]]:
    """Return the stories by comparing every pair of texts."""
    ordered = sorted(briefs, key=lambda one: (one.published or "9999", one.id))
    stories: list[list[Brief]] = []
    for one in ordered:
        first = (s for s in stories if is_retold(shingles(s[0].body), shingles(one.body)))
        story = next(first, None)
        if story is None:
            stories.append([one])
        else:
            story.append(one)
    return {one.id: [other.id for other in story] for story in stories for one in story}


def test_many_changes_at_once_are_told_as_one_by_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    copies = [told(f"C{n}", sentences(n % 7), [f"Copy {n}."], published=f"2025-02-{n % 20 + 1:02d}") for n in range(40)]
    with Library.open(tmp_path) as library:
        index = Index.open(library)
        index.catch_up()
        for one in copies:
            add(library, one)
            index.catch_up()
        followed = {i: [row.id for row in index.story(i)] for i in library.ids()}
        assert {len(story) for story in followed.values()} == {5, 6}
        monkeypatch.setattr("search_index.builds.retelling._FEW", 0)
        add(library, told("Another", sentences(50)), told("One more", sentences(51)))
        index.catch_up()
        assert {i: [row.id for row in index.story(i)] for i in followed} == followed


def test_notices_that_many_stories_have_hide_no_copy(make_index: MakeIndex, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("search_index.builds.retelling._MOST", 3)
    notices, own = [sentences(60, 4), sentences(61, 4)], sentences(62, 1)
    others = [told(f"T{n}", sentences(70 + n, 6), notices[n % 2], published=f"2025-02-0{n + 1}") for n in range(9)]
    library, index, ids = make_index(*others, told("Short", own, *notices, published="2025-02-11"))
    (again,) = add(library, told("Again", own, ["It is so."], *notices, published="2025-02-12"))
    index.catch_up()
    for _ in range(2):
        assert [row.id for row in index.story(again)] == [ids[-1], again]
        assert index.search(Request("")).total == len(ids)
        index.rebuild()


def test_a_known_story_told_again_is_nothing_new(news: tuple[Library, Index, list[str]]) -> None:
    library, index, (_, first, third, other) = news
    since = library.sequence()
    again, new = add(
        library,
        told("Fourth", STORY, ["Again."], published="2025-03-01"),
        told("New", sentences(40), published="2025-03-02"),
    )
    library.replace(other, told("Other, corrected", OTHER, published="2025-01-01"))
    index.catch_up()
    assert index.search(Request("", since=since)).ids() == [new]
    assert set(index.search(Request("", since=since, grouped=False)).ids()) == {again, new}
    assert index.search(Request("title:fourth", since=since)).ids() == [again]  # alone among what is found
    assert index.search(Request("", since=library.sequence())).total == 0
    assert {first, other, new} == set(index.search(Request("")).ids())
    assert third not in index.search(Request("")).ids()
