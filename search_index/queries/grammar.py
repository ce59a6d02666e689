"""The grammar of queries: Whoosh's parser, with plugins for what it reads wrongly or not at all.

`(korea OR japan) talent -visa "job offers" deepse* deep?eek deepseek~1 company:upstage date:[2025-01 TO 2025-03]
usd:>1bn publisher:="The Post"`

AND binds first, then OR, which may be written "|", then a space, which means AND too. What Whoosh's plugins would do
with brackets that do not match, with operators that lack a side, or with thousands of either, is refused before they
run (checks.py).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from briefs.errors import QueryError
from search_index.queries.checks import checked, closed_quotes
from search_index.queries.nodes import Kind, LeafNode
from search_index.terms.analysis import MARKS
from search_index.whoosh_quietly import default, plugins, syntax

MAX_LENGTH = 4000
MAX_LEAVES = 400

_BOUND = r"[\s()\"|]"
_START, _END = r"(?:(?<![^\s(:|])|(?<=-))", r"(?=[\s()|]|$)"  # of what may follow a field or a minus


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


_FIELDS = rf"(?:(?<![^\s(|])|(?<=^-)|(?<=[\s(]-))(?P<text>(?:[^\W\d]|°)[\w{MARKS}°/-]{{0,40}}):(?!/)\s*"
_OPEN_RANGE = re.compile(r"(?<=:)\s*[\[{][^\[\]{}()\"]*$")
_WORD = r"""(?P<text>[^\s()"*~:|]++)"""
_PLUGINS = (
    # A word of letters and digits alone, which is most of them: without this every tagger tries every letter of it.
    _LeafTagger("word", r"(?<![^\s(|])(?!(?:AND|OR|NOT)(?!\w))(?P<text>[^\W_]+)(?=[\s)|]|$)", -1),
    plugins.GroupPlugin(),
    plugins.FieldsPlugin(_FIELDS, remove_unknown=False),
    plugins.OperatorsPlugin(
        ops=[(_MINUS, 0)],
        And=rf"(?:^|(?<={_BOUND}))AND(?=$|{_BOUND})",
        Or=rf"\|\|?|(?:^|(?<={_BOUND}))OR(?=$|{_BOUND})",
        Not=rf"(?:^|(?<={_BOUND}))NOT(?=$|{_BOUND})",
        AndNot=None,
        AndMaybe=None,
        Require=None,
    ),
    _LeafTagger("phrase", r'"(?P<text>[^"]*)"', 0),
    _LeafTagger("exact", r'(?<=:)="(?P<text>[^"]*)"', 0),
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
        r"(?:thousand|[mb]illion|trillion|[mbt]n|[mb]ln|trn)|[<>=~]{1,2} [^\s()\"|]++)(?=[\s()|]|$)",
        1,
    ),
    _LeafTagger("pattern", rf"{_START}(?P<text>[^\W_]*(?:\?+[^\W_]+)+\?*\*?){_END}", 1),
    _LeafTagger("prefix", rf"{_START}{_WORD}\*{_END}", 2),
    _LeafTagger("similar", rf"{_START}{_WORD}~(?P<distance>[0-9]*+){_END}", 2),
    _LeafTagger("everything", rf"{_START}(?P<text>\*){_END}", 3),
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
        text, open_quote = closed_quotes(text, partial)
        if partial:
            text = _OPEN_RANGE.sub("", text)  # with the field before it, which then wants a word
        nodes = checked([_as_leaf(node) for node in self.tag(text) if not node.is_ws()], partial)
        for node in nodes:
            if isinstance(node, syntax.FieldnameNode):
                check_field(node.fieldname, node.startchar, node.startchar + len(node.fieldname) + 1)
        leaves = [n for n in nodes if isinstance(n, LeafNode)]
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
