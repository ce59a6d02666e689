"""What is chosen in the facets: values of one facet are alternatives, facets among themselves add up."""

from __future__ import annotations

from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from search_index.evaluate import Found
from search_index.facets import Facet, listed
from search_index.moment import Moment
from search_index.results import FACETS, FacetCount, FacetName, Request


class Choice:
    """The values that a request chooses, applied to what its query finds."""

    def __init__(self, request: Request, moment: Moment) -> None:
        self._moment = moment
        given = (request.countries, request.companies, request.publishers, request.months, request.tags)
        self._chosen: dict[FacetName, tuple[str, ...]] = dict(zip(FACETS, given, strict=True))
        self._facets: dict[FacetName, Facet] = {}

    def applied(self, found: Found) -> Found:
        """Return what of `found` has a chosen value in every facet with a choice."""
        return kept(found, self._mask(None))

    def counts(self, name: FacetName, found: Found) -> tuple[FacetCount, ...]:
        """Return the values of a facet with the hits that choosing each would give, other facets being as they are.

        `found` is what the query finds, before any choice.
        """
        snapshot = self._moment.snapshot
        hits = kept(found, self._mask(name))
        mask = np.zeros(snapshot.count, np.bool_)
        mask[hits.docs] = True
        facet = self._facet(name)
        return listed(name, facet, facet.counts(mask), self._chosen[name], self._moment.tables())

    def _facet(self, name: FacetName) -> Facet:
        if name not in self._facets:
            self._facets[name] = self._moment.facet(name)
        return self._facets[name]

    @cached_property
    def _masks(self) -> dict[FacetName, NDArray[np.bool_]]:
        count = self._moment.snapshot.count
        return {
            name: self._facet(name).mask(self._facet(name).chosen(wanted), count)
            for name, wanted in self._chosen.items()
            if wanted
        }

    def _mask(self, without: FacetName | None) -> NDArray[np.bool_] | None:
        """Return which documents have a chosen value in every facet but one; None where nothing is chosen."""
        masks = [mask for name, mask in self._masks.items() if name != without]
        return np.logical_and.reduce(masks) if masks else None


def kept(found: Found, mask: NDArray[np.bool_] | None) -> Found:
    """Return what of `found` is in `mask`; None is everything."""
    if mask is None:
        return found
    inside = mask[found.docs]
    return Found(found.docs[inside], found.scores[inside])
