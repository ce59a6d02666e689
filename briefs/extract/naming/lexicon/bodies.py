"""Words in the names of organisations, and what they are called."""

from __future__ import annotations

from briefs.tables.tongues import english, english_by_key

ORGANISATION_CUES: dict[str, str] = {
    word: category for category, words in english_by_key("body_cue").items() for word in words
}

STRONG_ORGANISATION_CUES = english("sure_body_cue")
HEADS = STRONG_ORGANISATION_CUES | english("body_head")
BODY_NOUNS = english("body")
