"""An article in another language, and the names in it."""

from __future__ import annotations

from briefs.extract.document import Document
from briefs.extract.names import Names
from briefs.extract.naming.steps import find_names
from briefs.model import Block
from briefs.tables import default_tables


def document(text: str, language: str) -> Document:
    """Return an article of one paragraph."""
    return Document(None, text, (Block("paragraph", 0, len(text)),), language)


def named(text: str, language: str) -> Names:
    """Return whom and what it names, by the tables in force."""
    return find_names(document(text, language), default_tables(), ())
