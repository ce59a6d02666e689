from __future__ import annotations

import pytest

from briefs.extract.document import Document
from briefs.extract.figures import MOST_KEY, Figures, find_figures
from briefs.extract.names import Names
from briefs.model import Block, Entity, KeyFigure, Mention

Value = float | tuple[float, float]


def document(text: str, language: str | None = "en", title: str | None = None) -> Document:
    blocks = []
    start = 0
    for paragraph in text.split("\n\n"):
        blocks.append(Block("paragraph", start, start + len(paragraph)))
        start += len(paragraph) + 2
    return Document(title, text, tuple(blocks), language)


def figures(text: str, language: str | None = "en", title: str | None = None) -> Figures:
    return find_figures(document(text, language, title), Names())


def everything(text: str, language: str | None = "en") -> list[KeyFigure]:
    found = figures(text, language)
    return sorted(found.key + found.other, key=lambda f: f.evidence.start)


def read(text: str, language: str | None = "en") -> list[tuple[Value, str]]:
    return [(f.value, f.unit) for f in everything(text, language)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It paid $4.5 billion for the mine.", [(4.5e9, "USD")]),
        ("Shares rose to HK$41.25 in Hong Kong.", [(41.25, "HKD")]),
        ("A loss of US$1.2bn was booked.", [(1.2e9, "USD")]),
        ("It raised C$40M and A$12 million.", [(4e7, "CAD"), (1.2e7, "AUD")]),
        ("The grant is worth S$2.5 million or NT$60 million.", [(2.5e6, "SGD"), (6e7, "TWD")]),
        ("Fees of RM20 million and N$85 million fell due.", [(2e7, "MYR"), (8.5e7, "NAD")]),
        ("The treasury in South Africa found R1.5 trillion.", [(1.5e12, "ZAR")]),
        ("Rs 5,000 crore went to roads and ₹7.5 lakh to schools.", [(5e10, "INR"), (7.5e5, "INR")]),
        ("The firm won 500 billion won of orders.", [(5e11, "KRW")]),
        ("The bond is for ₩300 billion, ₦2bn, €3m, £4m and ¥5bn.",
         [(3e11, "KRW"), (2e9, "NGN"), (3e6, "EUR"), (4e6, "GBP"), (5e9, "JPY")]),
        ("The bank set aside CHF 300m and SEK 2.5 billion.", [(3e8, "CHF"), (2.5e9, "SEK")]),
        ("Salaries reach 5 million yuan ($686,000).", [(5e6, "CNY"), (686000.0, "USD")]),
        ("Coffee is 75 cents and tea 80 pence.", [(0.75, "USD"), (0.8, "GBP")]),
        ("Maize fell 2-1/4 cents to $4.18-1/2 a bushel.", [(0.0225, "USD"), (4.185, "USD")]),
        ("Eggs cost $3.20 a dozen.", [(3.2, "USD")]),
        ("The floor for pay is 11.40 pounds an hour.", [(11.4, "GBP")]),
        ("A sub-Rs 9,000 handset sells best.", [(9000, "INR")]),
        ("It lent Tk 700 crore and RM2.4bil.", [(7e9, "BDT"), (2.4e9, "MYR")]),
        ("Women earn 94p for every £1 that men do.", [(0.94, "GBP")]),
        ("Pay is up by seven cents to $18.10.", [(0.07, "USD"), (18.1, "USD")]),
        ("The dam cost half a million dollars.", [(5e5, "USD")]),
        ("The fund holds 40 million naira and 3 million rand.", [(4e7, "NGN"), (3e6, "ZAR")]),
        ("It is a $500-million-a-year trade.", [(5e8, "USD")]),
        ("A .35 cent rise makes it $.75.", [(0.0035, "USD"), (0.75, "USD")]),
        ("It cost A$310 million and pays 7 cents a share.", [(3.1e8, "AUD"), (0.07, "AUD")]),
        ("It cost US$3 million, or C$4 million, and pays 7 cents.", [(3e6, "USD"), (4e6, "CAD"), (0.07, "USD")]),
        ("It raised $5 m and owes Rs 3 m; the fence is 34 m long.", [(5e6, "USD"), (3e6, "INR"), (34, "m")]),
        ("The offer is $5 million Canadian.", [(5e6, "CAD")]),
        ("In Germany crude eased 76 cents to $82.04 a barrel.", [(0.76, "USD"), (82.04, "USD")]),
        ("It made 4.1 million pounds; a share costs less than two pounds.", [(4.1e6, "GBP"), (2.0, "GBP")]),
        ("It expects 88 million pounds. Last year it made 101.7 million.", [(8.8e7, "GBP"), (1.017e8, "GBP")]),
    ],
)  # fmt: skip
def test_money(text: str, expected: list[tuple[Value, str]]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Prices rose 3.2%.", [(3.2, "percent")]),
        ("Prices rose .4 percent.", [(0.4, "percent")]),
        ("Prices rose 3.2 percent, or 3.2 per cent.", [(3.2, "percent"), (3.2, "percent")]),
        ("Unemployment stood at 5.1 pc; 3 PC games sold well.", [(5.1, "percent"), (3, "PC games")]),
        ("The price index jumped by two percent to 9.4 percent.", [(2, "percent"), (9.4, "percent")]),
        ("Sales are expected to rise by 5% to 7%.", [((5, 7), "percent")]),
        ("The aim is growth of three-to-five percent.", [((3, 5), "percent")]),
        ("The jobless rate was 5.2 percent in Lima and 4.1 in Cusco.", [(5.2, "percent"), (4.1, "percent")]),
        ("The rate is now at 4-1/4 to 4-1/2 percent.", [((4.25, 4.5), "percent")]),
        ("The rate went up 25 basis points and then 10 bps.", [(25, "basis points"), (10, "basis points")]),
        ("Turnout was 3.4 percentage points lower.", [(3.4, "percentage points")]),
        ("The rate is 6.1%, a 0.3-point rise.", [(6.1, "percent"), (0.3, "percentage points")]),
        ("It was cut by a quarter of a percentage point.", [(0.25, "percentage points")]),
        ("A 0.3-point drop in the unemployment rate helped.", [(0.3, "percentage points")]),
        ("The index of shares, the Nikkei 225, closed at 38,460.08.", [(38460.08, "points")]),
        ("The Sensex lost 1,046 points.", [(1046, "points")]),
        ("Growth of -2.5% is feared.", [(-2.5, "percent")]),
        ("The tax goes from 15 to 18 per cent.", [(15, "percent"), (18, "percent")]),
        ("Cuts of 5, 10 and 15 percent are planned.", [(5, "percent"), (10, "percent"), (15, "percent")]),
    ],
)
def test_percent_and_points(text: str, expected: list[tuple[Value, str]]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nearly half of the firms agreed.", [(50, "percent")]),
        ("It holds a quarter of the market.", [(25, "percent")]),
        ("It has met its target for five quarters.", [(5, "quarters")]),
        ("Three-quarters of pupils passed.", [(75, "percent")]),
        ("Exports fell by a third.", [(33.3333, "percent")]),
        ("About one third of the reserves is gold.", [(33.3333, "percent")]),
        ("Two-thirds of adults vote.", [(66.6667, "percent")]),
        ("One in five adults smokes.", [(20, "percent")]),
        ("Eight out of ten firms write their own software.", [(80, "percent")]),
        ("Nine in 10 parents approve.", [(90, "percent")]),
        ("3/4 of the land is dry.", [(75, "percent")]),
        ("The plant makes twice as many cars.", [(2, "times")]),
        ("It costs four times as much as planned.", [(4, "times")]),
        ("Orders saw a 15-fold increase.", [(15, "times")]),
        ("Orders saw a fivefold increase; the reasons are threefold.", [(5, "times")]),
        ("The song was streamed 1.4bn times, and he sang it three times.", [(1.4e9, "times")]),
        ("One in six firms hires and two-thirds of banks do not.", [(16.6667, "percent"), (66.6667, "percent")]),
        ("The roof is two thirds finished.", [(66.6667, "percent")]),
        ("The firm has 2.5x leverage.", [(2.5, "times")]),
        ("The supply-demand ratio of 0.39 is low.", [(0.39, "ratio")]),
        ("Buyers outnumber sellers by 3-to-1.", [(3, "ratio")]),
        ("The coefficient of drag is down to 0.24.", [(0.24, "coefficient")]),
        ("It won a 10-for-1 stock split.", [(10, "ratio")]),
        ("The death rate is 9.8 per 100,000 people.", [(9.8, "per 100,000 people")]),
    ],
)
def test_shares_multiples_and_ratios(text: str, expected: list[tuple[Value, str]]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Sales grew in the first half of the year.",
        "The second half was dull, and the third quarter was worse.",
        "He is a third man, and a quarter later he left.",
        "They talked for half an hour about half a century.",
        "His half-brother ran the half marathon.",
        "They met three times, arguing over a third term.",
        "It doubled down on the plan.",
    ],
)
def test_what_only_looks_like_a_share(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Growth of 8-20% is expected.", [((8, 20), "percent")]),
        ("Sales should grow between 8 and 20 percent.", [((8, 20), "percent")]),
        ("It expects $2.1 billion to $2.3 billion in sales.", [((2.1e9, 2.3e9), "USD")]),
        ("A fund of $5-7 million is planned.", [((5e6, 7e6), "USD")]),
        ("Between 5 and 7 million people are hungry.", [((5e6, 7e6), "people")]),
        ("Ratios range from 1.77 to 2.04 there.", [((1.77, 2.04), "ratio")]),
        ("A ratio of 1.77 to 2.04 is normal.", [((1.77, 2.04), "ratio")]),
        ("The ratio climbed from 1.77 to 2.04.", [(1.77, "ratio"), (2.04, "ratio")]),
        ("Prices rose from $5 to $8 a share.", [(5, "USD"), (8, "USD")]),
        ("Prices range from $5 to $8 a share.", [((5, 8), "USD")]),
        ("About 60-70 people came.", [((60, 70), "people")]),
        ("Summers are 2 to 3 degrees Celsius warmer.", [((2, 3), "°C")]),
        ("Leaf sold at $3.90-$3.12 per kg.", [((3.12, 3.90), "USD")]),
    ],
)
def test_ranges_are_pairs_and_changes_are_two_figures(text: str, expected: list[tuple[Value, str]]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It has posted 10 job openings.", [(10, "job openings")]),
        ("The ferry carried 167 passengers.", [(167, "passengers")]),
        ("Power failed in 18 northern and central California counties.",
         [(18, "California counties")]),
        ("The rebels hold 2,000-odd troops.", [(2000, "troops")]),
        ("Six of the top 10 positions are new.", [(6, "positions")]),
        ("The party won 45 of 120 seats.", [(45, "seats")]),
        ("China has 39,000 researchers compared to more than 78,000 abroad.",
         [(39000, "researchers"), (78000, "researchers")]),
        ("The number of people without power fell to 660,000.", [(660000, "people")]),
        ("The firm recalled 34 m vehicles.", [(3.4e7, "vehicles")]),
        ("The blast killed 12 and injured 30 others.", [(12, "people"), (30, "people")]),
        ("The death toll from the fire in the old port climbed to 85, the mayor said.", [(85, "people")]),
        ("The number of storm-related deaths has soared to ninety-one since Friday.", [(91, "people")]),
        ("Officials said 17 had died.", [(17, "people")]),
        ("A crowd of 30,000 sang.", [(30000, "people")]),
        ("5m copies were sold, with 12K posts.", [(5e6, "copies"), (12000, "posts")]),
        ("Sales of the van came to 2.31m.", [(2310000, "count")]),
        ("It made £9m and has 1.4m - a record.", [(9e6, "GBP"), (1.4e6, "count")]),
        ("Eleven of the injured were flown out; nineteen aboard were not hurt.", [(11, "people"), (19, "people")]),
        ("They build 180 flats, of which 45 are for rent.", [(180, "flats"), (45, "flats")]),
        ("The number of thefts went from 90 to 1,310.", [(90, "thefts"), (1310, "thefts")]),
        ("The cluster has 25,000 GPUs.", [(25000, "GPUs")]),
        ("They employ 12,000 and 8,500 people.", [(12000, "people"), (8500, "people")]),
        ("On Monday 12 officers were suspended.", [(12, "officers")]),
    ],
)  # fmt: skip
def test_counts(text: str, expected: list[tuple[Value, str]]) -> None:
    found = read(text)
    assert [value for value, _ in found] == [value for value, _ in expected]
    assert [unit for _, unit in found] == [unit for _, unit in expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A plant of 500 MW makes 4.2 TWh.", [(500, "MW"), (4.2, "TWh")]),
        ("The 2,000-MW plant and the 737-MAX are late.", [(2000, "MW")]),
        ("It mined 1.2 million tonnes.", [(1.2e6, "t")]),
        ("It mined 4.5 million tonnes (mt), between 18 mt and 20 mt a year.", [(4.5e6, "t"), ((1.8e7, 2e7), "t")]),
        ("The state bought 25,000 MT of rice; 3.2Mt are in store.", [(25000, "t"), (3.2e6, "t")]),
        ("The field yields 40mmcfd of gas.", [(4e7, "cubic feet per day")]),
        ("Output is 300,000 barrels per day.", [(300000, "barrels per day")]),
        ("It lies 20km south.", [(20, "km")]),
        ("The pit gave 1.2moz of gold, the old one 85koz.", [(1.2e6, "oz"), (85000, "oz")]),
        ("The mast is 61 m high and cost £3m; a 4m wall is near.", [(61, "m"), (3e6, "GBP"), (4, "m")]),
        ("She is 5ft 8in tall and weighs 61kg.", [(61, "kg")]),
        ("Deaths fell from 9.2 to 6.4 per 100,000 in a year.", [(9.2, "per 100,000"), (6.4, "per 100,000")]),
        ("Cases rose from 3.1 per 1,000 to 4.6 per 1,000.", [(3.1, "per 1,000"), (4.6, "per 1,000")]),
        ("It was 47.5°C in the shade.", [(47.5, "°C")]),
        ("The hall covers 2,000 square feet.", [(2000, "square feet")]),
        ("A 15.6-inch screen and a 5,000mAh battery.", [(15.6, "inches"), (5000, "mAh")]),
        ("Winds reached 55 mph (88.5 kph).", [(55, "mph"), (88.5, "km/h")]),
        ("A 6.4-magnitude quake struck.", [(6.4, "magnitude")]),
        ("It reaches 60 mph in 5.0 seconds.", [(60, "mph"), (5.0, "seconds")]),
        ("He was jailed for five years.", [(5, "years")]),
        ("The trunk weighs 200 pounds.", [(200, "lb")]),
        ("It makes 52,000 tonnes, up from 44,500 last year.", [(52000.0, "t"), (44500.0, "t")]),
        ("They slept just over 14 minutes less, a quarter less than men.", [(14.0, "minutes"), (25.0, "percent")]),
        ("It widened the gap between the two to 145 basis points.", [(145.0, "basis points")]),
    ],
)
def test_physical_units_and_durations(text: str, expected: list[tuple[Value, str]]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The law was passed in 1964 and amended on May 5, 2008.",
        "She left on 12 March 2024 at 07:38, not at 8 a.m. or 17:00 GMT.",
        "John Doe, 45, and a 14-year-old boy, aged 14, were there.",
        "The Boeing 787 jets and the A350 compete with the 737 MAX 8.",
        "The iPhone 15 follows the Galaxy S24; GPT-4o and Llama 3 are models.",
        "Savers put money in a 401(k), not in a 10-K.",
        "They won 3-1 and lost 112-108; the ruling was 6-3.",
        "Visit 10 Downing Street or 1600 Pennsylvania Avenue.",
        "Call +1 (415) 555-0132 or 555-0199.",
        "See https://example.org/2024/05/12345, doi:10.1000/182 and ISBN 978-3-16-148410-0.",
        "COVID-19 was on the agenda of the G20 and the G7.",
        "Version 2.1.3 follows version 2.",
        "Article 5, Section 230, Chapter 11 and Title 42 apply.",
        "This is what they said [4], and others agreed [12, 13].",
        "It was the 12th time, in the 1990s, and the 21st century.",
        "One of them said one thing, and no one knew.",
        "Dozens came, then hundreds of thousands, paying millions of dollars.",
        "It is number 3 on the list, on page 12.",
        "The S&P 500 and the FTSE 100 were closed; so was the Fortune 500.",
        "FY2020-22 and the 2019/20 season were poor, as was Q2.",
        "1. Buy the ticket.\n2) Ride the train.",
        "He earns six figures.",
        "The F-16 and the SU-35 flew over Interstate 95.",
        "A 50-50 venture; they split it 60/40.",
        "Reports spoke of 911 calls.",
        "The class of 2024 graduates met in May, with 2016 voters and 2023 protesters.",
        "Five things to know, ten tips and 7 reasons to stay.",
        "The 9/11 attacks changed how 24/7 services work.",
        "Photo 2 of 5 shows the Catch-22 play.",
    ],
)
def test_what_is_no_figure(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("de", "Der Umsatz stieg um 3,5 Prozent auf 1.234,5 Millionen Euro.", [(3.5, "percent"), (1.2345e9, "EUR")]),
        ("fr", "Elle a versé 2 milliards de dollars et 3,5 % à l'État.", [(2e9, "USD"), (3.5, "percent")]),
        ("es", "Costará 1.500 millones de euros.", [(1.5e9, "EUR")]),
        ("pt", "A empresa investiu R$ 3,5 bilhões.", [(3.5e9, "BRL")]),
        ("ru", "Прибыль составила 250 млн долларов.", [(2.5e8, "USD")]),
        ("zh", "公司营收达到1.2万亿元,增长15.3%。", [(1.2e12, "CNY"), (15.3, "percent")]),
        ("ja", "純利益は3500億円で12%増だった。", [(3.5e11, "JPY"), (12, "percent")]),
        ("ko", "영업이익은 500억원이다.", [(5e10, "KRW")]),
        ("ar", "ارتفع الإنتاج بنسبة ٣٫٥٪ إلى 50 مليون دولار.", [(3.5, "percent"), (5e7, "USD")]),
        ("hi", "सरकार ने 1,20,000 करोड़ रुपये दिए।", [(1.2e12, "INR")]),
        ("tr", "Şirket %12,5 büyüdü.", [(12.5, "percent")]),
        ("sv", "Det kostade 1 250 miljoner kronor.", [(1.25e9, "SEK")]),
    ],
)
def test_other_languages(language: str, text: str, expected: list[tuple[Value, str]]) -> None:
    found = read(text, language)
    assert [unit for _, unit in found] == [unit for _, unit in expected]
    assert [value for value, _ in found] == pytest.approx([value for value, _ in expected])


