"""Whoosh 2.7.4, imported without the warnings of Python's newer compilers: its source is ten years old, and pinned.

Here is what a search needs of it. What only writing needs is imported where it is used, within `quietly`.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def quietly() -> Iterator[None]:
    """Import from Whoosh in here."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


with quietly():
    from whoosh import columns, fields, formats, query, reading
    from whoosh.codec import base
    from whoosh.filedb import filestore
    from whoosh.matching import ListMatcher
    from whoosh.qparser import default, plugins, syntax
    from whoosh.util import filelock
    from whoosh.util.numeric import byte_to_length

__all__ = [
    "ListMatcher",
    "base",
    "byte_to_length",
    "columns",
    "default",
    "fields",
    "filelock",
    "filestore",
    "formats",
    "plugins",
    "query",
    "reading",
    "syntax",
]
