"""Encodings of before UTF-8: what a declared one means, and which one it was where a page declares none or a wrong one.

Of the encodings that a text may be in, the one is taken under which its letters are those that a language writes most;
under every other one they are scattered over the alphabet.
"""

from __future__ import annotations

import re
from collections import Counter

# What browsers read under a name (WHATWG Encoding Standard, 4.2): mostly a larger set than the name says.
_MEANT = {
    "windows-1252": "cp1252", "iso-8859-1": "cp1252", "latin1": "cp1252", "latin-1": "cp1252",
    "us-ascii": "cp1252", "ascii": "cp1252",
    "iso-8859-9": "cp1254", "latin5": "cp1254", "iso-8859-11": "cp874", "tis-620": "cp874", "windows-874": "cp874",
    "iso-8859-8-i": "cp1255", "iso-8859-8": "cp1255", "iso-8859-15": "iso8859-15", "latin-9": "iso8859-15",
    "gb2312": "gb18030", "gbk": "gb18030", "x-gbk": "gb18030", "gb_2312-80": "gb18030",
    "big5": "big5hkscs", "big5-hkscs": "big5hkscs", "x-x-big5": "big5hkscs", "cn-big5": "big5hkscs",
    "shift_jis": "cp932", "shift-jis": "cp932", "sjis": "cp932", "x-sjis": "cp932", "windows-31j": "cp932",
    "ms_kanji": "cp932", "x-euc-jp": "euc_jp", "euc-kr": "cp949", "ks_c_5601-1987": "cp949", "ks_c_5601": "cp949",
    "korean": "cp949", "windows-949": "cp949", "koi8r": "koi8-r", "x-cp1250": "cp1250", "x-cp1251": "cp1251",
    "win-1251": "cp1251", "x-mac-roman": "mac_roman", "macintosh": "mac_roman", "unicode-1-1-utf-8": "utf-8",
}  # fmt: skip
_DEFAULTS = frozenset({"cp1252", "utf-8", "utf8"})  # what templates declare whatever the text is in
# Codecs that turn bytes into something else than text must not be reached by a name in a page.
_TEXT = re.compile(
    r"(?:cp|windows-?|iso-?8859[-_]?|koi8|mac[-_]|euc[-_]|gb|big5|hz|iso-?2022[-_](?:jp|kr)|johab)[\w-]{0,12}"
)
_STRAY = 100  # characters for each one that may be broken: old pages have some
_PAGE, _SAMPLE = 300_000, 40_000  # bytes of markup, of the text in it
_TAG = re.compile(rb"<(?:script|style)\b[^<]{0,20000}|<[^<>]{0,2000}>|[\x00-\x3f]{1,99}")


def declared_text(data: bytes, name: str) -> str | None:
    """Return `data` in the encoding that a page declares, or None where that is a default or cannot be."""
    name = _MEANT.get(name.lower(), name.lower())
    if name in _DEFAULTS or not _TEXT.fullmatch(name):
        return None
    try:
        text = data.decode(name, "replace")
    except (LookupError, UnicodeError):
        return None
    foreign = sum(1 for c in text if c > "\x7f")
    return text if text.count("\ufffd") * _STRAY <= foreign else None


