from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest

from briefs.errors import AmbiguousError, NotFoundError
from briefs.identity import identifier_of
from briefs.library import Added, Change, Library
from briefs.model import Article, Brief, Entity, MadeBy, Original

Made = tuple[Original, Article, Brief]
Make = Callable[..., Made]

HARBOUR = "The harbour of Larnstad handled a third more containers in May. The port expects the same again in June."
ORCHARD = "Frost took half of the apple blossom in the valley. Growers ask the state for help before the summer."


def test_what_is_added_is_read_back_whole(library: Library, make: Make) -> None:
    original, article, brief = make(HARBOUR, title="Larnstad's port fills up", published="2025-02-14")
    added = library.add(original, article, brief, "harbour.txt")
    assert added == Added(identifier_of(original), "Larnstad's port fills up", True, "harbour.txt")
    assert library.brief(added.id) == brief
    assert library.original(added.id) == original
    assert library.part(added.id) == 0
    assert library.source(added.id) == "harbour.txt"
    assert library.rows([added.id])[0].added.endswith("Z")
    assert library.count() == 1
    assert library.sequence() == 1
    assert list(library.changes()) == [Change(1, added.id, False)]


def test_it_is_all_there_after_closing(tmp_path: Path, make: Make) -> None:
    with Library.open(tmp_path) as library:
        added = library.add(*make(HARBOUR))
    with Library.open(tmp_path, create=False) as library:
        assert library.brief(added.id).body == HARBOUR
        assert library.sequence() == 1


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param({}, {}, id="equal bytes"),
        pytest.param({}, {"data": b"<p>other bytes</p>"}, id="equal text"),
        pytest.param(
            {"address": "https://news.example/port?utm_source=x"},
            {"address": "http://www.news.example/port/", "data": b"2", "body": ORCHARD},
            id="equal address",
        ),
    ],
)
def test_the_same_article_again_changes_nothing(
    library: Library, make: Make, first: dict[str, Any], second: dict[str, Any]
) -> None:
    added = library.add(*make(first.pop("body", HARBOUR), title="First", **first), source="here")
    before = library.rows(library.ids()), library.sequence(), library.original(added.id)
    again = library.add(*make(second.pop("body", HARBOUR), title="Second", **second), source="there")
    assert again == Added(added.id, "First", False, "there")
    assert (library.rows(library.ids()), library.sequence(), library.original(added.id)) == before


def test_text_is_the_same_whatever_its_case_quotes_and_lines(library: Library, make: Make) -> None:
    added = library.add(*make("It’s “done”, they said — finally."))
    assert library.add(*make('it\'s "done",\nthey said – finally')).id == added.id
    assert library.add(*make("It is not done, they said.")).new


def test_the_front_page_of_a_site_is_no_address_of_an_article(library: Library, make: Make) -> None:
    library.add(*make(HARBOUR, address="https://news.example/"))
    assert library.add(*make(ORCHARD, address="https://news.example")).new


def test_known_spares_the_conversion_of_equal_bytes(library: Library, make: Make) -> None:
    original, article, brief = make(HARBOUR)
    assert library.known(original) == ()
    added = library.add(original, article, brief)
    (known,) = library.known(msgspec.structs.replace(original, address="elsewhere.txt", media_type="text/markdown"))
    assert (known.id, known.new, known.source) == (added.id, False, "elsewhere.txt")
    twin, twin_article, twin_brief = make(HARBOUR, data=b"the same words in other bytes")
    assert library.known(twin) == ()
    assert not library.add(twin, twin_article, twin_brief).new
    assert library.known(twin) == (msgspec.structs.replace(known, source="somewhere.txt"),)


