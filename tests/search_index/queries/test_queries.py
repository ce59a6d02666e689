"""What a person can ask, each form over a small library, and what is said about a query that is none."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from time import process_time
from typing import Literal

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefs.errors import NotFoundError, QueryError
from briefs.library import Library
from briefs.tables import Tables, default_tables
from search_index import Index, Request
from search_index.arrays import Ints
from search_index.queries.query import parse
from search_index.queries.syntax import FORMS, table
from search_index.results import FacetName
from tests.search_index.conftest import TODAY, MakeIndex
from tests.search_index.corpus import brief

Find = Callable[..., set[str]]  # (text, partial=False) -> the names of the briefs found

BRIEFS = {
    "seoul": brief(
        "Upstage hires in Seoul",
        "The U.S. firm 01.AI and Upstage made job offers to engineers. To be or not to be hired: that is the question.",
        published="2025-02-14T09:30",
        publisher="The Harbour Post",
        companies=["Upstage", "01.AI"],
        countries=["KR"],
        mentioned_countries=["US"],
        people=["Mina Seo"],
        figures=[("USD", 2.5e9), ("percent", 31.0)],
        sources=["Korea Labour Institute"],
    ),
    "tokyo": brief(
        "Robots for X in Tokyo",
        "GPT-4o runs the robots. R&D costs rose; Siemens sells motors. Café owners told us so. Ångström Ltd. objects.",
        published="2025-01-20",
        publisher="Daily Meridian",
        companies=["Siemens"],
        countries=["JP"],
        organisations=["Ministry of Trade"],
        figures=[("percent", (25.0, 35.0)), ("jobs", 1200.0)],
    ),
    "beijing": brief(
        "芯片公司招聘人才",
        "北京的芯片公司正在韩国招聘工程师。삼성전자는 반도체를 만든다。",
        published=None,
        publisher=None,
        language="zh",
        countries=["CN"],
        mentioned_countries=["KR"],
    ),
    "berlin": brief(
        "Strike in Berlin",
        "Wages fell by pay-cuts. The strike goes on, and the job market for motor builders is weak. He offers nothing.",
        published="2024-12-31",
        publisher="Daily Meridian",
        countries=["DE"],
        people=["Jonas Falk"],
        figures=[("people", 1500.0), ("km/h", 120.0), ("t", 40.0), ("percent", 0.0)],
    ),
}


@pytest.fixture
def found(make_index: MakeIndex) -> Find:
    library, index, ids = make_index(*BRIEFS.values())
    names = dict(zip(ids, BRIEFS, strict=True))
    library.marks.set_read([ids[0]])
    library.marks.set_starred([ids[1]])
    library.marks.add_tag([ids[1], ids[3]], "labour")
    library.marks.set_note(ids[2], "ask about this")

    def find(text: str, partial: bool = False) -> set[str]:
        return {names[i] for i in index.search(Request(text, partial=partial)).ids()}

    return find


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "seoul tokyo beijing berlin"),
        ("*", "seoul tokyo beijing berlin"),
        ("upstage", "seoul"),
        ("UPSTAGE", "seoul"),
        ("job", "seoul berlin"),
        ("jobs", "seoul berlin"),
        ("offer", "seoul berlin"),
        ("motor", "tokyo berlin"),
        ("motors", "tokyo berlin"),
        ("siemens", "tokyo"),
        ("siemen", ""),
        ("cafe", "tokyo"),
        ("CAFÉ", "tokyo"),
        ("angstrom", "tokyo"),
        ("01.AI", "seoul"),
        ("U.S.", "seoul"),
        ("US", "seoul"),
        ("GPT-4o", "tokyo"),
        ("gpt4o", "tokyo"),
        ("pay-cut", "berlin"),
        ("paycuts", "berlin"),
        ("mo\u00ad\u200btors", "tokyo berlin"),  # as pages hide where a word may break
        ("R&D", "tokyo"),
        ("X", "tokyo"),
        ("to be", "seoul"),
        ('"to be or not to be"', "seoul"),
        ('"be to"', ""),
        ("“job offers”", "seoul"),
        ('"offers job"', ""),
        ('"job market"', "berlin"),
        ('title:"in berlin"', "berlin"),
        ("芯片", "beijing"),
        ("片", "beijing"),
        ("韩国招聘", "beijing"),
        ("国韩", ""),
        ("전자", "beijing"),
        ("삼성전자", "beijing"),
        ("job -upstage", "berlin"),
        ("job NOT upstage", "berlin"),
        ("-job", "tokyo beijing"),
        ("-title:strike -(robots OR upstage)", "beijing"),
        ("upstage OR strike", "seoul berlin"),
        ("job (upstage OR robots)", "seoul"),
        ("job upstage OR robots", "seoul"),
        ("(job AND upstage) OR robots", "seoul tokyo"),
        ("job AND upstage OR robots", "seoul tokyo"),
        ("the job", "seoul berlin"),
        ("job -the", ""),  # only what others beside it outweigh is left out
        ("robots OR the", "seoul tokyo berlin"),
        ("(…) OR robots", "tokyo"),
        ("job -(… AND …)", "seoul berlin"),
        ("upst*", "seoul"),
        ("rob* tok*", "tokyo"),
        ("gpt-4*", "tokyo"),
        ("upstge~1", "seoul"),
        ("upstge~", "seoul"),
        ("upstgae~2", "seoul"),
        ("upstgae~1", ""),
        ("company:upstage", "seoul"),
        ("company: upstage", "seoul"),
        ('company:"01.AI"', "seoul"),
        ("company:(siemens OR upstage)", "seoul tokyo"),
        ("company:sie*", "tokyo"),
        ("company:*", "seoul tokyo"),
        ("-person:*", "tokyo beijing"),
        ("lang:*", "seoul tokyo beijing berlin"),
        ("person:seo", "seoul"),
        ("people:falk", "berlin"),
        ("org:trade", "tokyo"),
        ("source:labour", "seoul"),
        ("publisher:meridian", "tokyo berlin"),
        ("title:robots", "tokyo"),
        ("title:wages", ""),
        ("country:kr", "seoul beijing"),
        ("country:KR", "seoul beijing"),
        ('country:"South Korea"', "seoul beijing"),
        ("country:korean", "seoul beijing"),
        ("country:us", "seoul"),
        ("country:韩国", "seoul beijing"),  # a brief is in that language
        ("country:germ*", "berlin"),
        ("country:*", "seoul tokyo beijing berlin"),
        ("-country:kr", "tokyo berlin"),
        ("lang:zh", "beijing"),
        ("lang:chinese", "beijing"),
        ("is:read", "seoul"),
        ("is:unread", "tokyo beijing berlin"),
        ("is:starred", "tokyo"),
        ("is:noted", "beijing"),
        ("tag:labour", "tokyo berlin"),
        ('tag:"  Labour "', "tokyo berlin"),
        ("tag:Lab*", "tokyo berlin"),
        ("tag:*", "tokyo berlin"),
        ("tag:other", ""),
        ("-tag:labour", "seoul beijing"),
        ("has:figures", "seoul tokyo berlin"),
        ("has:sources", "seoul"),
        ("date:2025-02", "seoul"),
        ("date:2025-02-14", "seoul"),
        ("date:[2025-01 TO 2025-03]", "seoul tokyo"),
        ("date:[2024-12-31 TO 2025-01]", "tokyo berlin"),
        ("date:{2024-12 TO 2025-02}", "tokyo"),
        ("date:[2025-02 TO]", "seoul"),
        ("date:[2025-01 to 2025-03]", "seoul tokyo"),
        ("date:<1970", ""),
        ("date:[1900 TO 2200]", "seoul tokyo berlin"),
        ("date:>9999", ""),
        ("date:2024-12..2025-01", "tokyo berlin"),
        ("date:>2025-01-20", "seoul"),
        ("date:>=2025-01-20", "seoul tokyo"),
        ("date:<2025", "berlin"),
        ("date:last-month", "seoul"),
        ("date:*", "seoul tokyo berlin"),
        ("-date:*", "beijing"),
        ('date:"february 2025"', "seoul"),
        ("date:> 2025-01-20", "seoul"),
        ("date: [2025-01 TO 2025-03]", "seoul tokyo"),
        ("usd:>1bn", "seoul"),
        ("usd:>2.5bn", ""),
        ("usd:>=2.5bn", "seoul"),
        ("USD:<3bn", "seoul"),
        ("eur:>1", ""),
        ("percent:[30 TO 40]", "seoul tokyo"),
        ("percent:{31 TO 40]", "tokyo"),
        ("percent:31", "seoul tokyo"),  # the one says 31 percent, the other 25 to 35
        ("percent:25", "tokyo"),
        ("percent:[26 TO 28]", "tokyo"),
        ("percent:[20 TO 90]", "seoul tokyo"),
        ("percent:[35.5 TO 90]", ""),
        ("percent:<20", "berlin"),
        ("percent:<0", ""),
        ("pct:>30", "seoul tokyo"),
        ("-percent:31", "beijing berlin"),
        ("usd:2.5 billion", "seoul"),
        ("usd:>2 bn", "seoul"),
        ("usd:> 2bn job", "seoul"),
        ("usd:> 2 bn", "seoul"),
        ("dollars:>=$2.5 billion", "seoul"),
        ("usd:[2 billion TO 3bn]", "seoul"),
        ("people:>1000", "berlin"),
        ("people:[1000 TO 2000]", "berlin"),
        ("jobs:>1000", "tokyo"),
        ("jobs:*", "tokyo"),
        ("percent:>0", "seoul tokyo"),
        ("km/h:>100", "berlin"),
        ("tonnes:>30", "berlin"),  # counted in t
        ("upsta?e", "seoul"),
        ("?IEMEN?", "tokyo"),
        ("caf? owners", ""),  # at the end of a word it asks
        ("?af? owners", "tokyo"),
        ("m?t*", "tokyo berlin"),
        ("r?ts", ""),
        ("company:s??mens", "tokyo"),
        ("what is the question?", "seoul"),
        ("upstage | siemens", "seoul tokyo"),
        ("upstage|siemens|ruritania", "seoul tokyo"),
        ("upst*|siemns~1 || falk", "seoul tokyo berlin"),
        ("(upstage|strike) berlin", "berlin"),
        ("lang:zh|date:2024", "beijing berlin"),
        ('"upstage | made"', "seoul"),
        ('publisher:="Daily Meridian"', "tokyo berlin"),
        ('publisher:="daily meridian" -strike', "tokyo"),
        ("publisher:=Meridian", ""),
        ("publisher:Meridian", "tokyo berlin"),
        ('publisher:="Harbour Post"', ""),
        ("country:=kr", "seoul"),
        ('country:="South Korea"', "seoul"),
        ("country:kr", "seoul beijing"),
        ("company:=upstage OR company:=01.ai", "seoul"),
        ('company:="01.AI"', "seoul"),
        ("company:=01", ""),
        ("company:01", "seoul"),
        ("tag:=labour", "tokyo berlin"),
        ("tag:=labou", ""),
        ("10:30", ""),
        ("https://example.org/x", ""),
        ("robots http://gpt", ""),
    ],
)
def test_what_a_query_finds(found: Find, text: str, expected: str) -> None:
    assert found(text) == set(expected.split())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ups", "seoul"),
        ("upstage", "seoul"),
        ("job mar", "berlin"),
        ("job ", "seoul berlin"),
        ('"job of', "seoul berlin"),
        ('"job offers', "seoul berlin"),
        ('"job offers ', "seoul"),
        ("upst?", ""),
        ("upst?g", "seoul"),
        ("job |", "seoul berlin"),
        ("job publisher:=", "seoul berlin"),
        ('publisher:="Daily Meridian', "tokyo berlin"),
        ("job AND", "seoul berlin"),
        ("job -", "seoul berlin"),
        ("job (", "seoul berlin"),
        ("(job ups", "seoul"),
        ("-(-ups", "seoul"),
        ("-(job ups", "tokyo beijing berlin"),
        ("company:", "seoul tokyo beijing berlin"),
        ("job company:up", "seoul"),
        ("country:ger", "berlin"),
        ("country:xyz", "seoul tokyo beijing berlin"),
        ("job date:2025-0", "seoul berlin"),
        ("job usd:>", "seoul berlin"),
        ("job date:[2025-01 T", "seoul berlin"),
        ("(job date:[2025-01 TO 2025-0", "seoul berlin"),
        ("job is:un", "seoul berlin"),
        ("th", "seoul tokyo berlin"),
        ("芯", "beijing"),
        ("gpt-", "tokyo"),
        ("gpt-4", "tokyo"),
        ("U.S.", "seoul"),
        ("U.", "seoul tokyo beijing berlin"),
        ("tag:la", "tokyo berlin"),
        ("…", "seoul tokyo beijing berlin"),
    ],
)
def test_what_is_found_while_someone_types(found: Find, text: str, expected: str) -> None:
    if text == "U.":  # "u" begins many words: what matters is that it is no mistake
        found(text, partial=True)
    else:
        assert found(text, partial=True) == set(expected.split())


@pytest.mark.parametrize(
    ("text", "said", "place"),
    [
        ('a "b', "This quotation mark is not closed", (2, 3)),
        ("(a", "not closed", (0, 1)),
        ("a)", "none was opened", (1, 2)),
        ("a ()", "nothing between", (2, 4)),
        ("a AND", "both sides", (2, 5)),
        ("OR a", "both sides", (0, 2)),
        ("a AND OR b", "both sides", (2, 5)),
        ("NOT", "a word after it", (0, 3)),
        ("NOT NOT a", "a word after it", (0, 3)),
        ("foo:bar", "There is no field “foo:”, and no figure here counts “foo”; there are title:, company:", (0, 4)),
        ("compny:bar", "Did you mean company:?", (0, 7)),
        ("Harbour: a strike", "leave the colon out.", (0, 8)),
        ("company:", "wants a word", (0, 8)),
        ("date:soonish", "“soonish” is no date: write 2025", (5, 12)),
        ("x date:[2025 TO soonish]", "no date", (7, 24)),
        ("usd:much", "no number", (4, 8)),
        ("country:Ruritania", "No country is called “Ruritania”", (8, 17)),
        ("country:Germny", "did you mean Germany?", (8, 14)),
        ("country:zz", "No country is called “zz”.", (8, 10)),
        ("country:독일", "No country", (8, 10)),
        ("date:2025-02-30", "“2025-02-30” is no date", (5, 15)),
        ("date:[2025-01 TO 2025-03", "write [A TO B]", (5, 13)),
        ("date:[2025-03 TO 2025-01]", "ends before it begins", (5, 25)),
        ("percent:40..30", "“40..30” holds nothing", (8, 14)),
        ("usd:>€2m", "“€” is no sign of usd:", (4, 8)),
        ("title:-strike", "before the field: -title:strike.", (6, 13)),
        ('"job off*"', "leave the asterisk out", (0, 10)),
        ('"job offers"~2', "Only a single word", (12, 14)),
        ("upstage~10", "~1 or ~2", (0, 10)),
        ("is:*", "but not “*”", (3, 4)),
        ('is:"' + "new\n" * 20 + '"', "new new…”.", (3, 85)),
        ("is:new", "is:noted", (3, 6)),
        ("has:nothing", "has:figures", (4, 11)),
        ("story:nothing", "No brief has the identifier nothing", (6, 13)),
        ("lang:klingonese", "no language", (5, 15)),
        ("a*b", "asterisk", (0, 3)),
        ("a |", "wants a word on both sides", (2, 3)),
        ("| a", "wants a word on both sides", (0, 1)),
        ('title:="Strike in Berlin"', "a whole value of country:, company:, publisher:, tag:", (6, 25)),
        ("publisher:=", "before a whole value", (10, 11)),
        ("country:=Ruritania", "No country is called", (8, 18)),
        ("*b", "asterisk", (0, 2)),
        ("upstage~5", "~1 or ~2", (0, 9)),
        ("title:[a TO b]", "range", (6, 14)),
        ("…", "no word to search for", (0, 1)),
        ("a" * 5000, "5,000 characters", (4000, 5000)),
        ("a " * 500, "500 words", (800, 999)),
        ("(" * 100 + "a" + ")" * 100, "more than 20 deep", (20, 21)),
    ],
)
def test_what_is_said_about_a_broken_query(make_index: MakeIndex, text: str, said: str, place: tuple[int, int]) -> None:
    _, index, _ = make_index(*BRIEFS.values())
    with pytest.raises(QueryError) as caught:
        index.search(Request(text))
    message = str(caught.value)
    assert said in message
    assert "\n" not in message
    assert message.endswith((".", "?"))
    assert (caught.value.start, caught.value.end) == place


def test_a_hundred_terms_are_a_query(found: Find) -> None:
    assert found(" OR ".join(["upstage"] + [f"w{n}" for n in range(100)])) == {"seoul"}
    assert found(" ".join(f"w{n}" for n in range(100))) == set()


class Nobody:
    """The context of a library without anything in it."""

    today = staticmethod(lambda: TODAY)

    def tables(self) -> Tables:
        return default_tables()

    def marked(self, state: str) -> set[str]:
        return set()

    def tagged(self, tag: str) -> set[str]:
        return set()

    def tags(self) -> list[str]:
        return []

    def story_of(self, identifier: str) -> list[str]:
        raise NotFoundError(f"No brief has the identifier {identifier}.")

    def units(self) -> set[str]:
        return {"jobs"}

    def languages(self) -> set[str]:
        return {"ko"}

    def chosen(self, facet: FacetName, values: tuple[str, ...]) -> Ints:
        return np.empty(0, np.int64)


def test_plurals_that_no_ending_tells_are_found_both_ways(make_index: MakeIndex) -> None:
    _, index, (one, many) = make_index(
        brief("A crisis", "One woman weighed her analysis of the wolf."),
        brief("Old crises", "Most women doubted their analyses of wolves."),
    )
    for text in ("crisis", "crises", "title:crisis", "Women", "woman", "analyses", "wolf", "women weighed OR doubted"):
        assert set(index.search(Request(text)).ids()) == {one, many}
    assert index.search(Request("crises")).ids()[0] == many  # what was written comes first
    assert index.search(Request('"old crisis"')).ids() == []  # quotation marks mean what stands between them
    (first, second) = index.search(Request("woman")).hits
    assert {hit.snippet.text[m.start : m.end] for hit in (first, second) if hit.snippet for m in hit.snippet.marks} == {
        "woman",
        "women",
    }


@pytest.mark.parametrize("example", [e for form in FORMS for e in form.example.split(", ")])
def test_the_examples_of_the_table_are_queries(example: str) -> None:
    class Somebody(Nobody):
        def story_of(self, identifier: str) -> list[str]:
            return [identifier]

    assert parse(example, Somebody()).query is not None
    assert f"`{example}`" in table()


_PIECES = (
    'a talent ( ) " “ AND OR NOT | - + * ~ ? = ~2 ~9 : title: x: date: usd: country: tag: is: has: lang: '
    "> <= [ ] { TO .. 2025-02 1bn 韩国 U.S. & ' 🙂 ^2 / ? ٣"
)
PIECES = st.sampled_from([*_PIECES.split(), " ", "  ", "\n", "\\", "\ud800", "\x00"])


@settings(max_examples=400)
@given(st.one_of(st.text(max_size=60), st.lists(PIECES, max_size=25).map("".join)), st.booleans())
def test_every_text_is_a_query_or_a_clear_message(text: str, partial: bool) -> None:
    try:
        parse(text, Nobody(), partial)
    except QueryError as error:
        assert 0 <= error.start <= error.end <= max(len(text), 1)
        assert str(error).endswith((".", "?"))


@settings(max_examples=100)
@given(st.lists(PIECES, max_size=15).map("".join), st.booleans())
def test_what_parses_can_be_carried_out(shared_index: tuple[Library, Index], text: str, partial: bool) -> None:
    try:
        results = shared_index[1].search(Request(text, partial=partial, facets=("country",)))
    except QueryError:
        return
    assert results.total == len(results.ids()) >= len(results.hits)


def test_a_heap_of_marks_asks_the_library_once(
    shared_index: tuple[Library, Index], monkeypatch: pytest.MonkeyPatch
) -> None:
    library, index = shared_index
    asked: list[str] = []
    ids = library.marks.ids

    def counted(kind: Literal["unread", "read", "starred", "noted"]) -> set[str]:
        asked.append(kind)
        return ids(kind)

    monkeypatch.setattr(library.marks, "ids", counted)
    assert index.search(Request(" ".join(["is:unread"] * 300))).total == index.search(Request("is:unread")).total > 0
    assert asked == ["read", "read"]  # once for each search


def test_a_long_phrase_is_found_whole(make_index: MakeIndex) -> None:
    words = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    _, index, ids = make_index(
        brief("Whole", words),
        brief("In parts", f"{words[:40]} and {words[40:]}"),
        brief("Turned", " ".join(reversed(words.split()))),
        brief("Again and again", "the " * 300),
    )
    assert index.search(Request(f'"{words}"')).ids() == ids[:1]
    assert index.search(Request(f'"{"the " * 200}"')).ids() == ids[3:]
    assert index.search(Request(f'"{"the " * 200} one"')).total == 0


HEAPS = ["(" * 1000, "NOT " * 2500, '"' * 2001, "a:" * 2000, "AND " * 900, ")" * 4000, "(a " * 200, "-" * 4001]


@pytest.mark.parametrize("text", HEAPS, ids=[heap[:4].strip() for heap in HEAPS])
def test_heaps_of_marks_are_refused(text: str) -> None:
    with pytest.raises(QueryError):
        parse(text, Nobody())


@pytest.mark.parametrize("mark", ["[", "~", "-", "a:[", '"a" ', "a~", "漢", "a-", "a.", "(a) ", "*"])
def test_heaps_of_marks_cost_little(mark: str) -> None:
    text = (mark * 4000)[:4000]
    started = process_time()
    for partial in (True, False):
        with suppress(QueryError):
            parse(text, Nobody(), partial)
    assert process_time() - started < 5  # seconds; quadratic costs would be minutes
