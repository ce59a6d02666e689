"""No regular expression that sees text from outside takes more than its length: each is tried on what it repeats.

A pattern goes wrong where two of its parts can match the same characters. So for every part that it may repeat, what
that part matches is written out many times over, alone and behind what comes before it in the pattern.
"""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
import time
from collections.abc import Iterator
from pathlib import Path
from re import _compiler, _parser  # type: ignore[attr-defined]
from re import _constants as code  # type: ignore[attr-defined]
from typing import Any

import pytest

import briefs

ROOT = Path(briefs.__file__).parent
SOURCES = {path: path.read_text(encoding="utf-8") for path in sorted(ROOT.rglob("*.py"))}
SHORT = 200  # characters; a text is then four times, and where that looks bad eight times as long
CHEAP = 0.0006  # seconds for the longer one: nothing to look at
# Patterns that only ever see a window of so many characters, a line that is no longer, or a name.
WINDOWS = {
    "briefs.extract.counting.": 400,
    "briefs.extract.gist.": 600,
    "briefs.extract.naming.countries_abroad.": 100,
    "briefs.extract.page.bylines.": 1000,
    "briefs.extract.page.credits.": 200,
}


class Written:
    """A pattern, where it stands, and how it is asked: "match" looks at one place, the others at every one."""

    def __init__(self, where: str, pattern: re.Pattern[str], methods: set[str]) -> None:
        self.where, self.pattern, self.methods = where, pattern, methods


METHODS = "match|fullmatch|search|finditer|findall|sub|split"


def patterns() -> list[Written]:
    """Return every pattern of the package: the named ones, those in tables, and those written where they are used."""
    found: dict[tuple[str, int], Written] = {}

    def take(where: str, value: object, methods: set[str]) -> None:
        if isinstance(value, re.Pattern) and isinstance(value.pattern, str):
            one = found.setdefault((value.pattern, value.flags), Written(where, value, set()))
            one.methods |= methods
        elif isinstance(value, (tuple, list)):
            for item in value:
                take(where, item, {"search"})
        elif isinstance(value, dict) and len(value) < 500:
            for item in value.values():
                take(where, item, {"search"})

    everything = "\n".join(SOURCES.values())
    for module in pkgutil.walk_packages(briefs.__path__, "briefs."):
        if module.name.endswith("__main__"):
            continue
        loaded = importlib.import_module(module.name)
        own = SOURCES.get(Path(str(loaded.__file__)), "")
        for name, value in vars(loaded).items():
            if isinstance(value, (re.Pattern, tuple, list, dict)) and not name.startswith("__"):
                asked = re.findall(rf"\b{re.escape(name)}\.({METHODS})\b", own if name[0] == "_" else everything)
                take(f"{module.name}.{name}", value, set(asked) or {"search"})
    for path, source in SOURCES.items():
        for node in ast.walk(ast.parse(source)):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and _is_re(node.func.value):
                literal = node.args[0] if node.args else None
                if node.func.attr != "compile" and isinstance(literal, ast.Constant) and isinstance(literal.value, str):
                    flags = _flags([*node.args[1:], *(k.value for k in node.keywords)])
                    where = ".".join(("briefs", *path.relative_to(ROOT).with_suffix("").parts, str(node.lineno)))
                    take(where, re.compile(literal.value, flags), {node.func.attr})
    return list(found.values())


def _is_re(node: ast.expr) -> bool:
    return isinstance(node, ast.Name) and node.id == "re"


def _flags(nodes: list[ast.expr]) -> int:
    names = [n.attr for node in nodes for n in ast.walk(node) if isinstance(n, ast.Attribute) and _is_re(n.value)]
    return sum(int(getattr(re, name)) for name in names)


# What a part of a pattern matches, in the fewest characters.


