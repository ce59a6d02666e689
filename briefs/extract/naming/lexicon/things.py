"""Words of what is named and is nobody: places, events, works, products, ships."""

from __future__ import annotations

from briefs.tables.tongues import english

NAMED_THINGS = english("named_thing")
OTHER_CUES = english("thing_cue")
PLACE_CUES = english("place_cue")
PRODUCT_NOUNS = english("product")
