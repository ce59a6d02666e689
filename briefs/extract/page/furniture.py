"""What a line of a page is, judged by its words alone; where it stands is for the caller to weigh."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from briefs.extract.page import phrases
from briefs.extract.page.credits import (
    is_byline,
    is_caption,
    is_credit,
    is_date_line,
    is_reference,
    is_sentence,
    speaks,
)
from briefs.extract.page.phrases_abroad import is_head_abroad, role_abroad

Role = Literal[
    "byline",
    "date",
    "credit",
    "reference",
    "caption",
    "title",
    "standfirst",
    "quote",
    "related",
    "comments",
    "share",
    "newsletter",
    "advert",
    "legal",
    "tags",
    "navigation",
    "junk",
]

_LONGEST = 400  # a line beyond this is prose, whatever it begins with


def role_of(text: str) -> Role | None:
    """Return what furniture of a page the line `text` is, or None where it may be the story's."""
    return _judged(text) if len(text) > 4 * _LONGEST else _remembered(text)


@lru_cache(maxsize=8192)
def _remembered(text: str) -> Role | None:
    return _judged(text)


def _judged(text: str) -> Role | None:
    if not text.strip() or (len(text) < 20 and not any(c.isalpha() for c in text)):
        return "junk"
    if is_service_talk(text):
        return "legal"
    if len(text) > _LONGEST:
        known = phrases.RESERVED.search(text) or phrases.LEGAL.match(text)
        return "legal" if len(text) <= 4 * _LONGEST and known else None
    count = len(text.split())
    sentence = is_sentence(text)
    if is_share_bar(text):
        return "share"
    for role, pattern, longest in _WHOLE_LINES:
        if count <= longest and not (sentence and role in _NO_SENTENCES) and pattern.fullmatch(text):
            return "date" if role == "related" and is_date_line(text) else role  # "Latest update: 3 May 2024"
    if is_reference(text):
        return "reference"
    if is_byline(text):
        return "byline"
    if is_credit(text):
        return "credit"
    if is_date_line(text):
        return "date"
    if phrases.EMBEDDED.fullmatch(text) or (count <= 30 and phrases.MESSAGE.match(text) and not _REPORTED.search(text)):
        return "junk"
    return _notice(text, count, sentence) or role_abroad(text) or ("caption" if is_caption(text) else None)


def _notice(text: str, count: int, sentence: bool) -> Role | None:
    """Return the role of a line that begins like a notice, offer or pointer to another story."""
    if count <= 30 and phrases.TAGS_HEAD.match(text):
        return "tags"
    if count <= 30 and (phrases.RELATED_LINE.match(text) or phrases.RELATED_BRACKET.match(text)):
        return "related"
    if phrases.COOKIE.match(text) or phrases.LEGAL.match(text) or phrases.RESERVED.search(text):
        return "legal"
    if count <= 60 and phrases.NEWSLETTER.match(text) and not speaks(text):
        return None if sentence and (_REPORTED.search(text) or not _OFFERED.search(text)) else "newsletter"
    return None


_WHOLE_LINES: tuple[tuple[Role, re.Pattern[str], int], ...] = (
    ("share", phrases.SHARE, 16),
    ("junk", phrases.READING_TIME, 8),
    ("advert", phrases.ADVERT, 16),
    ("junk", phrases.AGO, 10),
    ("comments", phrases.COMMENTS, 16),
    ("related", phrases.BIO_HEAD, 6),
    ("reference", phrases.REFERENCES_HEAD, 4),
    ("related", phrases.RELATED_HEAD, 10),
    ("navigation", phrases.NAVIGATION, 6),
)
_NO_SENTENCES = frozenset({"share", "related", "reference", "navigation"})


_COMMON_NETWORKS = ("facebook", "twitter", "whats", "linked", "telegram", "mail", "reddit", "pinterest")


