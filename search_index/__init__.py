"""A search index over a library: a cache that can always be rebuilt, and never the truth.

Importing this package loads neither Whoosh nor NumPy; they come when an index is first searched or written.
"""

from search_index.index import Index
from search_index.results import FacetCount, Hit, Request, Results, Snippet

__all__ = ["FacetCount", "Hit", "Index", "Request", "Results", "Snippet"]
