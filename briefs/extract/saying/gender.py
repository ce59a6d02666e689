"""Whether "he" or "she" may mean a person: by the form of address, the word for the office, and the given name.

A name says it only where hardly anybody of the other gender bears it; of all others, and of most people of the world,
nothing is known here and both pronouns fit.
"""

from __future__ import annotations

import re
from typing import Literal

from briefs.extract.document import Document
from briefs.extract.names import Names
from briefs.extract.saying.verbs import words_of
from briefs.model import Entity
from briefs.text import fold

Pronoun = Literal["he", "she"]

_ADDRESS = re.compile(r"\b(Mr|Sir|Lord|Herr|Señor|Monsieur|Mrs|Ms|Miss|Dame|Lady|Frau|Señora|Madame|Mme)\.?\s$")
_OF_HIM = words_of("Mr Sir Lord Herr Señor Monsieur")
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

_MEN = words_of(
    """
    aaron abdul abdullah abdulrahman abraham adam adrian ahmad ahmed alan albert alberto alejandro alessandro
    alexander alfonso alfred alfredo ali allan allen alvaro amir andrew anders andres antoine anton antonio anthony
    arnaud arne arthur arturo arun ashok axel barack ben benedict benjamin bernard bernd bernhard bill björn bo bob
    boris bradley brendan brian bruce bruno bryan carl carlos cedric cesar charles christian christopher christoph
    claudio clive colin conor craig daniel daniele dave david deepak dennis denis derek dick didier diego dieter
    dimitri dirk dmitry donald doug douglas duncan edgar edmund eduard eduardo edward edwin einar elias emil emilio
    emmanuel enrique eric erik ernest ernesto esteban eugene evan fabian fabio federico felix ferdinand fergus
    fernando filip francesco francisco franco francois frank franz fred frederick frederik friedrich gabriel gareth
    gary gavin geoffrey geoff george georg gerald gerard gerhard giancarlo gianni gilbert gilles giorgio giovanni
    giulio giuseppe glenn gordon graham grant greg gregory guido guillaume guillermo gunnar gustav gustavo hamid
    hamza hans harald harold harry hasan hassan hector heinrich heinz helmut hendrik henri henrik henry herbert
    herman hiroshi hossein howard hugh hugo hussein ian ibrahim ignacio igor ismail ivan ivo jack jacob jacques
    jaime jake james jared jason javier jeff jeffrey jens jeremy jerome jerry jim jimmy joachim joao jochen joe joel
    johan johannes john johnny jon jonas jonathan jorge jose josef joseph joshua juan julian julio jürgen justin
    kamal karim karl keith kenneth ken kenji kevin khalid klaus konrad kurt lars laurent lawrence leo leon leonard
    leonardo lorenzo louis luca lucas luigi luis lukas luke magnus mahmoud malcolm manfred manuel marc marcel
    marcelo marco marcos marcus marek mario mark markus martin massimo mathias matt matteo matthew matthias maurice
    mauricio max maximilian mehmet michael michal michel miguel mike mikhail milan mohamed mohammad mohammed mohamad
    morten muhammad murat mustafa narendra nathan nathaniel neil nicholas nick nicolas nigel nikolai nils noah
    norman olaf oleg oliver olivier omar oscar osman otto owen pablo paolo patrick paul paulo pavel pedro pete peter
    petr philip philippe phil pierre pieter piotr prakash rafael rahul raj rajesh rajiv ralf ralph ramesh ramon
    randall raul ravi raymond reinhard ricardo riccardo richard rick rob robert roberto rodrigo roger rohit roland
    rolf roman ron ronald ross roy rudolf rupert russell ryan salman salvador samuel sandeep sanjay santiago saul
    scott sean sebastian sergei sergey sergio seth shane shinzo simon stanley stefan stefano stephen steve steven
    stuart sunil suresh sven tariq ted thomas thierry tim timothy toby todd tom tomas tommy tony toshiro travis
    trevor tyler ulrich umar uwe vadim valentin victor vijay vikram viktor vincent vincenzo vinod vladimir volker
    walter warren wayne werner wilhelm william willem wolfgang xavier yasir yuri yusuf yves zachary
    """
)
_WOMEN = words_of(
    """
    abigail ada adele adriana agnes agnieszka aisha alberta alejandra alessandra alexandra alice alicia alina alison
    amanda amelia amina amy ana anastasia angela angelina anita ann anna anne annette annika antonia aoife astrid
    audrey ayesha barbara beatrice beatriz berit bettina birgit brenda bridget brigitte camila camilla carla carmen
    carol carole carolina caroline cassandra catalina caterina catherine cecilia celia charlotte chiara christiane
    christina christine cindy claire clara claudia clementine colette corinne cristina cynthia daisy daniela
    danielle daphne deborah debra deepa delia denise diana diane dolores donna dora doris dorothy edith eileen
    elaine eleanor elena elisa elisabeth elise elizabeth ella ellen elsa emilia emily emma erica erika erin esther
    eva evelyn fatima fatma fiona florence frances francesca franziska frieda gabriela gabriella gabrielle gail
    geraldine gillian gina gisela giulia gloria grace greta gretchen gudrun hannah harriet heather heidi helen
    helena helene helga henrietta hilda ida imelda ines ingeborg ingrid irene irina iris isabel isabella isabelle
    ivana jacinda jacqueline jane janet janice jeanette jeanne jennifer jenny jessica jill joanna joanne josefina
    josephine joyce juana judith judy julia juliana julie juliet julieta jutta karen karin karina kate katarina
    katharina katherine kathleen kathryn kathy katie katja katrin katrina kavita keiko kerstin khadija kirsten
    kristen kristin kristina larissa laura lauren leila lena leonie leticia lila lilian liliana lilly linda lisa liz
    louise lucia lucie lucy ludmila luisa lydia madeleine maja manuela mara marcia margaret margarita margot
    margrethe maria mariam mariana marianne marie marietta marina marisa marissa marta martha martina mary maryam
    mathilde matilda maureen maya meera megan mei melanie melissa mercedes mia michaela michelle miriam moira molly
    monica monika myra nadia nadine nancy naomi natalia natalie natasha nathalie nicole nina nora norma octavia olga
    olivia ophelia pamela patricia paula paulina pauline penelope petra philippa phyllis pippa priscilla priya
    rachel rania rebecca regina renata renate rita roberta rosa rosalind rosalie rosemary ruth sabine sabrina sally
    samantha sandra sanna sara sarah sharon sheila shirley sigrid silke silvia sofia sonia sophia sophie stella
    stephanie sue susan susana susanna susanne suzanne svetlana sylvia tamara tania tanja tara tatiana teresa
    theresa tina ulrike ursula valentina valeria valerie vanessa vera verena veronica veronika victoria viktoria
    violet virginia viviana wanda wendy wilhelmina yasmin yolanda yoko yuko yvonne zainab zara zeynep zoe
    """
)


class Genders:
    """Knows of each person in a document which pronoun the text may use, as far as it can be told."""

    def __init__(self, document: Document, names: Names) -> None:
        self._fits = {person.key: _pronoun_of(person, document) for person in names.people}

    def may_be(self, entity: Entity, pronoun: str) -> bool:
        """Say whether `pronoun`, "he" or "she", may mean `entity`."""
        known = self._fits.get(entity.key)
        return known is None or known == pronoun


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
