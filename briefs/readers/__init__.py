"""Readers: one file per kind of input; from an original's bytes to the articles in it."""

from __future__ import annotations

import re

from briefs.errors import SourceError
from briefs.model import Article, Original

_SUFFIXES = {
    "txt": "text/plain",
    "text": "text/plain",
    "": "text/plain",
    "md": "text/markdown",
    "markdown": "text/markdown",
    "mdown": "text/markdown",
    "htm": "text/html",
    "html": "text/html",
    "xhtml": "text/html",
    "shtml": "text/html",
    "php": "text/html",
    "asp": "text/html",
    "aspx": "text/html",
    "mhtml": "multipart/related",
    "mht": "multipart/related",
}
_EMPTY = "It is empty; save the article again."
_MARKUP = re.compile(
    rb"\s{0,2000}(?:<!--[^>]{0,500}-->\s{0,200}){0,3}<(?:!doctype\s{1,9}html|html|head|body|\?xml[^>]{0,200}>\s{0,99}<!doctype\s{1,9}html)",
    re.IGNORECASE,
)


def media_type_of(name: str, data: bytes) -> str:
    """Return the media type of `data` by the suffix of its file name and by its first bytes.

    Raises SourceError where the bytes are no text, or data, or an export of ours, whatever the name says.
    """
    from briefs.readers.bundles import bundle_kind
    from briefs.readers.decoding import binary_kind
    from briefs.readers.exported import refusal

    if not data.strip():
        raise SourceError(_EMPTY)
    if bundle := bundle_kind(data):
        return bundle
    if reason := refusal(data):
        raise SourceError(reason)
    kind = binary_kind(data)
    if kind:
        raise SourceError(f"This is {kind}, not text; save the article as text, Markdown or HTML.")
    head = (
        data[:4096]
        .removeprefix(b"\xef\xbb\xbf")
        .replace(b"\0", b"")
        .removeprefix(b"\xff\xfe")
        .removeprefix(b"\xfe\xff")
    )
    if _MARKUP.match(head):
        return "text/html"
    base = re.split(r"[\\/]", name)[-1]
    suffix = base.rpartition(".")[2].lower() if "." in base else ""
    return _SUFFIXES.get(suffix, "text/plain")


def read(original: Original) -> tuple[Article, ...]:
    """Return the articles in `original`. Raises SourceError where nothing in it can be read."""
    if not original.data.strip():
        raise SourceError(_EMPTY)
    match _kind_of(original):
        case "text/html" | "application/xhtml+xml":
            from briefs.readers.html import read_html

            return read_html(original)
        case "multipart/related" | "application/x-webarchive":
            from briefs.readers.bundles import unbundled

            return read(unbundled(original))
        case "text/markdown":
            from briefs.readers.markdown import read_markdown

            return read_markdown(original)
        case "text/plain":
            from briefs.readers.plain import read_plain

            return read_plain(original)
        case other:
            raise SourceError(
                f"Nothing here reads {other or 'this kind of file'}; save the article as text, Markdown or HTML."
            )


def written(original: Original) -> str:
    """Return what came in as the text that it is; of a bundle, its page. Raises SourceError where it is none."""
    from briefs.readers.bundles import MHTML, WEBARCHIVE, unbundled
    from briefs.readers.decoding import decode

    if _kind_of(original) in (MHTML, WEBARCHIVE):
        original = unbundled(original)
    return decode(original.data, markup=_kind_of(original) == "text/html")


def _kind_of(original: Original) -> str:
    """Return the media type of an original without its parameters."""
    return original.media_type.partition(";")[0].strip().lower()
