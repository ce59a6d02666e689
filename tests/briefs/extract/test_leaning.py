from __future__ import annotations

import pytest

from briefs.extract.leaning import joins, leans


@pytest.mark.parametrize(
    ("sentence", "leaning", "joining"),
    [
        ("The yard refused.", False, False),
        ("But the yard refused.", True, True),
        ("Meanwhile, the yard refused.", True, True),
        ("But it refused.", True, False),
        ("It refused.", True, False),
        ("“He refused,” she said.", True, False),
        ("As a result the yard refused.", True, False),
        ("The yard, however, refused.", True, False),
        ("", False, False),
        ("– 12 –", False, False),
    ],
)
def test_what_a_sentence_leans_on(sentence: str, leaning: bool, joining: bool) -> None:
    assert (leans(sentence), joins(sentence)) == (leaning, joining)
