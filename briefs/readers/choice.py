"""Which rows of a web page are its story.

trafilatura (Barbaresi, ACL 2021) chooses; its choice is laid over our own walk of the page, paragraphs that stand
between chosen ones are taken back, and what sites set among them is taken out.
"""

from __future__ import annotations

import logging
import re
from itertools import pairwise

from lxml import etree  # type: ignore[import-untyped]  # lxml ships no types

from briefs.extract.page.furniture import role_of
from briefs.readers.embedded import rows_of_text
from briefs.readers.metadata import Metadata
from briefs.readers.page import Row

_LARGE = 1_500_000  # characters of markup above which trafilatura's passes take too long; our own choice does then
_SHINGLE = 5
_SHORT = 250  # characters: a page with less of a story is left to the look of its lines
_WIDE = re.compile("[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")  # each says as much as two letters
OUTSIDE = frozenset(
    {"navigation", "related", "comments", "share", "newsletter", "advert", "cookie", "footer", "tags", "bio", "print"}
)
_NO_STORY = OUTSIDE | {"aside", "caption", "figure", "form", "byline", "date", "share"}
_MENUS = frozenset({"navigation", "footer"})
_PICTURE = frozenset({"caption", "figure"})
_LINKS = 0.4  # the share of a line's text that makes it one of links
_SENTENCE = 20  # characters
_COUNTED = re.compile(r"[\[(]\d{1,3} ?/ ?\d{1,3}[\])]$")  # "The yard at night [3/10]": of a row of pictures
_END = re.compile(r"[.!?…:;。！？।؟][\"'”’»)\]]*$")


def chosen_rows(rows: list[Row], text: str, metadata: Metadata) -> list[bool]:
    """Return for each row whether it is of the article's body; all False where nobody knows."""
    extracted = _extracted(text) if len(text) <= _LARGE else ""
    mine = _marked(rows, extracted)
    if metadata.body:
        told = _marked(rows, "\n".join(row.text for row in rows_of_text(metadata.body)))
        mine = [a or b for a, b in zip(mine, told, strict=True)] if _agree(rows, mine, told) else mine
    weight = sum(_weight(r.text) for r, body in zip(rows, mine, strict=True) if body)
    if weight < _SHORT:
        return [False] * len(rows)
    result = _filled(rows, mine)
    _drop_service(rows, result, metadata.canonical)
    _drop_echoes(rows, result)
    _drop_labels(rows, result)
    return result


def _weight(text: str) -> int:
    """Return how long a text is, in letters."""
    return len(text) if text.isascii() else len(text) + len(_WIDE.findall(text))


# The pages of a site that say how it may be used and what it does with its readers' data.
_SERVICE = re.compile(
    r"/(?:privacy|terms|tos|cookies?|netiquette|guidelines|community[-_](?:guidelines|rules|standards)|comment[-_]?policy|"
    r"datenschutz|nutzungsbedingungen|agb|impressum|cgu|mentions[-_]legales|confidentialite|conditions[-_]utilisation|"
    r"privacidad|privacidade|aviso[-_]legal|informativa)(?:[-_][\w-]{0,40})?(?:[/.]|$)",
    re.IGNORECASE,
)


def _drop_service(rows: list[Row], result: list[bool], address: str | None) -> None:
    """Take out what sends readers to the site's own rules, and what stands in one box with it."""
    own = _ADDRESS.match(address or "")
    host = own[1] if own else ""
    served = [any(_leads_to_rules(url, host) for _, _, url in row.links) for row in rows]
    weights: dict[int, int] = {}
    for row, body in zip(rows, result, strict=True):
        weights[row.parent] = weights.get(row.parent, 0) + (len(row.text) if body else 0)
    total = sum(weights.values())
    boxes = {row.parent for row, rules in zip(rows, served, strict=True) if rules and 4 * weights[row.parent] < total}
    for index, row in enumerate(rows):
        result[index] = result[index] and not served[index] and row.parent not in boxes


_ADDRESS = re.compile(r"https?://([^/?#]{0,300})([^?#]{0,1000})")


def _leads_to_rules(url: str, host: str) -> bool:
    parts = _ADDRESS.match(url)
    return bool(parts and parts[1] == host and _SERVICE.search(parts[2]))


def _drop_echoes(rows: list[Row], result: list[bool]) -> None:
    """Take out the short line over a picture or film that says what its caption says."""
    for index, (row, following) in enumerate(pairwise(rows)):
        if result[index] and not result[index + 1] and following.hints & _PICTURE and not _END.search(row.text):
            words = _words(row.text)
            result[index] = not (3 <= len(words) <= 20 and set(words) <= set(_words(following.text)))


def _drop_labels(rows: list[Row], result: list[bool]) -> None:
    """Take out short lines in boxes of their own: credits of pictures, and links under topics or to other stories."""
    body = [row for row, chosen in zip(rows, result, strict=True) if chosen]
    total = sum(len(row.text) for row in body)
    named = (*OUTSIDE, "caption")
    common = {h for h in named if 2 * sum(len(row.text) for row in body if h in row.hints) > total}  # of the whole page
    for index, row in enumerate(rows):
        if result[index] and row.kind not in {"heading", "table"} and not _END.search(row.text):
            own = row.hints - common
            counted = row.kind == "list" and _COUNTED.search(row.text)
            result[index] = not ("caption" in own or counted or (own & OUTSIDE and row.linked > _LINKS))


