"""Companies and people whom no table knows: found by what firms and people are called, do and are said to be."""

from __future__ import annotations

import pytest

from briefs.extract.document import Document
from briefs.extract.names import Names
from briefs.extract.naming.steps import find_names
from briefs.model import Block
from briefs.tables import default_tables


def names(text: str) -> Names:
    block = Block("paragraph", 0, len(text))
    return find_names(Document(None, text, (block,), "en"), default_tables().without_companies(), ())


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Zorva shares rose after the maker of pumps raised its forecast.", {"Zorva"}),
        ("Zorva raised $12 million in a round led by Brell Capital.", {"Zorva", "Brell Capital"}),
        ("Kochi-based TintoRey raised $2.4 million from Harbeck Ventures.", {"TintoRey", "Harbeck Ventures"}),
        ("EN Polymar raised $10 million as part of a programme.", {"EN Polymar"}),
        ("Existing investors Zorva and BELLAN took part in the round.", {"Zorva", "BELLAN"}),
        ("Oil services firms Zorva, Bellan Hughes and Kestrin won the bids.", {"Zorva", "Bellan Hughes", "Kestrin"}),
        ("Petrogan, the Chilean unit of Spain's Zorva, holds 20%.", {"Petrogan", "Zorva"}),
        ("Zorva ZRV.OL said on Monday it had won a contract.", {"Zorva"}),
        ("A day later Zorva (ZRV.L) opened a shop.", {"Zorva"}),
        ("The defence group Zorva Gruppen has won an order from the German navy.", {"Zorva Gruppen"}),
        ("Lessor Avelar has been named as the customer for 12 jets.", {"Avelar"}),
        ("The company signed a letter of intent with Embrado for 15 jets.", {"Embrado"}),
        ("Swedish carrier Gylden Air flies on behalf of SKS subsidiary Bluo1.", {"Gylden Air", "SKS", "Bluo1"}),
        ("GOKANG-LED Ravinson Land Corp. (RLC) kept its rating, and RLC said so.", {"Ravinson Land"}),
        ("The family-run grocer Mahoney's closed after 63 years.", {"Mahoney's"}),
        ("Private equity firm Calder Bridge is in talks to buy it.", {"Calder Bridge"}),
        ("Brot A Menger raised its prices by 9% in March.", {"Brot A Menger"}),
        ("Zorva unveiled the Tarka, an electric car, in Paris.", {"Zorva"}),
        ("QuellaBio received a letter from the regulator on Monday.", {"QuellaBio"}),
        ("Ravinson Hotels and Resorts is its largest division.", {"Ravinson Hotels and Resorts"}),
        ("The law firm Clifton Chase advised the bank.", {"Clifton Chase"}),
        ("The app was made after it was advised by Harrow Pell.", {"Harrow Pell"}),
        ("It competes with Zorva, Bellan and Kestrin in Europe.", {"Zorva", "Bellan", "Kestrin"}),
        ("Retail chains including Zorva, Bellan and Kestrin shrank.", {"Zorva", "Bellan", "Kestrin"}),
        ("The acquisition of Bellan by Zorva was cleared.", {"Bellan", "Zorva"}),
        ("Zorva will merge with Bellan, they said.", {"Bellan", "Zorva"}),
        ("A joint venture between Zorva and Bellan will build it.", {"Bellan", "Zorva"}),
        ("Zorva did not respond to a request for comment.", {"Zorva"}),
        ("One of the country's largest seafood companies, Zorva was under scrutiny.", {"Zorva"}),
        ("Old plans: the former Zorva executive wept. Zorva chief executives come and go.", {"Zorva"}),
        ("Zorva XV is not the only firm to have done it.", {"Zorva XV"}),
        ("Bellan led a $1 billion round in the maker of pumps.", {"Bellan"}),
        (
            "Ada Zorva International, the jewellery chain, sells rings. Shares in Ada Zorva rose 4%.",
            {"Ada Zorva International"},
        ),
        ("Patients took AV-101, a drug by Kestrin Bank.", {"Kestrin Bank"}),
        ("Zorva Motor will recall the Bellan EV. Some Kestra EV models burnt.", {"Zorva Motor"}),
        ("Zorva's Alta copper mine was shut by a strike.", {"Zorva"}),
        (
            "Deals include companies such as Zorva, BellanPower and Norway's Kestrin.",
            {"Zorva", "BellanPower", "Kestrin"},
        ),
        ("Dr Zorva Bellan Group is a maker of drinks.", {"Dr Zorva Bellan Group"}),
        ("Labour groups including Zorva Union No. 1 went to Kestrin Bank.", {"Kestrin Bank"}),
        ("Kestrin Bank lends for the Zorva Bank offshore wind farm.", {"Kestrin Bank"}),
        ("Kestrin Bank fell on the Bellan Stock Exchange.", {"Kestrin Bank"}),
        ("It bought New York City-based Zorva for $3 billion.", {"Zorva"}),
        ("The train is built by Swiss Zorvaler Rail in a new hall.", {"Zorvaler Rail"}),
        ("On Monday Golden Harls’ share price burst out of a slumber.", {"Golden Harls"}),
        ("Two are in question: Heinz Vettler, a big manufacturer of furniture, is one.", {"Heinz Vettler"}),
        ("The high-tech firm German Tonic filed for insolvency.", {"German Tonic"}),
        ("In Batam, Marco Polo Marine has announced a contract.", {"Marco Polo Marine"}),
        (
            "Zorva has been in a disagreement with NorthVale Energy since April, Zorva said.",
            {"Zorva", "NorthVale Energy"},
        ),
        ("Talks with Pellworth Program Management, a subcontractor for it, failed.", {"Pellworth Program Management"}),
        ("It signed an agreement with U.S.-based Zorvatus, to use its boats.", {"Zorvatus"}),
        ("They have an arrangement with Quellbank to pay growers at once.", {"Quellbank"}),
        ("Greenholt Wind L.L.C. will be paid by the megawatt-hour.", {"Greenholt Wind"}),
        ("Sat Electronics sold 4 million radios in a year.", {"Sat Electronics"}),
        ("Shares of Zorvis Oncology Inc. (ZRVS) rose. Trust in ZRVS shares grew.", {"Zorvis Oncology"}),
        (
            "They made a pact with a new US firm, Zorvent LNG, to buy gas. Zorvent LNG has no plant yet.",
            {"Zorvent LNG"},
        ),
        ("Developer National Quellplan Group collapsed in April.", {"National Quellplan Group"}),
        ("Police were called to a Zorva store on Monday. The Zorva store had shut.", {"Zorva"}),
        ("A partner in Lee Zor Industrial which made toys for them left.", {"Lee Zor Industrial"}),
        ("Zorvis Drugs Pvt Ltd makes pills, with brands such as Coralex and Bellorin.", {"Zorvis Drugs"}),
        (
            "Zorva shares fell after the firm warned of losses. Zorva's profit will shrink. "
            "It blamed claims at its Zorva Marine Insurance business.",
            {"Zorva", "Zorva Marine Insurance"},
        ),
        ("Top gainers were Zorva Bank, Bellan Finance and Power Grid.", {"Zorva Bank", "Bellan Finance", "Power Grid"}),
        (
            "The Veltan National Textile and Garment Group (Veltatex) exports more, Veltatex said.",
            {"Veltan National Textile and Garment Group"},
        ),
    ],
)
def test_a_company_is_known_by_what_firms_do(sentence: str, expected: set[str]) -> None:
    found = names(sentence)
    assert {e.name for e in found.companies} == expected
    assert not found.people


