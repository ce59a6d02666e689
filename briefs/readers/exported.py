"""What Briefs has written itself: an export that lies among articles would make a brief of a brief."""

from __future__ import annotations

import json

from briefs.version import GENERATOR

EXPORT = "This is an export of Briefs, not an article; add the article that it was made from."
DATA = "This is JSON, not an article; save the article as text, Markdown or HTML."
_FRONT = 65_536  # bytes in which front matter or a page's head ends
_MARKDOWN = f'\ngenerator: "{GENERATOR}"\n'.encode()
_HTML = f'<meta name="generator" content="{GENERATOR}">'.encode()


def refusal(data: bytes) -> str | None:
    """Return why text is no article, in a sentence: it is an export, or JSON; None where it may be one."""
    data = data.removeprefix(b"\xef\xbb\xbf").lstrip()
    if data[:1] in (b"{", b"["):
        return DATA if _is_json(data) else None
    head = data[:_FRONT].replace(b"\r\n", b"\n")
    front = head.startswith(b"---\n") and _MARKDOWN in head.partition(b"\n---\n")[0] + b"\n"
    return EXPORT if front or (head.startswith(b"<!DOCTYPE html>\n") and _HTML in head) else None


def _is_json(data: bytes) -> bool:
    try:
        json.loads(data)
    except (ValueError, RecursionError):
        return False
    return True
