"""Briefs related to a brief: those that share its most telling words and names, scored as a search for them is."""

from __future__ import annotations

from math import log

import numpy as np

from briefs.model import Brief
from search_index.answers.evaluate import Evaluator
from search_index.answers.found import NOTHING, Found
from search_index.arrays import Ints
from search_index.schema import Words, document_of
from search_index.snapshot import Snapshot
from search_index.terms.analysis import STOP_WORDS
from search_index.whoosh_quietly import query

_TERMS = 16  # words asked for: more say nothing more, and cost as much each
_TOO_COMMON = 0.35  # of all briefs: what so many have tells nothing
_LEAST = 3  # of them in common
_ALIKE = 0.25  # of the brief's own score: who shares less of what tells about it shares everyday words


def related_to(brief: Brief, story: Ints, snapshot: Snapshot) -> Found:
    """Return the briefs that are related to `brief`; those of its own story, the documents `story`, are left out."""
    terms = telling_terms(brief, story, snapshot)
    if not terms:
        return NOTHING
    found = Evaluator(snapshot).find(query.Or([query.Term("text", term) for term in terms]))
    own = np.isin(found.docs, story)
    enough = _ALIKE * found.scores[own].max(initial=0.0)
    shared = np.zeros(snapshot.count, np.int64)
    for term in terms:
        shared[snapshot.postings("text", term).docs] += 1
    return found.only(~own & (found.scores >= enough) & (shared[found.docs] >= _LEAST))


def telling_terms(brief: Brief, story: Ints, snapshot: Snapshot) -> list[str]:
    """Return the terms that tell most about `brief`: frequent and heavy in it, rare among the others (tf times idf).

    Terms that no brief of another story has lead to none, and are left out.
    """
    field = document_of(brief, 0)["text"]
    worth: list[tuple[float, str]] = []
    for encoded, frequency, weight, _ in Words().index(field):
        term = encoded.decode()
        if frequency and len(term) > 1 and not term.isdigit() and term not in STOP_WORDS:
            docs = snapshot.postings("text", term).docs
            others = len(docs) - int(np.isin(story, docs, assume_unique=True).sum())
            if 1 <= others < max(3, _TOO_COMMON * snapshot.live_count):
                worth.append((-min(weight, 12.0) * log(1 + snapshot.live_count / (others + 1)), term))
    return [term for _, term in sorted(worth)[:_TERMS]]