@pytest.mark.parametrize(
    "sentence",
    [
        "Startups raised over $200M in April, and $3B in a year.",
        "Sales of the Galtix S7 phone and the Orvento SUV rose.",
        "Hall Town Supporters' Trust wants to buy the club. HTST has met the owners.",
        "Postdoctoral researchers found that the metal is scarce.",
        "A study by the research group Epiphan found it.",
        "Said Chartered Professional Accountants of Canada in a note.",
        "The Ever Grace, a container ship, ran aground.",
        "He told PTI that the plant would open soon.",
        "The Greek-owned bulk carrier Tutor sank.",
        "In April, the bank and its partners signed a memorandum.",
        "The group is led by Sandford Lowden, a sports industry financier.",
        "They signed two Memoranda of Understanding (MOU) to expand it.",
        "He runs the oldest shop in Metzing, established in 1899.",
        "It was founded by veterans of the army's Intelligence & Technology Unit.",
        "The company's Cadia-Ridge mining operation is large.",
        "Top Midcap fell by 0.5 percent to 25,500 and Top Smallcap rose.",
        "Barnsley United beat Leeds Rovers 2-0.",
        "The yard has built a small boat that it calls Zorvis. Zorvis launches are due in May.",
        "It will not build the Matavela LNG terminal.",
        "Quays, Trade & Innovation Minister Ada Lund left.",
        "Her lawyer, Ada Lund of Zorvola stated, had not seen it.",
    ],
)
def test_what_is_no_company_though_it_looks_like_one(sentence: str) -> None:
    assert not names(sentence).companies


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Finance minister Lindqvist said the budget was tight.", {"Lindqvist"}),
        ("Mr Okonkwo said he was sad. Okonkwo's wife, Adaeze, agreed.", {"Okonkwo", "Adaeze"}),
        ("J.P. Haldane and C. S. Venkataraman disagreed with him.", {"J.P. Haldane", "C. S. Venkataraman"}),
        ("Anna van der Meer and Khalid bin Salim attended.", {"Anna van der Meer", "Khalid bin Salim"}),
        ("Le Truong An, general director of the group, said orders rose.", {"Le Truong An"}),
        ("Ms. Aragon-Gobi replaces Lance Y. Gokang, who stays.", {"Aragon-Gobi", "Lance Y. Gokang"}),
        ("Michael O'Hagan SC, for the defence, and Caroline Biggs KC agreed.", {"Michael O'Hagan", "Caroline Biggs"}),
        ("Det Garda Tierney told the court.", {"Tierney"}),
        ("Researchers led by Kelton Minor of the University of Quell found it.", {"Kelton Minor"}),
        ("Kim Min-soo and Park Ji-yeon sang, and Kim won.", {"Kim Min-soo", "Park Ji-yeon"}),
        ("It was signed by the head of Chinese Media Group Lee Huan Leng.", {"Lee Huan Leng"}),
        ("The group is led by Sandford Lowden, a sports industry financier.", {"Sandford Lowden"}),
        ("It is among the three firms of the Fortuna Global 500.", set()),
        ("It backs Harbour Endeavors, owned by co-founder Eric Lowden.", {"Eric Lowden"}),
        (
            "Poland's Minister of Climate and Environment Anna Mostwa and Deputy Minister Maciej Malicki met.",
            {"Anna Mostwa", "Maciej Malicki"},
        ),
        (
            "The side led by Martin Quell, a former chairman of Hall Town Football Club, includes coach Ada Lund.",
            {"Martin Quell", "Ada Lund"},
        ),
        ("Brenda Quell, the union's national officer, left.", {"Brenda Quell"}),
        ("Ola Madorf ran the fund. She is not planning to sue Madorf.", {"Ola Madorf"}),
        ("The prospects at Mt Harvey and Harvey Ridge are near.", set()),
    ],
)
def test_people_by_their_titles_kin_and_initials(sentence: str, expected: set[str]) -> None:
    assert {e.name for e in names(sentence).people} == expected


