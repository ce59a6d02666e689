"""What closes the last paragraph of a story and is no part of it: who reported and edited it."""

from __future__ import annotations

import re

from msgspec.structs import replace

from briefs.model import Block

# Who wrote a story, in the line of its last words: "... said. (Reporting by Ann Lee; Editing by Bo Ek)".
_SIGNED_OFF = re.compile(
    r"\s(\((?:[Aa]dditional )?[Rr]eporting (?:and [Ww]riting )?by [A-Z][^()\n]{3,400}\)|"
    r"[Rr]eporting (?:and [Ww]riting )?by [A-Z][^()\n]{3,300}?[;,.]? ?[Ee]diting by [A-Z][^()\n]{3,120})\s*$"
)
_REPORTERS = 600  # characters that they take at most


def without_credits(spans: list[tuple[Block, bool]], source: str) -> list[tuple[Block, bool]]:
    """Return the spans with the credits of the reporters, which close the last paragraph, as a line of their own."""
    parted: list[tuple[Block, bool]] = []
    for block, body in spans:
        tail = max(block.start, block.end - _REPORTERS)
        text = source[tail : block.end]
        match = _SIGNED_OFF.search(text) if "eporting" in text else None
        if match is None:
            parted.append((block, body))
        else:
            parted.append((replace(block, end=tail + match.start()), body))
            parted.append((Block("paragraph", tail + match.start(1), tail + match.end(1)), body))
    return parted
