"""The codec against Whoosh's own: the same hits, scores and phrases, whatever happened to the index before."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from search_index import arrays
from search_index.builds.committing import WhooshIndex, commit
from search_index.builds.files import Contents, Files
from search_index.codec import ArrayCodec
from search_index.postings.pool import ArrayPool
from search_index.postings.runs import merged, merged_terms
from search_index.queries.leaves import Prefix, Similar
from search_index.schema import NAME_FIELDS, document_of, make_schema
from search_index.whoosh_quietly import filestore, query
from tests.search_index.corpus import brief, generated
from tests.search_index.twins import WORDS, Twins, our_hits, whoosh_hits


def texts(most: int) -> st.SearchStrategy[str]:
    return st.lists(st.sampled_from(WORDS), max_size=most).map(" ".join)


def histories(title: int, text: int) -> st.SearchStrategy[list[Any]]:
    """Return what may happen to an index whose titles and texts have at most so many words."""
    events = st.one_of(
        st.tuples(st.just("add"), st.lists(st.tuples(texts(title), texts(text)), min_size=1, max_size=6)),
        st.tuples(st.just("update"), st.tuples(st.integers(0, 30), texts(text))),
        st.tuples(st.just("delete"), st.integers(0, 30)),
        st.tuples(st.just("merge"), st.none()),
    )
    return st.lists(events, min_size=1, max_size=8)


def queries(words: list[str]) -> st.SearchStrategy[Any]:
    fields = st.sampled_from(["text", "title", "company"])
    terms = st.builds(query.Term, fields, st.sampled_from(words))
    phrases = st.builds(
        lambda field, w: query.Phrase(field, w), fields, st.lists(st.sampled_from(words), min_size=2, max_size=3)
    )
    leaves = st.one_of(terms, terms, phrases)
    return st.recursive(
        leaves,
        lambda inner: st.one_of(
            st.lists(inner, min_size=2, max_size=3).map(query.And),
            st.lists(inner, min_size=2, max_size=3).map(query.Or),
        ),
        max_leaves=5,
    )


_TERMS = "ant bee bees cat dog fox u.s us 01ai 01 ai 猫犬 猫 the gnu gnat gnugnat ee z9 nowhere"
TERMS = _TERMS.split()


# Where it merges, Whoosh counts lengths over ten words only as it rounded them; up to ten nothing is rounded.
@settings(max_examples=30)
@given(histories(2, 3), st.data())
def test_whooshs_searcher_finds_the_same_in_both(
    tmp_path_factory: pytest.TempPathFactory, history: list[Any], data: st.DataObject
) -> None:
    twins = Twins(tmp_path_factory.mktemp("twins"))
    twins.merging = "none"  # both merge when they are told, and not otherwise
    for what, value in history:
        number = value[0] if what == "update" else value
        if what not in ("update", "delete") or (twins.living and not twins.alone(twins.nth(number))):
            twins.do((what, value))
    ours, theirs = twins.our_searcher(), twins.their_searcher()
    for wanted in data.draw(st.lists(queries(TERMS), min_size=1, max_size=4)):
        assert whoosh_hits(ours, wanted) == pytest.approx(whoosh_hits(theirs, wanted), rel=1e-6)
        unwanted = query.And([query.Term("text", "the"), query.Not(wanted)])
        assert whoosh_hits(ours, unwanted) == pytest.approx(whoosh_hits(theirs, unwanted), rel=1e-6)


@settings(max_examples=30)
@given(histories(4, 40), st.data())
def test_arrays_find_what_whoosh_finds_among_the_living(
    tmp_path_factory: pytest.TempPathFactory, history: list[Any], data: st.DataObject
) -> None:
    twins = Twins(tmp_path_factory.mktemp("twins"))
    for event in history:
        twins.do(event)
    snapshot = twins.snapshot()  # with all its segments and deletions
    theirs = twins.whooshs_anew()  # for Whoosh counts deleted documents until they are merged away, and we never do
    wanted = data.draw(st.lists(queries(TERMS), min_size=1, max_size=4))
    found = [our_hits(snapshot, q) for q in wanted]
    for q, hits in zip(wanted, found, strict=True):
        assert hits == pytest.approx(whoosh_hits(theirs, q), rel=1e-6)
        with pytest.MonkeyPatch.context() as patched:  # as in a large index, where few are found
            patched.setattr(arrays, "_DENSE", 0)
            assert our_hits(snapshot, q) == pytest.approx(hits, rel=1e-12)
        # Whoosh adds 1 to the score for what is not there, and its AndNot keeps a document too many now and then.
        unwanted = query.And([query.Term("text", "the"), query.Not(q)])
        assert our_hits(snapshot, unwanted).keys() == whoosh_hits(theirs, unwanted).keys()
    twins.do(("merge", None))
    for q, hits in zip(wanted, found, strict=True):
        assert our_hits(twins.snapshot(), q) == pytest.approx(hits, rel=1e-9)


def test_beginnings_and_similar_words_are_whooshs(twins: Twins) -> None:
    chance = random.Random(5)
    for _ in range(4):
        twins.do(
            ("add", [(" ".join(chance.choices(WORDS, k=3)), " ".join(chance.choices(WORDS, k=20))) for _ in range(9)])
        )
    twins.do(("delete", 3))
    theirs = twins.their_searcher()
    snapshot = twins.snapshot()
    for beginning in ("b", "be", "c", "0", "猫", "g", "é", "zz", "u."):
        wanted = query.Prefix("text", beginning)
        assert our_hits(snapshot, Prefix("text", beginning)).keys() == whoosh_hits(theirs, wanted).keys()
    for word, distance in (("bea", 1), ("cet", 1), ("fxo", 2), ("dgo", 1), ("nothing", 2), ("猫人", 1)):
        wanted = query.FuzzyTerm("text", word, maxdist=distance, prefixlength=0)
        similar = our_hits(snapshot, Similar("text", word, distance))
        assert similar.keys() == whoosh_hits(theirs, wanted).keys()
        ours = twins.our_searcher()
        assert whoosh_hits(ours, wanted).keys() == similar.keys()


@settings(max_examples=40)
@given(
    st.lists(st.text("abcé猫", min_size=1, max_size=12), min_size=1, max_size=60),
    st.text("abcé", min_size=1, max_size=7),
)
def test_similar_words_are_those_of_whooshs_automaton(
    tmp_path_factory: pytest.TempPathFactory, terms: list[str], word: str
) -> None:
    twins = Twins(tmp_path_factory.mktemp("twins"))
    for number, some in enumerate((terms[::2], terms[1::2])):  # a segment of each
        commit(twins.files, twins.schema, 1, [], [{"id": number, "revision": 1, "date": 0, "lang": some}], merge="none")
    snapshot = twins.snapshot()
    reader = WhooshIndex(twins.files, twins.schema).reader()
    for distance in (1, 2):
        words = Similar("lang", word, distance).words_of(snapshot)
        assert words == sorted(set(reader.terms_within("lang", word, distance)))


def test_names_have_their_pairs_of_words(twins: Twins) -> None:
    twins.do(("add", [("ant bee", "cat bee bee"), ("bee", "")]))
    twins.do(("add", [("ant bee", "ant")]))
    twins.do(("merge", None))
    (segment,) = twins.snapshot().segments
    pairs = segment.terms("company pairs", b"", None)
    assert pairs == [b"ant\0bee", b"ant\0bee\0", b"bee\0bee", b"bee\0bee\0", b"cat\0bee", b"cat\0bee\0"]
    postings = [segment.postings("company pairs", pair) for pair in pairs[:2]]
    assert [of.docs.tolist() for of in postings] == [[0, 2], [0, 2]]
    assert [of.weights.tolist() for of in postings] == [[1.0, 2.0], [3.0, 1.0]]  # of each of its words
    assert not segment.terms("title pairs", b"", None)
    assert "company pairs" not in twins.our_searcher().reader().indexed_field_names()


def test_a_merge_leaves_nothing_of_a_field_that_only_removed_documents_had(twins: Twins) -> None:
    twins.do(("add", [("ant bee", "ant bee"), ("", "")]))
    twins.do(("delete", 0))
    twins.do(("merge", None))
    snapshot = twins.snapshot()
    assert (snapshot.count, snapshot.segments[0].terms("company", b"", None)) == (1, [])
    assert not our_hits(snapshot, query.Phrase("company", ["ant", "bee"]))


def test_the_best_of_several_scores(twins: Twins) -> None:
    """Whoosh's own takes the score of a document further on where one matcher is ahead of the other."""
    twins.do(("add", [("ant bee", "cat dog cat"), ("bee", "the the fox"), ("", "ant"), ("fox", "fox bee")]))
    snapshot = twins.snapshot()
    parts = [query.Term("text", "ant"), query.Term("title", "bee"), query.Term("text", "fox")]
    alone = [our_hits(snapshot, part) for part in parts]
    best = {doc: max(hits[doc] for hits in alone if doc in hits) for hits in alone for doc in hits}
    assert our_hits(snapshot, query.DisjunctionMax(parts)) == best