def test_a_body_that_its_members_own_is_one_with_its_short_name() -> None:
    (body,) = names("The Hall Town Supporters' Trust bid for it, and HTST has met the owners.").organisations
    assert [m.text for m in body.mentions] == ["Hall Town Supporters' Trust", "HTST"]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "The Calder Ferryworkers’ Union of the Free Union Congress met.",
            ["Calder Ferryworkers’ Union", "Free Union Congress"],
        ),
        (
            "The All Calder Machinists' Association met the Bakers' Council of Wick.",
            ["All Calder Machinists' Association", "Bakers' Council of Wick"],
        ),
        ("The Montvale Public Quay Commission met, and the PQC agreed.", ["Montvale Public Quay Commission"]),
        ("The United Hotel and Laundry Workers Local 12 met.", ["United Hotel and Laundry Workers"]),
        ("He leads the Association of Gliders and Quay Workers.", ["Association of Gliders and Quay Workers"]),
        (
            "Spokespeople for the Department of Harbours and White House left.",
            ["Department of Harbours", "White House"],
        ),
    ],
)
def test_bodies_end_where_the_next_begins(sentence: str, expected: list[str]) -> None:
    assert [e.name for e in names(sentence).organisations] == expected


def test_whom_the_text_calls_by_the_last_word_is_somebody() -> None:
    found = names("David Gold is raising $2 million for a new firm. His friends flew to Oslo to visit Gold at home.")
    assert [p.name for p in found.people] == ["David Gold"]
    assert not found.companies


def test_the_company_that_somebody_founded_is_not_they() -> None:
    found = names("Started by entrepreneurs Teo Blido and Serg Negu, the company now has customers in Oslo.")
    assert [p.name for p in found.people] == ["Teo Blido", "Serg Negu"]
    assert not found.companies


def test_whose_analyst_speaks_is_a_house_and_no_person() -> None:
    found = names("Harlan Brook analyst Ada Moe has cut her forecast for the price of copper.")
    assert [c.name for c in found.companies] == ["Harlan Brook"]
    assert [p.name for p in found.people] == ["Ada Moe"]
