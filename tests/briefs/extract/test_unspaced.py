"""Scripts without capitals: people by the roles beside them, firms by their local names, and who said what."""

from __future__ import annotations

import pytest

from briefs.extract.naming import people_abroad
from briefs.extract.naming.steps import find_names
from briefs.extract.quotations import find_quotations
from briefs.extract.saying.attribution import attributed
from briefs.tables import default_tables
from briefs.tables.tongues import tongue
from tests.briefs.extract.abroad import document, named


@pytest.mark.parametrize(
    ("text", "language", "name", "role"),
    [
        ("同社の西村健吾副社長は会見した。", "ja", "西村健吾", "副社長"),
        ("会見には汐見隆司市長も出た。", "ja", "汐見隆司", "市長"),
        ("米国のレオ・ハートマン州知事は反対した。", "ja", "レオ・ハートマン", "知事"),
        ("公司董事长陈立群表示，工厂将投产。", "zh", "陈立群", "董事长"),
        ("經濟部長許文彬說，投資很大。", "zh", "許文彬", "部長"),
        ("首席执行官阿尔文·莫里斯出席。", "zh", "阿尔文·莫里斯", "首席执行官"),
        ("이재훈 한빛전자 부사장은 참석했다.", "ko", "이재훈", "한빛전자 부사장"),
        ("وقال وزير الطاقة سامي الغامدي إن الإنتاج سيبدأ.", "ar", "سامي الغامدي", "وزير الطاقة"),
        ("ההחלטה קשה, אמרה שרת הכלכלה נועה שטרן.", "he", "נועה שטרן", "שרת הכלכלה"),
        ("उद्योग मंत्री हर्षद पारेख ने यह बताया।", "hi", "हर्षद पारेख", "मंत्री"),
        ("اعلن الدكتور رزين المرجاني ان العمل بدأ.", "ar", "رزين المرجاني", "الدكتور"),
        ("高橋総理大臣は会見した。", "ja", "高橋", "総理大臣"),
        ("जलमंत्री किशोर पाटील बोले।", "hi", "किशोर पाटील", "जलमंत्री"),
        ("会見した藤井はるか島根県知事は笑った。", "ja", "藤井はるか", "知事"),
        ("นายธนากร วิริยะ กล่าวว่าดี", "th", "ธนากร วิริยะ", "นาย"),
    ],
)
def test_people_by_their_roles(text: str, language: str, name: str, role: str) -> None:
    people = named(text, language).people
    assert [(p.name, p.role) for p in people] == [(name, role)]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("北海道知事と代表取締役社長が会見した。", "ja"),
        ("経済産業省の副大臣も同席した。", "ja"),
        ("全国人大常委会副委员长说明了情况。", "zh"),
        ("이번 회장 선거와 전문가 위원이 논의했다.", "ko"),
        ("현대차 사장은 오지 않았다.", "ko"),
        ("قال وزير الطاقة إن الأسعار سترتفع.", "ar"),
        ("मंत्री ने कहा कि काम होगा।", "hi"),
    ],
)
def test_what_is_nobody(text: str, language: str) -> None:
    assert not named(text, language).people


@pytest.mark.parametrize(
    ("text", "language", "key"),
    [
        ("トヨタ自動車は工場を建てる。", "ja", "company:toyota"),
        ("宁德时代将建厂。", "zh", "company:catl"),
        ("삼성전자가 투자한다.", "ko", "company:samsung"),
        ("وستبني أرامكو السعودية مصنعا.", "ar", "company:saudi-aramco"),
        ("टाटा मोटर्स ने कहा।", "hi", "company:tata-motors"),
        ("Кредит даст Сбербанк.", "ru", "company:sberbank"),
    ],
)
def test_firms_of_the_table_by_their_local_names(text: str, language: str, key: str) -> None:
    companies = named(text, language).companies
    assert [c.key for c in companies] == [key]
    assert companies[0].name.isascii()  # one name for one firm, whatever the article's script


def test_a_firm_is_no_part_of_a_longer_word() -> None:
    assert not named("アップルパイを焼く。", "ja").companies
    assert not named("中国银行业增长。", "zh").companies


def test_a_bank_of_a_country_is_no_mention_of_it() -> None:
    assert not named("中国银行表示。", "zh").countries


def test_a_surname_later_on_is_the_same_person() -> None:
    people = named("社の西村健吾社長は語った。西村氏は急ぐ。", "ja").people
    assert [(p.name, len(p.mentions)) for p in people] == [("西村健吾", 2)]


@pytest.mark.parametrize(
    ("text", "language", "voices"),
    [
        ("西村健吾社長は「国内生産を急ぐ」と述べた。", "ja", ["西村健吾"]),
        ("青葉総研によると、需要は増えた。", "ja", ["青葉総研"]),
        ("公司董事长陈立群表示：“工厂将投产。”", "zh", ["陈立群"]),
        ("据国家统计局数据，产量增长。", "zh", ["国家统计局"]),
        ('이재훈 한빛전자 부사장은 "양산에 들어갈 것"이라고 말했다.', "ko", ["이재훈"]),
        ("산업통상자원부에 따르면 수출이 늘었다.", "ko", ["산업통상자원부"]),
        ("بحسب وكالة الطاقة الدولية.", "ar", ["وكالة الطاقة الدولية"]),
        ("삼성전자는 공장을 짓기로 했다.", "ko", []),
        ('이재훈 시장은 왔다. 이 시장은 "곧 시작한다"고 말했다.', "ko", ["이재훈"]),
        ('이재훈 시장은 왔다. 그는 "곧 시작한다"고 밝혔다.', "ko", ["이재훈"]),
        ("西村健吾知事は視察した。知事は「道を直す」と述べた。", "ja", ["西村健吾"]),
        ("青葉町に西村健吾知事が来た。「道を直す」と強調した。", "ja", ["西村健吾"]),
        ('قال سامي الغامدي إن العمل بدأ. وأضاف: "سننتهي غدا".', "ar", ["سامي الغامدي", "سامي الغامدي"]),
        ('وفق ما ذكرت صحيفة "الميناء" أمس.', "ar", ["الميناء"]),
    ],
)
def test_who_says_so(text: str, language: str, voices: list[str]) -> None:
    doc = document(text, language)
    found = attributed(doc, find_names(doc, default_tables(), ()))
    assert [a.voice.name for a in found.attributions] == voices


def test_a_quotation_of_two_sentences_has_one_speaker() -> None:
    text = "西村健吾社長は「用地を残している。将来は研究所も設けたい」と話した。"
    doc = document(text, "ja")
    assert len(doc.body.sentences) == 1
    quotations = find_quotations(doc, find_names(doc, default_tables(), ()))
    assert [(q.text, q.speaker) for q in quotations] == [("用地を残している。将来は研究所も設けたい", "西村健吾")]


def test_roles_without_end_cost_their_length() -> None:
    text = "मंत्री " * 20_000
    assert not list(people_abroad.hindi(text, tongue("hi")))
