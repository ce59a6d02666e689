"""Other languages that put spaces between words: names, roles, counts and who said what."""

from __future__ import annotations

import pytest

from briefs.extract.body import Body
from briefs.extract.figures import find_figures
from briefs.extract.names import Names
from briefs.extract.naming.steps import find_names
from briefs.extract.quotations import find_quotations
from briefs.extract.sources import find_sources
from briefs.model import Article, Block
from briefs.tables import default_tables
from tests.briefs.extract.abroad import document, named


@pytest.mark.parametrize(
    ("text", "language", "name", "role"),
    [
        ("Das sagte Vorstandschefin Wiebke Osterloh am Montag.", "de", "Wiebke Osterloh", "Vorstandschefin"),
        ("Analyst Jörn Petzold von der Commerzbank sieht es anders.", "de", "Jörn Petzold", "Analyst"),
        ("O ministro da Pesca, Baltazar Quintela, falou ontem.", "pt", "Baltazar Quintela", "ministro da Pesca"),
        ("« C'est peu », regrette Soizic Le Gall, maire de Plouvan.", "fr", "Soizic Le Gall", "maire de Plouvan"),
        ("Aveva parlato Ivana Corsetti della Fiom.", "it", "Ivana Corsetti", None),
        ("Министр транспорта РФ Глеб Чалый выступил вчера.", "ru", "Глеб Чалый", "Министр транспорта РФ"),
        ("Ulaştırma Bakanı Sevgi Durmaz konuştu.", "tr", "Sevgi Durmaz", "Bakanı"),
        ("Menteri Perikanan Agus Wibawa mengatakan hal itu.", "id", "Agus Wibawa", None),
        ("Menteri Pekerjaan Umum Agus Wibawa datang.", "id", "Agus Wibawa", "Menteri Pekerjaan Umum"),
        ("Minister van Sociale Zaken Lotte Brands kwam.", "nl", "Lotte Brands", "Minister van Sociale Zaken"),
        ("Der SPD-Abgeordnete Quellmann kam.", "de", "Quellmann", "SPD-Abgeordnete"),
        ("Bà Đỗ Thị Mai Lan cho biết như vậy.", "vi", "Đỗ Thị Mai Lan", "Bà"),
    ],
)
def test_people_by_what_stands_around_them(text: str, language: str, name: str, role: str | None) -> None:
    people = named(text, language).people
    assert [p.name for p in people] == [name]
    assert role is None or people[0].role == role


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Die Preise für Schrauben und Muttern sind im Werk Nord gesunken.", "de"),
        ("Las ventas crecieron. Durante Semana Santa abrieron más tiendas.", "es"),
        ("Le ministre de l'Économie et des Finances a réuni la Banque centrale.", "fr"),
        ("Il ministero delle Imprese e del Made in Italy ha deciso.", "it"),
        ("Theo Bộ Giao thông, Trung Quốc mua nhiều hơn.", "vi"),
        ("Prezes Orlenu przyjechał, a szef NATO wyjechał.", "pl"),
        ("Bakan, Deniz Kalkanı Harekatı sürüyor dedi.", "tr"),
    ],
)
def test_what_is_nobody(text: str, language: str) -> None:
    assert not named(text, language).people


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        ("La empresa Calizas Ordunte cerró una planta.", "es", "Calizas Ordunte"),
        ("Верфь «Ладога-Борт» получила заказ.", "ru", "Ладога-Борт"),
        ("Kar etti: Toprakkale Çelik A.Ş., yeni bir hat kuracak.", "tr", "Toprakkale Çelik"),
        ("Batteritillverkaren Tärnvolt AB varslar 40 personer.", "sv", "Tärnvolt"),
    ],
)
def test_firms_by_the_noun_before_them(text: str, language: str, name: str) -> None:
    assert [c.name for c in named(text, language).companies] == [name]


@pytest.mark.parametrize(
    ("text", "language", "codes"),
    [
        ("Die französische Regierung und chinesische Händler einigten sich.", "de", ["CN", "FR"]),
        ("Los fabricantes mexicanos venden en EE.UU. y Alemania.", "es", ["DE", "MX", "US"]),
        ("Российские заводы покупали в КНР.", "ru", ["CN", "RU"]),
        ("Włoski koncern sprzedaje w Polsce.", "pl", ["IT", "PL"]),
        ("I produttori tedeschi vendono caffè alla cinese.", "it", ["CN", "DE"]),
        ("Pinjaman US$ 120 juta itu murah.", "id", []),
    ],
)
def test_countries_by_name_and_adjective(text: str, language: str, codes: list[str]) -> None:
    assert sorted(c.code or "" for c in named(text, language).countries) == codes


