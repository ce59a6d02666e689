"""One reading of a passage for names: words without possessives, capitals that mean something, runs of capitals."""

from __future__ import annotations

from bisect import bisect_right
from typing import NamedTuple

from briefs.extract import lexicon as lex
from briefs.extract.document import Passage

_APOSTROPHES = "’'"
_OPENING = frozenset("“\"'‘«„(‹「『[:•*-–—")
_INITIAL_ABBREVIATIONS = lex.words("""jr sr st dr mr mrs ms gen sen rep gov lt col capt sgt prof rev hon maj adm""")
_MAX_RUN = 14  # tokens; a longer run of capitals is a table or a shout, not a name


class Run(NamedTuple):
    """Tokens `[first, last)` that stand capitalised side by side; `weak` where a sentence opens with them."""

    first: int
    last: int
    weak: bool
    possessive: bool


class Scan:
    """The words of a passage beside its tokens. All lists run parallel to `tokens`."""

    def __init__(self, passage: Passage) -> None:
        self.passage = passage
        self.tokens = passage.tokens
        self.words: list[str] = []
        self.ends: list[int] = []
        self.capital: list[bool] = []
        for token in self.tokens:
            word, end = token.text, token.end
            if len(word) > 2 and word[-1] in "sS" and word[-2] in _APOSTROPHES:
                word, end = word[:-2], end - 2
            elif "-" in word:
                head, _, tail = word.rpartition("-")
                if tail in lex.COMPOUND_TAILS and head:
                    word, end = head, token.start + len(head)
            self.words.append(word)
            self.ends.append(end)
            self.capital.append(not word.islower() and word[0].isalpha() and word.lower() != word)
        self.lower = [word.lower() for word in self.words]
        self.weak = self._weak()
        self.loud = self._loud()

    def _weak(self) -> list[bool]:
        """Return where a capital says little, because a sentence, quotation or list item opens there."""
        starts = {span.start for span in self.passage.sentences}
        weak, opening = [], True
        for token in self.tokens:
            opening = opening or token.start in starts
            weak.append(opening)
            opening = token.text in _OPENING or (opening and not token.text[0].isalnum())
        return weak

    def _loud(self) -> list[bool]:
        """Return where capitals say nothing: headings and lines that are written in capitals or in Title Case."""
        loud = [False] * len(self.tokens)
        text = self.passage.text
        headings = [b.start for b in self.passage.blocks if b.kind == "heading"]
        heading_ends = {b.start: b.end for b in self.passage.blocks if b.kind == "heading"}
        first = 0
        while first < len(self.tokens):
            newline = text.find("\n", self.tokens[first].start)
            end = len(text) if newline < 0 else newline
            last = first
            while last < len(self.tokens) and self.tokens[last].start < end:
                last += 1
            content = [i for i in range(first, last) if self.words[i][0].isalpha() and len(self.words[i]) > 3]
            capitals = sum(self.capital[i] for i in content)
            place = bisect_right(headings, self.tokens[first].start) - 1
            heading = place >= 0 and self.tokens[first].start < heading_ends[headings[place]]
            shouting = sum(self.words[i].isupper() for i in content)
            closed = text[end - 1 : end] in '.!?…”"'
            unfinished = (heading or not closed) and last - first <= 30 and capitals >= 0.75 * len(content)
            if content and ((unfinished and (heading or len(content) > 2)) or shouting >= max(2, 0.8 * len(content))):
                loud[first:last] = [True] * (last - first)
            first = max(last, first + 1)
        return loud

    def joined(self, left: int, right: int) -> bool:
        """Return whether tokens `left` and `right`, neighbours, stand one space or nothing apart."""
        gap = self.tokens[right].start - self.tokens[left].end
        if self.ends[left] != self.tokens[left].end or gap > 1:
            return False
        return gap == 0 or self.passage.text[self.tokens[left].end] in " \u00a0"

    def text(self, first: int, last: int) -> str:
        """Return the text of tokens `[first, last)` without a possessive at its end."""
        return self.passage.text[self.tokens[first].start : self.ends[last - 1]]

    def runs(self) -> list[Run]:
        """Return the runs of capitalised words in order; lines where capitals say nothing have none."""
        found: list[Run] = []
        index, count = 0, len(self.tokens)
        while index < count:
            if not self.capital[index] or self.loud[index]:
                index += 1
                continue
            last = self._run_end(index)
            first = index
            if index and self.tokens[index - 1].end == self.tokens[index].start and self.words[index - 1].isdigit():
                first -= 1  # 36Kr
            found.append(Run(first, last, self.weak[first], self.ends[last - 1] != self.tokens[last - 1].end))
            index = last
        return found

    def _run_end(self, first: int) -> int:
        last, count = first + 1, len(self.tokens)
        while last < count and last - first < _MAX_RUN and self.joined(last - 1, last) and not self.loud[last]:
            word = self.words[last]
            if self.capital[last]:
                last += 1
                continue
            ahead = last + 1 < count and self.joined(last, last + 1) and self.capital[last + 1]
            before = self.words[last - 1]
            if (
                (
                    word == "."
                    and ((len(before) == 1 and ahead) or self.lower[last - 1] in _INITIAL_ABBREVIATIONS)
                    and ahead
                )
                or (word in ("&", "+") and ahead)
                or (word in lex.PARTICLES and ahead and word != "y")
            ):
                last += 2
            elif word in lex.PARTICLES and last + 2 < count and self.words[last + 1] in lex.PARTICLES:
                if not (self.capital[last + 2] and self.joined(last, last + 1) and self.joined(last + 1, last + 2)):
                    break
                last += 3
            else:
                break
        return last
