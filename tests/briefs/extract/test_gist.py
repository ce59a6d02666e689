from __future__ import annotations

import pytest

from briefs.extract.document import Document
from briefs.extract.gist import gist_of
from briefs.model import Block, SummarySentence

LEAD = "The island council has voted to replace the ferry Saltmere with two electric boats by 2031."


def gist(*sentences: str, language: str | None = "en", reasons: tuple[str, ...] = ("close to the title",)) -> str:
    text = " ".join(sentences)
    doc = Document(None, text, (Block("paragraph", 0, len(text)),), language)
    places = [text.index(s) for s in sentences]
    found = [doc.body.evidence(place, place + len(s)) for place, s in zip(places, sentences, strict=True)]
    return gist_of(doc, tuple(SummarySentence(e.text, e, reasons) for e in found))


def test_it_is_the_first_sentence_without_its_dateline() -> None:
    assert gist("LEITH, May 3 (Harbour Wire) — " + LEAD, "It rained.") == LEAD


def test_without_a_summary_it_is_the_beginning_of_the_body() -> None:
    assert gist_of(Document(None, LEAD, (Block("paragraph", 0, len(LEAD)),)), ()) == LEAD


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (LEAD, LEAD),
        # what stands elsewhere goes: brackets, who says so, the day of the week
        ("The ferry Saltmere (built in the town of Leith in 1984) will be replaced by two boats that run on batteries"
         " and are twice as quiet as the old one.",
         "The ferry Saltmere will be replaced by two boats that run on batteries and are twice as quiet as the old"
         " one."),
        ("The council of the island will replace its old ferry Saltmere with two boats that run on batteries and are"
         " built in Norway, two officials with knowledge of the plan said on Monday.",
         "The council of the island will replace its old ferry Saltmere with two boats that run on batteries and are"
         " built in Norway."),
        ("The council of Leith agreed late on Tuesday evening to replace the old ferry Saltmere with two electric boats"
         " from a yard on the coast of Norway.",
         "The council of Leith agreed to replace the old ferry Saltmere with two electric boats from a yard on the"
         " coast of Norway."),
        # then what is said in passing
        ("The council, which met for nine hours on the longest day of the year in the old fish hall, "
         "will replace the ferry, and nobody was against it in the end.",
         "The council will replace the ferry, and nobody was against it in the end."),
        ("The worst storm in the history of Leith, which killed at least 85 sheep and broke almost 1,900 windows on the"
         " quay, was over by noon of the next day.",
         "The worst storm in the history of Leith was over by noon of the next day."),
        # then an opening that is not yet the sentence
        ("In addition to a new pier for the cod boats of the northern shore, in Leith, the island council has voted to"
         " replace the ferry Saltmere by 2031.",
         "The island council has voted to replace the ferry Saltmere by 2031."),
        # what is still too long is cut where a clause ends
        ("LEITH – 3 May 2024 – The council will replace the ferry that has carried islanders to school and to work"
         " since 1984 after the state agreed to pay a third of the price of two boats.",
         "The council will replace the ferry that has carried islanders to school and to work since 1984…"),
        # or where it is said who says so
        ("The island will replace the ferry that has carried its children to school since 1984, the mayor of Leith said"
         " on Friday, as she opened the new pier for the cod boats of the north.",
         "The island will replace the ferry that has carried its children to school since 1984…"),
        # or before a phrase, with no word left hanging
        ("The transport office of the western islands has ordered two electric ferries and a charging tower largely"
         " from the yards of the northern coast of the mainland this winter.",
         "The transport office of the western islands has ordered two electric ferries and a charging tower…"),
        # but not before what was said has its verb
        ("Saltmere Ferries said the purchase and refitting of boats from the yards of the northern coast of the island"
         " had been delayed by storms for months.",
         "Saltmere Ferries said the purchase and refitting of boats from the yards of the northern coast of the island"
         " had been delayed…"),
        ("ferry " * 40, ("ferry " * 23).strip() + "…"),
        ("f" * 300, "f" * 139 + "…"),
    ],
)  # fmt: skip
def test_it_is_a_line_that_is_whole(sentence: str, expected: str) -> None:
    found = gist(sentence.strip())
    assert found == expected
    assert len(found) <= 140


def test_it_does_not_lean_on_a_sentence_before() -> None:
    leaning = "Courts, however, have declared most of the old ferries on the island legal in a ruling."
    assert gist(leaning, LEAD) == LEAD


def test_a_sentence_that_only_opens_the_article_gives_way_to_one_that_tells() -> None:
    colour = "Everybody on the quay has an opinion about the weather."
    body = f"{colour} {LEAD}"
    doc = Document(None, body, (Block("paragraph", 0, len(body)),))
    first, second = doc.body.evidence(0, len(colour)), doc.body.evidence(len(colour) + 1, len(body))
    summary = (
        SummarySentence(first.text, first, ("opens the article",)),
        SummarySentence(second.text, second, ("speaks of Saltmere",)),
    )
    assert gist_of(doc, summary) == LEAD


def test_a_number_is_not_cut_in_two() -> None:
    sentence = "x" * 100 + " the ferry had carried more than some 210,000,000,000,000 passengers to the island"
    assert "210" not in gist(sentence)


def test_another_language_is_cut_at_a_comma() -> None:
    sentence = (
        "Der Rat der Insel ersetzt die alte Fähre Saltmere bis zum Jahr 2031 durch zwei neue Boote mit Batterien, weil "
        "der Staat ein Drittel der Kosten übernimmt."
    )
    expected = (
        "Der Rat der Insel ersetzt die alte Fähre Saltmere bis zum Jahr 2031 durch zwei neue Boote mit Batterien…"
    )
    assert gist(sentence, language="de") == expected
