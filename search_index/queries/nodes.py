"""The leaves of a query: words, phrases, ranges, as it writes them, and as nodes of Whoosh's syntax tree."""

from __future__ import annotations

from typing import Any, Literal, NamedTuple, Protocol

from search_index.whoosh_quietly import syntax

# An open word or phrase is one that is still being typed.
Kind = Literal[
    "word", "open word", "phrase", "open phrase", "exact", "prefix", "pattern", "similar", "range", "everything"
]


class Leaf(NamedTuple):
    """A word or the like as the query writes it; the field is None where none is named."""

    kind: Kind
    field: str | None
    text: str
    start: int
    end: int
    text_end: str = ""  # of a range
    open_start: bool = False
    open_end: bool = False
    distance: int = 0


class Meaning(Protocol):
    """What gives the leaves of a tree their meaning, where Whoosh expects its parser: `tree.query(meaning)`."""

    def meaning(self, leaf: Leaf) -> Any:
        """Return the query that a leaf means, None to leave it out."""


class LeafNode(syntax.SyntaxNode):  # type: ignore[misc]  # Whoosh ships no types
    """A leaf in Whoosh's syntax tree. What it means is asked of whoever makes a query of the tree (`Meaning`)."""

    has_fieldname = True
    has_text = False

    def __init__(self, kind: Kind, text: str, text_end: str = "", distance: int = 0, brackets: str = "[]") -> None:
        self.kind: Kind = kind
        self.text, self.text_end = text, text_end
        self.distance, self.brackets = distance, brackets
        self.fieldname: str | None = None

    def r(self) -> str:
        """Return the node for Whoosh's debugging output."""
        return f"{self.kind} {self.text!r}"

    def leaf(self) -> Leaf:
        """Return the leaf with its field and place."""
        return Leaf(
            self.kind,
            self.fieldname,
            self.text,
            self.startchar,
            self.endchar,
            self.text_end,
            self.brackets[0] == "{",
            self.brackets[1] == "}",
            self.distance,
        )

    def query(self, parser: Meaning) -> Any:
        """Return the query that the leaf means, None to leave it out."""
        return parser.meaning(self.leaf())