def test_what_whoosh_knows_of_terms_is_the_same(twins: Twins) -> None:
    twins.do(("add", [("ant bee", "cat dog cat"), ("bee", "the the fox"), ("", "猫犬 ant")]))
    twins.do(("add", [("cat", "cat " * 300), ("z9", "")]))
    ours, theirs = twins.our_searcher().reader(), twins.their_searcher().reader()
    assert list(ours.all_terms()) == list(theirs.all_terms())
    for field, term in theirs.all_terms():
        one, other = ours.term_info(field, term), theirs.term_info(field, term)
        assert (one.doc_frequency(), one.min_length(), one.max_length()) == (
            other.doc_frequency(),
            other.min_length(),
            other.max_length(),
        )
        assert (one.weight(), one.max_weight()) == pytest.approx((other.weight(), other.max_weight()))
        assert (one.min_id(), one.max_id()) == (other.min_id(), other.max_id())
        assert ours.frequency(field, term) == pytest.approx(theirs.frequency(field, term))
        assert ours.doc_frequency(field, term) == theirs.doc_frequency(field, term)
        first, second = ours.postings(field, term), theirs.postings(field, term)
        assert list(first.all_ids()) == list(second.all_ids())
    for field in ("text", "title"):
        assert ours.field_length(field) == theirs.field_length(field)
        assert [ours.doc_field_length(d, field, 0) for d in range(5)] == [
            theirs.doc_field_length(d, field, 0) or 0 for d in range(5)
        ]


