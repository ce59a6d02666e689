"""The names of people and organisations that the index knows, for who types one."""

from __future__ import annotations

from collections import Counter
from typing import Literal

from search_index.postings.dictionary import after_prefix
from search_index.snapshot import Snapshot

Named = Literal["person", "organisation"]


def names_of(snapshot: Snapshot, kind: Named, most: int) -> list[str]:
    """Return up to `most` names, those of most briefs first, as their keys write them: folded, words apart by spaces.

    What was removed since the index was last merged counts too.
    """
    counts: Counter[bytes] = Counter()
    first = f"{kind}:".encode()
    for found in snapshot.term_ranges("entity", first, after_prefix(first)):
        counts.update(dict(zip(found.terms, found.counts.tolist(), strict=True)))
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:most]
    return [term[len(first) :].decode().replace("-", " ") for term, _ in ordered]
