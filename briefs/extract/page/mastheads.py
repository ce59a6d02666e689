"""The lines over a story that are the name of the publication: alone, with its city, behind the headline."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefs.extract.body import Body
from briefs.extract.page.around import surroundings
from briefs.extract.page.bylines import places_of
from briefs.model import Article, Evidence
from briefs.tables import Tables
from briefs.text import fold

# What a local paper is called: its town and a word that nothing but newspapers bear.
_NEWSPAPER = re.compile(
    r"(?:The )?(?:[A-Z][\w'’-]+ ){1,3}(?:Gazette|Times|Post|Herald|Journal|Tribune|Monitor|Chronicle|Observer|Guardian|"
    r"Courier|Telegraph|Bulletin|Examiner|Dispatch|Inquirer|Sentinel|Argus|Register|News|Star|Mail|Express|Standard)"
)
_OWNER = re.compile(r"(\w{5,}?)(?:media|group|publishing|publications|newspapers|holdings|limited|company|press)+")
# A publication with its city: "Harbour Post (Kampala)".
_PLACED = re.compile(r"(?P<n>[A-Z][\w&'’.-]{1,20}(?: [\w&'’.-]{1,20}){0,4}) \((?P<place>[A-Z][\w .'’-]{2,30})\)")
# A headline with the site that printed it: "Ferries to be electric | Harbour Post".
_SUFFIXED = re.compile(r"\s[|–—-]\s(?P<n>[A-Z0-9][\w&'’.-]{1,24}(?: [\w&'’.-]{1,24}){0,3})$")
_MASTHEAD_LINES = 20
_LONGEST_MASTHEAD = 40  # characters

Seen = tuple[str, float, Evidence]  # a name as it stands there, what the place is worth, the place


def mastheads(article: Article, body: Body, tables: Tables, found: list[Seen]) -> list[Seen]:
    """Return the names of publications that stand over the story; `found` are those that other lines gave."""
    own = [*_owned(article, body, found), *_only_masthead(article, body, tables)]
    return [*own, *_placed(article, body, tables), *_behind_title(article, body)]


def publisher_key(name: str) -> str:
    """Return what two forms of a publication's name share: no article, no spaces, no ".com"."""
    key = re.sub(r"[\W_]+", "", fold(name))
    key = re.sub(r"(?:com|net|org|couk|inc|ltd|llc)$", "", key) or key
    return key.removeprefix("the") if len(key) > 7 else key


def _owned(article: Article, body: Body, found: list[Seen]) -> list[Seen]:
    """Return the lines over the story that are an owner's name without what owners add: "Example Post Media Ltd"."""
    owners = {match[1] for name, _, _ in found if (match := _OWNER.match(publisher_key(name)))}
    first = body.pieces[0][0] if body.pieces else 0
    blocks = [outside.block for outside in body.outside if outside.block.end <= first] if owners else []
    texts = [(article.source[block.start : block.end], block.start) for block in blocks[:_MASTHEAD_LINES]]
    return [
        (text, 2.0, Evidence("source", start, start + len(text), text))
        for text, start in texts
        if len(text) <= 40 and publisher_key(text) in owners
    ]


def _only_masthead(article: Article, body: Body, tables: Tables) -> list[Seen]:
    """Return the one known publication whose name alone makes a line over the story, where no other one's does."""
    above = [o for o, _ in surroundings(body).above if o.role not in {"related", "tags", "caption", "title"}]
    blocks = [o.block for o in above if o.block.end - o.block.start <= _LONGEST_MASTHEAD]
    named: dict[str, Seen] = {}
    for block in blocks:
        text = article.source[block.start : block.end]
        known = tables.publisher_by_alias.get(fold(text)) if " " in text else None
        if known is not None and known.kind in {"agency", "wire"}:
            continue
        if known is not None or (_NEWSPAPER.fullmatch(text) and not text.isupper()):
            weight = 1.0 if known is not None else 1.6
            named.setdefault(publisher_key(text), (text, weight, Evidence("source", block.start, block.end, text)))
    return list(named.values()) if len(named) == 1 else []


def _placed(article: Article, body: Body, tables: Tables) -> Iterator[Seen]:
    """Yield the publication that stands with its city beside the date or byline."""
    above = [o for o, _ in surroundings(body).above]
    for index, outside in enumerate(above):
        start = outside.block.start
        match = _PLACED.fullmatch(article.source, start, min(outside.block.end, start + 80))
        beside = {o.role for o in above[max(0, index - 1) : index + 2]}
        if match and beside & {"date", "byline"} and fold(match["place"]) in places_of(tables):
            yield match["n"], 2.0, Evidence("source", start, match.end("n"), match["n"])


def _behind_title(article: Article, body: Body) -> Iterator[Seen]:
    """Yield the site's name that ends a line which is the headline otherwise."""
    above = [o for o, _ in surroundings(body).above]
    titles = {fold(article.source[o.block.start : o.block.end]) for o in above if o.role == "title"}
    for outside in above if titles else []:
        start, end = outside.block.start, outside.block.end
        match = _SUFFIXED.search(article.source, max(start, end - 100), end)
        if match and fold(article.source[start : match.start()]) in titles:
            yield match["n"], 2.0, Evidence("source", match.start("n"), match.end("n"), match["n"])
            return