def test_evidence_and_sentence_point_into_their_part() -> None:
    text = "A dull start.\n\nThe mill cut 1,200 jobs, or 8% of its staff. It lost $4 million."
    doc = document(text, title="Mill cuts 1,200 jobs")
    found = find_figures(doc, Names())
    assert len(found.key) == 3
    for figure in found.key + found.other:
        assert figure.evidence.part == "body"
        assert text[figure.evidence.start : figure.evidence.end] == figure.text == figure.evidence.text
        end = figure.sentence_start + len(figure.sentence)
        assert text[figure.sentence_start : end] == figure.sentence
        assert figure.sentence_start <= figure.evidence.start < figure.evidence.end <= end


def test_a_figure_only_in_the_title_points_into_the_title() -> None:
    found = figures("The mill in the valley closes.", title="Mill closes with loss of $4 million")
    (figure,) = found.key
    assert (figure.evidence.part, figure.text, figure.value) == ("title", "$4 million", 4e6)


def test_the_figure_of_the_title_comes_first_and_stands_in_the_body() -> None:
    text = "Rain fell on 30 towns. A fund gave $2 million. The mill lost $3.98 million in a year."
    found = figures(text, title="Mill loses $4 million")
    assert found.key[0].text == "$3.98 million"
    assert all(figure.evidence.part == "body" for figure in found.key)


