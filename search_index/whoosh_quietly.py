"""Whoosh 2.7.4, imported without the warnings of Python's newer compilers: its source is ten years old, and pinned."""

from __future__ import annotations

import warnings

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    from whoosh import columns, fields, formats, index, query, reading, scoring, writing
    from whoosh.automata import lev
    from whoosh.codec import base, whoosh3
    from whoosh.filedb import filestore
    from whoosh.matching import ListMatcher, NullMatcher
    from whoosh.qparser import default, plugins, syntax
    from whoosh.searching import Searcher
    from whoosh.util import filelock
    from whoosh.util.numeric import byte_to_length, length_to_byte

__all__ = [
    "ListMatcher",
    "NullMatcher",
    "Searcher",
    "base",
    "byte_to_length",
    "columns",
    "default",
    "fields",
    "filelock",
    "filestore",
    "formats",
    "index",
    "length_to_byte",
    "lev",
    "plugins",
    "query",
    "reading",
    "scoring",
    "syntax",
    "whoosh3",
    "writing",
]
