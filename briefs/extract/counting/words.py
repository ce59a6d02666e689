"""Word lists of English that the rules for figures share: they stand in for a tagger.

They stand in `tables/languages/en.tsv`, each with a line on what it holds.
"""

from __future__ import annotations

from briefs.tables.tongues import english, english_by_key

INNER_STOPS = english("no_adjective")

NOT_PLURAL = english("no_plural")

PLURALS = english("plural")

PEOPLE = english("people")

THINGS = english("no_people")

CASUALTY_WORDS = english("befell")

QUALIFIERS = english_by_key("qualifier")

UP_WORDS = english("up")
DOWN_WORDS = english("down")

MONTHS = english("month") | english("month_short")
WEEKDAYS = english("weekday") | english("weekday_short")
