"""The lines of an article with what tells prose from furniture: words, punctuation, indentation, repetition, role."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter

from msgspec import Struct

from briefs.extract.page.endings import without_credits
from briefs.extract.page.furniture import Role, is_barrier, role_of
from briefs.model import Article, Block, BlockKind, Link
from briefs.text import fold

_WIDE = re.compile("[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")  # scripts that write no spaces
_CLOSING = "\"'”’“‘»›«‹)\\]」』）*"
_END = re.compile(
    rf"(?:[.!?…。！？।؟۔:;]\s?[{_CLOSING}]*|」|(?<!\d)[.!?][{_CLOSING}]*\s?(?:\[?\d{{1,3}}\]?[,\s]?){{1,4}}|"
    # who signs the story, behind its last sentence: "- FMT", "-- JP", "(TAP)", "– Reuters/dpa", "— AFP-AP"
    rf"[.!?][{_CLOSING}]*\s?(?:[-–—]{{1,2}}\s?[A-Z][\w./-]{{1,15}}|\([A-Z][\w./ ]{{1,15}}\)|"
    # "(flo/jpnn)", "/tam/DP/stk"
    r"\([a-z]{2,8}(?:/[a-zA-Z]{2,12}){0,3}\)|(?:/[a-zA-Z]{2,5}){2,4})|"
    # "(完)", "（時事）", "(РИА)" behind it
    rf"(?<![.…])[.!?。！？।؟][{_CLOSING}]*\s?[(（][^\x00-\x7f()（）]{{1,10}}[)）])\s*$"
)
_TOPIC = re.compile(r"on [^.…]{3,80}(?:…|\.\.\.)$")  # heads an answer in an interview: "on the first goal…"
_TRUNCATED = re.compile(
    r"(?:…|\.\.\.|\[…\]|\[\.\.\.\])\s*(?:(?:read|continue|view|see) (?:more|full|reading).{0,20})?$", re.IGNORECASE
)


_ENDS_WITHIN = re.compile(rf"(?<!\b[A-Z])[.!?][{_CLOSING}]*(?:\s|$)")
_RUNNING = 8  # words from which their capitals tell


class Line(Struct, frozen=True):
    """One block or line of the source and its features. `body` says that the reader took it for the article's."""

    block: Block
    text: str
    indent: int
    words: int
    ended: bool  # closes with the mark of a finished sentence
    truncated: bool
    role: Role | None
    barrier: bool
    times: int  # how often the same words stand in the source as a line
    linked: float  # share under links
    body: bool
    running: bool  # words in running text: not a menu or headline in one row, every word of it capital

    @property
    def prose(self) -> bool:
        """Whether this is a paragraph of running text."""
        return (
            not self.role
            and not self.truncated
            and self.running
            and ((self.ended and self.words >= 8) or self.words >= 30)
        )

    @property
    def kind(self) -> BlockKind:
        """The kind of the block."""
        return self.block.kind


def words_in(text: str) -> int:
    """Return the number of words of `text`; scripts without spaces count two characters as one."""
    wide = len(_WIDE.findall(text))
    return len(text.split()) if wide * 4 < len(text) else wide // 2 + len(re.findall(r"[A-Za-z0-9]+", text))


def lines_of(article: Article) -> list[Line]:
    """Return all lines of the source in order, the article's blocks among them."""
    spans: list[tuple[Block, bool]] = []
    if article.body_known:
        starts = [b.start for b in article.blocks]
        offset = 0
        for row in article.source.split("\n"):
            if row.strip():
                index = bisect_right(starts, offset) - 1
                block = article.blocks[index] if index >= 0 else None
                if block and block.start == offset:
                    spans.append((block, True))
                elif not block or offset >= block.end:
                    spans.append((Block("paragraph", offset, offset + len(row)), False))
            offset += len(row) + 1
    else:
        spans = [(block, False) for block in article.blocks]
    spans = without_credits(spans, article.source)
    texts = [article.source[b.start : b.end] for b, _ in spans]
    keys = [fold(t) if len(t) < 500 else t for t in texts]
    counts = Counter(keys)
    covered = _linked(article.links, [b for b, _ in spans])
    return [
        Line(
            block,
            text,
            block.start - (article.source.rfind("\n", 0, block.start) + 1),
            words_in(text),
            bool(_END.search(text[-40:])),
            bool(_TRUNCATED.search(text[-60:])) and not _TOPIC.match(text),
            _role(text, block),
            is_barrier(text),
            counts[key],
            linked,
            body,
            _running(text),
        )
        for (block, body), text, key, linked in zip(spans, texts, keys, covered, strict=True)
    ]


