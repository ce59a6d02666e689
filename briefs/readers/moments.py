"""The times that elements tell machines, whatever they show to readers."""

from __future__ import annotations

import re

from lxml import etree  # type: ignore[import-untyped]  # lxml ships no types

from briefs.extract.wordlist import words
from briefs.text import sanitise

CLOCKS = words("time relative-time time-ago bsp-timestamp local-time")
_MOMENTS = ("datetime", "content", "data-datetime", "data-timestamp", "data-date", "data-time", "data-utc", "title")
_MOMENT = re.compile(r"(?:19|20)\d\d\D{0,20}\d|\d\D{0,20}(?:19|20)\d\d|\b1\d{9}(?:\d{3})?\b")
_CLOCK = 60  # characters of a time


def moment_of(element: etree._Element, tag: str) -> str:
    """Return the time that an element tells machines, where its text says "three hours ago"."""
    stated = element.get("itemprop")
    if stated and "datePublished" not in stated and tag not in CLOCKS:
        return ""
    values = (element.get(name) or "" for name in _MOMENTS)
    return next((sanitise(v)[:_CLOCK].strip() for v in values if v and _MOMENT.search(v[:_CLOCK])), "")
