"""Interviews: answers below the name of who speaks and a colon, below "A:", or below questions alone."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import NamedTuple

from briefs.extract.document import Document, Passage
from briefs.extract.names import Names
from briefs.model import Block, Entity, Mention

_FEWEST = 2  # paragraphs under one name: a single "Lee: ..." is a heading as likely
_FEWEST_QUESTIONS = 3
_COLONS = (":", "：")
_BEFORE = 4  # characters of emphasis and space that may stand before the name
_LONGEST_QUESTION = 600  # characters
_LONGEST_STATEMENT = 200  # characters
_TALK = re.compile(
    r"\b(?:interview(?:ed|s)?|conversation|q ?& ?a|a talk with|talk(?:s|ed) (?:to|with)|sp(?:oke|eaks) (?:to|with)|"
    r"sat down with|caught up with|we met|asked (?:him|her))\b",
    re.IGNORECASE,
)
_ONLY_ONE = 0.75  # how sure the speaker is who is the only one named before the first question
_ONE_OF_SEVERAL = 0.45
_QUESTION = re.compile(r"(?:Q\.?|Question)\s?[:：]\s?", re.IGNORECASE)
_TOPIC = re.compile(r"on\b[^.!?]{3,90}?(?:…|\.\.\.|[:：])?$", re.IGNORECASE)  # "on the first goal…"
_ANSWER = re.compile(r"(?:A\.?|Answer)\s?[:：]\s?", re.IGNORECASE)
_ASKED = re.compile(r"\b(?:you|your|yours|yourself)\b", re.IGNORECASE)
_OF_ONESELF = re.compile(r"\b(?:I|I['’](?:m|ve|d|ll)|me|my|we|we['’](?:re|ve|d|ll)|us|our)\b")
_ABOUT_IT = re.compile(
    r"\b(?:interview|conversation|transcript)\b.{0,80}\b(?:edited|condensed|abridged)\b", re.IGNORECASE
)


class Answer(NamedTuple):
    """What one said: `[start, end)` of the body, the words that say whose it is, and the person."""

    start: int
    end: int
    label: tuple[int, int]
    entity: Entity
    sure: float = 1.0


def answers(document: Document, names: Names) -> list[Answer]:
    """Return the answers in order; none where the article is no interview."""
    return _labelled(document.body, names) or _asked(document, names)


def _labelled(body: Passage, names: Names) -> list[Answer]:
    """Return the paragraphs that begin with a person's name and a colon."""
    found: list[Answer] = []
    for block in body.blocks:
        if block.kind != "paragraph":
            continue
        for mention, entity in names.within("body", block.start, min(block.end, block.start + 80)):
            colon = mention.end
            while body.text[colon : colon + 1] in ("*", "_"):
                colon += 1
            if mention.start - block.start > _BEFORE or entity.kind != "person":
                break
            if body.text[colon : colon + 1] in _COLONS:
                rest = body.text[colon + 1 : block.end]
                start = block.end - len(rest.lstrip(" *_\n"))
                end = block.start + len(body.text[block.start : block.end].rstrip())
                if start < end:
                    found.append(Answer(start, end, (mention.start, mention.end), entity))
            break
    counts = Counter(a.entity.key for a in found)
    return [a for a in found if counts[a.entity.key] >= _FEWEST]


def _asked(document: Document, names: Names) -> list[Answer]:
    """Return the paragraphs below questions to one person, whom the text names before the first of them.

    An explainer asks and answers as well; but it asks nobody ("you"), and answers for nobody ("I", "we").
    """
    body = document.body
    blocks = [b for b in body.blocks if b.kind in ("paragraph", "heading", "list")]
    asking = [b for b in blocks if _is_question(body.text, b)]
    if len(asking) < (_FEWEST if _called_interview(document, blocks) else _FEWEST_QUESTIONS):
        return []
    following = blocks[blocks.index(asking[0]) :]
    questions = frozenset(asking)
    questions |= {b for b, after in pairwise(following[1:]) if after not in questions and _puts_it_to_one(body.text, b)}
    replies = [b for b in following if b not in questions and b.kind == "paragraph"]
    told = [b for b in replies if not _ABOUT_IT.search(body.text, b.start, b.end)]
    addressed = sum(bool(_ASKED.search(body.text, b.start, b.end)) for b in asking)
    personal = sum(bool(_OF_ONESELF.search(body.text, b.start, b.end)) for b in told)
    marked = all(_QUESTION.match(body.text, b.start) or _is_topic(body.text, b) for b in asking)
    alone = marked and all(_is_topic(body.text, b) for b in asking)
    if (
        not told
        or (alone and 2 * personal < len(told))
        or (not marked and (3 * addressed < len(asking) or 2 * personal < len(told)))
    ):
        return []
    speaker = _interviewed(document, names, asking[0].start)
    if speaker is None:
        return []
    mention, entity, sure = speaker
    found: list[Answer] = []
    question = asking[0]
    answering = frozenset(told)
    for block in following:
        if block in questions:
            question = block
        elif block in answering:
            label = _ANSWER.match(body.text, block.start)
            start = label.end() if label else block.start
            end = start + len(body.text[start : block.end].rstrip())
            named = (mention.start, mention.end) if mention.part == "body" else (question.start, question.end)
            if start < end:
                found.append(Answer(start, end, named, entity, sure))
    return found


def _is_question(text: str, block: Block) -> bool:
    asked = text[block.start : block.end].rstrip(' *_”"’')
    if len(asked) > _LONGEST_QUESTION or asked[:1] in '“"‘«':
        return False
    return asked.endswith(("?", "？", "؟")) or bool(_QUESTION.match(asked)) or _is_topic(text, block)


def _is_topic(text: str, block: Block) -> bool:
    """Say whether a line names what the words below it are about: "on the first goal…", "On the budget"."""
    return bool(_TOPIC.fullmatch(text[block.start : block.end].rstrip()))


def _called_interview(document: Document, blocks: list[Block]) -> bool:
    """Say whether the title, the first or the last paragraph calls the text a talk with somebody."""
    text = document.body.text
    near = [text[b.start : min(b.end, b.start + 600)] for b in [*blocks[:2], *blocks[-1:]]]
    return any(_TALK.search(part) for part in [document.title.text, *near])


def _puts_it_to_one(text: str, block: Block) -> bool:
    """Say whether a short paragraph states what the other is to answer: "The council says it will cut your grant."."""
    if block.kind != "paragraph" or block.end - block.start > _LONGEST_STATEMENT:
        return False
    return bool(_ASKED.search(text, block.start, block.end)) and not _OF_ONESELF.search(text, block.start, block.end)


def _interviewed(document: Document, names: Names, before: int) -> tuple[Mention, Entity, float] | None:
    """Return whom the title or the text before the first question names, the place, and how sure it is."""
    named: dict[str, tuple[Mention, Entity]] = {}
    times: Counter[str] = Counter()
    title = len(document.title.text)
    for mention, entity in [*names.within("body", 0, before), *names.within("title", 0, title)]:
        if entity.kind == "person":
            named.setdefault(entity.key, (mention, entity))
            times[entity.key] += 1
    if not named:
        return None
    most = max(times.values())
    key = next(k for k in named if times[k] == most)
    return (*named[key], _ONLY_ONE if len(named) == 1 else _ONE_OF_SEVERAL)
