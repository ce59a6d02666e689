"""Words around people: titles, roles, what they say and do."""

from __future__ import annotations

from briefs.tables.tongues import english

HONORIFICS = english("honorific")
TITLES = HONORIFICS | english("title")
SURNAME_TITLES = english("title_or_surname")
TITLE_MODIFIERS = english("title_modifier")
TITLE_OF = english("title_of")
ROLES = TITLES - english("title_only") | english("role")


def is_role(word: str) -> bool:
    """Return whether `word` says what a person is, alone or in a compound: "editor-in-chief", "vice-president"."""
    if word in ROLES:
        return True
    first, hyphen, rest = word.partition("-")
    return bool(hyphen) and (first in ROLES or rest.rpartition("-")[2] in ROLES)


BUSINESS_TITLES = english("firm_title")
STAFF_TITLES = english("staff_title")
SPEECH = english("speech")
HUMAN_VERBS = english("human_verb")
HUMAN_STATES = english("human_state")
PARTICLES = english("particle")
