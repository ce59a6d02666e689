from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefs.extract.document import Document
from briefs.extract.gist import gist_of
from briefs.extract.names import Names
from briefs.extract.quotations import find_quotations
from briefs.extract.summary import summarise
from briefs.model import Block, BlockKind, Entity, KeyFigure

LEAD = "The island council has voted to replace the ferry Saltmere with two electric boats by 2031."
PARAGRAPHS = [
    LEAD,
    "The boats will cost 48 million crowns, a third of which the state pays for.",
    "“We have waited a very long time for this day to come,” said the harbour master, Jon Vik.",
    "However, he said that he did not know who would sail them.",
    "Saltmere has carried 210,000 passengers a year since it came to the island in 1984.",
    "Will anybody miss the old ferry and its smoke?",
    "The yard at Brandvik, which built the first electric boat of the coast, employs 140 people.",
    "It was founded by two brothers.",
    "Fishermen on the southern shore fear that the new pier will close the best ground for cod.",
    "The council of the island is to choose a yard for the two electric boats before the summer.",
    "Tickets will stay at 60 crowns until the boats arrive, the transport office said.",
    "The state wants all ferries on the coast to be electric by 2035, five years later than it planned.",
]


def document(paragraphs: list[str], title: str | None = None, kinds: dict[int, BlockKind] | None = None) -> Document:
    blocks = []
    place = 0
    for number, paragraph in enumerate(paragraphs):
        blocks.append(Block((kinds or {}).get(number, "paragraph"), place, place + len(paragraph)))
        place += len(paragraph) + 2
    return Document(title, "\n\n".join(paragraphs), tuple(blocks))


def chosen(doc: Document, figures: tuple[KeyFigure, ...] = (), names: Names | None = None) -> list[str]:
    names = names or Names()
    return [s.text for s in summarise(doc, names, figures, find_quotations(doc, names))]


def figure(doc: Document, text: str) -> KeyFigure:
    start = doc.body.text.index(text)
    sentence = doc.body.sentence_at(start)
    evidence = doc.body.evidence(start, start + len(text))
    return KeyFigure(text, 1.0, "crowns", evidence, doc.body.text[sentence.start : sentence.end], sentence.start)


def test_sentences_are_verbatim_in_order_and_point_to_their_place() -> None:
    doc = document(PARAGRAPHS)
    summary = summarise(doc, Names(), (), ())
    starts = [s.evidence.start for s in summary]
    assert starts == sorted(starts)
    assert all(doc.body.text[s.evidence.start : s.evidence.end] == s.text for s in summary)
    assert all(s.reasons for s in summary)
    assert summary[0].text == LEAD
    assert "opens the article" in summary[0].reasons


@pytest.mark.parametrize(("times", "least", "most"), [(1, 5, 6), (3, 7, 7)])
def test_three_to_seven_sentences_by_length(times: int, least: int, most: int) -> None:
    paragraphs = [
        p.replace("ferry", f"ferry{n}").replace("boats", f"boats{n}") for n in range(times) for p in PARAGRAPHS
    ]
    assert least <= len(chosen(document(paragraphs))) <= most


def test_a_short_article_is_not_padded() -> None:
    assert chosen(document([LEAD])) == [LEAD]
    assert chosen(document([LEAD, PARAGRAPHS[1]])) == [LEAD, PARAGRAPHS[1]]


def test_no_questions_and_no_sentences_that_lean_on_another() -> None:
    summary = chosen(document(PARAGRAPHS))
    assert not any(s.endswith("?") or s.startswith(("However", "It ")) for s in summary)


def test_who_did_not_answer_is_no_news() -> None:
    silence = "The yard at Brandvik and the council did not immediately respond to requests for comment on the ferry."
    assert silence not in chosen(document([LEAD, silence, *PARAGRAPHS[1:]]))