@pytest.mark.parametrize(
    ("text", "language", "value", "unit"),
    [
        ("Invertirá 9 mil 800 millones de pesos.", "es", 9.8e9, "MXN"),
        ("Costará mil 500 millones de dólares.", "es", 1.5e9, "USD"),
        ("Investasi Rp 6,2 triliun.", "id", 6.2e12, "IDR"),
        ("Sanayi yüzde 20 büyüdü.", "tr", 20, "percent"),
        ("İhracat 1,3 milyar dolara çıktı.", "tr", 1.3e9, "USD"),
        ("채용 인원은 2천300명이다.", "ko", 2300, "people"),
        ("人口は12万3456人だ。", "ja", 123456, "people"),
        ("新增机器人2600台。", "zh", 2600, "units"),
        ("ลงทุน 18,000 ล้านบาทสร้างโรงงาน", "th", 1.8e10, "THB"),
        ("השקעה של 25 מיליארד דולר.", "he", 2.5e10, "USD"),
        ("Der Umbau kostet 1'962,5 Millionen Franken.", "de", 1.9625e9, "CHF"),
        ("Det giver 180 nye arbejdspladser.", "da", 180, "arbejdspladser"),
        ("Das Werk streicht 6900 Arbeitsplätze.", "de", 6900, "arbeitsplätze"),
        ("Vznikne 420 pracovních míst.", "cs", 420, "míst"),
        ("Kranen koster 310 mia. kr. i Danmark.", "da", 3.1e11, "DKK"),
        ("Le naufrage a fait cinq blessés légers.", "fr", 5, "blessés"),
        ("Der Umbau kostet zwei Millionen Euro.", "de", 2e6, "EUR"),
        ("La riqueza llega a un millón de euros.", "es", 1e6, "EUR"),
        ("Ущерб составил 1 млрд 200 млн рублей.", "ru", 1.2e9, "RUB"),
        ("بلغت الكلفة مليارين و50 مليون دولار.", "ar", 2.05e9, "USD"),
        ("Un sismo de 6,3 grados de magnitud sacudió la costa.", "es", 6.3, "magnitude"),
        ("마포에서 규모 4.9의 지진이 났다.", "ko", 4.9, "magnitude"),
    ],
)
def test_figures_in_local_writing(text: str, language: str, value: float, unit: str) -> None:
    doc = document(text, language)
    found = find_figures(doc, find_names(doc, default_tables(), ()))
    assert [(f.value, f.unit) for f in found.key] == [(value, unit)]


@pytest.mark.parametrize(
    ("text", "language"),
    [("Im Jahr 2024 Stellen zu finden, war schwer.", "de"), ("第3个月和15个小时。", "zh"), ("20대와 3개월.", "ko")],
)
def test_what_counts_nothing(text: str, language: str) -> None:
    assert not find_figures(document(text, language), Names()).key


@pytest.mark.parametrize(
    ("text", "language", "speaker"),
    [
        ("„Das hält kein Betrieb durch“, sagte Geschäftsführerin Wiebke Osterloh.", "de", "Wiebke Osterloh"),
        ("«Это крупнейший заказ за двадцать лет», – заявил директор Глеб Чалый.", "ru", "Глеб Чалый"),
        ("”Vi har inget annat val just nu”, säger vd Nils Ekvall.", "sv", "Nils Ekvall"),
        ('"Produksi kami naik tahun ini," kata Direktur Utama Bambang Hartono.', "id", "Bambang Hartono"),
        ("„Nie zamykamy tej fabryki” – podkreśliła prezes Iwona Kalisz.", "pl", "Iwona Kalisz"),
        ("Llegó la ministra Luisa Paz. «No habrá más trenes este año», dijo la ministra.", "es", "Luisa Paz"),
        ("Habló Luisa Paz. «Con Ana Gil no habrá más trenes», aseguró.", "es", "Luisa Paz"),
        ("Le maire Jean Hue, qui rentrait mardi, a évoqué « une nuit sans aucun train ».", "fr", "Jean Hue"),
        ('"Non ci sono altri treni", dice al Tg8 il sindaco Ugo Merli.', "it", "Ugo Merli"),
    ],
)
def test_who_is_quoted(text: str, language: str, speaker: str) -> None:
    doc = document(text, language)
    quotations = find_quotations(doc, find_names(doc, default_tables(), ()))
    assert [q.speaker for q in quotations if q.direct] == [speaker]


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        ("Gestern gab das Amtsgericht Wellau die Fähre frei.", "de", "Amtsgericht Wellau"),
        ("A Secretaria Municipal da Pesca comprou barcos.", "pt", "Secretaria Municipal da Pesca"),
        ("Las olas las midió el Instituto Costero.", "es", "Instituto Costero"),
    ],
)
def test_bodies_by_what_their_names_begin_with(text: str, language: str, name: str) -> None:
    assert [o.name for o in named(text, language).organisations] == [name]


