"""Where a saved page came from: what browsers, archives and mirrors write into it, and what they make of addresses."""

from __future__ import annotations

import re
from urllib.parse import unquote

_ENDS = 20_000  # characters at both ends of a page in which programs leave their notes
_NOTES = (
    re.compile(r"<!--\s{0,9}saved from url=\(\d{1,4}\)\s?(https?://[^\s<>\"]{3,1900})", re.IGNORECASE),  # Chrome, IE
    re.compile(r"Page saved with SingleFile\s{1,9}url:\s{0,9}(https?://[^\s<>\"]{3,1900})"),
    re.compile(r"<meta name=[\"']?savepage-url[\"']? content=[\"']?(https?://[^\s<>\"']{3,1900})"),  # Save Page WE
    re.compile(r"\bdata-scrapbook-source=[\"'](https?://[^\s<>\"']{3,1900})"),  # WebScrapBook
    re.compile(r"__wm\.wombat\([\"'](https?://[^\s<>\"']{3,1900})"),  # Wayback Machine
    re.compile(r"<a\b[^<>]{0,200}\breader-domain\b[^<>]{0,200}?href=[\"'](https?://[^\s<>\"']{3,1900})"),  # Firefox
)
_MARKS = ("saved from", "SingleFile", "savepage-url", "scrapbook", "wombat", "reader-domain", "HTTrack")
_MIRRORED = re.compile(r"<!-- Mirrored from ([\w.\-]{4,200}/[^\s<>\"]{0,1700}) by HTTrack")
_ARCHIVED = re.compile(
    r"https?://(?:web\.archive\.org/web/\d{1,14}(?:[a-z]{2}_)?|archive\.(?:today|is|md|ph|fo|li|vn)/\d{8,14})/"
    r"(https?:/{1,2}\S{3,1900})",
    re.IGNORECASE,
)
_AMP = re.compile(
    r"https?://(?:[\w\-]{1,200}\.cdn\.ampproject\.org/(?:[cviw]|mbv)|(?:www\.)?google\.[a-z.]{2,6}/amp)/(s/)?(\S{3,1900})"
)
_TRANSLATED = re.compile(r"https?://([\w\-]{3,200})\.translate\.goog(/[^?#\s]{0,1900})?")


_COPY = re.compile(
    r"https?://(?:web\.archive\.|archive\.|(?:www\.)?google\.|[\w\-]{3,200}\.(?:cdn\.amp|translate\.))", re.IGNORECASE
)


def saved_from(text: str) -> str | None:
    """Return the address that a saved page was read at, where the program that saved it says so."""
    ends = text if len(text) <= 2 * _ENDS else text[:_ENDS] + text[-_ENDS:]
    if not any(mark in ends for mark in _MARKS):
        return None
    for note in _NOTES:
        if match := note.search(ends):
            return unwrapped(match[1])
    mirrored = _MIRRORED.search(ends)
    return f"https://{mirrored[1]}" if mirrored else None


def unwrapped(url: str) -> str:
    """Return the address of the page itself, where `url` is that of its copy in an archive, cache or translation."""
    if not _COPY.match(url):
        return url
    if archived := _ARCHIVED.match(url):
        return re.sub(r"\A(https?):/(?!/)", r"\1://", archived[1])
    if cached := _AMP.match(url):
        return ("https://" if cached[1] else "http://") + unquote(cached[2])
    if translated := _TRANSLATED.match(url):
        host = translated[1].replace("--", "\0").replace("-", ".").replace("\0", "-")
        return f"https://{host}{translated[2] or '/'}"
    return url