def _extracted(text: str) -> str:
    """Return the body as trafilatura chooses it."""
    import trafilatura

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    try:
        return trafilatura.extract(text, favor_precision=True, include_comments=False, include_tables=True) or ""
    except (ValueError, TypeError, AttributeError, RecursionError, etree.LxmlError):
        return ""  # a page that breaks it is left to our own choice


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


def _marked(rows: list[Row], body: str) -> list[bool]:
    """Return for each row whether its words stand in `body`."""
    lines = [_words(line) for line in body.split("\n")]
    whole = {" ".join(words) for words in lines}
    shingles = {tuple(words[i : i + _SHINGLE]) for words in lines for i in range(len(words) - _SHINGLE + 1)}
    marked: list[bool] = []
    for row in rows:
        words = _words(row.text)
        if not words:
            marked.append(False)
        elif len(words) < _SHINGLE + 3:
            marked.append(" ".join(words) in whole)
        else:
            own = [tuple(words[i : i + _SHINGLE]) for i in range(len(words) - _SHINGLE + 1)]
            marked.append(sum(s in shingles for s in own) >= 0.7 * len(own))
    return marked


def _agree(rows: list[Row], mine: list[bool], told: list[bool]) -> bool:
    """Whether the text that the metadata repeats is of the article that was chosen (and no other one's)."""
    both = sum(len(r.text) for r, a, b in zip(rows, mine, told, strict=True) if a and b)
    own = sum(len(r.text) for r, a in zip(rows, mine, strict=True) if a)
    return own == 0 or both > 0.5 * own


def _filled(rows: list[Row], mine: list[bool]) -> list[bool]:
    """Return the choice with repeated rows taken once, and with what stands between chosen paragraphs taken back."""
    weights = [len(r.text) if body and not r.hints & OUTSIDE else 0 for r, body in zip(rows, mine, strict=True)]
    total = sum(weights)
    if total == 0:
        weights = [len(r.text) if body else 0 for r, body in zip(rows, mine, strict=True)]
        total = sum(weights)
    parents: dict[int, int] = {}
    for row, weight in zip(rows, weights, strict=True):
        parents[row.parent] = parents.get(row.parent, 0) + weight
    inside = [i for i, w in enumerate(weights) if w]
    first, last = inside[0], inside[-1]
    result = [a or b for a, b in zip(mine, _listed(rows, first, last), strict=True)]
    for index in (*range(first), *range(last + 1, len(rows))):
        result[index] = result[index] and not rows[index].hints & _MENUS
    seen: set[str] = set()
    for index, row in enumerate(rows):
        if result[index]:
            key = " ".join(_words(row.text))
            if len(key) > 30 and key in seen:
                result[index] = False
            seen.add(key)
        elif first < index < last and _belongs(row, parents, total):
            result[index] = True
    for index in _lead(rows, first):
        result[index] = True
    index = last + 1
    while index < len(rows) and _belongs(rows[index], parents, total) and not role_of(rows[index].text):
        result[index] = rows[index].kind != "heading"
        index += 1
    return result


def _listed(rows: list[Row], first: int, last: int) -> list[bool]:
    """Return which rows are items of lists within the story: of sentences, most of them, and no links."""
    items: dict[int, list[int]] = {}
    for index in range(first + 1, last):
        if rows[index].kind == "list":
            items.setdefault(rows[index].parent, []).append(index)
    found = [False] * len(rows)
    for indices in items.values():
        plain = all(not rows[i].hints & _NO_STORY and rows[i].linked < 0.3 for i in indices)
        ended = sum(bool(_END.search(rows[i].text)) and len(rows[i].text) > _SENTENCE for i in indices)
        if plain and 2 * ended >= len(indices):
            for index in indices:
                found[index] = True
    return found


def _lead(rows: list[Row], first: int) -> list[int]:
    """Return the paragraphs between byline and first chosen row: a lead that is set in a box of its own.

    What stands above the byline announces the story and is not of it.
    """
    found: list[int] = []
    signed = False
    for index in range(first - 1, max(-1, first - 15), -1):
        row = rows[index]
        role = role_of(row.text)
        if row.kind == "heading" and row.level == 1:
            break
        if role in {"byline", "date"} or row.hints & {"byline", "date"}:
            signed = True
            break
        ended = len(row.text) > 60 and _END.search(row.text) and row.linked < 0.3 and row.kind == "paragraph"
        if ended and not role and not row.hints & (OUTSIDE | {"aside", "caption", "figure", "form"}):
            found.append(index)
    return found if signed else []


def _belongs(row: Row, parents: dict[int, int], total: int) -> bool:
    """Whether a row beside chosen ones is of the story: prose or a subheading in the box of chosen paragraphs."""
    if row.hints & _NO_STORY or row.linked > 0.6:
        return False
    if parents.get(row.parent, 0) < 0.15 * total:
        return False
    if row.kind == "heading":
        return row.level > 1 and row.linked == 0
    return row.kind in {"paragraph", "list"} and len(row.text) > 40 and bool(_END.search(row.text))
