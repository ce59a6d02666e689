from __future__ import annotations

import pytest

from briefs.extract.document import Document
from briefs.extract.figures import find_figures
from briefs.extract.names import Names
from briefs.model import Block, Entity, KeyFigure, Mention

_YEAR_ENDED = "in the 12 months ended June 30"
_WOMEN = "Women less likely than men to agree"


def named(text: str, figure: str, names: Names | None = None) -> KeyFigure:
    found = find_figures(Document(None, text, (Block("paragraph", 0, len(text)),)), names or Names())
    return next(f for f in found.key + found.other if f.text == figure)


@pytest.mark.parametrize(
    ("text", "figure", "qualifier"),
    [
        ("It offers up to 5 million yuan.", "5 million yuan", "up to"),
        ("Nearly 40 firms closed.", "40 firms", "nearly"),
        ("More than 78,000 people left.", "78,000 people", "more than"),
        ("It will take at least ten years.", "ten years", "at least"),
        ("About 30% agree.", "30%", "about"),
        ("Some 450 people work there.", "450 people", "about"),
        ("It sold just under 2,000 cars.", "2,000 cars", "just under"),
        ("As many as 300 homes burnt.", "300 homes", "up to"),
        ("It has 2,000-odd branches.", "2,000-odd branches", "about"),
        ("The toll is 40 people or more.", "40 people", "at least"),
        ("Fewer than 12 pupils failed.", "12 pupils", "less than"),
        ("The price will go up to $12.", "$12", None),
        ("It lost $3 million.", "$3 million", None),
    ],
)
def test_qualifiers(text: str, figure: str, qualifier: str | None) -> None:
    assert named(text, figure).qualifier == qualifier


@pytest.mark.parametrize(
    ("text", "figure", "rate"),
    [
        ("It costs $12/month.", "$12", "month"),
        ("A pay of 5 million yuan ($686,000) per year is offered.", "5 million yuan", "year"),
        ("A pay of 5 million yuan ($686,000) per year is offered.", "$686,000", "year"),
        ("It makes 40 tonnes (down from 44) of steel a day.", "40 tonnes", None),
        ("Oil is at $83.40 a barrel.", "$83.40", "barrel"),
        ("The bid was $16.50 per share.", "$16.50", "share"),
        ("It makes 5 tonnes a day.", "5 tonnes", "day"),
        ("She bought them at $25 apiece.", "$25", "each"),
        ("He got an annual salary of $90,000.", "$90,000", "year"),
        ("The jets cost $9 million each a year.", "$9 million", "year"),
        ("The firm earned $4 million a year earlier.", "$4 million", None),
        ("There are two job openings for every qualified candidate.", "two job openings", "qualified candidate"),
        ("Homes will pay £150 more a year.", "£150", "year"),
    ],
)
def test_rates(text: str, figure: str, rate: str | None) -> None:
    assert named(text, figure).rate == rate


@pytest.mark.parametrize(
    ("text", "figure", "direction"),
    [
        ("Sales rose 12 percent.", "12 percent", "up"),
        ("Shares fell to $40.", "$40", "down"),
        ("It plans to cut 1,200 jobs.", "1,200 jobs", "down"),
        ("The drug brings a 40% lower risk.", "40%", "down"),
        ("Output is up 3% on May.", "3%", "up"),
        ("Up to 50,000 people marched.", "50,000 people", None),
        ("More than 300 people came.", "300 people", None),
        ("The start-up raised $5 million.", "$5 million", None),
        ("Sales rose sharply, but a loss of $2 million was booked.", "$2 million", None),
        ("Farms in the north grow 60% of the beans.", "60%", None),
        ("Imports make up 40% of supply.", "40%", None),
        ("It raised $20 million and is now valued at $90 million.", "$90 million", None),
        ("A storm cut the power for 31 hours.", "31 hours", None),
        ("The mill raised Rs 42 crore.", "Rs 42 crore", None),
        ("The deal adds 40 shops to the 300 shops that it has.", "300 shops", None),
        ("The debt is 74% of sales, up from 51%.", "74%", "up"),
        ("The mill cut the price of its oldest and best-known flour from $8 to $7.", "$7", "down"),
        ("The margin narrowed to 3%.", "3%", "down"),
        ("The ferry holds 90 cars and cut the fare.", "90 cars", None),
    ],
)
def test_direction(text: str, figure: str, direction: str | None) -> None:
    assert named(text, figure).direction == direction


