"""What is stated as sure is right, and what is guessed is marked as unsure."""

from __future__ import annotations

import pytest

from briefs.extract.language import find_language
from briefs.extract.title import find_title
from briefs.model import Article, Original
from briefs.readers import read
from briefs.tables import default_tables
from briefs.text import fold
from briefs.wording import is_unsure
from tests.briefs.extract.test_quotations import IVO, MARA, quotations
from tests.gold.scoring import GOLD, annotated, brief_of

STORY = [
    "Bluewater Lines said on Friday that it would scrap half of its 24 ferries by the end of next year.",
    "The ferry operator, which carries 3.2 million passengers a year, will close its routes to the islands first.",
    "“We have run out of other options,” chief executive Jan Maro told reporters in Aden on Friday morning.",
]


def test_sure_quotations_have_the_right_speaker() -> None:
    verdicts: list[tuple[bool, bool]] = []  # sure, right
    for _, article, note in annotated(GOLD, GOLD):
        noted = note.get("quotations", [])
        direct = [q for q in brief_of(article, default_tables()).quotations if q.direct] if noted else []
        for said in noted:
            found = next((q for q in direct if fold(q.text).startswith(fold(said["text"]))), None)
            right = found is not None and found.speaker == said["speaker"]
            verdicts.append((found is not None and not is_unsure(found.confidence), right))
    sure = [right for sure, right in verdicts if sure]
    assert len(verdicts) >= 40
    assert sum(sure) >= 0.95 * len(sure)
    assert len(sure) >= 0.9 * len(verdicts)


def test_the_plainer_the_attribution_the_surer_it_is() -> None:
    text = (
        "“The ferry sails,” said Mara Quill, who has run it for years. “It is full to the last seat.” "
        "The quay was wet. “We wait for nobody,” she said."
    )
    named, going_on, referred = (q.confidence for q in quotations(text, MARA))
    assert named > referred > going_on
    assert not is_unsure(going_on)


@pytest.mark.parametrize(
    "text",
    [
        "The quay was full of people. “Nobody told us that the ferry would not sail today.”",
        "It is run to guard the “freedom and the full integrity of the harbour” for ever.",
        "Mara Quill shook her head. “Nobody told us that the ferry would not sail today.” The quay was full.",
    ],
)
def test_who_is_only_guessed_to_have_said_it_is_unsure(text: str) -> None:
    assert [is_unsure(q.confidence) for q in quotations(text, MARA, IVO)] == [True]


def title_of(*lines: str) -> tuple[str | None, bool]:
    (article,) = read(Original("\n\n".join([*lines, *STORY]).encode(), "text/plain"))
    value, ground = find_title(article)
    return value, is_unsure(ground.confidence)


def test_what_only_announces_the_story_is_no_sure_headline() -> None:
    assert title_of("Ferry operator to scrap half its fleet") == ("Ferry operator to scrap half its fleet", False)
    value, unsure = title_of("The operator of the ferries to the northern islands will scrap half of its fleet.")
    assert value is None or unsure
    assert title_of("Shipping / 5 h ago")[0] is None


@pytest.mark.parametrize(
    ("text", "code", "unsure"),
    [
        (" ".join(STORY), "en", False),
        ("Die Fähren zu den Inseln fahren im Sommer nicht mehr, weil der Treibstoff zu teuer ist.", "de", False),
        ("Ja, Fähre.", None, True),
        ("Oslo 24", None, True),
    ],
)
def test_a_few_letters_are_no_sure_language(text: str, code: str | None, unsure: bool) -> None:
    value, ground = find_language(Article(text, ()), text)
    assert is_unsure(ground.confidence) == unsure
    assert code is None or value == code