def test_a_repeated_figure_is_key_once_with_its_first_place() -> None:
    text = "The mill lost $4 million.\n\nIts owners said that the mill lost $4 million."
    found = figures(text)
    assert [figure.evidence.start for figure in found.key] == [text.index("$4")]
    assert [figure.evidence.start for figure in found.other] == [text.rindex("$4")]


def test_the_same_figure_with_two_meanings_stays_two() -> None:
    found = figures("Some 31% of job seekers use the tool. In the north, 31% of employers forbid it.")
    assert [(figure.value, figure.measures) for figure in found.key] == [
        (31, "job seekers use the tool"),
        (31, "employers forbid it"),
    ]


def test_where_too_many_pass_prices_give_way_to_sums() -> None:
    prices = " ".join(f"Item {chr(65 + n)} costs ${n + 2}.50 at the shop." for n in range(16))
    found = figures(f"{prices}\n\nThe chain paid $4 billion for them all.")
    assert "$4 billion" in {f.text for f in found.key}


def test_at_most_fifteen_key_figures_and_the_rest_kept_apart() -> None:
    text = " ".join(f"Town {chr(65 + n)} spent ${n + 3} million on roads." for n in range(20))
    found = figures(text)
    assert len(found.key) == MOST_KEY
    assert len(found.other) == 5
    assert [f.evidence.start for f in found.other] == sorted(f.evidence.start for f in found.other)


