"""Words that are part of no name, and capitalised things that are none of our kinds."""

from __future__ import annotations

from briefs.tables.tongues import english

FUNCTION = english("function")
MONTHS = english("month")
MONTHS_SHORT = english("month_short")
DAYS = english("weekday") | english("weekday_short")
NOT_NAMES = english("no_name")

# A word with one of these that no list knows is more likely a word of the language than a name.
ORDINARY_ENDINGS = (
    "al", "ic", "ive", "ous", "ary", "ory", "able", "ible", "less", "ful", "ish", "ed", "ing", "ly", "ment",
)  # fmt: skip
COMPOUND_TAILS = english("compound_tail")
