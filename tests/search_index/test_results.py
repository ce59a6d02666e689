"""Facets, order, pages, snippets, suggestions and abandoning."""

from __future__ import annotations

from itertools import pairwise

import msgspec
import pytest

from briefs.errors import NotFoundError, QueryError
from briefs.library import Library
from briefs.model import Brief, Evidence, KeyFigure
from briefs.tables import Tables, default_tables
from briefs.text import Span
from search_index import Hit, Index, Request
from search_index.answers.found import Found
from search_index.answers.snippets import WIDTH
from search_index.results import FACETS, FacetName
from tests.search_index.conftest import MakeIndex
from tests.search_index.corpus import brief


@pytest.mark.parametrize("text", ["", "chips", "bank OR wheat", "-the", "company:ostra", "date:2025-03"])
@pytest.mark.parametrize(
    "chosen",
    [
        {},
        {"countries": ("KR",)},
        {"countries": ("KR", "CN"), "publishers": ("Valley Courier",)},
        {"companies": ("company:01.ai", "Ostra"), "months": ("2025-03", "2025-04")},
        {"tags": ("odd",), "countries": ("US",)},
    ],
)
def test_counts_are_what_choosing_gives(
    shared_index: tuple[Library, Index], text: str, chosen: dict[str, tuple[str, ...]]
) -> None:
    library, index = shared_index
    library.marks.add_tag(sorted(library.ids())[::2], "odd")
    arguments = dict(zip(FACETS, ("countries", "companies", "publishers", "months", "tags"), strict=True))
    found = index.search(Request(text, facets=FACETS, **chosen))  # type: ignore[arg-type]
    for facet in FACETS:
        others = {k: v for k, v in chosen.items() if k != arguments[facet]}
        for value in found.facets[facet]:
            alone = index.search(Request(text, **others | {arguments[facet]: (value.value,)}))  # type: ignore[arg-type]
            assert value.count == alone.total
            assert value.chosen == bool({value.value, value.label} & set(chosen.get(arguments[facet], ())))


def test_facets_count_main_ones_by_brute_force(shared_index: tuple[Library, Index]) -> None:
    library, index = shared_index
    found = index.search(Request("chips", facets=("country", "company", "publisher", "month")))
    briefs = [b for _, b in library.briefs(found.ids())]
    assert (
        found.total
        == len(briefs)
        == sum("chips" in f"{b.title} {b.body}".lower().replace(".", " ").split() for b in everything(library))
    )

    def count(name: FacetName) -> dict[str, int]:
        return {f.value: f.count for f in found.facets[name]}

    assert count("country") == counted(c.code for b in briefs for c in b.countries if c.main)
    assert count("company") == counted(c.key for b in briefs for c in b.companies if c.main)
    assert count("publisher") == counted(b.publisher for b in briefs if b.publisher)
    assert count("month") == counted(b.published[:7] for b in briefs if b.published)


def everything(library: Library) -> list[Brief]:
    return [b for _, b in library.briefs(library.ids())]


def counted(values: object) -> dict[str, int]:
    counts: dict[str, int] = {}
    for value in values:  # type: ignore[attr-defined]
        counts[value] = counts.get(value, 0) + 1
    return counts


def test_facets_are_named_and_ordered(make_index: MakeIndex) -> None:
    _, index, _ = make_index(
        brief("One", "w", countries=["KR", "CN"], companies=["Blue Kiln"], published="2024-12-01"),
        brief("Two", "y", countries=["CN"], published="2025-02-01"),
        brief("Three", "z", countries=["KR"], published=None, publisher=None),
    )
    facets = index.search(Request("", countries=("JP", "CN"), facets=FACETS)).facets
    assert [(f.value, f.label, f.count, f.chosen) for f in facets["country"]] == [
        ("CN", "China", 2, True),
        ("KR", "South Korea", 2, False),
        ("JP", "Japan", 0, True),
    ]
    assert [(f.value, f.label) for f in facets["month"]] == [("2025-02", "February 2025"), ("2024-12", "December 2024")]
    assert [(f.value, f.label) for f in facets["company"]] == [("company:blue-kiln", "Blue Kiln")]