@pytest.mark.parametrize(
    ("text", "figure", "period"),
    [
        ("It wants a $150 billion industry by 2030.", "$150 billion", "by 2030"),
        ("In the first 10 months of 2024, the ratio rose to 2.06.", "2.06", "In the first 10 months of 2024"),
        ("Inflation was 2.4 percent in March and 2.8 percent in February.", "2.4 percent", "in March"),
        ("Inflation was 2.4 percent in March and 2.8 percent in February.", "2.8 percent", "in February"),
        ("Exports grew 30% between 2019 and 2023.", "30%", "between 2019 and 2023"),
        ("The mill made $3 million last year.", "$3 million", "last year"),
        ("The mill made $3 million.", "$3 million", None),
        ("Its shares rose 4%, their best day since March.", "4%", None),
        ("It sells 9 million stems, down from 12 million in 2015.", "9 million stems", None),
        ("It sells 9 million stems, down from 12 million in 2015.", "12 million", "in 2015"),
        ("The firm, which left Peru in 2019, still runs 40 shops.", "40 shops", None),
        ("It was founded in 2016 and now runs 54 stations.", "54 stations", None),
        ("The ministry said last week that a $20 billion plan was near.", "$20 billion", None),
        ("Under a pact signed in June it gets 60%.", "60%", None),
        ("Sales rose 3% in the nine weeks to Jan. 4.", "3%", "in the nine weeks to Jan. 4"),
        ("Rents take 19%; five years ago it was 12%.", "12%", "five years ago"),
        ("Profit fell to A$6 million ($4 million) in the 12 months ended June 30.", "A$6 million", _YEAR_ENDED),
        ("It will invest R$2.4 billion (US$465 million) by 2027.", "R$2.4 billion", "by 2027"),
        ("It covered 3,400 farmers between November and March.", "3,400 farmers", "between November and March"),
    ],
)
def test_period(text: str, figure: str, period: str | None) -> None:
    found = named(text, figure).period
    assert (found or "").lower() == (period or "").lower()


@pytest.mark.parametrize(
    ("text", "figure", "measures"),
    [
        ("Revenue rose 12 percent to $4.5 billion.", "12 percent", "Revenue"),
        ("Revenue rose 12 percent to $4.5 billion.", "$4.5 billion", "Revenue"),
        ("The mill reported a net loss of $4 million.", "$4 million", "net loss"),
        ("The mill posted a 9 percent drop in first-quarter profit.", "9 percent", "first-quarter profit"),
        ("The mill's shares rose 9 percent Tuesday.", "9 percent", "mill's shares"),
        ("Flour sales grew by 9 percent to $5 million in the period.", "$5 million", "Flour sales"),
        ("Sales at the Cork, Ohio-based mill rose 9 percent.", "9 percent", "Sales at the Cork, Ohio-based mill"),
        ("Brokers expect sales of flour to reach $4 million by 2030.", "$4 million", "sales of flour"),
        ("It made a profit of $4 million, or 3 cents a share, compared with $9 million.", "$9 million", "profit"),
        ("Some 80 percent agreed, and 20 percent were not sure of it.", "20 percent", "not sure of it"),
        ("About 8% of its workforce will go.", "8%", "workforce"),
        ("The bank raised its key rate by 25 basis points.", "25 basis points", "key rate"),
        ("It hopes for $300 million in synergies.", "$300 million", "synergies"),
        ("It is building a $150 billion AI industry.", "$150 billion", "AI industry"),
        ("The fund bought a 25% stake.", "25%", "stake"),
        ("It posted 10 job openings.", "10 job openings", "job openings posted"),
        ("Pay reaches 5 million yuan ($686,000).", "$686,000", "Pay"),
        ("The index closed 0.7 percent lower at 494 points.", "0.7 percent", "index"),
        (
            "The yield on the bond, the benchmark for all others, rose 8 basis points.",
            "8 basis points",
            "yield on the bond",
        ),
        ("Tea gained 2 percent and then lost 3 percent.", "3 percent", "Tea"),
        ("By the end of 2022 the company had spent $4 million.", "$4 million", "company"),
        ("Freight costs have doubled, adding $9 million to the bill.", "$9 million", "Freight costs"),
        ("It expects profit of between $8 million and $9 million.", "$8 million and $9 million", "profit"),
        ("The shares have lost 90 percent in two years.", "90 percent", "shares"),
        ("At least 160 people fell ill, a club said.", "160 people", "people fell ill"),
        ("An outage affected 900 homes.", "900 homes", "homes affected"),
        ("The town paid 73 percent of the cost, or $4.5 million.", "$4.5 million", "cost"),
        ("We would stop the second plant, which costs $780 million.", "$780 million", "second plant"),
        ("Today it fetches $10.", "$10", "fetches"),
        ("Profit was $4 million, up from $3 million.", "$3 million", "Profit"),
        ("It has a deficit of 374 tonnes in the season, up from 74 tonnes.", "74 tonnes", "deficit"),
        ("The fund sold its oldest mill in the north for $4 million.", "$4 million", "oldest mill in the north"),
        ("The mill plans to invest $4 million.", "$4 million", "plans to invest"),
        ("The mill cut the price of white flour, known as 00, from $8 to $7.", "$8", "price of white flour"),
        ("The shares jumped 11% in late trading.", "11%", "shares"),
        ("He left with bail set at $5 million.", "$5 million", "bail"),
        ("The news sent shares in the mill down as much as 13%.", "13%", "shares in the mill"),
        ("A court heard that $6 million went to a stud farm.", "$6 million", "went to a stud farm"),
        ("The bank said that inflation, at 1.7% in May, would average 1.8%.", "1.7%", "inflation"),
        ("At 4 cents per litre the agreed price is a third lower.", "4 cents", "agreed price"),
        ("Banks gained as the yield on the bond rose 3 basis points.", "3 basis points", "yield on the bond"),
        ("Its debts stand at 74% of its assets.", "74%", "debts"),
        ("It has a rival, Brio, which took $10 million from a fund.", "$10 million", "Brio"),
        ("It has a rival, Brio, which in 2020 took $10 million from a fund.", "$10 million", "Brio"),
        ("The union wanted 8%.", "8%", "union wanted"),
        ("The mill makes 40,000 tonnes (44,000 tons) of steel a year.", "40,000 tonnes", "steel"),
        ("Eight of the top 12 posts with a ratio below 2 are here.", "Eight of the top 12 posts", "posts with a ratio"),
        ("It bought a 300-seat plane.", "300-seat", "plane"),
        ("The 5,000-member union went on strike.", "5,000-member", "union"),
        ("The pact would bring staff costs up 40% in a year.", "40%", "staff costs"),
        ("Both airports had cancellations totaling 34%.", "34%", "cancellations"),
        ("Orbis reported earnings for the three months to the end of May of $4 million.", "$4 million", "earnings"),
        ("Women were 11 percentage points less likely than men to agree.", "11 percentage points", _WOMEN),
        ("The city asked for help, while the supply-demand ratio fell to 0.39.", "0.39", "supply-demand ratio"),
    ],
)
def test_what_it_measures(text: str, figure: str, measures: str | None) -> None:
    assert named(text, figure).measures == measures