def is_share_bar(text: str) -> bool:
    """Whether `text` is made of the names of networks and the words around them, glued together or not."""
    if len(text) > 300 or not any(name in text.lower() for name in _COMMON_NETWORKS):
        return False
    if len(phrases.NETWORK.findall(text)) < 2:
        return False
    return sum(c.isalnum() for c in phrases.SHARE_WORDS.sub("", text)) <= 3


def is_barrier(text: str) -> bool:
    """Whether `text` is a heading after which a page has left its story: related posts, comments, references, tags."""
    if len(text) >= 100:
        return False
    count = len(text.split())
    if count > 10 or is_sentence(text):
        return False
    return is_head_abroad(text) or bool(_HEADS.fullmatch(text) or (count <= 3 and phrases.TAGS_HEAD.match(text)))


_HEADS = re.compile(
    "|".join(
        f"(?:{head.pattern})"
        for head in (phrases.RELATED_HEAD, phrases.COMMENTS, phrases.BIO_HEAD, phrases.REFERENCES_HEAD)
    ),
    re.IGNORECASE,
)


def is_references_head(text: str) -> bool:
    """Whether `text` is the heading of a list of references."""
    return len(text) < 60 and bool(phrases.REFERENCES_HEAD.fullmatch(text))


_BIO = re.compile(
    r"(?:^|[.!?]\s)[^.!?]{2,120}?\b(?:(?:is|was) (?:an?|the|our|currently|based)\b[^.!?]{0,120}?\b(?:reporter|writer|"
    r"editor|columnist|correspondent|journalist|author|contributor|freelancer|blogger|"
    r"producer|bureau chief|fellow|professor|lecturer|researcher|senior writer|staff)\b|(?:covers?|reports? on|"
    r"writes? (?:about|on|for|a)|has (?:covered|written|worked|been (?:a|an|writing|covering))|"
    r"joined|specializes|specialises|focuses on|can be reached|tweets at|lives in|holds a)\b)",
    re.IGNORECASE,
)


_SPOKEN = re.compile(r"\b(?:said|says|told|added|according to)\b|[“”]")


def is_bio(text: str) -> bool:
    """Whether `text` tells who its author is, as at the foot of a column; nobody speaks there."""
    return len(text) <= 1200 and bool(_BIO.match(text[:400])) and not _SPOKEN.search(text)


def is_tail(text: str) -> bool:
    """Whether `text`, as the last paragraph, speaks of the site and its service instead of the story's subject."""
    return len(text) <= 1600 and bool(phrases.TAIL.match(text))


_OFFERED = re.compile(
    rf"\b(?:you|your|us|our)\b|{phrases.SERVICE.pattern}|\b(?:delivered|free|download|apps?|channels?|alerts?|updates)\b",
    re.IGNORECASE,
)
_ADDRESSED = re.compile(r"\b(?:you|your|we|us|our)\b", re.IGNORECASE)
_REPORTED = re.compile(
    r"\b(?:said|says|told|according to|announced|reported|wrote|added|argued|claimed|court|lawsuit|sued|police|"
    r"government|minister|lawmakers|regulators?|percent|per cent|million|billion)\b|\d%|[“”]",
    re.IGNORECASE,
)


def is_offer(text: str) -> bool:
    """Whether `text` speaks to a site's readers of what they may have, and reports nothing."""
    return bool(_OFFERED.search(text)) and not reports(text)


def reports(text: str) -> bool:
    """Whether `text` has a word by which news reports: somebody says something, or how much there is."""
    return bool(_REPORTED.search(text))


def is_service_talk(text: str) -> bool:
    """Whether `text` is a site's notice to its readers about cookies, accounts, subscriptions or data."""
    if len(text) < 40 or len(text) > 3000:
        return False
    if not _ADDRESSED.search(text):
        return False
    found = {m.group().lower() for m in phrases.SERVICE.finditer(text)}
    if len(found) < 2:
        return False
    return len(found) * 40 >= len(text.split()) and len(_REPORTED.findall(text)) < len(found) - 1