def test_articles_of_one_original_are_several_though_they_share_an_address(library: Library, make: Make) -> None:
    page = {"data": b"a page of two stories", "address": "https://news.example/page"}
    first = library.add(*make(HARBOUR, **page), part=0, parts=2)
    assert library.known(Original(b"a page of two stories", "text/html")) == (), "its second article is missing"
    second = library.add(*make(ORCHARD, part=1, **page), part=1, parts=2)
    assert second.new
    assert library.part(second.id) == 1
    assert [a.id for a in library.known(Original(b"a page of two stories", "text/html"))] == [
        first.id,
        second.id,
    ]
    library.remove([first.id])
    assert library.known(Original(b"a page of two stories", "text/html")) == ()
    assert library.original(second.id).data == b"a page of two stories"
    assert library.add(*make(HARBOUR, **page), part=0, parts=2).id == first.id


def test_two_articles_under_one_identifier_are_both_kept(library: Library, make: Make) -> None:
    original, article, brief = make(ORCHARD)
    first = library.add(*make(HARBOUR))
    second = library.add(original, article, msgspec.structs.replace(brief, id=first.id))
    assert second.new
    assert second.id != first.id
    assert library.brief(second.id).id == second.id
    assert library.brief(first.id).body == HARBOUR
    assert library.add(original, article, msgspec.structs.replace(brief, id=first.id)).id == second.id


def test_removal_leaves_a_trace_and_the_same_identifier_comes_back(library: Library, make: Make) -> None:
    first, second = library.add(*make(HARBOUR)), library.add(*make(ORCHARD))
    library.marks.set_read([first.id], True)
    library.remove([first.id, "0123456789abcdef"])
    assert library.ids() == [second.id]
    assert list(library.changes(1)) == [Change(2, second.id, False), Change(3, first.id, True)]
    assert library.known(make(HARBOUR)[0]) == ()
    with pytest.raises(NotFoundError):
        library.brief(first.id)
    with pytest.raises(NotFoundError):
        library.original(first.id)
    back = library.add(*make(HARBOUR))
    assert back == Added(first.id, HARBOUR, True, "")
    assert list(library.changes(3)) == [Change(4, first.id, False)]
    assert not library.rows([first.id])[0].read, "the marks of a removed brief are gone"


def test_a_brief_made_anew_keeps_its_identifier_and_marks(library: Library, make: Make) -> None:
    added = library.add(*make(HARBOUR, title="Old"))
    library.marks.set_starred([added.id], True)
    _, _, better = make(HARBOUR, title="New", converter=2)
    assert library.replace(added.id, msgspec.structs.replace(better, id="another"))
    row = library.rows([added.id])[0]
    assert (row.title, row.revision, row.starred) == ("New", 2, True)
    assert library.brief(added.id).id == added.id
    assert library.sequence() == 2
    assert not library.replace(added.id, better), "the same again is no change"
    assert library.sequence() == 2
    with pytest.raises(NotFoundError):
        library.replace("0123456789abcdef", better)


def test_what_another_version_made_is_found(library: Library, make: Make) -> None:
    old, new = library.add(*make(HARBOUR, converter=1)), library.add(*make(ORCHARD, converter=2))
    assert library.made_otherwise(MadeBy(2, "tables")) == [old.id]
    assert library.made_otherwise(MadeBy(2, "other")) == sorted([old.id, new.id])
    assert library.made_otherwise(MadeBy(2, "tables", ("a model",))) == sorted([old.id, new.id])


def test_lists_show_the_newest_first_and_the_undated_last(library: Library, make: Make) -> None:
    dates = ["2025-02-14", None, "2024-12-31T23:59", "2025-02-14T09:30+09:00", "2025-03"]
    ids = [library.add(*make(f"Story number {n} of the day.", published=d)).id for n, d in enumerate(dates)]
    assert library.ids() == [ids[4], ids[3], ids[0], ids[2], ids[1]]
    assert [row.id for row in library.latest(2, 1)] == [ids[3], ids[0]]
    assert [library.place(identifier) for identifier in library.ids()] == [0, 1, 2, 3, 4]
    assert library.place("0" * 16) is None
    assert [row.published for row in library.rows([ids[1], "unknown", ids[0]])] == [None, "2025-02-14"]


