"""The text that the extractors of names, figures, sources and the summary share: cut once, used by all."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cached_property
from sys import intern

from briefs.model import Block, Evidence, Mention, Part
from briefs.sentences import Token, sentences, tokens
from briefs.text import Span


class Passage:
    """The body or the title: a text with its blocks, sentences and tokens, and the way to evidence."""

    def __init__(self, part: Part, text: str, blocks: tuple[Block, ...]) -> None:
        self.part = part
        self.text = text
        self.blocks = blocks

    @cached_property
    def sentences(self) -> list[Span]:
        """All sentences in order; headings, list items and captions count as sentences of their own."""
        return sentences(self.text)

    @cached_property
    def tokens(self) -> list[Token]:
        """All words, numbers and marks in order."""
        return tokens(self.text)

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [s.start for s in self.sentences]

    @cached_property
    def token_starts(self) -> list[int]:
        """Where each token begins."""
        return [t.start for t in self.tokens]

    @cached_property
    def lows(self) -> list[str]:
        """Each token in lower case."""
        return [intern(t.text.lower()) for t in self.tokens]

    @cached_property
    def _block_starts(self) -> list[int]:
        return [b.start for b in self.blocks]

    def sentence_at(self, offset: int) -> Span:
        """Return the sentence that holds `offset` (the one before it, where it falls between two)."""
        return self.sentences[max(0, bisect_right(self._sentence_starts, offset) - 1)]

    def block_at(self, offset: int) -> Block:
        """Return the block that holds `offset` (the one before it, where it falls between two)."""
        return self.blocks[max(0, bisect_right(self._block_starts, offset) - 1)]

    def tokens_in(self, span: Span) -> list[Token]:
        """Return the tokens that begin within `span`."""
        first, last = self.token_range(span)
        return self.tokens[first:last]

    def token_range(self, span: Span) -> tuple[int, int]:
        """Return the numbers of the first token that begins within `span` and of the one after the last."""
        first = bisect_left(self.token_starts, span.start)
        return first, bisect_left(self.token_starts, span.end, first)

    def evidence(self, start: int, end: int) -> Evidence:
        """Return the evidence for `[start, end)` of this passage."""
        return Evidence(self.part, start, end, self.text[start:end])

    def mention(self, start: int, end: int) -> Mention:
        """Return the mention at `[start, end)`: in the title, the lead (the first two blocks of prose) or the body."""
        where = "title" if self.part == "title" else "lead" if start < self._lead_end else "body"
        return Mention(self.part, start, end, self.text[start:end], where)  # type: ignore[arg-type]

    @cached_property
    def _lead_end(self) -> int:
        prose = [b for b in self.blocks if b.kind == "paragraph"][:2]
        return prose[-1].end if prose else 0


class Document:
    """An article as the extractors see it: title and body as passages, its language and date."""

    def __init__(
        self,
        title: str | None,
        body: str,
        blocks: tuple[Block, ...],
        language: str | None = "en",
        published: str | None = None,
    ) -> None:
        heading = (Block("heading", 0, len(title), 1),) if title else ()
        self.title = Passage("title", title or "", heading)
        self.body = Passage("body", body, blocks)
        self.language = language
        self.published = published

    @property
    def passages(self) -> tuple[Passage, Passage]:
        """Title, then body; the title may be empty."""
        return (self.title, self.body)