def _role(text: str, block: Block) -> Role | None:
    """Return the role of a line; a round-up names its parts as sites do their sections, rows of tables are numbers."""
    role = role_of(text)
    if role == "junk" and block.kind == "table":
        return None
    return None if role == "navigation" and block.kind == "heading" else role


def _running(text: str) -> bool:
    """Whether `text` reads like sentences: not most words capitalised, as in menus and lists of headlines."""
    if _is_ticker(text):
        return False
    words = [w for w in text[:600].split() if w[0].isalpha() and not (w.isupper() and len(w) > 1)]
    capital = sum(w[0].isupper() for w in words)
    return len(words) < _RUNNING or capital <= 0.6 * len(words)


def _is_ticker(text: str) -> bool:
    """Whether `text` is a row of headlines in capitals, which no sentence ends."""
    words = [w for w in text[:600].split() if w[0].isalpha()]
    loud = sum(w.isupper() for w in words)
    return len(words) > _RUNNING and loud > 0.8 * len(words) and not _ENDS_WITHIN.search(text[:600])


def _linked(links: tuple[Link, ...], blocks: list[Block]) -> list[float]:
    """Return for each block the share of its text that lies under links."""
    starts = [b.start for b in blocks]
    covered = [0] * len(blocks)
    for link in links:
        index = bisect_right(starts, link.start) - 1
        if index >= 0 and link.end <= blocks[index].end:
            covered[index] += link.end - link.start
    return [c / max(1, b.end - b.start) for c, b in zip(covered, blocks, strict=True)]


# What a line of each kind of furniture takes from a run of prose that goes on around it, in words of prose.
_COSTS: dict[Role, int] = {
    "share": 4,
    "junk": 8,
    "advert": 1,
    "newsletter": 8,
    "related": 6,
    "comments": 12,
    "legal": 15,
    "tags": 8,
    "navigation": 6,
    "caption": 1,
    "date": 3,
    "byline": 3,
    "credit": 1,
    "reference": 2,
}
# What prose is still worth after a heading of each kind, once a story has been told before it.
_LEAVING: dict[Role, float] = {"comments": 0.15, "related": 0.6, "legal": 0.5, "tags": 0.6, "byline": 0.6, "date": 0.7}
_STORY = 100  # words of prose that make a story of what stands before


def story_span(lines: list[Line]) -> tuple[int, int]:
    """Return the half-open range of lines that holds the story: the run that is worth most.

    Prose counts its words, furniture costs (Kadane's algorithm for the maximum-sum segment). Once a story has been
    told, each heading that leads away from it (comments, related posts) makes what follows worth less.
    """
    indent = story_indent(lines)
    under, alone = _isolated(lines)
    best = (0.0, 0, 0)
    total = 0.0
    start = told = 0
    worth = 1.0
    sections = 0  # paragraphs under a headline of their own: a story may be written so, a box of teasers always is
    boxed, teasers = False, 0
    for index, line in enumerate(lines):
        inset = indent is not None and line.indent > indent + 1
        value = _value(line, indent)
        if line.role == "related" and line.barrier:
            boxed, teasers = sections < 2, 0
        elif line.prose and not alone[index] and not (under[index] and teasers):
            boxed = False
        sections += alone[index] and not boxed
        if boxed and line.prose:
            value = -2.0
            teasers += 1
        elif value > 0:
            told += line.words if line.prose else 0
            value *= worth / (3 if alone[index] else 1)
        elif inset:
            value /= 4
        total += value
        if told >= _STORY and not inset and (line.barrier or line.role in {"byline", "date", "legal"}):
            worth = max(0.1, worth * _LEAVING.get(line.role or "tags", 0.6))
            total -= 20
        if total <= 0:
            total, start, sections = 0.0, index + 1, 0
            told = told if worth < 1 else 0
        elif total > best[0]:
            best = (total, start, index + 1)
    if not best[0]:
        return 0, len(lines)
    return best[1:] if indent is None else _extended(lines, best[1], best[2], indent)