def test_one_company_under_two_names_is_one_value(make_index: MakeIndex) -> None:
    one = brief("One", "x", companies=["Blue Kiln"])
    other = brief("Two", "y", companies=["Blue Kiln"])
    named = msgspec.structs.replace(other, companies=(msgspec.structs.replace(other.companies[0], name="BK Holdings"),))
    _, index, _ = make_index(one, named, brief("Three", "z", companies=["Blue Kiln"]))
    (value,) = index.search(Request("", facets=("company",))).facets["company"]
    assert (value.value, value.label, value.count) == ("company:blue-kiln", "Blue Kiln", 3)
    assert index.search(Request("", companies=("blue kiln",))).total == 3
    assert index.search(Request('company:"blue-kiln"')).total == 3  # as a search saved with that filter has it
    assert index.search(Request('company:"blue kiln"')).total == 2


def test_choices_among_those_mentioned(make_index: MakeIndex) -> None:
    _, index, ids = make_index(
        brief("One", "w", countries=["KR"], companies=["Blue Kiln"]),
        brief("Two", "y", mentioned_countries=["KR"], mentioned_companies=["Blue Kiln"]),
        brief("Three", "z", countries=["CN"]),
    )
    for chosen in ({"countries": ("KR",)}, {"companies": ("company:blue-kiln",)}, {"companies": ("Blue Kiln",)}):
        assert index.search(Request("", **chosen)).ids() == ids[:1]  # type: ignore[arg-type]
        assert sorted(index.search(Request("", **chosen, mentioned=True)).ids()) == sorted(ids[:2])  # type: ignore[arg-type]
    for mentioned in (True, False):
        facets = index.search(Request("", mentioned=mentioned, facets=("country", "company"))).facets
        for facet, given in (("country", "countries"), ("company", "companies")):
            for value in facets[facet]:  # type: ignore[index]
                chosen_one = Request("", mentioned=mentioned, **{given: (value.value,)})  # type: ignore[arg-type]
                assert index.search(chosen_one).total == value.count > 0
        assert {f.value: f.count for f in facets["country"]} == {"KR": 2 if mentioned else 1, "CN": 1}
    for name in ("kr", "South Korea", "Korean"):
        assert index.search(Request("", countries=(name,), mentioned=True)).total == 2
        assert index.search(Request("", countries=(name,))).total == 1
    with pytest.raises(QueryError, match="No country is called"):
        index.search(Request("", countries=("Ruritania",), mentioned=True))


def test_the_order_of_hits(make_index: MakeIndex) -> None:
    _, index, _ = make_index(
        brief("Élan", "steel and other things that make the text long", published="2025-01-01"),
        brief("apple", "steel", published="2025-01-02T08:00"),
        brief("Zebra steel", "nothing", published=None),
        brief("Brook", "steel steel steel", published="2025-01-02"),
        brief("“Cable”", "steel again", published="2025-01-02T19:30+09:00"),
    )

    def titles(**wanted: object) -> list[str]:
        return [h.row.title for h in index.search(Request("steel", **wanted)).hits]  # type: ignore[arg-type]

    assert titles(sort="date") == ["“Cable”", "apple", "Brook", "Élan", "Zebra steel"]
    assert titles(sort="title") == ["apple", "Brook", "“Cable”", "Élan", "Zebra steel"]
    assert titles()[0] == "Zebra steel"  # its title says so
    assert titles()[1] == "Brook"  # most often
    assert titles()[-1] == "Élan"  # in the longest text


def test_initials_typed_as_a_stop_word_come_first(make_index: MakeIndex) -> None:
    _, index, ids = make_index(
        brief("Tariffs", "Tariffs told us so."), brief("A longer story", "Of ships, ports, and then the U.S. tariffs.")
    )
    assert index.search(Request("tariffs")).ids() == ids
    assert index.search(Request("us tariffs")).ids() == ids[::-1]
    assert marked(index.search(Request("us tariffs")).hits[0]) == ["U.S", "tariffs"]


