from __future__ import annotations

import pytest

from briefs.extract.language import find_language
from briefs.model import Article, Candidate, Evidence

EMPTY = Article("", ())


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The harbour authority will raise its fees from July on, as it said on Friday.", "en"),
        ("Die Hafenbehörde erhöht ihre Gebühren von Juli an um acht Prozent.", "de"),
        ("L’autorité portuaire relèvera ses tarifs à partir du mois de juillet.", "fr"),
        ("港务局周五表示，自七月起将费用上调百分之八，这是两年来第三次上调。", "zh"),
        ("항만 당국은 7월부터 요금을 8퍼센트 인상한다고 금요일 밝혔다.", "ko"),
        ("Портовые власти повысят сборы с июля на восемь процентов.", "ru"),
        ("Pelabuhan menaikkan tarif karena biaya bertambah, kata juru bicara, dan uang itu untuk dermaga.", "id"),
        ("Pelabuhan menaikkan tarif kerana kos bertambah, katanya, dan wang itu untuk jeti baharu.", "ms"),
    ],
)
def test_the_text_tells_its_language(text: str, code: str) -> None:
    found, ground = find_language(EMPTY, text)
    assert found == code
    assert ground.confidence > 0.5


@pytest.mark.parametrize("text", ["", "   ", "12 34", "…"])
def test_where_nothing_tells_nothing_is_claimed(text: str) -> None:
    assert find_language(EMPTY, text)[0] is None


def test_a_few_words_are_unsure_and_a_declaration_decides() -> None:
    assert find_language(EMPTY, "Port shut today")[1].confidence < 0.5
    declared = Candidate("language", "de-AT", "html:lang", Evidence("metadata", 11, 16, "de-AT"))
    article = Article("", (), metadata="html:lang: de-AT", candidates=(declared,))
    found, ground = find_language(article, "Hafen zu")
    assert found == "de"
    assert ground.evidence == (declared.evidence,)


def test_a_wrong_declaration_does_not_outweigh_the_text() -> None:
    declared = Candidate("language", "de", "html:lang", Evidence("metadata", 0, 2, "de"))
    article = Article("", (), metadata="de", candidates=(declared,))
    assert (
        find_language(article, "The harbour authority will raise its fees from July on, it said on Friday.")[0] == "en"
    )
