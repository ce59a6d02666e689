"""Sentences as news writes them, and on whom each rests: from the whole conversion, with the tables in force."""

from __future__ import annotations

import pytest

from briefs.convert import convert
from briefs.model import Original
from briefs.readers import read
from briefs.tables import default_tables

LEAD = """Plan for harbour moves ahead

The harbour town approved a plan on Monday after months of argument about the cost and the noise.

"""

# A "?" marks a name that may be there; "-" says that nobody named is behind the sentence.
RESTS_ON = """
Mayor Paula Trent, speaking at a dinner attended by Governor Luis Ochoa, said that time was short. => Paula Trent
Rajat Mishra, at a function attended by Minister Shiv Chouhan, declined to confirm it but said no. => Rajat Mishra
Brightwater Ltd runs 40 ferries. The FTSE 100 company said it would buy 12 more. => Brightwater
The main pilot union SNPX is ready to talk to the carrier, a union spokesman said. => SNPX
The finance ministry, on the other hand, said the cells were bad. => finance ministry
Brightwater Ltd runs 40 ferries. The company had planned 30 boats but now says it will buy 12. => Brightwater
Brightwater Ltd said sales fell. => Brightwater
Sales were $4 million, according to Nordea I/B/E/S. => Nordea
The Hebrew language website said there were differences. => -
Brightwater Ltd runs 40 ferries. The Cork, New York-based company said it would buy 12 more. => Brightwater
The mill is for sale, Reuters reported. It is old, documents obtained by the news agency show. => Reuters; ?documents
Brightwater Ltd runs 40 ferries. Most are old, according to its annual report. => Brightwater
The award has been reported by both Reuters and the Straits Times. => Reuters; Straits Times
Rajat Mishra was not available but in a statement said the mine was open. => Rajat Mishra
Brightwater Ltd runs 40 ferries. The company told the Toronto Stock Exchange that it would buy 12 more. => Brightwater
Toyota will build a plant in Ohio. The Japanese automaker said on Friday that it had picked a site. => Toyota
Bayer shares fell. The drugmaker said it would cut costs. => Bayer
The FTSE 250 company said like-for-like sales fell. => -
Goldman Sachs and Deutsche Bank see a first cut in June. => Goldman Sachs; Deutsche Bank
Economists at Nordea see rates on hold until September. => Nordea
Analysts at Jefferies expect output to fall by a tenth. => Jefferies
Analysts expect output to fall by a tenth. => -
Brightwater wants to raise its fares this year, Reuters reports. => Reuters
Brightwater wants to raise its fares this year, reports the Guardian. => Guardian
Annual reports of the years before did not say so. => -
Analysts polled by Reuters had expected a rise of 0.3%. => Reuters
Some 62% of those polled by Ipsos want a change. => Ipsos
The survey of 2,000 adults was carried out by Ipsos. => Ipsos
The report, by Oxfam and Save the Children, called for more aid. => Oxfam; ?Save the Children
A team led by Maria Sanz of the University of Porto reported in Science that the ice is thinner. => Science; ?Maria Sanz
The findings, published in the journal Tidal Energy, suggest that batteries last longer. => Tidal Energy
The rules were published in March and reported in Oslo. => -
Emails reviewed by the Guardian suggest that managers knew. => Guardian; ?Emails
Photographs published by the Straits Times show a crowd. => Straits Times
The figure was confirmed by Eurostat on Friday. => Eurostat
At least 160 people fell ill, according to a surfers' group, Clean Tide. => Clean Tide
The country's largest lender, Kestrel Bank, said that it would raise rates. => Kestrel Bank
The Bank of Korea kept rates on hold. The central bank said it would act. => Bank of Korea
Brightwater Ltd runs 40 ferries. The company's annual report shows that most are old. => Brightwater
The finance ministry was informed on Monday, it said in a statement. => finance ministry
In its spring forecast, the European Commission put growth at 1.1%. => European Commission
Human Rights Watch documented 40 such cases last year. => Human Rights Watch
Bonta posted on X: "This is wrong." => Bonta
Brightwater Ltd posted record profits for the year. => -
Both sides said that talks had been useful. => -
Two people close to the talks said so. One of the people said why. The second person said how. => people
As the economist Ricarda Sanz has long argued, countries grow by what they know. => Ricarda Sanz
Traders see a chance of 36%, according to Nordea's rate tool. => Nordea
Tsinghua University admits 400 doctoral students a year. => -
Employers added 143,000 jobs, more than the 120,000 economists had forecast. => -
Statistics Canada reported last month that posts were vacant. => Statistics Canada
Four in 10 said that they would trust a robot. => -
Norfjell raised its profit guidance and now expects a record year. => ?Norfjell
Shares fell after Alder Research said phone sales had fallen. => Alder Research
In March 2020 a director wrote that the risk was small. => director
Norfjell Lines, Inc. (Nasdaq: NFJL), a ferry company, today announced that it would buy two boats. => Norfjell
Norfjell Lines (Oslo: NFJL) said it would buy two boats. => Norfjell
Analysts at Citi cut their forecast for the surplus to 35,000 tonnes. => Citi
Norfjell Lines cut its forecast for the year. => -
Anouk Mertens, who grew up in Ghent, talked to Circuitry in Pittsburgh. => Anouk Mertens; ?Circuitry
The secretary of the association, Raj Nair, said members who bought early had lost. => Raj Nair
Raj Nair, the Minister of Roads and Water on Wednesday said the bridge was safe. => Raj Nair
Raj Nair, an official at the Coast Rescue (CR) — set up in 2014 — told Reuters it sank. => Raj Nair; Reuters
Maria Sanz, who defends the accused Luis Ochoa, told the court that he was ill. => Maria Sanz
The European Parliament adopted a resolution on Tuesday warning that the law was weak. => European Parliament
The country is in deadlock, with some observers warning that the army may step in. => observers
Roads minister Maria Sanz last Thursday announced that all drivers would be tested. => Maria Sanz
They were offered 20 percent, but unions say that is worth little. => unions
Magistrate Raj Nair read the verdict on Monday. They go to jail at once, the magistrate said. => Raj Nair
Government Spokesperson Raj Nair was there. Government Spokesperson said 300 houses were gone. => Raj Nair
President Luis Ochoa sent the army. The President also urged mayors to prepare boats. => Luis Ochoa
Rain will go on, according to the Weather Department urging people to move. => Weather Department
Brightwater Ltd declared victory in a long dispute. => -
Exports rose by a tenth this year through August, according to the central bank. => central bank
More are ill, according to a statement released last Sunday by Oxfam. => Oxfam
Paul Otero told our correspondent that lower crude prices explained the cut. => Paul Otero
In 2013 a company called Better Place went bankrupt. => -
Critics like Rodney Brooks say humanoids are theatre. => Rodney Brooks
Minister Dada Bhuse said work would begin. "The fair is our deadline," the Shiv Sena leader said. => Dada Bhuse
Talks collapsed, the union said. => union
It has $300 million in cash, which it expects to last into 2027. => -
A 2016 report by the RAND Corporation put the cost of short sleep at up to $411 billion a year. => RAND
OPEC said in its monthly report that demand would rise. => OPEC
Three officers who asked not to be named because they still serve said the vault was empty. => Three officers
Luis Ochoa met workers who the company said had left. => -
According to people briefed on the sale, the mill will close in May. => people briefed on the sale
Reuters, citing a leaked memo, said the mill would close. => Reuters; leaked memo
A tweet by Paula Trent, the mayor, added to the confusion. => Paula Trent
“The quay is too short,” per Paula Trent. => Paula Trent
In Paula Trent's words, the plan is a bridge to nowhere. => Paula Trent
As the historian Luis Ochoa put it, towns forget what they paid. => Luis Ochoa
A spokesman for the mill's owner, Grantham Board, confirmed the sale. => Grantham Board
A spokesman for the mill's owner, Cascade Molecules, confirmed the sale. => Cascade Molecules
In a letter read out on Sunday, chairman Luis Ochoa “rejects every single word of what was printed”. => Luis Ochoa
Paula Trent wants “a full and public review of every contract”. => Paula Trent
Paula Trent said she was asleep when a friend told her to leave. => Paula Trent
Paula Trent runs a railway that charges what the ticket says. => -
The study linked sleep to changes in how patients with trauma stress response. => -
Its maker, Norrbike, says the battery lasts. => Norrbike
Three people complained. => -
A boat owner who requested anonymity said nets were ruined. => boat owner
Paula Trent QC, for the town, said that the quay was safe. => Paula Trent
Brightwater Ltd (Brightwater or the Company) (Oslo: BRW), a maker of boats, cranes, said it grew. => Brightwater
The Food Office (FO) and the Drug Office (DO) have warned that the water is unsafe. => Food Office; Drug Office
Norfjell Lines will cut fares, it wrote on Facebook. The company said that June was early enough. => Norfjell Lines
Norfjell Media is out, an adviser to the group told Reuters on Monday. => adviser to the group; ?Reuters
The Calder Bakers’ Union of the Labour Union Congress met. The union warned: "We will strike." => Calder Bakers’ Union
Norfjell Lines grew. The company, a venture of Alder Ports and Birch Ferries, said it would hire. => Norfjell Lines
Paula Trent, an analyst at Alder Group in Cork, Ill., called it “the biggest sale of boats in ten years”. => Paula Trent
Norfjell Inc. (NRFJ) grew. The Waltham, Mass.-based firm said it would hire. => Norfjell
OSLO (Reuters) – Norway’s central bank left rates on hold in March, and said it was done. => central bank
But Raj Nair Jr. of the Alder Bank (ALB) said that he was not sure. => Raj Nair
Paula Trent, chief economist of Alder Banking Corp. (ABC), said that it would hire. => Paula Trent
Norfjell Lines, whose clients include Alder Ports, Birch Foods and Cedar Bank, said it would hire. => Norfjell Lines
An analysis by the EU agency Eurofound looks at jobs. => Eurofound
It owes $30 million, according to papers filed with the Harbour Court. => papers filed with the Harbour Court
The Harbour Hotel Workers Local 12 has said it would strike. => Harbour Hotel Workers
It has 40 ferries and a boat that Norfjell Lines calls Heron. => -
Cranes stand idle at Port Alder and Kellet Point until Monday. => -
An analysis by the EU agency Eurostat put the cost of diesel for the town's power stations at $9 million. => Eurostat
The mill was sold, two people aware of the sale said, asking for anonymity. => two people aware of the sale
Trade Secretary Paula Trent, in a briefing on Sunday, said the Harbour Act’s “new start” was overdue. => Paula Trent
Ondal Tavik is a partner at Brightwater. He said that last year's run of deals was due to trust. => Ondal Tavik
The fine was set by the Federal Deposit Insurance Corporation. The watchdog said it was due. => Corporation
Brightwater Ltd runs 40 ferries. The Velm Park, Ill.-based company said it would buy 12 more. => Brightwater
Paula Trent was accused of “a full and public betrayal of the town”. => -
"""


def names_behind(text: str) -> list[str]:
    original = Original((LEAD + text + "\n").encode(), "text/plain")
    return [s.name for s in convert(read(original)[0], "0" * 16, default_tables()).sources]


@pytest.mark.parametrize("case", [line for line in RESTS_ON.splitlines() if line])
def test_who_is_behind_a_sentence(case: str) -> None:
    text, _, names = case.rpartition(" => ")
    wanted = [] if names == "-" else names.split("; ")
    found = names_behind(text)
    for name in wanted:
        if not name.startswith("?"):
            assert any(name in one for one in found), found
    others = [one for one in found if not any(name.removeprefix("?") in one for name in wanted)]
    assert not others
