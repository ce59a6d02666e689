"""Pages that a browser saved with all that they show in one file: MHTML (Chrome, Edge, IE), web archives (Safari)."""

from __future__ import annotations

import plistlib
import re

from briefs.errors import SourceError
from briefs.model import Original
from briefs.readers.legacy import declared_text

MHTML, WEBARCHIVE = "multipart/related", "application/x-webarchive"
_HEAD = 8192  # bytes that tell what a file is
_PAGES = ("text/html", "application/xhtml+xml")
_NO_PAGE = "There is no page in it; save the page again, as HTML."


def bundle_kind(data: bytes) -> str | None:
    """Return the media type of a file that holds a page and its parts, or None where `data` is something else."""
    if data.startswith(b"bplist00"):
        return WEBARCHIVE if b"WebMainResource" in data else None
    head = data[:_HEAD].lower()
    if re.match(rb"\s{0,20}[a-z][a-z\-]{1,40}:", head) and b"multipart/related" in head and b"mime-version:" in head:
        return MHTML
    return None


def unbundled(original: Original) -> Original:
    """Return the page in the file `original`, with the address that it was read at. Raises SourceError without one."""
    is_archive = bundle_kind(original.data) == WEBARCHIVE
    data, encoding, address = _of_archive(original.data) if is_archive else _of_mhtml(original.data)
    text = declared_text(data, encoding) if encoding else None
    known = address if address.startswith(("http://", "https://")) else original.address
    return Original(text.encode() if text is not None else data, "text/html", known)


def _of_archive(data: bytes) -> tuple[bytes, str, str]:
    """Return the page of a web archive, its encoding and its address."""
    try:
        main = plistlib.loads(data, fmt=plistlib.FMT_BINARY)["WebMainResource"]
        page, encoding, address = (
            main.get(key) for key in ("WebResourceData", "WebResourceTextEncodingName", "WebResourceURL")
        )
    except (plistlib.InvalidFileException, RecursionError, LookupError, TypeError, AttributeError) as error:
        raise SourceError(_NO_PAGE) from error
    if not isinstance(page, bytes) or not page.strip():
        raise SourceError(_NO_PAGE)
    return page, encoding if isinstance(encoding, str) else "", address if isinstance(address, str) else ""


def _of_mhtml(data: bytes) -> tuple[bytes, str, str]:
    """Return the page of an MHTML file (RFC 2557), its encoding and its address: the first part that is one."""
    import email  # every original is asked whether it is a bundle, and few are
    from email.errors import InvalidBase64LengthDefect

    try:
        message = email.message_from_bytes(data)
        page = next((part for part in message.walk() if part.get_content_type() in _PAGES), None)
        body = page.get_payload(decode=True) if page is not None else None
    except (RecursionError, UnicodeError) as error:
        raise SourceError(_NO_PAGE) from error
    unread = page is None or any(isinstance(defect, InvalidBase64LengthDefect) for defect in page.defects)
    if page is None or unread or not isinstance(body, bytes) or not body.strip():
        raise SourceError(_NO_PAGE)
    address = message["Snapshot-Content-Location"] or page["Content-Location"] or ""
    return body, page.get_content_charset() or "", str(address).strip()
