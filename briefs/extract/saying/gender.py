"""Whether "he" or "she" may mean a person: by the form of address, the word for the office, and the given name.

A name says it only where hardly anybody of the other gender bears it; of all others, and of most people of the world,
nothing is known here and both pronouns fit.
"""

from __future__ import annotations

import re
from typing import Literal

from briefs.extract.document import Document
from briefs.extract.names import Names
from briefs.extract.wordlist import words
from briefs.model import Entity
from briefs.text import fold

Pronoun = Literal["he", "she"]

_ADDRESS = re.compile(r"\b(Mr|Sir|Lord|Herr|Señor|Monsieur|Mrs|Ms|Miss|Dame|Lady|Frau|Señora|Madame|Mme)\.?\s$")
_OF_HIM = words("Mr Sir Lord Herr Señor Monsieur")
_HIS_OFFICE = re.compile(
    r"\b(?:spokesman|chairman|businessman|congressman|policeman|fisherman|councilman|assemblyman|salesman|cameraman|"
    r"ombudsman|father|son|brother|husband|king|prince|priest|bishop|imam|monk|actor|widower|uncle|nephew|grandfather)\b",
    re.IGNORECASE,
)
_HER_OFFICE = re.compile(
    r"\b(?:spokeswoman|chairwoman|businesswoman|congresswoman|policewoman|councilwoman|assemblywoman|saleswoman|"
    r"mother|daughter|sister|wife|queen|princess|nun|actress|widow|aunt|niece|grandmother|midwife)\b",
    re.IGNORECASE,
)
_EITHER = frozenset(("chairman", "ombudsman", "actor", "spokesman"))  # women hold these offices under that name as well

_MEN = words(
    """
    aaron abdel abdoulaye abdul abdullah abdulrahman abraham adam adrian ahmad ahmed ahmet alan albert alberto
    alejandro alessandro alexander alfonso alfred alfredo ali allan allen alvaro amir amit anders andres andrew
    andriy anil anthony antoine anton antonio anwar arnaud arne arthur arturo arun arvind ashok axel barack bashar
    ben benedict benjamin bernard bernd bernhard bill björn bo bob boris bradley brendan brian bruce bruno bryan
    callum carl carlos cedric cesar charles christian christoph christopher chukwuma cillian claudio clive colin
    conor craig cyril daniel daniele dave david declan deepak denis dennis derek dick didier diego dieter dimitri
    dinesh dirk dmitry dmytro dominic donald doug douglas duncan dylan eamon edgar edmund eduard eduardo edward
    edwin einar ekrem elias emeka emil emilio emmanuel enrique eric erik ernest ernesto esteban ethan eugene evan
    evo fabian fabio fabrice fabricio federico felix ferdinand fergus fernando filip francesco francisco franco
    francois frank franz fred frederick frederik friedrich gabriel ganesh gareth gary gaurav gavin geoff geoffrey
    georg george gerald gerard gerhard giancarlo gianni gilbert gilles giorgio giovanni giulio giuseppe glenn
    gonzalo gordon graham grant greg gregor gregory guido guillaume guillermo gunnar gustav gustavo hamid hamish
    hamza hani hans harald harold harry hasan hassan hector heinrich heinz helmut hendrik henri henrik henry herbert
    herman hiroshi hisham hossein howard hugh hugo hussein ian ibrahim ignacio igor iker inigo ismail ivan ivo jack
    jacob jacques jaime jair jake james jared jason javier jeff jeffrey jens jeremy jerome jerry jim jimmy joachim
    joao jochen joe joel johan johannes john johnny joko jon jonas jonathan jordi jorge jose josef joseph joshua
    juan julian julio justin jürgen kamal karim karl keith kemal ken kenji kenneth kevin khalid kieran klaus knut
    kofi konrad kurt kwame lars lasse laurent lawrence leif leo leon leonard leonardo liam loic lorenzo louis luca
    lucas luigi luis luiz lukas luke magnus mahathir mahmood mahmoud malcolm mamadou manfred manish manuel marc
    marcel marcelo marco marcos marcus marek mario mark markus martin massimo mathias matias matt matteo matthew
    matthias maurice mauricio max maximilian mehmet michael michal michel miguel mike mikhail milan mohamad mohamed
    mohammad mohammed morten moshe moussa muhammad mukesh murat mustafa mykola nabil naftali najib narendra nathan
    nathaniel naveen nayib neil nelson nicholas nick nicolai nicolas nigel nikolai nils nitin noah norman olaf oleg
    oleksandr oliver olivier olusegun omar oscar osman otto ousmane owen pablo padraig pankaj paolo pascal patrick
    paul paulo pavel pedro pete peter petr petro phil philip philippe pierre pieter piotr pradeep prakash rafael
    rahul raj rajesh rajiv rakesh ralf ralph ramesh ramon randall ranjit raul ravi raymond recep reinhard ricardo
    riccardo richard rick rob robert roberto rodrigo roger rohit roland rolf roman ron ronald ronan rory ross roy
    rubens rudolf rupert russell ryan sachin salman salvador samir samuel sandeep sanjay santiago satish saul scott
    seamus sean sebastian sergei sergey sergio seth shane shinzo simon stanley stefan stefano stephen steve steven
    stuart sudhir sunil suresh sven tariq ted thabo thiago thierry thomas tim timothy toby todd tom tomas tommy tony
    toshiro travis trevor tyler uday ulrich umar uwe vadim valentin venkat victor vijay vikram viktor vincent
    vincenzo vinod vladimir volker volodymyr wael walid walter warren wayne werner wilhelm willem william wolfgang
    xavier yair yannick yasir yuri yusuf yves zachary
    """
)
_WOMEN = words(
    """
    abby abigail ada adele adriana agnes agnieszka aisha alberta alejandra alessandra alexandra alice alicia alina
    alison allison amanda amelia amina aminata amy ana anastasia angela angelina anita anjali ann anna anne annette
    annika antonia aoife astrid audrey ayesha barbara beatrice beatriz berit bethany bettina birgit brenda bridget
    brigitte brittany brooke camila camilla carla carmen carol carole carolina caroline cassandra catalina caterina
    catherine cecilia celia charlotte chiara chloe christiane christina christine cindy claire clara claudia
    clementine colette corinne courtney cristina cynthia daisy daniela danielle daphne deborah debra deepa deepika
    delia denise dewi diana diane dolores donna dora doris dorothy edith eileen ekaterina elaine eleanor elena elisa
    elisabeth elise elizabeth ella ellen ellie elsa emilia emily emma erica erika erin esther eva evelyn fatima
    fatma fiona florence frances francesca franziska frieda gabriela gabriella gabrielle gail galina geraldine
    gillian gina gisela giulia gloria grace greta gretchen gudrun hannah harriet hayley heather heidi helen helena
    helene helga henrietta hilda ida imelda indira ines ingeborg ingrid irene irina iris isabel isabella isabelle
    ivana jacinda jacqueline jane janet janice jasmine jeanette jeanne jennifer jenny jessica jill joanna joanne
    jocelyn josefina josephine joyce juana judith judy julia juliana julie juliet julieta jutta karen karin karina
    katarina kate katharina katherine kathleen kathryn kathy katie katja katrin katrina kavita kayla keiko kerstin
    khadija kimberly kirsten kristen kristin kristina kristine lakshmi larissa laura lauren leila lena leonie
    leticia lila lilian liliana lilly linda lisa liz lori louise lucia lucie lucy ludmila luisa lydia lynnette
    madeleine maja mamata mandy manuela mara marcia margaret margarita margot margrethe maria mariam mariana
    marianne marie marietta marina marisa marissa marta martha martina mary maryam mathilde matilda maureen maya
    meera megan mei melanie melissa mercedes meredith mia michaela michelle mindy miriam moira molly monica monika
    myra nadia nadine nancy naomi natalia natalie natalya natasha nathalie neha ngozi niamh nicole nina nirmala nora
    norma nurul octavia oksana olga olivia ophelia orla paige pamela patricia paula paulina pauline peggy penelope
    petra philippa phyllis pippa polly pooja priscilla priya putri rachel rania rebecca regina renata renate rhonda
    rita roberta robyn roisin rosa rosalie rosalind rosemary ruth sabine sabrina sally samantha sandra sanna sara
    sarah sharon sheila shirley sigrid silke silvia sinead siobhan siti smriti sofia sonia sophia sophie stella
    stephanie sue sunita susan susana susanna susanne sushma suzanne svetlana sylvia tabitha tamara tania tanja tara
    tatiana tatyana teresa theresa tiffany tina trudy ulrike ursula valentina valeria valerie vanessa vera verena
    veronica veronika victoria viktoria violet virginia viviana wanda wendy whitney wilhelmina yasmin yekaterina
    yoko yolanda yuko yulia yvonne zainab zara zeynep zoe
    """
)