def test_small_and_definite_counts_are_no_key_figures() -> None:
    found = figures("The two leaders shook hands. Profit was $4 million. These three men left.")
    assert [figure.text for figure in found.key] == ["$4 million"]
    assert [figure.text for figure in found.other] == ["two leaders", "three men"]


def test_how_sure_a_result_is_is_no_key_figure() -> None:
    found = figures("The pill cut strokes by 31% (95% CI, 20-40) among 5,200 patients.")
    assert [f.value for f in found.key] == [31.0, 5200.0]


def test_superlatives_and_opening_hours_are_no_key_figures() -> None:
    found = figures("The 10 biggest banks are open 24 hours a day. They hold $4 billion.")
    assert [figure.text for figure in found.key] == ["$4 billion"]


def test_a_sentence_in_prison_is_news_and_a_date_told_otherwise_is_not() -> None:
    found = figures("He was sentenced to seven years. They met two years ago, in the last three months.")
    assert [figure.text for figure in found.key] == ["seven years"]
    assert [f.text for f in figures("It was the worst flood in 30 years.").key] == ["30 years"]
    assert [f.text for f in figures("She hid for nine years after the trial.").key] == ["nine years"]
    assert figures("She fled nine years after the trial.").key == ()


def test_names_of_the_sentence_raise_a_figure() -> None:
    text = "The shop spent $5 million there. The mill of Acme spent $4 million."
    mention = Mention("body", text.index("Acme"), text.index("Acme") + 4, "Acme")
    acme = Names(companies=(Entity("company:acme", "company", "Acme", mentions=(mention, mention, mention)),))
    assert [f.text for f in find_figures(document(text), Names()).key] == ["$5 million", "$4 million"]
    assert [f.text for f in find_figures(document(text), acme).key] == ["$4 million", "$5 million"]


def test_a_conversion_of_a_length_is_kept_apart() -> None:
    found = figures("The wall is 5 inches (127 millimeters) thick.")
    assert [figure.unit for figure in found.key] == ["inches"]
    assert [figure.unit for figure in found.other] == ["mm"]


def test_no_text_gives_no_figures() -> None:
    assert figures("") == Figures()


def test_how_many_of_them_and_how_many_floors_a_house_has() -> None:
    found = figures("The chain counted 100 weak shops, and 63 of them are to close. It sits in a five-storey building.")
    assert [(f.text, f.value) for f in found.key] == [("63 of them", 63.0), ("100 weak shops", 100.0)]
    assert [f.unit for f in found.other] == ["storeys"]