def country(code: str, text: str, mention: str) -> Names:
    start = text.index(mention)
    place = Mention("body", start, start + len(mention), mention)
    return Names(countries=(Entity(f"country:{code}", "country", mention, True, code, mentions=(place,)),))


@pytest.mark.parametrize(
    ("text", "figure", "code"),
    [
        ("All prices are in Canadian dollars: a tent is $300.", "$300", "CAD"),
        ("A tent is $300, said a shop that pays US$200 for it and speaks of Australian dollars.", "$300", "AUD"),
        ("A tent is $300.", "$300", "USD"),
        ("It pays in Philippine pesos: 500 pesos a day.", "500 pesos", "PHP"),
        ("The state in Pakistan got 300 Pakistani rupees; Rs 500 is due.", "Rs 500", "PKR"),
        ("Manila was promised P2 billion.", "P2 billion", "PHP"),
        ("The naira fell to N1,450.", "N1,450", "NGN"),
        ("Sterling is strong, and 40 pounds is £40.", "40 pounds", "GBP"),
        ("The calf weighs 40 pounds.", "40 pounds", "lb"),
        ("A maker in Canada earned $4 million, or 84 cents a share.", "84 cents", "USD"),
    ],
)
def test_shared_signs_mean_what_the_article_says(text: str, figure: str, code: str) -> None:
    assert named(text, figure).unit == code


def test_the_main_country_says_whose_dollar_it_is_where_us_dollars_stand_beside() -> None:
    text = "In Singapore a flat costs $900,000, or US$670,000."
    assert named(text, "$900,000", country("SG", text, "Singapore")).unit == "SGD"
    alone = "In Singapore a flat costs $900,000."
    assert named(alone, "$900,000", country("SG", alone, "Singapore")).unit == "USD"


def test_the_main_country_says_whose_crowns_and_pesos_these_are() -> None:
    text = "Norway spent 40 million kroner and 3 million pesos."
    assert named(text, "40 million kroner", country("NO", text, "Norway")).unit == "NOK"
    assert named("Chile spent 3 million pesos.", "3 million pesos", country("CL", "Chile", "Chile")).unit == "CLP"


def test_a_letter_is_no_currency_without_its_country() -> None:
    found = find_figures(Document(None, "The R500 and the P2000 and the N1,450 are cars.", ()), Names())
    assert found.key + found.other == ()


def test_confidence_is_lower_where_the_unit_was_left_out() -> None:
    text = "It has 39,000 nurses; another 5,000 are wanted."
    assert named(text, "5,000").confidence < named(text, "39,000 nurses").confidence