class Genders:
    """Knows of each person in a document which pronoun the text may use, as far as it can be told."""

    def __init__(self, document: Document, names: Names) -> None:
        self._fits = {person.key: _pronoun_of(person, document) for person in names.people}

    def may_be(self, entity: Entity, pronoun: str) -> bool:
        """Say whether `pronoun`, "he" or "she", may mean `entity`; one that says nothing of either may mean anybody."""
        known = self._fits.get(entity.key)
        return known is None or known == pronoun or pronoun not in ("he", "she")


def _pronoun_of(person: Entity, document: Document) -> Pronoun | None:
    """Return the only pronoun for `person`: what the article itself shows counts before what the name suggests."""
    told: set[Pronoun] = set()
    for mention in person.mentions:
        text = document.title.text if mention.part == "title" else document.body.text
        address = _ADDRESS.search(text[max(0, mention.start - 10) : mention.start]) or _ADDRESS.match(
            f"{mention.text.split()[0]} "
        )
        if address:
            told.add("he" if address[1] in _OF_HIM else "she")
    if len(told) == 1:
        return told.pop()
    role = person.role or ""
    his, her = _HIS_OFFICE.search(role), _HER_OFFICE.search(role)
    if her and not his:
        return "she"
    if his and not her and his.group().lower() not in _EITHER:
        return "he"
    given = fold(person.name).split()[:1]
    if not given or len(person.name.split()) == 1:
        return None
    return "he" if given[0] in _FOLDED_MEN else "she" if given[0] in _FOLDED_WOMEN else None


_FOLDED_MEN = frozenset(fold(name) for name in _MEN)
_FOLDED_WOMEN = frozenset(fold(name) for name in _WOMEN)
