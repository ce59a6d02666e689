"""What makes two articles the same one: their bytes, their address on the web, or the words of their body."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from contextlib import suppress
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit

from briefs.model import Original
from briefs.text import fold


def identifier_of(original: Original, part: int = 0, attempt: int = 0) -> str:
    """Return the identifier of the article number `part` of `original`: 16 hexadecimal digits of a SHA-256.

    It depends on the bytes and the part alone, so an article that was removed comes back under the name it had.
    `attempt` gives another one, for the day on which two articles meet under the same 64 bits.
    """
    digest = hashlib.sha256(original.data)
    digest.update(f"\0{part}\0{attempt}".encode())
    return digest.hexdigest()[:16]


# Parameters that say how a reader came to a page, never which page it is.
_TRACKING = re.compile(
    r"(?:utm_\w*|mtm_\w*|pk_\w*|hsa_\w*|at_(?:medium|campaign|link\w*|custom\d|format)|fb_\w*|ns_\w*|oly_\w*|vero_\w*"
    r"|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|yclid|ysclid|twclid|ttclid|igshid|igsh|mc_cid|mc_eid|mkt_tok"
    r"|_ga|_gl|_hsenc|_hsmi|cmpid|cmp|ocid|ncid|icid|ito|smid|smtyp|cid_source|guccounter|guce_referrer\w*|ref_src"
    r"|ref_url|referrer|src_trk|trk|trkinfo|share|shared|sh_kit|partner_ref|taid|wt_mc|xtor|s_cid|srnd|sref"
    r"|__twitter_impression|feature|outputtype)",
    re.IGNORECASE,
)
_DEFAULT_PORTS = {"http": 80, "https": 443}
_KEPT_IN_PATH = "/:@!$&'()*+,;=-._~"


def canonical_address(url: str) -> str:
    """Return the form of a web address that is equal for all ways to the same page; empty for anything else.

    Made for comparing, not for opening: http and https, `www.` or none, a closing slash, the order of the parameters, a
    fragment and what only follows a reader around make no difference. A fragment that is a route (`#!/a`) stays.
    """
    try:
        parts = urlsplit(url.strip().encode("utf-8", "replace").decode("utf-8"))
        port = parts.port
    except ValueError:
        return ""
    scheme = parts.scheme.lower()
    host = _host(parts.hostname or "")
    if scheme not in _DEFAULT_PORTS or not host:
        return ""
    shown_port = "" if port in (None, _DEFAULT_PORTS[scheme]) else f":{port}"
    plain = unquote(parts.path, errors="surrogateescape")
    path = "/".join(_resolved(quote(plain, _KEPT_IN_PATH, errors="surrogateescape")))
    pairs = sorted(p for p in parse_qsl(parts.query, keep_blank_values=True) if not _TRACKING.fullmatch(p[0]))
    query = f"?{urlencode(pairs)}" if pairs else ""
    route = f"#{parts.fragment}" if parts.fragment.startswith(("!", "/")) else ""
    return f"https://{host}{shown_port}{path}{query}{route}"


def _host(host: str) -> str:
    """Return a host as it is compared; empty where there can be none of this name."""
    host = unicodedata.normalize("NFKC", host).translate({0x3002: "."}).lower().strip(".")
    if ":" in host:
        return f"[{host}]" if re.fullmatch(r"[0-9a-f:.]+", host) else ""
    if ".." in host or not re.fullmatch(r"[\w.-]+", host):
        return ""
    if not host.isascii() and len(host) <= 253:
        with suppress(UnicodeError):  # what the standard of international names refuses is compared as it is written
            host = host.encode("idna").decode("ascii")
    return re.sub(r"^(?:www\.)+(?=[^.]+\.)", "", host)


def _resolved(path: str) -> list[str]:
    """Return the segments of `path`, `.` and `..` followed; the first is empty, so that joined they begin with `/`."""
    segments: list[str] = [""]
    for segment in path.split("/"):
        if segment == "..":
            if len(segments) > 1:
                segments.pop()
        elif segment not in ("", "."):
            segments.append(segment)
    return segments


def address_key(url: str | None) -> str | None:
    """Return the canonical address by which an article can be known again, or None.

    The front page of a site is no article's address, whatever the page itself declares.
    """
    address = canonical_address(url or "")
    return address if address.count("/") > 2 or "?" in address or "#" in address else None


def fingerprint(text: str) -> str:
    """Return 32 hexadecimal digits that are equal for bodies of the same words.

    Case, accents, white space and punctuation make no difference; letters, figures, `%` and symbols do.
    """
    folded = fold(text)
    silent = {
        ord(c): " " if unicodedata.category(c) == "Pd" else None
        for c in set(folded)
        if unicodedata.category(c)[0] in "PC" and c not in "%‰"
    }
    words = " ".join(folded.translate(silent).split()) or folded
    return hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()[:32]
