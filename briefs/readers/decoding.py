"""From bytes to text: which encoding a file is in, and the mending of text that was decoded wrongly once before."""

from __future__ import annotations

import codecs
import re

from briefs.errors import SourceError
from briefs.readers.legacy import declared_text, guessed_text

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark begins the same
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_HEAD = 8192  # bytes in which a page says its encoding
_DECLARED = re.compile(
    rb"<meta\b[^<>]{0,300}?charset\s{0,9}=\s{0,9}[\"']?\s{0,9}([\w:.\-]{2,40})|"
    rb"<\?xml[^<>]{0,99}?encoding=[\"']([\w:.\-]{2,40})",
    re.IGNORECASE,
)

# Files that hold no text, by their first bytes.
_BINARY = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a ZIP archive or office document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"\x1f\x8b", "a compressed file"),
    (b"BZh", "a compressed file"),
    (b"\xfd7zXZ", "a compressed file"),
    (b"7z\xbc\xaf", "a compressed file"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"SQLite format 3\x00", "a database"),
    (b"ID3", "a sound file"),
    (b"OggS", "a sound file"),
    (b"{\\rtf", "an RTF document"),
)


_CONTROLS = bytes(byte for byte in range(0x20) if byte not in (0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x1B))


def binary_kind(data: bytes) -> str | None:
    """Return what `data` is where it is no text ("a PDF file"), or None."""
    for mark, kind in _BINARY:
        if data.startswith(mark):
            return kind
    if any(data.startswith(mark) for mark, _ in _MARKS):
        return None
    if b"\0" in data[:65536]:
        return None if _wide(data) else "a binary file"
    head = data[:65536]
    controls = len(head) - len(head.translate(None, _CONTROLS))
    return "a binary file" if controls > 8 and controls * 20 > len(head) else None


_WIDE_MARKUP = (
    ("utf-16-le", re.compile(rb"(?:[\t\n\r ]\0){0,200}<\0[!?A-Za-z]\0")),
    ("utf-16-be", re.compile(rb"(?:\0[\t\n\r ]){0,200}\0<\0[!?A-Za-z]")),
)


def _wide(data: bytes) -> str | None:
    """Return the name of UTF-16 without its mark: where every other byte is zero (Latin text), or a page begins so."""
    head = data[:4096]
    for name, beginning in _WIDE_MARKUP:
        if beginning.match(head):
            return name
    if len(head) >= 4:
        if head[1::2].count(0) > 0.7 * len(head[1::2]) and head[0::2].count(0) == 0:
            return "utf-16-le"
        if head[0::2].count(0) > 0.7 * len(head[0::2]) and head[1::2].count(0) == 0:
            return "utf-16-be"
    return None


def decode(data: bytes, *, markup: bool = False) -> str:
    """Return the text of `data`: by its byte order mark, as UTF-8, as `markup` declares it, or as it reads best.

    Raises SourceError where the bytes are no text.
    """
    kind = binary_kind(data)
    if kind:
        raise SourceError(f"This is {kind}, not text; save the article as text, Markdown or HTML.")
    for mark, name in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(name, "replace")
    wide = _wide(data) if b"\0" in data[:4096] else None
    if wide:
        return data.decode(wide, "replace")
    if b"\x1b$" in data and data.isascii():
        return data.decode("iso2022_jp", "replace")  # seven bits a byte: it is valid UTF-8 as well
    try:
        return mended(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        # A file cut in the middle of its last character is UTF-8 all the same, and so is one with a stray byte in it.
        text = data.decode("utf-8", "replace")
        multibyte = sum(1 for c in text if c > "\x7f" and c != "\ufffd")
        if error.start >= len(data) - 3 or multibyte > 20 * text.count("\ufffd"):
            return mended(text)
    declared = _DECLARED.search(data[:_HEAD]) if markup else None
    told = declared_text(data, (declared[1] or declared[2]).decode("ascii")) if declared else None
    return told if told is not None else guessed_text(data)


# UTF-8 read as Windows-1252: "â€™" for an apostrophe, "Ã©" for an accented letter.
_MOJIBAKE = re.compile("â€[\x80-\xff\u0152-\u2122]|Ã[\x80-\xbf\u0152-\u2122]|Â[\xa0-\xbf]")


def mended(text: str) -> str:
    """Return `text` with UTF-8 that was once read as Windows-1252 set right, where every trace of it agrees.

    A run of letters beyond ASCII is mended only if it turns back into UTF-8 as a whole, so that nothing is guessed.
    """
    if len(_MOJIBAKE.findall(text)) < 2:
        return text
    return _FOREIGN_RUN.sub(_mended_run, text)


_FOREIGN_RUN = re.compile("[^\x00-\x7f]+")


def _mended_run(match: re.Match[str]) -> str:
    # Windows-1252 leaves the last byte of a closing quotation mark open, and some decoders replace it.
    return "”".join(_mended_part(part) for part in match.group().split("â€\ufffd"))


def _mended_part(part: str) -> str:
    try:
        return b"".join(_byte(c) for c in part).decode("utf-8")
    except (UnicodeEncodeError, UnicodeDecodeError):
        return part


def _byte(character: str) -> bytes:
    try:
        return character.encode("cp1252")
    except UnicodeEncodeError:
        return character.encode("latin-1")  # the five bytes that Windows-1252 leaves open