_REACH = 80  # lines that an offer or a player in the middle of a story may take


def _extended(lines: list[Line], first: int, last: int, column: int) -> tuple[int, int]:
    """Return the span with the paragraphs of the same column that only boxes set deeper part from it."""
    for step in (-1, 1):
        index = edge = first - 1 if step < 0 else last
        while 0 <= index < len(lines) and abs(index - edge) < _REACH:
            line = lines[index]
            in_column = abs(line.indent - column) <= 1
            if in_column and line.prose and line.kind == "paragraph" and line.times == 1:
                first, last = min(first, index), max(last, index + 1)
                edge = index
            elif (
                line.indent < column - 1
                or (in_column and (line.barrier or line.role in {"byline", "date", "legal"}))
                or (in_column and line.times <= 3 and line.role not in {"advert", "share", "junk"} and step > 0)
            ):
                break
            index += step
    return first, last


def story_indent(lines: list[Line]) -> int | None:
    """Return the indentation of most prose, or None where lines are not indented."""
    weights: Counter[int] = Counter()
    for line, alone in zip(lines, _isolated(lines)[1], strict=True):
        if line.prose and line.kind == "paragraph" and not alone:
            weights[line.indent] += min(line.words, 60)
    if not weights or max((line.indent for line in lines), default=0) < 4:
        return None
    return max(sorted(weights), key=lambda i: weights[i])


_PASSED = frozenset({"share", "advert", "junk", "caption", "newsletter"})  # stands between paragraphs of a story, too


def _isolated(lines: list[Line]) -> tuple[list[bool], list[bool]]:
    """Return which lines are prose alone under a short line, and which of them say what that headline says.

    A teaser is both; a paragraph under a subheading is the first.
    """
    near = [i for i, line in enumerate(lines) if line.role not in _PASSED and line.times <= 3]
    prose = [not lines[i].role and (lines[i].prose or (lines[i].ended and lines[i].words >= 4)) for i in near]
    under = [False] * len(lines)
    alone = [False] * len(lines)
    for place, index in enumerate(near):
        line = lines[index]
        before = place > 0 and prose[place - 1]
        after = place + 1 < len(near) and prose[place + 1]
        if line.prose and not before and not after and line.words < 80:
            above = near[max(0, place - 3) : place]
            under[index] = place > 0
            alone[index] = any(_announces(lines[i], line) for i in above) or (not above and place + 1 < len(near))
    return under, alone


def _announces(headline: Line, line: Line) -> bool:
    """Whether the words of `headline` return in `line`."""
    words = set(re.findall(r"\w{4,}", headline.text.casefold()[:300]))
    shared = words & set(re.findall(r"\w{4,}", line.text.casefold()))
    return len(shared) >= 2 or (0 < len(words) <= 2 * len(shared))


_TWICE, _LEAD = 2, 20  # a lead of so many words may stand under the headline once more


def _value(line: Line, indent: int | None) -> float:
    if line.body:
        return line.words
    if line.times > 3:
        return -0.5
    if line.role:
        return -_COSTS.get(line.role, 4)
    if line.linked > 0.7:
        return -6
    if line.prose:
        elsewhere = indent is not None and abs(line.indent - indent) > 1
        if line.times > 1 and line.words < 40:
            return line.words / 3 if line.times == _TWICE and line.words >= _LEAD else -4
        if elsewhere and line.kind == "list":
            return -min(10, line.words // 4)
        return min(line.words, 60) / (3 if elsewhere else 1)
    if line.truncated:
        return -6
    if line.ended and line.words >= 3:
        return line.words / 2
    return -5 if line.kind == "list" else -3