def sample(tree: Any) -> str:
    parts: list[str] = []
    for kind, what in tree:
        if kind is code.LITERAL:
            parts.append(chr(what))
        elif kind is code.NOT_LITERAL:
            parts.append("b" if chr(what) == "a" else "a")
        elif kind is code.ANY:
            parts.append("a")
        elif kind is code.IN:
            parts.append(member(what))
        elif kind in (code.MAX_REPEAT, code.MIN_REPEAT, code.POSSESSIVE_REPEAT):
            parts.append(sample(what[2]) * max(1, what[0]))
        elif kind is code.SUBPATTERN:
            parts.append(sample(what[3]))
        elif kind is code.ATOMIC_GROUP:
            parts.append(sample(what))
        elif kind is code.BRANCH:
            parts.append(sample(what[1][0]))
    return "".join(parts)


def member(choices: Any) -> str:
    """Return a character of a set; of those that many sets share, if it can be one."""
    state = _parser.State()
    state.str = ""
    asks = _compiler.compile(_parser.SubPattern(state, [(code.IN, choices)]), 0)  # the engine knows what is in it
    usual = "a A1.,-“\n/(‘'#@:_;\"|*"
    return next((c for c in usual if asks.match(c)), None) or next(chr(c) for c in range(0x10000) if asks.match(chr(c)))


def repeated(tree: Any, before: str = "") -> Iterator[tuple[str, str]]:
    """Yield what stands before each part that may be repeated many times, and what it repeats."""
    for kind, what in tree:
        if kind in (code.MAX_REPEAT, code.MIN_REPEAT, code.POSSESSIVE_REPEAT):
            if what[1] > 15:
                yield before[-30:], sample(what[2])
            yield from repeated(what[2], before)
        elif kind is code.SUBPATTERN:
            yield from repeated(what[3], before)
        elif kind is code.ATOMIC_GROUP:
            yield from repeated(what, before)
        elif kind is code.BRANCH:
            for branch in what[1]:
                yield from repeated(branch, before)
        before += sample([(kind, what)])


def texts(pattern: re.Pattern[str]) -> list[tuple[str, str]]:
    """Return beginnings, each with the piece that is to be repeated behind it."""
    tree = _parser.parse(pattern.pattern, pattern.flags)
    parts = set(repeated(tree))
    whole = {("", sample(tree))} | {("", before + piece) for before, piece in parts}
    return sorted({(before, piece) for before, piece in parts | whole if piece})


def seconds(one: Written, text: str, times: int) -> float:
    """Return the least time of several that the pattern takes for the whole of `text`, as it is asked."""
    best = 60.0
    for _ in range(times):
        began = time.process_time()
        if one.methods <= {"match", "fullmatch"}:
            one.pattern.match(text)
            one.pattern.fullmatch(text)
        else:
            for _ in one.pattern.finditer(text):
                pass
        best = min(best, time.process_time() - began)
    return best


def repeating(before: str, piece: str, length: int) -> str:
    return before + piece * (length // len(piece) + 1)


def grows(one: Written, before: str, piece: str, short: int, times: int) -> bool:
    """Whether four times the text takes nine times as long: four where it is linear, sixteen where it is quadratic."""
    long = seconds(one, repeating(before, piece, 4 * short), times)
    return long > CHEAP and long > 9 * seconds(one, repeating(before, piece, short), times) + 0.0003


def test_every_pattern_is_linear_in_its_text() -> None:
    found = patterns()
    assert len(found) > 400
    guilty = []
    for one in found:
        for before, piece in texts(one.pattern):
            if not grows(one, before, piece, SHORT, 2) or not grows(one, before, piece, 2 * SHORT, 5):
                continue
            window = next((size for place, size in WINDOWS.items() if one.where.startswith(place)), None)
            if window is None or seconds(one, repeating(before, piece, window), 3) > 0.02:
                guilty.append(f"{one.where} on {before!r} and many times {piece!r}")
                break
    assert guilty == []


@pytest.mark.parametrize("pattern", [r"(?:a+)+b", r"\s+x", r"(\w+)@", r"[a-z]*-[a-z]*!", r"(?:ab*)*c"])
def test_a_pattern_that_is_not_linear_would_be_found(pattern: str) -> None:
    one = Written("here", re.compile(pattern), {"search"})
    assert any(
        seconds(one, repeating(b, p, 26 if "+)+" in pattern else 1600), 1) > 0.001 for b, p in texts(one.pattern)
    )