def test_texts_longer_than_sixteen_bits(twins: Twins) -> None:
    twins.do(("add", [("", "fox " + "ant " * 70_000 + "bee"), ("", "fox bee")]))
    twins.do(("add", [("", "bee fox ant bee")]))
    for _ in range(2):
        snapshot = twins.snapshot()
        assert our_hits(snapshot, query.Phrase("text", ["ant", "bee"])).keys() == {1, 3}
        assert our_hits(snapshot, query.Phrase("text", ["fox", "bee"])).keys() == {2}
        postings = snapshot.postings("text", "ant")
        assert postings.weights.tolist() == [70_000.0, 1.0]
        twins.do(("merge", None))


def test_merges_in_small_chunks_are_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from search_index.postings import runs

    chance = random.Random(11)
    history: list[tuple[str, Any]] = [
        *(("add", [(chance.choice(WORDS), " ".join(chance.choices(WORDS, k=12))) for _ in range(7)]) for _ in range(3)),
        *(("delete", 4), ("delete", 9), ("merge", None)),
    ]
    written: list[list[bytes]] = []
    for name, chunk in (("large", 1_000_000), ("small", 3)):
        monkeypatch.setattr(runs, "_CHUNK", chunk)
        twins = Twins(tmp_path / name)
        for event in history:
            twins.do(event)
        folder = tmp_path / name / "ours"
        written.append([path.read_bytes() for path in sorted(folder.glob("MAIN_*.*"), key=lambda p: p.suffix)])
    assert len(written[0]) == 6
    assert written[0] == written[1]


