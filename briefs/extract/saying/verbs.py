"""The words of attribution in English news: verbs of saying, documents that say, and people without a name.

The lists stand in `tables/languages/en.tsv`, each with a line on what it holds.
"""

from __future__ import annotations

from briefs.extract.wordlist import words
from briefs.tables.tongues import english

SAYING = english("say")
JUDGING = english("judge")
SHOWING = english("show")
PARTICIPLES = english("saying")
INVERTIBLE = english("say_first")
QUOTED_BY = english("quoted_by")
DOCUMENTED_BY = english("documented_by")

DOCUMENTS = english("document")
RELIED_ON = english("relied_on")
FROM = words("by from")
ABOARD = words("by from in on at of with")

PEOPLE = english("speaker")
SPOKEN_FOR = english("spokesperson")
COLLECTIVES = english("collective")

HE = words("he she")
THEY = words("they it")
PRONOUNS = HE | THEY | words("i we you")
NOBODY = words("i we you there this these those who which that what")

BETWEEN = english("between")
BOUNDARY = english("boundary")
ENDS = english("phrase_end")
PREPOSITIONS = english("tied_by")
DETERMINERS = english("determiner")
DAYS = english("weekday") | english("month") | words("week month year")

TELLING = words("told tells tell")
BE = words("is are was were been be 's ’s")
NOUNS_TOO = english("noun_too")
COURT_PAPERS = english("court_paper")
MANY = english("many")
CLAUSAL = english("say_that")

FEELING = english("feel")
ACTING = english("say_or_act")
FIRMS = english("employer")
BODIES = english("body_word")
EITHER = english("group")

PLURAL_FORMS = english("say_plural")
DESCRIBED = english("described")

PUBLIC = english("public_body")
OFFICES = english("office")

FINDING = english("find")
ORDINALS = english("ordinal")
QUANTITIES = english("quantity")
ANYBODY = english("anybody")


def is_agent(word: str) -> bool:
    """Say whether an unlisted plural is of people: economists, technicians, shopkeepers."""
    return len(word) > 6 and word.endswith(("ists", "icians", "workers", "keepers", "holders", "women", "owners"))
