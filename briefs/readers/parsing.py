"""From the text of a page to its tree, however deep somebody who never closed an element has nested it."""

from __future__ import annotations

import re

from lxml import etree  # type: ignore[import-untyped]  # lxml ships no types

_DECLARATION = re.compile(r"\A\s{0,2000}<\?xml[^>]{0,300}\?>")
# libxml2 passes over what is nested deeper than 256 elements: of a page that never closes its <b>, most of the story.
_SET_IN = re.compile(r"</?(?:a|b|big|em|font|i|s|small|span|strike|strong|tt|u)\b[^<>]{0,2000}>", re.IGNORECASE)
_BOXES = re.compile(
    r"</?(?:article|blockquote|center|dd|div|dl|fieldset|form|li|main|ol|section|table|tbody|td|th|tr|ul)\b[^<>]{0,2000}>",
    re.IGNORECASE,
)


def parse(text: str) -> etree._Element | None:
    """Return the tree of an HTML page, or None where it holds no element."""
    return _parsed(text)[0]


def parse_page(text: str) -> tuple[etree._Element | None, str]:
    """Return the tree of a page, and its text; both without elements that would nest it deeper than parsers go."""
    tree, whole = _parsed(text)
    for pattern, instead in ((_SET_IN, ""), (_BOXES, "<br>")):
        if not whole:
            text = pattern.sub(instead, text)
            tree, whole = _parsed(text)
    return tree, text


def _parsed(text: str) -> tuple[etree._Element | None, bool]:
    """Return the tree, and whether all of the text is in it."""
    # Not lxml.html's own parser: its elements are made by a function in Python, and nothing here calls their methods.
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        tree = etree.fromstring(_DECLARATION.sub("", text).encode("utf-8", "replace"), parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        tree = None
    return tree, not any("depth" in error.message for error in parser.error_log)