def test_a_term_of_prison_is_a_figure_in_words_too() -> None:
    found = find_figures(document("Das Gericht gab ihm drei Jahre Haft.", "de"), Names())
    assert [(f.value, f.unit) for f in found.key] == [(3, "years")]


@pytest.mark.parametrize(
    ("text", "language", "ends"),
    [
        ("Il est tombé entre 40 et 60 mm de pluie.", "fr", (40, 60)),
        ("Bantuan Rp 20 juta hingga Rp 35 juta.", "id", (2e7, 3.5e7)),
        ("上涨5%至7%。", "zh", (5, 7)),
    ],
)
def test_ranges_in_local_writing(text: str, language: str, ends: tuple[float, float]) -> None:
    figures = find_figures(document(text, language), Names())
    assert [f.value for f in (*figures.key, *figures.other)] == [ends]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Un diputado y una maestra llegaron a la una.", "es"),  # articles are no numbers
        ("Die Bühne ist zwei Jahre alt.", "de"),
        ("Sanık yüzde yüz haklı olduğunu söyledi.", "tr"),
        ("La flotte sortira par vent de force 7.", "fr"),  # no earthquake
    ],
)
def test_words_that_are_no_figures(text: str, language: str) -> None:
    assert not find_figures(document(text, language), Names()).key


@pytest.mark.parametrize(
    ("text", "language", "codes"),
    [
        ("Der Bundestag berät am Freitag in München.", "de", ["DE"]),
        ("札幌と仙台で雨が続いた。", "ja", ["JP"]),
        ("Корреспонденты ждали в Казани.", "ru", ["RU"]),
    ],
)
def test_towns_and_parliaments_say_whose_story_it_is(text: str, language: str, codes: list[str]) -> None:
    assert [c.code for c in named(text, language).countries] == codes


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        ("es", "Un portavoz de la alcaldía dijo que hubo 3 heridos.", ["portavoz de la alcaldía"]),
        (
            "es",
            "“No había luz”, contó una vecina. Según fuentes oficiales, el muro cayó.",
            ["vecina", "fuentes oficiales"],
        ),
        ("fr", "Le ministère de la Pêche a annoncé 40 cas dans le nord.", ["ministère de la Pêche"]),
        ("fr", "« Je n'ai rien vu », raconte un habitant. Le pont est fermé.", ["habitant"]),
        ("fr", "Le port est vide, selon le secrétaire général du Sapt, Dr Yaya Cissokho.", ["Yaya Cissokho"]),
        ("fr", "Le pont est fermé, a fait savoir jeudi matin la protection civile.", ["protection civile"]),
        ("fr", "Le pont est fermé, a précisé l'institut. Il est vieux.", ["institut"]),
        ("es", "De acuerdo con la ley, hay un plazo de 30 días.", []),
        ("pt", "Moradores relataram que não havia luz no norte.", ["Moradores"]),
        ("de", "Ein Sprecher des Hafenamts sagte am Montag, der Kai sei zu.", ["Sprecher des Hafenamts"]),
        ("ar", "وأكدت وزارة الزراعة في بيان أن الجسر مغلق.", ["وزارة الزراعة"]),
        ("ar", "وأضاف مصدر أمني أن الحادث وقع ليلا.", ["مصدر أمني"]),
    ],
)
def test_officials_and_bodies_without_a_name_are_sources(language: str, text: str, wanted: list[str]) -> None:
    blocks = (Block("paragraph", 0, len(text)),)
    body, names = Body(text, blocks, (), ()), named(text, language)
    sources = find_sources(document(text, language), Article(text, blocks), body, names, default_tables())
    assert [s.name for s in sources] == wanted
