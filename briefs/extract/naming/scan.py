"""One reading of a passage for names: words without possessives, capitals that mean something, runs of capitals."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from briefs.extract.document import Passage
from briefs.extract.naming.lexicon.firms import LEGAL_FORMS
from briefs.extract.naming.lexicon.persons import PARTICLES
from briefs.extract.naming.lexicon.plain import COMPOUND_TAILS, FUNCTION
from briefs.extract.wordlist import words

APOSTROPHES = frozenset("'’")
_SINGLE_QUOTES = frozenset("'‘")
_QUOTES = frozenset('“”"‘’')
_OPENING = frozenset("“\"'‘«„(‹「『[:•*-–—")
_INITIAL_ABBREVIATIONS = words("""jr sr st dr mr mrs ms gen sen rep gov lt col capt sgt prof rev hon maj adm""")
CURRENCY_SIGNS = frozenset("$€£¥₹₦₩")
_HELPERS = words("is was has had will would said says closed opened operates sells sold reported announced owns")
_MAX_RUN = 14  # tokens; a longer run of capitals is a table or a shout, not a name


class Run(NamedTuple):
    """Tokens `[first, last)` that stand capitalised side by side; `weak` where a sentence opens with them."""

    first: int
    last: int
    weak: bool
    possessive: bool


class Scan:
    """The words of a passage beside its tokens. All lists run parallel to `tokens`."""

    def __init__(self, passage: Passage, given: frozenset[str] | None = None) -> None:
        """Read `passage`; in languages where "de" and "von" are plain words, `given` names decide who has them."""
        self.passage = passage
        self._given = given
        self.tokens = passage.tokens
        self.words = [token.text for token in self.tokens]
        self.ends = [token.end for token in self.tokens]
        self.lower = passage.lows.copy()
        self._possessive: set[int] = set()
        for index, word in enumerate(self.words):
            if word[-2:-1] in APOSTROPHES and word[-1] in "sS" and len(word) > 2:
                self.words[index] = word[:-2]
                self.lower[index] = word[:-2].lower()
                self.ends[index] -= 2
                self._possessive.add(index)
            elif "-" in word:
                head, _, tail = word.rpartition("-")
                if tail.lower() in COMPOUND_TAILS and head:
                    head = head.removesuffix(".") if head.count(".") == 1 else head  # "Mass.-based", "U.S.-based"
                    self.words[index] = head
                    self.lower[index] = head.lower()
                    self.ends[index] = self.tokens[index].start + len(head)
        self._possessive.update(self._plural_possessives())
        self.capital = [w != low and w[0].isalpha() for w, low in zip(self.words, self.lower, strict=True)]
        self.line_starts: list[int] = []
        self.weak = self._weak()
        self.loud = self._loud()
        for index in sorted(self._possessive):
            if index + 1 < len(self.words) and self._own_name(index):
                self.keep_possessive(index)
        self.whence: set[int] = set()  # tokens that only say whence a thing comes; who knows countries adds them

    def _plural_possessives(self) -> Iterator[int]:
        """Yield where a name ends in s and an apostrophe that closes no quotation: "Airways' chairman"."""
        quoted = False
        for index, word in enumerate(self.words[:-1]):
            glued = index > 0 and self.tokens[index - 1].end == self.tokens[index].start
            if word in _SINGLE_QUOTES and not glued:
                quoted = True  # it opens
            elif word in APOSTROPHES and glued:
                after = self.tokens[index + 1]
                if not quoted and self.words[index - 1][-1] in "sxz" and after.start == self.tokens[index].end + 1:
                    yield index - 1
                quoted = False

    def _own_name(self, index: int) -> bool:
        """Return whether a verb behind "'s" says that it is a part of the name: "the grocer Mahoney's closed"."""
        verb = self.lower[index + 1] in _HELPERS and self.tokens[index].end == self.ends[index] + 2
        return verb and self.capital[index] and not self.weak[index] and self.lower[index] not in FUNCTION

    def _weak(self) -> list[bool]:
        """Return where a capital says little, because a sentence, quotation or list item opens there."""
        starts = {span.start for span in self.passage.sentences}
        weak, opening = [], True
        for token in self.tokens:
            opening = opening or token.start in starts
            weak.append(opening)
            opening = token.text in _OPENING or (opening and not token.text[0].isalpha())
        return weak

    def _loud(self) -> list[bool]:
        """Return where capitals say nothing: headings and lines that are written in capitals or in Title Case."""
        loud = [False] * len(self.tokens)
        text = self.passage.text
        headings = [b.start for b in self.passage.blocks if b.kind == "heading"]
        heading_ends = {b.start: b.end for b in self.passage.blocks if b.kind == "heading"}
        first = 0
        while first < len(self.tokens):
            self.line_starts.append(first)
            newline = text.find("\n", self.tokens[first].start)
            end = len(text) if newline < 0 else newline
            last = first
            while last < len(self.tokens) and self.tokens[last].start < end:
                last += 1
            place = bisect_right(headings, self.tokens[first].start) - 1
            heading = place >= 0 and self.tokens[first].start < heading_ends[headings[place]]
            closed = text[end - 1 : end] in '.!?…”"'
            unfinished = (heading or not closed) and last - first <= 30
            if (unfinished or text[self.tokens[first].start : end][:60].isupper()) and self._empty(
                first, last, heading
            ):
                loud[first:last] = [True] * (last - first)
            first = max(last, first + 1)
        return loud

    def _empty(self, first: int, last: int, heading: bool) -> bool:
        """Return whether nearly all longer words of a line are capitalised, or written in capitals."""
        content = [i for i in range(first, last) if len(self.words[i]) > 3 and self.words[i][0].isalpha()]
        if not content:
            return False
        titled = sum(self.capital[i] for i in content) >= 0.75 * len(content) and last - first <= 30
        shouted = sum(self.words[i].isupper() for i in content) >= max(2, 0.8 * len(content))
        return shouted or (titled and (heading or len(content) > 2))

    def line(self, index: int) -> tuple[int, int]:
        """Return the tokens of the line that holds token `index`: nothing is said across lines."""
        place = bisect_right(self.line_starts, index)
        end = self.line_starts[place] if place < len(self.line_starts) else len(self.tokens)
        return self.line_starts[place - 1], end

    def owns(self, index: int) -> bool:
        """Return whether token `index` is a possessive: "China's"."""
        return index in self._possessive

    def keep_possessive(self, index: int) -> None:
        """Take the "'s" of token `index` for a part of its name: "McDonald's"."""
        self.words[index] = self.tokens[index].text
        self.lower[index] = self.words[index].lower()
        self.ends[index] = self.tokens[index].end
        self._possessive.discard(index)

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
            if not self.capital[index] or self.loud[index] or self._scale(index):
                index += 1
                continue
            last = self.run_end(index)
            first = index
            if self._numbered(index):
                first -= 1
            found.append(Run(first, last, self.weak[first], self.owns(last - 1)))
            index = last
        return found

    def _scale(self, index: int) -> bool:
        """Return whether a capital only says how large a number is: "$200M"."""
        return index > 0 and len(self.words[index]) == 1 and self._glued(index) and self.words[index - 1].isdigit()

    def _numbered(self, index: int) -> bool:
        """Return whether digits belong to the name that stands behind them: "36Kr", but not "$200M"."""
        if not index or not self._glued(index) or not self.words[index - 1].isdigit() or len(self.words[index]) < 2:
            return False
        return index < 2 or self.words[index - 2] not in CURRENCY_SIGNS

    def _glued(self, index: int) -> bool:
        """Return whether nothing stands between token `index` and the one before it."""
        return self.tokens[index - 1].end == self.tokens[index].start

    def run_end(self, first: int) -> int:
        """Return where the run of capitals that begins at `first` ends."""
        last, count = first + 1, len(self.tokens)
        while last < count and last - first < _MAX_RUN and self.joined(last - 1, last) and not self.loud[last]:
            if self.words[last] == "Local" and last + 1 < count and self.words[last + 1].isdigit():
                break  # the branch of a union: "Example Workers | Local 12"
            if self.capital[last] or (self.words[last].isdigit() and self._glued(last) and self.capital[last - 1]):
                last += 1  # "Blue1"
                continue
            ahead = last + 1 < count and self.joined(last, last + 1) and self.capital[last + 1]
            step = self._link(last, first) if ahead else 0
            if not step and self.words[last] in PARTICLES:
                step = self._particles(last)
            if not step:
                break
            last += step
        return last

    def _link(self, index: int, first: int) -> int:
        """Return how many tokens the mark or particle at `index` adds to a run that a capital follows."""
        word = self.words[index]
        shortened = word == "." and self._abbreviated(index - 1, first)
        legal = word == "," and self.lower[index + 1] in LEGAL_FORMS  # "Example, Inc."
        if word in _QUOTES:  # Robert "Bob" Smith
            near = index + 3 < len(self.words) and self.words[index + 2] in _QUOTES and self.capital[index + 3]
            return 4 if near and self.joined(index + 1, index + 2) and self.joined(index + 2, index + 3) else 0
        particle = word in PARTICLES and word != "y" and self._personal(first, index)
        return 2 if shortened or legal or particle or word in ("&", "+") else 0

    def _personal(self, first: int, index: int) -> bool:
        """Return whether a particle at `index` may belong to a person's name that begins at `first`."""
        return self._given is None or any(w in self._given for w in self.lower[first:index])

    def _particles(self, index: int) -> int:
        """Return how many tokens "de la" and a capital after it add."""
        if index + 2 >= len(self.tokens) or self.words[index + 1] not in PARTICLES or self.words[index] == "y":
            return 0  # "y la" joins two names
        near = self.joined(index, index + 1) and self.joined(index + 1, index + 2)
        return 3 if near and self.capital[index + 2] else 0

    def _abbreviated(self, index: int, first: int) -> bool:
        """Return whether the full stop after token `index` shortens it: an initial, "Dr", "Jr"."""
        word = self.words[index]
        if len(word) == 1:
            own = index == 0 or self.tokens[index - 1].end < self.tokens[index].start
            opens = index == first and word == "X"  # the network's name, not an initial
            return own and not opens and word.isupper() and not self.weak[index + 2]
        return self.lower[index] in _INITIAL_ABBREVIATIONS