def test_a_short_sentence_counts_in_full_where_it_gives_a_key_figure() -> None:
    short = "The electric ferry boats will carry 75 cars."
    doc = document([*PARAGRAPHS[:3], short, *PARAGRAPHS[3:]])
    assert short not in chosen(doc)
    assert short in chosen(doc, (figure(doc, "75 cars"),))


def test_a_sentence_that_is_nothing_but_quoted_gives_way_to_one_that_says_who_speaks() -> None:
    choice = "The council must choose between two piers of the southern shore for the boats, and it has no money for"
    doc = document([*PARAGRAPHS[:2], f"“{choice} either.”", PARAGRAPHS[4], PARAGRAPHS[5]])
    assert f"“{choice} either.”" not in chosen(doc)
    doc = document([*PARAGRAPHS[:2], f"{choice} either, Jon Vik said.", PARAGRAPHS[4], PARAGRAPHS[5]])
    assert f"{choice} either, Jon Vik said." in chosen(doc)


def test_of_two_sentences_without_a_figure_the_one_that_tells_more_is_chosen() -> None:
    short = "The old ferry Saltmere then leaves the island."
    long = "The old ferry Saltmere then leaves the island for a yard on the coast that cuts up ferries for their steel."
    assert short not in chosen(document([*PARAGRAPHS[:4], short, *PARAGRAPHS[4:8]]))
    assert long in chosen(document([*PARAGRAPHS[:4], long, *PARAGRAPHS[4:8]]))


def test_each_section_is_heard_before_one_is_heard_twice() -> None:
    council = PARAGRAPHS[:-1]
    state = "The state has yet to say who is to pay for what the old piers on the mainland need, and when."
    assert state not in chosen(document([*council, state]))
    doc = document(["The vote", *council, "The state", state], kinds={0: "heading", len(council) + 1: "heading"})
    assert state in chosen(doc)


def test_a_near_repeat_is_left_out() -> None:
    again = "The island council voted to replace the ferry Saltmere with two electric boats, it was announced."
    assert again not in chosen(document([LEAD, again, *PARAGRAPHS[1:]]))


def test_key_figures_speak_for_their_sentence_and_are_its_reason() -> None:
    doc = document(PARAGRAPHS)
    figures = (figure(doc, "210,000 passengers"), figure(doc, "since it came to the island in 1984"))
    plain = [s.text for s in summarise(doc, Names(), (), ())]
    (sentence,) = [s for s in summarise(doc, Names(), figures, ()) if "210,000" in s.text]
    assert "key figure: 210,000 passengers" in sentence.reasons
    assert sentence.text not in plain


def test_a_main_entity_speaks_for_the_sentence_that_brings_it_in() -> None:
    doc = document(PARAGRAPHS)
    start = doc.body.text.index("Brandvik")
    yard = Entity("company:brandvik", "company", "Brandvik", True, mentions=(doc.body.mention(start, start + 8),))
    summary = summarise(doc, Names(companies=(yard,)), (), ())
    (sentence,) = [s for s in summary if "Brandvik" in s.text]
    assert "speaks of Brandvik" in sentence.reasons


def test_headings_captions_and_tables_are_no_summary() -> None:
    heading = "The island council replaces the old ferry Saltmere with electric boats"
    caption = "The ferry Saltmere leaves the island with the council on board, in a picture of last year."
    doc = document([heading, caption, *PARAGRAPHS], kinds={0: "heading", 1: "caption"})
    assert not {heading, caption} & set(chosen(doc))


def test_a_sentence_that_refers_to_an_address_is_no_summary() -> None:
    address = "The island council tells all about the two electric boats at https://council.example/boats."
    assert not any("://" in sentence for sentence in chosen(document([address, *PARAGRAPHS])))


def test_list_items_stand_in_where_there_are_no_paragraphs() -> None:
    doc = document(PARAGRAPHS[:5], kinds=dict.fromkeys(range(5), "list"))
    assert LEAD in chosen(doc)


