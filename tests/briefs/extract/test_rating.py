from __future__ import annotations

import pytest

from briefs.extract.document import Document
from briefs.extract.names import Names
from briefs.extract.quotations import find_quotations
from briefs.extract.summing.candidates import candidates_of
from briefs.extract.summing.rating import rate
from briefs.model import Block

BEFORE = [
    "The mill at Strandby has ground barley for the breweries of the valley since the railway came there.",
    "Its owners have sold the wheels, the weir and the pond behind it to the valley's own bakers.",
]


def score_of(sentence: str) -> float:
    """Return what is said for `sentence` as the last of a story."""
    blocks, place = [], 0
    for paragraph in [*BEFORE, sentence]:
        blocks.append(Block("paragraph", place, place + len(paragraph)))
        place += len(paragraph) + 2
    document = Document(None, "\n\n".join([*BEFORE, sentence]), tuple(blocks))
    candidates = candidates_of(document.body)
    rate(document, Names(), (), find_quotations(document, Names()), candidates)
    return candidates[-1].score


PLAIN = "The bakers keep the weir and grind rye for black bread in a house of grey stone near the pond."


@pytest.mark.parametrize(
    "telling",
    [
        "The bakers will keep the weir and grind rye for black bread in a house of grey stone near the pond.",
        "The bakers keep the weir and grind rye for black bread because the house of grey stone has a pond.",
        "The bakers keep the weir and grind rye for black bread in 12 houses of grey stone near the pond.",
        "The bakers keep the weir and first grind rye for black bread in a house of grey stone near the pond.",
    ],
    ids=["plans", "causes", "numbers", "cues"],
)
def test_what_is_planned_why_and_how_many_speaks_for_a_sentence(telling: str) -> None:
    assert score_of(telling) > score_of(PLAIN) + 0.1


@pytest.mark.parametrize(
    "poor",
    [
        "Do the bakers keep the weir and grind rye for black bread in a house of grey stone near the pond?",
        "They keep the weir and grind rye for black bread in a house of grey stone near the pond.",
        "The bakers keep the weir and grind rye for black bread.",
        "The bakers of black bread by the weir and the house near the pond declined to comment on the grey rye.",
    ],
    ids=["asks", "points back", "short", "no answer"],
)
def test_questions_pronouns_and_silence_speak_against_it(poor: str) -> None:
    assert score_of(poor) < score_of(PLAIN) - 0.1
