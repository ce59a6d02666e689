"""What a brief leaves out of a very long article, in words for its reader: no bound binds in silence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from briefs.extract.counting.reader import MOST_NUMBERS
from briefs.extract.figures import MOST_OTHER, Figures
from briefs.extract.quotations import MOST_QUOTATIONS
from briefs.model import Quotation

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


def find_notices(text: str, figures: Figures, quotations: Sequence[Quotation]) -> tuple[str, ...]:
    """Return a sentence for each bound that the article with the body `text` reached; most reach none."""
    found = []
    if next(islice(_NUMBER.finditer(text), MOST_NUMBERS, None), None):
        found.append(f"Figures were looked for among the first {MOST_NUMBERS:,} numbers of the article; it has more.")
    if len(figures.other) == MOST_OTHER:
        found.append(f"Beside the key figures, only the first {MOST_OTHER:,} others are listed.")
    if len(quotations) == MOST_QUOTATIONS:
        found.append(f"Only the first {MOST_QUOTATIONS:,} quotations are listed.")
    return tuple(found)
