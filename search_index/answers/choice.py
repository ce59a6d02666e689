"""What is chosen in the facets: values of one facet are alternatives, facets among themselves add up."""

from __future__ import annotations

from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from briefs.errors import QueryError
from briefs.text import fold
from search_index.answers.evaluate import Evaluator
from search_index.answers.facets import Facet
from search_index.answers.found import Found
from search_index.answers.grouping import Groups
from search_index.answers.moment import Moment
from search_index.queries.query import parse
from search_index.results import FACETS, FacetCount, FacetName, Request
from search_index.whoosh_quietly import query


class Choice:
    """The values that a request chooses, applied to what its query finds."""

    def __init__(self, request: Request, moment: Moment, evaluator: Evaluator, groups: Groups | None = None) -> None:
        self._moment = moment
        self._groups = groups  # where each story counts once
        self._evaluator = evaluator
        self._mentioned = request.mentioned
        given = (self._codes(request.countries), request.companies, request.publishers, request.months, request.tags)
        self._chosen = {name: wanted for name, wanted in zip(FACETS, given, strict=True) if wanted}
        self._facets: dict[FacetName, Facet] = {}

    def applied(self, found: Found) -> Found:
        """Return what of `found` has a chosen value in every facet with a choice."""
        return found.within(self._mask(None))

    def counts(self, name: FacetName, found: Found) -> tuple[FacetCount, ...]:
        """Return the values of a facet with the hits that choosing each would give, other facets being as they are.

        `found` is what the query finds, before any choice.
        """
        snapshot = self._moment.snapshot
        hits = found.within(self._mask(name))
        mask = np.zeros(snapshot.count, np.bool_)
        mask[hits.docs] = True
        facet = self._facet(name)
        return facet.listed(facet.counts(mask, self._groups), self._chosen.get(name, ()), self._moment.tables())

    def _codes(self, countries: tuple[str, ...]) -> tuple[str, ...]:
        """Return countries as codes, where they are known by name; what is not known stays, and finds nothing."""
        if not countries:
            return ()  # as in most searches, which need not wait for the tables to be read
        tables = self._moment.tables()
        named = {c: tables.country_by_name.get(fold(c)) for c in countries if c.upper() not in tables.country_by_code}
        return tuple(found.code if (found := named.get(c)) else c for c in countries)

    def _facet(self, name: FacetName) -> Facet:
        if name not in self._facets:
            self._facets[name] = self._moment.facet(name, self._mentioned)
        return self._facets[name]

    @cached_property
    def _masks(self) -> dict[FacetName, NDArray[np.bool_]]:
        masks: dict[FacetName, NDArray[np.bool_]] = {}
        for name, wanted in self._chosen.items():
            if self._mentioned and name in ("country", "company"):
                masks[name] = self._mentions(name, wanted)
            else:
                facet = self._facet(name)
                masks[name] = facet.mask(facet.chosen(wanted), self._moment.snapshot.count)
        return masks

    def _mentions(self, name: FacetName, wanted: tuple[str, ...]) -> NDArray[np.bool_]:
        """Return which documents mention one of these countries or companies, as `country:` and `company:` say."""
        mask = np.zeros(self._moment.snapshot.count, np.bool_)
        for value in wanted:
            if value.startswith(f"{name}:"):
                asked = query.Term("entity", value)
            else:
                asked = self._meaning(name, value)
            mask[self._evaluator.find(asked).docs] = True
        return mask

    def _meaning(self, name: FacetName, value: str) -> Any:
        try:
            return parse(f'{name}:"{value.replace(chr(34), " ")}"', self._moment).query
        except QueryError as error:
            raise QueryError(str(error)) from error  # its place is in no query that anybody wrote

    def _mask(self, without: FacetName | None) -> NDArray[np.bool_] | None:
        """Return which documents have a chosen value in every facet but one; None where nothing is chosen."""
        masks = [mask for name, mask in self._masks.items() if name != without]
        return np.logical_and.reduce(masks) if masks else None