def test_however_one_pages_the_list_is_the_same(library: Library, make: Make) -> None:
    dates = ["2025-02-14", "2025-02-14", None, "2025-02-14T09:30", "2025-02-14", None, "2024-12-31", None, "2025-03"]
    for number, published in enumerate(dates):
        library.add(*make(f"Story number {number} of the day.", published=published))
    ids = library.ids()
    for size in range(1, len(ids) + 2):
        for offset, identifier in enumerate(ids):
            assert [row.id for row in library.latest(size, offset)] == ids[offset : offset + size]
            for before in range(size):
                start = max(0, offset - before)
                page = library.page_with(identifier, size, before)
                assert [row.id for row in page] == ids[start : start + size]
    assert library.page_with("0" * 16, 10, 5) == []


def test_a_page_far_down_reads_nothing_else(library: Library, make: Make) -> None:
    added = library.add(*make(HARBOUR))
    connection = library._database.connection
    statements: list[str] = []
    connection.set_trace_callback(statements.append)
    assert len(library.page_with(added.id, 40, 20)) == 1
    connection.set_trace_callback(None)
    plans = [step[3] for statement in statements for step in connection.execute(f"EXPLAIN QUERY PLAN {statement}")]
    assert sum("briefs_in_order" in plan for plan in plans) == 4
    assert not any("SCAN briefs" in plan or "ORDER BY" in plan for plan in plans), "the index gives rows as they lie"


def test_a_row_says_what_a_list_needs(library: Library, make: Make, entity: Callable[..., Any]) -> None:
    body = "Norland Power sells its grid in Portugal to Tagus Rede. 今年も続く。"
    main = entity("company", "Norland Power", body)
    added = library.add(
        *make(
            body,
            companies=(main, msgspec.structs.replace(entity("company", "Tagus Rede", body), main=False)),
            countries=(entity("country", "Portugal", body, code="PT"),),
        )
    )
    library.marks.add_tag([added.id], "Grids")
    (row,) = library.latest(10)
    assert (row.companies, row.countries, row.tags) == (("Norland Power",), ("PT",), ("grids",))
    assert (row.read, row.starred, row.words, row.title) == (False, False, 13, body)


def test_any_unique_prefix_names_a_brief(library: Library, make: Make) -> None:
    ids = sorted(library.add(*make(f"A short story, number {n}.")).id for n in range(40))
    for identifier in ids:
        assert library.resolve(identifier) == identifier
        assert library.resolve(f" {identifier[:15].upper()} ") == identifier
    with pytest.raises(AmbiguousError, match="A short story") as ambiguous:
        library.resolve(next(d for d in "0123456789abcdef" if sum(i.startswith(d) for i in ids) > 1))
    assert str(ambiguous.value).count("(A short story") in (2, 3)
    for unknown in ("", "zz", "%", "'; DROP TABLE briefs; --", "0" * 16, "\udcff", "é"):
        with pytest.raises(NotFoundError):
            library.resolve(unknown)


def test_briefs_come_in_the_order_asked_for(library: Library, make: Make) -> None:
    ids = [library.add(*make(f"Report {n} of the week.")).id for n in range(300)]
    wanted = [*reversed(ids), "missing", ids[0]]
    read = list(library.briefs(wanted))
    assert [brief.id for _, brief in read] == [*reversed(ids), ids[0]]
    assert [revision for revision, _ in read] == [*range(300, 0, -1), 1]
    assert [row.id for row in library.rows(wanted)] == [*reversed(ids), ids[0]]


class _Named(msgspec.Struct, frozen=True):
    name: str


class _Part(msgspec.Struct, frozen=True):
    id: str
    body: str
    companies: tuple[_Named, ...]


def test_parts_are_what_the_briefs_have(library: Library, make: Make) -> None:
    kiln = (Entity("company:kiln", "company", "Kiln", main=True),)
    ids = [library.add(*make(f"Kiln built {n} ferries.", companies=kiln)).id for n in range(3)]
    expected = [
        (revision, _Part(b.id, b.body, tuple(_Named(c.name) for c in b.companies)))
        for revision, b in library.briefs(ids)
    ]
    assert expected[0][1].companies
    assert list(library.parts(["missing", *ids], _Part)) == expected
