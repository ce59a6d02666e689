"""JSON as pages print it: with comments around it, commas too many or too few, quotation marks nobody escaped, cut off.

What is right JSON is read as that; the rest by its marks alone, one after the other, so that one wrong character costs
the value that it stands in and no more. Linear in the length; nothing is ever evaluated.
"""

from __future__ import annotations

import json
import re
from html import unescape
from typing import Any

_LONGEST = 3_000_000  # characters of right JSON
_LONGEST_LOOSE = 500_000
_DEEPEST = 60  # objects and lists within each other, where the JSON is wrong
_WRAPPING = re.compile(
    r"\A[\s\ufeff]*(?://\s*|/\*\s*)?(?:<!\[CDATA\[|<!--)(?:\s*\*/)?|(?://\s*|/\*\s*)?(?:\]\]>|-->)(?:\s*\*/)?\s*\Z"
)
_PASSED = re.compile(r"(?:[\s\ufeff,;=]+|//[^\n]*|/\*(?:[^*]|\*(?!/)){0,5000}\*/|<!--|-->|<!\[CDATA\[|\]\]>)+")
_BARE = re.compile(r"[^\s,:;={}\[\]\"']{1,300}")
_MARK = {'"': re.compile(r'[^"\\]*(?:\\.[^"\\]*)*', re.DOTALL), "'": re.compile(r"[^'\\]*(?:\\.[^'\\]*)*", re.DOTALL)}
# Which quotation mark ends a text: what follows it goes on as JSON does, or the next property begins without a comma.
_ENDS_KEY = re.compile(r"\s{0,200}:")
_ENDS_VALUE = re.compile(
    r"\s{0,200}(?:[}\]]|\Z|,\s{0,200}(?:[\"'{}\[\],/]|-?\d|true\b|false\b|null\b|\w{1,40}\s{0,9}:|\Z)|"
    r"[\"'][\w@:.\-]{1,60}[\"']\s{0,9}:)"
)
_ESCAPE = re.compile(r"\\(u[\da-fA-F]{4}|.)", re.DOTALL)
_ESCAPED = {"n": "\n", "t": " ", "r": "\n", "b": "", "f": "\n"}
_WORDS = {"true": True, "false": False, "null": None, "undefined": None}


def values_of(script: str) -> list[Any]:
    """Return the values that a script of JSON holds: one, where it is right; none where nothing can be read."""
    if len(script) > _LONGEST:
        return []
    text = _WRAPPING.sub("", script).strip().rstrip(";")
    for attempt in (text, re.sub(r",(\s{0,200}[\]}])", r"\1", text)):
        try:
            return [json.loads(attempt, strict=False)]
        except (ValueError, RecursionError):
            continue
    if len(text) > _LONGEST_LOOSE:
        return []
    return _Loose(unescape(text) if "&quot;" in text and '"' not in text else text).values


class _Loose:
    """A reader of what looks like JSON; it never fails, and keeps what it understood."""

    def __init__(self, text: str) -> None:
        self.values: list[Any] = []
        self._text = text
        self._open: list[tuple[Any, str | None]] = []  # objects and lists, and under which name the next value comes
        self._read()

    def _read(self) -> None:
        text, place = self._text, 0
        while place < len(text) and len(self._open) <= _DEEPEST:
            passed = _PASSED.match(text, place)
            place = passed.end() if passed else place
            character = text[place : place + 1]
            if character in {"{", "["}:
                value: Any = {} if character == "{" else []
                self._add(value)
                self._open.append((value, None))
                place += 1
            elif character in {"}", "]"}:
                self._shut(dict if character == "}" else list)
                place += 1
            elif character in _MARK:
                place = self._quoted(place)
            elif bare := _BARE.match(text, place):
                self._word(bare.group(), _ENDS_KEY.match(text, bare.end()) is not None)
                place = bare.end()
            else:
                place += 1  # a colon: what stood before it was taken for a name

    def _add(self, value: Any) -> None:
        if not self._open:
            if isinstance(value, (dict, list)):
                self.values.append(value)
            return
        holder, name = self._open[-1]
        if isinstance(holder, list):
            holder.append(value)
        elif name is not None:
            holder.setdefault(name, value)
            self._open[-1] = (holder, None)

    def _shut(self, kind: type) -> None:
        """Close the innermost object or list of `kind`, and what stands open in it; a mark too many closes nothing."""
        for depth in range(len(self._open) - 1, -1, -1):
            if isinstance(self._open[depth][0], kind):
                del self._open[depth:]
                return

    def _named(self) -> bool:
        """Whether the next value has its name already, or needs none."""
        return not self._open or isinstance(self._open[-1][0], list) or self._open[-1][1] is not None

    def _name(self, name: str) -> None:
        self._open[-1] = (self._open[-1][0], name)

    def _quoted(self, place: int) -> int:
        """Read the text that begins with the quotation mark at `place`; return where it ends."""
        mark = self._text[place]
        named = self._named()
        ending = _ENDS_VALUE if named else _ENDS_KEY
        end = place + 1
        while (match := _MARK[mark].match(self._text, end)) and match.end() < len(self._text):
            end = match.end() + 1
            if ending.match(self._text, end):
                break
        else:
            return len(self._text)  # cut off within it
        value = _ESCAPE.sub(_unescaped, self._text[place + 1 : end - 1])
        if named:
            self._add(value)
        else:
            self._name(value)
        return end

    def _word(self, word: str, before_colon: bool) -> None:
        if not self._named():
            if before_colon:
                self._name(word)
            return
        try:
            self._add(_WORDS[word] if word in _WORDS else json.loads(word))
        except ValueError:
            self._add(word)


def _unescaped(match: re.Match[str]) -> str:
    code = match[1]
    return chr(int(code[1:], 16)) if len(code) > 1 else _ESCAPED.get(code, code)