@pytest.mark.parametrize("sort", ["relevance", "date", "title"])
@pytest.mark.parametrize("text", ["", "chips", "country:kr", "the*"])
def test_pages_follow_each_other(shared_index: tuple[Library, Index], text: str, sort: str) -> None:
    _, index = shared_index
    whole = index.search(Request(text, sort=sort, limit=1000))  # type: ignore[arg-type]
    ids = [h.row.id for h in whole.hits]
    assert whole.ids() == ids
    assert len(ids) == whole.total
    paged = [
        h.row.id
        for offset in range(0, whole.total, 7)
        for h in index.search(Request(text, sort=sort, limit=7, offset=offset)).hits  # type: ignore[arg-type]
    ]
    assert paged == ids
    assert index.search(Request(text, limit=0)).hits == ()
    assert index.search(Request(text, offset=10_000)).hits == ()


def only_hit(index: Index, text: str, **wanted: object) -> Hit:
    (hit,) = index.search(Request(text, **wanted)).hits  # type: ignore[arg-type]
    return hit


def marked(hit: Hit) -> list[str]:
    assert hit.snippet is not None
    return [hit.snippet.text[start:end] for start, end in hit.snippet.marks]


def test_snippets_mark_the_words(make_index: MakeIndex) -> None:
    body = (
        "The harbour was quiet. " * 20
        + "\n\nThen Café Ångström hired engineers; job offers followed. GPT-4o wrote the U.S. letters.\n\n"
        + "Nothing more was said. " * 20
        + "芯片公司正在招聘。"
    )
    _, index, _ = make_index(brief("A quiet harbour", body, people=["Mina Seo"], publisher="Valley Courier"))
    assert marked(only_hit(index, "engineer")) == ["engineers"]
    assert marked(only_hit(index, "cafe angstrom")) == ["Café", "Ångström"]
    assert marked(only_hit(index, '"job offers"')) == ["job offers"]
    assert marked(only_hit(index, "gpt4o")) == ["GPT-4o"]
    assert marked(only_hit(index, "US")) == ["U.S"]
    assert marked(only_hit(index, "engin* lettres~2")) == ["engineers", "letters"]
    assert marked(only_hit(index, "招聘")) == ["招聘"]
    assert marked(only_hit(index, "engineer -steel")) == ["engineers"]
    assert marked(only_hit(index, "harb", partial=True))[0] == "harbour"
    hit = only_hit(index, "job")
    assert hit.field == "body"
    assert hit.snippet is not None
    assert hit.snippet.text.startswith("…Then Café") or hit.snippet.text.startswith("Then Café")
    assert len(hit.snippet.text) <= WIDTH + 2
    assert "\n" not in hit.snippet.text


def test_a_hit_says_where_its_words_stand(make_index: MakeIndex) -> None:
    _, index, _ = make_index(
        brief("Steel prices", "Prices rose.", people=["Mina Seo"], publisher="Valley Courier", companies=["Blue Kiln"])
    )
    assert only_hit(index, "steel").field == "title"
    assert only_hit(index, "steel").snippet is not None
    assert only_hit(index, "rose").field == "body"
    assert only_hit(index, "person:seo").field == "person"
    assert marked(only_hit(index, "person:seo")) == ["Seo"]
    assert only_hit(index, "courier").field == "publisher"
    assert only_hit(index, "company:kiln").field == "company"
    assert (only_hit(index, "date:2025").field, only_hit(index, "date:2025").snippet) == ("", None)
    assert only_hit(index, "steel", snippets=False).snippet is None


def test_marks_of_a_snippet_are_within_it_and_apart(shared_index: tuple[Library, Index]) -> None:
    _, index = shared_index
    for text in ("the chips talent", '"of the"', "s*", "ministry OR harbour", "kestrel bank"):
        for hit in index.search(Request(text, limit=100)).hits:
            if hit.snippet is not None:
                marks = [Span(-1, -1), *hit.snippet.marks]
                assert all(0 <= m.start < m.end <= len(hit.snippet.text) for m in hit.snippet.marks)
                assert all(one.end < other.start for one, other in pairwise(marks))
                assert hit.snippet.marks


