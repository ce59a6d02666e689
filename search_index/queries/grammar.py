"""The grammar of queries: Whoosh's parser, with plugins for what it reads wrongly or not at all.

`(korea OR japan) talent -visa "job offers" deepse* deepseek~1 company:upstage date:[2025-01 TO 2025-03] usd:>1bn`

AND binds first, then OR, then a space, which means AND too. What Whoosh's plugins would do with brackets that do not
match, with operators that lack a side, or with thousands of either, is refused before they run, each with its place.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, Literal, NamedTuple, Protocol

from briefs.errors import QueryError
from search_index.terms.analysis import MARKS
from search_index.whoosh_quietly import default, plugins, syntax

MAX_LENGTH = 4000
MAX_LEAVES = 400
MAX_DEPTH = 20

_BOUND = r"[\s()\"]"


# An open word or phrase is one that is still being typed.
Kind = Literal["word", "open word", "phrase", "open phrase", "prefix", "similar", "range", "everything"]


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


class _LeafTagger(plugins.TaggingPlugin):  # type: ignore[misc]  # Whoosh ships no types
    """Tags what its expression matches as a leaf of its kind."""

    def __init__(self, kind: Kind, expr: str, priority: int) -> None:
        super().__init__(expr)
        self.kind: Kind = kind
        self.priority = priority

    def create(self, parser: Any, match: Any) -> LeafNode:
        """Return the node of a match."""
        found = match.groupdict()
        return LeafNode(
            self.kind,
            found.get("text") or "",
            found.get("text_end") or "",
            int((found.get("distance") or "1")[:3]),
            (found.get("opened") or "[") + (found.get("closed") or "]"),
        )


_ops = plugins.OperatorsPlugin.OpTagger
_MINUS = _ops(r"(?:^|(?<=[\s(]))-(?=[^\s)-])", syntax.NotGroup, syntax.PrefixOperator, memo="minus")


_FIELDS = rf"(?:(?<![^\s(])|(?<=^-)|(?<=[\s(]-))(?P<text>(?:[^\W\d]|°)[\w{MARKS}°/-]{{0,40}}):(?!/)\s*"
_OPEN_RANGE = re.compile(r"(?<=:)\s*[\[{][^\[\]{}()\"]*$")
_WORD = r"""(?P<text>[^\s()"*~:]++)"""
_PLUGINS = (
    # A word of letters and digits alone, which is most of them: without this every tagger tries every letter of it.
    _LeafTagger("word", r"(?<![^\s(])(?!(?:AND|OR|NOT)(?!\w))(?P<text>[^\W_]+)(?=[\s)]|$)", -1),
    plugins.GroupPlugin(),
    plugins.FieldsPlugin(_FIELDS, remove_unknown=False),
    plugins.OperatorsPlugin(
        ops=[(_MINUS, 0)],
        And=rf"(?:^|(?<={_BOUND}))AND(?=$|{_BOUND})",
        Or=rf"(?:^|(?<={_BOUND}))OR(?=$|{_BOUND})",
        Not=rf"(?:^|(?<={_BOUND}))NOT(?=$|{_BOUND})",
        AndNot=None,
        AndMaybe=None,
        Require=None,
    ),
    _LeafTagger("phrase", r'"(?P<text>[^"]*)"', 0),
    _LeafTagger(
        "range",
        r"""(?:(?<=:)|(?<=:\s))(?P<opened>[\[{])(?P<text>[^\[\]{}"]{0,60}?)\s*(?:\b(?i:TO)\b|\.\.)\s*"""
        r"""(?P<text_end>[^\[\]{}"]{0,60}?)\s*(?P<closed>[\]}])""",
        1,
    ),
    # what a space does not part: a number and its scale, and a comparison from what it compares with
    _LeafTagger(
        "word",
        r"(?<=:)(?P<text>(?:[<>=~]{1,2} ?)?[$€£¥₩₹]?\d[\d.,]{0,30} "
        r"(?:thousand|[mb]illion|trillion|[mbt]n|[mb]ln|trn)|[<>=~]{1,2} [^\s()\"]++)(?=[\s()]|$)",
        1,
    ),
    _LeafTagger("prefix", rf"(?:(?<![^\s(:])|(?<=-)){_WORD}\*(?=[\s()]|$)", 2),
    _LeafTagger("similar", rf"(?:(?<![^\s(:])|(?<=-)){_WORD}~(?P<distance>[0-9]*+)(?=[\s()]|$)", 2),
    _LeafTagger("everything", r"(?:(?<![^\s(:])|(?<=-))(?P<text>\*)(?=[\s()]|$)", 3),
)


class Parser(default.QueryParser):  # type: ignore[misc]  # Whoosh ships no types
    """Whoosh's parser with our plugins, which makes a syntax tree. It keeps nothing of a query: one serves all."""

    def __init__(self) -> None:
        super().__init__(None, None, plugins=_PLUGINS)
        self._taggers: list[Any] = super().taggers()
        self._filters: list[Any] = super().filters()

    def taggers(self) -> list[Any]:
        """Return what finds the parts of a query, in the order in which they try; Whoosh would make them anew."""
        return self._taggers

    def filters(self) -> list[Any]:
        """Return what makes a tree of the parts, in the order in which they run."""
        return self._filters

    def _flat(self, nodes: list[Any]) -> Any:
        """Return the tree of leaves side by side, as Whoosh's filters make it; None where there is more than that."""
        leaves: list[LeafNode] = []
        field: str | None = None
        for node in nodes:
            if isinstance(node, LeafNode):
                node.fieldname = field
                leaves.append(node)
                field = None
            elif isinstance(node, syntax.FieldnameNode):
                field = node.fieldname
            else:
                return None
        return self.group(leaves)

    def tree(
        self, text: str, partial: bool, check_field: Callable[[str, int, int], None]
    ) -> tuple[Any, list[LeafNode]]:
        """Return Whoosh's syntax tree of `text` and its leaves in order. Raises QueryError with the place.

        With `partial`, what is still open at the end is closed or left away. `check_field`, given a field's name and
        its place, raises QueryError where there is no such field.
        """
        if len(text) > MAX_LENGTH:
            raise QueryError(
                f"The query has {len(text):,} characters; at most {MAX_LENGTH:,} can be searched for at once.",
                MAX_LENGTH,
                len(text),
            )
        text, open_quote = _closed_quotes(text, partial)
        if partial:
            text = _OPEN_RANGE.sub("", text)  # with the field before it, which then wants a word
        nodes = _checked([_as_leaf(node) for node in self.tag(text) if not node.is_ws()], partial)
        for node in nodes:
            if isinstance(node, syntax.FieldnameNode):
                check_field(node.fieldname, node.startchar, node.startchar + len(node.fieldname) + 1)
        leaves = [n for n in nodes if _is_leaf(n)]
        if len(leaves) > MAX_LEAVES:
            raise QueryError(
                f"The query has {len(leaves)} words; at most {MAX_LEAVES} can be searched for at once.",
                leaves[MAX_LEAVES].startchar,
                leaves[-1].endchar,
            )
        tree = self._flat(nodes) or self.filterize(self.group(nodes))
        found: list[LeafNode] = []
        _collect(tree, found)
        if open_quote and found and found[-1].kind == "phrase":
            found[-1].kind = "open phrase"
        return tree, found


def _as_leaf(node: Any) -> Any:
    """Return a node, one of the words that no tagger claimed as a leaf."""
    if isinstance(node, syntax.WordNode):
        return LeafNode("word", node.text).set_range(node.startchar, node.endchar)
    return node


def _collect(node: Any, found: list[LeafNode]) -> None:
    if isinstance(node, LeafNode):
        found.append(node)
    elif isinstance(node, syntax.GroupNode):
        for part in node:
            _collect(part, found)


def _closed_quotes(text: str, partial: bool) -> tuple[str, bool]:
    """Return `text` with straight quotation marks, the last of them closed, and whether it was open."""
    text = text.translate({0x201C: '"', 0x201D: '"', 0x201E: '"'})
    if text.count('"') % 2 == 0:
        return text, False
    if partial:
        return text + '"', True
    place = text.rindex('"')
    raise QueryError("This quotation mark is not closed.", place, place + 1)


def _checked(nodes: list[Any], partial: bool) -> list[Any]:
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
        if not (_is_leaf(after) or isinstance(after, _OPEN)):
            raise _error(f"“{node.fieldname}:” wants a word right after it.", node)
    elif isinstance(node, syntax.PrefixOperator):
        if after is None or isinstance(after, _CLOSE) or _is_operator(after):
            raise _error(f"“{node.text}” wants a word after it.", node)
    elif isinstance(node, syntax.InfixOperator):
        lacks_left = before is None or isinstance(before, _OPEN) or _is_operator(before)
        lacks_right = after is None or isinstance(after, (_CLOSE, syntax.InfixOperator))
        if lacks_left or lacks_right:
            raise _error(f"“{node.text}” wants a word on both sides.", node)
    elif _is_leaf(node) and node.kind == "word" and node.text[:1] == "~" and _ends_at(before, node.startchar):
        raise _error("Only a single word can be searched with “~”.", node)


def _ends_at(before: Any, place: int) -> bool:
    """Tell whether a phrase or a closing bracket ends at `place`."""
    closes = isinstance(before, _CLOSE) or getattr(before, "kind", "") == "phrase"
    return closes and before.endchar == place


_OPEN, _CLOSE = plugins.GroupPlugin.OpenBracket, plugins.GroupPlugin.CloseBracket


def _is_operator(node: Any) -> bool:
    return isinstance(node, syntax.Operator)


def _is_leaf(node: Any) -> bool:
    return isinstance(node, LeafNode)


def _error(message: str, node: Any) -> QueryError:
    return QueryError(message, node.startchar, node.endchar)