# Letters that languages write most, and how many of all their letters beyond ASCII these are at least.
_SCRIPTS = (
    ("cp1251 koi8-u iso8859-5 cp866", "оеаинтсрвлкмі", 0.5),
    ("cp1253 iso8859-7", "αοιετσνηυρπκάίόή", 0.5),
    ("cp1255 iso8859-8", "יוהלאתרבמש", 0.5),
    ("cp1256 iso8859-6", "اليمنرتوبهة", 0.5),
    ("cp874", "านรกเงอมยลว่้ที", 0.5),
    ("cp932 euc_jp", "のにはをたがでてとしれさいるあっなもらかンスルトー", 0.25),
    ("cp949", "이다의는을에가를하고한지도로은대기사인자", 0.2),
    ("gb18030", "的一是在不了有和人这中大为上个国以要时来用们到作地于出就分对成会可发年动同工也能过说公司日月", 0.12),
    ("big5hkscs", "的一是在不了有和人這中大為上個國以要時來用們到作地於出就分對成會可發年動同工也能過說公司日月", 0.12),
)
# For alphabets that are Latin with some letters more, which letters those are.
_LATIN = (
    ("cp1252", "éèàçùâêîôûëïœ"), ("cp1252", "äöüß"), ("cp1252", "áéíóúñü¿¡"), ("cp1252", "ãõáéíóúçâêôàº"),
    ("cp1252", "àèéìòù"), ("cp1252", "åäöæøé"), ("cp1252", "áéíóúýþæöð"), ("cp1250", "ąćęłńóśźżĄĆĘŁŃÓŚŹŻ"),
    ("iso8859-2", "ąćęłńóśźżĄĆĘŁŃÓŚŹŻ"), ("cp1250", "áčďéěíňóřšťúůýžľĺŕôäČŠŽŘ"),
    ("iso8859-2", "áčďéěíňóřšťúůýžľĺŕôäČŠŽŘ"), ("cp1250", "áéíóöőúüű"), ("iso8859-2", "áéíóöőúüű"),
    ("cp1250", "ăâîşţ"), ("cp1250", "čćđšž"), ("iso8859-2", "čćđšž"), ("cp1254", "çğıöşüİâÇŞÖÜ"),
    ("cp1257", "āčēģīķļņšūžąęėįųŠŽ"),
)  # fmt: skip
_MARKS = frozenset("’‘“”„«»–—…€°©®•·§£ \u00a0\u00ad№")  # of every language


def guessed_text(data: bytes) -> str:
    """Return `data` in the encoding under which it reads most like a language; as Windows-1252 where none does."""
    sample = _TAG.sub(b" ", data[:_PAGE])[:_SAMPLE]
    high = sum(1 for byte in sample if byte > 0x7F)
    runs = len(re.findall(rb"[\x80-\xff]{1,2000}", sample))
    best = ("cp1252", 0.0)
    japanese = 5 * (sample.count(0x82) + sample.count(0x83)) > high  # every kana of Shift_JIS begins with one of these
    if japanese or high > 2 * runs or 2 * high > len(sample):  # words of such letters, not letters within words
        for codecs, common, share in _SCRIPTS:
            for codec in codecs.split():
                coverage = _coverage(sample.decode(codec, "replace"), common) / share
                best = max(best, (codec, coverage), key=lambda guess: guess[1])
        if best[1] < 1 and (kana := next((c for c in ("euc_jp", "cp932") if _full_of_kana(sample, c)), None)):
            return data.decode(kana, "replace")
        if best[1] < 1 and (chinese := _without_fault(sample, "gb2312 big5")):
            return data.decode({"gb2312": "gb18030"}.get(chinese, chinese), "replace")
    if best[1] < 1:
        found = [(codec, _coverage(sample.decode(codec, "replace"), letters)) for codec, letters in _LATIN]
        best = max(found, key=lambda guess: guess[1])  # of equals the first, a western one
    return data.decode(best[0], "replace")


def _full_of_kana(sample: bytes, codec: str) -> bool:
    """Whether `sample` is right under a Japanese encoding, with kana; what they are in EUC-JP they are in GB 2312."""
    text = sample.decode(codec, "replace")
    foreign = sum(1 for c in text if c > "\x7f")
    return "\ufffd" not in text and 5 * sum("\u3040" <= c <= "\u30ff" for c in text) > foreign


def _without_fault(sample: bytes, codecs: str) -> str | None:
    """Return the first of `codecs` that every byte of `sample` is right in."""
    for codec in codecs.split():
        try:
            sample.decode(codec)
        except UnicodeDecodeError:
            continue
        return codec
    return None


def _coverage(text: str, letters: str) -> float:
    """Return which share of the characters beyond ASCII are `letters`; broken ones count double."""
    counts = Counter(c for c in text if c > "\x7f" and c not in _MARKS)
    total = sum(counts.values()) + counts["\ufffd"]
    return sum(counts[letter] for letter in set(letters)) / total if total else 0.0