def test_a_brief_has_the_places_that_match_a_query(make_index: MakeIndex) -> None:
    text = "Steel offers rose. An offer of steel coils fell, a job offer did not. Ore cost $3 million."
    cost = KeyFigure("$3 million", 3e6, "USD", Evidence("body", 79, 89, "$3 million"), "", 0)
    made = msgspec.structs.replace(brief("Steel offers", text), key_figures=(cost,))
    library, index, (identifier,) = make_index(made)
    found = library.brief(identifier)

    def places(query: str) -> list[tuple[str, str]]:
        matches = index.matches(query, found)
        assert all(found.part(m.part)[m.start : m.end] == m.text for m in matches)
        return [(match.part, match.text) for match in matches]

    assert places("offers") == [("title", "offers"), ("body", "offers"), ("body", "offer"), ("body", "offer")]
    assert places('"steel coils"') == [("body", "steel coils")]
    assert places("title:steel") == [("title", "Steel")]
    assert places("-steel ore") == [("body", "Ore")]
    assert places("co") == [("body", "coils"), ("body", "cost")]  # it may be a word still being typed
    assert places("usd:>1m ore") == [("body", "Ore"), ("body", "$3 million")]
    assert places("date:2025") == []
    with pytest.raises(QueryError):
        index.matches("steel)", found)


def test_every_match_that_a_snippet_shows_is_marked(make_index: MakeIndex) -> None:
    apart = "quiet harbour " * 9  # the best line is not where the first match stands
    _, index, _ = make_index(brief("A title", f"A strike, {apart}a strike, a strike, {apart[:42]}a strike, {apart}"))
    hit = only_hit(index, "strike")
    assert hit.snippet is not None
    assert len(marked(hit)) == hit.snippet.text.count("strike") > 1


def test_did_you_mean(make_index: MakeIndex) -> None:
    _, index, _ = make_index(brief("Lithium", "Lithium and copper prices."), brief("Copper", "Copper again."))
    assert index.search(Request("litium")).suggestions == ("lithium",)
    assert index.search(Request("litium AND coper")).suggestions == ("lithium AND copper",)
    assert index.search(Request("coper -tin", partial=True)).suggestions == ("copper -tin",)
    assert index.search(Request('title:"litium" OR "and coper prices"')).suggestions == (
        'title:"lithium" OR "and copper prices"',
    )
    assert index.search(Request("qqqqqqqq")).suggestions == ()
    assert index.search(Request("lithium")).suggestions == ()
    assert index.search(Request("again lithium")).suggestions == ()  # both are words; nothing has both
    assert index.search(Request("litium again")).suggestions == ()  # nor has anything these two
    assert index.search(Request("again or lithium")).suggestions == ("again OR lithium",)
    assert index.search(Request('"again or lithium"')).suggestions == ()
    assert index.search(Request("R&D")).suggestions == ()


def test_did_you_mean_in_a_field(make_index: MakeIndex) -> None:
    _, index, _ = make_index(brief("Lithium", "Kestral is a bird.", companies=["Kestrel Bank"], people=["Mina Seo"]))
    assert index.search(Request("company:kestral")).suggestions == ("company:kestrel",)
    assert index.search(Request("lithium -x company:(kestral OR ostra)")).suggestions == (
        "lithium -x company:(kestrel OR ostra)",
    )
    assert index.search(Request("person:kestral")).suggestions == ()


def test_one_word_too_many_is_left_out(make_index: MakeIndex) -> None:
    _, index, _ = make_index(brief("Ferry fares", "Ferry fares rose in Oslo."), brief("Copper", "Copper prices fell."))

    def meant(text: str) -> tuple[str, ...]:
        return index.search(Request(text)).suggestions

    assert meant("ferry fares copper") == ("ferry fares",)
    assert meant("title:ferry fares oslo copper -tin") == ("title:ferry fares oslo -tin",)
    for said_so in ("ferry copper", "ferry AND fares AND copper", "ferry fares (copper)", '"ferry fares copper"'):
        assert meant(said_so) == ()
    assert meant("ferry fares copper " * 3) == ()