def test_a_sentence_without_end_is_cut_word_for_word() -> None:
    doc = document(["ferry boats sail along the island coast and " * 2000])
    (sentence,) = summarise(doc, Names(), (), ())
    assert len(sentence.text.split()) <= 60
    assert doc.body.text.startswith(sentence.text)


def test_a_sentence_is_shown_without_dateline_and_half_a_pair_of_marks() -> None:
    opened = "“The ferry has carried generations of islanders to school and to work. We owe it a farewell,” he said."
    doc = document(["LEITH, May 3 (Harbour Wire) — " + LEAD, opened])
    texts = chosen(doc)
    assert LEAD in texts
    assert "The ferry has carried generations of islanders to school and to work." in texts


def test_text_in_chinese_is_summarised() -> None:
    first = "岛屿议会决定用两艘电动船取代旧渡轮。"
    text = first + "新船耗资四千八百万克朗，国家承担三分之一。旧渡轮每年运送二十一万名乘客。"
    assert first in chosen(document([text]))


def test_without_text_there_is_no_summary() -> None:
    doc = Document(None, "", ())
    assert summarise(doc, Names(), (), ()) == ()
    assert gist_of(doc, ()) == ""


@given(st.lists(st.text(max_size=80) | st.sampled_from(PARAGRAPHS), max_size=12))
def test_arbitrary_text_gives_true_evidence_and_the_same_twice(paragraphs: list[str]) -> None:
    doc = document([p.replace("\n", " ") for p in paragraphs], title="The ferry")
    made = [summarise(doc, Names(), (), find_quotations(doc, Names())) for _ in range(2)]
    assert made[0] == made[1]
    assert all(doc.body.text[s.evidence.start : s.evidence.end] == s.text for s in made[0])
    assert len(made[0]) <= 7
    assert len(gist_of(doc, made[0])) <= 140


def test_news_told_in_points_is_summed_up_and_headwords_are_not() -> None:
    points = [
        "The council of the northern island has ordered two ferries that run on batteries for 40 million crowns.",
        "The old ferry goes to a museum on the mainland, where pupils of the school of navigation will look after it.",
    ]
    doc = document(
        [*points, "Ferries, boats and piers", *PARAGRAPHS[4:9]], kinds=dict.fromkeys(range(3), "list"), title="Ferries"
    )
    summary = chosen(doc)
    assert set(points) <= set(summary)
    assert "Ferries, boats and piers" not in summary


def test_a_long_sentence_of_the_lead_is_chosen_whole() -> None:
    long = (
        "The island council, which has put off the question since the winter storm that tore the old pier at Saltmere "
        "from its piles, decided on Tuesday with seven votes against four, after a debate that lasted until midnight "
        "and that was heard by more people than the hall can hold, to replace the ferry with two electric boats, to be "
        "built at Brandvik for 48 million crowns by 2031."
    )
    assert 60 < len(long.split()) < 75
    assert long in chosen(document([long, *PARAGRAPHS[1:]]))


def test_who_has_not_been_heard_goes_before_who_has() -> None:
    said = [
        "Jon Vik, the harbour master, said that the new piers at Saltmere must be twice as long as the old ones.",
        "Jon Vik said that the sheds behind the piers at Saltmere must be moved to make room for the cables.",
        "Mona Hauge, a fisherman from the south, said that the noise of the works drives the cod from the bay.",
    ]
    doc = document([LEAD, *said, *PARAGRAPHS[4:8]])
    people = tuple(
        Entity(f"person:{name}", "person", name, True, mentions=tuple(doc.body.mention(m, m + len(name)) for m in at))
        for name in ("Jon Vik", "Mona Hauge")
        if (at := [m for m in range(len(doc.body.text)) if doc.body.text.startswith(name, m)])
    )
    summary = summarise(doc, (names := Names(people=people)), (), find_quotations(doc, names))
    texts = [s.text for s in summary]
    assert said[0] in texts
    assert said[2] in texts
    assert "tells what Mona Hauge said" in summary[texts.index(said[2])].reasons
