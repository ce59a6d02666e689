"""Pages that a browser saved with all that they show in one file: MHTML (Chrome, Edge, IE), web archives (Safari)."""

from __future__ import annotations

import base64
import binascii
import plistlib
import quopri
import re

from briefs.errors import SourceError
from briefs.model import Original
from briefs.readers.legacy import declared_text

MHTML, WEBARCHIVE = "multipart/related", "application/x-webarchive"
_HEAD = 8192  # bytes of the headers
_MOST_PARTS = 5000
_HEADER = re.compile(
    rb"^([A-Za-z][A-Za-z0-9\-]{1,60}):[ \t]{0,9}([^\r\n]{0,4000}(?:\r?\n[ \t][^\r\n]{0,2000}){0,20})", re.M
)
_PARAMETER = re.compile(r"\b([a-z]{4,9})=(?:\"([^\"\r\n]{1,200})\"|([^\s;\"]{1,200}))", re.IGNORECASE)
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
    media_type = original.media_type.partition(";")[0]
    data, encoding, address = _of_archive(original.data) if media_type == WEBARCHIVE else _of_mhtml(original.data)
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
    """Return the page of an MHTML file, its encoding and its address: the first part that is one."""
    headers, _ = _headers(data)
    boundary = _parameters(headers.get("content-type", "")).get("boundary")
    if not boundary:
        raise SourceError(_NO_PAGE)
    place = data.find(b"--" + boundary.encode())
    for _ in range(_MOST_PARTS):
        end = data.find(b"\n--" + boundary.encode(), place + 1)
        part = data[place : end if end >= 0 else len(data)]
        own, start = _headers(part[len(boundary) + 2 :])
        kind = own.get("content-type", "").partition(";")[0].strip().lower()
        if place >= 0 and kind in {"text/html", "application/xhtml+xml"}:
            page = _decoded(part[len(boundary) + 2 + start :], own.get("content-transfer-encoding", ""))
            address = headers.get("snapshot-content-location") or own.get("content-location", "")
            return page, _parameters(own["content-type"]).get("charset", ""), address.strip()
        if end < 0 or place < 0:
            break
        place = end + 1
    raise SourceError(_NO_PAGE)


def _headers(data: bytes) -> tuple[dict[str, str], int]:
    """Return the headers at the beginning of `data` by their names in lower case, and where what they head begins."""
    data = data[:_HEAD]
    end = re.search(rb"\S[ \t]{0,9}\r?\n\r?\n", data)
    stop = end.end() if end else len(data)
    found = {m[1].decode("ascii").lower(): m[2].decode("utf-8", "replace") for m in _HEADER.finditer(data, 0, stop)}
    return found, stop


def _parameters(header: str) -> dict[str, str]:
    return {match[1].lower(): match[2] or match[3] for match in _PARAMETER.finditer(header[:2000])}


def _decoded(data: bytes, encoding: str) -> bytes:
    """Return what a part holds. Raises SourceError where it is not in the form that it says."""
    match encoding.strip().lower():
        case "quoted-printable":
            return quopri.decodestring(data)
        case "base64":
            try:
                return base64.b64decode(re.sub(rb"[^A-Za-z0-9+/=]", b"", data))
            except binascii.Error as error:
                raise SourceError(_NO_PAGE) from error
    return data