def test_a_fault_in_a_choice_has_no_place_in_the_query(shared_index: tuple[Library, Index]) -> None:
    with pytest.raises(QueryError, match="No country is called “Ruritania”") as caught:
        shared_index[1].search(Request("chips", countries=("Ruritania",), mentioned=True))
    assert (caught.value.start, caught.value.end) == (0, 0)


def test_a_figure_says_why_it_matched(make_index: MakeIndex) -> None:
    body = "The mill is old. It lost $3 million in a year, and 25 to 35 percent of its orders. Nothing else is known."
    made = brief("The mill", body)
    figures = tuple(
        KeyFigure(text, value, unit, Evidence("body", body.index(text), body.index(text) + len(text), text), "", 0)
        for text, value, unit in (("$3 million", 3e6, "USD"), ("25 to 35 percent", (25.0, 35.0), "percent"))
    )
    _, index, _ = make_index(msgspec.structs.replace(made, key_figures=figures))
    assert (marked(only_hit(index, "usd:>1m")), only_hit(index, "usd:>1m").field) == (["$3 million"], "usd")
    assert marked(only_hit(index, "percent:30")) == ["25 to 35 percent"]
    assert marked(only_hit(index, "dollars:[1m TO 5m] date:2025")) == ["$3 million"]
    assert marked(only_hit(index, "orders percent:30")) == ["orders"]
    assert only_hit(index, "-usd:>1bn").snippet is None


def test_a_newer_partial_search_abandons_an_older_one(make_index: MakeIndex, monkeypatch: pytest.MonkeyPatch) -> None:
    from search_index.answers import evaluate

    _, index, ids = make_index(brief("Copper", "Copper rose."))
    index.search(Request("x"))
    find = evaluate.Evaluator.find
    inner: list[object] = []

    def slow(self: evaluate.Evaluator, wanted: object) -> Found:
        if not inner:
            inner.append(None)
            inner.append(index.search(Request("copper", partial=True)).ids())
        return find(self, wanted)

    monkeypatch.setattr(evaluate.Evaluator, "find", slow)
    old = index.search(Request("copp", partial=True))
    assert old.abandoned
    assert (old.total, old.hits, old.ids()) == (0, (), [])
    assert inner[1] == ids
    assert not index.search(Request("copp", partial=True)).abandoned
    assert index.search(Request("copper")).ids() == ids


def test_a_search_for_words_reads_no_tables_of_countries(
    make_index: MakeIndex, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[Tables] = []

    def reading() -> Tables:
        read.append(default_tables())
        return read[0]

    monkeypatch.setattr("search_index.search.default_tables", reading)
    _, index, ids = make_index(brief("Copper", "Copper rose.", countries=["KR"]))
    assert index.search(Request("copper", sort="date")).ids() == ids
    assert not read
    assert index.search(Request("copper", countries=("South Korea",))).ids() == ids
    assert read


def test_an_empty_library_answers(make_index: MakeIndex) -> None:
    _, index, _ = make_index()
    found = index.search(Request("", facets=FACETS))
    assert (found.total, found.hits, found.ids()) == (0, (), [])
    assert set(found.facets) == set(FACETS)
    assert index.search(Request("copper title:x -y* z~1", sort="title")).total == 0
    assert index.check() == []


def test_related_briefs_share_telling_words(make_index: MakeIndex) -> None:
    _, index, ids = make_index(
        brief("Lithium mine opens in Chile", "The lithium mine in the desert begins to dig.", companies=["Blue Kiln"]),
        brief("Strike at lithium mine", "Workers of the lithium mine in the desert stopped.", companies=["Blue Kiln"]),
        brief("Ferry runs again", "The ferry to the island runs again after the storm."),
        brief("Island without ferry", "A storm stopped the ferry to the island in the night."),
        brief("Coffee harvest", "The harvest was good, and a farmer begins to sell beans after the rain."),
    )
    assert index.related(ids[0]).ids() == [ids[1]]
    assert index.related(ids[2]).ids() == [ids[3]]
    assert index.related(ids[4]).ids() == []  # "begins", "again", "after": everyday words make nothing related
    with pytest.raises(NotFoundError):
        index.related("f" * 16)