def test_words_gathered_are_those_of_whooshs_loop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    foreign = brief("Motors", "Motors. 猫犬 U.S. 01.AI plants, plants' R&D", language="ko")
    documents = [document_of(one, number) for number, one in enumerate([*generated(30), foreign, brief("", "")])]
    written: list[list[bytes]] = []
    lengths: list[list[int]] = []
    for name in ("gathered", "loop"):
        if name == "loop":
            monkeypatch.delattr("search_index.builds.committing._Writer.add_document")
        files = Files(tmp_path / name)
        files.folder.mkdir()
        files.put(Contents())
        commit(files, make_schema(), 1, (), documents)
        kinds = ("docs", "weights", "ends", "positions", "terms")
        written.append([next(files.folder.glob(f"*.{kind}")).read_bytes() for kind in kinds])
        (segment,) = files.snapshot()[1].segments
        lengths.append([n for field in ("text", *NAME_FIELDS) for n in segment.exact_lengths(field).tolist()])
    assert written[0] == written[1]
    assert lengths[0] == lengths[1]


def test_segments_stay_few(twins: Twins) -> None:
    for number in range(40):
        twins.do(("add", [("ant", f"bee n{number}")]))
    assert len(twins.files.contents().segments) <= 14
    assert our_hits(twins.snapshot(), query.Term("text", "ant")).keys() == set(range(1, 41))
    for number in range(39):
        twins.do(("delete", 0))
        assert our_hits(twins.snapshot(), query.Term("text", "ant")).keys() == set(range(number + 2, 41))
    assert len(twins.files.contents().segments) == 1


def test_small_segments_are_written_anew(tmp_path: Path) -> None:
    files = Files(tmp_path)
    files.put(Contents())
    sizes: list[list[int]] = []
    for number in range(3):
        added = [{"id": 40 * number + n, "revision": 1, "date": 0, "lang": ["en"]} for n in range(40)]
        commit(files, make_schema(), number, (), added)
        sizes.append([segment.documents for segment in files.contents().segments])
    assert sizes == [[40], [80], [80, 40]]


def test_a_pool_takes_whooshs_tuples() -> None:
    pool = ArrayPool()
    pool.add_all(
        [
            ("text", b"b", 1, 2.0, b"\x05\0\0\0\x07\0\0\0"),
            ("text", b"a", 1, 1.0, b"\x01\0\0\0"),
            ("k", b"x", 0, 1.0, None),
        ]
    )
    (run,) = pool.iter_postings().runs("text")
    (chunk,) = merged([run], merged_terms([run]))
    assert run.terms == [b"a", b"b"]
    assert chunk.counts.tolist() == [1, 2]
    assert chunk.positions.tolist() == [1, 5, 7]
    assert pool.fields() == ["k", "text"]


def test_nothing_stored_and_nothing_pickled(twins: Twins) -> None:
    twins.do(("add", [("ant bee", "cat")]))
    for path in twins.files.folder.iterdir():
        if path.is_file():
            assert b"whoosh" not in path.read_bytes()
            assert not path.read_bytes().startswith(b"\x80")


def test_whooshs_writer_refuses_what_is_not_kept(tmp_path: Path) -> None:
    storage = filestore.FileStorage(str(tmp_path))
    segment = ArrayCodec().new_segment(storage, "MAIN")
    writer = ArrayCodec().per_document_writer(storage, segment)
    writer.start_doc(0)
    with pytest.raises(ValueError, match="cannot be stored"):
        writer.add_field("text", None, "a text", 3)
