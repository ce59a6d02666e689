"""What is refused before Whoosh makes a tree of a query's parts, or closed while the query is still being typed.

What Whoosh's plugins would do with brackets that do not match, with operators that lack a side, or with thousands of
either, would be a tree that means something else, or an exception.
"""

from __future__ import annotations

from typing import Any

from briefs.errors import QueryError
from search_index.queries.nodes import LeafNode
from search_index.whoosh_quietly import plugins, syntax

MAX_DEPTH = 20  # of brackets

_OPEN, _CLOSE = plugins.GroupPlugin.OpenBracket, plugins.GroupPlugin.CloseBracket


def closed_quotes(text: str, partial: bool) -> tuple[str, bool]:
    """Return `text` with straight quotation marks, the last of them closed, and whether it was open."""
    text = text.translate({0x201C: '"', 0x201D: '"', 0x201E: '"'})
    if text.count('"') % 2 == 0:
        return text, False
    if partial:
        return text + '"', True
    place = text.rindex('"')
    raise QueryError("This quotation mark is not closed.", place, place + 1)


def checked(nodes: list[Any], partial: bool) -> list[Any]:
    """Return the tagged nodes where they make a query, without what is still open at the end if `partial`."""
    if partial:
        while nodes and (_is_operator(nodes[-1]) or isinstance(nodes[-1], (syntax.FieldnameNode, _OPEN))):
            nodes.pop()
    opened: list[Any] = []
    for number, node in enumerate(nodes):
        _follow_brackets(node, opened)
        before = nodes[number - 1] if number else None
        after = nodes[number + 1] if number + 1 < len(nodes) else None
        _check_neighbours(before, node, after)
    if opened and not partial:
        raise _error("This bracket is not closed.", opened[-1])
    end = nodes[-1].endchar if nodes else 0
    return nodes + [_CLOSE().set_range(end, end) for _ in opened]  # Whoosh would pass over those that are still open


def _follow_brackets(node: Any, opened: list[Any]) -> None:
    """Put an opening bracket on `opened`, take it off for a closing one. Raises QueryError where that cannot be."""
    if isinstance(node, _OPEN):
        opened.append(node)
        if len(opened) > MAX_DEPTH:
            raise _error(f"Brackets stand more than {MAX_DEPTH} deep here.", node)
    elif isinstance(node, _CLOSE):
        if not opened:
            raise _error("This bracket closes, but none was opened.", node)
        opened.pop()


def _check_neighbours(before: Any, node: Any, after: Any) -> None:
    """Raise QueryError where a node lacks what must stand before or after it; None is the query's beginning or end."""
    if isinstance(node, _OPEN):
        if isinstance(after, _CLOSE):
            raise QueryError("There is nothing between these brackets.", node.startchar, after.endchar)
    elif isinstance(node, syntax.FieldnameNode):
        if not isinstance(after, (LeafNode, _OPEN)):
            raise _error(f"“{node.fieldname}:” wants a word right after it.", node)
    elif isinstance(node, syntax.PrefixOperator):
        if after is None or isinstance(after, _CLOSE) or _is_operator(after):
            raise _error(f"“{node.text}” wants a word after it.", node)
    elif isinstance(node, syntax.InfixOperator):
        lacks_left = before is None or isinstance(before, _OPEN) or _is_operator(before)
        lacks_right = after is None or isinstance(after, (_CLOSE, syntax.InfixOperator))
        if lacks_left or lacks_right:
            raise _error(f"“{node.text}” wants a word on both sides.", node)
    elif isinstance(node, LeafNode) and node.kind == "word" and node.text[:1] == "~":
        closes = isinstance(before, _CLOSE) or getattr(before, "kind", "") == "phrase"
        if closes and before.endchar == node.startchar:
            raise _error("Only a single word can be searched with “~”.", node)


def _is_operator(node: Any) -> bool:
    return isinstance(node, syntax.Operator)


def _error(message: str, node: Any) -> QueryError:
    return QueryError(message, node.startchar, node.endchar)
