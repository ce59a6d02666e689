"""What closes the last paragraph of a story and is no part of it: who reported it, what a dollar was worth."""

from __future__ import annotations

import re

from msgspec.structs import replace

from briefs.model import Block

# Who wrote a story, in the line of its last words: "... said. (Reporting by Ann Lee; Editing by Bo Ek)".
_SIGNED_OFF = re.compile(
    r"\s(\((?:[Aa]dditional )?[Rr]eporting (?:and [Ww]riting )?by [A-Z][^()\n]{3,400}\)|"
    r"[Rr]eporting (?:and [Ww]riting )?by [A-Z][^()\n]{3,300}?[;,.]? ?[Ee]diting by [A-Z][^()\n]{3,120})\s*$"
)
# What a sum is elsewhere, behind all: "($1 = 0.89 euros)".
_EXCHANGED = re.compile(r"(?<=[.!?”\"’)])\s(\([A-Z]{0,3}[$€£¥] ?1 ?= ?[^()\n]{2,40}\))\s*$")
_REPORTERS = 600  # characters that they take at most


def without_credits(spans: list[tuple[Block, bool]], source: str) -> list[tuple[Block, bool]]:
    """Return the spans with what closes a paragraph, credits and rates of exchange, as lines of their own."""
    parted: list[tuple[Block, bool]] = []
    for block, body in spans:
        closing: list[tuple[Block, bool]] = []
        for mark, pattern in (("eporting", _SIGNED_OFF), ("1", _EXCHANGED)):
            tail = max(block.start, block.end - _REPORTERS)
            text = source[tail : block.end]
            match = pattern.search(text) if mark in text else None
            if match is not None:
                closing.insert(0, (Block("paragraph", tail + match.start(1), tail + match.end(1)), body))
                block = replace(block, end=tail + match.start())
        parted += [(block, body), *closing]
    return parted
